//! What an operator decides about an application.

use std::sync::Arc;

use serde_json::Value;

use super::error::ApiError;
use super::kyc::{new_message, requirements_of};
use crate::config::Requirement;
use crate::site::Site;
use crate::store::{Application, ApplicationStatus, Applications, Side};

/// A decision: everything in it is optional.
#[derive(Debug, Default)]
pub(crate) struct Decision {
    /// How far the application is now.
    pub(crate) status: Option<ApplicationStatus>,
    /// Keys of attributes that are found invalid, and asked for again.
    pub(crate) invalid: Vec<String>,
    /// What is asked for besides the template.
    pub(crate) additional: Vec<Requirement>,
    /// A line for the applicant.
    pub(crate) message: Option<String>,
}

impl Decision {
    /// `{"status": 9, "invalid": ["<key>"], "additional": [<requirement>], "message": "…"}`.
    pub(crate) fn read(body: &Value) -> Result<Self, ApiError> {
        let status = body.get("status").map(|status| {
            let code = status.as_u64().and_then(|code| u8::try_from(code).ok());
            code.and_then(ApplicationStatus::from_code).ok_or_else(status_invalid)
        });
        let items = |key: &str| body.get(key).and_then(Value::as_array).into_iter().flatten();
        let key = |item: &Value| item.as_str().map(str::to_owned).ok_or_else(|| unknown(&item.to_string()));
        let additional = |item: &Value| {
            let malformed = || ApiError::malformed("additional_invalid", "this is not a requirement");
            Requirement::read(item, true).ok_or_else(malformed)
        };
        Ok(Self {
            status: status.transpose()?,
            invalid: items("invalid").map(key).collect::<Result<_, _>>()?,
            additional: items("additional").map(additional).collect::<Result<_, _>>()?,
            message: body.get("message").and_then(Value::as_str).map(str::to_owned),
        })
    }
}

/// Carries a decision out, all of it or nothing.
pub(crate) async fn decide(site: &Arc<Site>, id: &str, decision: Decision) -> Result<(), ApiError> {
    let mut application = find(site, id).await?;
    let message = decision.message.as_deref().map(|text| new_message(Side::Site, text)).transpose()?;
    application.status = decision.status.unwrap_or(application.status);
    let asked = requirements_of(site, &application);
    for key in &decision.invalid {
        let known = asked.iter().find(|asked| asked.key() == key);
        ask_again(&mut application, known.ok_or_else(|| unknown(key))?.clone());
    }
    for requirement in decision.additional {
        if !site.schemas.knows(&requirement.schema) {
            return Err(ApiError::malformed("additional_invalid", "no schema is known for what is asked for"));
        }
        ask_again(&mut application, requirement);
    }
    site.store(move |store| {
        store.update_application(&application)?;
        message.map_or(Ok(()), |message| store.add_message(&application.id, &message))
    })
    .await
}

async fn find(site: &Site, id: &str) -> Result<Application, ApiError> {
    let found = site.store(Applications::applications).await?.into_iter().find(|application| application.id == id);
    found.ok_or_else(|| ApiError::not_found("application_not_found", "there is no such application"))
}

fn ask_again(application: &mut Application, wanted: Requirement) {
    if application.asked_again.iter().all(|asked| asked.key() != wanted.key()) {
        application.asked_again.push(wanted);
    }
}

fn status_invalid() -> ApiError {
    ApiError::malformed("status_invalid", "a status is 0 to 16")
}

fn unknown(key: &str) -> ApiError {
    ApiError::malformed("invalid_unknown", format!("{key} is not asked for here"))
}
