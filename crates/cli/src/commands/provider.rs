//! `idw provider`: who checks identities.

use std::{
    fs,
    path::{Path, PathBuf},
};

use clap::{Args, Subcommand, ValueEnum};
use idw_wallet::{
    AddProvider, ProviderSecret, Wallet,
    view::{CheckView, ProviderDialect, ProviderView, SecretState},
};
use serde::Serialize;

use crate::{
    app::App,
    fault::Failure,
    page::{Ink, Page, moment},
    prompt, secret,
    words::tell,
};

/// How else a secret can be given, for messages.
const OPTION: &str = "--client-secret-file";

#[derive(Debug, Subcommand)]
pub(crate) enum ProviderCommand {
    /// Add a provider that checks identities, with the client id that it gave you
    Add(AddArgs),
    /// List the providers
    List,
    /// Show a provider, and what of its checks the wallet still holds
    Show {
        /// The provider's name or id
        name: String,
    },
    /// Put a provider's client secret into the system keyring
    Secret {
        /// The provider's name or id
        name: String,
        #[command(flatten)]
        secret: SecretArgs,
    },
    /// Remove a provider; what its checks gave stays
    Remove {
        /// The provider's name or id
        name: String,
    },
}

#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  idw provider add 'Example Check' --client-id com.example.wallet \\
      --authorize https://check.example/authorize --api https://api.check.example/v2/web-kyc
  idw provider add tests --dialect web-idv --client-id me --api http://127.0.0.1:4100/web-idv \\
      --redirect 'http://localhost:3000/back?mine=b52f4e' --client-secret-file secret.txt")]
pub(crate) struct AddArgs {
    /// What you call the provider
    name: String,
    /// The client id that the provider gave you
    #[arg(long, value_name = "ID")]
    client_id: String,
    /// What the provider speaks; Web IDV has no state, which is weaker: see docs/webkyc.md
    #[arg(long, value_enum, default_value_t = Dialect::WebKyc)]
    dialect: Dialect,
    /// Where you go to be checked [default: the provider's address of the dialect]
    #[arg(long, value_name = "URL")]
    authorize: Option<String>,
    /// Where the wallet asks for the outcome [default: the provider's address of the dialect]
    #[arg(long, value_name = "URL")]
    api: Option<String>,
    /// Where the browser comes back to, exactly as registered [default: http://127.0.0.1:8467/verified]
    #[arg(long, value_name = "URI")]
    redirect: Option<String>,
    /// Where the wallet waits for the browser, where the redirect is an https page that forwards [default: the redirect]
    #[arg(long, value_name = "127.0.0.1:PORT/PATH")]
    listen: Option<String>,
    /// Let its checks count as verified for others
    #[arg(long)]
    trust: bool,
    #[command(flatten)]
    secret: SecretArgs,
}

/// The client secret, which is never an argument.
#[derive(Args, Debug, Default)]
pub(crate) struct SecretArgs {
    /// Read the client secret from this file, less one newline at its end
    #[arg(long, value_name = "F")]
    client_secret_file: Option<PathBuf>,
}

impl SecretArgs {
    pub(crate) fn read(&self) -> Result<Option<ProviderSecret>, Failure> {
        self.client_secret_file.as_deref().map(read).transpose()
    }

    /// What a later command finds the file by.
    fn place(&self) -> Option<String> {
        let path = self.client_secret_file.as_deref()?;
        Some(fs::canonicalize(path).unwrap_or_else(|_| path.to_owned()).display().to_string())
    }
}

/// The secret in a file.
fn read(path: &Path) -> Result<ProviderSecret, Failure> {
    let mut text = secret::from_file(path)?;
    Ok(ProviderSecret::new(std::mem::take(&mut *text)))
}

