//! Files on their way out: read in pieces on a blocking thread, never whole in memory.

use std::io::{self, Read as _};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use bytes::Bytes;
use futures_util::stream::{self, Stream, StreamExt as _};
use reqwest::Body;
use reqwest::multipart::{Form, Part};
use tokio::sync::{mpsc, watch};
use zeroize::Zeroizing;

use crate::error::LwsError;
use crate::limits::{UPLOAD_CHUNK_LEN_BYTES, UPLOAD_PAUSE};
use crate::payload::{FileBody, OutgoingFile, PayloadError};
use crate::progress::{Progress, Step};

/// Longest file name sent, in characters.
const FILE_NAME_LEN: usize = 120;

/// A multipart body under construction, and what is known of it besides.
pub(crate) struct Upload {
    pub(crate) form: Form,
    /// Bytes in its parts.
    pub(crate) len_bytes: u64,
    /// The one file in it, for errors.
    pub(crate) file: Option<String>,
    /// What an observer may see of its JSON part.
    pub(crate) json: Zeroizing<Vec<u8>>,
    /// What an observer may see of its files.
    pub(crate) files: Vec<(String, u64)>,
    /// How far its files are.
    pub(crate) course: Arc<Course>,
    fault: FaultSlot,
}

/// How far the files of one request are, and whether more of them is to be sent: shared by the stream that feeds the
/// connection and the exchange that waits for the answer.
#[derive(Default)]
pub(crate) struct Course {
    /// Bytes of files handed to the connection.
    sent: AtomicU64,
    flow: watch::Sender<Flow>,
}

#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Flow {
    #[default]
    On,
    /// An answer is being read, and what was sent is refused.
    Held,
    /// The answer has been read.
    Ended,
}

impl Course {
    /// Bytes of files handed to the connection so far.
    pub(crate) fn sent_len_bytes(&self) -> u64 {
        self.sent.load(Ordering::Relaxed)
    }

    /// Sends no more for now: a refusal has come early, and a write that fails would cut its body off.
    pub(crate) fn hold(&self) {
        self.flow.send_replace(Flow::Held);
    }

    /// Sends no more at all.
    pub(crate) fn end(&self) {
        self.flow.send_replace(Flow::Ended);
    }

    /// Waits until the next piece may go, and says whether it is still wanted.
    async fn next_may_go(&self) -> bool {
        if self.sent_len_bytes() > 0 {
            tokio::time::sleep(UPLOAD_PAUSE).await;
        }
        let mut flow = self.flow.subscribe();
        // The sender is `self`, so waiting cannot fail.
        flow.wait_for(|flow| *flow != Flow::Held).await.is_ok_and(|flow| *flow == Flow::On)
    }
}

/// Why a stream of pieces broke off.
enum Broken {
    /// Its file could not be read.
    File(io::Error),
    /// The site refused before it had everything.
    Unwanted,
}

/// Where a reader leaves the error that broke its upload: the HTTP client only knows that the body ended.
type FaultSlot = Arc<Mutex<Option<(String, io::Error)>>>;

impl Upload {
    pub(crate) fn new() -> Self {
        Self {
            form: Form::new(),
            len_bytes: 0,
            file: None,
            json: Zeroizing::default(),
            files: Vec::new(),
            course: Arc::default(),
            fault: FaultSlot::default(),
        }
    }

    /// Adds a part with JSON text.
    pub(crate) fn with_json(mut self, name: &'static str, json: Zeroizing<Vec<u8>>) -> Self {
        let length = json.len() as u64;
        if self.json.is_empty() {
            self.json.clone_from(&json);
        }
        let part = Part::stream_with_length(Bytes::from_owner(json), length)
            .mime_str("application/json")
            .expect("application/json is a media type");
        self.form = self.form.part(name, part);
        self.len_bytes += length;
        self
    }

