//! The parties that may ask by Auth eID. The user registers them, or a service that the wallet is connected to; a party never
//! registers itself.

use base64::{
    Engine as _,
    engine::general_purpose::{STANDARD, URL_SAFE},
};
use idw_autheid::MOST_OPEN_FOR_RP;
use idw_identity::shows_something;
use idw_vault::{Batch, RecordId};
use zeroize::Zeroizing;

use super::EidError;
use crate::{
    StoreError, Wallet,
    clock::now,
    documents,
    names::same_name,
    plain::{is_no_part_of_a_name, line},
    records::{EidFormRecord, EidPartyRecord, EidPartyServiceRecord, Event, Record as _},
    store::{Store, put},
    view::{EidForm, EidPartyServiceView, EidPartyView},
};

/// The longest name, in characters.
pub(super) const MAX_NAME_CHARS: usize = 60;
/// The most that a limit of open requests can be.
const MAX_OPEN: u32 = 10_000;
/// The largest picture that is read, in bytes.
const MAX_LOGO_BYTES: usize = 2_000_000;
/// The longest side of the picture that is kept.
const LOGO_SIDE_PIXELS: u32 = 96;
/// 33 random bytes are 44 characters of base64 without padding.
const KEY_LEN_BYTES: usize = 33;

/// A party to register.
#[derive(Clone, Debug)]
pub struct AddEidParty {
    /// What the user calls it: what every prompt says.
    pub name: String,
    /// How its signatures are made.
    pub form: EidForm,
    /// Whether the user has to find the number that its page shows.
    pub matching: NumberMatching,
    /// The most requests of it that are open at a time; 100 where none is named.
    pub open_limit: Option<u32>,
    /// A picture that prompts show: JPEG, PNG and the like.
    pub logo: Option<Vec<u8>>,
}

/// Whether the user has to find the number that a party's page shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum NumberMatching {
    /// Old clients cannot show one.
    #[default]
    Off,
    /// A yes needs the number.
    On,
}

/// What a party calls with: shown once, and kept as a hash.
pub struct EidKey(Zeroizing<String>);

impl EidKey {
    fn make() -> Result<Self, EidError> {
        let mut bytes = Zeroizing::new([0; KEY_LEN_BYTES]);
        getrandom::fill(&mut *bytes).map_err(|_| EidError::NoRandomness)?;
        Ok(Self(Zeroizing::new(URL_SAFE.encode(*bytes))))
    }

    fn stored(&self) -> String {
        hex::encode(idw_autheid::key_hash(&self.0))
    }

    /// The key, for the one time that it is shown.
    pub fn expose_text(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Debug for EidKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("EidKey([redacted])")
    }
}

impl Wallet {
    /// The parties that may ask by Auth eID, by their names.
    ///
    /// # Errors
    /// Where the vault cannot be read.
    pub fn eid_parties(&self) -> Result<Vec<EidPartyView>, EidError> {
        let mut records = all(&self.store)?;
        records.sort_by_key(|(_, record)| record.shown_name().to_lowercase());
        Ok(records.iter().map(|(id, record)| party_view(*id, record)).collect())
    }

    /// One of them, by its name or id.
    ///
    /// # Errors
    /// Where there is none, or the vault cannot be read.
    pub fn eid_party(&self, name: &str) -> Result<EidPartyView, EidError> {
        let (id, record) = find(&self.store, name)?;
        Ok(party_view(id, &record))
    }

    /// Registers a party, and gives the key that it calls with: that is not kept, and cannot be shown again.
    ///
    /// # Errors
    /// Where the name or the limit cannot be, another party has the name, or the vault cannot be written.
    pub fn add_eid_party(&self, add: AddEidParty) -> Result<(EidPartyView, EidKey), EidError> {
        let AddEidParty { name, form, matching, open_limit, logo } = add;
        // A process of its own reads the picture, and takes its time.
        let logo = logo.map(|bytes| Self::eid_logo_of(&bytes)).transpose()?.map(|png| STANDARD.encode(png));
        let _guard = self.store.changing();
        let name = free_name(&self.store, &name)?;
        let open_limit = open_limit.unwrap_or(MOST_OPEN_FOR_RP);
        if !(1..=MAX_OPEN).contains(&open_limit) {
            return Err(EidError::OpenLimit { most: MAX_OPEN });
        }
        let key = EidKey::make()?;
        let record = EidPartyRecord {
            version: 1,
            name,
            key: key.stored(),
            form: form.into(),
            matching: matching == NumberMatching::On,
            open_limit,
            logo,
            blocked: None,
            declined: 0,
            quiet_until: None,
            unseen: None,
            service: None,
            created: now(),
        };
        let id = RecordId::make();
        self.commit_party(id, &record, Event::EidPartyAdded { name: record.name.clone() })?;
        Ok((party_view(id, &record), key))
    }

    /// A picture as prompts show it: a small PNG, made in a process of its own.
    ///
    /// # Errors
    /// Where it is too large, or cannot be read.
    pub fn eid_logo_of(picture: &[u8]) -> Result<Vec<u8>, EidError> {
        if picture.len() > MAX_LOGO_BYTES {
            return Err(EidError::LogoTooLarge { most: MAX_LOGO_BYTES });
        }
        documents::thumbnail_of(picture, LOGO_SIDE_PIXELS).map_err(EidError::Logo)
    }

