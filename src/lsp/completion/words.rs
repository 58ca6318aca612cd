//! Words of the directive and its project: tables, columns, rows, entries of the catalog, units,
//! files.

use std::collections::BTreeSet;

use gen_lsp_types::CompletionItemKind as Kind;

use super::context::{Context, Place, is_formula};
use super::{Completer, Word};
use crate::load::sheet::{Book, Sheet, SheetCell};
use crate::load::{LoadedRows, raw};
use crate::lsp::lexer::{Token, tokens};
use crate::lsp::occurrence::{row_names, table_id};
use crate::model::catalog::CatalogIssuer;
use crate::model::row_names::plain;
use crate::resolve::FUNCTIONS;
use crate::scalar;
use crate::source::disk;

/// The names of a table.
struct TableNames {
    id: String,
    title: String,
    columns: Vec<(String, String)>,
    rows: Vec<String>,
}

/// The names of rows in a file, below the heading that the directive gives them.
fn names_in(book: &Book, heading: &str) -> Vec<String> {
    let heading = plain(heading);
    let of_sheet = |sheet: &Sheet| {
        let is_heading =
            |cell: &SheetCell| cell.value.text().is_some_and(|text| plain(text) == heading);
        let (at, column) = sheet
            .rows
            .iter()
            .enumerate()
            .find_map(|(at, row)| Some((at, row.cells.iter().position(is_heading)?)))?;
        let below = sheet.rows[at + 1..].iter().filter_map(|row| row.cells.get(column));
        Some(below.filter_map(|cell| cell.value.text()).map(|it| it.trim().to_owned()).collect())
    };
    book.sheets.iter().find_map(of_sheet).unwrap_or_default()
}

