//! Messages as data.

use std::{borrow::Cow, cell::RefCell, collections::BTreeMap, sync::Arc};

use serde::{Deserialize, Serialize, Serializer, ser::SerializeStruct as _};

use crate::{Argument, Words};

/// A message of the catalogue with its arguments; the build script implements it.
pub trait Message {
    /// Its id in the catalogue.
    fn id(&self) -> &'static str;
    /// What it takes, by name.
    fn arguments(&self) -> Vec<(&'static str, Argument)>;

    /// The same as data: what another message takes, or what crosses to the side that shows it.
    fn data(&self) -> MessageData {
        MessageData::of(self)
    }
}

/// A message as data: its id and what it takes. [`Words::tell`] puts it into words.
///
/// It is serialized as `{"id": …, "arguments": {…}}`, and within [`Words::in_words`] as its text.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct MessageData {
    id: Cow<'static, str>,
    #[cfg_attr(feature = "ts", ts(type = "Record<string, Argument>"))]
    arguments: BTreeMap<Cow<'static, str>, Argument>,
}

impl MessageData {
    /// The message that a type of the catalogue stands for.
    fn of(message: &(impl Message + ?Sized)) -> Self {
        let arguments = message.arguments().into_iter().map(|(name, value)| (Cow::Borrowed(name), value));
        Self { id: Cow::Borrowed(message.id()), arguments: arguments.collect() }
    }

    /// Its id in the catalogue.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// What it takes, by name.
    pub fn arguments(&self) -> impl Iterator<Item = (&str, &Argument)> {
        self.arguments.iter().map(|(name, value)| (name.as_ref(), value))
    }
}

impl<M: Message> From<M> for MessageData {
    fn from(message: M) -> Self {
        Self::of(&message)
    }
}

thread_local! {
    /// What messages are put into while they are serialized.
    static SPOKEN_BY: RefCell<Option<Arc<Words>>> = const { RefCell::new(None) };
}

impl Words {
    /// Runs `serialize`, in which every [`MessageData`] is serialized as its text in this language.
    pub fn in_words<T>(self: &Arc<Self>, serialize: impl FnOnce() -> T) -> T {
        /// Ends it, also when `serialize` panics.
        struct End(Option<Arc<Words>>);
        impl Drop for End {
            fn drop(&mut self) {
                SPOKEN_BY.set(self.0.take());
            }
        }
        let _end = End(SPOKEN_BY.replace(Some(Arc::clone(self))));
        serialize()
    }
}

impl Serialize for MessageData {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if let Some(words) = SPOKEN_BY.with_borrow(Clone::clone) {
            return serializer.serialize_str(&words.tell(self));
        }
        let mut data = serializer.serialize_struct("MessageData", 2)?;
        data.serialize_field("id", &self.id)?;
        data.serialize_field("arguments", &self.arguments)?;
        data.end()
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::{Language, message};

    #[test]
    fn a_message_crosses_as_its_id_with_its_arguments() {
        let data = MessageData::from(message::ReminderExpires { title: "Passport", days: 3_u64 });
        let crossed = json!({ "id": "reminder-expires", "arguments": { "title": { "text": "Passport" }, "days": { "number": 3 } } });
        assert_eq!(json!(data), crossed);
        assert_eq!(serde_json::from_value::<MessageData>(crossed).unwrap(), data);
    }

    #[test]
    fn a_message_is_serialized_in_words_where_that_is_asked_for() {
        let data = MessageData::from(message::ReminderExpires { title: "Passport", days: 3_u64 });
        let words = Arc::new(Words::new(Language::English));
        assert_eq!(words.in_words(|| json!([data])), json!(["Passport expires in 3 days."]));
        let german = Arc::new(Words::new(Language::German));
        let both = words.in_words(|| (german.in_words(|| json!(data)), json!(data)));
        assert_ne!(both.0, both.1);
        assert!(json!(data).is_object(), "the words outlived their scope");
    }
}
