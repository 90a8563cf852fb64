//! Secrets other than the vault's password: passphrases, raw keys and recovery phrases, from a file or a prompt. Like
//! passwords, they are never arguments.

use std::path::Path;

use idw_wallet::{PhraseError, RecoveryPhrase};
use zeroize::Zeroizing;

use crate::{
    fault::{Failure, Fault},
    hidden,
    password::{say, take, take_or_nothing, unread},
    prompt,
};

/// How many words the longest phrase has.
const MOST_WORDS: usize = 24;

/// What a file holds, without the one newline at its end; `what` names the secret: "the raw key".
pub(crate) fn from_file(path: &Path, what: &str) -> Result<Zeroizing<String>, Failure> {
    let what = format!("{what} in {}", path.display());
    let mut file = idw_files::open(path).map_err(|error| unread(&what, &error))?;
    take(&mut file, &what)
}

/// What comes on standard input, without the one newline at its end.
pub(crate) fn from_stdin(what: &str) -> Result<Zeroizing<String>, Failure> {
    take(&mut std::io::stdin().lock(), &format!("{what} on standard input"))
}

/// [`from_file`], of a secret that may be empty.
pub(crate) fn from_file_or_empty(path: &Path, what: &str) -> Result<Zeroizing<String>, Failure> {
    let what = format!("{what} in {}", path.display());
    let mut file = idw_files::open(path).map_err(|error| unread(&what, &error))?;
    take_or_nothing(&mut file, &what)
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
            say(&format!("{found} words so far; go on, or press Enter to end."));
            true
        }
        Err(PhraseError::MissingNumber { number }) if number <= MOST_WORDS => {
            say(&format!("Word {number} is still missing; go on, or press Enter to end."));
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
            say("An empty passphrase protects nothing, try again.");
            continue;
        }
        if *first == *read("The same again: ")? {
            return Ok(first);
        }
        say("The two differ, try again.");
    }
}

fn no_terminal(option: &str) -> Failure {
    Failure::usage(format!("there is no terminal to ask at; name a file with {option}"))
}

fn read(question: &str) -> Result<Zeroizing<String>, Failure> {
    hidden::ask(question, Fault::Other)
}
