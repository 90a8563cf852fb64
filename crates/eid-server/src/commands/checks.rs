//! What doctor looks at on this computer and in the database.

use std::fs::{self, Metadata};
use std::io;
use std::net::{SocketAddr, TcpListener};
use std::path::Path;

use jiff::Timestamp;
use rustix::process::{Resource, getrlimit};

use super::Place;
use super::doctor::Finding;
use crate::database::{SEAL_KEY_FILE, free_bytes};

const MEGABYTE: u64 = 1_000_000;
/// With less room than this the service may stop at any time.
const TOO_LITTLE: u64 = 100 * MEGABYTE;
/// With less room than this it is time to look.
const LITTLE: u64 = 1_000 * MEGABYTE;
/// Each connection takes a descriptor, and each RP and each wallet that waits has one.
const FEW_DESCRIPTORS: u64 = 10_000;

pub(super) fn folder(data: &Path) -> Finding {
    const CHECK: &str = "data folder";
    let shown = data.display();
    let metadata = match fs::metadata(data) {
        Ok(metadata) if metadata.is_dir() => metadata,
        Ok(_) => {
            return Finding::fault(CHECK, format!("{shown} is no folder"), "Name the service's folder with --data");
        }
        Err(error) => {
            return Finding::fault(CHECK, format!("{shown}: {error}"), "Name the service's folder with --data");
        }
    };
    if !is_writable(data) {
        let to_do = "Run this as the user that the service runs as, or give the folder to that user";
        return Finding::fault(CHECK, format!("{shown} cannot be written"), to_do);
    }
    if mode(&metadata) & 0o077 != 0 {
        let says = format!("{shown} has mode {:o}, so that others can look into it", mode(&metadata));
        return Finding::warning(CHECK, says, format!("chmod 700 {shown}"));
    }
    Finding::ok(CHECK, format!("{shown} is its owner's alone"))
}

pub(super) fn seal_key(data: &Path) -> Finding {
    const CHECK: &str = "seal key";
    let path = data.join(SEAL_KEY_FILE);
    let shown = path.display();
    match fs::metadata(&path) {
        Ok(metadata) if mode(&metadata) & 0o077 != 0 => {
            let says = format!("{shown} has mode {:o}, so that others can read it", mode(&metadata));
            Finding::fault(CHECK, says, format!("chmod 600 {shown}"))
        }
        Ok(_) => Finding::ok(CHECK, format!("{shown} is its owner's alone. Is it in your backup?")),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            let to_do = "Copy it from where the database was made, or from its backup: nothing opens without it";
            Finding::fault(CHECK, format!("{shown} is missing"), to_do)
        }
        Err(error) => Finding::fault(CHECK, format!("{shown}: {error}"), "See that the service can read it"),
    }
}

pub(super) async fn database(place: &Place, now: Timestamp) -> Vec<Finding> {
    const CHECK: &str = "database";
    let database = match place.open_existing(now).await {
        Ok(database) => database,
        Err(failure) => {
            return vec![Finding::fault(CHECK, failure.to_string(), "Nothing works before this is put right")];
        }
    };
    match database.health().await {
        Ok(health) if health.is_sound => vec![
            Finding::ok(CHECK, format!("it says: {}", health.says)),
            Finding::ok("tables", format!("of version {}, as this program has them", health.schema_version)),
        ],
        Ok(health) => {
            let to_do = "Stop the service and restore a backup, or name the database that can be written";
            vec![Finding::fault(CHECK, format!("it says: {}", health.says), to_do)]
        }
        Err(error) => vec![Finding::fault(CHECK, error.to_string(), "See whether its server runs")],
    }
}

pub(super) fn room(data: &Path) -> Option<Finding> {
    const CHECK: &str = "room on the disk";
    let free = free_bytes(data)?;
    let says = format!("{} MB are free", free / MEGABYTE);
    let to_do = "Make room: what cannot be written is refused";
    Some(match free {
        ..TOO_LITTLE => Finding::fault(CHECK, says, to_do),
        TOO_LITTLE..LITTLE => Finding::warning(CHECK, says, to_do),
        _ => Finding::ok(CHECK, says),
    })
}

pub(super) fn descriptors() -> Finding {
    const CHECK: &str = "descriptors";
    match getrlimit(Resource::Nofile).maximum {
        Some(most) if most < FEW_DESCRIPTORS => {
            let to_do = "Raise the hard limit, such as LimitNOFILE=100000 in the service's unit";
            Finding::warning(CHECK, format!("at most {most}, and each connection takes one"), to_do)
        }
        Some(most) => Finding::ok(CHECK, format!("at most {most}")),
        None => Finding::ok(CHECK, "without a limit"),
    }
}

pub(super) fn listen(address: SocketAddr, has_tls: bool) -> Finding {
    const CHECK: &str = "address";
    if !has_tls && !address.ip().is_loopback() {
        let says = format!("{address} can be reached from elsewhere, and there is no TLS");
        return Finding::fault(CHECK, says, "Name --tls-cert and --tls-key, or an address of this computer");
    }
    match TcpListener::bind(address) {
        Ok(_) => Finding::ok(CHECK, format!("{address} is free")),
        Err(error) if error.kind() == io::ErrorKind::AddrInUse => {
            Finding::warning(CHECK, format!("{address} is in use"), "That is well if the service is what uses it")
        }
        Err(error) if error.kind() == io::ErrorKind::PermissionDenied => {
            let to_do =
                "Let the service have ports below 1024, such as AmbientCapabilities=CAP_NET_BIND_SERVICE in its unit";
            Finding::fault(CHECK, format!("{address}: {error}"), to_do)
        }
        Err(error) => Finding::fault(CHECK, format!("{address}: {error}"), "Name an address that this computer has"),
    }
}

#[cfg(unix)]
pub(super) fn mode(metadata: &Metadata) -> u32 {
    use std::os::unix::fs::PermissionsExt as _;

    metadata.permissions().mode() & 0o777
}

/// Other systems have no modes.
#[cfg(not(unix))]
pub(super) fn mode(_: &Metadata) -> u32 {
    0
}

#[cfg(unix)]
fn is_writable(folder: &Path) -> bool {
    rustix::fs::access(folder, rustix::fs::Access::WRITE_OK | rustix::fs::Access::EXEC_OK).is_ok()
}

#[cfg(not(unix))]
fn is_writable(folder: &Path) -> bool {
    fs::metadata(folder).is_ok_and(|metadata| !metadata.permissions().readonly())
}
