//! For the fuzz target alone: archives in age files for a key, where a passphrase would cost most of the time.

use std::io::{Read, Write as _};

use age::{Encryptor, Recipient, x25519};

use crate::{
    FileEntry, Manifest, ReadError,
    read::{Only, open},
};

/// Whoever has it can open what it sealed.
pub struct Key(x25519::Identity);

impl Key {
    /// Another one each time.
    #[must_use]
    pub fn make() -> Self {
        Self(x25519::Identity::generate())
    }

    /// An age file with these bytes in it, whatever they are.
    ///
    /// # Panics
    /// Never: writing to memory does not fail.
    #[must_use]
    pub fn seal(&self, bytes: &[u8]) -> Vec<u8> {
        let recipient = self.0.to_public();
        let encryptor = Encryptor::with_recipients(std::iter::once(&recipient as &dyn Recipient));
        let mut writer = encryptor.expect("one recipient is enough").wrap_output(Vec::new()).expect("memory takes all");
        writer.write_all(bytes).expect("memory takes all");
        writer.finish().expect("memory takes all")
    }

    /// As [`crate::read_from`].
    ///
    /// # Errors
    /// As there.
    pub fn read_from(
        &self,
        file: &[u8],
        on_file: impl FnMut(&FileEntry, &mut dyn Read) -> Result<(), ReadError>,
    ) -> Result<Manifest, ReadError> {
        open(file, file.len() as u64, Only::Anyone, &self.0)?.read(|_| Ok(()), on_file)
    }
}
