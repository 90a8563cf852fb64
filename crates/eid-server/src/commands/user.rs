//! `idw-autheid user`: whose wallets may answer.

use clap::Subcommand;
use jiff::Timestamp;
use serde::Serialize;
use serde_json::json;

use super::{Place, Printer, moment};
use crate::database::{DeviceRow, UserRow};
use crate::fault::Failure;

#[derive(Debug, Subcommand)]
pub(crate) enum UserCommand {
    /// Make a code for a wallet of the person with this email, and print it: it is shown this once
    #[command(after_help = "\
Make sure that the email belongs to whom you give the code: nothing else proves it.")]
    Invite {
        /// The person's email
        email: String,
        #[command(flatten)]
        place: Place,
    },
    /// List the users with their devices, and the codes that nobody has used yet
    List {
        #[command(flatten)]
        place: Place,
    },
    /// Remove a user with their devices
    Remove {
        /// The person's email
        email: String,
        #[command(flatten)]
        place: Place,
    },
}

/// A user as scripts read it.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct UserView<'a> {
    email: &'a str,
    added: Timestamp,
    devices: Vec<DeviceView<'a>>,
    /// When the codes end that nobody has used yet.
    codes: &'a [Timestamp],
}

#[derive(Serialize)]
struct DeviceView<'a> {
    id: &'a str,
    name: &'a str,
    added: Timestamp,
}

impl<'a> UserView<'a> {
    fn of(user: &'a UserRow) -> Self {
        let device = |row: &'a DeviceRow| DeviceView { id: &row.id, name: &row.name, added: row.added };
        let devices = user.devices.iter().map(device).collect();
        Self { email: &user.email, added: user.added, devices, codes: &user.invites }
    }
}

pub(crate) async fn run(command: UserCommand, printer: &Printer) -> Result<(), Failure> {
    let now = Timestamp::now();
    match command {
        UserCommand::Invite { email, place } => {
            Printer::must_be_seen("the code")?;
            let code = place.open(now).await?.invite(&email, now).await?;
            let email = email.trim();
            let text = format!(
                "A wallet of {email} connects with this code, once and within 24 hours. It is not shown again:\n{}",
                code.expose_text()
            );
            let shown = printer.show(&json!({ "email": email, "code": code.expose_text() }), &text);
            shown
                .map_err(|failure| failure.after("the code was made and could not be shown (invite makes another one)"))
        }
        UserCommand::List { place } => {
            let users = place.open_existing(now).await?.users(now).await?;
            let views: Vec<_> = users.iter().map(UserView::of).collect();
            printer.show(&views, &listed(&users))
        }
        UserCommand::Remove { email, place } => {
            place.open_existing(now).await?.remove_user(&email).await?;
            let email = email.trim();
            printer
                .show(&json!({ "email": email }), &format!("{email} is no user any more, and their devices are let go"))
        }
    }
}

fn listed(users: &[UserRow]) -> String {
    if users.is_empty() {
        return "There are no users".to_owned();
    }
    let mut lines = Vec::new();
    for user in users {
        lines.push(format!("{}, since {}", user.email, moment(user.added)));
        for device in &user.devices {
            lines.push(format!("  {}, since {} ({})", device.name, moment(device.added), device.id));
        }
        for ends in &user.invites {
            lines.push(format!("  a code that nobody has used, good until {}", moment(*ends)));
        }
    }
    lines.join("\n")
}
