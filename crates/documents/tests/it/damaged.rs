//! Pictures that break the rules of their format. Either nothing of the picture changes when metadata go, or it is refused:
//! a picture that lost a part while the wallet says "removed location" is worse than none.

use idw_documents::{DocumentError as E, MediaType, in_words, inspect, strip_metadata};
use jpeg_encoder::SamplingFactor;
use proptest::prelude::*;

use crate::corpus::jpeg::{self, Form};
use crate::corpus::{exif, png};
use crate::same_pixels::strip;

const DAMAGED: E = E::Damaged { media_type: MediaType::Jpeg };
const TRUNCATED: E = E::Truncated { media_type: MediaType::Jpeg };
const PLACE: &[u8] = b"GPS 52.52,13.40";

fn contains(bytes: &[u8], wanted: &[u8]) -> bool {
    bytes.windows(wanted.len()).any(|window| window == wanted)
}

/// Where the data of the first scan begin.
fn scan_start(jpeg: &[u8]) -> usize {
    let header = jpeg.windows(2).position(|pair| pair == [0xFF, 0xDA]).unwrap();
    header + 2 + usize::from(u16::from_be_bytes([jpeg[header + 2], jpeg[header + 3]]))
}

fn with_bytes_at(jpeg: &[u8], at: usize, bytes: &[u8]) -> Vec<u8> {
    [&jpeg[..at], bytes, &jpeg[at..]].concat()
}

/// A film as telephones append it: its boxes, and where it was taken.
fn film() -> Vec<u8> {
    [b"\0\0\0\x18ftypmp42\0\0\0\0isommp42\0\0\0\x2Dmoov\0\0\0\x25udta\0\0\0\x1D\xA9xyz\0\x11\x15\xC7".as_slice(), PLACE]
        .concat()
}

#[test]
fn every_form_of_jpeg_keeps_its_pixels() {
    for form in Form::all() {
        let whole = jpeg::of_form(form, 67, 45);
        let taken = jpeg::with_segments(&whole, &[(0xE1, exif::phone(6)), (0xFE, PLACE.to_vec())]);
        let stripped = strip(&taken).unwrap_or_else(|error| panic!("{form:?}: {error}"));
        assert!(in_words(&stripped.removed).starts_with("location, camera model"), "{form:?}");
        assert!(!contains(&stripped.bytes, PLACE));
        assert_eq!(jpeg::picture_part(&stripped.bytes), jpeg::picture_part(&whole), "{form:?}: not recompressed");
    }
}

#[test]
fn a_marker_in_the_middle_of_a_scan_is_no_reason_to_lose_the_rest_of_the_picture() {
    for form in Form::all() {
        let whole = jpeg::of_form(form, 160, 120);
        let middle = scan_start(&whole) + (whole.len() - scan_start(&whole)) / 10;
        for wrong in [&[0xFF, 0x5B][..], &[0xFF, 0xE1, 0, 40], &[0xFF, 0xD8], &[0xFF, 0x01], &[0xFF, 0xFE, 0, 2]] {
            let damaged = [&whole[..middle], wrong, &whole[middle + wrong.len()..]].concat();
            assert_eq!(strip(&damaged).map(|_| ()), Err(DAMAGED), "{form:?} with {wrong:X?}");
            assert_eq!(inspect(&damaged).map(|_| ()), Err(DAMAGED), "it is not kept with its metadata either");
        }
    }
}

#[test]
fn restart_markers_stand_in_their_order_and_place() {
    let whole = jpeg::of_form(Form { restart_interval: 2, ..Form::default() }, 160, 120);
    let markers: Vec<usize> = (scan_start(&whole)..whole.len() - 2)
        .filter(|at| whole[*at] == 0xFF && matches!(whole[at + 1], 0xD0..=0xD7))
        .collect();
    assert!(markers.len() > 20, "{}", markers.len());
    let mut wrong_number = whole.clone();
    wrong_number[markers[3] + 1] = 0xD0;
    assert_eq!(strip(&wrong_number).map(|_| ()), Err(DAMAGED));
    let missing = [&whole[..markers[3]], &whole[markers[3] + 2..]].concat();
    assert_eq!(strip(&missing).map(|_| ()), Err(DAMAGED));
    let hidden = with_bytes_at(&whole, markers[3], PLACE);
    assert_eq!(strip(&hidden).map(|_| ()), Err(DAMAGED));
    let last = with_bytes_at(&whole, whole.len() - 2, &[0xFF, 0xD0]);
    assert_eq!(strip(&last).unwrap().bytes, whole, "one behind the last interval is what some encoders write");
    let filled = with_bytes_at(&whole, markers[3], &[0xFF, 0xFF]);
    assert_eq!(strip_metadata(&filled).unwrap().bytes, filled, "fill bytes may precede any marker");
}

