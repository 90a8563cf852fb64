//! What PDFs give away, however it is stored in them.

use idw_documents::{DocumentError, Note, in_words, inspect, thumbnail};

use crate::corpus::{exif, jpeg, pdf};
use crate::hostile::deflate;

const PACKET: &str = "<x:xmpmeta xmlns:x='adobe:ns:meta/'><e:GPSLatitude>52,31.2N</e:GPSLatitude>\
                      <dc:creator>Ada Example</dc:creator></x:xmpmeta>";
const IN_PACKET: &str = "location, editing history (XMP) and name of the author";

fn told(pdf: &[u8]) -> String {
    in_words(&inspect(pdf).unwrap().metadata)
}

pub(crate) fn in_hex(bytes: &[u8]) -> Vec<u8> {
    let mut digits: Vec<u8> = bytes.iter().flat_map(|byte| format!("{byte:02x}").into_bytes()).collect();
    digits.push(b'>');
    digits
}

pub(crate) fn in_base_85(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    for chunk in bytes.chunks(4) {
        let mut four = [0; 4];
        four[..chunk.len()].copy_from_slice(chunk);
        let mut number = u32::from_be_bytes(four);
        let mut digits = [0; 5];
        for digit in digits.iter_mut().rev() {
            *digit = u8::try_from(number % 85).unwrap() + b'!';
            number /= 85;
        }
        if digits == *b"!!!!!" && chunk.len() == 4 {
            out.push(b'z');
        } else {
            out.extend(&digits[..=chunk.len()]);
        }
    }
    out.extend(b"~>");
    out
}

pub(crate) fn with_picture(filter: &str, data: &[u8]) -> Vec<u8> {
    let entries =
        format!("/Type/XObject/Subtype/Image/Width 64/Height 48/ColorSpace/DeviceRGB/BitsPerComponent 8{filter}");
    let content = pdf::stream("", b"q 200 0 0 100 0 0 cm /Thumb Do Q");
    let mut objects = pdf::parts("", "/Resources<</XObject<</Thumb 5 0 R>>>>", &[pdf::stream(&entries, data)]);
    objects[3] = content;
    pdf::file(&objects)
}

#[test]
fn a_packet_is_read_whichever_way_it_is_written() {
    let utf16 = |order: fn(u16) -> [u8; 2]| PACKET.encode_utf16().flat_map(order).collect::<Vec<u8>>();
    let (big, little) = (utf16(u16::to_be_bytes), utf16(u16::to_le_bytes));
    let twice = in_base_85(&deflate(PACKET.as_bytes()));
    let ways: [(&str, &str, Vec<u8>); 8] = [
        ("plain", "", PACKET.into()),
        ("deflated", "/Filter/FlateDecode", deflate(PACKET.as_bytes())),
        ("in hexadecimal", "/Filter[/ASCIIHexDecode]", in_hex(PACKET.as_bytes())),
        ("in base 85", "/Filter/ASCII85Decode", in_base_85(PACKET.as_bytes())),
        ("deflated, in base 85", "/Filter[/ASCII85Decode/FlateDecode]", twice),
        ("UTF-16, big-endian", "", big.clone()),
        ("UTF-16, little-endian", "", little),
        ("UTF-16, deflated", "/Filter/FlateDecode", deflate(&big)),
    ];
    for (way, filter, data) in ways {
        let packet = pdf::stream(&format!("/Type/Metadata/Subtype/XML{filter}"), &data);
        assert_eq!(told(&pdf::with("/Metadata 5 0 R", "", std::slice::from_ref(&packet))), IN_PACKET, "{way}");
        assert_eq!(told(&pdf::with("", "", &[packet])), IN_PACKET, "{way}, with nothing that refers to it");
        let untyped = pdf::stream(filter, &data);
        let of_a_font = [untyped, b"<</Type/FontDescriptor/Metadata 5 0 R>>".to_vec()];
        assert_eq!(told(&pdf::with("", "", &of_a_font)), IN_PACKET, "{way}, of a part of the document");
    }
}

#[test]
fn a_picture_in_a_pdf_says_where_it_was_taken() {
    let taken = jpeg::with_segments(&jpeg::plain(64, 48), &[(0xE1, exif::phone(1))]);
    let without_end = &taken[..taken.len() - 2];
    let after_a_line = [b"\n", &taken[..]].concat();
    let ways: [(&str, Vec<u8>); 6] = [
        ("/Filter/DCTDecode", taken.clone()),
        ("/Filter[/ASCIIHexDecode/DCTDecode]", in_hex(&taken)),
        ("/Filter[/ASCII85Decode/DCTDecode]", in_base_85(&taken)),
        ("/Filter[/FlateDecode/DCTDecode]", deflate(&taken)),
        ("/Filter/DCTDecode", without_end.to_vec()),
        ("/Filter/DCTDecode", after_a_line),
    ];
    for (filter, data) in ways {
        let told = told(&with_picture(filter, &data));
        assert_eq!(told, "location, camera model, camera serial number and time of taking", "{filter}");
    }
}

