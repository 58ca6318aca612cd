//! What a directive takes from others: rows of a table (`rows: {file: a.yaml, table: chi-tieu}`),
//! and whole documents that it copies or attaches.

use std::collections::BTreeMap;

use super::Examined;
use crate::codes;
use crate::compute::{Cell, ComputedTable, Value};
use crate::diagnostic::{Diagnostic, Message, Report};
use crate::error::Error;
use crate::load::{
    CellText, Content, CopiedFile, Details, FileRef, Line, Loaded, LoadedRows, ReadFile, part_rows,
    path_in_project, raw,
};
use crate::model::catalog::Catalog;
use crate::model::directive::Status;
use crate::model::target::{Extent, Role, Target};
use crate::nearest::suggestion;
use crate::source::Sources;
use crate::span::Span;

/// No chain of directives that take rows from each other is longer; a circle has no end.
const DEEPEST: usize = 5;

/// The directives that one directive takes rows from, by their paths; nothing for one that cannot
/// be computed, whose finding is made for each table that wants it.
type Known = BTreeMap<String, Result<Examined, &'static str>>;

/// Puts the lines of other directives where `loaded` names them. `depth` is how many directives
/// lead to this one.
pub(super) fn link(
    loaded: &mut Loaded,
    sources: &mut Sources,
    read_file: &ReadFile<'_>,
    (catalog, depth): (&Catalog, usize),
    report: &mut Report,
) -> Result<(), Error> {
    let mut known = Known::new();
    for index in 0..loaded.tables.len() {
        let LoadedRows::Directive(file) = &loaded.tables[index].rows else { continue };
        let file = file.clone();
        let wanted = &loaded.raw.targets.0[index].1;
        let told = report.findings().len();
        if !known.contains_key(&file.path) {
            let found = computed((&file.path, file.span), sources, read_file, (catalog, depth))?;
            known.insert(file.path.clone(), found);
        }
        let lines = lines(&file, wanted, &known[&file.path], report);
        loaded.has_all_tables &= report.findings().len() == told;
        loaded.tables[index].rows = LoadedRows::Lines(lines);
    }
    Ok(())
}

/// Puts the directives that are copied or attached where `loaded` names them.
pub(super) fn link_documents(
    loaded: &mut Loaded,
    sources: &mut Sources,
    read_file: &ReadFile<'_>,
    at: (&Catalog, usize),
    report: &mut Report,
) -> Result<(), Error> {
    let copied = loaded.copied.take();
    loaded.copied = document(copied, true, sources, read_file, at, report)?;
    loaded.is_whole &= loaded.copied.is_some() || loaded.raw.source.is_none();
    for index in 0..loaded.attached.len() {
        let attached = loaded.attached[index].take();
        loaded.attached[index] = document(attached, false, sources, read_file, at, report)?;
        loaded.is_whole &= loaded.attached[index].is_some();
    }
    Ok(())
}

/// The directive that `file` names; nothing where it cannot be used, which is reported.
fn document(
    file: Option<CopiedFile>,
    must_be_issued: bool,
    sources: &mut Sources,
    read_file: &ReadFile<'_>,
    at: (&Catalog, usize),
    report: &mut Report,
) -> Result<Option<CopiedFile>, Error> {
    let Some(CopiedFile::Named(path, span)) = file else { return Ok(file) };
    let is_draft = |found: &Examined| found.directive.status == Status::Draft;
    let id = match computed((&path, span), sources, read_file, at)? {
        Ok(found) if must_be_issued && is_draft(&found) => "source-draft",
        Ok(found) => return Ok(Some(CopiedFile::Directive(Box::new(found.directive)))),
        Err("linked-circle") => "source-circle",
        Err("linked-errors") => "source-errors",
        Err(_) => "source-missing",
    };
    let message = Message::new(id).with("path", &path);
    report.emit(Diagnostic::new(&codes::BAD_SOURCE, message).at(span));
    Ok(None)
}

/// The directive in the file that is named, with its tables; the message for one that there is not.
fn computed(
    (named, span): (&str, Span),
    sources: &mut Sources,
    read_file: &ReadFile<'_>,
    (catalog, depth): (&Catalog, usize),
) -> Result<Result<Examined, &'static str>, Error> {
    if depth >= DEEPEST {
        return Ok(Err("linked-circle"));
    }
    let Some(bytes) = read_file(named)? else { return Ok(Err("table-file-missing")) };
    let Ok(text) = String::from_utf8(bytes) else { return Ok(Err("linked-errors")) };
    let folder = named.rsplit_once('/').map_or("", |(folder, _)| folder);
    let beside = |name: &str| {
        let path = if folder.is_empty() { name.to_owned() } else { format!("{folder}/{name}") };
        read_file(&path)
    };
    let path = path_in_project(&sources.get(span.source).path, named);
    let source = sources.add(&path, &text);
    let mut own = Report::default();
    let found = super::so_far(sources, source, &beside, (catalog, depth + 1), &mut own)?;
    Ok(found.into_both().ok_or("linked-errors"))
}

