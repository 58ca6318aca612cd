//! What references print. The only place that knows which citation is the first one.

use std::collections::BTreeSet;

use super::{bases, numbers, phrases};
use crate::compute::{Tables, Value};
use crate::model::Directive;
use crate::model::amount::Amount;
use crate::model::block::Block;
use crate::model::kind::Form;
use crate::model::reference::{Appendix, Figure, Format, Reference, Referent};

/// A reference and what it prints; nothing where it stands for a table.
#[derive(Debug, Clone)]
pub struct Resolved {
    /// What the author wrote.
    pub reference: Reference,
    /// What is printed.
    pub text: String,
}

/// The main text of `directive`, and that of each document it puts into force, with what each
/// reference prints.
#[must_use]
pub fn bodies(directive: &Directive, tables: &Tables) -> Vec<Vec<Block<Resolved>>> {
    let appendices = directive.appendices();
    let mut resolver = Resolver { directive, tables, appendices, cited: BTreeSet::new() };
    if matches!(directive.kind.form, Form::Enacting(_)) {
        resolver.cite_bases();
    }
    let mut resolved = |reference: &Reference| Resolved {
        reference: reference.clone(),
        text: resolver.text_of(reference),
    };
    let mut body =
        |blocks: &[Block<Reference>]| blocks.iter().map(|block| block.map(&mut resolved)).collect();
    directive.bodies().map(&mut body).collect()
}

/// Goes through the bodies in reading order.
struct Resolver<'a> {
    directive: &'a Directive,
    tables: &'a Tables,
    appendices: Vec<Appendix>,
    /// Ids of the documents that were cited in full: from then on their numbers do (R45).
    cited: BTreeSet<String>,
}

impl Resolver<'_> {
    /// The bases are printed here, each in full.
    fn cite_bases(&mut self) {
        let bases = self.directive.legal_bases.iter();
        let documents = bases.filter_map(|basis| basis.document.as_ref());
        self.cited.extend(documents.map(|document| document.id.value.clone()));
    }

    fn text_of(&mut self, reference: &Reference) -> String {
        match &reference.to {
            Referent::Bases => {
                self.cite_bases();
                bases::prose(&self.directive.legal_bases)
            }
            Referent::Document(document) if self.cited.insert(document.id.value.clone()) => {
                document.full()
            }
            Referent::Document(document) => document.short(),
            Referent::Appendix(appendix) => {
                let index = self.appendices.iter().position(|known| known == appendix);
                // A table in the body is no appendix: it is pointed to by its place.
                index.map_or_else(
                    || phrases::TABLE_IN_TEXT.to_owned(),
                    |index| phrases::appendix_label(index, self.appendices.len()),
                )
            }
            // Resolve has refused tables within a line.
            Referent::Table(_) => String::new(),
            Referent::Count { target, group } => count(*target, *group, self.tables),
            Referent::Figure(it) => figure(*it, self.tables),
            Referent::Told(text) => text.clone(),
        }
    }
}

/// What a reference to something of a table prints, wherever it stands; nothing where it depends on
/// what stands before it.
pub(crate) fn of_table(referent: &Referent, tables: &Tables) -> Option<String> {
    match referent {
        Referent::Count { target, group } => Some(count(*target, *group, tables)),
        Referent::Figure(it) => Some(figure(*it, tables)),
        _ => None,
    }
}

/// How many rows a table has, or a group of it.
fn count(target: usize, group: Option<usize>, tables: &Tables) -> String {
    let count = tables.of(target).target.units(group).count();
    i64::try_from(count).map(|it| Amount::from(it).vietnamese(0)).unwrap_or_default()
}

/// What a reference to `figure` prints.
pub(crate) fn figure(figure: Figure, tables: &Tables) -> String {
    let cell = figure.cell;
    let kind = tables.of(cell.target).target.kind_at(cell.line, cell.column);
    let value = &tables.cell(cell).value;
    let Value::Amount(amount) = value else { return numbers::cell(value, kind) };
    match figure.format {
        Format::Column => numbers::cell(value, kind),
        Format::Number(decimals) => amount.vietnamese(decimals),
        Format::Percent(decimals) => format!("{}%", amount.vietnamese(decimals)),
        Format::Words(decimals) => {
            numbers::words(&amount.round(decimals.unwrap_or(kind.decimals())))
        }
    }
}
