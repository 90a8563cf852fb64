//! `idw account import`: an account with a key from elsewhere. The secret comes from a file or is asked for.

use std::{
    io::Read as _,
    path::{Path, PathBuf},
};

use clap::Args;
use idw_wallet::{Explain as _, ImportedKey, Passphrase, RecoveryPhrase};
use idw_words::message;
use zeroize::Zeroizing;

use super::done;
use crate::{
    app::App,
    fault::{Failure, Fault},
    password::Origin,
    secret,
    words::{asking, say, tell},
};

/// The longest keystore file that is read, in bytes; the wallet refuses any that is longer.
const MAX_KEYSTORE_BYTES: u64 = 64 * 1024;

#[derive(Args, Debug)]
pub(crate) struct ImportArgs {
    /// What to call it [default: imported-1 and so on]
    name: Option<String>,
    #[command(flatten)]
    source: SourceArgs,
    /// Read the passphrase of the keystore file from this file; it is asked for without
    #[arg(long, value_name = "F")]
    passphrase_file: Option<PathBuf>,
    /// Which account of the phrase: the last number of m/44'/60'/0'/0/N [default: 0]
    #[arg(long, value_name = "N")]
    index: Option<u32>,
}

/// Where the key comes from: exactly one.
#[derive(Args, Debug)]
#[group(required = true, multiple = false)]
struct SourceArgs {
    /// A keystore file (Web3 Secret Storage, version 3), as geth, ethers and most Ethereum wallets write it
    #[arg(long, value_name = "F")]
    keystore: Option<PathBuf>,
    /// A file with the private key: 64 hexadecimal digits
    #[arg(long, value_name = "F")]
    raw_key_file: Option<PathBuf>,
    /// Ask for the private key
    #[arg(long)]
    ask_raw_key: bool,
    /// A file with a recovery phrase, of which one account is added; its words may be numbered
    #[arg(long, value_name = "F")]
    phrase_file: Option<PathBuf>,
    /// Ask for a recovery phrase, of which one account is added
    #[arg(long)]
    ask_phrase: bool,
}

pub(crate) fn run(app: &App, args: &ImportArgs) -> Result<(), Failure> {
    check(args)?;
    // What can be read without a question is read first: a mistyped path costs no password.
    let given = read_files(args)?;
    let wallet = app.unlock()?;
    let key = match given {
        Some(key) => key,
        None => ask(args)?,
    };
    let with_nothing = matches!(&key, ImportedKey::Keystore { passphrase, .. } if passphrase.is_empty());
    let imported = wallet.import_account(args.name.as_deref(), key).map_err(|error| {
        let failure = Failure::from(error);
        let is_wrong = failure.fault == Fault::WrongPassword;
        if with_nothing && is_wrong { failure.hint(say(message::CliAccountPassphraseEmpty)) } else { failure }
    })?;
    done(app, &imported, &say(message::CliAccountImported { name: &imported.name }))
}

/// What makes sense with one source only; clap does not tell where one of a group is required.
fn check(args: &ImportArgs) -> Result<(), Failure> {
    if args.passphrase_file.is_some() && args.source.keystore.is_none() {
        return Err(Failure::usage(say(message::CliAccountPassphraseNeedsKeystore)));
    }
    if args.index.is_some() && args.source.phrase_file.is_none() && !args.source.ask_phrase {
        return Err(Failure::usage(say(message::CliAccountIndexNeedsPhrase)));
    }
    Ok(())
}

fn read_files(args: &ImportArgs) -> Result<Option<ImportedKey>, Failure> {
    if let Some(path) = &args.source.raw_key_file {
        return Ok(Some(ImportedKey::RawHex(secret::from_file(path)?)));
    }
    if let Some(path) = &args.source.phrase_file {
        return phrase(&secret::from_file(path)?, args.index.unwrap_or_default()).map(Some);
    }
    match (&args.source.keystore, &args.passphrase_file) {
        (Some(path), Some(passphrase)) => {
            // Some programs let one seal a file with nothing.
            let passphrase = secret::from_file_or_empty(passphrase)?;
            Ok(Some(ImportedKey::Keystore { json: keystore(path)?, passphrase: into_passphrase(passphrase) }))
        }
        (Some(path), None) => keystore(path).map(|_| None),
        _ => Ok(None),
    }
}

fn ask(args: &ImportArgs) -> Result<ImportedKey, Failure> {
    if let Some(path) = &args.source.keystore {
        let passphrase = secret::ask(&asking(message::CliAccountAskKeystorePassphrase), "--passphrase-file")?;
        return Ok(ImportedKey::Keystore { json: keystore(path)?, passphrase: into_passphrase(passphrase) });
    }
    if args.source.ask_raw_key {
        return Ok(ImportedKey::RawHex(secret::ask(&asking(message::CliAccountAskPrivateKey), "--raw-key-file")?));
    }
    phrase(&secret::ask_phrase(&asking(message::CliAccountAskPhrase), "--phrase-file")?, args.index.unwrap_or_default())
}

fn phrase(words: &str, index: u32) -> Result<ImportedKey, Failure> {
    let phrase = RecoveryPhrase::parse(words).map_err(|error| Failure::usage(tell(&error.explain())))?;
    Ok(ImportedKey::Phrase { phrase, index })
}

/// Moves the text: no second copy of it is made.
pub(super) fn into_passphrase(mut text: Zeroizing<String>) -> Passphrase {
    Passphrase::new(std::mem::take(&mut *text))
}

fn keystore(path: &Path) -> Result<Vec<u8>, Failure> {
    let origin = Origin::File(path);
    let mut json = Vec::new();
    let file = idw_files::open(path).map_err(|error| origin.unread(&error))?;
    file.take(MAX_KEYSTORE_BYTES + 1).read_to_end(&mut json).map_err(|error| origin.unread(&error))?;
    Ok(json)
}
