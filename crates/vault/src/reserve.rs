//! Room on the disk that is kept so that it can be given back when the disk is full.

use std::path::Path;

use fs4::FileExt;

use crate::fs::{self, Expected, Place};
use crate::vault::MIN_FREE_BYTES;

/// The reserve is only taken where so many times as much is free.
const PLENTY: u64 = 8;
/// Enough to open the database, remove things from it and replace the header; see `MIN_FREE_BYTES`.
const MIN_BYTES: u64 = 5 * 256 * 1024;
/// What is left to others where the reserve is taken again on a disk that is all but full.
const SPARE_BYTES: u64 = 16 * 1024;
/// More helps nobody.
const MAX_BYTES: u64 = 4 * 1024 * 1024;

/// How much to keep beside a database of so many bytes: what is removed at once from a larger one takes more room to write.
pub(crate) fn wanted(database_bytes: u64) -> u64 {
    (database_bytes / 8).clamp(MIN_BYTES, MAX_BYTES)
}

/// Takes the reserve if it is not there and there is plenty of room: it is to help on a full disk, not to fill one.
/// Without it everything works while there is room. One that was given back is taken again as soon as that room is free,
/// and no longer: else another program would have it, and the vault not open a second time. One that has become twice as
/// large as it need be gives some back.
pub(crate) fn keep(dir: &Path, place: &Place, wanted: u64) {
    let held = held(place);
    if held.is_some_and(|held| (wanted..=2 * wanted).contains(&held)) {
        return;
    }
    let available = fs::available_bytes(dir).unwrap_or_default();
    let is_spent = held == Some(0);
    let len = match available.saturating_sub(SPARE_BYTES) {
        _ if held.is_some_and(|held| held > wanted) || available >= PLENTY * wanted => wanted,
        room if is_spent && room >= MIN_FREE_BYTES => room.min(wanted),
        _ => return,
    };
    let file = place.open_or_create();
    if let Err(error) = file.and_then(|file| file.set_len(0).and_then(|()| file.allocate(len))) {
        tracing::debug!(%error, "no room was kept for a full disk");
        release(place);
    }
}

/// Gives the room back; says whether there was any. The empty file stays, and says that there was.
pub(crate) fn release(place: &Place) -> bool {
    let held = held(place).is_some_and(|held| held > 0);
    held && place.open_in_place().and_then(|file| file.set_len(0)).is_ok()
}

fn held(place: &Place) -> Option<u64> {
    Some(place.check(Expected::OwnFile).ok()??.len)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_reserve_takes_real_room_and_gives_it_back() {
        let dir = tempfile::tempdir().unwrap();
        let (path, place) = (dir.path().join("reserve"), Place::in_folder(dir.path(), "reserve"));
        assert!(!release(&place), "there was none");
        for (wanted, held) in
            [(MIN_BYTES, MIN_BYTES), (MAX_BYTES, MAX_BYTES), (MAX_BYTES / 2, MAX_BYTES), (MIN_BYTES, MIN_BYTES)]
        {
            keep(dir.path(), &place, wanted);
            let file = std::fs::File::open(&path).unwrap();
            assert!(file.allocated_size().unwrap() >= held, "a sparse file would be of no help");
            assert_eq!(file.metadata().unwrap().len(), held);
        }
        assert_eq!([0, 16 * 1024 * 1024, u64::MAX].map(super::wanted), [MIN_BYTES, 2 * 1024 * 1024, MAX_BYTES]);
        assert!(release(&place));
        assert_eq!(path.metadata().unwrap().len(), 0);
        assert!(!release(&place), "there is no more");
    }
}
