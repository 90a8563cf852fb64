//! Reads the messages of one language: their ids, and which arguments each takes.
//!
//! The build script compiles this too. Whatever it refuses stops the build, with the file and the line.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use fluent_syntax::{
    ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, Variant, VariantKey},
    parser,
};

/// The categories that Fluent gives a number by the plural rules of a language.
const PLURAL_CATEGORIES: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// The messages of one language.
#[derive(Debug, Default)]
pub(crate) struct Catalogue {
    /// By id.
    pub(crate) messages: BTreeMap<String, Message>,
    /// The messages and terms (their ids begin with a dash) that others refer to.
    pub(crate) referred_to: BTreeSet<String>,
    /// The terms, without their dash.
    pub(crate) terms: BTreeSet<String>,
}

/// A message that a program can ask for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Message {
    /// Its text, as the file has it.
    pub(crate) source: String,
    /// What it takes, by name.
    pub(crate) arguments: BTreeMap<String, Kind>,
}

/// What an argument is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A name, a date, a size: anything that the caller has put into words.
    Text,
    /// A whole number that the message chooses a plural form by.
    Number,
}

/// The tags of the languages that have a folder, in order.
pub(crate) fn languages(folder: &Path) -> Result<Vec<String>, String> {
    let failed = |error: std::io::Error| format!("{}: {error}", folder.display());
    let mut tags = Vec::new();
    for entry in fs::read_dir(folder).map_err(failed)? {
        let entry = entry.map_err(failed)?;
        if entry.file_type().map_err(failed)?.is_dir() {
            let tag = entry.file_name().into_string();
            tags.push(tag.map_err(|name| format!("{}: the folder is not named by a language tag", name.display()))?);
        }
    }
    tags.sort();
    Ok(tags)
}

/// A folder within that of a language, with what the command line alone says.
pub(crate) const TERMINAL: &str = "terminal";

/// All files of a language, in order.
pub(crate) fn files(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let mut files = page_files(folder)?;
    files.extend(page_files(&folder.join(TERMINAL))?);
    Ok(files)
}

