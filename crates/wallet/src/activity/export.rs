//! The log as a file, for other programs.

use std::{io::Write, sync::Arc};

use idw_words::{Language, Words};
use serde_json::json;

use super::ActivityError;
use crate::{
    Unplaced, Wallet,
    clock::now,
    view::{ActivityExported, ActivityView, SentView},
};

/// In which form the log is written out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ActivityFormat {
    /// One JSON object: `format`, `version`, `exported`, and the entries as [`ActivityView`]s.
    Json,
    /// A table after RFC 4180 with a heading line: a row for each entry, and one for each value where several were
    /// sent. Every cell is quoted, and an apostrophe stands before whatever a spreadsheet would take for a formula.
    Csv,
}

/// What tells an export from other JSON.
const FORMAT: &str = "idw-activity";

/// In version 1 the digests were plain SHA-256.
const VERSION: u32 = 2;

const COLUMNS: [&str; 13] = [
    "number",
    "at",
    "kind",
    "text",
    "site",
    "account",
    "failed",
    "purpose",
    "attribute",
    "title",
    "digest",
    "files",
    "asked as",
];

impl Wallet {
    /// Writes every entry that concerns this profile or the wallet as a whole, the newest last, with its sentence in
    /// `language`. No value is in it, only digests, which nobody without the wallet's key can try values against.
    ///
    /// # Errors
    /// Where the vault cannot be read, or `to` cannot be written.
    pub fn export_activity(
        &self,
        to: &mut dyn Write,
        format: ActivityFormat,
        language: Language,
    ) -> Result<Unplaced<ActivityExported>, ActivityError> {
        let entries = self.activity()?;
        let words = Arc::new(Words::new(language));
        match format {
            ActivityFormat::Json => words.in_words(|| write_json(to, &entries))?,
            ActivityFormat::Csv => write_csv(to, &entries, &words)?,
        }
        Ok(Unplaced::unlogged(&self.store, ActivityExported { entries: entries.len() as u64 }))
    }
}

fn write_json(to: &mut dyn Write, entries: &[ActivityView]) -> Result<(), ActivityError> {
    let document = json!({ "format": FORMAT, "version": VERSION, "exported": now().to_string(), "entries": entries });
    serde_json::to_writer_pretty(&mut *to, &document).map_err(|error| ActivityError::Target(error.into()))?;
    to.write_all(b"\n").map_err(ActivityError::Target)?;
    to.flush().map_err(ActivityError::Target)
}

fn write_csv(to: &mut dyn Write, entries: &[ActivityView], words: &Words) -> Result<(), ActivityError> {
    let unwritten = |error: csv::Error| ActivityError::Target(error.into());
    // Cells that are not quoted are split at other separators by readers that expect those.
    let mut table = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .quote_style(csv::QuoteStyle::Always)
        .from_writer(to);
    table.write_record(COLUMNS).map_err(unwritten)?;
    for entry in entries {
        if entry.sent.is_empty() {
            table.write_record(row(entry, None, words)).map_err(unwritten)?;
        }
        for sent in &entry.sent {
            table.write_record(row(entry, Some(sent), words)).map_err(unwritten)?;
        }
    }
    table.flush().map_err(ActivityError::Target)
}

fn row(entry: &ActivityView, sent: Option<&SentView>, words: &Words) -> [String; COLUMNS.len()] {
    let of_sent = |part: fn(&SentView) -> String| sent.map(part).unwrap_or_default();
    // All pass through `cell`: a digest or a time may come from a backup that says what it likes.
    [
        entry.number.to_string(),
        entry.at.clone(),
        entry.kind.clone(),
        words.tell(&entry.text),
        entry.site.clone().unwrap_or_default(),
        entry.account.clone().unwrap_or_default(),
        entry.failed.to_string(),
        entry.purpose.map_or("", purpose).to_owned(),
        of_sent(|sent| sent.name.clone()),
        of_sent(|sent| sent.called.title.clone()),
        of_sent(|sent| sent.digest.clone()),
        of_sent(|sent| sent.files.join("; ")),
        of_sent(|sent| sent.called.asked_as.clone().unwrap_or_default()),
    ]
    .map(|text| cell(&text))
}

