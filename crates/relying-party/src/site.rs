//! The relying party as a whole: what its endpoints and pages share, and how it is put together.

use std::sync::Arc;

use axum::Router;
use idw_keys::Address;
use jiff::Timestamp;
use sha2::{Digest as _, Sha256};

use crate::accounts;
use crate::api::{self, ApiError};
use crate::config::{Config, ConfigError, Dialects};
use crate::fault::Fault;
use crate::front;
use crate::own_schemas::OwnSchemas;
use crate::schema::Schemas;
use crate::store::{AddWallet, Pass, PassKind, RemoveWallet, Store, StoreError, User, UserId};
use crate::throttle::Throttle;
use crate::token::make_random;
use crate::uploads::Uploads;

/// A site, ready to serve: its endpoints, its pages, and what a service does with a login.
#[derive(Clone)]
pub struct RelyingParty {
    site: Arc<Site>,
}

/// The endpoints below [`Config::mount`] and the site's own pages at the root.
///
/// # Errors
/// [`ConfigError`] when the configuration asks for what it cannot check.
pub fn router(config: Config, store: impl Store) -> Result<Router, ConfigError> {
    Ok(RelyingParty::new(config, store)?.router(&[]))
}

impl RelyingParty {
    /// Checks the configuration and compiles the schemas.
    ///
    /// # Errors
    /// [`ConfigError`] when the configuration asks for what it cannot check.
    pub fn new(mut config: Config, store: impl Store) -> Result<Self, ConfigError> {
        check_addresses(&config)?;
        let own_schemas = OwnSchemas::settle(&mut config)?;
        let schemas = Schemas::compile(&config.schemas)?;
        check(&config, &schemas)?;
        let (throttle, uploads) = (Throttle::default(), Uploads::default());
        Ok(Self { site: Arc::new(Site { config, schemas, own_schemas, throttle, uploads, store: Arc::new(store) }) })
    }

    /// Endpoints and pages together, answering with the faults given.
    pub fn router(&self, faults: &[Fault]) -> Router {
        let api = crate::fault::inject(self.api(), faults, &self.site.config.signing_key);
        let mount = self.site.config.mount.trim_matches('/');
        let front = front::router(Arc::clone(&self.site));
        if mount.is_empty() {
            return front.merge(api);
        }
        front.nest(&format!("/{mount}"), api)
    }

    /// The endpoints alone, for a service that nests them into its own router. The site's own schemas that are below the
    /// mount are among them; what is elsewhere below the website, the service serves with [`schema_at`](Self::schema_at).
    pub fn api(&self) -> Router {
        api::router(Arc::clone(&self.site))
    }

    /// The schema of the site's own at this path of the website, which begins with a slash and has the query, if any.
    pub fn schema_at(&self, path: &str) -> Option<&serde_json::Value> {
        self.site.own_schemas.at(path)
    }

    /// The login of the ticket in a redirect URL. A ticket works once, for five minutes.
    ///
    /// What a service does with it: begin a session of [`Login::user`]; or, where its visitor is logged in already and
    /// has just asked to add a wallet, [`add_wallet`](Self::add_wallet) with [`Login::wallet`] to that user.
    ///
    /// # Security
    /// Anyone can send somebody a link with a ticket of their own. Where the visitor is logged in, ask by a form, and
    /// redeem the ticket when that is posted: a link alone must not change who they are.
    ///
    /// # Errors
    /// [`StoreError`] when the store fails.
    pub async fn redeem_ticket(&self, ticket: &str) -> Result<Option<Login>, StoreError> {
        let digest = digest(ticket);
        self.site
            .blocking(move |store| {
                let holder = store.take_pass(PassKind::Ticket, &digest)?;
                let Some(wallet) = holder.and_then(|holder| holder.parse().ok()) else { return Ok(None) };
                Ok(store.user_with(wallet)?.map(|user| Login { wallet, user }))
            })
            .await
    }

    /// Lets a wallet log in this user too, as [`Users::add_wallet`](crate::Users::add_wallet) says.
    ///
    /// # Errors
    /// [`StoreError`] when the store fails.
    pub async fn add_wallet(&self, user: &UserId, wallet: Address) -> Result<AddWallet, StoreError> {
        let user = user.clone();
        self.site.blocking(move |store| store.add_wallet(&user, wallet)).await
    }

