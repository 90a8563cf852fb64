//! What can be entered: the catalogue, for forms and lists.

use idw_identity::{AttributeType, Catalogue, Choice, Country, Field, FieldKind, Subject, countries};

use crate::{
    StoreError, Wallet,
    documents::MAX_DOCUMENT_BYTES,
    view::{AttributeTypeView, ChoiceView, FieldKindView, FieldView},
};

impl Wallet {
    /// Every attribute of the catalogue, in display order.
    pub fn attribute_types() -> Vec<AttributeTypeView> {
        Catalogue::builtin().all().map(view).collect()
    }

    /// Every attribute that this wallet knows: the catalogue's, then those that sites brought.
    ///
    /// # Errors
    /// Where the vault cannot be read.
    pub fn known_types(&self) -> Result<Vec<AttributeTypeView>, StoreError> {
        Ok(self.types()?.catalogue().all().map(view).collect())
    }

    /// One attribute that this wallet knows, by its short name, schema URL or an older name.
    ///
    /// # Errors
    /// Where the vault cannot be read.
    pub fn known_type(&self, name: &str) -> Result<Option<AttributeTypeView>, StoreError> {
        Ok(self.types()?.find(name).map(view))
    }

    /// One attribute of the catalogue, by its short name, schema URL or an older name.
    pub fn attribute_type(name: &str) -> Option<AttributeTypeView> {
        Catalogue::builtin().find(name).map(view)
    }
}

fn view(ty: &AttributeType) -> AttributeTypeView {
    AttributeTypeView {
        name: ty.short_name().to_owned(),
        title: ty.title().to_owned(),
        description: ty.description().to_owned(),
        schema: ty.url().to_wire(),
        subject: match ty.subject() {
            Subject::Person => "person",
            Subject::Company => "company",
            Subject::Both => "both",
        }
        .to_owned(),
        fields: ty.fields().iter().map(field_view).collect(),
    }
}

fn field_view(field: &Field) -> FieldView {
    FieldView {
        path: field.path.to_string(),
        title: field.title.clone(),
        description: field.description.clone(),
        kind: kind_view(&field.kind),
        required: field.required,
        repeated: field.repeated,
    }
}

fn kind_view(kind: &FieldKind) -> FieldKindView {
    match kind {
        FieldKind::Text => FieldKindView::Text,
        FieldKind::Multiline => FieldKindView::Multiline,
        FieldKind::Date => FieldKindView::Date,
        FieldKind::Email => FieldKindView::Email,
        FieldKind::Country => FieldKindView::Choice { options: country_options(), open: false },
        FieldKind::Choice { choices, open } => {
            FieldKindView::Choice { options: choices.iter().filter_map(choice_view).collect(), open: *open }
        }
        FieldKind::Integer { .. } => FieldKindView::Integer,
        FieldKind::Number { .. } => FieldKindView::Number,
        FieldKind::Boolean => FieldKindView::Flag,
        FieldKind::File(rules) => {
            FieldKindView::File { types: rules.types.clone(), max_bytes: rules.max_bytes.unwrap_or(MAX_DOCUMENT_BYTES) }
        }
        _ => FieldKindView::Json,
    }
}

fn country_options() -> Vec<ChoiceView> {
    let option = |country: &Country| ChoiceView { value: country.code.clone(), title: country.name.clone() };
    countries().iter().map(option).collect()
}

/// Choices are entered as text; one that is no text (no schema of the catalogue has one) has to go in as JSON.
fn choice_view(choice: &Choice) -> Option<ChoiceView> {
    Some(ChoiceView { value: choice.value.as_str()?.to_owned(), title: choice.label.clone() })
}