    /// Adds a part with a file. `index` is its place in the payload, for `progress`.
    pub(crate) fn with_file(
        mut self,
        name: String,
        index: usize,
        file: &OutgoingFile,
        progress: &Arc<dyn Progress>,
    ) -> Result<Self, LwsError> {
        let pieces = pieces_of(file.clone(), Arc::clone(&self.course));
        let body = Body::wrap_stream(watched(pieces, index, file, Arc::clone(&self.fault), Arc::clone(progress)));
        // A part without a file name is a text field to many servers (lws.md §4).
        let part = Part::stream_with_length(body, file.size)
            .file_name(sent_file_name(&file.name))
            .mime_str(&file.mime_type)
            .map_err(|_| LwsError::Payload(PayloadError::BadMediaType { name: file.name.clone() }))?;
        self.form = self.form.part(name, part);
        self.len_bytes += file.size;
        self.file = self.files.is_empty().then(|| file.name.clone());
        self.files.push((file.mime_type.clone(), file.size));
        Ok(self)
    }

    /// A handle to ask, after a failure, whether a file was to blame.
    pub(crate) fn blame(&self) -> Blame {
        Blame(Arc::clone(&self.fault))
    }
}

/// Knows whether an upload failed for want of a file.
pub(crate) struct Blame(FaultSlot);

impl Blame {
    pub(crate) fn take(&self) -> Option<LwsError> {
        let fault = self.0.lock().unwrap_or_else(PoisonError::into_inner).take();
        fault.map(|(name, source)| LwsError::File { name, source })
    }
}

/// The pieces of a file. Nothing is opened before the connection asks for the first one, so that of many files only
/// one is read at a time.
fn pieces_of(file: OutgoingFile, course: Arc<Course>) -> impl Stream<Item = Result<Bytes, Broken>> + Send + 'static {
    stream::once(async move { read_in_background(file) }).flatten().then(move |piece| {
        let course = Arc::clone(&course);
        async move {
            let piece = piece.map_err(Broken::File)?;
            if !course.next_may_go().await {
                return Err(Broken::Unwanted);
            }
            course.sent.fetch_add(piece.len() as u64, Ordering::Relaxed);
            Ok(piece)
        }
    })
}

/// The same for the HTTP client, telling `progress` of each piece, and `fault` of a file that cannot be read.
fn watched(
    pieces: impl Stream<Item = Result<Bytes, Broken>> + Send + 'static,
    index: usize,
    file: &OutgoingFile,
    fault: FaultSlot,
    progress: Arc<dyn Progress>,
) -> impl Stream<Item = io::Result<Bytes>> + Send + 'static {
    let (name, total) = (file.name.clone(), file.size);
    let mut sent = 0;
    pieces.map(move |piece| match piece {
        Ok(bytes) => {
            sent += bytes.len() as u64;
            progress.step(Step::UploadFile { index, name: &name, sent, total });
            Ok(bytes)
        }
        Err(Broken::File(error)) => {
            let kind = error.kind();
            *fault.lock().unwrap_or_else(PoisonError::into_inner) = Some((name.clone(), error));
            Err(io::Error::from(kind))
        }
        Err(Broken::Unwanted) => Err(io::Error::from(io::ErrorKind::ConnectionAborted)),
    })
}

fn read_in_background(file: OutgoingFile) -> impl Stream<Item = io::Result<Bytes>> + Send + 'static {
    let (sender, receiver) = mpsc::channel(2);
    tokio::task::spawn_blocking(move || {
        // A receiver that is gone means that the request is over: stop reading.
        let outcome = read_pieces(&*file.body, file.size, |piece| sender.blocking_send(Ok(piece)).is_ok());
        if let Err(error) = outcome {
            let _ = sender.blocking_send(Err(error));
        }
    });
    stream::unfold(receiver, |mut receiver| async move { receiver.recv().await.map(|piece| (piece, receiver)) })
}

