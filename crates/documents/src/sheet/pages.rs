//! The column cut into pages.

use super::flow::{BOTTOM, Strip, TOP};

/// A page: its strips, each with where its top is on it.
pub(super) type Page = Vec<(f32, Strip)>;

/// Cuts a column so that strips which belong together stay together, unless they need more than a page.
pub(super) fn cut(column: Vec<Strip>) -> Vec<Page> {
    let mut pages = vec![Page::new()];
    let mut y = TOP;
    let mut left = column.into_iter().peekable();
    while let Some(first) = left.next() {
        let mut group = vec![first];
        while let Some(strip) = left.next_if(|strip| strip.keeps) {
            group.push(strip);
        }
        let gap = group.first().map_or(0.0, |first| first.gap);
        let height = group.iter().map(|strip| strip.gap + strip.height).sum::<f32>() - gap;
        let fits_a_page = TOP + height <= BOTTOM;
        let mut is_break = y > TOP && y + gap + height > BOTTOM && fits_a_page;
        for strip in group {
            is_break |= y > TOP && y + strip.gap + strip.height > BOTTOM;
            if is_break {
                pages.push(Page::new());
                y = TOP;
                is_break = false;
            }
            let at = if y > TOP { y + strip.gap } else { TOP };
            y = at + strip.height;
            if let Some(page) = pages.last_mut() {
                page.push((at, strip));
            }
        }
    }
    pages
}

#[cfg(test)]
mod tests {
    use super::super::flow::Ground;
    use super::*;

    fn strip(height: f32, keeps: bool) -> Strip {
        Strip { gap: 5.0, height, texts: Vec::new(), keeps, ground: Ground::Nothing }
    }

    fn counts(column: Vec<Strip>) -> Vec<usize> {
        cut(column).iter().map(Vec::len).collect()
    }

    #[test]
    fn what_belongs_together_goes_to_the_next_page_together() {
        let page = BOTTOM - TOP;
        assert_eq!(counts(Vec::new()), [0], "an empty sheet has a page");
        assert_eq!(counts(vec![strip(page - 20.0, false), strip(20.0, false)]), [1, 1], "the gap counts");
        assert_eq!(counts(vec![strip(page - 25.0, false), strip(20.0, false)]), [2]);
        assert_eq!(counts(vec![strip(page - 45.0, false), strip(20.0, false), strip(20.0, true)]), [1, 2]);
        assert_eq!(counts(vec![strip(page - 50.0, false), strip(20.0, false), strip(20.0, true)]), [3]);
        let endless: Vec<_> = (0..40).map(|at| strip(40.0, at > 0)).collect();
        assert_eq!(counts(endless).iter().sum::<usize>(), 40, "what needs more than a page is cut anywhere");
    }

    #[test]
    fn nothing_stands_below_the_end_of_a_page_and_a_page_begins_without_a_gap() {
        for page in cut((0..500_u16).map(|at| strip(10.0 + f32::from(at % 7), at % 3 != 0)).collect()) {
            assert!((page[0].0 - TOP).abs() < f32::EPSILON);
            assert!(page.iter().all(|(y, strip)| y + strip.height <= BOTTOM));
        }
    }
}
