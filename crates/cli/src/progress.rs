//! Progress on stderr: a spinner and bars at a terminal, plain lines with `-v`, nothing otherwise.

use std::{
    collections::HashMap,
    io::{self, IsTerminal as _},
    sync::{Mutex, PoisonError},
    time::Duration,
};

use idw_wallet::Progress;
use idw_words::{Argument, message};
use indicatif::{MultiProgress, ProgressBar, ProgressStyle};

use crate::{
    output::{Output, colours},
    page::clean,
    words::{say, shown},
};

/// How often the spinner turns.
const TICK: Duration = Duration::from_millis(100);

/// Shows what is going on until it is dropped, which clears what it drew.
pub(crate) struct Reporter<'a> {
    out: &'a Output,
    bars: Option<Bars>,
}

struct Bars {
    all: MultiProgress,
    spinner: ProgressBar,
    /// By the files' places: two of them can have one name.
    uploads: Mutex<HashMap<usize, ProgressBar>>,
}

impl<'a> Reporter<'a> {
    /// Begins with a first step.
    pub(crate) fn start(out: &'a Output, text: &str) -> Self {
        // With -v the log has the terminal; bars would be torn apart by it.
        let drawn = io::stderr().is_terminal() && !out.quiet && !out.verbose;
        let reporter = Self { out, bars: drawn.then(Bars::new) };
        reporter.step(text);
        reporter
    }

    /// Shows what the wallet tells.
    pub(crate) fn on(&self, progress: Progress) {
        match progress {
            Progress::Step { text } => self.step(&shown(text)),
            Progress::Upload { file, name, sent, total } => self.upload(file, &name, sent, total),
        }
    }

    pub(crate) fn step(&self, text: &str) {
        match &self.bars {
            Some(bars) => bars.spinner.set_message(clean(text).into_owned()),
            None => self.out.detail(text),
        }
    }

    fn upload(&self, file: usize, name: &str, sent: u64, total: u64) {
        match &self.bars {
            Some(bars) => bars.upload(file, name, sent, total),
            None if sent >= total => {
                self.out.detail(&say(message::CliProgressSent { file: name, size: Argument::Size(total) }));
            }
            None => {}
        }
    }
}

impl Drop for Reporter<'_> {
    fn drop(&mut self) {
        if let Some(bars) = &self.bars {
            bars.spinner.finish_and_clear();
            // Nothing is left to draw on if this fails.
            let _ = bars.all.clear();
        }
    }
}

impl Bars {
    fn new() -> Self {
        let all = MultiProgress::new();
        let spinner = all.add(ProgressBar::new_spinner().with_style(spinner_style()));
        spinner.enable_steady_tick(TICK);
        Self { all, spinner, uploads: Mutex::default() }
    }

    fn upload(&self, file: usize, name: &str, sent: u64, total: u64) {
        let mut uploads = self.uploads.lock().unwrap_or_else(PoisonError::into_inner);
        let bar = uploads.entry(file).or_insert_with(|| {
            let bar = ProgressBar::new(total).with_style(upload_style()).with_message(clean(name).into_owned());
            self.all.add(bar)
        });
        bar.set_position(sent);
        if sent >= total {
            bar.finish_and_clear();
            // One that is sent again, after a token that had run out, begins anew.
            uploads.remove(&file);
        }
    }
}

fn spinner_style() -> ProgressStyle {
    let template = if colours(&io::stderr()) { "{spinner:.cyan} {msg}" } else { "{spinner} {msg}" };
    ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_spinner())
}

/// A share, as sizes would be English whatever the language.
const UPLOAD: &str = "  {msg} [{bar:24}] {percent} %";

fn upload_style() -> ProgressStyle {
    ProgressStyle::with_template(UPLOAD)
        .map_or_else(|_| ProgressStyle::default_bar(), |style| style.progress_chars("=> "))
}

#[cfg(test)]
mod tests {
    use indicatif::ProgressStyle;

    use super::UPLOAD;

    #[test]
    fn the_templates_are_understood() {
        for template in ["{spinner:.cyan} {msg}", "{spinner} {msg}", UPLOAD] {
            assert!(ProgressStyle::with_template(template).is_ok(), "{template}");
        }
    }
}
