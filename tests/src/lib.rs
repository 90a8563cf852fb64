//! What the journeys share: the real programs, each with a guard that stops it, and a home of its own
//! for each test.
//!
//! The journeys are in `it/`: one binary, a module for each subject. They run the programs that cargo
//! built (`idw`, `idw-rp`, `idw-desktop`) and know nothing of the crates behind them: of `idw-autheid` only the
//! client that is generated.
#![expect(
    clippy::missing_panics_doc,
    reason = "a test's harness panics, with a sentence, when anything is not as the test needs it"
)]

pub mod fault;

mod caller;
mod canary;
mod eid_server;
mod har;
mod holder;
mod home;
mod impostor;
mod kyc_provider;
mod pages;
mod programs;
mod relying_party;
mod samples;

pub use caller::{Caller, Reply};
pub use canary::{Canary, Finding, contains, search};
pub use eid_server::{EidServer, wait_for};
pub use har::har_entries;
pub use holder::Holder;
pub use home::{Home, Run, copy_folder};
pub use impostor::{Answer, Impostor, unsigned_token};
pub use kyc_provider::{CLIENT_SECRET, KycProvider, browse};
pub use pages::{Pages, page};
pub use programs::{built, repository};
pub use relying_party::{RelyingParty, get};
pub use samples::{Sample, schema_url, sha256_hex};
