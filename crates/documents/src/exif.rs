//! Exif (CIPA DC-008), read for what it tells and for the one thing worth keeping: which way is up.

use crate::metadata::{Findings, MetadataKind, words};

/// Longest directory that is read; cameras write some 60 entries.
const MAX_ENTRIES: u16 = 512;

const ORIENTATION: u16 = 0x0112;
const EXIF_DIRECTORY: u16 = 0x8769;
const GPS_DIRECTORY: u16 = 0x8825;

/// Which way is up, 1 to 8; `None` if the Exif data cannot be read or does not say.
pub(crate) fn orientation(tiff: &[u8]) -> Option<u8> {
    let tiff = Tiff::open(tiff)?;
    let entry = tiff.entries(tiff.offset_at(4)?).into_iter().find(|entry| entry.tag == ORIENTATION)?;
    u8::try_from(tiff.short_at(entry.value_at)?).ok().filter(|orientation| (1..=8).contains(orientation))
}

/// The smallest Exif data there are that say which way is up: one directory with one entry.
pub(crate) fn orientation_only(orientation: u8) -> [u8; 26] {
    let mut tiff = *b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\0\0\0\0\0\0\0";
    tiff[19] = orientation;
    tiff
}

/// Whether there is nothing in these Exif data but what [`orientation_only`] writes.
pub(crate) fn is_orientation_only(tiff: &[u8]) -> bool {
    orientation(tiff).is_some_and(|orientation| tiff == orientation_only(orientation))
}

/// Notes what Exif data tell. Data that cannot be read still tell something to whoever can.
pub(crate) fn search(tiff: &[u8], findings: &mut Findings) {
    if is_orientation_only(tiff) {
        return;
    }
    let found_before = findings.len();
    if let Some(tiff) = Tiff::open(tiff) {
        tiff.search(findings);
    }
    if findings.len() == found_before {
        findings.add(MetadataKind::Other, words::CAMERA_SETTINGS);
    }
}

/// A TIFF structure (TIFF 6.0, section 2).
struct Tiff<'a> {
    bytes: &'a [u8],
    is_big_endian: bool,
}

/// A directory entry: what it is, and where its value field stands.
struct Entry {
    tag: u16,
    value_at: usize,
}

impl<'a> Tiff<'a> {
    fn open(bytes: &'a [u8]) -> Option<Self> {
        let is_big_endian = match bytes.get(..4)? {
            b"MM\0*" => true,
            b"II*\0" => false,
            _ => return None,
        };
        Some(Self { bytes, is_big_endian })
    }

    fn search(&self, findings: &mut Findings) {
        let Some(first) = self.offset_at(4) else { return };
        for entry in self.entries(first) {
            note(entry.tag, findings);
            let Some(directory) = self.offset_at(entry.value_at) else { continue };
            match entry.tag {
                EXIF_DIRECTORY => self.entries(directory).iter().for_each(|entry| note(entry.tag, findings)),
                // Even an empty one names the format's version; that alone tells no place.
                GPS_DIRECTORY if self.entries(directory).iter().any(|entry| entry.tag != 0) => {
                    findings.add(MetadataKind::Location, words::LOCATION);
                }
                _ => {}
            }
        }
        if self.next_directory(first).is_some_and(|next| next != 0) {
            findings.add(MetadataKind::Other, words::PREVIEW);
        }
    }

    fn entries(&self, directory: usize) -> Vec<Entry> {
        let count = self.short_at(directory).unwrap_or(0).min(MAX_ENTRIES);
        let at = |index: u16| directory.checked_add(2 + 12 * usize::from(index));
        (0..count)
            .map_while(|index| Some(Entry { tag: self.short_at(at(index)?)?, value_at: at(index)? + 8 }))
            .collect()
    }

    fn next_directory(&self, directory: usize) -> Option<usize> {
        let count = usize::from(self.short_at(directory)?);
        self.offset_at(directory.checked_add(2 + 12 * count)?)
    }

    fn short_at(&self, at: usize) -> Option<u16> {
        let bytes = *self.bytes.get(at..)?.first_chunk()?;
        Some(if self.is_big_endian { u16::from_be_bytes(bytes) } else { u16::from_le_bytes(bytes) })
    }

    fn offset_at(&self, at: usize) -> Option<usize> {
        let bytes = *self.bytes.get(at..)?.first_chunk()?;
        let offset = if self.is_big_endian { u32::from_be_bytes(bytes) } else { u32::from_le_bytes(bytes) };
        usize::try_from(offset).ok()
    }
}

fn note(tag: u16, findings: &mut Findings) {
    match tag {
        0x010F | 0x0110 | 0xA433 | 0xA434 => findings.add(MetadataKind::Camera, words::CAMERA_MODEL),
        0xA431 | 0xA435 | 0xC62F => findings.add(MetadataKind::Camera, words::SERIAL_NUMBER),
        0x0132 | 0x9003 | 0x9004 => findings.add(MetadataKind::Time, words::TIME_OF_TAKING),
        0x013B | 0x8298 | 0x9C9D | 0xA430 => findings.add(MetadataKind::Other, words::NAME),
        0x0131 => findings.add(MetadataKind::Other, words::SOFTWARE),
        0x010E | 0x9286 | 0x9C9B | 0x9C9C | 0x9C9E | 0x9C9F => findings.add(MetadataKind::Other, words::DESCRIPTION),
        0x927C => findings.add(MetadataKind::Other, words::MAKER_NOTES),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_smallest_exif_says_which_way_is_up_and_no_more() {
        for up in 1..=8 {
            let tiff = orientation_only(up);
            assert_eq!(orientation(&tiff), Some(up));
            assert!(is_orientation_only(&tiff));
            let mut findings = Findings::default();
            search(&tiff, &mut findings);
            assert_eq!(findings.len(), 0);
        }
        assert_eq!(orientation(&orientation_only(9)), None);
        assert!(!is_orientation_only(b"MM\0*"));
    }

    #[test]
    fn what_cannot_be_read_still_counts() {
        let mut findings = Findings::default();
        search(b"not a TIFF", &mut findings);
        assert_eq!(findings.into_list()[0].what, words::CAMERA_SETTINGS);
    }

    proptest! {
        #[test]
        fn no_exif_data_break_the_reader(is_big_endian: bool, rest in proptest::collection::vec(any::<u8>(), 0..200)) {
            let mut tiff = if is_big_endian { b"MM\0*".to_vec() } else { b"II*\0".to_vec() };
            tiff.extend(rest);
            let _ = orientation(&tiff);
            search(&tiff, &mut Findings::default());
        }
    }
}