#[test]
fn what_stands_behind_the_coded_data_goes_and_is_told() {
    for form in Form::all() {
        let whole = jpeg::of_form(form, 64, 48);
        let end = whole.len() - 2;
        let hidden = with_bytes_at(&whole, end, PLACE);
        let stripped = strip(&hidden).unwrap_or_else(|error| panic!("{form:?}: {error}"));
        assert_eq!(in_words(&stripped.removed), "data after the end of the picture");
        assert_eq!(stripped.bytes, whole, "{form:?}");
    }
}

#[test]
fn a_picture_without_an_end_marker_is_refused_whatever_follows() {
    for form in Form::all() {
        let whole = jpeg::of_form(form, 64, 48);
        let without_end = &whole[..whole.len() - 2];
        assert_eq!(strip(without_end).map(|_| ()), Err(TRUNCATED));
        for after in [film(), vec![0xFF, 0x01], [&[0xFF, 0xE1, 0xFF, 0xFF], PLACE].concat(), whole.clone()] {
            let refused = strip(&[without_end, &after].concat()).map(|_| ());
            assert!(
                matches!(refused, Err(DAMAGED | TRUNCATED)),
                "{form:?}: decoders differ in what they show: {refused:?}"
            );
        }
        let film_before_end = [without_end, &film(), &[0xFF, 0xD9]].concat();
        assert_eq!(strip(&film_before_end).unwrap().bytes, whole, "{form:?}");
    }
}

#[test]
fn the_film_of_a_moving_photo_goes_with_its_place() {
    let moving = [jpeg::with_segments(&jpeg::plain(64, 48), &[(0xE1, exif::phone(6))]), film()].concat();
    let stripped = strip(&moving).unwrap();
    assert!(!contains(&stripped.bytes, PLACE));
    assert!(in_words(&stripped.removed).contains("data after the end of the picture"));
}

#[test]
fn exif_data_behind_the_first_scan_turn_no_picture_and_do_not_stay() {
    let whole = jpeg::of_form(Form { is_progressive: true, ..Form::default() }, 64, 48);
    let second = whole.windows(2).enumerate().filter(|(_, pair)| *pair == [0xFF, 0xDA]).nth(1).unwrap().0;
    // In front of the tables of the second scan, if it has some.
    let at = (scan_start(&whole)..=second).find(|at| whole[*at] == 0xFF && whole[at + 1] != 0).unwrap();
    let late = with_bytes_at(&whole, at, &jpeg::segment(0xE1, &exif::phone(6)));
    let stripped = strip(&late).unwrap();
    assert_eq!(stripped.bytes, whole);
    assert!(in_words(&stripped.removed).starts_with("location"));
}

#[test]
fn bytes_between_segments_are_refused() {
    let whole = jpeg::plain(64, 48);
    let first = jpeg::with_segments(&whole, &[]).len() - jpeg::picture_part(&whole).len();
    for stray in [PLACE, &[0][..], &[0xFF, 0x00]] {
        assert_eq!(strip(&with_bytes_at(&whole, first, stray)).map(|_| ()), Err(DAMAGED), "{stray:?}");
    }
    let filled = with_bytes_at(&whole, first, &[0xFF, 0xFF, 0xFF]);
    assert_eq!(strip(&filled).unwrap().bytes, whole, "fill bytes may precede any marker");
    let filled_first = with_bytes_at(&whole, 2, &[0xFF]);
    assert_eq!(strip(&filled_first).unwrap().bytes, whole);
    let padded = jpeg::with_segments(&whole, &[(0xDB, [vec![0; 65], PLACE.to_vec()].concat())]);
    assert_eq!(strip(&padded).map(|_| ()), Err(DAMAGED), "tables have their lengths");
}

