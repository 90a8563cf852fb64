//! What a document is called: a name that is safe to pass on to sites, to write to any file system and to show to people.

use std::fmt;

use crate::{plain::is_unseen, records::DocumentMeta};
use idw_documents::MediaType;

/// As many as a site is sent; with the marks of files that are not whole yet, no file system's limit is reached.
const MAX_CHARS: usize = 120;
/// File systems count bytes: 255 at most.
const MAX_BYTES: usize = 240;

/// What a document is called where its name leaves nothing.
const NAMELESS: &str = "document";

/// The longest that is taken for an extension: "J. Smith" has none.
const MAX_EXTENSION_CHARS: usize = 4;

/// Endings that say what a file is, besides those of the types that documents have. They do not stay before another one.
const OTHER_EXTENSIONS: [&str; 22] = [
    "apk", "app", "bat", "bmp", "cmd", "com", "doc", "docx", "exe", "gif", "heic", "htm", "html", "js", "lnk", "msi",
    "scr", "sh", "tif", "tiff", "webp", "zip",
];

/// A file's name without folders: one line, in the order in which it is read, of at most 120 characters and 240 bytes,
/// and one that Windows, macOS and Linux allow.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct FileName(String);

impl FileName {
    /// The name of a file of this type: with an extension that fits.
    pub(crate) fn new(given: &str, mime_type: &str) -> Self {
        match MediaType::parse(mime_type) {
            Some(media_type) => Self(cut(&fitting(&clean(given), media_type))),
            None => Self::from(given.to_owned()),
        }
    }

