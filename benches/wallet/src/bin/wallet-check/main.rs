//! An identity check from the browser's return to what the user is shown: `wallet-check ROUNDS` prints for each round how
//! many nanoseconds the wallet took, and after them how many passed in all, with what the provider took.
//!
//! The provider is in this process and answers over HTTP with two pictures of some 4 MB.
#![expect(clippy::print_stdout, reason = "the program that measures reads the figures from there")]

mod browser;
mod picture;
mod provider;

use std::process::ExitCode;
use std::thread;
use std::time::Duration;

use anyhow::{Context as _, Result, anyhow, ensure};
use idw_wallet::view::ProviderDialect;
use idw_wallet::{AddProvider, CheckOptions, CreateOptions, KdfCost, Password, ProviderSecret, Wallet};
use provider::Provider;
use tokio::runtime::Runtime;

// As in the programs that ship: what is freed is wiped, which costs time here too.
#[global_allocator]
static ALLOCATOR: zeroizing_alloc::ZeroAlloc<std::alloc::System> = zeroizing_alloc::ZeroAlloc(std::alloc::System);

/// What the wallet calls the provider.
const NAME: &str = "bench";

/// How long the browser's return is waited for.
const PATIENCE: Duration = Duration::from_secs(60);

fn main() -> Result<ExitCode> {
    // Pictures are opened in a process of their own, which is this program started again.
    if let Some(code) = idw_wallet::open_document_if_asked() {
        return Ok(code);
    }
    measure()?;
    Ok(ExitCode::SUCCESS)
}

fn measure() -> Result<()> {
    let rounds = std::env::args().nth(1).context("wallet-check ROUNDS")?.parse::<usize>()?;
    let folder = tempfile::tempdir()?;
    let options = CreateOptions { cost: KdfCost::Floor, ..CreateOptions::default() };
    let password = Password::new("correct horse battery staple".to_owned());
    let (wallet, _) = Wallet::create(&folder.path().join("vault"), &password, options)?;
    let provider = Provider::start()?;
    add(&wallet, &provider)?;
    // As in `idw`.
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    for _ in 0..rounds {
        let whole = check(&wallet, &runtime)?;
        let provider = provider.spent();
        println!("{} {}", whole.saturating_sub(provider).as_nanos(), whole.as_nanos());
    }
    Ok(())
}

fn add(wallet: &Wallet, provider: &Provider) -> Result<()> {
    wallet.add_provider(AddProvider {
        name: NAME.to_owned(),
        dialect: ProviderDialect::WebKyc,
        client_id: "com.example.wallet".to_owned(),
        authorize: Some(format!("{}/authorize", provider.url())),
        api: Some(provider.url().to_owned()),
        redirect: Some(format!("http://127.0.0.1:{}/back", browser::free_port()?)),
        listen: None,
        trusted: true,
        secret: None,
        secret_file: None,
    })?;
    Ok(())
}

/// Has one check made, and says how long it took from the browser's first byte to the review.
fn check(wallet: &Wallet, runtime: &Runtime) -> Result<Duration> {
    let (arrived, returned) = runtime.block_on(async {
        let secret = ProviderSecret::new("not-a-real-secret".to_owned());
        let under_way = wallet.begin_check(NAME, Some(secret)).await?;
        let address = under_way.address().to_owned();
        let browser = thread::spawn(move || browser::come_back(&address));
        let arrived = under_way.arrived(PATIENCE, &|_| ()).await?;
        let returned = browser.join().map_err(|_| anyhow!("the browser's thread ended early"))??;
        anyhow::Ok((arrived, returned))
    })?;
    let review = wallet.review_check(arrived, CheckOptions::default())?;
    let took = returned.elapsed();
    let card = review.preview().items.iter().find(|item| item.name == "national-id");
    let card = card.context("a document came")?;
    ensure!(card.fields.iter().any(|field| field.text.id() == "check-field-picture"), "its picture was taken in");
    ensure!(review.preview().left_out.iter().all(|one| one.what != "front"), "no picture was left out");
    Ok(took)
}
