//! What stands under the cursor, in words: a figure and how it came about, a table, a column, a
//! row, an entry of the catalog.

use std::fmt::Write as _;

use gen_lsp_types::{Contents, Hover, MarkupContent, MarkupKind};

use super::analysis::Analysis;
use super::folder::Folder;
use super::occurrence::{Occurrence, Symbol};
use crate::diagnostic::Message;
use crate::explain::branch::Branch;
use crate::explain::tree::TreeFormatter;
use crate::explain::{self, Shaper};
use crate::messages::Catalog;
use crate::model::Directive;
use crate::model::catalog::Unit;
use crate::model::cell_id::CellId;
use crate::model::date::IssueDate;
use crate::model::legal_document::LegalDocument;
use crate::model::reference::{Figure, Reference, Referent};
use crate::model::target::MadeBy;
use crate::pipeline::Examined;
use crate::printed::{self, numbers};
use crate::span::Span;

/// So many rows of a sum are shown.
const MOST_ROWS: usize = 12;

/// What is told of byte `offset` of a directive.
pub(super) fn hover(
    analysis: &Analysis,
    offset: usize,
    folder: &Folder,
    catalog: &Catalog,
) -> Option<Hover> {
    let writer = HoverWriter { analysis, folder, catalog };
    if let Some(reference) = reference_at(analysis, offset)
        && let Referent::Figure(figure) = reference.to
    {
        return Some(shown(writer.figure(figure)?, reference.span, analysis));
    }
    let named = analysis.occurrence_at(offset)?;
    Some(shown(writer.named(&named.symbol)?, named.span, analysis))
}

/// What is told of an entry of the catalog, where it is made or named in a file of the catalog.
pub(super) fn hover_entry(
    named: &Occurrence,
    folder: &Folder,
    catalog: &Catalog,
) -> Option<String> {
    entry(&named.symbol, folder, catalog)
}

fn shown(markdown: String, span: Span, analysis: &Analysis) -> Hover {
    let range = analysis.sources.get(span.source).whole(span.range());
    Hover { range: Some(analysis.lines().range(&range)), contents: markdown_contents(markdown) }
}

/// `markdown` as the protocol wants it.
pub(super) fn markdown_contents(markdown: String) -> Contents {
    Contents::MarkupContent(MarkupContent { kind: MarkupKind::Markdown, value: markdown })
}

/// The reference of a body at byte `offset`.
fn reference_at(analysis: &Analysis, offset: usize) -> Option<Reference> {
    let directive = &analysis.examined.as_ref()?.directive;
    let mut found = None;
    directive.references(|reference| {
        if analysis.is_at(reference.span, offset) {
            found = Some(reference.clone());
        }
    });
    found
}

struct HoverWriter<'a> {
    analysis: &'a Analysis,
    folder: &'a Folder,
    catalog: &'a Catalog,
}

impl HoverWriter<'_> {
    fn say(&self, message: &Message) -> String {
        self.catalog.say(message)
    }

    /// A figure: its value, and what it is made of.
    fn figure(&self, figure: Figure) -> Option<String> {
        let examined = self.analysis.examined.as_ref()?;
        let Examined { directive, tables } = examined;
        let document = printed::print(directive, tables, self.folder.project.settings.draft_mark);
        let told = explain::explain(examined, &document, figure.cell);
        let formatter = TreeFormatter {
            shaper: Shaper { examined, sources: &self.analysis.sources },
            catalog: self.catalog,
            pages: None,
            most: MOST_ROWS,
            more: "lsp-more-rows",
        };
        let whole = formatter.whole(&told, 0);
        let mut text = format!("**{}**\n", escaped(&whole.line));
        listed(&whole.under, 0, &mut text);
        Some(text)
    }

    fn named(&self, symbol: &Symbol) -> Option<String> {
        let directive = self.analysis.examined.as_ref().map(|examined| &examined.directive);
        match symbol {
            Symbol::Table(id) => self.table(directive?, id),
            Symbol::Column(table, id) => self.column(directive?, table, id),
            Symbol::Row(name) => self.row(name),
            _ => entry(symbol, self.folder, self.catalog),
        }
    }

    fn table(&self, directive: &Directive, id: &str) -> Option<String> {
        let target = directive.targets.iter().find(|target| target.id.value == id)?;
        let title = target.title.as_ref().map_or(id, |title| title.value.as_str());
        let size = Message::new("lsp-table")
            .with("rows", target.units(None).count())
            .with("columns", target.columns.len());
        let mut text = format!("**{}**\n\n{}\n", escaped(title), self.say(&size));
        for column in &target.columns {
            let _ = writeln!(text, "- `{}` {}", column.id.value, escaped(&column.header));
        }
        Some(text)
    }

    fn column(&self, directive: &Directive, table: &str, id: &str) -> Option<String> {
        let index = directive.targets.iter().position(|target| target.id.value == table)?;
        let target = &directive.targets[index];
        let column = target.column_named(id)?;
        let cell = CellId { target: index, line: None, column };
        let mut text = format!("**{}**\n", escaped(&cell.header(directive)));
        if let MadeBy::Formula(written) = &target.columns[column].made_by {
            let _ = writeln!(text, "\n`{id} = {}`", written.text);
        }
        if let Some(total) = &target.total {
            let value = numbers::at(cell, &self.analysis.examined.as_ref()?.tables);
            if !value.is_empty() {
                let _ = writeln!(text, "\n{}: {value}", escaped(&total.label.value));
            }
        }
        Some(text)
    }

    /// The figures of a row, in every table that has it.
    fn row(&self, name: &str) -> Option<String> {
        let examined = self.analysis.examined.as_ref()?;
        let mut text = format!("**{}**\n", escaped(name));
        for (target, line) in
            examined.directive.targets.iter().zip(0..).filter_map(|(target, index): (_, usize)| {
                Some((index, target.line_at(&[name]).ok()?))
            })
        {
            let of = &examined.directive.targets[target];
            for (index, column) in of.columns.iter().enumerate() {
                let cell = CellId { target, line: Some(line), column: index };
                let printed = numbers::at(cell, &examined.tables);
                if !printed.is_empty() {
                    let _ = writeln!(text, "- {}: {printed}", escaped(&column.header));
                }
            }
        }
        Some(text)
    }
}

