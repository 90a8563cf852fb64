//! Connecting a wallet to a service, and ending that.

use std::fmt;

use base64::{
    Engine as _,
    engine::general_purpose::{STANDARD, URL_SAFE},
};
use idw_autheid::wire::{DeviceBound, DeviceKey};
use idw_http::check_url;
use idw_vault::{Batch, RecordId};
use url::Url;
use zeroize::Zeroizing;

use super::{
    super::parties::{MAX_NAME_CHARS, checked_name},
    EidServiceError, ServiceAddressFault, ServiceFault,
    client::ServiceClient,
    connection::{all, device_key, host_of},
};
use crate::{
    Wallet,
    clock::now,
    plain::line,
    records::{EidBoundRecord, EidServiceRecord, EidServiceState, Event, Record as _},
    store::put,
    view::EidServiceView,
};

/// What other devices of the same email are shown of one that nobody has named.
const DEVICE_NAME: &str = "Identity Wallet";
/// 128 bits in Crockford's base32.
const CODE_CHARS: usize = 26;
/// The longest root certificate, email and name that a service gives, in bytes.
const MOST_ROOT_BYTES: usize = 16 * 1024;
const MOST_EMAIL_BYTES: usize = 320;
const MOST_DEVICE_BYTES: usize = 200;
/// 33 bytes, as the id of a request.
const SERVICE_ID_LEN_BYTES: usize = 33;

/// A service to connect to.
pub struct ConnectEidService {
    /// Its address.
    pub url: String,
    /// What its operator gave the user: good once.
    pub code: Zeroizing<String>,
    /// What other devices of the same email are shown of this one.
    pub device_name: Option<String>,
}

/// A connection that is no more.
#[derive(Debug)]
pub struct EidDisconnected {
    /// As it was.
    pub service: EidServiceView,
    /// Why the service does not know of it; nothing where it does.
    pub untold: Option<EidServiceError>,
}

impl fmt::Debug for ConnectEidService {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ConnectEidService").field("url", &self.url).finish_non_exhaustive()
    }
}

impl Wallet {
    /// Connects this profile to a service: binds a new key of this device to the email of the code. After a lost answer the same
    /// call goes on with the same key.
    ///
    /// # Errors
    /// Where the address, the code or the name cannot be, there is a connection already, the service is not reached or
    /// refuses, or the vault cannot be written.
    pub async fn connect_eid_service(&self, connect: ConnectEidService) -> Result<EidServiceView, EidServiceError> {
        let ConnectEidService { url, code, device_name } = connect;
        let url = service_url(&url)?;
        let code = read_code(&code)?;
        let device_name = device_name.map(|name| named(&name)).transpose()?;
        let not_connected = || EidServiceError::NotConnected { url: url.as_str().to_owned() };
        let id = self.begun(&url)?.unwrap_or_else(RecordId::make);
        // Before anything is written: where no service answers, nothing is left behind.
        self.eid_service_client(id, url.as_str()).ok_or_else(not_connected)?.greet().await?;
        let (id, record, is_new) = self.pending(&url, id, device_name)?;
        let key = device_key(&record)?;
        let client = self.eid_service_client(id, url.as_str()).ok_or_else(not_connected)?;
        let bound = match client.bind(&key, &code, &record.device_name).await {
            Ok(bound) => checked_bound(&client, bound)?,
            Err(error) => {
                // What an earlier call may have bound is not forgotten.
                if is_new && error.is_refusal() {
                    self.forget_connection(id)?;
                }
                return Err(error);
            }
        };
        let twin = all(&self.store)?.into_iter().find(|(other, record)| {
            let is_same = |held: &EidBoundRecord| held.service == bound.service && held.email == bound.email;
            *other != id && record.state == EidServiceState::Connected && record.bound.as_ref().is_some_and(is_same)
        });
        if let Some((_, twin)) = twin {
            // Its requests would come twice.
            if let Err(error) = client.leave(&key).await {
                tracing::warn!(%error, "a service could not be told that a device is not needed");
            }
            self.forget_connection(id)?;
            return Err(EidServiceError::SameService { host: client.host().to_owned(), url: twin.url });
        }
        let _guard = self.store.changing();
        let email = line(&bound.email);
        let record = EidServiceRecord { bound: Some(bound), state: EidServiceState::Connected, ..record };
        let mut batch = Batch::new();
        put(&mut batch, id, &record);
        let service = client.host().to_owned();
        self.store.commit(batch, Event::EidServiceConnected { service, email })?;
        self.eid_service_view(id, &record)
    }

