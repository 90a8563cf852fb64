//! Copies of PDFs that show the same pages and hold nothing else.

use idw_documents::{DocumentError, Note, in_words, inspect, strip_metadata, thumbnail};

use crate::corpus::{exif, jpeg, pdf};
use crate::hostile::deflate;
use crate::pdf_tells::{in_base_85, with_picture};
use crate::worker::patient;

/// Stands in everything that a copy must not hold.
const SECRET: &str = "hush-hush";

/// All that a file holds, compressed or not, as one text.
fn laid_open(pdf: &[u8]) -> String {
    use std::io::Read as _;
    let mut all = String::from_utf8_lossy(pdf).into_owned();
    for (at, _) in pdf.windows(7).enumerate().filter(|(_, window)| *window == b"stream\n") {
        let mut inflated = Vec::new();
        let _ = flate2::read::ZlibDecoder::new(&pdf[at + 7..]).read_to_end(&mut inflated);
        all.push_str(&String::from_utf8_lossy(&inflated));
    }
    all
}

fn cleaned(name: &str, pdf: &[u8]) -> Vec<u8> {
    let clean = strip_metadata(pdf).unwrap_or_else(|error| panic!("{name}: {error}")).bytes;
    assert!(thumbnail(&clean, 300).unwrap() == thumbnail(pdf, 300).unwrap(), "{name}: it looks the same");
    let found = inspect(&clean).unwrap();
    assert_eq!(found.pages, inspect(pdf).unwrap().pages, "{name}");
    assert_eq!(found.notes, [], "{name}");
    assert!(clean.starts_with(b"%PDF-1.7\n") && clean.ends_with(b"%%EOF"), "{name}");
    assert!(strip_metadata(pdf).unwrap().bytes == clean, "{name}: the same file always gives the same copy");
    assert_eq!(strip_metadata(&clean).unwrap().removed, [], "{name}: there is nothing more to take out");
    clean
}

/// A PDF with something in every place that is known to tell something, and `SECRET` in each.
fn talkative() -> Vec<Vec<u8>> {
    let script = format!("<</S/JavaScript/JS(app.alert\\(\"{SECRET}\"\\))>>");
    let packet = format!("<x:xmpmeta><dc:creator>{SECRET}</dc:creator></x:xmpmeta>");
    let catalogue = format!(
        "/Metadata 5 0 R/OpenAction {script}/Names<</JavaScript<</Names[(a){script}]>>/EmbeddedFiles<</Names[({SECRET})6 0 R]>>\
         /Dests<</Names[(there)[3 0 R/Fit]]>>>>/PieceInfo<</Example<</Private({SECRET})>>>>/AcroForm<</Fields[9 0 R]/XFA 7 0 R>>\
         /StructTreeRoot 10 0 R/Lang({SECRET})/ViewerPreferences<</Extra({SECRET})>>/Outlines 11 0 R/AA<</WC {script}>>"
    );
    let page = format!(
        "/Resources<</XObject<</Im 13 0 R>>/Properties<</M<</Metadata 5 0 R/Note({SECRET})>>>>>>/AA<</O {script}>>\
         /PieceInfo<</Example<</Private({SECRET})>>>>/Thumb 7 0 R/LastModified(D:{SECRET})/Metadata 5 0 R/StructParents 0\
         /Annots[9 0 R 14 0 R 15 0 R 16 0 R<</Subtype/Link/Rect[0 0 5 5]/A{script}>>]"
    );
    let attached = format!("<</Type/Filespec/F({SECRET})/EF<</F 7 0 R>>>>");
    let field = format!(
        "<</Subtype/Widget/FT/Tx/T({SECRET})/V({SECRET})/TU({SECRET})/Rect[10 10 60 30]/AP<</N 17 0 R>>/AA<</K {script}>>/Parent 18 0 R>>"
    );
    let form_xobject = format!(
        "/Type/XObject/Subtype/Form/BBox[0 0 10 10]/PieceInfo<</Example<</Private({SECRET})>>>>/Metadata 5 0 R"
    );
    let picture =
        jpeg::with_segments(&jpeg::plain(64, 48), &[(0xE1, exif::phone(1)), (0xFE, SECRET.as_bytes().to_vec())]);
    let mut objects = pdf::parts(
        &catalogue,
        &page,
        &[
            pdf::stream("/Type/Metadata/Subtype/XML/Filter/FlateDecode", &deflate(packet.as_bytes())), // 5
            attached.into_bytes(),                                                                     // 6
            pdf::stream("/Filter/FlateDecode", &deflate(SECRET.as_bytes())),                           // 7
            format!("<</Producer({SECRET})/Author({SECRET})/CreationDate(D:2026)>>").into_bytes(),     // 8
            field.into_bytes(),                                                                        // 9
            format!("<</Type/StructTreeRoot/K[<</S/Figure/Alt({SECRET})>>]>>").into_bytes(),           // 10
            b"<</Type/Outlines/First 12 0 R/Last 12 0 R/Count 1>>".to_vec(),                           // 11
            format!("<</Title(Chapter)/Parent 11 0 R/Dest[3 0 R/Fit]/SE<</Alt({SECRET})>>/AA{script}>>").into_bytes(), // 12
            pdf::stream(
                "/Subtype/Image/Width 64/Height 48/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode",
                &picture,
            ), // 13
            format!("<</Subtype/Text/Rect[70 10 90 30]/T({SECRET})/Contents({SECRET})/Popup 15 0 R>>").into_bytes(), // 14
            format!("<</Subtype/Popup/Rect[70 10 90 30]/Contents({SECRET})/Parent 14 0 R>>").into_bytes(), // 15
            format!(
                "<</Subtype/Highlight/Rect[20 60 80 90]/T({SECRET})/Contents({SECRET})/NM({SECRET})/AP<</N 17 0 R>>>>"
            )
            .into_bytes(), // 16
            pdf::stream(&form_xobject, b"0.5 g 0 0 10 10 re f"),                                           // 17
            format!("<</T({SECRET})/Kids[9 0 R]>>").into_bytes(),                                          // 18
            format!("<</Type/Page/Contents 7 0 R/Note({SECRET})>>").into_bytes(),                          // 19
        ],
    );
    objects[3] = pdf::stream("", b"/Span/M BDC q 80 0 0 60 110 20 cm /Im Do Q EMC 0 g 100 0 5 100 re f");
    objects
}

