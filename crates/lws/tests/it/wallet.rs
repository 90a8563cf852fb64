//! The wallet's side: an account that signs nothing in particular, files, and a client with short limits.

use std::io::{self, Read};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use idw_http::{Exchange, Observer};
use idw_lws::{
    Authenticated, Client, ClientOptions, Dialect, FileBody, Limits, LwsError, NoProgress, Nonce, OutgoingAttribute,
    OutgoingFile, Payload, Progress, Session, Signer, SignerError, SiteDescription, Step,
};
use serde_json::{Value, json};

pub(crate) const DID: &str = "did:eth:0x0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a";

/// An account of the sample user. It counts what it signs.
#[derive(Default)]
pub(crate) struct Ada {
    pub(crate) signed: Mutex<Vec<String>>,
}

impl Signer for Ada {
    fn did(&self) -> String {
        DID.to_owned()
    }

    fn address(&self) -> String {
        DID["did:eth:".len()..].to_owned()
    }

    fn public_key(&self) -> String {
        public_key()
    }

    fn key_id(&self) -> String {
        format!("{DID}#keys-1")
    }

    fn sign(&self, nonce: &Nonce) -> Result<String, SignerError> {
        self.signed.lock().expect("no test panics here").push(nonce.as_str().to_owned());
        Ok(signature())
    }
}

pub(crate) fn signature() -> String {
    format!("0x{}1b", "5e".repeat(64))
}

pub(crate) fn public_key() -> String {
    format!("0x{}{}", "ab".repeat(32), "cd".repeat(32))
}

pub(crate) fn ada() -> Arc<dyn Signer> {
    Arc::new(Ada::default())
}

pub(crate) fn nobody() -> Arc<dyn Progress> {
    Arc::new(NoProgress)
}

pub(crate) fn client() -> Client {
    Client::new(ClientOptions { wallet_version: "1.2.3".to_owned(), ..ClientOptions::default() })
}

/// A client that gives up soon: for servers that stall.
pub(crate) fn impatient() -> Client {
    let mut limits = Limits::default();
    limits.exchange = Duration::from_millis(300);
    limits.connect = Duration::from_millis(300);
    Client::new(ClientOptions { limits, ..ClientOptions::default() })
}

/// A site at `root`; `more` is merged into its description.
pub(crate) fn site(root: &str, more: Value) -> SiteDescription {
    let mut raw = json!({ "rootEndpoint": root });
    for (name, value) in more.as_object().expect("an object") {
        raw[name] = value.clone();
    }
    SiteDescription::parse(raw.to_string().as_bytes(), None).expect("a good description")
}

pub(crate) async fn authenticate(
    client: &Client,
    site: &SiteDescription,
    dialect: Dialect,
    signer: &Arc<dyn Signer>,
) -> Result<Session<Authenticated>, LwsError> {
    client.session(site, dialect).challenge(signer).await?.respond().await
}

/// A file of one repeated byte.
pub(crate) struct Repeated {
    pub(crate) byte: u8,
    pub(crate) len: u64,
    pub(crate) opened: AtomicUsize,
}

impl FileBody for Repeated {
    fn open(&self) -> io::Result<Box<dyn Read + Send>> {
        self.opened.fetch_add(1, Ordering::Relaxed);
        Ok(Box::new(io::repeat(self.byte).take(self.len)))
    }
}

pub(crate) fn file(name: &str, byte: u8, len: u64) -> OutgoingFile {
    let body = Arc::new(Repeated { byte, len, opened: AtomicUsize::new(0) });
    OutgoingFile { name: name.to_owned(), mime_type: "image/png".to_owned(), size: len, body }
}

pub(crate) fn attribute(id: Option<&str>, name: &str, value: Value, files: &[(&str, usize)]) -> OutgoingAttribute {
    OutgoingAttribute {
        id: id.map(str::to_owned),
        schema: schema(name),
        label: None,
        value,
        file_pointers: files.iter().map(|(pointer, file)| ((*pointer).to_owned(), *file)).collect(),
    }
}

pub(crate) fn schema(name: &str) -> String {
    format!("http://platform.selfkey.org/schema/attribute/{name}.json")
}

/// A first name, and a passport with two pictures.
pub(crate) fn identity() -> Payload {
    let passport = json!({"image": {}, "selfie": {"image": {}}, "issued": "2020-01-02"});
    Payload {
        attributes: vec![
            attribute(None, "first-name", json!("Ada-canary"), &[]),
            attribute(Some("pass"), "passport", passport, &[("/image", 0), ("/selfie/image", 1)]),
        ],
        files: vec![file("passport.png", b'P', 5), file("me.png", b'S', 3)],
    }
}

/// Writes down every exchange.
#[derive(Default)]
pub(crate) struct Recorder(pub(crate) Mutex<Vec<Exchange>>);

impl Observer for Recorder {
    fn exchange(&self, exchange: &Exchange) {
        self.0.lock().expect("no test panics here").push(exchange.clone());
    }
}

/// Writes down every step.
#[derive(Default)]
pub(crate) struct Steps(pub(crate) Mutex<Vec<String>>);

impl Progress for Steps {
    fn step(&self, step: Step<'_>) {
        let text = match step {
            Step::UploadFile { name, sent, total, .. } => format!("{name} {sent}/{total}"),
            other => format!("{other:?}"),
        };
        self.0.lock().expect("no test panics here").push(text);
    }
}
