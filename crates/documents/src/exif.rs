//! Exif (CIPA DC-008), read for what it tells and for what decides how a picture looks: which way is up, and how large it
//! is on paper.

use crate::metadata::{Findings, MetadataKind, words};

/// Longest directory that is read; cameras write some 60 entries.
const MAX_ENTRIES: u16 = 512;

const ORIENTATION: u16 = 0x0112;
const X_RESOLUTION: u16 = 0x011A;
const Y_RESOLUTION: u16 = 0x011B;
const RESOLUTION_UNIT: u16 = 0x0128;
const EXIF_DIRECTORY: u16 = 0x8769;
const GPS_DIRECTORY: u16 = 0x8825;

/// Types of values (TIFF 6.0, section 2).
const BYTE: u16 = 1;
const SHORT: u16 = 3;
const LONG: u16 = 4;
const RATIONAL: u16 = 5;

/// What of Exif data stays with a picture.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Kept {
    /// Which way is up, 1 to 8.
    pub(crate) orientation: Option<u8>,
    pub(crate) density: Option<Density>,
}

/// Pixels per inch or centimetre.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Density {
    across: [u32; 2],
    down: [u32; 2],
    /// 2 for an inch, 3 for a centimetre.
    unit: u16,
}

impl Kept {
    /// Whether nothing has to be written: an upright picture needs no Exif data.
    pub(crate) fn is_nothing(self) -> bool {
        self.orientation.is_none_or(|up| up == 1) && self.density.is_none()
    }

    /// The smallest Exif data there are that say this: one directory, big-endian.
    pub(crate) fn to_tiff(self) -> Vec<u8> {
        let orientation = self.orientation.filter(|up| *up != 1).map(u16::from);
        let count = u16::from(orientation.is_some()) + if self.density.is_some() { 3 } else { 0 };
        let mut tiff = b"MM\0*\0\0\0\x08".to_vec();
        tiff.extend(count.to_be_bytes());
        let mut entry = |tag: u16, kind: u16, value: [u8; 4]| {
            for bytes in [&tag.to_be_bytes()[..], &kind.to_be_bytes(), &1_u32.to_be_bytes(), &value] {
                tiff.extend_from_slice(bytes);
            }
        };
        let short = |value: u16| [value.to_be_bytes(), [0, 0]].concat().try_into().unwrap_or_default();
        let behind = 8 + 2 + 12 * u32::from(count) + 4;
        if let Some(up) = orientation {
            entry(ORIENTATION, SHORT, short(up));
        }
        if let Some(density) = self.density {
            entry(X_RESOLUTION, RATIONAL, behind.to_be_bytes());
            entry(Y_RESOLUTION, RATIONAL, (behind + 8).to_be_bytes());
            entry(RESOLUTION_UNIT, SHORT, short(density.unit));
        }
        tiff.extend([0; 4]);
        if let Some(density) = self.density {
            tiff.extend([density.across, density.down].as_flattened().iter().flat_map(|number| number.to_be_bytes()));
        }
        tiff
    }
}

/// Which way is up, 1 to 8; `None` if the Exif data cannot be read or do not say.
pub(crate) fn orientation(tiff: &[u8]) -> Option<u8> {
    let tiff = Tiff::open(tiff)?;
    let up = tiff.number(&tiff.entry(ORIENTATION)?)?;
    u8::try_from(up).ok().filter(|orientation| (1..=8).contains(orientation))
}

/// How many pixels there are to an inch or centimetre, where the data say so.
pub(crate) fn density(tiff: &[u8]) -> Option<Density> {
    let tiff = Tiff::open(tiff)?;
    // Without a unit it is inches (TIFF 6.0, ResolutionUnit).
    let unit = tiff.entry(RESOLUTION_UNIT).map_or(Some(2), |entry| tiff.number(&entry))?;
    let unit = u16::try_from(unit).ok().filter(|unit| matches!(unit, 2 | 3))?;
    let [across, down] = [X_RESOLUTION, Y_RESOLUTION].map(|tag| tiff.ratio(&tiff.entry(tag)?));
    Some(Density { across: across?, down: down?, unit })
}

/// Whether there is nothing in these Exif data but what [`Kept::to_tiff`] writes.
fn is_only_what_is_kept(tiff: &[u8]) -> bool {
    let kept = Kept { orientation: orientation(tiff), density: density(tiff) };
    !kept.is_nothing() && tiff == kept.to_tiff()
}

