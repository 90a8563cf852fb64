//! The user's yes.

use idw_lws::RequestedAttribute;

use super::{Proposal, propose::Parts};
use crate::{
    Problem,
    records::{AskedRecord, AttributeRecord},
    view::{ConsentView, Purpose, RequirementView, TemplateView},
};

/// What the user chose, one entry for each item of the view.
#[derive(Clone, Debug, Default)]
pub struct Selection {
    /// In the view's order.
    pub items: Vec<ItemChoice>,
}

/// What the user chose for one item.
#[derive(Clone, Debug, Default)]
pub struct ItemChoice {
    /// Whether it is sent.
    pub included: bool,
    /// Which of the choices, by its id; the first where none is named.
    pub attribute: Option<String>,
    /// Whether it is sent also where the site has this very value and finds it no good.
    pub again: bool,
}

impl Selection {
    /// What a view proposes by itself: what is required, what was asked to be included, the first value of each.
    pub fn default_for(view: &ConsentView) -> Self {
        let items =
            view.items.iter().map(|item| ItemChoice { included: item.included, ..ItemChoice::default() }).collect();
        Self { items }
    }
}

/// Why a selection cannot be approved. Nothing was sent.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ApproveError {
    /// Something required, or asked to be included, is not in the wallet.
    #[error("{site} asks for {} that the wallet does not hold; nothing was sent. {}", titles(.items), reasons(.items))]
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
        title: String,
    },
    /// The site has this very value and finds it no good, and the user has not said that it goes again.
    #[error(
        "{site} has this very {title} already and finds it no good; nothing was sent. Change it, or agree to send it again"
    )]
    RefusedBefore {
        /// The site.
        site: String,
        /// What would be sent again.
        title: String,
    },
    /// The selection is not one for this view.
    #[error("the selection does not belong to what was shown; nothing was sent, look at it again")]
    Mismatch,
}

/// Something that is missing, with a sentence why.
#[derive(Clone, Debug)]
pub struct MissingItem {
    /// What.
    pub requirement: RequirementView,
    /// Why.
    pub why: String,
}

fn titles(items: &[MissingItem]) -> String {
    items.iter().map(|item| item.requirement.title.as_str()).collect::<Vec<_>>().join(", ")
}

fn reasons(items: &[MissingItem]) -> String {
    items.iter().map(|item| format!("{}: {}", item.requirement.title, item.why)).collect::<Vec<_>>().join(" ")
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

/// What the user agreed to send: these values, to this site, as this account. Only [`Proposal::approve`] makes one.
pub struct Approved {
    pub(crate) parts: Parts,
    pub(crate) purpose: Purpose,
    pub(crate) template: Option<TemplateView>,
    pub(crate) chosen: Vec<Chosen>,
    /// The names of everything that was asked for.
    pub(crate) asked: Vec<String>,
    /// The names of what was insisted on.
    pub(crate) required: Vec<String>,
}

impl std::fmt::Debug for Approved {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Approved")
            .field("purpose", &self.purpose)
            .field("site", &self.parts.site.name)
            .finish_non_exhaustive()
    }
}

/// One value to send, and what it answers.
pub(crate) struct Chosen {
    pub(crate) requested: RequestedAttribute,
    /// The same as it is kept and compared.
    pub(crate) asked: AskedRecord,
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
                let ConsentView { purpose, template, .. } = self.view;
                Ok(Approved { parts: self.parts, purpose, template, chosen, asked, required })
            }
            Err(error) => Err((Box::new(self), error)),
        }
    }

    fn choose(&self, selection: &Selection) -> Result<Vec<Chosen>, ApproveError> {
        if selection.items.len() != self.view.items.len() {
            return Err(ApproveError::Mismatch);
        }
        let mut chosen = Vec::new();
        let mut missing = Vec::new();
        let asked = self.parts.requested.iter().zip(&self.parts.asked);
        for ((item, choice), (requested, asked)) in self.view.items.iter().zip(&selection.items).zip(asked) {
            if !choice.included {
                if item.requirement.required {
                    let site = self.view.site.clone();
                    return Err(ApproveError::LeftOut { site, title: item.requirement.title.clone() });
                }
                continue;
            }
            if let Some(why) = &item.missing {
                missing.push(MissingItem { requirement: item.requirement.clone(), why: why.clone() });
                continue;
            }
            let shown = match &choice.attribute {
                Some(id) => item.choices.iter().find(|shown| shown.id == *id),
                None => item.choices.first(),
            };
            let shown = shown.ok_or(ApproveError::Mismatch)?;
            let refused = item.refused.as_ref().is_some_and(|refused| refused.values.contains(&shown.id));
            if refused && !choice.again {
                let site = self.view.site.clone();
                return Err(ApproveError::RefusedBefore { site, title: item.requirement.title.clone() });
            }
            let record = self.parts.offered.get(&shown.id).ok_or(ApproveError::Mismatch)?;
            chosen.push(Chosen {
                requested: requested.clone(),
                asked: asked.clone(),
                requirement: item.requirement.clone(),
                id: shown.id.clone(),
                record: record.clone(),
            });
        }
        if missing.is_empty() {
            Ok(chosen)
        } else {
            Err(ApproveError::Missing { site: self.view.site.clone(), items: missing })
        }
    }
}