impl Completer<'_> {
    /// Tables, as the last readable state of the text has them.
    fn tables(&self) -> Vec<TableNames> {
        let Some(loaded) = self.analysis.and_then(|it| it.loaded.as_ref()) else {
            return Vec::new();
        };
        let examined = self.analysis.and_then(|it| it.examined.as_ref());
        let table = |(index, (id, target)): (usize, &(raw::Text, raw::Target))| {
            let mut columns = Vec::new();
            columns_of(&target.columns, &mut columns);
            // Rows of a file are known where it could be read.
            let of_file = examined.and_then(|it| it.directive.targets.get(index));
            let of_file = of_file.map(|it| it.lines.iter().map(|line| line.name.value.clone()));
            let written = || match loaded.tables.get(index).map(|table| &table.rows) {
                Some(LoadedRows::Book(book)) => names_in(book, &target.row_header.value),
                Some(LoadedRows::Directive(_)) => Vec::new(),
                _ => row_names(&target.rows),
            };
            TableNames {
                id: id.value.clone(),
                title: target.title.as_ref().map_or(String::new(), |title| title.value.clone()),
                columns,
                rows: of_file.map_or_else(written, Iterator::collect),
            }
        };
        loaded.raw.targets.0.iter().enumerate().map(table).collect()
    }

    /// Words behind `{{` and `before`.
    pub(super) fn in_reference(&self, before: &str) -> Vec<Word> {
        let tokens: Vec<Token<'_>> = tokens(before, true).into_iter().map(|(it, _)| it).collect();
        let tables = self.tables();
        let is_open = before.matches('"').count() % 2 == 1;
        // The word that is being written stands for any.
        let written = match tokens.last() {
            Some(Token::Text(_)) if !is_open => tokens.len(),
            Some(Token::Name(_)) if before.ends_with(char::is_whitespace) => tokens.len(),
            Some(Token::Name(_) | Token::Text(_)) => tokens.len() - 1,
            _ => tokens.len(),
        };
        match &tokens[..written] {
            [] => starts(&tables),
            [Token::Name("cite"), Token::Sign('(')] if is_open => self.documents(),
            [Token::Name("appendix" | "table"), Token::Sign('(')] if is_open => {
                tables.iter().map(|it| Word::new(&it.id, Kind::Class).detail(&it.title)).collect()
            }
            [Token::Name(table), Token::Sign('[')] if is_open => {
                named(&tables, table).map(rows).unwrap_or_default()
            }
            [Token::Name(table), Token::Sign('.')] => {
                let total = |_| vec![Word::new("total", Kind::Field)];
                named(&tables, table).map(total).unwrap_or_default()
            }
            [
                Token::Name(table),
                Token::Sign('['),
                Token::Text(_),
                Token::Sign(']'),
                Token::Sign('.'),
            ]
            | [Token::Name(table), Token::Sign('.'), Token::Name("total"), Token::Sign('.')] => {
                named(&tables, table).map(columns).unwrap_or_default()
            }
            [.., Token::Sign('|')] => {
                let formats =
                    [("so", "so(0)"), ("phan_tram", "phan_tram(1)"), ("bang_chu", "bang_chu")];
                formats.map(|(it, text)| Word::new(it, Kind::Function).text(text)).to_vec()
            }
            _ => Vec::new(),
        }
    }

    /// Words of a key or a value of a directive.
    pub(super) fn of_directive(&self, context: &Context<'_>) -> Vec<Word> {
        let path: Vec<&str> = context.path.iter().map(String::as_str).collect();
        let table = match path[..] {
            ["targets", table, ..] => table_id(table),
            _ => String::new(),
        };
        let tables = self.tables();
        let here = tables.iter().find(|it| table_id(&it.id) == table);
        match (&path[..], &context.place) {
            (["issuer", "id"], Place::Value) => self.issuers(),
            (["signatory", "id"] | ["signatories", "-", "id"], Place::Value) => self.signatories(),
            (["legal_bases", "-"], Place::Key) => self.documents(),
            (["targets", _, .., key], Place::Value) if is_formula(key) => {
                let mut words = here.map(columns).unwrap_or_default();
                words.extend(
                    tables.iter().map(|it| {
                        Word::new(it.id.replace('-', "_"), Kind::Class).detail(&it.title)
                    }),
                );
                let function =
                    |name: &str| Word::new(name, Kind::Function).text(format!("{name}("));
                words.extend(FUNCTIONS.map(function));
                words
            }
            (["targets", _, .., "allocate", "by"], Place::Value) => {
                here.map(columns).unwrap_or_default()
            }
            (["targets", _, .., "allocate", "fixed"], Place::Key) => {
                keyed(here.map(rows).unwrap_or_default(), context)
            }
            (["targets", _, "declared"], Place::Key) => {
                let mut words = here.map(columns).unwrap_or_default();
                words.extend(here.map(rows).unwrap_or_default());
                keyed(words, context)
            }
            (["targets", _, "declared", _], Place::Key) => {
                keyed(here.map(columns).unwrap_or_default(), context)
            }
            (["targets", _, "rows", "file"], Place::Value) => self.row_files(),
            (["targets", _, "rows", ..], Place::Key) => keyed(self.units(&tables), context),
            (["accept", "-", "at"], Place::Value) => figures(&tables),
            _ => Vec::new(),
        }
    }

    fn issuers(&self) -> Vec<Word> {
        let issuers = &self.folder.project.catalog().issuers;
        issuers.iter().map(|(id, it)| Word::new(id, Kind::Module).detail(&it.name.value)).collect()
    }

    /// Those of the issuer that the directive names.
    fn signatories(&self) -> Vec<Word> {
        let loaded = self.analysis.and_then(|it| it.loaded.as_ref());
        let issuer = loaded.and_then(|it| it.raw.issuer.as_ref()?.value.id.as_ref());
        let issuers = &self.folder.project.catalog().issuers;
        let named = issuer.and_then(|id| issuers.get(&id.value));
        let all: Vec<&CatalogIssuer> =
            named.map_or_else(|| issuers.values().collect(), |it| vec![it]);
        let of_issuer = |issuer: &'_ CatalogIssuer| -> Vec<Word> {
            let signatories = issuer.signatories.iter();
            let word = |(id, it): (&String, &crate::model::signatory::Signatory)| {
                let words: Vec<&str> = it.texts().map(|text| text.value.as_str()).collect();
                Word::new(id, Kind::Constant).detail(words.join(", "))
            };
            signatories.map(word).collect()
        };
        all.into_iter().flat_map(of_issuer).collect()
    }

    fn documents(&self) -> Vec<Word> {
        let documents = &self.folder.project.catalog().documents;
        documents.iter().map(|(id, it)| Word::new(id, Kind::Reference).detail(it.full())).collect()
    }

    /// Names of rows: those of other tables of the directive, then the units of the catalog.
    fn units(&self, tables: &[TableNames]) -> Vec<Word> {
        let rows = tables.iter().flat_map(|it| &it.rows);
        let units = self.folder.project.catalog().units.values();
        let mut seen = BTreeSet::new();
        let names = rows.chain(units.map(|unit| &unit.name.value));
        let names = names.filter(|name| seen.insert(name.to_lowercase()));
        names.map(|name| Word::new(with_capital(name), Kind::Unit)).collect()
    }

    /// Files of rows below the folder of the directive.
    fn row_files(&self) -> Vec<Word> {
        let own = self.folder.path(self.name);
        let Some(folder) = own.parent() else { return Vec::new() };
        let root = &self.folder.project.folder;
        let on_disk = disk::files_below(folder, &[root]).unwrap_or_default();
        let is_rows = |name: &str| {
            [".csv", ".xlsx", ".xls", ".ods"].iter().any(|end| name.to_lowercase().ends_with(end))
        };
        let names = on_disk.iter().filter_map(|path| path.strip_prefix(folder).ok());
        let mut names: BTreeSet<String> = names.map(disk::with_slashes).collect();
        let open = self.texts.keys().filter(|name| is_rows(name));
        let below = |name: &String| {
            let full = self.folder.path(name);
            full.strip_prefix(folder).ok().map(disk::with_slashes)
        };
        names.extend(open.filter_map(below));
        let names = names.into_iter().filter(|name| is_rows(name));
        names.map(|name| Word::new(name, Kind::File)).collect()
    }
}

