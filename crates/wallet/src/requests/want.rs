//! What somebody asks for.

use std::{collections::HashSet, fmt, sync::Arc};

use idw_identity::{Requirement, SchemaUrl};
use idw_vault::RecordId;
use idw_words::MessageData;

use super::RefusedValue;
use crate::{
    asked::{requirement_of, schema_key},
    records::AskedRecord,
    schemas::Types,
    view::RequirementView,
};

/// Tells one thing that is asked for from every other: an asker may want two things of one schema and one name.
///
/// Made anew for each request, so it says nothing outside of it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct WantId(String);

impl WantId {
    fn make() -> Self {
        Self(RecordId::make().to_string())
    }

    /// As the shells hand it on.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<String> for WantId {
    /// An id that a shell was given. One that the request does not have is refused when it is used.
    fn from(id: String) -> Self {
        Self(id)
    }
}

impl fmt::Display for WantId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// One thing that is asked for.
#[derive(Clone)]
pub(crate) struct Want {
    pub(crate) id: WantId,
    /// As it is kept and compared.
    pub(crate) asked: AskedRecord,
    /// The asker's own spelling of the schema's URL, by which it looks the answer up.
    pub(crate) schema: String,
    /// The value that the asker has and finds no good.
    pub(crate) refused: Option<RefusedValue>,
    /// Why the wallet cannot learn what it is.
    pub(crate) unknown_because: Option<MessageData>,
    /// The ids of the values that may answer it; none where any may.
    pub(crate) only: Option<Arc<HashSet<String>>>,
    /// Whether it goes unless the user leaves it out.
    pub(crate) included: bool,
}

impl Want {
    /// Something of a schema; `id` is the asker's own for it.
    pub(crate) fn new(id: Option<String>, schema: &str, label: Option<String>, need: Need) -> Self {
        let required = need == Need::Required;
        Self {
            id: WantId::make(),
            asked: AskedRecord { id, schema: schema_key(schema), label, required },
            schema: schema.to_owned(),
            refused: None,
            unknown_because: None,
            only: None,
            included: need != Need::Optional,
        }
    }

    /// As identity data knows it. None where the schema's URL is no URL.
    pub(super) fn requirement(&self) -> Option<Requirement> {
        let AskedRecord { id, label, required, .. } = self.asked.clone();
        Some(Requirement { id, schema: SchemaUrl::parse(&self.schema).ok()?, label, required })
    }

    /// As people read it.
    pub(super) fn view(&self, types: &Types) -> RequirementView {
        requirement_of(types, &self.asked, &self.schema)
    }
}

/// Whether the asker insists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Need {
    /// Nothing goes without it.
    Required,
    /// It goes, and the user may leave it out.
    Offered,
    /// It goes only where the user says so.
    Optional,
}

impl Need {
    /// For protocols that say it with a flag.
    pub(crate) fn of(required: bool) -> Self {
        if required { Self::Required } else { Self::Optional }
    }
}
