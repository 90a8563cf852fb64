//! Secrets other than the vault's password: passphrases, raw keys and recovery phrases, from a file or a prompt. Like
//! passwords, they are never arguments.

use std::path::Path;

use idw_wallet::{PhraseError, RecoveryPhrase};
use idw_words::message;
use zeroize::Zeroizing;

use crate::{
    fault::{Failure, Fault},
    hidden,
    password::{self, Origin, take, take_or_nothing},
    prompt,
    words::say,
};

/// How many words the longest phrase has.
const MOST_WORDS: usize = 24;

/// What a file holds, without the one newline at its end.
pub(crate) fn from_file(path: &Path) -> Result<Zeroizing<String>, Failure> {
    let origin = Origin::File(path);
    let mut file = idw_files::open(path).map_err(|error| origin.unread(&error))?;
    take(&mut file, origin)
}

/// What comes on standard input, without the one newline at its end.
pub(crate) fn from_stdin() -> Result<Zeroizing<String>, Failure> {
    take(&mut std::io::stdin().lock(), Origin::Stdin)
}

/// [`from_file`], of a secret that may be empty.
pub(crate) fn from_file_or_empty(path: &Path) -> Result<Zeroizing<String>, Failure> {
    let origin = Origin::File(path);
    let mut file = idw_files::open(path).map_err(|error| origin.unread(&error))?;
    take_or_nothing(&mut file, origin)
}

/// Asks for a recovery phrase, which may be pasted in several lines.
pub(crate) fn ask_phrase(question: &str, option: &str) -> Result<Zeroizing<String>, Failure> {
    if !prompt::possible() {
        return Err(no_terminal(option));
    }
    hidden::ask_lines(question, Fault::Other, |phrase, input| match RecoveryPhrase::parse(phrase) {
        // With words for twelve the first line of a longer phrase may look whole.
        _ if input == hidden::Input::GoesOn => true,
        Err(PhraseError::WordCount { found, .. }) if found < MOST_WORDS => {
            password::say(&say(message::CliPhraseWordsSoFar { found }));
            true
        }
        Err(PhraseError::MissingNumber { number }) if number <= MOST_WORDS => {
            password::say(&say(message::CliPhraseWordMissing { number }));
            true
        }
        _ => false,
    })
}

/// Asks for a secret without showing it. `option` is how else it could have been given.
pub(crate) fn ask(question: &str, option: &str) -> Result<Zeroizing<String>, Failure> {
    if !prompt::possible() {
        return Err(no_terminal(option));
    }
    read(question)
}

/// Asks for a new passphrase, twice.
pub(crate) fn ask_new(question: &str, option: &str) -> Result<Zeroizing<String>, Failure> {
    loop {
        let first = ask(question, option)?;
        if first.is_empty() {
            password::say(&say(message::CliPassphraseEmpty));
            continue;
        }
        if *first == *read(&say(message::CliSecretRepeatQuestion))? {
            return Ok(first);
        }
        password::say(&say(message::CliSecretDiffers));
    }
}

fn no_terminal(option: &str) -> Failure {
    Failure::usage(say(message::CliSecretNoTerminal { option }))
}

fn read(question: &str) -> Result<Zeroizing<String>, Failure> {
    hidden::ask(question, Fault::Other)
}
