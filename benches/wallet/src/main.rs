//! A wallet with 10,000 attributes, made or opened: `wallet-unlock make DIR tuned | floor` and `wallet-unlock list DIR`,
//! which prints how many nanoseconds passed from the password to the list.
#![expect(clippy::print_stdout, reason = "the program that measures reads the figure from there")]

use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Result, anyhow, bail, ensure};
use idw_wallet::{CreateOptions, ImportOptions, KdfCost, Metadata, OnConflict, Password, Wallet};
use serde_json::{Value, json};

// As in the programs that ship: what is freed is wiped, which costs time here too.
#[global_allocator]
static ALLOCATOR: zeroizing_alloc::ZeroAlloc<std::alloc::System> = zeroizing_alloc::ZeroAlloc(std::alloc::System);

const ATTRIBUTES: usize = 10_000;

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments.as_slice() {
        ["make", dir, "tuned"] => make(dir.as_ref(), KdfCost::Tuned),
        ["make", dir, "floor"] => make(dir.as_ref(), KdfCost::Floor),
        ["list", dir] => {
            println!("{}", unlock_and_list(dir.as_ref())?.as_nanos());
            Ok(())
        }
        _ => bail!("wallet-unlock make DIR tuned | floor, or wallet-unlock list DIR"),
    }
}

fn password() -> Password {
    Password::new("correct horse battery staple".to_owned())
}

fn unlock_and_list(dir: &Path) -> Result<Duration> {
    let password = password();
    let started = Instant::now();
    let wallet = Wallet::open(dir)?.unlock(&password).map_err(|(_, error)| anyhow!(error))?;
    let listed = black_box(wallet.attributes()?).len();
    let taken = started.elapsed();
    ensure!(listed == ATTRIBUTES, "{listed} attributes were listed");
    Ok(taken)
}

fn make(dir: &Path, cost: KdfCost) -> Result<()> {
    let options = CreateOptions { cost, ..CreateOptions::default() };
    let (wallet, _) = Wallet::create(dir, &password(), options)?;
    let file = json!({"format": "idw-data", "version": 1, "documents": [],
        "attributes": (0..ATTRIBUTES).map(attribute).collect::<Vec<_>>()});
    let options = ImportOptions {
        dry_run: false,
        on_conflict: OnConflict::Skip,
        from: "bench".to_owned(),
        metadata: Metadata::Remove,
    };
    wallet.import_data(&mut file.to_string().as_bytes(), &options)?;
    let listed = wallet.attributes()?.len();
    ensure!(listed == ATTRIBUTES, "{listed} attributes were imported");
    Ok(())
}

fn attribute(n: usize) -> Value {
    let (name, value) = match n % 10 {
        0 => ("first-name", json!(format!("Élodie {n}"))),
        1 => ("last-name", json!(format!("Example {n}"))),
        2 => ("email", json!(format!("ada{n}@mail.example"))),
        3 => ("nationality", json!({"country": "NZ", "denonym": format!("{n}")})),
        4..=6 => ("physical-address", json!({"address_line_1": format!("{n} High Street"), "city": "Exampleton"})),
        _ => ("tax-id-number", json!(format!("T-{n}"))),
    };
    let schema = format!("http://platform.selfkey.org/schema/attribute/{name}.json");
    json!({"schema": schema, "label": format!("label {n}"), "value": value})
}
