//! Text that is typed and not shown. A Ctrl-C meanwhile ends the question with the terminal as it was: a process that
//! dies of it leaves one that shows nothing of what is typed.

use std::io;

use zeroize::Zeroizing;

use crate::fault::{Failure, Fault};

/// Asks on the terminal, and reads a line without showing it.
pub(crate) fn ask(question: &str, fault: Fault) -> Result<Zeroizing<String>, Failure> {
    match read(question) {
        Ok(text) => Ok(text),
        Err(error) if error.kind() == io::ErrorKind::Interrupted => {
            Err(Failure::new(Fault::Interrupted, "interrupted; nothing was changed"))
        }
        Err(error) => Err(Failure::io(fault, "the terminal could not be read", &error)),
    }
}

#[cfg(unix)]
use unix::read;

#[cfg(not(unix))]
fn read(question: &str) -> io::Result<Zeroizing<String>> {
    rpassword::prompt_password(question).map(Zeroizing::new)
}

#[cfg(unix)]
mod unix {
    use std::{
        fs::File,
        io::{self, Read, Write as _},
    };

    use rustix::termios::{LocalModes, OptionalActions, SpecialCodeIndex, Termios, tcgetattr, tcsetattr};
    use zeroize::Zeroizing;

    /// Ctrl-C.
    const END_OF_TEXT: u8 = 3;
    /// No line that a terminal lets one edit is longer.
    const MAX_LINE_BYTES: usize = 64 * 1024;

    pub(super) fn read(question: &str) -> io::Result<Zeroizing<String>> {
        let terminal = File::options().read(true).write(true).open("/dev/tty")?;
        (&terminal).write_all(question.as_bytes())?;
        let hiding = Hiding::begin(&terminal)?;
        let line = read_line(&mut &terminal);
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
            let _ = tcsetattr(self.terminal, OptionalActions::Now, &self.before);
        }
    }

    fn read_line(terminal: &mut impl Read) -> io::Result<Zeroizing<String>> {
        // All the room at once, so that no copy is left behind by growing.
        let mut line = Zeroizing::new(Vec::with_capacity(MAX_LINE_BYTES));
        let mut byte = Zeroizing::new([0]);
        loop {
            let ended = match terminal.read(&mut *byte) {
                // Ctrl-D with nothing typed: there is nobody who answers.
                Ok(0) if line.is_empty() => return Err(io::ErrorKind::Interrupted.into()),
                Ok(0) => true,
                Ok(_) if byte[0] == END_OF_TEXT => return Err(io::ErrorKind::Interrupted.into()),
                Ok(_) if byte[0] == b'\n' => true,
                Ok(_) if line.len() == MAX_LINE_BYTES => return Err(io::ErrorKind::FileTooLarge.into()),
                Ok(_) => false,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(error),
            };
            if ended {
                let text = std::str::from_utf8(&line).map_err(|_| io::Error::from(io::ErrorKind::InvalidData))?;
                return Ok(Zeroizing::new(text.to_owned()));
            }
            line.push(byte[0]);
        }
    }

    #[cfg(test)]
    mod tests {
        use super::read_line;

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
    }
}
