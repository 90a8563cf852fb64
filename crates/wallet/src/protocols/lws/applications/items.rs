//! What belongs to an application, and how each thing stands.

use idw_identity::SchemaUrl;

use crate::{
    fold::fold,
    records::{ApplicationRecord, ApplicationState, OutgoingRecord, SentRecord, WantedRecord},
    schemas::Types,
    view::{ApplicationFileView, ApplicationItemState, ApplicationItemView},
};

/// Everything that was sent or is to be sent, each once, as it was sent last; then what the site wants and was not sent.
pub(super) fn items(types: &Types, record: &ApplicationRecord) -> Vec<ApplicationItemView> {
    let mut last: Vec<&SentRecord> = Vec::new();
    for sent in &record.sent {
        match last.iter_mut().find(|known| is_same(known, sent)) {
            Some(known) => *known = sent,
            None => last.push(sent),
        }
    }
    // What the site does not accept is what it was sent last.
    let mut wanted_of: Vec<Option<&WantedRecord>> = vec![None; last.len()];
    let mut never_sent = Vec::new();
    for wanted in &record.wanted {
        match (0..last.len()).rev().find(|at| wanted_of[*at].is_none() && answers(last[*at], wanted)) {
            Some(at) => wanted_of[at] = Some(wanted),
            None => never_sent.push(wanted_item(types, wanted)),
        }
    }
    let sent = last.into_iter().zip(wanted_of).map(|(sent, wanted)| sent_item(types, record, sent, wanted));
    sent.chain(never_sent).collect()
}

/// Whether two things that were sent answer the same question: the site's id and the schema tell. Without an id a site can ask
/// twice for the same schema, so that the value has to be the same one of the wallet's too.
fn is_same(one: &SentRecord, other: &SentRecord) -> bool {
    let (Some(asked), Some(other_asked)) = (&one.asked, &other.asked) else {
        // The first version did not log what was asked.
        return one.asked.is_none() && other.asked.is_none() && (&one.name, &one.value) == (&other.name, &other.value);
    };
    let same_question = (&asked.id, &asked.schema) == (&other_asked.id, &other_asked.schema);
    same_question && (asked.id.is_some() || one.value == other.value)
}

/// Whether the site wants anew what was sent: its id for it tells, and the schema where there was no id.
fn answers(sent: &SentRecord, wanted: &WantedRecord) -> bool {
    let Some(asked) = &sent.asked else { return false };
    match &asked.id {
        Some(id) => *id == wanted.id,
        None => wanted.schema.as_deref().is_some_and(|schema| is_same_schema(schema, &asked.schema)),
    }
}

fn is_same_schema(one: &str, other: &str) -> bool {
    match (SchemaUrl::parse(one), SchemaUrl::parse(other)) {
        (Ok(one), Ok(other)) => one == other,
        _ => one == other,
    }
}

fn sent_item(
    types: &Types,
    record: &ApplicationRecord,
    sent: &SentRecord,
    wanted: Option<&WantedRecord>,
) -> ApplicationItemView {
    let asked = sent.asked.as_ref();
    // What the first version sent has no schema in its record; its title is all there is.
    let title = asked.map_or_else(|| sent.title.clone(), |asked| types.title(&asked.schema));
    let state = match (wanted, record.state) {
        (Some(wanted), _) if wanted.invalid => ApplicationItemState::NotAccepted,
        (Some(_), _) => ApplicationItemState::Missing,
        (None, ApplicationState::Draft | ApplicationState::Uploading) => ApplicationItemState::ToSend,
        (None, ApplicationState::Submitting | ApplicationState::Unknown) => ApplicationItemState::MayHaveArrived,
        (None, ApplicationState::Cancelled) if record.submitted.is_none() => ApplicationItemState::NotSent,
        (None, ApplicationState::Submitted | ApplicationState::Refused | ApplicationState::Cancelled) => {
            ApplicationItemState::Sent
        }
    };
    ApplicationItemView {
        id: asked.and_then(|asked| asked.id.clone()),
        name: sent.name.clone(),
        label: asked.and_then(|asked| asked.label.as_deref()).and_then(|label| other_words(label, &title)),
        title,
        state,
        reason: wanted.and_then(|wanted| wanted.reason.clone()),
        files: files(record, sent, state),
    }
}

