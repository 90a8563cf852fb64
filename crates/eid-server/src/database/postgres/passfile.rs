//! The password of the database, from a file as PostgreSQL's own programs read it: `PGPASSFILE`, or `~/.pgpass`.
//!
//! Each line is `host:port:database:user:password`. A `*` stands for anything, and a backslash before a colon or a backslash takes its
//! meaning away. The first line that fits counts. (PostgreSQL's documentation, "The Password File".)

use std::fs::File;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use zeroize::Zeroizing;

use crate::database::error::DatabaseError;

/// No password file is longer.
const MOST_BYTES: u64 = 1 << 20;

/// Whose password it is.
#[derive(Debug, Clone, Copy)]
pub(super) struct Wanted<'a> {
    /// A name, an address, or the folder of a socket. One on this computer can also be called `localhost`.
    pub(super) host: &'a str,
    pub(super) is_socket: bool,
    pub(super) port: u16,
    pub(super) database: &'a str,
    pub(super) user: &'a str,
}

/// The file that `PGPASSFILE` names, or the one in the home folder.
pub(super) fn path() -> Option<PathBuf> {
    let named = std::env::var_os("PGPASSFILE").filter(|path| !path.is_empty()).map(PathBuf::from);
    named.or_else(|| std::env::home_dir().map(|home| home.join(".pgpass")))
}

/// The password in this file; `None` where there is no file, or none in it that fits.
///
/// # Errors
/// When others can read the file, or it cannot be read.
pub(super) fn password(path: &Path, wanted: Wanted<'_>) -> Result<Option<Zeroizing<String>>, DatabaseError> {
    let failed =
        |source| DatabaseError::File { what: "the password could not be read from", path: path.to_owned(), source };
    let file = match File::open(path) {
        Ok(file) => file,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(failed(error)),
    };
    let metadata = file.metadata().map_err(failed)?;
    if !metadata.is_file() {
        return Err(failed(io::Error::other("it is no file")));
    }
    #[cfg(unix)]
    if std::os::unix::fs::PermissionsExt::mode(&metadata.permissions()) & 0o077 != 0 {
        return Err(DatabaseError::OthersCanRead(path.to_owned()));
    }
    let mut text = Zeroizing::new(String::new());
    file.take(MOST_BYTES).read_to_string(&mut text).map_err(failed)?;
    Ok(find(&text, wanted))
}

fn find(text: &str, wanted: Wanted<'_>) -> Option<Zeroizing<String>> {
    text.lines().filter(|line| !line.starts_with('#')).find_map(|line| {
        let mut fields = Fields(Some(line));
        let host = fields.next()?;
        let is_host = fits(&host, wanted.host) || (wanted.is_socket && *host == *"localhost");
        let port = wanted.port.to_string();
        let is_it = is_host
            && fits(&fields.next()?, &port)
            && fits(&fields.next()?, wanted.database)
            && fits(&fields.next()?, wanted.user);
        // A password ends where the line does, or at a colon, as PostgreSQL's programs read it.
        fields.next().filter(|_| is_it)
    })
}

fn fits(field: &str, wanted: &str) -> bool {
    field == "*" || field == wanted
}

/// The fields of a line, without the backslashes.
struct Fields<'a>(Option<&'a str>);

impl Iterator for Fields<'_> {
    type Item = Zeroizing<String>;

    fn next(&mut self) -> Option<Self::Item> {
        let line = self.0.take()?;
        let mut field = Zeroizing::new(String::with_capacity(line.len()));
        let mut letters = line.char_indices();
        while let Some((at, letter)) = letters.next() {
            match letter {
                ':' => {
                    self.0 = Some(&line[at + 1..]);
                    break;
                }
                '\\' => field.extend(letters.next().map(|(_, escaped)| escaped)),
                other => field.push(other),
            }
        }
        Some(field)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WANTED: Wanted<'static> =
        Wanted { host: "db.example", is_socket: false, port: 5432, database: "eid", user: "ada" };

    fn found(text: &str) -> Option<String> {
        find(text, WANTED).map(|password| password.to_string())
    }

    #[test]
    fn the_first_line_that_fits_counts() {
        let check = |text: &str, expected: Option<&str>| assert_eq!(found(text).as_deref(), expected, "{text}");
        check("db.example:5432:eid:ada:secret", Some("secret"));
        check("*:*:*:*:secret\n", Some("secret"));
        check("db.example:5433:eid:ada:no\ndb.example:*:eid:ada:first\n*:*:*:*:second", Some("first"));
        check("#db.example:5432:eid:ada:no\n\ndb.example:5432:eid:ada:yes\r\n", Some("yes"));
        check("db.example:5432:eid:ada:", Some(""));
        check("other.example:5432:eid:ada:no", None);
        check("db.example:5432:other:ada:no", None);
        check("db.example:5432:eid:bob:no", None);
        check("localhost:5432:eid:ada:no", None);
        check("db.example:5432:eid:ada", None);
        check("db.example", None);
        check("", None);
    }

    #[test]
    fn a_backslash_takes_a_meaning_away() {
        assert_eq!(found(r"db.example:5432:eid:ada:a\:b\\c\d:e").as_deref(), Some(r"a:b\cd"));
        let ipv6 = Wanted { host: "fe80::1", ..WANTED };
        assert_eq!(find(r"fe80\:\:1:*:*:*:six", ipv6).unwrap().as_str(), "six");
        assert!(find("fe80::1:*:*:*:six", ipv6).is_none());
    }

    #[test]
    fn a_socket_is_found_by_its_folder_and_as_localhost() {
        let socket = Wanted { host: "/run/postgresql", is_socket: true, ..WANTED };
        for line in ["/run/postgresql:*:*:*:secret", "localhost:5432:eid:ada:secret"] {
            assert_eq!(find(line, socket).unwrap().as_str(), "secret", "{line}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_file_that_others_can_read_is_refused() {
        use std::fs::{self, Permissions};
        use std::os::unix::fs::PermissionsExt as _;

        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(".pgpass");
        assert!(password(&path, WANTED).unwrap().is_none());
        fs::write(&path, "*:*:*:*:secret\n").unwrap();
        fs::set_permissions(&path, Permissions::from_mode(0o600)).unwrap();
        assert_eq!(password(&path, WANTED).unwrap().unwrap().as_str(), "secret");
        for mode in [0o640, 0o604, 0o622] {
            fs::set_permissions(&path, Permissions::from_mode(mode)).unwrap();
            assert!(matches!(password(&path, WANTED), Err(DatabaseError::OthersCanRead(_))), "{mode:o}");
        }
        assert!(matches!(password(folder.path(), WANTED), Err(DatabaseError::File { .. })));
    }
}
