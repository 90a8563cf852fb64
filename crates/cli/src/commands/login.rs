//! `idw login`: proving to a site who one is.

use clap::Args;
use idw_wallet::{
    Intent, Wallet,
    view::{Outcome, Purpose},
};
use idw_words::message;
use serde::Serialize;
use url::Url;

use super::{
    disclosure,
    site::{self, IfSeveral},
};
use crate::{
    app::App,
    consent::{self, ConsentArgs},
    fault::{Failure, Fault},
    network::{Network, NetworkArgs},
    prompt,
    words::say,
};

#[derive(Args, Debug)]
pub(crate) struct LoginArgs {
    /// The site's name or URL, as `idw site list` has it
    site: String,
    /// The account to log in with [default: the one used there before]
    #[arg(long, value_name = "NAME")]
    account: Option<String>,
    /// Open the page that the site names in the browser
    #[arg(long)]
    open: bool,
    /// If the site has no account for you, go on with the sign-up [default: ask, where there is a terminal]
    #[arg(long)]
    signup: bool,
    #[command(flatten)]
    consent: ConsentArgs,
    #[command(flatten)]
    network: NetworkArgs,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct LoggedIn<'a> {
    #[serde(flatten)]
    outcome: &'a Outcome,
    /// Whether the browser was started on `redirectUrl`.
    opened: bool,
}

pub(crate) fn run(app: &App, args: LoginArgs) -> Result<(), Failure> {
    consent::require_way_to_consent(&args.consent)?;
    let network = Network::new(app, &args.network)?;
    let wallet = app.unlock()?;
    let site = site::chosen(app, &wallet, &args.site, IfSeveral::with_consent(args.consent.yes))?.name;
    let (outcome, opened) =
        network.run(wallet, async |wallet| log_in(app, wallet, LoginArgs { site, ..args }).await)?;
    let logged_in = LoggedIn { outcome: &outcome, opened };
    app.out.confirm(&logged_in, outcome.redirect_url.as_deref(), |page| {
        disclosure::show(page, &outcome);
        if opened {
            page.line(&say(message::CliLoginOpened));
        }
    })
}

async fn log_in(app: &App, wallet: Wallet, args: LoginArgs) -> Result<(Outcome, bool), Failure> {
    let (site, account) = (args.site.clone(), args.account.clone());
    let intent = Intent { purpose: Purpose::LogIn, site, account, template: None, include: Vec::new() };
    let proposal = disclosure::propose(app, &wallet, intent.clone()).await?;
    let outcome = match disclosure::disclose(app, &wallet, proposal, &args.consent, &[]).await {
        Err(failure) if failure.fault == Fault::NoAccount && sign_up_instead(app, &failure, &args).await? => {
            let intent = Intent { purpose: Purpose::SignUp, ..intent };
            let proposal = disclosure::propose(app, &wallet, intent).await?;
            disclosure::disclose(app, &wallet, proposal, &args.consent, &[]).await?
        }
        outcome => outcome?,
    };
    // The vault is free again before a browser is started, or a question waits for its answer.
    drop(wallet);
    let opened = args.open && open(app, &outcome, args.consent.yes).await?;
    Ok((outcome, opened))
}

/// Whether to sign up where the site knows no such user.
async fn sign_up_instead(app: &App, failure: &Failure, args: &LoginArgs) -> Result<bool, Failure> {
    if args.signup || args.consent.yes || !prompt::possible() {
        return Ok(args.signup);
    }
    app.out.warn(&failure.message);
    prompt::yes_async(&say(message::CliLoginSignUp)).await
}

/// Opens the page the site named. The login itself is done: what goes wrong here is a warning.
async fn open(app: &App, outcome: &Outcome, yes: bool) -> Result<bool, Failure> {
    let Some(link) = outcome.redirect_url.as_deref() else {
        app.out.warn(&say(message::CliLoginNoPage));
        return Ok(false);
    };
    let url = match web_page(link) {
        Ok(url) => url,
        Err(failure) => {
            app.out.warn(&failure.message);
            return Ok(false);
        }
    };
    if outcome.redirect_leaves_site {
        let host = url.host_str().unwrap_or(link);
        app.out.warn(&say(message::CliLoginElsewhere { host, site: &outcome.site, url: url.as_str() }));
        if !yes && !prompt::yes_async(&say(message::CliLoginOpenAnyway)).await? {
            return Ok(false);
        }
    }
    match open::that_detached(url.as_str()) {
        Ok(()) => Ok(true),
        Err(error) => {
            app.out.warn(&Failure::io(Fault::Other, say(message::CliLoginNoBrowser), &error).message);
            Ok(false)
        }
    }
}

/// Only web pages are opened: any other scheme would start whatever program is registered for it.
fn web_page(link: &str) -> Result<Url, Failure> {
    match Url::parse(link) {
        Ok(url) if matches!(url.scheme(), "http" | "https") => Ok(url),
        Ok(url) => Err(Failure::usage(say(message::CliLoginNotWeb { scheme: url.scheme() }))),
        Err(_) => Err(Failure::usage(say(message::CliLoginNoAddress))),
    }
}

#[cfg(test)]
mod tests {
    use super::web_page;

    #[test]
    fn only_web_pages_are_opened() {
        let check = |link: &str, expected: bool| assert_eq!(web_page(link).is_ok(), expected, "{link}");
        check("https://site.example/in?t=1", true);
        check("http://127.0.0.1:4000/", true);
        check("file:///etc/passwd", false);
        check("javascript:alert(1)", false);
        check("ssh://site.example", false);
        check("/relative", false);
    }
}
