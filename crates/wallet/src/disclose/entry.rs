//! What is written down of a disclosure: in the activity log, and in the site's record.

use idw_lws::{Dialect, LwsError};

use crate::{
    Approved, StoreError, Wallet,
    accounts::Acting,
    clock::now,
    consent::Chosen,
    documents,
    records::{Event, SentDocumentRecord, SentRecord, SiteRecord},
    sites,
    view::AccountView,
};

impl Wallet {
    /// What is sent, as the log keeps it.
    pub(crate) fn sent_of(&self, chosen: &[Chosen]) -> Result<Vec<SentRecord>, StoreError> {
        chosen.iter().map(|chosen| self.sent(chosen)).collect()
    }

    fn sent(&self, chosen: &Chosen) -> Result<SentRecord, StoreError> {
        let mut documents = Vec::new();
        for id in documents::ids_in(&chosen.record.value) {
            let Ok(id) = documents::parse_id(&id) else { continue };
            if let Some((info, meta)) = self.store.document(id)? {
                documents.push(SentDocumentRecord {
                    id: info.id.to_string(),
                    name: meta.file_name(),
                    mime_type: meta.mime_type,
                    size: info.len,
                    sha256: hex::encode(info.sha256),
                });
            }
        }
        Ok(SentRecord {
            name: chosen.requirement.name.clone(),
            title: chosen.requirement.title.clone(),
            digest: self.digests()?.of(&chosen.record.value).stored().to_owned(),
            files: documents.iter().map(|document| document.name.clone()).collect(),
            value: chosen.id.clone(),
            documents,
            asked: Some(chosen.asked.clone()),
        })
    }
}

/// The entry for what the user agreed to.
pub(crate) fn approval(approved: &Approved, account: &AccountView, sent: &[SentRecord]) -> Event {
    Event::Approved {
        purpose: approved.purpose.into(),
        site: approved.parts.site.name.clone(),
        root: sites::SiteId::of(approved.parts.description.root()).as_str().to_owned(),
        hosts: approved.parts.description.hosts(),
        account: account.name.clone(),
        did: account.did.clone(),
        template: approved.template.as_ref().map(|template| template.id.clone()),
        sent: sent.to_vec(),
        asked: approved.asked.clone(),
        required: Some(approved.required.clone()),
        requirements: Some(approved.parts.asked.clone()),
    }
}

/// The site's record after a success: its dialect, the account that is used there where the user named one, and when.
pub(crate) fn remembered(
    site: &SiteRecord,
    named: Option<&Acting>,
    account: &AccountView,
    dialect: Dialect,
) -> SiteRecord {
    let mut site = site.clone();
    site.lws_mut().dialect = Some(sites::dialect_text(dialect).to_owned());
    site.last_used = Some(now());
    match named {
        Some(Acting::Named(..)) => site.account = Some(account.name.clone()),
        Some(Acting::Site(_)) => site.account = None,
        None => {}
    }
    site
}

/// The site's record after a failure, where that taught something about it: its dialect, which a sign-up after a login
/// that failed need not ask for again, and the largest file it takes.
pub(crate) fn learnt(site: &SiteRecord, dialect: Option<Dialect>, error: Option<&LwsError>) -> Option<SiteRecord> {
    let limit = match error {
        Some(LwsError::TooLarge { limit_bytes, .. }) => *limit_bytes,
        _ => None,
    };
    (dialect.is_some() || limit.is_some()).then(|| {
        let dialect = dialect.map(|dialect| sites::dialect_text(dialect).to_owned());
        let learnt = SiteRecord { file_limit: limit.or(site.file_limit), ..site.clone() };
        learnt.with_lws(|lws| lws.dialect = dialect.or(lws.dialect.take()))
    })
}
