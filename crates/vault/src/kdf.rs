//! From a password to a key: Argon2id (RFC 9106), version 0x13, with bounds on what a header may ask for.
//!
//! The lanes run in parallel, in huge pages where the system has them.

use std::time::{Duration, Instant};

use argon2::{Algorithm, Argon2, Params, Version};
use idw_huge_pages::Blocks;

use crate::Password;
use crate::crypto::{self, SecretKey};

/// Length of the salt in bytes (RFC 9106, section 3.1 recommends 16).
pub(crate) const SALT_LEN_BYTES: usize = 16;

/// How much work a password guess is to cost.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KdfCost {
    /// Half a second to a second on this machine, measured when the slot is made, and never below [`Self::Floor`].
    Tuned,
    /// 64 MiB, 3 passes, 4 lanes: the second recommendation of RFC 9106, section 4. For tests.
    Floor,
}

/// Argon2id parameters within bounds: to have them is to know that they are affordable.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct KdfParams {
    memory_kib: u32,
    passes: u32,
    lanes: u32,
}

/// Parameters that this program never writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct OutOfBounds {
    pub(crate) memory_kib: u32,
    pub(crate) passes: u32,
    pub(crate) lanes: u32,
}

/// The machine could not give the memory.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct OutOfMemory {
    pub(crate) memory_kib: u32,
}

impl KdfParams {
    /// RFC 9106, section 4, second recommended option.
    pub(crate) const FLOOR: Self = Self { memory_kib: 64 * 1024, passes: 3, lanes: 4 };
    const MAX_MEMORY_KIB: u32 = 1024 * 1024;
    const MAX_PASSES: u32 = 16;
    const MAX_LANES: u32 = 16;
    /// More would hurt a small machine each time a command of a script unlocks; beyond it passes are added instead.
    const MAX_TUNED_MEMORY_KIB: u32 = 256 * 1024;
    /// The middle of "half a second to a second", as measurements scatter.
    const TUNED_TIME: Duration = Duration::from_millis(700);

    /// Parameters read from a header.
    pub(crate) fn parse(memory_kib: u32, passes: u32, lanes: u32) -> Result<Self, OutOfBounds> {
        let affordable = (Self::FLOOR.memory_kib..=Self::MAX_MEMORY_KIB).contains(&memory_kib)
            && (Self::FLOOR.passes..=Self::MAX_PASSES).contains(&passes)
            && (1..=Self::MAX_LANES).contains(&lanes);
        if affordable { Ok(Self { memory_kib, passes, lanes }) } else { Err(OutOfBounds { memory_kib, passes, lanes }) }
    }

    pub(crate) fn choose(cost: KdfCost) -> Result<Self, OutOfMemory> {
        match cost {
            KdfCost::Floor => Ok(Self::FLOOR),
            KdfCost::Tuned => Self::tune(Self::measure),
        }
    }

    pub(crate) fn memory_kib(self) -> u32 {
        self.memory_kib
    }

    pub(crate) fn passes(self) -> u32 {
        self.passes
    }

    pub(crate) fn lanes(self) -> u32 {
        self.lanes
    }

    /// How much has to be computed, to compare parameters by: blocks of 1 KiB.
    pub(crate) fn work(self) -> u64 {
        u64::from(self.memory_kib) * u64::from(self.passes)
    }

    /// The key of a password. Takes the parameters' memory and wipes it afterwards.
    pub(crate) fn derive(self, password: &Password, salt: &[u8; SALT_LEN_BYTES]) -> Result<SecretKey, OutOfMemory> {
        let params = Params::new(self.memory_kib, self.passes, self.lanes, Some(crypto::KEY_LEN_BYTES))
            .expect("our bounds are narrower than Argon2's");
        let out_of_memory = OutOfMemory { memory_kib: self.memory_kib };
        let mut blocks = Blocks::take(params.block_count()).ok_or(out_of_memory)?;
        let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
        let mut derived = Ok(());
        let key = SecretKey::filled(|out| {
            derived = argon2.hash_password_into_with_memory(password.expose_bytes(), salt, out, blocks.as_mut_slice());
        });
        derived.map(|()| key).map_err(|_| out_of_memory)
    }

