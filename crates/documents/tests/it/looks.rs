//! What decides how a picture looks stays when the rest goes: which way is up, how large it is on paper, its colours.

use std::io::Cursor;

use idw_documents::{shrink, thumbnail};
use image::{ColorType, ImageDecoder as _, ImageReader};

use crate::corpus::jpeg::{self, Colours, Form};
use crate::corpus::{exif, png};
use crate::same_pixels::strip;

fn exif_segment(tiff: &[u8]) -> (u8, Vec<u8>) {
    (0xE1, [b"Exif\0\0", tiff].concat())
}

fn size(picture: &[u8]) -> (u32, u32) {
    let picture = image::load_from_memory(picture).unwrap();
    (picture.width(), picture.height())
}

/// What another program reads.
fn orientation(picture: &[u8]) -> u8 {
    let decoder = ImageReader::new(Cursor::new(picture)).with_guessed_format().unwrap();
    decoder.into_decoder().unwrap().orientation().unwrap().to_exif()
}

fn has_profile(picture: &[u8]) -> bool {
    let decoder = ImageReader::new(Cursor::new(picture)).with_guessed_format().unwrap();
    decoder.into_decoder().unwrap().icc_profile().unwrap().is_some()
}

#[test]
fn a_picture_stands_upright_whatever_number_type_its_camera_wrote() {
    for up in 1..=8 {
        for tiff in exif::orientations(up) {
            let taken = jpeg::with_segments(&jpeg::plain(96, 64), &[exif_segment(&tiff)]);
            assert_eq!(orientation(&strip(&taken).unwrap().bytes), up, "{tiff:?}");
            let is_turned = up > 4;
            assert_eq!(size(&thumbnail(&taken, 48).unwrap()), if is_turned { (32, 48) } else { (48, 32) });
            assert_eq!(size(&shrink(&taken, 50_000).unwrap().bytes), if is_turned { (64, 96) } else { (96, 64) });
            let drawn = png::with_chunks(&png::plain(96, 64), &[(b"eXIf", tiff)]);
            assert_eq!(orientation(&strip(&drawn).unwrap().bytes), up);
            assert_eq!(size(&thumbnail(&drawn, 48).unwrap()), if is_turned { (32, 48) } else { (48, 32) });
        }
    }
}

/// A JFIF header's unit and density, if there is such a header.
fn jfif_density(picture: &[u8]) -> Option<(u8, u16, u16)> {
    let at = picture.windows(5).position(|name| name == b"JFIF\0")?;
    let number = |from: usize| u16::from_be_bytes([picture[at + from], picture[at + from + 1]]);
    Some((picture[at + 7], number(8), number(10)))
}

#[test]
fn the_size_on_paper_stays_wherever_it_is_written() {
    let plain = jpeg::plain(96, 64);
    // The header is the first segment, of 16 bytes.
    let without_jfif = [&plain[..2], &plain[20..]].concat();
    let jfif = |unit: u8, density: u8| {
        jpeg::segment(0xE0, &[b"JFIF\0\x01\x02", &[unit, 0, density, 0, density][..], &[0, 0]].concat())
    };
    let exif = jpeg::segment(0xE1, &[b"Exif\0\0", &exif::with_density(300, 2)[..]].concat());
    let check = |name: &str, segments: &[&[u8]], jfif: Option<(u8, u16, u16)>, in_exif: bool| {
        let taken = [&without_jfif[..2], &segments.concat(), &without_jfif[2..]].concat();
        let stripped = strip(&taken).unwrap().bytes;
        assert_eq!(jfif_density(&stripped), jfif, "{name}");
        let ratio = [300_u32.to_be_bytes(), 1_u32.to_be_bytes()].concat();
        assert_eq!(stripped.windows(8).any(|bytes| bytes == ratio), in_exif, "{name}");
    };
    check("JFIF, then Exif", &[&jfif(1, 200), &exif], Some((1, 200, 200)), false);
    check("Exif, then JFIF", &[&exif, &jfif(1, 200)], Some((1, 200, 200)), false);
    check("JFIF in centimetres", &[&exif, &jfif(2, 118)], Some((2, 118, 118)), false);
    check("Exif alone", &[&exif], None, true);
    check("Exif, and JFIF that gives only the shape of a pixel", &[&jfif(0, 1), &exif], Some((0, 1, 1)), true);
    check("neither", &[], None, false);
    let drawn = png::with_chunks(&png::plain(9, 9), &[(b"eXIf", exif::with_density(300, 2))]);
    let ratio = [300_u32.to_be_bytes(), 1_u32.to_be_bytes()].concat();
    assert!(strip(&drawn).unwrap().bytes.windows(8).any(|bytes| bytes == ratio));
    let said_twice = png::with_chunks(&drawn, &[(b"pHYs", vec![0, 0, 0x2E, 0x23, 0, 0, 0x2E, 0x23, 1])]);
    assert!(!strip(&said_twice).unwrap().bytes.windows(8).any(|bytes| bytes == ratio), "a PNG's own word counts");
}

