//! Who proves what to whom.

use std::time::Duration;

use super::*;
use crate::hello::{ClientHello, Intent};
use crate::proof::Said;
use crate::{Fault, Refused};

#[tokio::test]
async fn both_sides_prove_themselves_and_then_talk() {
    let pipes = Pipes::new(Some(key()));
    let mut connection = pipes.greet(Some(&key())).await.unwrap();
    assert_eq!(connection.holder(), Holder { kind: HolderKind::Serve, pid: 17 });
    assert_eq!(connection.call(b"hello").await.unwrap(), b"proven hello");
    let mut connection = pipes.greet(None).await.unwrap();
    assert_eq!(connection.call(b"hello").await.unwrap(), b"unproven hello");
}

#[tokio::test]
async fn a_holder_that_was_never_unlocked_takes_no_proof_until_it_has_a_key() {
    let pipes = Pipes::new(None);
    for _ in 0..10 {
        let refused = pipes.greet(Some(&key())).await.err();
        assert!(matches!(refused, Some(LinkError::Refused(Refused::NeverUnlocked))), "{refused:?}");
    }
    assert!(pipes.greet(None).await.is_ok());
    pipes.shared.set_key(key());
    assert!(pipes.greet(Some(&key())).await.is_ok(), "what could not be looked at was not wrong");
}

#[tokio::test]
async fn after_five_wrong_proofs_good_ones_wait_for_a_minute_and_hand_ins_do_not() {
    let pipes = Pipes::new(Some(key()));
    for _ in 0..5 {
        let refused = pipes.greet(Some(&wrong_key())).await.err();
        assert!(matches!(refused, Some(LinkError::Refused(Refused::WrongProof))), "{refused:?}");
    }
    let refused = pipes.greet(Some(&key())).await.err();
    assert!(matches!(refused, Some(LinkError::Refused(Refused::Paused { seconds: 60 }))), "{refused:?}");
    assert_eq!(pipes.greet(None).await.unwrap().call(b"a form").await.unwrap(), b"unproven a form");
    pipes.time.advance(Duration::from_secs(59));
    let refused = pipes.greet(Some(&key())).await.err();
    assert!(matches!(refused, Some(LinkError::Refused(Refused::Paused { seconds: 1 }))), "{refused:?}");
    pipes.time.advance(Duration::from_secs(1));
    assert!(pipes.greet(Some(&key())).await.is_ok());
}

#[tokio::test]
async fn a_hello_that_was_recorded_is_worth_nothing_later() {
    let pipes = Pipes::new(Some(key()));
    let (stream, _) = pipes.connect();
    let mut raw = Raw(stream);
    let ours = ClientHello { nonce: [1; 32], intent: Intent::Prove };
    let proof = Said::new(&raw.holder_hello().await, &ours).prove_client(&key());
    let recorded = ours.encode(Some(&proof));
    raw.say(&recorded).await;
    assert!(matches!(raw.answer().await, Answer::Proved(_)));

    let (stream, ended) = pipes.connect();
    let mut raw = Raw(stream);
    raw.holder_hello().await;
    raw.say(&recorded).await;
    assert_eq!(raw.answer().await, Answer::Refused(Refused::WrongProof));
    assert!(raw.is_closed().await);
    assert!(matches!(end_of(ended).await, Err(LinkError::Refused(Refused::WrongProof))));
}

/// A program that listens in the wallet's place and does not have the key.
async fn meet_impostor(key: Option<&LinkKey>, answer: impl FnOnce(&[u8; 32]) -> Answer) -> Option<LinkError> {
    let pipes = Pipes::new(None);
    let (ours, theirs) = tokio::io::duplex(1024);
    let impostor = async {
        let mut raw = Raw(theirs);
        let hello = HolderHello { holder: Holder { kind: HolderKind::Window, pid: 1 }, nonce: [3; 32] };
        raw.say(&hello.encode()).await;
        let said = raw.client_hello().await;
        let proof = said[CLIENT_HELLO_LEN_BYTES - 32..].try_into().unwrap();
        raw.say(&answer(&proof).encode()).await;
        // All that the client tells it.
        let mut told = Vec::new();
        raw.0.read_to_end(&mut told).await.unwrap();
        told
    };
    let client = async { pipes.greet_over(ours, key).await.err() };
    let (error, told) = tokio::join!(client, impostor);
    assert_eq!(told, b"", "nothing is told to an impostor");
    error
}

