//! A corpus of bad files. Each goes through the worker with the limits that ship, or more time where the outcome, not
//! the speed of an unoptimised build, is the point; each is refused or handled.

use std::io::Read as _;

use idw_documents::{DocumentError as E, FileKind, MAX_BYTES, MediaType, Worker, WorkerError, describe, sniff};

use crate::corpus::{deflated_zeros, jpeg, pdf, png, zip};
use crate::worker::{PROGRAM, patient};

type Outcome = Result<(), E>;

fn refusal<T>(result: Result<T, WorkerError>) -> Outcome {
    match result {
        Ok(_) => Ok(()),
        Err(WorkerError::Refused(reason)) => {
            let text = reason.to_string();
            assert!(!text.ends_with('.') && text.len() < 200, "a short text for the log: {text}");
            Err(reason)
        }
        Err(other) => panic!("not refused but failed: {other:?}"),
    }
}

/// Checks the outcome of all that a wallet does with a new document.
fn check(name: &str, bytes: &[u8], inspected: impl Fn(&Outcome) -> bool, shown: impl Fn(&Outcome) -> bool) {
    let worker = patient();
    let outcome = refusal(worker.inspect(bytes));
    assert!(inspected(&outcome), "{name}, inspected: {outcome:?}");
    let outcome = refusal(worker.thumbnail(bytes, 256));
    assert!(shown(&outcome), "{name}, shown: {outcome:?}");
}

/// Both refused with the same reason.
fn check_refused(name: &str, bytes: &[u8], reason: &E) {
    check(name, bytes, |outcome| outcome.as_ref() == Err(reason), |outcome| outcome.as_ref() == Err(reason));
}

/// Bombs go through the limits that ship: whichever is reached first, the wallet goes on.
fn check_bomb(name: &str, bytes: &[u8]) {
    let worker = Worker::new(PROGRAM);
    let done =
        [refusal(worker.inspect(bytes)), refusal(worker.thumbnail(bytes, 256)), refusal(worker.strip_metadata(bytes))];
    for outcome in done {
        let is_fine = matches!(
            outcome,
            Ok(()) | Err(E::TooMuchMemory | E::TakesTooLong | E::TooComplex | E::Damaged { .. } | E::NoPages)
        );
        assert!(is_fine, "{name}: {outcome:?}");
    }
}

fn disguised(media_type: MediaType, hidden: FileKind) -> E {
    E::Disguised { media_type, hidden }
}

#[test]
fn nothing_and_too_much() {
    check_refused("zero bytes", b"", &E::Empty);
    let endless = || jpeg::plain(8, 8).chain_zeros();
    let result = patient().inspect(endless());
    assert_eq!(refusal(result), Err(E::TooLarge { max_bytes: MAX_BYTES }));
    let result = patient().thumbnail(endless().take(MAX_BYTES + 1), 64);
    assert_eq!(refusal(result), Err(E::TooLarge { max_bytes: MAX_BYTES }));
    let result = patient().inspect(endless().take(MAX_BYTES));
    assert_eq!(refusal(result), Ok(()), "zeros after the picture are padding");
}

trait ChainZeros {
    fn chain_zeros(self) -> Box<dyn std::io::Read + Send>;
}

impl ChainZeros for Vec<u8> {
    fn chain_zeros(self) -> Box<dyn std::io::Read + Send> {
        Box::new(std::io::Cursor::new(self).chain(std::io::repeat(0)))
    }
}

#[test]
fn names_are_not_believed() {
    let gif = b"GIF89a\x01\0\x01\0\0\0\0;";
    check_refused("photo.png, a GIF", gif, &E::UnknownType { found: FileKind::Gif });
    let jpeg = jpeg::plain(8, 8);
    assert_eq!(sniff(&jpeg), Some(MediaType::Jpeg));
    assert!(!MediaType::Jpeg.agrees_with_name("passport.png"), "the wallet can say that the name is wrong");
    check_refused("scan.pdf, a text", b"hello", &E::UnknownType { found: FileKind::Text });
}

