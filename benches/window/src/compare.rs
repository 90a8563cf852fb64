//! Ours and the bare window, in turns.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context as _, Result, ensure};
use serde::Deserialize;
use serde_json::json;
use tempfile::TempDir;

use crate::scripts;
use crate::session::Session;
use crate::size;
use crate::table::{Mark, Table};

/// Rounds at the lock screen, where the start is timed.
const LOCK_ROUNDS: usize = 10;
/// Rounds with the list.
const LIST_ROUNDS: usize = 3;
/// What is searched for: much, little, words of two fields, and nothing, which brings everything back.
const SEARCHES: [&str; 5] = ["ada", "7731", "example 42", "zzz", ""];
const SCROLL_MS: u32 = 3_000;
/// Of the vaults that `wallet-unlock` makes.
const PASSWORD: &str = "correct horse battery staple";
const MIB: f64 = 1_048_576.0;
const KB: f64 = 1_000.0;

/// The programs of the product.
pub(crate) struct Programs {
    /// The window itself.
    pub(crate) window: PathBuf,
    /// Makes a vault with 10,000 attributes.
    pub(crate) vault_maker: PathBuf,
}

/// One of those who take turns.
struct Contestant {
    program: PathBuf,
    arguments: Vec<String>,
    /// Stays between the starts, as a user's does: the shaders that were compiled at the first start are kept there.
    home: TempDir,
}

impl Contestant {
    fn ours(programs: &Programs, vault: &Path) -> Result<Self> {
        let arguments = vec!["--vault".to_owned(), vault.display().to_string()];
        Ok(Self { program: programs.window.clone(), arguments, home: new_home()? })
    }

    /// The bare window, with one of its two lists.
    fn bare(list: &str) -> Result<Self> {
        let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("bare/index.html");
        let arguments = vec!["bare".to_owned(), format!("{}?{list}", page.display())];
        let program = std::env::current_exe().context("finding this program")?;
        Ok(Self { program, arguments, home: new_home()? })
    }

    async fn open(&self) -> Result<Session> {
        Session::open(&self.program, &self.arguments, self.home.path()).await
    }
}

/// What one start shows.
#[derive(Clone, Copy)]
struct Start {
    painted_ms: f64,
    memory: f64,
}

/// What the list shows.
#[derive(Clone, Copy)]
struct List {
    open_ms: f64,
    search_ms: f64,
    memory: f64,
    frames: Scroll,
}

#[derive(Clone, Copy, Deserialize)]
struct Scroll {
    rate: f64,
    empty: f64,
}

pub(crate) fn run(programs: &Programs, page: &Path, vault: &Path) -> Result<Table> {
    if !vault.is_dir() {
        eprintln!("making a vault with 10,000 attributes");
        make_vault(programs, vault)?;
    }
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(measure(programs, vault, page))
}

/// It comes to its place when it is whole: a run that was interrupted leaves nothing that another takes for it.
fn make_vault(programs: &Programs, vault: &Path) -> Result<()> {
    let folder = vault.parent().context("the vault's folder has no parent")?;
    fs::create_dir_all(folder).context("making a folder for the vault")?;
    let unfinished = tempfile::tempdir_in(folder).context("making a folder for the vault")?;
    let made = unfinished.path().join("vault");
    let mut make = Command::new(&programs.vault_maker);
    let status = make.arg("make").arg(&made).arg("tuned").stdin(Stdio::null()).status();
    ensure!(status.context("starting wallet-unlock")?.success(), "no vault was made");
    fs::rename(&made, vault).context("putting the vault in its place")
}

async fn measure(programs: &Programs, vault: &Path, page: &Path) -> Result<Table> {
    let ours = Contestant::ours(programs, vault)?;
    // The one keeps the rows that are seen, as the wallet does, and is the lighter one; the other makes every row at once,
    // which scrolls without any work of the page.
    let (few, all) = (Contestant::bare("few")?, Contestant::bare("all")?);

    eprintln!("the first start of each");
    let first = [start(&ours).await?, start(&few).await?];
    for contestant in [&ours, &few, &all] {
        list(contestant).await?;
    }
    let mut starts = [Vec::new(), Vec::new()];
    for round in 0..LOCK_ROUNDS {
        eprintln!("round {} of {LOCK_ROUNDS} at the lock screen", round + 1);
        for (contestant, taken) in [&ours, &few].into_iter().zip(&mut starts) {
            taken.push(start(contestant).await?);
        }
    }
    let mut lists = [Vec::new(), Vec::new(), Vec::new()];
    for round in 0..LIST_ROUNDS {
        eprintln!("round {} of {LIST_ROUNDS} with the list", round + 1);
        for (contestant, taken) in [&ours, &few, &all].into_iter().zip(&mut lists) {
            taken.push(list(contestant).await?);
        }
    }
    let size = size::compressed(page)?;
    Ok(table(first, &starts, &lists, size as f64 / KB))
}