fn wanted_item(types: &Types, wanted: &WantedRecord) -> ApplicationItemView {
    let schema = wanted.schema.as_deref();
    let title = schema.map_or_else(|| wanted.id.clone(), |schema| types.title(schema));
    ApplicationItemView {
        id: Some(wanted.id.clone()),
        name: schema.map_or_else(|| wanted.id.clone(), |schema| types.name(schema)),
        label: wanted.label.as_deref().and_then(|label| other_words(label, &title)),
        title,
        state: if wanted.invalid { ApplicationItemState::NotAccepted } else { ApplicationItemState::Missing },
        reason: wanted.reason.clone(),
        files: Vec::new(),
    }
}

/// The site's words for something, where they are not the wallet's own.
fn other_words(label: &str, title: &str) -> Option<String> {
    (fold(label) != fold(title)).then(|| label.to_owned())
}

/// The files of something: as they are on their way, or by the names that the log has.
fn files(record: &ApplicationRecord, sent: &SentRecord, state: ApplicationItemState) -> Vec<ApplicationFileView> {
    if let Some(outgoing) = outgoing(record, sent) {
        let file = |(_, at): &(String, usize)| {
            let file = record.files.get(*at)?;
            Some(ApplicationFileView {
                name: file.name.clone(),
                size: Some(file.size),
                arrived: file.uploaded.is_some(),
                place: u32::try_from(*at).ok(),
            })
        };
        return outgoing.files.iter().filter_map(file).collect();
    }
    let arrived = matches!(state, ApplicationItemState::Sent | ApplicationItemState::NotAccepted);
    let size = |name: &String| sent.documents.iter().find(|document| document.name == *name).map(|found| found.size);
    let file = |name: &String| ApplicationFileView { name: name.clone(), size: size(name), arrived, place: None };
    sent.files.iter().map(file).collect()
}

