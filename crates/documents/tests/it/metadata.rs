//! What goes out with a picture, and what does not.

use idw_documents::{DocumentError, MetadataKind, in_words, inspect, strip_metadata};
use image::{ImageDecoder as _, ImageReader};
use proptest::prelude::*;

use crate::corpus::{exif, jpeg, png};
use crate::same_pixels::strip;

fn phone_picture(orientation: u16) -> Vec<u8> {
    jpeg::with_segments(&jpeg::plain(64, 48), &[(0xE1, exif::phone(orientation))])
}

fn contains(bytes: &[u8], wanted: &[u8]) -> bool {
    bytes.windows(wanted.len()).any(|window| window == wanted)
}

#[test]
fn a_phone_picture_goes_out_without_its_place() {
    let taken = phone_picture(6);
    let latitude: Vec<u8> = exif::LATITUDE.iter().flat_map(|number| number.to_le_bytes()).collect();
    for telling in [exif::MODEL, exif::TAKEN, &latitude, b"SN-000-1234"] {
        assert!(contains(&taken, telling), "the picture tells it");
    }
    let found = inspect(&taken).unwrap().metadata;
    assert_eq!(found[0].kind, MetadataKind::Location);

    let stripped = strip(&taken).unwrap();

    for telling in [exif::MODEL, exif::TAKEN, &latitude, b"SN-000-1234"] {
        assert!(!contains(&stripped.bytes, telling), "the picture tells it no longer");
    }
    assert_eq!(in_words(&stripped.removed), "location, camera model, camera serial number and time of taking");
    assert_eq!(stripped.removed, found, "what was found is what was removed");
    assert_eq!(inspect(&stripped.bytes).unwrap().metadata, [], "nothing is left");
    assert_eq!(jpeg::picture_part(&stripped.bytes), jpeg::picture_part(&taken), "not recompressed");
}

#[test]
fn which_way_is_up_stays() {
    for orientation in 1..=8_u8 {
        let stripped = strip(&phone_picture(orientation.into())).unwrap().bytes;
        let decoder = ImageReader::new(std::io::Cursor::new(stripped)).with_guessed_format().unwrap();
        let up = decoder.into_decoder().unwrap().orientation().unwrap();
        assert_eq!(up.to_exif(), orientation);
    }
}

#[test]
fn each_kind_of_segment_is_judged() {
    let check = |marker: u8, payload: &[u8], expected: &str| {
        let whole = jpeg::with_segments(&jpeg::plain(16, 16), &[(marker, payload.to_vec())]);
        let stripped = strip(&whole).unwrap();
        assert_eq!(in_words(&stripped.removed), expected);
        let is_kept = contains(&stripped.bytes, &jpeg::segment(marker, payload));
        assert_eq!(is_kept, expected.is_empty(), "{expected}");
    };
    check(0xFE, b"by hand", "comment");
    check(0xED, b"Photoshop 3.0\08BIM", "captions and keywords (IPTC)");
    check(0xE1, b"http://ns.adobe.com/xap/1.0/\0<rdf exif:GPSLatitude='1'/>", "location and editing history (XMP)");
    check(0xE0, b"JFXX\0\x10preview", "embedded preview");
    check(0xE2, b"MPF\0MM", "further pictures");
    check(0xE1, b"Exif\0\0garbage", "camera settings");
    check(0xEB, b"HDR", "data of applications");
    check(0xE2, &[b"ICC_PROFILE\0\x01\x01", &jpeg::profile(*b"RGB ")[..]].concat(), "");
    check(0xEE, b"Adobe\0\x64\0\0\0\0\0", "");
}

#[test]
fn what_stands_after_the_picture_goes() {
    let second = [jpeg::plain(16, 16), phone_picture(1)].concat();
    let stripped = strip(&second).unwrap();
    assert_eq!(stripped.bytes, jpeg::plain(16, 16));
    assert_eq!(in_words(&stripped.removed), "data after the end of the picture");

    let padded = [jpeg::plain(16, 16), vec![0; 100]].concat();
    assert_eq!(strip(&padded).unwrap().removed, []);
}

#[test]
fn png_chunks_are_judged() {
    let plain = png::plain(16, 16);
    let whole = png::with_chunks(
        &plain,
        &[
            (b"gAMA", 45_455_u32.to_be_bytes().to_vec()),
            (b"tEXt", b"Author\0Ada Example".to_vec()),
            (b"tIME", vec![7, 234, 7, 31, 10, 15, 20]),
            (b"eXIf", exif::tiff(6)),
            (b"caBX", b"provenance".to_vec()),
        ],
    );
    let stripped = strip(&whole).unwrap();
    assert_eq!(
        in_words(&stripped.removed),
        "location, camera model, camera serial number, time of taking, data of applications and name of the author"
    );
    assert!(contains(&stripped.bytes, b"gAMA"));
    assert!(!contains(&stripped.bytes, exif::MODEL) && !contains(&stripped.bytes, b"Ada"));
    let decoder = ImageReader::new(std::io::Cursor::new(&stripped.bytes)).with_guessed_format().unwrap();
    assert_eq!(decoder.into_decoder().unwrap().orientation().unwrap().to_exif(), 6);
    assert_eq!(strip(&stripped.bytes).unwrap().bytes, stripped.bytes);
    assert_eq!(strip(&plain).unwrap().bytes, plain, "what tells nothing is given back as it is");
}

#[test]
fn recordings_are_not_stripped() {
    let recording = b"RIFF\x24\0\0\0WAVEfmt \x10\0\0\0";
    assert!(matches!(strip_metadata(recording), Err(DocumentError::NotAPicture { .. })));
}

fn segments() -> impl Strategy<Value = Vec<(u8, Vec<u8>)>> {
    let exif = (0..10_u16).prop_map(|up| (0xE1, exif::phone(up)));
    let named = prop_oneof![
        Just(b"JFIF\0\x01\x02\0\0\x01\0\x01".to_vec()),
        Just(b"Exif\0\0II*\0\x08\0\0\0".to_vec()),
        Just(b"ICC_PROFILE\0".to_vec()),
        Just(b"Adobe\0".to_vec()),
        Just(Vec::new()),
    ];
    let any = (prop_oneof![0xE0_u8..=0xEF, Just(0xFE)], named, proptest::collection::vec(any::<u8>(), 0..40));
    let any = any.prop_map(|(marker, name, rest)| (marker, [name, rest].concat()));
    proptest::collection::vec(prop_oneof![exif, any], 0..6)
}

proptest! {
    #[test]
    fn no_segments_cost_a_picture_anything(segments in segments(), trailing in proptest::collection::vec(any::<u8>(), 0..40)) {
        let plain = jpeg::plain(8, 8);
        let whole = [jpeg::with_segments(&plain, &segments), trailing].concat();
        // Random bytes may, rarely, begin like something that is refused.
        let Ok(once) = strip(&whole) else { return Ok(()) };
        prop_assert_eq!(jpeg::picture_part(&plain), jpeg::picture_part(&once.bytes));
    }

    #[test]
    fn no_jpeg_breaks_the_walker(at in 0_usize..700, byte: u8) {
        let mut jpeg = phone_picture(6);
        let at = at % jpeg.len();
        jpeg[at] = byte;
        let _ = strip(&jpeg);
    }

    #[test]
    fn no_png_breaks_the_walker(at in 0_usize..700, byte: u8) {
        let mut png = png::with_chunks(&png::plain(8, 8), &[(b"eXIf", exif::tiff(6))]);
        let at = at % png.len();
        png[at] = byte;
        let _ = strip(&png);
    }
}
