//! Which program this is.

/// Version of this program, and the hash of all it is made from.
pub(crate) const PROGRAM: &str =
    concat!(env!("CARGO_PKG_VERSION"), "+", env!("VANTHU_FINGERPRINT"));
