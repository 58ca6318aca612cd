//! The rows of a table as they are written, in the YAML or in a file beside it.

use super::node::Node;
use super::raw::{Spanned, Text};
use crate::characters::normalized;
use crate::codes;
use crate::diagnostic::{Diagnostic, Message, Report};
use crate::span::{SourceId, Span};

/// Words in one cell; `None` is a blank one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CellText {
    /// The words.
    pub value: Option<String>,
    /// Where they stand.
    pub span: Span,
    /// The cell's name in its sheet (`C5`), when it is in a file.
    pub cell: Option<String>,
}

/// A line of a table.
#[derive(Debug, Clone)]
pub struct Line {
    /// Name of the unit or the group.
    pub name: CellText,
    /// What it holds.
    pub content: Content,
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
}

/// Reads nodes of one source.
pub(super) struct NodeReader<'a> {
    pub(super) source: SourceId,
    pub(super) text: &'a str,
    pub(super) report: &'a mut Report,
}

impl NodeReader<'_> {
    /// `rows`: a mapping of names to cells, or `{file: …}`.
    pub(super) fn rows(&mut self, node: &Spanned<Node>) -> Option<Rows> {
        let Node::Map(entries) = &node.value else {
            return self.wrong_shape(node, "mapping");
        };
        let is_file = entries.iter().any(|(key, value)| {
            key.value == "file" && matches!(value.value, Node::Text(_) | Node::Plain)
        });
        if is_file {
            self.file(entries).map(Rows::File)
        } else {
            self.lines(entries).map(Rows::Lines)
        }
    }

    fn file(&mut self, entries: &[(Text, Spanned<Node>)]) -> Option<FileRef> {
        let mut file = None;
        let mut sheet = None;
        for (key, value) in entries {
            let cell = self.cell(value)?;
            match key.value.as_str() {
                // The system knows the file by the name as it is written.
                "file" => {
                    let path = self.words(value);
                    file = cell.value.and(path).map(|path| (path, cell.span));
                }
                "sheet" => sheet = cell.value,
                _ => {
                    let message = Message::new("unknown-key").with("key", &key.value);
                    let help = Message::new("suggest-known").with("known", "`file`, `sheet`");
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
        Some(FileRef { path, span, sheet })
    }

    fn lines(&mut self, entries: &[(Text, Spanned<Node>)]) -> Option<Vec<Line>> {
        let lines: Vec<Option<Line>> =
            entries.iter().map(|(name, value)| self.line(name, value)).collect();
        lines.into_iter().collect()
    }

    fn line(&mut self, name: &Text, node: &Spanned<Node>) -> Option<Line> {
        let name = self.name(name);
        let content = match &node.value {
            Node::List(cells) => {
                let cells: Vec<Option<CellText>> =
                    cells.iter().map(|cell| self.cell(cell)).collect();
                Content::Cells(cells.into_iter().collect::<Option<_>>()?)
            }
            // A group holds lines, a row holds words: the first value tells.
            Node::Map(entries) if entries.iter().any(|(_, value)| is_container(&value.value)) => {
                Content::Group(self.lines(entries)?)
            }
            Node::Map(entries) => Content::Keyed(self.keyed(entries)?),
            Node::Blank | Node::Plain | Node::Text(_) => return self.wrong_shape(node, "list"),
        };
        Some(Line { name, content })
    }

    /// Words by key: the cells of a row, or declared figures.
    pub(super) fn keyed(
        &mut self,
        entries: &[(Text, Spanned<Node>)],
    ) -> Option<Vec<(CellText, CellText)>> {
        let cells: Vec<Option<(CellText, CellText)>> = entries
            .iter()
            .map(|(key, value)| self.cell(value).map(|cell| (self.name(key), cell)))
            .collect();
        cells.into_iter().collect()
    }

    pub(super) fn name(&self, name: &Text) -> CellText {
        let span = Span::new(self.source, name.range.clone());
        CellText { value: Some(name.value.clone()), span, cell: None }
    }

    pub(super) fn cell(&mut self, node: &Spanned<Node>) -> Option<CellText> {
        if is_container(&node.value) {
            return self.wrong_shape(node, "text");
        }
        let value = self.words(node).map(|words| normalized(&words).into_owned());
        let value = value.filter(|value| !value.trim().is_empty());
        let span = Span::new(self.source, node.range.clone());
        Some(CellText { value, span, cell: None })
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
        let found = match &node.value {
            Node::Blank => "blank",
            Node::Plain | Node::Text(_) => "text",
            Node::List(_) => "list",
            Node::Map(_) => "mapping",
        };
        let message = Message::new("wrong-type").with("found", found).with("expected", expected);
        let span = Span::new(self.source, node.range.clone());
        self.report.emit(Diagnostic::new(&codes::WRONG_TYPE, message).at(span));
        None
    }
}

fn is_container(node: &Node) -> bool {
    matches!(node, Node::List(_) | Node::Map(_))
}