#[test]
fn a_clean_copy_looks_the_same_and_holds_nothing_of_what_it_told() {
    let objects = talkative();
    let classic = pdf::file_with_trailer(&objects, "/Info 8 0 R");
    let earlier = pdf::stream("", format!("({SECRET}) Tj").as_bytes());
    let mut first = objects.clone();
    let last = std::mem::replace(&mut first[3], earlier);
    let appended = pdf::saved_again(&pdf::file(&first), 4, &last, objects.len() + 1);
    for (name, whole) in [("classic", classic), ("compressed", pdf::compressed(&objects)), ("appended", appended)] {
        assert!(laid_open(&whole).contains(SECRET), "{name}");
        let clean = cleaned(name, &whole);
        assert!(!laid_open(&clean).contains(SECRET), "{name}: {}", String::from_utf8_lossy(&clean));
        assert_eq!(inspect(&clean).unwrap().metadata, [], "{name}");
        assert!(!laid_open(&clean).contains(std::str::from_utf8(exif::MODEL).unwrap()), "{name}");
        assert!(laid_open(&clean).contains("(Chapter)"), "{name}: what readers see beside the pages stays");
        let removed = in_words(&strip_metadata(&whole).unwrap().removed);
        for what in ["location", "camera model", "attached files", "comments", "scripts", "entries of its form as data"]
        {
            assert!(removed.contains(what), "{name}: {what} is not in {removed}");
        }
        assert_eq!(removed.contains("earlier versions of it"), name == "appended", "{removed}");
    }
}

#[test]
fn a_copy_begins_and_ends_as_every_site_expects() {
    let whole = pdf::plain();
    for file in [
        [b"\n\xef\xbb\xbf", &whole[..]].concat(),
        [&whole[..], b"Sent by an example"].concat(),
        whole[..whole.len() - "%%EOF\n".len()].to_vec(),
    ] {
        cleaned("with something around it", &file);
    }
}

#[test]
fn pictures_keep_every_pixel_whatever_they_are_wrapped_in() {
    let taken = jpeg::with_segments(&jpeg::noise(64, 48), &[(0xE1, exif::phone(1))]);
    let ways: [(&str, Vec<u8>); 4] = [
        ("/Filter/DCTDecode/DecodeParms<</ColorTransform 1>>", taken.clone()),
        ("/Filter[/ASCII85Decode/DCTDecode]/DecodeParms[null<</ColorTransform 1>>]", in_base_85(&taken)),
        ("/Filter[/FlateDecode/DCTDecode]", deflate(&taken)),
        ("/Filter/DCTDecode", taken[..taken.len() - 2].to_vec()),
    ];
    for (filter, data) in ways {
        let clean = cleaned(filter, &with_picture(filter, &data));
        assert!(!laid_open(&clean).contains("Exif"), "{filter}");
        let transform = filter.contains("ColorTransform");
        assert_eq!(laid_open(&clean).contains("/ColorTransform 1"), transform, "{filter}");
    }
}

