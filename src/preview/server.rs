//! The server: a thread for each connection, one thread that sets documents.

use std::io::{self, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Sender, channel};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::Duration;

use super::assets;
use super::document_thread::{PendingQuery, Query};
use super::request::{Head, Parsed, Refusal, Route, parse, route};
use super::response::{Response, events_head};

/// No head of a browser is longer.
const LONGEST_HEAD: usize = 16 * 1_024;

/// Who sends nothing for so long is gone.
const PATIENCE: Duration = Duration::from_secs(10);

/// Who listens is told so often that the server is still there.
const HEARTBEAT: Duration = Duration::from_secs(15);

/// A few browser windows have no more connections.
const MOST_CONNECTIONS: usize = 64;

/// How often something was saved.
#[derive(Default)]
pub(super) struct Saves {
    count: Mutex<u64>,
    more: Condvar,
}

impl Saves {
    /// Counts one more, and tells all who wait.
    pub(super) fn add(&self) {
        *self.count.lock().unwrap_or_else(PoisonError::into_inner) += 1;
        self.more.notify_all();
    }

    /// The count, once it is not `known` any more, or after a while.
    fn after(&self, known: u64) -> u64 {
        let count = self.count.lock().unwrap_or_else(PoisonError::into_inner);
        let waited = self.more.wait_timeout_while(count, HEARTBEAT, |count| *count == known);
        waited.map_or(known, |(count, _)| *count)
    }
}

/// What all connections share.
pub(super) struct Shared {
    /// The port of the server.
    pub(super) port: u16,
    /// What every address must hold.
    pub(super) token: String,
    /// How often something was saved.
    pub(super) saves: Saves,
    /// The thread that sets documents.
    pub(super) queries: Mutex<Sender<PendingQuery>>,
    connections: AtomicUsize,
}

impl Shared {
    pub(super) fn new(port: u16, token: String, queries: Sender<PendingQuery>) -> Self {
        let queries = Mutex::new(queries);
        Self { port, token, saves: Saves::default(), queries, connections: AtomicUsize::new(0) }
    }

    /// The answer of the document thread to `query`.
    fn ask(&self, query: Query) -> Option<Response> {
        let (sender, answer) = channel();
        let asked = PendingQuery { query, answer: sender };
        self.queries.lock().unwrap_or_else(PoisonError::into_inner).send(asked).ok()?;
        answer.recv().ok().flatten()
    }
}

/// Answers connections until the listener fails.
pub(super) fn run(listener: &TcpListener, shared: &Arc<Shared>) {
    for stream in listener.incoming() {
        let Ok(stream) = stream else { continue };
        if shared.connections.fetch_add(1, Ordering::Relaxed) >= MOST_CONNECTIONS {
            shared.connections.fetch_sub(1, Ordering::Relaxed);
            continue;
        }
        let for_thread = Arc::clone(shared);
        let started = std::thread::Builder::new().spawn(move || {
            // Who goes away meanwhile needs no answer.
            let _ = answer(stream, &for_thread);
            for_thread.connections.fetch_sub(1, Ordering::Relaxed);
        });
        if started.is_err() {
            shared.connections.fetch_sub(1, Ordering::Relaxed);
        }
    }
}

fn answer(mut stream: TcpStream, shared: &Shared) -> io::Result<()> {
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_write_timeout(Some(PATIENCE))?;
    stream.set_nodelay(true)?;
    let Some(head) = read(&mut stream)? else { return Response::bad().send(&mut stream) };
    let route = match route(&head, shared.port, &shared.token) {
        Ok(route) => route,
        Err(refusal) => return Response::refused(refusal).send(&mut stream),
    };
    let response = match route {
        Route::Events => return events(&mut stream, shared),
        Route::Script => Some(Response::of("text/javascript; charset=utf-8", assets::SCRIPT)),
        Route::Style => Some(Response::of("text/css; charset=utf-8", assets::STYLE)),
        Route::Icon => Some(Response::of("image/svg+xml", assets::ICON)),
        Route::Shell => shared.ask(Query::Shell),
        Route::List => shared.ask(Query::List),
        Route::Document(id) => shared.ask(Query::Document(id)),
        Route::Page(digest) => shared.ask(Query::Page(digest)),
        Route::Figure(id, place) => shared.ask(Query::Figure(id, place)),
    };
    response.unwrap_or_else(|| Response::refused(Refusal::Unknown)).send(&mut stream)
}

/// The head of a request; nothing when it is none.
fn read(stream: &mut TcpStream) -> io::Result<Option<Head>> {
    let mut bytes = Vec::new();
    let mut buffer = [0; 4_096];
    loop {
        match parse(&bytes) {
            Parsed::Head(head) => return Ok(Some(head)),
            Parsed::Partial if bytes.len() <= LONGEST_HEAD => {}
            Parsed::Partial | Parsed::Bad => return Ok(None),
        }
        let count = stream.read(&mut buffer)?;
        if count == 0 {
            return Ok(None);
        }
        bytes.extend_from_slice(&buffer[..count]);
    }
}

/// Tells of each save, until nobody listens.
fn events(stream: &mut TcpStream, shared: &Shared) -> io::Result<()> {
    stream.write_all(events_head().as_bytes())?;
    let mut known = u64::MAX;
    loop {
        let now = shared.saves.after(known);
        if now == known {
            stream.write_all(b": still here\n\n")?;
        } else {
            write!(stream, "data: {now}\n\n")?;
            known = now;
        }
        stream.flush()?;
    }
}
