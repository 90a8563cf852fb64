//! Which of several values goes: named in advance with `--use`, or chosen at the terminal.

use idw_wallet::{
    same_name,
    view::{AttributeView, ConsentItem, ConsentView},
};
use serde_json::json;

use crate::{
    args::Assignment,
    fault::{Failure, Fault},
    output::Output,
    page::Page,
    prompt,
};

/// What goes for one item of the view.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Pick {
    pub(crate) included: bool,
    /// The place of the value among the choices.
    pub(crate) at: usize,
    /// Whether the user named the value, so that it is not asked for again.
    pub(crate) named: bool,
}

impl Pick {
    /// The value that goes, if it goes and there is one.
    pub(crate) fn value<'a>(&self, item: &'a ConsentItem) -> Option<&'a AttributeView> {
        item.choices.get(self.at).filter(|_| self.included)
    }
}

/// What the view proposes, with the values that were named in advance. Naming a value of something optional sends it.
pub(crate) fn picks(view: &ConsentView, uses: &[Assignment]) -> Result<Vec<Pick>, Failure> {
    let mut picks: Vec<Pick> =
        view.items.iter().map(|item| Pick { included: item.included, at: 0, named: false }).collect();
    for wanted in uses {
        let has_id = |at: &usize| view.items[*at].requirement.id.as_deref() == Some(&wanted.field);
        let by_id: Vec<usize> = (0..view.items.len()).filter(has_id).collect();
        let is_meant = |at: &usize| is_meant(&view.items[*at], &wanted.field);
        let fitting = if by_id.is_empty() { (0..view.items.len()).filter(is_meant).collect() } else { by_id };
        if fitting.is_empty() {
            let asks: Vec<&str> = view.items.iter().map(|item| item.requirement.name.as_str()).collect();
            let asks = if asks.is_empty() { "nothing".to_owned() } else { asks.join(", ") };
            let message = format!("{} does not ask for '{}'; it asks for {asks}", view.site, wanted.field);
            return Err(Failure::usage(message));
        }
        if fitting.len() > 1 {
            return Err(asked_twice(view, &fitting, &wanted.field));
        }
        for at in fitting {
            let value = find(&view.items[at], &wanted.value)?;
            picks[at] = Pick { included: true, at: value, named: true };
        }
    }
    Ok(picks)
}

/// Asks for each thing that goes and of which there are several values, where none was named.
pub(crate) async fn ask(out: &Output, view: &ConsentView, picks: &mut [Pick]) -> Result<(), Failure> {
    for (item, pick) in view.items.iter().zip(picks) {
        if !pick.included || pick.named || item.choices.len() < 2 {
            continue;
        }
        out.present(|page| list(page, item));
        let question = format!("Send which {}, 1 to {}? [1]", item.requirement.title, item.choices.len());
        pick.at = loop {
            let answer = prompt::line_async(&question).await?;
            let answer = answer.ok_or_else(|| Failure::new(Fault::Declined, "you declined; nothing was sent"))?;
            match answered(item, &answer) {
                Some(at) => break at,
                None => out.warn(&format!("'{answer}' is none of them")),
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
            let expired = if value.expired { "expired" } else { "" };
            vec![(at + 1).to_string(), value.summary.clone(), label, expired.to_owned(), short(&value.id)]
        })
        .collect();
    page.table(&["", &item.requirement.title.to_uppercase(), "LABEL", "", "ID"], &rows);
    page.gap();
}

/// The place of the value that an answer means: nothing for the first, its number, its label or its id.
fn answered(item: &ConsentItem, answer: &str) -> Option<usize> {
    if answer.is_empty() {
        return Some(0);
    }
    let by_place = answer.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
    by_place.filter(|at| *at < item.choices.len()).or_else(|| find(item, answer).ok())
}

fn is_meant(item: &ConsentItem, name: &str) -> bool {
    let asked = &item.requirement;
    let is_label = asked.label.as_ref().is_some_and(|label| same_name(label, name));
    asked.name == name || same_name(&asked.title, name) || is_label || asked.schema == name
}

/// One value must not go to two things that the site asks for unless both are named.
fn asked_twice(view: &ConsentView, fitting: &[usize], name: &str) -> Failure {
    let message = format!(
        "{} asks for '{name}' more than once; nothing was sent, use the site's id to say which one you mean",
        view.site
    );
    fitting.iter().fold(Failure::usage(message), |failure, at| {
        let asked = &view.items[*at].requirement;
        failure.hint(format!("{}  {}", asked.id.as_deref().unwrap_or("(no id)"), asked.title))
    })
}

/// A value by its label, its id or the beginning of that.
fn find(item: &ConsentItem, wanted: &str) -> Result<usize, Failure> {
    let by_label = |value: &AttributeView| value.label.as_deref().is_some_and(|label| same_name(label, wanted));
    let by_id = |value: &AttributeView| !wanted.is_empty() && value.id.starts_with(wanted);
    let places = |fits: &dyn Fn(&AttributeView) -> bool| -> Vec<usize> {
        item.choices.iter().enumerate().filter(|(_, value)| fits(value)).map(|(at, _)| at).collect()
    };
    let title = &item.requirement.title;
    for fitting in [places(&by_label), places(&by_id)] {
        match fitting.as_slice() {
            [] => {}
            [at] => return Ok(*at),
            several => {
                let message = format!("'{wanted}' fits {} values of {title}; give more of the id", several.len());
                return Err(Failure::usage(message));
            }
        }
    }
    let message = format!("no {title} that the site would take is called '{wanted}'; nothing was sent");
    let known = |value: &AttributeView| json!({"id": value.id, "label": value.label, "summary": value.summary});
    let failure = Failure::new(Fault::NotFound, message);
    let failure = failure.detail("choices", item.choices.iter().map(known).collect());
    Err(item.choices.iter().fold(failure, |failure, value| {
        let label = value.label.as_deref().map_or_else(String::new, |label| format!("  ({label})"));
        failure.hint(format!("{}  {}{label}", short(&value.id), value.summary))
    }))
}

/// As much of an id as people type.
fn short(id: &str) -> String {
    id.chars().take(8).collect()
}

#[cfg(test)]
mod tests {
    use idw_wallet::view::{ExpiryState, OriginView, RequirementView};

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
            requirement: RequirementView {
                name: "email".to_owned(),
                title: "Email".to_owned(),
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
            refused: None,
        }
    }

    #[test]
    fn a_value_is_found_by_its_label_or_id() {
        let item = item();
        let check = |wanted: &str, expected: Option<usize>| assert_eq!(find(&item, wanted).ok(), expected, "{wanted}");
        check("home", Some(0));
        check("work", Some(1));
        check("a1c3", Some(1));
        check("a1b", Some(0));
        check("a1", None);
        check("2", Some(2));
        check("other", None);
        check("", None);
    }

    #[test]
    fn an_answer_is_a_place_a_label_or_nothing() {
        let item = item();
        let check = |answer: &str, expected: Option<usize>| assert_eq!(answered(&item, answer), expected, "{answer:?}");
        check("", Some(0));
        check("1", Some(0));
        check("3", Some(2));
        check("4", None);
        check("Work", Some(1));
        check("2222", Some(2));
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
