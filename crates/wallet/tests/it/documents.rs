use idw_wallet::{DocumentError, Metadata, Problem, SetAttribute, Thumbnail};

use crate::{file, fixture, jpeg, passport};

const BILL: &[u8] = include_bytes!("../../../../assets/samples/utility-bill.pdf");
const PHOTO_PAGE: &[u8] = include_bytes!("../../../../assets/samples/passport-photo-page.jpg");

#[test]
fn what_goes_in_comes_out() {
    let fixture = fixture();
    let bytes: Vec<u8> = jpeg(9).into_iter().chain((0..3_000_000_u32).map(|n| (n % 251) as u8)).collect();
    let added = fixture.wallet.add_document("/somewhere/big.jpg", &mut bytes.as_slice(), Metadata::Keep).unwrap();
    assert_eq!(added.document.name, "big.jpg", "only the last part of a path becomes the name");
    assert_eq!(added.document.mime_type, "image/jpeg");
    let fixture = fixture.reopened();
    let mut out = Vec::new();
    fixture.wallet.export_document(&added.document.id[..8], &mut out).unwrap().placed().unwrap();
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
        let said = crate::explained(&error);
        assert!(said.contains(says), "{said} should say {says}");
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
pub(crate) fn phone_picture() -> Vec<u8> {
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
    fixture.wallet.export_document(&added.document.id, &mut out).unwrap().placed().unwrap();
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
fn whoever_adds_another_kind_of_picture_learns_how_to_save_it_as_a_jpeg() {
    let fixture = fixture();
    let add = |name: &str, bytes: &[u8]| {
        let mut bytes = bytes;
        crate::explained(&fixture.wallet.add_document(name, &mut bytes, Metadata::Remove).unwrap_err())
    };
    assert_eq!(
        add("IMG_1.HEIC", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic"),
        "“IMG_1.HEIC” is a HEIC picture. The wallet takes JPEG and PNG pictures, PDF files and audio files. Nothing was \
         added. Save it as a JPEG: in Preview on a Mac (File, Export), in Photos on Windows (Save as), or with heif-convert on \
         Linux. To make your iPhone take JPEGs, choose Settings, Camera, Formats, Most Compatible."
    );
    let webp = add("scan.webp", b"RIFF\x24\0\0\0WEBPVP8 ");
    assert!(
        webp.contains("a WebP picture") && webp.contains("Save it as a JPEG or PNG: in Preview on a Mac"),
        "{webp}"
    );
    let text = add("scan.txt", b"hello");
    assert!(text.ends_with("Nothing was added."), "{text}");
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

#[test]
fn thumbnails_are_kept_as_long_as_their_document() {
    let fixture = fixture();
    let records = || fixture.wallet.vault_status().unwrap().records;
    let picture = fixture.wallet.add_document("me.jpg", &mut jpeg(1).as_slice(), Metadata::Remove).unwrap().document;
    let bill = fixture.wallet.add_document("bill.pdf", &mut &*BILL, Metadata::Remove).unwrap().document;
    assert_eq!(bill.pages, Some(1));
    let before = records();
    for id in [&picture.id, &bill.id] {
        let Thumbnail::Picture(png) = fixture.wallet.thumbnail(id).unwrap() else { panic!("{id} can be shown") };
        assert!(png.starts_with(b"\x89PNG"));
        let side = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().unwrap());
        assert_eq!(side(16).max(side(20)), 224, "width and height in the header");
        assert_eq!(fixture.wallet.thumbnail(&id[..12]).unwrap(), Thumbnail::Picture(png), "found by less of its id");
    }
    assert_eq!(records(), before + 2, "each is kept once");
    let mut out = Vec::new();
    fixture.wallet.export_data(&mut out, &idw_wallet::ExportSelection::default()).unwrap().placed().unwrap();
    assert!(!String::from_utf8(out).unwrap().contains("iVBORw0KGgo"), "no PNG is exported");
    let before = records();
    fixture.wallet.remove_document(&picture.id).unwrap();
    assert_eq!(records(), before - 2 + 1, "the picture took its thumbnail along, and the log has an entry more");
    assert_eq!(fixture.wallet.thumbnail(&picture.id).unwrap_err().problem(), Problem::NotFound);
}

#[test]
fn that_there_is_nothing_to_show_is_kept_too() {
    let fixture = fixture();
    let recording = b"RIFF\x24\0\0\0WAVEfmt \x10\0\0\0\x01\0\x01\0\x40\x1f\0\0\x80\x3e\0\0\x02\0\x10\0data\0\0\0\0";
    let added = fixture.wallet.add_document("voice.wav", &mut &recording[..], Metadata::Remove).unwrap().document;
    let before = fixture.wallet.vault_status().unwrap().records;
    for _ in 0..2 {
        let shown = fixture.wallet.thumbnail(&added.id).unwrap();
        assert!(matches!(&shown, Thumbnail::None { why } if why.id() == "error-file-nothing-to-show"), "{shown:?}");
        assert_eq!(fixture.wallet.vault_status().unwrap().records, before + 1);
    }
}

#[test]
fn a_smaller_copy_is_offered_and_kept_beside_the_original() {
    const LIMIT: u64 = 60_000;
    let fixture = fixture();
    let wallet = &fixture.wallet;
    let passport = wallet
        .set_attribute(SetAttribute {
            files: vec![file("image", "page.jpg", PHOTO_PAGE.to_vec()), file("selfie.image", "me.jpg", jpeg(3))],
            ..passport(1)
        })
        .unwrap();
    let page = passport.documents.iter().find(|document| document.name == "page.jpg").unwrap();
    let offer = wallet.shrink_document(&page.id, LIMIT).unwrap();
    let shown = offer.view().clone();
    assert_eq!((shown.before.size, shown.before.width, shown.before.height), (page.size, 1250, 880));
    assert!(shown.after.size <= LIMIT && shown.after.width <= 1250, "{shown:?}");
    assert!(wallet.shrink_previews(&offer).unwrap().iter().all(|one| matches!(one, Thumbnail::Picture(_))));
    assert_eq!(wallet.documents().unwrap().len(), 2, "an offer stores nothing");

    let kept = wallet.keep_shrunk(offer, Some(&passport.id)).unwrap();
    assert_eq!(kept.document.name, "page-small.jpg");
    assert_eq!((kept.document.size, kept.document.shrunk_from.as_ref()), (shown.after.size, Some(&page.id)));
    let held = wallet.attribute("passport").unwrap();
    assert_eq!(held.len(), 2);
    assert_eq!(held[0], passport, "the original stays the default, unchanged");
    assert_eq!((held[1].label.as_deref(), held[1].is_default), (Some("smaller"), false));
    assert_eq!(held[1].value["image"]["content"], kept.document.id.as_str());
    assert_eq!(held[1].value["selfie"], passport.value["selfie"]);
    assert!(held[1].documents.iter().all(|document| document.size <= LIMIT), "{held:?}");

    let alone = wallet.keep_shrunk(wallet.shrink_document(&page.id, LIMIT).unwrap(), None).unwrap();
    assert_eq!(alone.document.id, kept.document.id, "the same bytes are stored once");
}

#[test]
fn what_cannot_be_made_smaller_says_why() {
    let fixture = fixture();
    let bill = fixture.wallet.add_document("bill.pdf", &mut &*BILL, Metadata::Remove).unwrap().document;
    let picture = fixture.wallet.add_document("me.jpg", &mut jpeg(1).as_slice(), Metadata::Remove).unwrap().document;
    let error = |id: &str, max_bytes: u64| fixture.wallet.shrink_document(id, max_bytes).unwrap_err();
    assert!(matches!(error(&bill.id, 1_000), DocumentError::CannotShrink { .. }), "a PDF is no picture");
    assert!(matches!(error(&picture.id, 100), DocumentError::CannotShrink { .. }), "nothing would be legible");
    assert!(matches!(error(&picture.id, 10_000_000), DocumentError::SmallEnough { .. }));
    let offer = fixture.wallet.shrink_document(&picture.id, 20_000).unwrap();
    let error = fixture.wallet.keep_shrunk(offer, Some("00112233445566778899aabbccddeeff")).unwrap_err();
    assert_eq!(error.problem(), Problem::NotFound);
    assert_eq!(fixture.wallet.documents().unwrap().len(), 2, "nothing was stored");
}

/// A PDF of one page that says who made it, without the table that readers can do without.
fn talkative_pdf(more: &str) -> Vec<u8> {
    format!(
        "%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R{more}>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n\
         3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]>>\nendobj\n4 0 obj\n<</Author(Ada Canary)>>\nendobj\n\
         trailer\n<</Root 1 0 R/Info 4 0 R>>\n%%EOF\n"
    )
    .into_bytes()
}

fn exported(fixture: &crate::Fixture, id: &str) -> Vec<u8> {
    let mut out = Vec::new();
    fixture.wallet.export_document(id, &mut out).unwrap().placed().unwrap();
    out
}

#[test]
fn a_clean_copy_of_a_pdf_is_kept_beside_it_and_can_take_its_place_in_a_value() {
    let fixture = fixture();
    let wallet = &fixture.wallet;
    let bill = wallet
        .set_attribute(SetAttribute {
            name: "utility-bill".to_owned(),
            fields: vec![("issued".to_owned(), "2026-05-05".to_owned())],
            files: vec![file("images", "bill.pdf", talkative_pdf(""))],
            ..SetAttribute::default()
        })
        .unwrap();
    let original = &bill.documents[0];
    assert_eq!(original.kept.as_deref(), Some("name of the author"));

    let cleaned = wallet.clean_document(&original.id[..8], Some(&bill.id)).unwrap();

    assert_eq!(cleaned.document.name, "bill-clean.pdf");
    assert_eq!(cleaned.document.removed.as_deref(), Some("name of the author"));
    assert_eq!((&cleaned.document.kept, cleaned.document.pages), (&None, Some(1)));
    let bytes = exported(&fixture, &cleaned.document.id);
    assert!(!bytes.windows(6).any(|window| window == b"Canary"), "{}", String::from_utf8_lossy(&bytes));
    assert!(exported(&fixture, &original.id) == talkative_pdf(""), "the original is as it was");
    let held = wallet.attribute("utility-bill").unwrap();
    assert_eq!((held.len(), held[1].label.as_deref()), (2, Some("clean")));
    assert_eq!(held[1].documents[0].id, cleaned.document.id);
    let again = wallet.clean_document(&original.id, None).unwrap();
    assert_eq!(again.document.id, cleaned.document.id, "the same copy is stored once");
}

#[test]
fn what_cannot_be_cleaned_or_need_not_be_says_why() {
    let fixture = fixture();
    let wallet = &fixture.wallet;
    let signature = "/AcroForm<</Fields[<</FT/Sig/T(s)/V<</Type/Sig/ByteRange[0 1 2 3]/Contents<00>>>>>]>>";
    let mut signed = talkative_pdf(signature);
    let added = wallet.add_document("signed.pdf", &mut signed.as_slice(), Metadata::Remove).unwrap();
    assert!(!added.can_be_cleaned && added.notes.iter().any(|note| note.contains("signed")), "{added:?}");
    let error = wallet.clean_document(&added.document.id, None).unwrap_err();
    assert!(error.to_string().contains("is signed") && error.problem() == Problem::Usage, "{error}");

    signed = talkative_pdf("");
    let added = wallet.add_document("told.pdf", &mut signed.as_slice(), Metadata::Remove).unwrap();
    assert!(added.can_be_cleaned && added.notes.is_empty(), "{added:?}");
    let clean = wallet.clean_document(&added.document.id, None).unwrap().document;
    let error = wallet.clean_document(&clean.id, None).unwrap_err();
    assert!(matches!(error, DocumentError::NothingToClean { .. }), "{error}");
    assert_eq!(wallet.documents().unwrap().len(), 3);

    let late = [b"\n", &signed[..]].concat();
    let added = wallet.add_document("late.pdf", &mut late.as_slice(), Metadata::Remove).unwrap();
    assert!(added.can_be_cleaned && added.notes.len() == 1, "{added:?}");
}

#[test]
fn a_picture_that_kept_what_it_tells_can_be_cleaned_later() {
    let fixture = fixture();
    let kept = fixture.wallet.add_document("me.jpg", &mut phone_picture().as_slice(), Metadata::Keep).unwrap().document;
    let clean = fixture.wallet.clean_document(&kept.id, None).unwrap().document;
    assert_eq!((clean.name.as_str(), clean.kept), ("me-clean.jpg", None));
    assert!(clean.removed.is_some_and(|removed| removed.contains("location")));
}

#[test]
fn a_document_is_called_what_it_is_and_nothing_that_is_not_seen() {
    let fixture = fixture();
    for (given, expected) in [
        ("scan.pdf", "scan.jpg"),
        ("photo.exe", "photo.jpg"),
        ("passport\u{202e}gpj.exe", "passportgpj.jpg"),
        ("..\\con", "_con.jpg"),
    ] {
        let added = fixture.wallet.add_document(given, &mut jpeg(4).as_slice(), Metadata::Remove).unwrap().document;
        assert_eq!(added.name, expected);
        fixture.wallet.remove_document(&added.id).unwrap();
    }
}

/// The file that holds a document's bytes.
fn stored(fixture: &crate::Fixture, id: &str) -> std::path::PathBuf {
    fixture.dir.path().join("vault/documents").join(id)
}

#[test]
fn a_damaged_or_lost_document_is_mended_by_its_file() {
    let damages: [fn(&std::path::Path); 2] = [
        |path| {
            let mut bytes = std::fs::read(path).unwrap();
            let middle = bytes.len() / 2;
            bytes[middle] ^= 1;
            std::fs::write(path, bytes).unwrap();
        },
        |path| std::fs::remove_file(path).unwrap(),
    ];
    for (number, damage) in damages.into_iter().enumerate() {
        let fixture = fixture();
        let passport_value = fixture.wallet.set_attribute(passport(1)).unwrap();
        let id = passport_value.documents[0].id.clone();
        damage(&stored(&fixture, &id));
        let error = fixture.wallet.export_document(&id, &mut Vec::new()).unwrap_err();
        assert_eq!(error.problem(), Problem::Damaged, "{error}");
        if number == 0 {
            let added = fixture.wallet.add_document("again.jpg", &mut jpeg(1).as_slice(), Metadata::Remove).unwrap();
            assert!(added.repaired && !added.already_there);
        } else {
            fixture.wallet.set_attribute(passport(1)).unwrap();
        }
        let held = fixture.wallet.attribute("passport").unwrap();
        let mut out = Vec::new();
        fixture.wallet.export_document(&held[0].documents[0].id, &mut out).unwrap().placed().unwrap();
        assert_eq!(out, jpeg(1));
        assert_eq!(held[0].documents[0].name, passport_value.documents[0].name, "what was known of it stays");
        assert!(fixture.wallet.document(&id).is_err(), "the damaged one is gone");
        assert!(fixture.wallet.verify_vault(&|_| {}).unwrap().faults.is_empty());
    }
}
