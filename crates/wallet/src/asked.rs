//! What somebody asks for, one by one, and which of it is the same thing as before.

use idw_identity::SchemaUrl;

use crate::{
    records::AskedRecord,
    schemas::Types,
    view::{ChangeView, Earlier, RequirementView},
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

/// What it is called: the wallet's own title first, and the site's words for it beside that where they differ. A site can
/// call a passport a first name; what is sent is what the wallet calls it.
pub(crate) fn asked_title(types: &Types, asked: &AskedRecord) -> String {
    title_with_label(&types.title(&asked.schema), asked.label.as_deref())
}

/// The wallet's title for something, and the site's label where it says something else.
pub(crate) fn title_with_label(own: &str, label: Option<&str>) -> String {
    match label {
        Some(label) if crate::fold::fold(label) != crate::fold::fold(own) => format!("{own} (“{label}”)"),
        _ => own.to_owned(),
    }
}

/// What is asked for as people read it; `schema` is the asker's own spelling of its URL.
pub(crate) fn requirement_of(types: &Types, asked: &AskedRecord, schema: &str) -> RequirementView {
    RequirementView {
        name: types.name(schema),
        title: title_with_label(&types.title(schema), asked.label.as_deref()),
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
        let (was, is) = (before.label.clone(), now.label.clone());
        let title = types.title(&now.schema);
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
        let check = |label: Option<&str>, expected: &str| assert_eq!(title_with_label("Passport", label), expected);
        check(None, "Passport");
        check(Some("passport"), "Passport");
        check(Some("First name"), "Passport (“First name”)");
    }

    #[test]
    fn what_is_asked_for_is_compared_one_by_one() {
        let types = Types::builtin();
        let than = Earlier::LastTime;
        let check = |was: &AskedRecord, is: &AskedRecord, expected: &[Difference]| {
            assert_eq!(of_asked(&types, std::slice::from_ref(was), std::slice::from_ref(is), than), expected);
        };
        let title = || types.title(&asked(None, "passport", None).schema);
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
        let new = ChangeView::NewlyAsked { title: types.title(&other.schema), required: true, than };
        let gone = ChangeView::NoLongerAsked { title: title() };
        check(&plain, &other, &[Difference::asking(new), Difference::told(gone)]);
    }
}
