//! Which of several values goes: named in advance with `--use`, or chosen at the terminal.

use idw_wallet::{
    same_name,
    view::{AttributeView, ConsentItem, ConsentView},
};
use idw_words::message;
use serde_json::json;

use crate::{
    args::Assignment,
    called,
    fault::{Failure, Fault},
    output::Output,
    page::Page,
    prompt,
    words::{say, shown},
};

/// What goes for one thing that is asked for.
#[derive(Clone, Debug)]
pub(crate) struct Pick<'a> {
    /// What is asked for.
    pub(crate) item: &'a ConsentItem,
    pub(crate) included: bool,
    /// The value that goes if this is included; nothing where there is none.
    value: Option<&'a AttributeView>,
    /// Whether the user named the value, so that it is not asked for again.
    named: bool,
}

impl<'a> Pick<'a> {
    /// The value that goes, if it goes and there is one.
    pub(crate) fn value(&self) -> Option<&'a AttributeView> {
        self.value.filter(|_| self.included)
    }

    /// Whether the value is the one that goes unless the user chooses another.
    pub(crate) fn is_default(&self) -> bool {
        self.value.map(|value| &value.id) == self.item.choices.first().map(|value| &value.id)
    }
}

/// What the view proposes, with the values that were named in advance. Naming a value of something optional sends it.
pub(crate) fn picks<'a>(view: &'a ConsentView, uses: &[Assignment]) -> Result<Vec<Pick<'a>>, Failure> {
    let proposed =
        |item: &'a ConsentItem| Pick { item, included: item.included, value: item.choices.first(), named: false };
    let mut picks: Vec<Pick<'a>> = view.items.iter().map(proposed).collect();
    for wanted in uses {
        let has_id = |pick: &Pick<'_>| pick.item.requirement.id.as_deref() == Some(&wanted.field);
        let is_meant = |pick: &Pick<'_>| is_meant(pick.item, &wanted.field);
        let any_has_id = picks.iter().any(has_id);
        let fits = |pick: &Pick<'_>| if any_has_id { has_id(pick) } else { is_meant(pick) };
        let mut fitting: Vec<&mut Pick<'a>> = picks.iter_mut().filter(|pick| fits(pick)).collect();
        match fitting.as_mut_slice() {
            [] => {
                let names: Vec<&str> = view.items.iter().map(|item| item.requirement.name.as_str()).collect();
                let (site, name) = (&view.site, &wanted.field);
                return Err(Failure::usage(if names.is_empty() {
                    say(message::CliChoiceNothingAsked { site, name })
                } else {
                    say(message::CliChoiceNotAsked { site, name, names: names.join(", ") })
                }));
            }
            [pick] => {
                let value = Some(find(pick.item, &wanted.value)?);
                **pick = Pick { included: true, value, named: true, ..pick.clone() };
            }
            several => {
                let items: Vec<&ConsentItem> = several.iter().map(|pick| pick.item).collect();
                return Err(asked_twice(&view.site, &items, &wanted.field));
            }
        }
    }
    Ok(picks)
}

/// Asks for each thing that goes and of which there are several values, where none was named.
pub(crate) async fn ask(out: &Output, picks: &mut [Pick<'_>]) -> Result<(), Failure> {
    for pick in picks {
        let item = pick.item;
        if !pick.included || pick.named || item.choices.len() < 2 {
            continue;
        }
        out.present(|page| list(page, item));
        let title = called::in_words(&item.requirement.called);
        let question = say(message::CliChoiceQuestion { title, count: item.choices.len() });
        pick.value = loop {
            let answer = prompt::line_async(&question).await?;
            let answer = answer.ok_or_else(|| Failure::new(Fault::Declined, say(message::CliDeclinedUnsent)))?;
            match answered(item, &answer) {
                Some(value) => break Some(value),
                None => out.warn(&say(message::CliChoiceUnknown { answer })),
            }
        };
    }
    Ok(())
}

fn list(page: &mut Page, item: &ConsentItem) {
    let rows: Vec<Vec<String>> = item
        .choices
        .iter()
        .enumerate()
        .map(|(at, value)| {
            let label = value.label.clone().unwrap_or_default();
            let expired = if value.expired { say(message::CliChoiceExpired) } else { String::new() };
            vec![(at + 1).to_string(), shown(&value.summary), label, expired, short(&value.id)]
        })
        .collect();
    let (title, label) = (called::in_words(&item.requirement.called), say(message::CliChoiceLabel));
    page.table(&["", &title, &label, "", &say(message::CliChoiceId)], &rows);
    page.gap();
}

/// The value that an answer means: the first where it is empty, else its number in the list, its label or its id.
fn answered<'a>(item: &'a ConsentItem, answer: &str) -> Option<&'a AttributeView> {
    if answer.is_empty() {
        return item.choices.first();
    }
    let by_number = answer.parse::<usize>().ok().and_then(|number| item.choices.get(number.checked_sub(1)?));
    by_number.or_else(|| find(item, answer).ok())
}

