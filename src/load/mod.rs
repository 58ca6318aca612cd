//! YAML text to its raw shape.

mod body;
pub mod catalog;
mod damage;
mod declared;
pub mod excerpt;
pub mod issued;
mod key_words;
mod markdown;
mod marker;
mod mistakes;
pub(crate) mod node;
mod notes;
pub mod office;
pub(crate) mod part_rows;
pub mod pdf;
pub mod raw;
mod references;
mod row_details;
mod rows;
mod scan;
pub mod sheet;
mod source_file;
mod spanned;
mod syntax;
mod table_file;
mod tolerant;
mod yaml;

pub use declared::DeclaredText;
pub use references::RawReference;
pub use row_details::{Details, Parts, RowFormula};
pub use rows::{CellText, Content, DecimalComma, FileRef, Line, Rows};
pub use source_file::CopiedFile;
pub(crate) use table_file::path_in_project;

use std::ops::Range;

use crate::codes;
use crate::diagnostic::{Diagnostic, Message, Report};
use crate::error::Error;
use crate::model::block::Block;
use crate::source::Sources;
use crate::span::{SourceId, Span};
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
    /// The body of each of `raw.appendices`, in the same way; none of a table.
    pub appended: Vec<Vec<Block<RawReference>>>,
    /// Rows and declared figures of each target of `raw`.
    pub tables: Vec<LoadedTable>,
    /// What `raw.source` names; nothing where it cannot be used.
    pub copied: Option<CopiedFile>,
    /// What each of `raw.attachments` names.
    pub attached: Vec<Option<CopiedFile>>,
    /// Whether nothing is wrong with the shape.
    pub is_whole: bool,
    /// Whether the bodies hold only what a body may hold; else words are missing in `body`.
    pub has_whole_bodies: bool,
    /// Whether every table could be read; else what follows from its columns and rows is unknown.
    pub has_all_tables: bool,
    /// Places whose values could not be read, and where keys are missing. What is found there
    /// later is a consequence of that.
    pub unread: Vec<Range<usize>>,
}

impl Loaded {
    /// Drops the findings of `report` from the one numbered `from` on that are consequences of
    /// values that could not be read.
    pub(crate) fn drop_consequences(&self, report: &mut Report, from: usize) {
        self.drop_from(from, !self.has_all_tables, report);
    }

    fn drop_from(&self, from: usize, drops_tables: bool, report: &mut Report) {
        let mut unread = self.unread.clone();
        unread.sort_unstable_by_key(|range| range.start);
        // To each range the furthest end so far: one look answers for all that begin before.
        let mut furthest = 0;
        for range in &mut unread {
            furthest = furthest.max(range.end);
            range.end = furthest;
        }
        let is_unread = |span: Span| {
            let before = unread.partition_point(|range| range.start <= span.start);
            let last = before.checked_sub(1).and_then(|last| unread.get(last));
            span.source == self.source && last.is_some_and(|range| span.end <= range.end)
        };
        let mut index = 0;
        report.findings_mut().retain(|finding| {
            index += 1;
            let is_of_tables = drops_tables && codes::OF_TABLES.contains(&finding.code);
            let is_consequence =
                is_of_tables || finding.place.as_ref().is_some_and(|place| is_unread(place.span));
            index <= from || !is_consequence
        });
    }
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
    /// Those of a table of another directive, which has to be computed first.
    Directive(FileRef),
}

impl LoadedTable {
    /// One that could not be read.
    fn empty() -> Self {
        Self { rows: LoadedRows::Lines(Vec::new()), declared: Vec::new() }
    }
}

/// Gives the content of a file that a directive names, by its path from the directive's folder;
/// `None` when there is no such file.
pub type ReadFile<'a> = dyn Fn(&str) -> Result<Option<Vec<u8>>, Error> + 'a;

/// Reads the shape of the directive `source`, as far as it can be read. `None` where it is no
/// YAML, which is reported.
///
/// Files of rows are asked for with `read_file`, and their texts added to `sources`.
pub fn load(
    sources: &mut Sources,
    source: SourceId,
    read_file: &ReadFile<'_>,
    report: &mut Report,
) -> Result<Option<Loaded>, Error> {
    let text = sources.get(source).text.clone();
    let yaml::Parsed { value, findings, unread } = yaml::parse::<raw::Directive>(&text, source);
    let is_whole = findings.is_empty();
    findings.into_iter().for_each(|finding| _ = report.emit(finding));
    let Some(raw) = value else { return Ok(None) };
    let told = report.findings().len();
    let mut blocks = |body: &raw::Text| {
        body::is_not_folded(&text, source, &body.range, report);
        let place = Body::new(&body.value, source, &text, body.range.clone());
        markdown::blocks(&place, report)
    };
    let body = raw.body.as_ref().map(&mut blocks).unwrap_or_default();
    let enacted = raw.enacts.iter().map(|enacted| blocks(&enacted.body)).collect();
    let appended = raw.appendices.iter().map(|it| it.value.body.as_ref());
    let appended = appended.map(|body| body.map(&mut blocks).unwrap_or_default()).collect();
    let has_whole_bodies = report.findings().len() == told;
    let mut tables = Vec::new();
    let mut are_read = true;
    for (id, target) in &raw.targets.0 {
        let table = table(target, &text, source, sources, read_file, report)?;
        are_read &= table.is_some() && !unread.iter().any(|range| is_of(range, id, target));
        tables.push(table.unwrap_or_else(LoadedTable::empty));
    }
    let copied = match &raw.source {
        Some(copied) => source_file::copied(&copied.value, source, read_file, report)?,
        None => None,
    };
    let attached = source_file::attached(&raw.attachments, source, read_file, report)?;
    let has_all_files =
        attached.iter().all(Option::is_some) && copied.is_some() == raw.source.is_some();
    let loaded = Loaded {
        source,
        raw,
        body,
        enacted,
        appended,
        tables,
        is_whole: is_whole && are_read && has_all_files,
        copied,
        attached,
        has_whole_bodies,
        has_all_tables: are_read,
        unread,
    };
    loaded.drop_from(told, false, report);
    Ok(Some(loaded))
}

/// Whether a place that could not be read is one of the table `id`.
fn is_of(unread: &Range<usize>, id: &raw::Text, target: &raw::Target) -> bool {
    let columns = target.columns.iter().map(|column| column.range.end);
    let end = columns.chain([target.rows.range.end, target.row_header.range.end]).max();
    (id.range.start..=end.unwrap_or(id.range.end)).contains(&unread.start)
}

/// Ids of the columns, at any depth.
fn column_ids(columns: &[raw::Spanned<raw::Column>]) -> Vec<&str> {
    let mut ids = Vec::new();
    for column in columns {
        ids.extend(column.value.id.iter().map(|id| id.value.as_str()));
        ids.extend(column_ids(&column.value.columns));
    }
    ids
}

fn table(
    target: &raw::Target,
    text: &str,
    source: SourceId,
    sources: &mut Sources,
    read_file: &ReadFile<'_>,
    report: &mut Report,
) -> Result<Option<LoadedTable>, Error> {
    let columns = column_ids(&target.columns);
    let mut reader = NodeReader { source, text, report, columns };
    let rows = reader.rows(&target.rows);
    let declared = match &target.declared {
        Some(node) => reader.declared(node),
        None => Some(Vec::new()),
    };
    let rows = match rows {
        Some(Rows::Lines(lines)) => Some(LoadedRows::Lines(lines)),
        Some(Rows::File(file)) if file.is_directive() => Some(LoadedRows::Directive(file)),
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
