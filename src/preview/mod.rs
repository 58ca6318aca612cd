//! Pages in the browser, anew as often as something is saved.
//!
//! [`server`] answers requests of this machine alone, and only those that [`request`] lets pass.
//! [`studio`] is the one thread that reads, examines and sets documents, those of an [`opened`]
//! project; [`view`] says what the page gets of them. The page itself is in `assets/`.

mod assets;
mod opened;
mod request;
mod response;
mod server;
mod studio;
mod view;

use std::net::{Ipv4Addr, TcpListener};
use std::sync::Arc;
use std::sync::mpsc::{Sender, channel};

use crate::build::worker::STACK;
use crate::error::Error;
use server::Shared;
pub(crate) use studio::Options;
use studio::{Asked, Studio, Wish};

/// A server that is ready, but answers nobody yet.
pub(crate) struct Preview {
    listener: TcpListener,
    shared: Arc<Shared>,
    wishes: Sender<Asked>,
}

impl Preview {
    /// Takes a free port of this machine, which no other machine reaches, or the one that is
    /// wanted.
    pub(crate) fn start(options: Options, port: u16) -> Result<Self, Error> {
        let failed = |cause| Error::Read { path: "127.0.0.1".into(), cause };
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(failed)?;
        let port = listener.local_addr().map_err(failed)?.port();
        let (wishes, received) = channel();
        let studio = Studio::new(options);
        let thread = std::thread::Builder::new().stack_size(STACK);
        thread.spawn(move || studio.work(&received)).map_err(failed)?;
        let shared = Arc::new(Shared::new(port, token()?, wishes.clone()));
        Ok(Self { listener, shared, wishes })
    }

    /// What to open in the browser.
    pub(crate) fn address(&self) -> String {
        format!("http://127.0.0.1:{}/{}/", self.shared.port, self.shared.token)
    }

    /// Who is told that something was saved.
    pub(crate) fn ear(&self) -> Ear {
        Ear { shared: Arc::clone(&self.shared), wishes: self.wishes.clone() }
    }

    /// Answers until the process ends.
    pub(crate) fn run(&self) {
        server::run(&self.listener, &self.shared);
    }
}

/// Tells the server that something was saved.
pub(crate) struct Ear {
    shared: Arc<Shared>,
    wishes: Sender<Asked>,
}

impl Ear {
    /// Something was saved; whether all documents may read it.
    pub(crate) fn saved(&self, is_shared: bool) {
        let (answer, _) = channel();
        let _ = self.wishes.send(Asked { wish: Wish::Saved(is_shared), answer });
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
