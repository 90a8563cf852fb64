//! Thumbnails and smaller copies.

use idw_documents::{DocumentError, MediaType, inspect, shrink, thumbnail};

use crate::corpus::{exif, jpeg, pdf, png};

fn size(picture: &[u8]) -> (u32, u32) {
    let picture = image::load_from_memory(picture).unwrap();
    (picture.width(), picture.height())
}

#[test]
fn a_thumbnail_fits_and_stands_upright() {
    assert_eq!(size(&thumbnail(&jpeg::plain(320, 160), 64).unwrap()), (64, 32));
    assert_eq!(size(&thumbnail(&png::plain(30, 20), 64).unwrap()), (30, 20), "never larger");
    let turned = jpeg::with_segments(&jpeg::plain(320, 160), &[(0xE1, exif::phone(6))]);
    assert_eq!(size(&thumbnail(&turned, 64).unwrap()), (32, 64));
    assert_eq!(inspect(&thumbnail(&turned, 64).unwrap()).unwrap().metadata, []);
}

#[test]
fn the_first_page_of_a_pdf_is_drawn_on_white() {
    let page = image::load_from_memory(&thumbnail(&pdf::plain(), 64).unwrap()).unwrap().into_rgb8();
    assert_eq!(page.dimensions(), (64, 32));
    assert_eq!(page.get_pixel(10, 16).0, [255, 255, 255]);
    assert_eq!(page.get_pixel(50, 16).0, [0, 0, 0]);
}

#[test]
fn a_recording_has_no_thumbnail() {
    let silence = b"RIFF\x24\0\0\0WAVEfmt \x10\0\0\0";
    assert_eq!(thumbnail(silence, 64), Err(DocumentError::NothingToShow { media_type: MediaType::Wav }));
}

#[test]
fn a_picture_is_made_to_fit() {
    let large = jpeg::noise(640, 480);
    for target_bytes in [150_000, 60_000, 20_000] {
        assert!(large.len() as u64 > target_bytes, "{}", large.len());
        let small = shrink(&large, target_bytes).unwrap();
        assert!(small.bytes.len() as u64 <= target_bytes);
        assert!(small.bytes.len() as u64 > target_bytes / 3, "no smaller than needed: {}", small.bytes.len());
        assert_eq!(size(&small.bytes), (small.width, small.height));
    }
    assert_eq!(shrink(&large, 500), Err(DocumentError::CannotShrink { target_bytes: 500 }));
    assert!(matches!(shrink(&pdf::plain(), 500), Err(DocumentError::NotAPicture { .. })));
}

#[test]
fn a_smaller_copy_tells_nothing_and_stands_upright() {
    let taken = jpeg::with_segments(&jpeg::noise(400, 200), &[(0xE1, exif::phone(6))]);
    let small = shrink(&taken, 30_000).unwrap();
    assert!(small.height > small.width);
    assert_eq!(inspect(&small.bytes).unwrap().metadata, []);
}
