//! What was typed, brought into the shape of a zone.

use super::error::MrzError;
use super::layout::{Layout, Span, TD1, TD2, TD3};
use super::other::recognise;
use crate::texts::is_unseen;

/// A zone of the right shape: known characters, whole lines.
pub(super) struct Zone {
    pub(super) layout: &'static Layout,
    lines: Vec<Vec<u8>>,
}

impl Zone {
    /// Recognises the size by the number of characters; spaces and line breaks do not count.
    pub(super) fn read(text: &str) -> Result<Self, MrzError> {
        let typed: Vec<Vec<u8>> = split(text)?;
        if let Some(other) = recognise(&typed) {
            return Err(other);
        }
        let total: usize = typed.iter().map(Vec::len).sum();
        let layout = [&TD3, &TD2, &TD1].into_iter().find(|layout| layout.lines * layout.line_len == total);
        if let Some(layout) = layout {
            let lines = typed.concat().chunks(layout.line_len).map(<[u8]>::to_vec).collect();
            return Ok(Self { layout, lines });
        }
        let filled = [&TD3, &TD2, &TD1].into_iter().find_map(|layout| filled_up(layout, &typed));
        filled.ok_or_else(|| MrzError::Length { lines: typed.iter().map(Vec::len).collect() })
    }

    pub(super) fn get(&self, span: Span) -> &[u8] {
        &self.lines[span.line][span.start..span.end]
    }

    /// Whether a place has nothing but fillers.
    pub(super) fn is_left_out(&self, span: Span) -> bool {
        self.get(span).iter().all(|character| *character == b'<')
    }

    /// Puts zeros where the letter O was typed in a place that only digits have. The check digits decide whether that
    /// was meant; nothing else is corrected.
    pub(super) fn read_o_as_zero(&mut self, span: Span) {
        for character in &mut self.lines[span.line][span.start..span.end] {
            if *character == b'O' {
                *character = b'0';
            }
        }
    }
}

/// Lines without spaces and unseen characters, in capitals, empty ones left out. Quotation marks stand for fillers, as readers of print
/// put them.
fn split(text: &str) -> Result<Vec<Vec<u8>>, MrzError> {
    let mut lines = Vec::new();
    let mut position = 0;
    for typed in text.lines() {
        let mut line = Vec::new();
        for character in typed.chars().filter(|character| !character.is_whitespace() && !is_unseen(*character)) {
            position += 1;
            match character {
                '<' | '‹' | '＜' => line.push(b'<'),
                '«' => line.extend(b"<<"),
                'a'..='z' | 'A'..='Z' | '0'..='9' => line.extend(character.to_string().to_ascii_uppercase().bytes()),
                _ => return Err(MrzError::Character { position }),
            }
        }
        lines.push(line);
    }
    lines.retain(|line| !line.is_empty());
    Ok(lines)
}

/// The zone if only fillers at the end of a line are missing: every line but those that may end in fillers and nothing
/// else is whole.
fn filled_up(layout: &'static Layout, typed: &[Vec<u8>]) -> Option<Zone> {
    let last_checked = layout.composite_check.line;
    let fits = typed.len() == layout.lines
        && typed.iter().enumerate().all(|(index, line)| {
            if index == last_checked { line.len() == layout.line_len } else { line.len() <= layout.line_len }
        });
    fits.then(|| {
        let mut lines = typed.to_vec();
        for line in &mut lines {
            line.resize(layout.line_len, b'<');
        }
        Zone { layout, lines }
    })
}
