//! Adding a provider, and its settings as its protocol's client takes them.

use std::fmt;

use idw_http::shown_host;
use idw_vault::{Batch, RecordId};
use idw_webkyc::{ClientSecret, Dialect, ListenAt, Provider, RedirectUri, WEB_IDV_API, WEB_KYC_API, WEB_KYC_AUTHORIZE};
use url::Url;

use crate::{
    ProviderError, ProviderSecret, ProviderSetting, SettingFault, Wallet,
    clock::now,
    providers::{free_name, provider_view},
    records::{DialectRecord, Event, ProviderRecord},
    store::put,
    view::{ProviderDialect, ProviderView},
};

/// Where the browser comes back to where nothing else is said. Providers that ask for https need another one.
const REDIRECT: &str = "http://127.0.0.1:8467/verified";

/// A provider to add. What is not said is as the dialect has it.
pub struct AddProvider {
    /// What the user calls it.
    pub name: String,
    /// What it speaks.
    pub dialect: ProviderDialect,
    /// How it calls this client.
    pub client_id: String,
    /// Where the user goes; Web KYC only.
    pub authorize: Option<String>,
    /// Where the wallet asks.
    pub api: Option<String>,
    /// Where the browser comes back to, as it is registered there.
    pub redirect: Option<String>,
    /// Where the wallet waits, where `redirect` is an https page: `127.0.0.1:PORT/PATH`.
    pub listen: Option<String>,
    /// Whether its checks count as verified for others.
    pub trusted: bool,
    /// The client secret, for the system keyring; none where it is given each time.
    pub secret: Option<ProviderSecret>,
    /// The file that it is from. Where the system keyring does not keep the secret, this is remembered instead.
    pub secret_file: Option<String>,
}

impl fmt::Debug for AddProvider {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AddProvider").field("name", &self.name).finish_non_exhaustive()
    }
}

impl Wallet {
    /// Adds an identity-check provider. Nobody is contacted. The secret goes into the system keyring and nowhere else.
    ///
    /// # Errors
    /// Where a setting cannot work, the name is taken, or the vault cannot be written: nothing is changed then.
    /// [`ProviderError::NotKept`] where the keyring did not take the secret, and no file was named: the provider is not added
    /// then either.
    pub fn add_provider(&self, add: AddProvider) -> Result<ProviderView, ProviderError> {
        let AddProvider { name, dialect, client_id, authorize, api, redirect, listen, trusted, secret, secret_file } =
            add;
        let _guard = self.store.changing();
        let mut record = ProviderRecord {
            version: 1,
            name: free_name(&self.store, &name)?,
            dialect: dialect.into(),
            client_id: client_id.trim().to_owned(),
            authorize: authorize_of(dialect, authorize)?,
            api: api.unwrap_or_else(|| api_of(dialect).to_owned()),
            redirect: redirect.unwrap_or_else(|| REDIRECT.to_owned()),
            listen,
            secret_file: None,
            trusted,
            created: now(),
        };
        let settings = settings(&record)?;
        settings.check().map_err(|error| setting(ProviderSetting::All, Box::new(error)))?;
        let id = RecordId::make();
        if let Some(secret) = &secret {
            client_secret(secret)?;
            match (self.keep_provider_secret(id, &record.name, secret), secret_file) {
                (Ok(()), _) => {}
                (Err(ProviderError::NotKept { .. }), Some(file)) => record.secret_file = Some(file),
                (Err(error), _) => return Err(error),
            }
        }
        let mut batch = Batch::new();
        put(&mut batch, id, &record);
        let host = shown_host(&settings.api).unwrap_or_default();
        let committed = self.store.commit(batch, Event::ProviderAdded { name: record.name.clone(), host });
        if let Err(error) = committed {
            if secret.is_some()
                && let Err(left) = self.store.vault().forget_secret(&id.to_string())
            {
                tracing::warn!(%left, "the secret of a provider that was not added is still in the keyring");
            }
            return Err(error.into());
        }
        Ok(provider_view(id, &record))
    }

    /// Puts a provider's client secret into the system keyring, in the place of the one that is there.
    ///
    /// # Errors
    /// Where there is no such provider, the text is no secret, or the keyring does not take it.
    pub fn set_provider_secret(&self, name: &str, secret: &ProviderSecret) -> Result<ProviderView, ProviderError> {
        let (id, record) = crate::providers::find(&self.store, name)?;
        client_secret(secret)?;
        self.keep_provider_secret(id, &record.name, secret)?;
        Ok(provider_view(id, &record))
    }
}

fn authorize_of(dialect: ProviderDialect, given: Option<String>) -> Result<Option<String>, ProviderError> {
    match (dialect, given) {
        (ProviderDialect::WebKyc, given) => Ok(Some(given.unwrap_or_else(|| WEB_KYC_AUTHORIZE.to_owned()))),
        (ProviderDialect::WebIdv, None) => Ok(None),
        (ProviderDialect::WebIdv, Some(_)) => {
            Err(ProviderError::Setting { setting: ProviderSetting::Authorize, why: SettingFault::MadeByProvider })
        }
    }
}

fn api_of(dialect: ProviderDialect) -> &'static str {
    match dialect {
        ProviderDialect::WebKyc => WEB_KYC_API,
        ProviderDialect::WebIdv => WEB_IDV_API,
    }
}

fn setting(setting: ProviderSetting, why: impl Into<SettingFault>) -> ProviderError {
    ProviderError::Setting { setting, why: why.into() }
}

/// A provider as the client takes it.
pub(super) fn settings(record: &ProviderRecord) -> Result<Provider, ProviderError> {
    let url = |which, text: &str| Url::parse(text).map_err(|_| setting(which, SettingFault::NotAUrl));
    let redirect = RedirectUri::parse(&record.redirect).map_err(|error| setting(ProviderSetting::Redirect, error))?;
    let listen = match &record.listen {
        Some(listen) => ListenAt::parse(listen).map_err(|error| setting(ProviderSetting::Listen, error))?,
        None => ListenAt::of(&redirect).ok_or_else(|| setting(ProviderSetting::Redirect, SettingFault::NeedsListen))?,
    };
    let authorize = record.authorize.as_deref().unwrap_or(WEB_KYC_AUTHORIZE);
    Ok(Provider {
        dialect: match record.dialect {
            DialectRecord::WebKyc => Dialect::WebKyc,
            DialectRecord::WebIdv => Dialect::WebIdv,
        },
        client_id: record.client_id.clone(),
        authorize: url(ProviderSetting::Authorize, authorize)?,
        api: url(ProviderSetting::Api, &record.api)?,
        redirect,
        listen,
    })
}

/// A secret as the client takes it.
pub(super) fn client_secret(secret: &ProviderSecret) -> Result<ClientSecret, ProviderError> {
    ClientSecret::parse(secret.expose_text()).map_err(ProviderError::Secret)
}
