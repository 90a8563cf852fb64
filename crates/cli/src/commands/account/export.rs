//! `idw account export`: an account's secret, out of the vault.

use std::{
    io::{self, Write},
    path::PathBuf,
};

use clap::{Args, ValueEnum};
use idw_wallet::{ExportAs, ExportedSecret, Passphrase, PlaceError, Unplaced, view::AccountView};
use idw_words::message;
use serde::Serialize;
use zeroize::Zeroizing;

use super::import::into_passphrase;
use crate::{
    app::App,
    fault::{Failure, Fault},
    output, password, prompt, secret, stdout,
    words::{asking, say},
};

const PASSWORD: &str = "\
The vault's password is asked for again, however else the vault can be unlocked. A password file or descriptor that you
name counts as asking.";

#[derive(Args, Debug)]
#[command(after_help = PASSWORD)]
pub(crate) struct ExportArgs {
    /// Its name, address or DID
    name: String,
    /// In which form
    #[arg(long = "as", value_enum, value_name = "FORM")]
    form: Form,
    /// Write it to this file, which only you can read [default: stdout]
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// Replace the file if it exists
    #[arg(long, requires = "out")]
    force: bool,
    /// Read the new passphrase of the keystore file from this file; it is asked for without
    #[arg(long, value_name = "F")]
    passphrase_file: Option<PathBuf>,
    /// Take the passphrase in the Unicode form NFKC, from which ethers and wallets made with it derive the key
    #[arg(long)]
    passphrase_nfkc: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum, Serialize)]
#[serde(rename_all = "kebab-case")]
enum Form {
    /// A file with a passphrase of its own (Web3 Secret Storage, version 3), for other wallets
    Keystore,
    /// The private key, protected by nothing
    RawKey,
    /// The recovery phrase: every account but the imported ones
    Phrase,
}

/// The JSON document: with `secret` where no file was named for it.
#[derive(Serialize)]
struct Exported<'a> {
    account: &'a AccountView,
    #[serde(rename = "as")]
    form: Form,
    #[serde(skip_serializing_if = "Option::is_none")]
    path: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    secret: Option<&'a str>,
}

pub(crate) fn run(app: &App, args: &ExportArgs) -> Result<(), Failure> {
    if (args.passphrase_file.is_some() || args.passphrase_nfkc) && args.form != Form::Keystore {
        return Err(Failure::usage(say(message::CliAccountOnlyKeystore)));
    }
    let out = args.out.as_ref().filter(|path| path.as_os_str() != "-"); // which is what others write for stdout
    let place = out.map(|path| app.file_place(path, args.force)).transpose()?;
    if place.is_none() {
        stdout::must_be_seen("the secret")?;
    }
    let passphrase = args.passphrase_file.as_ref().map(|path| secret::from_file(path)).transpose()?;
    let (wallet, password) = app.unlock_with_password()?;
    // A name that does not exist is told before anything more is asked.
    wallet.account(Some(&args.name))?;
    let form = match args.form {
        Form::Keystore => ExportAs::Keystore { passphrase: new_passphrase(app, args, passphrase)? },
        Form::RawKey => ExportAs::RawKey,
        Form::Phrase => ExportAs::Phrase,
    };
    let (Some(path), Some(place)) = (out, place) else {
        let exported = wallet.export_account(&args.name, &password, form)?;
        warn_of_secret(app, args.form);
        return to_stdout(app, args.form, exported);
    };
    let exported = place.export(|file| {
        // Nothing is begun before there is a file to write to.
        let exported = wallet.export_account(&args.name, &password, form)?;
        write_line(file, exported.expose_text()).map_err(|error| PlaceError::unwritten(path, error))?;
        Ok::<_, Failure>(exported)
    })?;
    warn_of_secret(app, args.form);
    let account = &exported.account;
    let shown = path.display().to_string();
    let view = Exported { account, form: args.form, path: Some(shown), secret: None };
    app.out.confirm(&view, None, |page| {
        let name = &account.name;
        page.line(&match args.form {
            Form::Keystore => say(message::CliAccountExportedKeystore { name, path }),
            Form::RawKey => say(message::CliAccountExportedRawKey { name, path }),
            Form::Phrase => say(message::CliAccountExportedPhrase { path }),
        });
    })
}

fn warn_of_secret(app: &App, form: Form) {
    if form != Form::Keystore {
        app.out.warn(&say(message::CliAccountSecretWarning));
    }
}

fn to_stdout(app: &App, form: Form, exported: Unplaced<ExportedSecret>) -> Result<(), Failure> {
    let given = stdout::export(|to| {
        let text = exported.expose_text();
        let view = Exported { account: &exported.account, form, path: None, secret: Some(text) };
        let written = if app.out.json { to.write_all(&output::document(&view)?) } else { write_line(to, text) };
        written.map_err(|error| stdout::unwritten(&error))?;
        Ok::<_, Failure>(exported)
    });
    given.map(drop).map_err(|mut failure| {
        // Whoever pipes a key into something that does not take it has to know that, unlike with a list.
        if failure.fault == Fault::OutputClosed {
            failure.fault = Fault::Other;
        }
        failure.hint(say(message::CliAccountNotExported))
    })
}

fn write_line(to: &mut dyn Write, text: &str) -> io::Result<()> {
    to.write_all(text.as_bytes())?;
    to.write_all(b"\n")
}

fn new_passphrase(app: &App, args: &ExportArgs, given: Option<Zeroizing<String>>) -> Result<Passphrase, Failure> {
    let was_typed = given.is_none();
    let passphrase = match given {
        Some(passphrase) => into_passphrase(passphrase),
        None => into_passphrase(secret::ask_new(&asking(message::CliAccountAskNewPassphrase), "--passphrase-file")?),
    };
    if passphrase.opens_everywhere() {
        return Ok(passphrase);
    }
    if args.passphrase_nfkc {
        return Ok(passphrase.in_the_form_of_ethers());
    }
    let why = say(message::CliAccountNfkc);
    if was_typed {
        password::say(&why);
        let other = prompt::yes(&say(message::CliAccountNfkcQuestion))?;
        return Ok(if other { passphrase.in_the_form_of_ethers() } else { passphrase });
    }
    app.out.warn(&format!("{why} {}", say(message::CliAccountNfkcOption)));
    Ok(passphrase)
}
