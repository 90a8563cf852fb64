//! Text for people: headings, aligned blocks and tables, built up and then written in one go.
//!
//! Every piece of text goes through [`clean`] on its way in, so that nothing a site or a file name brings along can
//! move the cursor, colour the terminal, fake a line or reverse the reading order.

use std::borrow::Cow;

use comfy_table::{Attribute, Cell, Color, ColumnConstraint, ContentArrangement, Table, Width, presets};

use crate::words::words;

/// How much room there is and whether colours and weights may be used.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Look {
    pub(crate) colours: bool,
    /// Columns of the terminal; `None` where the text goes to a file or a pipe and is never wrapped.
    pub(crate) width: Option<u16>,
}

/// How a line is drawn where colours are on.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Ink {
    Bold,
    Dim,
    Green,
    Yellow,
    Red,
}

/// A piece of text in the making.
#[derive(Debug)]
pub(crate) struct Page {
    look: Look,
    text: String,
}

/// Spaces before the lines of a block.
const INDENT: usize = 2;
/// Spaces between columns.
const COLUMN_GAP: u16 = 2;
/// Below this a table is not wrapped any further, it would only be unreadable.
const LEAST_WIDTH: u16 = 30;

impl Page {
    pub(crate) fn new(look: Look) -> Self {
        Self { look, text: String::new() }
    }

    /// What was built.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// One line.
    pub(crate) fn line(&mut self, text: &str) {
        self.text.push_str(&clean(text));
        self.text.push('\n');
    }

    /// One line in ink.
    pub(crate) fn inked(&mut self, ink: Ink, text: &str) {
        let line = paint(self.look.colours, ink, &clean(text));
        self.text.push_str(&line);
        self.text.push('\n');
    }

    /// A heading.
    pub(crate) fn heading(&mut self, text: &str) {
        self.inked(Ink::Bold, text);
    }

    /// A heading inside a block.
    pub(crate) fn subheading(&mut self, text: &str) {
        self.text.push_str(&" ".repeat(INDENT));
        self.inked(Ink::Bold, text);
    }

    /// An empty line, unless there is one.
    pub(crate) fn gap(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
    }

    /// Labels with what they stand for, aligned and indented. Rows with an empty label continue the one above.
    pub(crate) fn block(&mut self, rows: &[(impl AsRef<str>, String)]) {
        self.indented_block(INDENT, rows);
    }

    /// The same, one step further in.
    pub(crate) fn inner_block(&mut self, rows: &[(impl AsRef<str>, String)]) {
        self.indented_block(2 * INDENT, rows);
    }

    fn indented_block(&mut self, indent: usize, rows: &[(impl AsRef<str>, String)]) {
        let mut labels = Table::new();
        labels.add_rows(rows.iter().map(|(label, _)| vec![clean(label.as_ref())]));
        let label_width = labels.column_max_content_widths().first().map_or(0, |width| width + COLUMN_GAP);
        for (label, text) in rows {
            let text = clean(text);
            let mut table = self.new_table(indent);
            let room = table.width().map_or(usize::MAX, |width| usize::from(width.saturating_sub(label_width)));
            if text.split(' ').any(|word| word.len() > room) {
                // A URL or key that was broken into lines could not be copied; the terminal breaks it softly.
                table.set_content_arrangement(ContentArrangement::Disabled);
            }
            let label = Cell::new(clean(label.as_ref()));
            let label = if self.look.colours { label.add_attribute(Attribute::Dim) } else { label };
            table.add_row(vec![label, Cell::new(text)]);
            if let Some(column) = table.column_mut(0) {
                column.set_constraint(ColumnConstraint::Absolute(Width::Fixed(label_width)));
            }
            self.push_table(&table, indent);
        }
    }

