//! `cargo xtask bench lws`: what the client costs beside the least that the same work can cost, in one run and
//! against one server.
//!
//! Each contestant is a process of its own, started by this one, which serves: so memory and connections can be told
//! apart. Rounds alternate, and the median counts.

mod login;
mod server;
mod upload;

use std::process::{Command, ExitCode, Stdio};

use server::Server;

/// Logins of one round, after as many again to warm up.
const LOGINS: usize = 400;
const ROUNDS: usize = 5;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let printed = match words.as_slice() {
        ["login", root] => login::ours(root),
        ["login-raw", root] => login::raw(root),
        ["upload", root, dir] => upload::ours(root, dir),
        ["upload-raw", root] => upload::raw(root),
        _ => return compare(),
    };
    println!("{printed}");
    ExitCode::SUCCESS
}

fn compare() -> ExitCode {
    let server = Server::start();
    let met = [compare_logins(&server), compare_uploads(&server)];
    if met.iter().all(|met| *met) { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn compare_logins(server: &Server) -> bool {
    let node = concat!(env!("CARGO_MANIFEST_DIR"), "/node/login.js");
    let count = LOGINS.to_string();
    let own = |what: &'static str| vec![own_path(), what.to_owned(), server.root().to_owned()];
    let js = |what: &str| ["node", node, what, server.root(), &count, &count].map(str::to_owned).to_vec();
    let contestants = [
        ("raw hyper", own("login-raw")),
        ("idw-lws", own("login")),
        ("Node.js, undici", js("undici")),
        ("Node.js, request", js("request")),
    ];
    let mut times = contestants.each_ref().map(|_| Vec::new());
    let mut connections = contestants.each_ref().map(|_| 0);
    for _ in 0..ROUNDS {
        for (at, (_, command)) in contestants.iter().enumerate() {
            let before = server.connections();
            times[at].extend(run(command).and_then(|printed| printed.parse::<f64>().ok()));
            connections[at] = server.connections() - before;
        }
    }
    println!("\na login's requests, signing included: median of {ROUNDS} rounds of {LOGINS}");
    let medians = times.map(|mut times| median(&mut times));
    for (at, (name, _)) in contestants.iter().enumerate() {
        match medians[at] {
            Some(micros) => println!(
                "  {name:<20} {micros:>9.1} µs over {} connection(s) for {} logins",
                connections[at],
                2 * LOGINS
            ),
            None => println!("  {name:<20} did not run"),
        }
    }
    let [raw, ours, undici, request] = medians;
    let ratio = |other: Option<f64>| ours.zip(other).map(|(ours, other)| ours / other);
    let marks = [
        mark("× raw hyper", ratio(raw), 1.35),
        mark("× Node.js with undici", ratio(undici), 0.30),
        mark("× Node.js with request", ratio(request), 0.30),
        mark("connections", Some(f64::from(u32::try_from(connections[1]).unwrap_or(u32::MAX))), 1.0),
    ];
    marks.iter().all(|met| *met)
}

fn compare_uploads(server: &Server) -> bool {
    let dir = tempfile::tempdir().expect("a temporary folder");
    let vault = dir.path().join("vault");
    upload::fill(&vault);
    let vault = vault.display().to_string();
    let (mut ours, mut raws, mut peaks) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        raws.extend(
            run(&[own_path(), "upload-raw".to_owned(), server.root().to_owned()])
                .and_then(|text| text.parse::<f64>().ok()),
        );
        let printed =
            run(&[own_path(), "upload".to_owned(), server.root().to_owned(), vault.clone()]).unwrap_or_default();
        let mut figures = printed.split(' ').map(str::parse::<f64>);
        if let (Some(Ok(millis)), Some(Ok(mib))) = (figures.next(), figures.next()) {
            ours.push(millis);
            peaks.push(mib);
        }
    }
    println!("\neight documents of 10 MB: median of {ROUNDS} rounds");
    let (ours, raw, peak) = (median(&mut ours), median(&mut raws), median(&mut peaks));
    for (name, millis) in [("raw stream", raw), ("from the vault", ours)] {
        println!("  {name:<20} {:>9.1} ms", millis.unwrap_or(f64::NAN));
    }
    let ratio = ours.zip(raw).map(|(ours, raw)| ours / raw);
    let marks = [mark("× a raw stream", ratio, 1.5), mark("MiB above idle", peak, 12.0)];
    marks.iter().all(|met| *met)
}

fn mark(what: &str, figure: Option<f64>, most: f64) -> bool {
    let met = figure.is_some_and(|figure| figure <= most);
    let figure = figure.map_or_else(|| "?".to_owned(), |figure| format!("{figure:.2}"));
    println!("  {figure:>8} {what:<24} mark ≤ {most:<5} {}", if met { "met" } else { "NOT MET" });
    met
}

fn own_path() -> String {
    std::env::current_exe().expect("a program knows its own path").display().to_string()
}

/// What a contestant prints, where it runs at all.
fn run(command: &[String]) -> Option<String> {
    let (program, arguments) = command.split_first()?;
    let output = Command::new(program).args(arguments).stdin(Stdio::null()).stderr(Stdio::inherit()).output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    output.status.success().then(|| text.trim().to_owned())
}

fn median(figures: &mut [f64]) -> Option<f64> {
    figures.sort_by(f64::total_cmp);
    figures.get(figures.len() / 2).copied()
}
