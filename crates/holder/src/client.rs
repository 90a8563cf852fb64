//! The side of a command that finds the vault held by another process.

use idw_link::{Connection, Holder, LinkError, LinkKey, Place};
use serde::Serialize;

use crate::{
    Fault,
    message::{Answer, Ask, HandIn},
};

/// A connection to the process that holds the vault, as the vault's owner.
#[derive(Debug)]
pub struct Client(Connection);

/// Why the holder did not answer, or did not do it.
#[derive(Debug, thiserror::Error)]
pub enum ClientError {
    /// The private socket did not do its part.
    #[error(transparent)]
    Link(#[from] LinkError),
    /// The holder did not do it.
    #[error(transparent)]
    Refused(#[from] Fault),
    /// The holder answered something else.
    #[error("the program that holds the vault gave an answer that makes no sense; nothing is known of what it did")]
    Answer,
}

impl Client {
    /// Connects to the holder, and has it prove that it holds this very vault.
    ///
    /// # Errors
    /// As [`Connection::proven`].
    pub async fn connect(place: &Place, key: &LinkKey) -> Result<Self, ClientError> {
        Ok(Self(Connection::proven(place, key).await?))
    }

    /// Who holds the vault.
    pub fn holder(&self) -> Holder {
        self.0.holder()
    }

    /// Asks once.
    ///
    /// # Errors
    /// [`ClientError::Refused`] with what the holder said, and others where it said nothing.
    pub async fn ask(&mut self, ask: &Ask) -> Result<Answer, ClientError> {
        let answer = self.0.call(&encode(ask)).await?;
        decode(&answer)
    }

    /// Asks what is answered more than once; [`next`](Self::next) gives the answers.
    ///
    /// # Errors
    /// As [`ask`](Self::ask).
    pub async fn begin(&mut self, ask: &Ask) -> Result<(), ClientError> {
        Ok(self.0.send(&encode(ask)).await?)
    }

    /// The next answer; none when there are no more.
    ///
    /// # Errors
    /// As [`ask`](Self::ask).
    pub async fn next(&mut self) -> Result<Option<Answer>, ClientError> {
        self.0.next().await?.map(|answer| decode(&answer)).transpose()
    }
}

/// Hands something in, as any program of the user can.
///
/// # Errors
/// [`ClientError::Refused`] where the holder did not take it, and others where it said nothing.
pub async fn hand_in(place: &Place, hand_in: &HandIn) -> Result<(), ClientError> {
    let mut connection = Connection::unproven(place).await?;
    match decode(&connection.call(&encode(hand_in)).await?)? {
        Answer::Taken => Ok(()),
        _ => Err(ClientError::Answer),
    }
}

fn encode(message: &impl Serialize) -> Vec<u8> {
    serde_json::to_vec(message).expect("messages have string keys and no failing Serialize")
}

fn decode(answer: &[u8]) -> Result<Answer, ClientError> {
    match serde_json::from_slice(answer) {
        Ok(Answer::Failed(fault)) => Err(fault.into()),
        Ok(answer) => Ok(answer),
        Err(_) => Err(ClientError::Answer),
    }
}
