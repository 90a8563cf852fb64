//! Learning the schemas that a site brings: each is fetched once, and kept.

use std::collections::HashMap;

use idw_identity::{SchemaBundle, SchemaUrl};
use idw_lws::{LwsError, SiteDescription, UrlError};
use idw_vault::{Batch, RecordId};
use idw_words::{Message as _, MessageData, message};
use serde_json::Value;
use url::Url;

use crate::{
    Explain as _, StoreError, Wallet,
    clock::now,
    records::SchemaRecord,
    schemas::{MOST_KEPT, Types, described},
    store::put,
};

/// Most schemas taken from one site at a time.
const MOST: usize = 32;

/// How far references from document to document are followed: each step waits for the one before.
const STEPS: usize = 4;

/// Most documents that the schemas of one site may refer to, in all.
const MOST_REFERRED: usize = 64;

/// A schema that was fetched and can be used.
#[derive(Clone, Debug)]
pub(crate) struct FoundSchema {
    url: String,
    schema: Value,
}

/// A schema that a site asks for and that cannot be had.
#[derive(Clone, Debug)]
pub(crate) struct LeftOutSchema {
    pub(crate) url: String,
    /// Whole sentences.
    pub(crate) why: MessageData,
}

/// What came of looking for the schemas of what a site asks for.
#[derive(Clone, Debug, Default)]
pub(crate) struct Schemas {
    pub(crate) found: Vec<FoundSchema>,
    pub(crate) left_out: Vec<LeftOutSchema>,
}

impl Schemas {
    /// Why the schema of this URL cannot be had, where it was looked for.
    pub(crate) fn why_left_out(&self, schema: &str) -> Option<&MessageData> {
        self.left_out.iter().find(|left_out| same_url(&left_out.url, schema)).map(|left_out| &left_out.why)
    }
}

impl Wallet {
    /// Fetches those schemas of what is asked for that are not known, with what they refer to, from hosts that the user was shown
    /// or typed. One that cannot be fetched or used is left out, with the reason; the next proposal tries again.
    pub(crate) async fn find_schemas(
        &self,
        site: &SiteDescription,
        asked: &[&str],
        hosts: &[String],
    ) -> Result<Schemas, StoreError> {
        let unproven: Vec<String> = self.unproven_schemas()?.into_iter().map(|(_, record)| record.url).collect();
        let (wanted, left_out) = unknown(&*self.types()?, &unproven, asked);
        let mut schemas = Schemas { found: Vec::new(), left_out };
        if wanted.is_empty() {
            return Ok(schemas);
        }
        let fetched = self.client().fetch_schemas(&wanted, site, hosts).await;
        let fetched = wanted.iter().zip(fetched).map(|(url, outcome)| (url, outcome.map_err(|error| why(&error))));
        let begun: Vec<_> =
            fetched.map(|(url, outcome)| (url, outcome.and_then(|schema| begin(url, schema)))).collect();
        for (url, outcome) in self.with_what_they_refer_to(begun, site, hosts).await {
            match outcome.and_then(|bundle| usable(url, bundle)) {
                Ok(found) => schemas.found.push(found),
                Err(why) => {
                    tracing::info!(%url, ?why, "a site's own schema was not taken");
                    schemas.left_out.push(LeftOutSchema { url: url.to_string(), why });
                }
            }
        }
        Ok(schemas)
    }

    /// Fetches the documents that schemas refer to, and those that these refer to, each once.
    async fn with_what_they_refer_to<'a>(
        &self,
        mut schemas: Vec<(&'a Url, Result<SchemaBundle, MessageData>)>,
        site: &SiteDescription,
        hosts: &[String],
    ) -> Vec<(&'a Url, Result<SchemaBundle, MessageData>)> {
        let mut documents: HashMap<Url, Result<Value, MessageData>> = HashMap::new();
        for _ in 0..STEPS {
            let missing: Vec<Url> = schemas.iter_mut().flat_map(|(_, bundle)| still_missing(bundle)).collect();
            let mut new: Vec<Url> = Vec::new();
            for url in &missing {
                if !documents.contains_key(url) && !new.contains(url) && documents.len() + new.len() < MOST_REFERRED {
                    new.push(url.clone());
                }
            }
            let fetched = self.client().fetch_schemas(&new, site, hosts).await;
            let fetched = fetched.into_iter().map(|outcome| outcome.map_err(|error| why(&error)));
            documents.extend(new.into_iter().zip(fetched));
            for (_, bundle) in &mut schemas {
                complete(bundle, &documents);
            }
        }
        schemas
    }

    /// Keeps what was found, as [`put_schemas`](Self::put_schemas) does, in a commit of its own.
    pub(crate) fn keep_schemas(&self, site: &str, found: Vec<FoundSchema>) -> Result<(), StoreError> {
        if found.is_empty() {
            return Ok(());
        }
        let _guard = self.store.changing();
        let mut batch = Batch::new();
        self.put_schemas(&mut batch, site, found)?;
        if !batch.is_empty() {
            self.store.commit_quietly(batch)?;
        }
        Ok(())
    }

