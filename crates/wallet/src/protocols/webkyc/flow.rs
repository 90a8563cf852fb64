//! One identity check, from the browser's leaving to what it brought.

use std::{fmt, sync::Arc, time::Duration};

use idw_vault::RecordId;
use idw_webkyc::{Client, ClientSecret, Provider, TransportOptions, Waiting};

use super::{
    CheckError,
    brought::brought,
    settings::{client_secret, settings},
};
use crate::{
    CheckOptions, CheckReview, ProviderSecret, Wallet,
    checks::Brought,
    profiles,
    providers::find,
    records::{ProfileKindRecord, ProviderRecord},
};

/// How far a check has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CheckStep {
    /// The wallet waits for the browser.
    Waiting,
    /// The browser is back, and the wallet asks the provider.
    Fetching,
    /// The provider has answered.
    Fetched,
}

/// A check that has begun: the wallet listens, and the user has an address to go to. Dropped, it is given up, and the port is
/// free.
pub struct CheckUnderWay {
    waiting: Waiting,
    client: Client,
    provider: RecordId,
    record: ProviderRecord,
    settings: Provider,
    secret: ClientSecret,
}

/// What a check brought. Nothing of it is kept, and nobody has looked at it.
pub struct CheckArrived(Brought);

impl fmt::Debug for CheckUnderWay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CheckUnderWay").field("provider", &self.provider).finish_non_exhaustive()
    }
}

impl fmt::Debug for CheckArrived {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("CheckArrived([redacted])")
    }
}

impl Wallet {
    /// Begins an identity check: listens where the browser will come back to, and asks the provider for the address to go to
    /// where its dialect has that. Without `secret`, it is taken from where the wallet keeps it.
    ///
    /// # Errors
    /// Where there is no such provider, its secret is not there, the profile is a company, the port is in use, or the
    /// provider gives no address. Nothing of the user's has gone out.
    pub async fn begin_check(
        &self,
        provider: &str,
        secret: Option<ProviderSecret>,
    ) -> Result<CheckUnderWay, CheckError> {
        let (id, record) = find(&self.store, provider)?;
        let settings = settings(&record)?;
        self.check_is_person()?;
        let secret = match secret {
            Some(secret) => secret,
            None => self.kept_provider_secret(id, &record)?,
        };
        let secret = client_secret(&secret)?;
        let observer = self.observer.as_ref().map(Arc::clone);
        let client = Client::new(TransportOptions { observer, ..TransportOptions::default() });
        let waiting = client.begin(&settings, &secret).await.map_err(|source| CheckError::Check { source })?;
        Ok(CheckUnderWay { waiting, client, provider: id, record, settings, secret })
    }

    fn check_is_person(&self) -> Result<(), CheckError> {
        let profile = profiles::selected(&self.store)?;
        match profile.kind {
            ProfileKindRecord::Person => Ok(()),
            ProfileKindRecord::Company => Err(CheckError::OfCompany { profile: profile.name }),
        }
    }

    /// Sets what a check brought beside what the wallet holds. Opens its pictures, which takes a moment.
    ///
    /// # Errors
    /// Where the selfie cannot be used, the pictures cannot be stored, or the vault cannot be read.
    pub fn review_check(&self, arrived: CheckArrived, options: CheckOptions) -> Result<CheckReview, CheckError> {
        Ok(self.review_brought(arrived.0, options)?)
    }
}

impl CheckUnderWay {
    /// The address to open in the browser. It belongs to this check alone.
    pub fn address(&self) -> &str {
        self.waiting.address().as_str()
    }

    /// Waits for the browser, at most as long as `limit`, and fetches what the provider read off the documents: once, whatever
    /// comes of it.
    ///
    /// # Errors
    /// [`CheckError::Check`] says why nothing came, and whether the check has to be made again.
    pub async fn arrived(self, limit: Duration, on: &(dyn Fn(CheckStep) + Sync)) -> Result<CheckArrived, CheckError> {
        let Self { waiting, client, provider, record, settings, secret } = self;
        on(CheckStep::Waiting);
        let fetched = waiting.returned_and(limit, async |code| {
            on(CheckStep::Fetching);
            client.fetch(&settings, &secret, code).await
        });
        let checked = fetched.await.map_err(|source| CheckError::Check { source })?;
        on(CheckStep::Fetched);
        Ok(CheckArrived(brought(provider, &record, checked)))
    }
}
