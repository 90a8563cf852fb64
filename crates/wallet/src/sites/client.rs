//! The client that talks to sites.

use std::sync::{Arc, Mutex};

use idw_http::Observer;
use idw_lws::{Client, ClientOptions};

use crate::{
    Wallet,
    caches::{Cache, Rank},
    store::{Watch, locked},
};

/// The client, made at first use: most commands never talk to a site. Another observer takes another one.
#[derive(Default)]
struct ClientCache(Mutex<Option<Made>>);

struct Made {
    client: Client,
    observer: Option<Arc<dyn Observer>>,
}

impl Watch for ClientCache {}

impl Cache for ClientCache {
    const RANK: Rank = Rank::OfContent;
}

impl Wallet {
    /// The client that talks to sites.
    pub(crate) fn client(&self) -> Client {
        let cache = self.caches.get::<ClientCache>();
        let mut made = locked(&cache.0);
        match &*made {
            Some(made) if is_same(made.observer.as_ref(), self.observer.as_ref()) => made.client.clone(),
            _ => {
                let observer = self.observer.clone();
                let client = Client::new(ClientOptions { observer: observer.clone(), ..ClientOptions::default() });
                *made = Some(Made { client: client.clone(), observer });
                client
            }
        }
    }
}

fn is_same(one: Option<&Arc<dyn Observer>>, other: Option<&Arc<dyn Observer>>) -> bool {
    match (one, other) {
        (None, None) => true,
        (Some(one), Some(other)) => Arc::ptr_eq(one, other),
        _ => false,
    }
}
