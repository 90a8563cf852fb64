//! What a site asks for, matched with what the wallet holds.

use std::{collections::HashMap, sync::Arc};

use idw_identity::{
    Candidate, Held, Matched, Missing, Note, RequiredBy, Requirement, Subject, file_places, files_in,
    match_requirements,
};
use idw_lws::RequestedAttribute;
use idw_vault::RecordId;

use super::ProposeError;
use crate::{
    StoreError, Wallet,
    activity::{Digests, Disclosures, SiteKey},
    attributes::Viewer,
    clock::today,
    names::same_name,
    profiles,
    records::{AskedRecord, AttributeRecord, SiteRecord},
    schemas::Types,
    sites::{self, Difference, SiteId, asked_record, compared, of_asked},
    view::{ConsentItem, ProfileKind, Purpose, RequirementView, TooLargeFile},
};

/// What is asked for, and when.
pub(super) struct Question<'a> {
    pub(super) purpose: Purpose,
    /// The id of the KYC template, for an application.
    pub(super) template: Option<&'a str>,
    pub(super) site: &'a SiteRecord,
    /// The site's identity.
    pub(super) root: &'a SiteId,
    pub(super) requested: &'a [RequestedAttribute],
    /// The optional things that the user wants to send.
    pub(super) include: &'a [String],
}

/// What the wallet answers.
pub(super) struct Answer {
    pub(super) items: Vec<ConsentItem>,
    /// The values offered, by their ids, as they were when they were shown.
    pub(super) offered: HashMap<String, AttributeRecord>,
    /// What is new since the last time.
    pub(super) changes: Vec<Difference>,
}

