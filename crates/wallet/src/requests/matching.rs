//! Matches what is asked for with what the wallet holds. Nothing leaves the wallet.

use std::{collections::HashMap, sync::Arc};

use idw_identity::{Candidate, Held, Matched, Missing, Note, Subject, file_places, files_in, match_requirements};
use idw_vault::RecordId;

use super::{FittingWant, ProposeError, Request, Want, WantId};
use crate::{
    Explain, StoreError, Wallet,
    activity::Disclosures,
    asked::{Difference, compared, of_asked, tell_apart},
    attributes::Viewer,
    clock::today,
    digests::Digests,
    names::same_name,
    profiles,
    records::{AskedRecord, AttributeRecord},
    schemas::Types,
    view::{ConsentItem, ConsentNoteView, Earlier, MissingView, ProfileKind, RequirementView, TooLargeFile},
};

/// What the wallet has for a request.
pub(super) struct Answer {
    /// What is shown, in the asker's order.
    pub(super) items: Vec<ConsentItem>,
    /// The values offered for each want, by their ids, as they were when they were shown.
    pub(super) offered: HashMap<WantId, HashMap<String, AttributeRecord>>,
    /// What is new since the last time.
    pub(super) changes: Vec<Difference>,
}

impl Request {
    pub(super) fn answer(&self, wallet: &Wallet) -> Result<Answer, ProposeError> {
        if self.wants.is_empty() {
            let items = self.included(&*wallet.types()?, Vec::new())?;
            return Ok(Answer { items, offered: HashMap::new(), changes: Vec::new() });
        }
        let mut records = wallet.listing()?.records().to_vec();
        records.sort_by_key(|(_, record)| record.created);
        let held = Holdings::read(wallet, records)?;
        let now: Vec<AskedRecord> = self.wants.iter().map(|want| want.asked.clone()).collect();
        let before = held.asked_before(self, &now);
        let is_new: Vec<bool> = match &before {
            Some(before) => compared(before, &now).iter().map(Option::is_none).collect(),
            None => vec![false; now.len()],
        };
        let matched = self.matched(&held);
        let mut answer = Answer { items: Vec::new(), offered: HashMap::new(), changes: Vec::new() };
        for (want, is_new) in self.wants.iter().zip(is_new) {
            let matched = matched.get(&want.id);
            let candidates = held.candidates(want, matched);
            let values = candidates.iter().map(|candidate| {
                let (id, record) = &held.records[candidate.key];
                (id.to_string(), record.clone())
            });
            let values: HashMap<String, AttributeRecord> = values.collect();
            let missing = matched.and_then(Matched::missing);
            let item = self.item(&held, want, &candidates, missing, is_new);
            let refused = want.refused.as_ref().map(|refused| refused.among(wallet, &item, &values)).transpose()?;
            answer.items.push(ConsentItem { refused: refused.flatten(), ..item });
            answer.offered.insert(want.id.clone(), values);
        }
        let requirements = answer.items.iter_mut().map(|item| &mut item.requirement);
        tell_apart(requirements.map(|asked| (&mut asked.called, asked.id.as_deref())));
        answer.items = self.included(&held.types, answer.items)?;
        answer.changes = before.map_or_else(Vec::new, |before| of_asked(&held.types, &before, &now, Earlier::LastTime));
        Ok(answer)
    }

