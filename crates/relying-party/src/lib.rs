//! A reference relying party (RP) for Login with SelfKey (LWS).
//!
//! [`router`] gives an axum [`Router`](axum::Router) with the LWS endpoints mounted where the [`Config`] says,
//! and a small site beside them: a front page, the description of the site, and a page where a browser ends up
//! logged in. A service with a site of its own takes [`RelyingParty::api`] alone and nests it where it likes.
//!
//! A whole service that lets people in with their wallets, at a path of its own and asking for what it likes:
//!
//! ```no_run
#![doc = include_str!("../examples/service.rs")]
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
//! | `own_schemas` | the site's own schemas, served for wallets to find |
//! | `token`, `signature` | challenge and wallet tokens; who signed a nonce |
//! | `store` | users, files, applications, passes behind traits; SQLite as the default |
//! | `accounts` | what becomes of a user's things when a wallet or the user goes |
//! | `limits`, `uploads` | how much is kept and of whom; uploads that nothing refers to |
//! | `operator`, `throttle` | the operator's secret; waits for whoever guesses passwords |
//! | `front` | the pages a browser sees, for visitors and for the operator |
//! | `fault`, `serve` | answers broken on purpose, for testing clients, down to the connection |

mod accounts;
mod api;
mod attribute;
mod clock;
mod config;
mod fault;
mod front;
mod limits;
mod operator;
mod own_schemas;
mod plain_values;
mod schema;
mod serve;
mod signature;
mod site;
mod store;
mod throttle;
mod token;
mod uploads;

pub use clock::Clock;
pub use config::{Config, ConfigError, Dialects, Requirement, Template};
pub use fault::{Fault, FaultClass, UnknownFault};
pub use limits::Limits;
pub use operator::OperatorSecret;
pub use serve::serve;
pub use site::{Login, RelyingParty, router};
pub use store::sqlite::SqliteStore;
pub use store::{
    AddWallet, Application, ApplicationStatus, Applications, Attribute, FileId, Files, Message, NewFile, Pass,
    PassKind, Passes, RemoveWallet, Side, SignUp, Store, StoreError, StoredFile, Usage, User, UserId, Users, WithUsers,
};
pub use token::{SigningKey, TokenAlgorithm};
