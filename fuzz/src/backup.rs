//! Backups that cost next to nothing to open.

use std::io::Write as _;

use age::secrecy::SecretString;
use idw_backup::Passphrase;

const PASSPHRASE: &str = "correct horse battery staple";
/// scrypt's N is two to the power of this.
const LOG_N: u8 = 1;
const MAX_LOG_N: u32 = 6;

/// The passphrase of every backup here.
pub fn passphrase() -> Passphrase {
    Passphrase::new(PASSPHRASE.to_owned())
}

/// An age file with these bytes in it, whatever they are.
///
/// # Panics
/// Never: writing to memory does not fail.
pub fn seal(bytes: &[u8]) -> Vec<u8> {
    let mut recipient = age::scrypt::Recipient::new(SecretString::from(PASSPHRASE));
    recipient.set_work_factor(LOG_N);
    let recipients = [&recipient as &dyn age::Recipient];
    let encryptor = age::Encryptor::with_recipients(recipients.into_iter()).expect("one recipient is enough");
    let mut writer = encryptor.wrap_output(Vec::new()).expect("memory takes all");
    writer.write_all(bytes).expect("memory takes all");
    writer.finish().expect("memory takes all")
}

/// Whether no line of the file's header asks for much work: `-> scrypt SALT LOG_N`.
pub fn is_cheap(file: &[u8]) -> bool {
    let header = &file[..file.len().min(4096)];
    header.split(|byte| *byte == b'\n').filter(|line| line.starts_with(b"->")).all(|line| {
        let last = line.rsplit(|byte| *byte == b' ').next().unwrap_or_default();
        let log_n = std::str::from_utf8(last).ok().and_then(|text| text.parse::<u32>().ok());
        log_n.is_none_or(|log_n| log_n <= MAX_LOG_N)
    })
}
