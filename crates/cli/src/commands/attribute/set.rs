//! `idw attribute set`: entering or changing a value.

use std::fs::File;

use clap::Args;
use idw_wallet::{
    FileInput, IfVerified, SetAttribute, Wallet, document_name, same_name,
    view::{AttributeView, CheckedView, OriginView},
};
use idw_words::{Argument, message};

use super::{form, may_be_foreign, on_one_line, unknown};
use crate::{
    app::App,
    args::Assignment,
    commands::document::{self, open},
    fault::Failure,
    page::Ink,
    prompt, values,
    words::say,
};

#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  idw attribute set first-name Ada
  idw attribute set email ada@mail.example --label work
  idw attribute set phone-number +41446681800
  idw attribute set nationality --set country=KE
  idw attribute set passport --set issued=2024-05-04 --set expires=2034-05-03 \\
      --file image=passport.jpg --file selfie.image=me.jpg
  idw attribute set physical-address       asks for each field")]
pub(crate) struct SetArgs {
    /// The attribute's short name (first-name, passport) or schema URL; `idw attribute types` lists them
    name: String,
    /// The value, of an attribute that is a single one; JSON for others
    #[arg(allow_negative_numbers = true)]
    value: Option<String>,
    /// Set a field; it may be nested (members.0.entity.name=Ada)
    #[arg(long, value_name = "FIELD=VALUE")]
    set: Vec<Assignment>,
    /// Set a field to a file; give a field that repeats several times
    #[arg(long, value_name = "FIELD=PATH")]
    file: Vec<Assignment>,
    /// Set a field to a document that is in the wallet already
    #[arg(long, value_name = "FIELD=ID")]
    document: Vec<Assignment>,
    /// What you call this value, where you hold several of the attribute
    #[arg(long, value_name = "L")]
    label: Option<String>,
    /// Leave in pictures where and when they were taken, and with what; by default it is taken out
    #[arg(long)]
    keep_metadata: bool,
    /// Change a value that somebody verified, without asking: it counts as entered by you then
    #[arg(long)]
    yes: bool,
}

impl SetArgs {
    fn has_no_value(&self) -> bool {
        self.value.is_none() && self.set.is_empty() && self.file.is_empty() && self.document.is_empty()
    }
}

pub(crate) fn run(app: &App, args: SetArgs) -> Result<(), Failure> {
    // Mistakes that need no vault are told before a password is asked for.
    let kind = Wallet::attribute_type(&args.name);
    if kind.is_none() && !may_be_foreign(app, &args.name) {
        return Err(unknown(&args.name));
    }
    let asks = args.has_no_value() && prompt::possible();
    let files = args.file.iter().map(new_file).collect::<Result<Vec<_>, Failure>>()?;
    let existing = args.document.into_iter().map(|a| (a.field, FileInput::Existing { document: a.value }));
    let fresh: Vec<String> = files.iter().filter_map(|(_, input)| name_of(input)).collect();
    let mut value = SetAttribute {
        name: args.name,
        text: args.value,
        fields: args.set.into_iter().map(|a| (a.field, a.value)).collect(),
        files: files.into_iter().chain(existing).collect(),
        metadata: values::metadata(args.keep_metadata),
        label: args.label,
        ..SetAttribute::default()
    };
    let wallet = app.unlock()?;
    if asks {
        let kind = kind.map_or_else(|| wallet.known_type(&value.name), |kind| Ok(Some(kind)))?;
        form::fill(&kind.ok_or_else(|| unknown(&value.name))?, &mut value)?;
    }
    let attribute = set(&wallet, value, args.yes)?;
    app.out.confirm(&attribute, None, |page| {
        page.line(&say(message::CliAttributeSaved { value: on_one_line(&attribute) }));
        for document in &attribute.documents {
            let Some(given) = fresh.iter().find(|given| document_name(given, &document.mime_type) == document.name)
            else {
                continue;
            };
            document::tell_name(page, given, document);
            document::tell_metadata(page, document);
            document::tell_remedy_for(page, document, &attribute.id);
        }
        if let Some(text) = still_elsewhere(&attribute) {
            page.inked(Ink::Yellow, &text);
        }
    })
}

/// Changes the value. One that somebody verified is changed only with a yes.
fn set(wallet: &Wallet, mut value: SetAttribute, yes: bool) -> Result<AttributeView, Failure> {
    if yes {
        value.verified = IfVerified::Change;
    } else if let Some((verified, checked)) = verified(wallet, &value)
        && prompt::possible()
    {
        let (title, by, day) = (&verified.title, &checked.by, Argument::Day(checked.at));
        let question = say(message::CliAttributeChangeVerified { title, by, day });
        value.verified = if prompt::yes(&question)? { IfVerified::Change } else { IfVerified::Refuse };
    }
    Ok(wallet.set_attribute(value)?)
}

/// The value that would be changed, and its check, where what was given is not only a file that the check did not bring.
fn verified(wallet: &Wallet, set: &SetAttribute) -> Option<(AttributeView, CheckedView)> {
    let is_completed = set.text.is_none() && set.fields.is_empty() && !set.files.is_empty();
    let held = match wallet.attribute(&set.name) {
        Ok(held) if !is_completed => held,
        // What is wrong with the name is told when it is set.
        _ => return None,
    };
    let is_meant = |one: &AttributeView| match &set.label {
        Some(label) => one.label.as_ref().is_some_and(|own| same_name(own, label)),
        None => one.is_default,
    };
    let meant = held.into_iter().find(is_meant);
    meant.and_then(|one| match one.origin.clone() {
        OriginView::Verified(checked) => Some((one, checked)),
        _ => None,
    })
}

/// Which sites hold the value before this one.
fn still_elsewhere(attribute: &AttributeView) -> Option<String> {
    let sites: Vec<&str> =
        attribute.last_sent.iter().filter(|sent| !sent.current).map(|sent| sent.site.as_str()).collect();
    (!sites.is_empty()).then(|| say(message::CliAttributeStillAt { sites: Argument::list(sites) }))
}

fn name_of(input: &FileInput) -> Option<String> {
    match input {
        FileInput::New { name, .. } => Some(name.clone()),
        FileInput::Existing { .. } => None,
    }
}

fn new_file(assignment: &Assignment) -> Result<(String, FileInput), Failure> {
    let (name, file): (String, File) = open(assignment.value.as_ref())?;
    Ok((assignment.field.clone(), FileInput::New { name, source: Box::new(file) }))
}