    /// A table with a heading line, in capitals. Columns with nothing in them are left out.
    pub(crate) fn table(&mut self, headings: &[impl AsRef<str>], rows: &[Vec<String>]) {
        let filled: Vec<usize> = (0..headings.len())
            .filter(|&column| rows.iter().any(|row| row.get(column).is_some_and(|text| !text.is_empty())))
            .collect();
        let mut table = self.new_table(0);
        table.set_header(filled.iter().map(|&column| self.heading_cell(headings[column].as_ref())));
        for row in rows {
            table.add_row(filled.iter().map(|&column| Cell::new(clean(row.get(column).map_or("", String::as_str)))));
        }
        self.push_table(&table, 0);
    }

    fn heading_cell(&self, text: &str) -> Cell {
        let cell = Cell::new(clean(&text.to_uppercase()));
        if self.look.colours { cell.add_attribute(Attribute::Bold).fg(Color::Reset) } else { cell }
    }

    fn new_table(&self, indent: usize) -> Table {
        let mut table = Table::new();
        table.load_style(presets::NOTHING);
        // The width is ours to say: the page may go to stderr, and is built in tests without a terminal.
        table.force_no_tty();
        if self.look.colours {
            table.enforce_styling();
        }
        if let Some(width) = self.look.width {
            let indent = u16::try_from(indent).unwrap_or(0);
            table.set_content_arrangement(ContentArrangement::Dynamic);
            table.set_width(width.saturating_sub(indent).max(LEAST_WIDTH));
        }
        table
    }

    fn push_table(&mut self, table: &Table, indent: usize) {
        let mut table = table.clone();
        let last = table.column_count().saturating_sub(1);
        for (at, column) in table.column_iter_mut().enumerate() {
            column.set_padding((0, if at == last { 0 } else { COLUMN_GAP }));
        }
        for line in table.lines() {
            let line = format!("{}{line}", " ".repeat(indent));
            self.text.push_str(line.trim_end());
            self.text.push('\n');
        }
    }
}

/// `text` in ink, where colours are on.
pub(crate) fn paint(colours: bool, ink: Ink, text: &str) -> String {
    if !colours || text.is_empty() {
        return text.to_owned();
    }
    let code = match ink {
        Ink::Bold => "1",
        Ink::Dim => "2",
        Ink::Green => "32",
        Ink::Yellow => "33",
        Ink::Red => "1;31",
    };
    format!("\u{1b}[{code}m{text}\u{1b}[0m")
}

/// `text` on one line and without anything that a terminal acts on or nobody sees: control characters (escape sequences
/// begin with one) and format characters, among which are the marks that override the reading direction.
pub(crate) fn clean(text: &str) -> Cow<'_, str> {
    if !text.chars().any(is_unsafe) {
        return Cow::Borrowed(text);
    }
    let text = text.trim_end();
    let mut cleaned = String::with_capacity(text.len());
    let mut before = ' ';
    let mut left = text.chars().peekable();
    while let Some(c) = left.next() {
        cleaned.push(match c {
            '\n' | '\t' => ' ',
            '\u{200c}' | '\u{200d}' if is_joined(before) && left.peek().is_some_and(|after| is_joined(*after)) => c,
            c if is_unsafe(c) => char::REPLACEMENT_CHARACTER,
            c => c,
        });
        before = c;
    }
    Cow::Owned(cleaned)
}

/// Whether a joiner beside this character can be part of a word or of a picture: not in Latin script, where it would only
/// be a character that nobody sees.
fn is_joined(c: char) -> bool {
    !c.is_ascii() && !c.is_whitespace() && !is_unsafe(c)
}

fn is_unsafe(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}' | '\u{2029}') || is_format(c)
}

/// Whether Unicode (version 17) counts this among the format characters: general category Cf.
fn is_format(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{600}'..='\u{605}' | '\u{61c}' | '\u{6dd}' | '\u{70f}' | '\u{890}' | '\u{891}' | '\u{8e2}'
        | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}'
        | '\u{2066}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{110bd}' | '\u{110cd}'
        | '\u{13430}'..='\u{1343f}' | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0001}'
        | '\u{e0020}'..='\u{e007f}')
}

/// A size for people.
pub(crate) fn size(bytes: u64) -> String {
    words().size(bytes)
}