    /// More memory first, as that is what costs an attacker most, up to what is fair to take; then more passes, and on
    /// a machine that is still too fast more memory again.
    fn tune(mut measure: impl FnMut(Self) -> Result<Duration, OutOfMemory>) -> Result<Self, OutOfMemory> {
        let mut params = Self::FLOOR;
        let growth = growth_after(measure(params)?);
        params.memory_kib = whole_mib(f64::from(params.memory_kib) * growth, Self::MAX_TUNED_MEMORY_KIB);
        if params.memory_kib < Self::MAX_TUNED_MEMORY_KIB {
            return Ok(params);
        }
        let Ok(taken) = measure(params) else {
            return Ok(Self::FLOOR); // the machine has no such memory to spare
        };
        let passes = f64::from(params.passes) * growth_after(taken);
        params.passes = floor(passes).clamp(Self::FLOOR.passes, Self::MAX_PASSES);
        let beyond = (passes / f64::from(Self::MAX_PASSES)).max(1.0);
        params.memory_kib = whole_mib(f64::from(params.memory_kib) * beyond, Self::MAX_MEMORY_KIB);
        Ok(params)
    }

    /// The second of two runs, or the first if that was shorter: a first one also waits for the system to find the memory
    /// and to start the threads, which made some machines look four times slower than they are.
    fn measure(self) -> Result<Duration, OutOfMemory> {
        let run = || {
            let start = Instant::now();
            self.derive(&Password::from("not a password"), &[0; SALT_LEN_BYTES])?;
            Ok(start.elapsed())
        };
        Ok(run()?.min(run()?))
    }
}

/// How many times the work can be done in the time that tuning aims at.
fn growth_after(taken: Duration) -> f64 {
    KdfParams::TUNED_TIME.div_duration_f64(taken.max(Duration::from_millis(1)))
}

fn whole_mib(kib: f64, max_kib: u32) -> u32 {
    let kib = floor(kib).clamp(KdfParams::FLOOR.memory_kib, max_kib);
    kib - kib % 1024
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a float cast saturates, and the caller clamps"
)]
fn floor(value: f64) -> u32 {
    value as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A machine that takes `nanos` for each KiB and pass.
    fn machine(nanos: u64) -> impl FnMut(KdfParams) -> Result<Duration, OutOfMemory> {
        move |params| Ok(Duration::from_nanos(nanos * u64::from(params.memory_kib) * u64::from(params.passes)))
    }

    #[test]
    fn tuning_meets_the_time_on_fast_and_slow_machines() {
        // The fastest ends at the ceiling of the passes, the slowest at the floor.
        for (nanos, low, high) in
            [(10, 20, 1_000), (70, 500, 1_000), (250, 500, 1_000), (2_000, 500, 1_000), (20_000, 0, u128::MAX)]
        {
            let params = KdfParams::tune(machine(nanos)).unwrap();
            let taken = machine(nanos)(params).unwrap().as_millis();
            assert!((low..=high).contains(&taken), "{nanos} ns: {params:?} takes {taken} ms");
            assert_eq!(KdfParams::parse(params.memory_kib, params.passes, params.lanes), Ok(params), "within bounds");
        }
    }

    #[test]
    fn tuning_stays_at_the_floor_when_memory_is_short() {
        let mut runs = 0;
        let tuned = KdfParams::tune(|_| {
            runs += 1;
            if runs == 1 { Ok(Duration::from_millis(10)) } else { Err(OutOfMemory { memory_kib: 0 }) }
        });
        assert_eq!(tuned, Ok(KdfParams::FLOOR));
    }

    #[test]
    fn parameters_outside_the_bounds_are_refused() {
        for (memory_kib, passes, lanes) in [
            (64 * 1024 - 1, 3, 4),
            (1024 * 1024 + 1, 3, 4),
            (u32::MAX, 3, 4),
            (64 * 1024, 2, 4),
            (64 * 1024, 17, 4),
            (64 * 1024, u32::MAX, 4),
            (64 * 1024, 3, 0),
            (64 * 1024, 3, 17),
        ] {
            assert_eq!(
                KdfParams::parse(memory_kib, passes, lanes),
                Err(OutOfBounds { memory_kib, passes, lanes }),
                "{memory_kib} KiB, {passes} passes, {lanes} lanes"
            );
        }
        assert!(KdfParams::parse(1024 * 1024, 16, 16).is_ok());
    }
}
