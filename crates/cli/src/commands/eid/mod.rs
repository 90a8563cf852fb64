//! `idw eid`: who may ask by Auth eID, and the services through which others ask.

mod services;

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};
use idw_wallet::{
    AddEidParty, EidKey, NumberMatching,
    view::{EidForm, EidPartyView},
};
use idw_words::{Argument, message};
use serde::Serialize;
use serde_json::json;

use super::document;
use crate::{
    app::App,
    fault::{Failure, Fault},
    page::{Ink, Page, moment},
    words::say,
};

#[derive(Debug, Subcommand)]
pub(crate) enum EidCommand {
    /// Manage the parties that may ask you
    #[command(subcommand)]
    Rp(RpCommand),
    /// Connect this wallet to a service on the network, through which others ask you
    Connect(services::ConnectArgs),
    /// List the services that this wallet is connected to, and your devices there
    List,
    /// End the connection with a service
    Disconnect(services::DisconnectArgs),
    /// Show or set what parties hear of this device
    #[command(after_help = "\
Without a name it shows what they hear: the same text as everybody's, unless you have set one.")]
    Device {
        /// Call it this from now on; every party hears it
        name: Option<String>,
        /// Call it as everybody's again
        #[arg(long, conflicts_with = "name")]
        reset: bool,
    },
    /// Write the root certificate that parties check signatures against
    Root {
        /// Write it to this file, as PEM
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
    },
}

#[derive(Debug, Subcommand)]
pub(crate) enum RpCommand {
    /// Let a party ask, and print the key that it calls with: it is shown this once
    Add(AddArgs),
    /// List the parties
    List,
    /// Show a party
    Show {
        /// The party's name or id
        name: String,
    },
    /// Give a party another key, in the place of the one that it has
    Rotate {
        /// The party's name or id
        name: String,
    },
    /// Show nothing more of what a party asks; it cannot tell
    Block {
        /// The party's name or id
        name: String,
        /// Show it again
        #[arg(long)]
        undo: bool,
    },
    /// Remove a party; what it was told stays in the activity log
    Remove {
        /// The party's name or id
        name: String,
    },
}

#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  idw eid rp add 'Sample Shop' --logo shop.png --match
  idw eid rp add tests --form raw --open-limit 10 --json")]
pub(crate) struct AddArgs {
    /// What you call the party: every request of it is shown under this name
    name: String,
    /// How signatures are made: as the protocol was in 2019 (raw), or with certificates
    #[arg(long, value_enum, default_value_t = Form::X509)]
    form: Form,
    /// Ask for the number that the party's page shows: only for parties whose page shows one
    #[arg(long = "match")]
    matching: bool,
    /// A picture of the party, which every request of it shows
    #[arg(long, value_name = "FILE")]
    logo: Option<PathBuf>,
    /// The most requests that can be open at a time [default: 100]
    #[arg(long, value_name = "N")]
    open_limit: Option<u32>,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Form {
    Raw,
    X509,
}

impl From<Form> for EidForm {
    fn from(form: Form) -> Self {
        match form {
            Form::Raw => Self::Raw,
            Form::X509 => Self::X509,
        }
    }
}

/// A party with its new key.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct WithKey<'a> {
    #[serde(flatten)]
    party: &'a EidPartyView,
    key: &'a str,
}

pub(crate) fn run(app: &App, command: EidCommand) -> Result<(), Failure> {
    match command {
        EidCommand::Rp(RpCommand::Add(args)) => add(app, args),
        EidCommand::Rp(RpCommand::List) => list(app),
        EidCommand::Rp(RpCommand::Show { name }) => {
            let party = app.unlock()?.eid_party(&name)?;
            app.out.show(&party, |page| present(page, &party))
        }
        EidCommand::Rp(RpCommand::Rotate { name }) => {
            let (party, key) = app.unlock()?.rotate_eid_key(&name)?;
            show_key(app, &party, &key)
        }
        EidCommand::Rp(RpCommand::Block { name, undo }) => block(app, &name, undo),
        EidCommand::Rp(RpCommand::Remove { name }) => {
            let party = app.unlock()?.remove_eid_party(&name)?;
            app.out.confirm(&party, None, |page| page.line(&removed_text(&party)))
        }
        EidCommand::Connect(args) => services::connect(app, args),
        EidCommand::List => services::list(app),
        EidCommand::Disconnect(args) => services::disconnect(app, args),
        EidCommand::Device { name, reset } => device(app, name.as_deref(), reset),
        EidCommand::Root { out } => root(app, &out),
    }
}

fn removed_text(party: &EidPartyView) -> String {
    match &party.service {
        Some(service) => say(message::CliEidRemovedFromService { name: &party.name, host: &service.host }),
        None => say(message::CliEidRemoved { name: &party.name }),
    }
}

