//! Documents from anywhere, through the program that ships: each is taken or refused with a sentence, and the vault
//! goes on.

use std::{fmt::Write as _, fs};

use idw_journeys::{Home, Sample};

const USAGE: i32 = 2;

/// A PDF of these objects, without the table that readers can do without.
fn pdf(objects: &[&str]) -> Vec<u8> {
    let mut body = String::new();
    for (at, one) in objects.iter().enumerate() {
        write!(body, "{} 0 obj\n{one}\nendobj\n", at + 1).expect("memory takes it");
    }
    format!("%PDF-1.7\n{body}trailer\n<</Root 1 0 R>>\n%%EOF\n").into_bytes()
}

#[test]
fn bad_files_are_refused_with_a_sentence() {
    let home = Home::with_vault();
    let check = |name: &str, bytes: &[u8], says: &str| {
        let path = home.write_outside(name, bytes);
        let said = home.fails(USAGE, ["document", "add", &path.display().to_string()]);
        assert!(said.contains(says), "{name}: {said}");
        assert!(said.trim().lines().count() == 1, "one sentence: {said}");
    };
    let picture = Sample::named("passport-selfie.jpg").bytes;
    let bill = Sample::named("utility-bill.pdf").bytes;
    let page = b"<html><script>alert(1)</script></html>";
    check("empty.pdf", b"", "empty");
    check("large.jpg", &[picture.as_slice(), &vec![0; 50_000_001 - picture.len()]].concat(), "50 MB");
    check("picture.jpg", b"GIF89a\x01\0\x01\0\0\0\0;", "GIF");
    check("letter.pdf", b"hello", "plain text");
    check("page-in-picture.jpg", &[picture.as_slice(), page].concat(), "a web page");
    check("archive-in-bill.pdf", &[bill.as_slice(), b"PK\x05\x06", &[0; 18]].concat(), "ZIP");
    check("half.jpg", &picture[..picture.len() / 2], "the end of the file is missing");
    check("half.pdf", &bill[..bill.len() / 2], "the end of the file is missing");
    check("nothing.pdf", b"%PDF-1.7\n%%EOF", "damaged");
    check("no-pages.pdf", &pdf(&["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[]/Count 0>>"]), "PDF");
    assert_eq!(home.ok(["document", "list"]), serde_json::json!([]), "nothing was kept");
}

/// As many programs write them: something stands around them, or the mark at the end is missing.
#[test]
fn pdfs_that_every_viewer_opens_are_taken_shown_and_can_be_put_right() {
    let home = Home::with_vault();
    let bill = Sample::named("utility-bill.pdf").bytes;
    let end = bill.windows(5).rposition(|window| window == b"%%EOF").expect("it has an end");
    for (name, bytes, says) in [
        ("mark.pdf", [b"\xef\xbb\xbf", &bill[..]].concat(), "does not begin"),
        ("lines.pdf", [b"\r\n\r\n", &bill[..]].concat(), "does not begin"),
        ("no-end.pdf", bill[..end].to_vec(), "no mark at its end"),
        ("mail.pdf", [&bill[..], b"\nSent by an example"].concat(), "after its end"),
    ] {
        let path = home.write_outside(name, &bytes);
        let added = home.ok(["document", "add", &path.display().to_string()]);
        assert!(added["notes"][0].as_str().is_some_and(|note| note.contains(says)), "{name}: {added}");
        assert_eq!(added["canBeCleaned"], true, "{name}: {added}");
        let id = added["document"]["id"].as_str().expect("it has an id");
        let thumbnail = home.path().join(format!("{name}.png")).display().to_string();
        home.ok(["document", "thumbnail", id, "--output", &thumbnail]);
        let clean = home.ok(["document", "clean", id]);
        let out = home.path().join(format!("clean-{name}")).display().to_string();
        home.ok(["document", "export", clean["document"]["id"].as_str().expect("it has an id"), &out]);
        let clean = fs::read(&out).expect("it was written");
        assert!(clean.starts_with(b"%PDF-1.7\n") && clean.ends_with(b"%%EOF"), "{name}");
    }
}

