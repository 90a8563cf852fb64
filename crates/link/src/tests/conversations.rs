//! Messages and replies.

use std::time::Duration;

use super::*;
use crate::hello::{ClientHello, Intent};
use crate::{Fault, MOST_PROVEN_BYTES, MOST_UNPROVEN_BYTES};

#[tokio::test]
async fn a_message_can_have_several_replies_or_none() {
    let pipes = Pipes::new(Some(key()));
    for key in [Some(key()), None] {
        let mut connection = pipes.greet(key.as_ref()).await.unwrap();
        connection.send(b"count").await.unwrap();
        for number in [b"1", b"2", b"3"] {
            assert_eq!(connection.next().await.unwrap().unwrap(), number);
        }
        assert_eq!(connection.next().await.unwrap(), None);
        assert_eq!(connection.next().await.unwrap(), None, "nothing was asked since");
        connection.send(b"nothing").await.unwrap();
        assert_eq!(connection.next().await.unwrap(), None);
        assert_eq!(
            connection.call(b"").await.unwrap().trim_ascii_end(),
            if key.is_some() { &b"proven"[..] } else { b"unproven" }
        );
    }
}

#[tokio::test]
async fn a_call_has_exactly_one_reply() {
    let pipes = Pipes::new(Some(key()));
    for message in ["count", "nothing"] {
        let mut connection = pipes.greet(None).await.unwrap();
        let error = connection.call(message.as_bytes()).await.unwrap_err();
        assert!(matches!(error, LinkError::Broken(Fault::WrongKind)), "{message}: {error:?}");
        assert!(matches!(connection.send(b"more").await, Err(LinkError::Broken(Fault::Spoilt))));
    }
}

#[tokio::test]
async fn an_answer_without_an_end_is_not_taken_for_a_whole_one() {
    let pipes = Pipes::new(Some(key()));
    let (stream, ended) = pipes.connect();
    let mut connection = pipes.greet_over(stream, Some(&key())).await.unwrap();
    connection.send(b"unfinished").await.unwrap();
    assert_eq!(connection.next().await.unwrap().unwrap(), b"half");
    assert!(matches!(connection.next().await, Err(LinkError::Broken(Fault::Ended))));
    assert!(matches!(end_of(ended).await, Err(LinkError::Broken(Fault::Unfinished))));
}

#[tokio::test]
async fn a_client_that_goes_away_ends_what_it_watched() {
    let mut pipes = Pipes::new(Some(key()));
    for key in [Some(key()), None] {
        let (stream, ended) = pipes.connect();
        let mut connection = pipes.greet_over(stream, key.as_ref()).await.unwrap();
        connection.send(b"watch").await.unwrap();
        assert_eq!(connection.next().await.unwrap().unwrap(), b"watching");
        assert!(pipes.watching_ended.try_recv().is_err());
        drop(connection);
        pipes.watching_ended.recv().await.unwrap();
        assert!(matches!(end_of(ended).await, Err(LinkError::Broken(Fault::Ended))));
    }
}

#[tokio::test]
async fn a_watch_lasts_and_a_reply_is_waited_for_without_losing_one() {
    let pipes = Pipes::new(Some(key()));
    let mut connection = pipes.greet(Some(&key())).await.unwrap();
    connection.send(b"watch").await.unwrap();
    assert_eq!(connection.next().await.unwrap().unwrap(), b"watching");
    pipes.time.advance(Duration::from_secs(86_400));
    tokio::select! {
        biased;
        reply = connection.next() => panic!("nothing happened, but {reply:?} came"),
        () = tokio::task::yield_now() => {}
    }
    assert!(matches!(connection.send(b"another").await, Err(LinkError::Broken(Fault::OutOfTurn))));
}

#[tokio::test]
async fn a_message_before_the_last_one_was_answered_ends_the_connection() {
    let mut pipes = Pipes::new(Some(key()));
    let (stream, ended) = pipes.connect();
    let mut raw = hand_in(stream).await;
    raw.say(b"\0\0\0\x06\x01watch").await;
    raw.say(b"\0\0\0\x06\x01watch").await;
    pipes.watching_ended.recv().await.unwrap();
    assert!(matches!(end_of(ended).await, Err(LinkError::Broken(Fault::OutOfTurn))));
}