fn purpose(purpose: crate::view::Purpose) -> &'static str {
    match purpose {
        crate::view::Purpose::LogIn => "logIn",
        crate::view::Purpose::SignUp => "signUp",
        crate::view::Purpose::Apply => "apply",
        crate::view::Purpose::Sign => "sign",
        crate::view::Purpose::Identify => "identify",
    }
}

/// Text that no spreadsheet computes, whatever it takes for the separator. Sites name themselves and what they ask for:
/// `=HYPERLINK(…)` would run with the user's rights when the file is opened (OWASP, "CSV Injection").
///
/// A spreadsheet that expects semicolons makes cells of its own out of `a;=1+1`, however a comma-separated file quotes
/// it. So an apostrophe goes before each character that begins a formula where any reader may see a cell begin: at the
/// start of the text, and behind every separator, line break and quotation mark in it. People still read the text.
fn cell(text: &str) -> String {
    let mut safe = String::with_capacity(text.len() + 1);
    // An apostrophe before all of it, as blanks and quotation marks in front are cut off by some readers and not by others.
    if text.trim_start_matches(is_skipped).starts_with(begins_formula) {
        safe.push('\'');
    }
    let mut at_start = false;
    for character in text.chars() {
        if at_start && begins_formula(character) && !is_boundary(character) {
            safe.push('\'');
        }
        safe.push(character);
        at_start = is_boundary(character) || (at_start && is_skipped(character));
    }
    safe
}

/// What begins a formula, or is passed over on the way to one.
fn begins_formula(character: char) -> bool {
    matches!(character, '=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠')
}

/// Behind what some reader sees another cell begin.
fn is_boundary(character: char) -> bool {
    matches!(
        character,
        ';' | ',' | '|' | '"' | '\t' | '\r' | '\n' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}'
    )
}

/// What readers cut off in front of a cell's text.
fn is_skipped(character: char) -> bool {
    character == '"' || (character.is_whitespace() && !matches!(character, '\t' | '\r' | '\n')) || is_unseen(character)
}

