//! What an entry of the log says, as a message.

use std::sync::OnceLock;

use idw_words::{Argument, Language, Message as _, MessageData, Words, message};

use crate::{
    records::{Event, ExportRecord, Finish, Reason},
    view::Purpose,
};

/// What happened.
pub(crate) fn sentence(event: &Event) -> MessageData {
    match event {
        Event::VaultCreated => message::ActivityVaultCreated.into(),
        Event::PasswordChanged => message::ActivityPasswordChanged.into(),
        Event::KeyringEnabled => message::ActivityKeyringEnabled.into(),
        Event::KeyringDisabled => message::ActivityKeyringDisabled.into(),
        Event::PhraseExported => message::ActivityPhraseExported.into(),
        Event::ExportBegun { what } => export_begun(what),
        Event::AccountAdded { name, imported: false, .. } => message::ActivityAccountAdded { name }.into(),
        Event::AccountAdded { name, imported: true, .. } => message::ActivityAccountImported { name }.into(),
        Event::AccountExported { name, protected: true, .. } => message::ActivityAccountExported { name }.into(),
        Event::AccountExported { name, protected: false, .. } => {
            message::ActivityAccountExportedUnprotected { name }.into()
        }
        Event::AccountRenamed { from, to } => message::ActivityAccountRenamed { from, to }.into(),
        Event::AccountRemoved { name, .. } => message::ActivityAccountRemoved { name }.into(),
        Event::AttributeSet { title, .. } => message::ActivityAttributeSet { title }.into(),
        Event::AttributeRemoved { title, .. } => message::ActivityAttributeRemoved { title }.into(),
        Event::DefaultChosen { title, .. } => message::ActivityDefaultChosen { title }.into(),
        Event::Relabelled { title, .. } => message::ActivityRelabelled { title }.into(),
        Event::DataImported { from, attributes, documents } => {
            message::ActivityDataImported { what: amount(*attributes, *documents), from }.into()
        }
        Event::DataExported { attributes, documents } => {
            message::ActivityDataExported { what: amount(*attributes, *documents) }.into()
        }
        Event::BackupBegun => message::ActivityBackupBegun.into(),
        Event::BackupRestored { created } => message::ActivityBackupRestored { created: moment(created) }.into(),
        Event::BackupMerged { created, added } => {
            message::ActivityBackupMerged { created: moment(created), added: *added }.into()
        }
        Event::ProfileAdded { name } => message::ActivityProfileAdded { name }.into(),
        Event::ProfileRenamed { from, to } => message::ActivityProfileRenamed { from, to }.into(),
        Event::ProfileRemoved { name } => message::ActivityProfileRemoved { name }.into(),
        Event::DocumentAdded { name } => message::ActivityDocumentAdded { name }.into(),
        Event::DocumentRemoved { name } => message::ActivityDocumentRemoved { name }.into(),
        Event::DocumentExported { name } => message::ActivityDocumentExported { name }.into(),
        Event::ProviderAdded { name, host } => message::ActivityProviderAdded { name, host }.into(),
        Event::ProviderRemoved { name } => message::ActivityProviderRemoved { name }.into(),
        Event::CheckKept { provider, attributes, replaced, documents } => {
            let what = amount(*attributes, *documents);
            message::ActivityCheckKept { what, provider, replaced: *replaced }.into()
        }
        Event::EidPartyAdded { name } => message::ActivityPartyAdded { name }.into(),
        Event::EidKeyChanged { name } => message::ActivityPartyKeyChanged { name }.into(),
        Event::EidPartyBlocked { name } => message::ActivityPartyBlocked { name }.into(),
        Event::EidPartyUnblocked { name } => message::ActivityPartyUnblocked { name }.into(),
        Event::EidDeclined { purpose, site, blocked } => declined((*purpose).into(), site, *blocked),
        Event::EidUnseen { purpose, site } => match (*purpose).into() {
            Purpose::LogIn => message::ActivityUnseenLogIn { site }.into(),
            Purpose::Sign => message::ActivityUnseenSign { site }.into(),
            Purpose::SignUp | Purpose::Apply | Purpose::Identify => message::ActivityUnseenIdentify { site }.into(),
        },
        Event::EidPartyRemoved { name } => message::ActivityPartyRemoved { name }.into(),
        Event::EidPartyRenamed { from, to } => message::ActivityPartyRenamed { from, to }.into(),
        Event::EidServiceConnected { service, email } => message::ActivityServiceConnected { service, email }.into(),
        Event::EidServiceDisconnected { service } => message::ActivityServiceDisconnected { service }.into(),
        Event::EidServiceEnded { service, reason } => {
            message::ActivityServiceEnded { service, reason: told(reason) }.into()
        }
        Event::EidDeviceAdded { service, name } => message::ActivityDeviceAdded { service, name }.into(),
        Event::EidServiceFault { service, reason } => {
            message::ActivityServiceFault { service, reason: told(reason) }.into()
        }
        Event::SiteAdded { site, url, renewed: false, .. } => message::ActivitySiteAdded { site, url }.into(),
        Event::SiteAdded { site, renewed: true, .. } => message::ActivitySiteRenewed { site }.into(),
        Event::SiteRemoved { site } => message::ActivitySiteRemoved { site }.into(),
        Event::ApplicationRedirected { site, hosts, account, .. } => {
            message::ActivityApplicationRedirected { site, hosts: Argument::list(hosts), account }.into()
        }
        Event::ApplicationCancelled { site, application: Some(application) } => {
            message::ActivityApplicationCancelled { application, site }.into()
        }
        Event::ApplicationCancelled { site, application: None } => message::ActivityApplicationDropped { site }.into(),
        Event::Approved { purpose, site, sent, .. } => approved((*purpose).into(), site, sent.len()),
        Event::Finished { purpose, site, result, .. } => finished((*purpose).into(), site, result),
    }
}