#[test]
fn a_number_of_lines_behind_the_scan_is_taken_only_if_it_changes_nothing() {
    let whole = jpeg::plain(64, 48);
    let end = whole.len() - 2;
    let same = with_bytes_at(&whole, end, &jpeg::segment(0xDC, &[0, 48]));
    assert_eq!(strip(&same).unwrap().bytes, whole);
    let other = with_bytes_at(&whole, end, &jpeg::segment(0xDC, &[0, 40]));
    assert_eq!(strip(&other).map(|_| ()), Err(DAMAGED));
    let frame = whole.windows(2).position(|pair| pair == [0xFF, 0xC0]).unwrap();
    let mut unknown = same.clone();
    unknown[frame + 5..frame + 7].fill(0);
    assert!(matches!(strip(&unknown), Err(E::Uncommon { .. })), "no program of users shows these");
}

#[test]
fn forms_that_hardly_any_program_shows_are_named() {
    let whole = jpeg::plain(64, 48);
    let frame = whole.windows(2).position(|pair| pair == [0xFF, 0xC0]).unwrap();
    for (marker, form) in [(0xC3, "lossless JPEG"), (0xC5, "hierarchical JPEG"), (0xC9, "arithmetic coding")] {
        let mut other = whole.clone();
        other[frame + 1] = marker;
        let refused = strip(&other).map(|_| ());
        assert_eq!(refused, Err(E::Uncommon { media_type: MediaType::Jpeg, form: form.to_owned() }));
    }
    let mut deep = whole;
    deep[frame + 4] = 12;
    assert!(strip(&deep).unwrap_err().to_string().contains("more than 8 bits for each colour"));
}

#[test]
fn what_calls_itself_a_colour_profile_and_is_none_goes() {
    let whole = jpeg::plain(64, 48);
    let named = |profile: &[u8]| (0xE2, [b"ICC_PROFILE\0\x01\x01".as_slice(), profile].concat());
    let false_one = jpeg::with_segments(&whole, &[named(PLACE)]);
    let stripped = strip(&false_one).unwrap();
    assert_eq!((stripped.bytes, in_words(&stripped.removed).as_str()), (whole.clone(), "data of applications"));
    let profile = jpeg::profile(*b"RGB ");
    let real = jpeg::with_segments(&whole, &[named(&profile)]);
    assert_eq!(strip(&real).unwrap().bytes, real);
    let longer = jpeg::with_segments(&whole, &[named(&[&profile, PLACE].concat())]);
    assert_eq!(strip(&longer).unwrap().bytes, real, "only the profile stays");
}

#[test]
fn png_chunks_stand_where_they_may() {
    let whole = png::plain(64, 48);
    let damaged = Err(E::Damaged { media_type: MediaType::Png });
    let (before, pixels, after) = png::around_pixels(&whole);
    let halves = pixels.split_at(pixels.len() / 2);
    let idat = |data: &[u8]| png::chunk(*b"IDAT", data);
    let in_two = [before, &idat(halves.0), &idat(halves.1), after].concat();
    assert_eq!(strip(&in_two).unwrap().bytes, in_two);
    let text = png::chunk(*b"tEXt", &[b"Comment\0", PLACE].concat());
    let between = [before, &idat(halves.0), &text, &idat(halves.1), after].concat();
    assert_eq!(strip(&between).map(|_| ()), damaged);
    let mut wrong_sum = png::with_chunks(&whole, &[(b"tEXt", [b"Comment\0", PLACE].concat())]);
    let at = wrong_sum.windows(PLACE.len()).position(|window| window == PLACE).unwrap();
    wrong_sum[at] ^= 1;
    assert_eq!(strip(&wrong_sum).map(|_| ()), damaged);
    let twice = png::with_chunks(&whole, &[(b"IHDR", whole[16..29].to_vec())]);
    assert_eq!(strip(&twice).map(|_| ()), damaged);
}

#[test]
fn a_png_keeps_nothing_behind_its_pixels_or_its_end() {
    let whole = png::plain(64, 48);
    let (before, pixels, after) = png::around_pixels(&whole);
    let idat = |data: &[u8]| png::chunk(*b"IDAT", data);
    for hidden in [
        [before, &idat(&[pixels, PLACE].concat()), after].concat(),
        [before, &idat(pixels), &idat(PLACE), after].concat(),
        [before, &idat(pixels), &png::chunk(*b"IEND", PLACE)].concat(),
        [&whole[..], PLACE].concat(),
        png::with_chunks(&whole, &[(b"gAMA", [&[0, 0, 0xB1, 0x8F], PLACE].concat())]),
    ] {
        assert!(contains(&hidden, PLACE));
        let stripped = strip(&hidden).unwrap();
        assert!(!contains(&stripped.bytes, PLACE));
        assert_eq!(in_words(&stripped.removed), "data after the end of the picture");
    }
    let cut = [before, &idat(&pixels[..pixels.len() - 20]), after].concat();
    assert_eq!(strip(&cut).map(|_| ()), Err(E::Truncated { media_type: MediaType::Png }));
    let more = png::claiming(8, 8, 8, 0, &crate::corpus::deflated_zeros(1_000));
    assert_eq!(strip(&more).map(|_| ()), Err(E::Damaged { media_type: MediaType::Png }), "rows of a larger picture");
}

