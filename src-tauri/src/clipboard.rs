//! Secrets in the system's clipboard: hidden from its histories, and for a short while only.

use std::{
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use idw_words::message;
use zeroize::Zeroizing;

use crate::failure::{Failure, FailureCode};

/// How long a secret stays, unless something else is copied or the wallet is locked before.
pub(crate) const KEPT: Duration = Duration::from_secs(30);

/// A handle on the clipboard, and what it was given.
#[derive(Clone)]
pub(crate) struct Clipboard(Arc<Mutex<Inner>>);

struct Inner {
    /// Opened at first use: a window on a headless machine has none.
    board: Option<Box<dyn Board>>,
    open: fn() -> Result<Box<dyn Board>, String>,
    /// The secret that was put there last, to know it again.
    secret: Option<Zeroizing<String>>,
    /// How many were put there.
    copies: u64,
}

/// One of the secrets that were put there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Copy(u64);

/// What the system has, or a test.
pub(crate) trait Board: Send {
    fn put(&mut self, secret: &str) -> Result<(), String>;
    /// The text in it, if there is one.
    fn text(&mut self) -> Option<Zeroizing<String>>;
    fn clear(&mut self) -> Result<(), String>;
}

impl Clipboard {
    /// The system's.
    pub(crate) fn of_the_system() -> Self {
        Self::on(System::open)
    }

    pub(crate) fn on(open: fn() -> Result<Box<dyn Board>, String>) -> Self {
        Self(Arc::new(Mutex::new(Inner { board: None, open, secret: None, copies: 0 })))
    }

    /// Puts a secret there.
    pub(crate) fn put(&self, secret: Zeroizing<String>) -> Result<Copy, Failure> {
        let mut inner = self.inner();
        inner.put(&secret).map_err(|error| {
            tracing::info!(error, "a secret was not copied");
            Failure::new(FailureCode::Other, message::WindowNotCopied)
        })?;
        inner.secret = Some(secret);
        inner.copies += 1;
        Ok(Copy(inner.copies))
    }

    /// Puts a secret there until it was there for long enough. What is copied after it stays.
    pub(crate) fn put_for_a_while(&self, secret: Zeroizing<String>) -> Result<(), Failure> {
        let (copy, clipboard) = (self.put(secret)?, self.clone());
        std::thread::spawn(move || {
            std::thread::sleep(KEPT);
            clipboard.end(copy);
        });
        Ok(())
    }

    /// The time of one of them is over. One that was put there after it has its own.
    pub(crate) fn end(&self, copy: Copy) {
        let mut inner = self.inner();
        if inner.copies == copy.0 {
            inner.clear();
        }
    }

    /// Takes the secret away, whichever it is.
    pub(crate) fn clear(&self) {
        self.inner().clear();
    }

    fn inner(&self) -> MutexGuard<'_, Inner> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Inner {
    fn put(&mut self, secret: &str) -> Result<(), String> {
        let board = match &mut self.board {
            Some(board) => board,
            none => none.insert((self.open)()?),
        };
        board.put(secret)
    }

    /// Only what is ours: the user may have copied something else by then.
    fn clear(&mut self) {
        let (Some(secret), Some(board)) = (self.secret.take(), self.board.as_mut()) else { return };
        if board.text().is_some_and(|text| text == secret)
            && let Err(error) = board.clear()
        {
            tracing::warn!(error, "a secret stays in the clipboard");
        }
    }
}

/// The clipboard of the desktop. It lives as long as the program: on X11 and Wayland it is this process that answers
/// whoever pastes.
struct System(arboard::Clipboard);

impl System {
    fn open() -> Result<Box<dyn Board>, String> {
        Ok(Box::new(Self(arboard::Clipboard::new().map_err(|error| error.to_string())?)))
    }
}

impl Board for System {
    fn put(&mut self, secret: &str) -> Result<(), String> {
        let set = self.0.set();
        // Managers of clipboards keep a history on the disk; these ask them not to.
        #[cfg(target_os = "linux")]
        let set = arboard::SetExtLinux::exclude_from_history(set);
        #[cfg(target_os = "macos")]
        let set = arboard::SetExtApple::exclude_from_history(set);
        #[cfg(windows)]
        let set = {
            use arboard::SetExtWindows as _;
            set.exclude_from_monitoring().exclude_from_cloud().exclude_from_history()
        };
        set.text(secret).map_err(|error| error.to_string())
    }

    fn text(&mut self) -> Option<Zeroizing<String>> {
        self.0.get_text().ok().map(Zeroizing::new)
    }

    fn clear(&mut self) -> Result<(), String> {
        self.0.clear().map_err(|error| error.to_string())
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use std::cell::RefCell;

    use super::*;

    thread_local! {
        static HELD: RefCell<Option<String>> = const { RefCell::new(None) };
    }

    /// A clipboard that this thread alone has.
    struct Fake;

    impl Board for Fake {
        fn put(&mut self, secret: &str) -> Result<(), String> {
            another_program_copies(secret);
            Ok(())
        }

        fn text(&mut self) -> Option<Zeroizing<String>> {
            held().map(Zeroizing::new)
        }

        fn clear(&mut self) -> Result<(), String> {
            HELD.with_borrow_mut(|held| *held = None);
            Ok(())
        }
    }

    pub(crate) fn fake() -> Clipboard {
        Clipboard::on(|| Ok(Box::new(Fake)))
    }

    pub(crate) fn held() -> Option<String> {
        HELD.with_borrow(Clone::clone)
    }

    fn another_program_copies(text: &str) {
        HELD.with_borrow_mut(|held| *held = Some(text.to_owned()));
    }

    fn secret(text: &str) -> Zeroizing<String> {
        Zeroizing::new(text.to_owned())
    }

    #[test]
    fn a_secret_goes_when_its_time_is_over() {
        let clipboard = fake();
        let copy = clipboard.put(secret("orbit-velvet")).unwrap();
        assert_eq!(held().as_deref(), Some("orbit-velvet"));
        clipboard.end(copy);
        assert_eq!(held(), None);
    }

    #[test]
    fn what_was_copied_after_it_stays() {
        let clipboard = fake();
        let copy = clipboard.put(secret("orbit-velvet")).unwrap();
        another_program_copies("a shopping list");
        clipboard.end(copy);
        assert_eq!(held().as_deref(), Some("a shopping list"));
        clipboard.clear();
        assert_eq!(held().as_deref(), Some("a shopping list"));
    }

    #[test]
    fn a_second_secret_has_its_own_time() {
        let clipboard = fake();
        let first = clipboard.put(secret("first")).unwrap();
        let second = clipboard.put(secret("second")).unwrap();
        clipboard.end(first);
        assert_eq!(held().as_deref(), Some("second"));
        clipboard.end(second);
        assert_eq!(held(), None);
    }

    #[test]
    fn without_a_clipboard_it_says_so() {
        let clipboard = Clipboard::on(|| Err("no display".to_owned()));
        let failure = clipboard.put(secret("orbit-velvet")).unwrap_err();
        assert!(failure.text().contains("Write it down"), "{failure:?}");
        clipboard.clear();
    }
}
