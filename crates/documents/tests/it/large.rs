//! Photographs as large as telephones take them, through a worker with the limits that ship.

use idw_documents::{Worker, inspect};

use crate::corpus::{exif, jpeg, png};
use crate::worker::PROGRAM;

/// Makes both of what is made of a picture, and checks the size and that the right half is the lighter one, as taken.
fn check(name: &str, picture: &[u8], upright: (u32, u32), least_difference: u8) {
    let worker = Worker::new(PROGRAM);
    let (width, height) = upright;
    let small = worker.thumbnail(picture, 224).unwrap_or_else(|error| panic!("{name}, thumbnail: {error}"));
    let small = image::load_from_memory(&small).unwrap();
    assert_eq!(small.width().max(small.height()), 224, "{name}");
    assert_eq!(small.width() > small.height(), width > height, "{name} stands upright");
    let small = small.into_luma8();
    // Turned by a quarter to the right, the lighter half is below.
    let lighter = small.get_pixel(small.width() * 3 / 4, small.height() * 3 / 4).0[0];
    let darker = small.get_pixel(small.width() / 4, small.height() / 4).0[0];
    assert!(lighter >= darker + least_difference, "{name}: {darker} and {lighter}");
    let shrunk = worker.shrink(picture, 200_000).unwrap_or_else(|error| panic!("{name}, shrunk: {error}"));
    assert_eq!(shrunk.width > shrunk.height, width > height, "{name} stands upright");
    assert!(shrunk.width.max(shrunk.height) >= 1_000, "{name}: {} by {}", shrunk.width, shrunk.height);
}

fn held_upright(picture: &[u8]) -> Vec<u8> {
    jpeg::with_segments(picture, &[(0xE1, exif::phone(6))])
}

#[test]
fn photographs_of_48_and_50_megapixels_held_upright_are_shown_and_made_smaller() {
    check("48 megapixels", &held_upright(&jpeg::large(8_064, 6_048, false)), (6_048, 8_064), 10);
    check("50 megapixels", &held_upright(&jpeg::large(8_160, 6_120, false)), (6_120, 8_160), 10);
}

#[test]
fn a_photograph_of_108_megapixels_is_shown_and_made_smaller() {
    check("108 megapixels", &held_upright(&jpeg::large(12_000, 9_000, false)), (9_000, 12_000), 10);
}

#[test]
fn a_progressive_photograph_of_108_megapixels_is_shown_and_made_smaller() {
    check("108 megapixels, progressive", &held_upright(&jpeg::large(12_000, 9_000, true)), (9_000, 12_000), 10);
}

#[test]
fn a_png_of_108_megapixels_is_shown_and_made_smaller() {
    let grey = png::claiming(12_000, 9_000, 8, 0, &deflated_zeros_exactly(9_000 * 12_001));
    check("108 megapixels, PNG", &grey, (12_000, 9_000), 0);
}

#[test]
fn large_pictures_are_what_they_claim() {
    for is_progressive in [false, true] {
        let found = inspect(&jpeg::large(2_000, 1_000, is_progressive)).unwrap();
        assert_eq!((found.width, found.height), (Some(2_000), Some(1_000)));
        let shown = image::load_from_memory(&jpeg::large(2_000, 1_000, is_progressive)).unwrap().into_luma8();
        assert!(shown.get_pixel(1_900, 500).0[0] > shown.get_pixel(100, 500).0[0] + 10);
    }
}

/// As many zeros and not one more, which no picture may have.
fn deflated_zeros_exactly(count: usize) -> Vec<u8> {
    use std::io::Write as _;
    let mut deflating = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
    let zeros = vec![0; 1 << 20];
    let mut left = count;
    while left > 0 {
        let len = left.min(zeros.len());
        deflating.write_all(&zeros[..len]).unwrap();
        left -= len;
    }
    deflating.finish().unwrap()
}
