//! KYC: templates, which anyone may read, and applications.

use std::fmt;
use std::sync::Arc;

use idw_http::{Body, Method};
use serde_json::Value;
use url::Url;

use crate::auth::first_route;
use crate::client::Client;
use crate::description::{Dialect, SiteDescription};
use crate::endpoint::Endpoint;
use crate::error::{Call, LwsError, ProtocolFault};
use crate::exchange::Outgoing;
use crate::flow;
use crate::limits::TEMPLATES;
use crate::numbers::{NumericIds, could_have_numbers};
use crate::payload::{FileId, Payload};
use crate::progress::{Progress, Step};
use crate::requirement::{RequestedAttribute, read_requirements};
use crate::session::{Authenticated, Session};
use crate::wire::{self, scalar_text};

/// The id of a KYC template: text or a number, sent as it came.
#[derive(Clone, PartialEq, Eq)]
pub struct TemplateId(Value);

impl TemplateId {
    /// An id that is text.
    pub fn from_text(text: impl Into<String>) -> Self {
        Self(Value::String(text.into()))
    }

    /// Reads an id that was stored with [`TemplateId::as_value`].
    pub fn from_value(value: &Value) -> Option<Self> {
        scalar_text(value).map(|_| Self(value.clone()))
    }

    /// The id as it came, to be stored.
    pub fn as_value(&self) -> &Value {
        &self.0
    }

    /// The id as text: what a person types to mean it.
    pub fn text(&self) -> String {
        scalar_text(&self.0).unwrap_or_default()
    }
}

impl fmt::Display for TemplateId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text())
    }
}

impl fmt::Debug for TemplateId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "TemplateId({})", self.0)
    }
}

/// A KYC template as a list has it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct TemplateSummary {
    /// Its id.
    pub id: TemplateId,
    /// Its name, made fit to be shown.
    pub name: Option<String>,
    /// What it is for, made fit to be shown.
    pub description: Option<String>,
}

/// A KYC template: what an application has to hold.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Template {
    /// Its id, as it was asked for.
    pub id: TemplateId,
    /// Its name, made fit to be shown.
    pub name: Option<String>,
    /// What it is for, made fit to be shown.
    pub description: Option<String>,
    /// What it asks for. One that does not say whether it is required is optional (lws.md §4).
    pub attributes: Vec<RequestedAttribute>,
}

/// An application that the site accepted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Applied {
    /// The site's id for it, if it gave one.
    pub id: Option<String>,
    /// Where it can be followed in a browser: absolute, http or https.
    pub url: Option<Url>,
    /// What the site has to say, made fit to be shown.
    pub message: Option<String>,
}

impl Client {
    /// Lists a site's KYC templates.
    ///
    /// # Errors
    /// [`LwsError`].
    pub async fn templates(&self, site: &SiteDescription, dialect: Dialect) -> Result<Vec<TemplateSummary>, LwsError> {
        let url = flow::endpoint(site, Endpoint::Templates, Call::Templates)?;
        let answer = self.caller().exchange(Outgoing::get(Call::Templates, url, dialect)).await?;
        // A site without KYC often has no such route at all.
        if answer.status == 404 {
            return Ok(Vec::new());
        }
        let answer = answer.accepted()?;
        read_list(&answer.json()?).map_err(|fault| answer.fault(fault))
    }

    /// Reads one KYC template.
    ///
    /// # Errors
    /// [`LwsError`]; a refusal with status 404 means that it is gone.
    pub async fn template(
        &self,
        site: &SiteDescription,
        dialect: Dialect,
        id: &TemplateId,
    ) -> Result<Template, LwsError> {
        let urls = flow::template_urls(site, dialect, &id.text())?;
        let get = |url| Outgoing::get(Call::Template, url, dialect);
        let answer = first_route(self.caller(), site, Call::Template, urls, get).await?;
        read_template(&answer.json()?, id).map_err(|fault| answer.fault(fault))
    }
}

impl Session<Authenticated> {
    /// Applies: uploads each file of the payload once, a few at a time, then submits.
    ///
    /// # Errors
    /// [`LwsError`]. After an [`Unreachable`](crate::ErrorClass::Unreachable) failure of [`Call::Apply`] the outcome
    /// is unknown: the site may hold the application.
    pub async fn apply(
        &self,
        template: &TemplateId,
        payload: &Payload,
        progress: &Arc<dyn Progress>,
    ) -> Result<Applied, LwsError> {
        // Whether there is a place for the application is asked before files travel for nothing.
        flow::endpoint(self.site(), Endpoint::Applications, Call::Apply)?;
        payload.check().map_err(LwsError::Payload)?;
        let ids = if payload.sent_files().is_empty() {
            Vec::new()
        } else {
            let files = flow::endpoint(self.site(), Endpoint::Files, Call::KycFile)?;
            self.upload_all(Call::KycFile, &files, payload, progress).await?
        };
        self.submit_application(template, payload, &ids, progress).await
    }

    /// Uploads one file of an application: the first half of [`apply`](Self::apply), for callers that remember
    /// what has been uploaded already.
    ///
    /// # Errors
    /// [`LwsError`].
    pub async fn upload_application_file(
        &self,
        payload: &Payload,
        index: usize,
        progress: &Arc<dyn Progress>,
    ) -> Result<FileId, LwsError> {
        payload.check().map_err(LwsError::Payload)?;
        let files = flow::endpoint(self.site(), Endpoint::Files, Call::KycFile)?;
        if index >= payload.files.len() {
            let schema = format!("file {}", index + 1);
            return Err(LwsError::Payload(crate::PayloadError::NoSuchFile { schema }));
        }
        self.upload(Call::KycFile, &files, payload, index, progress).await
    }

