//! How much a site keeps, and of whom.

use std::time::Duration;

use serde::Deserialize;

/// How much a site takes before it refuses: anyone can make a key, and with it upload, sign up and apply.
///
/// In a configuration file the same under `limits`, each left out at will:
/// `{"unclaimedFiles", "unclaimedBytes", "unclaimedHours", "bytesPerWallet", "totalBytes", "bytesInMemory",
/// "applicationsPerWallet", "messagesPerApplication"}`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limits {
    /// Files of one wallet that no sign-up or application refers to yet: all that a key without an account can leave
    /// here.
    pub unclaimed_files: u64,
    /// Their bytes.
    pub unclaimed_bytes: u64,
    /// How long they are kept.
    pub unclaimed_lifetime: Duration,
    /// Bytes of all files of one wallet.
    pub bytes_per_wallet: u64,
    /// Bytes of everything that is kept, of whomever.
    pub total_bytes: u64,
    /// Bytes of all uploads that are on their way at the same time; they are in memory until they are complete.
    pub bytes_in_memory: u64,
    /// Applications of one wallet.
    pub applications_per_wallet: u64,
    /// Lines that an applicant writes about one application.
    pub messages_per_application: u64,
}

impl Default for Limits {
    fn default() -> Self {
        const MIB: u64 = 1024 * 1024;
        Self {
            // As much as the one form of a classic sign-up can bring.
            unclaimed_files: 64,
            unclaimed_bytes: 256 * MIB,
            unclaimed_lifetime: Duration::from_hours(24),
            bytes_per_wallet: 1024 * MIB,
            total_bytes: 4 * 1024 * MIB,
            bytes_in_memory: 1024 * MIB,
            applications_per_wallet: 100,
            messages_per_application: 500,
        }
    }
}

/// As a configuration file has them.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct LimitsFile {
    unclaimed_files: Option<u64>,
    unclaimed_bytes: Option<u64>,
    unclaimed_hours: Option<u32>,
    bytes_per_wallet: Option<u64>,
    total_bytes: Option<u64>,
    bytes_in_memory: Option<u64>,
    applications_per_wallet: Option<u64>,
    messages_per_application: Option<u64>,
}

impl LimitsFile {
    pub(crate) fn over(self, limits: &mut Limits) {
        let replace = |number: Option<u64>, with: &mut u64| *with = number.unwrap_or(*with);
        replace(self.unclaimed_files, &mut limits.unclaimed_files);
        replace(self.unclaimed_bytes, &mut limits.unclaimed_bytes);
        replace(self.bytes_per_wallet, &mut limits.bytes_per_wallet);
        replace(self.total_bytes, &mut limits.total_bytes);
        replace(self.bytes_in_memory, &mut limits.bytes_in_memory);
        replace(self.applications_per_wallet, &mut limits.applications_per_wallet);
        replace(self.messages_per_application, &mut limits.messages_per_application);
        if let Some(hours) = self.unclaimed_hours {
            limits.unclaimed_lifetime = Duration::from_hours(hours.into());
        }
    }
}
