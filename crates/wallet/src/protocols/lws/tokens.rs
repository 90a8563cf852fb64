//! The tokens that sites gave, which act as the user: in memory alone, and gone with the keys when the wallet is locked.

use std::{collections::HashMap, sync::Mutex};

use idw_lws::WalletToken;
use idw_vault::RecordId;

use crate::{
    caches::{Cache, Rank},
    records::{ActivityRecord, Event},
    store::{Watch, locked},
};

/// Whose a token is.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct TokenKey {
    pub(crate) profile: u32,
    pub(crate) site: RecordId,
    /// The account's address.
    pub(crate) address: String,
}

/// The tokens that are good for a while.
#[derive(Default)]
pub(crate) struct Tokens(Mutex<HashMap<TokenKey, WalletToken>>);

impl Watch for Tokens {
    /// A site was removed, or is described anew and may have another key. No token is kept that nobody asks for any more;
    /// the others are got anew.
    fn logged(&self, entry: &ActivityRecord) {
        if matches!(entry.event, Event::SiteAdded { .. } | Event::SiteRemoved { .. }) {
            locked(&self.0).clear();
        }
    }
}

impl Cache for Tokens {
    const RANK: Rank = Rank::OfContent;
}

impl Tokens {
    /// The token that a site gave for an account, if there is one that is good for a while. Whoever takes it gives it
    /// back with [`keep`](Self::keep).
    pub(crate) fn take(&self, key: &TokenKey) -> Option<WalletToken> {
        locked(&self.0).remove(key).filter(WalletToken::is_fresh)
    }

    /// Keeps a token until the wallet is locked or the token is about to end.
    pub(crate) fn keep(&self, key: TokenKey, token: WalletToken) {
        let mut tokens = locked(&self.0);
        tokens.retain(|_, token| token.is_fresh());
        tokens.insert(key, token);
    }

    /// Forgets the tokens of a site, in every profile.
    pub(crate) fn forget(&self, site: RecordId) {
        locked(&self.0).retain(|key, _| key.site != site);
    }
}
