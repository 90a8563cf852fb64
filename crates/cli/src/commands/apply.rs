//! `idw apply`: a KYC application.

use clap::Args;
use idw_wallet::{
    Intent, ProposeError, Wallet,
    view::{Outcome, Purpose, TemplateView},
};
use idw_words::message;
use serde_json::json;

use super::{
    application, disclosure,
    site::{self, IfSeveral},
};
use crate::{
    app::App,
    consent::{self, ConsentArgs, ValueArgs},
    fault::{Failure, Fault},
    network::{Network, NetworkArgs},
    page::Page,
    prompt,
    words::say,
};

#[derive(Args, Debug)]
pub(crate) struct ApplyArgs {
    /// The site's name or URL, as `idw site list` has it
    site: String,
    /// The site's id for what is applied for; needed where it has several
    #[arg(long, value_name = "ID")]
    template: Option<String>,
    /// The account to apply with [default: the one used there before]
    #[arg(long, value_name = "NAME")]
    account: Option<String>,
    #[command(flatten)]
    values: ValueArgs,
    #[command(flatten)]
    consent: ConsentArgs,
    #[command(flatten)]
    network: NetworkArgs,
}

pub(crate) fn run(app: &App, args: ApplyArgs) -> Result<(), Failure> {
    consent::require_way_to_consent(&args.consent)?;
    let network = Network::new(app, &args.network)?;
    let wallet = app.unlock()?;
    let site = site::chosen(app, &wallet, &args.site, IfSeveral::with_consent(args.consent.yes))?.name;
    let args = ApplyArgs { site, ..args };
    let outcome =
        network.run(wallet, async |wallet| apply(app, &wallet, args).await).map_err(application::how_to_go_on)?;
    app.out.confirm(&outcome, outcome.application_id.as_deref(), |page| disclosure::show(page, &outcome))
}

async fn apply(app: &App, wallet: &Wallet, args: ApplyArgs) -> Result<Outcome, Failure> {
    let intent = Intent {
        purpose: Purpose::Apply,
        site: args.site,
        account: args.account,
        template: args.template,
        include: args.values.include,
    };
    let proposal = match disclosure::propose(app, wallet, intent.clone()).await {
        Err(ProposeError::ChooseTemplate { site, templates }) => {
            let template = choose_template(app, &site, &templates).await?;
            disclosure::propose(app, wallet, Intent { template: Some(template), ..intent }).await?
        }
        proposed => proposed?,
    };
    disclosure::disclose(app, wallet, proposal, &args.consent, &args.values.uses).await
}

/// The template that the user picks, where there is a terminal to ask at.
async fn choose_template(app: &App, site: &str, templates: &[TemplateView]) -> Result<String, Failure> {
    if prompt::possible() { ask_template(app, templates).await } else { Err(which_template(site, templates)) }
}

async fn ask_template(app: &App, templates: &[TemplateView]) -> Result<String, Failure> {
    app.out.present(|page| list(page, templates));
    loop {
        let question = say(message::CliApplyQuestion { count: templates.len() });
        let answer = prompt::line_async(&question).await?.filter(|answer| !answer.is_empty());
        let answer = answer.ok_or_else(|| Failure::new(Fault::Declined, say(message::CliDeclinedUnsent)))?;
        if let Some(template) = picked(templates, &answer) {
            return Ok(template.id.clone());
        }
    }
}

/// The template that an answer names, by its place in the list or its id.
fn picked<'a>(templates: &'a [TemplateView], answer: &str) -> Option<&'a TemplateView> {
    let by_place = answer.parse::<usize>().ok().and_then(|number| templates.get(number.checked_sub(1)?));
    by_place.or_else(|| templates.iter().find(|template| template.id == answer))
}

fn list(page: &mut Page, templates: &[TemplateView]) {
    let rows: Vec<Vec<String>> = templates
        .iter()
        .enumerate()
        .map(|(at, template)| {
            let name = template.name.clone().unwrap_or_default();
            vec![(at + 1).to_string(), template.id.clone(), name, template.description.clone().unwrap_or_default()]
        })
        .collect();
    let (id, name, description) =
        (say(message::CliApplyId), say(message::CliApplyName), say(message::CliApplyDescription));
    page.table(&["", &id, &name, &description], &rows);
    page.gap();
}

fn which_template(site: &str, templates: &[TemplateView]) -> Failure {
    let failure = Failure::usage(say(message::CliApplySeveral { site, count: templates.len() }));
    let failure = failure.detail("templates", json!(templates));
    templates.iter().fold(failure, |failure, template| {
        failure.hint(format!("{}  {}", template.id, template.name.as_deref().unwrap_or_default()).trim_end())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn template(id: &str) -> TemplateView {
        TemplateView { id: id.into(), name: Some(format!("template {id}")), description: None }
    }

    #[test]
    fn a_template_is_picked_by_place_or_id() {
        let templates = [template("5c1a"), template("2")];
        let check = |answer: &str, expected: Option<&str>| {
            assert_eq!(picked(&templates, answer).map(|template| template.id.as_str()), expected, "{answer:?}");
        };
        check("1", Some("5c1a"));
        check("2", Some("2"));
        check("5c1a", Some("5c1a"));
        check("0", None);
        check("3", None);
        check("-1", None);
        check("", None);
    }

    #[test]
    fn several_templates_are_all_named() {
        let failure = which_template("bank", &[template("a"), template("b")]);
        assert_eq!(failure.fault.exit(), 2);
        assert_eq!(failure.hints, ["a  template a", "b  template b"]);
        assert_eq!(failure.document()["templates"][1]["id"], "b");
    }
}
