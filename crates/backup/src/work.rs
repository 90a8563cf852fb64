//! How much a guess of the passphrase costs: scrypt (RFC 7914) with r = 8, p = 1 and N = 2^log_n, as age has it.

use std::time::{Duration, Instant};

use age::{Encryptor, scrypt};

use crate::Passphrase;

/// The highest log_n that is written or read. It takes 1 GiB, the ceiling of the vault's own key derivation, and a few
/// seconds; a file that asks for more is refused before memory is taken.
pub const MAX_LOG_N: u8 = 20;

/// The least that is written: 32 MiB.
const FLOOR_LOG_N: u8 = 15;

/// What a guess is to take on this machine.
const TARGET: Duration = Duration::from_secs(1);

/// How much work a guess of the passphrase is to cost.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Work {
    /// About a second on this machine, measured when the backup is made, and never below [`Self::Floor`].
    #[default]
    Tuned,
    /// log_n = 15, which takes 32 MiB. For tests.
    Floor,
}

impl Work {
    /// The logarithm of scrypt's N.
    pub(crate) fn log_n(self) -> u8 {
        match self {
            Self::Floor => FLOOR_LOG_N,
            Self::Tuned => tune(measure),
        }
    }
}

/// The highest log_n that stays within the target; time doubles with each.
fn tune(measure: impl Fn(u8) -> Duration) -> u8 {
    // Measured where the memory is large already: a small one fits the processor's caches and promises too much.
    let mut taken = measure(FLOOR_LOG_N);
    let mut log_n = FLOOR_LOG_N;
    while log_n < MAX_LOG_N && taken * 3 / 2 <= TARGET {
        taken *= 2;
        log_n += 1;
    }
    log_n
}

fn measure(log_n: u8) -> Duration {
    let mut recipient = scrypt::Recipient::new(Passphrase::new(String::new()).to_age());
    recipient.set_work_factor(log_n);
    let start = Instant::now();
    // Only the time counts, whatever comes of it.
    let _ = Encryptor::with_recipients(std::iter::once(&recipient as _));
    start.elapsed()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tuning_meets_the_target_within_the_bounds() {
        let check = |floor_takes: u64, expected: u8| {
            let machine = |log_n: u8| Duration::from_millis(floor_takes << (log_n - FLOOR_LOG_N));
            assert_eq!(tune(machine), expected, "{floor_takes} ms at the floor");
        };
        check(5000, 15);
        check(600, 16);
        check(100, 18);
        check(50, 19);
        check(1, 20);
    }
}
