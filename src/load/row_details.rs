//! The full form of a row: `{values: […], unit: người, decimals: 0, of_which: {…}}`.

use super::node::Node;
use super::part_rows;
use super::raw::{Spanned, Text};
use super::rows::{CellText, Content, DecimalComma, Line, NodeReader};
use crate::codes;
use crate::diagnostic::{Diagnostic, Message};
use crate::model::target::Extent;
use crate::nearest::suggestion;
use crate::span::Span;

/// What a row says besides its name and its figures.
#[derive(Debug, Clone, Default)]
pub struct Details {
    /// Printed in a column of codes.
    pub code: Option<CellText>,
    /// Printed instead of the running number; `none` is nothing.
    pub label: Option<CellText>,
    /// Unit of its figures.
    pub unit: Option<CellText>,
    /// Number of decimals of its figures.
    pub decimals: Option<CellText>,
    /// Printed in a column of notes.
    pub note: Option<CellText>,
    /// `false`: no total sums it.
    pub counted: Option<CellText>,
    /// `of_which` or `made_of`: it is a part of the row above.
    pub part: Option<CellText>,
    /// Formulas of its cells.
    pub formulas: Vec<RowFormula>,
}

/// A formula of one row.
#[derive(Debug, Clone)]
pub struct RowFormula {
    /// The column whose cell it makes; `None` is every column that the author would fill in.
    pub column: Option<CellText>,
    /// The formula.
    pub text: CellText,
}

/// Parts of a row.
#[derive(Debug, Clone)]
pub struct Parts {
    /// What they are together.
    pub extent: Extent,
    /// A name over them.
    pub title: Option<CellText>,
    /// The parts.
    pub lines: Vec<Line>,
}

/// Keys of which one at least makes a mapping the full form of a row.
const OPENING: [&str; 5] = ["values", "rows", "formula", "of_which", "made_of"];

/// Every key of the full form.
pub(crate) const KEYS: [&str; 13] = [
    "name", "values", "rows", "formula", "of_which", "made_of", "part", "code", "label", "unit",
    "decimals", "note", "counted",
];

/// The text of a row that a file gives in a column called by a key of the full form.
impl Details {
    /// The place for the text of a key that holds a single text.
    pub(crate) fn text_mut(&mut self, key: &str) -> Option<&mut Option<CellText>> {
        Some(match key {
            "code" => &mut self.code,
            "label" => &mut self.label,
            "unit" => &mut self.unit,
            "decimals" => &mut self.decimals,
            "note" => &mut self.note,
            "counted" => &mut self.counted,
            "part" => &mut self.part,
            _ => return None,
        })
    }
}

/// What a full form says.
#[derive(Default)]
struct Full {
    cells: Option<Content>,
    below: Option<Vec<Line>>,
    comma: Option<DecimalComma>,
    details: Details,
    parts: Vec<Parts>,
}

type Entry = (Text, Spanned<Node>);

