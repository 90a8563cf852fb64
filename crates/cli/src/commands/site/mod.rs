//! `idw site`: the relying parties the wallet knows.

mod choice;
mod knows;

use std::{io::Read as _, path::Path, path::PathBuf};

use clap::{Args, Subcommand};
use idw_wallet::{
    AddSite, FoundSite, KeyRule, TextError, Wallet, text,
    view::{Elsewhere, RequirementView, SiteAdded, SiteView},
};
use idw_words::{Argument, message};
use serde::Serialize;
use serde_json::Value;

pub(super) use self::choice::{IfSeveral, chosen};
use self::knows::KnowsArgs;
use super::document::open;
use crate::{
    app::App,
    called, changes, consent,
    fault::{Failure, Fault},
    hints::quoted,
    network::{Network, NetworkArgs},
    page::Page,
    password::Origin,
    progress::Reporter,
    prompt, spoken,
    words::{say, shown, words},
};

/// The longest site description taken from a file, in bytes; the same as from the network.
const DESCRIPTION_BYTES: u64 = 1024 * 1024;

#[derive(Debug, Subcommand)]
pub(crate) enum SiteCommand {
    /// Add a site, or renew its description
    Add(AddArgs),
    /// List the sites
    List,
    /// Show one site, and what it asks for
    Show {
        /// Its name or URL
        site: String,
    },
    /// Show what a site knows about you: what it was sent, when, and whether it is up to date
    Knows(KnowsArgs),
    /// Forget a site; the activity log keeps what was sent to it
    Remove {
        /// Its name or URL
        site: String,
    },
}

#[derive(Args, Debug)]
pub(crate) struct AddArgs {
    /// Where the site is: it is asked for its description (URL/config, then URL/.well-known/lws.json)
    #[arg(required_unless_present = "config", conflicts_with = "config")]
    url: Option<String>,
    /// Take the description (JSON) from this file instead
    #[arg(long, value_name = "FILE", conflicts_with = "trace")]
    config: Option<PathBuf>,
    /// What you call the site [default: what it calls itself]
    #[arg(long, value_name = "N")]
    name: Option<String>,
    /// Use the key that this rule makes [default: the key that a known site has, else rule 2]. Rule 1 brings back, from the recovery phrase
    /// alone, the account that an earlier version had at a site with endpoints outside its root; who gets what the key
    /// signs is shown first
    #[arg(long, value_name = "RULE", value_parser = clap::value_parser!(u8).range(1..=2))]
    key_rule: Option<u8>,
    /// With --key-rule 1: agree in advance to who gets what the key signs
    #[arg(long, requires = "key_rule")]
    yes: bool,
    #[command(flatten)]
    network: NetworkArgs,
}

pub(crate) fn run(app: &App, command: &SiteCommand) -> Result<(), Failure> {
    match command {
        SiteCommand::Add(args) => add(app, args),
        SiteCommand::List => {
            let sites = app.unlock()?.sites()?;
            let spoken: Vec<Value> = sites.iter().map(spoken::site).collect();
            app.out.show(&spoken, |page| list(page, &sites))
        }
        SiteCommand::Show { site } => {
            let wallet = app.unlock()?;
            let site = chosen(app, &wallet, site, IfSeveral::Ask)?;
            app.out.show(&spoken::site(&site), |page| show(page, &site))
        }
        SiteCommand::Knows(args) => knows::run(app, args),
        SiteCommand::Remove { site } => {
            let wallet = app.unlock()?;
            let site = chosen(app, &wallet, site, IfSeveral::Ask)?.name;
            let removed = wallet.remove_site(&site)?;
            app.out.confirm(&spoken::site(&removed), None, |page| {
                page.line(&say(message::CliSiteRemoved { site: &removed.name }));
            })
        }
    }
}