#[tokio::test]
async fn messages_and_replies_have_their_limits() {
    let pipes = Pipes::new(Some(key()));
    for (key, most) in [(Some(key()), MOST_PROVEN_BYTES), (None, MOST_UNPROVEN_BYTES)] {
        let mut connection = pipes.greet(key.as_ref()).await.unwrap();
        let error = connection.send(&vec![0; most + 1]).await.unwrap_err();
        assert!(matches!(error, LinkError::TooLarge { bytes, most: limit } if (bytes, limit) == (most + 1, most)));
        // The connection is as it was. What a reply adds to the message would be too much again.
        let message = vec![b'x'; most - 9];
        assert!(connection.call(&message).await.unwrap().ends_with(&message));
        let told = String::from_utf8(connection.call(b"too much").await.unwrap()).unwrap();
        assert!(told.contains(&format!("a message of {} bytes is too long", most + 1)), "{told}");
    }
}

#[tokio::test]
async fn frames_that_make_no_sense_are_one_error_and_the_next_client_is_heard() {
    let pipes = Pipes::new(Some(key()));
    let wrong: [(&[u8], Expected); 6] = [
        (b"\0\0\0\0", |error| matches!(error, LinkError::Broken(Fault::EmptyFrame))),
        (b"\0\x01\0\x02", |error| matches!(error, LinkError::TooLarge { bytes: 65537, most: MOST_UNPROVEN_BYTES })),
        (b"\xff\xff\xff\xff", |error| matches!(error, LinkError::TooLarge { .. })),
        (b"\0\0\0\x02\x09x", |error| matches!(error, LinkError::Broken(Fault::WrongKind))),
        (b"\0\0\0\x02\x02x", |error| matches!(error, LinkError::Broken(Fault::WrongKind))),
        (b"\0\0\0\x09\x01half", |error| matches!(error, LinkError::Broken(Fault::Ended))),
    ];
    for (bytes, is_expected) in wrong {
        let (stream, ended) = pipes.connect();
        let mut raw = hand_in(stream).await;
        raw.say(bytes).await;
        raw.0.shutdown().await.unwrap();
        let error = end_of(ended).await.unwrap_err();
        assert!(is_expected(&error), "{error:?}");
        assert!(raw.is_closed().await);
        assert_eq!(pipes.greet(None).await.unwrap().call(b"next").await.unwrap(), b"unproven next");
    }
}

#[tokio::test]
async fn an_idle_client_that_proved_nothing_has_ten_seconds_and_a_proven_one_any_time() {
    let pipes = Pipes::new(Some(key()));
    let mut proven = pipes.greet(Some(&key())).await.unwrap();
    let (stream, ended) = pipes.connect();
    let mut unproven = pipes.greet_over(stream, None).await.unwrap();
    for _ in 0..3 {
        pipes.time.advance(Duration::from_millis(9_999));
        assert_eq!(unproven.call(b"more").await.unwrap(), b"unproven more");
        tokio::task::yield_now().await; // the holder begins to wait for the next one
    }
    pipes.time.advance(Duration::from_secs(10));
    assert!(matches!(end_of(ended).await, Err(LinkError::Timeout { doing: "send a message" })));
    assert!(matches!(unproven.call(b"more").await, Err(LinkError::Broken(Fault::Ended))));
    assert_eq!(proven.call(b"more").await.unwrap(), b"proven more");
}

#[tokio::test]
async fn a_client_that_proved_nothing_must_read_its_replies() {
    let mut pipes = Pipes::new(Some(key()));
    let (stream, ended) = pipes.connect();
    let mut connection = pipes.greet_over(stream, None).await.unwrap();
    connection.send(b"flood").await.unwrap();
    assert_eq!(connection.next().await.unwrap().unwrap().len(), 1024);
    // Until the pipe is full, and the holder waits.
    for _ in 0..100 {
        tokio::task::yield_now().await;
    }
    pipes.time.advance(Duration::from_secs(10));
    pipes.watching_ended.recv().await.unwrap();
    assert!(matches!(end_of(ended).await, Err(LinkError::Timeout { doing: "read a reply" })));
}

/// Half a reply may be out, so nothing that follows would be understood.
#[tokio::test]
async fn a_reply_that_was_given_up_ends_the_connection() {
    let pipes = Pipes::new(Some(key()));
    for key in [Some(key()), None] {
        let (stream, ended) = pipes.connect();
        let mut connection = pipes.greet_over(stream, key.as_ref()).await.unwrap();
        connection.send(b"give up").await.unwrap();
        assert!(matches!(end_of(ended).await, Err(LinkError::Broken(Fault::Ended))));
    }
}

async fn hand_in(stream: DuplexStream) -> Raw<DuplexStream> {
    let mut raw = Raw(stream);
    raw.holder_hello().await;
    raw.say(&ClientHello { nonce: [1; 32], intent: Intent::HandIn }.encode(None)).await;
    assert_eq!(raw.answer().await, Answer::Heard);
    raw
}
