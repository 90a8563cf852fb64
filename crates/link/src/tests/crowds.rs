//! Many clients at a time.

use super::*;
use crate::room::{MOST_CONNECTIONS, MOST_HELLOS};
use crate::{Fault, Refused};

#[tokio::test]
async fn there_are_sixteen_of_each_kind_and_the_next_is_told() {
    let pipes = Pipes::new(Some(key()));
    let mut connected = Vec::new();
    for key in [None, Some(key())] {
        for _ in 0..MOST_CONNECTIONS {
            connected.push(pipes.greet(key.as_ref()).await.unwrap());
        }
        let refused = pipes.greet(key.as_ref()).await.err();
        assert!(matches!(refused, Some(LinkError::Refused(Refused::Busy))), "{refused:?}");
    }
    for connection in &mut connected {
        assert!(connection.call(b"hello").await.unwrap().ends_with(b"proven hello"));
    }
    // One that goes makes room; the holder hears of it in a moment.
    connected.remove(0);
    while let Err(error) = pipes.greet(None).await {
        assert!(matches!(error, LinkError::Refused(Refused::Busy)), "{error:?}");
        tokio::task::yield_now().await;
    }
}

#[tokio::test]
async fn a_crowd_that_says_nothing_keeps_nobody_out() {
    let pipes = Pipes::new(Some(key()));
    let mut crowd = Vec::new();
    for _ in 0..3 * MOST_HELLOS {
        let (stream, ended) = pipes.connect();
        let mut raw = Raw(stream);
        raw.holder_hello().await;
        crowd.push((raw, ended));
    }
    for _ in 0..MOST_CONNECTIONS {
        let mut connection = pipes.greet(Some(&key())).await.unwrap();
        assert_eq!(connection.call(b"hello").await.unwrap(), b"proven hello");
    }
    let (mut oldest, ended) = crowd.remove(0);
    assert_eq!(oldest.answer().await, Answer::Refused(Refused::Busy));
    assert!(oldest.is_closed().await);
    assert!(matches!(end_of(ended).await, Err(LinkError::Refused(Refused::Busy))));
    let (newest, ended) = crowd.pop().unwrap();
    assert!(!ended.is_finished());
    drop(newest);
    assert!(matches!(end_of(ended).await, Err(LinkError::Broken(Fault::Ended))));
}
