//! The process that reads documents.

use std::io::{self, Read};
use std::time::Duration;

use idw_documents::worker::Limits;
use idw_documents::{DocumentError, Worker, WorkerError, inspect, shrink, strip_metadata, thumbnail};

use crate::corpus::{exif, jpeg, pdf};

pub(crate) const PROGRAM: &str = env!("CARGO_BIN_EXE_idw-document-worker");

/// Enough time for an unoptimised program on a busy machine; memory as shipped.
pub(crate) fn patient() -> Worker {
    Worker::new(PROGRAM).with_limits(Limits { wall: Duration::from_secs(120), cpu_seconds: 100, ..Limits::default() })
}

#[test]
fn the_worker_answers_as_the_functions_do() {
    let picture = jpeg::with_segments(&jpeg::noise(320, 200), &[(0xE1, exif::phone(6))]);
    let worker = patient();
    assert_eq!(worker.inspect(&picture[..]).unwrap(), inspect(&picture).unwrap());
    assert_eq!(worker.thumbnail(&picture[..], 64).unwrap(), thumbnail(&picture, 64).unwrap());
    assert_eq!(worker.shrink(&picture[..], 20_000).unwrap(), shrink(&picture, 20_000).unwrap());
    assert_eq!(worker.strip_metadata(&picture[..]).unwrap(), strip_metadata(&picture).unwrap());
    assert_eq!(worker.thumbnail(&pdf::plain()[..], 64).unwrap(), thumbnail(&pdf::plain(), 64).unwrap());
}

#[test]
fn a_busy_machine_is_not_the_documents_fault() {
    let worker = patient().with_limits(Limits { wall: Duration::ZERO, ..Limits::default() });
    let refused = worker.inspect(&jpeg::plain(8, 8)[..]);
    assert!(matches!(refused, Err(WorkerError::Busy)), "{refused:?}");
    assert_eq!(refused.unwrap_err().to_string(), "the process that reads documents did not end in time");
}

#[cfg(target_os = "linux")]
#[test]
fn memory_is_limited() {
    let limits = Limits { memory_bytes: 16 * 1024 * 1024, wall: Duration::from_secs(120), cpu_seconds: 100 };
    let worker = Worker::new(PROGRAM).with_limits(limits);
    let result = worker.shrink(&jpeg::plain(2_800, 2_800)[..], 20_000).map(|_| ());
    assert!(matches!(result, Err(WorkerError::Refused(DocumentError::TooMuchMemory))), "{result:?}");
    assert!(worker.thumbnail(&jpeg::plain(2_800, 2_800)[..], 64).is_ok(), "a thumbnail takes little of it");
    assert!(worker.thumbnail(&jpeg::plain(100, 100)[..], 64).is_ok(), "small pictures still fit");
}

#[test]
fn a_document_that_cannot_be_read_is_told_apart_from_a_bad_one() {
    struct Broken;
    impl Read for Broken {
        fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
            Err(io::Error::other("the disk is gone"))
        }
    }
    assert!(matches!(patient().inspect(Broken), Err(WorkerError::Source(_))));
    let half = jpeg::plain(8, 8);
    assert!(matches!(patient().inspect((&half[..20]).chain(Broken)), Err(WorkerError::Source(_))));
}

#[test]
fn a_program_that_is_no_worker_is_noticed() {
    let missing = Worker::new("no-such-program").inspect(&b"x"[..]);
    assert!(matches!(missing, Err(WorkerError::Start(_))), "{missing:?}");
    if cfg!(unix) {
        let other = Worker::new("/bin/false").inspect(&b"x"[..]);
        assert!(matches!(other, Err(WorkerError::Start(_))), "{other:?}");
        let other = Worker::new("/bin/echo").inspect(&b"x"[..]);
        assert!(matches!(other, Err(WorkerError::Start(_))), "{other:?}");
    }
}

#[test]
fn a_program_started_without_the_argument_is_none() {
    let status = std::process::Command::new(PROGRAM).arg("--help").status().unwrap();
    assert!(!status.success());
}
