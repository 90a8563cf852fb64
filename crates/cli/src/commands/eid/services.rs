//! `idw eid connect`, `list` and `disconnect`: services of Auth eID on the network.

use std::path::PathBuf;

use clap::Args;
use idw_wallet::{
    ConnectEidService, Explain as _,
    view::{EidDeviceView, EidServiceStatus, EidServiceView},
};
use idw_words::{Argument, message};
use serde::Serialize;
use zeroize::Zeroizing;

use crate::{
    app::App,
    fault::Failure,
    network::{Network, NetworkArgs},
    page::{Ink, Page, moment},
    secret,
    words::{say, tell},
};

#[derive(Args, Debug)]
#[command(after_help = "\
The profile that --profile names answers what the service asks. A code is good once and for one device. \
After a lost answer the same command again goes on where it stopped.

Examples:
  idw eid connect https://eid.example --code-file code.txt
  idw --profile work eid connect https://eid.example --code-file - --name \"Ada's laptop\"")]
pub(crate) struct ConnectArgs {
    /// The service's address
    url: String,
    #[command(flatten)]
    code: CodeArgs,
    /// What your other devices with the same email are shown of this one
    #[arg(long, value_name = "NAME")]
    name: Option<String>,
    #[command(flatten)]
    network: NetworkArgs,
}

/// Where the code is.
#[derive(Args, Debug)]
#[group(required = true, multiple = false)]
struct CodeArgs {
    /// Read the code from this file, or from standard input with -
    #[arg(long, value_name = "FILE")]
    code_file: Option<PathBuf>,
    /// The code that whoever runs the service gave you; other users of this computer can see it while the command runs
    #[arg(long, value_name = "CODE")]
    code: Option<String>,
}

#[derive(Args, Debug)]
pub(crate) struct DisconnectArgs {
    /// The service's address, or the connection's id
    url: String,
    #[command(flatten)]
    network: NetworkArgs,
}

/// A connection that is no more.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Disconnected<'a> {
    #[serde(flatten)]
    service: &'a EidServiceView,
    /// Why the service does not know of it; nothing where it does.
    untold: Option<String>,
}

impl CodeArgs {
    fn read(self) -> Result<Zeroizing<String>, Failure> {
        match (self.code_file, self.code) {
            (Some(file), _) if file.as_os_str() == "-" => secret::from_stdin(),
            (Some(file), _) => secret::from_file(&file),
            (None, code) => Ok(Zeroizing::new(code.unwrap_or_default())),
        }
    }
}

pub(crate) fn connect(app: &App, args: ConnectArgs) -> Result<(), Failure> {
    let ConnectArgs { url, code, name, network } = args;
    let network = Network::new(app, &network)?;
    let connect = ConnectEidService { url, code: code.read()?, device_name: name };
    let wallet = app.unlock()?;
    let service = network.run(wallet, async |wallet| Ok(wallet.connect_eid_service(connect).await?))?;
    app.out.confirm(&service, None, |page| {
        let (host, profile) = (&service.host, &service.profile);
        let email = service.email.as_deref().unwrap_or_default();
        page.line(&say(message::CliEidConnected { host, email, profile }));
        page.line(&say(message::CliEidConnectedReceive));
        page.inked(Ink::Yellow, &say(message::CliEidConnectedWarning));
    })
}

pub(crate) fn list(app: &App) -> Result<(), Failure> {
    let services = app.unlock()?.eid_services()?;
    app.out.show(&services, |page| {
        if services.is_empty() {
            return page.line(&say(message::CliEidServicesNone));
        }
        for service in &services {
            present(page, service);
        }
    })
}

pub(crate) fn disconnect(app: &App, args: DisconnectArgs) -> Result<(), Failure> {
    let DisconnectArgs { url, network } = args;
    let network = Network::new(app, &network)?;
    let wallet = app.unlock()?;
    let ended = network.run(wallet, async |wallet| Ok(wallet.disconnect_eid_service(&url).await?))?;
    let untold = ended.untold.as_ref().map(|why| tell(&why.explain()));
    let shown = Disconnected { service: &ended.service, untold };
    app.out.confirm(&shown, None, |page| {
        page.line(&say(message::CliEidDisconnected { host: &ended.service.host }));
        if let Some(why) = &shown.untold {
            page.inked(Ink::Yellow, &say(message::EidDisconnectUntoldText { why }));
        }
    })
}

fn present(page: &mut Page, service: &EidServiceView) {
    page.heading(&service.host);
    let mut rows =
        vec![(say(message::CliEidLabelAddress), service.url.clone()), (say(message::CliEidLabelState), state(service))];
    rows.extend(service.email.clone().map(|email| (say(message::CliEidLabelEmail), email)));
    rows.push((say(message::CliEidLabelProfile), service.profile.clone()));
    rows.push((say(message::CliEidLabelSince), moment(&service.added)));
    for device in &service.devices {
        rows.push((say(message::CliEidLabelDevice), device_text(device)));
    }
    rows.push((say(message::CliEidLabelId), service.id.clone()));
    page.block(&rows);
}

fn state(service: &EidServiceView) -> String {
    match service.status {
        EidServiceStatus::Pending => say(message::EidServicesPendingText),
        EidServiceStatus::Connected => say(message::EidServicesConnected),
        EidServiceStatus::Ended => match &service.why {
            Some(why) => say(message::CliEidStateEnded { why }),
            None => say(message::EidServicesEnded),
        },
    }
}

fn device_text(device: &EidDeviceView) -> String {
    let (since, name) = (Argument::Moment(device.added.clone()), &device.name);
    if device.is_this {
        say(message::CliEidDeviceThis { device: name, since })
    } else if device.is_new {
        say(message::CliEidDeviceNew { device: name, since })
    } else {
        say(message::EidServicesDevice { device: name, since })
    }
}
