//! Being known to a site: a session, begun with the token of an earlier one where there is one that is still good.

use std::{ops::Deref, sync::Arc};

use idw_lws::{Authenticated, ChallengePath, LwsError, Session, Signer};
use idw_vault::{Batch, RecordId};
use idw_words::{Message as _, MessageData, message};

use super::{
    RunError,
    signer::{KeySigner, throwaway},
    target::Target,
    tokens::{TokenKey, Tokens},
};
use crate::{
    StoreError, Wallet,
    records::SiteRecord,
    requests::{OnProgress, step},
    store::put,
};

/// Refusals after which a token is not tried again.
const OF_THE_TOKEN: [u16; 2] = [401, 403];

/// A session with a site. When it ends, its token is kept in memory for the next one.
pub(super) struct Visit<'a> {
    wallet: &'a Wallet,
    token: TokenKey,
    session: Session<Authenticated>,
}

impl Wallet {
    /// Becomes known to the site as this account: with a token that is still good, else by signing a challenge.
    pub(super) async fn visit(&self, target: &Target, progress: OnProgress<'_>) -> Result<Visit<'_>, RunError> {
        let client = self.client();
        let dialect = if let Some(dialect) = target.dialect {
            dialect
        } else {
            progress(step(message::SendingStepDialect));
            client.dialect(&target.description, &throwaway()?).await?
        };
        let signer: Arc<dyn Signer> = Arc::new(KeySigner::new(self.acting_key(&target.acting)?));
        let token = TokenKey { profile: self.store.profile(), site: target.site_id, address: signer.address() };
        let visit = |session| Visit { wallet: self, token: token.clone(), session };
        let mut start = client.session(&target.description, dialect);
        if let Some(token) = self.caches.get::<Tokens>().take(&token) {
            match start.resume(&signer, &token) {
                Ok(session) => return Ok(visit(session)),
                Err(unused) => start = unused,
            }
        }
        let known = self.store.get::<SiteRecord>(target.site_id)?.and_then(|site| site.lws().challenge_path.clone());
        let known = known.as_deref().and_then(ChallengePath::from_text);
        if let Some(path) = known {
            start = start.knowing_challenge_path(path);
        }
        progress(step(message::SendingStepChallenge));
        let session = start.challenge(&signer).await?;
        progress(step(message::SendingStepSign));
        let session = session.respond().await?;
        if let Some(path) = session.challenge_path().filter(|path| Some(*path) != known) {
            self.remember_challenge_path(target.site_id, path)?;
        }
        Ok(visit(session))
    }

    /// Keeps where a site hands its challenge out. Nothing of the user's is in that, and no list shows it.
    fn remember_challenge_path(&self, id: RecordId, path: ChallengePath) -> Result<(), StoreError> {
        let _guard = self.store.changing();
        let Some(mut site) = self.store.get::<SiteRecord>(id)? else { return Ok(()) };
        site.lws_mut().challenge_path = Some(path.as_str().to_owned());
        let mut batch = Batch::new();
        put(&mut batch, id, &site);
        self.store.commit_quietly(batch)
    }

    /// Forgets the tokens of a site that refused one.
    pub(super) fn forget_refused(&self, site: RecordId, error: &LwsError) {
        if matches!(error, LwsError::Refused(refusal) if OF_THE_TOKEN.contains(&refusal.status)) {
            self.caches.get::<Tokens>().forget(site);
        }
    }
}

impl Visit<'_> {
    /// How this computer's clock differs from the site's, where that is worth knowing.
    pub(super) fn clock(&self) -> Option<MessageData> {
        let ahead = self.session.clock_ahead().filter(|_| self.session.is_clock_off())?;
        Some(skew(ahead.as_secs(), self.session.site().root().host_str().unwrap_or_default()))
    }
}

impl Deref for Visit<'_> {
    type Target = Session<Authenticated>;

    fn deref(&self) -> &Self::Target {
        &self.session
    }
}

impl Drop for Visit<'_> {
    fn drop(&mut self) {
        self.wallet.caches.get::<Tokens>().keep(self.token.clone(), self.session.wallet_token());
    }
}

/// `site_ahead`: by how many seconds the site's clock is ahead of ours.
fn skew(site_ahead: i64, host: &str) -> MessageData {
    let minutes = site_ahead.unsigned_abs().div_ceil(60);
    let hours = minutes / 60;
    match (minutes, site_ahead > 0) {
        (..120, true) => message::OutcomeClockBehindMinutes { host, minutes }.data(),
        (..120, false) => message::OutcomeClockAheadMinutes { host, minutes }.data(),
        (_, true) => message::OutcomeClockBehindHours { host, hours }.data(),
        (_, false) => message::OutcomeClockAheadHours { host, hours }.data(),
    }
}

#[cfg(test)]
mod tests {
    use idw_words::{Language, Words};

    use super::skew;

    #[test]
    fn which_clock_is_ahead_and_by_how_much() {
        let words = Words::new(Language::English);
        let check = |site_ahead: i64, expected: &str| {
            let said = words.tell(&skew(site_ahead, "rp.example"));
            assert!(said.contains(&format!("clock is {expected} the clock of rp.example")), "{site_ahead}: {said}");
        };
        check(600, "10 minutes behind");
        check(-600, "10 minutes ahead of");
        check(-601, "11 minutes ahead of");
        check(60, "1 minute behind");
        check(3 * 3600, "3 hours behind");
    }
}
