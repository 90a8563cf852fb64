//! What somebody asks for, one by one, and which of it is the same thing as before.

use idw_identity::SchemaUrl;

use crate::{
    fold::fold,
    plain::{line, within_quotes},
    records::{AskedRecord, SentRecord},
    schemas::Types,
    view::{CalledView, ChangeView, Earlier, RequirementView, SentView},
};

/// One thing that is not as it was, or that the user has to know before anything leaves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Difference {
    /// What it was and what it is.
    pub(crate) change: ChangeView,
    /// Whether it lets the asker or others get more, or elsewhere, than the user agreed to before.
    pub(crate) asks: bool,
}

impl Difference {
    pub(crate) fn asking(change: ChangeView) -> Self {
        Self { change, asks: true }
    }

    pub(crate) fn told(change: ChangeView) -> Self {
        Self { change, asks: false }
    }
}

/// A schema's URL in the one spelling that comparing needs: sites write `http:` and `https:`, and spaces at the end.
pub(crate) fn schema_key(schema: &str) -> String {
    SchemaUrl::parse(schema).map_or_else(|_| schema.trim().to_owned(), |url| url.to_wire())
}

/// What it is called, in one phrase: the wallet's own title first, and the site's words for it beside that where they
/// differ. A site can call a passport a first name; what is sent is what the wallet calls it.
pub(crate) fn asked_title(types: &Types, asked: &AskedRecord) -> String {
    called(types, &asked.schema, asked.label.as_deref()).to_string()
}

/// What an attribute is called, by its schema and the words of whoever asks for it.
pub(crate) fn called(types: &Types, schema: &str, label: Option<&str>) -> CalledView {
    let (title, site_title) = match types.of(schema) {
        Some(ty) if ty.is_builtin() => (ty.title().to_owned(), None),
        // Such a title is the site's: it may well be that of something else.
        Some(ty) => (ty.short_name().to_owned(), Some(ty.title())),
        None => (short_name(schema), None),
    };
    let differs = |text: &String| !text.is_empty() && fold(text) != fold(&title);
    let asked_as = [label, site_title].into_iter().flatten().map(within_quotes).find(differs);
    let from_site = types.of(schema).is_none_or(|ty| !ty.is_builtin());
    CalledView { title, asked_as, from_site, which: None }
}

/// A name for an attribute of which nothing but the schema's address is known.
fn short_name(schema: &str) -> String {
    let address = SchemaUrl::parse(schema).map_or_else(|_| line(schema.trim()), |url| url.to_wire());
    let path = address.split(['?', '#']).next().unwrap_or_default().trim_end_matches('/');
    let last = path.rsplit('/').next().unwrap_or_default();
    let name = line(last.strip_suffix(".json").unwrap_or(last));
    if name.is_empty() { address } else { name }
}

/// What something is called that was sent. Entries of the log's first versions have one title, which may be the site's, and
/// the attribute's name.
pub(crate) fn called_of_sent(types: &Types, sent: &SentRecord) -> CalledView {
    if let Some(asked) = &sent.asked {
        return called(types, &asked.schema, asked.label.as_deref());
    }
    let schema = types.find(&sent.name).map_or_else(|| sent.name.clone(), |ty| ty.url().to_wire());
    let own = called(types, &schema, None).title;
    let label = sent.title.strip_prefix(&format!("{own} (“")).and_then(|label| label.strip_suffix("”)"));
    called(types, &schema, Some(label.unwrap_or(&sent.title)))
}

/// What shells show of things that were sent together.
pub(crate) fn sent_views(types: &Types, sent: Vec<SentRecord>) -> Vec<SentView> {
    let ids: Vec<Option<String>> = sent.iter().map(|sent| sent.asked.as_ref()?.id.clone()).collect();
    let view = |sent: SentRecord| SentView {
        called: called_of_sent(types, &sent),
        required: sent.asked.map(|asked| asked.required),
        name: sent.name,
        digest: sent.digest,
        files: sent.files.iter().map(|file| line(file)).collect(),
    };
    let mut views: Vec<SentView> = sent.into_iter().map(view).collect();
    tell_apart(views.iter_mut().map(|view| &mut view.called).zip(ids.iter().map(Option::as_deref)));
    views
}

