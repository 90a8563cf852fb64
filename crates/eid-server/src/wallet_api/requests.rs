//! What is open for a device's email, as soon as it changes.

use std::sync::Arc;
use std::time::Duration;

use axum::Json;
use axum::extract::{Query, State};
use axum::http::HeaderMap;
use axum::http::header::AUTHORIZATION;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use idw_autheid::sign::Form;
use idw_autheid::wire::{Listed, ListedDevice, ListedForm, ListedRp, Listing, MOST_WAIT_SECONDS};
use idw_autheid::{Kind, StoredRequest, key_hash};
use serde::Deserialize;
use sha2::{Digest as _, Sha256};
use tokio::time::{Instant, sleep, timeout_at};

use super::error::Failure;
use super::{Trust, Wallets};
use crate::database::{Device, RpRow};

/// How long to wait, and for what.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Wait {
    wait: u64,
    after: String,
}

/// Answers `GET /wallet/v1/requests`.
pub(crate) async fn list(
    State(wallets): State<Arc<Wallets>>,
    Query(wait): Query<Wait>,
    headers: HeaderMap,
) -> Result<Json<Listing>, Failure> {
    let token = token_hash(&headers).ok_or_else(Failure::token)?;
    drop(headers); // nothing that is not needed stays while the reader waits
    let device = wallets.reader(token).await?;
    let waiting = wallets.wakers.enter(&device.user.email_key)?;
    drop(device);
    let until = Instant::now() + Duration::from_secs(wait.wait.min(MOST_WAIT_SECONDS));
    loop {
        let woken = waiting.woken();
        // A user who is removed meanwhile reads nothing more.
        let device = wallets.reader(token).await?;
        let (listing, left) = wallets.listing(&device).await?;
        if listing.cursor != wait.after || Instant::now() >= until {
            return Ok(Json(listing));
        }
        drop((listing, device));
        tokio::select! {
            _ = timeout_at(until, woken) => {}
            // What is over is open no longer.
            () = sleep(left) => {}
        }
    }
}

fn token_hash(headers: &HeaderMap) -> Option<[u8; 32]> {
    let mut values = headers.get_all(AUTHORIZATION).iter();
    let value = values.next().filter(|_| values.next().is_none())?;
    Some(key_hash(value.to_str().ok()?.strip_prefix("Bearer ")?))
}

impl Wallets {
    async fn reader(&self, token: [u8; 32]) -> Result<Device, Failure> {
        self.database().device_of_token(token, self.clock.now()).await?.ok_or_else(Failure::token)
    }

    /// What is open, and how long it stays so if nothing happens.
    async fn listing(&self, device: &Device) -> Result<(Listing, Duration), Failure> {
        let now = self.clock.now();
        let open = self.database().open_requests(&device.user.email_key, now).await?;
        let left = open.iter().map(|(request, _)| request.left(now)).min();
        let mut requests = Vec::with_capacity(open.len());
        for (request, rp) in open {
            let needed = self.needs_certificate(device, &rp, &request).await?;
            requests.push(Listed::of(&request, listed_rp(rp), needed));
        }
        let devices = self.database().devices_of(&device.user.id).await?;
        let devices: Vec<_> = devices
            .into_iter()
            .map(|row| ListedDevice {
                is_this: row.id == device.id,
                id: row.id,
                name: row.name,
                added: row.added.as_second(),
            })
            .collect();
        if !devices.iter().any(|one| one.is_this) {
            return Err(Failure::token()); // it was removed a moment ago
        }
        let trusts_wallets = self.trust == Trust::Wallets;
        let cursor = cursor(&requests, &devices, trusts_wallets);
        let listing = Listing { cursor, time: now.as_second(), trusts_wallets, devices, requests };
        Ok((listing, left.unwrap_or(Duration::MAX)))
    }

    async fn needs_certificate(&self, device: &Device, rp: &RpRow, request: &StoredRequest) -> Result<bool, Failure> {
        let is_certified = matches!(request.asked.kind, Kind::Signature { .. }) && rp.form == Form::X509;
        Ok(is_certified && self.database().certificate(&device.id, &rp.id).await?.is_none())
    }
}

fn listed_rp(rp: RpRow) -> ListedRp {
    let form = match rp.form {
        Form::Raw => ListedForm::Raw,
        Form::X509 => ListedForm::X509,
    };
    ListedRp { id: rp.id, name: rp.name, form, matching: rp.matching, added: rp.added.as_second() }
}

/// Another one whenever anything in the listing is other than it was, but for the time.
fn cursor(requests: &[Listed], devices: &[ListedDevice], trusts_wallets: bool) -> String {
    let said = serde_json::to_vec(&(requests, devices, trusts_wallets)).unwrap_or_default();
    URL_SAFE_NO_PAD.encode(&Sha256::digest(said)[..16])
}
