//! How long the programs themselves take: starting, and where a login spends its time.
//!
//! Everything is measured in one run, alternating, and given as the median and as ratios: a figure from another
//! machine or another minute says nothing.
#![expect(clippy::print_stdout, reason = "a benchmark prints its table")]

mod proxy;

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use argon2::{Algorithm, Argon2, Params, Version};
use idw_huge_pages::Blocks;
use idw_journeys::{Home, RelyingParty, built};
use proxy::Proxy;

const STARTS: usize = 200;
const LOGINS: usize = 25;

/// What a cold `idw login` may take beside the key derivation, which takes as long as it is meant to.
const COLD_LOGIN_MARK: Duration = Duration::from_millis(20);

/// What the wallet calls the site.
const SITE: &str = "bench";

fn main() {
    // `cargo test --benches` only wants to know that this runs.
    let is_bench = std::env::args().any(|argument| argument == "--bench");
    let (starts, logins) = if is_bench { (STARTS, LOGINS) } else { (1, 1) };
    let filter = std::env::args().skip(1).find(|argument| !argument.starts_with('-'));
    let wants = |name: &str| filter.as_ref().is_none_or(|filter| name.contains(filter.as_str()));
    if wants("start") {
        start(starts);
    }
    if wants("login") {
        login(logins);
    }
}

fn start(times: usize) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let Some(empty) = empty_program(folder.path()) else {
        println!("start: there is no C compiler to compare with");
        return;
    };
    let idw = built("idw");
    let mut empties = Vec::new();
    let mut versions = Vec::new();
    for _ in 0..times {
        empties.push(time(Command::new(&empty).stdout(Stdio::null())));
        versions.push(time(Command::new(&idw).arg("--version").stdout(Stdio::null())));
    }
    let floor = median(&mut empties);
    println!("\nstart, median of {times}");
    row("an empty C program", floor, floor);
    row("idw --version", median(&mut versions), floor);
}

fn login(times: usize) {
    let home = Home::with_vault();
    let config = home.write_outside("config.json", br#"{"attributes": [], "templates": []}"#);
    let config = config.display().to_string();
    let relying_party = RelyingParty::start(&["--dialect", "classic", "--config", &config]);
    let proxy = Proxy::before(relying_party.url());
    let description = home.write_outside("site.json", description(&proxy).as_bytes());
    home.ok(["site", "add", "--config", &description.display().to_string()]);
    home.ok(["signup", SITE, "--yes"]);

    let (mut totals, mut kdfs, mut waits) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..times {
        kdfs.push(kdf_alone());
        proxy.waited();
        totals.push(time(home.command().args(["login", SITE, "--yes", "--quiet"])));
        waits.push(proxy.waited());
    }
    let (total, kdf, wait) = (median(&mut totals), median(&mut kdfs), median(&mut waits));
    println!("\nlogin at a local site, least key derivation cost, median of {times}");
    row("all of `idw login`", total, total);
    row("key derivation alone", kdf, total);
    row("waiting for the site", wait, total);
    row("everything else", total.saturating_sub(kdf + wait), total);
    let beside_kdf = total.saturating_sub(kdf);
    let met = if beside_kdf <= COLD_LOGIN_MARK { "met" } else { "NOT MET" };
    let millis = |time: Duration| time.as_secs_f64() * 1000.0;
    println!("  {:>8.2} ms, key derivation aside    mark ≤ {} ms  {met}", millis(beside_kdf), millis(COLD_LOGIN_MARK));
}

/// The site as the wallet is to see it: behind the proxy.
fn description(proxy: &Proxy) -> String {
    let url = proxy.url();
    serde_json::json!({
        "website": {"name": SITE, "url": url},
        "rootEndpoint": format!("{url}/lws"),
        "attributes": [],
        "did": false,
    })
    .to_string()
}

/// Argon2id as the vault's password slot uses it at its least cost: 64 MiB in huge pages, three passes, four lanes.
fn kdf_alone() -> Duration {
    let params = Params::new(64 * 1024, 3, 4, Some(32)).expect("these are within Argon2's bounds");
    let blocks = params.block_count();
    let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
    let started = Instant::now();
    let mut key = [0; 32];
    let mut memory = Blocks::take(blocks).expect("the memory is there");
    argon2
        .hash_password_into_with_memory(b"correct horse battery staple", &[7; 32], &mut key, memory.as_mut_slice())
        .expect("the memory is enough");
    drop(memory); // which wipes it
    std::hint::black_box(key);
    started.elapsed()
}

fn empty_program(folder: &Path) -> Option<PathBuf> {
    let source = folder.join("empty.c");
    let program = folder.join("empty");
    std::fs::write(&source, "int main(void) { return 0; }\n").expect("written");
    let mut compile = Command::new("cc");
    compile.arg("-O2").arg("-o").arg(&program).arg(&source);
    compile.status().is_ok_and(|status| status.success()).then_some(program)
}

fn time(command: &mut Command) -> Duration {
    let started = Instant::now();
    let status = command.stdout(Stdio::null()).status().expect("the program starts");
    let took = started.elapsed();
    assert!(status.success(), "{command:?} failed");
    took
}

fn median(times: &mut [Duration]) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}

fn row(what: &str, took: Duration, compared_with: Duration) {
    let ratio = took.as_secs_f64() / compared_with.as_secs_f64();
    println!("  {what:<24} {:>9.3} ms  {ratio:>6.2} ×", took.as_secs_f64() * 1000.0);
}
