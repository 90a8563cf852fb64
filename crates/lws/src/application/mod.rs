//! Following a KYC application up: how far it is, what else the site wants, cancelling it (lws.md §2 and §7).
//!
//! The documents have this for the did dialect alone. A classic site whose answer to `POST /applications` names an id,
//! which the documents do not have either, is asked by that id all the same; only its list is never asked for.

mod read;
mod status;

use std::fmt;

use idw_http::{Body, Method, Outage};
use jiff::Timestamp;
use serde_json::{Value, json};
use url::Url;

pub use status::ApplicationStatus;

use read::{read_applications, read_detail, read_own_status};

use crate::answer::Answer;
use crate::description::Dialect;
use crate::endpoint::{Endpoint, with_plain_word, with_word};
use crate::error::{Call, LwsError};
use crate::flow;
use crate::kyc::TemplateId;
use crate::numbers::NumericIds;
use crate::payload::{FileId, Payload};
use crate::session::{Authenticated, Session};
use crate::wire::{self, FileForm};

/// An application as a site lists it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ApplicationSummary {
    /// The site's id for it.
    pub id: String,
    /// The template it answers.
    pub template: Option<TemplateId>,
    /// How far it is.
    pub status: Option<ApplicationStatus>,
    /// The site's own word for that, made fit to be shown.
    pub status_name: Option<String>,
    /// When the site received it, by the site's clock.
    pub created: Option<Timestamp>,
    /// Where it can be followed in a browser: absolute, http or https.
    pub url: Option<Url>,
}

/// An application with what the site holds of it.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ApplicationDetail {
    /// As in a list.
    pub summary: ApplicationSummary,
    /// What the site has or wants.
    pub attributes: Vec<ApplicationAttribute>,
    /// What the site has to say, made fit to be shown.
    pub message: Option<String>,
}

/// One attribute of an application.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct ApplicationAttribute {
    /// The template's id for it, or the site's own for one that it added.
    pub id: String,
    /// The URL of its schema, as the site spells it.
    pub schema: Option<String>,
    /// The site's words for it, made fit to be shown.
    pub label: Option<String>,
    /// Whether the application is not complete without it.
    pub required: bool,
    /// Whether the site added it to what the template asks for.
    pub additional: bool,
    /// Whether the site finds the value good, where it says so.
    pub valid: Option<bool>,
    /// The value that the site holds.
    pub value: Option<Value>,
    /// What the site has to say about it, made fit to be shown.
    pub message: Option<String>,
}

impl ApplicationAttribute {
    /// Whether the site waits for a value: none is there though one is needed, or the one there is no good.
    pub fn is_wanted(&self) -> bool {
        match (&self.value, self.valid) {
            (Some(_), valid) => valid == Some(false),
            (None, _) => self.required || self.additional,
        }
    }
}

impl fmt::Debug for ApplicationAttribute {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ApplicationAttribute")
            .field("id", &self.id)
            .field("schema", &self.schema)
            .field("required", &self.required)
            .field("valid", &self.valid)
            .field("value", &self.value.as_ref().map(|_| "[redacted]"))
            .finish_non_exhaustive()
    }
}

impl Session<Authenticated> {
    /// The applications of this account; none where the site answers 404.
    ///
    /// # Errors
    /// [`LwsError`]; [`LwsError::NotOffered`] in the classic dialect.
    pub async fn applications(&self) -> Result<Vec<ApplicationSummary>, LwsError> {
        let call = Call::Applications;
        let url = match self.dialect() {
            Dialect::Did => flow::endpoint(self.site(), Endpoint::Applications, call)?,
            // A 404 from a server that knows no such list would read as "none has arrived".
            Dialect::Classic => return Err(LwsError::NotOffered { call }),
        };
        let got = self.authorised(Call::Applications, Method::GET, &url, None, &Body::Nothing).await;
        let answer = match got {
            Err(LwsError::Refused(refusal)) if refusal.status == 404 => return Ok(Vec::new()),
            got => got?,
        };
        let Some(json) = answer.json_if_any()? else { return Ok(Vec::new()) };
        let base = self.redirect_base(&url);
        read_applications(&json, &base).map_err(|fault| answer.fault(fault))
    }

    /// One application of this account.
    ///
    /// # Errors
    /// [`LwsError`]; a refusal with status 404 where the site has none of this id, or does not tell.
    pub async fn application(&self, id: &str) -> Result<ApplicationDetail, LwsError> {
        let url = self.application_url(id, Call::Application)?;
        let answer = self.authorised(Call::Application, Method::GET, &url, None, &Body::Nothing).await?;
        let json = answer.json()?;
        read_detail(&json, id, &self.redirect_base(&url)).map_err(|fault| answer.fault(fault))
    }

