//! A language server: findings, hover, completion and more for editors, over stdin and stdout.
//!
//! [`server`] reads messages and answers them one after the other. Each request is a pure function
//! of an [`Analysis`](analysis::Analysis) in a file of its own; what is named where, which most of
//! them go by, is in [`occurrence`]. Nothing is written to the disk.

mod analysis;
mod catalog_index;
mod code_action;
mod completion;
mod definition;
mod diagnostics;
mod document;
mod folder;
mod folding;
mod hover;
mod inlay_hints;
mod lexer;
mod occurrence;
mod outline;
mod places;
mod position;
mod references;
mod rename;
mod requests;
mod scan;
mod server;
mod uri;

pub(crate) use server::{Options, serve};
