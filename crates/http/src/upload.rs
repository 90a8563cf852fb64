//! Files on their way out: read in pieces on a blocking thread, never whole in memory.

use std::io::{self, Read as _};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use bytes::Bytes;
use futures_util::stream::{self, Stream, StreamExt as _};
use reqwest::Body;
use reqwest::multipart::Part;
use tokio::sync::{mpsc, watch};
use zeroize::Zeroizing;

use crate::body::{Content, Form, OnProgress};
use crate::error::HttpError;
use crate::file::{FileBody, OutgoingFile};
use crate::limits::{UPLOAD_CHUNK_LEN_BYTES, UPLOAD_PAUSE};
use crate::outage::Outage;

/// A form on its way out, and what is known of it besides.
pub(crate) struct Upload {
    /// For the HTTP library.
    pub(crate) form: reqwest::multipart::Form,
    /// What the exchange looks at while and after it goes out.
    pub(crate) files: Files,
}

/// What is known of the files of a request while it is made.
pub(crate) struct Files {
    /// How far they are.
    pub(crate) course: Arc<Course>,
    /// Bytes of them in all.
    len_bytes: u64,
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
    /// Nothing is read before the connection asks for it.
    pub(crate) fn of(form: &Form) -> Result<Self, HttpError> {
        let mut files = Files { course: Arc::default(), len_bytes: 0, fault: FaultSlot::default() };
        let mut multipart = reqwest::multipart::Form::new();
        for part in &form.parts {
            let content = match &part.content {
                Content::Json(json) => json_part(json.clone()),
                Content::Text(text) => text_part(text.clone()),
                Content::File { file, on_progress } => {
                    files.len_bytes += file.size;
                    files.part(file, on_progress)?
                }
            };
            multipart = multipart.part(part.name.clone(), content);
        }
        Ok(Self { form: multipart, files })
    }
}

fn text_part(text: Bytes) -> Part {
    let length = text.len() as u64;
    Part::stream_with_length(text, length)
}

fn json_part(json: Bytes) -> Part {
    text_part(json).mime_str("application/json").expect("application/json is a media type")
}

impl Files {
    fn part(&self, file: &OutgoingFile, on_progress: &OnProgress) -> Result<Part, HttpError> {
        let pieces = pieces_of(file.clone(), Arc::clone(&self.course));
        let watched = watched(pieces, file.name.clone(), Arc::clone(&self.fault), Arc::clone(on_progress));
        // A part without a file name is a text field to many servers.
        Part::stream_with_length(Body::wrap_stream(watched), file.size)
            .file_name(file.sent_name())
            .mime_str(&file.mime_type)
            .map_err(|_| HttpError::MediaType { name: file.name.clone() })
    }

    /// The outage, with how far the files were.
    pub(crate) fn told(&self, outage: Outage) -> Outage {
        let (sent, total) = (self.course.sent_len_bytes(), self.len_bytes);
        if outage == Outage::Interrupted && sent < total { Outage::CutShort { sent, total } } else { outage }
    }

    /// The error of the file that broke the upload, where one did.
    pub(crate) fn take_fault(&self) -> Option<HttpError> {
        let fault = self.fault.lock().unwrap_or_else(PoisonError::into_inner).take();
        fault.map(|(name, source)| HttpError::File { name, source })
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

/// The same for the HTTP library, telling `on_progress` of each piece, and `fault` of a file that cannot be read.
fn watched(
    pieces: impl Stream<Item = Result<Bytes, Broken>> + Send + 'static,
    name: String,
    fault: FaultSlot,
    on_progress: OnProgress,
) -> impl Stream<Item = io::Result<Bytes>> + Send + 'static {
    let mut sent = 0;
    pieces.map(move |piece| match piece {
        Ok(bytes) => {
            sent += bytes.len() as u64;
            on_progress(sent);
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
}
