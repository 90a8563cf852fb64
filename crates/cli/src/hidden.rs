//! Text that is typed and not shown. A Ctrl-C meanwhile ends the question with the terminal as it was: a process that
//! dies of it leaves one that shows nothing of what is typed.

use std::io;

use idw_words::message;
use zeroize::Zeroizing;

use crate::{
    fault::{Failure, Fault},
    words::say,
};

/// Asks on the terminal, and reads a line without showing it.
pub(crate) fn ask(question: &str, fault: Fault) -> Result<Zeroizing<String>, Failure> {
    ask_lines(question, fault, |_, _| false)
}

/// What is known of the input after a line of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Input {
    /// More has been pasted already.
    GoesOn,
    /// That was all, or more is to be typed.
    MayBeOver,
}

/// The same with several lines: as long as `goes_on` says so, and at most until an empty one. It gets the lines so far, and
/// whether more is waiting already, as the rest of a paste is.
pub(crate) fn ask_lines(
    question: &str,
    fault: Fault,
    mut goes_on: impl FnMut(&str, Input) -> bool,
) -> Result<Zeroizing<String>, Failure> {
    // The answer stands behind the question.
    read(&format!("{} ", question.trim_end()), &mut goes_on).map_err(|error| match error.kind() {
        io::ErrorKind::Interrupted => Failure::new(Fault::Interrupted, say(message::CliInterruptedUnchanged)),
        io::ErrorKind::FileTooLarge => cut(),
        _ => Failure::io(fault, say(message::CliTerminalUnread), &error),
    })
}

/// The longest line that is read whole, in bytes. Linux hands over 4095 (`N_TTY_BUF_SIZE` less the newline) of any that
/// is longer and says nothing, macOS 1023 (`MAX_CANON`): a line of that length was cut, as far as one can tell.
const MAX_LINE_BYTES: usize = if cfg!(target_vendor = "apple") { 1022 } else { 4094 };

/// Whether the terminal may have left off the end of this line.
pub(crate) fn may_be_cut(line: &[u8]) -> bool {
    line.len() > MAX_LINE_BYTES
}

/// The line is not taken as it may be cut: a part of a secret is another secret.
pub(crate) fn cut() -> Failure {
    Failure::usage(say(message::CliTerminalCut { limit: MAX_LINE_BYTES + 1 }))
}

#[cfg(unix)]
use unix::read;

#[cfg(not(unix))]
fn read(question: &str, goes_on: &mut dyn FnMut(&str, Input) -> bool) -> io::Result<Zeroizing<String>> {
    let mut text = rpassword::prompt_password(question).map(Zeroizing::new)?;
    while !text.ends_with('\n') && goes_on(&text, Input::MayBeOver) {
        let line = rpassword::prompt_password("").map(Zeroizing::new)?;
        text = Zeroizing::new([text.as_str(), line.as_str()].join("\n"));
    }
    Ok(text)
}

#[cfg(unix)]
mod unix {
    use std::{
        fs::File,
        io::{self, Read, Write as _},
    };

    use rustix::{
        io::ioctl_fionread,
        termios::{LocalModes, OptionalActions, SpecialCodeIndex, Termios, tcgetattr, tcsetattr},
    };
    use zeroize::Zeroizing;

    use super::{Input, may_be_cut};

    /// Ctrl-C.
    const END_OF_TEXT: u8 = 3;
    /// More than fits on a screen.
    const MAX_TEXT_BYTES: usize = 64 * 1024;

    pub(super) fn read(question: &str, goes_on: &mut dyn FnMut(&str, Input) -> bool) -> io::Result<Zeroizing<String>> {
        let terminal = File::options().read(true).write(true).open("/dev/tty")?;
        (&terminal).write_all(question.as_bytes())?;
        let hiding = Hiding::begin(&terminal)?;
        let line = read_lines(&mut &terminal, &mut |text: &str| {
            let is_more_waiting = ioctl_fionread(&terminal).is_ok_and(|waiting| waiting > 0);
            goes_on(text, if is_more_waiting { Input::GoesOn } else { Input::MayBeOver })
        });
        drop(hiding);
        if line.is_err() {
            let _ = (&terminal).write_all(b"\n"); // the cursor is still behind the question
        }
        line
    }