fn is_meant(item: &ConsentItem, name: &str) -> bool {
    let asked = &item.requirement;
    let is_label = asked.label.as_ref().is_some_and(|label| same_name(label, name));
    asked.name == name || same_name(&asked.called.title, name) || is_label || asked.schema == name
}

/// One value must not go to two things that the site asks for unless both are named.
fn asked_twice(site: &str, fitting: &[&ConsentItem], name: &str) -> Failure {
    let failure = Failure::usage(say(message::CliChoiceAskedTwice { site, name }));
    fitting.iter().fold(failure, |failure, item| {
        let asked = &item.requirement;
        let id = asked.id.clone().unwrap_or_else(|| say(message::CliChoiceNoId));
        failure.hint(format!("{id}  {}", called::in_words(&asked.called)))
    })
}

/// A value by its label, its id or the beginning of that.
fn find<'a>(item: &'a ConsentItem, wanted: &str) -> Result<&'a AttributeView, Failure> {
    let by_label = |value: &AttributeView| value.label.as_deref().is_some_and(|label| same_name(label, wanted));
    let by_id = |value: &AttributeView| !wanted.is_empty() && value.id.starts_with(wanted);
    let values = |fits: &dyn Fn(&AttributeView) -> bool| -> Vec<&'a AttributeView> {
        item.choices.iter().filter(|value| fits(value)).collect()
    };
    let title = called::in_words(&item.requirement.called);
    for fitting in [values(&by_label), values(&by_id)] {
        match fitting.as_slice() {
            [] => {}
            [value] => return Ok(value),
            several => {
                let count = several.len();
                return Err(Failure::usage(say(message::CliChoiceAmbiguous { wanted, count, title })));
            }
        }
    }
    let known = |value: &AttributeView| json!({"id": value.id, "label": value.label, "summary": value.summary});
    let failure = Failure::new(Fault::NotFound, say(message::CliChoiceNotFound { title, wanted }));
    let failure = failure.detail("choices", item.choices.iter().map(known).collect());
    Err(item.choices.iter().fold(failure, |failure, value| {
        let (id, value, label) = (short(&value.id), &value.summary, value.label.as_deref());
        failure.hint(match label {
            Some(label) => say(message::CliChoiceValue { id, value, label }),
            None => format!("{id}  {}", shown(value)),
        })
    }))
}

/// As much of an id as people type.
fn short(id: &str) -> String {
    id.chars().take(8).collect()
}

#[cfg(test)]
mod tests {
    use idw_wallet::view::{CalledView, ExpiryState, OriginView, RequirementView};

    use super::*;

    fn value(id: &str, label: Option<&str>) -> AttributeView {
        AttributeView {
            id: id.to_owned(),
            name: "email".to_owned(),
            title: "Email".to_owned(),
            schema: String::new(),
            label: label.map(str::to_owned),
            summary: String::new(),
            value: json!(""),
            documents: Vec::new(),
            provenance: String::new(),
            origin: OriginView::Entered,
            lacks: Vec::new(),
            created: String::new(),
            changed: String::new(),
            expires: None,
            expired: false,
            expiry: ExpiryState::None,
            days_left: None,
            last_sent: Vec::new(),
            size: 0,
            is_default: false,
        }
    }

    fn item() -> ConsentItem {
        ConsentItem {
            id: "w1".to_owned(),
            requirement: RequirementView {
                name: "email".to_owned(),
                called: CalledView { title: "Email".to_owned(), ..CalledView::default() },
                id: None,
                label: None,
                schema: "http://s.example/email.json".to_owned(),
                known: true,
                required: true,
            },
            choices: vec![value("a1b2", Some("home")), value("a1c3", Some("Work")), value("2222", None)],
            missing: None,
            notes: Vec::new(),
            too_large: Vec::new(),
            included: true,
            new_request: false,
            already_sent: None,
            refused: None,
        }
    }

    #[test]
    fn a_value_is_found_by_its_label_or_id() {
        let item = item();
        let check = |wanted: &str, expected: Option<&str>| {
            assert_eq!(find(&item, wanted).ok().map(|value| value.id.as_str()), expected, "{wanted}");
        };
        check("home", Some("a1b2"));
        check("work", Some("a1c3"));
        check("a1c3", Some("a1c3"));
        check("a1b", Some("a1b2"));
        check("a1", None);
        check("2", Some("2222"));
        check("other", None);
        check("", None);
    }

    #[test]
    fn an_answer_is_a_place_a_label_or_nothing() {
        let item = item();
        let check = |answer: &str, expected: Option<&str>| {
            assert_eq!(answered(&item, answer).map(|value| value.id.as_str()), expected, "{answer:?}");
        };
        check("", Some("a1b2"));
        check("1", Some("a1b2"));
        check("3", Some("2222"));
        check("0", None);
        check("4", None);
        check("Work", Some("a1c3"));
        check("2222", Some("2222"));
    }

    #[test]
    fn an_attribute_is_meant_by_name_title_or_schema() {
        let item = item();
        for name in ["email", "EMAIL", "http://s.example/email.json"] {
            assert!(is_meant(&item, name), "{name}");
        }
        assert!(!is_meant(&item, "phone-number"));
    }
}
