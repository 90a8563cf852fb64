//! PDFs of pictures: that they show the picture, upright and whole, and tell nothing else.

use idw_documents::{DocumentError, MediaType, inspect, picture_page, strip_metadata, thumbnail};
use image::RgbImage;

use crate::corpus::jpeg::{self, Colours, Form};
use crate::corpus::{exif, pdf, png};
use crate::worker::patient;

/// The page, a pixel for each point.
fn page(pdf: &[u8]) -> RgbImage {
    image::load_from_memory(&thumbnail(pdf, 842).unwrap()).unwrap().into_rgb8()
}

/// The part of the page that is not white: left, top, width and height.
fn inked(page: &RgbImage) -> [u32; 4] {
    let is_inked = |x: u32, y: u32| page.get_pixel(x, y).0.iter().any(|colour| *colour < 250);
    let points = || page.enumerate_pixels().map(|(x, y, _)| (x, y)).filter(|(x, y)| is_inked(*x, *y));
    let (left, right) = (points().map(|at| at.0).min().unwrap(), points().map(|at| at.0).max().unwrap());
    let (top, bottom) = (points().map(|at| at.1).min().unwrap(), points().map(|at| at.1).max().unwrap());
    [left, top, right - left + 1, bottom - top + 1]
}

/// A picture whose corners differ: red, green, blue, and black.
fn corners(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, y| match (x < width / 2, y < height / 2) {
        (true, true) => image::Rgb([220, 20, 20]),
        (false, true) => image::Rgb([20, 200, 20]),
        (true, false) => image::Rgb([20, 20, 220]),
        (false, false) => image::Rgb([10, 10, 10]),
    })
}

fn encoded(picture: &RgbImage, format: image::ImageFormat) -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    picture.write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

fn check_near(found: image::Rgb<u8>, expected: image::Rgb<u8>, name: &str) {
    let is_near = found.0.iter().zip(expected.0).all(|(a, b)| a.abs_diff(b) < 16);
    assert!(is_near, "{name}: {found:?} for {expected:?}");
}

/// Checks how large a picture stands on its page, in points. Its edges need not meet those of pixels.
fn check_size(pdf: &[u8], expected: [u32; 2], name: &str) {
    let [.., width, height] = inked(&page(pdf));
    assert!(width.abs_diff(expected[0]) <= 2 && height.abs_diff(expected[1]) <= 2, "{name}: {width} by {height}");
}

/// Checks that the middle of each quarter of the inked part has the colour that it has in `picture`.
fn check_shows(pdf: &[u8], picture: &RgbImage, name: &str) {
    let page = page(pdf);
    let [left, top, width, height] = inked(&page);
    for (across, down) in [(1, 1), (3, 1), (1, 3), (3, 3)] {
        let found = page.get_pixel(left + width * across / 4, top + height * down / 4);
        let expected = picture.get_pixel(picture.width() * across / 4, picture.height() * down / 4);
        check_near(*found, *expected, name);
    }
}

#[test]
fn a_picture_fills_its_page_and_stands_upright() {
    let stored = encoded(&corners(1_600, 1_200), image::ImageFormat::Jpeg);
    for up in 1..=8 {
        let segment = (0xE1, [b"Exif\0\0".as_slice(), &exif::orientations(up)[0]].concat());
        let taken = jpeg::with_segments(&stored, &[segment]);
        let upright = image::load_from_memory(&thumbnail(&taken, 400).unwrap()).unwrap().into_rgb8();
        let pdf = picture_page(&taken).unwrap();
        check_shows(&pdf, &upright, &format!("orientation {up}"));
        let page = page(&pdf);
        assert_eq!(page.width() > page.height(), upright.width() > upright.height(), "orientation {up}");
        let [left, top, width, height] = inked(&page);
        assert!(left.min(top) >= 27 && width.max(height) > 690, "orientation {up}: {:?}", [left, top, width, height]);
    }
}

#[test]
fn a_jpeg_goes_in_as_it_is_and_tells_nothing() {
    let taken = jpeg::with_segments(&jpeg::noise(640, 480), &[(0xE1, exif::phone(6)), (0xFE, b"At home".to_vec())]);
    let pdf = picture_page(&taken).unwrap();
    let stripped = strip_metadata(&taken).unwrap().bytes;
    assert!(pdf.windows(stripped.len()).any(|part| part == stripped));
    assert_eq!(inspect(&pdf).unwrap().metadata, []);
    assert_eq!(pdf, picture_page(&stripped).unwrap(), "the same whether it was cleaned before or not");
    assert_eq!(pdf, patient().picture_page(&taken[..]).unwrap(), "the confined worker makes the same");
}