#[tokio::test]
async fn a_holder_that_cannot_prove_itself_is_told_nothing() {
    let (proof_of_another, no_proof) = (|_: &_| Answer::Proved([9; 32]), |_: &_| Answer::Heard);
    let sent_back = |proof: &[u8; 32]| Answer::Proved(*proof);
    for error in [
        meet_impostor(Some(&key()), proof_of_another).await,
        meet_impostor(Some(&key()), sent_back).await,
        meet_impostor(Some(&key()), no_proof).await,
    ] {
        assert!(
            matches!(&error, Some(LinkError::NotProved { path }) if path == Path::new("/run/idw.sock")),
            "{error:?}"
        );
        assert!(error.unwrap().to_string().contains("a program that is not the wallet answers at /run/idw.sock"));
    }
    let error = meet_impostor(None, proof_of_another).await;
    assert!(matches!(error, Some(LinkError::Broken(Fault::BadHello))), "{error:?}");
}

/// Somebody in the middle who passes on what both say, after `change` had a look at each piece.
async fn meet_in_the_middle(change: fn(Way, usize, &mut [u8])) -> (Result<Vec<u8>, LinkError>, Vec<u8>) {
    let pipes = Pipes::new(Some(key()));
    let (to_holder, _ended) = pipes.connect();
    let (client, to_client) = tokio::io::duplex(16 * 1024);
    let (from_client, to_client) = tokio::io::split(to_client);
    let (from_holder, to_holder) = tokio::io::split(to_holder);
    let seen = Arc::new(std::sync::Mutex::new(Vec::new()));
    let relays = [
        tokio::spawn(relay(from_client, to_holder, Way::ToHolder, change, seen.clone())),
        tokio::spawn(relay(from_holder, to_client, Way::ToClient, change, seen.clone())),
    ];
    let outcome = async {
        let mut connection = pipes.greet_over(client, Some(&key())).await?;
        connection.call(b"secret question").await
    };
    let outcome = outcome.await;
    for relay in relays {
        relay.await.unwrap();
    }
    let seen = seen.lock().unwrap().clone();
    (outcome, seen)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    ToHolder,
    ToClient,
}

async fn relay(
    mut from: impl tokio::io::AsyncRead + Unpin,
    mut to: impl tokio::io::AsyncWrite + Unpin,
    way: Way,
    change: fn(Way, usize, &mut [u8]),
    seen: Arc<std::sync::Mutex<Vec<u8>>>,
) {
    let (mut at, mut piece) = (0, [0; 1024]);
    while let Ok(len @ 1..) = from.read(&mut piece).await {
        seen.lock().unwrap().extend_from_slice(&piece[..len]);
        change(way, at, &mut piece[..len]);
        at += len;
        if to.write_all(&piece[..len]).await.is_err() {
            break;
        }
    }
    let _ = to.shutdown().await;
}

/// Changes the byte at `place` of all that goes one way.
fn flip(at: usize, bytes: &mut [u8], place: usize) {
    if let Some(byte) = place.checked_sub(at).and_then(|place| bytes.get_mut(place)) {
        *byte ^= 1;
    }
}

#[tokio::test]
async fn somebody_in_the_middle_reads_nothing() {
    let (outcome, seen) = meet_in_the_middle(|_, _, _| ()).await;
    assert_eq!(outcome.unwrap(), b"proven secret question");
    assert!(seen.len() > HOLDER_HELLO_LEN_BYTES + CLIENT_HELLO_LEN_BYTES + ANSWER_LEN_BYTES);
    assert!(!seen.windows(6).any(|bytes| bytes == b"secret"));
}

#[tokio::test]
async fn somebody_in_the_middle_changes_nothing() {
    // The holder's process number, and a message to it.
    let (outcome, _) = meet_in_the_middle(|way, at, bytes| {
        if way == Way::ToClient {
            flip(at, bytes, 12);
        }
    })
    .await;
    assert!(matches!(outcome, Err(LinkError::Refused(Refused::WrongProof))), "{outcome:?}");
    let (outcome, _) = meet_in_the_middle(|way, at, bytes| {
        if way == Way::ToHolder {
            flip(at, bytes, CLIENT_HELLO_LEN_BYTES + 8);
        }
    })
    .await;
    assert!(matches!(outcome, Err(LinkError::Broken(Fault::Ended))), "{outcome:?}");
    // The holder's proof, and a reply.
    let (outcome, _) = meet_in_the_middle(|way, at, bytes| {
        if way == Way::ToClient {
            flip(at, bytes, HOLDER_HELLO_LEN_BYTES + 10);
        }
    })
    .await;
    assert!(matches!(outcome, Err(LinkError::NotProved { .. })), "{outcome:?}");
    let (outcome, _) = meet_in_the_middle(|way, at, bytes| {
        if way == Way::ToClient {
            flip(at, bytes, HOLDER_HELLO_LEN_BYTES + ANSWER_LEN_BYTES + 8);
        }
    })
    .await;
    assert!(matches!(outcome, Err(LinkError::Broken(Fault::Forged))), "{outcome:?}");
}

