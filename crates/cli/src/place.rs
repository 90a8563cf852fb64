//! Files that commands write. What writes them is the wallet's.

use std::{fs::File, path::Path};

use idw_wallet::{Unplaced, check_place, place_export, place_file};

use crate::{app::App, fault::Failure};

/// Refuses a path that something is at, unless it is a file that may be replaced: before anything is opened or asked.
pub(crate) fn check(app: &App, path: &Path, force: bool) -> Result<(), Failure> {
    if is_within(path, &app.vault_dir()?) {
        let message =
            format!("{} is in the vault's own folder; nothing was written, name another place", path.display());
        return Err(Failure::usage(message));
    }
    Ok(check_place(path, force)?)
}

/// A file that only its owner can read, in its place whole or not at all.
pub(crate) fn file<T>(
    path: &Path,
    force: bool,
    fill: impl FnOnce(&mut File) -> Result<T, Failure>,
) -> Result<T, Failure> {
    place_file(path, force, fill)
}

/// The same with an export, which counts as one from when the file is in its place.
pub(crate) fn export<T>(
    path: &Path,
    force: bool,
    fill: impl FnOnce(&mut File) -> Result<Unplaced<T>, Failure>,
) -> Result<T, Failure> {
    place_export(path, force, fill)
}

fn is_within(path: &Path, vault: &Path) -> bool {
    let Ok(vault) = vault.canonicalize() else { return false };
    folder_of(path).canonicalize().is_ok_and(|folder| folder.starts_with(vault))
}

fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn the_vault_is_no_place_for_files() {
        let folder = tempfile::tempdir().unwrap();
        let vault = folder.path().join("vault");
        fs::create_dir_all(vault.join("db")).unwrap();
        let check =
            |path: &str, expected: bool| assert_eq!(is_within(&folder.path().join(path), &vault), expected, "{path}");
        check("vault/vault.header", true);
        check("vault/db/new", true);
        check("vault/../vault/lock", true);
        check("vault.json", false);
        check("vault-2/export.json", false);
        assert!(!is_within(Path::new("export.json"), &folder.path().join("nowhere")));
    }
}
