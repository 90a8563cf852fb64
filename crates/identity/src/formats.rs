//! Formats that are read more narrowly than the validating library reads them by itself.
//!
//! | format | what is asked for besides |
//! | --- | --- |
//! | `email` | one bare address (RFC 5321, `Mailbox`): no name, no angle brackets, no comment, no control character |
//! | `idn-email` | the same with letters of any script (RFC 6531), none of them invisible |
//! | `date`, `date-time` | a year of the calendar: there was no year 0 |
//!
//! Quoted local parts (`"a b"@mail.example`), addresses at a host without a dot and at an IP address in brackets are
//! valid, as the RFC has it: a value that a site's own schema allows must not be refused for being unusual.

use std::sync::LazyLock;

use jsonschema::{Draft, EmailOptions, ValidationOptions, Validator};
use serde_json::{Value, json};

use crate::texts::{is_unseen, is_visible};

/// Longest address in bytes (RFC 5321, 4.5.3.1.3, without the angle brackets that are counted there).
const MAX_EMAIL_BYTES: usize = 254;
/// Longest part before the `@` in bytes (RFC 5321, 4.5.3.1.1).
const MAX_LOCAL_PART_BYTES: usize = 64;

/// The options with the formats of this module in place of the library's.
pub(crate) fn narrowed(options: ValidationOptions<'_>) -> ValidationOptions<'_> {
    options
        .with_format("email", is_email)
        .with_format("idn-email", is_idn_email)
        .with_format("date", |text: &str| has_year(text) && DATE.accepts(text))
        .with_format("date-time", |text: &str| has_year(text) && DATE_TIME.accepts(text))
}

/// Whether the text is one email address and nothing else, in ASCII.
pub(crate) fn is_email(text: &str) -> bool {
    is_bare(text) && EMAIL.accepts(text)
}

fn is_idn_email(text: &str) -> bool {
    is_bare(text) && IDN_EMAIL.accepts(text)
}

/// What no address has, and what the library does not look at.
fn is_bare(text: &str) -> bool {
    let local_part = text.rsplit_once('@').map_or(text, |(local_part, _)| local_part);
    text.len() <= MAX_EMAIL_BYTES
        && local_part.len() <= MAX_LOCAL_PART_BYTES
        // A space may stand in a quoted local part.
        && text.chars().all(|c| c == ' ' || (is_visible(c) && !is_unseen(c)))
}

fn has_year(text: &str) -> bool {
    !text.starts_with("0000")
}

/// The library's own reading of one format.
struct Format(LazyLock<Validator>);

impl Format {
    fn accepts(&self, text: &str) -> bool {
        self.0.is_valid(&Value::from(text))
    }
}

static EMAIL: Format = Format(LazyLock::new(|| own_reading("email")));
static IDN_EMAIL: Format = Format(LazyLock::new(|| own_reading("idn-email")));
static DATE: Format = Format(LazyLock::new(|| own_reading("date")));
static DATE_TIME: Format = Format(LazyLock::new(|| own_reading("date-time")));

fn own_reading(format: &str) -> Validator {
    jsonschema::options()
        .with_draft(Draft::Draft7)
        .should_validate_formats(true)
        .with_email_options(EmailOptions::default().without_display_text())
        .build(&json!({ "format": format }))
        .expect("draft 7 has each of these formats; a test uses each")
}

/// The address with its host in the form that mail servers and the format `email` have for it:
/// `ada@müller.example` → `ada@xn--mller-kva.example`. Anything else comes back as it is.
pub(crate) fn with_ascii_host(text: &str) -> String {
    let written = text.rsplit_once('@').filter(|(_, host)| !host.is_ascii());
    let ascii = written.and_then(|(local_part, host)| match url::Host::parse(host).ok()? {
        url::Host::Domain(host) => Some(format!("{local_part}@{host}")),
        _ => None,
    });
    ascii.unwrap_or_else(|| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_email_address_stands_alone() {
        let check = |text: &str, expected: bool| assert_eq!(is_email(text), expected, "{text:?}");
        for valid in [
            "ada@mail.example",
            "Ada.Example+wallet@sub.mail.example",
            "a!#$%&'*+-/=?^_`{|}~b@mail.example",
            "\"ada example\"@mail.example",
            "\"<ada>\"@mail.example",
            "ada@localhost",
            "ada@[192.0.2.7]",
            "ada@[IPv6:2001:db8::7]",
            "ada@xn--mller-kva.example",
            &format!("{}@mail.example", "a".repeat(64)),
        ] {
            check(valid, true);
        }
        for invalid in [
            "",
            "ada",
            "@mail.example",
            "ada@",
            "Ada <ada@mail.example>",
            "ada <script>alert(1)</script> <a@b.example>",
            "\"Ada Example\" <ada@mail.example>",
            "<ada@mail.example>",
            "Ada\r\nBcc: x <ada@mail.example>",
            "ada@mail.example (work)",
            "(work) ada@mail.example",
            "ada(work)@mail.example",
            "mailto:ada@mail.example",
            "ada@mail.example, bob@mail.example",
            "ada@mail.example;bob@mail.example",
            "ada@mail.example\n",
            "ada@mail.example\r\nBcc: bob@mail.example",
            "\"ada\r\n\"@mail.example",
            "\"ada\t\"@mail.example",
            "\"ada\0\"@mail.example",
            " ada@mail.example",
            "ada @mail.example",
            "ada@ mail.example",
            "ada@mail.example ",
            ".ada@mail.example",
            "ada.@mail.example",
            "ada..example@mail.example",
            "ada@mail..example",
            "ada@.mail.example",
            "ada@mail.example.",
            "ada@-mail.example",
            "ada@mail_box.example",
            "ada@mail.example>",
            "ada@[300.0.2.7]",
            "ada@[192.0.2.7",
            "ada@192.0.2.7]",
            "ada@bob@mail.example",
            "j\u{f6}rg@mail.example",
            "ada@m\u{fc}ller.example",
            "ada\u{200b}@mail.example",
            "ada\u{202e}@mail.example",
            &format!("{}@mail.example", "a".repeat(65)),
            &format!("ada@{}.example", "a".repeat(64)),
            &format!("ada@{}example", "mail.".repeat(50)),
        ] {
            check(invalid, false);
        }
    }

    #[test]
    fn an_international_address_has_letters_of_any_script_and_nothing_unseen() {
        let check = |text: &str, expected: bool| assert_eq!(is_idn_email(text), expected, "{text:?}");
        check("j\u{f6}rg@m\u{fc}ller.example", true);
        check("\u{7528}\u{6237}@\u{4f8b}\u{5b50}.example", true);
        check("ada@mail.example", true);
        check("J\u{f6}rg <j\u{f6}rg@mail.example>", false);
        check("j\u{f6}rg\u{202e}@mail.example", false);
        check("j\u{f6}rg\u{a0}@mail.example", false);
        check("j\u{f6}rg\u{2028}@mail.example", false);
        check("j\u{f6}rg\u{200b}@mail.example", false);
        check(&format!("{}@mail.example", "\u{f6}".repeat(33)), false);
    }

    #[test]
    fn there_was_no_year_nought() {
        let date = |text: &str| has_year(text) && DATE.accepts(text);
        let date_time = |text: &str| has_year(text) && DATE_TIME.accepts(text);
        assert!(date("0001-01-01") && date("1985-04-12"));
        assert!(!date("0000-01-01") && !date("1985-02-30"));
        assert!(date_time("1985-04-12T09:30:00Z") && !date_time("0000-04-12T09:30:00Z"));
    }

    #[test]
    fn a_host_in_letters_of_any_script_is_written_as_servers_know_it() {
        let check = |text: &str, expected: &str| assert_eq!(with_ascii_host(text), expected, "{text:?}");
        check("ada@m\u{fc}ller.example", "ada@xn--mller-kva.example");
        check("ada@Mail.example", "ada@Mail.example");
        check("j\u{f6}rg@mail.example", "j\u{f6}rg@mail.example");
        check("ada@m\u{fc}ller .example", "ada@m\u{fc}ller .example");
        check("ada", "ada");
    }
}
