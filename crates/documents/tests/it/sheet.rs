//! PDFs of text: what they say, what they look like, and that nothing breaks them.

use std::io::Write as _;
use std::process::{Command, Stdio};

use idw_documents::{
    DocumentError, MAX_SHEET_BYTES, MAX_SHEET_PAGES, Row, Section, Sheet, Worker, WorkerError, inspect, sheet_pdf,
    thumbnail,
};
use image::GrayImage;
use proptest::prelude::*;

use crate::worker::{PROGRAM, patient};

pub(crate) fn sheet() -> Sheet {
    Sheet {
        title: "Identity of Ada Example".to_owned(),
        language: "en".to_owned(),
        facts: vec![Row::new("For", "Example Bank"), Row::new("Made", "30 November 2026, 11:52 UTC")],
        statement: "From the holder’s wallet, not screened.".to_owned(),
        sections: vec![
            Section {
                heading: "Checked".to_owned(),
                note: "Checked by an identity-check provider.".to_owned(),
                rows: vec![Row::new("First name", "Ada"), Row::new("Last name", "Example")],
            },
            Section { heading: "As the holder says".to_owned(), note: String::new(), rows: Vec::new() },
        ],
        replaced: "A box stands for a character that this document has no glyph for.".to_owned(),
        footer: "Request 8f3a".to_owned(),
        made: "2026-11-30T11:52:03.5Z".parse().unwrap(),
    }
}

fn with_values<'a>(values: impl IntoIterator<Item = &'a str>) -> Sheet {
    let mut sheet = sheet();
    sheet.sections[1].rows = values.into_iter().map(|value| Row::new("Value", value)).collect();
    sheet
}

fn pages(pdf: &[u8]) -> u32 {
    inspect(pdf).unwrap().pages.unwrap()
}

