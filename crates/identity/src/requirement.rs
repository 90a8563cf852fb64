//! What a relying party asks for.

use crate::schema_url::SchemaUrl;

/// One attribute that a relying party asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Requirement {
    /// The relying party's own name for it, to be sent back unchanged; where it gave none, none is sent.
    pub id: Option<String>,
    /// Which attribute.
    pub schema: SchemaUrl,
    /// What the relying party calls it for people.
    pub label: Option<String>,
    /// Whether it insists.
    pub required: bool,
}

/// Where a requirement stands, which decides what a missing `required` means (LWS, attribute values).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RequiredBy {
    /// A site's description: required unless it says otherwise.
    SiteConfig,
    /// A KYC template: optional unless it says otherwise.
    KycTemplate,
}

impl RequiredBy {
    /// What `required` means here, as stated or by default.
    pub fn required(self, stated: Option<bool>) -> bool {
        stated.unwrap_or(match self {
            Self::SiteConfig => true,
            Self::KycTemplate => false,
        })
    }
}

impl Requirement {
    /// A requirement as it was read at `by`, with the default for `required` filled in.
    pub fn new(
        id: Option<String>,
        schema: SchemaUrl,
        label: Option<String>,
        required: Option<bool>,
        by: RequiredBy,
    ) -> Self {
        Self { id, schema, label, required: by.required(required) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_required_depends_on_where_it_is_missing() {
        let check = |by: RequiredBy, stated, expected| assert_eq!(by.required(stated), expected, "{by:?} {stated:?}");
        check(RequiredBy::SiteConfig, None, true);
        check(RequiredBy::SiteConfig, Some(false), false);
        check(RequiredBy::KycTemplate, None, false);
        check(RequiredBy::KycTemplate, Some(true), true);
    }
}
