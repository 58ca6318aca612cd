//! What is stored of the copies of a directive.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::digest::Digest;

/// What is known of the copies of a directive.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Copies {
    /// Whether the general document is there, too.
    pub has_general: bool,
    /// Whether each copy begins on the front of a sheet in the file with all of them.
    pub is_duplex: bool,
    /// Whether every document is there.
    pub is_whole: bool,
    /// Each copy that is there, by the name of its file.
    pub letters: BTreeMap<String, Letter>,
}

/// A copy that is there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Letter {
    /// From 1.
    pub at: usize,
    /// Number and symbol.
    pub number: String,
    /// Whom it is for.
    pub name: String,
    /// How many pages it has.
    pub pages: usize,
    /// What it was set from.
    pub text: Option<Digest>,
}
