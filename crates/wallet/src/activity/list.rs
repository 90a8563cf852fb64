//! The log as people read it.

use std::collections::HashMap;

use super::ActivityError;
use crate::{
    Wallet,
    asked::sent_views,
    digests::Digests,
    names::name_key,
    plain::quoted,
    records::{ActivityRecord, Event, ExportRecord, Finish, SentRecord},
    schemas::Types,
    sites::SiteId,
    view::{ActivityView, Purpose},
};

impl Wallet {
    /// Every entry that concerns this profile or the wallet as a whole, the newest last. The numbers of other
    /// profiles' entries are left out.
    ///
    /// # Errors
    /// Where the vault cannot be read.
    pub fn activity(&self) -> Result<Vec<ActivityView>, ActivityError> {
        let mut entries: Vec<ActivityRecord> =
            self.store.readable::<ActivityRecord>(|_| true)?.records.into_iter().map(|(_, entry)| entry).collect();
        entries.sort_by_key(|entry| entry.number);
        Ok(entry_views(entries, &*self.types()?, &*self.digests()?))
    }
}

/// What a shell shows of the entries of a log, the newest last.
pub(crate) fn entry_views(entries: Vec<ActivityRecord>, types: &Types, digests: &Digests) -> Vec<ActivityView> {
    let mut roots = Roots::default();
    let view = |entry: ActivityRecord| {
        let root = roots.of(&entry);
        let mut view = entry_view(entry, types, root);
        view.sent.iter_mut().for_each(|sent| sent.digest = digests.shown(&sent.digest));
        view
    };
    entries.into_iter().map(view).collect()
}

/// Which site each entry is about, told by its root: names change, and are given to other sites.
#[derive(Default)]
struct Roots {
    /// By the number of the entry with which the user agreed.
    agreed: HashMap<u64, String>,
    /// By profile and name: the last site so far that had the name.
    called: HashMap<(Option<u32>, String), String>,
}

impl Roots {
    /// The root of the site that an entry is about; entries have to come in the order of the log.
    fn of(&mut self, entry: &ActivityRecord) -> Option<String> {
        let (site, root) = match &entry.event {
            Event::SiteAdded { site, root, .. }
            | Event::Approved { site, root, .. }
            | Event::ApplicationRedirected { site, root, .. } => (site, SiteId::parse(root)),
            Event::Finished { site, approved, .. } => {
                let agreed = self.agreed.get(approved).cloned();
                return agreed.or_else(|| self.called(entry.profile, site));
            }
            Event::SiteRemoved { site } | Event::ApplicationCancelled { site, .. } => {
                return self.called(entry.profile, site);
            }
            _ => return None,
        };
        // Entries of the first version do not say it.
        let Some(root) = root.map(|root| root.as_str().to_owned()) else { return self.called(entry.profile, site) };
        self.called.insert((entry.profile, name_key(site)), root.clone());
        self.agreed.insert(entry.number, root.clone());
        Some(root)
    }

    fn called(&self, profile: Option<u32>, site: &str) -> Option<String> {
        self.called.get(&(profile, name_key(site))).cloned()
    }
}

fn entry_view(entry: ActivityRecord, types: &Types, root: Option<String>) -> ActivityView {
    let text = sentence(&entry.event);
    let purpose = match &entry.event {
        Event::Approved { purpose, .. } | Event::Finished { purpose, .. } => Some(Purpose::from(*purpose)),
        _ => None,
    };
    let (kind, site, account, sent, failed) = parts(entry.event);
    ActivityView {
        number: entry.number,
        at: entry.at.to_string(),
        text,
        kind: kind.to_owned(),
        site,
        root,
        // None where the party sees no account.
        account: account.filter(|account| !account.is_empty()),
        sent: sent_views(types, sent),
        failed,
        purpose,
    }
}

