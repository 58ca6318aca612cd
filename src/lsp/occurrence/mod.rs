//! Where things with a name are named: what definition, references and rename go by.

mod finder;

use crate::load::node::Node;
use crate::load::raw;
use crate::model::directive::working_id;
use crate::span::Span;

pub(super) use finder::of_directive;

/// A thing with a name.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Symbol {
    /// A table of a directive, by its id.
    Table(String),
    /// A column, by the ids of its table and its own.
    Column(String, String),
    /// A group or unit, by its name. Tables of one directive are joined by the names of their rows.
    Row(String),
    /// A legal document of the catalog, by its id.
    Document(String),
    /// An issuer of the catalog, by its id.
    Issuer(String),
    /// A signatory, by the ids of the issuer and its own.
    Signatory(String, String),
    /// An administrative unit of the catalog, by its id.
    Unit(String),
}

impl Symbol {
    /// Its name.
    pub(super) fn name(&self) -> &str {
        match self {
            Self::Table(name)
            | Self::Row(name)
            | Self::Document(name)
            | Self::Issuer(name)
            | Self::Unit(name)
            | Self::Column(_, name)
            | Self::Signatory(_, name) => name,
        }
    }

    /// Whether it is one of the catalog: directives of the whole project may name it.
    pub(super) fn is_shared(&self) -> bool {
        !matches!(self, Self::Table(_) | Self::Column(..) | Self::Row(_))
    }
}

/// How a name is spelt at a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Spelling {
    /// As a value or a key of YAML, or as a cell of a file of rows.
    Plain,
    /// Within the quotes of a reference or a formula.
    Quoted,
    /// As a name in a reference or a formula, with `_` for `-`.
    Name,
    /// As a part of a path with `.` between its parts.
    Part,
    /// With the id of its column, as the appendix of a working.
    WithColumn(String),
    /// Behind the id of its table, as the appendix of a working.
    WithTable(String),
}

impl Spelling {
    /// What has to stand at the place when the name is `name`.
    pub(super) fn spell(&self, name: &str) -> String {
        match self {
            Self::Plain | Self::Quoted | Self::Part => name.to_owned(),
            Self::Name => name.replace('-', "_"),
            Self::WithColumn(column) => working_id(name, column),
            Self::WithTable(table) => working_id(table, name),
        }
    }
}

/// A place where a thing is named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Occurrence {
    /// The bytes of the name, without quotes in formulas and references.
    pub(super) span: Span,
    /// What is named.
    pub(super) symbol: Symbol,
    /// Whether it is made here.
    pub(super) is_definition: bool,
    /// How it is spelt.
    pub(super) spelling: Spelling,
}

/// The id of a table, however a reference spells it.
pub(super) fn table_id(name: &str) -> String {
    name.replace('_', "-")
}

/// The names of the lines of a table that are written in the directive.
pub(super) fn row_names(node: &raw::Spanned<Node>) -> Vec<String> {
    let Node::Map(entries) = &node.value else { return Vec::new() };
    let mut names = Vec::new();
    for (name, value) in entries {
        names.push(name.value.clone());
        if let Node::Map(cells) = &value.value
            && cells.iter().any(|(_, cell)| matches!(cell.value, Node::List(_) | Node::Map(_)))
        {
            names.extend(row_names(value));
        }
    }
    names
}
