//! Paths that the user types because no program can show a file dialog.

use std::{
    collections::HashMap,
    path::{Path, PathBuf},
    sync::{Mutex, MutexGuard, PoisonError},
};

use idw_words::{Message, MessageData, message};
use serde::Serialize;
use tokio::sync::oneshot;

use crate::{
    failure::{Failure, FailureCode},
    page_event::PageEvent,
    state::{AppState, make_id},
};

/// What the page asks the user.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub(crate) struct PathQuestion {
    /// What to answer by.
    pub(crate) id: String,
    /// What the file is for.
    pub(crate) title: MessageData,
    /// The file's name unless the user says otherwise; none where one is to be opened.
    pub(crate) save_as: Option<String>,
}

impl PathQuestion {
    /// Which file to read.
    pub(super) fn to_open(title: impl Message) -> Self {
        Self { id: make_id(), title: title.data(), save_as: None }
    }

    /// Where to write a file.
    pub(super) fn to_save(title: impl Message, name: &str) -> Self {
        Self { id: make_id(), title: title.data(), save_as: Some(name.to_owned()) }
    }
}

/// The questions that wait for an answer, by id.
#[derive(Debug, Default)]
pub(crate) struct TypedPaths(Mutex<HashMap<String, Waiting>>);

#[derive(Debug)]
struct Waiting {
    is_save: bool,
    answer: oneshot::Sender<Option<PathBuf>>,
}

impl TypedPaths {
    /// Takes what the user typed for a question; nothing where they change their mind. A file to be saved does not take the place
    /// of one that is there, unless `replace` says so.
    ///
    /// # Errors
    /// Where there is no such file or folder, or a file is in the way. The question stays open then.
    pub(crate) fn answer(&self, id: &str, text: Option<&str>, replace: bool) -> Result<(), Failure> {
        let is_save = {
            let waiting = self.waiting();
            waiting.get(id).ok_or_else(gone)?.is_save
        };
        let path = text.map(|text| if is_save { to_save(text, replace) } else { to_open(text) }).transpose()?;
        let Waiting { answer, .. } = self.waiting().remove(id).ok_or_else(gone)?;
        // Whoever asked may be gone: then nobody wants to know.
        let _ = answer.send(path);
        Ok(())
    }

    /// Gives up every question.
    pub(crate) fn forget(&self) {
        self.waiting().clear();
    }

    fn begin(&self, question: &PathQuestion) -> oneshot::Receiver<Option<PathBuf>> {
        let (answer, answered) = oneshot::channel();
        self.waiting().insert(question.id.clone(), Waiting { is_save: question.save_as.is_some(), answer });
        answered
    }

    fn waiting(&self) -> MutexGuard<'_, HashMap<String, Waiting>> {
        // Each step is one insertion or removal.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Asks in the page, and waits for the answer.
pub(super) async fn ask(state: &AppState, question: PathQuestion) -> Result<Option<PathBuf>, Failure> {
    let answered = state.typed_paths().begin(&question);
    state.tell(PageEvent::TypePath { question });
    // Given up when the wallet locks.
    Ok(answered.await.unwrap_or(None))
}

fn gone() -> Failure {
    Failure::new(FailureCode::NotFound, message::FilesNotAwaited)
}

fn to_open(text: &str) -> Result<PathBuf, Failure> {
    let path = expanded(text)?;
    if path.is_file() {
        return Ok(path);
    }
    let why = if path.is_dir() { message::FilesOpenFolder.data() } else { message::FilesNoFile.data() };
    Err(Failure::new(FailureCode::NotFound, why))
}

fn to_save(text: &str, replace: bool) -> Result<PathBuf, Failure> {
    let path = expanded(text)?;
    if path.is_dir() || path.file_name().is_none() {
        return Err(Failure::new(FailureCode::NotFound, message::FilesSaveFolder));
    }
    if !path.parent().is_some_and(Path::is_dir) {
        return Err(Failure::new(FailureCode::NotFound, message::FilesNoFolder));
    }
    if !replace && path.symlink_metadata().is_ok() {
        return Err(Failure::new(FailureCode::Exists, message::FilesThere));
    }
    Ok(path)
}

/// The path that was meant: `~` is the user's own folder, where everything begins that begins nowhere else.
fn expanded(text: &str) -> Result<PathBuf, Failure> {
    let text = text.trim();
    if text.is_empty() {
        return Err(Failure::new(FailureCode::Usage, message::FilesPathEmpty));
    }
    let home = etcetera::home_dir().map_err(|_| Failure::new(FailureCode::Other, message::FilesNoHome))?;
    let below = text.strip_prefix("~/").unwrap_or(if text == "~" { "" } else { text });
    Ok(home.join(below))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(result: Result<PathBuf, Failure>) -> FailureCode {
        result.expect_err("it should have been refused").code
    }

    #[test]
    fn only_what_can_be_opened_is_taken() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a file.pdf");
        std::fs::write(&file, "x").unwrap();
        assert_eq!(to_open(&format!(" {} ", file.display())).unwrap(), file);
        assert_eq!(code(to_open(&folder.path().display().to_string())), FailureCode::NotFound);
        assert_eq!(code(to_open(&folder.path().join("none").display().to_string())), FailureCode::NotFound);
        assert_eq!(code(to_open("  ")), FailureCode::Usage);
    }

    #[test]
    fn nothing_is_replaced_without_a_word() {
        let folder = tempfile::tempdir().unwrap();
        let text = |name: &str| folder.path().join(name).display().to_string();
        std::fs::write(folder.path().join("there"), "x").unwrap();
        assert_eq!(to_save(&text("new"), false).unwrap(), folder.path().join("new"));
        assert_eq!(code(to_save(&text("there"), false)), FailureCode::Exists);
        assert_eq!(to_save(&text("there"), true).unwrap(), folder.path().join("there"));
        assert_eq!(code(to_save(&text(""), true)), FailureCode::NotFound);
        assert_eq!(code(to_save(&text("no/such/folder"), true)), FailureCode::NotFound);
    }

    #[test]
    fn paths_begin_at_home() {
        let home = etcetera::home_dir().unwrap();
        assert_eq!(expanded("~").unwrap(), home);
        assert_eq!(expanded("~/a b").unwrap(), home.join("a b"));
        assert_eq!(expanded("a").unwrap(), home.join("a"));
        assert_eq!(expanded("/a").unwrap(), Path::new("/a"));
    }

    #[test]
    fn a_question_is_answered_once() {
        let paths = TypedPaths::default();
        let question = PathQuestion::to_save(message::BackupCreateTitle, "wallet.backup");
        let mut answered = paths.begin(&question);
        assert!(paths.answer(&question.id, Some("/no/such/folder/x"), false).is_err());
        assert!(answered.try_recv().is_err(), "it stays open");
        paths.answer(&question.id, None, false).unwrap();
        assert_eq!(answered.try_recv().unwrap(), None);
        assert!(paths.answer(&question.id, None, false).is_err());
    }
}