    /// The values that fit each want; nothing for one whose schema's URL is no URL.
    fn matched<'w>(&'w self, holdings: &Holdings) -> HashMap<&'w WantId, Matched<usize>> {
        let held: Vec<Held<'_, usize>> = holdings
            .records
            .iter()
            .enumerate()
            .filter(|(_, (_, record))| self.takes_files_of(record))
            .filter_map(|(at, (_, record))| {
                let held = Held::new(at, holdings.types.url_of(&record.schema)?, &record.value);
                let label = record.label.clone();
                Some(Held { label, is_default: record.is_default, subject: holdings.subject, ..held })
            })
            .collect();
        let readable = self.wants.iter().filter_map(|want| Some((&want.id, want.requirement()?)));
        let (ids, requirements): (Vec<_>, Vec<_>) = readable.unzip();
        let matched = match_requirements(&requirements, &held, holdings.types.catalogue(), today());
        ids.into_iter().zip(matched).collect()
    }

    fn item(
        &self,
        held: &Holdings,
        want: &Want,
        candidates: &[&Candidate<usize>],
        missing: Option<&Missing>,
        is_new: bool,
    ) -> ConsentItem {
        let requirement = want.view(&held.types);
        let view = |candidate: &&Candidate<usize>| {
            let (id, record) = &held.records[candidate.key];
            held.viewer.view(*id, record)
        };
        let choices: Vec<_> = candidates.iter().map(view).collect();
        let too_large = if choices.is_empty() { self.too_large(held, want) } else { Vec::new() };
        let missing = choices.is_empty().then(|| match (too_large.first(), &want.unknown_because) {
            (Some(file), _) => MissingView::TooLarge { file: file.clone() },
            (None, Some(why)) if !requirement.known => MissingView::NotKnown { because: Some(why.clone()) },
            _ => held.unfit_for(&requirement.name).unwrap_or_else(|| why_missing(missing)),
        });
        let mut notes = candidates.first().map(|best| notes_of(best)).unwrap_or_default();
        if is_new {
            notes.push(ConsentNoteView::NotAskedBefore);
        }
        let mut already_sent = None;
        if let Some((best, (at, sent))) = choices.first().zip(held.last_received(self, &requirement.name)) {
            let day = at.to_string().chars().take(10).collect();
            if held.digests.of(&best.value).is(sent) {
                already_sent = Some(day);
            } else {
                notes.push(ConsentNoteView::HasAnother { sent: day });
            }
        }
        ConsentItem {
            id: want.id.to_string(),
            included: want.included && (requirement.required || !choices.is_empty()),
            requirement,
            choices,
            missing,
            notes,
            too_large,
            new_request: is_new,
            already_sent,
            refused: None,
        }
    }

    /// Marks what the user wants to send though it is optional.
    fn included(&self, types: &Types, mut items: Vec<ConsentItem>) -> Result<Vec<ConsentItem>, ProposeError> {
        for name in &self.include {
            let wanted = types.find(name).map(|ty| types.name(&ty.url().to_wire()));
            let by_id = |asked: &RequirementView| asked.id.as_deref() == Some(name);
            let by_any = |asked: &RequirementView| {
                wanted.as_ref().is_some_and(|wanted| asked.name == *wanted)
                    || same_name(&asked.called.title, name)
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
                    let asks = items.iter().map(|item| item.requirement.name.clone()).collect();
                    return Err(ProposeError::NotAsked { site: self.party.name.clone(), name: name.clone(), asks });
                }
                several => {
                    let one = |at: &usize| {
                        let asked = &items[*at].requirement;
                        FittingWant { called: asked.called.clone(), id: asked.id.clone() }
                    };
                    let fitting = several.iter().map(one).collect();
                    return Err(ProposeError::AskedTwice {
                        site: self.party.name.clone(),
                        name: name.clone(),
                        fitting,
                    });
                }
            };
            items[at].included = true;
        }
        Ok(items)
    }

    /// The files of the values that are held and do not fit because of their size.
    fn too_large(&self, held: &Holdings, want: &Want) -> Vec<TooLargeFile> {
        let Some(ty) = held.types.of(&want.schema) else { return Vec::new() };
        let of_type = |record: &AttributeRecord| held.types.of(&record.schema).is_some_and(|own| own.url() == ty.url());
        let mut found = Vec::new();
        for (id, record) in held.records.iter().filter(|(_, record)| of_type(record)) {
            let documents = held.viewer.view(*id, record).documents;
            for place in file_places(ty, &record.value) {
                let limits = [place.rules.max_bytes, self.party.file_limit];
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
        let Some(limit) = self.party.file_limit else { return true };
        files_in(&record.value).iter().all(|file| file.size <= limit)
    }
}

/// What matching reads of the wallet, once.
struct Holdings {
    /// All values, the oldest first.
    records: Vec<(RecordId, AttributeRecord)>,
    types: Arc<Types>,
    viewer: Viewer,
    disclosures: Arc<Disclosures>,
    digests: Arc<Digests>,
    profile: u32,
    /// What the profile is: a person or a company.
    subject: Subject,
}

impl Holdings {
    fn read(wallet: &Wallet, records: Vec<(RecordId, AttributeRecord)>) -> Result<Self, StoreError> {
        let store = &wallet.store;
        Ok(Self {
            records,
            types: wallet.types()?,
            viewer: Viewer::read(wallet)?,
            disclosures: wallet.disclosures()?,
            digests: wallet.digests()?,
            profile: store.profile(),
            subject: ProfileKind::from(profiles::selected(store)?.kind).subject(),
        })
    }

    /// The values that fit, of those that may be offered.
    fn candidates<'m>(&self, want: &Want, matched: Option<&'m Matched<usize>>) -> Vec<&'m Candidate<usize>> {
        let fitting = matched.map_or(&[][..], Matched::candidates).iter();
        let may = |id: &RecordId| want.only.as_ref().is_none_or(|only| only.contains(&id.to_string()));
        fitting.filter(|candidate| may(&self.records[candidate.key].0)).collect()
    }

    /// What the party asked for the last time, if it did. The log's first version had only the attributes' names: what has
    /// a name of its own, then and now, is taken for the same thing.
    fn asked_before(&self, request: &Request, now: &[AskedRecord]) -> Option<Vec<AskedRecord>> {
        let form = request.form.as_ref().map(|form| form.id.as_str());
        let last = self.disclosures.last_asked(self.profile, request.party.key(), request.purpose, form)?;
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
            // Where the log does not say what was insisted on, what was sent was agreed to as it is now, and no more: it is
            // not said to have been required.
            let was_sent = || last.sent.iter().any(|sent| sent.name == *name);
            let unsaid = || asked.required && was_sent();
            asked.required = last.required.as_ref().map_or_else(unsaid, |required| required.contains(name));
            asked
        };
        Some(last.asked.iter().map(by_name).collect())
    }

    /// When the party was last sent an attribute, and the digest of that value.
    fn last_received<'a>(&'a self, request: &Request, name: &str) -> Option<(jiff::Timestamp, &'a str)> {
        let (at, sent) = self.disclosures.last_received(self.profile, request.party.key(), name)?;
        Some((at, sent.digest.as_str()))
    }
}

