//! Times of two things, taken in turns so that a busy machine is busy for both.

use std::fmt;
use std::time::{Duration, Instant};

use anyhow::Result;

/// Times of ours and of the other.
#[derive(Default)]
pub(crate) struct Pair {
    ours: Vec<Duration>,
    other: Vec<Duration>,
}

/// Runs both `rounds` times, the one that goes first changing each time. Each is given the number of its round.
pub(crate) fn in_turns(
    rounds: usize,
    mut ours: impl FnMut(usize) -> Result<Duration>,
    mut other: impl FnMut(usize) -> Result<Duration>,
) -> Result<Pair> {
    let mut pair = Pair::default();
    for round in 0..rounds {
        if round % 2 == 0 {
            pair.ours.push(ours(round)?);
            pair.other.push(other(round)?);
        } else {
            pair.other.push(other(round)?);
            pair.ours.push(ours(round)?);
        }
    }
    Ok(pair)
}

/// How long it takes.
pub(crate) fn time<T>(run: impl FnOnce() -> Result<T>) -> Result<Duration> {
    let started = Instant::now();
    run()?;
    Ok(started.elapsed())
}

impl Pair {
    /// The medians: for what waits for the disk, where to wait is part of the matter.
    pub(crate) fn medians(mut self) -> (Shown, Shown) {
        (median(&mut self.ours), median(&mut self.other))
    }

    /// The shortest: for what only calculates, where everything above it is somebody else's work.
    pub(crate) fn quickest(self) -> (Shown, Shown) {
        let shortest = |times: Vec<Duration>| Shown(times.into_iter().min().unwrap_or_default());
        (shortest(self.ours), shortest(self.other))
    }
}

fn median(times: &mut [Duration]) -> Shown {
    times.sort_unstable();
    Shown(times[times.len() / 2])
}

/// A duration as it stands in the table.
#[derive(Clone, Copy)]
pub(crate) struct Shown(pub(crate) Duration);

impl Shown {
    /// How many times as long as the other.
    pub(crate) fn of(self, other: Self) -> f64 {
        self.0.as_secs_f64() / other.0.as_secs_f64()
    }

    /// The time for one of `number` equal parts.
    pub(crate) fn each(self, number: u32) -> Self {
        Self(self.0 / number)
    }
}

impl fmt::Display for Shown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let seconds = self.0.as_secs_f64();
        match seconds {
            _ if seconds < 1e-3 => write!(f, "{:.1} µs", seconds * 1e6),
            _ if seconds < 1.0 => write!(f, "{:.1} ms", seconds * 1e3),
            _ => write!(f, "{seconds:.2} s"),
        }
    }
}
