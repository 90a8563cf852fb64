//! What wallets call: they bind a device, begin sessions, read what is open for their email, and answer it. The messages are those
//! of [`idw_autheid::wire`], and `docs/autheid.md` has the rules.

pub(crate) mod answer;
mod calls;
mod error;
mod nonces;
mod requests;
mod signed;
mod wakers;

use std::sync::Arc;

use axum::Router;
use axum::routing::{delete, get, post};
use idw_autheid::wire::{DEVICES_PATH, NONCES_PATH, REQUESTS_PATH, SESSIONS_PATH, THIS_DEVICE_PATH};
use idw_autheid::{Clock, Service};

pub(crate) use answer::Trust;
pub(crate) use wakers::Wakers;

use crate::database::Database;
use crate::serve::EveryWallet;
use nonces::Nonces;

/// What the calls of wallets need.
pub(crate) struct Wallets {
    service: Service<Database, EveryWallet>,
    nonces: Nonces,
    wakers: Arc<Wakers>,
    clock: Clock,
    trust: Trust,
}

impl Wallets {
    pub(crate) fn new(
        service: Service<Database, EveryWallet>,
        wakers: Arc<Wakers>,
        clock: Clock,
        trust: Trust,
    ) -> Arc<Self> {
        let nonces = Nonces::new(service.store().service().nonce_secret.clone());
        Arc::new(Self { service, nonces, wakers, clock, trust })
    }

    fn database(&self) -> &Database {
        self.service.store()
    }
}

/// Everything that wallets call.
pub(crate) fn router(wallets: Arc<Wallets>) -> Router {
    Router::new()
        .route(NONCES_PATH, post(calls::nonce))
        .route(DEVICES_PATH, post(calls::bind))
        .route(THIS_DEVICE_PATH, delete(calls::leave))
        .route(SESSIONS_PATH, post(calls::begin_session))
        .route(REQUESTS_PATH, get(requests::list))
        .route("/wallet/v1/requests/{id}/answer", post(calls::answer))
        .method_not_allowed_fallback(async || error::Failure::invalid("this address is called with another method"))
        .with_state(wallets)
}
