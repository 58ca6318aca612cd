//! What the page is told of a document: its pages, what is wrong with it, its text.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::compile::DrawnPage;
use crate::diagnostic::{Diagnostic, Severity};
use crate::digest::Digest;
use crate::messages::Catalog;
use crate::messages::finding::Finding;
use crate::model::cell_id::CellId;
use crate::model::reference::Referent;
use crate::pipeline::Examined;
use crate::printed::numbers;
use crate::source::Sources;
use crate::span::{SourceId, Span};
use crate::verify::expected::{Expected, Origin, TableId};
use crate::verify::page::Page;
use crate::verify::{column_of, origins, place};

/// A document.
#[derive(Debug, Serialize)]
pub(super) struct View {
    /// Its path in the project.
    pub(super) name: String,
    /// Where it is on the disk.
    pub(super) path: String,
    /// Its pages; nothing where it has errors.
    pub(super) pages: Option<Vec<PageView>>,
    /// What is wrong with it.
    pub(super) findings: Vec<FindingView>,
    /// Its text, line by line.
    pub(super) lines: Vec<String>,
    /// The figures that are others than before.
    pub(super) changed: Vec<String>,
}

/// A page. Lengths are thousandths of a point.
#[derive(Debug, Serialize)]
pub(super) struct PageView {
    /// By which its picture is asked for.
    pub(super) digest: String,
    width: i64,
    height: i64,
    pieces: Vec<PieceView>,
}

/// A piece of text on a page.
#[derive(Debug, Serialize)]
struct PieceView {
    text: String,
    left: i64,
    top: i64,
    width: i64,
    height: i64,
    /// The line of the directive it is written on, from 1.
    line: Option<usize>,
    /// The figures it shows.
    figures: Vec<FigureView>,
    is_changed: bool,
}

/// A figure.
#[derive(Debug, Clone, Serialize)]
struct FigureView {
    /// Its place: table, line, column.
    place: String,
    /// As a reference spells it.
    path: String,
}

/// A finding, in words.
#[derive(Debug, Serialize)]
pub(super) struct FindingView {
    severity: &'static str,
    /// The word for the severity.
    label: String,
    code: String,
    message: String,
    help: Option<String>,
    file: String,
    line: usize,
    column: usize,
    /// Whether it is in the directive itself.
    is_here: bool,
}

/// A finding for the page.
pub(super) fn finding_view(
    finding: &Diagnostic,
    sources: &Sources,
    catalog: &Catalog,
) -> FindingView {
    let told = Finding::of(finding, sources, catalog);
    FindingView {
        severity: match finding.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Info => "info",
        },
        label: catalog.severity(finding.severity),
        is_here: told.file == sources.path_of_first(),
        code: told.code,
        message: told.message,
        help: told.help,
        file: told.file,
        line: told.line,
        column: told.column,
    }
}

/// The figures of all tables, by their paths, as they are printed.
pub(super) fn figures(examined: &Examined) -> BTreeMap<String, String> {
    let mut figures = BTreeMap::new();
    for (target, table) in examined.directive.targets.iter().enumerate() {
        let total = table.total.iter().map(|_| None);
        for line in (0..table.lines.len()).map(Some).chain(total) {
            for column in 0..table.columns.len() {
                let cell = CellId { target, line, column };
                figures.insert(cell.path(&examined.directive), numbers::at(cell, &examined.tables));
            }
        }
    }
    figures
}

/// The paths of figures that are others in `after` than in `before`.
pub(super) fn changed(
    before: &BTreeMap<String, String>,
    after: &BTreeMap<String, String>,
) -> BTreeSet<String> {
    let is_changed = |it: &(&String, &String)| before.get(it.0).is_some_and(|old| old != it.1);
    after.iter().filter(is_changed).map(|(path, _)| path.clone()).collect()
}

/// Makes views of the pages of a directive.
pub(super) struct PageMaker<'a> {
    pub(super) examined: &'a Examined,
    pub(super) sources: &'a Sources,
    pub(super) source: SourceId,
    pub(super) changed: &'a BTreeSet<String>,
}

impl PageMaker<'_> {
    /// The views of `drawn`, which must print what is `expected`.
    pub(super) fn pages(&self, drawn: &[DrawnPage], expected: &Expected) -> Vec<PageView> {
        let pages: Vec<Page> = drawn.iter().map(|drawn| drawn.page.clone()).collect();
        let origins = origins(&pages, expected);
        let pages = drawn.iter().zip(origins);
        pages.map(|(drawn, origins)| self.page(drawn, &origins)).collect()
    }

    fn page(&self, drawn: &DrawnPage, origins: &[Option<Origin>]) -> PageView {
        let page = &drawn.page;
        let pieces = page.pieces.iter().zip(origins).map(|(piece, origin)| {
            let text = page.text.get(piece.text.clone()).unwrap_or_default();
            let figures = self.figures(*origin);
            let is_changed = figures.iter().any(|it| self.changed.contains(&it.path));
            PieceView {
                text: text.to_owned(),
                left: piece.left,
                top: piece.baseline - piece.size,
                width: piece.right - piece.left,
                height: piece.size * 5 / 4,
                line: self.line(*origin, text),
                figures,
                is_changed,
            }
        });
        let digest = format!("{:016x}", Digest::of(drawn.svg.as_bytes()).number());
        PageView { digest, width: page.width, height: page.height, pieces: pieces.collect() }
    }

    fn line(&self, origin: Option<Origin>, text: &str) -> Option<usize> {
        let span = place(Some(origin?), text, &self.examined.directive)?;
        self.is_own(span).then(|| self.sources.get(self.source).line_column(span.start).line)
    }

    fn is_own(&self, span: Span) -> bool {
        span.source == self.source
    }

    /// The figure of a cell, or those of a paragraph.
    fn figures(&self, origin: Option<Origin>) -> Vec<FigureView> {
        let directive = &self.examined.directive;
        match origin {
            Some(Origin::Cell(table @ TableId::Target(target), line, column)) => {
                let column = column_of(table, column, directive);
                let is_figure =
                    |column: &usize| directive.targets[target].columns[*column].kind.is_figure();
                let column = column.filter(is_figure);
                column
                    .map(|column| self.figure(CellId { target, line, column }))
                    .into_iter()
                    .collect()
            }
            Some(Origin::Paragraph(Some(span))) => self.figures_in(span),
            _ => Vec::new(),
        }
    }

    fn figures_in(&self, paragraph: Span) -> Vec<FigureView> {
        let text = &self.sources.get(self.source).text;
        // A paragraph is written on one line, from where its words begin.
        let end = text.get(paragraph.start..).and_then(|rest| rest.find('\n'));
        let end = end.map_or(text.len(), |length| paragraph.start + length).max(paragraph.end);
        let mut found = Vec::new();
        self.examined.directive.references(|reference| {
            let is_in = self.is_own(reference.span)
                && (paragraph.start..end).contains(&reference.span.start);
            if let Referent::Figure(figure) = reference.to
                && is_in
            {
                found.push(self.figure(figure.cell));
            }
        });
        found
    }

    fn figure(&self, cell: CellId) -> FigureView {
        let line = cell.line.map_or("total".to_owned(), |line| line.to_string());
        FigureView {
            place: format!("{}/{line}/{}", cell.target, cell.column),
            path: cell.path(&self.examined.directive),
        }
    }
}
