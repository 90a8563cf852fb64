//! From a W-JWT to a browser that is logged in.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use axum::Json;
use axum::extract::{Query, Request, State};
use axum::http::HeaderMap;
use axum::http::header::AUTHORIZATION;
use idw_keys::Address;
use serde_json::{Value, json};
use url::Url;

use super::body::read_json;
use super::error::ApiError;
use super::headers::{Dialect, check, check_for, holder};
use crate::site::Site;
use crate::store::{PassKind, User};

/// The wallet hands the token over at once, and the browser follows the redirect at once.
const HANDOVER_LIFETIME: Duration = Duration::from_mins(5);

/// `GET /auth/token`: the user token of the classic dialect.
pub(crate) async fn classic_token(State(site): State<Arc<Site>>, headers: HeaderMap) -> Result<Json<Value>, ApiError> {
    check_for(&site, &headers, Dialect::Classic)?;
    let wallet = holder(&site, &headers, Dialect::Classic)?;
    find_user(&site, wallet).await?;
    Ok(Json(json!({"token": site.make_pass(PassKind::UserToken, wallet.lower_hex(), HANDOVER_LIFETIME).await?})))
}

/// `GET /users/token`: the object that logs a user in, in the `did` dialect.
///
/// It has a second key, so that a wallet that rebuilds the object instead of handing it on is found out.
pub(crate) async fn did_token(
    State(site): State<Arc<Site>>,
    Query(query): Query<HashMap<String, String>>,
    headers: HeaderMap,
) -> Result<Json<Value>, ApiError> {
    check_for(&site, &headers, Dialect::Did)?;
    let wallet = holder(&site, &headers, Dialect::Did)?;
    if query.get("meta").is_some_and(|meta| serde_json::from_str::<Value>(meta).is_err()) {
        return Err(ApiError::malformed("meta_invalid", "`meta` is not valid JSON"));
    }
    let user = find_user(&site, wallet).await?;
    let token = site.make_pass(PassKind::UserToken, wallet.lower_hex(), HANDOVER_LIFETIME).await?;
    Ok(Json(json!({"token": token, "userId": user.id.as_str()})))
}

/// `POST /login`: the user token for a URL at which a browser is logged in.
pub(crate) async fn log_in(State(site): State<Arc<Site>>, request: Request) -> Result<Json<Value>, ApiError> {
    let dialect = check(&site, request.headers())?;
    let bearer = match dialect {
        Dialect::Did if !request.headers().contains_key(AUTHORIZATION) => None,
        _ => Some(holder(&site, request.headers(), dialect)?),
    };
    let body = read_json(request).await?;
    let text = |key: &str| body.get(key).and_then(Value::as_str);
    let token = text("token").ok_or_else(|| ApiError::token_missing("the body has no user token"))?;

    let wallet = site.take_pass(PassKind::UserToken, token).await?;
    let wallet = wallet.and_then(|holder| holder.parse::<Address>().ok());
    let wallet = wallet.ok_or_else(|| ApiError::token_invalid("the user token is unknown, used or expired"))?;
    if bearer.is_some_and(|bearer| bearer != wallet) {
        return Err(ApiError::token_invalid("the user token is another wallet's"));
    }
    let user = find_user(&site, wallet).await?;
    if dialect == Dialect::Did && text("userId") != Some(user.id.as_str()) {
        return Err(ApiError::malformed("token_changed", "the body is not the object that the token endpoint gave"));
    }
    let redirect = redirect(&site, wallet).await?;
    site.store(move |store| store.record_login(wallet)).await?;
    Ok(Json(match dialect {
        Dialect::Classic => json!({"redirectUrl": redirect}),
        Dialect::Did => json!({"redirectTo": redirect}),
    }))
}

async fn find_user(site: &Site, wallet: Address) -> Result<User, ApiError> {
    site.user_with(wallet).await?.ok_or_else(ApiError::no_such_user)
}

async fn redirect(site: &Site, wallet: Address) -> Result<Url, ApiError> {
    let ticket = site.make_pass(PassKind::Ticket, wallet.lower_hex(), HANDOVER_LIFETIME).await?;
    let mut url = site.config.redirect.clone().unwrap_or_else(|| site.config.page("session"));
    url.query_pairs_mut().append_pair("ticket", &ticket);
    Ok(url)
}