/// Says of things with the same names which is which: by the asker's id where it tells them apart, else by their place.
pub(crate) fn tell_apart<'a>(things: impl Iterator<Item = (&'a mut CalledView, Option<&'a str>)>) {
    let mut things: Vec<_> = things.map(|(called, id)| (called, id.map(within_quotes))).collect();
    let names: Vec<_> = things.iter().map(|(called, _)| (fold(&called.title), called.asked_as.clone())).collect();
    let ids: Vec<_> = things.iter().map(|(_, id)| id.clone()).collect();
    for (at, (called, id)) in things.iter_mut().enumerate() {
        let same: Vec<usize> = (0..names.len()).filter(|other| names[*other] == names[at]).collect();
        if same.len() < 2 {
            continue;
        }
        let is_once = |id: &String| same.iter().filter(|other| ids[**other].as_ref() == Some(id)).count() == 1;
        called.which = match id.take() {
            Some(id) if !id.is_empty() && is_once(&id) => Some(id),
            _ => Some(same.iter().filter(|other| **other <= at).count().to_string()),
        };
    }
}

/// What is asked for as people read it; `schema` is the asker's own spelling of its URL.
pub(crate) fn requirement_of(types: &Types, asked: &AskedRecord, schema: &str) -> RequirementView {
    RequirementView {
        name: types.name(schema),
        called: called(types, schema, asked.label.as_deref()),
        id: asked.id.clone(),
        label: asked.label.clone(),
        schema: schema.to_owned(),
        known: types.of(schema).is_some(),
        required: asked.required,
    }
}

/// For each thing that the site asks for now, the same thing among what it asked for before: none if it was not among
/// them, or if more than one could be it.
///
/// Two are the same where both the site's id and the schema are; without an id, where the schema is and the site asks for
/// it once, then and now. A label is the site's to choose, so it proves nothing.
pub(crate) fn compared<'a>(before: &'a [AskedRecord], now: &[AskedRecord]) -> Vec<Option<&'a AskedRecord>> {
    now.iter().map(|asked| only(before, asked).filter(|_| only(now, asked).is_some())).collect()
}

/// The one that is the same thing, if exactly one is.
fn only<'a>(all: &'a [AskedRecord], asked: &AskedRecord) -> Option<&'a AskedRecord> {
    let same = |one: &&AskedRecord| one.schema == asked.schema && one.id == asked.id;
    let mut found = all.iter().filter(same);
    let first = found.next()?;
    let is_once = asked.id.is_some() || all.iter().filter(|one| one.schema == asked.schema).count() == 1;
    (found.next().is_none() && is_once).then_some(first)
}

/// What is asked for now and was not then, one by one; `than` says what that was.
pub(crate) fn of_asked(types: &Types, was: &[AskedRecord], is: &[AskedRecord], than: Earlier) -> Vec<Difference> {
    let mut found = Vec::new();
    for (now, before) in is.iter().zip(compared(was, is)) {
        found.extend(of_one(types, before, now, than));
    }
    for gone in was.iter().zip(compared(is, was)).filter_map(|(gone, now)| now.is_none().then_some(gone)) {
        // One of several for the same schema cannot be told from the others: what is asked for is told above.
        if !is.iter().any(|now| now.schema == gone.schema) {
            found.push(Difference::told(ChangeView::NoLongerAsked { title: asked_title(types, gone) }));
        }
    }
    found
}

/// How one thing that is asked for differs from what it was.
fn of_one(types: &Types, before: Option<&AskedRecord>, now: &AskedRecord, than: Earlier) -> Vec<Difference> {
    let title = asked_title(types, now);
    let Some(before) = before else {
        return vec![Difference::asking(ChangeView::NewlyAsked { title, required: now.required, than })];
    };
    let mut found = Vec::new();
    if before.label != now.label {
        let shown = |label: &Option<String>| label.as_deref().map(within_quotes);
        let (was, is) = (shown(&before.label), shown(&now.label));
        let title = called(types, &now.schema, None).title;
        found.push(Difference::asking(ChangeView::CalledOtherwise { title, was, is, than }));
    }
    match (before.required, now.required) {
        (false, true) => found.push(Difference::asking(ChangeView::RequiredNow { title, than })),
        (true, false) => found.push(Difference::told(ChangeView::OptionalNow { title, than })),
        (true, true) | (false, false) => {}
    }
    found
}

