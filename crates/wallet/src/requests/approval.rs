//! The user's yes.

use std::collections::{BTreeMap, HashMap};

use super::{Agreed, Delivery, Proposal, Want, WantId};
use crate::{
    Problem,
    records::AttributeRecord,
    view::{CalledView, ConsentView, MissingView, RequirementView},
};

/// What the user chose for everything that is asked for, by the want's id.
#[derive(Clone, Debug, Default)]
pub struct Selection {
    choices: BTreeMap<WantId, Choice>,
    number: Option<u8>,
}

/// What the user chose for one thing that is asked for.
#[derive(Clone, Debug, Default)]
pub struct Choice {
    /// Whether it is sent.
    pub included: bool,
    /// Which of the values, by its id; the first where none is named.
    pub value: Option<String>,
    /// Whether it is sent also where the asker has this very value and finds it no good.
    pub again: bool,
}

impl Selection {
    /// What a view proposes by itself: what is required, what was asked to be included, the first value of each.
    pub fn default_for(view: &ConsentView) -> Self {
        let choice = |included| Choice { included, ..Choice::default() };
        view.items.iter().map(|item| (WantId::from(item.id.clone()), choice(item.included))).collect()
    }

    /// Chooses for one thing.
    pub fn choose(&mut self, want: WantId, choice: Choice) {
        self.choices.insert(want, choice);
    }

    /// The number that the asker's page shows, where it is one that the user has to find.
    #[must_use]
    pub fn with_number(self, number: Option<u8>) -> Self {
        Self { number, ..self }
    }

    /// What is chosen for one thing, to be changed.
    pub fn choice_mut(&mut self, want: &WantId) -> Option<&mut Choice> {
        self.choices.get_mut(want)
    }
}

impl IntoIterator for Selection {
    type Item = (WantId, Choice);
    type IntoIter = std::collections::btree_map::IntoIter<WantId, Choice>;

    fn into_iter(self) -> Self::IntoIter {
        self.choices.into_iter()
    }
}

impl FromIterator<(WantId, Choice)> for Selection {
    fn from_iter<T: IntoIterator<Item = (WantId, Choice)>>(choices: T) -> Self {
        Self { choices: choices.into_iter().collect(), number: None }
    }
}

/// Why a selection cannot be approved. Nothing was sent.
#[derive(Debug, thiserror::Error)]
pub enum ApproveError {
    /// Something required, or asked to be included, is not in the wallet.
    #[error("{site} asks for {} that the wallet does not hold; nothing was sent", titles(.items))]
    Missing {
        /// The site.
        site: String,
        /// What is missing.
        items: Vec<MissingItem>,
    },
    /// Something required was left out.
    #[error("{site} does not go on without {title}; nothing was sent")]
    LeftOut {
        /// The site.
        site: String,
        /// What was left out.
        title: Box<CalledView>,
    },
    /// The site has this very value and did not accept it, and the user has not said that it goes again.
    #[error(
        "{site} has this very {title} already and did not accept it; nothing was sent. Change it, or agree to send it again"
    )]
    RefusedBefore {
        /// The site.
        site: String,
        /// What would be sent again.
        title: Box<CalledView>,
    },
    /// The selection is not one for this view.
    #[error("the selection does not belong to what was shown; nothing was sent, look at it again")]
    Mismatch,
}

/// Something that is missing, and why.
#[derive(Clone, Debug)]
pub struct MissingItem {
    /// What.
    pub requirement: RequirementView,
    /// Why.
    pub why: MissingView,
}

fn titles(items: &[MissingItem]) -> String {
    items.iter().map(|item| item.requirement.called.to_string()).collect::<Vec<_>>().join(", ")
}

impl ApproveError {
    /// Whose move it is.
    pub fn problem(&self) -> Problem {
        match self {
            Self::Missing { .. } => Problem::Missing,
            Self::LeftOut { .. } | Self::RefusedBefore { .. } => Problem::Declined,
            Self::Mismatch => Problem::Usage,
        }
    }
}

/// What the user agreed to send: these values, to this party, as this account. Only [`Proposal::approve`] makes one.
pub struct Approved {
    pub(super) agreed: Agreed,
    pub(super) delivery: Box<dyn Delivery>,
}

impl std::fmt::Debug for Approved {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Approved")
            .field("purpose", &self.agreed.request.purpose)
            .field("party", &self.agreed.request.party.name)
            .finish_non_exhaustive()
    }
}

/// One value to send, and what it answers.
pub(crate) struct Chosen {
    pub(crate) want: Want,
    pub(crate) requirement: RequirementView,
    /// The id of the value.
    pub(crate) id: String,
    pub(crate) record: AttributeRecord,
}

impl Proposal {
    /// Turns the user's choice into something that can be sent.
    ///
    /// # Errors
    /// Where something required is missing or left out, or `selection` names a value that was not shown. The
    /// proposal is given back.
    pub fn approve(self, selection: &Selection) -> Result<Approved, (Box<Self>, ApproveError)> {
        match self.choose(selection) {
            Ok(chosen) => {
                let items = || self.view.items.iter().map(|item| &item.requirement);
                let asked = items().map(|asked| asked.name.clone()).collect();
                let required = items().filter(|asked| asked.required).map(|asked| asked.name.clone()).collect();
                let agreed = Agreed { request: self.request, chosen, number: selection.number, asked, required };
                Ok(Approved { agreed, delivery: self.delivery })
            }
            Err(error) => Err((Box::new(self), error)),
        }
    }

    pub(super) fn choose(&self, selection: &Selection) -> Result<Vec<Chosen>, ApproveError> {
        let wants: HashMap<&str, &Want> = self.request.wants.iter().map(|want| (want.id.as_str(), want)).collect();
        // What was not shown cannot be chosen, and what was shown has to be answered.
        if selection.choices.len() != wants.len() {
            return Err(ApproveError::Mismatch);
        }
        let party = || self.view.site.clone();
        let mut chosen = Vec::new();
        let mut missing = Vec::new();
        for item in &self.view.items {
            let want = *wants.get(item.id.as_str()).ok_or(ApproveError::Mismatch)?;
            let choice = selection.choices.get(&want.id).ok_or(ApproveError::Mismatch)?;
            if !choice.included {
                if item.requirement.required {
                    return Err(ApproveError::LeftOut {
                        site: party(),
                        title: Box::new(item.requirement.called.clone()),
                    });
                }
                continue;
            }
            if let Some(why) = &item.missing {
                missing.push(MissingItem { requirement: item.requirement.clone(), why: why.clone() });
                continue;
            }
            let shown = match &choice.value {
                Some(id) => item.choices.iter().find(|shown| shown.id == *id),
                None => item.choices.first(),
            };
            let shown = shown.ok_or(ApproveError::Mismatch)?;
            let refused = item.refused.as_ref().is_some_and(|refused| refused.values.contains(&shown.id));
            if refused && !choice.again {
                return Err(ApproveError::RefusedBefore {
                    site: party(),
                    title: Box::new(item.requirement.called.clone()),
                });
            }
            let offered = self.offered.get(&want.id).and_then(|values| values.get(&shown.id));
            let record = offered.ok_or(ApproveError::Mismatch)?.clone();
            let (want, requirement) = (want.clone(), item.requirement.clone());
            chosen.push(Chosen { want, requirement, id: shown.id.clone(), record });
        }
        if missing.is_empty() { Ok(chosen) } else { Err(ApproveError::Missing { site: party(), items: missing }) }
    }
}
