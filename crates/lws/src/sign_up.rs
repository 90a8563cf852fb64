//! Signing up, and the upload of files that goes with it and with an application.

use std::sync::Arc;

use futures_util::stream::{self, StreamExt as _, TryStreamExt as _};
use idw_http::{Body, Form, Method, OutgoingFile};
use serde_json::json;
use url::Url;

use crate::answer::Answer;
use crate::description::Dialect;
use crate::endpoint::Endpoint;
use crate::error::{Call, LwsError};
use crate::flow;
use crate::limits::UPLOADS_AT_ONCE;
use crate::payload::{FileId, Payload};
use crate::progress::{Progress, Step};
use crate::session::{Authenticated, Session};
use crate::wire::{self, FileForm};

/// A sign-up that the site accepted.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct SignedUp {
    /// What the site has to say, made fit to be shown.
    pub message: Option<String>,
}

impl Session<Authenticated> {
    /// Signs up, or updates what the site holds: for a key that it knows already, a site takes this as an update.
    ///
    /// Files travel inside the request in the classic dialect, and in the did dialect where the site has no
    /// `/users/file`; else ahead of it.
    ///
    /// # Errors
    /// [`LwsError`].
    pub async fn sign_up(&self, payload: &Payload, progress: &Arc<dyn Progress>) -> Result<SignedUp, LwsError> {
        payload.check().map_err(LwsError::Payload)?;
        let users = flow::endpoint(self.site(), Endpoint::Users, Call::SignUp)?;
        let file_endpoint = match self.dialect() {
            Dialect::Classic => None,
            Dialect::Did => self.site().endpoint(Endpoint::UsersFile),
        };
        let answer = match file_endpoint {
            Some(files) => match self.upload_all(Call::UserFile, &files, payload, progress).await {
                Ok(ids) => self.sign_up_with_json(&users, payload, &ids, progress).await?,
                // The site does not say that it lacks the endpoint, but it does.
                Err(error) if error.is_missing_route() => self.sign_up_with_form(&users, payload, progress).await?,
                Err(error) => return Err(error),
            },
            None => self.sign_up_with_form(&users, payload, progress).await?,
        };
        let message = answer.json_if_any()?.and_then(|json| wire::text(&json, &["message"]));
        Ok(SignedUp { message })
    }

    async fn sign_up_with_json(
        &self,
        users: &Url,
        payload: &Payload,
        ids: &[Option<FileId>],
        progress: &Arc<dyn Progress>,
    ) -> Result<Answer, LwsError> {
        let mut body = json!({ "attributes": wire::attributes(payload, self.dialect(), &FileForm::Uploaded(ids), &self.site().numeric_ids()) });
        if let Some(meta) = self.site().meta() {
            body["meta"] = meta.clone();
        }
        let body = Body::json(wire::bytes(&body));
        progress.step(Step::SignUp);
        self.authorised(Call::SignUp, Method::POST, users, Some(progress), &body).await
    }

    async fn sign_up_with_form(
        &self,
        users: &Url,
        payload: &Payload,
        progress: &Arc<dyn Progress>,
    ) -> Result<Answer, LwsError> {
        let sent = payload.sent_files();
        let attributes = &FileForm::References(&sent);
        let attributes =
            wire::bytes(&wire::attributes(payload, self.dialect(), attributes, &self.site().numeric_ids()));
        let mut form = Form::default().with_json("attributes", attributes);
        if let Some(meta) = self.site().meta() {
            form = form.with_json("meta", wire::bytes(meta));
        }
        for (position, index) in sent.iter().enumerate() {
            form = with_file(form, &wire::part_name(position), *index, &payload.files[*index], progress);
        }
        progress.step(Step::SignUp);
        self.authorised(Call::SignUp, Method::POST, users, Some(progress), &Body::form(form)).await
    }

    /// Uploads each file that the payload sends, a few at a time, and gives their ids by place.
    pub(crate) async fn upload_all(
        &self,
        call: Call,
        url: &Url,
        payload: &Payload,
        progress: &Arc<dyn Progress>,
    ) -> Result<Vec<Option<FileId>>, LwsError> {
        let sent = payload.sent_files();
        let uploads: Vec<_> = sent.iter().map(|index| self.upload(call, url, payload, *index, progress)).collect();
        let given: Vec<FileId> = stream::iter(uploads).buffered(UPLOADS_AT_ONCE).try_collect().await?;
        let mut ids = vec![None; payload.files.len()];
        for (index, id) in sent.into_iter().zip(given) {
            ids[index] = Some(id);
        }
        Ok(ids)
    }

    /// Uploads one file: multipart with one part, which each dialect names in its own way (lws.md §2).
    pub(crate) async fn upload(
        &self,
        call: Call,
        url: &Url,
        payload: &Payload,
        index: usize,
        progress: &Arc<dyn Progress>,
    ) -> Result<FileId, LwsError> {
        let part = match self.dialect() {
            Dialect::Classic => "file",
            Dialect::Did => "document",
        };
        let form = with_file(Form::default(), part, index, &payload.files[index], progress);
        let answer = self.authorised(call, Method::POST, url, Some(progress), &Body::form(form)).await?;
        wire::file_id(&answer.json()?).map_err(|fault| answer.fault(fault))
    }
}

/// Adds a file to a form. `index` is its place in the payload, for `progress`.
fn with_file(form: Form, part: &str, index: usize, file: &OutgoingFile, progress: &Arc<dyn Progress>) -> Form {
    let (name, total, progress) = (file.name.clone(), file.size, Arc::clone(progress));
    let on_progress = move |sent| progress.step(Step::UploadFile { index, name: &name, sent, total });
    form.with_file(part, file.clone(), on_progress)
}
