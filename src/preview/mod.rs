//! Pages in the browser, anew as often as something is saved.
//!
//! [`server`] answers requests of this machine alone, and only those that [`request`] lets pass.
//! [`document_thread`] is the one thread that reads, examines and sets documents, those of an [`opened`]
//! project; [`view`] says what the page gets of them. The page itself is in `assets/`.

mod assets;
mod document_thread;
mod opened;
mod request;
mod response;
mod server;

mod view;

use std::net::{Ipv4Addr, TcpListener};
use std::sync::Arc;
use std::sync::mpsc::{Sender, channel};

use crate::build::worker::STACK;
use crate::error::Error;

use document_thread::{DocumentThread, PendingQuery, Query};
pub(crate) use opened::Options;
use server::Shared;

/// A server that is ready, but answers nobody yet.
pub(crate) struct Preview {
    listener: TcpListener,
    shared: Arc<Shared>,
    queries: Sender<PendingQuery>,
}

impl Preview {
    /// Takes a free port of this machine, which no other machine reaches, or the one that is
    /// wanted.
    pub(crate) fn start(options: Options, port: u16) -> Result<Self, Error> {
        let failed = |cause| Error::Read { path: "127.0.0.1".into(), cause };
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(failed)?;
        let port = listener.local_addr().map_err(failed)?.port();
        let (queries, received) = channel();
        let document_thread = DocumentThread::new(options);
        let thread = std::thread::Builder::new().stack_size(STACK);
        thread.spawn(move || document_thread.work(&received)).map_err(failed)?;
        let shared = Arc::new(Shared::new(port, token()?, queries.clone()));
        Ok(Self { listener, shared, queries })
    }

    /// What to open in the browser.
    pub(crate) fn address(&self) -> String {
        format!("http://127.0.0.1:{}/{}/", self.shared.port, self.shared.token)
    }

    /// Who is told that something was saved.
    pub(crate) fn save_notifier(&self) -> SaveNotifier {
        SaveNotifier { shared: Arc::clone(&self.shared), queries: self.queries.clone() }
    }

    /// Answers until the process ends.
    pub(crate) fn run(&self) {
        server::run(&self.listener, &self.shared);
    }
}

/// Tells the server that something was saved.
pub(crate) struct SaveNotifier {
    shared: Arc<Shared>,
    queries: Sender<PendingQuery>,
}

impl SaveNotifier {
    /// Something was saved; whether all documents may read it.
    pub(crate) fn saved(&self, is_shared: bool) {
        let (answer, _) = channel();
        let _ = self.queries.send(PendingQuery { query: Query::Saved(is_shared), answer });
        self.shared.saves.add();
    }
}

/// What nobody can guess.
fn token() -> Result<String, Error> {
    let mut bytes = [0; 16];
    let failed = |error: getrandom::Error| Error::Internal(error.to_string());
    getrandom::fill(&mut bytes).map_err(failed)?;
    let number = u128::from_be_bytes(bytes);
    Ok(format!("{number:032x}"))
}
