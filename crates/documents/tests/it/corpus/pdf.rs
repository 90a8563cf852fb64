//! PDF files.

/// A page of 200 by 100 points, its right half black.
pub(crate) fn plain() -> Vec<u8> {
    file(&[
        b"<</Type/Catalog/Pages 2 0 R>>".to_vec(),
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>".to_vec(),
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]/Contents 4 0 R>>".to_vec(),
        stream("", b"0 g 100 0 100 100 re f"),
    ])
}

/// One page with this content stream.
pub(crate) fn with_content(content: Vec<u8>) -> Vec<u8> {
    file(&[
        b"<</Type/Catalog/Pages 2 0 R>>".to_vec(),
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>".to_vec(),
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]/Contents 4 0 R>>".to_vec(),
        content,
    ])
}

/// One page with something more in its catalogue.
pub(crate) fn with_catalogue_entry(entry: &[u8]) -> Vec<u8> {
    file(&[
        [b"<</Type/Catalog/Pages 2 0 R/Extra ".as_slice(), entry, b">>"].concat(),
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>".to_vec(),
        [b"<</Type/Page/Parent 2 0 R/Extra ".as_slice(), entry, b"/MediaBox[0 0 200 100]>>"].concat(),
    ])
}

/// A page tree whose only child is itself.
pub(crate) fn page_tree_loop() -> Vec<u8> {
    file(&[
        b"<</Type/Catalog/Pages 2 0 R>>".to_vec(),
        b"<</Type/Pages/Kids[3 0 R 2 0 R]/Parent 3 0 R/Count 2>>".to_vec(),
        b"<</Type/Pages/Kids[2 0 R 3 0 R]/Parent 2 0 R/Count 2>>".to_vec(),
    ])
}

/// Protected with a password that nobody knows: its check value fits none.
pub(crate) fn encrypted() -> Vec<u8> {
    let key = "41".repeat(32);
    file_with_trailer(
        &[
            b"<</Type/Catalog/Pages 2 0 R>>".to_vec(),
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>".to_vec(),
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]>>".to_vec(),
            format!("<</Filter/Standard/V 2/R 3/Length 128/P -44/O<{key}>/U<{key}>>>").into_bytes(),
        ],
        "/Encrypt 4 0 R/ID[<41414141414141414141414141414141><41414141414141414141414141414141>]",
    )
}

/// With an author, a program and a date in its information dictionary.
pub(crate) fn with_information() -> Vec<u8> {
    file_with_trailer(
        &[
            b"<</Type/Catalog/Pages 2 0 R>>".to_vec(),
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>".to_vec(),
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]>>".to_vec(),
            b"<</Author(Ada Example)/Producer(Example Writer)/CreationDate(D:20260731101520Z)>>".to_vec(),
        ],
        "/Info 4 0 R",
    )
}

pub(crate) fn stream(entries: &str, data: &[u8]) -> Vec<u8> {
    [format!("<</Length {}{entries}>>stream\n", data.len()).as_bytes(), data, b"\nendstream"].concat()
}

fn file(objects: &[Vec<u8>]) -> Vec<u8> {
    file_with_trailer(objects, "")
}

fn file_with_trailer(objects: &[Vec<u8>], trailer: &str) -> Vec<u8> {
    let mut pdf = b"%PDF-1.7\n".to_vec();
    let mut table = format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).into_bytes();
    for (index, object) in objects.iter().enumerate() {
        table.extend(format!("{:010} 00000 n \n", pdf.len()).as_bytes());
        pdf.extend(format!("{} 0 obj\n", index + 1).as_bytes());
        pdf.extend_from_slice(object);
        pdf.extend(b"\nendobj\n");
    }
    let start = pdf.len();
    pdf.extend(table);
    let size = objects.len() + 1;
    pdf.extend(format!("trailer\n<</Size {size}/Root 1 0 R{trailer}>>\nstartxref\n{start}\n%%EOF\n").as_bytes());
    pdf
}
