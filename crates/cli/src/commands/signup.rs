//! `idw signup`: an account at a site.

use clap::Args;
use idw_wallet::{Intent, view::Purpose};

use super::{
    disclosure,
    site::{self, IfSeveral},
};
use crate::{
    app::App,
    consent::{self, ConsentArgs, ValueArgs},
    fault::Failure,
    network::{Network, NetworkArgs},
};

#[derive(Args, Debug)]
pub(crate) struct SignupArgs {
    /// The site's name or URL, as `idw site list` has it
    site: String,
    /// The account to sign up with [default: a key that only this site knows]
    #[arg(long, value_name = "NAME")]
    account: Option<String>,
    #[command(flatten)]
    values: ValueArgs,
    #[command(flatten)]
    consent: ConsentArgs,
    #[command(flatten)]
    network: NetworkArgs,
}

pub(crate) fn run(app: &App, args: SignupArgs) -> Result<(), Failure> {
    consent::require_way_to_consent(&args.consent)?;
    let network = Network::new(app, &args.network)?;
    let wallet = app.unlock()?;
    let site = site::chosen(app, &wallet, &args.site, IfSeveral::with_consent(args.consent.yes))?.name;
    let intent =
        Intent { purpose: Purpose::SignUp, site, account: args.account, template: None, include: args.values.include };
    let outcome = network.run(wallet, async |wallet| {
        let proposal = disclosure::propose(app, &wallet, intent).await?;
        disclosure::disclose(app, &wallet, proposal, &args.consent, &args.values.uses).await
    })?;
    app.out.confirm(&outcome, outcome.redirect_url.as_deref(), |page| disclosure::show(page, &outcome))
}