/// A time for people.
pub(crate) fn moment(rfc3339: &str) -> String {
    words().moment(rfc3339)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(width: Option<u16>) -> Page {
        Page::new(Look { colours: false, width })
    }

    #[test]
    fn foreign_text_cannot_act_on_the_terminal() {
        let check = |input: &str, expected: &str| assert_eq!(clean(input), expected, "{input:?}");
        check("Ada Example", "Ada Example");
        check("\u{1b}[2Jgone", "\u{fffd}[2Jgone");
        check("a\nSend this? yes", "a Send this? yes");
        check("abc\u{202e}gpj.exe", "abc\u{fffd}gpj.exe");
        check("\u{9b}31m", "\u{fffd}31m");
        check("naïve 日本語 🙂", "naïve 日本語 🙂");
    }

    #[test]
    fn no_format_character_is_left() {
        // The marks and overrides of direction, what has no width, the byte order mark, the tags.
        let marks = ['\u{61c}', '\u{200e}', '\u{200f}', '\u{ad}', '\u{200b}', '\u{2060}', '\u{feff}', '\u{e0041}'];
        for c in ('\u{202a}'..='\u{202e}').chain('\u{2066}'..='\u{2069}').chain(marks) {
            assert_eq!(clean(&format!("a{c}b")), "a\u{fffd}b", "{c:?}");
        }
        let check = |input: &str, expected: &str| assert_eq!(clean(input), expected, "{input:?}");
        check("pay\u{200d}pal", "pay\u{fffd}pal");
        check("\u{200c}", "\u{fffd}");
        check("\u{200d}\u{202e}\u{200d}", "\u{fffd}\u{fffd}\u{fffd}");
        for kept in [
            "\u{646}\u{645}\u{6cc}\u{200c}\u{62e}\u{648}\u{627}\u{647}\u{645}",
            "\u{915}\u{94d}\u{200d}\u{937}",
            "\u{1f469}\u{200d}\u{1f4bb}",
        ] {
            check(kept, kept);
        }
    }

    #[test]
    fn headings_are_cleaned_too() {
        let mut page = plain(None);
        page.table(&["a\u{1b}[2j"], &[vec!["b".into()]]);
        assert_eq!(page.text(), "A\u{fffd}[2J\nb\n");
    }

    #[test]
    fn tables_align_and_drop_empty_columns() {
        let mut page = plain(None);
        page.table(
            &["Name", "Label", "Value"],
            &[
                vec!["first-name".into(), String::new(), "Ada".into()],
                vec!["email".into(), String::new(), "ada@site.example".into()],
            ],
        );
        insta::assert_snapshot!(page.text(), @r"
        NAME        VALUE
        first-name  Ada
        email       ada@site.example
        ");
    }

    #[test]
    fn blocks_wrap_beside_their_label() {
        let mut page = plain(Some(40));
        page.heading("Passport");
        page.block(&[("Number", "X1234567".into()), ("Note", "a sentence that is longer than the room".into())]);
        insta::assert_snapshot!(page.text(), @r"
        Passport
          Number  X1234567
          Note    a sentence that is longer than
                  the room
        ");
    }

    #[test]
    fn what_would_be_copied_is_not_broken() {
        let mut page = plain(Some(40));
        let url = format!("https://site.example/in?ticket={}", "a".repeat(40));
        page.block(&[("As", "main".into()), ("Continue at", url.clone())]);
        assert_eq!(page.text(), format!("  As           main\n  Continue at  {url}\n"));
    }

    #[test]
    fn colours_are_only_there_when_asked_for() {
        assert_eq!(paint(false, Ink::Red, "error"), "error");
        assert_eq!(paint(true, Ink::Red, "error"), "\u{1b}[1;31merror\u{1b}[0m");
        let mut page = plain(Some(60));
        page.heading("h");
        page.table(&["A"], &[vec!["b".into()]]);
        page.block(&[("c", "d".into())]);
        assert!(!page.text().contains('\u{1b}'), "a page without colours has no escape sequence");
    }
}
