//! "What does this site know about me?", answered from the activity log.

use std::{
    cmp::Reverse,
    collections::{BTreeSet, HashMap},
    sync::Arc,
};

use super::{
    SiteKey,
    disclosures::{Disclosure, Disclosures},
};
use crate::{
    SiteError, StoreError, Wallet,
    asked::{called_of_sent, tell_apart},
    digests::{Digests, ValueDigest},
    names::{name_key, same_name},
    plain::line,
    records::{AttributeRecord, SentDocumentRecord, SentRecord},
    schemas::Types,
    sites::{self, FittingSite, SiteId},
    store::Store,
    view::{
        Arrival, KnownAccount, KnownAttribute, KnownDocument, KnownVersion, SiteKnowledge, SiteKnowledgeSummary,
        Standing,
    },
};

impl Wallet {
    /// What a site knows of the user: every value and file that it was sent by this profile, the accounts it was shown,
    /// and what of it is no longer what the wallet holds. What was being sent when something went wrong is told as
    /// what it may have.
    ///
    /// A site that was removed is found by the name or root URL it had.
    ///
    /// # Errors
    /// Where no site of that name or URL is, or was, in the wallet, or the vault cannot be read.
    pub fn site_knowledge(&self, site: &str) -> Result<SiteKnowledge, SiteError> {
        let disclosures = self.disclosures()?;
        let subjects = subjects(&self.store, &disclosures)?;
        let subject = match sites::named(&self.store, site) {
            Ok((_, record)) => {
                let root = Some(SiteId::of(sites::description_of(&record)?.root()));
                let known = subjects.into_iter().find(|subject| subject.in_wallet && subject.root == root);
                known.unwrap_or_else(|| Subject { root, name: record.name, in_wallet: true, disclosures: Vec::new() })
            }
            Err(not_found @ SiteError::NotFound { .. }) => {
                let wanted = site.trim();
                let typed = SiteId::typed(wanted);
                let was_called = |subject: &Subject<'_>| {
                    subject.root.as_ref().is_some_and(|root| typed.contains(root))
                        || same_name(&subject.name, wanted)
                        || subject.names(&disclosures).iter().any(|name| same_name(name, wanted))
                };
                let mut fitting: Vec<_> = subjects.into_iter().filter(was_called).collect();
                match fitting.len() {
                    0 => return Err(not_found),
                    1 => fitting.swap_remove(0),
                    _ => return Err(SiteError::ambiguous(wanted, fitting.iter().map(Subject::fitting).collect())),
                }
            }
            Err(error) => return Err(error),
        };
        let held = Held::read(self)?;
        Ok(subject.knowledge(&disclosures, &held))
    }

    /// Every site that was sent anything by this profile, or may have been, with how much; by name. Sites that were
    /// removed from the wallet are among them.
    ///
    /// # Errors
    /// Where the vault cannot be read.
    pub fn sites_that_know(&self) -> Result<Vec<SiteKnowledgeSummary>, SiteError> {
        let disclosures = self.disclosures()?;
        let held = Held::read(self)?;
        let mut summaries = Vec::new();
        for subject in subjects(&self.store, &disclosures)? {
            let knowledge = subject.knowledge(&disclosures, &held);
            if !knowledge.accounts.is_empty() {
                summaries.push(summary(knowledge));
            }
        }
        summaries.sort_by_cached_key(|summary| (name_key(&summary.site), summary.root.clone()));
        Ok(summaries)
    }
}

fn summary(knowledge: SiteKnowledge) -> SiteKnowledgeSummary {
    SiteKnowledgeSummary {
        site: knowledge.site,
        root: knowledge.root,
        in_wallet: knowledge.in_wallet,
        attributes: count(knowledge.attributes.len()),
        documents: count(knowledge.documents.len()),
        out_of_date: knowledge.out_of_date,
        may_have: knowledge.may_have,
        last: knowledge.last,
    }
}

/// A site, present or past, and what it was sent, the newest last.
struct Subject<'a> {
    /// None for what only entries of the log's first version tell of.
    root: Option<SiteId>,
    name: String,
    in_wallet: bool,
    disclosures: Vec<&'a Arc<Disclosure>>,
}

