//! A directive after all its names are resolved: no YAML, no Typst; serde only for what caches store.
//!
//! A value that exists is valid. Leaves that a rule may blame keep their place.

pub mod allocation;
pub mod amount;
pub mod appended;
pub mod blank;
pub mod block;
pub mod catalog;
pub mod cell_id;
pub mod certified;
pub mod citation;
mod column;
pub mod copies;
pub mod date;
pub mod deadline;
pub mod directive;
pub mod enacted;
pub mod formula;
mod header;
mod input;
pub mod issued;
pub mod issuer;
pub mod kind;
pub mod legal_basis;
pub mod legal_document;
mod line;
pub mod line_path;
pub(crate) mod lines_by_name;
pub mod mark;
pub mod measure;
pub mod names;
pub(crate) mod note_mark;
pub mod number;
pub mod numbering;
pub mod output;
pub mod particulars;
pub mod profile;
pub mod reference;
pub mod roman;
pub(crate) mod row_names;
pub(crate) mod row_number;
pub mod rule_set;
pub mod signatory;
pub mod standard;
pub mod syllable;
pub mod symbol;
pub(crate) mod table_lines;
pub mod target;
pub mod tasks;
pub mod text;
pub mod unit_names;
pub mod words;

pub use directive::Directive;
