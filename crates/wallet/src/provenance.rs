//! That somebody checked a value, in this wallet's own word.
//!
//! What a provider answers is signed by nobody, and records, backups and data files can say anything. So the wallet seals what
//! a check gave with a key from its own recovery phrase: it knows its seals again after a backup was restored, and those of
//! nobody else. `docs/webkyc.md` says what is in a seal.

use std::sync::{Arc, Mutex};

use hmac::{Hmac, KeyInit as _, Mac as _};
use idw_identity::FileObject;
use idw_keys::{Seed, SymmetricKey};
use idw_vault::Tree;
use serde_json::{Map, Value, json};
use sha2::Sha256;
use zeroize::Zeroizing;

use crate::{
    StoreError, Wallet,
    caches::{Cache, Rank},
    records::{AttributeRecord, CheckRecord, CheckedDocumentRecord, PhraseRecord, ProvenanceRecord, Record as _},
    store::{Watch, locked},
};

/// The label of the key (SLIP-0021). Another label is another key, under which no seal of before is known.
const KEY_PATH: &[&str] = &["idw provenance", "v1"];

/// The key of this wallet's seals. None where the wallet has no recovery phrase: it makes no seals then, and knows none.
#[derive(Clone, Default)]
pub(crate) struct Seals(Option<Arc<SymmetricKey>>);

/// What a seal covers beside the check itself.
pub(crate) struct Sealed<'a> {
    /// URL in wire spelling.
    pub(crate) schema: &'a str,
    /// The number of the profile.
    pub(crate) profile: u32,
    /// Its files name documents.
    pub(crate) value: &'a Value,
}

impl<'a> Sealed<'a> {
    pub(crate) fn of(record: &'a AttributeRecord) -> Self {
        Self { schema: &record.schema, profile: record.profile, value: &record.value }
    }
}

impl Seals {
    /// The key that a phrase makes.
    pub(crate) fn of(seed: &Seed) -> Self {
        Self(Some(Arc::new(seed.symmetric_key(KEY_PATH))))
    }

    /// Whether this wallet can seal anything.
    pub(crate) fn has_key(&self) -> bool {
        self.0.is_some()
    }

    /// The check with a seal over it and what it gave; none where there is no key or a document is not known.
    /// `sha256` gives the SHA-256 of a document's bytes, in hexadecimal digits, by its id.
    pub(crate) fn seal(
        &self,
        of: &Sealed<'_>,
        check: CheckRecord,
        sha256: impl Fn(&str) -> Option<String>,
    ) -> Option<CheckRecord> {
        let mac = self.mac(of, &check, &sha256)?;
        let seal = hex::encode(mac.finalize().into_bytes());
        Some(CheckRecord { seal, ..check })
    }

    /// The check that gave a value, if the seal says so.
    pub(crate) fn confirmed<'r>(
        &self,
        record: &'r AttributeRecord,
        sha256: impl Fn(&str) -> Option<String>,
    ) -> Option<&'r CheckRecord> {
        let check = record.provenance.check()?;
        let mac = self.mac(&Sealed::of(record), check, &sha256)?;
        let claimed = hex::decode(&check.seal).ok()?;
        mac.verify_slice(&claimed).is_ok().then_some(check) // in constant time
    }

    fn mac(
        &self,
        of: &Sealed<'_>,
        check: &CheckRecord,
        sha256: &impl Fn(&str) -> Option<String>,
    ) -> Option<Hmac<Sha256>> {
        let key = self.0.as_ref()?;
        let mut mac = Hmac::<Sha256>::new_from_slice(key.expose_bytes()).expect("HMAC takes a key of any length");
        mac.update(&sealed_text(of, check, sha256)?);
        Some(mac)
    }
}

/// What the seal is made over: JSON with its members in the order of their names and nothing between them.
fn sealed_text(
    of: &Sealed<'_>,
    check: &CheckRecord,
    sha256: &impl Fn(&str) -> Option<String>,
) -> Option<Zeroizing<Vec<u8>>> {
    let CheckRecord { provider, name, test, check, at, document_type, number_end, document, added, seal: _ } = check;
    let mut value = of.value.clone();
    if let Value::Object(members) = &mut value {
        members.retain(|name, _| !added.contains(name));
    }
    let mut text = json!({
        "v": 1,
        "schema": of.schema,
        "profile": of.profile,
        "value": by_content(value, sha256)?,
        "provider": provider,
        "name": name,
        "test": test,
        "check": check,
        "at": at,
        "documentType": document_type,
        "numberEnd": number_end,
    });
    // Seals of before have none.
    if let Some(CheckedDocumentRecord { number, country }) = document {
        text["document"] = json!({"number": number, "country": country});
    }
    let mut out = Zeroizing::new(Vec::new());
    write_sorted(&text, &mut out);
    Some(out)
}