#[test]
fn two_things_at_once() {
    let page = b"<html><script>alert(1)</script></html>";
    let picture = jpeg::plain(16, 16);
    let html_in_jpeg = disguised(MediaType::Jpeg, FileKind::WebPage);
    check_refused("JPEG, then HTML", &[&picture[..], page].concat(), &html_in_jpeg);
    let commented = jpeg::with_segments(&picture, &[(0xFE, page.to_vec())]);
    check_refused("HTML in a JPEG's comment", &commented, &html_in_jpeg);
    assert_eq!(sniff(&commented), None, "the first bytes are enough");
    let late = jpeg::with_segments(&picture, &[(0xEF, vec![b' '; 5_000]), (0xFE, page.to_vec())]);
    check_refused("HTML in a late comment", &late, &html_in_jpeg);
    check_refused("JPEG, then ZIP", &[&picture[..], &zip()].concat(), &disguised(MediaType::Jpeg, FileKind::Zip));
    check_refused(
        "JPEG, then PDF",
        &[picture, pdf::plain()].concat(),
        &disguised(MediaType::Jpeg, FileKind::Taken(MediaType::Pdf)),
    );
    let picture = png::plain(16, 16);
    check_refused("PNG, then ZIP", &[&picture[..], &zip()].concat(), &disguised(MediaType::Png, FileKind::Zip));
    check_refused("PNG, then HTML", &[&picture[..], page].concat(), &disguised(MediaType::Png, FileKind::WebPage));
    let both = [pdf::plain(), zip()].concat();
    check_refused("PDF, then ZIP", &both, &disguised(MediaType::Pdf, FileKind::Zip));
    let late_header = [zip(), pdf::plain()].concat();
    assert!(matches!(refusal(patient().inspect(&late_header[..])), Err(E::UnknownType { .. })));
    assert_eq!(
        describe(&[b"MZ\n".as_slice(), &pdf::plain()].concat()),
        FileKind::Other("application/vnd.microsoft.portable-executable".to_owned())
    );
    for before in ["GIF89a\u{1}\0\u{1}\0\0\0\0;", "#!/bin/sh\n", "<html>", "PK\u{3}\u{4}"] {
        let both = [before.as_bytes(), &pdf::plain()].concat();
        assert_eq!(sniff(&both), None, "{before:?} before a PDF");
    }
}

#[test]
fn cut_off() {
    for (whole, media_type) in
        [(jpeg::plain(64, 64), MediaType::Jpeg), (png::plain(64, 64), MediaType::Png), (pdf::plain(), MediaType::Pdf)]
    {
        check_refused("the first half", &whole[..whole.len() / 2], &E::Truncated { media_type });
    }
}

#[test]
fn damaged() {
    let mut picture = png::plain(16, 16);
    picture[60] ^= 1;
    check_refused("a PNG with a flipped bit", &picture, &E::Damaged { media_type: MediaType::Png });
    let empty = [&[0xFF, 0xD8], &jpeg::segment(0xE0, b"JFIF\0")[..], &[0xFF, 0xD9]].concat();
    check_refused("a JPEG without a picture", &empty, &E::Damaged { media_type: MediaType::Jpeg });
    check_refused("a PDF of nothing", b"%PDF-1.7\n%%EOF", &E::Damaged { media_type: MediaType::Pdf });
    check_refused("a PDF with a password", &pdf::encrypted(), &E::Encrypted);
}

#[test]
fn pictures_that_claim_too_much() {
    let small = deflated_zeros(1_000);
    let bomb = png::claiming(30_000, 30_000, 8, 2, &small);
    check_refused("30,000 by 30,000", &bomb, &E::TooManyPixels { width: 30_000, height: 30_000 });
    let short = png::claiming(500, 500, 8, 2, &small);
    check_refused("fewer pixels than claimed", &short, &E::Damaged { media_type: MediaType::Png });
    let text = png::with_chunks(
        &png::plain(8, 8),
        &[(b"zTXt", [b"Comment\0\0".as_slice(), &deflated_zeros(300_000_000)].concat())],
    );
    check_bomb("a compressed text of 300 MB", &text);
    check_bomb("98 MB of grey", &png::claiming(9_900, 9_900, 8, 0, &deflated_zeros(9_901 * 9_900)));
    let many = (0..70_000).fold(Vec::new(), |mut all, _| {
        all.extend(png::chunk(*b"prVt", b""));
        all
    });
    let many = [&png::plain(8, 8)[..33], &many, &png::plain(8, 8)[33..]].concat();
    check_refused("70,000 chunks", &many, &E::TooComplex);
}

#[test]
fn pdf_bombs() {
    let once = deflated_zeros(1_000_000_000);
    check_bomb("a gigabyte", &pdf::with_content(pdf::stream("/Filter/FlateDecode", &once)));
    let twice = deflate(&once);
    assert!(twice.len() < 200_000, "{} bytes", twice.len());
    let filters = "/Filter[/FlateDecode/FlateDecode]";
    check_bomb("a gigabyte in a hundred kilobytes", &pdf::with_content(pdf::stream(filters, &twice)));
}

#[test]
fn pdfs_without_a_bottom() {
    const DEPTH: usize = 100_000;
    let arrays = ["[".repeat(DEPTH), "]".repeat(DEPTH)].concat();
    let dictionaries = ["<</A ".repeat(DEPTH), "0".to_owned(), ">>".repeat(DEPTH)].concat();
    check_bomb("arrays in the catalogue", &pdf::with_catalogue_entry(arrays.as_bytes()));
    check_bomb("dictionaries in the catalogue", &pdf::with_catalogue_entry(dictionaries.as_bytes()));
    check_bomb("arrays on the page", &pdf::with_content(pdf::stream("", arrays.as_bytes())));
    check_bomb("dictionaries on the page", &pdf::with_content(pdf::stream("", dictionaries.as_bytes())));
    check_bomb("states on the page", &pdf::with_content(pdf::stream("", "q ".repeat(DEPTH).as_bytes())));
    check_bomb("a page tree that is its own child", &pdf::page_tree_loop());
}

pub(crate) fn deflate(bytes: &[u8]) -> Vec<u8> {
    use std::io::Write as _;
    let mut deflating = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
    deflating.write_all(bytes).unwrap();
    deflating.finish().unwrap()
}
