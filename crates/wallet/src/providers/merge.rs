//! Providers that come with a backup.

use idw_http::shown_host;
use idw_identity::shows_something;
use idw_words::{MessageData, message};
use url::Url;

use super::MAX_NAME_CHARS;
use crate::{Explain, plain::is_no_part_of_a_name, records::ProviderRecord};

/// Whether two records are of one provider, whatever each is called.
pub(crate) fn has_same_settings(one: &ProviderRecord, other: &ProviderRecord) -> bool {
    let settings = |record: &ProviderRecord| {
        let ProviderRecord { dialect, client_id, authorize, api, redirect, listen, .. } = record.clone();
        (dialect, client_id, authorize, api, redirect, listen)
    };
    settings(one) == settings(other)
}

/// One of a provider's addresses is not valid.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("one of its addresses is not valid")]
pub(crate) struct BadAddress;

impl Explain for BadAddress {
    fn explain(&self) -> MessageData {
        message::ProviderBadAddress.into()
    }
}

/// A provider of a backup as this wallet takes it in. Whether its checks count for others
/// is believed of the user's own backup alone.
pub(crate) fn merged_provider(
    record: ProviderRecord,
    is_own: bool,
    is_taken: impl Fn(&str) -> bool,
) -> Result<ProviderRecord, BadAddress> {
    let addresses = [Some(&record.api), record.authorize.as_ref(), Some(&record.redirect)];
    if addresses.into_iter().flatten().any(|address| Url::parse(address).is_err()) {
        return Err(BadAddress);
    }
    let shown: String = record.name.chars().filter(|c| !is_no_part_of_a_name(*c)).collect();
    // Short enough to have a number behind it.
    let base: String = shown.trim().chars().take(MAX_NAME_CHARS - 10).collect();
    let host = || shown_host(&Url::parse(&record.api).ok()?);
    let base = if shows_something(&base) { base.trim().to_owned() } else { host().unwrap_or_default() };
    let numbered = (2_u32..).map(|number| format!("{base} {number}"));
    let name = std::iter::once(base.clone()).chain(numbered).find(|name| !is_taken(name));
    let name = name.expect("the numbers do not end");
    Ok(ProviderRecord { name, trusted: is_own && record.trusted, ..record })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::records::DialectRecord;

    fn record(name: &str) -> ProviderRecord {
        ProviderRecord {
            version: 1,
            name: name.to_owned(),
            dialect: DialectRecord::WebKyc,
            client_id: "c".to_owned(),
            authorize: Some("https://kyc.example/authorize".to_owned()),
            api: "https://kyc.example/api".to_owned(),
            redirect: "http://127.0.0.1:3000/back".to_owned(),
            listen: None,
            secret_file: None,
            trusted: true,
            created: "2026-01-31T09:30:00Z".parse().unwrap(),
        }
    }

    #[test]
    fn trust_and_names_of_others_are_not_taken_over() {
        let check = |name: &str, is_own: bool, expected: (&str, bool)| {
            let merged = merged_provider(record(name), is_own, |name| name == "Taken").unwrap();
            assert_eq!((merged.name.as_str(), merged.trusted), expected, "{name:?}");
        };
        check("Example Check", true, ("Example Check", true));
        check("Example Check", false, ("Example Check", false));
        check("Taken", true, ("Taken 2", true));
        check("\u{202e}a\nb", true, ("ab", true));
        check("\u{200b}", true, ("kyc.example", true));
        let bad = ProviderRecord { api: "no address".to_owned(), ..record("x") };
        assert!(merged_provider(bad, true, |_| false).is_err());
    }

    #[test]
    fn a_provider_is_its_settings() {
        let other = ProviderRecord { client_id: "d".to_owned(), ..record("a") };
        assert!(has_same_settings(&record("a"), &ProviderRecord { trusted: false, ..record("b") }));
        assert!(!has_same_settings(&record("a"), &other));
    }
}
