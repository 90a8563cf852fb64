//! `idw site`: the relying parties the wallet knows.

mod choice;
mod knows;

use std::{io::Read as _, path::Path, path::PathBuf};

use clap::{Args, Subcommand};
use idw_wallet::{
    AddSite, FoundSite, KeyRule, TextError, Wallet, text,
    view::{Connection, Elsewhere, RequirementView, SiteAdded, SiteView},
};
use idw_words::Words;
use serde::Serialize;
use serde_json::Value;

pub(super) use self::choice::{IfSeveral, chosen};
use self::knows::KnowsArgs;
use super::document::open;
use crate::{
    app::App,
    called, changes,
    fault::{Failure, Fault},
    network::{Network, NetworkArgs},
    page::{Page, moment},
    password::no_text,
    progress::Reporter,
    prompt, spoken,
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
            let spoken: Vec<Value> = sites.iter().map(|site| spoken::site(&app.words, site)).collect();
            app.out.show(&spoken, |page| list(page, &sites))
        }
        SiteCommand::Show { site } => {
            let wallet = app.unlock()?;
            let site = chosen(app, &wallet, site, IfSeveral::Ask)?;
            app.out.show(&spoken::site(&app.words, &site), |page| show(page, &app.words, &site))
        }
        SiteCommand::Knows(args) => knows::run(app, args),
        SiteCommand::Remove { site } => {
            let wallet = app.unlock()?;
            let site = chosen(app, &wallet, site, IfSeveral::Ask)?.name;
            let removed = wallet.remove_site(&site)?;
            let spoken = spoken::site(&app.words, &removed);
            app.out.confirm(&spoken, None, |page| page.line(&format!("Removed {}", removed.name)))
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
        (None, None) => return Err(Failure::usage("a URL is needed, or a description with --config")),
    };
    let key_rule = key_rule(app, args, &found)?;
    let added = wallet.add_site_as(found, AddSite { name: args.name.as_deref(), key_rule })?;
    let SiteAdded { site, renewed, changes, notes } = added;
    let changes = changes::all_in_words(&app.words, &changes);
    let added = Added { site: spoken::site(&app.words, &site), renewed, changes, notes };
    app.out.confirm(&added, Some(&site.name), |page| show_added(page, &app.words, &added, &site))
}

/// The rule that was asked for. By the first one, other sites can have the same key: everyone who gets what it signs is
/// shown before it is used.
fn key_rule(app: &App, args: &AddArgs, found: &FoundSite) -> Result<Option<KeyRule>, Failure> {
    match args.key_rule {
        Some(1) => {}
        Some(_) => return Ok(Some(KeyRule::Second)),
        None => return Ok(None),
    }
    app.out.present(|page| show_recipients(page, &app.words, found));
    if args.yes {
        return Ok(Some(KeyRule::First));
    }
    if !prompt::possible() {
        let message =
            "there is no terminal to ask you about who gets what the key signs; nothing was added; --yes agrees to it";
        return Err(Failure::usage(message));
    }
    if prompt::yes("Use the key of the earlier rule with these?")? {
        return Ok(Some(KeyRule::First));
    }
    Err(Failure::new(Fault::Declined, "you declined; nothing was added"))
}

fn show_recipients(page: &mut Page, words: &Words, found: &FoundSite) {
    page.heading(&format!("Who gets what your key for {} signs", found.name()));
    let mut rows = vec![(found.root(), "everything that is sent".to_owned())];
    rows.extend(found.recipients().into_iter().map(|other| {
        let sees = called::sees(words, &other).join(", ");
        (other.host, sees)
    }));
    page.block(&rows.iter().map(|(who, what)| (who.as_str(), what.clone())).collect::<Vec<_>>());
    if !found.has_two_keys() {
        page.line("Both rules make the same key for this site.");
    }
    page.gap();
}

/// Nobody calls a site like a file that lies in the folder at hand.
fn is_file(name: &str) -> Failure {
    Failure::usage(format!("'{name}' is a file here, not the address of a site; nothing was added"))
        .hint(format!("`idw site add --config {}` reads a site's description from it", crate::hints::quoted(name)))
}

/// Gives the wallet back, in which the site is to be added.
async fn find(app: &App, wallet: Wallet, url: &str) -> Result<(Wallet, FoundSite), Failure> {
    let _progress = Reporter::start(&app.out, &format!("Asking {url} for its description"));
    let found = wallet.find_site(url).await?;
    Ok((wallet, found))
}

