//! What someone who is logged in sees and does: their wallets, what the site knows, and how to leave.

use std::sync::Arc;
use std::time::Duration;

use axum::extract::{Request, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{Html, IntoResponse, Response};
use idw_keys::Address;

use super::session::{self, Visitor, is_linking, not_logged_in, to_account, visitor};
use super::state::Arrived;
use super::{Form, pages};
use crate::accounts;
use crate::api::ApiError;
use crate::site::Site;
use crate::store::{AddWallet, PassKind, RemoveWallet};

/// Time to find the wallet, unlock it, sign up and log in.
const LINKING_LIFETIME: Duration = Duration::from_mins(15);

/// `GET /account`.
pub(super) async fn page(State(site): State<Arc<Site>>, headers: HeaderMap) -> Result<Response, ApiError> {
    let Some(visitor) = visitor(&site, &headers).await? else { return Ok(not_logged_in()) };
    let is_linking = is_linking(&site, &visitor).await?;
    let own = Arrived::read(&site).await?.of(&visitor.user);
    Ok(Html(pages::account(&site.config, &visitor.user, &own, is_linking)).into_response())
}

/// `POST /link`: the next wallet that logs in within this browser may be added. Only who has asked for it is offered
/// it: otherwise a link with somebody else's ticket could talk a visitor into letting that wallet in.
pub(super) async fn start_linking(State(site): State<Arc<Site>>, headers: HeaderMap) -> Result<Response, ApiError> {
    let Some(visitor) = visitor(&site, &headers).await? else { return Ok(not_logged_in()) };
    let holder = visitor.user.id.as_str().to_owned();
    site.keep_pass(PassKind::Linking, &visitor.secret, holder, LINKING_LIFETIME).await?;
    Ok(to_account(&site).into_response())
}

/// `POST /cancel-link`.
pub(super) async fn stop_linking(State(site): State<Arc<Site>>, headers: HeaderMap) -> Result<Response, ApiError> {
    let Some(visitor) = visitor(&site, &headers).await? else { return Ok(not_logged_in()) };
    site.take_pass(PassKind::Linking, &visitor.secret).await?;
    Ok(to_account(&site).into_response())
}

/// `POST /link-wallet`: adds the wallet of a ticket, in a session that waits for one.
pub(super) async fn link_wallet(State(site): State<Arc<Site>>, request: Request) -> Result<Response, ApiError> {
    let headers = request.headers().clone();
    let Some(visitor) = visitor(&site, &headers).await? else { return Ok(not_logged_in()) };
    let form = Form::read(request).await?;
    if site.take_pass(PassKind::Linking, &visitor.secret).await?.is_none() {
        return Ok(refusal("No wallet was expected", "Choose “Add a wallet” in your account first."));
    }
    let holder = site.take_pass(PassKind::Ticket, form.text("ticket")).await?;
    let Some(wallet) = holder.and_then(|holder| holder.parse::<Address>().ok()) else {
        return Ok(refusal("This link has been used", "Log in with the wallet again to get a new one."));
    };
    let user = visitor.user.id.clone();
    match site.store(move |store| store.add_wallet(&user, wallet)).await? {
        AddWallet::Added | AddWallet::Already => session::start(&site, &headers, &visitor.user.id).await,
        AddWallet::Taken => Ok(refusal(
            "This wallet belongs to another account",
            "Remove it there first, or delete that account. Nothing was changed.",
        )),
        AddWallet::NoSuchUser => Ok(not_logged_in()),
    }
}

/// `POST /unlink`: takes a wallet away. Every other browser of this user is logged out, for it may be that wallet's.
pub(super) async fn unlink_wallet(State(site): State<Arc<Site>>, request: Request) -> Result<Response, ApiError> {
    let headers = request.headers().clone();
    let Some(Visitor { user, .. }) = visitor(&site, &headers).await? else { return Ok(not_logged_in()) };
    let wallet = Form::read(request).await?.text("wallet").parse::<Address>();
    let not_theirs = || refusal("This wallet is not yours", "Nothing was changed.");
    let Ok(wallet) = wallet else { return Ok(not_theirs()) };
    let id = user.id.clone();
    let outcome = site.store(move |store| {
        let outcome = accounts::remove_wallet(store, &id, wallet)?;
        if outcome == RemoveWallet::Removed {
            store.revoke_passes(PassKind::Session, id.as_str())?;
        }
        Ok(outcome)
    });
    match outcome.await? {
        RemoveWallet::Removed => session::start(&site, &headers, &user.id).await,
        RemoveWallet::NotTheirs => Ok(not_theirs()),
        RemoveWallet::OnlyWayIn => Ok(refusal(
            "This is your only way to log in",
            "Add another wallet first, or delete the account. Nothing was changed.",
        )),
    }
}

/// `POST /delete-account`.
pub(super) async fn delete(State(site): State<Arc<Site>>, request: Request) -> Result<Response, ApiError> {
    let Some(visitor) = visitor(&site, request.headers()).await? else { return Ok(not_logged_in()) };
    if Form::read(request).await?.text("sure") != "yes" {
        return Ok(refusal("Nothing was deleted", "Tick the box to say that you mean it."));
    }
    site.store(move |store| accounts::delete_user(store, &visitor.user.id)).await?;
    let page = pages::message("Your account is deleted", "This site holds nothing about you any more.");
    Ok((session::forget_cookie(&site), Html(page)).into_response())
}

fn refusal(title: &str, text: &str) -> Response {
    (StatusCode::FORBIDDEN, Html(pages::message(title, text))).into_response()
}
