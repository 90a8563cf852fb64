//! Listening, reading requests, and writing them down.

use std::collections::HashMap;
use std::io::{self, BufRead as _, BufReader, Read as _};
use std::net::{TcpListener, TcpStream};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use super::exchange::Exchange;
use super::site::Site;
use super::{Act, Dialect, Fault, Step};

/// How long a connection is listened to: no test takes so long.
pub(super) const PATIENCE: Duration = Duration::from_mins(2);

/// How much is read at a time, bodies aside. Less than a body: what is cut off in its middle has more on the line then,
/// which is what makes a reset of a close.
const PIECE_BYTES: usize = 512;

/// A relying party with one fault, on a free port of loopback until the test ends.
pub struct FaultServer {
    shared: Arc<Shared>,
}

/// What its connections share.
pub(super) struct Shared {
    pub(super) url: String,
    /// Where nobody has any business.
    pub(super) stranger_url: String,
    pub(super) site: Site,
    strangers: Arc<AtomicUsize>,
    fault: Mutex<Option<Misdeed>>,
    recorded: Mutex<Vec<Recorded>>,
    asked: Mutex<HashMap<Step, usize>>,
}

/// The part of a [`Fault`] that the server needs.
#[derive(Clone, Copy)]
struct Misdeed {
    at: Step,
    times: usize,
    early: bool,
    act: Act,
}

/// A request as it came over the line.
#[derive(Clone, Debug)]
pub struct Recorded {
    /// What it was for; none for a path that no relying party has.
    pub step: Option<Step>,
    /// Method and path.
    pub line: String,
    /// Every byte of it, head and body.
    pub bytes: Vec<u8>,
}

/// A request's head.
pub(super) struct Request {
    /// `GET`, `POST` and so on.
    pub(super) method: String,
    /// With its query.
    pub(super) path: String,
    length: Length,
    head: Vec<u8>,
}

enum Length {
    Known(u64),
    Chunked,
}

impl FaultServer {
    /// Starts one that has this fault from its description on.
    pub fn with(fault: &Fault) -> Self {
        Self::start(fault.dialect, fault.silent, fault.at == Step::Schema).arm(fault)
    }

    /// Starts one that has no fault yet.
    pub fn faultless(dialect: Dialect, silent: bool) -> Self {
        Self::start(dialect, silent, false)
    }

    /// Gives it this fault, and forgets everything that happened so far. The fault must be one of a site that
    /// describes itself as this one does.
    #[must_use]
    pub fn arm(self, fault: &Fault) -> Self {
        self.forget();
        let misdeed = Misdeed { at: fault.at, times: fault.times, early: fault.early, act: fault.act };
        *lock(&self.shared.fault) = Some(misdeed);
        self
    }

    /// Takes the fault away again, and forgets everything that happened so far.
    pub fn forget(&self) {
        *lock(&self.shared.fault) = None;
        self.shared.site.forget();
        self.shared.strangers.store(0, Ordering::SeqCst);
        lock(&self.shared.recorded).clear();
        lock(&self.shared.asked).clear();
    }

    fn start(dialect: Dialect, silent: bool, own_schema: bool) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let url = format!("http://{}", listener.local_addr().expect("the listener has an address"));
        let strangers = Arc::new(AtomicUsize::new(0));
        let shared = Arc::new(Shared {
            site: Site::new(&url, dialect, silent, own_schema),
            url,
            stranger_url: stranger(&strangers),
            strangers,
            fault: Mutex::default(),
            recorded: Mutex::default(),
            asked: Mutex::default(),
        });
        let serving = Arc::clone(&shared);
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let shared = Arc::clone(&serving);
                // A client that goes away is what some faults are about.
                thread::spawn(move || drop(shared.serve(stream)));
            }
        });
        Self { shared }
    }

    /// The URL that a wallet is given.
    pub fn url(&self) -> &str {
        &self.shared.url
    }

    /// Every request so far, in the order in which they began.
    pub fn recorded(&self) -> Vec<Recorded> {
        lock(&self.shared.recorded).clone()
    }

    /// How often somebody called at the host that is none of the site's.
    pub fn strangers_called(&self) -> usize {
        self.shared.strangers.load(Ordering::SeqCst)
    }
}