fn export_begun(what: &ExportRecord) -> MessageData {
    match what {
        ExportRecord::Account { name, protected: true, .. } => message::ActivityExportBegunAccount { name }.into(),
        ExportRecord::Account { name, protected: false, .. } => {
            message::ActivityExportBegunAccountUnprotected { name }.into()
        }
        ExportRecord::Phrase => message::ActivityExportBegunPhrase.into(),
        ExportRecord::Data { attributes, documents } => {
            message::ActivityExportBegunData { what: amount(*attributes, *documents) }.into()
        }
        ExportRecord::Document { name } => message::ActivityExportBegunDocument { name }.into(),
    }
}

fn declined(purpose: Purpose, site: &str, blocked: bool) -> MessageData {
    match (purpose, blocked) {
        (Purpose::LogIn, false) => message::ActivityDeclinedLogIn { site }.into(),
        (Purpose::LogIn, true) => message::ActivityDeclinedLogInAndBlocked { site }.into(),
        (Purpose::Sign, false) => message::ActivityDeclinedSign { site }.into(),
        (Purpose::Sign, true) => message::ActivityDeclinedSignAndBlocked { site }.into(),
        (Purpose::SignUp | Purpose::Apply | Purpose::Identify, false) => {
            message::ActivityDeclinedIdentify { site }.into()
        }
        (Purpose::SignUp | Purpose::Apply | Purpose::Identify, true) => {
            message::ActivityDeclinedIdentifyAndBlocked { site }.into()
        }
    }
}

fn approved(purpose: Purpose, site: &str, count: usize) -> MessageData {
    match purpose {
        Purpose::LogIn => message::ActivityApprovedLogIn { site, count }.into(),
        Purpose::SignUp => message::ActivityApprovedSignUp { site, count }.into(),
        Purpose::Apply => message::ActivityApprovedApply { site, count }.into(),
        Purpose::Sign => message::ActivityApprovedSign { site, count }.into(),
        Purpose::Identify => message::ActivityApprovedIdentify { site, count }.into(),
    }
}

fn finished(purpose: Purpose, site: &str, result: &Finish) -> MessageData {
    match (purpose, result) {
        (Purpose::LogIn, Finish::Done { .. }) => message::ActivityLoggedIn { site }.into(),
        (Purpose::SignUp, Finish::Done { .. }) => message::ActivitySignedUp { site }.into(),
        (Purpose::Apply, Finish::Done { .. }) => message::ActivityApplied { site }.into(),
        (Purpose::Sign, Finish::Done { .. }) => message::ActivitySigned { site }.into(),
        (Purpose::Identify, Finish::Done { .. }) => message::ActivityIdentified { site }.into(),
        (_, Finish::Unknown { reason }) => message::ActivityOutcomeUnknown { site, reason: told(reason) }.into(),
        (purpose, Finish::Failed { reason, .. }) => {
            let reason = told(reason);
            match purpose {
                Purpose::LogIn => message::ActivityNotLoggedIn { site, reason }.into(),
                Purpose::SignUp => message::ActivityNotSignedUp { site, reason }.into(),
                Purpose::Apply => message::ActivityNotApplied { site, reason }.into(),
                Purpose::Sign => message::ActivityNotSigned { site, reason }.into(),
                Purpose::Identify => message::ActivityNotIdentified { site, reason }.into(),
            }
        }
    }
}