fn add(app: &App, args: &AddArgs) -> Result<(), Failure> {
    let from_file = args.config.as_deref().map(read_description).transpose()?;
    let network = Network::new(app, &args.network)?;
    let wallet = app.unlock()?;
    let (wallet, found) = match (from_file, &args.url) {
        (Some(found), _) => (wallet, found),
        (None, Some(url)) if Path::new(url).is_file() => return Err(is_file(url)),
        (None, Some(url)) => network.run(wallet, async |wallet| find(app, wallet, url).await)?,
        (None, None) => return Err(Failure::usage(say(message::CliSiteNoAddress))),
    };
    let key_rule = key_rule(app, args, &found)?;
    let added = wallet.add_site_as(found, AddSite { name: args.name.as_deref(), key_rule })?;
    let SiteAdded { site, renewed, changes, notes } = added;
    let changes = changes::all_in_words(&changes);
    let notes = notes.iter().map(shown).collect();
    let added = Added { site: spoken::site(&site), renewed, changes, notes };
    app.out.confirm(&added, Some(&site.name), |page| show_added(page, &added, &site))
}

/// The rule that was asked for. By the first one, other sites can have the same key: everyone who gets what it signs is
/// shown before it is used.
fn key_rule(app: &App, args: &AddArgs, found: &FoundSite) -> Result<Option<KeyRule>, Failure> {
    match args.key_rule {
        Some(1) => {}
        Some(_) => return Ok(Some(KeyRule::Second)),
        None => return Ok(None),
    }
    app.out.present(|page| show_recipients(page, found));
    if args.yes {
        return Ok(Some(KeyRule::First));
    }
    if !prompt::possible() {
        return Err(Failure::usage(say(message::CliSiteKeyNoTerminal)));
    }
    if prompt::yes(&say(message::CliSiteKeyQuestion))? {
        return Ok(Some(KeyRule::First));
    }
    Err(Failure::new(Fault::Declined, say(message::CliSiteKeyDeclined)))
}

fn show_recipients(page: &mut Page, found: &FoundSite) {
    page.heading(&say(message::CliSiteKeyTitle { site: found.name() }));
    let mut rows = vec![(found.root(), say(message::CliSiteKeyEverything))];
    rows.extend(found.recipients().into_iter().map(|other| {
        let sees = words().list(&called::sees(&other));
        (other.host, sees)
    }));
    page.block(&rows);
    if !found.has_two_keys() {
        page.line(&say(message::CliSiteKeySame));
    }
    page.gap();
}

/// Nobody calls a site like a file that lies in the folder at hand.
fn is_file(name: &str) -> Failure {
    Failure::usage(say(message::CliSiteIsFile { name })).hint(say(message::CliSiteIsFileHint { file: quoted(name) }))
}

/// Gives the wallet back, in which the site is to be added.
async fn find(app: &App, wallet: Wallet, url: &str) -> Result<(Wallet, FoundSite), Failure> {
    let _progress = Reporter::start(&app.out, &say(message::CliSiteAsking { site: url }));
    let found = wallet.find_site(url).await?;
    Ok((wallet, found))
}

fn read_description(path: &Path) -> Result<FoundSite, Failure> {
    let origin = Origin::File(path);
    let (_, file) = open(path)?;
    let mut json = Vec::new();
    file.take(DESCRIPTION_BYTES + 1).read_to_end(&mut json).map_err(|error| origin.unread(&error))?;
    if json.len() as u64 > DESCRIPTION_BYTES {
        let limit = Argument::Size(DESCRIPTION_BYTES);
        return Err(Failure::usage(say(message::CliSiteTooLarge { path, limit })));
    }
    if text::is_utf16(&json) {
        return Err(origin.no_text(TextError::Utf16));
    }
    Ok(FoundSite::from_config(&json)?)
}

/// What is printed of it: as the view is, in words.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Added {
    site: Value,
    renewed: bool,
    changes: Vec<String>,
    notes: Vec<String>,
}

