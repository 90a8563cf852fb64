//! What is not as it was when the user last agreed to something, or that has to be asked before anything leaves.

use idw_words::MessageData;
use serde::{Deserialize, Serialize};

use super::Elsewhere;

/// One such thing; the shell puts it into words. Days are `YYYY-MM-DD` in UTC.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "type", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum ChangeView {
    /// The site asks for something that it did not ask for.
    NewlyAsked {
        /// What it is.
        title: String,
        /// Whether the site insists on it.
        required: bool,
        /// What this is compared with.
        than: Earlier,
    },
    /// The site has other words of its own for what it asks for.
    CalledOtherwise {
        /// What the wallet calls it.
        title: String,
        /// The site's words before; none where it had none.
        was: Option<String>,
        /// The site's words now; none where it has none.
        is: Option<String>,
        /// What this is compared with.
        than: Earlier,
    },
    /// Something optional is required now.
    RequiredNow {
        /// What it is.
        title: String,
        /// What this is compared with.
        than: Earlier,
    },
    /// Something required is optional now.
    OptionalNow {
        /// What it is.
        title: String,
        /// What this is compared with.
        than: Earlier,
    },
    /// The site no longer asks for something.
    NoLongerAsked {
        /// What it is.
        title: String,
    },
    /// The site has another name.
    SiteRenamed {
        /// The name before.
        was: String,
        /// The name now.
        is: String,
    },
    /// The site's own address is another one.
    AddressMoved {
        /// The address before.
        was: String,
        /// The address now.
        is: String,
    },
    /// The address of the site's terms is another one.
    TermsMoved {
        /// The address before, if there was one.
        was: Option<String>,
        /// The address now, if there is one.
        is: Option<String>,
    },
    /// The address of the site's privacy policy is another one.
    PolicyMoved {
        /// The address before, if there was one.
        was: Option<String>,
        /// The address now, if there is one.
        is: Option<String>,
    },
    /// A place outside the site's root gets something that it did not get.
    PlaceGetsMore {
        /// The place, and what it gets in addition.
        place: Elsewhere,
        /// The places that the site used before, its root first.
        used: Vec<String>,
    },
    /// The site no longer uses a place outside its root.
    PlaceGone {
        /// The place.
        place: String,
    },
    /// What the site's address describes is another site to the wallet.
    OtherSiteThere {
        /// The address that was asked.
        given: String,
        /// The root of the site that is described there now.
        found: String,
        /// The root of the site that the wallet knows.
        known: String,
    },
    /// The key for the site was made by an earlier rule than keys are made by now. This is asked once.
    KeyOfEarlierRule {
        /// The site's root, which gets everything that is sent.
        root: String,
        /// The places outside the root that get something.
        others: Vec<Elsewhere>,
    },
    /// A merged backup brought the site, and the user has agreed to nothing there yet.
    FromMergedBackup {
        /// The day of the backup.
        day: String,
        /// The site's root, which gets everything that is sent.
        root: String,
        /// The places outside the root that get something.
        others: Vec<Elsewhere>,
    },
    /// That backup says which account the user acts as at the site; follows `FromMergedBackup`.
    AccountFromBackup {
        /// Its name.
        account: String,
    },
    /// The user would act as another account than the last time.
    OtherAccount {
        /// The DID of the last time.
        was: String,
        /// The DID now.
        is: String,
    },
    /// The user has applied at the site, but not for this.
    OtherTemplate {
        /// What would be applied for.
        template: String,
    },
    /// What was applied for has another name.
    TemplateRenamed {
        /// The name before.
        was: String,
        /// The name now.
        is: String,
    },
    /// The site has such an application of the user's already.
    AppliedBefore {
        /// The day it was sent.
        day: String,
        /// How far it was when the site last told.
        standing: MessageData,
    },
    /// The site wants something for an application that was not sent with it.
    NotSentBefore {
        /// What it is.
        title: String,
    },
    /// The site has another name for something that was sent with an application.
    SentAsOther {
        /// What it was called when it was sent.
        was: String,
        /// What it is called now.
        is: String,
    },
}

/// What something is compared with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum Earlier {
    /// The last time that the user was asked for the same purpose.
    LastTime,
    /// What the wallet knew of the site before.
    Before,
}

/// What is different about an application since the user agreed to it; the shell puts it into words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "type", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum ApplicationChangeView {
    /// It would go on as another account.
    OtherAccount {
        /// The name of the account that applied.
        was: String,
        /// Its DID.
        was_did: String,
        /// The name of the account that would act now.
        is: String,
        /// Its DID.
        is_did: String,
    },
    /// A merged backup brought its site, and the user has agreed to nothing there yet.
    FromMergedBackup,
    /// It would go to another root than was agreed to.
    RootMoved {
        /// The root that was agreed to.
        was: String,
        /// The root now.
        is: String,
    },
    /// A place would get something of it, and the user has not agreed to that.
    PlaceNotAgreedTo {
        /// The place, and what it would get.
        place: Elsewhere,
    },
    /// The wallet does not know what was agreed to.
    NoRecordOfConsent,
    /// It would go to a root that is not the one of the site that was applied at.
    OtherSite {
        /// The root.
        root: String,
    },
    /// Its site uses a host that it did not use.
    NewHost {
        /// The host.
        host: String,
    },
}