    /// Takes a wallet from a user, unless it is the only way to log in. Its documents and applications stay with the
    /// user's next wallet; where there is none, they are deleted.
    ///
    /// # Errors
    /// [`StoreError`] when the store fails.
    pub async fn remove_wallet(&self, user: &UserId, wallet: Address) -> Result<RemoveWallet, StoreError> {
        let user = user.clone();
        self.site.blocking(move |store| accounts::remove_wallet(store, &user, wallet)).await
    }

    /// Forgets a user with all that their wallets sent: attributes, documents, applications. `false` when there is
    /// no such user.
    ///
    /// # Errors
    /// [`StoreError`] when the store fails.
    pub async fn delete_user(&self, user: &UserId) -> Result<bool, StoreError> {
        let user = user.clone();
        self.site.blocking(move |store| accounts::delete_user(store, &user)).await
    }

    /// Deletes uploads that nothing refers to and whose time is over. Each request does so too; this is for a site that
    /// nobody asks anything.
    ///
    /// # Errors
    /// [`StoreError`] when the store fails.
    pub async fn forget_unclaimed(&self) -> Result<(), StoreError> {
        let before = self.site.unclaimed_before();
        self.site.blocking(move |store| store.forget_unclaimed(before)).await
    }

    /// Where everything is kept. Its calls may block.
    pub fn store(&self) -> &dyn Store {
        &*self.site.store
    }
}

/// Who has logged in.
#[derive(Debug, Clone, PartialEq)]
pub struct Login {
    /// With which wallet.
    pub wallet: Address,
    /// The user it belongs to, who may have more of them.
    pub user: User,
}

/// What handlers share.
pub(crate) struct Site {
    pub(crate) config: Config,
    pub(crate) schemas: Schemas,
    pub(crate) own_schemas: OwnSchemas,
    pub(crate) throttle: Throttle,
    pub(crate) uploads: Uploads,
    store: Arc<dyn Store>,
}

impl Site {
    /// Runs a call to the store on a thread for blocking work.
    pub(crate) async fn store<T: Send + 'static>(
        &self,
        work: impl FnOnce(&dyn Store) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, ApiError> {
        self.blocking(work).await.map_err(ApiError::internal)
    }

    async fn blocking<T: Send + 'static>(
        &self,
        work: impl FnOnce(&dyn Store) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, StoreError> {
        let store = Arc::clone(&self.store);
        let ended = |error: tokio::task::JoinError| StoreError { doing: "working on a thread", source: error.into() };
        tokio::task::spawn_blocking(move || work(&*store)).await.map_err(ended)?
    }

    /// Hands out a pass; returns its secret, which is kept nowhere.
    pub(crate) async fn make_pass(
        &self,
        kind: PassKind,
        holder: String,
        lifetime: std::time::Duration,
    ) -> Result<String, ApiError> {
        let secret = hex::encode(make_random::<32>().map_err(ApiError::internal)?);
        self.keep_pass(kind, &secret, holder, lifetime).await?;
        Ok(secret)
    }

    /// Makes a secret that is there already good for something.
    pub(crate) async fn keep_pass(
        &self,
        kind: PassKind,
        secret: &str,
        holder: String,
        lifetime: std::time::Duration,
    ) -> Result<(), ApiError> {
        let expires = Timestamp::now().checked_add(lifetime).map_err(ApiError::internal)?;
        let pass = Pass { kind, digest: digest(secret), holder, expires };
        self.store(move |store| store.keep_pass(&pass)).await
    }

    /// The holder of a pass that works once.
    pub(crate) async fn take_pass(&self, kind: PassKind, secret: &str) -> Result<Option<String>, ApiError> {
        let digest = digest(secret);
        self.store(move |store| store.take_pass(kind, &digest)).await
    }

    /// The holder of a pass that works until it expires.
    pub(crate) async fn find_pass(&self, kind: PassKind, secret: &str) -> Result<Option<String>, ApiError> {
        let digest = digest(secret);
        self.store(move |store| store.find_pass(kind, &digest)).await
    }

