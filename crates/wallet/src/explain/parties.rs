//! Sites, requests and applications.

use idw_identity::shows_something;
use idw_lws::ApplicationStatus;
use idw_words::{Argument, Message as _, MessageData, message};

use super::Explain;
use crate::{
    ApplicationError, ApproveError, DigestError, DiscloseError, FittingSite, FittingWant, InboxError, NextStep,
    NotASiteAddress, PartyFault, ProposeError, SiteError,
    view::{CalledView, TemplateView},
};

impl Explain for PartyFault {
    fn explain(&self) -> MessageData {
        let reason = self.explain_cause();
        let reason = match self.next() {
            Some(NextStep::GoOn) => message::ErrorPartyResume { reason }.data(),
            Some(NextStep::AskWhetherItArrived) => message::ErrorPartyUncertain { reason }.data(),
            Some(NextStep::TakeADescriptionFromAFile) | None => reason,
        };
        match self.party() {
            Some(party) => message::ErrorParty { party, reason }.data(),
            None => reason,
        }
    }
}

impl Explain for SiteError {
    fn explain(&self) -> MessageData {
        match self {
            Self::NotFound { site } => message::ErrorSiteNotFound { site }.into(),
            Self::Ambiguous { site, fitting } => {
                let one = |FittingSite { name, root }: &FittingSite| message::ErrorSiteFitting { name, root }.data();
                message::ErrorSiteAmbiguous { site, fitting: Argument::list(fitting.iter().map(one)) }.into()
            }
            Self::Url { url, why } => message::ErrorSiteUrl { url, reason: why.explain() }.into(),
            Self::Description(error) => message::ErrorSiteDescription { reason: error.explain() }.into(),
            Self::Party(fault) => fault.explain(),
            Self::NameIsAddress { name } => message::ErrorSiteNameIsAddress { name }.into(),
            Self::NotItsOwn { root, from } => message::ErrorSiteNotItsOwn { root, from }.into(),
            Self::RootHasQuery { root } => message::ErrorSiteQuery { root }.into(),
            Self::KeyTaken { root, name } => message::ErrorSiteKeyTaken { root, name }.into(),
            Self::Key { root } => message::ErrorSiteKey { root }.into(),
            Self::NameTaken { name } if !shows_something(name) => message::ErrorSiteNameEmpty.into(),
            Self::NameTaken { name } => message::ErrorSiteNameTaken { name }.into(),
            Self::Account(error) => error.explain(),
            Self::Store(error) => error.explain(),
        }
    }
}

impl Explain for NotASiteAddress {
    fn explain(&self) -> MessageData {
        match self {
            Self::Other => message::ErrorSiteUrlOther.into(),
            Self::Port => message::ErrorSiteUrlPort.into(),
            Self::Space => message::ErrorSiteUrlSpace.into(),
            Self::Mailbox => message::ErrorSiteUrlMailbox.into(),
            Self::Scheme { scheme } => message::ErrorSiteUrlScheme { scheme }.into(),
            Self::Slip { meant } => message::ErrorSiteUrlMeant { url: meant }.into(),
        }
    }
}

impl Explain for ProposeError {
    fn explain(&self) -> MessageData {
        match self {
            Self::Site(error) => error.explain(),
            Self::Account(error) => error.explain(),
            Self::NotAsked { site, name, asks } if asks.is_empty() => {
                message::ErrorProposeNothingAsked { site, name }.into()
            }
            Self::NotAsked { site, name, asks } => {
                message::ErrorProposeNotAsked { site, name, asks: Argument::list(asks) }.into()
            }
            Self::AskedTwice { site, name, fitting } => {
                let one = |FittingWant { called, id }: &FittingWant| match id {
                    Some(id) => message::ErrorProposeFitting { title: called.in_words(), id }.data(),
                    None => called.in_words(),
                };
                message::ErrorProposeAskedTwice { site, name, fitting: Argument::list(fitting.iter().map(one)) }.into()
            }
            Self::NewHosts { site, hosts } => {
                message::ErrorProposeNewHosts { site, hosts: Argument::list(hosts) }.into()
            }
            Self::NoTemplates { site } => message::ErrorProposeNoTemplates { site }.into(),
            Self::ChooseTemplate { site, templates } => {
                message::ErrorProposeChooseTemplate { site, templates: list_of(templates) }.into()
            }
            Self::UnknownTemplate { site, template, templates } => {
                message::ErrorProposeUnknownTemplate { site, template, templates: list_of(templates) }.into()
            }
            Self::NotOfSites => message::ErrorProposeNotOfSites.into(),
            Self::Over => message::ErrorRequestOver.into(),
            Self::OtherProfile { email } => message::ErrorProposeOtherProfile { email }.into(),
            Self::Party(fault) => fault.explain(),
            Self::Store(error) => error.explain(),
            Self::Attribute(error) => error.explain(),
        }
    }
}

fn list_of(templates: &[TemplateView]) -> Argument {
    let one = |TemplateView { id, name, .. }: &TemplateView| match name {
        Some(name) => message::ErrorProposeTemplate { id, name }.data(),
        None => message::ErrorVerbatim { text: id }.data(),
    };
    Argument::list(templates.iter().map(one))
}

