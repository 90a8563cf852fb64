//! `idw profile`: the people and companies the user acts for.

use clap::{Subcommand, ValueEnum};
use idw_wallet::{
    IfNeeded,
    view::{ProfileKind, ProfileView, RecordKind},
};
use idw_words::message;

use crate::{
    app::App,
    fault::Failure,
    hints::quoted,
    page::Page,
    words::{say, words},
};

#[derive(Debug, Subcommand)]
pub(crate) enum ProfileCommand {
    /// List the profiles
    List,
    /// Make a profile: it has attributes, documents, accounts and sites of its own
    Add {
        /// What to call it
        name: String,
        /// Whether it is a person or a company
        #[arg(long, value_name = "KIND", default_value = "person")]
        kind: Kind,
    },
    /// Give a profile another name
    Rename {
        /// Its name
        name: String,
        /// The new name
        to: String,
    },
    /// Remove a profile that is empty
    Remove {
        /// Its name
        name: String,
        /// Remove what is in it too
        #[arg(long)]
        force: bool,
    },
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum Kind {
    Person,
    Company,
}

impl From<Kind> for ProfileKind {
    fn from(kind: Kind) -> Self {
        match kind {
            Kind::Person => Self::Person,
            Kind::Company => Self::Company,
        }
    }
}

pub(crate) fn run(app: &App, command: &ProfileCommand) -> Result<(), Failure> {
    match command {
        ProfileCommand::List => {
            let wallet = app.unlock()?;
            let profiles = wallet.profiles()?;
            super::vault::warn_of_unreadable(app, &wallet, &[RecordKind::Profile])?;
            app.out.show(&profiles, |page| list(page, &profiles))
        }
        ProfileCommand::Add { name, kind } => {
            let profile = app.unlock()?.add_profile(name, (*kind).into())?;
            app.out.confirm(&profile, None, |page| {
                let name = &profile.name;
                page.line(&say(message::CliProfileCreated { name, option: quoted(name) }));
            })
        }
        ProfileCommand::Rename { name, to } => {
            let profile = app.unlock()?.rename_profile(name, to)?;
            app.out.confirm(&profile, None, |page| page.line(&say(message::CliProfileRenamed { name: &profile.name })))
        }
        ProfileCommand::Remove { name, force } => {
            let profile = app.unlock()?.remove_profile(name, IfNeeded::remove_if(*force))?;
            app.out.confirm(&profile, None, |page| page.line(&say(message::CliProfileRemoved { name: &profile.name })))
        }
    }
}

fn list(page: &mut Page, profiles: &[ProfileView]) {
    let row = |profile: &ProfileView| {
        let kind = match profile.kind {
            ProfileKind::Person => say(message::ProfilePerson),
            ProfileKind::Company => say(message::ProfileCompany),
        };
        vec![
            profile.name.clone(),
            kind,
            words().amount(profile.attributes.into()),
            words().amount(profile.documents.into()),
            words().amount(profile.accounts.into()),
            words().amount(profile.sites.into()),
        ]
    };
    let headings = [
        say(message::CliVaultColumnName),
        say(message::CliVaultColumnKind),
        say(message::CliVaultColumnAttributes),
        say(message::CliVaultColumnDocuments),
        say(message::CliVaultColumnAccounts),
        say(message::CliVaultColumnSites),
    ];
    page.table(&headings, &profiles.iter().map(row).collect::<Vec<_>>());
}