/// What takes no place: a formula may hide behind it.
fn is_unseen(character: char) -> bool {
    matches!(character, '\0' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use idw_words::message;
    use proptest::prelude::*;

    use super::*;
    use crate::{
        activity::in_english,
        view::{CalledView, Purpose},
    };

    #[test]
    fn no_cell_is_a_formula() {
        let check = |text: &str, expected: &str| assert_eq!(cell(text), expected, "{text:?}");
        check("Shop", "Shop");
        check("A=B, \"quoted\"", "A=B, \"quoted\"");
        check("Ada Example; 3-5 High St, +1 room", "Ada Example; 3-5 High St, '+1 room");
        check("=1+1", "'=1+1");
        check(" =1+1", "' =1+1");
        check("\"=1+1", "'\"'=1+1");
        check("+44", "'+44");
        check("-1", "'-1");
        check("@SUM(A1)", "'@SUM(A1)");
        check("\t=1", "'\t'=1");
        check("\r\n=1", "'\r\n'=1");
        check("＝1", "'＝1");
        check("\u{feff}=1", "'\u{feff}=1");
        check("a;=HYPERLINK(\"x\")", "a;'=HYPERLINK(\"x\")");
        check("a|  \"@x", "a|  \"'@x");
        check("", "");
    }

    fn entry(site: &str, title: &str, files: &[String]) -> ActivityView {
        let sent = SentView {
            name: "email".to_owned(),
            called: CalledView { title: title.to_owned(), asked_as: Some(title.to_owned()), ..CalledView::default() },
            required: None,
            digest: "ab".to_owned(),
            files: files.to_vec(),
        };
        ActivityView {
            number: 1,
            at: "2026-01-02T03:04:05Z".to_owned(),
            text: message::ActivityLoggedIn { site }.into(),
            kind: "approved".to_owned(),
            site: Some(site.to_owned()),
            root: None,
            account: None,
            sent: vec![sent],
            failed: false,
            purpose: Some(Purpose::LogIn),
        }
    }

    /// The cells of a file as a reader sees them that knows nothing of quotation marks, or as one that does.
    fn cells(file: &str, separator: u8, quoting: bool) -> Vec<String> {
        let mut builder = csv::ReaderBuilder::new();
        builder.delimiter(separator).quoting(quoting).flexible(true).has_headers(false);
        let mut reader = builder.from_reader(file.as_bytes());
        let rows = reader.records().map(Result::unwrap);
        rows.flat_map(|row| row.iter().map(str::to_owned).collect::<Vec<_>>()).collect()
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]

        #[test]
        fn no_reader_finds_a_formula_whatever_it_takes_for_the_separator(
            pieces in prop::collection::vec(prop_oneof![
                prop::sample::select(vec!["=1+1", "+", "-2", "@A1", "＝", ";", ",", "\t", "|", "\"", "\r\n", "\n", " ", "a", "'", "\u{a0}"])
                    .prop_map(str::to_owned),
                any::<char>().prop_map(String::from),
            ], 0..12)
        ) {
            let text = pieces.concat();
            let mut written = Vec::new();
            write_csv(&mut written, &[entry(&text, &text, std::slice::from_ref(&text))], in_english()).unwrap();
            let file = String::from_utf8(written).unwrap();
            for separator in *b",;\t|" {
                for quoting in [true, false] {
                    for found in cells(&file, separator, quoting) {
                        let begun = found.trim_start_matches(|c: char| c.is_whitespace() || c == '"' || is_unseen(c));
                        let first = begun.chars().next();
                        assert!(
                            !matches!(first, Some('=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠')),
                            "{found:?} in {file:?}, read with {:?}, quoting: {quoting}", char::from(separator)
                        );
                    }
                }
            }
            let unmarked = |text: &str| text.replace('\'', "");
            let read = cells(&file, b',', true);
            assert_eq!(unmarked(&read[COLUMNS.len() + 4]), unmarked(&text), "nothing but apostrophes is added");
        }
    }

    #[test]
    fn each_value_has_a_row_and_texts_survive_quoting() {
        let sent = |name: &str| SentView {
            name: name.to_owned(),
            called: CalledView {
                title: "A \"title\", with all".to_owned(),
                asked_as: Some("First name".to_owned()),
                ..CalledView::default()
            },
            required: Some(true),
            digest: "ab".to_owned(),
            files: vec!["front.jpg".to_owned(), "back.jpg".to_owned()],
        };
        let entry = ActivityView {
            text: message::ActivityAttributeSet { title: "one\r\ntwo" }.into(),
            sent: vec![sent("passport"), sent("visa")],
            purpose: Some(Purpose::SignUp),
            ..entry("=cmd|' /C calc'!A0", "", &[])
        };
        let mut written = Vec::new();
        let entries = [ActivityView { sent: Vec::new(), ..entry.clone() }, entry];
        write_csv(&mut written, &entries, in_english()).unwrap();
        let quoted = written.starts_with(b"\"number\",\"at\",\"kind\",");
        assert!(quoted && written.ends_with(b"\"\r\n"), "lines end as in RFC 4180, and every cell is quoted");
        let mut read = csv::Reader::from_reader(written.as_slice());
        let rows: Vec<csv::StringRecord> = read.records().map(Result::unwrap).collect();
        assert_eq!(rows.len(), 3, "one without a value, and one for each of two");
        assert_eq!((&rows[1][3], &rows[1][4]), ("Entered one\r\ntwo", "'=cmd|' /C calc'!A0"));
        assert_eq!((&rows[1][8], &rows[2][8], &rows[0][8]), ("passport", "visa", ""));
        assert_eq!((&rows[2][9], &rows[2][11]), ("A \"title\", with all", "front.jpg; back.jpg"));
        assert_eq!((&rows[2][12], &rows[0][12]), ("First name", ""));
    }
}
