//! A reference relying party (RP) for Login with SelfKey (LWS).
//!
//! [`router`] gives an axum [`Router`](axum::Router) with the LWS endpoints mounted where the [`Config`] says,
//! and a small site beside them: a front page, the description of the site, and a page where a browser ends up
//! logged in. A service with a site of its own takes [`RelyingParty::api`] alone and nests it where it likes.
//!
//! ```no_run
//! use idw_relying_party::{Config, SqliteStore, router};
//!
//! # async fn serve() -> Result<(), Box<dyn std::error::Error>> {
//! let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
//! let website = format!("http://{}", listener.local_addr()?).parse()?;
//! axum::serve(listener, router(Config::sample(website)?, SqliteStore::in_memory()?)?).await?;
//! # Ok(())
//! # }
//! ```
//!
//! This crate is its own reading of the protocol: it shares no wire type with the client, so that a mistake in
//! one of them shows when they meet. It is strict where the protocol is clear (headers, tokens, signatures,
//! attribute shapes) and takes every documented reading where it is not.
//!
//! | module | what is in it |
//! | --- | --- |
//! | `api` | the endpoints of both dialects, errors, request bodies |
//! | `attribute`, `schema` | what a wallet sends, what the site asked for, and whether they fit |
//! | `token`, `signature` | challenge and wallet tokens; who signed a nonce |
//! | `store` | users, files, applications behind a trait; SQLite as the default |
//! | `front` | the pages a browser sees, and `GET /api/state` |
//! | `fault` | answers broken on purpose, for testing clients |

mod api;
mod attribute;
mod config;
mod fault;
mod front;
mod schema;
mod signature;
mod site;
mod store;
mod token;

pub use config::{Config, ConfigError, Dialects, Requirement, Template};
pub use fault::Fault;
pub use site::{RelyingParty, router};
pub use store::sqlite::SqliteStore;
pub use store::{
    Application, ApplicationStatus, Attribute, FileId, NewFile, Pass, PassKind, SignUp, Store, StoreError, StoredFile,
    User,
};
pub use token::SigningKey;
