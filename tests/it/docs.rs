//! What the documents say exists, exists: paths, symbols, packages, commands.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use idw_journeys::{built, repository};
use regex::Regex;

/// The documents whose every `code span` is looked up.
const LOOKED_UP: &[&str] = &["docs/architecture.md", "docs/security.md"];

#[test]
fn paths_in_the_documents_exist() {
    let mut checked = 0;
    for document in LOOKED_UP.iter().chain(&["README.md"]) {
        for span in spans(document).iter().filter(|span| is_path(span)) {
            let path = repository().join(span.trim_end_matches('/'));
            assert!(path.exists(), "{document} names {span}, which is not there");
            checked += 1;
        }
    }
    assert!(checked >= 15, "only {checked} paths were found in the documents");
}

#[test]
fn links_in_the_documents_lead_somewhere() {
    let link = Regex::new(r"\]\(([^)#\s]+)").expect("a pattern");
    for document in documents() {
        let text = read(&document);
        for target in link.captures_iter(&text).map(|found| found[1].to_owned()) {
            if target.contains("://") {
                continue;
            }
            let from = repository().join(&document);
            let path = from.parent().expect("a document is in a folder").join(&target);
            assert!(path.exists(), "{document} links to {target}, which is not there");
        }
    }
}

#[test]
fn symbols_in_the_documents_are_declared() {
    let symbol = Regex::new(r"^(?:[a-z_]+::)*([A-Z][A-Za-z0-9]+)(?:::([a-z_]+))?$").expect("a pattern");
    let declared = declarations();
    let mut checked = 0;
    for document in LOOKED_UP {
        for span in spans(document) {
            let Some(found) = symbol.captures(&span) else {
                continue;
            };
            let names = [found.get(1), found.get(2)];
            for name in names.into_iter().flatten().map(|name| name.as_str()) {
                assert!(declared.contains(name), "{document} names {name}, which is declared nowhere");
                checked += 1;
            }
        }
    }
    assert!(checked >= 15, "only {checked} symbols were found in the documents");
}

#[test]
fn packages_in_the_documents_exist() {
    let package = Regex::new("^idw-[a-z-]+$").expect("a pattern");
    let known: BTreeSet<String> = sources(".", "rs")
        .iter()
        .filter_map(|path| path.ancestors().find(|folder| folder.join("Cargo.toml").is_file()))
        .map(|folder| fs::read_to_string(folder.join("Cargo.toml")).expect("a manifest"))
        .flat_map(|manifest| names_in(&manifest))
        .collect();
    for document in LOOKED_UP {
        for span in spans(document).iter().filter(|span| package.is_match(span)) {
            assert!(known.contains(span), "{document} names {span}, which is no package or program");
        }
    }
}

#[test]
fn the_readme_names_only_commands_that_exist() {
    let command = Regex::new(r"(?m)^\s*(?:\$ )?idw ((?:[a-z]+ ?)+)").expect("a pattern");
    let readme = read("README.md");
    let mut checked = BTreeSet::new();
    for found in command.captures_iter(&readme) {
        let words: Vec<_> = found[1].split_whitespace().collect();
        // The first word is a command; a second one is its own command or a value.
        checked.insert(words[0].to_owned());
    }
    assert!(checked.len() >= 8, "the README shows only {checked:?}");
    for word in checked {
        let output = Command::new(built("idw")).args([&word, "--help"]).output().expect("idw starts");
        assert!(output.status.success(), "the README shows `idw {word}`, which is no command");
    }
}

#[test]
fn the_readme_names_only_tasks_that_exist() {
    let tasks = fs::read_to_string(repository().join("xtask/src/main.rs")).expect("xtask's source");
    let task = Regex::new("cargo xtask ([a-z]+)").expect("a pattern");
    for found in task.captures_iter(&read("README.md")) {
        let name = &found[1];
        let variant = format!("    {}{}", name[..1].to_uppercase(), &name[1..]);
        assert!(tasks.contains(&variant), "the README names `cargo xtask {name}`, which is no task");
    }
}

fn documents() -> Vec<String> {
    let mut found = vec!["README.md".to_owned(), "CHANGELOG.md".to_owned()];
    for entry in fs::read_dir(repository().join("docs")).expect("docs").flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        if Path::new(&name).extension().is_some_and(|extension| extension == "md") {
            found.push(format!("docs/{name}"));
        }
    }
    found
}

fn read(document: &str) -> String {
    fs::read_to_string(repository().join(document)).unwrap_or_else(|error| panic!("{document}: {error}"))
}

/// The code spans of a document, outside of blocks.
fn spans(document: &str) -> Vec<String> {
    let text = read(document);
    let outside: String = text.split("```").step_by(2).collect();
    let span = Regex::new("`([^`\n]+)`").expect("a pattern");
    span.captures_iter(&outside).map(|found| found[1].to_owned()).collect()
}

/// A path of this repository: its first part is one of the repository's own folders.
fn is_path(span: &str) -> bool {
    let folders = ["crates", "src-tauri", "ui", "assets", "tests", "docs", "xtask", ".ci", ".config", ".cargo"];
    let made_when_building = ["ui/dist", "ui/node_modules"];
    let is_made = made_when_building.iter().any(|made| span.starts_with(made));
    let is_pattern = span.contains(['*', '<', '{', ' ']);
    span.split_once('/').is_some_and(|(first, _)| folders.contains(&first)) && !is_made && !is_pattern
}

/// Every name that is declared in a Rust source of ours.
fn declarations() -> BTreeSet<String> {
    let declaration = Regex::new(r"\b(?:struct|enum|trait|type|fn|const|static|mod|union)\s+([A-Za-z_][A-Za-z0-9_]*)")
        .expect("a pattern");
    let variant = Regex::new(r"(?m)^\s+([A-Z][A-Za-z0-9]+)\s*[,({]").expect("a pattern");
    let mut names = BTreeSet::new();
    for path in sources("crates", "rs").into_iter().chain(sources("src-tauri", "rs")) {
        let text = fs::read_to_string(path).expect("a source");
        for pattern in [&declaration, &variant] {
            names.extend(pattern.captures_iter(&text).map(|found| found[1].to_owned()));
        }
    }
    let in_the_page =
        Regex::new(r"(?m)^export (?:abstract )?(?:class|interface|type|function|const) ([A-Za-z_][A-Za-z0-9_]*)")
            .expect("a pattern");
    for path in sources("ui/src", "ts") {
        let text = fs::read_to_string(path).expect("a source");
        names.extend(in_the_page.captures_iter(&text).map(|found| found[1].to_owned()));
    }
    names
}

/// The files below a folder whose names end so.
fn sources(below: &str, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![repository().join(below)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder").flatten() {
            let path = entry.path();
            let name = entry.file_name();
            if path.is_dir() {
                let is_ours = name != "target" && name != "node_modules" && name != ".git";
                folders.extend(is_ours.then_some(path));
            } else if path.extension().is_some_and(|extension| extension == ending) {
                found.push(path);
            }
        }
    }
    found
}

/// Names of packages and of programs in a manifest.
fn names_in(manifest: &str) -> Vec<String> {
    let name = Regex::new(r#"(?m)^name = "([^"]+)""#).expect("a pattern");
    name.captures_iter(manifest).map(|found| found[1].to_owned()).collect()
}