/// The sites of the log, in the order of the first disclosure to each.
fn subjects<'a>(store: &Store, disclosures: &'a Disclosures) -> Result<Vec<Subject<'a>>, SiteError> {
    let mut present = Vec::new();
    for (_, record) in sites::by_name(store)? {
        present.push((Some(SiteId::of(sites::description_of(&record)?.root())), record.name));
    }
    let mut subjects: Vec<Subject<'_>> = Vec::new();
    for disclosure in disclosures.of_profile(store.profile()) {
        let is_of =
            |root: &Option<SiteId>, name: &str| SiteKey { root: root.as_ref(), name, added: None }.is_of(disclosure);
        if let Some(known) = subjects.iter_mut().find(|subject| is_of(&subject.root, &subject.name)) {
            known.disclosures.push(disclosure);
            continue;
        }
        let site = present.iter().find(|(root, name)| is_of(root, name));
        let (root, name) =
            site.cloned().unwrap_or_else(|| (disclosure.root.clone(), disclosures.name_of(disclosure).to_owned()));
        subjects.push(Subject { root, name, in_wallet: site.is_some(), disclosures: vec![disclosure] });
    }
    Ok(subjects)
}

impl Subject<'_> {
    /// What it was called, the last name last.
    fn names<'d>(&self, disclosures: &'d Disclosures) -> &'d [String] {
        self.root.as_ref().map_or(&[], |root| disclosures.names(root))
    }

    fn shown_root(&self) -> String {
        self.root.as_ref().map_or_else(String::new, |root| root.as_str().to_owned())
    }

    fn fitting(&self) -> FittingSite {
        FittingSite { name: self.name.clone(), root: self.shown_root() }
    }

    fn knowledge(&self, disclosures: &Disclosures, held: &Held) -> SiteKnowledge {
        let mut accounts = Vec::new();
        let mut values: Vec<Value<'_>> = Vec::new();
        let mut documents = Vec::new();
        for disclosure in &self.disclosures {
            let arrival = disclosures.arrival(disclosure);
            note_account(&mut accounts, disclosure, arrival);
            let Some(arrival) = arrival else { continue };
            for sent in &disclosure.sent {
                note_value(&mut values, disclosure, sent, arrival, &held.digests);
                note_documents(&mut documents, disclosure, sent, arrival, held);
            }
        }
        accounts.sort_by_key(|account| Reverse(account.last.clone()));
        let view = |value: Value<'_>| {
            let id = value.last.asked.as_ref().and_then(|asked| asked.id.clone());
            (value.view(held), id)
        };
        let mut attributes: Vec<_> = values.into_iter().map(view).collect();
        attributes.sort_by_cached_key(|(known, _)| (name_key(&known.called.title), known.attribute.clone()));
        tell_apart(attributes.iter_mut().map(|(known, id)| (&mut known.called, id.as_deref())));
        let attributes: Vec<KnownAttribute> = attributes.into_iter().map(|(known, _)| known).collect();
        documents.sort_by_cached_key(|document| (name_key(&document.name), document.title.clone()));
        let former = self.names(disclosures).iter().filter(|name| **name != self.name);
        let at = |disclosure: Option<&&Arc<Disclosure>>| disclosure.map(|disclosure| disclosure.at.to_string());
        SiteKnowledge {
            site: self.name.clone(),
            root: self.shown_root(),
            former_names: former.cloned().collect(),
            in_wallet: self.in_wallet,
            out_of_date: count(attributes.iter().filter(|one| one.standing != Standing::Current).count()),
            may_have: count(attributes.iter().filter(|one| one.arrival == Arrival::MayHave).count()),
            accounts,
            attributes,
            documents,
            first: at(self.disclosures.first()),
            last: at(self.disclosures.last()),
        }
    }
}

/// Asking for a challenge names the account, so that even a login that failed may have shown it.
fn note_account(accounts: &mut Vec<KnownAccount>, disclosure: &Disclosure, arrival: Option<Arrival>) {
    if disclosure.did.is_empty() {
        return; // whoever asks by email sees no account
    }
    let arrived = arrival == Some(Arrival::Arrived);
    let at = disclosure.at.to_string();
    if let Some(known) = accounts.iter_mut().find(|known| known.did == disclosure.did) {
        known.name.clone_from(&disclosure.account);
        known.last = at;
        if arrived {
            known.arrival = Arrival::Arrived;
        }
        return;
    }
    accounts.push(KnownAccount {
        name: disclosure.account.clone(),
        did: disclosure.did.clone(),
        first: at.clone(),
        last: at,
        arrival: if arrived { Arrival::Arrived } else { Arrival::MayHave },
    });
}

/// A value that was sent, with its versions in the order in which they were sent last.
struct Value<'a> {
    last: &'a SentRecord,
    versions: Vec<KnownVersion>,
}

