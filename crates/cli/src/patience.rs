//! How long a command waits for somebody.

use std::{str::FromStr, time::Duration};

/// A time to wait: a whole number of seconds, or one with s, m or h behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Patience(Duration);

impl From<Patience> for Duration {
    fn from(patience: Patience) -> Self {
        patience.0
    }
}

impl FromStr for Patience {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        const LONGEST: u64 = 24 * 60 * 60;
        let fault = || "a time is a whole number with s, m or h, from 1s to 24h".to_owned();
        let (number, unit) = text.trim().split_at(text.trim().trim_end_matches(|c: char| !c.is_ascii_digit()).len());
        let unit: u64 = match unit.trim() {
            "" | "s" => 1,
            "m" => 60,
            "h" => 3_600,
            _ => return Err(fault()),
        };
        let seconds = number.parse::<u64>().ok().and_then(|number| number.checked_mul(unit)).ok_or_else(fault)?;
        if (1..=LONGEST).contains(&seconds) { Ok(Self(Duration::from_secs(seconds))) } else { Err(fault()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_have_units() {
        let check = |text: &str, expected: Option<u64>| {
            let parsed = text.parse::<Patience>().ok().map(|patience| Duration::from(patience).as_secs());
            assert_eq!(parsed, expected, "{text:?}");
        };
        check("10m", Some(600));
        check("90", Some(90));
        check("1 s", Some(1));
        check("24h", Some(86_400));
        for none in ["", "0", "0s", "25h", "1d", "m", "-1m", "1.5h", "99999999999999999999h"] {
            check(none, None);
        }
    }
}
