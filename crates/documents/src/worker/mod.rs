//! Untrusted documents in a process of their own.
//!
//! The wallet starts itself again with a hidden argument; that process limits itself, reads one task and one document
//! from its input, writes one answer and ends. It holds no key: nothing of the wallet's memory reaches it, its
//! environment is empty, and it cannot open a file or a connection.
//!
//! | limit | Linux | macOS | Windows |
//! | --- | --- | --- | --- |
//! | 2 s by the clock, then killed | yes | yes | yes |
//! | 2 s of processor time | yes | yes | no |
//! | 240 MiB of memory beyond the program itself | yes | best effort | no |
//! | no file opened, none written | yes | yes | no |
//! | bytes read and answered | yes | yes | yes |

mod child;
#[cfg(unix)]
mod limits;
mod parent;
mod wire;

pub use child::run_if_asked;
pub use parent::{Limits, Worker, WorkerError};
