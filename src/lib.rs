//! Vietnamese administrative documents from YAML, set as Nghị định 30/2020/NĐ-CP asks.
//!
//! One directive goes straight through, each stage a module with one public function:
//!
//! | module | does |
//! |---|---|
//! | [`source`] | reads texts; places in them |
//! | [`load`] | YAML and CommonMark to a raw shape |
//! | [`resolve`] | names and texts to the [`model`] |
//! | [`compute`] | the model to tables, exactly |
//! | [`check`] | rules over model and tables |
//! | [`printed`] | model and tables to the printed document, as data |
//! | [`copies`] | a directive to a document for each recipient |
//! | [`render`] | the printed document to the formats it is written in |
//! | [`compile`] | Typst text to PDF bytes, with either engine |
//! | [`verify`] | the laid-out pages against the text they must print |
//! | [`explain`] | model and tables to how a figure came about |
//! | `register` | issued documents as a register of outgoing documents |
//! | `tasks` | tables of tasks of all directives to what is due |
//! | `fix` | safe edits of findings, applied to a text |
//! | [`issue`] | a draft to an issued document, and what is kept of it |
//! | `preview` | pages in the browser |
//! | `lsp` | what editors ask of directives |
//! | `project` | settings, catalog, record of issued documents, directives and fonts of an office |
//! | `write` | bytes to the output folder, whole or not at all |
//!
//! [`pipeline`] is that line; `build` takes many directives through it; [`mod@diff`] says what the change
//! from one state of them to another means; [`cli`] is the only module that prints.

pub mod build;
mod characters;
pub mod check;
pub mod cli;
pub mod codes;
pub mod compile;
pub mod compute;
pub mod copies;
mod csv_rows;
pub mod diagnostic;
pub mod diff;
pub mod digest;
pub mod error;
pub mod explain;
mod fix;
pub mod fonts;
pub mod issue;
pub mod limits;
pub mod load;
mod lsp;
pub mod messages;
pub mod model;
mod nearest;
pub mod pipeline;
#[cfg(feature = "embedded")]
mod preview;
pub mod printed;
mod program;
mod project;
mod register;
pub mod render;
pub mod resolve;
mod scalar;
pub mod schema;
pub mod source;
pub mod span;
mod starter;
mod tasks;
pub mod verify;
pub mod visible;
mod write;