    /// The connection with this service that was begun and not finished, if there is one.
    fn begun(&self, url: &Url) -> Result<Option<RecordId>, EidServiceError> {
        match all(&self.store)?.into_iter().find(|(_, one)| self.is_own(one, url)) {
            Some((_, record)) if record.state == EidServiceState::Connected => {
                Err(EidServiceError::Connected { host: host_of(&record) })
            }
            held => Ok(held.filter(|(_, record)| record.state == EidServiceState::Pending).map(|(id, _)| id)),
        }
    }

    /// The connection as it is written before the code is sent, and whether it is a new one, which gets this id.
    fn pending(
        &self,
        url: &Url,
        id: RecordId,
        device_name: Option<String>,
    ) -> Result<(RecordId, EidServiceRecord, bool), EidServiceError> {
        let _guard = self.store.changing();
        let held = all(&self.store)?.into_iter().find(|(_, one)| self.is_own(one, url));
        let mut batch = Batch::new();
        if let Some((id, record)) = held {
            match record.state {
                EidServiceState::Connected => return Err(EidServiceError::Connected { host: host_of(&record) }),
                EidServiceState::Pending => return Ok((id, record, false)),
                EidServiceState::Ended { .. } => drop(batch.remove(EidServiceRecord::TREE, id)),
            }
        }
        let record = EidServiceRecord {
            version: 1,
            url: url.as_str().to_owned(),
            profile: self.store.profile(),
            device_name: device_name.unwrap_or_else(|| DEVICE_NAME.to_owned()),
            key: STANDARD.encode(&*DeviceKey::make()?.to_pkcs8()?).into(),
            bound: None,
            state: EidServiceState::Pending,
            devices: Vec::new(),
            shown: None,
            faults: None,
            added: now(),
        };
        put(&mut batch, id, &record);
        self.store.commit_quietly(batch)?;
        Ok((id, record, true))
    }

    fn is_own(&self, record: &EidServiceRecord, url: &Url) -> bool {
        record.profile == self.store.profile() && record.url == url.as_str()
    }

    fn forget_connection(&self, id: RecordId) -> Result<(), EidServiceError> {
        let _guard = self.store.changing();
        let mut batch = Batch::new();
        batch.remove(EidServiceRecord::TREE, id);
        Ok(self.store.commit_quietly(batch)?)
    }

    /// Ends this profile's connection with a service: it is told, as far as it can be, and what it asked leaves the inbox.
    ///
    /// # Errors
    /// Where there is no such connection, or the vault cannot be read or written.
    pub async fn disconnect_eid_service(&self, url: &str) -> Result<EidDisconnected, EidServiceError> {
        let wanted = service_url(url).ok();
        let not_connected = || EidServiceError::NotConnected { url: line(url) };
        let is_meant = |(id, one): &(RecordId, EidServiceRecord)| {
            id.to_string() == url || wanted.as_ref().is_some_and(|url| self.is_own(one, url))
        };
        let (id, record) = all(&self.store)?.into_iter().find(is_meant).ok_or_else(not_connected)?;
        let service = self.eid_service_view(id, &record)?;
        let untold = match record.state {
            EidServiceState::Ended { .. } => None,
            EidServiceState::Pending | EidServiceState::Connected => self.leave(id, &record).await.err(),
        };
        let _guard = self.store.changing();
        let mut batch = Batch::new();
        batch.remove(EidServiceRecord::TREE, id);
        self.eid_withdraw_all_of(id, &mut batch)?;
        self.store.commit(batch, Event::EidServiceDisconnected { service: host_of(&record) })?;
        Ok(EidDisconnected { service, untold })
    }

    async fn leave(&self, id: RecordId, record: &EidServiceRecord) -> Result<(), EidServiceError> {
        let client = self.eid_service_client(id, &record.url);
        let client = client.ok_or_else(|| EidServiceError::NotConnected { url: record.url.clone() })?;
        match client.leave(&device_key(record)?).await {
            // It does not know the device already.
            Err(EidServiceError::Device { .. }) => Ok(()),
            outcome => outcome,
        }
    }
}