#[cfg(test)]
mod tests {
    use idw_identity::AttributeType;
    use serde_json::json;

    use super::*;

    fn asked(id: Option<&str>, schema: &str, label: Option<&str>) -> AskedRecord {
        AskedRecord {
            id: id.map(str::to_owned),
            schema: schema_key(&format!("https://rp.example/{schema}.json")),
            label: label.map(str::to_owned),
            required: true,
        }
    }

    #[test]
    fn the_same_thing_has_the_same_id_and_schema() {
        let check = |before: &[&AskedRecord], now: &[&AskedRecord], expected: &[Option<usize>], why: &str| {
            let owned = |all: &[&AskedRecord]| all.iter().copied().cloned().collect::<Vec<_>>();
            let (before, now) = (owned(before), owned(now));
            let found = compared(&before, &now);
            let expected: Vec<_> = expected.iter().map(|at| at.map(|at| &before[at])).collect();
            assert_eq!(found, expected, "{why}");
        };
        let (a, b) = (asked(Some("a"), "passport", None), asked(Some("b"), "passport", None));
        let plain = asked(None, "passport", None);
        let named = asked(None, "passport", Some("First name"));
        check(&[&a, &b], &[&b, &a], &[Some(1), Some(0)], "the order means nothing");
        check(&[&a], &[&a, &b], &[Some(0), None], "a second one of one schema is new");
        check(&[&plain], &[&plain], &[Some(0)], "without an id by the schema");
        check(&[&plain], &[&named], &[Some(0)], "whatever the label is");
        check(&[&plain], &[&plain, &plain], &[None, None], "which of the two is it?");
        check(&[&plain], &[&plain, &b], &[None, None], "one with an id beside it is a second one");
        check(&[&a, &a], &[&a], &[None], "an id that was given twice means nothing");
        check(&[&a], &[&plain], &[None], "an id that is gone");
        check(&[&a], &[&asked(Some("a"), "first-name", None)], &[None], "the id means another schema now");
        check(&[&asked(None, "x", None)], &[&asked(None, "X", None)], &[None], "schemas have their case");
    }

    #[test]
    fn the_wallets_title_stands_first() {
        let types = Types::builtin();
        let schema = types.find("passport").unwrap().url().to_wire();
        let check = |label: Option<&str>, asked_as: Option<&str>| {
            let found = called(&types, &schema, label);
            assert_eq!((found.title.as_str(), found.asked_as.as_deref()), ("Passport", asked_as), "{label:?}");
            assert!(!found.from_site);
        };
        check(None, None);
        check(Some("passport"), None);
        check(Some(" \u{200b}"), None);
        check(Some("First name"), Some("First name"));
        check(Some("emaN\u{202e} tsriF\r\n"), Some("emaN tsriF"));
        check(Some("name”, required by law"), Some("name', required by law"));
        check(Some(&"x".repeat(4000)), Some(&format!("{}…", "x".repeat(120))));
    }

    #[test]
    fn what_only_the_site_knows_has_the_name_of_its_schema() {
        let card = json!({"$id": "https://rp.example/defs/tax_number.json", "title": "Passport", "type": "string"});
        let url = SchemaUrl::parse("https://rp.example/defs/tax_number.json").unwrap();
        let types = Types::builtin().with(vec![AttributeType::from_schema(url, card).unwrap()]);
        let check = |schema: &str, label: Option<&str>, title: &str, asked_as: Option<&str>| {
            let found = called(&types, schema, label);
            assert_eq!((found.title.as_str(), found.asked_as.as_deref()), (title, asked_as), "{schema}");
            assert!(found.from_site, "{schema}");
        };
        check("https://rp.example/defs/tax_number.json", None, "tax-number", Some("Passport"));
        check("https://rp.example/defs/tax_number.json", Some("Newsletter"), "tax-number", Some("Newsletter"));
        check("https://rp.example/defs/unheard-of.json?v=2", Some("Passport"), "unheard-of", Some("Passport"));
        check("not an address", None, "not an address", None);
    }