fn show_added(page: &mut Page, added: &Added, site: &SiteView) {
    page.line(&if added.renewed {
        say(message::CliSiteRenewed { site: &site.name })
    } else {
        say(message::CliSiteAdded { site: &site.name })
    });
    for change in &added.changes {
        page.line(&format!("  {change}"));
    }
    for note in &added.notes {
        page.line(&format!("  {note}"));
    }
    let required = site.requirements.iter().filter(|asked| asked.required).count();
    let asks = match site.requirements.len() {
        0 => say(message::CliSiteAsksNothing),
        count => say(message::CliSiteAsksCount { count, required }),
    };
    let mut rows = vec![(say(message::CliSiteUrl), site.url.clone()), (say(message::CliSiteApi), site.root.clone())];
    rows.extend(site.recipients.iter().map(elsewhere));
    rows.extend([(say(message::CliSiteAsks), asks), (say(message::CliSiteYou), site.account.did.clone())]);
    page.block(&rows);
}

/// A row about a place outside of the site.
fn elsewhere(other: &Elsewhere) -> (String, String) {
    let sees = Argument::list(called::sees(other));
    (say(message::CliSiteElsewhere), say(message::CliSiteGets { host: &other.host, sees }))
}

fn list(page: &mut Page, sites: &[SiteView]) {
    if sites.is_empty() {
        page.line(&say(message::CliSiteListNone));
        return;
    }
    let rows: Vec<Vec<String>> = sites
        .iter()
        .map(|site| {
            let used = site.last_used.as_deref().map(|at| words().moment(at)).unwrap_or_default();
            vec![site.name.clone(), site.url.clone(), site.account.name.clone(), used]
        })
        .collect();
    let headings = [
        say(message::CliSiteListName),
        say(message::CliSiteListUrl),
        say(message::CliSiteListAccount),
        say(message::CliSiteListUsed),
    ];
    page.table(&headings, &rows);
}

fn show(page: &mut Page, site: &SiteView) {
    page.heading(&site.name);
    let account = message::CliAccountLine { account: &site.account.name, did: &site.account.did };
    let dialect = site.dialect.clone().unwrap_or_else(|| say(message::CliSiteDialectUnknown));
    let mut rows = vec![
        (say(message::CliSiteUrl), site.url.clone()),
        (say(message::CliSiteApi), site.root.clone()),
        (say(message::CliSiteConnection), consent::connection(site.connection)),
        (say(message::CliSiteDialect), dialect),
        (say(message::CliSiteAccount), say(account)),
        (say(message::CliSiteHosts), site.hosts.join(", ")),
    ];
    rows.extend(site.recipients.iter().map(elsewhere));
    if site.key_rule == 1 {
        rows.push((say(message::CliSiteKey), say(message::CliSiteKeyEarlier)));
    }
    rows.extend(site.terms_url.clone().map(|url| (say(message::CliSiteTerms), url)));
    rows.extend(site.policy_url.clone().map(|url| (say(message::CliSitePolicy), url)));
    rows.push((say(message::CliSiteAddedOn), words().moment(&site.added)));
    let used = site.last_used.as_deref().map(|at| words().moment(at));
    rows.push((say(message::CliSiteUsed), used.unwrap_or_else(|| say(message::CliSiteNever))));
    page.block(&rows);
    if !site.requirements.is_empty() {
        page.gap();
        page.heading(&say(message::CliSiteRequirements));
        page.gap();
        let (name, title) = (say(message::CliSiteRequirementsName), say(message::CliSiteRequirementsTitle));
        let rows: Vec<Vec<String>> = site.requirements.iter().map(requirement_row).collect();
        page.table(&[name, title, String::new()], &rows);
    }
}

fn requirement_row(asked: &RequirementView) -> Vec<String> {
    let need = match (asked.required, asked.known) {
        (true, true) => say(message::CliSiteRequired),
        (false, true) => say(message::CliSiteOptional),
        (true, false) => say(message::CliSiteRequiredUnknown),
        (false, false) => say(message::CliSiteOptionalUnknown),
    };
    vec![asked.name.clone(), called::in_words(&asked.called), need]
}