#[test]
fn a_png_that_most_programs_do_not_show_is_told_so() {
    let whole = png::plain(16, 16);
    let unknown = strip(&png::with_chunks(&whole, &[(b"ABCD", PLACE.to_vec())])).unwrap_err();
    assert_eq!(unknown.to_string(), "a PNG picture of an uncommon kind (a part 'ABCD' that is not in the standard)");
    let apple = [&whole[..8], &png::chunk(*b"CgBI", b"\x50\0\x20\x06"), &whole[8..]].concat();
    assert_eq!(idw_documents::sniff(&apple), Some(MediaType::Png));
    assert_eq!(strip(&apple).map(|_| ()), Err(E::ForIphones));
    let private = png::with_chunks(&whole, &[(b"prVt", PLACE.to_vec())]);
    assert_eq!(strip(&private).unwrap().bytes, whole, "what need not be understood goes");
}

/// What is done to a picture's bytes.
#[derive(Debug, Clone)]
enum Change {
    Replace(usize, u8),
    Insert(usize, Vec<u8>),
    Remove(usize, usize),
}

fn changes() -> impl Strategy<Value = Vec<Change>> {
    let bytes = prop_oneof![
        proptest::collection::vec(any::<u8>(), 1..6),
        any::<u8>().prop_map(|marker| vec![0xFF, marker]),
        (0xC0..=0xFE_u8, any::<u8>()).prop_map(|(marker, len)| vec![0xFF, marker, 0, len % 8]),
    ];
    let change = prop_oneof![
        (any::<usize>(), any::<u8>()).prop_map(|(at, byte)| Change::Replace(at, byte)),
        (any::<usize>(), bytes).prop_map(|(at, bytes)| Change::Insert(at, bytes)),
        (any::<usize>(), 1..5_usize).prop_map(|(at, count)| Change::Remove(at, count)),
    ];
    proptest::collection::vec(change, 1..4)
}

fn changed(picture: &[u8], changes: &[Change]) -> Vec<u8> {
    let mut picture = picture.to_vec();
    for change in changes {
        let len = picture.len();
        match change {
            Change::Replace(at, byte) => picture[at % len] = *byte,
            Change::Insert(at, bytes) => drop(picture.splice(at % len..at % len, bytes.iter().copied())),
            Change::Remove(at, count) => drop(picture.drain(at % len..(at % len + count).min(len))),
        }
    }
    picture
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    /// `strip` compares the pixels of whatever is taken.
    #[test]
    fn no_damage_to_a_jpeg_makes_it_lose_pixels(form in 0..Form::all().len(), changes in changes()) {
        let taken = jpeg::with_segments(&jpeg::of_form(Form::all()[form], 33, 25), &[(0xE1, exif::phone(6))]);
        let _ = strip(&changed(&taken, &changes));
    }

    #[test]
    fn no_damage_to_the_coded_data_makes_a_jpeg_lose_pixels(form in 0..Form::all().len(), at: usize, byte: u8) {
        let mut jpeg = jpeg::of_form(Form::all()[form], 33, 25);
        let start = scan_start(&jpeg);
        let at = start + at % (jpeg.len() - start);
        jpeg[at] = byte;
        let _ = strip(&jpeg);
    }

    #[test]
    fn no_damage_to_a_png_makes_it_lose_pixels(changes in changes()) {
        let png = png::with_chunks(&png::plain(9, 7), &[(b"eXIf", exif::tiff(6))]);
        let _ = strip(&changed(&png, &changes));
    }
}

#[test]
fn sampling_of_colours_is_as_named() {
    let form = Form { sampling: SamplingFactor::F_2_2, ..Form::default() };
    let jpeg = jpeg::of_form(form, 33, 25);
    let frame = jpeg.windows(2).position(|pair| pair == [0xFF, 0xC0]).unwrap();
    assert_eq!(jpeg[frame + 11], 0x22);
}
