//! What becomes of documents and applications when a wallet or a user goes.

use idw_keys::Address;

use crate::store::{PassKind, RemoveWallet, Store, StoreError, UserId};

/// See [`RelyingParty::remove_wallet`](crate::RelyingParty::remove_wallet).
pub(crate) fn remove_wallet(store: &dyn Store, user: &UserId, wallet: Address) -> Result<RemoveWallet, StoreError> {
    let known = store.user(user)?;
    let heir = known.and_then(|user| user.wallets.into_iter().find(|other| *other != wallet));
    let outcome = store.remove_wallet(user, wallet)?;
    if outcome != RemoveWallet::Removed {
        return Ok(outcome);
    }
    revoke(store, wallet)?;
    match heir {
        Some(heir) => {
            store.hand_over_files(wallet, heir)?;
            store.hand_over_applications(wallet, heir)?;
        }
        None => forget(store, wallet)?,
    }
    Ok(outcome)
}

/// See [`RelyingParty::delete_user`](crate::RelyingParty::delete_user). The user goes last: what fails half-way can be
/// asked for again.
pub(crate) fn delete_user(store: &dyn Store, user: &UserId) -> Result<bool, StoreError> {
    let Some(known) = store.user(user)? else { return Ok(false) };
    for wallet in known.wallets {
        forget(store, wallet)?;
        revoke(store, wallet)?;
    }
    for kind in [PassKind::Session, PassKind::Linking, PassKind::KnownBrowser] {
        store.revoke_passes(kind, user.as_str())?;
    }
    store.delete_user(user)
}

fn forget(store: &dyn Store, wallet: Address) -> Result<(), StoreError> {
    store.forget_applications(wallet)?;
    store.forget_files(wallet)
}

/// Tokens and tickets on their way are worthless from now on.
fn revoke(store: &dyn Store, wallet: Address) -> Result<(), StoreError> {
    let holder = wallet.lower_hex();
    store.revoke_passes(PassKind::UserToken, &holder)?;
    store.revoke_passes(PassKind::Ticket, &holder)
}
