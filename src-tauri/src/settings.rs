//! What this computer remembers about the window: how soon the wallet locks by itself, the colour of the first frame, and
//! which profile was used last, by its random id. Nothing here says anything about the user, and none of it is secret.

use std::{
    fs, io,
    path::{Path, PathBuf},
    sync::{Mutex, MutexGuard, PoisonError},
};

use etcetera::BaseStrategy as _;
use idw_files::{begin_part, sync_folder};
use serde::{Deserialize, Serialize};

/// More is not ours.
const MAX_BYTES: u64 = 64 * 1024;

/// The choices for [`AutoLock`], in minutes.
pub(crate) const AUTO_LOCK_MINUTES: [u32; 6] = [1, 5, 10, 15, 30, 60];

/// After how many minutes without a touch the wallet locks. Nothing but the choices can be in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Option<u32>", into = "Option<u32>")]
pub(crate) struct AutoLock(Option<u32>);

/// A number of minutes that cannot be chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0} minutes is not one of the choices")]
pub(crate) struct NotAChoice(pub(crate) u32);

impl AutoLock {
    /// Minutes; none for never.
    pub(crate) fn minutes(self) -> Option<u32> {
        self.0
    }
}

impl Default for AutoLock {
    fn default() -> Self {
        Self(Some(10))
    }
}

impl TryFrom<Option<u32>> for AutoLock {
    type Error = NotAChoice;

    fn try_from(minutes: Option<u32>) -> Result<Self, NotAChoice> {
        match minutes {
            Some(other) if !AUTO_LOCK_MINUTES.contains(&other) => Err(NotAChoice(other)),
            minutes => Ok(Self(minutes)),
        }
    }
}

impl From<AutoLock> for Option<u32> {
    fn from(lock: AutoLock) -> Self {
        lock.0
    }
}

/// A colour of the screen: red, green and blue.
pub(crate) type Colour = [u8; 3];

/// What the file holds.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
struct Kept {
    auto_lock_minutes: AutoLock,
    /// What the page was drawn on last.
    canvas: Option<Colour>,
    /// The id of the profile that was used last.
    profile: Option<String>,
}

/// The settings, and the file that they are kept in.
pub(crate) struct Settings {
    /// None where they are forgotten when the program ends.
    path: Option<PathBuf>,
    kept: Mutex<Kept>,
}

impl Settings {
    /// Those of this user on this computer: `idw/window.json` in the folder for settings. Where the file cannot be read or
    /// makes no sense, they are as at the first start.
    pub(crate) fn of_this_computer() -> Self {
        let folders = etcetera::choose_base_strategy().ok();
        let path = folders.map(|folders| folders.config_dir().join("idw").join("window.json"));
        let kept = path.as_deref().map(read).unwrap_or_default();
        Self { path, kept: Mutex::new(kept) }
    }

    /// Those of a first start, which no file keeps.
    #[cfg(test)]
    pub(crate) fn forgotten() -> Self {
        Self { path: None, kept: Mutex::new(Kept::default()) }
    }

    /// How soon the wallet locks by itself.
    pub(crate) fn auto_lock(&self) -> AutoLock {
        self.kept().auto_lock_minutes
    }

    /// Changes that. It is as it was where the file cannot be written. Blocks.
    pub(crate) fn set_auto_lock(&self, auto_lock: AutoLock) -> io::Result<()> {
        self.change(|kept| kept.auto_lock_minutes = auto_lock)
    }

    /// What the page was drawn on last.
    pub(crate) fn canvas(&self) -> Option<Colour> {
        self.kept().canvas
    }

    /// Remembers what the page is drawn on. Blocks.
    pub(crate) fn set_canvas(&self, canvas: Colour) -> io::Result<()> {
        self.change(|kept| kept.canvas = Some(canvas))
    }

    /// The id of the profile that was used last.
    pub(crate) fn profile(&self) -> Option<String> {
        self.kept().profile.clone()
    }