impl Explain for DiscloseError {
    fn explain(&self) -> MessageData {
        match self {
            Self::NoAccount { site } => message::ErrorDiscloseNoAccount { site }.into(),
            Self::Undecided { site, asked: true } => message::ErrorDiscloseNotListed { site }.into(),
            Self::Undecided { site, asked: false } => message::ErrorDiscloseUndecided { site }.into(),
            Self::Unsettled { site } => message::ErrorDiscloseUnsettled { site }.into(),
            Self::Approve(error) => error.explain(),
            Self::Party(fault) => fault.explain(),
            Self::Account(error) => error.explain(),
            Self::Store(error) => error.explain(),
        }
    }
}

impl Explain for ApproveError {
    fn explain(&self) -> MessageData {
        match self {
            Self::Missing { site, items } => {
                let titles = items.iter().map(|item| item.requirement.called.in_words());
                message::ErrorApproveMissing { site, titles: Argument::list(titles) }.into()
            }
            Self::LeftOut { site, title } => message::ErrorApproveLeftOut { site, title: title.in_words() }.into(),
            Self::RefusedBefore { site, title } => {
                message::ErrorApproveRefused { site, title: title.in_words() }.into()
            }
            Self::Mismatch => message::ErrorApproveMismatch.into(),
        }
    }
}

impl CalledView {
    /// In one phrase: the wallet's own title, and beside it the words of whoever asks.
    pub(crate) fn in_words(&self) -> MessageData {
        let mut text = message::ErrorVerbatim { text: &self.title }.data();
        if let Some(which) = &self.which {
            text = message::ConsentCalledWhich { title: text, which }.into();
        }
        if self.from_site {
            text = message::ConsentCalledBySite { title: text }.into();
        }
        match &self.asked_as {
            Some(label) => message::ConsentCalledAs { title: text, label }.into(),
            None => text,
        }
    }
}

impl Explain for DigestError {
    fn explain(&self) -> MessageData {
        match self {
            Self::Approve(error) => error.explain(),
            Self::Store(error) => error.explain(),
        }
    }
}

impl Explain for InboxError {
    fn explain(&self) -> MessageData {
        match self {
            Self::NotFound { id } => message::ErrorRequestNotFound { id }.into(),
            Self::Ended => message::ErrorRequestOver.into(),
            Self::Answered { .. } => message::ErrorRequestAnswered.into(),
            Self::ChooseProfile { profiles } => {
                message::ErrorRequestChooseProfile { profiles: Argument::list(profiles) }.into()
            }
            Self::NumberNeeded => message::ErrorRequestNumberNeeded.into(),
            Self::WrongNumber => message::ErrorRequestWrongNumber.into(),
            Self::NobodyToBlock => message::ErrorRequestNobodyToBlock.into(),
            Self::TooMany => message::ErrorRequestTooMany.into(),
            Self::NotALink => message::ErrorRequestNotALink.into(),
            Self::UnknownProtocol => message::ErrorRequestUnknownProtocol.into(),
            Self::Propose(error) => error.explain(),
            Self::Store(error) => error.explain(),
        }
    }
}

impl Explain for ApplicationError {
    fn explain(&self) -> MessageData {
        match self {
            Self::NotFound { id } => message::ErrorApplicationNotFound { id }.into(),
            Self::Ended { site, refused: true } => message::ErrorApplicationRefused { site }.into(),
            Self::Ended { site, refused: false } => message::ErrorApplicationCancelled { site }.into(),
            Self::Decided { site, status } => {
                message::ErrorApplicationDecided { site, status: status.explain() }.into()
            }
            Self::NotSubmitted { site } => message::ErrorApplicationNotSubmitted { site }.into(),
            Self::NoRemoteId { site } => message::ErrorApplicationNoId { site }.into(),
            Self::Changed { site } => message::ErrorApplicationChanged { site }.into(),
            Self::ChangedAgain { site } => message::ErrorApplicationChangedAgain { site }.into(),
            Self::NothingWanted { site } => message::ErrorApplicationNothingWanted { site }.into(),
            Self::Party(fault) => fault.explain(),
            Self::Disclose(error) => error.explain(),
            Self::Propose(error) => error.explain(),
            Self::OfSite(error) => error.explain(),
            Self::Account(error) => error.explain(),
            Self::Store(error) => error.explain(),
        }
    }
}

/// A label, without a full stop.
impl Explain for ApplicationStatus {
    fn explain(&self) -> MessageData {
        match self.code() {
            0 => message::ApplicationStatus0.into(),
            1 => message::ApplicationStatus1.into(),
            2 => message::ApplicationStatus2.into(),
            3 => message::ApplicationStatus3.into(),
            4 => message::ApplicationStatus4.into(),
            5 => message::ApplicationStatus5.into(),
            6 => message::ApplicationStatus6.into(),
            7 => message::ApplicationStatus7.into(),
            8 => message::ApplicationStatus8.into(),
            9 => message::ApplicationStatus9.into(),
            10 => message::ApplicationStatus10.into(),
            11 => message::ApplicationStatus11.into(),
            12 => message::ApplicationStatus12.into(),
            13 => message::ApplicationStatus13.into(),
            14 => message::ApplicationStatus14.into(),
            15 => message::ApplicationStatus15.into(),
            16 => message::ApplicationStatus16.into(),
            _ => message::ApplicationStatusOther.into(),
        }
    }
}
