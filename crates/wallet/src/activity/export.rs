//! The log as a file, for other programs.

use std::io::Write;

use serde_json::json;

use super::ActivityError;
use crate::{
    Wallet,
    clock::now,
    view::{ActivityExported, ActivityView, SentView},
};

/// In which form the log is written out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ActivityFormat {
    /// One JSON object: `format`, `version`, `exported`, and the entries as [`ActivityView`]s.
    Json,
    /// A table after RFC 4180 with a heading line: a row for each entry, and one for each value where several were
    /// sent. Text that a spreadsheet would take for a formula begins with an apostrophe.
    Csv,
}

/// What tells an export from other JSON.
const FORMAT: &str = "idw-activity";

const COLUMNS: [&str; 12] =
    ["number", "at", "kind", "text", "site", "account", "failed", "purpose", "attribute", "title", "sha256", "files"];

impl Wallet {
    /// Writes every entry that concerns this profile or the wallet as a whole, the newest last. No value is in it,
    /// only digests.
    ///
    /// # Errors
    /// Where the vault cannot be read, or `to` cannot be written.
    pub fn export_activity(
        &self,
        to: &mut dyn Write,
        format: ActivityFormat,
    ) -> Result<ActivityExported, ActivityError> {
        let entries = self.activity()?;
        match format {
            ActivityFormat::Json => write_json(to, &entries)?,
            ActivityFormat::Csv => write_csv(to, &entries)?,
        }
        Ok(ActivityExported { entries: entries.len() as u64 })
    }
}

fn write_json(to: &mut dyn Write, entries: &[ActivityView]) -> Result<(), ActivityError> {
    let document = json!({ "format": FORMAT, "version": 1, "exported": now().to_string(), "entries": entries });
    serde_json::to_writer_pretty(&mut *to, &document).map_err(|error| ActivityError::Target(error.into()))?;
    to.write_all(b"\n").map_err(ActivityError::Target)?;
    to.flush().map_err(ActivityError::Target)
}

fn write_csv(to: &mut dyn Write, entries: &[ActivityView]) -> Result<(), ActivityError> {
    let unwritten = |error: csv::Error| ActivityError::Target(error.into());
    let mut table = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(to);
    table.write_record(COLUMNS).map_err(unwritten)?;
    for entry in entries {
        if entry.sent.is_empty() {
            table.write_record(row(entry, None)).map_err(unwritten)?;
        }
        for sent in &entry.sent {
            table.write_record(row(entry, Some(sent))).map_err(unwritten)?;
        }
    }
    table.flush().map_err(ActivityError::Target)
}

fn row(entry: &ActivityView, sent: Option<&SentView>) -> [String; COLUMNS.len()] {
    let of_sent = |part: fn(&SentView) -> String| sent.map(part).unwrap_or_default();
    [
        entry.number.to_string(),
        entry.at.clone(),
        cell(&entry.kind),
        cell(&entry.text),
        cell(entry.site.as_deref().unwrap_or_default()),
        cell(entry.account.as_deref().unwrap_or_default()),
        entry.failed.to_string(),
        cell(entry.purpose.map_or("", purpose)),
        of_sent(|sent| cell(&sent.name)),
        of_sent(|sent| cell(&sent.title)),
        of_sent(|sent| sent.digest.clone()),
        of_sent(|sent| cell(&sent.files.join("; "))),
    ]
}

fn purpose(purpose: crate::view::Purpose) -> &'static str {
    match purpose {
        crate::view::Purpose::LogIn => "logIn",
        crate::view::Purpose::SignUp => "signUp",
        crate::view::Purpose::Apply => "apply",
    }
}

/// Text that no spreadsheet computes. Sites name themselves and what they ask for: `=HYPERLINK(…)` would run with the
/// user's rights when the file is opened (OWASP, "CSV Injection").
fn cell(text: &str) -> String {
    let first = text.trim_start_matches([' ', '\u{a0}', '"']).chars().next();
    let is_formula = matches!(first, Some('=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠'));
    if is_formula { format!("'{text}") } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::Purpose;

    #[test]
    fn no_cell_is_a_formula() {
        let check = |text: &str, expected: &str| assert_eq!(cell(text), expected, "{text:?}");
        check("Shop", "Shop");
        check("A=B, \"quoted\"", "A=B, \"quoted\"");
        check("=1+1", "'=1+1");
        check(" =1+1", "' =1+1");
        check("\"=1+1", "'\"=1+1");
        check("+44", "'+44");
        check("-1", "'-1");
        check("@SUM(A1)", "'@SUM(A1)");
        check("\t=1", "'\t=1");
        check("\r\n=1", "'\r\n=1");
        check("＝1", "'＝1");
        check("", "");
    }

    #[test]
    fn each_value_has_a_row_and_texts_survive_quoting() {
        let sent = |name: &str| SentView {
            name: name.to_owned(),
            title: "A \"title\", with all".to_owned(),
            digest: "ab".to_owned(),
            files: vec!["front.jpg".to_owned(), "back.jpg".to_owned()],
        };
        let entry = ActivityView {
            number: 1,
            at: "2026-01-02T03:04:05Z".to_owned(),
            text: "one\r\ntwo".to_owned(),
            kind: "approved".to_owned(),
            site: Some("=cmd|' /C calc'!A0".to_owned()),
            account: None,
            sent: vec![sent("passport"), sent("visa")],
            failed: false,
            purpose: Some(Purpose::SignUp),
        };
        let mut written = Vec::new();
        write_csv(&mut written, &[ActivityView { sent: Vec::new(), ..entry.clone() }, entry]).unwrap();
        assert!(written.starts_with(b"number,at,kind,") && written.ends_with(b"\r\n"), "lines end as in RFC 4180");
        let mut read = csv::Reader::from_reader(written.as_slice());
        let rows: Vec<csv::StringRecord> = read.records().map(Result::unwrap).collect();
        assert_eq!(rows.len(), 3, "one without a value, and one for each of two");
        assert_eq!((&rows[1][3], &rows[1][4]), ("one\r\ntwo", "'=cmd|' /C calc'!A0"));
        assert_eq!((&rows[1][8], &rows[2][8], &rows[0][8]), ("passport", "visa", ""));
        assert_eq!((&rows[2][9], &rows[2][11]), ("A \"title\", with all", "front.jpg; back.jpg"));
    }
}