    /// Gives a party another key, in the place of the one that it has.
    ///
    /// # Errors
    /// Where there is no such party, it asks through a service and has no key here, or the vault cannot be written.
    pub fn rotate_eid_key(&self, name: &str) -> Result<(EidPartyView, EidKey), EidError> {
        let _guard = self.store.changing();
        let (id, mut record) = find(&self.store, name)?;
        if let Some(service) = record.service {
            return Err(EidError::OfService { name: record.name, host: service.host });
        }
        let key = EidKey::make()?;
        record.key = key.stored();
        self.commit_party(id, &record, Event::EidKeyChanged { name: record.name.clone() })?;
        Ok((party_view(id, &record), key))
    }

    /// Shows nothing more of what a party asks: it cannot tell that from somebody who does not answer.
    ///
    /// # Errors
    /// Where there is no such party, or the vault cannot be written.
    pub fn block_eid_party(&self, name: &str) -> Result<EidPartyView, EidError> {
        let _guard = self.store.changing();
        let (id, mut record) = find(&self.store, name)?;
        if record.blocked.is_none() {
            record.blocked = Some(now());
            self.commit_party(id, &record, Event::EidPartyBlocked { name: record.shown_name() })?;
        }
        Ok(party_view(id, &record))
    }

    /// Shows again what a party asks.
    ///
    /// # Errors
    /// Where there is no such party, or the vault cannot be written.
    pub fn unblock_eid_party(&self, name: &str) -> Result<EidPartyView, EidError> {
        let _guard = self.store.changing();
        let (id, mut record) = find(&self.store, name)?;
        if record.blocked.take().is_some() {
            self.commit_party(id, &record, Event::EidPartyUnblocked { name: record.shown_name() })?;
        }
        Ok(party_view(id, &record))
    }

    /// Removes a party: its key is known no longer, and one of a service is forgotten until it asks again. What it was told stays
    /// in the activity log.
    ///
    /// # Errors
    /// Where there is no such party, or the vault cannot be written.
    pub fn remove_eid_party(&self, name: &str) -> Result<EidPartyView, EidError> {
        let _guard = self.store.changing();
        let (id, record) = find(&self.store, name)?;
        let mut batch = Batch::new();
        batch.remove(EidPartyRecord::TREE, id);
        // Nobody can fetch the answers any more.
        self.withdraw_requests_of(id, &mut batch)?;
        self.store.commit(batch, Event::EidPartyRemoved { name: record.shown_name() })?;
        Ok(party_view(id, &record))
    }

    fn commit_party(&self, id: RecordId, record: &EidPartyRecord, event: Event) -> Result<(), StoreError> {
        let mut batch = Batch::new();
        put(&mut batch, id, record);
        self.store.commit(batch, event).map(drop)
    }
}

pub(super) fn all(store: &Store) -> Result<Vec<(RecordId, EidPartyRecord)>, StoreError> {
    Ok(store.readable_in_all_profiles::<EidPartyRecord>(|_| true)?.records)
}

/// The party with this id or name. The names that the user gave come first; what services call their parties is not the
/// user's choice.
fn find(store: &Store, name: &str) -> Result<(RecordId, EidPartyRecord), EidError> {
    let parties = all(store)?;
    let wanted = name.trim();
    let own = |(id, one): &&(RecordId, EidPartyRecord)| {
        id.to_string() == wanted || (one.service.is_none() && same_name(&one.name, wanted))
    };
    if let Some(found) = parties.iter().find(own) {
        return Ok(found.clone());
    }
    let is_called = |one: &EidPartyRecord| same_name(&one.name, wanted) || same_name(&one.shown_name(), wanted);
    let mut fitting: Vec<_> = parties.into_iter().filter(|(_, one)| is_called(one)).collect();
    if fitting.len() > 1 {
        let fitting = fitting.iter().map(|(id, one)| format!("{} ({id})", one.shown_name())).collect();
        return Err(EidError::Ambiguous { name: line(name), fitting });
    }
    fitting.pop().ok_or_else(|| EidError::NotFound { name: line(name) })
}

/// `name` without spaces around it, if a party may be called that.
fn free_name(store: &Store, name: &str) -> Result<String, EidError> {
    let name = checked_name(name)?;
    if all(store)?.iter().any(|(_, one)| one.service.is_none() && same_name(&one.name, &name)) {
        return Err(EidError::NameTaken { name });
    }
    Ok(name)
}

/// `name` without spaces around it, if a party or a device may be called that.
pub(super) fn checked_name(name: &str) -> Result<String, EidError> {
    let name = name.trim();
    if !shows_something(name) || name.chars().count() > MAX_NAME_CHARS || name.chars().any(is_no_part_of_a_name) {
        return Err(EidError::Name { most: MAX_NAME_CHARS });
    }
    Ok(name.to_owned())
}

/// What a shell shows of a party.
fn party_view(id: RecordId, record: &EidPartyRecord) -> EidPartyView {
    EidPartyView {
        id: id.to_string(),
        name: record.name.clone(),
        service: record.service.as_ref().map(service_view),
        form: record.form.into(),
        matching: record.matching,
        open_limit: record.open_limit,
        logo: record.logo.clone(),
        blocked: record.blocked.map(|at| at.to_string()),
        created: record.created.to_string(),
    }
}

fn service_view(service: &EidPartyServiceRecord) -> EidPartyServiceView {
    EidPartyServiceView { id: service.id.clone(), host: service.host.clone() }
}

impl From<EidForm> for EidFormRecord {
    fn from(form: EidForm) -> Self {
        match form {
            EidForm::Raw => Self::Raw,
            EidForm::X509 => Self::X509,
        }
    }
}

impl From<EidFormRecord> for EidForm {
    fn from(form: EidFormRecord) -> Self {
        match form {
            EidFormRecord::Raw => Self::Raw,
            EidFormRecord::X509 => Self::X509,
        }
    }
}
