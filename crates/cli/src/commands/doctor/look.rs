//! Finds out what the system is like.

use std::{
    env, fs, io,
    path::{Path, PathBuf},
    time::{SystemTime, UNIX_EPOCH},
};

#[cfg(target_os = "linux")]
use super::desktop;
#[cfg(unix)]
use super::system::Rights;
use super::system::{Clock, System, Vault, VaultState};

/// The system as it is, with the vault in this folder.
pub(crate) fn look(vault: PathBuf) -> System {
    let clock = Clock {
        now: seconds(SystemTime::now()),
        newest: newest(&vault),
        #[cfg(target_os = "linux")]
        is_kept_right: super::bus::is_clock_kept_right(),
        #[cfg(not(target_os = "linux"))]
        is_kept_right: None,
    };
    System {
        #[cfg(target_os = "linux")]
        desktop: Some(desktop::look()),
        #[cfg(not(target_os = "linux"))]
        desktop: None,
        clock,
        vault: Vault { state: state(&vault), free: free(&vault), folder: vault },
    }
}

fn state(folder: &Path) -> VaultState {
    match fs::metadata(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => VaultState::Missing,
        Err(error) => VaultState::Unreadable(idw_wallet::without_error_numbers(&error.to_string())),
        Ok(metadata) if !metadata.is_dir() => VaultState::NotAFolder,
        Ok(metadata) => of_folder(folder, &metadata),
    }
}

#[cfg(unix)]
fn of_folder(folder: &Path, metadata: &fs::Metadata) -> VaultState {
    use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};

    use rustix::{fs::Access, process::geteuid};

    VaultState::Folder(Rights {
        is_own: metadata.uid() == geteuid().as_raw(),
        mode: metadata.permissions().mode() & 0o777,
        is_writable: rustix::fs::access(folder, Access::WRITE_OK).is_ok(),
    })
}

#[cfg(not(unix))]
fn of_folder(_: &Path, metadata: &fs::Metadata) -> VaultState {
    VaultState::Folder(super::system::Rights {
        is_own: true,
        mode: 0o700,
        is_writable: !metadata.permissions().readonly(),
    })
}

/// The free space for this user on the folder's disk. The folder may not exist yet.
#[cfg(unix)]
fn free(folder: &Path) -> Option<u64> {
    let there = folder.ancestors().find(|folder| folder.is_dir())?;
    let disk = rustix::fs::statvfs(there).ok()?;
    disk.f_bavail.checked_mul(disk.f_frsize)
}

#[cfg(not(unix))]
fn free(_: &Path) -> Option<u64> {
    None
}

/// The time of the newest file among those that cannot be from the future.
fn newest(vault: &Path) -> Option<i64> {
    let files = fs::read_dir(vault).into_iter().flatten().flatten().map(|entry| entry.path());
    let times = files.chain(env::current_exe().ok()).filter_map(|file| fs::metadata(file).ok()?.modified().ok());
    times.map(seconds).max()
}

fn seconds(time: SystemTime) -> i64 {
    let since = time.duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_secs()).unwrap_or(i64::MAX)
}
