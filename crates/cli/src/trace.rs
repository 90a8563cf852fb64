//! The file of exchanges with a site, which `--trace FILE` asks for: for whoever builds or runs the site.

use std::{
    io,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, PoisonError},
};

use idw_files::OwnFile;
use idw_wallet::{Exchange, Explain as _, FilePlace, HttpArchive, IfExists, Observer, PlaceError};
use idw_words::message;

use crate::{
    app::App,
    fault::{Failure, Fault},
    words::say,
};

/// A name for a trace that was free when it was looked at.
#[derive(Debug)]
pub(crate) struct TracePlace(PathBuf);

/// A trace that is being written. It is a whole HTTP Archive from its beginning on and after each exchange, whenever the
/// process is killed (see [`OwnFile`]).
pub(crate) struct Trace {
    path: PathBuf,
    written: Mutex<Written>,
}

struct Written {
    archive: HttpArchive,
    file: OwnFile,
    /// What came of it the last time. The archive is written whole each time, so that a later success makes up for a failure.
    last: io::Result<()>,
}

impl TracePlace {
    /// Refuses what is there already, links too, and the vault's own folder: before a password is asked for.
    pub(crate) fn new(app: &App, path: &Path) -> Result<Self, Failure> {
        match FilePlace::new(path, &app.vault_dir()?, IfExists::Refuse) {
            Ok(_) => Ok(Self(path.to_owned())),
            Err(PlaceError::Exists { path }) => Err(exists(&path)),
            Err(error) => Err(error.into()),
        }
    }

    /// Makes the file, without an exchange in it yet.
    pub(crate) fn begin(self) -> Result<Arc<Trace>, Failure> {
        let archive = HttpArchive::new("idw", env!("CARGO_PKG_VERSION"));
        let file = OwnFile::create(&self.0, archive.text()).map_err(|error| match error.kind() {
            io::ErrorKind::AlreadyExists => exists(&self.0),
            _ => unwritten(&self.0, &error),
        })?;
        Ok(Arc::new(Trace { path: self.0, written: Mutex::new(Written { archive, file, last: Ok(()) }) }))
    }
}

impl Trace {
    /// Says so where exchanges are missing. What the command was to do does not depend on them, so that is a warning.
    pub(crate) fn warn_if_incomplete(&self, app: &App) {
        let written = self.written.lock().unwrap_or_else(PoisonError::into_inner);
        if let Err(error) = &written.last {
            app.out.warn(&say(message::TraceIncomplete { path: &self.path, reason: error.explain() }));
        }
    }
}

impl Observer for Trace {
    fn exchange(&self, exchange: &Exchange) {
        let mut written = self.written.lock().unwrap_or_else(PoisonError::into_inner);
        let Written { archive, file, last } = &mut *written;
        archive.add(exchange);
        *last = file.replace(archive.text());
    }
}

fn exists(path: &Path) -> Failure {
    Failure::usage(say(message::TraceExists { path }))
}

/// A full disk is nobody's mistake; all else is, such as a folder that is not there.
fn unwritten(path: &Path, error: &io::Error) -> Failure {
    let is_full = matches!(error.kind(), io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded);
    let fault = if is_full { Fault::Other } else { Fault::Usage };
    Failure::new(fault, say(message::TraceUnwritten { path, reason: error.explain() }))
}
