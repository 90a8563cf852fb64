//! What a package is called and when it was made.

use anyhow::{Context, Result, bail};
use jiff::{Timestamp, tz::TimeZone};

use crate::command::{output, program};

/// How often this version was packaged.
const REVISION: u32 = 1;

/// A version of the wallet as packages know it.
#[derive(Clone, Debug)]
pub(crate) struct Release {
    /// The version of the wallet: `0.1.0`.
    pub(crate) version: String,
    time: Timestamp,
}

impl Release {
    /// The version of the workspace at the time of its last commit, or at `SOURCE_DATE_EPOCH` where that is set
    /// (<https://reproducible-builds.org/specs/source-date-epoch/>).
    pub(crate) fn of_the_last_commit() -> Result<Self> {
        let given = std::env::var("SOURCE_DATE_EPOCH").ok();
        let Some(seconds) = given.or_else(|| output(program("git", ["log", "-1", "--format=%ct"]))) else {
            bail!("git tells no last commit: set SOURCE_DATE_EPOCH to the time of the package, in seconds since 1970");
        };
        Self::at(seconds.trim().parse().context("the time of the last commit is not a number")?)
    }

    pub(super) fn at(seconds: i64) -> Result<Self> {
        let time = Timestamp::from_second(seconds).context("the time of the last commit")?;
        Ok(Self { version: env!("CARGO_PKG_VERSION").to_owned(), time })
    }

    /// The version with the package's own number: `0.1.0-1`.
    pub(crate) fn full_version(&self) -> String {
        format!("{}-{REVISION}", self.version)
    }

    /// The package's own number.
    pub(crate) fn revision() -> u32 {
        REVISION
    }

    /// Seconds since 1970.
    pub(crate) fn epoch(&self) -> i64 {
        self.time.as_second()
    }

    /// `2026-11-30`.
    pub(crate) fn date(&self) -> String {
        self.time.to_zoned(TimeZone::UTC).strftime("%Y-%m-%d").to_string()
    }

    /// `Mon, 30 Nov 2026 19:21:14 +0000`.
    pub(crate) fn mail_date(&self) -> String {
        self.time.to_zoned(TimeZone::UTC).strftime("%a, %d %b %Y %H:%M:%S %z").to_string()
    }

    /// `Mon Nov 30 2026`.
    pub(crate) fn rpm_date(&self) -> String {
        self.time.to_zoned(TimeZone::UTC).strftime("%a %b %d %Y").to_string()
    }

    /// `2026-11-30T19:21:14Z`.
    pub(crate) fn iso_time(&self) -> String {
        self.time.to_string()
    }

    /// Fills in `@VERSION@` and `@DATE@`.
    pub(crate) fn fill_in(&self, text: &str) -> String {
        text.replace("@VERSION@", &self.version).replace("@DATE@", &self.date())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_in_the_form_that_each_file_wants() {
        let release = Release::at(1_796_066_474).unwrap();
        assert_eq!(release.date(), "2026-11-30");
        assert_eq!(release.mail_date(), "Mon, 30 Nov 2026 19:21:14 +0000");
        assert_eq!(release.rpm_date(), "Mon Nov 30 2026");
        assert_eq!(release.iso_time(), "2026-11-30T19:21:14Z");
    }
}