/// The lines of the table that `file` names, for the columns that `wanted` leaves open.
fn lines(
    file: &FileRef,
    wanted: &raw::Target,
    found: &Result<Examined, &'static str>,
    report: &mut Report,
) -> Vec<Line> {
    let refused = |id| {
        let message = Message::new(id).with("path", &file.path);
        Diagnostic::new(&codes::BAD_TABLE_FILE, message).at(file.span)
    };
    let Examined { directive, tables } = match found {
        Ok(found) => found,
        Err(why) => {
            report.emit(refused(why));
            return Vec::new();
        }
    };
    let name = file.table.clone().unwrap_or_default();
    let Some(at) = directive.targets.iter().position(|target| target.is_called(&name)) else {
        let message = Message::new("linked-no-table").with("name", &name).with("path", &file.path);
        let known = directive.targets.iter().map(|target| target.id.value.as_str());
        let finding = Diagnostic::new(&codes::BAD_TABLE_FILE, message).at(file.span);
        report.emit(finding.suggest(suggestion(&name, known)));
        return Vec::new();
    };
    let table = tables.of(at);
    let target = table.target;
    columns(&wanted.columns, target, file, report)
        .map(|columns| below(table, 0..target.lines.len(), &columns))
        .unwrap_or_default()
}

/// For each column to be filled in, its id and the index of the column of the other table.
fn columns(
    wanted: &[raw::Spanned<raw::Column>],
    target: &Target,
    file: &FileRef,
    report: &mut Report,
) -> Option<Vec<(String, usize)>> {
    let mut found = Vec::new();
    let mut is_good = true;
    for column in wanted {
        let column = &column.value;
        if !column.columns.is_empty() {
            let below = columns(&column.columns, target, file, report);
            is_good &= below.is_some();
            found.extend(below.into_iter().flatten());
            continue;
        }
        let Some(id) =
            column.id.as_ref().filter(|_| column.formula.is_none() && column.allocate.is_none())
        else {
            continue;
        };
        if let Some(index) = target.column_named(&id.value) {
            found.push((id.value.clone(), index));
        } else {
            let message =
                Message::new("linked-column").with("name", &id.value).with("path", &file.path);
            let known = target.columns.iter().map(|column| column.id.value.as_str());
            let span = Span::new(file.span.source, id.range.clone());
            let finding = Diagnostic::new(&codes::BAD_COLUMN, message).at(span);
            report.emit(finding.suggest(suggestion(&id.value, known)));
            is_good = false;
        }
    }
    is_good.then_some(found)
}

/// The lines of a range, groups with what is below them.
fn below(
    whole: ComputedTable<'_>,
    range: std::ops::Range<usize>,
    columns: &[(String, usize)],
) -> Vec<Line> {
    let ComputedTable { target, table } = whole;
    let mut lines = Vec::new();
    let mut next = range.start;
    while next < range.end {
        let line = &target.lines[next];
        let name = CellText::in_file(Some(line.name.value.clone()), line.name.span);
        if let Some(count) = line.group {
            let inner = below(whole, next + 1..next + 1 + count, columns);
            let group = Line::new(name, Content::Group(Vec::new()));
            lines.push(part_rows::group(Line { is_total: Some(false), ..group }, inner));
            next += 1 + count;
            continue;
        }
        next += 1;
        if matches!(line.role, Role::Heading | Role::Blank) {
            continue;
        }
        let word = |word: &str| CellText::in_file(Some(word.to_owned()), line.name.span);
        let mut details = Details::default();
        match line.role {
            Role::Part(part) => {
                let known = Extent::KNOWN.iter().find(|(_, extent)| *extent == part.extent);
                details.part = known.map(|(known, _)| word(known));
            }
            Role::Apart => details.counted = Some(word("false")),
            Role::Counted | Role::Heading | Role::Blank => {}
        }
        let cells = columns
            .iter()
            .map(|(id, index)| (word(id), cell(&table.lines[next - 1][*index], line.name.span)));
        let content = Content::Keyed(cells.collect());
        lines.push(Line { details, is_total: Some(false), ..Line::new(name, content) });
    }
    if range.start == 0 { part_rows::gathered(lines) } else { lines }
}

/// A computed cell as one of a file.
fn cell(cell: &Cell, span: Span) -> CellText {
    let value = match &cell.value {
        Value::Blank => None,
        Value::Amount(amount) => Some(amount.exact()),
        Value::Date(date) => Some(date.to_string()),
        Value::Text(text) => Some(text.clone()),
        Value::Mark(mark) => Some(mark.sign().to_owned()),
    };
    CellText { exact: cell.value.amount().cloned(), ..CellText::in_file(value, span) }
}