    /// Sends just these attributes in addition to, or in place of, what the site holds. `files` has the id of each
    /// uploaded file by its place in [`Payload::files`]. Doing it twice does no harm.
    ///
    /// # Errors
    /// [`LwsError`].
    pub async fn update_application(
        &self,
        id: &str,
        payload: &Payload,
        files: &[Option<FileId>],
    ) -> Result<(), LwsError> {
        payload.check().map_err(LwsError::Payload)?;
        let url = self.application_url(id, Call::Update)?;
        // An application has its attributes by name (lws.md §7), and names are text.
        let ids = NumericIds::default();
        let attributes = wire::attributes(payload, self.dialect(), &FileForm::Uploaded(files), &ids);
        let body = json!({ "attributes": attributes });
        self.send(Call::Update, Method::PATCH, &url, &body).await?;
        Ok(())
    }

    /// Cancels an application. No document says how, so the ways that servers have are tried one after the other, and the
    /// site is asked whether it worked: `POST …/change_status`, as SelfKey's wallet did, then a `PATCH` to the status
    /// "cancelled", then `DELETE`. An application that the site has as cancelled already is cancelled.
    ///
    /// # Errors
    /// [`LwsError::NotOffered`] where none does anything; any other [`LwsError`].
    pub async fn cancel_application(&self, id: &str) -> Result<(), LwsError> {
        let url = self.application_url(id, Call::Cancel)?;
        let code = ApplicationStatus::CANCELLED.code();
        let ways = [
            (Method::POST, with_word(&url, "change_status").map_err(LwsError::Url)?, json!({ "code": code })),
            (Method::PATCH, url.clone(), json!({ "status": code })),
            (Method::DELETE, url, Value::Null),
        ];
        for (method, url, wish) in ways {
            let answer = match wish {
                Value::Null => self.authorised(Call::Cancel, method, &url, None, &Body::Nothing).await,
                wish => self.send(Call::Cancel, method, &url, &wish).await,
            };
            if let Some(answer) = done_if_known(answer)?
                && (says_cancelled(&answer) || self.is_cancelled(id).await?)
            {
                return Ok(());
            }
        }
        // A site refuses to change what has come to its end.
        if self.is_known_as_cancelled(id).await { Ok(()) } else { Err(LwsError::NotOffered { call: Call::Cancel }) }
    }

    async fn is_cancelled(&self, id: &str) -> Result<bool, LwsError> {
        match self.application(id).await {
            Ok(detail) => Ok(detail.summary.status == Some(ApplicationStatus::CANCELLED)),
            Err(LwsError::Refused(refusal)) if matches!(refusal.status, 404 | 405 | 410) => Ok(true),
            Err(error) => Err(error),
        }
    }

    /// Whether the site says of itself that the application is cancelled; what it does not tell counts for nothing.
    async fn is_known_as_cancelled(&self, id: &str) -> bool {
        let detail = self.application(id).await;
        detail.is_ok_and(|detail| detail.summary.status == Some(ApplicationStatus::CANCELLED))
    }

    async fn send(&self, call: Call, method: Method, url: &Url, body: &Value) -> Result<Answer, LwsError> {
        self.authorised(call, method, url, None, &Body::json(wire::bytes(body))).await
    }

    fn application_url(&self, id: &str, call: Call) -> Result<Url, LwsError> {
        with_plain_word(&flow::endpoint(self.site(), Endpoint::Application, call)?, id).map_err(LwsError::Url)
    }
}

/// The site's answer where it did what was asked; `None` where it does not know how.
fn done_if_known(answer: Result<Answer, LwsError>) -> Result<Option<Answer>, LwsError> {
    match answer {
        Ok(answer) => Ok(Some(answer)),
        Err(LwsError::Refused(refusal)) if matches!(refusal.status, 400 | 404 | 405 | 422) => Ok(None),
        Err(LwsError::Unreachable { outage: Outage::ServerError(501), .. }) => Ok(None),
        Err(error) => Err(error),
    }
}

/// Whether the answer is the application, and shows it as cancelled.
fn says_cancelled(answer: &Answer) -> bool {
    let status = answer.json().ok().as_ref().and_then(read_own_status);
    status == Some(ApplicationStatus::CANCELLED)
}
