//! Changing what surrounds a value: which is the default, and what it is called.

use idw_vault::{Batch, RecordId};

use super::{AttributeError, Viewer, by_schema, check_label, label::MAX_LABEL_CHARS, same_label};
use crate::{
    Wallet,
    records::{AttributeRecord, Event},
    store::put,
    view::AttributeView,
};

impl Wallet {
    /// Makes the value with this id the one that is sent when nothing else is chosen.
    ///
    /// # Errors
    /// Where there is no such value, or the vault cannot be written.
    pub fn set_default(&self, id: &str) -> Result<AttributeView, AttributeError> {
        let _guard = self.store.changing();
        let (id, mut record) = self.value(id)?;
        let mut batch = Batch::new();
        for (other, mut sibling) in self.siblings(&record)? {
            if other != id && sibling.is_default {
                sibling.is_default = false;
                put(&mut batch, other, &sibling);
            }
        }
        record.is_default = true;
        put(&mut batch, id, &record);
        let (name, title) = self.called(&record)?;
        self.store.commit(batch, Event::DefaultChosen { name, title })?;
        Ok(Viewer::read(self)?.view(id, &record))
    }

    /// Gives the value with this id another label, or none. The value itself, and when it was changed, stay.
    ///
    /// # Errors
    /// Where there is no such value, another of the same attribute has that label, or the vault cannot be written.
    pub fn relabel(&self, id: &str, label: Option<&str>) -> Result<AttributeView, AttributeError> {
        let _guard = self.store.changing();
        let (id, mut record) = self.value(id)?;
        let label = label.map(str::trim).filter(|label| !label.is_empty());
        label.map(check_label).transpose()?;
        let (name, title) = self.called(&record)?;
        let taken = self
            .siblings(&record)?
            .iter()
            .any(|(other, sibling)| *other != id && same_label(sibling.label.as_deref(), label));
        if let Some(label) = label.filter(|_| taken) {
            return Err(AttributeError::LabelTaken { title, label: label.to_owned() });
        }
        record.label = label.map(str::to_owned);
        let mut batch = Batch::new();
        put(&mut batch, id, &record);
        self.store.commit(batch, Event::Relabelled { name, title })?;
        Ok(Viewer::read(self)?.view(id, &record))
    }

    fn value(&self, id: &str) -> Result<(RecordId, AttributeRecord), AttributeError> {
        let unknown = || AttributeError::NoValue { id: id.to_owned() };
        let parsed: RecordId = id.parse().map_err(|_| unknown())?;
        Ok((parsed, self.store.get::<AttributeRecord>(parsed)?.ok_or_else(unknown)?))
    }

    /// All values of the attribute that `record` is one of, itself included.
    fn siblings(&self, record: &AttributeRecord) -> Result<Vec<(RecordId, AttributeRecord)>, AttributeError> {
        Ok(match self.types()?.of(&record.schema) {
            Some(ty) => by_schema(self, ty)?,
            None => Vec::new(),
        })
    }

    /// The short name and the title of the attribute that `record` is a value of.
    fn called(&self, record: &AttributeRecord) -> Result<(String, String), AttributeError> {
        let types = self.types()?;
        Ok((types.name(&record.schema), types.title(&record.schema)))
    }
}

/// `base`, with a number behind it where that is taken; never longer than a label may be.
pub(crate) fn free_label(base: &str, taken: impl Fn(&str) -> bool) -> String {
    let numbered = (2..).map(|number: u32| {
        let number = format!(" {number}");
        let kept: String = base.chars().take(MAX_LABEL_CHARS.saturating_sub(number.len())).collect();
        format!("{}{number}", kept.trim_end())
    });
    std::iter::once(base.to_owned()).chain(numbered).find(|label| !taken(label)).expect("the numbers do not end")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_that_is_made_up_is_one() {
        let check = |base: &str, taken: &[&str], expected: &str| {
            let label = free_label(base, |label| taken.contains(&label));
            assert_eq!(label, expected);
            check_label(&label).unwrap();
        };
        check("work", &[], "work");
        check("work", &["work", "work 2"], "work 3");
        let longest = "ä".repeat(MAX_LABEL_CHARS);
        check(&longest, &[&longest], &format!("{} 2", "ä".repeat(MAX_LABEL_CHARS - 2)));
    }
}
