//! Stands between the wallet and a site, and measures how long the wallet waits for answers.

use std::io::{Read as _, Write as _};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

#[derive(Default)]
struct Clock {
    asked: Option<Instant>,
    waited: Duration,
}

/// Runs until the process ends.
pub(crate) struct Proxy {
    url: String,
    clock: Arc<Mutex<Clock>>,
}

impl Proxy {
    /// Listens on a free port and passes everything on to `site`, a plain http URL without a path.
    pub(crate) fn before(site: &str) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let url = format!("http://{}", listener.local_addr().expect("it has an address"));
        let upstream = site.trim_start_matches("http://").to_owned();
        let clock = Arc::new(Mutex::new(Clock::default()));
        let shared = Arc::clone(&clock);
        thread::spawn(move || {
            for client in listener.incoming().flatten() {
                pass_on(client, &upstream, &shared);
            }
        });
        Self { url, clock }
    }

    pub(crate) fn url(&self) -> &str {
        &self.url
    }

    /// The time spent waiting since this was last asked.
    pub(crate) fn waited(&self) -> Duration {
        std::mem::take(&mut self.clock.lock().expect("no thread panics with it").waited)
    }
}

fn pass_on(client: TcpStream, upstream: &str, clock: &Arc<Mutex<Clock>>) {
    let server = TcpStream::connect(upstream).expect("the site listens");
    for stream in [&client, &server] {
        stream.set_nodelay(true).expect("it is a TCP stream");
    }
    let other_way = (server.try_clone().expect("a second handle"), client.try_clone().expect("a second handle"));
    let (asking, answering) = (Arc::clone(clock), Arc::clone(clock));
    thread::spawn(move || {
        copy(client, server, |sent| {
            if sent {
                asking.lock().expect("no thread panics with it").asked = Some(Instant::now());
            }
        });
    });
    thread::spawn(move || {
        copy(other_way.0, other_way.1, |sent| {
            let mut clock = answering.lock().expect("no thread panics with it");
            if !sent && let Some(asked) = clock.asked.take() {
                clock.waited += asked.elapsed();
            }
        });
    });
}

/// Tells `note` of each piece twice: when it was read, and when it was sent on.
fn copy(mut from: TcpStream, mut to: TcpStream, note: impl Fn(bool)) {
    let mut piece = vec![0; 64 * 1024];
    while let Ok(len) = from.read(&mut piece) {
        if len == 0 {
            break;
        }
        note(false);
        if to.write_all(&piece[..len]).is_err() {
            break;
        }
        note(true);
    }
    // The other side may have closed it already.
    let _ = to.shutdown(Shutdown::Write);
}