impl Question<'_> {
    pub(super) fn answer(&self, wallet: &Wallet) -> Result<Answer, ProposeError> {
        if self.requested.is_empty() {
            return Ok(Answer {
                items: self.include(&*wallet.types()?, Vec::new())?,
                offered: HashMap::new(),
                changes: Vec::new(),
            });
        }
        let mut records = wallet.listing()?.records().to_vec();
        records.sort_by_key(|(_, record)| record.created);
        let desk = Desk::read(wallet)?;
        let matched = self.matches(&desk, &records);

        let mut offered = HashMap::new();
        let mut items = Vec::new();
        let asked = self.asked();
        let before = desk.before(self, &asked);
        for (at, (requested, matched)) in self.requested.iter().zip(&matched).enumerate() {
            for candidate in matched.iter().flat_map(Matched::candidates) {
                let (id, record) = &records[candidate.key];
                offered.insert(id.to_string(), record.clone());
            }
            let new_request = before.as_ref().is_some_and(|before| compared(before, &asked)[at].is_none());
            items.push(self.item(&desk, &records, requested, matched.as_ref(), new_request));
        }
        let items = self.include(&desk.types, items)?;
        let changes = before.map_or_else(Vec::new, |before| of_asked(&desk.types, &before, &asked, "last time"));
        Ok(Answer { items, offered, changes })
    }

    /// The answer to each requirement; none where the site's schema URL is no URL.
    fn matches(&self, desk: &Desk, records: &[(RecordId, AttributeRecord)]) -> Vec<Option<Matched<usize>>> {
        let held: Vec<Held<'_, usize>> = records
            .iter()
            .enumerate()
            .filter(|(_, (_, record))| self.takes_files_of(record))
            .filter_map(|(at, (_, record))| {
                let held = Held::new(at, desk.types.url_of(&record.schema)?, &record.value);
                let label = record.label.clone();
                Some(Held { label, is_default: record.is_default, subject: desk.subject, ..held })
            })
            .collect();
        let readable: Vec<Option<Requirement>> =
            self.requested.iter().map(|requested| sites::requirement(requested, self.required_by())).collect();
        let requirements: Vec<Requirement> = readable.iter().flatten().cloned().collect();
        let mut matched = match_requirements(&requirements, &held, desk.types.catalogue(), today()).into_iter();
        readable.iter().map(|requirement| requirement.as_ref().and_then(|_| matched.next())).collect()
    }

    fn item(
        &self,
        desk: &Desk,
        records: &[(RecordId, AttributeRecord)],
        requested: &RequestedAttribute,
        matched: Option<&Matched<usize>>,
        new_request: bool,
    ) -> ConsentItem {
        let required = self.required_by().required(requested.required);
        let requirement = sites::view_of(&desk.types, requested, required);
        let candidates = matched.map_or(&[][..], Matched::candidates);
        let view = |candidate: &Candidate<usize>| {
            let (id, record) = &records[candidate.key];
            desk.viewer.view(*id, record)
        };
        let choices: Vec<_> = candidates.iter().map(view).collect();
        let too_large = if choices.is_empty() { self.too_large(desk, records, requested) } else { Vec::new() };
        let missing = choices.is_empty().then(|| match too_large.first() {
            Some(file) => why_too_large(file),
            None => why_missing(matched.and_then(Matched::missing)),
        });
        let mut notes = candidates.first().map(notes).unwrap_or_default();
        if new_request {
            notes.push("The site did not ask for this last time.".to_owned());
        }
        if let Some(best) = choices.first() {
            notes.extend(desk.last_received(self, &requirement.name).and_then(|(at, sent)| {
                let day = at.to_string().chars().take(10).collect::<String>();
                (!desk.digests.of(&best.value).is(sent)).then(|| format!("The site has another one, sent on {day}."))
            }));
        }
        ConsentItem { requirement, choices, missing, notes, too_large, included: required, new_request, refused: None }
    }

    /// What is asked for, one by one, as it is compared and kept.
    pub(super) fn asked(&self) -> Vec<AskedRecord> {
        self.requested.iter().map(|requested| asked_record(requested, self.required_by())).collect()
    }

    /// Marks what the user wants to send though it is optional.
    fn include(&self, types: &Types, mut items: Vec<ConsentItem>) -> Result<Vec<ConsentItem>, ProposeError> {
        for name in self.include {
            let wanted = types.find(name).map(|ty| types.name(&ty.url().to_wire()));
            let by_id = |asked: &RequirementView| asked.id.as_deref() == Some(name);
            let by_any = |asked: &RequirementView| {
                wanted.as_ref().is_some_and(|wanted| asked.name == *wanted)
                    || same_name(&asked.title, name)
                    || asked.label.as_ref().is_some_and(|label| same_name(label, name))
                    || asked.schema == *name
            };
            let fitting = |fits: &dyn Fn(&RequirementView) -> bool| -> Vec<usize> {
                (0..items.len()).filter(|at| fits(&items[*at].requirement)).collect()
            };
            let ids = fitting(&by_id);
            let fitting = if ids.is_empty() { fitting(&by_any) } else { ids };
            let at = match fitting.as_slice() {
                [at] => *at,
                [] => {
                    let asks = items.iter().map(|item| item.requirement.name.as_str()).collect::<Vec<_>>().join(", ");
                    let asks = if asks.is_empty() { "nothing".to_owned() } else { asks };
                    return Err(ProposeError::NotAsked { site: self.site.name.clone(), name: name.clone(), asks });
                }
                several => {
                    let one = |at: &usize| {
                        let asked = &items[*at].requirement;
                        format!("{} ({})", asked.title, asked.id.as_deref().unwrap_or("no id"))
                    };
                    let fitting = several.iter().map(one).collect();
                    return Err(ProposeError::AskedTwice { site: self.site.name.clone(), name: name.clone(), fitting });
                }
            };
            items[at].included = true;
        }
        Ok(items)
    }

    /// The files of the values that are held and do not fit because of their size.
    fn too_large(
        &self,
        desk: &Desk,
        records: &[(RecordId, AttributeRecord)],
        requested: &RequestedAttribute,
    ) -> Vec<TooLargeFile> {
        let Some(ty) = desk.types.of(&requested.schema) else { return Vec::new() };
        let of_type = |record: &AttributeRecord| desk.types.of(&record.schema).is_some_and(|own| own.url() == ty.url());
        let mut found = Vec::new();
        for (id, record) in records.iter().filter(|(_, record)| of_type(record)) {
            let documents = desk.viewer.view(*id, record).documents;
            for place in file_places(ty, &record.value) {
                let limits = [place.rules.max_bytes, self.site.file_limit];
                let Some(limit) = limits.into_iter().flatten().min().filter(|limit| place.file.size > *limit) else {
                    continue;
                };
                let document = documents.iter().find(|document| document.id == place.file.content);
                found.push(TooLargeFile {
                    attribute: id.to_string(),
                    document: place.file.content.clone(),
                    name: document.map_or_else(|| record.schema.clone(), |document| document.name.clone()),
                    size: place.file.size,
                    limit,
                });
            }
        }
        found
    }

    /// Whether none of a value's files is larger than the site is known to take.
    fn takes_files_of(&self, record: &AttributeRecord) -> bool {
        let Some(limit) = self.site.file_limit else { return true };
        files_in(&record.value).iter().all(|file| file.size <= limit)
    }

    fn key(&self) -> SiteKey<'_> {
        SiteKey { root: Some(self.root), name: &self.site.name, added: Some(self.site.added) }
    }

    fn required_by(&self) -> RequiredBy {
        match self.purpose {
            Purpose::Apply => RequiredBy::KycTemplate,
            Purpose::LogIn | Purpose::SignUp => RequiredBy::SiteConfig,
        }
    }
}

