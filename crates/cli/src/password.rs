//! Where passwords come from: a file, an open file descriptor, or a prompt. Never an argument, which every process on
//! the machine could read, nor the value of an environment variable, which child processes inherit.

use std::{
    env,
    io::{self, IsTerminal, Read, Write as _},
    mem,
    path::{Path, PathBuf},
};

use idw_wallet::{Password, TextError, text};
use idw_words::{Argument, message};
use zeroize::{Zeroize as _, Zeroizing};

use crate::{
    args::GlobalOptions,
    fault::{Failure, Fault},
    hidden, prompt, words,
};

/// The longest password taken from a file, in bytes: far above any password, far below a file named by mistake.
const MAX_BYTES: usize = 64 * 1024;

/// Where a password is read from.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Source {
    File(PathBuf),
    Descriptor(u32),
    Prompt,
}

/// Where the vault's password comes from; `None` stands for asking.
pub(crate) fn source(options: &GlobalOptions) -> Result<Option<Source>, Failure> {
    let from_environment = env::var_os("IDW_PASSWORD_FILE").filter(|path| !path.is_empty()).map(PathBuf::from);
    Ok(named_source(options.password_file.as_deref(), options.password_fd)?.or(from_environment.map(Source::File)))
}

/// The file or the descriptor, whichever was named.
pub(crate) fn named_source(file: Option<&Path>, descriptor: Option<u32>) -> Result<Option<Source>, Failure> {
    match (file, descriptor) {
        (Some(_), Some(_)) => Err(Failure::usage(words::say(message::CliPasswordTwoSources))),
        (Some(path), None) => Ok(Some(Source::File(path.to_owned()))),
        (None, Some(number)) => Ok(Some(Source::Descriptor(number))),
        (None, None) => Ok(None),
    }
}

impl Source {
    /// Reads the password of a vault that exists.
    pub(crate) fn read(&self) -> Result<Password, Failure> {
        match self {
            Self::File(path) => {
                let origin = Origin::File(path);
                let mut file = idw_files::open(path).map_err(|error| origin.unread(&error))?;
                take(&mut file, origin).map(into_password)
            }
            Self::Descriptor(number) => read_descriptor(*number),
            Self::Prompt => ask(&words::say(message::CliPasswordQuestion)),
        }
    }

    /// Reads a password that is new: asked for twice where it is typed.
    pub(crate) fn read_new(&self) -> Result<Password, Failure> {
        match self {
            Self::Prompt => ask_twice(),
            other => other.read(),
        }
    }
}

/// Where a text comes from that was not typed at a prompt.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Origin<'a> {
    File(&'a Path),
    Descriptor(u32),
    Stdin,
}

impl Origin<'_> {
    /// What to call it at the head of a sentence.
    fn in_words(self) -> String {
        match self {
            Self::File(path) => words::say(message::CliSourceFile { path }),
            Self::Descriptor(number) => words::say(message::CliSourceDescriptor { number }),
            Self::Stdin => words::say(message::CliSourceStdin),
        }
    }

    /// It could not be read.
    pub(crate) fn unread(self, error: &io::Error) -> Failure {
        Failure::io(Fault::Usage, words::say(message::CliSourceUnread { source: self.in_words() }), error)
    }

    /// What is to be text is not, or not as it should be.
    pub(crate) fn no_text(self, error: TextError) -> Failure {
        let source = self.in_words();
        Failure::usage(match error {
            TextError::Utf16 => words::say(message::CliSourceUtfSixteen { source }),
            TextError::NotUtf8 => words::say(message::CliSourceNotText { source }),
        })
    }
}

/// A line to the person at the prompt.
pub(crate) fn say(text: &str) {
    let _ = writeln!(io::stderr(), "{text}");
}

#[cfg(unix)]
fn read_descriptor(number: u32) -> Result<Password, Failure> {
    if number == 0 {
        return take(&mut io::stdin().lock(), Origin::Stdin).map(into_password);
    }
    let origin = Origin::Descriptor(number);
    // Opening it by its name needs no unsafe code; it reads the same pipe, or the same file from its beginning.
    let path = format!("/dev/fd/{number}");
    let mut file = idw_files::open(path.as_ref()).map_err(|error| origin.unread(&error))?;
    take(&mut file, origin).map(into_password)
}

#[cfg(not(unix))]
fn read_descriptor(number: u32) -> Result<Password, Failure> {
    if number == 0 {
        return take(&mut io::stdin().lock(), Origin::Stdin).map(into_password);
    }
    Err(Failure::usage(words::say(message::CliDescriptorUnsupported)))
}

/// Everything `source` holds, without the one newline that editors and `echo` put at the end, and without the byte order
/// mark that some editors put at the start.
pub(crate) fn take(source: &mut (impl Read + IsTerminal), origin: Origin<'_>) -> Result<Zeroizing<String>, Failure> {
    let text = take_or_nothing(source, origin)?;
    if text.is_empty() {
        return Err(Failure::usage(words::say(message::CliSourceEmpty { source: origin.in_words() })));
    }
    Ok(text)
}