/// The files of a language that the page of the window says, in order.
pub(crate) fn page_files(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let failed = |error: std::io::Error| format!("{}: {error}", folder.display());
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        if path.extension().is_some_and(|extension| extension == "ftl") {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

impl Catalogue {
    /// Reads all files of a language.
    pub(crate) fn read(folder: &Path) -> Result<Self, String> {
        Self::of_files(files(folder)?)
    }

    /// Reads these files.
    pub(crate) fn of_files(files: Vec<PathBuf>) -> Result<Self, String> {
        let mut texts = Vec::new();
        for path in files {
            let text = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
            texts.push((path.display().to_string(), text));
        }
        Self::parse(&texts)
    }

    /// Parses files, each with its name.
    pub(crate) fn parse(files: &[(String, String)]) -> Result<Self, String> {
        let mut entries = BTreeMap::new();
        for (name, text) in files {
            let resource = parser::parse(text.as_str()).map_err(|(_, errors)| {
                let first = errors.first().map_or_else(String::new, |error| {
                    let line = text.get(..error.pos.start).unwrap_or_default().lines().count();
                    format!(":{line}: {}", error.kind)
                });
                format!("{name}{first}")
            })?;
            for entry in resource.body {
                let (id, pattern, attributes) = match entry {
                    Entry::Message(message) => (message.id.name.to_owned(), message.value, message.attributes),
                    Entry::Term(term) => (format!("-{}", term.id.name), Some(term.value), term.attributes),
                    _ => continue,
                };
                let pattern = pattern.ok_or_else(|| format!("{name}: {id} has no text"))?;
                if !attributes.is_empty() {
                    return Err(format!("{name}: {id} has attributes; make each a message of its own"));
                }
                if entries.insert(id.clone(), pattern).is_some() {
                    return Err(format!("{name}: {id} is there twice"));
                }
            }
        }
        Self::of_entries(&entries)
    }

    fn of_entries(entries: &BTreeMap<String, Pattern<&str>>) -> Result<Self, String> {
        let mut catalogue = Self::default();
        for (id, pattern) in entries {
            let mut reading =
                Reading { entries, found: BTreeMap::new(), within: Vec::new(), referred_to: BTreeSet::new() };
            reading.entry(id, pattern)?;
            catalogue.referred_to.append(&mut reading.referred_to);
            if let Some(term) = id.strip_prefix('-') {
                catalogue.terms.insert(term.to_owned());
            } else {
                let message = Message { source: source(pattern), arguments: reading.found };
                catalogue.messages.insert(id.clone(), message);
            }
        }
        Ok(catalogue)
    }
}

/// Collects the arguments of one message, also those of the messages and terms that it refers to.
struct Reading<'a> {
    entries: &'a BTreeMap<String, Pattern<&'a str>>,
    found: BTreeMap<String, Kind>,
    /// The messages and terms that are being read, each referred to by the one before.
    within: Vec<String>,
    referred_to: BTreeSet<String>,
}

impl<'a> Reading<'a> {
    fn entry(&mut self, id: &str, pattern: &'a Pattern<&'a str>) -> Result<(), String> {
        if self.within.iter().any(|outer| outer == id) {
            return Err(format!("{id} refers to itself"));
        }
        self.within.push(id.to_owned());
        self.pattern(pattern)?;
        self.within.pop();
        Ok(())
    }

    fn pattern(&mut self, pattern: &'a Pattern<&'a str>) -> Result<(), String> {
        for element in &pattern.elements {
            if let PatternElement::Placeable { expression } = element {
                self.expression(expression)?;
            }
        }
        Ok(())
    }

    fn expression(&mut self, expression: &'a Expression<&'a str>) -> Result<(), String> {
        match expression {
            Expression::Inline(inline) => self.inline(inline, Kind::Text),
            Expression::Select { selector, variants } => {
                let kind = if variants.iter().all(is_of_a_number) { Kind::Number } else { Kind::Text };
                self.inline(selector, kind)?;
                variants.iter().try_for_each(|variant| self.pattern(&variant.value))
            }
        }
    }

    fn inline(&mut self, inline: &'a InlineExpression<&'a str>, kind: Kind) -> Result<(), String> {
        match inline {
            InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => Ok(()),
            InlineExpression::VariableReference { id } => self.argument(id.name, kind),
            InlineExpression::Placeable { expression } => self.expression(expression),
            InlineExpression::MessageReference { id, attribute: None } => self.reference(id.name.to_owned()),
            InlineExpression::TermReference { id, attribute: None, arguments: None } => {
                self.reference(format!("-{}", id.name))
            }
            InlineExpression::FunctionReference { id, .. } => Err(self.refused(&format!(
                "calls {}; pass dates, sizes and long numbers as text, as the two runtimes format them differently",
                id.name
            ))),
            InlineExpression::MessageReference { .. } | InlineExpression::TermReference { .. } => {
                Err(self.refused("refers to an attribute or passes arguments; neither is used here"))
            }
        }
    }

    fn argument(&mut self, name: &str, kind: Kind) -> Result<(), String> {
        let is_plain = name.starts_with(|c: char| c.is_ascii_lowercase())
            && name.chars().all(|c| c.is_ascii_lowercase() || c == '_');
        if !is_plain {
            return Err(self.refused(&format!("takes ${name}; name it in lower case, with _ between words")));
        }
        if self.within.iter().any(|outer| outer.starts_with('-')) {
            return Err(self.refused(&format!("takes ${name}, and terms get no arguments")));
        }
        // A number may be shown as well as chosen by.
        let known = self.found.entry(name.to_owned()).or_insert(kind);
        if kind == Kind::Number {
            *known = kind;
        }
        Ok(())
    }

    fn reference(&mut self, id: String) -> Result<(), String> {
        let pattern =
            self.entries.get(&id).ok_or_else(|| self.refused(&format!("refers to {id}, which is missing")))?;
        self.entry(&id, pattern)?;
        self.referred_to.insert(id);
        Ok(())
    }

    fn refused(&self, why: &str) -> String {
        format!("{} {why}", self.within.last().map_or("a message", String::as_str))
    }
}

fn is_of_a_number(variant: &Variant<&str>) -> bool {
    match variant.key {
        VariantKey::NumberLiteral { .. } => true,
        VariantKey::Identifier { name } => PLURAL_CATEGORIES.contains(&name),
    }
}

/// The text on one line, for the documentation of what is generated: the form for most numbers where there are several.
fn source(pattern: &Pattern<&str>) -> String {
    let mut text = String::new();
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => text.push_str(value),
            PatternElement::Placeable { expression: Expression::Inline(inline) } => text.push_str(&shown(inline)),
            PatternElement::Placeable { expression: Expression::Select { variants, .. } } => {
                let usual = variants.iter().find(|variant| variant.default);
                text.push_str(&usual.map_or_else(String::new, |variant| source(&variant.value)));
            }
        }
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn shown(inline: &InlineExpression<&str>) -> String {
    match inline {
        InlineExpression::StringLiteral { value } | InlineExpression::NumberLiteral { value } => (*value).to_owned(),
        InlineExpression::VariableReference { id } => format!("{{ ${} }}", id.name),
        InlineExpression::MessageReference { id, .. } => format!("{{ {} }}", id.name),
        InlineExpression::TermReference { id, .. } => format!("{{ -{} }}", id.name),
        InlineExpression::FunctionReference { .. } | InlineExpression::Placeable { .. } => "{ … }".to_owned(),
    }
}
