//! What a site is called, what it asks for, and how it may be reached.

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use serde_json::{Value, json};
use url::Url;

use crate::clock::Clock;
use crate::limits::{Limits, LimitsFile};
use crate::operator::OperatorSecret;
use crate::schema;
use crate::token::{SigningKey, TokenAlgorithm};

/// Everything a relying party is told before it starts.
#[derive(Debug)]
pub struct Config {
    /// The site's name, as people see it.
    pub name: String,
    /// The site's public URL; redirects and the site description are built on it.
    pub website: Url,
    /// Terms of service, shown by wallets before a sign-up.
    pub terms_url: Option<Url>,
    /// Privacy policy, shown by wallets before a sign-up.
    pub policy_url: Option<Url>,
    /// The path the LWS endpoints are mounted at: `/lws`, or empty for the root. Letters, digits, `-`, `_`, `.` and
    /// `~` between slashes.
    pub mount: String,
    /// The dialects that are answered.
    pub dialects: Dialects,
    /// What a sign-up asks for.
    pub attributes: Vec<Requirement>,
    /// The KYC templates a user can apply with.
    pub templates: Vec<Template>,
    /// Schemas of attributes that are not among the known ones, by their URL. The site serves them, since wallets fetch them
    /// from it and from nowhere else; so each is below [`website`](Self::website). A URL may be written as a path, here and
    /// in a [`Requirement`]: `/schemas/number.json` counts from the endpoints.
    pub schemas: BTreeMap<String, Value>,
    /// Signs and checks both kinds of token.
    pub signing_key: SigningKey,
    /// Where a login ends. The one-time ticket that names the user is appended as `ticket=…`; a service redeems
    /// it with [`RelyingParty::redeem_ticket`](crate::RelyingParty::redeem_ticket). `None`: the site's own page.
    pub redirect: Option<Url>,
    /// Page URLs accepted in `Origin`, besides `IDW`, which the wallet sends when it starts the flow itself.
    pub origins: Vec<String>,
    /// A JSON object handed to the wallet, which gives it back in the `did` dialect.
    pub meta: Option<Value>,
    /// Whether the site's own pages let people register with a name and a password, to add a wallet later.
    pub registration: bool,
    /// Whoever has this secret sees everything that has arrived (`/operator`, `GET /api/state`), and decides about
    /// applications. `None`, the default: there are no such pages.
    pub operator: Option<OperatorSecret>,
    /// How much is kept, and of whom.
    pub limits: Limits,
    /// Whether the site is reached through one proxy that adds the address it was asked from to `X-Forwarded-For`.
    /// Without that, all who come through a proxy share the waits for wrong passwords. With that, but without a proxy,
    /// there are none: anyone can send such a header.
    pub behind_proxy: bool,
    /// What time it is.
    pub clock: Clock,
}

/// Which dialects of the protocol a site answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dialects {
    /// Only the one of 2019: `GET /auth/challenge`, multipart sign-up.
    Classic,
    /// Only the one of 2020: `GET /auth/challenge/{did}`, JSON sign-up.
    Did,
    /// Both; the description does not say which, so that a wallet has to find out.
    Both,
}

/// One attribute that a site or a template asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Requirement {
    /// The site's own name for it, which the wallet must send back unchanged.
    pub id: Option<String>,
    /// URL of the attribute's JSON Schema, as the site spells it.
    pub schema: String,
    /// What people read.
    pub label: Option<String>,
    /// Whether a request without it is refused.
    pub required: bool,
}

/// A KYC form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Template {
    /// Its id; one of digits only is a JSON number in the classic dialect.
    pub id: String,
    /// What people read.
    pub name: String,
    /// What it is for, in a sentence.
    pub description: String,
    /// What it asks for.
    pub attributes: Vec<Requirement>,
}

