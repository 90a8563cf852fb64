//! The one table that is printed.

use std::fmt;

use comfy_table::{CellAlignment, ContentArrangement, Table as Grid, presets};

/// What a figure is to be.
#[derive(Clone, Copy)]
pub(crate) enum Mark {
    /// The ratio, ours to the other.
    RatioAtMost(f64),
    RatioAtLeast(f64),
    /// The figure itself.
    AtMost(f64),
    /// Shown to compare with; nothing is asked of it.
    None,
}

/// Rows in the order in which they were measured.
#[derive(Default)]
pub(crate) struct Table {
    rows: Vec<[String; 6]>,
    missed: usize,
}

impl Table {
    pub(crate) fn row(&mut self, figure: &str, unit: &str, ours: f64, other: Option<f64>, mark: Mark) {
        let ratio = other.filter(|other| *other > 0.0).map(|other| ours / other);
        let (shown, met) = match mark {
            Mark::RatioAtMost(bound) => (format!("≤ {bound} ×"), ratio.map(|ratio| ratio <= bound)),
            Mark::RatioAtLeast(bound) => (format!("≥ {bound} ×"), ratio.map(|ratio| ratio >= bound)),
            Mark::AtMost(bound) => (format!("≤ {bound} {unit}"), Some(ours <= bound)),
            Mark::None => (String::new(), None),
        };
        self.missed += usize::from(met == Some(false));
        let met = met.map_or("", |met| if met { "met" } else { "MISSED" });
        let shown_other = other.map_or_else(String::new, |other| format!("{other:.1} {unit}"));
        let shown_ratio = ratio.map_or_else(String::new, |ratio| format!("{ratio:.2} ×"));
        let row = [figure.to_owned(), format!("{ours:.1} {unit}"), shown_other, shown_ratio, shown, met.to_owned()];
        self.rows.push(row);
    }

    /// Whether no mark was missed.
    pub(crate) fn is_met(&self) -> bool {
        self.missed == 0
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut grid = Grid::new();
        grid.load_style(presets::ASCII_MARKDOWN).set_content_arrangement(ContentArrangement::Disabled);
        grid.set_header(["figure", "ours", "the other", "ratio", "mark", ""]);
        grid.add_rows(&self.rows);
        for number in 1..5 {
            if let Some(column) = grid.column_mut(number) {
                column.set_cell_alignment(CellAlignment::Right);
            }
        }
        write!(f, "{grid}\n{} missed", self.missed)
    }
}