#[test]
fn a_png_stays_as_it_is_on_white() {
    let drawn = corners(200, 300);
    let pdf = picture_page(&encoded(&drawn, image::ImageFormat::Png)).unwrap();
    check_shows(&pdf, &drawn, "PNG");
    check_size(&pdf, [200, 300], "a small picture is not made larger");
    let clear = image::RgbaImage::from_fn(64, 64, |x, _| image::Rgba([0, 0, 0, if x < 32 { 255 } else { 0 }]));
    let mut bytes = std::io::Cursor::new(Vec::new());
    clear.write_to(&mut bytes, image::ImageFormat::Png).unwrap();
    let bytes = bytes.into_inner();
    let pdf = picture_page(&bytes).unwrap();
    check_size(&pdf, [32, 64], "what is transparent is white");
    assert_eq!(pdf, patient().picture_page(&bytes[..]).unwrap(), "the confined worker makes the same");
    for odd in [png::plain(9, 7), encoded_grey(33, 21)] {
        let pdf = picture_page(&odd).unwrap();
        assert_eq!(inspect(&pdf).unwrap().pages, Some(1));
    }
}

fn encoded_grey(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    let grey = image::GrayImage::from_fn(width, height, |x, _| image::Luma([u8::try_from(x).unwrap()]));
    grey.write_to(&mut bytes, image::ImageFormat::Png).unwrap();
    bytes.into_inner()
}

#[test]
fn colours_are_shown_whatever_their_form() {
    for colours in [Colours::Colour, Colours::Grey, Colours::Inks] {
        let stored = jpeg::of_form(Form { colours, ..Form::default() }, 640, 480);
        let shown = image::load_from_memory(&thumbnail(&stored, 600).unwrap()).unwrap().into_rgb8();
        let page = page(&picture_page(&stored).unwrap());
        let [left, top, width, height] = inked(&page);
        let found = image::imageops::crop_imm(&page, left, top, width, height).to_image();
        check_near(mean(&found), mean(&shown), &format!("{colours:?}"));
    }
}

fn mean(picture: &RgbImage) -> image::Rgb<u8> {
    let count = u64::from(picture.width()) * u64::from(picture.height());
    let sum = |colour: usize| picture.pixels().map(|pixel| u64::from(pixel.0[colour])).sum::<u64>();
    image::Rgb([0, 1, 2].map(|colour| u8::try_from(sum(colour) / count).unwrap()))
}

#[test]
fn colours_that_only_their_names_tell_are_shown_as_they_are() {
    let picture = corners(640, 480);
    let mut stored = Vec::new();
    let mut encoder = jpeg_encoder::Encoder::new(&mut stored, 95);
    encoder.set_sampling_factor(jpeg_encoder::SamplingFactor::F_1_1);
    // Taken for brightness and colour, they are written as they are.
    encoder.encode(picture.as_raw(), 640, 480, jpeg_encoder::ColorType::Ycbcr).unwrap();
    let jfif = 2..2 + 2 + usize::from(u16::from_be_bytes([stored[4], stored[5]]));
    assert_eq!(stored[2..4], [0xFF, 0xE0]);
    stored.drain(jfif);
    let marker = |kind: u8| stored.windows(2).position(|pair| pair == [0xFF, kind]).unwrap();
    let (frame, scan) = (marker(0xC0), marker(0xDA));
    for (at, name) in (0..).zip(*b"RGB") {
        stored[frame + 10 + 3 * at] = name;
        stored[scan + 5 + 2 * at] = name;
    }
    check_shows(&picture_page(&stored).unwrap(), &picture, "red, green and blue");
}

#[test]
fn what_is_no_picture_is_refused() {
    assert_eq!(picture_page(&pdf::plain()), Err(DocumentError::NotAPicture { media_type: MediaType::Pdf }));
    assert_eq!(picture_page(b""), Err(DocumentError::Empty));
    let half = &jpeg::plain(320, 200)[..600];
    assert!(picture_page(half).is_err());
}
