//! Generates `ui/src/lib/catalogue.ts`, by which TypeScript checks ids and arguments, and fails when the file in the
//! repository is another. `IDW_WRITE_BINDINGS=1` writes it.

use std::{env, fmt::Write as _, fs, path::Path};

use crate::catalogue::{self, Catalogue, Kind};

const FILE: &str = "../../ui/src/lib/catalogue.ts";

const HEAD: &str = "\
// Generated from assets/locales/en; do not edit. To renew it:
// IDW_WRITE_BINDINGS=1 cargo test -p idw-words bindings

/** Every message of the catalogue, with what it takes. */
export interface Catalogue {
";

#[test]
fn bindings_are_those_of_the_catalogue() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let english = root.join("../../assets/locales/en");
    let catalogue = Catalogue::of_files(catalogue::page_files(&english).unwrap()).unwrap();
    let generated = types(&catalogue);
    let path = root.join(FILE);
    if env::var_os("IDW_WRITE_BINDINGS").is_some_and(|value| value == "1") {
        fs::write(&path, &generated).unwrap();
    }
    assert!(
        fs::read_to_string(&path).unwrap() == generated,
        "ui/src/lib/catalogue.ts is stale: run `IDW_WRITE_BINDINGS=1 cargo test -p idw-words bindings`",
    );
}

fn types(catalogue: &Catalogue) -> String {
    let mut text = HEAD.to_owned();
    for (id, message) in &catalogue.messages {
        let arguments: Vec<String> = message
            .arguments
            .iter()
            .map(|(name, kind)| match kind {
                Kind::Text => format!("{name}: string"),
                Kind::Number => format!("{name}: number"),
            })
            .collect();
        let arguments =
            if arguments.is_empty() { "undefined".to_owned() } else { format!("{{ {} }}", arguments.join("; ")) };
        writeln!(text, "  /** {} */\n  '{id}': {arguments};", message.source.replace("*/", "* /")).unwrap();
    }
    text.push_str("}\n");
    text
}
