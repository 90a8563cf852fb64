//! Each way in which a file can be wrong has an error of its own.

use std::fs;

use idw_backup::{Passphrase, ReadError};
use proptest::prelude::*;

use crate::{backup_of, passphrase, read, sample};

fn check(bytes: &[u8], expected: &str, why: &str) {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("file");
    fs::write(&path, bytes).unwrap();
    let error = read(&path, &passphrase()).expect_err(why);
    assert!(format!("{error:?}").starts_with(expected), "{why}: {error:?}");
}

/// Where the header ends: after the line with its authentication.
fn header_len(bytes: &[u8]) -> usize {
    let mac = bytes.windows(5).position(|part| part == b"\n--- ").unwrap() + 1;
    mac + bytes[mac..].iter().position(|byte| *byte == b'\n').unwrap() + 1
}

#[test]
fn a_wrong_passphrase_is_no_damage() {
    let (_dir, path) = backup_of(&sample());
    for wrong in ["", "correct horse battery stapl", "Correct horse battery staple"] {
        let error = read(&path, &Passphrase::new(wrong.to_owned())).unwrap_err();
        assert!(matches!(error, ReadError::WrongPassphrase), "{wrong:?}: {error:?}");
    }
}

#[test]
fn a_cut_is_told_wherever_it_is() {
    let (_dir, path) = backup_of(&sample());
    let bytes = fs::read(&path).unwrap();
    let header = header_len(&bytes);
    let chunk = 65_536 + 16;
    let cuts = [
        1,
        20,
        header - 50,
        header - 1,
        header,
        header + 8,
        header + 16,
        header + 16 + 100,
        header + 16 + chunk - 1,
        header + 16 + chunk,
        header + 16 + chunk + 1,
        header + 16 + 2 * chunk,
        bytes.len() - 1000,
        bytes.len() - 1,
    ];
    for cut in cuts {
        check(&bytes[..cut], "Truncated", &format!("cut to {cut} of {} bytes", bytes.len()));
    }
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("file");
    fs::write(&path, &bytes[..bytes.len() - 1]).unwrap();
    match read(&path, &passphrase()) {
        Err(ReadError::Truncated { expected: Some(expected), found }) => {
            assert_eq!((expected, found), (bytes.len() as u64, bytes.len() as u64 - 1), "the length is exact");
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_changed_bit_is_damage_wherever_it_is() {
    let (_dir, path) = backup_of(&sample());
    let bytes = fs::read(&path).unwrap();
    let header = header_len(&bytes);
    for at in [header - 10, header + 3, header + 16, header + 16 + 65_540, bytes.len() / 2, bytes.len() - 1] {
        let mut changed = bytes.clone();
        changed[at] ^= 1;
        check(&changed, "Damaged", &format!("bit at {at} of {}", bytes.len()));
    }
    let mut longer = bytes.clone();
    longer.push(0);
    check(&longer, "Damaged", "a byte behind it");
}

#[test]
fn what_is_no_backup_is_told_apart() {
    check(b"", "NotABackup", "nothing");
    check(b"PK\x03\x04 something else, long enough to be anything", "NotABackup", "another kind of file");
    check(b"age-encryption.org/v2\n-> scrypt\n", "NewerVersion", "a later age");
    check(b"age-encryption.org/v1\nnonsense\n---\n", "Damaged", "no header");
    check(&[b"age-encryption.org/v1\n".as_slice(), &[b'x'; 10_000]].concat(), "Damaged", "a header without end");
    let dir = tempfile::tempdir().unwrap();
    assert!(matches!(read(dir.path(), &passphrase()), Err(ReadError::NotAFile)), "a folder");
    assert!(matches!(read(&dir.path().join("none"), &passphrase()), Err(ReadError::Io(_))));
}

#[test]
fn work_without_bound_is_refused_before_it_is_done() {
    let (_dir, path) = backup_of(&[]);
    let text = fs::read(&path).unwrap();
    let at = text.windows(4).position(|part| part == b" 15\n").unwrap();
    let mut greedy = text.clone();
    greedy[at + 1..at + 3].copy_from_slice(b"21");
    check(&greedy, "ExcessiveWork", "2 GiB");
    greedy[at + 1..at + 3].copy_from_slice(b"63");
    check(&greedy, "ExcessiveWork", "all the memory there is");
}

/// As by FTP in text mode, `git` with `text=auto`, or an editor.
#[test]
fn a_backup_that_was_taken_for_text_on_its_way_is_named_as_such() {
    let (_dir, path) = backup_of(&sample());
    let bytes = fs::read(&path).unwrap();
    assert!(bytes.len() > 1_000_000, "long enough to be sure of what is missing");
    let longer: Vec<u8> =
        bytes.iter().flat_map(|byte| if *byte == b'\n' { vec![b'\r', b'\n'] } else { vec![*byte] }).collect();
    check(&longer, "TakenForText { line_ends_added: true }", "LF to CRLF");
    let without_pairs = |bytes: &[u8]| -> Vec<u8> {
        let is_dropped = |at: usize| bytes[at] == b'\r' && bytes.get(at + 1) == Some(&b'\n');
        (0..bytes.len()).filter(|at| !is_dropped(*at)).map(|at| bytes[at]).collect()
    };
    let shorter = without_pairs(&bytes);
    assert!(shorter.len() < bytes.len());
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("file");
    fs::write(&path, &shorter).unwrap();
    let error = read(&path, &passphrase()).unwrap_err();
    assert!(matches!(error, ReadError::Truncated { .. } | ReadError::Damaged { .. }), "{error:?}");
    let explained = idw_backup::explain(error, shorter.as_slice());
    assert!(matches!(explained, ReadError::TakenForText { line_ends_added: false }), "{explained:?}");
    // What is only cut or changed is not blamed on that.
    for damaged in [bytes[..bytes.len() - 1].to_vec(), [&bytes[..600_000], &vec![0; 600_000]].concat()] {
        fs::write(&path, &damaged).unwrap();
        let explained = idw_backup::explain(read(&path, &passphrase()).unwrap_err(), damaged.as_slice());
        assert!(matches!(explained, ReadError::Truncated { .. } | ReadError::Damaged { .. }), "{explained:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400), prefix in any::<bool>()) {
        let start: &[u8] = if prefix { b"age-encryption.org/v1\n-> " } else { b"" };
        let bytes = [start, &bytes].concat();
        let len = bytes.len() as u64;
        let result = idw_backup::read_from(bytes.as_slice(), len, &passphrase(), |_| Ok(()), |_, _| Ok::<_, ReadError>(()));
        prop_assert!(result.is_err());
    }
}