fn read_description(path: &Path) -> Result<FoundSite, Failure> {
    let (_, file) = open(path)?;
    let mut json = Vec::new();
    file.take(DESCRIPTION_BYTES + 1)
        .read_to_end(&mut json)
        .map_err(|error| Failure::io(Fault::Usage, format!("the file {} could not be read", path.display()), &error))?;
    if json.len() as u64 > DESCRIPTION_BYTES {
        return Err(Failure::usage(format!("the file {} is too large for a site's description", path.display())));
    }
    if text::is_utf16(&json) {
        return Err(no_text(&format!("the file {}", path.display()), TextError::Utf16));
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

fn show_added(page: &mut Page, words: &Words, added: &Added, site: &SiteView) {
    let verb = if added.renewed { "Renewed" } else { "Added" };
    page.line(&format!("{verb} {}", site.name));
    for change in &added.changes {
        page.line(&format!("  {change}"));
    }
    for note in &added.notes {
        page.line(&format!("  {note}"));
    }
    let asked = site.requirements.iter().filter(|asked| asked.required).count();
    let asks = match (site.requirements.len(), asked) {
        (0, _) => "nothing".to_owned(),
        (1, 0) => "1 attribute, which is optional".to_owned(),
        (1, _) => "1 attribute, which is required".to_owned(),
        (all, required) => format!("{all} attributes, {required} of them required"),
    };
    let mut rows = vec![("URL", site.url.clone()), ("API", site.root.clone())];
    rows.extend(site.recipients.iter().map(|other| ("Elsewhere", elsewhere(words, other))));
    rows.extend([("Asks for", asks), ("You are", site.account.did.clone())]);
    page.block(&rows);
}

fn elsewhere(words: &Words, other: &Elsewhere) -> String {
    format!("{} gets {}", other.host, called::sees(words, other).join(", "))
}

fn list(page: &mut Page, sites: &[SiteView]) {
    if sites.is_empty() {
        page.line("No sites yet. `idw site add URL` adds one.");
        return;
    }
    let rows: Vec<Vec<String>> = sites
        .iter()
        .map(|site| {
            let used = site.last_used.as_deref().map(moment).unwrap_or_default();
            vec![site.name.clone(), site.url.clone(), site.account.name.clone(), used]
        })
        .collect();
    page.table(&["NAME", "URL", "ACCOUNT", "LAST USED (UTC)"], &rows);
}

fn show(page: &mut Page, words: &Words, site: &SiteView) {
    page.heading(&site.name);
    let connection = match site.connection {
        Connection::Tls => "TLS",
        Connection::Loopback => "plain HTTP, this machine only",
    };
    let mut rows = vec![
        ("URL", site.url.clone()),
        ("API", site.root.clone()),
        ("Connection", connection.to_owned()),
        ("Dialect", site.dialect.clone().unwrap_or_else(|| "not known yet".to_owned())),
        ("Account", format!("{}  {}", site.account.name, site.account.did)),
        ("Hosts", site.hosts.join(", ")),
    ];
    rows.extend(site.recipients.iter().map(|other| ("Elsewhere", elsewhere(words, other))));
    if site.key_rule == 1 {
        rows.push(("Key", "made by an earlier rule".to_owned()));
    }
    rows.extend(site.terms_url.clone().map(|url| ("Terms", url)));
    rows.extend(site.policy_url.clone().map(|url| ("Privacy", url)));
    rows.push(("Added", format!("{} UTC", moment(&site.added))));
    let used = site.last_used.as_deref().map_or_else(|| "never".to_owned(), |at| format!("{} UTC", moment(at)));
    rows.push(("Last used", used));
    page.block(&rows);
    if !site.requirements.is_empty() {
        page.gap();
        page.heading("Asks for at sign-up");
        page.gap();
        page.table(
            &["NAME", "TITLE", ""],
            &site.requirements.iter().map(|asked| requirement_row(words, asked)).collect::<Vec<_>>(),
        );
    }
}

fn requirement_row(words: &Words, asked: &RequirementView) -> Vec<String> {
    let need = if asked.required { "required" } else { "optional" };
    let need = if asked.known { need.to_owned() } else { format!("{need}, not known to this wallet") };
    vec![asked.name.clone(), called::in_words(words, &asked.called), need]
}
