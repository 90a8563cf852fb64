//! The keys of Auth eID: the wallet's own authority, made once, and each party's own keys, from the recovery phrase.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use idw_autheid::sign::{Authority, Secret, TokenKey};
use idw_vault::Batch;
use zeroize::Zeroizing;

use super::{EidError, parties};
use crate::{
    StoreError, Stored, Wallet,
    clock::now,
    records::{EidKeysRecord, ONLY},
    store::put,
    wiped_stack::on_wiped_stack,
};

/// The labels of the secret (SLIP-0021), before the number of the profile. Other labels are other people to each party.
const SECRET_PATH: [&str; 2] = ["idw autheid", "v1"];

/// What parties hear of a device that nobody has named.
const DEVICE_NAME: &str = "Identity Wallet";

/// The authority and the key of tokens.
pub(super) struct Keys {
    pub(super) authority: Authority,
    pub(super) token: TokenKey,
    device_name: Option<String>,
}

impl Keys {
    /// What parties hear of the device.
    pub(super) fn device_name(&self) -> String {
        self.device_name.clone().unwrap_or_else(|| DEVICE_NAME.to_owned())
    }
}

impl Wallet {
    /// The root certificate that parties pin, as PEM. It is made when it is first needed.
    ///
    /// # Errors
    /// Where it cannot be made, or the vault cannot be read or written.
    pub fn eid_root_pem(&self) -> Result<String, EidError> {
        Ok(self.eid_keys()?.authority.root_pem()?)
    }

    /// What tokens are checked with: a JSON Web Key Set (RFC 7517).
    ///
    /// # Errors
    /// Where it cannot be made, or the vault cannot be read or written.
    pub fn eid_jwks(&self) -> Result<String, EidError> {
        Ok(self.eid_keys()?.token.jwks().to_owned())
    }

    /// The keys that were made before: for what is done while nobody else may change the vault.
    pub(super) fn eid_kept_keys(&self) -> Result<Keys, EidError> {
        let record = self.store.get::<EidKeysRecord>(ONLY)?;
        keys(&record.ok_or(StoreError::Missing { what: Stored::EidKeys })?)
    }

    /// The keys, made when they are first needed.
    pub(super) fn eid_keys(&self) -> Result<Keys, EidError> {
        let _guard = self.store.changing();
        if let Some(record) = self.store.get::<EidKeysRecord>(ONLY)? {
            return keys(&record);
        }
        let created = now();
        let authority = Authority::make(created.as_second())?;
        let token = TokenKey::make()?;
        let record = EidKeysRecord {
            version: 1,
            issuer_key: STANDARD.encode(&*authority.to_pkcs8()?).into(),
            root: STANDARD.encode(authority.root_der()?),
            issuer: STANDARD.encode(authority.issuer_der()?),
            token_key: STANDARD.encode(token.to_pkcs8()).into(),
            device_name: None,
            created,
        };
        let mut batch = Batch::new();
        put(&mut batch, ONLY, &record);
        self.store.commit_aside(batch)?;
        Ok(Keys { authority, token, device_name: None })
    }

    /// What parties hear of the device. It is the same for everybody, so that it says nothing, unless the user names it.
    ///
    /// # Errors
    /// Where the keys cannot be made, or the vault cannot be read or written.
    pub fn eid_device_name(&self) -> Result<String, EidError> {
        Ok(self.eid_keys()?.device_name())
    }

    /// The same where nothing else of the keys is needed, which are not made for it.
    pub(super) fn eid_heard_device_name(&self) -> Result<String, StoreError> {
        let named = self.store.get::<EidKeysRecord>(ONLY)?.and_then(|record| record.device_name);
        Ok(named.unwrap_or_else(|| DEVICE_NAME.to_owned()))
    }

    /// Names the device; with none it is called as everybody's again. Gives what parties hear from now on.
    ///
    /// # Errors
    /// [`EidError::Name`] where the name cannot be one; where the keys cannot be made, or the vault cannot be read or written.
    pub fn set_eid_device_name(&self, name: Option<&str>) -> Result<String, EidError> {
        let name = name.map(parties::checked_name).transpose()?;
        self.eid_keys()?;
        let _guard = self.store.changing();
        let missing = StoreError::Missing { what: Stored::EidKeys };
        let mut record = self.store.get::<EidKeysRecord>(ONLY)?.ok_or(missing)?;
        record.device_name = name;
        let mut batch = Batch::new();
        put(&mut batch, ONLY, &record);
        self.store.commit_aside(batch)?;
        Ok(keys(&record)?.device_name())
    }

    /// What this profile's keys and ids are derived from, for each party others.
    pub(super) fn eid_secret(&self) -> Result<Secret, StoreError> {
        on_wiped_stack(|| {
            let profile = self.store.profile().to_string();
            let [product, version] = SECRET_PATH;
            let key = self.seed()?.symmetric_key(&[product, version, &profile]);
            Ok(Secret::from_bytes(key.expose_bytes()))
        })
    }
}

fn keys(record: &EidKeysRecord) -> Result<Keys, EidError> {
    let missing = || StoreError::Missing { what: Stored::EidKeys };
    let read = |text: &str| STANDARD.decode(text).map(Zeroizing::new).map_err(|_| missing());
    let authority = Authority::from_pkcs8(&read(&record.issuer_key)?, &read(&record.root)?, &read(&record.issuer)?)?;
    let token = TokenKey::from_pkcs8(&read(&record.token_key)?)?;
    Ok(Keys { authority, token, device_name: record.device_name.clone() })
}
