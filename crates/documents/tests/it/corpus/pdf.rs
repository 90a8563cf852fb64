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

pub(crate) fn stream(entries: &str, data: &[u8]) -> Vec<u8> {
    [format!("<</Length {}{entries}>>stream\n", data.len()).as_bytes(), data, b"\nendstream"].concat()
}

pub(crate) fn file(objects: &[Vec<u8>]) -> Vec<u8> {
    file_with_trailer(objects, "")
}

pub(crate) fn file_with_trailer(objects: &[Vec<u8>], trailer: &str) -> Vec<u8> {
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

/// A page of 200 by 100 points, its right half black, with something more in its catalogue and on its page, and with
/// further objects, of which the first is number 5.
pub(crate) fn with(catalogue: &str, page: &str, further: &[Vec<u8>]) -> Vec<u8> {
    file(&parts(catalogue, page, further))
}

/// The objects of [`with`].
pub(crate) fn parts(catalogue: &str, page: &str, further: &[Vec<u8>]) -> Vec<Vec<u8>> {
    let mut objects = vec![
        format!("<</Type/Catalog/Pages 2 0 R{catalogue}>>").into_bytes(),
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>".to_vec(),
        format!("<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]/Contents 4 0 R{page}>>").into_bytes(),
        stream("", b"0 g 100 0 100 100 re f"),
    ];
    objects.extend_from_slice(further);
    objects
}

/// The same objects as newer programs write them: all that are no streams compressed in one (ISO 32000-1, 7.5.7).
pub(crate) fn compressed(objects: &[Vec<u8>]) -> Vec<u8> {
    let is_stream = |object: &Vec<u8>| object.ends_with(b"endstream");
    let mut pdf = b"%PDF-1.7\n".to_vec();
    let (holder, table) = (objects.len() + 1, objects.len() + 2);
    let mut places = vec![(0_u8, 0_usize, 0_usize); table + 1];
    let (mut index, mut held) = (String::new(), Vec::new());
    for (number, object) in (1..).zip(objects) {
        if is_stream(object) {
            places[number] = (1, pdf.len(), 0);
            pdf.extend([format!("{number} 0 obj\n").as_bytes(), object, b"\nendobj\n"].concat());
        } else {
            places[number] = (2, holder, index.lines().count());
            index.extend([number.to_string(), format!(" {}\n", held.len())]);
            held.extend([object.as_slice(), b"\n"].concat());
        }
    }
    let entries = format!("/Type/ObjStm/N {}/First {}/Filter/FlateDecode", index.lines().count(), index.len());
    let packed = crate::hostile::deflate(&[index.as_bytes(), &held].concat());
    places[holder] = (1, pdf.len(), 0);
    pdf.extend([format!("{holder} 0 obj\n").as_bytes(), &stream(&entries, &packed), b"\nendobj\n"].concat());
    places[table] = (1, pdf.len(), 0);
    let start = pdf.len();
    let rows: Vec<u8> = places
        .iter()
        .flat_map(|(kind, at, index)| {
            [&[*kind][..], &u32::try_from(*at).unwrap().to_be_bytes(), &u16::try_from(*index).unwrap().to_be_bytes()]
                .concat()
        })
        .collect();
    let entries = format!("/Type/XRef/Size {}/W[1 4 2]/Root 1 0 R", table + 1);
    pdf.extend([format!("{table} 0 obj\n").as_bytes(), &stream(&entries, &rows), b"\nendobj\n"].concat());
    pdf.extend(format!("startxref\n{start}\n%%EOF\n").as_bytes());
    pdf
}

/// A file saved again with one object changed, as programs do that only append.
pub(crate) fn saved_again(pdf: &[u8], number: usize, object: &[u8], size: usize) -> Vec<u8> {
    let text = String::from_utf8_lossy(pdf);
    let before: usize = text.rsplit("startxref").next().unwrap().split_whitespace().next().unwrap().parse().unwrap();
    let mut out = pdf.to_vec();
    let at = out.len();
    out.extend([format!("{number} 0 obj\n").as_bytes(), object, b"\nendobj\n"].concat());
    let start = out.len();
    out.extend(format!("xref\n{number} 1\n{at:010} 00000 n \ntrailer\n").as_bytes());
    out.extend(format!("<</Size {size}/Root 1 0 R/Prev {before}>>\nstartxref\n{start}\n%%EOF\n").as_bytes());
    out
}
