//! What the shells show: plain data, serialised in camelCase, with no secret in it.
//!
//! Times are RFC 3339 in UTC, dates `YYYY-MM-DD`, sizes bytes.

mod account;
mod activity;
mod application;
mod attribute;
mod backup;
mod called;
mod change;
mod check;
mod consent_note;
mod data;
mod disclosure;
mod document;
mod eid;
mod history;
mod knowledge;
mod list;
mod mrz;
mod notice;
mod request;
mod site;
mod vault;

pub use account::{AccountKind, AccountView, ProfileKind, ProfileView};
pub use activity::{ActivityCheck, ActivityExported, ActivityView};
pub use application::{
    ApplicationFileView, ApplicationItemState, ApplicationItemView, ApplicationStep, ApplicationView, WantedView,
};
pub use attribute::{
    AttributeTypeView, AttributeView, CheckedView, ChoiceView, ClaimView, ExpiryState, FieldInWords, FieldKindView,
    FieldView, LastSent, OriginView, ReminderView, SourceView,
};
pub use backup::{
    BackupRemark, BackupReport, BackupStanding, MergeOutcome, MergeReport, MergedItem, MergedKind, RemarkOutcome,
};
pub use called::CalledView;
pub use change::{ApplicationChangeView, ChangeView, Earlier};
pub use check::{
    CheckDocumentKind, CheckDocumentView, CheckField, CheckItem, CheckKept, CheckKeptItem, CheckLeftOut,
    CheckLeftOutBecause, CheckNote, CheckOutcome, CheckPreview, CheckStanding, CheckView, ProviderDialect,
    ProviderView, SecretState,
};
pub use consent_note::ConsentNoteView;
pub use data::{
    DataExported, ImportOutcome, ImportReport, ImportedAttribute, ImportedDocument, SelfkeyContents, SelfkeyIdentity,
};
pub use disclosure::{
    ConsentItem, ConsentView, Elsewhere, MissingView, Outcome, Purpose, RefusedValues, SentView, SightView,
    TooLargeFile,
};
pub use document::{DocumentAdded, DocumentCleaned, DocumentShrunk, DocumentView, PictureView, ShrinkView};
pub use eid::{
    AskedDocumentView, AskedView, EidDeviceView, EidForm, EidLinkView, EidPartyServiceView, EidPartyView,
    EidServiceStatus, EidServiceView, VerifiedView,
};
pub use history::{AttributeEvent, AttributeEventView};
pub use knowledge::{
    Arrival, KnownAccount, KnownAttribute, KnownDocument, KnownVersion, SiteKnowledge, SiteKnowledgeSummary, Standing,
};
pub use list::{
    ActivityListView, AttributeGroupView, AttributeListView, AttributeRowView, DocumentListView, LoggedSite,
    OverviewView,
};
pub use mrz::{MrzAction, MrzProposal, MrzView};
pub use notice::{NoticeView, OddKindView, RepairCause};
pub use request::{RequestStatus, RequestView};
pub use site::{Connection, RequirementView, SiteAdded, SiteView, TemplateView};
pub use vault::{KeyringView, RecordKind, Strength, UnreadableView, VaultCheck, VaultCompacted, VaultStatus};
