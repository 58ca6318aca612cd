//! Tests of the whole program.
#![expect(clippy::disallowed_methods, reason = "tests read, write and start programs themselves")]

#[cfg(feature = "embedded")]
mod house;
#[cfg(feature = "embedded")]
mod pdf;
