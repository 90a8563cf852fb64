//! The connections of a wallet: their records, their clients, and how they end.

use std::{
    collections::HashMap,
    fmt,
    sync::{Arc, Mutex},
};

use base64::{Engine as _, engine::general_purpose::STANDARD};
use idw_autheid::{sign::SignError, wire::DeviceKey};
use idw_http::shown_host;
use idw_vault::{Batch, RecordId};
use idw_words::{Message as _, message};
use url::Url;
use zeroize::Zeroizing;

use super::{
    super::{NAME, kept},
    EidServiceError,
    client::ServiceClient,
    session::{EidListing, EidSession},
};
use crate::{
    StoreError, Wallet,
    caches::{Cache, Rank},
    clock::now,
    records::{EidRequestRecord, EidServiceRecord, EidServiceState, Event, Reason, Record as _},
    store::{Store, Watch, locked, put},
    view::{EidDeviceView, EidServiceStatus, EidServiceView},
};

/// A connection that stands, for the process that holds the vault. It waits for requests with it, also while the wallet is
/// locked: nothing secret is in it.
#[derive(Clone)]
pub struct EidConnection {
    id: String,
    pub(super) client: Arc<ServiceClient>,
}

impl EidConnection {
    /// What the wallet tells it apart by.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The service's host.
    pub fn host(&self) -> &str {
        self.client.host()
    }

    /// Waits for what is open: until it is something else than `after` stands for, and 50 seconds at most.
    ///
    /// # Errors
    /// Where the service is not reached, refuses, or breaks the protocol.
    pub async fn requests(&self, session: &EidSession, after: Option<&str>) -> Result<EidListing, EidServiceError> {
        self.client.requests(session, after).await
    }
}

impl fmt::Debug for EidConnection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("EidConnection").field("host", &self.host()).finish_non_exhaustive()
    }
}

/// The clients of this wallet's connections, by the connections' ids: whoever calls a service does it with the same one.
#[derive(Default)]
pub(crate) struct ServiceClients(Mutex<HashMap<RecordId, Arc<ServiceClient>>>);

impl Watch for ServiceClients {}

impl Cache for ServiceClients {
    const RANK: Rank = Rank::OfContent;
}

impl Wallet {
    /// The connections of all profiles, by their hosts.
    ///
    /// # Errors
    /// Where the vault cannot be read.
    pub fn eid_services(&self) -> Result<Vec<EidServiceView>, EidServiceError> {
        let mut records = all(&self.store)?;
        records.sort_by(|(_, one), (_, other)| (&one.url, one.profile).cmp(&(&other.url, other.profile)));
        records.iter().map(|(id, record)| self.eid_service_view(*id, record)).collect()
    }

    pub(super) fn eid_service_view(
        &self,
        id: RecordId,
        record: &EidServiceRecord,
    ) -> Result<EidServiceView, EidServiceError> {
        let profile = crate::profiles::names(&self.store, &[record.profile])?.pop().unwrap_or_default();
        Ok(view(id, record, profile))
    }

    /// The connections that stand, of all profiles.
    ///
    /// # Errors
    /// Where the vault cannot be read.
    pub fn eid_connections(&self) -> Result<Vec<EidConnection>, EidServiceError> {
        let connected = |(_, record): &(RecordId, EidServiceRecord)| record.state == EidServiceState::Connected;
        let connection = |(id, record): (RecordId, EidServiceRecord)| {
            // An address that is none was written by nobody.
            Some(EidConnection { id: id.to_string(), client: self.eid_service_client(id, &record.url)? })
        };
        Ok(all(&self.store)?.into_iter().filter(connected).filter_map(connection).collect())
    }

    pub(super) fn eid_service_client(&self, id: RecordId, url: &str) -> Option<Arc<ServiceClient>> {
        let clients = self.caches.get::<ServiceClients>();
        let mut clients = locked(&clients.0);
        if let Some(client) = clients.get(&id) {
            return Some(Arc::clone(client));
        }
        let client = Arc::new(ServiceClient::new(Url::parse(url).ok()?, self.observer.clone()));
        clients.insert(id, Arc::clone(&client));
        Some(client)
    }