    #[test]
    fn two_of_the_same_names_are_told_apart() {
        let check = |given: &[(&str, Option<&str>, Option<&str>)], expected: &[Option<&str>]| {
            let mut all: Vec<CalledView> = given
                .iter()
                .map(|(title, asked_as, _)| CalledView {
                    title: (*title).to_owned(),
                    asked_as: asked_as.map(str::to_owned),
                    ..CalledView::default()
                })
                .collect();
            tell_apart(all.iter_mut().zip(given.iter().map(|(_, _, id)| *id)));
            let which: Vec<_> = all.iter().map(|called| called.which.as_deref()).collect();
            assert_eq!(which, expected, "{given:?}");
        };
        check(&[("Email", None, Some("a")), ("Passport", None, Some("a"))], &[None, None]);
        check(&[("Email", None, Some("a")), ("Email", Some("Work"), Some("a"))], &[None, None]);
        check(&[("Email", None, Some("a")), ("Email", None, Some("b"))], &[Some("a"), Some("b")]);
        check(&[("Email", None, None), ("Email", None, Some("b"))], &[Some("1"), Some("b")]);
        check(&[("Email", None, Some("a")), ("Email", None, Some("a"))], &[Some("1"), Some("2")]);
        check(&[("Email", None, None), ("Visa", None, None), ("Email", None, None)], &[Some("1"), None, Some("2")]);
    }

    #[test]
    fn what_an_old_log_says_was_sent_has_the_wallets_title() {
        let types = Types::builtin();
        let sent = |name: &str, title: &str, asked: Option<AskedRecord>| SentRecord {
            name: name.to_owned(),
            title: title.to_owned(),
            digest: String::new(),
            files: vec!["a\u{202e}gpj.exe".to_owned()],
            value: String::new(),
            documents: Vec::new(),
            asked,
        };
        let passport = types.find("passport").unwrap().url().to_wire();
        let asked = |required| {
            Some(AskedRecord { id: None, schema: passport.clone(), label: Some("First name".to_owned()), required })
        };
        let views = sent_views(
            &types,
            vec![
                sent("passport", "Newsletter preference", None),
                sent("passport", "Passport (“Visa”)", None),
                sent("passport", "Passport (“First name”)", asked(false)),
                sent("https://rp.example/card.json", "Passport", None),
            ],
        );
        let shown: Vec<_> = views
            .iter()
            .map(|view| (view.called.title.as_str(), view.called.asked_as.as_deref(), view.required))
            .collect();
        assert_eq!(
            shown,
            [
                ("Passport", Some("Newsletter preference"), None),
                ("Passport", Some("Visa"), None),
                ("Passport", Some("First name"), Some(false)),
                ("card", Some("Passport"), None),
            ]
        );
        assert!(views[3].called.from_site);
        assert_eq!(views[0].files, ["agpj.exe"]);
    }

    #[test]
    fn what_is_asked_for_is_compared_one_by_one() {
        let types = Types::builtin();
        let than = Earlier::LastTime;
        let check = |was: &AskedRecord, is: &AskedRecord, expected: &[Difference]| {
            // The schemas are a site's own, of which nothing is known.
            assert_eq!(of_asked(&types, std::slice::from_ref(was), std::slice::from_ref(is), than), expected);
        };
        let title = || "passport".to_owned();
        let (plain, named) = (asked(None, "passport", None), asked(None, "passport", Some("First name")));
        let optional = AskedRecord { required: false, ..plain.clone() };
        let label = || Some("First name".to_owned());
        let called = |was, is| Difference::asking(ChangeView::CalledOtherwise { title: title(), was, is, than });
        check(&plain, &plain, &[]);
        check(&plain, &named, &[called(None, label())]);
        check(&named, &plain, &[called(label(), None)]);
        check(&optional, &plain, &[Difference::asking(ChangeView::RequiredNow { title: title(), than })]);
        check(&plain, &optional, &[Difference::told(ChangeView::OptionalNow { title: title(), than })]);
        let other = asked(None, "email", None);
        let new = ChangeView::NewlyAsked { title: "email".to_owned(), required: true, than };
        let gone = ChangeView::NoLongerAsked { title: title() };
        check(&plain, &other, &[Difference::asking(new), Difference::told(gone)]);
    }
}
