//! The two copies of the header on the disk.

use std::io;

use crate::fs::{Expected, OddEntry};
use crate::header::{MAX_HEADER_BYTES, NEWEST_VERSION, SignedHeader};
use crate::layout::Layout;
use crate::{Damage, HeaderFault, IoFault, OpenError, SpareFault, SpareFaultCause, snapshot};

/// The headers that parse, the newer first; there is at least one. None is authenticated yet.
#[derive(Debug)]
pub(crate) struct HeaderCopies {
    candidates: Vec<Candidate>,
    /// What is wrong with the copies, when none can be read and only a snapshot has a header.
    fault: Option<Damage>,
    /// Why one of the copies was not given by the disk; it may be the newer one.
    unreadable: Option<io::Error>,
}

/// A header, and where it was found.
#[derive(Debug)]
pub(crate) struct Candidate {
    pub(crate) header: SignedHeader,
    /// Whether only a snapshot has it.
    pub(crate) from_snapshot: bool,
}

impl HeaderCopies {
    pub(crate) fn read(layout: &Layout) -> Result<Self, OpenError> {
        let mut parsed = Vec::new();
        let mut faults = Vec::new();
        let mut odd = Vec::new();
        let mut unreadable = None;
        for place in layout.headers() {
            match place
                .read_limited(MAX_HEADER_BYTES as u64)
                .map(|bytes| bytes.map(|bytes| SignedHeader::parse(&bytes)))
            {
                Ok(None) => {}
                Ok(Some(Ok(header))) => parsed.push(header),
                Ok(Some(Err(fault))) => faults.push(fault),
                Err(error) => match OddEntry::behind(&error).cloned() {
                    Some(entry) => odd.push(entry),
                    None => unreadable = Some(error),
                },
            }
        }
        if parsed.is_empty()
            && let Some(error) = unreadable
        {
            // A header in a snapshot may be an older one, with a password that was changed since.
            return Err(IoFault::when("read the header")(error).into());
        }
        if odd.len() == layout.headers().len() {
            return Err(OpenError::OddEntry(odd.swap_remove(0))); // no header could be written
        }
        let fault = match unreadable_header(&faults) {
            _ if !parsed.is_empty() => None,
            OpenError::Damaged { damage } => Some(damage),
            other => return Err(other),
        };
        let copies = parsed.into_iter().map(|header| Candidate { header, from_snapshot: false });
        let mut candidates: Vec<_> = copies.collect();
        let snapshots = snapshot::list(&layout.snapshots()).unwrap_or_default();
        let headers = snapshots.iter().filter_map(|(_, place)| snapshot::read_header(place));
        candidates.extend(headers.map(|header| Candidate { header, from_snapshot: true }));
        // Of the same header, the copy comes first.
        candidates.sort_by_key(|one| (std::cmp::Reverse(one.header.header().generation), one.from_snapshot));
        candidates.dedup_by(|later, earlier| later.header == earlier.header);
        match fault {
            Some(damage) if candidates.is_empty() => {
                Err(odd.pop().map_or(OpenError::Damaged { damage }, OpenError::OddEntry))
            }
            fault => Ok(Self { candidates, fault, unreadable }),
        }
    }

    /// The newer first.
    pub(crate) fn candidates(&self) -> &[Candidate] {
        &self.candidates
    }

    /// What is wrong with the copies, when none can be read.
    pub(crate) fn fault(&self) -> Option<&Damage> {
        self.fault.as_ref()
    }

    /// Why one of the copies could not be read, where the disk is to blame.
    pub(crate) fn unreadable(&self) -> Option<&io::Error> {
        self.unreadable.as_ref()
    }

    /// After a write, both copies are the same.
    pub(crate) fn both(header: SignedHeader) -> Self {
        Self { candidates: vec![Candidate { header, from_snapshot: false }], fault: None, unreadable: None }
    }
}

/// Writes both copies, one after the other, so that at every moment one of them is whole.
///
/// When the first is written and the second is not, the new header counts and the next unlocking repairs the other.
pub(crate) fn write(layout: &Layout, header: &SignedHeader) -> io::Result<()> {
    let [first, second] = layout.headers();
    match first.replace(header.as_bytes()) {
        // Then one copy has to do.
        Err(error) if OddEntry::behind(&error).is_some() => {
            tracing::warn!(%error, "the first copy of the header was not written");
            return second.replace(header.as_bytes());
        }
        written => written?,
    }
    if let Err(error) = second.replace(header.as_bytes()) {
        tracing::warn!(%error, "the second copy of the header was not written");
    }
    Ok(())
}

/// Rewrites each copy that is not the given, authenticated header, and says what was wrong with it. An older copy is no
/// fault: a process was killed between the two. A failure only leaves things as they were.
pub(crate) fn repair(layout: &Layout, header: &SignedHeader) -> Vec<SpareFault> {
    let mut faults = Vec::new();
    for place in layout.headers() {
        let _ = place.temporary().remove_if_there(); // left by a process that was killed
        let why = match place.read_limited(MAX_HEADER_BYTES as u64) {
            Ok(Some(bytes)) if bytes == header.as_bytes() => continue,
            Ok(Some(bytes)) => {
                if let Err(fault) = SignedHeader::parse(&bytes) {
                    SpareFaultCause::Damaged(fault)
                } else {
                    if let Err(error) = place.replace(header.as_bytes()) {
                        tracing::warn!(%error, "an older copy of the header could not be written anew");
                    }
                    continue;
                }
            }
            Ok(None) => SpareFaultCause::Missing,
            Err(error) => SpareFaultCause::Unreadable(error.to_string()),
        };
        let is_odd = place.check(Expected::File).is_err();
        let fault = SpareFault::mend(&place, why, || place.replace(header.as_bytes()));
        // What is not a file is told with the other odd entries, until it is gone.
        if fault.is_mended || !is_odd {
            faults.push(fault);
        }
    }
    faults
}

fn unreadable_header(faults: &[HeaderFault]) -> OpenError {
    let newer = faults.iter().find_map(|fault| match fault {
        HeaderFault::NewerVersion(found) => Some(*found),
        _ => None,
    });
    match (newer, faults.first()) {
        (Some(found), _) => OpenError::UnsupportedVersion { found, supported: NEWEST_VERSION },
        (None, Some(fault)) => OpenError::Damaged { damage: Damage::HeaderUnreadable(*fault) },
        (None, None) => OpenError::Damaged { damage: Damage::HeaderMissing },
    }
}