fn table(
    [our_first, bare_first]: [Start; 2],
    [our_starts, bare_starts]: &[Vec<Start>; 2],
    [ours, few, all]: &[Vec<List>; 3],
    size: f64,
) -> Table {
    let mut table = Table::default();
    let painted = |starts: &[Start]| median(starts.iter().map(|start| start.painted_ms));
    let memory = |starts: &[Start]| median(starts.iter().map(|start| start.memory));
    let of = |lists: &[List], figure: fn(&List) -> f64| median(lists.iter().map(figure));
    let bare_rate = of(few, |list| list.frames.rate).max(of(all, |list| list.frames.rate));

    table.row(
        "from the process's start to the painted unlock screen",
        "ms",
        painted(our_starts),
        Some(painted(bare_starts)),
        Mark::RatioAtMost(1.3),
    );
    table.row(
        "the same at the first start of all, before any shader was compiled",
        "ms",
        our_first.painted_ms,
        Some(bare_first.painted_ms),
        Mark::None,
    );
    table.row(
        "memory of all processes at the lock screen",
        "MiB",
        memory(our_starts),
        Some(memory(bare_starts)),
        Mark::RatioAtMost(1.15),
    );
    table.row(
        "the same, unlocked, with the list of 10,000 attributes; the rows that are seen",
        "MiB",
        of(ours, |list| list.memory),
        Some(of(few, |list| list.memory)),
        Mark::RatioAtMost(1.25),
    );
    table.row(
        "the same; every row made at once",
        "MiB",
        of(ours, |list| list.memory),
        Some(of(all, |list| list.memory)),
        Mark::None,
    );
    table.row(
        "the list opened; every row made at once",
        "ms",
        of(ours, |list| list.open_ms),
        Some(of(all, |list| list.open_ms)),
        Mark::AtMost(100.0),
    );
    table.row(
        "a search, the slowest of five; the rows that are seen",
        "ms",
        of(ours, |list| list.search_ms),
        Some(of(few, |list| list.search_ms)),
        Mark::AtMost(50.0),
    );
    table.row(
        "frames in a second while scrolling; the faster of the bare lists",
        "/s",
        of(ours, |list| list.frames.rate),
        Some(bare_rate),
        Mark::RatioAtLeast(0.9),
    );
    table.row(
        "of these frames without rows in the middle; the rows that are seen",
        "%",
        of(ours, |list| list.frames.empty),
        Some(of(few, |list| list.frames.empty)),
        Mark::None,
    );
    table.row(
        "JavaScript, CSS and one language, compressed with Brotli as in the program",
        "kB",
        size,
        None,
        Mark::AtMost(180.0),
    );
    table
}

fn new_home() -> Result<TempDir> {
    tempfile::tempdir().context("making a home")
}

async fn start(contestant: &Contestant) -> Result<Start> {
    let session = contestant.open().await?;
    let painted: f64 = session.script(scripts::LOCKED, vec![]).await?;
    let began = session.began()?;
    let memory = session.settled_memory().await?;
    session.close().await?;
    Ok(Start { painted_ms: painted - began, memory: memory as f64 / MIB })
}

async fn list(contestant: &Contestant) -> Result<List> {
    let session = contestant.open().await?;
    let _: f64 = session.script(scripts::LOCKED, vec![]).await?;
    let _: bool = session.script(scripts::UNLOCK, vec![json!(PASSWORD)]).await?;
    session.settled_memory().await?;
    let open_ms = session.script(scripts::OPEN_LIST, vec![]).await?;
    let memory = session.settled_memory().await?;
    let mut search_ms: f64 = 0.0;
    for query in SEARCHES {
        let taken: f64 = session.script(scripts::SEARCH, vec![json!(query)]).await?;
        search_ms = search_ms.max(taken);
    }
    let frames = session.script(scripts::SCROLL, vec![json!(SCROLL_MS)]).await?;
    session.close().await?;
    Ok(List { open_ms, search_ms, memory: memory as f64 / MIB, frames })
}

fn median(figures: impl Iterator<Item = f64>) -> f64 {
    let mut figures: Vec<f64> = figures.collect();
    figures.sort_by(f64::total_cmp);
    figures[figures.len() / 2]
}
