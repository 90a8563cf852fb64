//! Dates of a zone: two digits for the year, which leave the century open.

use jiff::civil::Date;

/// Nobody older is taken for the holder: a handful of people in the world are.
const MAX_AGE_YEARS: i16 = 115;
/// A document that is said to have ended or to end within so many years of today is read so; further off, the century
/// is a question. Some states write the year 99 for documents that never end.
const NEAR_YEARS: i16 = 20;

/// A date as a zone gives it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ZoneDate {
    /// The document leaves it open, or a part of it.
    Open,
    /// This day.
    Day(Date),
    /// The one or the other, a century apart: only the person knows.
    Either(Date, Date),
}

impl ZoneDate {
    /// The day, where there is no doubt.
    pub fn day(self) -> Option<Date> {
        match self {
            Self::Day(day) => Some(day),
            Self::Open | Self::Either(..) => None,
        }
    }

    /// All days that it can be.
    pub fn days(self) -> Vec<Date> {
        match self {
            Self::Open => Vec::new(),
            Self::Day(day) => vec![day],
            Self::Either(earlier, later) => vec![earlier, later],
        }
    }
}

/// The date of birth that the six digits mean; none if they are not a day of the calendar.
pub(super) fn birth(digits: &[u8], today: Date) -> Option<ZoneDate> {
    let days = in_each_century(digits, today)?;
    let possible: Vec<Date> = days.iter().copied().filter(|day| *day <= today).collect();
    let plausible = possible.iter().copied().filter(|day| *day >= years_from(today, -MAX_AGE_YEARS));
    match *plausible.collect::<Vec<_>>() {
        [day] => Some(ZoneDate::Day(day)),
        [earlier, later, ..] => Some(ZoneDate::Either(earlier, later)),
        [] => possible.last().copied().map(ZoneDate::Day),
    }
}

/// The date of expiry that the six digits mean; none if they are not a day of the calendar.
pub(super) fn expiry(digits: &[u8], today: Date) -> Option<ZoneDate> {
    let days = in_each_century(digits, today)?;
    let near = years_from(today, -NEAR_YEARS)..=years_from(today, NEAR_YEARS);
    if let Some(day) = days.iter().copied().find(|day| near.contains(day)) {
        return Some(ZoneDate::Day(day));
    }
    let past = days.iter().copied().rfind(|day| *day < today);
    let future = days.iter().copied().find(|day| *day >= today);
    match (past, future) {
        (Some(past), Some(future)) => Some(ZoneDate::Either(past, future)),
        (one, other) => one.or(other).map(ZoneDate::Day),
    }
}

/// The days that the digits mean in the last, this and the next century, in order. The 29th of February is not in each.
fn in_each_century(digits: &[u8], today: Date) -> Option<Vec<Date>> {
    let two = |at: usize| i16::from((digits[at] - b'0') * 10 + (digits[at + 1] - b'0'));
    let century = today.year() - today.year() % 100;
    let month = i8::try_from(two(2)).ok()?;
    let day = i8::try_from(two(4)).ok()?;
    let in_century = |century: i16| Date::new(century + two(0), month, day).ok();
    let days: Vec<Date> = [century - 100, century, century + 100].into_iter().filter_map(in_century).collect();
    (!days.is_empty()).then_some(days)
}

fn years_from(today: Date, years: i16) -> Date {
    // The 1st stands in for the 29th of February, and the first year for what lies before the calendar.
    let year = today.year().saturating_add(years);
    Date::new(year, today.month(), today.day()).or_else(|_| Date::new(year, today.month(), 1)).unwrap_or(today)
}