#[test]
fn everything_that_hides_beside_the_pages_is_named() {
    let check = |catalogue: &str, page: &str, further: &str, expected: &str| {
        let objects = pdf::parts(catalogue, page, &[further.into()]);
        assert_eq!(told(&pdf::file(&objects)), expected, "{further}");
        assert_eq!(told(&pdf::compressed(&objects)), expected, "{further}, compressed");
    };
    check("", "", "<<>>", "");
    check("", "", "<</Producer(Example Writer)/CreationDate(D:20260731)>>", "time of making and software used");
    check("", "", "<</Creator(x)/Company(Example Ltd)>>", "description and software used");
    check("/Names<</EmbeddedFiles<</Names[(a)5 0 R]>>>>", "", "<</Type/Filespec/F(a.txt)>>", "attached files");
    check("", "", "<</Type/Filespec/F(a.txt)/EF<</F 4 0 R>>>>", "attached files");
    check("/Collection<</View/D>>", "", "<<>>", "attached files");
    check("", "/Annots[5 0 R]", "<</Subtype/FileAttachment/Rect[0 0 9 9]/FS(x)>>", "attached files");
    check("", "/Annots[5 0 R]", "<</Subtype/Text/Rect[0 0 9 9]/Contents(no)>>", "comments");
    check(
        "",
        "/Annots[5 0 R]",
        "<</Subtype/Highlight/Rect[0 0 9 9]/T(Ada Example)/M(D:2026)/Contents(no)>>",
        "time of making, comments and name of the author",
    );
    check("", "/Annots[5 0 R]", "<</Subtype/FreeText/Rect[0 0 9 9]/Contents(seen)>>", "");
    check("", "/Annots[5 0 R]", "<</Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI(https://site.example)>>>>", "");
    check(
        "",
        "/Annots[5 0 R]",
        "<</Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI(file:///home/ada/x)>>>>",
        "links to files on a disk",
    );
    check("", "", "<</S/Launch/F(C:\\\\Users\\\\ada\\\\x.exe)>>", "links to files on a disk");
    check("/OpenAction 5 0 R", "", "<</S/JavaScript/JS(app.alert\\(1\\))>>", "scripts");
    check("/AcroForm<</Fields[5 0 R]>>", "", "<</FT/Tx/T(name)/V(Ada Example)>>", "entries of its form as data");
    check("/AcroForm<</Fields[5 0 R]>>", "", "<</FT/Tx/T(name)/V()>>", "");
    check("/AcroForm<</XFA 4 0 R/Fields[]>>", "", "<<>>", "entries of its form as data");
    check("/PieceInfo<</Example<</Private 5>>>>", "", "<<>>", "data of applications");
    check("", "/Thumb 4 0 R", "<<>>", "embedded preview");
    check("", "/VP[<</Measure<</Subtype/GEO/GPTS[52 13]>>>>]", "<<>>", "location");
    check("", "/Annots[5 0 R]", "<</Subtype/RichMedia/Rect[0 0 9 9]>>", "sound or film");
    check(
        "/OCProperties<</OCGs[5 0 R]/D<</OFF[5 0 R]>>>>",
        "",
        "<</Type/OCG/Name(x)>>",
        "layers that are switched off",
    );
    check(
        "",
        "/Annots[5 0 R]",
        "<</Subtype/Redact/Rect[0 0 9 9]>>",
        "passages marked to be blacked out but still there",
    );
}

#[test]
fn what_a_pdf_held_before_it_was_saved_again_is_told() {
    let first = pdf::with("", "", &[b"<<>>".to_vec()]);
    assert_eq!(told(&first), "");
    let again = pdf::saved_again(&first, 4, &pdf::stream("", b"0 g 100 0 100 100 re f"), 6);
    assert_eq!(told(&again), "earlier versions of it");
    let thrice = pdf::saved_again(&again, 5, b"<<>>", 6);
    assert_eq!(told(&thrice), "earlier versions of it");
}

#[test]
fn what_every_viewer_opens_is_taken_with_a_note() {
    let whole = pdf::plain();
    let end = whole.len() - "%%EOF\n".len();
    let check = |name: &str, file: Vec<u8>, notes: &[Note], tells: &str| {
        let found = inspect(&file).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!((found.notes.as_slice(), found.pages), (notes, Some(1)), "{name}");
        assert_eq!(in_words(&found.metadata), tells, "{name}");
        assert_eq!(thumbnail(&file, 64).unwrap(), thumbnail(&whole, 64).unwrap(), "{name}: it is shown");
    };
    let stray = "data that is no part of the PDF";
    check("as it should be", whole.clone(), &[], "");
    check("blank lines", [b"\r\n \n", &whole[..]].concat(), &[Note::StrayStart], "");
    check("a byte order mark", [b"\xef\xbb\xbf", &whole[..]].concat(), &[Note::StrayStart], "");
    check("1,024 bytes of something", [&[b'x'; 1_024], &whole[..]].concat(), &[Note::StrayStart], stray);
    check("no end marker", whole[..end].to_vec(), &[Note::NoEnd], "");
    check("a line after it", [&whole[..], b"Sent by an example"].concat(), &[Note::StrayEnd], stray);
    check("much after it", [&whole[..], &[b'x'; 9_000]].concat(), &[Note::StrayEnd], stray);
    check("zeros after it", [&whole[..], &[0; 9_000]].concat(), &[], "");
    let cut = pdf::saved_again(&whole, 4, &pdf::stream("", b"0 g 100 0 100 100 re f"), 6);
    let cut = &cut[..whole.len() + 40];
    assert!(matches!(inspect(cut), Err(DocumentError::Truncated { .. })), "its last version is cut off");
}

#[test]
fn a_password_is_asked_for_by_its_name_and_so_is_another_protection() {
    assert_eq!(inspect(&pdf::encrypted()), Err(DocumentError::Encrypted));
    let unknown = pdf::file_with_trailer(
        &pdf::parts("", "", &[b"<</Filter/Example/V 9/R 9/O()/U()/P 0>>".to_vec()]),
        "/Encrypt 5 0 R/ID[<41><41>]",
    );
    assert_eq!(inspect(&unknown), Err(DocumentError::UnknownProtection));
}
