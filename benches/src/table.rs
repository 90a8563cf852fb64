//! The one table that is printed.

use std::fmt;

use comfy_table::{CellAlignment, ContentArrangement, Table as Grid, presets};

use crate::timing::Shown;

/// What a ratio is to be.
#[derive(Clone, Copy)]
pub(crate) enum Mark {
    AtMost(f64),
    AtLeast(f64),
    /// Shown to compare with; nothing is asked of it.
    None,
}

/// Rows in the order in which they were measured.
#[derive(Default)]
pub(crate) struct Table {
    rows: Vec<[String; 6]>,
    missed: usize,
    marked: usize,
}

impl Table {
    /// A row whose ratio is measured against a mark.
    pub(crate) fn row(&mut self, figure: &str, ours: impl fmt::Display, other: impl fmt::Display, is: f64, mark: Mark) {
        self.push(figure, ours, other, format!("{is:.2} ×"), is, mark, "×");
    }

    /// A row where what counts is an amount in MiB, with nothing beside it.
    pub(crate) fn mebibytes(&mut self, figure: &str, bytes: u64, mark: Mark) {
        let is = bytes as f64 / f64::from(1 << 20);
        self.push(figure, format!("{is:.2} MiB"), "", String::new(), is, mark, "MiB");
    }

    /// A row where what counts is a time in milliseconds.
    pub(crate) fn milliseconds(&mut self, figure: &str, ours: Shown, other: impl fmt::Display, mark: Mark) {
        self.push(figure, ours, other, String::new(), ours.0.as_secs_f64() * 1e3, mark, "ms");
    }

    /// A row that could not be measured, and why.
    pub(crate) fn unmeasured(&mut self, figure: &str, why: &str) {
        self.rows.push([figure.to_owned(), String::new(), why.to_owned(), String::new(), String::new(), String::new()]);
    }

    #[expect(clippy::too_many_arguments, reason = "one for each column, and the figure itself")]
    fn push(
        &mut self,
        figure: &str,
        ours: impl fmt::Display,
        other: impl fmt::Display,
        ratio: String,
        is: f64,
        mark: Mark,
        unit: &str,
    ) {
        let (mark, met) = match mark {
            Mark::AtMost(bound) => (format!("≤ {bound} {unit}"), Some(is <= bound)),
            Mark::AtLeast(bound) => (format!("≥ {bound} {unit}"), Some(is >= bound)),
            Mark::None => (String::new(), None),
        };
        self.marked += usize::from(met.is_some());
        self.missed += usize::from(met == Some(false));
        let met = met.map_or("", |met| if met { "met" } else { "MISSED" });
        self.rows.push([figure.to_owned(), ours.to_string(), other.to_string(), ratio, mark, met.to_owned()]);
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut grid = Grid::new();
        grid.load_style(presets::ASCII_MARKDOWN).set_content_arrangement(ContentArrangement::Disabled);
        grid.set_header(["figure", "ours", "the other", "ratio", "mark", ""]);
        grid.add_rows(&self.rows);
        for number in 3..5 {
            if let Some(column) = grid.column_mut(number) {
                column.set_cell_alignment(CellAlignment::Right);
            }
        }
        write!(f, "{grid}\n{} of {} marks met", self.marked - self.missed, self.marked)
    }
}
