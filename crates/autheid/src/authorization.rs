//! The key that a call comes with.

use axum::http::HeaderMap;
use axum::http::header::AUTHORIZATION;

use crate::error::ServiceError;

/// No key that anybody has is longer.
const MOST_KEY_BYTES: usize = 512;

/// The key in `Authorization: Bearer KEY`, as it came: it may have `+` and `/` in it, and is never decoded.
///
/// # Errors
/// [`ServiceError::Unauthenticated`] when there is none, or more than one.
pub(crate) fn key_of(headers: &HeaderMap) -> Result<&str, ServiceError> {
    let mut values = headers.get_all(AUTHORIZATION).iter();
    let (Some(value), None) = (values.next(), values.next()) else {
        return Err(ServiceError::Unauthenticated("the call needs one header \"Authorization: Bearer KEY\""));
    };
    let text = value.to_str().unwrap_or_default();
    let key = text.split_once(' ').filter(|(scheme, _)| scheme.eq_ignore_ascii_case("bearer"));
    let key = key.map(|(_, key)| key.trim_matches(' ')).filter(|key| !key.is_empty() && key.len() <= MOST_KEY_BYTES);
    key.ok_or(ServiceError::Unauthenticated("the header is not \"Authorization: Bearer KEY\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(values: &[&'static str]) -> Option<String> {
        let mut headers = HeaderMap::new();
        for value in values {
            headers.append(AUTHORIZATION, value.parse().unwrap());
        }
        key_of(&headers).map(str::to_owned).ok()
    }

    #[test]
    fn a_key_is_taken_as_it_came() {
        for written in ["Pj+GIg2/l7ZKmicZi37+1giqKJ1WH3Vt8vSSxCuvPkKD", "live_Pj-GIg2_l7ZK", "a%2Bb", "a b"] {
            let value: &'static str = Box::leak(format!("Bearer {written}").into_boxed_str());
            assert_eq!(key(&[value]).as_deref(), Some(written));
        }
        assert_eq!(key(&["bearer  a "]).as_deref(), Some("a"));
    }

    #[test]
    fn without_exactly_one_key_nobody_is_known() {
        for wrong in [&[][..], &[""], &["Bearer"], &["Bearer "], &["Basic abc"], &["abc"], &["Bearer a", "Bearer a"]] {
            assert_eq!(key(wrong), None, "{wrong:?}");
        }
        assert_eq!(key(&[Box::leak(format!("Bearer {}", "a".repeat(513)).into_boxed_str())]), None);
    }
}
