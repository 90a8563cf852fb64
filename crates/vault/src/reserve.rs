//! Room on the disk that is kept so that it can be given back when the disk is full.

use std::path::Path;

use fs4::FileExt;

use crate::fs;

/// Enough to open the database, remove things from it and replace the header; see `MIN_FREE_BYTES`.
pub(crate) const RESERVE_BYTES: u64 = 4 * 1024 * 1024;

/// The reserve is only taken where that much is free: it is to help on a full disk, not to fill one.
const PLENTY_BYTES: u64 = 8 * RESERVE_BYTES;

/// Takes the reserve if it is not there and there is plenty of room. Without it everything works while there is room.
pub(crate) fn keep(path: &Path) {
    if std::fs::metadata(path).is_ok_and(|metadata| metadata.len() >= RESERVE_BYTES) {
        return;
    }
    let dir = path.parent().unwrap_or(path);
    if fs::available_bytes(dir).is_ok_and(|available| available >= PLENTY_BYTES) {
        let file = fs::private_file().write(true).create(true).truncate(true).open(path);
        if let Err(error) = file.and_then(|file| file.allocate(RESERVE_BYTES)) {
            tracing::debug!(%error, "no room was kept for a full disk");
            release(path);
        }
    }
}

/// Gives the room back; says whether there was any.
pub(crate) fn release(path: &Path) -> bool {
    let held = std::fs::metadata(path).is_ok_and(|metadata| metadata.len() > 0);
    held && std::fs::remove_file(path).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_reserve_takes_real_room_and_gives_it_back() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("reserve");
        assert!(!release(&path), "there was none");
        keep(&path);
        keep(&path);
        let file = std::fs::File::open(&path).unwrap();
        assert!(file.allocated_size().unwrap() >= RESERVE_BYTES, "a sparse file would be of no help");
        assert!(release(&path));
        assert!(!path.exists());
    }
}
