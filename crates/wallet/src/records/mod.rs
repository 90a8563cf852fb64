//! What the wallet keeps in the vault: JSON, each record with the version of its shape.
//!
//! These types are for the disk alone. A field that is added later has a default; a field is never given a new
//! meaning.

mod activity;
mod application;
mod identity;
mod keys;
mod site;

use idw_vault::{RecordId, Tree};
use serde::{Serialize, de::DeserializeOwned};

pub(crate) use activity::{
    ActivityHead, ActivityRecord, AskedRecord, Event, ExportRecord, Finish, SentDocumentRecord, SentRecord,
};
pub(crate) use application::{
    ApplicationRecord, ApplicationState, DestinationRecord, OutgoingFileRecord, OutgoingRecord, PlaceRecord,
    SightRecord, WantedRecord,
};
pub(crate) use identity::{
    AttributeRecord, ClaimRecord, DocumentMeta, ProfileRecord, ProvenanceRecord, SchemaRecord, SourceRecord, THUMBNAILS,
};
pub(crate) use keys::{AccountCounter, AccountKeyRecord, AccountRecord, Import, KeySource, PhraseRecord};
pub(crate) use site::{FormerKeyRecord, SiteRecord};

use crate::attributes::Listing;

/// A record and where it lives.
pub(crate) trait Record: Serialize + DeserializeOwned {
    /// The tree it is kept in.
    const TREE: Tree;
    /// What it is called in an error.
    const WHAT: &'static str;

    /// Whether it is kept in memory as part of the listing.
    const IS_LISTED: bool = false;

    /// The number of the profile that it belongs to; none for what belongs to the wallet as a whole.
    fn profile(&self) -> Option<u32> {
        None
    }

    /// All of a profile, where they are part of the listing.
    fn listed(_listing: &Listing) -> Vec<(RecordId, Self)> {
        Vec::new()
    }
}

/// The one record of a tree that holds only one.
pub(crate) const ONLY: RecordId = RecordId::from_bytes([0; 16]);