#[test]
fn names_that_are_also_those_of_metadata_keep_what_they_name() {
    let glyph = pdf::stream("", b"500 0 d0 0 0 400 700 re f");
    let font = b"<</Type/Font/Subtype/Type3/FontBBox[0 0 500 700]/FontMatrix[0.001 0 0 0.001 0 0]/FirstChar 65/LastChar 66\
                 /Widths[500 500]/Encoding<</Differences[65/ID/Thumb]>>/CharProcs<</ID 5 0 R/Thumb 5 0 R>>/Resources<<>>>>";
    let mut objects = pdf::parts("", "/Resources<</Font<</Metadata 6 0 R>>>>", &[glyph, font.to_vec()]);
    objects[3] = pdf::stream("", b"BT /Metadata 60 Tf 10 10 Td (AB) Tj ET");
    let whole = pdf::file(&objects);
    let blank = thumbnail(&pdf::with_content(pdf::stream("", b"")), 300).unwrap();
    assert!(thumbnail(&whole, 300).unwrap() != blank, "the letters are seen");
    cleaned("a font with names of metadata", &whole);
}

#[test]
fn pages_keep_their_sizes_their_turn_and_what_they_inherit() {
    let kids = b"<</Type/Pages/Kids[3 0 R 5 0 R 3 0 R]/Count 3/Rotate 90/MediaBox[0 0 200 100]/CropBox[20 0 180 100]\
                 /Resources<</XObject<</F 6 0 R>>>>>>";
    let mut objects = pdf::parts(
        "",
        "",
        &[
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 50.25 60]/Rotate 0/Contents 4 0 R>>".to_vec(),
            pdf::stream("/Type/XObject/Subtype/Form/BBox[0 0 200 100]", b"1 0 0 rg 30 10 50 50 re f"),
        ],
    );
    objects[1] = kids.to_vec();
    objects[2] = b"<</Type/Page/Parent 2 0 R/Contents 4 0 R/UserUnit 1>>".to_vec();
    objects[3] = pdf::stream("", b"/F Do");
    let clean = cleaned("inherited", &pdf::file(&objects));
    assert!(laid_open(&clean).contains("[0 0 50.25 60]"));
}

#[test]
fn what_was_typed_into_a_form_stays_on_the_page() {
    let field =
        |more: &str| format!("<</Subtype/Widget/FT/Tx/T(name)/V(Ada Example)/Rect[10 10 90 30]{more}>>").into_bytes();
    let check = |form: &str, more: &str, expected: &[&str], gone: &[&str]| {
        let look = pdf::stream("/Type/XObject/Subtype/Form/BBox[0 0 80 20]", b"0.3 g 0 0 80 20 re f");
        let whole = pdf::with(&format!("/AcroForm<</Fields[5 0 R]{form}>>"), "/Annots[5 0 R]", &[field(more), look]);
        let clean = laid_open(&cleaned(more, &whole));
        for part in expected {
            assert!(clean.contains(part), "{form} {more}: {part} is not in {clean}");
        }
        for part in gone.iter().chain(&["(name)", "Widget", "AcroForm"]) {
            assert!(!clean.contains(part), "{form} {more}: {part} is in {clean}");
        }
    };
    let text = ["/FreeText", "/Contents (Ada Example)", "/DA (/Helv 9 Tf 0 g)"];
    check("", "/DA(/Helv 9 Tf 0 g)", &text, &[]);
    check("/DA(/Helv 9 Tf 0 g)", "", &text, &[]);
    check("", "/AP<</N 6 0 R>>", &["/Stamp", "0.3 g"], &["Ada"]);
    check("", "/F 2", &[], &["Ada"]);
    check("", "/Ff 8192", &[], &["Ada"]);
}

