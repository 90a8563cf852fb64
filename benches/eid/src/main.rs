//! `cargo xtask bench eid`: what `idw-autheid` costs beside the least that a server of the same exchanges can be, how soon readers
//! wake, and what they weigh while they wait.
//!
//! Server and load share the machine, as processes of their own; rounds alternate, and the median counts.

mod bare;
mod client;
mod load;
mod server;
mod waiting;

use std::process::ExitCode;

use server::Server;

/// Rounds of each contestant.
const ROUNDS: usize = 3;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build();
    let runtime = runtime.expect("a runtime");
    match words.as_slice() {
        ["bare", folder] => {
            runtime.block_on(bare::serve(folder));
            ExitCode::SUCCESS
        }
        [program] => runtime.block_on(compare(program)),
        _ => {
            eprintln!("idw-bench-eid PROGRAM, where PROGRAM is idw-autheid");
            ExitCode::from(2)
        }
    }
}

async fn compare(program: &str) -> ExitCode {
    let mut rates = [Vec::new(), Vec::new()];
    for _ in 0..ROUNDS {
        let ours = Server::ours(program, &[]).await;
        rates[0].push(load::signatures(&ours).await);
        drop(ours);
        let bare = Server::bare().await;
        rates[1].push(load::bare(&bare).await);
    }
    let [ours, bare] = rates.map(|mut rates| median(&mut rates));
    println!("\na SIGNATURE in form raw: created, answered, read; median of {ROUNDS} rounds of {} s", load::SECONDS);
    println!("  idw-autheid                {ours:8.0} a second");
    println!("  bare axum and SQLite       {bare:8.0} a second");
    let rate = mark("rate beside the bare server", ours / bare, 0.5, Better::More, "×");

    let server = Server::ours(program, &[]).await;
    let [wake, whole] = waiting::wakes(&server, ours / 2.0).await;
    drop(server);
    println!("\na blocked reader at {:.0} decisions a second, half the maximum", ours / 2.0);
    println!("  from the wallet's request to the reader's result: p50 {:.2} ms, p99 {:.2} ms", whole.0, whole.1);
    println!("  from the wallet's answer to the reader's result:  p50 {:.2} ms, p99 {:.2} ms", wake.0, wake.1);
    let woken = mark("a reader is woken, p99", wake.1, 10.0, Better::Less, "ms");

    let [idle, plain] = waiting::memory(&Server::ours(program, &[]).await).await;
    let secured = Server::secured(program).await;
    let [idle_tls, tls] = waiting::memory(&secured).await;
    println!("\n{} blocked readers, resident memory of the server", waiting::READERS);
    println!("  plain: {idle:.1} MiB before, {plain:.1} MiB with them");
    println!("  TLS:   {idle_tls:.1} MiB before, {tls:.1} MiB with them");
    let memory =
        [mark("memory, plain", plain, 40.0, Better::Less, "MiB"), mark("memory, TLS", tls, 80.0, Better::Less, "MiB")];
    if rate && woken && memory == [true, true] { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Which side of a mark is good.
enum Better {
    More,
    Less,
}

fn mark(what: &str, figure: f64, mark: f64, better: Better, unit: &str) -> bool {
    let (sign, is_met) = match better {
        Better::More => ("≥", figure >= mark),
        Better::Less => ("≤", figure <= mark),
    };
    println!("  {what}: {figure:.2} {unit}, mark {sign} {mark} {unit}: {}", if is_met { "met" } else { "missed" });
    is_met
}

fn median(figures: &mut [f64]) -> f64 {
    figures.sort_by(f64::total_cmp);
    figures[figures.len() / 2]
}