type Parts = (&'static str, Option<String>, Option<String>, Vec<SentRecord>, bool);

fn parts(event: Event) -> Parts {
    let plain = |kind| (kind, None, None, Vec::new(), false);
    match event {
        Event::VaultCreated => plain("vaultCreated"),
        Event::PasswordChanged => plain("passwordChanged"),
        Event::KeyringEnabled => plain("keyringEnabled"),
        Event::KeyringDisabled => plain("keyringDisabled"),
        Event::PhraseExported => plain("phraseExported"),
        Event::ExportBegun { what: ExportRecord::Account { name, .. } } => {
            ("exportBegun", None, Some(name), Vec::new(), false)
        }
        Event::ExportBegun { .. } => plain("exportBegun"),
        Event::AccountAdded { name, .. } => ("accountAdded", None, Some(name), Vec::new(), false),
        Event::AccountExported { name, .. } => ("accountExported", None, Some(name), Vec::new(), false),
        Event::AccountRenamed { to, .. } => ("accountRenamed", None, Some(to), Vec::new(), false),
        Event::AccountRemoved { name, .. } => ("accountRemoved", None, Some(name), Vec::new(), false),
        Event::AttributeSet { .. } => plain("attributeSet"),
        Event::AttributeRemoved { .. } => plain("attributeRemoved"),
        Event::DefaultChosen { .. } => plain("defaultChosen"),
        Event::Relabelled { .. } => plain("relabelled"),
        Event::DataImported { .. } => plain("dataImported"),
        Event::DataExported { .. } => plain("dataExported"),
        Event::BackupBegun => plain("backupBegun"),
        Event::BackupRestored { .. } => plain("backupRestored"),
        Event::BackupMerged { .. } => plain("backupMerged"),
        Event::ProfileAdded { .. } => plain("profileAdded"),
        Event::ProfileRenamed { .. } => plain("profileRenamed"),
        Event::ProfileRemoved { .. } => plain("profileRemoved"),
        Event::DocumentAdded { .. } => plain("documentAdded"),
        Event::DocumentRemoved { .. } => plain("documentRemoved"),
        Event::DocumentExported { .. } => plain("documentExported"),
        Event::ProviderAdded { .. } => plain("providerAdded"),
        Event::ProviderRemoved { .. } => plain("providerRemoved"),
        Event::CheckKept { .. } => plain("checkKept"),
        Event::EidPartyAdded { .. } => plain("eidPartyAdded"),
        Event::EidKeyChanged { .. } => plain("eidKeyChanged"),
        Event::EidPartyBlocked { .. } => plain("eidPartyBlocked"),
        Event::EidPartyUnblocked { .. } => plain("eidPartyUnblocked"),
        Event::EidPartyRemoved { .. } => plain("eidPartyRemoved"),
        Event::EidPartyRenamed { .. } => plain("eidPartyRenamed"),
        Event::EidServiceConnected { .. } => plain("eidServiceConnected"),
        Event::EidServiceDisconnected { .. } => plain("eidServiceDisconnected"),
        Event::EidServiceEnded { .. } => plain("eidServiceEnded"),
        Event::EidDeviceAdded { .. } => plain("eidDeviceAdded"),
        Event::EidServiceFault { .. } => plain("eidServiceFault"),
        Event::EidUnseen { site, .. } => ("unseen", Some(site), None, Vec::new(), false),
        Event::EidDeclined { site, .. } => ("declined", Some(site), None, Vec::new(), false),
        Event::SiteAdded { site, .. } => ("siteAdded", Some(site), None, Vec::new(), false),
        Event::SiteRemoved { site } => ("siteRemoved", Some(site), None, Vec::new(), false),
        Event::ApplicationRedirected { site, account, .. } => {
            ("applicationRedirected", Some(site), Some(account), Vec::new(), false)
        }
        Event::ApplicationCancelled { site, .. } => ("applicationCancelled", Some(site), None, Vec::new(), false),
        Event::Approved { site, account, sent, .. } => ("approved", Some(site), Some(account), sent, false),
        Event::Finished { purpose, site, account, result, .. } => {
            let failed = matches!(result, Finish::Failed { .. });
            let kind = match (failed, Purpose::from(purpose)) {
                (true, _) => "failed",
                (false, _) if matches!(result, Finish::Unknown { .. }) => "outcomeUnknown",
                (false, Purpose::LogIn) => "loggedIn",
                (false, Purpose::SignUp) => "signedUp",
                (false, Purpose::Apply) => "applied",
                (false, Purpose::Sign) => "signed",
                (false, Purpose::Identify) => "identified",
            };
            (kind, Some(site), Some(account), Vec::new(), failed)
        }
    }
}

/// What an export holds, in words.
fn exported(what: &ExportRecord) -> String {
    match what {
        ExportRecord::Account { name, protected: true, .. } => format!("{name} as a keystore file"),
        ExportRecord::Account { name, protected: false, .. } => format!("the unprotected key of {name}"),
        ExportRecord::Phrase => "the recovery phrase".to_owned(),
        ExportRecord::Data { attributes, documents } => amount(*attributes, *documents),
        ExportRecord::Document { name } => format!("the document {name}"),
    }
}

/// What happened, in words.
pub(crate) fn sentence(event: &Event) -> String {
    match event {
        Event::VaultCreated => "Created this wallet".to_owned(),
        Event::PasswordChanged => "Changed the password".to_owned(),
        Event::KeyringEnabled => "Let the system keyring unlock this wallet".to_owned(),
        Event::KeyringDisabled => "Stopped the system keyring from unlocking this wallet".to_owned(),
        Event::PhraseExported => "Exported the recovery phrase".to_owned(),
        Event::ExportBegun { what } => format!("Began to export {}", exported(what)),
        Event::AccountAdded { name, imported: false, .. } => format!("Made the account {name}"),
        Event::AccountAdded { name, imported: true, .. } => format!("Imported the account {name}"),
        Event::AccountExported { name, protected: true, .. } => format!("Exported {name} as a keystore file"),
        Event::AccountExported { name, protected: false, .. } => format!("Exported the unprotected key of {name}"),
        Event::AccountRenamed { from, to } => format!("Renamed the account {from} to {to}"),
        Event::AccountRemoved { name, .. } => format!("Removed the account {name}"),
        Event::AttributeSet { title, .. } => format!("Entered {title}"),
        Event::AttributeRemoved { title, .. } => format!("Removed {title}"),
        Event::DefaultChosen { title, .. } => format!("Chose another default for {title}"),
        Event::Relabelled { title, .. } => format!("Relabelled {title}"),
        Event::DataImported { from, attributes, documents } => {
            format!("Imported {} from the file {}", amount(*attributes, *documents), quoted(from))
        }
        Event::DataExported { attributes, documents } => format!("Exported {}", amount(*attributes, *documents)),
        Event::BackupBegun => "Began a backup of this wallet".to_owned(),
        Event::BackupRestored { created } => format!("Restored this wallet from the backup of {created}"),
        Event::BackupMerged { created, added } => {
            format!("Merged the backup of {created} into this wallet, which added {added} things")
        }
        Event::ProfileAdded { name } => format!("Added the profile {name}"),
        Event::ProfileRenamed { from, to } => format!("Renamed the profile {from} to {to}"),
        Event::ProfileRemoved { name } => format!("Removed the profile {name}"),
        Event::DocumentAdded { name } => format!("Added the document {name}"),
        Event::DocumentRemoved { name } => format!("Removed the document {name}"),
        Event::DocumentExported { name } => format!("Exported the document {name}"),
        Event::ProviderAdded { name, host } => format!("Added the identity-check provider {name} ({host})"),
        Event::ProviderRemoved { name } => format!("Removed the identity-check provider {name}"),
        Event::EidPartyAdded { name } => format!("Let {name} ask by Auth eID"),
        Event::EidKeyChanged { name } => format!("Gave {name} another key for Auth eID"),
        Event::EidPartyBlocked { name } => format!("Blocked the requests of {name}"),
        Event::EidPartyUnblocked { name } => format!("Let {name} ask again"),
        Event::EidDeclined { purpose, site, blocked } => {
            let declined = match (*purpose).into() {
                Purpose::LogIn => format!("Declined to log in to {site}"),
                Purpose::Sign => format!("Declined to sign a text of {site}"),
                _ => format!("Declined to tell {site} who you are"),
            };
            if *blocked { format!("{declined}, and blocked it") } else { declined }
        }
        Event::EidUnseen { purpose, site } => match (*purpose).into() {
            Purpose::LogIn => format!("Did not show that {site} asked you to log in"),
            Purpose::Sign => format!("Did not show that {site} asked you to sign a text"),
            _ => format!("Did not show that {site} asked who you are"),
        },
        Event::EidPartyRemoved { name } => format!("Removed {name}, which may ask by Auth eID no more"),
        Event::EidPartyRenamed { from, to } => format!("{from} is called {to} now"),
        Event::EidServiceConnected { service, email } => format!("Connected this wallet to {service} for {email}"),
        Event::EidServiceDisconnected { service } => format!("Ended the connection with {service}"),
        Event::EidServiceEnded { service, reason } => format!("{service} ended the connection: {reason}"),
        Event::EidDeviceAdded { service, name } => {
            format!("Another device, {}, answers for the same email at {service}", quoted(name))
        }
        Event::EidServiceFault { service, reason } => format!("Did not show a request of {service}: {reason}"),
        Event::CheckKept { provider, attributes, replaced, documents } => {
            let kept = amount(*attributes, *documents);
            match replaced {
                0 => format!("Kept {kept} that {provider} read off a document"),
                replaced => {
                    format!("Kept {kept} that {provider} read off a document, {replaced} in the place of others")
                }
            }
        }
        Event::SiteAdded { site, url, renewed: false, .. } => format!("Added the site {site} ({url})"),
        Event::SiteAdded { site, renewed: true, .. } => format!("Renewed the description of {site}"),
        Event::SiteRemoved { site } => format!("Removed the site {site}"),
        Event::ApplicationRedirected { site, hosts, account, .. } => {
            format!("Agreed that the KYC application at {site} goes on at {}, as {account}", hosts.join(", "))
        }
        Event::ApplicationCancelled { site, application: Some(id) } => {
            format!("Withdrew the KYC application {id} at {site}")
        }
        Event::ApplicationCancelled { site, application: None } => {
            format!("Withdrew the KYC application at {site} before it was sent")
        }
        Event::Approved { purpose, site, sent, .. } => approved((*purpose).into(), site, sent),
        Event::Finished { purpose, site, result, .. } => finished((*purpose).into(), site, result),
    }
}

fn amount(attributes: u64, documents: u64) -> String {
    let counted = |number: u64, one: &str| format!("{number} {one}{}", if number == 1 { "" } else { "s" });
    format!("{} and {}", counted(attributes, "attribute"), counted(documents, "document"))
}

fn approved(purpose: Purpose, site: &str, sent: &[SentRecord]) -> String {
    let what = match purpose {
        Purpose::LogIn => format!("Agreed to log in to {site}"),
        Purpose::SignUp => format!("Agreed to sign up to {site}"),
        Purpose::Apply => format!("Agreed to apply for KYC at {site}"),
        Purpose::Sign => format!("Agreed to sign a text of {site}"),
        Purpose::Identify => format!("Agreed to tell {site} who you are"),
    };
    match sent.len() {
        0 => what,
        1 => format!("{what}, sending 1 attribute"),
        several => format!("{what}, sending {several} attributes"),
    }
}

fn finished(purpose: Purpose, site: &str, result: &Finish) -> String {
    match (purpose, result) {
        (Purpose::LogIn, Finish::Done { .. }) => format!("Logged in to {site}"),
        (Purpose::SignUp, Finish::Done { .. }) => format!("Signed up to {site}"),
        (Purpose::Apply, Finish::Done { .. }) => format!("Applied for KYC at {site}"),
        (Purpose::Sign, Finish::Done { .. }) => format!("Signed a text of {site}"),
        (Purpose::Identify, Finish::Done { .. }) => format!("Told {site} who you are"),
        (_, Finish::Unknown { reason }) => format!("Sent to {site}, and it is not known whether it arrived: {reason}"),
        (Purpose::LogIn, Finish::Failed { reason, .. }) => format!("Could not log in to {site}: {reason}"),
        (Purpose::SignUp, Finish::Failed { reason, .. }) => format!("Could not sign up to {site}: {reason}"),
        (Purpose::Apply, Finish::Failed { reason, .. }) => format!("Could not apply for KYC at {site}: {reason}"),
        (Purpose::Sign, Finish::Failed { reason, .. }) => format!("Could not sign a text of {site}: {reason}"),
        (Purpose::Identify, Finish::Failed { reason, .. }) => {
            format!("Could not tell {site} who you are: {reason}")
        }
    }
}