#[test]
fn what_lies_on_a_page_stays_and_who_put_it_there_goes() {
    let drawn = "<</Subtype/Square/Rect[10 10 60 60]/C[1 0 0]/T(Ada Example)/Contents(mine)/CreationDate(D:2026)>>";
    let typed =
        "<</Subtype/FreeText/Rect[10 60 90 90]/DA(/Helv 9 Tf)/Contents(on the page)/T(Ada Example)/RC(<p>again</p>)>>";
    let link =
        "<</Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI(https://site.example/terms)/Next<</S/JavaScript/JS(x)>>>>>>";
    let local = "<</Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI(file:///home/ada/x)>>>>";
    let inside = "<</Subtype/Link/Rect[0 0 9 9]/Dest[3 0 R/Fit]>>";
    let removed = "<</Subtype/Link/Rect[0 0 9 9]/Dest[5 0 R/Fit]>>";
    let page = format!("/Annots[{drawn}{typed}{link}{local}{inside}{removed}]");
    let gone = b"<</Type/Page/Note(Ada Example)/MediaBox[0 0 9 9]>>".to_vec();
    let clean = laid_open(&cleaned("annotations", &pdf::with("", &page, &[gone])));
    for part in ["/Square", "/FreeText", "(on the page)", "(https://site.example/terms)", "/Fit"] {
        assert!(clean.contains(part), "{part} is not in {clean}");
    }
    for part in ["Ada", "mine", "JavaScript", "again", "home", "D:2026"] {
        assert!(!clean.contains(part), "{part} is in {clean}");
    }
}

#[test]
fn layers_stay_as_they_are_switched() {
    let catalogue = "/OCProperties<</OCGs[5 0 R 6 0 R]/D<</OFF[5 0 R]/Creator(Example Writer)/Order[5 0 R 6 0 R]>>>>";
    let page = "/Resources<</Properties<</Off 5 0 R/On 6 0 R>>>>";
    let layer = |name: &str| {
        format!("<</Type/OCG/Name({name})/Usage<</CreatorInfo<</Creator(Example Writer)>>/Print<</PrintState/ON>>>>>>")
    };
    let mut objects = pdf::parts(catalogue, page, &[layer("one").into(), layer("two").into()]);
    objects[3] = pdf::stream("", b"/OC/Off BDC 0 0 90 90 re f EMC /OC/On BDC 1 0 0 rg 100 0 50 50 re f EMC");
    let whole = pdf::file(&objects);
    let clean = cleaned("layers", &whole);
    assert!(!laid_open(&clean).contains("Example Writer"));
    assert_eq!(in_words(&inspect(&clean).unwrap().metadata), "layers that are switched off", "what stays is told");
}

#[test]
fn a_signed_pdf_stays_as_it_is_and_so_does_a_protected_one() {
    let signature = b"<</Type/Sig/Filter/Adobe.PPKLite/ByteRange[0 9 9 9]/Contents<00>/M(D:2026)/Name(Ada Example)>>";
    let field = b"<</FT/Sig/T(s)/V 5 0 R/Subtype/Widget/Rect[0 0 0 0]>>";
    let objects =
        pdf::parts("/AcroForm<</SigFlags 3/Fields[6 0 R]>>", "/Annots[6 0 R]", &[signature.to_vec(), field.to_vec()]);
    for signed in [pdf::file(&objects), pdf::compressed(&objects)] {
        assert!(inspect(&signed).unwrap().notes.contains(&Note::Signed));
        assert_eq!(strip_metadata(&signed), Err(DocumentError::Signed));
    }
    let reserved = pdf::with("/AcroForm<</Fields[5 0 R]>>", "", &[b"<</FT/Sig/T(s)>>".to_vec()]);
    assert!(strip_metadata(&reserved).is_ok(), "a place for a signature is none");
}

#[test]
fn a_copy_of_damaged_or_strange_pdfs_tells_no_more_or_is_none() {
    let whole = pdf::file_with_trailer(&talkative(), "/Info 8 0 R");
    let worker = patient();
    // Numbers without a pattern, the same each time.
    let mut at = 1_usize;
    for _ in 0..60 {
        let mut damaged = whole.clone();
        for _ in 0..8 {
            at = (at * 48_271) % 0x7FFF_FFFF;
            let place = at % damaged.len();
            damaged[place] = u8::try_from(at % 251).unwrap();
        }
        let Ok(clean) = worker.strip_metadata(&damaged[..]) else { continue };
        let left = in_words(&worker.inspect(&clean.bytes[..]).unwrap().metadata);
        assert!(left.is_empty() || left == "layers that are switched off", "{left}");
    }
    // What refers to itself, directly or round about.
    let ring = pdf::with("/Outlines 5 0 R", "/Annots[5 0 R]/Resources 5 0 R", &[b"<</Next 5 0 R/First 5 0 R/Font 5 0 R/XObject 5 0 R/Subtype/Widget/Rect[0 0 9 9]/Parent 5 0 R/AP 5 0 R/N 5 0 R>>".to_vec()]);
    cleaned("a ring", &ring);
    let deep = pdf::with("", "", &[[b"[".repeat(200), b"]".repeat(200)].concat()]);
    assert_eq!(strip_metadata(&deep).map(drop), Err(DocumentError::TooComplex));
}