/// A host of its own that counts who calls.
fn stranger(calls: &Arc<AtomicUsize>) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let url = format!("http://{}", listener.local_addr().expect("the listener has an address"));
    let calls = Arc::clone(calls);
    thread::spawn(move || {
        for _ in listener.incoming() {
            calls.fetch_add(1, Ordering::SeqCst);
        }
    });
    url
}

impl Shared {
    fn serve(&self, stream: TcpStream) -> io::Result<()> {
        stream.set_read_timeout(Some(PATIENCE))?;
        stream.set_write_timeout(Some(PATIENCE))?;
        stream.set_nodelay(true)?;
        let mut reader = BufReader::with_capacity(PIECE_BYTES, stream.try_clone()?);
        while let Some(request) = read_head(&mut reader)? {
            let step = self.site.step_of(&request);
            let at = self.record(step, &request);
            let misdeed = self.misdeed(step);
            let mut exchange = Exchange::new(&stream, self, &request, step);
            if let Some(early) = misdeed.filter(|misdeed| misdeed.early) {
                exchange.taken = reader.buffer().len() as u64;
                // Whatever of the body is here already counts as sent.
                self.sent(at, reader.buffer());
                return (early.act)(&mut exchange);
            }
            self.read_body(&mut reader, &request.length, at)?;
            match misdeed {
                Some(misdeed) => (misdeed.act)(&mut exchange)?,
                None => exchange.good()?,
            }
            if !exchange.keeps() {
                return Ok(());
            }
        }
        Ok(())
    }

    fn record(&self, step: Option<Step>, request: &Request) -> usize {
        let mut recorded = lock(&self.recorded);
        let line = format!("{} {}", request.method, request.path);
        recorded.push(Recorded { step, line, bytes: request.head.clone() });
        recorded.len() - 1
    }

    fn sent(&self, at: usize, bytes: &[u8]) {
        // The records may have been cleared: then this is the end of a connection that nobody asks about any more.
        if let Some(request) = lock(&self.recorded).get_mut(at) {
            request.bytes.extend_from_slice(bytes);
        }
    }

    fn misdeed(&self, step: Option<Step>) -> Option<Misdeed> {
        let step = step?;
        let mut asked = lock(&self.asked);
        let count = asked.entry(step).or_default();
        *count += 1;
        lock(&self.fault).filter(|fault| fault.at == step && *count <= fault.times)
    }

    /// Reads a body, and writes down each piece as it comes: one that is cut off was sent as far as it came.
    fn read_body(&self, reader: &mut BufReader<TcpStream>, length: &Length, at: usize) -> io::Result<()> {
        match length {
            Length::Known(length) => self.read_piece(reader, *length, at),
            Length::Chunked => loop {
                let mut line = String::new();
                reader.read_line(&mut line)?;
                let size = u64::from_str_radix(line.trim(), 16).map_err(|_| io::ErrorKind::InvalidData)?;
                self.read_piece(reader, size, at)?;
                reader.read_line(&mut line)?;
                if size == 0 {
                    return Ok(());
                }
            },
        }
    }

    fn read_piece(&self, reader: &mut BufReader<TcpStream>, mut left: u64, at: usize) -> io::Result<()> {
        while left > 0 {
            let mut piece = Vec::new();
            let read = reader.by_ref().take(left.min(16 * 1024)).read_to_end(&mut piece)? as u64;
            if read == 0 {
                return Err(io::ErrorKind::UnexpectedEof.into());
            }
            left -= read;
            self.sent(at, &piece);
        }
        Ok(())
    }
}

/// `None` when the client has closed the connection between two requests.
fn read_head(reader: &mut BufReader<TcpStream>) -> io::Result<Option<Request>> {
    let mut head = Vec::new();
    let mut length = Length::Known(0);
    loop {
        let before = head.len();
        if reader.read_until(b'\n', &mut head)? == 0 {
            return Ok(None);
        }
        let line = String::from_utf8_lossy(&head[before..]).trim().to_ascii_lowercase();
        if let Some(value) = line.strip_prefix("content-length:") {
            length = Length::Known(value.trim().parse().map_err(|_| io::ErrorKind::InvalidData)?);
        } else if line.starts_with("transfer-encoding:") {
            length = Length::Chunked;
        } else if line.is_empty() {
            break;
        }
    }
    let text = String::from_utf8_lossy(&head);
    let mut words = text.split_whitespace().map(str::to_owned);
    let (method, path) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    Ok(Some(Request { method, path, length, head }))
}

pub(super) fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
