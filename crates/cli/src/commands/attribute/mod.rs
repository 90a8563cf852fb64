//! `idw attribute`: what describes the user. Entering a value is in `set`.

mod data;
mod form;
mod mrz;
mod selfkey;
mod set;

use clap::{Args, Subcommand, ValueEnum};
use idw_wallet::{
    Order, Wallet, same_name,
    view::{
        AttributeTypeView, AttributeView, ExpiryState, FieldKindView, FieldView, LastSent, RecordKind, ReminderView,
    },
};
use idw_words::{Argument, message};

use self::{
    data::{ExportArgs, ImportArgs},
    mrz::MrzArgs,
    set::SetArgs,
};
use super::vault::warn_of_unreadable;
use crate::{
    app::App,
    fault::{Failure, Fault},
    page::{Ink, Page},
    reminders, values,
    words::{say, words},
};

#[derive(Debug, Subcommand)]
pub(crate) enum AttributeCommand {
    /// Enter or change a value
    Set(SetArgs),
    /// List the values you hold, or those found, and what is about to expire
    List(ListArgs),
    /// Show the values you hold of one attribute
    Show {
        /// The attribute's short name or schema URL
        name: String,
    },
    /// Remove values, and the documents that only they use
    Remove {
        /// The attribute's short name or schema URL
        name: String,
        /// Remove only the value with this label
        #[arg(long, value_name = "L")]
        label: Option<String>,
    },
    /// Choose the value that is sent when nothing else is chosen
    Default(ValueArgs),
    /// Give a value another label, or none
    Relabel {
        #[command(flatten)]
        value: ValueArgs,
        /// The new label; none takes it off
        to: Option<String>,
    },
    /// Write attributes and documents to a JSON file, in the clear
    Export(ExportArgs),
    /// Read attributes and documents from a JSON file or the SelfKey wallet
    Import(ImportArgs),
    /// Read the machine-readable zone of a passport or an identity card
    Mrz(MrzArgs),
    /// List what can be entered, or the fields of one attribute
    Types {
        /// The attribute's short name or schema URL
        name: Option<String>,
    },
}

/// What is listed, and in which order.
#[derive(Args, Debug)]
pub(crate) struct ListArgs {
    /// Words that must all occur, anywhere; case and accents make no difference
    query: Option<String>,
    /// In which order
    #[arg(long, value_name = "ORDER", default_value = "usual")]
    sort: Sort,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Sort {
    /// Attributes as the catalogue has them; the newest document first
    Usual,
    /// By name
    Name,
    /// The last changed first
    Changed,
    /// The first to expire first
    Expiry,
    /// The largest first
    Size,
}

impl ListArgs {
    pub(super) fn query(&self) -> &str {
        self.query.as_deref().unwrap_or_default()
    }

