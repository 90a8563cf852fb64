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
use idw_words::{Argument, message};
use serde::Serialize;

use crate::{
    app::App,
    fault::Failure,
    hints::quoted,
    page::{Ink, Page},
    prompt, secret,
    words::{asking, say},
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
    let mut text = secret::ask(&asking(message::CliProviderAskSecret { name }), OPTION)?;
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
        let name = &provider.name;
        page.line(&if provider.test {
            say(message::CliProviderAddedTest { name })
        } else {
            say(message::CliProviderAdded { name })
        });
        if let Some(file) = &provider.secret_file {
            page.inked(Ink::Yellow, &say(message::CliProviderSecretInFile { file }));
        } else if !has_secret {
            page.inked(Ink::Yellow, &say(message::CliProviderNoSecret { name }));
            page.line(&say(message::CliHintProviderSecret { provider: quoted(name) }));
        }
        if provider.dialect == ProviderDialect::WebIdv {
            page.inked(Ink::Yellow, &say(message::CliProviderWebIdv));
        }
    })
}

fn list(app: &App) -> Result<(), Failure> {
    let providers = app.unlock()?.providers()?;
    app.out.show(&providers, |page| {
        if providers.is_empty() {
            return page.line(&say(message::CliProviderNone));
        }
        let rows: Vec<Vec<String>> =
            providers.iter().map(|one| vec![one.name.clone(), dialect(one), one.api.clone(), standing(one)]).collect();
        let headings = [
            say(message::CliProviderColumnName),
            say(message::CliProviderColumnDialect),
            say(message::CliProviderColumnApi),
            String::new(),
        ];
        page.table(&headings, &rows);
    })
}

fn dialect(provider: &ProviderView) -> String {
    match provider.dialect {
        ProviderDialect::WebKyc => say(message::ProviderDialectWebKyc),
        ProviderDialect::WebIdv => say(message::ProviderDialectWebIdv),
    }
}

/// What sets it apart.
fn standing(provider: &ProviderView) -> String {
    let test = provider.test.then(|| say(message::ProviderBadgeTest));
    let trusted = provider.trusted.then(|| say(message::ProviderBadgeTrusted));
    test.into_iter().chain(trusted).collect::<Vec<_>>().join(", ")
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
        (SecretState::Kept, _) => say(message::ProviderSecretKept),
        (_, Some(file)) => say(message::ProviderSecretFile { file }),
        (SecretState::Missing, None) => say(message::ProviderSecretMissing),
        (SecretState::Unavailable { reason }, None) => say(message::ProviderSecretUnavailable { reason }),
    };
    let counts = if provider.trusted { say(message::ProviderChecksTrusted) } else { say(message::ProviderChecksOwn) };
    let test = if provider.test { say(message::FieldYes) } else { say(message::FieldNo) };
    let mut rows = vec![
        (say(message::ProviderDialect), dialect(provider)),
        (say(message::ProviderClientId), provider.client_id.clone()),
        (say(message::ProviderApi), provider.api.clone()),
    ];
    rows.extend(provider.authorize.clone().map(|authorize| (say(message::ProviderAuthorize), authorize)));
    rows.extend([
        (say(message::ProviderRedirect), provider.redirect.clone()),
        (say(message::ProviderListen), provider.listen.clone()),
        (say(message::ProviderSecret), secret),
        (say(message::CliProviderLabelChecks), counts),
        (say(message::ProviderBadgeTest), test),
        (say(message::CliProviderLabelId), provider.id.clone()),
    ]);
    page.block(&rows);
    for check in checks {
        page.gap();
        present_check(page, check);
    }
}

fn present_check(page: &mut Page, check: &CheckView) {
    let kind = check.document_type.clone().unwrap_or_else(|| say(message::VerifiedDocument));
    let document = match &check.number_end {
        Some(end) => say(message::VerifiedDocumentNumber { document: kind, end }),
        None => kind,
    };
    page.subheading(&say(message::CliProviderCheck { document, moment: Argument::Moment(check.at.clone()) }));
    page.line(&say(message::CliProviderCheckValues { values: check.values.join(", ") }));
    page.line(&if check.counts { say(message::CliProviderCheckCounts) } else { say(message::CliProviderCheckOwn) });
}

fn set_secret(app: &App, name: &str, args: &SecretArgs) -> Result<(), Failure> {
    let given = args.read()?;
    let wallet = app.unlock()?;
    let provider = wallet.provider(name)?;
    let secret = given.map_or_else(|| ask(&provider.name), Ok)?;
    let provider = wallet.set_provider_secret(name, &secret)?;
    app.out.confirm(&provider, None, |page| {
        page.line(&say(message::CliProviderSecretSaved { name: &provider.name }));
    })
}

fn remove(app: &App, name: &str) -> Result<(), Failure> {
    let (provider, left_behind) = app.unlock()?.remove_provider(name)?;
    if let Some(why) = left_behind {
        app.out.warn(&say(message::ProviderLeftBehindText { reason: &why }));
    }
    app.out.confirm(&provider, None, |page| {
        page.line(&say(message::CliProviderRemoved { name: &provider.name }));
    })
}
