//! Everything that has arrived, read at once: for the pages and, as JSON, for tests.

use idw_keys::Address;
use serde_json::{Value, json};

use crate::api::ApiError;
use crate::config::Requirement;
use crate::site::Site;
use crate::store::{Application, Attribute, Message, StoredFile, User};

/// What the store holds.
pub(super) struct Arrived {
    pub(super) users: Vec<User>,
    pub(super) applications: Vec<Application>,
    pub(super) files: Vec<StoredFile>,
}

impl Arrived {
    pub(super) async fn read(site: &Site) -> Result<Self, ApiError> {
        site.store(|store| {
            Ok(Self { users: store.users()?, applications: store.applications()?, files: store.files()? })
        })
        .await
    }

    /// What came from this user's wallets.
    pub(super) fn of(mut self, user: &User) -> Self {
        self.users.retain(|other| other.id == user.id);
        self.applications.retain(|application| user.wallets.contains(&application.wallet));
        self.files.retain(|file| user.wallets.contains(&file.owner));
        self
    }
}

/// `GET /api/state`, without its envelope.
pub(super) fn view(site: &Site, arrived: &Arrived) -> Value {
    json!({
        "site": {"name": site.config.name, "url": site.config.website, "rootEndpoint": site.config.root()},
        "counts": {
            "users": arrived.users.len(),
            "applications": arrived.applications.len(),
            "files": arrived.files.len(),
        },
        "users": arrived.users.iter().map(user_view).collect::<Value>(),
        "applications": arrived.applications.iter().map(application_view).collect::<Value>(),
        "files": arrived.files.iter().map(file_view).collect::<Value>(),
    })
}

/// `did:eth:0x…` of a wallet, in lower case as the protocol sends it.
pub(super) fn did_of(wallet: Address) -> String {
    format!("did:eth:{}", wallet.lower_hex())
}

fn user_view(user: &User) -> Value {
    let wallet = |wallet: &Address| json!({"did": did_of(*wallet), "address": wallet.lower_hex()});
    json!({
        "id": user.id.as_str(),
        "name": user.name,
        "did": user.wallets.first().copied().map(did_of),
        "wallets": user.wallets.iter().map(wallet).collect::<Value>(),
        "attributes": user.attributes.iter().map(attribute_view).collect::<Value>(),
        "meta": user.meta,
        "signUps": user.sign_ups,
        "logins": user.logins,
        "createdAt": user.created_at.to_string(),
        "updatedAt": user.updated_at.to_string(),
    })
}

fn application_view(application: &Application) -> Value {
    json!({
        "id": application.id,
        "did": did_of(application.wallet),
        "templateId": application.template,
        "status": application.status.code(),
        "statusName": application.status.name(),
        "messages": application.messages.iter().map(message_view).collect::<Value>(),
        "askedAgain": application.asked_again.iter().map(Requirement::key).collect::<Vec<_>>(),
        "attributes": application.attributes.iter().map(attribute_view).collect::<Value>(),
        "createdAt": application.created_at.to_string(),
    })
}

fn message_view(message: &Message) -> Value {
    json!({"from": message.from.as_str(), "text": message.text, "at": message.at.to_string()})
}

fn attribute_view(attribute: &Attribute) -> Value {
    json!({
        "id": attribute.id,
        "schemaId": attribute.schema,
        "value": attribute.value,
        "requested": attribute.requested,
    })
}

fn file_view(file: &StoredFile) -> Value {
    json!({
        "id": file.id.as_str(),
        "did": did_of(file.owner),
        "name": file.name,
        "mimeType": file.mime_type,
        "size": file.size,
        "sha256": file.sha256,
        "receivedAt": file.received_at.to_string(),
    })
}