    /// The same with another end of its stem and another type: `bill.pdf` and `-clean` make `bill-clean.pdf`.
    pub(crate) fn with_suffix(&self, suffix: &str, media_type: MediaType) -> Self {
        let (stem, _) = split(&self.0);
        let ending = format!("{suffix}.{}", media_type.extensions()[0]);
        Self(format!("{}{ending}", cut_to(stem, ending.len(), ending.len())))
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<String> for FileName {
    /// The name of a file whose type is not known.
    fn from(given: String) -> Self {
        Self(cut(&clean(&given)))
    }
}

impl From<FileName> for String {
    fn from(name: FileName) -> Self {
        name.0
    }
}

impl fmt::Display for FileName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl DocumentMeta {
    /// What the document is called wherever it is shown or goes.
    pub(crate) fn file_name(&self) -> String {
        FileName::new(FileName::from(self.name.clone()).as_str(), &self.mime_type).into()
    }
}

/// What a document that came under this name is called in the wallet: without folders, and without what is not seen,
/// changes the order of what is, or misleads about its type.
pub fn document_name(given: &str, mime_type: &str) -> String {
    FileName::new(given, mime_type).0
}

fn clean(given: &str) -> String {
    let last = given.rsplit(['/', '\\']).next().unwrap_or_default();
    let seen = without_unseen(last);
    let mut words = String::new();
    for word in seen.split_whitespace() {
        if !words.is_empty() {
            words.push(' ');
        }
        words.push_str(word);
    }
    let allowed: String = words.chars().map(allowed).collect();
    // A point at the beginning hides a file, one at the end is lost on Windows.
    let name = allowed.trim_matches(['.', ' ']);
    if name.is_empty() {
        return NAMELESS.to_owned();
    }
    if is_device(name) { format!("_{name}") } else { name.to_owned() }
}

/// Drops what people do not see, and what programs give a meaning of their own.
fn without_unseen(name: &str) -> String {
    let mut seen = String::new();
    let mut rest = name.chars().peekable();
    while let Some(c) = rest.next() {
        let joins = is_joiner(c)
            && seen.chars().next_back().is_some_and(is_joined_script)
            && rest.peek().is_some_and(|next| is_joined_script(*next));
        if c.is_whitespace() && !matches!(c, '\r' | '\n' | '\u{2028}' | '\u{2029}' | '\u{85}' | '\u{b}' | '\u{c}') {
            seen.push(' ');
        } else if joins || !(is_unseen(c) || is_blank(c)) {
            seen.push(c);
        }
    }
    seen
}

/// The joiners that names in Persian, Hindi and their like are spelt with.
fn is_joiner(c: char) -> bool {
    matches!(c, '\u{200c}' | '\u{200d}')
}

/// Arabic, Syriac, N'Ko and the scripts of India and its neighbours (Unicode blocks).
fn is_joined_script(c: char) -> bool {
    matches!(c, '\u{600}'..='\u{8ff}' | '\u{900}'..='\u{dff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}')
}

/// What is drawn as nothing though it counts as a letter or a mark, and what has no meaning that is agreed upon: private
/// use, variation selectors, what is no character.
fn is_blank(c: char) -> bool {
    matches!(c,
        '\u{34f}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}' | '\u{2065}' | '\u{2800}'
        | '\u{3164}' | '\u{e000}'..='\u{f8ff}' | '\u{fe00}'..='\u{fe0f}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffc}'
        | '\u{fffe}' | '\u{ffff}' | '\u{e0000}'..='\u{10ffff}')
}

/// Something else for what Windows allows in no name, for what servers may take for the end of a name when they are sent
/// it, and for what stands for bytes that are no text.
fn allowed(c: char) -> char {
    match c {
        '\'' => '’',
        ';' => ',',
        '<' | '>' | ':' | '"' | '|' | '?' | '*' | '%' | char::REPLACEMENT_CHARACTER => '_',
        c => c,
    }
}

/// Names that mean a device on Windows, whatever follows a point.
fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().trim_end().to_ascii_uppercase();
    let is_numbered = |port: &str| {
        let mut number = stem.strip_prefix(port).unwrap_or_default().chars();
        matches!((number.next(), number.next()), (Some('0'..='9' | '¹' | '²' | '³'), None))
    };
    matches!(stem.as_str(), "CON" | "PRN" | "AUX" | "NUL" | "CONIN$" | "CONOUT$")
        || is_numbered("COM")
        || is_numbered("LPT")
}

/// A name that ends as those of its type do.
fn fitting(name: &str, media_type: MediaType) -> String {
    let mut stem = name;
    let mut is_first = true;
    while !media_type.agrees_with_name(stem) {
        let (before, Some(extension)) = split(stem) else { break };
        // The first is replaced whatever it is, those before it only if they too would say what the file is.
        let says_a_type = is_extension_of_a_type(extension);
        if before.is_empty() || !(is_first && is_extension(extension) || says_a_type) {
            break;
        }
        stem = before.trim_end_matches(['.', ' ']);
        is_first = false;
    }
    if stem.is_empty() {
        stem = NAMELESS;
    }
    if media_type.agrees_with_name(stem) { stem.to_owned() } else { format!("{stem}.{}", media_type.extensions()[0]) }
}

fn is_extension(extension: &str) -> bool {
    extension.chars().count() <= MAX_EXTENSION_CHARS
        && extension.bytes().all(|byte| byte.is_ascii_alphanumeric())
        && extension.bytes().any(|byte| byte.is_ascii_alphabetic())
}

fn is_extension_of_a_type(extension: &str) -> bool {
    let extension = extension.to_ascii_lowercase();
    OTHER_EXTENSIONS.contains(&extension.as_str())
        || MediaType::ALL.iter().any(|media_type| media_type.extensions().contains(&extension.as_str()))
}

fn split(name: &str) -> (&str, Option<&str>) {
    match name.rsplit_once('.') {
        Some((stem, extension)) if !stem.is_empty() => (stem, Some(extension)),
        _ => (name, None),
    }
}

/// Cuts a name that is too long before its extension.
fn cut(name: &str) -> String {
    if name.len() <= MAX_BYTES && name.chars().count() <= MAX_CHARS {
        return name.to_owned();
    }
    let (stem, extension) = split(name);
    let ending = extension.filter(|extension| extension.len() <= 10).map(|extension| format!(".{extension}"));
    let (stem, ending) = ending.map_or((name, String::new()), |ending| (stem, ending));
    format!("{}{ending}", cut_to(stem, ending.chars().count(), ending.len()))
}

/// As much of a stem as leaves room for so many characters and bytes.
fn cut_to(stem: &str, chars: usize, bytes: usize) -> &str {
    let mut end = stem.char_indices().nth(MAX_CHARS - chars).map_or(stem.len(), |(at, _)| at).min(MAX_BYTES - bytes);
    while !stem.is_char_boundary(end) {
        end -= 1;
    }
    stem[..end].trim_end_matches(['.', ' '])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_keep_no_path_and_nothing_that_is_not_seen() {
        let check = |given: &str, expected: &str| assert_eq!(document_name(given, "image/jpeg"), expected, "{given:?}");
        check("passport.jpg", "passport.jpg");
        check("Ada’s passport (front), 2026.JPG", "Ada’s passport (front), 2026.JPG");
        check("Ada's passport; front.JPG", "Ada’s passport, front.JPG");
        check("/home/ada/passport.jpg", "passport.jpg");
        check("C:\\Users\\ada\\passport.jpg", "passport.jpg");
        check("a\r\nb.jpg", "ab.jpg");
        check("a\u{2028}b\u{85}c.jpg", "abc.jpg");
        check("passport\u{202e}gpj.exe", "passportgpj.jpg");
        check("pass\u{200b}port\u{2066}\u{ad}\u{feff}.jpg", "passport.jpg");
        check("pass\u{200d}port\u{e000}\u{fe0f}\u{3164}.jpg", "passport.jpg");
        check("می\u{200c}خواهم.jpg", "می\u{200c}خواهم.jpg");
        check("क\u{94d}\u{200d}ष.jpg", "क\u{94d}\u{200d}ष.jpg");
        check("a\u{a0}\u{3000} b\t.jpg", "a b .jpg");
        check("\u{feff}\u{2028}\u{200b}", "document.jpg");
        check("a/..", "document.jpg");
        check("", "document.jpg");
        check("dir/", "document.jpg");
        check("Ünïcödé 写真.jpg", "Ünïcödé 写真.jpg");
    }

    #[test]
    fn every_system_can_write_the_name() {
        let check =
            |given: &str, expected: &str| assert_eq!(document_name(given, "application/pdf"), expected, "{given:?}");
        check("a<b>c:d\"e|f?g*h%i.pdf", "a_b_c_d_e_f_g_h_i.pdf");
        check("CON.pdf", "_CON.pdf");
        check("nul", "_nul.pdf");
        check("lpt1.old.pdf", "_lpt1.old.pdf");
        check("com¹.pdf", "_com¹.pdf");
        check("console.pdf", "console.pdf");
        check("bill.pdf.", "bill.pdf");
        check("bill.pdf . .", "bill.pdf");
        check(".hidden.pdf", "hidden.pdf");
        check("..pdf", "pdf.pdf");
        check("bill\u{fffd}.pdf", "bill_.pdf");
    }

    #[test]
    fn the_extension_is_that_of_the_type() {
        let check = |given: &str, mime_type: &str, expected: &str| {
            assert_eq!(document_name(given, mime_type), expected, "{given:?} as {mime_type}");
        };
        check("scan.pdf", "image/jpeg", "scan.jpg");
        check("photo.exe", "image/jpeg", "photo.jpg");
        check("photo.jpg.exe", "image/jpeg", "photo.jpg");
        check("photo.pdf.exe", "image/jpeg", "photo.jpg");
        check("photo.exe.jpg", "image/jpeg", "photo.exe.jpg");
        check("photo.jpeg", "image/jpeg", "photo.jpeg");
        check("photo.JPG", "image/jpeg", "photo.JPG");
        check("photo.jpg", "image/png", "photo.png");
        check("photo", "image/png", "photo.png");
        check("J. Smith", "application/pdf", "J. Smith.pdf");
        check("bill 2026.07", "application/pdf", "bill 2026.07.pdf");
        check("bill.january", "application/pdf", "bill.january.pdf");
        check("bill.jpg .pdf", "application/pdf", "bill.jpg .pdf");
        check("voice.mp4", "audio/mp4", "voice.mp4");
        check("scan.pdf", "application/octet-stream", "scan.pdf");
    }

    #[test]
    fn a_long_name_keeps_its_end() {
        let check = |given: String, mime_type: &str, end: &str| {
            let name = document_name(&given, mime_type);
            assert!(name.ends_with(end) && name.len() <= MAX_BYTES && name.chars().count() <= MAX_CHARS, "{name}");
            assert!(
                name.chars().count() == MAX_CHARS || name.len() > MAX_BYTES - 4,
                "no more is cut than must be: {name}"
            );
            assert_eq!(document_name(&name, mime_type), name, "what is cut stays as it is");
        };
        check(format!("{}.jpeg", "é".repeat(400)), "image/jpeg", "é.jpeg");
        check(format!("{}.pdf", "写".repeat(400)), "application/pdf", "写.pdf");
        check("🪪".repeat(100), "image/png", "🪪.png");
        check("a".repeat(400), "image/png", "a.png");
        check(format!("a.{}", "b".repeat(400)), "image/png", "b.png");
    }

    #[test]
    fn a_copy_is_named_after_its_original() {
        let check = |given: &str, suffix: &str, media_type: MediaType, expected: &str| {
            assert_eq!(FileName::from(given.to_owned()).with_suffix(suffix, media_type).as_str(), expected);
        };
        check("passport.png", "-small", MediaType::Jpeg, "passport-small.jpg");
        check("scan.of.me.jpeg", "-small", MediaType::Jpeg, "scan.of.me-small.jpg");
        check("passport", "-small", MediaType::Jpeg, "passport-small.jpg");
        check("bill.pdf", "-clean", MediaType::Pdf, "bill-clean.pdf");
        let long = FileName::from(format!("{}.pdf", "a".repeat(300))).with_suffix("-clean", MediaType::Pdf);
        assert!(long.as_str().ends_with("a-clean.pdf") && long.as_str().len() == MAX_CHARS, "{long}");
    }

    #[test]
    fn a_name_from_an_older_vault_is_made_fit_when_it_is_read() {
        let record = serde_json::json!({
            "version": 1, "name": "a\u{202e}gpj.exe\r\n", "mime_type": "application/x-strange",
            "added": "2026-01-02T03:04:05Z", "kept_alone": true
        });
        let read: DocumentMeta = serde_json::from_value(record).unwrap();
        assert_eq!(read.file_name(), "agpj.exe");
        assert_eq!(DocumentMeta { mime_type: "image/jpeg".to_owned(), ..read }.file_name(), "agpj.jpg");
    }
}
