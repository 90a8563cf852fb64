//! Questions to the person at the terminal.

use std::io::{self, BufRead as _, IsTerminal, Write as _};

use idw_wallet::text;
use idw_words::{Language, message};

use crate::{
    fault::{Failure, Fault},
    hidden,
    page::clean,
    words::{say, words},
};

/// The longest answer to a question, in bytes.
const ANSWER_BYTES: u64 = 64 * 1024;

/// Whether there is someone to ask: a terminal to read from, and one on which the question is seen. Nothing in this
/// program waits for an answer without both.
pub(crate) fn possible() -> bool {
    io::stdin().is_terminal() && io::stderr().is_terminal()
}

/// Asks for a line; `None` where the person ended the input (Ctrl-D).
///
/// The question goes to stderr: stdout is for results.
pub(crate) fn line(question: &str) -> Result<Option<String>, Failure> {
    let failed = |error: io::Error| Failure::io(Fault::Other, say(message::CliTerminalUnread), &error);
    // No lock is held while waiting: after Ctrl-C another thread has the last word on stderr.
    let mut stderr = io::stderr();
    write!(stderr, "{} ", clean(question)).and_then(|()| stderr.flush()).map_err(failed)?;
    let mut answer = String::new();
    let read = io::Read::take(io::stdin().lock(), ANSWER_BYTES).read_line(&mut answer).map_err(failed)?;
    if read == 0 {
        // The cursor is still behind the question.
        let _ = writeln!(stderr);
        return Ok(None);
    }
    if hidden::may_be_cut(answer.trim_end_matches('\n').as_bytes()) {
        return Err(hidden::cut());
    }
    Ok(Some(text::without_mark(&answer).trim().to_owned()))
}

/// Asks a yes-or-no question; anything but a yes is a no.
pub(crate) fn yes(question: &str) -> Result<bool, Failure> {
    let answer = line(&say(message::CliYesOrNo { question }))?;
    Ok(answer.is_some_and(|answer| is_yes(words().language(), &answer)))
}

/// [`yes`], for use while the network runs: waiting in a thread of its own, so that Ctrl-C is still heard.
pub(crate) async fn yes_async(question: &str) -> Result<bool, Failure> {
    let question = question.to_owned();
    unblock(move || yes(&question)).await
}

/// [`line()`], for use while the network runs.
pub(crate) async fn line_async(question: &str) -> Result<Option<String>, Failure> {
    let question = question.to_owned();
    unblock(move || line(&question)).await
}

async fn unblock<T: Send + 'static>(ask: impl FnOnce() -> Result<T, Failure> + Send + 'static) -> Result<T, Failure> {
    let lost = |_| Failure::new(Fault::Other, say(message::CliTerminalUnread));
    tokio::task::spawn_blocking(ask).await.map_err(lost)?
}

/// Whether an answer is a yes in this language. The English one is a yes in every language.
fn is_yes(language: Language, answer: &str) -> bool {
    match answer.to_ascii_lowercase().as_str() {
        "y" | "yes" => true,
        "j" | "ja" => language == Language::German,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use idw_words::Language::{English, German};

    use super::is_yes;

    #[test]
    fn only_a_yes_is_a_yes() {
        let check = |answer: &str, in_english: bool, in_german: bool| {
            assert_eq!(is_yes(English, answer), in_english, "{answer:?}");
            assert_eq!(is_yes(German, answer), in_german, "{answer:?}");
        };
        check("y", true, true);
        check("Y", true, true);
        check("yes", true, true);
        check("j", false, true);
        check("Ja", false, true);
        check("", false, false);
        check("n", false, false);
        check("nein", false, false);
        check("yep", false, false);
        check("jawohl", false, false);
        check("yes please", false, false);
    }
}
