//! Number matching: the party's page shows a number, and the user finds it among three.
//!
//! It is for requests that somebody else began at an honest party; a party that means harm shows the right number.

use idw_autheid::{RequestId, sign::number_match};

use super::EidError;

/// The numbers that there are: two digits.
const NUMBERS: std::ops::Range<u8> = 10..100;
/// The first value of a byte for which the numbers would not come equally often.
const BYTE_LIMIT: u8 = 180;

/// The number of a request among two others, in an order that says nothing.
pub(super) fn numbers(request: &RequestId) -> Result<[u8; 3], EidError> {
    let right = number_match(request.as_str());
    let second = other_than(&[right])?;
    let third = other_than(&[right, second])?;
    let mut shown = [right, second, third];
    // Fisher and Yates, for three.
    shown.swap(2, usize::from(below(3)?));
    shown.swap(1, usize::from(below(2)?));
    Ok(shown)
}

fn other_than(taken: &[u8]) -> Result<u8, EidError> {
    loop {
        let number = NUMBERS.start + below(NUMBERS.len())?;
        if !taken.contains(&number) {
            return Ok(number);
        }
    }
}

/// A random number below `limit`, which divides [`BYTE_LIMIT`].
fn below(limit: usize) -> Result<u8, EidError> {
    loop {
        let mut byte = [0];
        getrandom::fill(&mut byte).map_err(|_| EidError::NoRandomness)?;
        let [byte] = byte;
        if byte < BYTE_LIMIT {
            return Ok((usize::from(byte) % limit).try_into().expect("it is less than a byte's 180"));
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn the_number_is_among_three_that_differ_and_at_every_place() {
        let mut places = [0; 3];
        for _ in 0..600 {
            let request = RequestId::random().unwrap();
            let shown = numbers(&request).unwrap();
            assert_eq!(shown.iter().collect::<BTreeSet<_>>().len(), 3, "{shown:?}");
            assert!(shown.iter().all(|number| NUMBERS.contains(number)), "{shown:?}");
            let place = shown.iter().position(|number| *number == number_match(request.as_str()));
            places[place.unwrap()] += 1;
        }
        // 200 are expected at each, with a standard deviation of 12.
        assert!(places.iter().all(|count| (120..280).contains(count)), "{places:?}");
    }
}
