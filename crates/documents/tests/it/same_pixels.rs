//! What must hold for every picture that is stripped, whatever it is: every test here strips through this.

use std::io::Cursor;

use idw_documents::{DocumentError, MediaType, Stripped, sniff, strip_metadata};

/// Strips a picture, and checks that every decoder that shows it shows the same afterwards, that nothing is left to take
/// out, and that what was told is what was taken out.
pub(crate) fn strip(picture: &[u8]) -> Result<Stripped, DocumentError> {
    let stripped = strip_metadata(picture)?;
    for (name, decode) in DECODERS {
        if let Some(before) = decode(picture) {
            assert!(decode(&stripped.bytes) == Some(before), "{name} shows another picture after it was stripped");
        }
    }
    assert!(shown_by_image(&stripped.bytes).is_some(), "what was taken can be shown");
    let again = strip_metadata(&stripped.bytes).expect("a stripped picture is a picture");
    assert!(again.bytes == stripped.bytes, "stripping twice is stripping once");
    assert_eq!(again.removed, [], "nothing is left");
    Ok(stripped)
}

type Decode = fn(&[u8]) -> Option<Pixels>;

/// Width, height and colours.
type Pixels = (u32, u32, Vec<u8>);

/// Each written by other people, with a mind of its own about what is damaged.
const DECODERS: [(&str, Decode); 2] = [("image", shown_by_image), ("jpeg-decoder", shown_by_jpeg_decoder)];

fn shown_by_image(picture: &[u8]) -> Option<Pixels> {
    let shown = image::load_from_memory(picture).ok()?;
    Some((shown.width(), shown.height(), shown.into_bytes()))
}

fn shown_by_jpeg_decoder(picture: &[u8]) -> Option<Pixels> {
    if sniff(picture) != Some(MediaType::Jpeg) {
        return None;
    }
    let mut decoder = jpeg_decoder::Decoder::new(Cursor::new(picture));
    let pixels = decoder.decode().ok()?;
    let info = decoder.info()?;
    Some((info.width.into(), info.height.into(), pixels))
}
