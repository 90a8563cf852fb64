//! What a file is: its bytes say so, its name is not asked.

use crate::foreign::{hidden_in, opens_a_page};
use crate::{FileKind, MediaType, pdf};

/// The type of a file that begins with `head` (8 KiB are plenty), if attributes can hold it.
///
/// Stricter than a look at the first few bytes, so that one file cannot be two things:
///
/// - a JPEG's first segment has to be one that a JPEG can begin with, and a PNG's first chunk its header;
/// - a PDF's header may stand within the first 1,024 bytes, where viewers look for it, but only behind what is no file of
///   another kind;
/// - an MP4 has to say that it is audio and an Ogg has to hold an audio codec: both are film containers too;
/// - no file may have a web page's opening tag where browsers look for one.
///
/// What is hidden further in or at the end, [`inspect`](crate::inspect()) finds.
pub fn sniff(head: &[u8]) -> Option<MediaType> {
    if opens_a_page(head) {
        return None;
    }
    sniff_leniently(head)
}

/// What a file is that begins with `head`, whether or not [`sniff`] takes it.
pub fn describe(head: &[u8]) -> FileKind {
    if let Some(media_type) = sniff(head) {
        return FileKind::Taken(media_type);
    }
    if opens_a_page(head) {
        return FileKind::WebPage;
    }
    match infer::get(head).map(|found| found.mime_type()) {
        Some("image/jpeg") => FileKind::DamagedJpeg,
        Some("image/png") => FileKind::DamagedPng,
        Some(film) if film.starts_with("video/") => FileKind::Film,
        Some("application/zip") => FileKind::Zip,
        Some("application/pdf") => FileKind::PrefixedPdf,
        Some(mime_type) => FileKind::of_picture(mime_type).unwrap_or_else(|| FileKind::Other(mime_type.to_owned())),
        None if std::str::from_utf8(head).is_ok() => FileKind::Text,
        None => FileKind::Unknown,
    }
}

/// [`sniff`] without the search for a page, for saying what a disguised file pretends to be.
pub(crate) fn sniff_leniently(head: &[u8]) -> Option<MediaType> {
    let Some(found) = infer::get(head) else {
        // It looks a little less far for a PDF's header than viewers do.
        return begins_as_pdf(head).then_some(MediaType::Pdf);
    };
    match found.mime_type() {
        "image/jpeg" => begins_as_jpeg(head).then_some(MediaType::Jpeg),
        "image/png" => begins_as_png(head).then_some(MediaType::Png),
        "application/pdf" => begins_as_pdf(head).then_some(MediaType::Pdf),
        "audio/mpeg" => Some(MediaType::Mpeg),
        "audio/m4a" | "audio/mp4" | "video/mp4" | "video/x-m4v" => is_mp4_audio(head).then_some(MediaType::Mp4),
        "audio/ogg" | "audio/opus" | "video/ogg" => is_ogg_audio(head).then_some(MediaType::Ogg),
        "audio/x-wav" | "audio/wav" => Some(MediaType::Wav),
        _ => None,
    }
}

/// SOI, then an application segment, a comment, a table or a frame header (ITU-T T.81, B.2.1), of which each may have fill
/// bytes before it (B.1.1.2).
fn begins_as_jpeg(head: &[u8]) -> bool {
    let next = head.iter().skip(3).find(|byte| **byte != 0xFF);
    head.starts_with(&[0xFF, 0xD8, 0xFF])
        && next.is_some_and(|marker| matches!(marker, 0xC0..=0xCF | 0xDB..=0xEF | 0xFE))
}

/// The header first, or Apple's mark before it, which is told when the file is opened.
fn begins_as_png(head: &[u8]) -> bool {
    let first = head.get(8..16);
    first.is_some_and(|first| first == b"\0\0\0\rIHDR" || first == b"\0\0\0\x04CgBI")
}

/// Whether a PDF's header is there, behind nothing but blank lines, a byte order mark or what a mail program left.
fn begins_as_pdf(head: &[u8]) -> bool {
    pdf::header_at(head).is_some_and(|at| {
        let before = &head[..at];
        infer::get(before).is_none() && hidden_in(&[], before, []).is_none()
    })
}

/// Whether the `ftyp` box names an audio brand, as its own or among the compatible ones (ISO/IEC 14496-12, 4.3).
fn is_mp4_audio(head: &[u8]) -> bool {
    let Some((size, [b'f', b't', b'y', b'p', brands @ ..])) = head.split_first_chunk::<4>() else { return false };
    let brands_len = usize::try_from(u32::from_be_bytes(*size)).unwrap_or(usize::MAX).saturating_sub(8);
    let brands = &brands[..brands.len().min(brands_len)];
    brands.chunks_exact(4).any(|brand| matches!(brand, b"M4A " | b"M4B " | b"M4P "))
}

