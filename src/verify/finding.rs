//! Violations as findings: what is wrong, in which row and column or paragraph, and the edit.

use super::expected::{Narrow, Origin, TableId};
use super::{Kind, Templates, Violation};
use crate::codes;
use crate::diagnostic::{Code, Diagnostic, Message};
use crate::model::Directive;
use crate::model::target::{Input, Target};
use crate::nearest::listed;
use crate::span::Span;

/// One mistake may show in many places: so many findings are enough.
const MOST: usize = 5;

/// Of a text that is not there, so many characters are told.
const MOST_CHARS: usize = 60;

/// The findings that `violations` are.
#[must_use]
pub fn findings(
    violations: &[Violation],
    directive: &Directive,
    templates: Templates,
) -> Vec<Diagnostic> {
    violations.iter().take(MOST).map(|it| finding(it, directive, templates)).collect()
}

/// What a PDF from elsewhere says otherwise than `directive`, of these violations.
#[must_use]
pub fn differences(violations: &[Violation], directive: &Directive) -> Vec<Diagnostic> {
    let is_text =
        |it: &&Violation| matches!(it.kind, Kind::Lost | Kind::Misplaced | Kind::Unexpected);
    let difference = |violation| {
        let mut finding = finding(violation, directive, Templates::Own);
        finding.code = &codes::PDF_DIFFERS;
        finding.help = Some(Message::new("page-help-other"));
        finding
    };
    violations.iter().filter(is_text).take(MOST).map(difference).collect()
}

fn finding(violation: &Violation, directive: &Directive, templates: Templates) -> Diagnostic {
    let (code, id) = kind(&violation.kind);
    let mut message = Message::new(id)
        .with("page", violation.page)
        .with("text", violation.text.chars().take(MOST_CHARS).collect::<String>());
    message = match &violation.kind {
        Kind::Overlap(other) => message.with("other", other),
        Kind::Outside(by) | Kind::Across(by) => message.with("by", millimetres(*by)),
        Kind::TooWide(narrow) => message.with("by", millimetres(narrow.lack)),
        _ => message,
    };
    let mut finding = Diagnostic::new(code, part(message, violation.origin, directive));
    if let Some(span) = span(violation, directive) {
        finding = finding.at(span);
    }
    finding.help = Some(match &violation.kind {
        Kind::TooWide(narrow) => way_out(narrow, directive),
        _ => Message::new(help(violation, templates)),
    });
    finding
}

fn kind(kind: &Kind) -> (&'static Code, &'static str) {
    match kind {
        Kind::Lost => (&codes::PAGE_TEXT, "page-lost"),
        Kind::Misplaced => (&codes::PAGE_TEXT, "page-misplaced"),
        Kind::Unexpected => (&codes::PAGE_TEXT, "page-unexpected"),
        Kind::Overlap(_) => (&codes::PAGE_OVERLAP, "page-overlap"),
        Kind::Outside(_) => (&codes::PAGE_OVERFLOW, "page-outside"),
        Kind::Across(_) => (&codes::PAGE_OVERFLOW, "page-across"),
        Kind::TooWide(_) => (&codes::TABLE_TOO_WIDE, "table-too-wide"),
        Kind::EmptyPage => (&codes::EMPTY_PAGE, "page-empty"),
        Kind::LoneHead => (&codes::EMPTY_PAGE, "page-lone-head"),
    }
}

fn help(violation: &Violation, templates: Templates) -> &'static str {
    let is_in_table = violation.origin.is_some_and(|origin| origin.table().is_some());
    match (&violation.kind, templates) {
        (_, Templates::Own) => "page-help-templates",
        (Kind::Overlap(_) | Kind::Outside(_) | Kind::Across(_), _) if is_in_table => {
            "page-help-table"
        }
        (Kind::Overlap(_) | Kind::Outside(_) | Kind::Across(_), _) => "page-help-text",
        _ => "page-help-report",
    }
}

/// What gives a table room.
fn way_out(narrow: &Narrow, directive: &Directive) -> Message {
    let options = match narrow.options.as_slice() {
        [] => "none".to_owned(),
        options => listed(options.iter().map(String::as_str)),
    };
    let table = directive.targets.get(target_of(narrow.table));
    let id = if narrow.fits_appendix {
        "table-too-wide-appendix"
    } else if narrow.options.is_empty() {
        return Message::new("table-too-wide-none");
    } else {
        "table-too-wide-options"
    };
    let message = Message::new(id).with("options", options);
    message.with("table", table.map_or("", |table| table.id.value.as_str()))
}

/// In whole millimetres, rounded up.
fn millimetres(thousandths: i64) -> i64 {
    (thousandths * 254 + 719_999) / 720_000
}

