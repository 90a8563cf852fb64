//! Which messages the programs use: one that the page asks for and the catalogue lacks fails, and so does one that
//! nobody uses.
//!
//! In Rust a message that is missing does not compile. In the page it fails the check of types too.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use regex::Regex;

use crate::catalogue::Catalogue;

/// Where Rust code uses messages. Not this crate: its tests would use all of them.
const RUST: [&str; 2] = ["crates", "src-tauri/src"];
const PAGE: [&str; 1] = ["ui/src"];

/// Messages that this crate finds by an id that it puts together.
const FAMILIES: [&str; 2] = ["country-", "format-"];

#[derive(Debug, PartialEq, Eq)]
enum Fault {
    /// Asked for in this file of the page, and not in the catalogue.
    Missing { id: String, file: String },
    /// In the catalogue, and used nowhere.
    Unused { id: String },
}

/// A file's name and text.
type Source = (String, String);

#[test]
fn every_message_exists_and_is_used() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let catalogue = Catalogue::read(&root.join("assets/locales/en")).unwrap();
    let rust = sources(&root, &RUST, &["rs"]);
    let page = sources(&root, &PAGE, &["ts", "svelte"]);
    assert!(rust.len() > 300 && page.len() > 100, "only {} and {} files were found", rust.len(), page.len());
    let faults = check(&catalogue, &rust, &page);
    assert!(faults.is_empty(), "{faults:#?}");
}

fn check(catalogue: &Catalogue, rust: &[Source], page: &[Source]) -> Vec<Fault> {
    let in_rust = Regex::new(r"\bmessage::([A-Z]\w*)").unwrap();
    // What is said by its id, and what stands in a table of ids.
    let said = Regex::new(r#"\bsay\(\s*(?:'([^']*)'|"([^"]*)"|`([^`]*)`)"#).unwrap();
    let quoted = Regex::new(r#"'([a-z][a-z0-9-]*)'|"([a-z][a-z0-9-]*)""#).unwrap();

    let mut faults = Vec::new();
    let mut used: BTreeSet<String> = catalogue.referred_to.clone();
    let types: BTreeSet<&str> = rust
        .iter()
        .flat_map(|(_, text)| in_rust.captures_iter(text))
        .filter_map(|found| Some(found.get(1)?.as_str()))
        .collect();
    used.extend(catalogue.messages.keys().filter(|id| types.contains(type_name(id).as_str())).cloned());
    for (file, text) in page {
        for found in said.captures_iter(text) {
            let id = first_group(&found);
            if !catalogue.messages.contains_key(id) {
                faults.push(Fault::Missing { id: id.to_owned(), file: file.clone() });
            }
        }
        used.extend(quoted.captures_iter(text).map(|found| first_group(&found).to_owned()));
    }
    let terms = catalogue.terms.iter().map(|term| format!("-{term}"));
    let unused = catalogue
        .messages
        .keys()
        .cloned()
        .chain(terms)
        .filter(|id| !used.contains(id) && !FAMILIES.iter().any(|family| id.starts_with(family)));
    faults.extend(unused.map(|id| Fault::Unused { id }));
    faults
}

fn first_group<'a>(found: &regex::Captures<'a>) -> &'a str {
    found.iter().skip(1).flatten().next().map_or("", |group| group.as_str())
}

/// As the build script names the types.
fn type_name(id: &str) -> String {
    id.split('-').map(|word| word[..1].to_uppercase() + &word[1..]).collect()
}

