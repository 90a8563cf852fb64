//! Why there is nothing to agree to, and why what was agreed to did not end well.

use super::{ApproveError, PartyFault};
use crate::{
    AccountError, AttributeError, Problem, SiteError, StoreError,
    view::{CalledView, TemplateView},
};

/// Why nothing could be proposed. Nothing of the user's has left the wallet.
#[derive(Debug, thiserror::Error)]
pub enum ProposeError {
    /// The site is not in the wallet, or its record cannot be read.
    #[error(transparent)]
    Site(#[from] SiteError),
    /// There is no such account.
    #[error(transparent)]
    Account(#[from] AccountError),
    /// Something was to be included that the site does not ask for.
    #[error("{site} does not ask for '{name}', so it would not be sent; it asks for {}", asks.join(", "))]
    NotAsked {
        /// The site.
        site: String,
        /// What was to be included.
        name: String,
        /// The names of what the site asks for.
        asks: Vec<String>,
    },
    /// Something was to be included that the site asks for more than once.
    #[error(
        "{site} asks for '{name}' more than once: {}; use the site's id to say which one you mean",
        list_of(fitting)
    )]
    AskedTwice {
        /// The site.
        site: String,
        /// What was to be included.
        name: String,
        /// What fits, each with the site's id.
        fitting: Vec<FittingWant>,
    },
    /// To ask for the template, a host would have to be contacted that the user has not been shown.
    #[error(
        "{site} is at {} now, where it was not when you last saw it; nothing was sent. Add it again by its address to see \
         what has changed", hosts.join(", ")
    )]
    NewHosts {
        /// The site.
        site: String,
        /// The new hosts.
        hosts: Vec<String>,
    },
    /// The site has no KYC templates.
    #[error("{site} offers no KYC application")]
    NoTemplates {
        /// The site.
        site: String,
    },
    /// The site has several templates and none, or an unknown one, was named.
    #[error("{site} has {} KYC templates; name one: {}", .templates.len(), template_list(.templates))]
    ChooseTemplate {
        /// The site.
        site: String,
        /// What there is.
        templates: Vec<TemplateView>,
    },
    /// The named template is none of the site's.
    #[error("{site} has no template '{template}'; it has {}", template_list(.templates))]
    UnknownTemplate {
        /// The site.
        site: String,
        /// What was named.
        template: String,
        /// What there is.
        templates: Vec<TemplateView>,
    },
    /// Sites do not ask for such.
    #[error("a site cannot be asked for this; nothing was sent")]
    NotOfSites,
    /// What was asked is over.
    #[error("the time for this request is over; nothing was sent")]
    Over,
    /// Another profile is asked.
    #[error("this profile does not have the email {email}, which was asked for; choose one that does")]
    OtherProfile {
        /// The email, as the asker spelt it.
        email: String,
    },
    /// The party could not be asked what it needs.
    #[error(transparent)]
    Party(#[from] PartyFault),
    /// The vault could not be read.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The attributes could not be read.
    #[error(transparent)]
    Attribute(#[from] AttributeError),
}

/// Something that a site asks for and that fits a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FittingWant {
    /// What it is called.
    pub called: CalledView,
    /// The site's own id for it, where it has one.
    pub id: Option<String>,
}

fn list_of(fitting: &[FittingWant]) -> String {
    let one = |want: &FittingWant| format!("{} ({})", want.called, want.id.as_deref().unwrap_or("no id"));
    fitting.iter().map(one).collect::<Vec<_>>().join(", ")
}

fn template_list(templates: &[TemplateView]) -> String {
    let one = |template: &TemplateView| match &template.name {
        Some(name) => format!("{} ({name})", template.id),
        None => template.id.clone(),
    };
    templates.iter().map(one).collect::<Vec<_>>().join(", ")
}

impl ProposeError {
    /// Whose move it is.
    pub fn problem(&self) -> Problem {
        match self {
            Self::Site(error) => error.problem(),
            Self::Account(error) => error.problem(),
            Self::NotAsked { .. }
            | Self::AskedTwice { .. }
            | Self::ChooseTemplate { .. }
            | Self::UnknownTemplate { .. }
            | Self::NotOfSites
            | Self::OtherProfile { .. } => Problem::Usage,
            Self::NewHosts { .. } | Self::Over => Problem::Declined,
            Self::NoTemplates { .. } => Problem::Refused,
            Self::Party(fault) => fault.problem(),
            Self::Store(error) => error.problem(),
            Self::Attribute(error) => error.problem(),
        }
    }
}

/// Why a disclosure did not end well. The activity log says what was agreed to and how it ended.
#[derive(Debug, thiserror::Error)]
pub enum DiscloseError {
    /// The site does not know this account.
    #[error("{site} has no account for you yet; sign up there first")]
    NoAccount {
        /// The site.
        site: String,
    },
    /// The site cannot say, or does not know, whether it has the application: the user has to decide.
    #[error(
        "{site} {}; it is yours to say whether it is sent again or taken as arrived",
        if *.asked { "does not list the application that was sent" }
        else { "has no way to tell whether the application arrived; look there first" }
    )]
    Undecided {
        /// The site.
        site: String,
        /// Whether the site was asked, and does not list it.
        asked: bool,
    },
    /// An earlier application for the same may have arrived; nothing was sent.
    #[error(
        "an application to {site} for the same may have arrived already; nothing was sent, \
         going on with that one finds out"
    )]
    Unsettled {
        /// The site.
        site: String,
    },
    /// What was selected cannot be approved.
    #[error(transparent)]
    Approve(#[from] ApproveError),
    /// Whoever asked refused, could not be reached, or broke the protocol.
    #[error(transparent)]
    Party(#[from] PartyFault),
    /// The account could not be read.
    #[error(transparent)]
    Account(#[from] AccountError),
    /// The vault could not be read or written.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl DiscloseError {
    /// Whose move it is.
    pub fn problem(&self) -> Problem {
        match self {
            Self::Approve(error) => error.problem(),
            Self::NoAccount { .. } => Problem::NoAccount,
            Self::Undecided { .. } => Problem::Usage,
            Self::Unsettled { .. } => Problem::Exists,
            Self::Party(fault) => fault.problem(),
            Self::Account(error) => error.problem(),
            Self::Store(error) => error.problem(),
        }
    }
}
