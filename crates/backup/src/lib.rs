//! The container of a backup: one file in the age format with a passphrase, in it a tar archive, and in that first a
//! manifest with the length and digest of every file that follows.
//!
//! It can be opened without this program: `age --decrypt FILE | tar --extract`. `docs/backup-format.md` says what is
//! where. This crate knows nothing of wallets; it writes and reads files by their names.
//!
//! - Memory is constant: files pass through in pieces, and nothing but the manifest is kept.
//! - Nothing that was not authenticated is handed out, and nothing that is handed out touches the disk on the way.
//! - A hostile file costs at most the memory and time of [`MAX_LOG_N`], and names no path outside the archive.
//!
//! ```no_run
//! use idw_backup::{FileEntry, Manifest, Passphrase, ReadError, Target, Work, Writer};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let passphrase = Passphrase::new("correct horse battery staple".to_owned());
//! let note = FileEntry::of("notes/one.txt", b"buy milk")?;
//! let manifest = Manifest::new("2026-01-31T09:30:00Z", "example 1.0", vec![note])?;
//! let target = Target { path: "notes.backup".as_ref(), overwrite: false };
//! let mut writer = Writer::create(target, &passphrase, Work::Tuned, &manifest)?;
//! writer.add(&mut b"buy milk".as_slice())?;
//! writer.finish()?; // under its name, and on the disk, from here on
//!
//! idw_backup::read("notes.backup".as_ref(), &passphrase, |_| Ok(()), |entry, bytes| {
//!     println!("{} has {} bytes", entry.path(), entry.size());
//!     std::io::copy(bytes, &mut std::io::sink()).map(|_| ()).map_err(ReadError::Io)
//! })?;
//! # Ok(())
//! # }
//! ```

mod error;
#[cfg(fuzzing)]
pub mod fuzz;
mod layout;
mod manifest;
mod passphrase;
mod read;
mod source;
mod text;
#[cfg(test)]
mod vectors;
mod work;
mod write;

pub use error::{ManifestError, ReadError, WriteError};
pub use manifest::{FileEntry, MAX_FILES, Manifest};
pub use passphrase::Passphrase;
pub use read::{open_file, read, read_from};
pub use text::explain;
pub use work::{MAX_LOG_N, Work};
pub use write::{Complete, Target, Writer};

/// The version of the layout that is written, and the highest that is read.
pub const VERSION: u64 = 6;
