//! What a phone picture costs: `cargo bench -p idw-documents`.

use std::hint::black_box;
use std::io::Cursor;

use divan::Bencher;
use divan::counter::BytesCount;
use idw_documents::{inspect, shrink, strip_metadata, thumbnail};
use image::codecs::jpeg::JpegEncoder;
use image::{ExtendedColorType, ImageEncoder as _};

fn main() {
    divan::main();
}

/// A colour change with some noise, as sensors make it; `noise` decides how many bytes it takes.
fn picture(width: u32, height: u32, noise: u8) -> Vec<u8> {
    let mut state = 1_u32;
    let mut pixels = Vec::with_capacity((width * height * 3) as usize);
    for at in 0..width * height * 3 {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let [random, ..] = state.to_be_bytes();
        let [.., shade] = (at / width / 36).to_be_bytes();
        pixels.push(shade / 2 + random % noise);
    }
    let mut jpeg = Cursor::new(Vec::new());
    JpegEncoder::new_with_quality(&mut jpeg, 90)
        .write_image(&pixels, width, height, ExtendedColorType::Rgb8)
        .expect("a picture of a usual size");
    jpeg.into_inner()
}

/// 12 megapixels, some 8 MB, with a comment to take out.
fn phone_picture() -> Vec<u8> {
    let plain = picture(4_000, 3_000, 40);
    [&plain[..20], b"\xff\xfe\x00\x07hello", &plain[20..]].concat()
}

#[divan::bench(sample_count = 20)]
fn strip_8_mb_jpeg(bencher: Bencher<'_, '_>) {
    let jpeg = phone_picture();
    bencher.counter(BytesCount::of_slice(&jpeg)).bench(|| strip_metadata(black_box(&jpeg)));
}

#[divan::bench(sample_count = 20)]
fn inspect_8_mb_jpeg(bencher: Bencher<'_, '_>) {
    let jpeg = phone_picture();
    bencher.counter(BytesCount::of_slice(&jpeg)).bench(|| inspect(black_box(&jpeg)));
}

#[divan::bench(sample_count = 10)]
fn thumbnail_12_megapixels(bencher: Bencher<'_, '_>) {
    let jpeg = phone_picture();
    bencher.bench(|| thumbnail(black_box(&jpeg), 256));
}

#[divan::bench(sample_count = 5)]
fn shrink_12_megapixels_to_a_quarter(bencher: Bencher<'_, '_>) {
    let jpeg = phone_picture();
    let target_bytes = jpeg.len() as u64 / 4;
    bencher.bench(|| shrink(black_box(&jpeg), target_bytes));
}
