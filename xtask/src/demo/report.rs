//! What the demo prints: a line for each step, aligned, in colour on a terminal only.

use std::io::IsTerminal as _;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result};

const NAME_WIDTH: usize = 18;
const DETAIL_WIDTH: usize = 72;

/// Prints as it goes.
pub(super) struct Report {
    colours: bool,
    steps: usize,
}

impl Report {
    pub(super) fn new() -> Self {
        let colours = std::io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none();
        Self { colours, steps: 0 }
    }

    /// A heading.
    pub(super) fn title(&self, text: &str) {
        println!("\n{}\n", self.paint("1", text));
    }

    /// A line beside the steps.
    pub(super) fn note(&self, text: &str) {
        println!("  {}", self.paint("2", text));
    }

    /// Does a step, times it, and prints its name, what came of it, and the time.
    pub(super) fn step<T>(&mut self, name: &str, work: impl FnOnce() -> Result<(T, String)>) -> Result<T> {
        let started = Instant::now();
        let outcome = work().inspect_err(|_| println!("  {} {name}", self.paint("31", "✗")));
        let (value, detail) = outcome.with_context(|| format!("the step \"{name}\" failed"))?;
        let took = time(started.elapsed());
        self.steps += 1;
        let mut rows = wrap(&detail).into_iter();
        let first = rows.next().unwrap_or_default();
        println!(
            "  {} {name:NAME_WIDTH$} {first:DETAIL_WIDTH$} {}",
            self.paint("32", "✓"),
            self.paint("2", &format!("{took:>8}"))
        );
        for row in rows {
            println!("    {:NAME_WIDTH$} {row}", "");
        }
        Ok(value)
    }

    /// The closing line.
    pub(super) fn done(&self, took: Duration) {
        let text = format!("{} steps done in {}", self.steps, time(took));
        println!("\n  {}\n", self.paint("1", &text));
    }

    fn paint(&self, code: &str, text: &str) -> String {
        if self.colours { format!("\x1b[{code}m{text}\x1b[0m") } else { text.to_owned() }
    }
}

fn time(duration: Duration) -> String {
    let seconds = duration.as_secs_f64();
    if seconds < 1.0 { format!("{:.0} ms", seconds * 1000.0) } else { format!("{seconds:.1} s") }
}

/// Breaks at line ends, and at spaces where a line would be too long for a terminal.
fn wrap(text: &str) -> Vec<String> {
    text.lines().flat_map(wrap_line).collect()
}

fn wrap_line(line: &str) -> Vec<String> {
    let mut rows: Vec<String> = Vec::new();
    for word in line.split(' ') {
        match rows.last_mut() {
            Some(row) if row.chars().count() + 1 + word.chars().count() <= DETAIL_WIDTH => {
                row.push(' ');
                row.push_str(word);
            }
            _ => rows.push(word.to_owned()),
        }
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_details_break_at_spaces() {
        let rows = wrap(&"word ".repeat(40));
        assert!(rows.len() > 1);
        assert!(rows.iter().all(|row| row.chars().count() <= DETAIL_WIDTH));
    }

    #[test]
    fn a_word_longer_than_a_row_is_kept_whole() {
        let address = "x".repeat(DETAIL_WIDTH * 2);
        assert_eq!(wrap(&address), [address]);
    }
}
