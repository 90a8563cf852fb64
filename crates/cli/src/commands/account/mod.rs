//! `idw account`: whom the user can act as.

mod export;
mod import;

use clap::{Args, Subcommand};
use idw_wallet::{
    IfNeeded,
    view::{AccountKind, AccountView},
};

use crate::{app::App, fault::Failure, page::Page};

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
            done(app, &account, "Made the account")
        }
        AccountCommand::Import(args) => import::run(app, args),
        AccountCommand::Export(args) => export::run(app, args),
        AccountCommand::Rename { name, to } => {
            let account = app.unlock()?.rename_account(name, to)?;
            app.out.confirm(&account, None, |page| page.line(&format!("The account is called {} now", account.name)))
        }
        AccountCommand::Remove(args) => {
            let account = app.unlock()?.remove_account(&args.name, IfNeeded::remove_if(args.force))?;
            app.out.confirm(&account, None, |page| page.line(&format!("Removed the account {}", account.name)))
        }
    }
}

/// Tells of an account that is new; with `--quiet` its DID alone.
pub(super) fn done(app: &App, account: &AccountView, what: &str) -> Result<(), Failure> {
    app.out.confirm(account, Some(&account.did), |page| {
        page.line(&format!("{what} {}", account.name));
        page.gap();
        show(page, account);
    })
}

fn list(page: &mut Page, accounts: &[AccountView]) {
    let row = |account: &AccountView| vec![account.name.clone(), kind(account).to_owned(), account.did.clone()];
    page.table(&["NAME", "KIND", "DID"], &accounts.iter().map(row).collect::<Vec<_>>());
}

fn show(page: &mut Page, account: &AccountView) {
    page.heading(&account.name);
    let mut rows = vec![("Kind", kind(account).to_owned())];
    rows.extend(account.site.clone().map(|site| ("Site", site)));
    rows.extend([
        ("DID", account.did.clone()),
        ("Address", account.address.clone()),
        ("Public key", account.public_key.clone()),
        ("Key", account.path.clone()),
    ]);
    page.block(&rows);
}

fn kind(account: &AccountView) -> &'static str {
    match account.kind {
        AccountKind::Named => "named",
        AccountKind::Imported => "imported",
        AccountKind::Site => "one site only",
    }
}