impl Holdings {
    /// Whether nobody can enter an attribute in this profile, as it describes somebody of the other kind.
    fn unfit_for(&self, name: &str) -> Option<MissingView> {
        let needs = self.types.find(name)?.subject();
        if needs.fits(self.subject) {
            return None;
        }
        Some(if needs == Subject::Company { MissingView::AboutCompany } else { MissingView::AboutPerson })
    }
}

fn why_missing(missing: Option<&Missing>) -> MissingView {
    match missing {
        Some(Missing::HeldButInvalid { violations }) => {
            MissingView::NotAccepted { because: violations.first().map(Explain::explain) }
        }
        Some(Missing::UnknownType) | None => MissingView::NotKnown { because: None },
        Some(_) => MissingView::NotHeld,
    }
}

fn notes_of(candidate: &Candidate<usize>) -> Vec<ConsentNoteView> {
    let view = |note: &Note| match note {
        Note::Expired { on } => Some(ConsentNoteView::Expired { on: on.to_string() }),
        // Days to a day that is yet to come are never negative.
        Note::ExpiresSoon { on, days } => {
            Some(ConsentNoteView::ExpiresSoon { on: on.to_string(), days: days.unsigned_abs() })
        }
        Note::IssuedInFuture { on } => Some(ConsentNoteView::IssuedInFuture { on: on.to_string() }),
        _ => None,
    };
    candidate.notes.iter().filter_map(view).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_found_of_a_value_is_shown() {
        let on = jiff::civil::date(2027, 1, 4);
        let notes = vec![
            Note::Expired { on },
            Note::ExpiresSoon { on, days: 43 },
            Note::ExpiresSoon { on, days: 0 },
            Note::IssuedInFuture { on },
        ];
        let day = || "2027-01-04".to_owned();
        let expected = [
            ConsentNoteView::Expired { on: day() },
            ConsentNoteView::ExpiresSoon { on: day(), days: 43 },
            ConsentNoteView::ExpiresSoon { on: day(), days: 0 },
            ConsentNoteView::IssuedInFuture { on: day() },
        ];
        assert_eq!(notes_of(&Candidate { key: 0, notes }), expected);
    }
}
