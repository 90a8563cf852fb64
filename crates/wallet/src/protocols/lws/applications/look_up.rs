//! Finding out at the site whether an application arrived.

use std::time::Duration;

use idw_identity::SchemaUrl;
use idw_lws::{ApplicationAttribute, ApplicationSummary, Applied, Authenticated, LwsError, Session};
use jiff::Timestamp;
use serde_json::Value;

use super::{
    apply::{Submission, value_at_site},
    list::{all, template_text},
};
use crate::{Wallet, clock::now, records::ApplicationRecord};

/// How far the clocks of wallet and site may differ.
const CLOCKS_APART: Duration = Duration::from_mins(10);

/// A site may still be busy with a request whose sender has gone: right after it, a "no" is asked for twice.
const JUST_NOW: Duration = Duration::from_secs(20);
const PAUSE: Duration = Duration::from_millis(1500);

impl Submission {
    /// The application at the site, if it is there.
    pub(super) async fn look_up(
        &self,
        wallet: &Wallet,
        session: &Session<Authenticated>,
    ) -> Result<Option<Applied>, LwsError> {
        let found = self.look_once(wallet, session).await?;
        let just_now = self.record.submitted.is_some_and(|at| now().duration_since(at).unsigned_abs() < JUST_NOW);
        if found.is_some() || !just_now {
            return Ok(found);
        }
        tokio::time::sleep(PAUSE).await;
        self.look_once(wallet, session).await
    }

    /// The same, asked once: for an application that has arrived.
    pub(super) async fn look_once(
        &self,
        wallet: &Wallet,
        session: &Session<Authenticated>,
    ) -> Result<Option<Applied>, LwsError> {
        // One that belongs to another record is not this one.
        let others: Vec<String> = all(&wallet.store)
            .unwrap_or_default()
            .into_iter()
            .filter(|(id, other)| *id != self.id && other.site == self.record.site)
            .filter_map(|(_, other)| other.remote_id)
            .collect();
        let mut candidates = session.applications().await?;
        candidates.retain(|one| !others.contains(&one.id) && may_be(&self.record, one));
        candidates.sort_by_key(|one| std::cmp::Reverse(one.created));
        for one in candidates {
            let attributes = match session.application(&one.id).await {
                Ok(detail) => detail.attributes,
                Err(LwsError::Refused(_) | LwsError::NotOffered { .. }) => Vec::new(),
                Err(error) => return Err(error),
            };
            if holds(&self.record, &attributes).unwrap_or(one.created.is_some()) {
                let mut applied = Applied::default();
                applied.id = Some(one.id);
                applied.url = one.url;
                return Ok(Some(applied));
            }
        }
        Ok(None)
    }
}

/// Whether the template and the time fit.
fn may_be(record: &ApplicationRecord, one: &ApplicationSummary) -> bool {
    let template = one.template.as_ref().is_none_or(|template| template.text() == template_text(record));
    let in_time = |created: Timestamp, submitted: Timestamp| {
        let earliest = submitted.checked_sub(CLOCKS_APART).unwrap_or(submitted);
        created >= earliest
    };
    template && one.created.zip(record.submitted).is_none_or(|(created, submitted)| in_time(created, submitted))
}

/// Whether the values are those that were sent; `None` where the site shows none to compare.
fn holds(record: &ApplicationRecord, attributes: &[ApplicationAttribute]) -> Option<bool> {
    let mut compared = None;
    for at in 0..record.attributes.len() {
        let Some(shown) = attributes.iter().find(|shown| is_same(record, at, shown)) else { continue };
        let Some(value) = &shown.value else { continue };
        if !is_same_value(value, &value_at_site(record, at), &record.attributes[at].files) {
            return Some(false);
        }
        compared = Some(true);
    }
    compared
}

fn is_same(record: &ApplicationRecord, at: usize, shown: &ApplicationAttribute) -> bool {
    let attribute = &record.attributes[at];
    if let Some(id) = &attribute.id {
        return *id == shown.id;
    }
    let schema = |text: &str| SchemaUrl::parse(text).ok();
    shown.schema.as_deref().and_then(schema).is_some_and(|url| schema(&attribute.schema) == Some(url))
}

/// Sites dress files up, with links and names: of a file only its id counts.
fn is_same_value(shown: &Value, sent: &Value, files: &[(String, usize)]) -> bool {
    if files.is_empty() {
        return shown == sent;
    }
    files.iter().all(|(pointer, _)| {
        let id = |value: &Value| value.pointer(pointer).and_then(|file| file.get("content")).cloned();
        id(shown).is_none_or(|shown| Some(shown) == id(sent))
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn of_a_file_only_its_id_counts() {
        let files = vec![("/image".to_owned(), 0)];
        let sent = json!({"image": {"content": "f1", "mimeType": "image/png", "size": 5}, "issued": "2020-01-01"});
        let check = |shown: Value, expected: bool| {
            assert_eq!(is_same_value(&shown, &sent, &files), expected, "{shown}");
        };
        check(json!({"image": {"content": "f1", "url": "/files/f1"}}), true);
        check(json!({"image": "front.png"}), true);
        check(json!({"image": {"content": "f2"}}), false);
        assert!(is_same_value(&json!("Ada"), &json!("Ada"), &[]));
        assert!(!is_same_value(&json!("Eva"), &json!("Ada"), &[]));
    }
}