    /// A connection that stands, its client and its key.
    pub(super) fn eid_standing(&self, id: &str) -> Result<Standing, EidServiceError> {
        let ended = || EidServiceError::Disconnected;
        let (id, record) = find(&self.store, id)?.ok_or_else(ended)?;
        if record.state != EidServiceState::Connected {
            return Err(EidServiceError::NotConnected { url: record.url });
        }
        let client = self.eid_service_client(id, &record.url).ok_or_else(ended)?;
        Ok(Standing { client, key: device_key(&record)? })
    }

    /// Begins a session.
    ///
    /// # Errors
    /// Where the connection does not stand, the service is not reached or refuses, or the vault cannot be read.
    pub async fn eid_begin_session(&self, connection: &EidConnection) -> Result<EidSession, EidServiceError> {
        let Standing { client, key } = self.eid_standing(connection.id())?;
        client.begin_session(&key).await
    }

    /// The service knows this device no longer. What it asked leaves the inbox.
    ///
    /// # Errors
    /// Where the vault cannot be read or written.
    pub fn eid_connection_ended(&self, id: &str) -> Result<(), EidServiceError> {
        let _guard = self.store.changing();
        let Some((id, mut record)) = find(&self.store, id)? else { return Ok(()) };
        if record.state != EidServiceState::Connected {
            return Ok(());
        }
        let service = host_of(&record);
        let why = "it does not know this device any longer".to_owned();
        record.state = EidServiceState::Ended { why, at: now() };
        let mut batch = Batch::new();
        put(&mut batch, id, &record);
        self.eid_withdraw_all_of(id, &mut batch)?;
        let reason = Reason::of(message::ActivityReasonDeviceUnknown.into());
        self.store.commit(batch, Event::EidServiceEnded { service, reason })?;
        Ok(())
    }

    /// The user has seen these devices of a connection, by what the service calls them, and knows of them.
    ///
    /// # Errors
    /// Where there is no such connection, or the vault cannot be read or written.
    pub fn eid_devices_known(&self, id: &str, devices: &[String]) -> Result<EidServiceView, EidServiceError> {
        let _guard = self.store.changing();
        let ended = || EidServiceError::Disconnected;
        let (id, mut record) = find(&self.store, id)?.ok_or_else(ended)?;
        let seen = record.devices.iter_mut().filter(|device| devices.contains(&device.id));
        seen.for_each(|device| device.is_known = true);
        let mut batch = Batch::new();
        put(&mut batch, id, &record);
        self.store.commit_quietly(batch)?;
        self.eid_service_view(id, &record)
    }

    /// Takes everything out of the inbox that came by a connection.
    pub(super) fn eid_withdraw_all_of(&self, id: RecordId, batch: &mut Batch) -> Result<(), StoreError> {
        let id = id.to_string();
        for kept in kept::everything(&self.store)? {
            if kept.listed.as_ref().is_some_and(|listed| listed.connection == id) {
                self.withdraw_from_inbox(NAME, &kept.way().inbox_key(&kept.request.id), batch)?;
                batch.remove(EidRequestRecord::TREE, kept.place);
            }
        }
        Ok(())
    }

    /// The profile that a connection is of, while it stands.
    pub(in super::super) fn eid_profile_of_connection(&self, id: &str) -> Result<Option<u32>, StoreError> {
        let record = find(&self.store, id)?.map(|(_, record)| record);
        Ok(record.filter(|record| record.state == EidServiceState::Connected).map(|record| record.profile))
    }
}

/// What it takes to make signed calls over a connection that stands.
pub(super) struct Standing {
    pub(super) client: Arc<ServiceClient>,
    pub(super) key: DeviceKey,
}

/// Every connection, whichever profile it is of.
pub(super) fn all(store: &Store) -> Result<Vec<(RecordId, EidServiceRecord)>, StoreError> {
    Ok(store.readable_in_all_profiles::<EidServiceRecord>(|_| true)?.records)
}

