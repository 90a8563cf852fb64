//! Where a PostgreSQL database is, and how it is reached: over TLS, unless it is on this computer.

use std::net::IpAddr;
use std::time::Duration;

use tokio_postgres::Config;
use tokio_postgres::config::{Host, SslMode};

use super::passfile::{self, Wanted};
use crate::database::error::DatabaseError;

const CONNECT: Duration = Duration::from_secs(10);
const KEEPALIVE: Duration = Duration::from_secs(30);
/// PostgreSQL's own port.
const USUAL_PORT: u16 = 5432;

/// Whether what travels can be read on the way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Road {
    /// It does not leave this computer.
    Plain,
    /// TLS, with a certificate for the host's name.
    Tls,
}

/// Reads a URL, with the password from the password file.
///
/// # Errors
/// [`DatabaseError::Url`] for one that cannot be used, and what the password file says.
pub(super) fn read(url: &str) -> Result<(Config, Road), DatabaseError> {
    let (mut config, road) = parse(url)?;
    if let Some(path) = passfile::path()
        && let Some(wanted) = wanted(&config)
        && let Some(password) = passfile::password(&path, wanted.as_ref())?
    {
        config.password(password.as_bytes());
    }
    Ok((config, road))
}

fn parse(url: &str) -> Result<(Config, Road), DatabaseError> {
    if !url.starts_with("postgres://") && !url.starts_with("postgresql://") {
        return Err(DatabaseError::Url("it has to begin with postgres://"));
    }
    // The names that other programs have for what is done in any case.
    let url = url.replace("sslmode=verify-full", "sslmode=require").replace("sslmode=verify-ca", "sslmode=require");
    let mut config: Config =
        url.parse().map_err(|_| DatabaseError::Url("it is not of the form postgres://USER@HOST/NAME"))?;
    if config.get_password().is_some() {
        return Err(DatabaseError::Url(
            "it has a password, which others on this computer can see. Put it into a file that PGPASSFILE names, or into \
             ~/.pgpass, as host:port:database:user:password",
        ));
    }
    if config.get_user().is_none() {
        return Err(DatabaseError::Url("it names no user: postgres://USER@HOST/NAME"));
    }
    if config.get_hosts().is_empty() {
        return Err(DatabaseError::Url("it names no host: postgres://USER@HOST/NAME, or ?host=FOLDER for a socket"));
    }
    let road = if is_here(&config) { Road::Plain } else { Road::Tls };
    match (road, config.get_ssl_mode()) {
        (Road::Tls, SslMode::Disable) => {
            return Err(DatabaseError::Url("a database on another computer is reached over TLS only"));
        }
        (Road::Tls, _) => config.ssl_mode(SslMode::Require),
        (Road::Plain, _) => config.ssl_mode(SslMode::Disable),
    };
    config.application_name("idw-autheid").connect_timeout(CONNECT).keepalives_idle(KEEPALIVE);
    Ok((config, road))
}

/// Whether nothing leaves this computer, whichever of the hosts is taken.
fn is_here(config: &Config) -> bool {
    let hosts = config.get_hosts().iter().all(|host| match host {
        Host::Tcp(name) => name == "localhost" || name.parse::<IpAddr>().is_ok_and(|address| address.is_loopback()),
        #[cfg(unix)]
        Host::Unix(_) => true,
    });
    hosts && config.get_hostaddrs().iter().all(IpAddr::is_loopback)
}

struct Whose {
    host: String,
    is_socket: bool,
    port: u16,
    database: String,
    user: String,
}

impl Whose {
    fn as_ref(&self) -> Wanted<'_> {
        let Self { host, is_socket, port, database, user } = self;
        Wanted { host, is_socket: *is_socket, port: *port, database, user }
    }
}

/// Whose password is looked for: that of the first host.
fn wanted(config: &Config) -> Option<Whose> {
    let (host, is_socket) = match config.get_hosts().first()? {
        Host::Tcp(name) => (name.clone(), false),
        #[cfg(unix)]
        Host::Unix(folder) => (folder.to_string_lossy().into_owned(), true),
    };
    let user = config.get_user()?.to_owned();
    let port = config.get_ports().first().copied().unwrap_or(USUAL_PORT);
    let database = config.get_dbname().unwrap_or(&user).to_owned();
    Some(Whose { host, is_socket, port, database, user })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_computer_is_reached_over_tls() {
        let check = |url: &str, expected: Road| assert_eq!(parse(url).unwrap().1, expected, "{url}");
        check("postgres://ada@db.example/eid", Road::Tls);
        check("postgresql://ada@db.example/eid?sslmode=verify-full", Road::Tls);
        check("postgres://ada@db.example/eid?sslmode=prefer", Road::Tls);
        check("postgres://ada@192.0.2.7/eid", Road::Tls);
        check("postgres://ada@localhost,db.example/eid", Road::Tls);
        check("postgres://ada@localhost/eid?hostaddr=192.0.2.7", Road::Tls);
        check("postgres://ada@localhost:5433/eid", Road::Plain);
        check("postgres://ada@127.0.0.1/eid", Road::Plain);
        check("postgres://ada@[::1]/eid", Road::Plain);
        check("postgres://ada@%2Frun%2Fpostgresql/eid", Road::Plain);
        check("postgres:///eid?user=ada&host=/run/postgresql", Road::Plain);
        for url in ["postgres://ada@db.example/eid", "postgres://ada@db.example/eid?sslmode=prefer"] {
            assert_eq!(parse(url).unwrap().0.get_ssl_mode(), SslMode::Require, "{url}");
        }
    }

    #[test]
    fn what_cannot_be_used_is_refused_with_the_reason() {
        let check = |url: &str, reason: &str| {
            let error = parse(url).map(|(_, road)| road).unwrap_err().to_string();
            assert!(error.contains(reason), "{url}: {error}");
        };
        check("mysql://ada@db.example/eid", "begin with postgres://");
        check("postgres://ada:secret@db.example/eid", "PGPASSFILE");
        check("postgres://ada@db.example/eid?password=secret", "PGPASSFILE");
        check("postgres://db.example/eid", "no user");
        check("postgres://ada@/eid", "no host");
        check("postgres://ada@db.example/eid?sslmode=disable", "TLS only");
        check("postgres://ada@db.example:port/eid", "form");
    }

    #[test]
    fn the_password_is_looked_for_by_what_the_url_names() {
        let whose = |url: &str| {
            let Whose { host, is_socket, port, database, user } = wanted(&parse(url).unwrap().0).unwrap();
            (host, is_socket, port, database, user)
        };
        let expected = |host: &str, is_socket, port, database: &str| {
            (host.to_owned(), is_socket, port, database.to_owned(), "ada".to_owned())
        };
        assert_eq!(whose("postgres://ada@db.example/eid"), expected("db.example", false, 5432, "eid"));
        assert_eq!(whose("postgres://ada@db.example:6000"), expected("db.example", false, 6000, "ada"));
        assert_eq!(whose("postgres:///eid?user=ada&host=/run/pg"), expected("/run/pg", true, 5432, "eid"));
    }
}