/// The value with its files named by what is in them: documents get other ids elsewhere.
fn by_content(value: Value, sha256: &impl Fn(&str) -> Option<String>) -> Option<Value> {
    if let Some(file) = FileObject::from_value(&value) {
        return Some(json!({"mimeType": file.mime_type, "size": file.size, "sha256": sha256(&file.content)?}));
    }
    Some(match value {
        Value::Object(members) => {
            let members = members.into_iter().map(|(name, part)| Some((name, by_content(part, sha256)?)));
            Value::Object(members.collect::<Option<Map<_, _>>>()?)
        }
        Value::Array(parts) => {
            Value::Array(parts.into_iter().map(|part| by_content(part, sha256)).collect::<Option<_>>()?)
        }
        other => other,
    })
}

/// The order in which the members of an object are kept depends on features of the JSON library.
fn write_sorted(value: &Value, out: &mut Vec<u8>) {
    match value {
        Value::Object(members) => {
            let mut sorted: Vec<_> = members.iter().collect();
            sorted.sort_by_key(|(name, _)| name.as_bytes());
            out.push(b'{');
            for (at, (name, part)) in sorted.into_iter().enumerate() {
                if at > 0 {
                    out.push(b',');
                }
                write_sorted(&Value::String(name.clone()), out);
                out.push(b':');
                write_sorted(part, out);
            }
            out.push(b'}');
        }
        Value::Array(parts) => {
            out.push(b'[');
            for (at, part) in parts.iter().enumerate() {
                if at > 0 {
                    out.push(b',');
                }
                write_sorted(part, out);
            }
            out.push(b']');
        }
        plain => serde_json::to_writer(out, plain).expect("a vector takes all that is written, and this is plain JSON"),
    }
}

impl ProvenanceRecord {
    /// The same, as a wallet keeps what only a file or a backup says: that somebody verified the value is no longer its own
    /// word. `created` is when the backup was made, as it says.
    pub(crate) fn without_own_word(self, created: &str, at: jiff::Timestamp) -> Self {
        if self.says_verified() { self.told_by_backup(created, at) } else { self }
    }
}

/// The key, once somebody asked.
#[derive(Default)]
struct SealsCache(Mutex<Option<Seals>>);

impl Cache for SealsCache {
    const RANK: Rank = Rank::OfContent;
}

impl Watch for SealsCache {
    fn changed(&self, trees: &[Tree]) {
        if trees.contains(&PhraseRecord::TREE) {
            *locked(&self.0) = None;
        }
    }
}

impl Wallet {
    /// The key of this wallet's seals. Making it costs as much as making any key of the phrase, so it is kept until the
    /// wallet is locked.
    pub(crate) fn seals(&self) -> Result<Seals, StoreError> {
        let cache = self.caches.get::<SealsCache>();
        let mut known = locked(&cache.0);
        if let Some(known) = &*known {
            return Ok(known.clone());
        }
        let seals = match self.seed() {
            Ok(seed) => Seals::of(&seed),
            Err(StoreError::Missing { .. }) => Seals::default(),
            Err(error) => return Err(error),
        };
        *known = Some(seals.clone());
        Ok(seals)
    }
}

#[cfg(test)]
mod tests {
    use idw_keys::Phrase;

    use super::*;

    fn seals(words: &str) -> Seals {
        Seals::of(&Phrase::parse(words).unwrap().seed())
    }

    fn own() -> Seals {
        seals("test test test test test test test test test test test junk")
    }

    fn check() -> CheckRecord {
        CheckRecord {
            provider: "0b".repeat(16),
            name: "Example Check".to_owned(),
            test: false,
            check: "c-1".to_owned(),
            at: "2026-01-31T09:30:00Z".parse().unwrap(),
            document_type: Some("passport".to_owned()),
            number_end: Some("4711".to_owned()),
            document: None,
            added: Vec::new(),
            seal: String::new(),
        }
    }

