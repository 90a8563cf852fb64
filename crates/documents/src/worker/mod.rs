//! Untrusted documents in a process of their own.
//!
//! The wallet starts itself again with a hidden argument; that process limits itself, reads one task and one document
//! from its input, writes one answer and ends. It holds no key: nothing of the wallet's memory reaches it, its
//! environment is empty, and it cannot open a file or a connection, start a process, or send a signal to another, also
//! when a document has taken it over.
//!
//! PDFs are made there, too, of texts and of pictures, since either may come from strangers.
//!
//! | limit | Linux | macOS | Windows |
//! | --- | --- | --- | --- |
//! | 2 s of processor time; for a picture a second more for each 3 megapixels, at most 10 s | yes | yes | no |
//! | 240 MiB of memory beyond the program itself; up to 768 MiB for a picture that is stored in passes | yes | best effort | no |
//! | 2 minutes by the clock (Windows: 20 s), then killed | yes | yes | yes |
//! | bytes read and answered | yes | yes | yes |
//! | no file written | yes | yes | no |
//! | nothing inherited but the three pipes | yes | yes | no |
//! | no file opened | yes | unless one of the pipes is closed for it | no |
//! | no file opened, changed or removed by its name | with Landlock (5.13) or seccomp | no | no |
//! | no system call but the few that are needed, else killed | with seccomp (3.17, x86-64 and ARM64) | no | no |
//!
//! How large a picture is, and that it is stored in passes (a progressive JPEG, an interlaced PNG), is what its header
//! claims: that is all that is read of a document outside of the worker, besides its type. Other pictures are decoded row
//! by row, or smaller than they are, in 240 MiB.
//!
//! Where a kernel has no Landlock or seccomp, or a container forbids their use, the worker does without and the other
//! limits hold; the wallet's log says so once. No process may then be kept from being started or from being sent signals.

mod allowance;
mod child;
#[cfg(all(target_os = "linux", any(target_arch = "x86_64", target_arch = "aarch64")))]
mod confinement;
#[cfg(unix)]
mod limits;
mod parent;
#[doc(hidden)]
#[cfg(unix)]
pub mod restrict;
mod wire;

use serde::{Deserialize, Serialize};

pub use child::run_if_asked;
pub use parent::{Limits, Worker, WorkerError};

/// What does not hold a worker here, though Linux may have it: each with the reason. Neither exists elsewhere.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Lacking {
    /// Why files and connections are not forbidden by Landlock.
    pub landlock: Option<String>,
    /// Why system calls are not filtered.
    pub filter: Option<String>,
}