/// Whether the first page of the stream begins an audio codec (RFC 3533, §6; RFC 7845, §5.1).
fn is_ogg_audio(head: &[u8]) -> bool {
    let Some(segments) = head.get(26).map(|&count| usize::from(count)) else { return false };
    let packet = head.get(27 + segments..).unwrap_or_default();
    [b"OpusHead".as_slice(), b"\x01vorbis", b"Speex   ", b"\x7fFLAC"].iter().any(|codec| packet.starts_with(codec))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Remedy;

    fn ogg(packet: &[u8]) -> Vec<u8> {
        [b"OggS".as_slice(), &[0; 22], &[1, 19], packet].concat()
    }

    #[test]
    fn the_bytes_decide() {
        let check = |head: &[u8], expected: Option<MediaType>| assert_eq!(sniff(head), expected, "{head:?}");
        check(&[0xFF, 0xD8, 0xFF, 0xE0, 0, 16, b'J', b'F', b'I', b'F'], Some(MediaType::Jpeg));
        check(&[0xFF, 0xD8, 0xFF, 0xFF, 0xFF, 0xE0, 0, 16], Some(MediaType::Jpeg));
        check(&[0xFF, 0xD8, 0xFF, 0xD9], None);
        check(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", Some(MediaType::Png));
        check(b"\x89PNG\r\n\x1a\n\0\0\0\x05tEXt", None);
        check(b"%PDF-1.4\n", Some(MediaType::Pdf));
        check(b"MZ %PDF-1.4\n", None);
        check(b"\n%PDF-1.4\n", Some(MediaType::Pdf));
        check(b"\xef\xbb\xbf%PDF-1.4\n", Some(MediaType::Pdf));
        check(b"%PDF-x\n", None);
        check(b"%PDF-1.4\n<script>", None);
        check(b"ID3\x04\0\0\0\0\0\0", Some(MediaType::Mpeg));
        check(b"RIFF\x24\0\0\0WAVEfmt ", Some(MediaType::Wav));
        check(b"\0\0\0\x18ftypM4A \0\0\0\0isommp42", Some(MediaType::Mp4));
        check(b"\0\0\0\x18ftypmp42\0\0\0\0M4A isom", Some(MediaType::Mp4));
        check(b"\0\0\0\x18ftypmp42\0\0\0\0isommp42", None);
        check(&ogg(b"OpusHead\x01"), Some(MediaType::Ogg));
        check(&ogg(b"\x01vorbis"), Some(MediaType::Ogg));
        check(&ogg(b"\x80theora"), None);
        check(b"GIF89a", None);
        check(b"<html>", None);
        check(b"", None);
    }

    #[test]
    fn whoever_has_another_kind_of_picture_learns_how_to_save_it_as_one_that_is_taken() {
        let heads =
            [&b"GIF89a\0\0"[..], b"RIFF\x24\0\0\0WEBPVP8 ", b"II*\0\x08\0\0\0\x01\0\0\0", b"BM\x46\0\0\0\0\0\0\0"];
        for head in heads {
            assert_eq!(describe(head).remedy(), Some(Remedy::SavePicture), "{head:?}");
        }
        assert_eq!(describe(b"\0\0\0\x18ftypheic\0\0\0\0mif1heic").remedy(), Some(Remedy::SaveHeic));
        assert_eq!(describe(b"hello there").remedy(), None);
    }

    #[test]
    fn what_is_not_taken_has_a_name() {
        let check = |head: &[u8], expected: &str| assert_eq!(describe(head).to_string(), expected);
        check(b"GIF89a\0\0", "a GIF picture");
        check(b"hello there", "plain text");
        check(b"<!DOCTYPE html><html>", "a web page");
        check(&[0xFF, 0xD8, 0xFF, 0xD9], "a JPEG picture that is damaged");
        check(b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "a HEIC picture");
        check(b"RIFF\x24\0\0\0WEBPVP8 ", "a WebP picture");
        check(b"II*\0\x08\0\0\0\x01\0\0\0", "a TIFF picture");
        check(b"BM\x46\0\0\0\0\0\0\0", "a BMP picture");
        check(b"junk%PDF-1.4", "a PDF");
        check(&[0xFE, 0xED, 0x00, 0x99], "of an unknown type");
        check(b"%PDF-1.7", "a PDF");
    }
}
