//! Where the private socket of a vault is.

use std::env;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use aws_lc_rs::digest::{SHA256, digest};

use crate::{LinkError, socket};

/// The folder below the user's runtime directory.
const FOLDER: &str = "idw";
/// The folder beside the vault, where the user has no runtime directory.
const FOLDER_BESIDE_VAULT: &str = ".idw-link";
/// How many bytes of the digest of a vault's path are in the socket's name. There are few vaults on a machine.
const NAME_DIGEST_BYTES: usize = 8;

/// Where the process that holds a vault listens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Where a holder with this environment listens.
    pub(crate) here: Spot,
    /// Where one listens that has no runtime directory, if this process has one: it may have been started otherwise.
    pub(crate) beside_vault: Option<Spot>,
}

/// A socket's folder and its name in there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Spot {
    pub(crate) folder: PathBuf,
    pub(crate) name: String,
}

impl Spot {
    pub(crate) fn path(&self) -> PathBuf {
        self.folder.join(&self.name)
    }
}

impl Place {
    /// The place for the vault in this folder. `runtime_dir` is the value of XDG_RUNTIME_DIR; one that is no folder of
    /// this user counts as none.
    ///
    /// # Errors
    /// [`LinkError::Io`] when the vault's folder is not there or cannot be reached.
    pub fn find(vault: &Path, runtime_dir: Option<&OsStr>) -> Result<Self, LinkError> {
        let vault = fs::canonicalize(vault).map_err(LinkError::when("find the vault's folder"))?;
        let digest = digest(&SHA256, vault.as_os_str().as_encoded_bytes());
        let name = format!("{}.sock", hex::encode(&digest.as_ref()[..NAME_DIGEST_BYTES]));
        let folder = vault.parent().unwrap_or(&vault).join(FOLDER_BESIDE_VAULT);
        let beside_vault = Spot { folder, name };
        let runtime_dir = runtime_dir.map(Path::new).filter(|dir| dir.is_absolute() && socket::is_own_folder(dir));
        Ok(match runtime_dir {
            Some(dir) => {
                let here = Spot { folder: dir.join(FOLDER), name: beside_vault.name.clone() };
                Self { here, beside_vault: Some(beside_vault) }
            }
            None => Self { here: beside_vault, beside_vault: None },
        })
    }

    /// The same with the XDG_RUNTIME_DIR of this process.
    ///
    /// # Errors
    /// As [`Self::find`].
    pub fn from_environment(vault: &Path) -> Result<Self, LinkError> {
        Self::find(vault, env::var_os("XDG_RUNTIME_DIR").as_deref())
    }

    /// The path of the socket that a holder with this environment makes.
    pub fn path(&self) -> PathBuf {
        self.here.path()
    }
}

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use std::os::unix::fs::{PermissionsExt, symlink};

    use super::*;

    struct Home {
        dir: tempfile::TempDir,
        vault: PathBuf,
        runtime: PathBuf,
    }

    impl Home {
        fn new() -> Self {
            let dir = tempfile::tempdir().unwrap();
            let root = dir.path().canonicalize().unwrap();
            let home = Self { dir, vault: root.join("data/vault"), runtime: root.join("run") };
            fs::create_dir_all(&home.vault).unwrap();
            fs::create_dir(&home.runtime).unwrap();
            fs::set_permissions(&home.runtime, PermissionsExt::from_mode(0o700)).unwrap();
            home
        }

        fn find(&self, runtime_dir: &Path) -> Place {
            Place::find(&self.vault, Some(runtime_dir.as_os_str())).unwrap()
        }
    }

    #[test]
    fn the_socket_is_in_the_runtime_directory_and_its_name_is_a_digest_of_the_vaults_path() {
        let home = Home::new();
        let place = home.find(&home.runtime);
        let digest = hex::encode(digest(&SHA256, home.vault.as_os_str().as_encoded_bytes()));
        assert_eq!(place.path(), home.runtime.join("idw").join(format!("{}.sock", &digest[..16])));
        // Whatever way leads to the vault, it is the same one.
        symlink(&home.vault, home.dir.path().join("link")).unwrap();
        let by_link = Place::find(&home.dir.path().join("link"), Some(home.runtime.as_os_str())).unwrap();
        assert_eq!(by_link, place);
        let other = home.dir.path().join("data/other");
        fs::create_dir(&other).unwrap();
        assert_ne!(Place::find(&other, Some(home.runtime.as_os_str())).unwrap().path(), place.path());
    }

    #[test]
    fn without_a_runtime_directory_of_ours_the_socket_is_beside_the_vault() {
        let home = Home::new();
        let name = home.find(&home.runtime).here.name;
        let beside = home.vault.parent().unwrap().join(".idw-link").join(name);
        assert_eq!(Place::find(&home.vault, None).unwrap().path(), beside);
        let file = home.dir.path().join("file");
        fs::write(&file, b"").unwrap();
        for unfit in [Path::new(""), Path::new("run"), &home.dir.path().join("nothing"), &file] {
            assert_eq!(home.find(unfit).path(), beside, "{}", unfit.display());
        }
        fs::set_permissions(&home.runtime, PermissionsExt::from_mode(0o770)).unwrap();
        assert_eq!(home.find(&home.runtime).path(), beside, "others may put things there");
    }

    #[test]
    fn a_vault_that_is_not_there_has_no_place() {
        let home = Home::new();
        let missing = Place::find(&home.vault.join("missing"), None);
        assert!(matches!(missing, Err(LinkError::Io { doing: "find the vault's folder", .. })));
    }
}
