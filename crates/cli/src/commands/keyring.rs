//! `idw keyring`: letting the desktop's keyring unlock the vault.

use clap::Subcommand;
use idw_wallet::view::KeyringView;

use crate::{
    app::App,
    fault::Failure,
    page::{Ink, Page},
    words::tell,
};

#[derive(Clone, Copy, Debug, Subcommand)]
pub(crate) enum KeyringCommand {
    /// Let the system keyring unlock the vault; the password always works as well
    Enable,
    /// Take that back, and the secret out of the keyring
    Disable,
    /// Tell whether the keyring unlocks the vault, and what is in the way; needs no password
    Status,
}

pub(crate) fn run(app: &App, command: KeyringCommand) -> Result<(), Failure> {
    match command {
        KeyringCommand::Enable => {
            let (wallet, password) = app.unlock_with_password()?;
            let status = wallet.keyring_enable(&password)?;
            app.out.confirm(&status, None, |page| {
                page.line(&format!("The system keyring ({}) unlocks the vault now", status.backend));
                page.line("Whoever uses your desktop session can open it too. The password works as before.");
            })
        }
        KeyringCommand::Disable => {
            let status = app.unlock()?.keyring_disable()?;
            if let Some(problem) = &status.problem {
                app.out
                    .warn(&format!("the vault's secret is still in the keyring, and opens nothing. {}", tell(problem)));
            }
            app.out.confirm(&status, None, |page| {
                page.line(&format!("The system keyring ({}) no longer unlocks the vault", status.backend));
            })
        }
        KeyringCommand::Status => {
            let status = app.open()?.keyring_status();
            app.out.show(&status, |page| show(page, &status))
        }
    }
}

fn show(page: &mut Page, status: &KeyringView) {
    let yes_or_no = |yes: bool| if yes { "yes" } else { "no" }.to_owned();
    page.block(&[
        ("Keyring", status.backend.clone()),
        ("Unlocks the vault", yes_or_no(status.enabled)),
        ("Answers", yes_or_no(status.available)),
    ]);
    if let Some(problem) = &status.problem {
        page.gap();
        page.inked(Ink::Yellow, &tell(problem));
    }
}