#[test]
fn a_smaller_copy_keeps_a_colour_profile_only_if_it_is_for_its_colours() {
    let profile = |space: [u8; 4]| (0xE2, [b"ICC_PROFILE\0\x01\x01".as_slice(), &jpeg::profile(space)].concat());
    let check = |colours: Colours, space: [u8; 4], kept: bool| {
        let picture = jpeg::of_form(Form { colours, ..Form::default() }, 96, 64);
        let small = shrink(&jpeg::with_segments(&picture, &[profile(space)]), 50_000).unwrap();
        assert_eq!(has_profile(&small.bytes), kept, "{colours:?}");
        let expected = if colours == Colours::Grey { ColorType::L8 } else { ColorType::Rgb8 };
        assert_eq!(image::load_from_memory(&small.bytes).unwrap().color(), expected);
    };
    check(Colours::Colour, *b"RGB ", true);
    check(Colours::Colour, *b"GRAY", false);
    check(Colours::Colour, *b"CMYK", false);
    check(Colours::Grey, *b"GRAY", true);
    check(Colours::Grey, *b"RGB ", false);
    check(Colours::Inks, *b"CMYK", false);
    check(Colours::Inks, *b"RGB ", false);
}

#[test]
fn a_grey_picture_with_transparency_stays_grey_and_keeps_its_profile() {
    let mut grey = Cursor::new(Vec::new());
    let pixels = image::GrayAlphaImage::from_fn(40, 30, |x, y| image::LumaA([u8::try_from(x + y).unwrap(), 200]));
    image::DynamicImage::from(pixels).write_to(&mut grey, image::ImageFormat::Png).unwrap();
    let compressed = crate::hostile::deflate(&jpeg::profile(*b"GRAY"));
    let chunk = [b"grey\0\0".as_slice(), &compressed].concat();
    let small = shrink(&png::with_chunks(&grey.into_inner(), &[(b"iCCP", chunk)]), 50_000).unwrap();
    assert!(has_profile(&small.bytes));
    assert_eq!(image::load_from_memory(&small.bytes).unwrap().color(), ColorType::L8);
}

#[test]
fn printing_colours_without_a_profile_are_guessed_and_that_is_told() {
    let inks = jpeg::of_form(Form { colours: Colours::Inks, ..Form::default() }, 96, 64);
    assert!(shrink(&inks, 50_000).unwrap().guessed_colours);
    assert!(!shrink(&jpeg::plain(96, 64), 50_000).unwrap().guessed_colours);
}

#[test]
fn ink_is_dark_and_paper_is_light() {
    // Cyan and black ink on the left, paper on the right; stored as Adobe's programs do.
    let pixels: Vec<u8> = (0..64 * 64).flat_map(|at| if at % 64 < 32 { [255, 0, 0, 128] } else { [0; 4] }).collect();
    let mut jpeg = Vec::new();
    jpeg_encoder::Encoder::new(&mut jpeg, 95).encode(&pixels, 64, 64, jpeg_encoder::ColorType::Cmyk).unwrap();
    let shown = image::load_from_memory(&shrink(&jpeg, 50_000).unwrap().bytes).unwrap().into_rgb8();
    let near = |at: (u32, u32), expected: [u8; 3]| {
        let found = shown.get_pixel(at.0, at.1).0;
        assert!(found.iter().zip(expected).all(|(a, b)| a.abs_diff(b) < 12), "{found:?} at {at:?}");
    };
    near((10, 32), [0, 127, 127]);
    near((54, 32), [255, 255, 255]);
}