/// What another program reads in it; `None` where there is none.
fn text(pdf: &[u8]) -> Option<String> {
    let command =
        Command::new("pdftotext").args(["-layout", "-", "-"]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn();
    let mut reader = command.ok()?;
    reader.stdin.take().unwrap().write_all(pdf).unwrap();
    let read = reader.wait_with_output().unwrap();
    assert!(read.status.success());
    Some(String::from_utf8(read.stdout).unwrap())
}

fn without_space(text: &str) -> String {
    text.split_whitespace().collect()
}

/// Checks that another program reads all of these, whatever the lines.
fn check_says(pdf: &[u8], expected: &[&str]) {
    if let Some(text) = text(pdf) {
        let text = without_space(&text);
        for expected in expected {
            assert!(text.contains(&without_space(expected)), "{expected:?} in {text}");
        }
    }
}

/// The first page, a pixel for each point of its height.
fn shown(pdf: &[u8]) -> GrayImage {
    image::load_from_memory(&thumbnail(pdf, 842).unwrap()).unwrap().into_luma8()
}

/// How many pixels of a part of a page are not white, the part given in points from its top left.
fn inked(page: &GrayImage, [left, top, right, bottom]: [u32; 4]) -> usize {
    (top..bottom)
        .flat_map(|y| (left..right).map(move |x| (x, y)))
        .filter(|(x, y)| page.get_pixel(*x, *y).0[0] < 220)
        .count()
}

#[test]
fn a_sheet_says_what_it_is_given_and_shows_it() {
    let pdf = sheet_pdf(&sheet()).unwrap();
    assert_eq!(pages(&pdf), 1);
    check_says(
        &pdf,
        &[
            "Identity of Ada Example",
            "For Example Bank",
            "Made 30 November 2026, 11:52 UTC",
            "From the holder’s wallet, not screened.",
            "Checked",
            "Checked by an identity-check provider.",
            "First name Ada",
            "Last name Example",
            "As the holder says",
            "Request 8f3a",
            "1 / 1",
        ],
    );
    let page = shown(&pdf);
    assert!(inked(&page, [60, 68, 400, 95]) > 200, "the title");
    assert!(inked(&page, [226, 230, 535, 400]) > 50, "values");
    assert_eq!(inked(&page, [60, 500, 535, 760]), 0, "nothing below them");
    assert_eq!(inked(&page, [0, 0, 55, 842]) + inked(&page, [540, 0, 595, 842]), 0, "margins");
    assert!(!text(&pdf).unwrap_or_default().contains("A box stands"), "nothing was replaced");
}

#[test]
fn the_information_about_the_document_is_the_callers() {
    let pdf = sheet_pdf(&sheet()).unwrap();
    let raw = String::from_utf8_lossy(&pdf);
    for expected in ["/Title(Identity of Ada Example)", "/CreationDate(D:20261130115203Z)", "/Lang(en)"] {
        assert!(without_space(&raw).contains(&without_space(expected)), "{expected}");
    }
    let no_tag = Sheet { language: "no tag".to_owned(), ..sheet() };
    assert!(!String::from_utf8_lossy(&sheet_pdf(&no_tag).unwrap()).contains("/Lang"));
}

#[test]
fn the_same_sheet_always_gives_the_same_bytes() {
    let sheet = with_values(["Ада", "Άδα", "張偉", "Zoë"]);
    let pdf = sheet_pdf(&sheet).unwrap();
    for _ in 0..4 {
        assert_eq!(sheet_pdf(&sheet).unwrap(), pdf);
    }
    let later = Sheet { made: "2026-11-30T11:52:04Z".parse().unwrap(), ..sheet };
    assert_ne!(sheet_pdf(&later).unwrap(), pdf);
}

#[test]
fn the_confined_worker_makes_the_same() {
    let sheet = with_values(["Ада", "Άδα", "張偉", &"x".repeat(4_000)]);
    assert_eq!(patient().sheet_pdf(&sheet).unwrap(), sheet_pdf(&sheet).unwrap());
}

#[test]
fn letters_of_europe_are_shown_and_can_be_read() {
    let values =
        ["Zoë Äpfel-Müller ßẞ", "Łódź, Škoda, Ðorđe, İstanbul", "Nguyễn Thị Hồng", "Анна Київ Ђорђе", "Ελλάδα Ώρα"];
    let pdf = sheet_pdf(&with_values(values)).unwrap();
    check_says(&pdf, &values);
    assert!(!text(&pdf).unwrap_or_default().contains("A box stands"));
}

#[test]
fn what_has_no_glyph_is_a_box_that_can_be_read_and_the_sheet_says_so() {
    let values = ["張偉", "王小明", "שלום", "مرحبا", "👩‍👩‍👧"];
    for value in values {
        let pdf = sheet_pdf(&with_values([value])).unwrap();
        check_says(&pdf, &["A box stands"]);
        if let Some(text) = text(&pdf) {
            // Readers may turn around what they know to run from right to left.
            let found = |c: char| text.contains(c) || c == '\u{200D}';
            assert!(value.chars().all(found), "{value} in {text}");
        }
        let [with, without] = [pdf, sheet_pdf(&with_values([" "])).unwrap()].map(|pdf| shown(&pdf));
        let values = [226, 200, 535, 500];
        assert!(inked(&with, values) > inked(&without, values) + 20, "{value} is seen");
    }
    let pdf = sheet_pdf(&Sheet { title: "張".to_owned(), ..sheet() }).unwrap();
    check_says(&pdf, &["A box stands"]);
    let pdf = sheet_pdf(&Sheet { footer: "張".to_owned(), ..sheet() }).unwrap();
    check_says(&pdf, &["A box stands"]);
}

#[test]
fn long_values_go_on_on_further_pages() {
    let word = "Abcdefghij".repeat(400);
    let words = "one and two and three ".repeat(200);
    let pdf = sheet_pdf(&with_values([&word, words.as_str(), "last"])).unwrap();
    assert!((2..=8).contains(&pages(&pdf)), "{}", pages(&pdf));
    if let Some(text) = text(&pdf) {
        let text = without_space(&text);
        // A page may end within one of them.
        assert!(text.matches("Abcdefghij").count() >= 395, "{text}");
        assert!(text.matches("oneandtwoandthree").count() >= 195, "{text}");
        assert!(text.contains("Valuelast"), "{text}");
    }
}

#[test]
fn two_hundred_rows_take_some_pages_and_each_has_its_number_and_foot() {
    let values: Vec<String> = (0..200).map(|at| format!("value-{at:03}")).collect();
    let pdf = sheet_pdf(&with_values(values.iter().map(String::as_str))).unwrap();
    let count = pages(&pdf);
    assert!((6..=10).contains(&count), "{count}");
    let expected: Vec<String> = (1..=count).map(|at| format!("{at} / {count}")).collect();
    check_says(&pdf, &values.iter().chain(&expected).map(String::as_str).collect::<Vec<_>>());
    if let Some(text) = text(&pdf) {
        assert_eq!(text.matches("Request 8f3a").count(), count as usize);
        assert_eq!(text.matches("Identity of Ada Example").count(), count as usize);
    }
}

#[test]
fn control_characters_are_left_out_and_lines_stay() {
    let pdf = sheet_pdf(&with_values(["A\0d\u{1B}[0ma\u{202E}txt\u{7}", "1 Example Street\nExampleton"])).unwrap();
    check_says(&pdf, &["Ad[0matxt", "1 Example Street", "Exampleton"]);
    if let Some(text) = text(&pdf) {
        let is_fine = |c: char| !c.is_control() || matches!(c, '\n' | '\u{C}');
        assert!(text.chars().all(is_fine), "{text:?}");
        assert!(text.lines().any(|line| line.trim() == "Exampleton"), "{text}");
    }
}

#[test]
fn an_empty_sheet_is_a_page_and_too_much_text_is_refused() {
    let empty = Sheet {
        title: String::new(),
        language: String::new(),
        facts: Vec::new(),
        statement: String::new(),
        sections: Vec::new(),
        replaced: String::new(),
        footer: String::new(),
        ..sheet()
    };
    assert_eq!(pages(&sheet_pdf(&empty).unwrap()), 1);
    let too_long = Err(DocumentError::TooLong { max_pages: MAX_SHEET_PAGES });
    assert_eq!(sheet_pdf(&with_values(["x".repeat(500_000).as_str()])), too_long);
    assert_eq!(sheet_pdf(&with_values(["\nx".repeat(90_000).as_str()])), too_long);
    assert_eq!(sheet_pdf(&with_values(vec![""; 30_000])), too_long);
    let refused = patient().sheet_pdf(&with_values(["x".repeat(500_000).as_str()]));
    assert!(matches!(refused, Err(WorkerError::Refused(DocumentError::TooLong { .. }))), "{refused:?}");
}

#[test]
fn the_largest_sheet_is_made_within_the_limits_that_ship() {
    for text in ["Ada Example, Αθήνα Київ 張偉. ", "a ", "x"] {
        let value = text.repeat((MAX_SHEET_BYTES - 1_000) / text.len());
        let pdf = Worker::new(PROGRAM).sheet_pdf(&with_values([value.as_str()])).unwrap();
        assert!(pages(&pdf) > 20, "{text}");
    }
}

#[test]
fn what_people_told_is_in_no_log() {
    assert!(!format!("{:?}", sheet()).contains("\"Ada\""));
    assert!(format!("{:?}", sheet()).contains("First name"));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 120, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_anywhere_makes_a_pdf(texts in proptest::collection::vec(any_text(), 9)) {
        let [title, language, label, value, statement, heading, note, replaced, footer] = <[String; 9]>::try_from(texts).unwrap();
        let rows = vec![Row::new(&*label, &*value), Row::new(&*value, &*label)];
        let sections = vec![Section { heading, note, rows: rows.clone() }];
        let sheet = Sheet { title, language, facts: rows, statement, sections, replaced, footer, made: sheet().made };
        let pdf = sheet_pdf(&sheet);
        prop_assert!(pdf.is_ok(), "{:?}", pdf);
        prop_assert!(inspect(&pdf.unwrap()).is_ok());
    }
}

/// Text of every kind, and often of those that fonts and PDFs treat in a way of their own.
fn any_text() -> impl Strategy<Value = String> {
    let odd = proptest::sample::select(vec![
        '\u{0}',
        '\n',
        '\r',
        '\t',
        '\u{AD}',
        '\u{300}',
        '\u{301}',
        '\u{34F}',
        '\u{61C}',
        '\u{200B}',
        '\u{200C}',
        '\u{200D}',
        '\u{202E}',
        '\u{2028}',
        '\u{2060}',
        '\u{2066}',
        '\u{25A1}',
        '\u{25CC}',
        '\u{FB03}',
        '\u{FE0F}',
        '\u{FEFF}',
        '\u{FFFC}',
        '\u{FFFD}',
        '\u{FFFE}',
        '\u{FFFF}',
        '\u{E000}',
        '\u{E0001}',
        '\u{E0100}',
        '\u{10FFFF}',
        '\u{1F469}',
        '\u{4E00}',
        '\u{5D0}',
        '\u{627}',
        '\u{915}',
        '\u{94D}',
        '\u{1100}',
        '\u{AC00}',
        'A',
        'V',
        ' ',
        '\u{A0}',
        '(',
        '\\',
    ]);
    let mixed = proptest::collection::vec(prop_oneof![any::<char>(), odd, proptest::char::range(' ', 'ӿ')], 0..60);
    mixed.prop_map(String::from_iter)
}
