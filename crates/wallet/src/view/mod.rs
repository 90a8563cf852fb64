//! What the shells show: plain data, serialised in camelCase, with no secret in it.
//!
//! Times are RFC 3339 in UTC, dates `YYYY-MM-DD`, sizes bytes.

mod account;
mod activity;
mod attribute;
mod data;
mod disclosure;
mod document;
mod mrz;
mod notice;
mod site;
mod vault;

pub use account::{AccountKind, AccountView, ProfileKind, ProfileView};
pub use activity::{ActivityCheck, ActivityExported, ActivityView};
pub use attribute::{
    AttributeTypeView, AttributeView, ChoiceView, ClaimView, ExpiryState, FieldKindView, FieldView, LastSent,
    OriginView, ReminderView, SourceView,
};
pub use data::{DataExported, ImportOutcome, ImportReport, ImportedAttribute, ImportedDocument};
pub use disclosure::{ConsentItem, ConsentView, Elsewhere, Outcome, Purpose, RefusedValues, SentView};
pub use document::{DocumentAdded, DocumentCleaned, DocumentShrunk, DocumentView, PictureView, ShrinkView};
pub use mrz::{MrzAction, MrzProposal, MrzView};
pub use notice::{NoticeView, OddKindView, RepairCause};
pub use site::{Connection, RequirementView, SiteAdded, SiteView, TemplateView};
pub use vault::{KeyringView, RecordKind, Strength, UnreadableView, VaultCheck, VaultCompacted, VaultStatus};

pub use crate::activity::{
    Arrival, KnownAccount, KnownAttribute, KnownDocument, KnownVersion, SiteKnowledge, SiteKnowledgeSummary, Standing,
};
pub use crate::applications::{ApplicationStep, ApplicationView, WantedView};
pub use crate::consent::TooLargeFile;
