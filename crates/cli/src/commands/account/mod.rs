//! `idw account`: whom the user can act as.

mod export;
mod import;

use clap::{Args, Subcommand};
use idw_wallet::{
    IfNeeded,
    view::{AccountKind, AccountView},
};
use idw_words::message;

use crate::{app::App, fault::Failure, page::Page, words::say};

#[derive(Debug, Subcommand)]
pub(crate) enum AccountCommand {
    /// List the accounts: named ones, and each site's own
    List,
    /// Show one account
    Show {
        /// Its name, address or DID [default: the main account]
        name: Option<String>,
    },
    /// Make the next account of the recovery phrase
    New {
        /// What to call it [default: account-2 and so on]
        name: Option<String>,
    },
    /// Add an account with a key from another wallet
    Import(import::ImportArgs),
    /// Write out an account's key, or the recovery phrase
    Export(export::ExportArgs),
    /// Give an account another name
    Rename {
        /// Its name, address or DID
        name: String,
        /// The new name
        to: String,
    },
    /// Remove an account; never the main one
    Remove(RemoveArgs),
}

#[derive(Args, Debug)]
pub(crate) struct RemoveArgs {
    /// Its name, address or DID
    name: String,
    /// Remove it even if its imported key was never exported, or sites know you by it
    #[arg(long)]
    force: bool,
}

pub(crate) fn run(app: &App, command: &AccountCommand) -> Result<(), Failure> {
    match command {
        AccountCommand::List => {
            let accounts = app.unlock()?.accounts()?;
            app.out.show(&accounts, |page| list(page, &accounts))
        }
        AccountCommand::Show { name } => {
            let account = app.unlock()?.account(name.as_deref())?;
            app.out.show(&account, |page| show(page, &account))
        }
        AccountCommand::New { name } => {
            let account = app.unlock()?.new_account(name.as_deref())?;
            done(app, &account, &say(message::CliAccountCreated { name: &account.name }))
        }
        AccountCommand::Import(args) => import::run(app, args),
        AccountCommand::Export(args) => export::run(app, args),
        AccountCommand::Rename { name, to } => {
            let account = app.unlock()?.rename_account(name, to)?;
            app.out.confirm(&account, None, |page| page.line(&say(message::CliAccountRenamed { name: &account.name })))
        }
        AccountCommand::Remove(args) => {
            let account = app.unlock()?.remove_account(&args.name, IfNeeded::remove_if(args.force))?;
            app.out.confirm(&account, None, |page| page.line(&say(message::CliAccountRemoved { name: &account.name })))
        }
    }
}

/// Says that an account is new; with `--quiet` its DID alone.
pub(super) fn done(app: &App, account: &AccountView, sentence: &str) -> Result<(), Failure> {
    app.out.confirm(account, Some(&account.did), |page| {
        page.line(sentence);
        page.gap();
        show(page, account);
    })
}

fn list(page: &mut Page, accounts: &[AccountView]) {
    let row = |account: &AccountView| vec![account.name.clone(), kind(account), account.did.clone()];
    let headings =
        [say(message::CliAccountColumnName), say(message::CliAccountColumnKind), say(message::CliAccountColumnDid)];
    page.table(&headings, &accounts.iter().map(row).collect::<Vec<_>>());
}

fn show(page: &mut Page, account: &AccountView) {
    page.heading(&account.name);
    let mut rows = vec![(say(message::CliAccountKind), kind(account))];
    rows.extend(account.site.clone().map(|site| (say(message::CliAccountSite), site)));
    rows.extend([
        (say(message::AccountDid), account.did.clone()),
        (say(message::AccountAddress), account.address.clone()),
        (say(message::AccountPublicKey), account.public_key.clone()),
        (say(message::AccountKey), account.path.clone()),
    ]);
    page.block(&rows);
}

fn kind(account: &AccountView) -> String {
    match account.kind {
        AccountKind::Named => say(message::CliAccountKindNamed),
        AccountKind::Imported => say(message::CliAccountKindImported),
        AccountKind::Site => say(message::CliAccountKindSite),
    }
}