/// What the catalog says of one of its entries.
fn entry(symbol: &Symbol, folder: &Folder, catalog: &Catalog) -> Option<String> {
    let known = folder.project.catalog();
    match symbol {
        Symbol::Document(id) => Some(document(known.documents.get(id)?, catalog)),
        Symbol::Issuer(id) => {
            let issuer = known.issuers.get(id)?;
            let parts = [issuer.parent.as_ref(), issuer.code.as_ref(), issuer.place.as_ref()];
            let parts: Vec<&str> =
                parts.into_iter().flatten().map(|it| it.value.as_str()).collect();
            let more = escaped(&parts.join(" · "));
            Some(format!("**{}**\n\n{more}\n", escaped(&issuer.name.value)))
        }
        Symbol::Signatory(issuer, id) => {
            let signatory = known.issuers.get(issuer)?.signatories.get(id)?;
            let lines: Vec<&str> = signatory.texts().map(|text| text.value.as_str()).collect();
            Some(lines.iter().map(|line| escaped(line)).collect::<Vec<_>>().join("\n\n"))
        }
        Symbol::Unit(id) => Some(unit(known.units.get(id)?, catalog)),
        Symbol::Table(_) | Symbol::Column(..) | Symbol::Row(_) => None,
    }
}

fn document(document: &LegalDocument, catalog: &Catalog) -> String {
    let mut text = format!("{}\n", escaped(&document.full()));
    let dates = [("lsp-from", document.from), ("lsp-until", document.until)];
    for (id, date) in dates {
        if let Some(date) = date {
            let date = printed_date(date);
            let _ = writeln!(text, "\n{}", catalog.say(&Message::new(id).with("date", date)));
        }
    }
    if let Some(other) = &document.replaced_by {
        let message = Message::new("lsp-replaced").with("id", &other.value);
        let _ = writeln!(text, "\n{}", catalog.say(&message));
    }
    text
}

fn unit(unit: &Unit, catalog: &Catalog) -> String {
    let mut text = format!("**{}**\n", escaped(&unit.name.value));
    if let Some(until) = unit.until {
        let message = Message::new("lsp-unit-until").with("date", printed_date(until));
        let _ = writeln!(text, "\n{}", catalog.say(&message));
    }
    if let Some(successor) = &unit.successor {
        let message = Message::new("lsp-replaced").with("id", &successor.value);
        let _ = writeln!(text, "\n{}", catalog.say(&message));
    }
    text
}

fn printed_date(date: jiff::civil::Date) -> String {
    let date = IssueDate::Day(date);
    let parts = [numbers::day(date), numbers::month(date), numbers::year(date)];
    parts.into_iter().flatten().collect::<Vec<_>>().join("/")
}

/// A tree as a list within lists.
fn listed(branches: &[Branch], depth: usize, text: &mut String) {
    for branch in branches {
        let _ = writeln!(text, "{}- {}", "  ".repeat(depth), escaped(&branch.line));
        listed(&branch.under, depth + 1, text);
    }
}

/// Words of an author, which are no Markdown; what stands between backticks stays.
pub(super) fn escaped(words: &str) -> String {
    let mut text = String::with_capacity(words.len());
    let mut is_code = false;
    for sign in words.chars() {
        is_code ^= sign == '`';
        if !is_code && "\\*_[]<>#|~".contains(sign) {
            text.push('\\');
        }
        text.push(sign);
    }
    text
}
