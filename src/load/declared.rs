//! Declared figures as they are written: `tn: 18305` for a total, or by the name of a line.

use super::node::Node;
use super::raw::Spanned;
use super::rows::{CellText, NodeReader};

/// A declared figure.
#[derive(Debug, Clone)]
pub struct DeclaredText {
    /// Name of the line; `None` is the row of totals.
    pub line: Option<CellText>,
    /// Id of the column.
    pub column: CellText,
    /// The figure.
    pub figure: CellText,
}

impl NodeReader<'_> {
    /// Every figure of `declared`.
    pub(super) fn declared(&mut self, node: &Spanned<Node>) -> Option<Vec<DeclaredText>> {
        let entries = match &node.value {
            Node::Map(entries) => entries,
            Node::Blank => return Some(Vec::new()),
            _ => return self.wrong_shape(node, "mapping"),
        };
        let mut declared = Vec::new();
        for (key, value) in entries {
            let name = self.name(key);
            if let Node::Map(cells) = &value.value {
                let cells = self.keyed(cells)?;
                declared.extend(cells.into_iter().map(|(column, figure)| DeclaredText {
                    line: Some(name.clone()),
                    column,
                    figure,
                }));
            } else {
                let figure = self.cell(value)?;
                declared.push(DeclaredText { line: None, column: name, figure });
            }
        }
        Some(declared)
    }
}
