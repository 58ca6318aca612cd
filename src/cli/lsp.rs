//! `vanthu lsp`: the language server, over stdin and stdout.

use lsp_server::Connection;

use super::Outcome;
use super::args::LspArgs;
use super::print::Printer;
use super::settings::{early_language, fallback_date};
use crate::lsp::{Options, serve};
use crate::project::OpenOptions;

pub(super) fn lsp(args: &LspArgs) -> Outcome {
    let language = args.lang.map(|name| early_language(Some(name)));
    let fallback_date = match fallback_date() {
        Ok(date) => date,
        Err(error) => {
            Printer::early(early_language(args.lang)).failure(&error);
            return Outcome::Failed;
        }
    };
    let open = OpenOptions { font_paths: args.font_path.clone(), fallback_date };
    let (connection, threads) = Connection::stdio();
    let ended = serve(&connection, Options { language, open });
    // The thread that writes ends when nothing more can be sent; the one that reads may wait for
    // an editor that has not closed the pipe.
    drop(connection);
    if ended {
        let _ = threads.join();
        return Outcome::Clean;
    }
    Outcome::Findings
}
