//! Finds the names in a directive.

use std::ops::Range;

use super::{Occurrence, Spelling, Symbol, table_id};
use crate::characters::normalized;
use crate::load::{Content, Line, Loaded, LoadedRows, RawReference, raw};
use crate::lsp::lexer::{Token, tokens};
use crate::model::block::{Block, Inline};
use crate::model::directive::working_id;
use crate::pipeline::Examined;
use crate::source::Sources;
use crate::span::Span;

/// All occurrences of a directive, in the order of their places.
pub(in crate::lsp) fn of_directive(
    loaded: &Loaded,
    examined: Option<&Examined>,
    sources: &Sources,
) -> Vec<Occurrence> {
    let mut finder = Finder { loaded, sources, found: Vec::new() };
    finder.people();
    for (index, (id, target)) in loaded.raw.targets.0.iter().enumerate() {
        let table = table_id(&id.value);
        let symbol = Symbol::Table(table.clone());
        finder.add(finder.span(&id.range), symbol, true, Spelling::Plain);
        finder.columns(&table, &target.columns);
        finder.rows(index, &table, examined);
    }
    for block in loaded.body.iter().chain(loaded.enacted.iter().flatten()) {
        finder.block(block);
    }
    for accept in &loaded.raw.accept {
        finder.accepted(accept);
    }
    let mut found = finder.found;
    found.sort_by_key(|occurrence| occurrence.span);
    found
}

struct Finder<'a> {
    loaded: &'a Loaded,
    sources: &'a Sources,
    found: Vec<Occurrence>,
}

