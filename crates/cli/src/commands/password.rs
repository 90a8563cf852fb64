//! `idw password`: changing it.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use idw_words::message;
use serde_json::json;

use crate::{
    app::App,
    fault::Failure,
    password::{Source, named_source},
    strength,
    words::say,
};

#[derive(Debug, Subcommand)]
pub(crate) enum PasswordCommand {
    /// Change the password; what is in the vault stays as it is
    Change(ChangeArgs),
}

#[derive(Args, Debug)]
pub(crate) struct ChangeArgs {
    /// Read the new password from this file
    #[arg(long, value_name = "F")]
    new_password_file: Option<PathBuf>,
    /// Read the new password from this open file descriptor
    #[arg(long, value_name = "N")]
    new_password_fd: Option<u32>,
    /// Take a weak password without asking again
    #[arg(long)]
    allow_weak_password: bool,
}

pub(crate) fn run(app: &App, command: &PasswordCommand) -> Result<(), Failure> {
    let PasswordCommand::Change(args) = command;
    let source = named_source(args.new_password_file.as_deref(), args.new_password_fd)?.unwrap_or(Source::Prompt);
    let (wallet, current) = app.unlock_with_password()?;
    let new = strength::read_new(app, &source, args.allow_weak_password)?;
    wallet.change_password(&current, &new)?;
    app.out.confirm(&json!({ "changed": true }), None, |page| page.line(&say(message::CliPasswordChanged)))
}