    /// The user of a wallet.
    pub(crate) async fn user_with(&self, wallet: Address) -> Result<Option<User>, ApiError> {
        self.store(move |store| store.user_with(wallet)).await
    }

    pub(crate) fn serves_classic(&self) -> bool {
        matches!(self.config.dialects, Dialects::Classic | Dialects::Both)
    }

    pub(crate) fn serves_did(&self) -> bool {
        matches!(self.config.dialects, Dialects::Did | Dialects::Both)
    }
}

fn check_addresses(config: &Config) -> Result<(), ConfigError> {
    if config.website.cannot_be_a_base() {
        return Err(ConfigError::Website(config.website.clone()));
    }
    if !is_mountable(&config.mount) {
        return Err(ConfigError::Mount(config.mount.clone()));
    }
    Ok(())
}

fn check(config: &Config, schemas: &Schemas) -> Result<(), ConfigError> {
    let in_templates = config.templates.iter().flat_map(|template| &template.attributes);
    for requirement in config.attributes.iter().chain(in_templates) {
        if !schemas.knows(&requirement.schema) {
            return Err(ConfigError::UnknownSchema { url: requirement.schema.clone() });
        }
    }
    for (index, template) in config.templates.iter().enumerate() {
        if config.templates[..index].iter().any(|earlier| earlier.id == template.id) {
            return Err(ConfigError::TemplateTwice(template.id.clone()));
        }
    }
    Ok(())
}

/// Unreserved characters only (RFC 3986, section 2.3), since the router gives a meaning to others; and no page of the
/// site at the same place.
fn is_mountable(mount: &str) -> bool {
    let mount = mount.trim_matches('/');
    let allowed = |character: char| character.is_ascii_alphanumeric() || matches!(character, '-' | '_' | '.' | '~');
    let first = mount.split('/').next().unwrap_or_default();
    mount.is_empty()
        || (mount.split('/').all(|segment| !segment.is_empty() && segment.chars().all(allowed))
            && !front::TAKEN.contains(&first)
            && !front::TAKEN.contains(&mount))
}

fn digest(secret: &str) -> String {
    hex::encode(Sha256::digest(secret))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Requirement, SqliteStore};

    #[test]
    fn a_site_asks_only_for_what_it_can_check() {
        let mut config = Config::sample("https://rp.example".parse().unwrap()).unwrap();
        let url = "https://rp.example/schema/member.json";
        config.attributes.push(Requirement { id: None, schema: url.to_owned(), label: None, required: true });
        let error = router(config, SqliteStore::in_memory().unwrap()).unwrap_err();
        assert!(matches!(error, ConfigError::UnknownSchema { url: named } if named == url));

        let mut config = Config::sample("https://rp.example".parse().unwrap()).unwrap();
        config.attributes.push(Requirement { id: None, schema: url.to_owned(), label: None, required: true });
        config.schemas.insert(url.to_owned(), serde_json::json!({"type": "string"}));
        assert!(router(config, SqliteStore::in_memory().unwrap()).is_ok());
    }

    #[test]
    fn the_endpoints_are_mounted_at_plain_paths() {
        let check = |mount: &str, fits: bool| {
            let mut config = Config::sample("https://rp.example".parse().unwrap()).unwrap();
            config.mount = mount.to_owned();
            let result = router(config, SqliteStore::in_memory().unwrap());
            assert_eq!(result.is_ok(), fits, "{mount:?}: {:?}", result.err());
        };
        for mount in ["", "/", "/lws", "lws/", "/api/v1/selfkey", "/api"] {
            check(mount, true);
        }
        for mount in ["/{id}", "/a//b", "/a?b", "/a b", "/account", "/session/x", "/api/state"] {
            check(mount, false);
        }
    }

    #[test]
    fn template_ids_are_unique() {
        let mut config = Config::sample("https://rp.example".parse().unwrap()).unwrap();
        config.templates.push(config.templates[0].clone());
        let error = router(config, SqliteStore::in_memory().unwrap()).unwrap_err();
        assert!(matches!(error, ConfigError::TemplateTwice(id) if id == "1"));
    }
}
