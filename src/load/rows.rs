//! The rows of a table as they are written, in the YAML or in a file beside it.

use super::node::Node;
use super::part_rows;
use super::raw::{Spanned, Text};
use super::row_details::{Details, Parts};
use super::sheet::Hidden;
use crate::characters::normalized;
use crate::codes;
use crate::diagnostic::{Diagnostic, Message, Report};
use crate::model::amount::Amount;
use crate::nearest::listed;
use crate::span::{SourceId, Span};

/// The key of a number of empty rows.
const BLANK: &str = "blank";

/// No form has more empty rows.
const MOST_BLANK: usize = 500;

/// Words in one cell; `None` is a blank one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CellText {
    /// The words.
    pub value: Option<String>,
    /// Where they stand.
    pub span: Span,
    /// The figure, when the file that holds the cell says which one it is.
    pub exact: Option<Amount>,
    /// Whether it is a cell of a file.
    pub is_in_file: bool,
}

impl CellText {
    /// Words of the directive.
    #[must_use]
    pub fn in_yaml(value: Option<String>, span: Span) -> Self {
        Self { value, span, exact: None, is_in_file: false }
    }

    /// Words of a file.
    #[must_use]
    pub fn in_file(value: Option<String>, span: Span) -> Self {
        Self { value, span, exact: None, is_in_file: true }
    }
}

/// A line of a table.
#[derive(Debug, Clone)]
pub struct Line {
    /// Name of the unit or the group.
    pub name: CellText,
    /// What it holds.
    pub content: Content,
    /// Whether its figures are sums of others; `None` where the name tells.
    pub is_total: Option<bool>,
    /// Two values that may be one figure.
    pub comma: Option<DecimalComma>,
    /// Whether it is an empty row of a form.
    pub is_blank: bool,
    /// What it says besides.
    pub details: Details,
    /// Its parts.
    pub parts: Vec<Parts>,
}

impl Line {
    /// A line of the short form.
    #[must_use]
    pub fn new(name: CellText, content: Content) -> Self {
        let (details, parts) = (Details::default(), Vec::new());
        Self { name, content, is_total: None, comma: None, is_blank: false, details, parts }
    }
}

/// Digits on both sides of a comma, without a space.
#[derive(Debug, Clone)]
pub struct DecimalComma {
    /// What stands before it.
    pub left: String,
    /// What stands behind it.
    pub right: String,
    /// Where both stand.
    pub span: Span,
}

/// What a line holds.
#[derive(Debug, Clone)]
pub enum Content {
    /// Cells in the order of the input columns.
    Cells(Vec<CellText>),
    /// Cells by column id.
    Keyed(Vec<(CellText, CellText)>),
    /// A group of lines.
    Group(Vec<Line>),
}

/// Where the rows of a table are.
#[derive(Debug, Clone)]
pub enum Rows {
    /// Here.
    Lines(Vec<Line>),
    /// In a file beside the directive.
    File(FileRef),
}

/// A file of rows, as the YAML names it.
#[derive(Debug, Clone)]
pub struct FileRef {
    /// Its path, from the folder of the directive.
    pub path: String,
    /// Where it is named.
    pub span: Span,
    /// The sheet of a workbook; its first one unless said.
    pub sheet: Option<String>,
    /// What becomes of hidden rows.
    pub hidden: Option<Hidden>,
    /// The table whose rows are meant, where the file is a directive.
    pub table: Option<String>,
}

impl FileRef {
    /// Whether the file is a directive.
    #[must_use]
    pub fn is_directive(&self) -> bool {
        let extension = self.path.rsplit('.').next().unwrap_or_default();
        matches!(extension.to_ascii_lowercase().as_str(), "yaml" | "yml")
    }
}

/// Reads nodes of one source.
pub(super) struct NodeReader<'a> {
    pub(super) source: SourceId,
    pub(super) text: &'a str,
    pub(super) report: &'a mut Report,
    /// Ids of the columns of the table.
    pub(super) columns: Vec<&'a str>,
}

