//! What recordings say besides what is heard. It is looked for, not parsed: it stays, so nothing depends on its form.

use crate::MediaType;
use crate::metadata::{Findings, MetadataFound, MetadataKind, words};

/// Length of an ID3v1 tag, which stands at the very end.
const ID3V1_LEN_BYTES: usize = 128;

/// What a recording gives away.
pub(crate) fn metadata(bytes: &[u8], media_type: MediaType) -> Vec<MetadataFound> {
    let mut findings = Findings::default();
    let has = |what: &[u8]| bytes.windows(what.len()).any(|window| window == what);
    let is_tagged = match media_type {
        MediaType::Mpeg => {
            let last = bytes.len().checked_sub(ID3V1_LEN_BYTES).map(|at| &bytes[at..]);
            bytes.starts_with(b"ID3") || last.is_some_and(|last| last.starts_with(b"TAG"))
        }
        // The atoms of iTunes and QuickTime: the list of items, and where it was recorded (also 3GPP TS 26.244, 8.9).
        MediaType::Mp4 => {
            if has(b"\xA9xyz") || has(b"loci") {
                findings.add(MetadataKind::Location, words::LOCATION);
            }
            has(b"ilst")
        }
        // Every Vorbis or Opus stream has a comment header, which names at least the program (RFC 7845, 5.2).
        MediaType::Ogg => has(b"\x03vorbis") || has(b"OpusTags"),
        // RIFF lists of information; the broadcast extension (EBU Tech 3285) has originator, place and time.
        MediaType::Wav => {
            if has(b"bext") {
                findings.add(MetadataKind::Time, "time of making");
            }
            has(b"INFO") || has(b"bext") || has(b"id3 ")
        }
        _ => false,
    };
    if is_tagged {
        findings.add(MetadataKind::Other, words::TAGS);
    }
    findings.into_list()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::metadata::in_words;

    #[test]
    fn tags_are_noticed() {
        let check = |bytes: &[u8], media_type: MediaType, expected: &str| {
            assert_eq!(in_words(&metadata(bytes, media_type)), expected, "{bytes:?}");
        };
        let tags = "title, artist and the like";
        check(b"ID3\x04\0\0", MediaType::Mpeg, tags);
        check(&[&[0xFF, 0xFB][..], &[0; 200], b"TAG", &[0; 125]].concat(), MediaType::Mpeg, tags);
        check(&[0xFF, 0xFB, 0, 0], MediaType::Mpeg, "");
        check(b"..moov..udta..\xA9xyz+51..ilst", MediaType::Mp4, &format!("location and {tags}"));
        check(b"ftypM4A ", MediaType::Mp4, "");
        check(b"OggS..OpusHead..OpusTags", MediaType::Ogg, tags);
        check(b"RIFF..WAVEfmt ..LIST..INFOIART", MediaType::Wav, tags);
        check(b"RIFF..WAVEfmt ..bext", MediaType::Wav, &format!("time of making and {tags}"));
        check(b"RIFF..WAVEfmt ..data", MediaType::Wav, "");
    }
}
