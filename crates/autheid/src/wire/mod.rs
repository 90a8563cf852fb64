//! What a wallet and a service elsewhere say to each other: the wallet connects outwards, reads what is open for its email, and
//! sends the person's decisions.
//!
//! - [`DeviceKey`] signs calls (RFC 9421), and [`SignedCall`] is such a call as it came;
//! - the messages: [`BindDevice`], [`DeviceBound`], [`SessionBegun`], [`Listing`], [`AnswerCall`], [`Answered`], [`WireError`].
//!
//! How the calls follow each other is in `docs/autheid.md`.

mod answer;
mod listing;
mod messages;
mod signed;

pub use answer::{AnswerCall, AnswerDecision, AnsweredKyc, AnsweredSignature};
pub use listing::{Listed, ListedDevice, ListedForm, ListedRp, Listing};
pub use messages::{Answered, BindDevice, DeviceBound, NonceGiven, SessionBegun, WireCode, WireError, WireStatus};
pub use signed::{CallSignature, DeviceKey, SignedCall, is_device_key};

/// Where a wallet gets a nonce.
pub const NONCES_PATH: &str = "/wallet/v1/nonces";
/// Where a wallet binds its device.
pub const DEVICES_PATH: &str = "/wallet/v1/devices";
/// Where a device takes its leave.
pub const THIS_DEVICE_PATH: &str = "/wallet/v1/devices/self";
/// Where a device begins a session.
pub const SESSIONS_PATH: &str = "/wallet/v1/sessions";
/// Where a session reads what is open.
pub const REQUESTS_PATH: &str = "/wallet/v1/requests";
/// How far the clocks of a wallet and its service may be apart, in seconds.
pub const MOST_CLOCK_SECONDS: i64 = 5 * 60;
/// The longest that a reader can wait for a change, in seconds.
pub const MOST_WAIT_SECONDS: u64 = 50;
/// The longest answer, in bytes: two PDFs of 4 MB in base64, and texts.
pub const MOST_ANSWER_BYTES: usize = 12 * 1024 * 1024;
/// How long a session's token is good, in seconds.
pub const SESSION_SECONDS: i64 = 60 * 60;
/// The longest name of a device, in characters.
pub const MOST_DEVICE_NAME_CHARS: usize = 60;

/// Where a request is answered.
pub fn answer_path(request: &crate::RequestId) -> String {
    format!("{REQUESTS_PATH}/{request}/answer")
}
