//! The language of the command line: `--lang`, else `IDW_LANG`, else English. What scripts rely on does not change with it.

use idw_journeys::{Home, Run};
use serde_json::{Value, json};

/// Ways to ask for a language (the option, the variable), each with the tag of the language that is spoken.
const WAYS: [(Option<&str>, Option<&str>, &str); 7] = [
    (None, None, "en"),
    (Some("de"), None, "de"),
    (None, Some("de"), "de"),
    (None, Some("de_AT.UTF-8"), "de"),
    (Some("en"), Some("de"), "en"),
    (Some("de-CH"), Some("en"), "de"),
    // Nobody has to have a catalogue of what their system speaks.
    (None, Some("fr"), "en"),
];

/// Runs `idw` with the option and the variable, where there are any.
fn run(home: &Home, (option, variable): (Option<&str>, Option<&str>), words: &[&str]) -> Run {
    let mut command = home.command();
    if let Some(tag) = variable {
        command.env("IDW_LANG", tag);
    }
    if let Some(tag) = option {
        command.args(["--lang", tag]);
    }
    Run::from(command.args(words).output().expect("idw starts"))
}

fn of_language<'a>(language: &str, english: &'a str, german: &'a str) -> &'a str {
    if language == "de" { german } else { english }
}

#[test]
fn an_error_is_in_the_language_and_its_codes_are_not() {
    let home = Home::with_vault();
    for (option, variable, language) in WAYS {
        let way = (option, variable);
        let (label, text) = of_language(
            language,
            "error: |already holds a vault. Nothing was changed.",
            "Fehler: |liegt schon ein Tresor. Es wurde nichts geändert.",
        )
        .split_once('|')
        .expect("a label and a text");
        let hint = of_language(language, "To create another wallet", "Um eine weitere Wallet zu erstellen");
        let said = run(&home, way, &["init"]).must_fail(1);
        assert!(said.starts_with(label) && said.contains(text) && said.contains(hint), "{way:?}: {said}");

        let run = run(&home, way, &["--json", "init"]);
        assert_eq!(run.code, 1, "{way:?}: {run:?}");
        let error = &run.json()["error"];
        assert_eq!(error["code"], "exists", "{way:?}: {error}");
        assert!(error["message"].as_str().is_some_and(|message| message.contains(text)), "{way:?}: {error}");
        assert!(error["hints"][0].as_str().is_some_and(|line| line.starts_with(hint)), "{way:?}: {error}");
    }
}

#[test]
fn a_confirmation_is_in_the_language_and_a_document_is_not() {
    let home = Home::with_vault();
    let description = json!({
        "website": {"name": "Shop", "url": "https://shop.example"}, "rootEndpoint": "https://shop.example/lws",
        "attributes": [], "did": true,
    });
    let path = home.write_outside("site.json", description.to_string().as_bytes()).display().to_string();
    home.ok(["site", "add", "--config", &path]);
    for (option, variable, language) in WAYS {
        let way = (option, variable);
        let run = |words: &[&str]| {
            let run = run(&home, way, words);
            assert_eq!(run.code, 0, "{way:?} {words:?}: {run:?}");
            run
        };
        let renewed = run(&["site", "add", "--config", &path]).stdout;
        let expected = of_language(language, "Updated Shop.\n", "Shop wurde aktualisiert.\n");
        assert!(renewed.starts_with(expected), "{way:?}: {renewed}");
        let shown = run(&["site", "show", "Shop"]).stdout;
        assert!(shown.contains(of_language(language, "Connection", "Verbindung")), "{way:?}: {shown}");
        let site: Value = run(&["--json", "site", "show", "Shop"]).json();
        assert_eq!((&site["name"], &site["connection"]), (&json!("Shop"), &json!("tls")), "{way:?}");
    }
}

#[test]
fn arguments_that_are_not_understood_are_told_of_in_the_language_where_there_is_none() {
    let home = Home::empty();
    let refused = |words: &[&str]| {
        let mut command = home.program("idw");
        let run = Run::from(command.args(words).output().expect("idw starts"));
        assert_eq!(run.code, 2, "{words:?}: {run:?}");
        run
    };
    let code = |run: Run| run.json()["error"].clone();
    let german = code(refused(&["--json", "--lang", "de"]));
    assert_eq!(
        (&german["code"], &german["message"]),
        (&json!("usage"), &json!("Sie haben keinen Befehl genannt. `idw --help` zeigt alle Befehle."))
    );
    let unknown = refused(&["--lang", "xx", "account", "list"]).stderr;
    assert!(unknown.contains("en (English) and de (German)"), "{unknown}");
}
