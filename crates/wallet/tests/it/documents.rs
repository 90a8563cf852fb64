use idw_wallet::{Metadata, Problem};

use crate::{fixture, jpeg, passport};

#[test]
fn what_goes_in_comes_out() {
    let fixture = fixture();
    let bytes: Vec<u8> = jpeg(9).into_iter().chain((0..3_000_000_u32).map(|n| (n % 251) as u8)).collect();
    let added = fixture.wallet.add_document("/somewhere/big.jpg", &mut bytes.as_slice(), Metadata::Keep).unwrap();
    assert_eq!(added.document.name, "big.jpg", "a path is no name");
    assert_eq!(added.document.mime_type, "image/jpeg");
    let fixture = fixture.reopened();
    let mut out = Vec::new();
    fixture.wallet.export_document(&added.document.id[..8], &mut out).unwrap();
    assert!(out == bytes, "the bytes differ");
}

#[test]
fn the_same_file_is_stored_once() {
    let fixture = fixture();
    let first = fixture.wallet.add_document("a.jpg", &mut jpeg(1).as_slice(), Metadata::Remove).unwrap();
    let second = fixture.wallet.add_document("b.jpg", &mut jpeg(1).as_slice(), Metadata::Remove).unwrap();
    assert!(!first.already_there && second.already_there);
    assert_eq!(first.document.id, second.document.id);
    fixture.wallet.set_attribute(passport(1)).unwrap();
    assert_eq!(fixture.wallet.documents().unwrap().len(), 2, "the passport's picture is the one that was there");
}

#[test]
fn a_document_in_use_stays() {
    let fixture = fixture();
    let passport = fixture.wallet.set_attribute(passport(1)).unwrap();
    let error = fixture.wallet.remove_document(&passport.documents[0].id).unwrap_err();
    assert_eq!(error.problem(), Problem::Usage);
    assert!(error.to_string().contains("Passport"), "{error}");
    assert_eq!(fixture.wallet.documents().unwrap().len(), 2);
}

#[test]
fn what_is_no_document_is_refused() {
    let fixture = fixture();
    let check = |name: &str, bytes: &[u8], says: &str| {
        let error = fixture.wallet.add_document(name, &mut &*bytes, Metadata::Remove).unwrap_err();
        assert!(error.to_string().contains(says), "{error} should say {says}");
        assert!(fixture.wallet.documents().unwrap().is_empty());
    };
    check("empty.pdf", b"", "empty");
    check("page.pdf", b"<html>not a pdf</html>", "page.pdf");
    check("program.jpg", b"\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0", "program.jpg");
}

#[test]
fn ids_are_looked_up_with_care() {
    let fixture = fixture();
    for id in ["", "zz", "00000000000000000000000000000000", "../../etc/passwd"] {
        assert_eq!(fixture.wallet.document(id).unwrap_err().problem(), Problem::NotFound, "{id}");
    }
}

/// A phone's picture: Exif with the make of the camera and a place, before the sample portrait's own segments.
fn phone_picture() -> Vec<u8> {
    let portrait = jpeg(5);
    let mut tiff = b"II*\0\x08\0\0\0".to_vec();
    tiff.extend_from_slice(&2_u16.to_le_bytes());
    // Make (0x010F), 12 bytes of text at offset 38; the pointer to the GPS directory (0x8825), at offset 50.
    tiff.extend_from_slice(&[0x0F, 0x01, 2, 0, 12, 0, 0, 0, 38, 0, 0, 0]);
    tiff.extend_from_slice(&[0x25, 0x88, 4, 0, 1, 0, 0, 0, 50, 0, 0, 0]);
    tiff.extend_from_slice(&[0; 4]);
    tiff.extend_from_slice(b"PhoneCanary\0");
    // One entry: GPSLatitudeRef (1), "N".
    tiff.extend_from_slice(&[1, 0, 1, 0, 2, 0, 2, 0, 0, 0, b'N', 0, 0, 0, 0, 0, 0, 0]);
    let mut bytes = vec![0xFF, 0xD8, 0xFF, 0xE1];
    bytes.extend_from_slice(&u16::try_from(tiff.len() + 8).unwrap().to_be_bytes());
    bytes.extend_from_slice(b"Exif\0\0");
    bytes.extend_from_slice(&tiff);
    bytes.extend_from_slice(&portrait[2..]);
    bytes
}

#[test]
fn a_phone_picture_loses_where_and_with_what_it_was_taken() {
    let fixture = fixture();
    let picture = phone_picture();
    let added = fixture.wallet.add_document("phone.jpg", &mut picture.as_slice(), Metadata::Remove).unwrap();
    let removed = added.document.removed.expect("the wallet says what it removed");
    assert!(removed.contains("location"), "{removed}");
    let mut out = Vec::new();
    fixture.wallet.export_document(&added.document.id, &mut out).unwrap();
    assert!(!out.windows(11).any(|bytes| bytes == b"PhoneCanary"), "the camera's make is still in it");
    let from_tables = |bytes: &[u8]| {
        let start = bytes.windows(2).position(|marker| marker == [0xFF, 0xDB]).expect("a JPEG has tables");
        bytes[start..].to_vec()
    };
    assert!(from_tables(&out) == from_tables(&jpeg(5)), "the picture itself is untouched");

    let kept = fixture.wallet.add_document("phone.jpg", &mut picture.as_slice(), Metadata::Keep).unwrap();
    assert_eq!(kept.document.size, picture.len() as u64, "unless the user keeps it");
    assert_eq!(kept.document.removed, None);
}

#[test]
fn a_picture_cut_short_is_refused() {
    let fixture = fixture();
    let whole = jpeg(6);
    let error = fixture.wallet.add_document("cut.jpg", &mut &whole[..whole.len() / 2], Metadata::Remove).unwrap_err();
    assert_eq!(error.problem(), Problem::Usage);
    assert!(error.to_string().contains("cut.jpg"), "{error}");
    assert!(fixture.wallet.documents().unwrap().is_empty());
}