/// What is on its way for something; nothing once the application has arrived or has ended.
fn outgoing<'a>(record: &'a ApplicationRecord, sent: &SentRecord) -> Option<&'a OutgoingRecord> {
    let asked = sent.asked.as_ref()?;
    let mut fitting =
        record.attributes.iter().filter(|one| one.id == asked.id && is_same_schema(&one.schema, &asked.schema));
    match (fitting.next(), fitting.next()) {
        (Some(one), None) => Some(one),
        // Two with neither an id nor a schema of their own: the log's names are true of both.
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;
    use serde_json::Value;

    use super::*;
    use crate::records::{AskedRecord, OutgoingFileRecord, SentDocumentRecord};

    const FIRST_NAME: &str = "http://platform.selfkey.org/schema/attribute/first-name.json";
    const PASSPORT: &str = "http://platform.selfkey.org/schema/attribute/passport.json";

    fn record(state: ApplicationState) -> ApplicationRecord {
        ApplicationRecord {
            version: ApplicationRecord::VERSION,
            profile: 0,
            site: "00".repeat(16),
            site_name: "Sample Shop".to_owned(),
            account: None,
            account_name: "Sample Shop".to_owned(),
            did: "did:example:1".to_owned(),
            destination: None,
            template: Value::from("5f1a"),
            template_name: None,
            state,
            attributes: Vec::new(),
            files: Vec::new(),
            sent: Vec::new(),
            approved: 1,
            created: Timestamp::UNIX_EPOCH,
            submitted: None,
            confirmed: false,
            remote_id: None,
            url: None,
            message: None,
            status: None,
            wanted: Vec::new(),
            checked: None,
        }
    }

    fn sent(id: Option<&str>, schema: &str, label: Option<&str>, value: &str, files: &[&str]) -> SentRecord {
        SentRecord {
            name: "name".to_owned(),
            title: "Title at that time".to_owned(),
            digest: String::new(),
            files: files.iter().map(|name| (*name).to_owned()).collect(),
            value: value.to_owned(),
            documents: files
                .iter()
                .map(|name| SentDocumentRecord {
                    id: "11".repeat(16),
                    name: (*name).to_owned(),
                    mime_type: "image/png".to_owned(),
                    size: 7,
                    sha256: String::new(),
                })
                .collect(),
            asked: Some(AskedRecord {
                id: id.map(str::to_owned),
                schema: schema.to_owned(),
                label: label.map(str::to_owned),
                required: true,
            }),
        }
    }

    fn wanted(id: &str, schema: Option<&str>, invalid: bool) -> WantedRecord {
        WantedRecord {
            id: id.to_owned(),
            schema: schema.map(str::to_owned),
            label: None,
            reason: Some("It is blurred.".to_owned()),
            invalid,
        }
    }

    fn states(record: &ApplicationRecord) -> Vec<(Option<String>, ApplicationItemState)> {
        items(&Types::builtin(), record).into_iter().map(|item| (item.id, item.state)).collect()
    }

    #[test]
    fn what_the_site_wants_again_is_told_by_its_id_and_never_by_its_label() {
        let mut record = record(ApplicationState::Submitted);
        record.sent = vec![
            sent(Some("a"), PASSPORT, Some("Proof"), "1", &["front.png"]),
            sent(Some("b"), PASSPORT, Some("Proof"), "2", &["back.png"]),
        ];
        record.wanted = vec![wanted("b", Some(PASSPORT), true), wanted("c", None, false)];
        let id = |text: &str| Some(text.to_owned());
        assert_eq!(
            states(&record),
            [
                (id("a"), ApplicationItemState::Sent),
                (id("b"), ApplicationItemState::NotAccepted),
                (id("c"), ApplicationItemState::Missing),
            ]
        );
        let items = items(&Types::builtin(), &record);
        assert_eq!((items[1].title.as_str(), items[1].label.as_deref()), ("Passport", Some("Proof")));
        assert_eq!(items[1].reason.as_deref(), Some("It is blurred."));
        assert_eq!(items[0].files[0].size, Some(7));
        assert!(items[0].files[0].arrived);
    }

    #[test]
    fn something_sent_again_is_listed_once_as_it_was_sent_last() {
        let mut record = record(ApplicationState::Submitted);
        record.sent = vec![
            sent(Some("a"), PASSPORT, None, "1", &["old.png"]),
            sent(None, FIRST_NAME, None, "2", &[]),
            sent(Some("a"), PASSPORT, None, "3", &["new.png"]),
            // Without an id a site can ask for the same schema twice: these are two things.
            sent(None, FIRST_NAME, None, "4", &[]),
        ];
        record.wanted = vec![wanted("the site's own", Some(FIRST_NAME), true)];
        let items = items(&Types::builtin(), &record);
        let files: Vec<_> = items.iter().flat_map(|item| &item.files).map(|file| file.name.as_str()).collect();
        assert_eq!(files, ["new.png"]);
        let states: Vec<_> = items.iter().map(|item| item.state).collect();
        assert_eq!(
            states,
            [ApplicationItemState::Sent, ApplicationItemState::Sent, ApplicationItemState::NotAccepted],
            "the site has what it was sent last"
        );
    }

    #[test]
    fn files_on_their_way_say_which_of_them_have_arrived() {
        let mut record = record(ApplicationState::Uploading);
        record.sent = vec![sent(Some("a"), PASSPORT, None, "1", &["front.png", "back.png"])];
        record.attributes = vec![OutgoingRecord {
            id: Some("a".to_owned()),
            schema: PASSPORT.to_owned(),
            label: None,
            value: Value::Null,
            files: vec![("/image".to_owned(), 1), ("/selfie/image".to_owned(), 0)],
        }];
        let file = |name: &str, uploaded: Option<&str>| OutgoingFileRecord {
            document: "11".repeat(16),
            name: name.to_owned(),
            mime_type: "image/png".to_owned(),
            size: 7,
            uploaded: uploaded.map(Value::from),
            tries: 1,
        };
        record.files = vec![file("back.png", None), file("front.png", Some("f1"))];
        let [item] = &items(&Types::builtin(), &record)[..] else { panic!("there is one thing") };
        assert_eq!(item.state, ApplicationItemState::ToSend);
        let files: Vec<_> = item.files.iter().map(|file| (file.name.as_str(), file.arrived, file.place)).collect();
        assert_eq!(files, [("front.png", true, Some(1)), ("back.png", false, Some(0))]);
    }

    #[test]
    fn each_step_of_an_application_says_what_the_site_has() {
        let check = |state: ApplicationState, submitted: bool, expected: ApplicationItemState| {
            let mut record = record(state);
            record.submitted = submitted.then_some(Timestamp::UNIX_EPOCH);
            record.sent = vec![sent(Some("a"), FIRST_NAME, None, "1", &[])];
            assert_eq!(states(&record)[0].1, expected);
        };
        check(ApplicationState::Draft, false, ApplicationItemState::ToSend);
        check(ApplicationState::Submitting, true, ApplicationItemState::MayHaveArrived);
        check(ApplicationState::Unknown, true, ApplicationItemState::MayHaveArrived);
        check(ApplicationState::Submitted, true, ApplicationItemState::Sent);
        check(ApplicationState::Refused, true, ApplicationItemState::Sent);
        check(ApplicationState::Cancelled, true, ApplicationItemState::Sent);
        check(ApplicationState::Cancelled, false, ApplicationItemState::NotSent);
    }
}
