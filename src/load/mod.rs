//! YAML text to its raw shape.

mod body;
pub mod catalog;
mod declared;
pub mod issued;
mod key_words;
mod markdown;
mod marker;
pub(crate) mod node;
pub mod office;
pub mod raw;
mod references;
mod rows;
pub mod sheet;
mod syntax;
mod table_file;
mod yaml;

pub use declared::DeclaredText;
pub use references::RawReference;
pub use rows::{CellText, Content, DecimalComma, FileRef, Line, Rows};

use crate::codes;
use crate::diagnostic::{Diagnostic, Message, Report};
use crate::error::Error;
use crate::model::block::Block;
use crate::source::Sources;
use crate::span::SourceId;
use body::Body;
use rows::NodeReader;

/// A directive as its author wrote it.
#[derive(Debug, Clone)]
pub struct Loaded {
    /// The file the ranges in `raw` are in.
    pub source: SourceId,
    /// Field by field.
    pub raw: raw::Directive,
    /// `raw.body` as blocks; their references are still words.
    pub body: Vec<Block<RawReference>>,
    /// The body of each of `raw.enacts`, in the same way.
    pub enacted: Vec<Vec<Block<RawReference>>>,
    /// Rows and declared figures of each target of `raw`.
    pub tables: Vec<LoadedTable>,
}

/// What of a target needs more than its shape.
#[derive(Debug, Clone)]
pub struct LoadedTable {
    /// Its rows.
    pub rows: LoadedRows,
    /// Figures as others printed them.
    pub declared: Vec<DeclaredText>,
}

/// Rows as far as they are read without the columns of their table.
#[derive(Debug, Clone)]
pub enum LoadedRows {
    /// Written in the directive.
    Lines(Vec<Line>),
    /// In a file, somewhere on one of its sheets.
    Book(sheet::Book),
}

/// Gives the content of a file that a directive names, by its path from the directive's folder;
/// `None` when there is no such file.
pub type ReadFile<'a> = dyn Fn(&str) -> Result<Option<Vec<u8>>, Error> + 'a;

/// Reads the shape of the directive `source`. `None` after a finding about the shape itself.
///
/// Files of rows are asked for with `read_file`, and their texts added to `sources`.
pub fn load(
    sources: &mut Sources,
    source: SourceId,
    read_file: &ReadFile<'_>,
    report: &mut Report,
) -> Result<Option<Loaded>, Error> {
    let text = sources.get(source).text.clone();
    let raw: raw::Directive = match yaml::parse(&text, source) {
        Ok(raw) => raw,
        Err(finding) => {
            report.emit(*finding);
            return Ok(None);
        }
    };
    let mut blocks = |body: &raw::Text| {
        body::is_not_folded(&text, source, &body.range, report);
        let place = Body::new(&body.value, source, &text, body.range.clone());
        markdown::blocks(&place, report)
    };
    let body = blocks(&raw.body);
    let enacted = raw.enacts.iter().map(|enacted| blocks(&enacted.body)).collect();
    let mut tables = Some(Vec::new());
    for (_, target) in &raw.targets.0 {
        let table = table(target, &text, source, sources, read_file, report)?;
        tables = tables.zip(table).map(|(mut tables, table)| {
            tables.push(table);
            tables
        });
    }
    Ok(tables.map(|tables| Loaded { source, raw, body, enacted, tables }))
}

fn table(
    target: &raw::Target,
    text: &str,
    source: SourceId,
    sources: &mut Sources,
    read_file: &ReadFile<'_>,
    report: &mut Report,
) -> Result<Option<LoadedTable>, Error> {
    let mut reader = NodeReader { source, text, report };
    let rows = reader.rows(&target.rows);
    let declared = match &target.declared {
        Some(node) => reader.declared(node),
        None => Some(Vec::new()),
    };
    let rows = match rows {
        Some(Rows::Lines(lines)) => Some(LoadedRows::Lines(lines)),
        Some(Rows::File(file)) => {
            if let Some(bytes) = read_file(&file.path)? {
                table_file::book(&file, &bytes, sources, report).map(LoadedRows::Book)
            } else {
                let message = Message::new("table-file-missing").with("path", &file.path);
                report.emit(Diagnostic::new(&codes::BAD_TABLE_FILE, message).at(file.span));
                None
            }
        }
        None => None,
    };
    Ok(rows.zip(declared).map(|(rows, declared)| LoadedTable { rows, declared }))
}