fn add(app: &App, args: AddArgs) -> Result<(), Failure> {
    let AddArgs { name, form, matching, logo, open_limit } = args;
    let logo = logo.map(|file| read_logo(&file)).transpose()?;
    let matching = if matching { NumberMatching::On } else { NumberMatching::Off };
    let add = AddEidParty { name, form: form.into(), matching, open_limit, logo };
    let (party, key) = app.unlock()?.add_eid_party(add)?;
    show_key(app, &party, &key)
}

fn read_logo(file: &std::path::Path) -> Result<Vec<u8>, Failure> {
    std::fs::read(file).map_err(|error| document::unread(file, &error))
}

fn show_key(app: &App, party: &EidPartyView, key: &EidKey) -> Result<(), Failure> {
    let shown = WithKey { party, key: key.expose_text() };
    app.out.confirm(&shown, None, |page| {
        page.line(&say(message::CliEidKey { name: &party.name }));
        page.line(key.expose_text());
        page.inked(Ink::Yellow, &say(message::EidAddWarning));
    })
}

fn list(app: &App) -> Result<(), Failure> {
    let parties = app.unlock()?.eid_parties()?;
    app.out.show(&parties, |page| {
        if parties.is_empty() {
            return page.line(&say(message::CliEidPartiesNone));
        }
        let row = |party: &EidPartyView| {
            vec![
                party.name.clone(),
                form(party),
                moment(&party.created),
                party.service.as_ref().map_or_else(|| say(message::CliEidThisWallet), |service| service.host.clone()),
                party.blocked.as_ref().map(|_| say(message::EidPartyBlockedBadge)).unwrap_or_default(),
                party.id.clone(),
            ]
        };
        let headings = [
            say(message::CliEidColumnName),
            say(message::CliEidColumnSignatures),
            say(message::CliEidColumnSince),
            say(message::CliEidColumnRegistered),
            String::new(),
            say(message::CliEidColumnId),
        ];
        page.table(&headings, &parties.iter().map(row).collect::<Vec<_>>());
    })
}

fn present(page: &mut Page, party: &EidPartyView) {
    page.heading(&party.name);
    let matching = if party.matching { say(message::EidPartyMatchingOn) } else { say(message::EidPartyMatchingOff) };
    let mut rows = vec![
        (say(message::EidPartyForm), form(party)),
        (say(message::EidPartyMatching), matching),
        (say(message::EidPartyLimit), open_requests(party)),
        (say(message::EidPartySince), moment(&party.created)),
        (say(message::EidPartyId), party.id.clone()),
    ];
    rows.extend(party.service.as_ref().map(|service| (say(message::EidPartyService), service.host.clone())));
    let since = |at: &String| say(message::EidPartyBlockedSince { since: Argument::Moment(at.clone()) });
    rows.extend(party.blocked.as_ref().map(|at| (say(message::EidPartyBlocked), since(at))));
    page.block(&rows);
}

fn open_requests(party: &EidPartyView) -> String {
    match &party.service {
        Some(service) => say(message::CliEidLimitOfService { host: &service.host }),
        None => say(message::EidPartyLimitMost { limit: Argument::Amount(u64::from(party.open_limit)) }),
    }
}

fn form(party: &EidPartyView) -> String {
    match party.form {
        EidForm::Raw => say(message::EidFormRaw),
        EidForm::X509 => say(message::EidFormX509),
    }
}

fn block(app: &App, name: &str, undo: bool) -> Result<(), Failure> {
    let wallet = app.unlock()?;
    let party = if undo { wallet.unblock_eid_party(name)? } else { wallet.block_eid_party(name)? };
    app.out.confirm(&party, None, |page| {
        let name = &party.name;
        page.line(&if undo { say(message::CliEidUnblocked { name }) } else { say(message::CliEidBlocked { name }) });
    })
}

fn device(app: &App, name: Option<&str>, reset: bool) -> Result<(), Failure> {
    let wallet = app.unlock()?;
    let name = if name.is_some() || reset { wallet.set_eid_device_name(name)? } else { wallet.eid_device_name()? };
    app.out.show(&json!({ "deviceName": name }), |page| page.line(&name))
}

fn root(app: &App, out: &std::path::Path) -> Result<(), Failure> {
    let pem = app.unlock()?.eid_root_pem()?;
    let unwritten = |error| Failure::io(Fault::Other, say(message::CliEidRootUnwritten { path: out }), &error);
    std::fs::write(out, pem).map_err(unwritten)?;
    let written = json!({ "file": out });
    app.out.confirm(&written, None, |page| page.line(&say(message::EidRootSaved { file: out })))
}