    /// Adds what was found to a batch, unless it is known by now: a schema does not change under values that were checked
    /// against it. The caller holds the guard of changes.
    pub(crate) fn put_schemas(&self, batch: &mut Batch, site: &str, found: Vec<FoundSchema>) -> Result<(), StoreError> {
        if found.is_empty() {
            return Ok(());
        }
        let types = self.types()?;
        let unproven = self.unproven_schemas()?;
        let mut room = MOST_KEPT.saturating_sub(self.store.readable::<SchemaRecord>(|_| true)?.records.len());
        for FoundSchema { url, schema } in found {
            let replaced = unproven.iter().find(|(_, record)| same_url(&record.url, &url)).map(|(id, _)| *id);
            if replaced.is_none() && (types.of(&url).is_some() || room == 0) {
                continue;
            }
            room = room.saturating_sub(usize::from(replaced.is_none()));
            let (site, fetched) = (site.to_owned(), now());
            let record = SchemaRecord { version: 1, url, schema, site, fetched, from_backup: false };
            put(batch, replaced.unwrap_or_else(RecordId::make), &record);
        }
        Ok(())
    }

    /// The schemas that another wallet's backup brought: what it says of a site's attribute is not the site's word.
    fn unproven_schemas(&self) -> Result<Vec<(RecordId, SchemaRecord)>, StoreError> {
        let all = self.store.readable::<SchemaRecord>(|_| true)?.records;
        Ok(all.into_iter().filter(|(_, record)| record.from_backup).collect())
    }
}

fn same_url(one: &str, other: &str) -> bool {
    SchemaUrl::parse(one).is_ok_and(|one| SchemaUrl::parse(other).is_ok_and(|other| one == other))
}

/// The addresses of the schemas that are not known, or not from the site, each once; and what is not looked for.
fn unknown(types: &Types, unproven: &[String], asked: &[&str]) -> (Vec<Url>, Vec<LeftOutSchema>) {
    let mut wanted: Vec<Url> = Vec::new();
    let mut left_out = Vec::new();
    for schema in asked {
        let mut leave_out = |why: MessageData| left_out.push(LeftOutSchema { url: (*schema).to_owned(), why });
        let (schema, url) = match (SchemaUrl::parse(schema), Url::parse(schema.trim())) {
            (Ok(schema), Ok(url)) => (schema, url),
            (Err(error), _) => {
                leave_out(error.explain());
                continue;
            }
            (_, Err(_)) => {
                leave_out(message::SchemaFaultAddress.data());
                continue;
            }
        };
        let is_known =
            types.of(schema.as_str()).is_some() && !unproven.iter().any(|url| same_url(url, schema.as_str()));
        if is_known || wanted.contains(&url) {
            continue;
        }
        if schema.is_platform() {
            // The platform's schemas are in the catalogue.
            if types.of(schema.as_str()).is_none() {
                leave_out(message::SchemaFaultNotInPlatform.data());
            }
        } else if wanted.len() < MOST {
            wanted.push(url);
        } else {
            leave_out(message::SchemaFaultTooMany { most: MOST }.data());
        }
    }
    (wanted, left_out)
}

/// Why a document could not be fetched.
fn why(error: &LwsError) -> MessageData {
    match error {
        LwsError::Url(UrlError::Elsewhere { host }) => message::SchemaFaultElsewhere { host }.data(),
        error => error.explain(),
    }
}

fn begin(url: &Url, schema: Value) -> Result<SchemaBundle, MessageData> {
    let url = SchemaUrl::parse(url.as_str()).map_err(|error| error.explain())?;
    SchemaBundle::new(&url, schema).map_err(|error| error.explain())
}

/// The documents that a schema still needs; a schema that asks for too much is given up.
fn still_missing(bundle: &mut Result<SchemaBundle, MessageData>) -> Vec<Url> {
    let Ok(begun) = bundle else { return Vec::new() };
    match begun.missing() {
        Ok(missing) => missing,
        Err(error) => {
            *bundle = Err(error.explain());
            Vec::new()
        }
    }
}

/// Puts in what was fetched; a schema with a document that cannot be had is given up.
fn complete(bundle: &mut Result<SchemaBundle, MessageData>, documents: &HashMap<Url, Result<Value, MessageData>>) {
    for url in still_missing(bundle) {
        let Ok(begun) = bundle else { return };
        let added = match documents.get(&url) {
            Some(Ok(document)) => begun.add(&url, document.clone()).map_err(|error| error.explain()),
            Some(Err(why)) => Err(message::SchemaFaultRefers { url: url.as_str(), reason: why }.data()),
            None => Err(message::SchemaFaultRefersToMany { most: MOST_REFERRED }.data()),
        };
        if let Err(why) = added {
            *bundle = Err(why);
        }
    }
}

fn usable(url: &Url, bundle: SchemaBundle) -> Result<FoundSchema, MessageData> {
    let is_whole = bundle.missing().is_ok_and(|missing| missing.is_empty());
    if !is_whole {
        return Err(message::SchemaFaultNested.data());
    }
    let schema = bundle.into_schema().map_err(|error| error.explain())?;
    described(url.as_str(), &schema).map_err(|error| error.explain())?;
    Ok(FoundSchema { url: url.to_string(), schema })
}