    pub(super) fn order(&self) -> Order {
        match self.sort {
            Sort::Usual => Order::Catalogue,
            Sort::Name => Order::Name,
            Sort::Changed => Order::Changed,
            Sort::Expiry => Order::Expiry,
            Sort::Size => Order::Size,
        }
    }
}

/// One value that is held.
#[derive(Args, Debug)]
pub(crate) struct ValueArgs {
    /// The attribute's short name or schema URL, or the value's id
    name: String,
    /// The value's label, where you hold several
    #[arg(long, value_name = "L")]
    label: Option<String>,
}

impl ValueArgs {
    /// The id of the one value meant.
    fn id(&self, wallet: &Wallet) -> Result<String, Failure> {
        let mut held = wallet.attribute(&self.name)?;
        if let Some(label) = &self.label {
            held.retain(|attribute| attribute.label.as_ref().is_some_and(|one| same_name(one, label)));
        }
        match held.as_slice() {
            [one] => Ok(one.id.clone()),
            [] => Err(Failure::new(Fault::NotFound, say(message::CliAttributeNoLabel { name: &self.name }))),
            _ => Err(Failure::usage(say(message::CliAttributeSeveral { name: &self.name }))),
        }
    }
}

pub(crate) fn run(app: &App, command: AttributeCommand) -> Result<(), Failure> {
    match command {
        AttributeCommand::Set(args) => set::run(app, args),
        AttributeCommand::Types { name: None } => {
            let types = Wallet::attribute_types();
            app.out.show(&types, |page| list_types(page, &types))
        }
        AttributeCommand::Types { name: Some(name) } => {
            let kind = match Wallet::attribute_type(&name) {
                Some(kind) => kind,
                // A site's own attribute is in the vault.
                None if may_be_foreign(app, &name) => app.unlock()?.known_type(&name)?.ok_or_else(|| unknown(&name))?,
                None => return Err(unknown(&name)),
            };
            app.out.show(&kind, |page| show_type(page, &kind))
        }
        AttributeCommand::List(args) => {
            let wallet = app.unlock()?;
            let attributes = wallet.search(args.query(), args.order())?;
            warn_of_unreadable(app, &wallet, &[RecordKind::Attribute, RecordKind::Schema])?;
            let reminders = if args.query().is_empty() { wallet.reminders()? } else { Vec::new() };
            app.out.show(&attributes, |page| list(page, &attributes, &reminders, args.query()))
        }
        AttributeCommand::Default(value) => {
            let wallet = app.unlock()?;
            let attribute = wallet.set_default(&value.id(&wallet)?)?;
            app.out.confirm(&attribute, None, |page| {
                page.line(&say(message::CliAttributeDefault { value: on_one_line(&attribute) }));
            })
        }
        AttributeCommand::Relabel { value, to } => {
            let wallet = app.unlock()?;
            let attribute = wallet.relabel(&value.id(&wallet)?, to.as_deref())?;
            app.out.confirm(&attribute, None, |page| {
                page.line(&say(message::CliAttributeRelabelled { value: on_one_line(&attribute) }));
            })
        }
        AttributeCommand::Export(args) => data::export(app, args),
        AttributeCommand::Import(args) => data::import(app, &args),
        AttributeCommand::Mrz(args) => mrz::run(app, &args),
        AttributeCommand::Show { name } => {
            let attributes = app.unlock()?.attribute(&name)?;
            app.out.show(&attributes, |page| attributes.iter().for_each(|attribute| show(page, attribute)))
        }
        AttributeCommand::Remove { name, label } => {
            let removed = app.unlock()?.remove_attribute(&name, label.as_deref())?;
            app.out.confirm(&removed, None, |page| {
                for attribute in &removed {
                    page.line(&say(message::CliAttributeRemoved { value: on_one_line(attribute) }));
                }
            })
        }
    }
}

/// Whether a name that the catalogue does not have can be that of a site's own attribute: a schema URL, or a short name
/// where there is a vault that may know it.
pub(super) fn may_be_foreign(app: &App, name: &str) -> bool {
    name.contains("://") || app.vault_dir().is_ok_and(|dir| Wallet::exists(&dir))
}

/// No attribute of that name; needs no vault to tell.
pub(super) fn unknown(name: &str) -> Failure {
    Failure::new(Fault::Usage, say(message::CliAttributeUnknown { name }))
}

/// `First name: Ada`, or `Email (work): ada@site.example`.
pub(super) fn on_one_line(attribute: &AttributeView) -> String {
    let title = reminders::labelled(&attribute.title, attribute.label.as_deref());
    say(message::CliAttributeLine { title, summary: &attribute.summary })
}

fn list(page: &mut Page, attributes: &[AttributeView], reminders: &[ReminderView], query: &str) {
    if attributes.is_empty() && !query.is_empty() {
        page.line(&say(message::CliAttributeNoneFound));
        return;
    }
    if attributes.is_empty() {
        page.line(&say(message::CliAttributeNone));
        return;
    }
    let rows: Vec<Vec<String>> = attributes
        .iter()
        .map(|attribute| {
            let label = attribute.label.clone().unwrap_or_default();
            vec![
                attribute.name.clone(),
                label,
                with_lacks(attribute),
                attribute.provenance.clone(),
                reminders::last_day(attribute),
            ]
        })
        .collect();
    let headings = [
        say(message::CliAttributeColumnName),
        say(message::CliAttributeColumnLabel),
        say(message::CliAttributeColumnValue),
        say(message::CliAttributeColumnFrom),
        say(message::CliAttributeColumnExpires),
    ];
    page.table(&headings, &rows);
    if !reminders.is_empty() {
        page.gap();
    }
    for reminder in reminders {
        page.inked(Ink::Yellow, &reminders::in_words(reminder));
    }
}

/// The value, and that something of it is still missing.
fn with_lacks(attribute: &AttributeView) -> String {
    match attribute.lacks.as_slice() {
        [] => attribute.summary.clone(),
        lacks => say(message::CliAttributeIncomplete { summary: &attribute.summary, parts: Argument::list(lacks) }),
    }
}

fn show(page: &mut Page, attribute: &AttributeView) {
    page.gap();
    page.heading(&reminders::labelled(&attribute.title, attribute.label.as_deref()));
    let fields = values::fields(attribute);
    // Most documents have the day among their fields; then only that it has passed is news.
    let day_is_shown = fields.iter().any(|field| Some(&field.text) == attribute.expires.as_ref());
    let value = |title: &str| if title.is_empty() { say(message::CliAttributeValue) } else { title.to_owned() };
    let mut rows: Vec<(String, String)> = fields.into_iter().map(|field| (value(&field.title), field.text)).collect();
    rows.push((String::new(), String::new()));
    if attribute.expiry > ExpiryState::Ok || (attribute.expires.is_some() && !day_is_shown) {
        rows.push((say(message::CliAttributeExpires), reminders::last_day(attribute)));
    }
    rows.push((say(message::CliAttributeSentTo), sent_to(attribute)));
    rows.push((say(message::CliAttributeFrom), attribute.provenance.clone()));
    if !attribute.lacks.is_empty() {
        rows.push((say(message::CliAttributeMissing), attribute.lacks.join(", ")));
    }
    rows.push((say(message::CliAttributeChanged), words().moment(&attribute.changed)));
    rows.push((say(message::CliAttributeSchema), attribute.schema.clone()));
    page.block(&rows);
}

/// `Shop (31 Jan 2026), Bank (1 Dec 2025, earlier value)`.
fn sent_to(attribute: &AttributeView) -> String {
    let one = |sent: &LastSent| {
        let (site, day) = (&sent.site, Argument::Day(sent.at.clone()));
        match (sent.current, sent.may_have) {
            (true, false) => say(message::CliAttributeSent { site, day }),
            (false, false) => say(message::CliAttributeSentOlder { site, day }),
            (true, true) => say(message::CliAttributeSentMay { site, day }),
            (false, true) => say(message::CliAttributeSentOlderMay { site, day }),
        }
    };
    let sites: Vec<String> = attribute.last_sent.iter().map(one).collect();
    if sites.is_empty() { say(message::CliAttributeSentNobody) } else { sites.join(", ") }
}

fn list_types(page: &mut Page, types: &[AttributeTypeView]) {
    let row = |kind: &AttributeTypeView| vec![kind.name.clone(), kind.title.clone(), kind.subject.clone()];
    let headings = [
        say(message::CliAttributeColumnName),
        say(message::CliAttributeColumnTitle),
        say(message::CliAttributeColumnDescribes),
    ];
    page.table(&headings, &types.iter().map(row).collect::<Vec<_>>());
}

fn show_type(page: &mut Page, kind: &AttributeTypeView) {
    page.heading(&format!("{} ({})", kind.title, kind.name));
    if !kind.description.is_empty() {
        page.line(&kind.description);
    }
    page.line(&kind.schema);
    page.gap();
    let rows: Vec<Vec<String>> = kind.fields.iter().map(field_row).collect();
    let headings = [
        say(message::CliAttributeColumnField),
        say(message::CliAttributeColumnTitle),
        String::new(),
        say(message::CliAttributeColumnTakes),
    ];
    page.table(&headings, &rows);
}

fn field_row(field: &FieldView) -> Vec<String> {
    let path = if field.path.is_empty() { "VALUE" } else { &field.path };
    let need = match (field.required, field.repeated) {
        (true, true) => say(message::CliAttributeFieldRequiredRepeats),
        (true, false) => say(message::CliAttributeFieldRequired),
        (false, true) => say(message::CliAttributeFieldRepeats),
        (false, false) => String::new(),
    };
    vec![path.to_owned(), field.title.clone(), need, takes(&field.kind)]
}

/// What a field takes, in words.
pub(super) fn takes(kind: &FieldKindView) -> String {
    /// Longer lists, such as all countries, would push everything else off the screen.
    const MOST_OPTIONS: usize = 12;
    match kind {
        FieldKindView::Text | FieldKindView::Multiline => say(message::CliAttributeTakesText),
        FieldKindView::Email => say(message::CliAttributeTakesEmail),
        FieldKindView::Date => say(message::CliAttributeTakesDate),
        FieldKindView::Integer => say(message::CliAttributeTakesInteger),
        FieldKindView::Number => say(message::CliAttributeTakesNumber),
        FieldKindView::Flag => say(message::CliAttributeTakesFlag),
        FieldKindView::Choice { options, open } => {
            let values: Vec<&str> = options.iter().map(|option| option.value.as_str()).collect();
            let listed = if values.len() <= MOST_OPTIONS {
                values.join(", ")
            } else {
                let count = values.len();
                say(message::CliAttributeTakesChoice { count, examples: values[..3].join(", ") })
            };
            if *open { say(message::CliAttributeTakesOpen { options: listed }) } else { listed }
        }
        FieldKindView::File { types, max_bytes } => {
            let types: Vec<&str> = types.iter().map(|mime| mime.rsplit('/').next().unwrap_or(mime)).collect();
            say(message::CliAttributeTakesFile { types: types.join(", "), size: Argument::Size(*max_bytes) })
        }
        FieldKindView::Json => say(message::CliAttributeTakesJson),
    }
}