/// Why a configuration cannot be used.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ConfigError {
    /// The text is not the JSON that is described at [`Config::read`].
    #[error("the configuration is not valid: {0}")]
    Malformed(#[source] serde_json::Error),
    /// A requirement is neither a URL nor an object with one.
    #[error(
        "requirement {position} of {place} is neither a schema URL (or a path such as /schemas/number.json) nor an object with `schemaId`"
    )]
    Requirement {
        /// `attributes`, or the template's id.
        place: String,
        /// Counted from 1.
        position: usize,
    },
    /// The site asks for an attribute whose schema it does not have, so it could not check it.
    #[error("no schema is known for {url}; add it under `schemas`")]
    UnknownSchema {
        /// As the requirement spells it.
        url: String,
    },
    /// A schema of the site's own is where the site cannot serve it, and where no wallet looks for it.
    #[error(
        "the schema {url} is not below {website}: this site cannot serve it there, and wallets fetch schemas from nowhere \
         else. Write its address as a path, such as /schemas/number.json, and it is served beside the endpoints"
    )]
    SchemaElsewhere {
        /// As the configuration spells it.
        url: String,
        /// Where the site is.
        website: String,
    },
    /// A schema of the site's own has the address of a page or an endpoint.
    #[error("the schema {url} has the address of one of the site's own pages or endpoints; give it another one")]
    SchemaOnPage {
        /// As the configuration spells it.
        url: String,
    },
    /// A schema does not compile or refers to one that is not there.
    #[error("the schema {url} cannot be used: {reason}")]
    Schema {
        /// The schema's URL.
        url: String,
        /// What the validator says.
        reason: String,
    },
    /// Two templates share an id.
    #[error("two templates have the id {0}")]
    TemplateTwice(String),
    /// Short secrets can be guessed from one token (RFC 7518, section 3.2).
    #[error("the signing secret has {len} bytes; HS256 needs at least {min}")]
    ShortSecret {
        /// Length given, in bytes.
        len: usize,
        /// Length needed, in bytes.
        min: usize,
    },
    /// `tokens` has a secret besides a key file, or besides an algorithm that takes none.
    #[error("a `secret` stands alone, or with the algorithm HS256; leave out one of the two keys")]
    TwoKeys,
    /// An RSA key cannot be used.
    #[error("the RSA key cannot be used: {0}")]
    Rsa(&'static str),
    /// Only RSA has public keys.
    #[error("keys of other servers can be trusted with RS256 only; servers with HS256 share one secret")]
    TrustNeedsRsa,
    /// A key file cannot be read.
    #[error("the key file {path} cannot be read: {source}")]
    KeyFile {
        /// Where it should be.
        path: PathBuf,
        /// What the system says.
        #[source]
        source: io::Error,
    },
    /// The system gave no random bytes for a signing key.
    #[error("the system gives no random numbers: {0}")]
    Random(#[source] getrandom::Error),
    /// The path for the endpoints is not a plain path, or one of the site's own pages.
    #[error("the endpoints cannot be mounted at {0:?}")]
    Mount(String),
    /// The operator's secret could be guessed, or not be sent.
    #[error("the operator's secret needs at least {min} visible ASCII characters, and no spaces")]
    OperatorSecret {
        /// Characters needed.
        min: usize,
    },
    /// The website URL cannot carry paths (`mailto:`, `data:`).
    #[error("{0} cannot be a website's URL")]
    Website(Url),
}

impl Config {
    /// A complete example: a sign-up that asks for a name, an address of each kind and a nationality, and a KYC
    /// template "Basic verification". Requirements are spelt in all the ways that occur in the wild.
    ///
    /// # Errors
    /// [`ConfigError::Random`] when no signing key can be made.
    pub fn sample(website: Url) -> Result<Self, ConfigError> {
        Ok(Self {
            name: "Reference relying party".to_owned(),
            website,
            terms_url: None,
            policy_url: None,
            mount: "/lws".to_owned(),
            dialects: Dialects::Both,
            attributes: sample_attributes(),
            templates: vec![sample_template()],
            schemas: BTreeMap::new(),
            signing_key: SigningKey::make()?,
            redirect: None,
            origins: Vec::new(),
            meta: None,
            registration: true,
            operator: None,
            limits: Limits::default(),
            behind_proxy: false,
            clock: Clock::system(),
        })
    }

    /// [`Config::sample`] with what a JSON text says instead. Every key may be left out:
    ///
    /// ```json
    /// { "website": {"name": "…", "url": "https://…", "termsUrl": "…", "policyUrl": "…"},
    ///   "attributes": ["<schema URL>", {"id": "…", "label": "…", "schemaId": "…", "required": true}],
    ///   "templates": [{"id": "1", "name": "…", "description": "…", "attributes": []}],
    ///   "schemas": {"<schema URL, or path below the endpoints>": {}},
    ///   "tokens": {"algorithm": "HS256", "secret": "<at least 32 bytes>"},
    ///   "redirect": "https://…", "origins": ["https://…"], "meta": {}, "registration": true,
    ///   "behindProxy": false, "limits": {"totalBytes": 4294967296} }
    /// ```
    ///
    /// `tokens` may instead name files: `{"algorithm": "HS256" or "RS256", "keyFile": "…", "trustedKeyFiles": ["…"]}`,
    /// relative to `folder`; for RS256 they are PEM, a private key and the public keys of servers whose tokens are
    /// accepted too. Without a key, a random one is made.
    ///
    /// [`Limits`] lists what `limits` may have. The operator's secret is none of it: such files are copied around.
    ///
    /// # Errors
    /// Another [`ConfigError`] for each way in which the text can be wrong.
    pub fn read(json: &[u8], folder: &Path, website: Url) -> Result<Self, ConfigError> {
        let file: ConfigFile = serde_json::from_slice(json).map_err(ConfigError::Malformed)?;
        let mut config = Self::sample(website)?;
        if let Some(website) = file.website {
            config.name = website.name.unwrap_or(config.name);
            config.website = website.url.unwrap_or(config.website);
            config.terms_url = website.terms_url;
            config.policy_url = website.policy_url;
        }
        if let Some(attributes) = &file.attributes {
            config.attributes = Requirement::read_all(attributes, "attributes", true)?;
        }
        if let Some(templates) = file.templates {
            config.templates = templates.into_iter().map(TemplateFile::read).collect::<Result<_, _>>()?;
        }
        if let Some(tokens) = file.tokens {
            config.signing_key = tokens.read(folder)?;
        }
        config.schemas = file.schemas;
        config.redirect = file.redirect;
        config.origins = file.origins;
        config.meta = file.meta;
        config.registration = file.registration.unwrap_or(config.registration);
        config.behind_proxy = file.behind_proxy;
        file.limits.over(&mut config.limits);
        Ok(config)
    }

    /// The absolute URL of the LWS endpoints.
    pub(crate) fn root(&self) -> Url {
        self.page(self.mount.trim_matches('/'))
    }

    /// The absolute URL of a page of the site, given its path without the leading slash.
    pub(crate) fn page(&self, path: &str) -> Url {
        let mut url = self.website.clone();
        url.set_query(None);
        url.set_fragment(None);
        if let Ok(mut segments) = url.path_segments_mut() {
            segments.pop_if_empty();
            segments.extend(path.split('/').filter(|segment| !segment.is_empty()));
        }
        url
    }
}

impl Requirement {
    /// A required attribute of this schema, without a name of the site's own. The schema is given by its URL, or by a path
    /// below the endpoints where it is one of [`Config::schemas`].
    pub fn new(schema: impl Into<String>) -> Self {
        Self { id: None, schema: schema.into(), label: None, required: true }
    }

    /// A required attribute of the SelfKey platform by its short name: `first-name`, `passport` …
    pub fn platform(name: &str) -> Self {
        Self::new(format!("{}{name}.json", schema::PLATFORM_ATTRIBUTES))
    }

    /// How a site's configuration or a template writes it: a bare string where there is nothing to add.
    pub(crate) fn to_json(&self, required_by_default: bool) -> Value {
        if self.id.is_none() && self.label.is_none() && self.required == required_by_default {
            return Value::String(self.schema.clone());
        }
        let mut object = json!({"schemaId": self.schema, "required": self.required});
        if let Some(id) = &self.id {
            object["id"] = json!(id);
        }
        if let Some(label) = &self.label {
            object["label"] = json!(label);
        }
        object
    }

    /// Its name in messages: the label, the id, or the schema's file name.
    pub(crate) fn title(&self) -> &str {
        self.label.as_deref().or(self.id.as_deref()).unwrap_or_else(|| schema::short_name(&self.schema))
    }

    fn read_all(items: &[Value], place: &str, required: bool) -> Result<Vec<Self>, ConfigError> {
        let read = |(index, item)| {
            Self::read(item, required)
                .ok_or_else(|| ConfigError::Requirement { place: place.to_owned(), position: index + 1 })
        };
        items.iter().enumerate().map(read).collect()
    }

    /// What an application's `attributes` are keyed by: the id, or the schema's file name where there is none.
    pub(crate) fn key(&self) -> &str {
        self.id.as_deref().unwrap_or_else(|| schema::short_name(&self.schema))
    }

    /// Reads a requirement as it stands in a configuration.
    pub(crate) fn read(item: &Value, required_by_default: bool) -> Option<Self> {
        let text = |key: &str| item.get(key).and_then(Value::as_str).map(str::to_owned);
        let schema = item.as_str().map(str::to_owned).or_else(|| text("schemaId"))?;
        if !schema.trim().starts_with('/') {
            Url::parse(schema.trim()).ok()?;
        }
        let required = item.get("required").map_or(Some(required_by_default), Value::as_bool)?;
        Some(Self { id: text("id"), schema, label: text("label"), required })
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct ConfigFile {
    website: Option<WebsiteFile>,
    attributes: Option<Vec<Value>>,
    templates: Option<Vec<TemplateFile>>,
    #[serde(default)]
    schemas: BTreeMap<String, Value>,
    tokens: Option<TokensFile>,
    redirect: Option<Url>,
    #[serde(default)]
    origins: Vec<String>,
    meta: Option<Value>,
    registration: Option<bool>,
    #[serde(default)]
    behind_proxy: bool,
    #[serde(default)]
    limits: LimitsFile,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct TokensFile {
    #[serde(default)]
    algorithm: TokenAlgorithm,
    secret: Option<String>,
    key_file: Option<PathBuf>,
    #[serde(default)]
    trusted_key_files: Vec<PathBuf>,
}

impl TokensFile {
    fn read(self, folder: &Path) -> Result<SigningKey, ConfigError> {
        if let Some(secret) = self.secret {
            if self.algorithm != TokenAlgorithm::Hs256 || self.key_file.is_some() {
                return Err(ConfigError::TwoKeys);
            }
            return SigningKey::from_secret(secret.as_bytes());
        }
        let key_file = self.key_file.map(|path| folder.join(path));
        let trusted: Vec<PathBuf> = self.trusted_key_files.iter().map(|path| folder.join(path)).collect();
        SigningKey::load(self.algorithm, key_file.as_deref(), &trusted)
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct WebsiteFile {
    name: Option<String>,
    url: Option<Url>,
    terms_url: Option<Url>,
    policy_url: Option<Url>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct TemplateFile {
    id: String,
    name: String,
    #[serde(default)]
    description: String,
    attributes: Vec<Value>,
}

impl TemplateFile {
    /// In a template, unlike in a site's configuration, an attribute is optional unless it says otherwise.
    fn read(self) -> Result<Template, ConfigError> {
        let attributes = Requirement::read_all(&self.attributes, &self.id, false)?;
        Ok(Template { id: self.id, name: self.name, description: self.description, attributes })
    }
}

/// With and without an id, bare and as an object, `http:` and `https:`: a wallet has to cope with each.
fn sample_attributes() -> Vec<Requirement> {
    vec![
        asked(Some("first"), "first-name", Some("First name"), true),
        asked(None, "last-name", None, true),
        asked(Some("contact-email"), "email", Some("Email"), true),
        asked(None, "date-of-birth", Some("Date of birth"), true),
        Requirement {
            schema: "https://platform.selfkey.org/schema/attribute/nationality.json".to_owned(),
            ..asked(None, "nationality", None, true)
        },
        asked(Some("home-address"), "physical-address", Some("Address"), false),
    ]
}

fn sample_template() -> Template {
    Template {
        id: "1".to_owned(),
        name: "Basic verification".to_owned(),
        description: "Who you are and where you live, with a passport and a utility bill as proof.".to_owned(),
        attributes: vec![
            asked(Some("first"), "first-name", Some("First name"), true),
            asked(Some("last"), "last-name", Some("Last name"), true),
            asked(None, "date-of-birth", Some("Date of birth"), true),
            asked(None, "nationality", None, true),
            asked(Some("address"), "physical-address", Some("Address"), true),
            asked(Some("proof-of-identity"), "passport", Some("Passport"), true),
            asked(None, "utility-bill", Some("Utility bill, not older than three months"), true),
            asked(None, "phone-number", None, false),
        ],
    }
}

fn asked(id: Option<&str>, name: &str, label: Option<&str>, required: bool) -> Requirement {
    let (id, label) = (id.map(str::to_owned), label.map(str::to_owned));
    Requirement { id, label, required, ..Requirement::platform(name) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn website() -> Url {
        "https://rp.example/shop".parse().unwrap()
    }

    #[test]
    fn urls_are_built_below_the_website() {
        let config = Config::sample(website()).unwrap();
        assert_eq!(config.root().as_str(), "https://rp.example/shop/lws");
        assert_eq!(config.page("api/state").as_str(), "https://rp.example/shop/api/state");
    }

    #[test]
    fn a_missing_required_means_required_for_a_site_and_optional_for_a_template() {
        let json = br#"{
            "attributes": ["http://platform.selfkey.org/schema/attribute/email.json"],
            "templates": [{"id": "7", "name": "T", "attributes": [
                "http://platform.selfkey.org/schema/attribute/email.json",
                {"schemaId": "http://platform.selfkey.org/schema/attribute/cv.json", "required": true}]}]
        }"#;
        let config = Config::read(json, Path::new(""), website()).unwrap();
        assert!(config.attributes[0].required);
        let required: Vec<bool> = config.templates[0].attributes.iter().map(|asked| asked.required).collect();
        assert_eq!(required, [false, true]);
    }

    #[test]
    fn mistakes_are_named() {
        let check = |json: &str, expected: &str| {
            let message = Config::read(json.as_bytes(), Path::new(""), website()).unwrap_err().to_string();
            assert!(message.contains(expected), "{json}: {message}");
        };
        check("[]", "not valid");
        check(r#"{"atributes": []}"#, "unknown field");
        check(r#"{"attributes": ["first-name"]}"#, "requirement 1 of attributes");
        check(r#"{"templates": [{"id": "a", "name": "A", "attributes": [{}]}]}"#, "requirement 1 of a");
        check(r#"{"tokens": {"secret": "short"}}"#, "at least 32");
        check(r#"{"tokens": {"algorithm": "none"}}"#, "unknown variant");
        check(r#"{"limits": {"totalByte": 1}}"#, "unknown field");
        check(r#"{"operator": "0123456789-0123456789"}"#, "unknown field");
        check(r#"{"tokens": {"algorithm": "RS256", "secret": "01234567890123456789012345678901"}}"#, "stands alone");
        check(r#"{"tokens": {"algorithm": "RS256", "keyFile": "missing.pem"}}"#, "missing.pem");
    }

    #[test]
    fn limits_are_changed_one_by_one() {
        let json = br#"{"behindProxy": true, "limits": {"unclaimedFiles": 3, "unclaimedHours": 2, "totalBytes": 7}}"#;
        let config = Config::read(json, Path::new(""), website()).unwrap();
        let expected = Limits {
            unclaimed_files: 3,
            unclaimed_lifetime: std::time::Duration::from_hours(2),
            total_bytes: 7,
            ..Limits::default()
        };
        assert_eq!((config.behind_proxy, config.limits), (true, expected));
    }

    #[test]
    fn a_requirement_is_bare_where_nothing_is_to_be_said() {
        let bare = asked(None, "cv", None, true);
        assert!(bare.to_json(true).is_string());
        assert_eq!(bare.to_json(false)["required"], true);
    }
}