/// How much was read or written: what there is none of is left out, unless there is none of either.
fn amount(attributes: u64, documents: u64) -> Argument {
    let attributes =
        (attributes > 0 || documents == 0).then(|| message::ActivityCountAttributes { count: attributes }.data());
    let documents = (documents > 0).then(|| message::ActivityCountDocuments { count: documents }.data());
    Argument::list(attributes.into_iter().chain(documents))
}

fn moment(time: &str) -> Argument {
    Argument::Moment(time.to_owned())
}

/// Why something did not work. A message that another version wrote, and that this one does not know, is shown in the
/// English that came with it.
fn told(reason: &Reason) -> MessageData {
    match &reason.message {
        Some(message) if in_english().knows(message) => message.clone(),
        _ => message::ActivityReasonText { text: as_sentence(&reason.text) }.into(),
    }
}

/// Entries of earlier versions hold a clause, which stood behind a colon.
fn as_sentence(clause: &str) -> String {
    let clause = clause.trim();
    let mut rest = clause.chars();
    let mut sentence: String = rest.next().map(char::to_uppercase).into_iter().flatten().collect();
    sentence.push_str(rest.as_str());
    if !sentence.is_empty() && !sentence.ends_with(['.', '!', '?', '…', '”', '"']) {
        sentence.push('.');
    }
    sentence
}

/// For what is written down in English, beside a message: in the log, and in backups.
pub(crate) fn in_english() -> &'static Words {
    static ENGLISH: OnceLock<Words> = OnceLock::new();
    ENGLISH.get_or_init(|| Words::new(Language::English))
}

impl Reason {
    /// A message, which the log keeps in English too: a later version may not know it any more.
    pub(crate) fn of(message: MessageData) -> Self {
        Self { text: in_english().tell(&message), message: Some(message) }
    }

    /// As earlier versions wrote it down.
    #[cfg(test)]
    pub(crate) fn text(text: String) -> Self {
        Self { text, message: None }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::records::PurposeRecord;

    fn said(event: &Event) -> String {
        in_english().tell(&sentence(event))
    }

    fn failed(result: Value) -> String {
        said(&Event::Finished {
            purpose: PurposeRecord::LogIn,
            site: "Bank".to_owned(),
            account: String::new(),
            approved: 1,
            result: serde_json::from_value(result).unwrap(),
        })
    }

    #[test]
    fn an_amount_leaves_out_what_there_is_none_of() {
        let exported = |attributes, documents| said(&Event::DataExported { attributes, documents });
        assert_eq!(exported(3, 1), "Exported 3 attributes and 1 document");
        assert_eq!(exported(0, 2), "Exported 2 documents");
        assert_eq!(exported(1, 0), "Exported 1 attribute");
        assert_eq!(exported(0, 0), "Exported 0 attributes");
    }

    #[test]
    fn a_reason_is_said_in_the_language_of_who_reads_it() {
        let reason = Reason::of(message::ActivityReasonDeviceUnknown.into());
        let ended = Event::EidServiceEnded { service: "eid.example".to_owned(), reason };
        assert_eq!(said(&ended), "eid.example ended the connection. The service no longer knows this device.");
        let german = Words::new(Language::German).tell(&sentence(&ended));
        assert!(german.ends_with("Der Dienst kennt dieses Gerät nicht mehr."), "{german}");
    }

    #[test]
    fn a_reason_of_an_earlier_version_is_made_a_sentence() {
        let reason = |text: &str| failed(json!({ "state": "failed", "reason": text, "begun": null }));
        assert_eq!(
            reason("the site did not answer; nothing was sent"),
            "Could not log in to Bank. The site did not answer; nothing was sent."
        );
        assert_eq!(reason("It closed. Try again."), "Could not log in to Bank. It closed. Try again.");
        assert_eq!(reason(" "), "Could not log in to Bank. ");
    }

    #[test]
    fn a_message_of_another_version_is_shown_in_the_words_that_came_with_it() {
        let reason = json!({
            "state": "unknown",
            "reason": "The line broke.",
            "message": { "id": "error-of-old", "arguments": {} },
        });
        assert_eq!(failed(reason), "Bank may or may not have received what you sent. The line broke.");
    }
}