    /// Submits an application whose files have been uploaded: the second half of [`apply`](Self::apply). `files` has
    /// the id of each file by its place in [`Payload::files`].
    ///
    /// # Errors
    /// [`LwsError`], as for [`apply`](Self::apply).
    pub async fn submit_application(
        &self,
        template: &TemplateId,
        payload: &Payload,
        files: &[Option<FileId>],
        progress: &Arc<dyn Progress>,
    ) -> Result<Applied, LwsError> {
        payload.check().map_err(LwsError::Payload)?;
        let url = flow::endpoint(self.site(), Endpoint::Applications, Call::Apply)?;
        let numbers = self.numbers_of(template, payload).await;
        let body = wire::application(template.as_value(), payload, self.dialect(), files, &numbers);
        let body = Body::json(wire::bytes(&body));
        progress.step(Step::Apply);
        let answer = self.authorised(Call::Apply, Method::POST, &url, Some(progress), &body).await?;
        let json = answer.json_if_any()?.unwrap_or(Value::Null);
        let place = wire::first(&json, &["applicationUrl"]).and_then(Value::as_str);
        Ok(Applied {
            id: wire::id_text(&json, &["id", "applicationId"]),
            // An address that cannot be opened does not undo an application that was accepted.
            url: place.and_then(|place| wire::link(place.trim(), &self.redirect_base(&url))),
            message: wire::text(&json, &["message"]),
        })
    }
}

impl Session<Authenticated> {
    /// Which ids of the template are numbers. Asked only where one could be, and answered by the template itself, since
    /// a draft may be older than this process; where it cannot be had, ids go as text.
    async fn numbers_of(&self, template: &TemplateId, payload: &Payload) -> NumericIds {
        if !could_have_numbers(payload) {
            return NumericIds::default();
        }
        let Ok(urls) = flow::template_urls(self.site(), self.dialect(), &template.text()) else {
            return NumericIds::default();
        };
        let get = |url| Outgoing::get(Call::Template, url, self.dialect());
        let answer = first_route(&self.context.caller, self.site(), Call::Template, urls, get).await;
        let Some(json) = answer.ok().and_then(|answer| answer.json().ok()) else { return NumericIds::default() };
        let template = json.get("template").unwrap_or(&json);
        NumericIds::of(wire::first(template, &["attributes", "atributes"]))
    }
}

/// `{"templates": […]}` or the list alone; entries are objects, or ids.
pub(crate) fn read_list(answer: &Value) -> Result<Vec<TemplateSummary>, ProtocolFault> {
    let list = wire::first(answer, &["templates"]).unwrap_or(answer);
    let list = list.as_array().ok_or(ProtocolFault::Missing("templates"))?;
    if list.len() > TEMPLATES {
        return Err(ProtocolFault::TooMany(TEMPLATES));
    }
    let read = |entry: &Value| {
        let id = wire::first(entry, &["id", "templateId"]).unwrap_or(entry);
        Some(TemplateSummary {
            id: TemplateId::from_value(id)?,
            name: wire::text(entry, &["name", "title"]),
            description: wire::text(entry, &["description"]),
        })
    };
    list.iter().map(|entry| read(entry).ok_or(ProtocolFault::Missing("id"))).collect()
}

/// `{"template": {…}}` or the template alone; `attributes` is seen misspelt.
pub(crate) fn read_template(answer: &Value, id: &TemplateId) -> Result<Template, ProtocolFault> {
    // Not `wire::first`: `{"template": null}` is no template, rather than one that asks for nothing.
    let template = answer.get("template").unwrap_or(answer);
    if !template.is_object() {
        return Err(ProtocolFault::Missing("template"));
    }
    let attributes = wire::first(template, &["attributes", "atributes"]);
    Ok(Template {
        id: id.clone(),
        name: wire::text(template, &["name", "title"]),
        description: wire::text(template, &["description"]),
        attributes: read_requirements(attributes).map_err(|_| ProtocolFault::Missing("attributes"))?,
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn lists() {
        let check = |answer: Value, expected: Option<Vec<Value>>| {
            let list = read_list(&answer).ok();
            let ids = list.map(|list| list.into_iter().map(|entry| entry.id.0).collect::<Vec<_>>());
            assert_eq!(ids, expected, "{answer}");
        };
        check(json!({"templates": [{"id": 1}, {"id": 2}]}), Some(vec![json!(1), json!(2)]));
        check(json!([{"templateId": "a", "name": "A"}, {"id": "b"}]), Some(vec![json!("a"), json!("b")]));
        check(json!([1, "b"]), Some(vec![json!(1), json!("b")]));
        check(json!([]), Some(vec![]));
        check(json!({}), None);
        check(json!([{"name": "A"}]), None);
        check(json!([{"id": null}]), None);
        check(json!([{"id": {}}]), None);
        check(json!(vec![1; TEMPLATES + 1]), None);
    }

    #[test]
    fn templates() {
        let id = TemplateId::from_text("7");
        let check = |answer: Value, expected: Option<usize>| {
            assert_eq!(
                read_template(&answer, &id).ok().map(|template| template.attributes.len()),
                expected,
                "{answer}"
            );
        };
        let attribute = json!({"id": "a", "schemaId": "http://rp.example/a.json"});
        check(json!({"template": {"id": 7}}), Some(0));
        check(json!({"template": {"id": 7, "attributes": [attribute]}}), Some(1));
        check(json!({"id": "7", "atributes": [attribute, "http://rp.example/b.json"]}), Some(2));
        check(json!({"attributes": [{"id": "a"}]}), None);
        check(json!("template"), None);
        check(json!({"template": []}), None);
        check(json!({"template": null}), None);
    }
}
