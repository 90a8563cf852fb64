//! Readers that watch what passes through them.

use std::{
    cell::Cell,
    io::{self, Read},
    rc::Rc,
};

/// The longest header of an age file that is read, in bytes. One for a passphrase has about 150.
const MAX_HEADER_LEN_BYTES: u64 = 4 * 1024;

/// The bytes of the file: counted, and limited until the header was read, as its parser takes all it is given.
pub(crate) struct Encrypted<R> {
    inner: R,
    shared: Rc<Cell<Passed>>,
}

#[derive(Clone, Copy)]
struct Passed {
    bytes: u64,
    limit: u64,
}

/// What is known of the bytes that passed.
pub(crate) struct Meter(Rc<Cell<Passed>>);

impl<R: Read> Encrypted<R> {
    pub(crate) fn new(inner: R) -> (Self, Meter) {
        let shared = Rc::new(Cell::new(Passed { bytes: 0, limit: MAX_HEADER_LEN_BYTES }));
        (Self { inner, shared: Rc::clone(&shared) }, Meter(shared))
    }
}

impl Meter {
    /// How many bytes were read.
    pub(crate) fn bytes(&self) -> u64 {
        self.0.get().bytes
    }

    /// Whether the limit is what ended the reading.
    pub(crate) fn is_exhausted(&self) -> bool {
        self.0.get().bytes >= self.0.get().limit
    }

    /// The header is read; the rest may be of any length.
    pub(crate) fn lift(&self) {
        self.0.set(Passed { limit: u64::MAX, ..self.0.get() });
    }
}

impl<R: Read> Read for Encrypted<R> {
    fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
        let Passed { bytes, limit } = self.shared.get();
        let room = usize::try_from(limit - bytes).unwrap_or(usize::MAX).min(to.len());
        let len = self.inner.read(&mut to[..room])?;
        self.shared.set(Passed { bytes: bytes + len as u64, limit });
        Ok(len)
    }
}

/// The decrypted bytes: remembers how reading them failed, which the archive's reader above tells in words only.
pub(crate) struct Decrypted<R> {
    inner: R,
    failed: Rc<Cell<Option<io::Error>>>,
}

/// How reading failed, if it did.
pub(crate) struct Failed(Rc<Cell<Option<io::Error>>>);

impl<R: Read> Decrypted<R> {
    pub(crate) fn new(inner: R) -> (Self, Failed) {
        let failed = Rc::new(Cell::new(None));
        (Self { inner, failed: Rc::clone(&failed) }, Failed(failed))
    }
}

impl Failed {
    pub(crate) fn take(&self) -> Option<io::Error> {
        self.0.take()
    }
}

impl<R: Read> Read for Decrypted<R> {
    fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
        self.inner.read(to).map_err(|error| {
            let told = error.kind().into();
            if error.kind() != io::ErrorKind::Interrupted {
                self.failed.set(Some(error));
            }
            told
        })
    }
}
