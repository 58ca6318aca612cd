//! Tests of the whole program.
#![expect(clippy::disallowed_methods, reason = "tests read, write and start programs themselves")]

#[cfg(feature = "embedded")]
mod engines;
#[cfg(feature = "embedded")]
mod examples;
#[cfg(feature = "embedded")]
mod hostile;
#[cfg(feature = "embedded")]
mod house;
#[cfg(feature = "embedded")]
mod layout;
#[cfg(unix)]
mod office;
#[cfg(feature = "embedded")]
mod pdf;
#[cfg(unix)]
mod programs;
#[cfg(feature = "embedded")]
mod repeatable;
#[cfg(feature = "embedded")]
mod sealed;