/// What ships: no tests of the page, nothing generated, and nothing of this crate.
fn sources(root: &Path, folders: &[&str], extensions: &[&str]) -> Vec<Source> {
    let mut found = Vec::new();
    let mut left: Vec<PathBuf> = folders.iter().map(|folder| root.join(folder)).collect();
    while let Some(folder) = left.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_str().unwrap();
            if path.is_dir() {
                if !["words", "tests", "testing"].contains(&name) {
                    left.push(path);
                }
            } else if extensions.iter().any(|extension| name.ends_with(&format!(".{extension}")))
                && !name.ends_with(".test.ts")
                && name != "catalogue.ts"
            {
                found
                    .push((path.strip_prefix(root).unwrap().display().to_string(), fs::read_to_string(&path).unwrap()));
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    const FTL: &str = "\
-left = It was left.
row = A row
row-title = { $title }: { row }
row-count = { $count ->
    [one] one row
   *[other] { $count } rows. { -left }
}
";

    fn faults(rust: &str, page: &str) -> Vec<Fault> {
        let catalogue = Catalogue::parse(&[("rows.ftl".to_owned(), FTL.to_owned())]).unwrap();
        let source = |text: &str| [("a file".to_owned(), text.to_owned())];
        check(&catalogue, &source(rust), &source(page))
    }

    fn missing(id: &str) -> Fault {
        Fault::Missing { id: id.to_owned(), file: "a file".to_owned() }
    }

    fn unused(id: &str) -> Fault {
        Fault::Unused { id: id.to_owned() }
    }

    #[test]
    fn a_message_is_used_in_rust_in_the_page_or_by_another() {
        let rust = "words.say(&message::RowCount { count: 3 })";
        assert_eq!(faults(rust, "{say('row-title', { title })}"), []);
        assert_eq!(faults(rust, "const ids = { title: 'row-title' } as const;"), []);
        assert_eq!(faults(rust, r#"<Row title={say("row-title", { title })} />"#), []);
    }

    #[test]
    fn a_message_that_nobody_uses_is_found() {
        assert_eq!(faults("message::RowCount", ""), [unused("row-title")]);
        assert_eq!(faults("message::RowTitle", ""), [unused("row-count")]);
        assert_eq!(faults("RowTitle and message::RowCountry", "row-count"), [unused("row-count"), unused("row-title")]);
    }

    #[test]
    fn a_term_that_nobody_uses_is_found() {
        let ftl = "-left = It was left.\nrow = A row".to_owned();
        let catalogue = Catalogue::parse(&[("rows.ftl".to_owned(), ftl)]).unwrap();
        assert_eq!(check(&catalogue, &[("a file".to_owned(), "message::Row".to_owned())], &[]), [unused("-left")]);
    }

    #[test]
    fn a_message_that_is_missing_is_found() {
        let rust = "message::RowCount message::RowTitle";
        assert_eq!(
            faults(rust, "say('row-title') say(`row-nine`) say(\n  'no', {})"),
            [missing("row-nine"), missing("no")]
        );
    }

    #[test]
    fn arguments_are_found_with_what_they_are() {
        use crate::catalogue::Kind::{Number, Text};
        let catalogue = Catalogue::parse(&[("rows.ftl".to_owned(), FTL.to_owned())]).unwrap();
        let arguments = |id: &str| catalogue.messages[id].arguments.clone().into_iter().collect::<Vec<_>>();
        assert_eq!(arguments("row"), []);
        assert_eq!(arguments("row-title"), [("title".to_owned(), Text)]);
        assert_eq!(arguments("row-count"), [("count".to_owned(), Number)]);
    }

    #[test]
    fn what_would_go_wrong_at_run_time_stops_the_build() {
        let refused = |ftl: &str, why: &str| {
            let error = Catalogue::parse(&[("rows.ftl".to_owned(), ftl.to_owned())]).unwrap_err();
            assert!(error.contains(why), "{ftl}: {error}");
        };
        refused("row = one\nrow = two", "rows.ftl: row is there twice");
        refused("row = one\n\n\nnine = { $", "rows.ftl:4");
        refused("row = { other }", "row refers to other, which is missing");
        refused("row = { -other }", "row refers to -other, which is missing");
        refused("row = { row }", "row refers to itself");
        refused("row = { nine }\nnine = { row }", "refers to itself");
        refused("row = { NUMBER($count) }", "row calls NUMBER");
        refused("row = { $maxSize }", "row takes $maxSize");
        refused("row = { -term }\n-term = { $count }", "-term takes $count");
        refused("row =\n    .title = Title", "row has no text");
        refused("row = Row\n    .title = Title", "row has attributes");
    }
}