    fn passport() -> Value {
        json!({"issued": "2021-05-05", "expires": "2031-05-04",
            "image": {"mimeType": "image/jpeg", "size": 7, "content": "d1"}})
    }

    fn record(value: Value, check: CheckRecord) -> AttributeRecord {
        AttributeRecord {
            version: AttributeRecord::VERSION,
            schema: "http://platform.selfkey.org/schema/attribute/passport.json".to_owned(),
            label: None,
            value,
            provenance: ProvenanceRecord::Checked(check),
            created: "2026-01-31T09:31:00Z".parse().unwrap(),
            changed: "2026-01-31T09:31:00Z".parse().unwrap(),
            is_default: true,
            profile: 0,
        }
    }

    fn sha256(id: &str) -> Option<String> {
        ["d1", "d2"].contains(&id).then(|| if id == "d1" { "aa".repeat(32) } else { "bb".repeat(32) })
    }

    fn sealed() -> AttributeRecord {
        let unsealed = record(passport(), check());
        let check = own().seal(&Sealed::of(&unsealed), check(), sha256).unwrap();
        AttributeRecord { provenance: ProvenanceRecord::Checked(check), ..unsealed }
    }

    fn is_confirmed(record: &AttributeRecord) -> bool {
        own().confirmed(record, sha256).is_some()
    }

    #[test]
    fn a_seal_is_the_one_that_the_documentation_describes() {
        // Computed apart, with Python's hmac, hashlib and json.
        let expected = "8a877febf9624344a7d6b02e03b0d477211a9ff30b94d7861549e0e61185c20c";
        let record = sealed();
        assert_eq!(record.provenance.check().map(|check| check.seal.as_str()), Some(expected));
        assert!(is_confirmed(&record));
    }

    #[test]
    fn nothing_that_is_sealed_can_be_another() {
        let changed = |change: &dyn Fn(&mut AttributeRecord)| {
            let mut record = sealed();
            change(&mut record);
            record
        };
        let with = |change: &dyn Fn(&mut CheckRecord)| {
            changed(&|record| {
                if let ProvenanceRecord::Checked(check) = &mut record.provenance {
                    change(check);
                }
            })
        };
        let others = [
            changed(&|record| record.value["expires"] = json!("2041-05-04")),
            changed(&|record| record.value["image"]["content"] = json!("d2")),
            changed(&|record| record.value["image"]["content"] = json!("unknown")),
            changed(&|record| record.value["selfie"] = json!("x")),
            changed(&|record| {
                record.schema = "http://platform.selfkey.org/schema/attribute/national-id.json".to_owned();
            }),
            changed(&|record| record.profile = 1),
            with(&|check| check.provider = "0c".repeat(16)),
            with(&|check| check.name = "Another".to_owned()),
            with(&|check| check.test = true),
            with(&|check| check.check = "c-2".to_owned()),
            with(&|check| check.at = "2026-02-01T09:30:00Z".parse().unwrap()),
            with(&|check| check.document_type = None),
            with(&|check| check.number_end = Some("4712".to_owned())),
            with(&|check| {
                check.document = Some(CheckedDocumentRecord { number: "L4711".to_owned(), country: None });
            }),
            with(&|check| check.seal.clear()),
            with(&|check| check.seal = "zz".to_owned()),
            with(&|check| check.added = vec!["expires".to_owned()]),
        ];
        for (at, other) in others.iter().enumerate() {
            assert!(!is_confirmed(other), "change number {at}");
        }
        assert!(is_confirmed(&changed(&|record| record.label = Some("old".to_owned()))), "the label is the user's");
    }

    #[test]
    fn what_the_user_adds_is_outside_of_the_seal() {
        let mut record = sealed();
        record.value["selfie"] = json!({"image": {"mimeType": "image/jpeg", "size": 7, "content": "d2"}});
        assert!(!is_confirmed(&record));
        if let ProvenanceRecord::Checked(check) = &mut record.provenance {
            check.added = vec!["selfie".to_owned()];
        }
        assert!(is_confirmed(&record));
    }

    #[test]
    fn another_phrase_knows_nothing_of_it_and_no_phrase_makes_none() {
        let phrase = "zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo wrong";
        assert!(seals(phrase).confirmed(&sealed(), sha256).is_none());
        let none = Seals::default();
        assert!(!none.has_key());
        assert!(none.confirmed(&sealed(), sha256).is_none());
        assert!(none.seal(&Sealed::of(&sealed()), check(), sha256).is_none());
    }
}
