//! Eight documents of 10 MB, four at a time: out of the vault, and out of nowhere.

use std::io::{self, Read};
use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

use bytes::Bytes;
use futures_util::stream::{self, StreamExt as _, TryStreamExt as _};
use http_body_util::{BodyExt as _, StreamBody};
use hyper::body::Frame;
use hyper::client::conn::http1::handshake;
use hyper::header::{CONTENT_LENGTH, HOST};
use hyper::{Method, Request};
use hyper_util::rt::TokioIo;
use idw_lws::{
    Client, ClientOptions, Dialect, FileBody, NoProgress, OutgoingAttribute, OutgoingFile, Payload, Progress, Signer,
};
use idw_vault::{Batch, DocumentId, KdfCost, Password, Vault};
use serde_json::json;
use tokio::net::TcpStream;

use crate::login::{Key, runtime, site};

const DOCUMENTS: usize = 8;
const DOCUMENT_LEN_BYTES: u64 = 10_000_000;
const AT_ONCE: usize = 4;

/// The size of a piece that the raw stream sends; as large as the client's own.
const PIECE_LEN_BYTES: usize = 256 * 1024;

fn password() -> Password {
    Password::new("correct horse battery staple".to_owned())
}

/// Makes a vault with the documents in it.
pub(crate) fn fill(dir: &Path) {
    let vault = Vault::create(dir, &password(), KdfCost::Floor).expect("a vault");
    for number in 0..DOCUMENTS {
        let byte = u8::try_from(number).expect("few enough");
        let staged = vault
            .stage_document(&mut io::repeat(byte).take(DOCUMENT_LEN_BYTES), DOCUMENT_LEN_BYTES)
            .expect("a document");
        let mut batch = Batch::new();
        batch.put_document(staged, b"");
        vault.commit(batch).expect("saved");
    }
}

/// A document of the vault.
struct Document(Arc<Vault>, DocumentId);

impl FileBody for Document {
    fn open(&self) -> io::Result<Box<dyn Read + Send>> {
        Ok(Box::new(self.0.read_document(self.1).map_err(io::Error::other)?))
    }
}

/// Milliseconds for all of them, and the MiB that it took beyond what the process had before.
pub(crate) fn ours(root: &str, dir: &str) -> String {
    let sealed = Vault::open(Path::new(dir)).expect("a vault");
    let vault = Arc::new(sealed.unlock(&password()).map_err(|(_, error)| error).expect("the password"));
    let ids: Vec<DocumentId> = vault.documents().map(|info| info.expect("a document").id).collect();
    assert_eq!(ids.len(), DOCUMENTS);
    let payload = payload(&vault, &ids);
    let signer: Arc<dyn Signer> = Arc::new(Key::new());
    let nobody: Arc<dyn Progress> = Arc::new(NoProgress);
    let client = Client::new(ClientOptions::default());
    runtime().block_on(async {
        let site = site(root);
        let start = client.session(&site, Dialect::Did);
        let session = start.challenge(&signer).await.expect("a challenge").respond().await.expect("a session");
        // What the key derivation took is given back, and what it left behind is not counted.
        let _ = std::fs::write("/proc/self/clear_refs", "5");
        let idle_kib = memory_kib("VmRSS:");
        let started = Instant::now();
        let uploads: Vec<_> =
            (0..DOCUMENTS).map(|index| session.upload_application_file(&payload, index, &nobody)).collect();
        let given: Vec<_> = stream::iter(uploads).buffered(AT_ONCE).try_collect().await.expect("uploads");
        assert_eq!(given.len(), DOCUMENTS);
        let millis = started.elapsed().as_secs_f64() * 1000.0;
        let above_kib = memory_kib("VmHWM:").saturating_sub(idle_kib);
        format!("{millis:.1} {:.2}", f64::from(u32::try_from(above_kib).unwrap_or(u32::MAX)) / 1024.0)
    })
}

fn payload(vault: &Arc<Vault>, ids: &[DocumentId]) -> Payload {
    let file = |id: &DocumentId| OutgoingFile {
        name: "document.pdf".to_owned(),
        mime_type: "application/pdf".to_owned(),
        size: DOCUMENT_LEN_BYTES,
        body: Arc::new(Document(Arc::clone(vault), *id)),
    };
    let images: Vec<_> = ids.iter().map(|_| json!({})).collect();
    Payload {
        attributes: vec![OutgoingAttribute {
            id: None,
            schema: "http://platform.selfkey.org/schema/attribute/utility-bill.json".to_owned(),
            label: None,
            value: json!({ "images": images }),
            file_pointers: (0..ids.len()).map(|index| (format!("/images/{index}"), index)).collect(),
        }],
        files: ids.iter().map(file).collect(),
    }
}

/// Milliseconds for as many bytes that come from nowhere.
pub(crate) fn raw(root: &str) -> String {
    let host = root.trim_start_matches("http://").to_owned();
    runtime().block_on(async {
        let started = Instant::now();
        let uploads: Vec<_> = (0..DOCUMENTS).map(|_| upload_raw(&host)).collect();
        let done = stream::iter(uploads).buffered(AT_ONCE).count().await;
        assert_eq!(done, DOCUMENTS);
        format!("{:.1}", started.elapsed().as_secs_f64() * 1000.0)
    })
}

async fn upload_raw(host: &str) {
    let stream = TcpStream::connect(host).await.expect("the server listens");
    stream.set_nodelay(true).expect("a socket option");
    let (mut sender, connection) = handshake(TokioIo::new(stream)).await.expect("a connection");
    tokio::spawn(connection);
    let length = usize::try_from(DOCUMENT_LEN_BYTES).expect("it fits");
    let pieces = length.div_ceil(PIECE_LEN_BYTES);
    // Each piece is made anew, as any source would make it.
    let piece = move |number: usize| {
        let bytes = Bytes::from(vec![7; PIECE_LEN_BYTES.min(length - number * PIECE_LEN_BYTES)]);
        Ok::<_, io::Error>(Frame::data(bytes))
    };
    let body = StreamBody::new(stream::iter((0..pieces).map(piece)));
    let request = Request::builder()
        .method(Method::POST)
        .uri("/files")
        .header(HOST, host)
        .header(CONTENT_LENGTH, DOCUMENT_LEN_BYTES)
        .body(body)
        .expect("a request");
    let answer = sender.send_request(request).await.expect("an answer");
    answer.into_body().collect().await.expect("a body");
}

/// A figure of proc(5); nothing where there is no such thing.
fn memory_kib(name: &str) -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix(name));
    line.and_then(|line| line.split_whitespace().next()?.parse().ok()).unwrap_or(0)
}
