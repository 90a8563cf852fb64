//! The log as people read it.

use std::collections::HashMap;

use super::{ActivityError, sentence::sentence};
use crate::{
    Wallet,
    asked::sent_views,
    digests::Digests,
    names::name_key,
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
