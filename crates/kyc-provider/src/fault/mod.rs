//! Answers broken on purpose, to see what a client makes of them.
//!
//! Faults of the return are in the redirect that a check ends with. The others are a layer around the interface, which
//! knows nothing of it: a code that was shown is spent, and counted, whatever becomes of the answer.

mod bodies;
mod details;
mod inject;
mod returning;

use std::fmt;
use std::str::FromStr;

pub(crate) use self::inject::{Endpoint, broken};
pub(crate) use self::returning::{Return, make_code, returning, with_query};

/// What a fault breaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FaultClass {
    /// What the browser brings back to the client.
    Return,
    /// The first call: a token of Web KYC, an address of Web IDV.
    Token,
    /// The second call: details of Web KYC, a result of Web IDV.
    Details,
}

/// Declares the faults: each variant with its name and what happens, which is its documentation, too.
macro_rules! faults {
    ($($class:ident { $($variant:ident $name:literal $description:literal;)+ })+) => {
        /// One way of breaking answers.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Fault {
            $($(#[doc = $description] $variant,)+)+
        }

        /// Each fault once, by class.
        const ROWS: &[(Fault, FaultClass, &str, &str)] =
            &[$($((Fault::$variant, FaultClass::$class, $name, $description),)+)+];
    };
}

faults! {
    Return {
        WrongState "wrong-state" "another state comes back than was sent";
        NoState "no-state" "no state comes back";
        TwoStates "two-states" "the state that was sent, and another one";
        NoCode "no-code" "no code comes back, though the check succeeded";
        EmptyCode "empty-code" "an empty code";
        TwoCodes "two-codes" "the code, and another one that is none";
        LongCode "long-code" "a code of 8,192 characters, which works";
        OddCode "odd-code" "a code with spaces, signs and letters that have to be encoded, which works";
        ErrorReturn "error-return" "error=server_error instead of a code";
        ErrorAndCode "error-and-code" "an error beside the code";
        HostileError "hostile-error" "an error whose description has markup, bidi and control characters";
        FragmentReturn "fragment-return" "code and state behind a number sign, where no server sees them";
        ReturnTwice "return-twice" "a page that opens the redirect URI twice";
        ForeignRedirect "foreign-redirect" "a redirect to another site, with code and state";
    }
    Token {
        TokenSlow "token-slow" "an answer after two minutes";
        TokenHang "token-hang" "the call is taken and never answered";
        TokenReset "token-reset" "the call is taken, and the connection is reset";
        Token302 "token-302" "a redirect to another site";
        Token401 "token-401" "the client's keys are refused, though they are right";
        Token403 "token-403" "the client's account is deactivated";
        Token429 "token-429" "status 429 with Retry-After";
        Token500 "token-500" "status 500 after the code is spent";
        TokenHtml "token-html" "a web page with status 200";
        TokenEmpty "token-empty" "status 200 and nothing";
        TokenNotJson "token-not-json" "JSON whose names are not quoted, as the document prints it";
        TokenHuge "token-huge" "JSON of 64 MiB, without saying so first";
        TokenWrongContentType "token-wrong-content-type" "JSON that says it is plain text";
        TokenWrongLength "token-wrong-length" "a Content-Length 100 bytes above what comes";
        NoToken "no-token" "JSON without the token or address";
        TokenNull "token-null" "null for the token or address";
        TokenNotText "token-not-text" "a number for the token or address";
        TokenEmptyText "token-empty-text" "an empty text for the token or address";
        TokenWithNewline "token-with-newline" "a line break and a header behind the token or address";
        AddressElsewhere "address-elsewhere" "Web IDV: the address of the check is on another site";
        AddressScript "address-script" "Web IDV: the address of the check is javascript:";
    }
    Details {
        DetailsSlow "details-slow" "an answer after two minutes";
        DetailsHang "details-hang" "the call is taken and never answered";
        DetailsCut "details-cut" "the connection ends in the middle of the answer";
        Details302 "details-302" "a redirect to another site";
        Details401 "details-401" "the token or the keys are refused, though they are right";
        Details500 "details-500" "status 500";
        DetailsHtml "details-html" "a web page with status 200";
        DetailsEmpty "details-empty" "status 200 and nothing";
        DetailsNotJson "details-not-json" "JSON whose names are not quoted, as the document prints it";
        DetailsDeepJson "details-deep-json" "JSON with arrays 100,000 deep in front";
        DetailsHuge "details-huge" "JSON of 64 MiB, without saying so first";
        NoDetails "no-details" "JSON without the details";
        DetailsList "details-list" "a list where the details should be";
        FieldsNull "fields-null" "every field is null";
        FieldsNumbers "fields-numbers" "every field is a number";
        FieldsEmpty "fields-empty" "every field is an empty text";
        UnknownFields "unknown-fields" "fields and documents that nobody has heard of";
        RepeatedFields "repeated-fields" "every field twice, the second time with another value";
        LongText "long-text" "a surname of a million characters";
        HostileText "hostile-text" "markup, bidi and control characters in every field";
        BadDates "bad-dates" "dates that are none: 31 February, other orders, zeros, words";
        BadCountries "bad-countries" "countries that are none, or in another form";
        ExpiredDocument "expired-document" "the document expired long ago";
        ExpiredData "expired-data" "the data is gone, as after 15 minutes";
        TwoDocuments "two-documents" "a second document, of somebody else";
        BadBase64 "bad-base64" "pictures that are no base64";
        DataUrl "data-url" "pictures as data: URLs";
        HugePicture "huge-picture" "a picture of 48 MiB of nothing";
        PictureBomb "picture-bomb" "a small JPEG that says it has 65,500 by 65,500 pixels";
        StatusFailed "status-failed" "Web IDV: a code whose result is FAILED";
        NoStatus "no-status" "Web IDV: a result without a status";
    }
}

impl Fault {
    /// All of them, by class.
    pub fn all() -> impl Iterator<Item = Self> {
        ROWS.iter().map(|row| row.0)
    }

    /// What the command line calls it.
    pub fn name(self) -> &'static str {
        self.row().map_or("unknown", |row| row.2)
    }

    /// What it breaks.
    pub fn class(self) -> FaultClass {
        self.row().map_or(FaultClass::Details, |row| row.1)
    }

    /// What happens, in a sentence without its full stop.
    pub fn description(self) -> &'static str {
        self.row().map_or("", |row| row.3)
    }

    fn row(self) -> Option<&'static (Self, FaultClass, &'static str, &'static str)> {
        ROWS.iter().find(|row| row.0 == self)
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl fmt::Display for FaultClass {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Return => "return",
            Self::Token => "token or address",
            Self::Details => "details or result",
        })
    }
}

impl FromStr for Fault {
    type Err = UnknownFault;

    fn from_str(text: &str) -> Result<Self, UnknownFault> {
        Self::all().find(|fault| fault.name() == text).ok_or_else(|| UnknownFault(text.to_owned()))
    }
}

/// The text names no fault.
#[derive(Debug, thiserror::Error)]
#[error("there is no fault {0:?}")]
pub struct UnknownFault(String);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_back() {
        for fault in Fault::all() {
            assert_eq!(fault.name().parse::<Fault>().unwrap(), fault);
            assert!(!fault.description().is_empty() && !fault.description().ends_with('.'), "{fault}");
        }
        assert!("none".parse::<Fault>().is_err());
        assert_eq!(Fault::all().count(), 66, "a fault is in the table");
    }
}
