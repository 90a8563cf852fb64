//! Makes a type of every message of the English catalogue, and embeds the files of every language.

use std::{
    env,
    error::Error,
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
};

#[path = "src/catalogue.rs"]
mod catalogue;

use catalogue::{Catalogue, Kind, Message};

/// A folder for each language.
const FOLDER: &str = "../../assets/locales";

/// English is what the others are translations of: it has every message.
const ENGLISH: &str = "en";

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed={FOLDER}");
    let folder = Path::new(&env::var("CARGO_MANIFEST_DIR")?).join(FOLDER).canonicalize()?;
    let catalogue = Catalogue::read(&folder.join(ENGLISH))?;
    let out = PathBuf::from(env::var("OUT_DIR")?);
    fs::write(out.join("message.rs"), types(&catalogue)?)?;
    fs::write(out.join("files.rs"), embedded(&folder)?)?;
    Ok(())
}

/// An array of the languages, each with its tag and the texts of its files.
fn embedded(folder: &Path) -> Result<String, Box<dyn Error>> {
    let mut text = String::from("&[\n");
    for language in catalogue::languages(folder)? {
        let folder = folder.join(&language);
        // A translation that cannot be parsed stops the build too.
        Catalogue::read(&folder)?;
        writeln!(text, "    ({language:?}, &[")?;
        for path in catalogue::files(&folder)? {
            let path = path.to_str().ok_or("the repository stands in a folder whose name is not UTF-8")?;
            println!("cargo::rerun-if-changed={path}");
            writeln!(text, "        include_str!({path:?}),")?;
        }
        text.push_str("    ]),\n");
    }
    text.push(']');
    Ok(text)
}

fn types(catalogue: &Catalogue) -> Result<String, Box<dyn Error>> {
    let mut text = String::new();
    for (id, message) in &catalogue.messages {
        declare(&mut text, id, message)?;
    }
    Ok(text)
}

fn declare(text: &mut String, id: &str, message: &Message) -> Result<(), Box<dyn Error>> {
    let name = type_name(id);
    writeln!(text, "/// The message `{id}`:\n///\n/// ```text\n/// {}\n/// ```", message.source)?;
    writeln!(text, "#[derive(Clone, Copy, Debug)]")?;
    let number = |index: usize| format!("A{index}");
    let list = |of: Vec<String>| if of.is_empty() { String::new() } else { format!("<{}>", of.join(", ")) };
    let types = list((0..message.arguments.len()).map(number).collect());
    if message.arguments.is_empty() {
        writeln!(text, "pub struct {name};")?;
    } else {
        writeln!(text, "pub struct {name}{types} {{")?;
        for (index, (argument, kind)) in message.arguments.iter().enumerate() {
            let what = match kind {
                Kind::Text => "in words",
                Kind::Number => "a whole number",
            };
            writeln!(text, "    /// `${argument}`, {what}.\n    pub {argument}: {},", number(index))?;
        }
        writeln!(text, "}}")?;
    }
    let bound = |(index, kind): (usize, &Kind)| match kind {
        Kind::Text => format!("A{index}: ToText"),
        Kind::Number => format!("A{index}: ToNumber"),
    };
    let bounds = list(message.arguments.values().enumerate().map(bound).collect());
    writeln!(text, "impl{bounds} Message for {name}{types} {{")?;
    writeln!(text, "    fn id(&self) -> &'static str {{ {id:?} }}")?;
    writeln!(text, "    fn arguments(&self) -> Vec<(&'static str, Argument)> {{")?;
    let list: Vec<String> = message
        .arguments
        .iter()
        .map(|(argument, kind)| match kind {
            Kind::Text => format!("({argument:?}, self.{argument}.to_text())"),
            Kind::Number => format!("({argument:?}, Argument::Number(self.{argument}.to_number()))"),
        })
        .collect();
    writeln!(text, "        vec![{}]\n    }}\n}}\n", list.join(", "))?;
    Ok(())
}

/// `notice-records-lost` becomes `NoticeRecordsLost`.
fn type_name(id: &str) -> String {
    let capital = |word: &str| {
        let mut rest = word.chars();
        rest.next().map_or_else(String::new, |first| format!("{}{}", first.to_ascii_uppercase(), rest.as_str()))
    };
    id.split('-').map(capital).collect()
}