impl NodeReader<'_> {
    /// `rows`: a mapping of names to cells, or `{file: …}`.
    pub(super) fn rows(&mut self, node: &Spanned<Node>) -> Option<Rows> {
        let entries = match &node.value {
            Node::Map(entries) => entries,
            Node::List(items) if !items.is_empty() => return self.items(items).map(Rows::Lines),
            _ => return self.wrong_shape(node, "mapping"),
        };
        let is_file = entries.iter().any(|(key, value)| {
            key.value == "file" && matches!(value.value, Node::Text(_) | Node::Plain)
        });
        if is_file {
            return self.file(entries).map(Rows::File);
        }
        if let [(key, count)] = &entries[..]
            && key.value == BLANK
            && matches!(count.value, Node::Text(_) | Node::Plain)
        {
            return self.blanks(key, count).map(Rows::Lines);
        }
        if entries.is_empty() {
            let span = Span::new(self.source, node.range.clone());
            self.report.emit(Diagnostic::new(&codes::BAD_ROW, Message::new("rows-empty")).at(span));
            return None;
        }
        self.lines(entries).map(Rows::Lines)
    }

    /// So many empty rows.
    fn blanks(&mut self, key: &Text, count: &Spanned<Node>) -> Option<Vec<Line>> {
        let cell = self.cell(count)?;
        let found = cell.value.as_deref().and_then(|words| words.trim().parse::<usize>().ok());
        let Some(found) = found.filter(|found| (1..=MOST_BLANK).contains(found)) else {
            let message = Message::new("blank-rows")
                .with("value", cell.value.unwrap_or_default())
                .with("most", MOST_BLANK);
            self.report.emit(Diagnostic::new(&codes::BAD_VALUE, message).at(cell.span));
            return None;
        };
        let span = Span::new(self.source, key.range.clone());
        let line = || {
            let name = CellText::in_yaml(None, span);
            Line { is_blank: true, ..Line::new(name, Content::Keyed(Vec::new())) }
        };
        Some((0..found).map(|_| line()).collect())
    }

    fn file(&mut self, entries: &[(Text, Spanned<Node>)]) -> Option<FileRef> {
        let mut file = None;
        let mut sheet = None;
        let mut hidden = None;
        let mut table = None;
        for (key, value) in entries {
            let cell = self.cell(value)?;
            match key.value.as_str() {
                // The system knows the file by the name as it is written.
                "file" => {
                    let path = self.words(value);
                    file = cell.value.and(path).map(|path| (path, cell.span));
                }
                "sheet" => sheet = cell.value,
                "table" => table = cell.value,
                "hidden" => hidden = Some(self.hidden(&cell)?),
                _ => {
                    let message = Message::new("unknown-key").with("key", &key.value);
                    let help = Message::new("suggest-known")
                        .with("known", "`file`, `sheet`, `hidden`, `table`");
                    let span = Span::new(self.source, key.range.clone());
                    self.report
                        .emit(Diagnostic::new(&codes::UNKNOWN_KEY, message).at(span).help(help));
                    return None;
                }
            }
        }
        let Some((path, span)) = file else {
            // Which of the keys is blank is known: without a `file` there are only lines.
            let blank = entries.iter().find(|(key, _)| key.value == "file");
            let range = blank.map_or(0..0, |(_, value)| value.range.clone());
            let at = Span::new(self.source, range);
            let message = Message::new("empty-text");
            self.report.emit(Diagnostic::new(&codes::EMPTY_TEXT, message).at(at));
            return None;
        };
        Some(FileRef { path, span, sheet, hidden, table })
    }

    fn hidden(&mut self, cell: &CellText) -> Option<Hidden> {
        let word = cell.value.as_deref().unwrap_or_default();
        let found = Hidden::KNOWN.into_iter().find(|(known, _)| *known == word);
        if found.is_none() {
            let message = Message::new("bad-value").with("key", "hidden").with("value", word);
            let known = listed(Hidden::KNOWN.map(|(known, _)| known));
            let help = Message::new("suggest-known").with("known", known);
            self.report.emit(Diagnostic::new(&codes::BAD_VALUE, message).at(cell.span).help(help));
        }
        found.map(|(_, hidden)| hidden)
    }

    pub(super) fn lines(&mut self, entries: &[(Text, Spanned<Node>)]) -> Option<Vec<Line>> {
        self.each_line(entries).map(part_rows::gathered)
    }

    pub(super) fn each_line(&mut self, entries: &[(Text, Spanned<Node>)]) -> Option<Vec<Line>> {
        let lines: Vec<Option<Line>> =
            entries.iter().map(|(name, value)| self.line(name, value)).collect();
        lines.into_iter().collect()
    }

    pub(super) fn line(&mut self, name: &Text, node: &Spanned<Node>) -> Option<Line> {
        let name = self.name(name);
        match &node.value {
            Node::Map(entries) if self.is_full(entries) => return self.full(name, entries),
            // A group holds lines, a row holds words: the first value tells.
            Node::Map(entries) if entries.iter().any(|(_, value)| is_container(&value.value)) => {
                let below = self.each_line(entries)?;
                let empty = Line::new(name, Content::Group(Vec::new()));
                return Some(part_rows::group(empty, below));
            }
            _ => {}
        }
        let (content, comma) = self.cells(node)?;
        Some(Line { comma, ..Line::new(name, content) })
    }

    /// The cells of a row, in order or by column.
    pub(super) fn cells(
        &mut self,
        node: &Spanned<Node>,
    ) -> Option<(Content, Option<DecimalComma>)> {
        match &node.value {
            Node::List(cells) => {
                let comma = self.decimal_comma(cells);
                let cells: Vec<Option<CellText>> =
                    cells.iter().map(|cell| self.cell(cell)).collect();
                Some((Content::Cells(cells.into_iter().collect::<Option<_>>()?), comma))
            }
            Node::Map(entries) => Some((Content::Keyed(self.keyed(entries)?), None)),
            Node::Blank | Node::Plain | Node::Text(_) => self.wrong_shape(node, "list"),
        }
    }

    /// A comma between two digits without a space: `[12,5]` is two values to YAML, and one figure
    /// to a Vietnamese reader. In JSON it is nothing else than two values.
    fn decimal_comma(&self, cells: &[Spanned<Node>]) -> Option<DecimalComma> {
        if self.text.trim_start().starts_with('{') {
            return None;
        }
        cells.windows(2).find_map(|pair| {
            let (left, right) = (&pair[0].range, &pair[1].range);
            let before = self.text.get(left.clone())?;
            let after = self.text.get(right.clone())?;
            let is_joined = before.ends_with(|c: char| c.is_ascii_digit())
                && self.text.get(left.end..right.start)? == ","
                && after.starts_with(|c: char| c.is_ascii_digit());
            is_joined.then(|| DecimalComma {
                left: before.to_owned(),
                right: after.to_owned(),
                span: Span::new(self.source, left.start..right.end),
            })
        })
    }

    /// Words by key: the cells of a row, or declared figures.
    pub(super) fn keyed(
        &mut self,
        entries: &[(Text, Spanned<Node>)],
    ) -> Option<Vec<(CellText, CellText)>> {
        if let Some((key, _)) = entries.iter().find(|(key, value)| {
            let before = self.text[..key.range.start].ends_with(',');
            let is_digits = key.value.bytes().all(|byte| byte.is_ascii_digit());
            before && is_digits && matches!(value.value, Node::Blank)
        }) {
            // `{tn: 12,5}`: the rest of a figure reads as a key without a value.
            let start = self.text[..key.range.start - 1]
                .rfind(|c: char| !c.is_ascii_digit() && c != '-')
                .map_or(0, |at| at + 1);
            let left = &self.text[start..key.range.start - 1];
            let message = Message::new("comma-in-figure")
                .with("value", format!("{left},{}", key.value))
                .with("figure", format!("{left}.{}", key.value));
            let span = Span::new(self.source, start..key.range.end);
            self.report.emit(Diagnostic::new(&codes::BAD_FIGURE, message).at(span));
            return None;
        }
        let cells: Vec<Option<(CellText, CellText)>> = entries
            .iter()
            .map(|(key, value)| self.cell(value).map(|cell| (self.name(key), cell)))
            .collect();
        cells.into_iter().collect()
    }

    pub(super) fn name(&self, name: &Text) -> CellText {
        let span = Span::new(self.source, name.range.clone());
        CellText::in_yaml(Some(name.value.clone()), span)
    }

    pub(super) fn cell(&mut self, node: &Spanned<Node>) -> Option<CellText> {
        if is_container(&node.value) {
            return self.wrong_shape(node, "text");
        }
        let value = self.words(node).map(|words| normalized(&words).into_owned());
        let value = value.filter(|value| !value.trim().is_empty());
        let span = Span::new(self.source, node.range.clone());
        Some(CellText::in_yaml(value, span))
    }

    /// What is written there; nothing where it is blank, or no text.
    fn words(&self, node: &Spanned<Node>) -> Option<String> {
        match &node.value {
            Node::Plain => Some(self.text[node.range.clone()].to_owned()),
            Node::Text(text) => Some(text.clone()),
            Node::Blank | Node::List(_) | Node::Map(_) => None,
        }
    }

    pub(super) fn wrong_shape<T>(
        &mut self,
        node: &Spanned<Node>,
        expected: &'static str,
    ) -> Option<T> {
        let found = node.value.shape();
        let message = Message::new("wrong-type").with("found", found).with("expected", expected);
        let span = Span::new(self.source, node.range.clone());
        self.report.emit(Diagnostic::new(&codes::WRONG_TYPE, message).at(span));
        None
    }
}

fn is_container(node: &Node) -> bool {
    matches!(node, Node::List(_) | Node::Map(_))
}
