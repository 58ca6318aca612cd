//! Tests of the whole program.
#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "tests make files and run programs; what they cannot do, they stop at"
)]

#[cfg(feature = "embedded")]
mod accessible;
mod accuracy;
mod administration;
#[cfg(feature = "embedded")]
mod attached;
mod bad_input;
mod bombs;
mod build;
mod catalog;
#[cfg(unix)]
mod certified;
mod check;
mod cli;
mod copies;
mod damage;
#[cfg(unix)]
mod diff;
mod docs;
#[cfg(feature = "embedded")]
mod engines;
#[cfg(feature = "embedded")]
mod examples;
mod expect;
mod explain;
mod fix;
mod fuzz;
#[cfg(feature = "embedded")]
mod hostile;
#[cfg(feature = "embedded")]
mod house;
mod human;
#[cfg(feature = "embedded")]
mod images;
#[cfg(unix)]
mod issue;
mod layers;
#[cfg(feature = "embedded")]
mod layout;
#[cfg(target_os = "linux")]
mod limits;
#[cfg(unix)]
mod links;
#[cfg(unix)]
mod lsp;
#[cfg(feature = "embedded")]
mod measured;
mod messages;
#[cfg(feature = "embedded")]
mod nd30;
#[cfg(all(unix, feature = "embedded"))]
mod notes;
#[cfg(unix)]
mod office;
mod outputs;
mod packaging;
#[cfg(feature = "embedded")]
mod pages;
#[cfg(feature = "embedded")]
mod party;
#[cfg(feature = "embedded")]
mod pdf;
#[cfg(feature = "embedded")]
mod preview;
#[cfg(unix)]
#[cfg(unix)]
mod print_file;
mod profiles;
mod programs;
mod project;
mod property;
mod proposals;
mod readme;
mod register;
mod render;
#[cfg(feature = "embedded")]
mod repeatable;
mod schema;
#[cfg(feature = "embedded")]
mod sealed;
mod seeds;
mod settings;
mod shape;
mod shown;
mod silent;
mod starter;
mod table_docs;
mod tables;
mod tasks;
mod templates;
#[cfg(feature = "embedded")]
mod typography;

/// The least a directive can say.
const MINIMAL: &str = "\
kind: cong-van
symbol: UBND-VX
subject: rà soát hộ nghèo
body: Đề nghị các xã rà soát hộ nghèo./.
";
