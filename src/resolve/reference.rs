//! `{{ … }}`: spelt as in a template, but parsed to what it points to and never run.

use super::Resolver;
use super::copies::KnownRows;
use super::scope::no_line;
use crate::codes;
use crate::diagnostic::{Diagnostic, Message};
use crate::load::{RawReference, raw};
use crate::model::catalog::Catalog;
use crate::model::cell_id::CellId;
use crate::model::copies::{RowReference, RowValue, Rows};
use crate::model::directive::working_id;
use crate::model::line_path::PathError;
use crate::model::reference::{Appendix, Figure, Format, Reference, Referent};
use crate::model::target::{MadeBy, Target};
use crate::nearest::suggestion;
use crate::span::Span;

/// A part of a reference.
#[derive(Debug, PartialEq, Eq)]
enum Token<'a> {
    Name(&'a str),
    Text(&'a str),
    Number(u32),
    Sign(char),
}

impl Resolver<'_> {
    pub(super) fn reference(
        &mut self,
        raw: &RawReference,
        targets: &[Target],
        directive: &raw::Directive,
    ) -> Option<RowReference> {
        if let Some(test) = raw.words.strip_prefix("only:") {
            let audience = self.audience(test.trim(), raw.span, targets)?;
            return Some(RowReference::Only(audience, raw.span));
        }
        let tokens = tokens(&raw.words);
        if let Some([Token::Name("row"), behind @ ..]) = tokens.as_deref() {
            let value = self.row_value(behind, raw.span, targets)?;
            return Some(RowReference::Row(value, raw.span));
        }
        let found = match tokens {
            Some(tokens) if tokens.is_empty() => Err((Message::new("reference-empty"), None)),
            Some(tokens) => resolve(&tokens, targets, directive, self.catalog),
            None => Err((Message::new("reference-form").with("words", &raw.words), None)),
        };
        match found {
            Ok(to) => Some(RowReference::Same(Reference { to, span: raw.span })),
            Err(error) => self.no_reference(error, raw.span),
        }
    }

    fn no_reference<T>(&mut self, (message, help): LookupError, span: Span) -> Option<T> {
        let mut finding = Diagnostic::new(&codes::UNKNOWN_REFERENCE, message).at(span);
        finding.help = help;
        self.report.emit(finding);
        None
    }

    /// What `words` says of the row of a copy: `row`, `row.column | so(2)`.
    pub(super) fn row_words(
        &mut self,
        words: &str,
        span: Span,
        targets: &[Target],
    ) -> Option<RowValue> {
        match tokens(words).as_deref() {
            Some([Token::Name("row"), behind @ ..]) => self.row_value(behind, span, targets),
            _ => self.no_reference((Message::new("row-form").with("words", words), None), span),
        }
    }

    /// What stands behind `row`.
    fn row_value(
        &mut self,
        behind: &[Token<'_>],
        span: Span,
        targets: &[Target],
    ) -> Option<RowValue> {
        let table = match &self.rows {
            KnownRows::Absent => {
                return self.no_reference((Message::new("row-without-copies"), None), span);
            }
            // That has been said.
            KnownRows::Unknown => return None,
            KnownRows::Known(Rows::Table(table)) => Some(&targets[*table]),
            KnownRows::Known(Rows::List(_)) => None,
        };
        match value_of_row(behind, table) {
            Ok(value) => Some(value),
            Err(error) => self.no_reference(error, span),
        }
    }
}

fn value_of_row(behind: &[Token<'_>], table: Option<&Target>) -> Result<RowValue, LookupError> {
    let [Token::Sign('.'), Token::Name(name), format @ ..] = behind else {
        return match behind {
            [] => Ok(RowValue::Name),
            [Token::Sign('|'), Token::Name("thuong")] => Ok(RowValue::SmallName),
            _ => Err((Message::new("reference-form").with("words", spelt(behind)), None)),
        };
    };
    let Some(table) = table else {
        return Err((Message::new("row-of-list").with("column", name), None));
    };
    let known = table.columns.iter().map(|column| column.id.value.as_str());
    let column =
        table.column_named(name).ok_or_else(|| unknown("reference-no-column", name, known))?;
    let is_figure = table.columns[column].kind.is_figure();
    match format_of(format) {
        Some(format) if is_figure || format == Format::Column => Ok(RowValue::Cell(column, format)),
        _ => Err((Message::new("reference-format").with("words", spelt(format)), None)),
    }
}

type LookupError = (Message, Option<Message>);

fn resolve(
    tokens: &[Token<'_>],
    targets: &[Target],
    directive: &raw::Directive,
    catalog: &Catalog,
) -> Result<Referent, LookupError> {
    use Token::{Name, Number, Sign, Text};
    match tokens {
        [Name("bases")] if directive.legal_bases.is_empty() => {
            Err((Message::new("reference-no-bases"), None))
        }
        [Name("bases")] => Ok(Referent::Bases),
        [Name("cite"), Sign('('), Text(id), Sign(')')] => {
            let known = catalog.documents.keys().map(String::as_str);
            let found = catalog.documents.get(*id).cloned().map(Referent::Document);
            found.ok_or_else(|| unknown("reference-no-document", id, known))
        }
        [Name("appendix"), Sign('('), Text(id), Sign(')')] => {
            Ok(Referent::Appendix(appendix_of(id, targets, directive)?))
        }
        [Name("table"), Sign('('), Text(id), Sign(')')] => {
            let index = target_of(id, targets)?;
            is_printed(&targets[index])?;
            Ok(Referent::Table(index))
        }
        [Name(target), Sign('.'), Name("count")] => {
            Ok(Referent::Count { target: target_of(target, targets)?, group: None })
        }
        [Name(target), Sign('.'), Name("total"), Sign('.'), Name(column), rest @ ..] => {
            figure(target, None, column, rest, targets)
        }
        [Name(target), Sign('['), Text(_), ..] => {
            let (path, rest) = path(&tokens[1..]);
            if let [Sign('.'), Name("count")] = rest {
                return count(target, &path, targets);
            }
            let [Sign('.'), Name(column), rest @ ..] = rest else {
                let words = spelt(tokens);
                return Err((Message::new("reference-form").with("words", words), None));
            };
            figure(target, Some(&path), column, rest, targets)
        }
        [Number(_), ..] | [] => Err((Message::new("reference-form").with("words", ""), None)),
        [Name(name)] | [Name(name), Sign('('), ..] => {
            let known = ["bases", "cite", "appendix", "table"];
            let ids = targets.iter().map(|target| target.id.value.as_str());
            Err(unknown("reference-unknown", name, known.into_iter().chain(ids)))
        }
        _ => Err((Message::new("reference-form").with("words", spelt(tokens)), None)),
    }
}

fn figure(
    target: &str,
    row: Option<&[&str]>,
    column: &str,
    format: &[Token<'_>],
    targets: &[Target],
) -> Result<Referent, LookupError> {
    let index = target_of(target, targets)?;
    let target = &targets[index];
    let line = match row {
        None if target.total.is_none() => {
            let message = Message::new("reference-no-total").with("target", &target.id.value);
            return Err((message, None));
        }
        None => None,
        Some(path) => {
            let found = target.line_at(path);
            Some(found.map_err(|error| {
                let (message, help) = no_line(&target.lines, path, error);
                let names = target.lines.iter().map(|line| line.name.value.as_str());
                let name = path.last().copied().unwrap_or_default();
                let known = || suggestion(name, names).filter(|_| error == PathError::Unknown);
                (message, help.or_else(known))
            })?)
        }
    };
    let known = target.columns.iter().map(|column| column.id.value.as_str());
    let column =
        target.column_named(column).ok_or_else(|| unknown("reference-no-column", column, known))?;
    let is_figure = target.columns[column].kind.is_figure();
    if !is_figure && line.is_none() {
        let id = &target.columns[column].id.value;
        return Err((Message::new("reference-text-total").with("column", id), None));
    }
    let format = match format_of(format) {
        Some(format) if is_figure || format == Format::Column => format,
        _ => return Err((Message::new("reference-format").with("words", spelt(format)), None)),
    };
    Ok(Referent::Figure(Figure { cell: CellId { target: index, line, column }, format }))
}

/// The number of rows of a group.
fn count(target: &str, path: &[&str], targets: &[Target]) -> Result<Referent, LookupError> {
    let index = target_of(target, targets)?;
    let lines = &targets[index].lines;
    let line = targets[index].line_at(path).map_err(|error| no_line(lines, path, error))?;
    if lines[line].group.is_none() {
        let message = Message::new("count-of-row").with("name", &lines[line].name.value);
        return Err((message, None));
    }
    Ok(Referent::Count { target: index, group: Some(line) })
}

/// `["Xã A"]["Ngân sách tỉnh"]`, and what is behind it.
fn path<'t, 's>(mut tokens: &'t [Token<'s>]) -> (Vec<&'s str>, &'t [Token<'s>]) {
    let mut path = Vec::new();
    while let [Token::Sign('['), Token::Text(name), Token::Sign(']'), rest @ ..] = tokens {
        path.push(*name);
        tokens = rest;
    }
    (path, tokens)
}

/// `| so(2)`, `| phan_tram(1)`, `| bang_chu`, `| bang_chu(1)`; nothing, or `| so`, is the way of the column.
fn format_of(tokens: &[Token<'_>]) -> Option<Format> {
    use Token::{Name, Number, Sign};
    match tokens {
        [] | [Sign('|'), Name("so")] => Some(Format::Column),
        [Sign('|'), Name("bang_chu")] => Some(Format::Words(None)),
        [Sign('|'), Name(name), Sign('('), Number(decimals), Sign(')')] if *decimals <= 6 => {
            match *name {
                "so" => Some(Format::Number(*decimals)),
                "phan_tram" => Some(Format::Percent(*decimals)),
                "bang_chu" => Some(Format::Words(Some(*decimals))),
                _ => None,
            }
        }
        _ => None,
    }
}

/// A text, a table, or the working of an allocation in one.
fn appendix_of(
    id: &str,
    targets: &[Target],
    directive: &raw::Directive,
) -> Result<Appendix, LookupError> {
    let wanted = id.replace('_', "-");
    let texts = directive.appendices.iter().filter(|it| it.value.table.is_none());
    // A text without an id goes by its title.
    let name = |it: &raw::Spanned<raw::Appendix>| {
        let text = it.value.id.as_ref().or(it.value.title.as_ref());
        text.map(|text| text.value.trim().replace('_', "-"))
    };
    let mut ids = texts.map(name);
    if let Some(index) = ids.position(|id| id.as_ref() == Some(&wanted)) {
        return Ok(Appendix::Text(index));
    }
    for (index, target) in targets.iter().enumerate() {
        for (column, made) in target.columns.iter().enumerate() {
            let shows_working =
                matches!(&made.made_by, MadeBy::Allocation(spread) if spread.shows_working);
            if shows_working && working_id(&target.id.value, &made.id.value) == wanted {
                return Ok(Appendix::Working(index, column));
            }
        }
    }
    let index = target_of(id, targets).map_err(|_| {
        let texts = directive.appendices.iter().filter_map(|it| it.value.id.as_ref());
        let known = targets.iter().map(|target| target.id.value.as_str());
        unknown("reference-no-appendix", id, known.chain(texts.map(|id| id.value.as_str())))
    })?;
    is_printed(&targets[index])?;
    Ok(Appendix::Table(index))
}

/// What is not printed cannot be shown.
fn is_printed(target: &Target) -> Result<(), LookupError> {
    if target.is_printed {
        return Ok(());
    }
    Err((Message::new("reference-not-printed").with("target", &target.id.value), None))
}

/// In references `-` may be spelt `_`, as a template language would want it.
fn target_of(id: &str, targets: &[Target]) -> Result<usize, LookupError> {
    let known = targets.iter().map(|target| target.id.value.as_str());
    targets
        .iter()
        .position(|it| it.is_called(id))
        .ok_or_else(|| unknown("reference-no-target", id, known))
}

fn unknown<'a>(
    id: &'static str,
    name: &str,
    known: impl Iterator<Item = &'a str> + Clone,
) -> LookupError {
    (Message::new(id).with("name", name), suggestion(name, known))
}

fn spelt(tokens: &[Token<'_>]) -> String {
    let spell = |token: &Token<'_>| match token {
        Token::Name(name) => (*name).to_owned(),
        Token::Text(text) => format!("\"{text}\""),
        Token::Number(number) => number.to_string(),
        Token::Sign(sign) => sign.to_string(),
    };
    tokens.iter().map(spell).collect()
}

/// The parts of `words`, or `None` when a sign in it has no meaning.
fn tokens(words: &str) -> Option<Vec<Token<'_>>> {
    let mut tokens = Vec::new();
    let mut rest = words.trim_start();
    while let Some(first) = rest.chars().next() {
        let length = match first {
            '"' => {
                let length = rest[1..].find('"')? + 2;
                tokens.push(Token::Text(&rest[1..length - 1]));
                length
            }
            '0'..='9' => {
                let length = length_of(rest, |c| c.is_ascii_digit());
                tokens.push(Token::Number(rest[..length].parse().ok()?));
                length
            }
            'a'..='z' => {
                let in_name =
                    |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "_-".contains(c);
                let length = length_of(rest, in_name);
                tokens.push(Token::Name(&rest[..length]));
                length
            }
            '.' | '[' | ']' | '(' | ')' | '|' => {
                tokens.push(Token::Sign(first));
                1
            }
            _ => return None,
        };
        rest = rest[length..].trim_start();
    }
    Some(tokens)
}

fn length_of(text: &str, belongs: impl Fn(char) -> bool) -> usize {
    text.find(|c| !belongs(c)).unwrap_or(text.len())
}

#[cfg(test)]
mod tests {
    use super::Token::{Name, Number, Sign, Text};
    use super::*;

    #[test]
    fn a_reference_is_names_texts_numbers_and_signs() {
        assert_eq!(
            tokens("a_b[\"Huyện Nam Sách\"].c | so(2)"),
            Some(vec![
                Name("a_b"),
                Sign('['),
                Text("Huyện Nam Sách"),
                Sign(']'),
                Sign('.'),
                Name("c"),
                Sign('|'),
                Name("so"),
                Sign('('),
                Number(2),
                Sign(')'),
            ])
        );
    }

    #[test]
    fn code_is_not_a_reference() {
        for words in ["a + b", "a; b", "a = 1", "\"open", "{ x }", "#x", "a\\b"] {
            assert_eq!(tokens(words), None, "{words}");
        }
    }
}