impl NodeReader<'_> {
    /// Whether a mapping is the full form of a row: a column of the table goes before a key.
    pub(super) fn is_full(&self, entries: &[Entry]) -> bool {
        entries.iter().any(|(key, _)| {
            let key = key.value.as_str();
            OPENING.contains(&key) && !self.columns.contains(&key)
        })
    }

    /// A row in its full form, called `name`.
    pub(super) fn full(&mut self, name: CellText, entries: &[Entry]) -> Option<Line> {
        let mut full = Full::default();
        let mut seen: Vec<&Text> = Vec::new();
        let mut is_good = true;
        for (key, node) in entries {
            if let Some(first) = seen.iter().find(|first| first.value == key.value) {
                let at = Span::new(self.source, key.range.clone());
                let first = Span::new(self.source, first.range.clone());
                let finding = super::mistakes::duplicate_key(&key.value, at, Some(first));
                self.report.emit(finding);
                is_good = false;
                continue;
            }
            seen.push(key);
            is_good &= self.key(key, node, &mut full).is_some();
        }
        is_good.then(|| full.into_line(name))
    }

    fn key(&mut self, key: &Text, node: &Spanned<Node>, full: &mut Full) -> Option<()> {
        match key.value.as_str() {
            "name" => {}
            "values" => {
                let (content, comma) = self.cells(node)?;
                (full.cells, full.comma) = (Some(content), comma);
            }
            "rows" => full.below = Some(self.below(node)?),
            "formula" => full.details.formulas = self.formulas(node)?,
            word if Extent::KNOWN.iter().any(|(known, _)| *known == word) => {
                let known = Extent::KNOWN.iter().find(|(known, _)| *known == word);
                let extent = known.map_or(Extent::Some, |(_, extent)| *extent);
                let lines = self.below(node).map(part_rows::gathered)?;
                full.parts.extend(breakdowns(extent, lines));
            }
            word => {
                if full.details.text_mut(word).is_none() {
                    return self.unknown(key);
                }
                let cell = self.cell(node)?;
                if let Some(place) = full.details.text_mut(word) {
                    *place = cell.value.is_some().then_some(cell);
                }
            }
        }
        Some(())
    }

    fn unknown(&mut self, key: &Text) -> Option<()> {
        let message = Message::new("unknown-key").with("key", &key.value);
        let span = Span::new(self.source, key.range.clone());
        let finding = Diagnostic::new(&codes::UNKNOWN_KEY, message).at(span);
        self.report.emit(finding.suggest(suggestion(&key.value, KEYS)));
        None
    }

    /// Rows below a group or a whole, each by itself.
    fn below(&mut self, node: &Spanned<Node>) -> Option<Vec<Line>> {
        match &node.value {
            Node::Map(entries) => self.each_line(entries),
            Node::List(items) => self.each_item(items),
            _ => self.wrong_shape(node, "mapping"),
        }
    }

    fn formulas(&mut self, node: &Spanned<Node>) -> Option<Vec<RowFormula>> {
        let Node::Map(entries) = &node.value else {
            let text = self.cell(node)?;
            return Some(vec![RowFormula { column: None, text }]);
        };
        let cells = self.keyed(entries)?;
        let one = |(column, text)| RowFormula { column: Some(column), text };
        Some(cells.into_iter().map(one).collect())
    }

    /// Rows as a list: `- Tên: […]`, or `- {name: Tên, …}`.
    pub(super) fn items(&mut self, items: &[Spanned<Node>]) -> Option<Vec<Line>> {
        self.each_item(items).map(part_rows::gathered)
    }

    fn each_item(&mut self, items: &[Spanned<Node>]) -> Option<Vec<Line>> {
        let lines: Vec<Option<Line>> = items.iter().map(|item| self.item(item)).collect();
        lines.into_iter().collect()
    }

    fn item(&mut self, item: &Spanned<Node>) -> Option<Line> {
        let Node::Map(entries) = &item.value else { return self.wrong_shape(item, "mapping") };
        if let Some((_, name)) = entries.iter().find(|(key, _)| key.value == "name") {
            let name = self.cell(name)?;
            return self.full(name, entries);
        }
        if let [(name, value)] = &entries[..] {
            self.line(name, value)
        } else {
            let span = Span::new(self.source, item.range.clone());
            let message = Message::new("row-without-name");
            self.report.emit(Diagnostic::new(&codes::BAD_ROW, message).at(span));
            None
        }
    }
}

impl Full {
    fn into_line(self, name: CellText) -> Line {
        let Self { cells, below, comma, details, parts } = self;
        let Some(below) = below else {
            let cells = cells.unwrap_or_else(|| Content::Keyed(Vec::new()));
            // Who says that it is no sum is believed, whatever its name.
            let is_total = details.is_of_unit().then_some(false);
            return Line { is_total, comma, details, parts, ..Line::new(name, cells) };
        };
        // Figures of a group are compared with the sums of its rows.
        let sums = cells.map(|cells| Line {
            is_total: Some(true),
            comma,
            ..Line::new(name.clone(), cells)
        });
        let empty = Line::new(name, Content::Group(Vec::new()));
        let mut group = part_rows::group(Line { details, parts, ..empty }, below);
        if let (Content::Group(below), Some(sums)) = (&mut group.content, sums) {
            below.insert(0, sums);
        }
        group
    }
}

impl Details {
    /// Whether only a row that is no sum has these: a formula, or its place among the sums.
    fn is_of_unit(&self) -> bool {
        !self.formulas.is_empty() || self.counted.is_some() || self.part.is_some()
    }
}

/// Parts under one name each, and those without one together.
fn breakdowns(extent: Extent, lines: Vec<Line>) -> Vec<Parts> {
    let mut all: Vec<Parts> = Vec::new();
    for line in lines {
        if let Content::Group(below) = line.content {
            all.push(Parts { extent, title: Some(line.name), lines: below });
            continue;
        }
        match all.last_mut().filter(|parts| parts.title.is_none()) {
            Some(parts) => parts.lines.push(line),
            None => all.push(Parts { extent, title: None, lines: vec![line] }),
        }
    }
    all
}