#[test]
fn what_a_pdf_tells_is_said_with_a_way_to_get_a_copy_without_it() {
    let home = Home::with_vault();
    let objects = ["<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[4 0 R]>>>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>"];
    let page = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]/Annots[4 0 R]>>";
    let field = "<</Subtype/Widget/FT/Tx/T(name)/V(Canary)/Rect[0 0 0 0]/F 2>>";
    let path = home.write_outside("form.exe", &pdf(&[objects[0], objects[1], page, field]));
    let said = home.run(["document", "add", &path.display().to_string()]).stdout;
    let home_says = |what: &str| assert!(said.contains(what), "{what} is not in {said}");
    home_says("Saved as “form.pdf”");
    home_says("Still in form.pdf: entries of its form as data");
    let words: Vec<_> = said.split('`').nth(1).expect("it names a command").split(' ').skip(1).collect();
    assert_eq!(words[..2], ["document", "clean"]);
    let cleaned = home.run(&words).stdout;
    assert!(cleaned.contains("Made the copy “form-clean.pdf” without entries of its form as data"), "{cleaned}");
    assert!(cleaned.contains("“form.pdf” is unchanged"), "{cleaned}");
    let listed = home.ok(["document", "list"]);
    let said = home.fails(USAGE, [&words[..2], &[listed[0]["id"].as_str().expect("an id")]].concat());
    assert!(said.contains("nothing to remove"), "{said}");
}

#[test]
fn what_is_nested_without_end_does_no_harm() {
    let home = Home::with_vault();
    let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    let page = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]>>";
    let catalogue = format!("<</Type/Catalog/Pages 2 0 R/Extra {deep}>>");
    let bytes = pdf(&[&catalogue, "<</Type/Pages/Kids[3 0 R]/Count 1>>", page]);
    let path = home.write_outside("deep.pdf", &bytes);
    let run = home.run(["document", "add", &path.display().to_string()]);
    assert!(run.code == 0 || run.code == USAGE, "{run:?}");
    assert!(!run.stderr.contains("panicked"), "{run:?}");
    assert!(home.ok(["vault", "verify"]).is_object(), "the vault is as it was");
}

#[test]
fn documents_are_shown_and_made_smaller() {
    let home = Home::with_vault();
    let page = Sample::named("passport-photo-page.jpg");
    let added = home.ok(["document", "add", &page.path.display().to_string()]);
    let id = added["document"]["id"].as_str().expect("it has an id");
    let thumbnail = home.path().join("thumbnail.png").display().to_string();
    home.ok(["document", "thumbnail", id, "--output", &thumbnail]);
    assert!(fs::read(&thumbnail).expect("it was written").starts_with(b"\x89PNG"));

    let said = home.fails(USAGE, ["document", "shrink", id, "--max", "60KB"]);
    assert!(said.contains("187 kB (1250 × 880 pixels) becomes"), "without a terminal nobody can agree: {said}");
    let kept = home.ok(["document", "shrink", id, "--max", "60KB", "--yes"]);
    assert!(kept["document"]["size"].as_u64().is_some_and(|size| size <= 60_000), "{kept}");
    assert_eq!(kept["document"]["shrunkFrom"], added["document"]["id"]);
    home.fails(USAGE, ["document", "shrink", id, "--max", "100"]);
    home.fails(USAGE, ["document", "shrink", id, "--max", "1MB"]);
}

#[test]
fn a_profile_is_worked_in() {
    let home = Home::with_vault();
    home.ok(["profile", "add", "Ltd", "--kind", "company"]);
    home.ok(["--profile", "Ltd", "attribute", "set", "company-name", "Example Ltd"]);
    assert_eq!(home.ok(["attribute", "list"]), serde_json::json!([]), "the person has none of it");
    assert_eq!(home.ok(["--profile", "Ltd", "attribute", "list"])[0]["name"], "company-name");
    home.fails(USAGE, ["attribute", "set", "company-name", "Example Ltd"]);
    let said = home.run(["--profile", "Nobody", "attribute", "list"]);
    assert_ne!(said.code, 0, "{said:?}");
}