/// An address of a service: a host, and nothing behind it.
fn service_url(text: &str) -> Result<Url, EidServiceError> {
    let address = |why| EidServiceError::Address { url: line(text), why };
    let url = Url::parse(text.trim()).map_err(|_| address(ServiceAddressFault::NotAUrl))?;
    check_url(&url).map_err(|why| address(why.into()))?;
    if url.path() != "/" || url.query().is_some() || url.fragment().is_some() {
        return Err(address(ServiceAddressFault::Path));
    }
    Ok(url)
}

/// A code as people type it: in any case, with spaces and hyphens. Letters that look like digits are these (Crockford).
fn read_code(text: &str) -> Result<Zeroizing<String>, EidServiceError> {
    let mut code = Zeroizing::new(String::with_capacity(CODE_CHARS));
    for character in text.chars().filter(|one| !one.is_whitespace() && *one != '-') {
        let read = match character.to_ascii_uppercase() {
            'O' => '0',
            'I' | 'L' => '1',
            one if one.is_ascii_digit() || (one.is_ascii_uppercase() && one != 'U') => one,
            _ => return Err(EidServiceError::Code),
        };
        if code.len() >= CODE_CHARS {
            return Err(EidServiceError::Code);
        }
        code.push(read);
    }
    if code.len() == CODE_CHARS { Ok(code) } else { Err(EidServiceError::Code) }
}

fn named(name: &str) -> Result<String, EidServiceError> {
    checked_name(name).map_err(|_| EidServiceError::Name { most: MAX_NAME_CHARS })
}

/// What a service says of itself and of the user, if that can be.
fn checked_bound(client: &ServiceClient, bound: DeviceBound) -> Result<EidBoundRecord, EidServiceError> {
    let DeviceBound { device, email, service, root } = bound;
    let is_plain = |text: &str, most: usize| (1..=most).contains(&text.len()) && !text.chars().any(char::is_control);
    let what = if !URL_SAFE.decode(&service).is_ok_and(|id| id.len() == SERVICE_ID_LEN_BYTES) {
        ServiceFault::ServiceId
    } else if !is_plain(&email, MOST_EMAIL_BYTES) {
        ServiceFault::Email
    } else if !is_plain(&device, MOST_DEVICE_BYTES) {
        ServiceFault::DeviceId
    } else if root.len() > MOST_ROOT_BYTES || !root.trim_start().starts_with("-----BEGIN CERTIFICATE-----") {
        ServiceFault::Root
    } else {
        return Ok(EidBoundRecord { service, root, email, device });
    };
    Err(client.not_understood(what))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_as_people_type_them() {
        let check = |text: &str, expected: Option<&str>| {
            assert_eq!(read_code(text).ok().as_deref().map(String::as_str), expected, "{text}");
        };
        check("0123456789ABCDEFGHJKMNPQRS", Some("0123456789ABCDEFGHJKMNPQRS"));
        check(" 01234-56789 abcdef-ghjkm-npqrs\n", Some("0123456789ABCDEFGHJKMNPQRS"));
        check("OIL3456789ABCDEFGHJKMNPQRS", Some("0113456789ABCDEFGHJKMNPQRS"));
        check("U123456789ABCDEFGHJKMNPQRS", None);
        check("0123456789ABCDEFGHJKMNPQR", None);
        check("0123456789ABCDEFGHJKMNPQRST", None);
        check("", None);
        check("é123456789ABCDEFGHJKMNPQRS", None);
    }

    #[test]
    fn addresses_of_services() {
        let check = |text: &str, expected: bool| assert_eq!(service_url(text).is_ok(), expected, "{text}");
        check("https://eid.example", true);
        check(" https://EID.example:8443/ ", true);
        check("http://127.0.0.1:8470", true);
        check("http://eid.example", false);
        check("https://ada:secret@eid.example", false);
        check("https://eid.example/path", false);
        check("https://eid.example/?a=b", false);
        check("eid.example", false);
        check("ftp://eid.example", false);
    }
}