/// One of them by its id.
pub(super) fn find(store: &Store, id: &str) -> Result<Option<(RecordId, EidServiceRecord)>, StoreError> {
    Ok(all(store)?.into_iter().find(|(held, _)| held.to_string() == id))
}

pub(super) fn device_key(record: &EidServiceRecord) -> Result<DeviceKey, EidServiceError> {
    let kept = || SignError::Kept("the device's key is no key of P-256");
    let der = Zeroizing::new(STANDARD.decode(&*record.key).map_err(|_| kept())?);
    Ok(DeviceKey::from_pkcs8(&der)?)
}

/// The service's host, for people.
pub(super) fn host_of(record: &EidServiceRecord) -> String {
    Url::parse(&record.url).ok().and_then(|url| shown_host(&url)).unwrap_or_else(|| record.url.clone())
}

fn view(id: RecordId, record: &EidServiceRecord, profile: String) -> EidServiceView {
    let (status, why, ended) = match &record.state {
        EidServiceState::Pending => (EidServiceStatus::Pending, None, None),
        EidServiceState::Connected => (EidServiceStatus::Connected, None, None),
        EidServiceState::Ended { why: _, at } => {
            let why = message::ErrorEidServiceDevice { host: host_of(record) }.data();
            (EidServiceStatus::Ended, Some(why), Some(at.to_string()))
        }
    };
    let devices = record.devices.iter().map(|device| EidDeviceView {
        id: device.id.clone(),
        name: device.name.clone(),
        added: device.added.to_string(),
        is_this: device.is_this,
        is_new: !device.is_this && !device.is_known && device.added > record.added,
    });
    EidServiceView {
        id: id.to_string(),
        url: record.url.clone(),
        host: host_of(record),
        service: record.bound.as_ref().map(|bound| bound.service.clone()),
        root: record.bound.as_ref().map(|bound| bound.root.clone()),
        email: record.bound.as_ref().map(|bound| bound.email.clone()),
        profile,
        device_name: record.device_name.clone(),
        status,
        why,
        ended,
        added: record.added.to_string(),
        devices: devices.collect(),
        link: None,
    }
}

#[cfg(test)]
mod tests {
    use idw_vault::KdfCost;
    use jiff::SignedDuration;

    use super::*;
    use crate::{CreateOptions, Password, records::EidDeviceRecord};

    #[test]
    fn a_device_is_new_until_the_user_knows_of_it() {
        let dir = tempfile::tempdir().unwrap();
        let options = CreateOptions { cost: KdfCost::Floor, ..CreateOptions::default() };
        let (wallet, _) = Wallet::create(&dir.path().join("vault"), &Password::from("p"), options).unwrap();
        let device = |id: &str, after_seconds: i64, is_this: bool| EidDeviceRecord {
            id: id.to_owned(),
            name: id.to_owned(),
            added: now() + SignedDuration::from_secs(after_seconds),
            is_this,
            is_known: false,
        };
        let record = EidServiceRecord {
            version: 1,
            url: "https://eid.example/".to_owned(),
            profile: wallet.store.profile(),
            device_name: "Identity Wallet".to_owned(),
            key: String::new().into(),
            bound: None,
            state: EidServiceState::Connected,
            devices: vec![
                device("before", -60, false),
                device("this", 60, true),
                device("one", 60, false),
                device("other", 60, false),
            ],
            shown: None,
            faults: None,
            added: now(),
        };
        let id = RecordId::make();
        let mut batch = Batch::new();
        put(&mut batch, id, &record);
        wallet.store.commit_quietly(batch).unwrap();
        let new = || -> Vec<String> {
            let [service] = <[_; 1]>::try_from(wallet.eid_services().unwrap()).unwrap();
            service.devices.into_iter().filter(|device| device.is_new).map(|device| device.id).collect()
        };
        assert_eq!(new(), ["one", "other"]);
        wallet.eid_devices_known(&id.to_string(), &["one".to_owned(), "gone".to_owned()]).unwrap();
        assert_eq!(new(), ["other"], "the other one came after the user looked");
        assert!(wallet.eid_devices_known("none", &[]).is_err());
    }
}
