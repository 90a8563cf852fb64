//! Learning the schemas that a site brings: each is fetched once, and kept.

use idw_identity::{AttributeType, SchemaUrl};
use idw_lws::{RequestedAttribute, SiteDescription};
use idw_vault::{Batch, RecordId};
use serde_json::Value;
use url::Url;

use super::Types;
use crate::{StoreError, Wallet, clock::now, records::SchemaRecord, store::put};

/// Most schemas taken from one site at a time.
const MOST: usize = 32;

/// Most schemas kept in a wallet: reading them is part of every start.
pub(crate) const MOST_KEPT: usize = 1000;

/// A schema that was fetched and can be used.
#[derive(Clone, Debug)]
pub(crate) struct FoundSchema {
    url: String,
    schema: Value,
}

impl Wallet {
    /// Fetches the schemas of what is asked for and not known, from hosts that the user was shown or typed. One that
    /// cannot be fetched or used is left out: what it describes is then told to be unknown, and the next proposal tries
    /// again.
    pub(crate) async fn find_schemas(
        &self,
        site: &SiteDescription,
        requested: &[RequestedAttribute],
        hosts: &[String],
    ) -> Result<Vec<FoundSchema>, StoreError> {
        let unproven: Vec<String> = self.unproven_schemas()?.into_iter().map(|(_, record)| record.url).collect();
        let wanted = unknown(&*self.store.types()?, &unproven, requested);
        if wanted.is_empty() {
            return Ok(Vec::new());
        }
        let mut found = Vec::new();
        let fetched = self.client().fetch_schemas(&wanted, site, hosts).await;
        for (url, outcome) in wanted.iter().zip(fetched) {
            match outcome {
                Ok(schema) => found.extend(usable(url, schema)),
                Err(error) => tracing::info!(%error, "a site's own schema was not fetched"),
            }
        }
        Ok(found)
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
            self.store.forget_types();
        }
        Ok(())
    }

    /// Adds what was found to a batch, unless it is known by now: a schema does not change under values that were checked
    /// against it. The caller holds the guard of changes.
    pub(crate) fn put_schemas(&self, batch: &mut Batch, site: &str, found: Vec<FoundSchema>) -> Result<(), StoreError> {
        if found.is_empty() {
            return Ok(());
        }
        let types = self.store.types()?;
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

/// The addresses of the schemas that are not known, or not from the site, each once.
fn unknown(types: &Types, unproven: &[String], requested: &[RequestedAttribute]) -> Vec<Url> {
    let mut wanted: Vec<Url> = Vec::new();
    for schema in requested.iter().filter_map(|requested| SchemaUrl::parse(&requested.schema).ok()) {
        // The platform's schemas are in the catalogue; one that is not is none.
        let is_known =
            types.of(schema.as_str()).is_some() && !unproven.iter().any(|url| same_url(url, schema.as_str()));
        if schema.is_platform() || is_known {
            continue;
        }
        let Ok(url) = Url::parse(schema.as_str()) else { continue };
        if !wanted.contains(&url) && wanted.len() < MOST {
            wanted.push(url);
        }
    }
    wanted
}

fn usable(url: &Url, schema: Value) -> Option<FoundSchema> {
    match described(url.as_str(), &schema) {
        Ok(_) => Some(FoundSchema { url: url.to_string(), schema }),
        Err(error) => {
            tracing::info!(%error, "a site's own schema was not taken");
            None
        }
    }
}

/// What a site's own schema describes, or why it is not taken in, a sentence.
pub(crate) fn described(url: &str, schema: &Value) -> Result<AttributeType, String> {
    let name = SchemaUrl::parse(url).map_err(|_| "its address is not a valid URL".to_owned())?;
    if name.is_platform() {
        return Err("a site cannot redefine an attribute of the platform".to_owned());
    }
    AttributeType::from_schema(name, schema.clone()).map_err(|error| error.to_string())
}
