//! Tests of the whole program.
#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "tests make files and run programs; what they cannot do, they stop at"
)]

mod bad_input;
mod bombs;
mod check;
mod cli;
mod docs;
mod expect;
mod human;
mod messages;
mod project;
mod property;
mod readme;
mod render;
mod settings;
mod shape;
mod templates;

/// The least a directive can say.
const MINIMAL: &str = "\
kind: cong-van
symbol: UBND-VX
subject: rà soát hộ nghèo
body: Đề nghị các xã rà soát hộ nghèo./.
";
