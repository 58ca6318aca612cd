//! Tests of the whole program.
#![expect(clippy::disallowed_methods, reason = "tests read and write files")]

mod readme;
mod seeds;
mod tables;
