//! YAML text to its raw shape.

mod body;
mod markdown;
mod marker;
pub mod office;
pub mod raw;
mod references;
mod syntax;
mod yaml;

pub use references::RawReference;

use crate::diagnostic::Report;
use crate::model::block::Block;
use crate::source::{SourceId, Sources};
use body::Body;

/// A directive as its author wrote it.
#[derive(Debug, Clone)]
pub struct Loaded {
    /// The file the ranges in `raw` are in.
    pub source: SourceId,
    /// Field by field.
    pub raw: raw::Directive,
    /// `raw.body` as blocks; their references are still words.
    pub body: Vec<Block<RawReference>>,
}

/// Reads the shape of the directive `source`. `None` after a finding about the shape itself.
pub fn load(sources: &Sources, source: SourceId, report: &mut Report) -> Option<Loaded> {
    let text = &sources.get(source).text;
    let raw: raw::Directive = match yaml::parse(text, source) {
        Ok(raw) => raw,
        Err(finding) => {
            report.emit(*finding);
            return None;
        }
    };
    let place = Body::new(&raw.body.value, source, text, raw.body.range.clone());
    let body = markdown::blocks(&place, report);
    Some(Loaded { source, raw, body })
}