    /// While it lives, what is typed is not shown, and Ctrl-C ends the line instead of the process.
    struct Hiding<'a> {
        terminal: &'a File,
        before: Termios,
    }

    impl<'a> Hiding<'a> {
        fn begin(terminal: &'a File) -> io::Result<Self> {
            let before = tcgetattr(terminal)?;
            let mut hidden = before.clone();
            hidden.local_modes.remove(LocalModes::ECHO | LocalModes::ISIG);
            hidden.local_modes.insert(LocalModes::ECHONL | LocalModes::ICANON);
            hidden.special_codes[SpecialCodeIndex::VEOL] = END_OF_TEXT;
            tcsetattr(terminal, OptionalActions::Flush, &hidden)?;
            Ok(Self { terminal, before })
        }
    }

    impl Drop for Hiding<'_> {
        fn drop(&mut self) {
            // What is left of a paste is thrown away: the shell must not get to see a part of a secret.
            let _ = tcsetattr(self.terminal, OptionalActions::Flush, &self.before);
        }
    }

    /// Lines until an empty one, or until one after which there is no more.
    fn read_lines(terminal: &mut impl Read, goes_on: &mut dyn FnMut(&str) -> bool) -> io::Result<Zeroizing<String>> {
        // All the room at once, so that no copy is left behind by growing.
        let mut text = Zeroizing::new(String::with_capacity(MAX_TEXT_BYTES));
        loop {
            let line = read_line(terminal)?;
            if text.len() + 1 + line.len() > MAX_TEXT_BYTES {
                return Err(io::ErrorKind::FileTooLarge.into());
            }
            if !text.is_empty() {
                text.push('\n');
            }
            text.push_str(&line);
            if line.is_empty() || !goes_on(&text) {
                return Ok(text);
            }
        }
    }

    fn read_line(terminal: &mut impl Read) -> io::Result<Zeroizing<String>> {
        // All the room at once, so that no copy is left behind by growing.
        let mut line = Zeroizing::new(Vec::with_capacity(MAX_TEXT_BYTES));
        let mut byte = Zeroizing::new([0]);
        loop {
            let ended = match terminal.read(&mut *byte) {
                // Ctrl-D with nothing typed: there is nobody who answers.
                Ok(0) if line.is_empty() => return Err(io::ErrorKind::Interrupted.into()),
                Ok(0) => true,
                Ok(_) if byte[0] == END_OF_TEXT => return Err(io::ErrorKind::Interrupted.into()),
                Ok(_) if byte[0] == b'\n' => true,
                Ok(_) if may_be_cut(&line) => return Err(io::ErrorKind::FileTooLarge.into()),
                Ok(_) => false,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(error),
            };
            if ended && may_be_cut(&line) {
                return Err(io::ErrorKind::FileTooLarge.into());
            }
            if ended {
                let text = std::str::from_utf8(&line).map_err(|_| io::Error::from(io::ErrorKind::InvalidData))?;
                return Ok(Zeroizing::new(text.to_owned()));
            }
            line.push(byte[0]);
        }
    }

    #[cfg(test)]
    mod tests {
        use std::io;

        use super::{read_line, read_lines};

        #[test]
        fn a_line_ends_with_a_newline_or_the_input() {
            let check = |typed: &[u8], expected: Option<&str>| {
                let line = read_line(&mut &*typed);
                assert_eq!(line.as_ref().ok().map(|line| line.as_str()), expected, "{typed:?}");
            };
            check(b"secret\nmore", Some("secret"));
            check("gr\u{fc}n\n".as_bytes(), Some("gr\u{fc}n"));
            check(b"secret", Some("secret"));
            check(b"\n", Some(""));
            check(b"", None);
            check(b"sec\x03", None);
            check(b"\xff\n", None);
        }

        #[test]
        fn a_line_that_the_terminal_cut_is_refused() {
            let read = |len: usize| read_line(&mut &*[vec![b'x'; len], vec![b'\n']].concat());
            let longest = super::super::MAX_LINE_BYTES;
            assert_eq!(read(longest).unwrap().len(), longest);
            for len in [longest + 1, longest + 2, 2 * longest] {
                assert_eq!(read(len).unwrap_err().kind(), io::ErrorKind::FileTooLarge, "{len} bytes");
            }
        }

        #[test]
        fn a_phrase_in_several_lines_is_read_to_its_end() {
            let check = |typed: &[u8], expected: &str| {
                let text = read_lines(&mut &*typed, &mut |text: &str| text.split_whitespace().count() < 3);
                assert_eq!(text.unwrap().as_str(), expected, "{typed:?}");
            };
            check(b"a b c\nrest\n", "a b c");
            check(b"a\nb c\nrest\n", "a\nb c");
            check(b"a\nb\n\nrest\n", "a\nb\n");
            check(b"\n", "");
        }
    }
}
