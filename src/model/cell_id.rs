//! Which cell of which table.

use super::Directive;
use super::target::Header;
use crate::span::Span;

/// A cell of a table of a directive. Explanations, references, findings and editors address cells
/// by it; a formula does not, as its cells depend on the row it is computed for
/// ([`super::formula::CellRef`]).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct CellId {
    /// Index of the target.
    pub target: usize,
    /// Index of the line; `None` is the row of totals.
    pub line: Option<usize>,
    /// Index of the column.
    pub column: usize,
}

impl CellId {
    /// As a reference spells it: `chi_tieu.total.tn_tang`.
    #[must_use]
    pub fn path(self, directive: &Directive) -> String {
        directive.targets[self.target].reference_to(self.line, self.column)
    }

    /// As an `accept` spells it: `chi-tieu.total.tn_tang`.
    #[must_use]
    pub fn accept_path(self, directive: &Directive) -> String {
        directive.targets[self.target].accept_path(self.line, self.column)
    }

    /// The printed name of its row.
    #[must_use]
    pub fn row_name(self, directive: &Directive) -> &str {
        let target = &directive.targets[self.target];
        let label = target.total.as_ref().map_or("total", |total| total.label.value.as_str());
        self.line.map_or(label, |line| target.lines[line].name.value.as_str())
    }

    /// The printed header of its column, those over it first.
    #[must_use]
    pub fn header(self, directive: &Directive) -> String {
        let target = &directive.targets[self.target];
        let column = &target.columns[self.column];
        if column.hidden {
            return column.header.clone();
        }
        // The leaves are the printed columns, in order.
        let place = target.columns[..self.column].iter().filter(|column| !column.hidden).count();
        let mut over = Vec::new();
        let mut headers = target.headers.as_slice();
        let mut left = place;
        'down: loop {
            for header in headers {
                let width = header.width();
                if left < width {
                    over.push(header.text());
                    match header {
                        Header::Group { under, .. } => headers = under,
                        Header::Leaf { .. } => break 'down,
                    }
                    continue 'down;
                }
                left -= width;
            }
            break;
        }
        over.join(" – ")
    }

    /// Where its row is written: the name of the line, or the label of the totals.
    #[must_use]
    pub fn row_span(self, directive: &Directive) -> Span {
        let target = &directive.targets[self.target];
        let label = target.total.as_ref().map_or(target.id.span, |total| total.label.span);
        self.line.map_or(label, |line| target.lines[line].name.span)
    }
}