fn note_value<'a>(
    values: &mut Vec<Value<'a>>,
    disclosure: &Disclosure,
    sent: &'a SentRecord,
    arrival: Arrival,
    digests: &Digests,
) {
    // In one form: what was sent before there was a key, and since, may be the same.
    let digest = digests.renewed(&sent.digest);
    let at = values.iter().position(|known| known.last.name == sent.name && known.last.value == sent.value);
    let at = at.unwrap_or_else(|| {
        values.push(Value { last: sent, versions: Vec::new() });
        values.len() - 1
    });
    let value = &mut values[at];
    value.last = sent;
    let known = value.versions.iter().position(|version| version.digest == digest);
    let mut version = match known {
        Some(at) => value.versions.remove(at),
        None => KnownVersion {
            version: count(value.versions.len() + 1),
            digest,
            current: false,
            arrival,
            times: 0,
            first: disclosure.at.to_string(),
            last: String::new(),
            purposes: Vec::new(),
            account: String::new(),
            files: Vec::new(),
            entry: 0,
        },
    };
    // A site can ask for the same value twice at once; that is one time.
    version.times += u32::from(version.entry != disclosure.number);
    version.last = disclosure.at.to_string();
    version.entry = disclosure.number;
    version.account.clone_from(&disclosure.account);
    version.files = sent.files.iter().map(|file| line(file)).collect();
    version.purposes.retain(|purpose| *purpose != disclosure.purpose);
    version.purposes.insert(0, disclosure.purpose);
    if arrival == Arrival::Arrived {
        version.arrival = arrival;
    }
    value.versions.push(version);
}

impl Value<'_> {
    fn view(self, held: &Held) -> KnownAttribute {
        let Self { last, mut versions } = self;
        versions.reverse();
        let own = held.values.get(&last.value);
        for version in &mut versions {
            version.current = own.is_some_and(|(_, digest)| digest.is(&version.digest));
            version.digest = held.digests.shown(&version.digest);
        }
        let arrived = versions.iter().find(|version| version.arrival == Arrival::Arrived);
        let standing = match (own, arrived.or(versions.first())) {
            (None, _) => Standing::Removed,
            (_, Some(version)) if version.current => Standing::Current,
            _ => Standing::OutOfDate,
        };
        KnownAttribute {
            name: last.name.clone(),
            called: called_of_sent(&held.types, last),
            attribute: own.map(|_| last.value.clone()),
            label: own.and_then(|(record, _)| record.label.clone()),
            standing,
            arrival: arrived.map_or(Arrival::MayHave, |version| version.arrival),
            versions,
        }
    }
}

fn note_documents(
    documents: &mut Vec<KnownDocument>,
    disclosure: &Disclosure,
    sent: &SentRecord,
    arrival: Arrival,
    held: &Held,
) {
    let of_content = sent.documents.iter().map(|document| (document.name.as_str(), Some(document)));
    // The first version logged no more than the names.
    let by_name = sent.files.iter().filter(|_| sent.documents.is_empty()).map(|name| (name.as_str(), None));
    let title = called_of_sent(&held.types, sent).title;
    for (name, content) in of_content.chain(by_name) {
        let name = line(name);
        let sha256 = content.map(|content| content.sha256.clone());
        let same = |known: &KnownDocument| known.name == name && known.sha256 == sha256 && known.title == title;
        if let Some(known) = documents.iter_mut().find(|known| same(known)) {
            known.last = disclosure.at.to_string();
            if arrival == Arrival::Arrived {
                known.arrival = arrival;
            }
            continue;
        }
        documents.push(KnownDocument {
            name,
            title: title.clone(),
            document: content.and_then(|content| held.document(content)),
            mime_type: content.map(|content| content.mime_type.clone()),
            size: content.map(|content| content.size),
            sha256,
            last: disclosure.at.to_string(),
            arrival,
        });
    }
}

/// What the wallet holds now.
struct Held {
    /// Each value with its digest, by its id.
    values: HashMap<String, (AttributeRecord, ValueDigest)>,
    digests: Arc<Digests>,
    types: Arc<Types>,
    documents: BTreeSet<String>,
}

impl Held {
    fn read(wallet: &Wallet) -> Result<Self, StoreError> {
        let (mut values, digests) = (HashMap::new(), wallet.digests()?);
        for (id, record) in wallet.listing()?.records() {
            values.insert(id.to_string(), (record.clone(), digests.of(&record.value)));
        }
        let documents = wallet.store.documents().map(|document| Ok(document?.0.id.to_string()));
        Ok(Self { values, digests, types: wallet.types()?, documents: documents.collect::<Result<_, StoreError>>()? })
    }

    fn document(&self, sent: &SentDocumentRecord) -> Option<String> {
        self.documents.get(&sent.id).cloned()
    }
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
