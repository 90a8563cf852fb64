//! What a command answers, on standard output.

use std::io::{self, Write as _};

use serde::Serialize;
use serde_json::Value;
use zeroize::Zeroizing;

use crate::fault::{Failure, Fault};

/// Writes what a command answers: text for people, or one JSON document.
#[derive(Debug)]
pub(crate) struct Printer {
    pub(crate) json: bool,
}

impl Printer {
    /// The line that says that the service is ready.
    pub(crate) fn ready(&self, ready: &Value, url: &str) -> Result<(), Failure> {
        write(&if self.json { format!("{ready}\n") } else { format!("idw-autheid listening on {url}\n") })
    }

    /// The result of a command. `text` ends without a line break.
    pub(crate) fn show(&self, view: &impl Serialize, text: &str) -> Result<(), Failure> {
        let document = self.json.then(|| serde_json::to_string_pretty(view).map(Zeroizing::new)).transpose();
        let document = document.map_err(|error| Failure::new(Fault::Other, error.to_string()))?;
        write(&Zeroizing::new(format!("{}\n", document.as_ref().map_or(text, |json| json.as_str()))))
    }

    /// Why a command failed, for scripts. People read it on standard error.
    pub(crate) fn failure(&self, failure: &Failure) {
        if let Some(document) = failure.document().filter(|_| self.json) {
            // Standard output may be what failed; the sentence on standard error tells in any case.
            let _ = write(&format!("{document:#}\n"));
        }
    }

    /// Refuses what is shown once where nobody sees it: before anything is done.
    pub(crate) fn must_be_seen(what: &str) -> Result<(), Failure> {
        if idw_closed_output::was_closed() {
            let message = format!("standard output is closed, so nobody would see {what}; nothing was done");
            return Err(Failure::usage(message));
        }
        Ok(())
    }
}

fn write(text: &str) -> Result<(), Failure> {
    if idw_closed_output::was_closed() {
        return Err(Failure::new(Fault::Other, "standard output is closed, so nobody sees the result"));
    }
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes()).and_then(|()| out.flush()).map_err(|error| {
        let fault = if error.kind() == io::ErrorKind::BrokenPipe { Fault::OutputClosed } else { Fault::Other };
        Failure::new(fault, format!("the result could not be written: {error}"))
    })
}

/// Rows with columns of the same width, under their names. Nothing stands behind the last column.
pub(super) fn table<const N: usize>(heads: [&str; N], rows: &[[String; N]]) -> String {
    let width = |column: usize| {
        let cells = rows.iter().map(|row| row[column].chars().count());
        cells.chain([heads[column].chars().count()]).max().unwrap_or_default()
    };
    let widths: [usize; N] = std::array::from_fn(width);
    let line = |cells: [&str; N]| {
        let padded = cells.iter().zip(widths).map(|(cell, width)| format!("{cell:width$}"));
        padded.collect::<Vec<_>>().join("  ").trim_end().to_owned()
    };
    let rows = rows.iter().map(|row| line(row.each_ref().map(String::as_str)));
    std::iter::once(line(heads)).chain(rows).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_stand_below_their_names() {
        let rows = [["Demo Bank".to_owned(), "raw".to_owned()], ["Zoö".to_owned(), String::new()]];
        assert_eq!(table(["NAME", "FORM"], &rows), "NAME       FORM\nDemo Bank  raw\nZoö");
    }
}