fn columns_of(columns: &[raw::Spanned<raw::Column>], found: &mut Vec<(String, String)>) {
    for column in columns.iter().map(|column| &column.value) {
        if let Some(id) = &column.id {
            found.push((id.value.clone(), column.header.value.clone()));
        }
        columns_of(&column.columns, found);
    }
}

fn named<'t>(tables: &'t [TableNames], name: &str) -> Option<&'t TableNames> {
    tables.iter().find(|it| table_id(&it.id) == table_id(name))
}

/// What a reference can begin with.
fn starts(tables: &[TableNames]) -> Vec<Word> {
    let mut words = vec![Word::new("bases", Kind::Keyword)];
    words.extend(
        ["cite", "appendix", "table"]
            .map(|name| Word::new(name, Kind::Function).text(format!("{name}(\""))),
    );
    words.extend(
        tables.iter().map(|it| Word::new(it.id.replace('-', "_"), Kind::Class).detail(&it.title)),
    );
    words
}

fn rows(table: &TableNames) -> Vec<Word> {
    table.rows.iter().map(|name| Word::new(name, Kind::Variable)).collect()
}

fn columns(table: &TableNames) -> Vec<Word> {
    let column = |(id, header): &(String, String)| Word::new(id, Kind::Field).detail(header);
    table.columns.iter().map(column).collect()
}

/// Words as keys of a mapping; those it has already are left out.
fn keyed(words: Vec<Word>, context: &Context<'_>) -> Vec<Word> {
    let free = words.into_iter().filter(|word| !context.siblings.contains(&word.label));
    free.map(|word| {
        let colon = if context.has_colon { "" } else { ": " };
        let text = format!("{}{colon}", scalar::written(&word.text));
        word.text(text)
    })
    .collect()
}

/// The totals of all tables, as an `accept` names them.
fn figures(tables: &[TableNames]) -> Vec<Word> {
    let of_table = |table: &TableNames| -> Vec<Word> {
        let columns = table.columns.iter();
        let path = |(id, header): &(String, String)| {
            Word::new(format!("{}.total.{id}", table.id), Kind::Value).detail(header)
        };
        columns.map(path).collect()
    };
    tables.iter().flat_map(of_table).collect()
}

fn with_capital(name: &str) -> String {
    let mut signs = name.chars();
    signs.next().map(|first| first.to_uppercase().chain(signs).collect()).unwrap_or_default()
}
