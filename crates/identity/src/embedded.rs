//! The files of `assets/schemas`, compiled into the program.

use std::sync::OnceLock;

use serde_json::Value;

/// One embedded schema.
pub(crate) struct Embedded {
    /// Its path below `assets/schemas`, such as `passport.json` or `_defs/file.json`.
    pub(crate) path: &'static str,
    text: &'static str,
    parsed: OnceLock<Value>,
}

impl Embedded {
    /// The schema with this path.
    pub(crate) fn find(path: &str) -> Option<&'static Self> {
        SCHEMAS.iter().find(|file| file.path == path)
    }

    /// The schema that an absolute URL (without fragment) names.
    pub(crate) fn by_url(url: &str) -> Option<&'static Self> {
        let bare = |url| str::strip_prefix(url, "http:").or_else(|| str::strip_prefix(url, "https:"));
        let path = bare(url)?.strip_prefix(bare(PLATFORM_URL)?)?;
        if let Some((_, path)) = SHARED.iter().find(|(name, _)| *name == path) {
            return Self::find(path);
        }
        Self::find(path.strip_prefix("attribute/")?)
    }

    /// The URL that it has here.
    pub(crate) fn url(&self) -> String {
        format!("{BASE_URL}{}", self.path)
    }

    /// Its JSON, parsed on first use.
    pub(crate) fn schema(&self) -> &Value {
        self.parsed
            .get_or_init(|| serde_json::from_str(self.text).expect("embedded schemas are JSON; a test reads each"))
    }
}

macro_rules! embed {
    ($($path:literal),+ $(,)?) => {
        [$(Embedded {
            path: $path,
            text: include_str!(concat!("../../../assets/schemas/", $path)),
            parsed: OnceLock::new(),
        }),+]
    };
}

/// Where the platform publishes everything of its schemas.
const PLATFORM_URL: &str = "http://platform.selfkey.org/schema/";

/// The platform's own names of definitions that its attributes share, each with the file that has the same here.
const SHARED: [(&str, &str); 7] = [
    ("file/image.json", "_defs/file.json"),
    ("file/document.json", "_defs/file.json"),
    ("file/audio.json", "_defs/audio-file.json"),
    ("misc/expiry-date.json", "_defs/date.json"),
    ("misc/issue-date.json", "_defs/date.json"),
    ("misc/date.json", "_defs/date.json"),
    ("misc/selfie.json", "_defs/selfie.json"),
];

/// Where the platform publishes its attributes; ours carry the same names.
pub(crate) const BASE_URL: &str = "http://platform.selfkey.org/schema/attribute/";

/// The catalogue: names, subjects, order, groups and aliases.
pub(crate) const CATALOGUE: &str = include_str!("../../../assets/schemas/catalogue.json");

/// All countries with their codes and English names.
pub(crate) const COUNTRIES: &str = include_str!("../../../assets/schemas/_defs/countries.json");

/// The three older names that are attributes of their own, the platform's 37, and 8 shared definitions.
const COUNT: usize = 3 + 37 + 8;

/// Definitions that the attribute schemas share, and the attributes themselves, by path.
static SCHEMAS: [Embedded; COUNT] = embed![
    "_defs/audio-file.json",
    "_defs/business-type.json",
    "_defs/country.json",
    "_defs/date.json",
    "_defs/file.json",
    "_defs/jurisdiction.json",
    "_defs/position.json",
    "_defs/selfie.json",
    "bank-statement.json",
    "birth-certificate.json",
    "btc-address.json",
    "business-types.json",
    "certificate-of-incorporation.json",
    "company-name.json",
    "corporate-structure.json",
    "country-of-residency.json",
    "cv.json",
    "dash-address.json",
    "date-of-birth.json",
    "domicile.json",
    "drivers-license.json",
    "email.json",
    "eth-address.json",
    "external-document.json",
    "fingerprint.json",
    "first-name.json",
    "id-selfie.json",
    "incorporation-date.json",
    "last-name.json",
    "legal-entity-type.json",
    "legal-jurisdiction.json",
    "member-register.json",
    "middle-name.json",
    "national-id-back.json",
    "national-id-number.json",
    "national-id.json",
    "nationality.json",
    "passport.json",
    "phone-number.json",
    "physical-address.json",
    "professional-reference-letter.json",
    "public-key.json",
    "registration-certificate.json",
    "tax-certificate.json",
    "tax-id-number.json",
    "utility-bill.json",
    "voice-id.json",
    "work-place.json",
];
