//! The user's no on its way: it is in the vault at once, and is sent until the request's end.

use idw_autheid::RequestId;
use idw_vault::Batch;
use jiff::SignedDuration;

use super::{
    super::{
        NAME,
        ask::shifted,
        kept::{self, KeptRequest, Way, find_by, put_request},
    },
    EidServiceError,
    client::declined,
    connection::Standing,
};
use crate::{StoreError, Wallet, clock::now, records::EidAnswerState};

impl Wallet {
    /// Sends what the user has declined at a service and the service does not know yet.
    ///
    /// # Errors
    /// Where the connection does not stand, the service is not reached or refuses for now, or the vault cannot be read or
    /// written: what was not sent is sent the next time.
    pub async fn eid_send_declines(&self, connection: &str) -> Result<(), EidServiceError> {
        let due = self.declines_of(connection)?;
        if due.is_empty() {
            return Ok(());
        }
        let Standing { client, key } = self.eid_standing(connection)?;
        for id in due {
            match client.answer(&key, &id, &declined()).await {
                Ok(_) => {}
                Err(error) if error.is_final() => {}
                Err(error) => return Err(error),
            }
            self.decline_arrived(connection, &id)?;
        }
        Ok(())
    }

    /// Whether an answer to a service did not arrive, or may not have: its next list says what became of the request.
    ///
    /// # Errors
    /// Where the vault cannot be read.
    pub fn eid_is_in_doubt(&self, connection: &str) -> Result<bool, StoreError> {
        let doubtful = self.doubtful_in_inbox(NAME)?;
        if doubtful.is_empty() {
            return Ok(false);
        }
        let is_open = |kept: &KeptRequest| {
            let listed = kept.listed.as_ref();
            listed.is_some_and(|one| one.connection == connection && one.answer == EidAnswerState::Open)
        };
        let open = kept::everything(&self.store)?.into_iter().filter(is_open);
        Ok(open.map(|kept| kept.way().inbox_key(&kept.request.id)).any(|key| doubtful.contains(&key)))
    }

    fn declines_of(&self, connection: &str) -> Result<Vec<RequestId>, StoreError> {
        let is_due = |kept: &KeptRequest| {
            kept.listed.as_ref().is_some_and(|listed| {
                let ends = shifted(kept.request.deadline(), SignedDuration::from_secs(-listed.clock_ahead_seconds));
                listed.connection == connection && listed.answer == EidAnswerState::Declined && ends > now()
            })
        };
        Ok(kept::everything(&self.store)?.into_iter().filter(is_due).map(|kept| kept.request.id).collect())
    }

    fn decline_arrived(&self, connection: &str, id: &RequestId) -> Result<(), StoreError> {
        let _guard = self.store.changing();
        let found = find_by(&self.store, &Way::Connection(connection.to_owned()), id)?;
        let Some(KeptRequest { place, request, listed: Some(mut listed) }) = found else { return Ok(()) };
        listed.answer = EidAnswerState::Closed;
        let mut batch = Batch::new();
        put_request(&mut batch, place, &request, Some(&listed));
        self.store.commit_aside(batch)
    }
}