/// Notes what Exif data tell. Data that cannot be read still tell something to whoever can.
pub(crate) fn search(tiff: &[u8], findings: &mut Findings) {
    if is_only_what_is_kept(tiff) {
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
    kind: u16,
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
            .map_while(|index| {
                let at = at(index)?;
                Some(Entry { tag: self.short_at(at)?, kind: self.short_at(at.checked_add(2)?)?, value_at: at + 8 })
            })
            .collect()
    }

    /// An entry of the first directory.
    fn entry(&self, tag: u16) -> Option<Entry> {
        self.entries(self.offset_at(4)?).into_iter().find(|entry| entry.tag == tag)
    }

    /// A whole number, of whichever of the types that may hold it: readers accept all of them (TIFF 6.0, section 2).
    fn number(&self, entry: &Entry) -> Option<u32> {
        match entry.kind {
            BYTE => self.bytes.get(entry.value_at).copied().map(u32::from),
            SHORT => self.short_at(entry.value_at).map(u32::from),
            LONG => self.long_at(entry.value_at),
            _ => None,
        }
    }

    /// A number above zero as a ratio; whole numbers are taken, too.
    fn ratio(&self, entry: &Entry) -> Option<[u32; 2]> {
        let ratio = if entry.kind == RATIONAL {
            let at = self.offset_at(entry.value_at)?;
            [self.long_at(at)?, self.long_at(at.checked_add(4)?)?]
        } else {
            [self.number(entry)?, 1]
        };
        (ratio[0] > 0 && ratio[1] > 0).then_some(ratio)
    }

    fn next_directory(&self, directory: usize) -> Option<usize> {
        let count = usize::from(self.short_at(directory)?);
        self.offset_at(directory.checked_add(2 + 12 * count)?)
    }

    fn short_at(&self, at: usize) -> Option<u16> {
        let bytes = *self.bytes.get(at..)?.first_chunk()?;
        Some(if self.is_big_endian { u16::from_be_bytes(bytes) } else { u16::from_le_bytes(bytes) })
    }

    fn long_at(&self, at: usize) -> Option<u32> {
        let bytes = *self.bytes.get(at..)?.first_chunk()?;
        Some(if self.is_big_endian { u32::from_be_bytes(bytes) } else { u32::from_le_bytes(bytes) })
    }

    fn offset_at(&self, at: usize) -> Option<usize> {
        usize::try_from(self.long_at(at)?).ok()
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
    fn the_smallest_exif_says_what_decides_the_look_and_no_more() {
        let densities = [None, Some(Density { across: [300, 1], down: [3_005, 10], unit: 2 })];
        for (up, density) in (1..=8).flat_map(|up| densities.map(|density| (up, density))) {
            let kept = Kept { orientation: Some(up), density };
            if kept.is_nothing() {
                continue;
            }
            let tiff = kept.to_tiff();
            assert_eq!(orientation(&tiff), Some(up).filter(|up| *up != 1));
            assert_eq!(super::density(&tiff), density);
            let mut findings = Findings::default();
            search(&tiff, &mut findings);
            assert_eq!(findings.len(), 0, "{kept:?}");
            search(&[&tiff[..], b"x"].concat(), &mut findings);
            assert_eq!(findings.len(), 1, "one byte more says something");
        }
    }

    #[test]
    fn which_way_is_up_is_read_from_every_type_and_byte_order() {
        let check = |tiff: &[u8], expected: Option<u8>| assert_eq!(orientation(tiff), expected, "{tiff:?}");
        let big = |kind: u8, value: [u8; 4]| {
            [b"MM\0*\0\0\0\x08\0\x01\x01\x12\0".as_slice(), &[kind, 0, 0, 0, 1], &value, &[0; 4]].concat()
        };
        let little = |kind: u8, value: [u8; 4]| {
            [b"II*\0\x08\0\0\0\x01\0\x12\x01".as_slice(), &[kind, 0, 1, 0, 0, 0], &value, &[0; 4]].concat()
        };
        check(&big(1, [6, 0, 0, 0]), Some(6));
        check(&big(3, [0, 6, 0, 0]), Some(6));
        check(&big(4, [0, 0, 0, 6]), Some(6));
        check(&little(1, [6, 0, 0, 0]), Some(6));
        check(&little(3, [6, 0, 0, 0]), Some(6));
        check(&little(4, [6, 0, 0, 0]), Some(6));
        check(&big(4, [0, 6, 0, 0]), None);
        check(&big(3, [0, 9, 0, 0]), None);
        check(&big(2, [6, 0, 0, 0]), None);
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
            let _ = (orientation(&tiff), density(&tiff));
            search(&tiff, &mut Findings::default());
        }
    }
}
