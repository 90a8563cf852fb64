//! The key derivations of the format, and what a file may ask of them.

use hmac::Hmac;
use scrypt::Params;
use sha2::{Sha256, Sha512};
use zeroize::Zeroizing;

use super::KeystoreError;

/// The only length that version 3 knows: half for the cipher, half for the MAC.
const DERIVED_LEN_BYTES: usize = 32;

/// The most memory that a file may ask for: four times what geth, ethers and we write.
const MAX_MEMORY_BYTES: u64 = 1 << 30;

/// What scrypt may need beside that, its array `B` and scratch: 1 KiB or little more in practice.
const MAX_SCRATCH_BYTES: u64 = 16 << 20;

/// The most bytes that scrypt may work through, `128 × n × r × p`: sixteen times what geth, ethers
/// and we write, so some ten seconds.
const MAX_WORK_BYTES: u64 = 1 << 32;

/// The most iterations of PBKDF2: sixteen times the OWASP's advice of 2023, some ten seconds.
const MAX_ITERATIONS: u64 = 10_000_000;

/// More tries than a passphrase has spellings and a file has readings.
const MAX_TRIES: usize = 32;

/// What a passphrase gives.
pub(super) type DerivedKey = Zeroizing<[u8; DERIVED_LEN_BYTES]>;

/// How much work each guess at the passphrase of a new file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ScryptCost {
    /// `n` = 262144, `r` = 8, `p` = 1: 256 MiB and about a second. Geth's `StandardScryptN`.
    #[default]
    Standard,
    /// `n` = 4096, `r` = 8, `p` = 6: 4 MiB and about a tenth of a second. Geth's `LightScryptN`, for
    /// machines that cannot do more.
    Light,
}

/// A key derivation with its parameters, all of them within the limits.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Kdf {
    /// RFC 7914.
    Scrypt { log_n: u8, r: u32, p: u32, salt: Vec<u8> },
    /// RFC 8018.
    Pbkdf2 { prf: Prf, iterations: u32, salt: Vec<u8> },
}

/// The function under PBKDF2: HMAC with one of these.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Prf {
    Sha256,
    Sha512,
}

/// The system has less memory than the derivation needs.
#[derive(Debug)]
pub(super) struct OutOfMemory {
    pub(super) needed: u64,
}

impl Kdf {
    /// Scrypt at one of the costs that new files have.
    pub(super) fn scrypt(cost: ScryptCost, salt: Vec<u8>) -> Self {
        match cost {
            ScryptCost::Standard => Self::Scrypt { log_n: 18, r: 8, p: 1, salt },
            ScryptCost::Light => Self::Scrypt { log_n: 12, r: 8, p: 6, salt },
        }
    }

    /// Scrypt with the parameters of a file.
    pub(super) fn checked_scrypt(n: u64, r: u64, p: u64, salt: Vec<u8>) -> Result<Self, KeystoreError> {
        let malformed = KeystoreError::Shape { part: "a parameter of scrypt" };
        if n < 2 || !n.is_power_of_two() || r == 0 || p == 0 {
            return Err(malformed);
        }
        // RFC 7914, sections 5 and 6: V holds n blocks, B holds p; one more is scratch.
        let bytes = |blocks: u64| blocks.checked_mul(r)?.checked_mul(128);
        let within = |bytes: Option<u64>, limit: u64| bytes.is_some_and(|bytes| bytes <= limit);
        let affordable = within(bytes(n), MAX_MEMORY_BYTES)
            && within(p.checked_add(1).and_then(bytes), MAX_SCRATCH_BYTES)
            && within(n.checked_mul(p).and_then(bytes), MAX_WORK_BYTES);
        if !affordable {
            return Err(KeystoreError::TooCostly);
        }
        let (Ok(log_n), Ok(r), Ok(p)) = (u8::try_from(n.ilog2()), u32::try_from(r), u32::try_from(p)) else {
            return Err(malformed);
        };
        Params::new(log_n, r, p).map_err(|_| malformed)?;
        Ok(Self::Scrypt { log_n, r, p, salt })
    }

    /// PBKDF2 with the parameters of a file.
    pub(super) fn checked_pbkdf2(prf: Prf, iterations: u64, salt: Vec<u8>) -> Result<Self, KeystoreError> {
        match u32::try_from(iterations) {
            Ok(0) => Err(KeystoreError::Shape { part: "a parameter of PBKDF2" }),
            Ok(iterations) if u64::from(iterations) <= MAX_ITERATIONS => Ok(Self::Pbkdf2 { prf, iterations, salt }),
            _ => Err(KeystoreError::TooCostly),
        }
    }

    /// How often a file may be tried: what was meant by a passphrase or by a file is not always clear, and each try costs
    /// all that the file asks for.
    pub(super) fn affordable_tries(&self) -> usize {
        let (work, limit) = match self {
            Self::Scrypt { log_n, r, p, .. } => ((u64::from(*r) * u64::from(*p) * 128) << log_n, MAX_WORK_BYTES),
            Self::Pbkdf2 { iterations, .. } => (u64::from(*iterations), MAX_ITERATIONS),
        };
        usize::try_from(2 * limit / work.max(1)).map_or(MAX_TRIES, |tries| tries.clamp(2, MAX_TRIES))
    }

    /// The same with another salt.
    pub(super) fn with_salt(&self, salt: Vec<u8>) -> Self {
        match self {
            Self::Scrypt { log_n, r, p, .. } => Self::Scrypt { log_n: *log_n, r: *r, p: *p, salt },
            Self::Pbkdf2 { prf, iterations, .. } => Self::Pbkdf2 { prf: *prf, iterations: *iterations, salt },
        }
    }

    pub(super) fn salt(&self) -> &[u8] {
        match self {
            Self::Scrypt { salt, .. } | Self::Pbkdf2 { salt, .. } => salt,
        }
    }

    /// The only `dklen` of version 3.
    pub(super) const fn derived_len_bytes() -> u64 {
        DERIVED_LEN_BYTES as u64
    }

    /// Derives the key from a passphrase.
    ///
    /// # Security
    /// Scrypt's own working memory is given back to the system unwiped; it holds nothing from which
    /// the passphrase or the key could be had without redoing the work from the passphrase, except
    /// for its last blocks, which lead to the derived key of this one file.
    pub(super) fn derive(&self, passphrase: &[u8]) -> Result<DerivedKey, OutOfMemory> {
        let mut derived = Zeroizing::new([0; DERIVED_LEN_BYTES]);
        match self {
            Self::Scrypt { log_n, r, p, salt } => {
                let params = Params::new(*log_n, *r, *p).expect("the parameters were checked when they were read");
                reserve((1_u64 << log_n) * u64::from(*r) * 128)?;
                scrypt::scrypt(passphrase, salt, &params, derived.as_mut_slice())
                    .expect("32 bytes are not too many to derive");
            }
            Self::Pbkdf2 { prf, iterations, salt } => {
                let derive = match prf {
                    Prf::Sha256 => pbkdf2::pbkdf2::<Hmac<Sha256>>,
                    Prf::Sha512 => pbkdf2::pbkdf2::<Hmac<Sha512>>,
                };
                derive(passphrase, salt, *iterations, derived.as_mut_slice()).expect("HMAC takes keys of any length");
            }
        }
        Ok(derived)
    }
}

/// Asks whether there is this much memory: where scrypt's own allocation fails, the process ends.
fn reserve(needed: u64) -> Result<(), OutOfMemory> {
    let size = usize::try_from(needed).map_err(|_| OutOfMemory { needed })?;
    Vec::<u8>::new().try_reserve_exact(size).map_err(|_| OutOfMemory { needed })
}
