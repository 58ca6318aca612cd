//! From the tree to the form of JSON.

use std::collections::BTreeSet;

use super::{
    Allocated, CellId, DeclaredAs, Derivation, Evaluation, Explanation, Node, Part, Print, form,
};
use crate::compute::Bound;
use crate::model::Directive;
use crate::model::amount::Amount;
use crate::model::formula::{Aggregate, Extreme};
use crate::pipeline::Examined;
use crate::printed::numbers;
use crate::source::Sources;
use crate::span::Span;

/// Makes forms of one directive.
pub struct Shaper<'a> {
    /// The directive and its tables.
    pub examined: &'a Examined,
    /// The texts they are made from.
    pub sources: &'a Sources,
}

impl Shaper<'_> {
    /// The form of one figure; `pages` are those of its prints, `with_making` whether what made
    /// it is told.
    #[must_use]
    pub fn figure(
        &self,
        told: &Explanation,
        pages: &[BTreeSet<usize>],
        with_making: bool,
    ) -> form::Figure {
        let spot = told.root.spot;
        let mut figure = self.node(&told.root);
        if !with_making {
            figure.made = None;
        }
        let target = &self.directive().targets[spot.target];
        let on = |index: usize| pages.get(index).map(|pages| pages.iter().copied().collect());
        let prints = told.prints.iter().enumerate();
        form::Figure {
            figure,
            accept_at: spot.accept_path(self.directive()),
            title: target.title.as_ref().map(|title| title.value.clone()),
            declared: told.declared.iter().map(|one| self.declared(one)).collect(),
            printed_in: prints
                .map(|(index, print)| self.print(print, on(index).unwrap_or_default()))
                .collect(),
        }
    }

    /// Where `span` begins, for a person.
    #[must_use]
    pub fn place(&self, span: Span) -> form::Place {
        let source = self.sources.get(span.source);
        let at = source.line_column(span.start);
        form::Place { file: source.path.clone(), line: at.line, column: at.column }
    }

    fn directive(&self) -> &Directive {
        &self.examined.directive
    }

    fn node(&self, node: &Node) -> form::Node {
        let spot = node.spot;
        form::Node {
            path: spot.path(self.directive()),
            row: spot.row_name(self.directive()).to_owned(),
            column: spot.header(self.directive()),
            printed: node.printed.clone(),
            exact: node.value.amount().map(Amount::exact),
            is_rounded: node.is_rounded,
            made: Some(self.made(&node.made, spot)),
        }
    }

    fn made(&self, made: &Derivation, spot: CellId) -> form::Derivation {
        match made {
            Derivation::Input => {
                form::Derivation::Input { place: self.place(spot.row_span(self.directive())) }
            }
            Derivation::Formula(worked) => {
                form::Derivation::Formula { formula: self.worked(worked) }
            }
            Derivation::Adjusted { worked, .. } => {
                form::Derivation::AdjustedShare { formula: self.worked(worked) }
            }
            Derivation::Rows { how, rows, blank, across } => form::Derivation::Rows {
                how: name_of(*how),
                rows: rows.iter().map(|row| self.row(*row)).collect(),
                blank: *blank,
                across: across.as_ref().map(|worked| self.worked(worked)),
            },
            Derivation::Allocated(it) => {
                form::Derivation::Allocation { working: Box::new(self.allocation(it)) }
            }
            Derivation::Above => form::Derivation::Above,
            Derivation::Nothing => form::Derivation::Nothing,
        }
    }

    fn row(&self, spot: CellId) -> form::Row {
        form::Row {
            path: spot.path(self.directive()),
            row: spot.row_name(self.directive()).to_owned(),
            printed: numbers::at(spot, &self.examined.tables),
            place: self.place(spot.row_span(self.directive())),
        }
    }

    fn worked(&self, worked: &Evaluation) -> form::Evaluation {
        let mut reads = Vec::new();
        let mut columns = Vec::new();
        for part in &worked.parts {
            match part {
                Part::Figure(node) => reads.push(self.node(node)),
                Part::Column { how, column, value } => {
                    let target = &self.directive().targets[column.target];
                    columns.push(form::Column {
                        how: how.map_or("rank", name_of),
                        table: target.id.value.clone(),
                        column: target.columns[column.column].id.value.clone(),
                        exact: value.as_ref().map(Amount::exact),
                    });
                }
            }
        }
        form::Evaluation {
            text: worked.text.clone(),
            place: self.place(worked.span),
            figures: worked.figures.clone(),
            exact: worked.value.as_ref().map(Amount::exact),
            reads,
            columns,
        }
    }

    fn allocation(&self, it: &Allocated) -> form::Allocation {
        let by = &self.directive().targets[it.by.target].columns[it.by.column];
        form::Allocation {
            amount: self.worked(&it.amount),
            weights_in: by.id.value.clone(),
            weight: it.weight.as_ref().map(Amount::exact),
            weights: it.weights.exact(),
            left: it.left.exact(),
            exact: it.exact.exact(),
            held_by: match it.bound {
                Bound::Free => None,
                Bound::Floor => Some("floor"),
                Bound::Cap => Some("cap"),
                Bound::Fixed => Some("fixed"),
            },
            floor: it.floor.as_ref().map(Amount::exact),
            cap: it.cap.as_ref().map(Amount::exact),
            rounded_down: it.whole.exact(),
            gets_one: it.gets_one,
            left_over: it.left_over,
        }
    }

    fn declared(&self, declared: &DeclaredAs) -> form::Declared {
        form::Declared {
            printed: declared.printed.clone(),
            agrees: declared.difference.is_none(),
            difference: declared.difference.clone(),
            place: self.place(declared.span),
            accepted: declared.accepted.clone(),
        }
    }

    fn print(&self, print: &Print, pages: Vec<usize>) -> form::Print {
        let (kind, appendix, span) = match print {
            Print::Sentence(sentence) => ("sentence", None, sentence.span),
            Print::Table { appendix, span } => ("table", appendix.clone(), *span),
            Print::Working { appendix, span } => ("working", Some(appendix.clone()), *span),
        };
        let sentence = if let Print::Sentence(it) = print { Some(it) } else { None };
        form::Print {
            kind,
            appendix,
            sentence: sentence.map(|it| it.text.clone()),
            as_printed: sentence.map(|it| it.text[it.figure.clone()].to_owned()),
            marker: sentence.and_then(|it| it.marker.clone()),
            place: self.place(span),
            pages,
        }
    }
}

fn name_of(how: Aggregate) -> &'static str {
    match how {
        Aggregate::Sum => "sum",
        Aggregate::Count => "count",
        Aggregate::Average => "average",
        Aggregate::Extreme(Extreme::Least) => "least",
        Aggregate::Extreme(Extreme::Greatest) => "greatest",
    }
}
