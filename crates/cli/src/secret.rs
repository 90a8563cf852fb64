//! Secrets other than the vault's password: passphrases, raw keys and recovery phrases, from a file or a prompt. Like
//! passwords, they are never arguments.

use std::path::Path;

use zeroize::Zeroizing;

use crate::{
    fault::{Failure, Fault},
    hidden,
    password::{say, take, unread},
    prompt,
};

/// What a file holds, without the one newline at its end; `what` names the secret: "the raw key".
pub(crate) fn from_file(path: &Path, what: &str) -> Result<Zeroizing<String>, Failure> {
    let what = format!("{what} in {}", path.display());
    let mut file = idw_files::open(path).map_err(|error| unread(&what, &error))?;
    take(&mut file, &what)
}

/// Asks for a secret without showing it. `option` is how else it could have been given.
pub(crate) fn ask(question: &str, option: &str) -> Result<Zeroizing<String>, Failure> {
    if !prompt::possible() {
        return Err(Failure::usage(format!("there is no terminal to ask at; name a file with {option}")));
    }
    read(question)
}

/// Asks for a new passphrase, twice.
pub(crate) fn ask_new(question: &str, option: &str) -> Result<Zeroizing<String>, Failure> {
    loop {
        let first = ask(question, option)?;
        if first.is_empty() {
            say("An empty passphrase protects nothing, try again.");
            continue;
        }
        if *first == *read("The same again: ")? {
            return Ok(first);
        }
        say("The two differ, try again.");
    }
}

fn read(question: &str) -> Result<Zeroizing<String>, Failure> {
    hidden::ask(question, Fault::Other)
}