/// What answering takes, read once.
struct Desk {
    types: Arc<Types>,
    viewer: Viewer,
    disclosures: Arc<Disclosures>,
    digests: Arc<Digests>,
    profile: u32,
    /// What the profile is: a person or a company.
    subject: Subject,
}

impl Desk {
    fn read(wallet: &Wallet) -> Result<Self, StoreError> {
        let store = &wallet.store;
        Ok(Self {
            types: wallet.types()?,
            viewer: Viewer::read(wallet)?,
            disclosures: wallet.disclosures()?,
            digests: wallet.digests()?,
            profile: store.profile(),
            subject: ProfileKind::from(profiles::selected(store)?.kind).subject(),
        })
    }

    /// What the site asked for the last time, if it did. The log's first version had only the attributes' names: what has
    /// a name of its own, then and now, is taken for the same thing.
    fn before(&self, question: &Question<'_>, now: &[AskedRecord]) -> Option<Vec<AskedRecord>> {
        let Question { purpose, template, .. } = question;
        let last = self.disclosures.last_asked(self.profile, question.key(), *purpose, *template)?;
        if let Some(requirements) = &last.requirements {
            return Some(requirements.clone());
        }
        let by_name = |name: &String| {
            let mut same = now.iter().filter(|asked| self.types.name(&asked.schema) == *name);
            let found = same.next().filter(|_| same.next().is_none()).cloned();
            let unknown = || {
                let schema = self.types.find(name).map_or_else(|| name.clone(), |ty| ty.url().to_wire());
                AskedRecord { id: None, schema, label: None, required: true }
            };
            let mut asked = found.unwrap_or_else(unknown);
            // Where the log does not say what was insisted on: what was sent was agreed to, and no more.
            let was_sent = || last.sent.iter().any(|sent| sent.name == *name);
            asked.required = last.required.as_ref().map_or_else(was_sent, |required| required.contains(name));
            asked
        };
        Some(last.asked.iter().map(by_name).collect())
    }

    /// When the site was last sent an attribute, and the digest of that value.
    fn last_received<'a>(&'a self, question: &Question<'a>, name: &str) -> Option<(jiff::Timestamp, &'a str)> {
        let (at, sent) = self.disclosures.last_received(self.profile, question.key(), name)?;
        Some((at, sent.digest.as_str()))
    }
}

fn why_too_large(file: &TooLargeFile) -> String {
    let TooLargeFile { name, size, limit, .. } = file;
    let (size, limit) = match limit {
        0..10_000 => (format!("{size} bytes"), format!("{limit}")),
        _ => (format!("{} kB", size.div_ceil(1000)), format!("{} kB", limit / 1000)),
    };
    format!("{name} has {size}, and the site takes no more than {limit}.")
}

fn why_missing(missing: Option<&Missing>) -> String {
    match missing {
        Some(Missing::HeldButInvalid { violations }) => {
            let what = violations.first().map_or_else(String::new, |violation| format!(": {violation}"));
            format!("The one in the wallet does not fit what the site takes{what}.")
        }
        Some(Missing::UnknownType) | None => {
            "The site asks for something of its own that this wallet does not know.".to_owned()
        }
        Some(Missing::HeldForOtherKind { needs: Subject::Company }) => "It is about a company.".to_owned(),
        Some(Missing::HeldForOtherKind { .. }) => "It is about a person.".to_owned(),
        Some(_) => "It is not in the wallet yet.".to_owned(),
    }
}

fn notes(candidate: &Candidate<usize>) -> Vec<String> {
    candidate
        .notes
        .iter()
        .filter_map(|note| match note {
            Note::Expired { on } => Some(format!("It expired on {on}.")),
            Note::ExpiresSoon { on, days } => Some(format!("It expires on {on}, in {days} days.")),
            Note::IssuedInFuture { on } => Some(format!("Its date of issue, {on}, is in the future.")),
            _ => None,
        })
        .collect()
}