/// [`take`], of what may be empty.
pub(crate) fn take_or_nothing(
    source: &mut (impl Read + IsTerminal),
    origin: Origin<'_>,
) -> Result<Zeroizing<String>, Failure> {
    // All the room at once, so that no copy is left behind by growing.
    let mut bytes = Zeroizing::new(Vec::with_capacity(MAX_BYTES + 1));
    Read::take(&mut *source, MAX_BYTES as u64 + 1).read_to_end(&mut bytes).map_err(|error| origin.unread(&error))?;
    if source.is_terminal() && bytes.split(|byte| *byte == b'\n').any(hidden::may_be_cut) {
        return Err(hidden::cut());
    }
    text_of(bytes, origin)
}

fn text_of(mut bytes: Zeroizing<Vec<u8>>, origin: Origin<'_>) -> Result<Zeroizing<String>, Failure> {
    if bytes.len() > MAX_BYTES {
        let (source, limit) = (origin.in_words(), Argument::Size(MAX_BYTES as u64));
        return Err(Failure::usage(words::say(message::CliSourceTooLong { source, limit })));
    }
    if let Err(error @ TextError::Utf16) = text::decode(&bytes) {
        return Err(origin.no_text(error));
    }
    if bytes.last() == Some(&b'\n') {
        bytes.pop();
        if bytes.last() == Some(&b'\r') {
            bytes.pop();
        }
    }
    match String::from_utf8(mem::take(&mut *bytes)) {
        Ok(mut text) => {
            text::drop_mark(&mut text);
            Ok(Zeroizing::new(text))
        }
        Err(error) => {
            error.into_bytes().zeroize();
            Err(origin.no_text(TextError::NotUtf8))
        }
    }
}

/// Moves the text: no second copy of it is made.
fn into_password(mut text: Zeroizing<String>) -> Password {
    Password::new(mem::take(&mut *text))
}

fn ask(question: &str) -> Result<Password, Failure> {
    if !prompt::possible() {
        let failure = Failure::new(Fault::Locked, words::say(message::CliPasswordNoTerminal));
        return Err(failure.hint(words::say(message::CliPasswordNoTerminalHint)));
    }
    hidden::ask(question, Fault::Locked).map(into_password)
}

fn ask_twice() -> Result<Password, Failure> {
    if !prompt::possible() {
        return Err(Failure::usage(words::say(message::CliPasswordNewNoTerminal)));
    }
    loop {
        let first = hidden::ask(&words::say(message::CliPasswordNewQuestion), Fault::Other)?;
        if first.is_empty() {
            say(&words::say(message::CliPasswordEmpty));
            continue;
        }
        let second = hidden::ask(&words::say(message::CliSecretRepeatQuestion), Fault::Other)?;
        if *first == *second {
            return Ok(into_password(first));
        }
        say(&words::say(message::CliSecretDiffers));
    }
}

#[cfg(test)]
mod tests {
    use std::io::Seek as _;

    use super::*;

    fn check(bytes: &[u8], expected: Result<&str, &str>) {
        let mut source = tempfile::tempfile().unwrap();
        source.write_all(bytes).and_then(|()| source.rewind()).unwrap();
        let read = take(&mut source, Origin::Stdin);
        match (read, expected) {
            (Ok(password), Ok(text)) => assert_eq!(*password, text, "{bytes:?}"),
            (Err(failure), Err(part)) => {
                assert!(failure.message.contains(part), "{bytes:?}: {}", failure.message);
                assert_eq!(failure.fault, Fault::Usage, "{bytes:?}");
            }
            (read, expected) => panic!("{bytes:?}: {:?} instead of {expected:?}", read.map(|_| "a password")),
        }
    }

    #[test]
    fn one_newline_at_the_end_is_dropped() {
        check(b"secret", Ok("secret"));
        check(b"secret\n", Ok("secret"));
        check(b"secret\r\n", Ok("secret"));
        check(b"secret\n\n", Ok("secret\n"));
        check(b" two words ", Ok(" two words "));
        check("pässwörd\n".as_bytes(), Ok("pässwörd"));
        check(b"", Err("is empty"));
        check(b"\n", Err("is empty"));
        check(b"gr\xfcn", Err("is not UTF-8 text"));
        check(&vec![b'x'; MAX_BYTES + 1], Err("longer than"));
    }

    #[test]
    fn a_byte_order_mark_is_dropped_and_utf_16_is_named() {
        check(b"\xef\xbb\xbfsecret\r\n", Ok("secret"));
        check(b"\xef\xbb\xbf\r\n", Err("is empty"));
        check(b"\xff\xfes\0e\0c\0r\0e\0t\0\r\0\n\0", Err("Standard input is saved as UTF-16. Save it as UTF-8"));
        check(b"\xfe\xff\0s\0e\0c\0r\0e\0t\0\n", Err("saved as UTF-16"));
        check(b"s\0e\0c\0r\0e\0t\0", Err("saved as UTF-16"));
    }

    #[test]
    fn a_file_and_a_descriptor_exclude_each_other() {
        let path = Path::new("f");
        assert!(named_source(Some(path), Some(3)).is_err(), "both is a mistake");
        assert_eq!(named_source(Some(path), None).ok().flatten(), Some(Source::File(path.to_owned())));
        assert_eq!(named_source(None, Some(3)).ok().flatten(), Some(Source::Descriptor(3)));
        assert_eq!(named_source(None, None).ok().flatten(), None);
    }
}
