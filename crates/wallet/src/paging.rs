//! Lists that are read in parts, because a window shows a few rows of ten thousand.

/// Which part of a list to read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// How many rows to leave out.
    pub offset: usize,
    /// How many rows to give at most.
    pub limit: usize,
}

impl Part {
    /// This part of `all`; less, or nothing, where it ends before.
    pub(crate) fn of<T>(self, all: &[T]) -> &[T] {
        let from = self.offset.min(all.len());
        let to = from.saturating_add(self.limit).min(all.len());
        &all[from..to]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_ends_where_the_list_does() {
        let check = |offset: usize, limit: usize, expected: &[i32]| {
            assert_eq!(Part { offset, limit }.of(&[1, 2, 3]), expected, "{offset}, {limit}");
        };
        check(0, 2, &[1, 2]);
        check(2, 2, &[3]);
        check(3, 2, &[]);
        check(usize::MAX, usize::MAX, &[]);
        check(1, usize::MAX, &[2, 3]);
    }
}
