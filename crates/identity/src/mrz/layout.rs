//! Where things stand in a zone (Part 4, 4.2.2; Part 5, 4.2.2; Part 6, 4.2.2).

use super::Size;

/// A run of characters in a line; line and places from 0, the end excluded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Span {
    pub(super) line: usize,
    pub(super) start: usize,
    pub(super) end: usize,
}

/// The places of a zone.
pub(super) struct Layout {
    pub(super) size: Size,
    pub(super) lines: usize,
    pub(super) line_len: usize,
    pub(super) document_code: Span,
    pub(super) issuing_state: Span,
    pub(super) names: Span,
    pub(super) number: Span,
    pub(super) number_check: Span,
    pub(super) nationality: Span,
    pub(super) birth_date: Span,
    pub(super) birth_date_check: Span,
    pub(super) sex: Span,
    pub(super) expiry: Span,
    pub(super) expiry_check: Span,
    /// The first continues the document number if that does not fit its own place.
    pub(super) optional_data: &'static [Span],
    pub(super) optional_data_check: Option<Span>,
    pub(super) composite: &'static [Span],
    pub(super) composite_check: Span,
}

const fn span(line: usize, first: usize, last: usize) -> Span {
    // Written as in the specification: from 1, the last one included.
    Span { line: line - 1, start: first - 1, end: last }
}

pub(super) static TD1: Layout = Layout {
    size: Size::Td1,
    lines: 3,
    line_len: 30,
    document_code: span(1, 1, 2),
    issuing_state: span(1, 3, 5),
    number: span(1, 6, 14),
    number_check: span(1, 15, 15),
    birth_date: span(2, 1, 6),
    birth_date_check: span(2, 7, 7),
    sex: span(2, 8, 8),
    expiry: span(2, 9, 14),
    expiry_check: span(2, 15, 15),
    nationality: span(2, 16, 18),
    optional_data: &[span(1, 16, 30), span(2, 19, 29)],
    optional_data_check: None,
    composite: &[span(1, 6, 30), span(2, 1, 7), span(2, 9, 15), span(2, 19, 29)],
    composite_check: span(2, 30, 30),
    names: span(3, 1, 30),
};

pub(super) static TD2: Layout = Layout {
    size: Size::Td2,
    lines: 2,
    line_len: 36,
    document_code: span(1, 1, 2),
    issuing_state: span(1, 3, 5),
    names: span(1, 6, 36),
    number: span(2, 1, 9),
    number_check: span(2, 10, 10),
    nationality: span(2, 11, 13),
    birth_date: span(2, 14, 19),
    birth_date_check: span(2, 20, 20),
    sex: span(2, 21, 21),
    expiry: span(2, 22, 27),
    expiry_check: span(2, 28, 28),
    optional_data: &[span(2, 29, 35)],
    optional_data_check: None,
    composite: &[span(2, 1, 10), span(2, 14, 20), span(2, 22, 35)],
    composite_check: span(2, 36, 36),
};

pub(super) static TD3: Layout = Layout {
    size: Size::Td3,
    lines: 2,
    line_len: 44,
    document_code: span(1, 1, 2),
    issuing_state: span(1, 3, 5),
    names: span(1, 6, 44),
    number: span(2, 1, 9),
    number_check: span(2, 10, 10),
    nationality: span(2, 11, 13),
    birth_date: span(2, 14, 19),
    birth_date_check: span(2, 20, 20),
    sex: span(2, 21, 21),
    expiry: span(2, 22, 27),
    expiry_check: span(2, 28, 28),
    optional_data: &[span(2, 29, 42)],
    optional_data_check: Some(span(2, 43, 43)),
    composite: &[span(2, 1, 10), span(2, 14, 20), span(2, 22, 43)],
    composite_check: span(2, 44, 44),
};
