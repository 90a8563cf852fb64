//! `idw-autheid rp`: the relying parties that may ask.

use clap::{Args, Subcommand, ValueEnum};
use idw_autheid::Room;
use idw_autheid::sign::Form;
use jiff::Timestamp;
use serde::Serialize;

use super::printer::table;
use super::{Place, Printer, moment};
use crate::database::{NewRp, RpRow, SERVER_ROOM, Shown};
use crate::fault::Failure;

#[derive(Debug, Subcommand)]
pub(crate) enum RpCommand {
    /// Let a relying party ask, and print the key that it calls with: it is shown this once
    Add(AddArgs),
    /// List the relying parties
    List {
        #[command(flatten)]
        place: Place,
    },
    /// Give a relying party another key, in the place of the one that it has
    Rotate {
        /// Its name or id
        name: String,
        #[command(flatten)]
        place: Place,
    },
    /// Remove a relying party with all that it asked
    Remove {
        /// Its name or id
        name: String,
        #[command(flatten)]
        place: Place,
    },
}

#[derive(Args, Debug)]
pub(crate) struct AddArgs {
    /// What users are shown: 1 to 60 characters, and no other one's name
    name: String,
    /// How signatures are made: as the protocol was in 2019 (raw), or with certificates
    #[arg(long, value_enum, default_value_t = FormName::X509)]
    form: FormName,
    /// Have users find the number that its page shows: only for those whose page shows one
    #[arg(long = "match")]
    matching: bool,
    /// The most requests of it that are open at a time
    #[arg(long, value_name = "N", default_value_t = SERVER_ROOM.open, value_parser = clap::value_parser!(u32).range(1..))]
    open_limit: u32,
    /// The most requests of it that are kept at a time, open or not
    #[arg(long, value_name = "N", default_value_t = SERVER_ROOM.kept, value_parser = clap::value_parser!(u32).range(1..))]
    kept_limit: u32,
    #[command(flatten)]
    place: Place,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum FormName {
    Raw,
    X509,
}

impl From<FormName> for Form {
    fn from(name: FormName) -> Self {
        match name {
            FormName::Raw => Self::Raw,
            FormName::X509 => Self::X509,
        }
    }
}

/// A relying party as scripts read it.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct RpView<'a> {
    id: &'a str,
    name: &'a str,
    form: &'static str,
    matching: bool,
    open_limit: u32,
    kept_limit: u32,
    added: Timestamp,
    #[serde(skip_serializing_if = "Option::is_none")]
    key: Option<&'a str>,
}

impl<'a> RpView<'a> {
    fn of(rp: &'a RpRow) -> Self {
        Self {
            id: &rp.id,
            name: &rp.name,
            form: form_name(rp.form),
            matching: rp.matching,
            open_limit: rp.room.open,
            kept_limit: rp.room.kept,
            added: rp.added,
            key: None,
        }
    }
}

fn form_name(form: Form) -> &'static str {
    match form {
        Form::Raw => "raw",
        Form::X509 => "x509",
    }
}

pub(crate) async fn run(command: RpCommand, printer: &Printer) -> Result<(), Failure> {
    let now = Timestamp::now();
    match command {
        RpCommand::Add(args) => add(args, printer, now).await,
        RpCommand::List { place } => {
            let rps = place.open_existing(now).await?.rps().await?;
            let views: Vec<_> = rps.iter().map(RpView::of).collect();
            printer.show(&views, &listed(&rps))
        }
        RpCommand::Rotate { name, place } => {
            Printer::must_be_seen("the key")?;
            let (rp, key) = place.open_existing(now).await?.rotate_rp(&name).await?;
            let what = format!("{} calls with this key from now on, which is not shown again:", rp.name);
            show_key(printer, &rp, &key, &what)
        }
        RpCommand::Remove { name, place } => {
            let rp = place.open_existing(now).await?.remove_rp(&name).await?;
            printer.show(&RpView::of(&rp), &format!("{} may ask no more", rp.name))
        }
    }
}

async fn add(args: AddArgs, printer: &Printer, now: Timestamp) -> Result<(), Failure> {
    Printer::must_be_seen("the key")?;
    let AddArgs { name, form, matching, open_limit, kept_limit, place } = args;
    let room = Room { open: open_limit, kept: kept_limit, ..SERVER_ROOM };
    let new = NewRp { name, form: form.into(), matching, room };
    let (rp, key) = place.open(now).await?.add_rp(new, now).await?;
    show_key(printer, &rp, &key, &format!("{} may ask with this key, which is not shown again:", rp.name))
}

fn show_key(printer: &Printer, rp: &RpRow, key: &Shown, what: &str) -> Result<(), Failure> {
    let view = RpView { key: Some(key.expose_text()), ..RpView::of(rp) };
    let shown = printer.show(&view, &format!("{what}\n{}", key.expose_text()));
    shown.map_err(|failure| failure.after("the key was made and could not be shown (rp rotate makes another one)"))
}

fn listed(rps: &[RpRow]) -> String {
    if rps.is_empty() {
        return "No relying party may ask".to_owned();
    }
    let row = |rp: &RpRow| {
        let number = if rp.matching { "number" } else { "" };
        [rp.name.clone(), form_name(rp.form).to_owned(), number.to_owned(), moment(rp.added), rp.id.clone()]
    };
    table(["NAME", "FORM", "MATCH", "SINCE", "ID"], &rps.iter().map(row).collect::<Vec<_>>())
}