impl Finder<'_> {
    fn span(&self, range: &Range<usize>) -> Span {
        Span::new(self.loaded.source, range.clone())
    }

    fn add(&mut self, span: Span, symbol: Symbol, is_definition: bool, spelling: Spelling) {
        self.found.push(Occurrence { span, symbol, is_definition, spelling });
    }

    fn refer(&mut self, text: &raw::Text, symbol: Symbol) {
        self.add(self.span(&text.range), symbol, false, Spelling::Plain);
    }

    /// Issuer, signatories and bases.
    fn people(&mut self) {
        let directive = &self.loaded.raw;
        let issuer = directive.issuer.as_ref().and_then(|issuer| issuer.value.id.as_ref());
        if let Some(issuer) = issuer {
            self.refer(issuer, Symbol::Issuer(issuer.value.clone()));
            let several = directive.signatories.iter().flat_map(|several| &several.value);
            for id in directive.signatory.iter().chain(several).filter_map(|it| it.id.as_ref()) {
                self.refer(id, Symbol::Signatory(issuer.value.clone(), id.value.clone()));
            }
        }
        for basis in &directive.legal_bases {
            // Any other basis is written out.
            if !basis.value.contains(' ') {
                self.refer(basis, Symbol::Document(basis.value.clone()));
            }
        }
    }

    fn columns(&mut self, table: &str, columns: &[raw::Spanned<raw::Column>]) {
        for column in columns {
            let column = &column.value;
            if let Some(id) = &column.id {
                let symbol = Symbol::Column(table.to_owned(), id.value.clone());
                self.add(self.span(&id.range), symbol, true, Spelling::Plain);
            }
            for formula in column.formula.iter().chain(&column.total) {
                self.formula(table, formula);
            }
            if let Some(allocate) = &column.allocate {
                let allocate = &allocate.value;
                self.formula(table, &allocate.amount);
                let by = Symbol::Column(table.to_owned(), allocate.by.value.clone());
                self.refer(&allocate.by, by);
                for (row, _) in &allocate.fixed.0 {
                    self.refer(row, Symbol::Row(row.value.clone()));
                }
            }
            self.columns(table, &column.columns);
        }
    }

    fn rows(&mut self, index: usize, table: &str, examined: Option<&Examined>) {
        let loaded = self.loaded;
        let Some(of_table) = loaded.tables.get(index) else { return };
        match &of_table.rows {
            LoadedRows::Lines(lines) => self.lines(table, lines),
            // Which cells of a file are names is known when it is resolved.
            LoadedRows::Book(_) | LoadedRows::Directive(_) => {
                let target = examined.and_then(|it| it.directive.targets.get(index));
                for line in target.iter().flat_map(|target| &target.lines) {
                    let symbol = Symbol::Row(line.name.value.clone());
                    self.add(line.name.span, symbol, true, Spelling::Plain);
                }
            }
        }
        for declared in &of_table.declared {
            if let Some(row) = &declared.line
                && let Some(name) = &row.value
            {
                self.add(row.span, Symbol::Row(name.clone()), false, Spelling::Plain);
            }
            if let Some(column) = &declared.column.value {
                let symbol = Symbol::Column(table.to_owned(), column.clone());
                self.add(declared.column.span, symbol, false, Spelling::Plain);
            }
        }
    }

    fn lines(&mut self, table: &str, lines: &[Line]) {
        for line in lines {
            if let Some(name) = &line.name.value {
                self.add(line.name.span, Symbol::Row(name.clone()), true, Spelling::Plain);
            }
            match &line.content {
                Content::Cells(_) => {}
                Content::Group(lines) => self.lines(table, lines),
                Content::Keyed(cells) => {
                    for (column, _) in cells {
                        if let Some(id) = &column.value {
                            let symbol = Symbol::Column(table.to_owned(), id.clone());
                            self.add(column.span, symbol, false, Spelling::Plain);
                        }
                    }
                }
            }
        }
    }

    fn block(&mut self, block: &Block<RawReference>) {
        let mut references = Vec::new();
        block.walk(&mut |inline| {
            if let Inline::Reference(reference) = inline {
                references.push(reference.span);
            }
        });
        for span in references {
            let words = self.sources.slice(span).trim_end_matches('}');
            let inner = words.trim_start_matches('{');
            let start = span.start + words.len() - inner.len();
            self.words(None, inner, &|range| {
                Some(Span { start: start + range.start, end: start + range.end, ..span })
            });
        }
    }

    /// The names of a formula in the table `here`.
    fn formula(&mut self, here: &str, text: &raw::Text) {
        // A formula that YAML reads in another way than it stands there has no places.
        let Some(exact) = self.sources.exact(self.span(&text.range), &text.value) else { return };
        self.words(Some(here), &text.value, &|range| Some(exact.part(range)));
    }

    /// The names in `text`: a formula in the table `here`, or a reference, which has no table.
    fn words(
        &mut self,
        here: Option<&str>,
        text: &str,
        place: &dyn Fn(Range<usize>) -> Option<Span>,
    ) {
        let tokens = tokens(text, here.is_none());
        // The table whose row or column comes next.
        let mut table: Option<String> = None;
        for (index, (token, range)) in tokens.iter().enumerate() {
            let sign = |at: Option<usize>| match at.and_then(|at| tokens.get(at)) {
                Some((Token::Sign(sign), _)) => Some(*sign),
                _ => None,
            };
            let (before, after) = (sign(index.checked_sub(1)), sign(Some(index + 1)));
            let Some(span) = place(range.clone()) else { continue };
            match token {
                Token::Text(words) if before == Some('[') => {
                    let row = Symbol::Row(normalized(words).into_owned());
                    self.add(span, row, false, Spelling::Quoted);
                }
                Token::Text(id) => {
                    let function = index.checked_sub(2).and_then(|at| tokens.get(at));
                    if let Some((Token::Name(function), _)) = function {
                        self.argument(function, id, span);
                    }
                }
                Token::Name(_) if after == Some('(') || before == Some('|') => {}
                Token::Name("total") if after == Some('.') => {
                    table = table.or_else(|| here.map(str::to_owned));
                }
                Token::Name("row") if before == Some('.') && after == Some('.') => {}
                Token::Name(name) if before == Some('.') => {
                    if let Some(table) = table.take() {
                        let column = Symbol::Column(table, (*name).to_owned());
                        self.add(span, column, false, Spelling::Name);
                    }
                }
                Token::Name(name) if matches!(after, Some('.' | '[')) => {
                    table = Some(table_id(name));
                    self.add(span, Symbol::Table(table_id(name)), false, Spelling::Name);
                }
                Token::Name(name) => {
                    let is_number = name.starts_with(|sign: char| sign.is_ascii_digit());
                    if let Some(here) = here.filter(|_| !is_number) {
                        let column = Symbol::Column(here.to_owned(), (*name).to_owned());
                        self.add(span, column, false, Spelling::Name);
                    }
                }
                Token::Sign(_) => {}
            }
        }
    }

    /// `cite("…")`, `appendix("…")`, `table("…")`
    fn argument(&mut self, function: &str, id: &str, span: Span) {
        match function {
            "cite" => self.add(span, Symbol::Document(id.to_owned()), false, Spelling::Quoted),
            "appendix" | "table" => self.appendix(id, span),
            _ => {}
        }
    }

    /// A table, or the working of an allocation in one.
    fn appendix(&mut self, id: &str, span: Span) {
        let wanted = table_id(id);
        let workings = workings(&self.loaded.raw);
        let working =
            workings.into_iter().find(|(table, column)| working_id(table, column) == wanted);
        let Some((table, column)) = working else {
            return self.add(span, Symbol::Table(wanted), false, Spelling::Quoted);
        };
        let symbol = Symbol::Column(table.clone(), column.clone());
        self.add(span, symbol, false, Spelling::WithTable(table.clone()));
        self.add(span, Symbol::Table(table), false, Spelling::WithColumn(column));
    }

    /// `chi-tieu.total.tn_tang` of an `accept`.
    fn accepted(&mut self, accept: &raw::Accept) {
        let Some(at) = &accept.at else { return };
        let Some((table, rest)) = at.value.split_once('.') else { return };
        let Some((row, column)) = rest.rsplit_once('.') else { return };
        let is_table =
            self.loaded.raw.targets.0.iter().any(|(id, _)| table_id(&id.value) == table_id(table));
        let Some(exact) = self.sources.exact(self.span(&at.range), &at.value) else { return };
        if !is_table {
            return;
        }
        let row_start = table.len() + 1;
        let column_start = row_start + row.len() + 1;
        let id = table_id(table);
        self.add(exact.part(0..table.len()), Symbol::Table(id.clone()), false, Spelling::Part);
        if row != "total" {
            let span = exact.part(row_start..row_start + row.len());
            self.add(span, Symbol::Row(row.to_owned()), false, Spelling::Part);
        }
        let span = exact.part(column_start..at.value.len());
        self.add(span, Symbol::Column(id, column.to_owned()), false, Spelling::Part);
    }
}

/// Tables and columns of the allocations whose working is printed.
fn workings(directive: &raw::Directive) -> Vec<(String, String)> {
    fn of_columns(
        table: &str,
        columns: &[raw::Spanned<raw::Column>],
        found: &mut Vec<(String, String)>,
    ) {
        for column in columns.iter().map(|column| &column.value) {
            let is_shown = column.allocate.as_ref().is_some_and(|it| it.value.working);
            if let Some(id) = column.id.as_ref().filter(|_| is_shown) {
                found.push((table.to_owned(), id.value.clone()));
            }
            of_columns(table, &column.columns, found);
        }
    }
    let mut found = Vec::new();
    for (id, target) in &directive.targets.0 {
        of_columns(&table_id(&id.value), &target.columns, &mut found);
    }
    found
}
