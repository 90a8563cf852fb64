//! Who is told about changes.

use tokio::sync::broadcast::{self, error::RecvError};

use super::types::Change;

/// How many changes somebody can be behind. Whoever is behind further has to look at everything.
const MOST_BEHIND: usize = 4_096;

/// What was committed, by whomever. It misses nothing: what cannot be told one by one is told as [`Change::Everything`].
#[derive(Debug)]
pub struct Changes(broadcast::Receiver<Change>);

impl Changes {
    pub(super) fn channel() -> broadcast::Sender<Change> {
        broadcast::Sender::new(MOST_BEHIND)
    }

    pub(super) fn of(sender: &broadcast::Sender<Change>) -> Self {
        Self(sender.subscribe())
    }

    /// The next change; `None` once the database is closed.
    pub async fn next(&mut self) -> Option<Change> {
        match self.0.recv().await {
            Ok(change) => Some(change),
            Err(RecvError::Lagged(_)) => Some(Change::Everything),
            Err(RecvError::Closed) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn whoever_is_behind_has_to_look_at_everything() {
        let sender = Changes::channel();
        let mut changes = Changes::of(&sender);
        for user in 0..=MOST_BEHIND {
            sender.send(Change::User(user.to_string())).unwrap();
        }
        assert_eq!(changes.next().await, Some(Change::Everything));
        assert_eq!(changes.next().await, Some(Change::User("1".to_owned())));
        drop(sender);
        let mut last = None;
        while let Some(change) = changes.next().await {
            last = Some(change);
        }
        assert_eq!(last, Some(Change::User(MOST_BEHIND.to_string())));
    }
}