fn ask(name: &str) -> Result<ProviderSecret, Failure> {
    let mut text = secret::ask(&format!("Client secret of {name}: "), OPTION)?;
    Ok(ProviderSecret::new(std::mem::take(&mut *text)))
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Dialect {
    /// Web KYC
    WebKyc,
    /// Web IDV, its successor
    WebIdv,
}

impl From<Dialect> for ProviderDialect {
    fn from(dialect: Dialect) -> Self {
        match dialect {
            Dialect::WebKyc => Self::WebKyc,
            Dialect::WebIdv => Self::WebIdv,
        }
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Shown {
    #[serde(flatten)]
    provider: ProviderView,
    secret: SecretState,
    checks: Vec<CheckView>,
}

pub(crate) fn run(app: &App, command: ProviderCommand) -> Result<(), Failure> {
    match command {
        ProviderCommand::Add(args) => add(app, args),
        ProviderCommand::List => list(app),
        ProviderCommand::Show { name } => show(app, &name),
        ProviderCommand::Secret { name, secret } => set_secret(app, &name, &secret),
        ProviderCommand::Remove { name } => remove(app, &name),
    }
}

fn add(app: &App, args: AddArgs) -> Result<(), Failure> {
    let given = args.secret.read()?;
    let wallet = app.unlock()?;
    let secret = match given {
        None if prompt::possible() => Some(ask(&args.name)?),
        given => given,
    };
    let has_secret = secret.is_some();
    let provider = wallet.add_provider(AddProvider {
        name: args.name,
        dialect: args.dialect.into(),
        client_id: args.client_id,
        authorize: args.authorize,
        api: args.api,
        redirect: args.redirect,
        listen: args.listen,
        trusted: args.trust,
        secret,
        secret_file: args.secret.place(),
    })?;
    app.out.confirm(&provider, None, |page| {
        page.line(&format!("Added {}{}", provider.name, if provider.test { ", a test provider" } else { "" }));
        if let Some(file) = &provider.secret_file {
            let text =
                format!("The system keyring cannot be used here, so the client secret is read from {file} each time");
            page.inked(Ink::Yellow, &text);
        } else if !has_secret {
            page.inked(
                Ink::Yellow,
                "It has no client secret yet: `idw provider secret` keeps it in the system keyring",
            );
        }
        if provider.dialect == ProviderDialect::WebIdv {
            page.inked(Ink::Yellow, "Web IDV has no state: look at the name before you keep what a check brought");
        }
    })
}

fn list(app: &App) -> Result<(), Failure> {
    let providers = app.unlock()?.providers()?;
    app.out.show(&providers, |page| {
        if providers.is_empty() {
            return page.line("There are no providers. `idw provider add` adds one");
        }
        let rows: Vec<Vec<String>> = providers
            .iter()
            .map(|one| vec![one.name.clone(), dialect(one).to_owned(), one.api.clone(), standing(one)])
            .collect();
        page.table(&["NAME", "DIALECT", "API", ""], &rows);
    })
}

fn dialect(provider: &ProviderView) -> &'static str {
    match provider.dialect {
        ProviderDialect::WebKyc => "Web KYC",
        ProviderDialect::WebIdv => "Web IDV",
    }
}

/// What sets it apart.
fn standing(provider: &ProviderView) -> String {
    let told = [(provider.test, "test provider"), (provider.trusted, "counts for others")];
    told.into_iter().filter(|(is_so, _)| *is_so).map(|(_, text)| text).collect::<Vec<_>>().join(", ")
}

fn show(app: &App, name: &str) -> Result<(), Failure> {
    let wallet = app.unlock()?;
    let provider = wallet.provider(name)?;
    let secret = wallet.provider_secret_state(name)?;
    let checks = checks_of(&wallet, &provider)?;
    let shown = Shown { provider, secret, checks };
    app.out.show(&shown, |page| present(page, &shown))
}

fn checks_of(wallet: &Wallet, provider: &ProviderView) -> Result<Vec<CheckView>, Failure> {
    let mut checks = wallet.checks()?;
    checks.retain(|check| check.provider == provider.id);
    Ok(checks)
}

fn present(page: &mut Page, shown: &Shown) {
    let Shown { provider, secret, checks } = shown;
    page.heading(&provider.name);
    let secret = match (secret, &provider.secret_file) {
        (SecretState::Kept, _) => "in the system keyring".to_owned(),
        (_, Some(file)) => format!("in the file {file}"),
        (SecretState::Missing, None) => "none is kept".to_owned(),
        (SecretState::Unavailable { reason }, None) => tell(reason),
    };
    let mut rows = vec![
        ("Dialect", dialect(provider).to_owned()),
        ("Client id", provider.client_id.clone()),
        ("API", provider.api.clone()),
    ];
    rows.extend(provider.authorize.clone().map(|authorize| ("Authorize", authorize)));
    rows.extend([
        ("Redirect", provider.redirect.clone()),
        ("Listens at", provider.listen.clone()),
        ("Secret", secret),
        ("Counts for others", if provider.trusted { "yes" } else { "no" }.to_owned()),
        ("Test provider", if provider.test { "yes" } else { "no" }.to_owned()),
        ("Id", provider.id.clone()),
    ]);
    page.block(&rows);
    for check in checks {
        page.gap();
        let end = check.number_end.as_ref().map_or_else(String::new, |end| format!(" …{end}"));
        let document = check.document_type.as_deref().unwrap_or("a document");
        page.subheading(&format!("Check of {document}{end} on {}", moment(&check.at)));
        page.line(&format!("Unchanged since: {}", check.values.join(", ")));
        let counts = if check.counts { "It counts as verified for others" } else { "It does not count for others" };
        page.line(counts);
    }
}

fn set_secret(app: &App, name: &str, args: &SecretArgs) -> Result<(), Failure> {
    let given = args.read()?;
    let wallet = app.unlock()?;
    let provider = wallet.provider(name)?;
    let secret = given.map_or_else(|| ask(&provider.name), Ok)?;
    let provider = wallet.set_provider_secret(name, &secret)?;
    app.out.confirm(&provider, None, |page| {
        page.line(&format!("The system keyring has the client secret of {} now", provider.name));
    })
}

fn remove(app: &App, name: &str) -> Result<(), Failure> {
    let (provider, left_behind) = app.unlock()?.remove_provider(name)?;
    if let Some(why) = left_behind {
        app.out.warn(&format!("the client secret may still be in the system keyring: {}", tell(&why)));
    }
    app.out.confirm(&provider, None, |page| {
        page.line(&format!("Removed {}; what its checks gave stays in the wallet", provider.name));
    })
}