/// Says in words of the author where the text belongs.
fn part(message: Message, origin: Option<Origin>, directive: &Directive) -> Message {
    let table = |id| directive.targets.get(target_of(id)).map_or("", |target| &target.id.value);
    match origin {
        Some(Origin::Cell(id, row, column)) => message
            .with("part", "cell")
            .with("table", table(id))
            .with("row", row_name(id, row, directive))
            .with("column", column_name(id, column, directive)),
        Some(Origin::Header(id, column)) => message
            .with("part", "header")
            .with("table", table(id))
            .with("column", column_name(id, column, directive)),
        Some(Origin::Beside(id)) => message.with("part", "beside").with("table", table(id)),
        Some(Origin::AppendixHead(index)) => {
            let appendix = directive.appendices().get(index).copied();
            let name = appendix.map(|appendix| directive.appendix_id(appendix).0);
            message.with("part", "appendix").with("table", name.unwrap_or_default())
        }
        Some(Origin::Signature) => message.with("part", "signature"),
        Some(Origin::Paragraph(_)) => message.with("part", "paragraph"),
        Some(Origin::Head | Origin::TopMargin | Origin::FirstFoot) | None => {
            message.with("part", "head")
        }
    }
}

fn target_of(table: TableId) -> usize {
    match table {
        TableId::Target(target) | TableId::Working(target, _) => target,
    }
}

fn row_name(table: TableId, row: Option<usize>, directive: &Directive) -> String {
    let target = &directive.targets[target_of(table)];
    let text = match row {
        Some(line) => target.lines.get(line).map(|line| &line.name),
        None => target.total.as_ref().map(|total| &total.label),
    };
    text.map(|text| text.value.clone()).unwrap_or_default()
}

/// The column of a table that is printed at this index, when it is one of figures or texts.
#[must_use]
pub fn column_of(table: TableId, column: usize, directive: &Directive) -> Option<usize> {
    match table {
        TableId::Target(target) => shown(directive.targets.get(target)?, column),
        TableId::Working(..) => None,
    }
}

/// The columns that are printed, by their places in the target.
fn shown(target: &Target, column: usize) -> Option<usize> {
    let mut shown = (0..target.columns.len()).filter(|column| !target.columns[*column].hidden);
    column.checked_sub(2).and_then(|column| shown.nth(column))
}

fn column_name(table: TableId, column: usize, directive: &Directive) -> String {
    let target = &directive.targets[target_of(table)];
    let header = match (table, column) {
        (_, 0) => Some(&target.index_header.value),
        (_, 1) => Some(&target.row_header.value),
        (TableId::Target(_), _) => shown(target, column).map(|it| &target.columns[it].header),
        (TableId::Working(_, made), _) => target.columns.get(made).map(|column| &column.header),
    };
    header.cloned().unwrap_or_default()
}

/// Where the author can change it.
fn span(violation: &Violation, directive: &Directive) -> Option<Span> {
    if let Kind::TooWide(_) = violation.kind
        && let Some(table) = violation.origin.and_then(Origin::table)
    {
        return Some(directive.targets.get(target_of(table))?.id.span);
    }
    let place = place(violation.origin, &violation.text, directive);
    // Of a phrase that nobody has written, what the document is about is the next best.
    let is_phrase = !matches!(violation.origin, Some(Origin::Paragraph(_)));
    place.or_else(|| is_phrase.then_some(directive.subject.span))
}

/// Where the author has written the `text` that is printed as a part of `origin`; nothing for a
/// phrase of the program.
#[must_use]
pub fn place(origin: Option<Origin>, text: &str, directive: &Directive) -> Option<Span> {
    match origin {
        Some(Origin::Paragraph(span)) => span,
        Some(Origin::Cell(id, row, column)) => {
            let target = directive.targets.get(target_of(id))?;
            let Some(line) = row else {
                return Some(target.total.as_ref().map_or(target.id.span, |it| it.label.span));
            };
            let line = target.lines.get(line)?;
            let input = shown(target, column).and_then(|column| line.inputs.get(column));
            match input {
                Some(Input::Text(text)) => Some(text.span),
                _ => Some(line.name.span),
            }
        }
        Some(Origin::Header(id, column)) => {
            let target = directive.targets.get(target_of(id))?;
            let column = shown(target, column).map(|column| target.columns[column].id.span);
            Some(column.unwrap_or(target.row_header.span))
        }
        Some(Origin::Beside(id)) => Some(directive.targets.get(target_of(id))?.id.span),
        Some(Origin::AppendixHead(index)) => {
            let appendix = directive.appendices().get(index).copied()?;
            Some(directive.appendix_id(appendix).1)
        }
        _ => written(text, directive),
    }
}

/// The text of the directive that is printed in the line.
fn written(line: &str, directive: &Directive) -> Option<Span> {
    let line = plain(line);
    let mut found = None;
    directive.texts(&mut |text, span| {
        let text = plain(text);
        let is_in = !text.is_empty() && (text.contains(&line) || line.contains(&text));
        found = found.or(is_in.then_some(span));
    });
    found
}

fn plain(text: &str) -> String {
    text.to_uppercase().split_whitespace().collect::<Vec<_>>().join(" ")
}