#[tokio::test]
async fn a_hello_that_makes_no_sense_is_one_error_and_the_next_one_is_heard() {
    let pipes = Pipes::new(Some(key()));
    let mut other_version = [0; CLIENT_HELLO_LEN_BYTES];
    other_version[..10].copy_from_slice(b"idw link\0\x02");
    let mut odd_intent = ClientHello { nonce: [1; 32], intent: Intent::HandIn }.encode(None);
    odd_intent[42] = 2;
    let wrong: [(&[u8], Expected); 5] = [
        (b"GET / HTTP/1.1\r\n\r\n", |error| matches!(error, LinkError::Broken(Fault::WrongMagic))),
        (&other_version, |error| matches!(error, LinkError::WrongVersion { theirs: 2, ours: 1 })),
        (&odd_intent, |error| matches!(error, LinkError::Broken(Fault::BadHello))),
        (b"idw link\0\x01half", |error| matches!(error, LinkError::Broken(Fault::Ended))),
        (b"", |error| matches!(error, LinkError::Broken(Fault::Ended))),
    ];
    for (bytes, is_expected) in wrong {
        let (stream, ended) = pipes.connect();
        let mut raw = Raw(stream);
        raw.holder_hello().await;
        raw.say(bytes).await;
        raw.0.shutdown().await.unwrap();
        let error = end_of(ended).await.unwrap_err();
        assert!(is_expected(&error), "{error:?}");
        assert!(raw.is_closed().await);
        assert!(pipes.greet(Some(&key())).await.is_ok());
    }
}

#[tokio::test]
async fn a_client_names_the_version_of_a_holder_that_speaks_another() {
    let pipes = Pipes::new(None);
    let (ours, mut theirs) = tokio::io::duplex(1024);
    theirs.write_all(b"idw link\x01\x02").await.unwrap();
    let error = pipes.greet_over(ours, None).await.err().unwrap();
    assert!(matches!(error, LinkError::WrongVersion { theirs: 0x0102, ours: 1 }));
    assert!(error.to_string().contains("speaks version 258"));
}

#[tokio::test]
async fn a_client_hears_why_a_holder_closed_before_it_could_speak() {
    let pipes = Pipes::new(None);
    let (ours, theirs) = tokio::io::duplex(1024);
    let mut raw = Raw(theirs);
    raw.say(&HolderHello { holder: Holder { kind: HolderKind::Window, pid: 1 }, nonce: [3; 32] }.encode()).await;
    raw.say(&Answer::Refused(Refused::Busy).encode()).await;
    drop(raw);
    let refused = pipes.greet_over(ours, Some(&key())).await.err();
    assert!(matches!(refused, Some(LinkError::Refused(Refused::Busy))), "{refused:?}");
}

#[tokio::test]
async fn a_hello_has_five_seconds_on_both_sides() {
    let pipes = Pipes::new(Some(key()));
    let (stream, ended) = pipes.connect();
    let mut raw = Raw(stream);
    raw.holder_hello().await;
    raw.say(b"idw link\0\x01 and then nothing").await;
    pipes.time.advance(Duration::from_millis(4999));
    tokio::task::yield_now().await;
    assert!(!ended.is_finished());
    pipes.time.advance(Duration::from_millis(1));
    assert!(matches!(end_of(ended).await, Err(LinkError::Timeout { doing: "say who it is" })));

    let (ours, _silent) = tokio::io::duplex(1024);
    let waits = pipes.greet_over(ours, None);
    let passes = async {
        tokio::task::yield_now().await;
        pipes.time.advance(Duration::from_secs(5));
    };
    let (error, ()) = tokio::join!(waits, passes);
    assert!(matches!(error.err(), Some(LinkError::Timeout { doing: "say who it is" })));
}
