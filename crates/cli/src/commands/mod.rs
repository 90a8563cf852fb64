//! The commands: their words, and what they do with the wallet. A noun with several has a folder, a file per verb.

mod account;
mod activity;
mod application;
mod apply;
mod attribute;
mod backup;
mod completions;
mod disclosure;
mod doctor;
mod document;
mod eid;
mod init;
mod keyring;
mod login;
mod man;
mod open;
mod password;
mod profile;
mod provider;
mod requests;
mod serve;
mod signup;
mod site;
mod vault;
mod verify;

use clap::Subcommand;

use crate::{app::App, fault::Failure};

/// What can be done.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Make a new vault and show its recovery phrase once
    Init(init::InitArgs),
    /// Make, import, export and show the accounts you can act as
    #[command(subcommand)]
    Account(account::AccountCommand),
    /// Enter, show and remove what describes you
    #[command(subcommand)]
    Attribute(attribute::AttributeCommand),
    /// Keep documents, and get them out again
    #[command(subcommand)]
    Document(document::DocumentCommand),
    /// Manage the sites (relying parties) you deal with
    #[command(subcommand)]
    Site(site::SiteCommand),
    /// Manage the people and companies you act for
    #[command(subcommand)]
    Profile(profile::ProfileCommand),
    /// Manage the providers that check who you are
    #[command(subcommand)]
    Provider(provider::ProviderCommand),
    /// Manage who may ask you by Auth eID
    #[command(subcommand)]
    Eid(eid::EidCommand),
    /// Have a provider check who you are, and keep what it read off your documents as verified
    Verify(verify::VerifyArgs),
    /// Make an account at a site
    Signup(signup::SignupArgs),
    /// Log in to a site
    Login(login::LoginArgs),
    /// Apply for KYC at a site
    Apply(apply::ApplyArgs),
    /// Follow KYC applications up: show, resume, update, cancel
    #[command(subcommand)]
    Application(application::ApplicationCommand),
    /// See and answer what others ask of you
    #[command(subcommand)]
    Requests(requests::RequestsCommand),
    /// Take a link that asks for something; it waits in the inbox for your answer
    Open(open::OpenArgs),
    /// Hold the vault without a window, and answer requests through it: for servers and CI
    Serve(serve::ServeArgs),
    /// Show and export what was sent to whom, and check that the record is whole
    #[command(subcommand)]
    Activity(activity::ActivityCommand),
    /// Change the vault's password
    #[command(subcommand)]
    Password(password::PasswordCommand),
    /// Let the system keyring unlock the vault
    #[command(subcommand)]
    Keyring(keyring::KeyringCommand),
    /// Check the vault, see what it takes, give dead space back
    #[command(subcommand)]
    Vault(vault::VaultCommand),
    /// Back the whole vault up to one file, test such a file, restore it
    #[command(subcommand)]
    Backup(backup::BackupCommand),
    /// Check that this computer has what the wallet needs, and say what to do if not
    Doctor,
    /// Print a completion script for a shell
    Completions(completions::CompletionsArgs),
    /// Write the man pages into a folder
    Man(man::ManArgs),
}

/// Does it.
pub(crate) fn run(app: &App, command: Command) -> Result<(), Failure> {
    match command {
        Command::Init(args) => init::run(app, &args),
        Command::Account(command) => account::run(app, &command),
        Command::Attribute(command) => attribute::run(app, command),
        Command::Document(command) => document::run(app, command),
        Command::Site(command) => site::run(app, &command),
        Command::Profile(command) => profile::run(app, &command),
        Command::Provider(command) => provider::run(app, command),
        Command::Eid(command) => eid::run(app, command),
        Command::Verify(args) => verify::run(app, args),
        Command::Signup(args) => signup::run(app, args),
        Command::Login(args) => login::run(app, args),
        Command::Apply(args) => apply::run(app, args),
        Command::Application(command) => application::run(app, command),
        Command::Requests(command) => requests::run(app, command),
        Command::Open(args) => open::run(app, args),
        Command::Serve(args) => serve::run(app, &args),
        Command::Activity(command) => activity::run(app, &command),
        Command::Password(command) => password::run(app, &command),
        Command::Keyring(command) => keyring::run(app, command),
        Command::Vault(command) => vault::run(app, &command),
        Command::Backup(command) => backup::run(app, &command),
        Command::Doctor => doctor::run(app),
        Command::Completions(args) => completions::run(app, &args),
        Command::Man(args) => man::run(app, &args),
    }
}
