//! Zones that look like those of Doc 9303 and are laid out in another way: named, so that nobody looks for a slip that
//! is not there.

use super::error::{MrzError, Other};

/// Says what else the typed lines are the zone of, if that can be told.
pub(super) fn recognise(lines: &[Vec<u8>]) -> Option<MrzError> {
    let all = lines.concat();
    let other = match all.len() {
        72 if is_old_french_card(&all) => Other::OldFrenchCard,
        69 if is_swiss_licence(&all) => Other::DrivingLicence,
        30 if lines.len() == 1 && all[0] == b'D' => Other::DrivingLicence,
        30 if lines.len() == 1 && all[0] == b'C' => Other::ChinesePermit,
        72 | 88 if all[0] == b'V' => return Some(MrzError::Visa),
        72 | 88 | 90 if all[0] == b'D' && !all.starts_with(b"D<<") => Other::DrivingLicence,
        _ => return None,
    };
    Some(MrzError::Other(other))
}

/// The card that France issued until 2021: two lines of 36, of which the second begins with a number of twelve digits and
/// its check digit, where Doc 9303 has nine and the nationality.
fn is_old_french_card(all: &[u8]) -> bool {
    all.starts_with(b"IDFRA") && all[36..49].iter().all(|character| matches!(character, b'0'..=b'9' | b'O'))
}

/// The licences of Switzerland and Liechtenstein: lines of 9, 30 and 30.
fn is_swiss_licence(all: &[u8]) -> bool {
    matches!(&all[9..14], b"FACHE" | b"FALIE")
}