/// Reads exactly `size` bytes and hands them out in pieces, until `send` says that nobody listens. The last piece
/// is kept back until the file has proved not to be longer, or the server would take a cut file for a whole one.
fn read_pieces(body: &dyn FileBody, size: u64, mut send: impl FnMut(Bytes) -> bool) -> io::Result<()> {
    let mut reader = body.open()?;
    let mut left = size;
    loop {
        let length = usize::try_from(left).unwrap_or(usize::MAX).min(UPLOAD_CHUNK_LEN_BYTES);
        let mut piece = Zeroizing::new(vec![0; length]);
        reader.read_exact(&mut piece)?;
        left -= length as u64;
        if left == 0 && reader.by_ref().take(1).read_to_end(&mut Vec::new())? > 0 {
            return Err(io::Error::new(io::ErrorKind::InvalidData, "the file is longer than announced"));
        }
        let wanted = piece.is_empty() || send(Bytes::from_owner(piece));
        if left == 0 || !wanted {
            return Ok(());
        }
    }
}

/// A file name without folders, and without anything that could end its header or confuse a server.
fn sent_file_name(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let turns_text =
        |c: char| matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let is_odd = |c: char| c.is_control() || turns_text(c) || "\"';:*?<>|%".contains(c);
    let clean: String = last.chars().map(|character| if is_odd(character) { '_' } else { character }).collect();
    let clean = clean.trim().trim_start_matches('.');
    let excess = clean.chars().count().saturating_sub(FILE_NAME_LEN);
    // The end has the extension: cut at the front.
    let kept: String = clean.chars().skip(excess).collect();
    if kept.is_empty() { "document".to_owned() } else { kept }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Bytes8(u64);

    impl FileBody for Bytes8 {
        fn open(&self) -> io::Result<Box<dyn io::Read + Send>> {
            Ok(Box::new(io::repeat(8).take(self.0)))
        }
    }

    #[test]
    fn a_file_is_sent_whole_or_not_at_all() {
        let chunk = UPLOAD_CHUNK_LEN_BYTES as u64;
        let check = |present: u64, announced: u64, expected: Result<Vec<usize>, io::ErrorKind>| {
            let mut pieces = Vec::new();
            let outcome = read_pieces(&Bytes8(present), announced, |piece| {
                pieces.push(piece.len());
                true
            });
            assert_eq!(outcome.map(|()| pieces).map_err(|error| error.kind()), expected, "{present} {announced}");
        };
        check(0, 0, Ok(vec![]));
        check(5, 5, Ok(vec![5]));
        check(chunk, chunk, Ok(vec![UPLOAD_CHUNK_LEN_BYTES]));
        check(chunk + 1, chunk + 1, Ok(vec![UPLOAD_CHUNK_LEN_BYTES, 1]));
        check(4, 5, Err(io::ErrorKind::UnexpectedEof));
        check(6, 5, Err(io::ErrorKind::InvalidData));
        check(1, 0, Err(io::ErrorKind::InvalidData));
        check(chunk + 1, chunk, Err(io::ErrorKind::InvalidData));
    }

    #[test]
    fn reading_stops_when_nobody_listens() {
        let mut pieces = 0;
        read_pieces(&Bytes8(u64::MAX), u64::MAX, |_| {
            pieces += 1;
            pieces < 3
        })
        .unwrap();
        assert_eq!(pieces, 3);
    }

    #[test]
    fn file_names() {
        let check = |name: &str, expected: &str| assert_eq!(sent_file_name(name), expected, "{name:?}");
        check("passport.png", "passport.png");
        check("/home/ada/passport.png", "passport.png");
        check("C:\\Users\\ada\\passport.png", "passport.png");
        check("a\"; filename=\"b.png", "a__ filename=_b.png");
        check("a\r\nContent-Type: text/html", "html");
        check("a\r\nX-Y\u{0}.png", "a__X-Y_.png");
        check("Ausweis ü.png", "Ausweis ü.png");
        check("a\u{202e}gnp.exe", "a_gnp.exe");
        check("..", "document");
        check("", "document");
        assert_eq!(sent_file_name(&format!("{}.png", "a".repeat(500))).len(), FILE_NAME_LEN);
    }
}
