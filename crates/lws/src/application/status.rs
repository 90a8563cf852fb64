//! How far an application is (lws.md §7).

use std::fmt;

/// How far an application is. The number decides; the names that sites give are not unique.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct ApplicationStatus(u16);

impl ApplicationStatus {
    /// Cancelled.
    pub const CANCELLED: Self = Self(8);

    /// The status of this number; any number is taken.
    pub fn from_code(code: u16) -> Self {
        Self(code)
    }

    /// Its number.
    pub fn code(self) -> u16 {
        self.0
    }

    /// Whether nothing more will happen: approved, rejected, declined or cancelled.
    pub fn is_final(self) -> bool {
        matches!(self.0, 2 | 3 | 7 | 8)
    }

    /// Whether it came to nothing: rejected, declined or cancelled.
    pub fn is_over(self) -> bool {
        matches!(self.0, 3 | 7 | 8)
    }

    /// Whether the site waits for the user.
    pub fn wants_user(self) -> bool {
        matches!(self.0, 6 | 9 | 10 | 11)
    }
}

impl fmt::Display for ApplicationStatus {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "status {}", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn statuses_by_number() {
        for code in 0..=16 {
            let status = ApplicationStatus::from_code(code);
            assert!(!(status.is_final() && status.wants_user()), "{code}");
        }
        assert!(!ApplicationStatus::from_code(17).is_final());
    }
}