    /// Remembers which profile is used. Blocks.
    pub(crate) fn set_profile(&self, id: &str) -> io::Result<()> {
        self.change(|kept| kept.profile = Some(id.to_owned()))
    }

    fn change(&self, change: impl FnOnce(&mut Kept)) -> io::Result<()> {
        let mut kept = self.kept();
        let mut changed = kept.clone();
        change(&mut changed);
        if changed == *kept {
            return Ok(());
        }
        if let Some(path) = &self.path {
            write(path, &changed)?;
        }
        *kept = changed;
        Ok(())
    }

    fn kept(&self) -> MutexGuard<'_, Kept> {
        // It is replaced as a whole.
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn read(path: &Path) -> Kept {
    let found = match fs::metadata(path) {
        Ok(found) if found.is_file() && found.len() <= MAX_BYTES => fs::read(path),
        Ok(_) => Err(io::Error::new(io::ErrorKind::InvalidData, "it is not a small file")),
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Kept::default(),
        Err(error) => Err(error),
    };
    let parsed = found.and_then(|bytes| serde_json::from_slice(&bytes).map_err(io::Error::from));
    parsed.unwrap_or_else(|error| {
        tracing::warn!(%error, "the window's settings could not be read; they are as at the first start");
        Kept::default()
    })
}

fn write(path: &Path, kept: &Kept) -> io::Result<()> {
    let folder = path.parent().ok_or(io::ErrorKind::InvalidInput)?;
    fs::create_dir_all(folder)?;
    let mut part = begin_part(path)?;
    serde_json::to_writer_pretty(&mut part, kept)?;
    part.as_file().sync_all()?;
    part.persist(path).map_err(|failed| failed.error)?;
    sync_folder(folder)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settings(path: &Path) -> Settings {
        Settings { path: Some(path.to_owned()), kept: Mutex::new(read(path)) }
    }

    #[test]
    fn settings_outlive_the_program() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("idw/window.json");
        let first = settings(&path);
        assert_eq!(first.auto_lock().minutes(), Some(10), "at the first start");
        first.set_auto_lock(AutoLock::try_from(None).unwrap()).unwrap();
        first.set_canvas([1, 2, 3]).unwrap();
        first.set_profile("51").unwrap();
        let second = settings(&path);
        assert_eq!((second.auto_lock().minutes(), second.canvas()), (None, Some([1, 2, 3])));
        assert_eq!(second.profile().as_deref(), Some("51"));
    }

    #[test]
    fn only_the_choices_are_taken() {
        for minutes in AUTO_LOCK_MINUTES {
            assert_eq!(AutoLock::try_from(Some(minutes)).unwrap().minutes(), Some(minutes));
        }
        for minutes in [0, 2, 11, u32::MAX] {
            assert_eq!(AutoLock::try_from(Some(minutes)), Err(NotAChoice(minutes)));
        }
    }

    #[test]
    fn a_file_that_makes_no_sense_leaves_the_first_settings() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("window.json");
        for text in ["", "{", r#"{"autoLockMinutes": 525600}"#, r#"{"autoLockMinutes": -1}"#, r#"{"canvas": [1, 2]}"#] {
            fs::write(&path, text).unwrap();
            assert_eq!(read(&path), Kept::default(), "{text}");
        }
        fs::write(&path, r#"{"autoLockMinutes": 5, "later": true}"#).unwrap();
        assert_eq!(read(&path).auto_lock_minutes.minutes(), Some(5), "one of a later version");
        fs::write(&path, vec![b' '; 100_000]).unwrap();
        assert_eq!(read(&path), Kept::default());
    }

    #[test]
    fn what_cannot_be_written_stays_as_it_was() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("file/window.json");
        fs::write(folder.path().join("file"), "").unwrap();
        let settings = settings(&path);
        assert!(settings.set_auto_lock(AutoLock::try_from(Some(5)).unwrap()).is_err());
        assert_eq!(settings.auto_lock(), AutoLock::default());
    }
}
