//! One document for each of several recipients: who they are, and what each says.

use super::Resolver;
use super::formula::{self, ParseError};
use super::scope::Scope;
use super::table::Outline;
use super::text::MOST_IN_A_LINE;
use crate::codes;
use crate::diagnostic::{Diagnostic, Message};
use crate::load::raw;
use crate::model::copies::{
    Attached, Audience, Copies, Numbers, Print, RowPart, RowSignatory, RowTest, RowText, RowValue,
    Rows,
};
use crate::model::kind::Kind;
use crate::model::target::Target;
use crate::nearest::suggestion;
use crate::span::Span;

/// The rows that copies are for.
pub(super) enum KnownRows {
    /// There are no copies.
    Absent,
    /// There are copies; it was said why their rows are not known.
    Unknown,
    /// These.
    Known(Rows),
}

/// What files are called unless the author says otherwise.
const FILE: &str = "{stt}-{row|khong-dau}";

impl Resolver<'_> {
    /// The rows of `copies`: a table, or else a list of the catalog.
    pub(super) fn copy_rows(
        &mut self,
        raw: &raw::Directive,
        targets: Option<&[Target]>,
    ) -> KnownRows {
        let Some(copies) = &raw.copies else { return KnownRows::Absent };
        let rows = &copies.value.rows;
        let Some(targets) = targets else { return KnownRows::Unknown };
        let wanted = rows.value.trim().replace('_', "-");
        let is_meant = |target: &Target| target.id.value.replace('_', "-") == wanted;
        if let Some(table) = targets.iter().position(is_meant) {
            return KnownRows::Known(Rows::Table(table));
        }
        if let Some(list) = self.catalog.lists.get(rows.value.trim()) {
            return KnownRows::Known(Rows::List(list.clone()));
        }
        let ids = targets.iter().map(|target| target.id.value.as_str());
        let known = ids.chain(self.catalog.lists.keys().map(String::as_str));
        let message = Message::new("copies-no-rows").with("name", rows.value.trim());
        let finding = Diagnostic::new(&codes::UNKNOWN_ENTRY, message).at(self.span(rows));
        self.report.emit(finding.suggest(suggestion(rows.value.trim(), known)));
        KnownRows::Unknown
    }

    /// What is asked for; the bodies that were resolved go with it.
    pub(super) fn copies(
        &mut self,
        raw: &raw::Directive,
        kind: Option<&Kind>,
        targets: &[Target],
    ) -> Option<Option<Box<Copies>>> {
        let bodies = std::mem::take(&mut self.bodies);
        let Some(copies) = &raw.copies else { return Some(None) };
        let (span, copies) = (self.span(&copies.value.rows), &copies.value);
        let tests = copies.tests.as_ref().map(|text| {
            let span = self.span(text);
            self.row_tests(&text.value, span, targets)
        });
        let file = self.file_names(copies.file.as_ref(), targets);
        let to = self.row_texts(copies.to.as_deref(), targets);
        let guests = self.row_texts(copies.guests.as_deref(), targets);
        if let (Some(first), Some(kind)) = (copies.guests.as_deref().and_then(<[_]>::first), kind)
            && kind.particulars() != Some("invitation")
        {
            self.emit_not_for_kind("copies.guests", kind, self.span(first));
            return None;
        }
        let cc = self.row_texts(copies.cc.as_deref(), targets);
        let subject = self.optional_row_text(copies.subject.as_ref(), targets);
        let count = copies.count.as_ref().map(|count| self.number(count, "bad-count"));
        let signatory = copies.signatory.as_ref().map(|it| self.row_signatory(it, targets));
        let appendix = self.word("appendix", copies.appendix.as_ref(), &Attached::KNOWN);
        let numbers = self.word("numbers", copies.numbers.as_ref(), &Numbers::KNOWN);
        let print = self.word("print", copies.print.as_ref(), &Print::KNOWN);
        let KnownRows::Known(rows) = &self.rows else { return None };
        let usual = match rows {
            Rows::Table(_) => Attached::Row,
            Rows::List(_) => Attached::Table,
        };
        Some(Some(Box::new(Copies {
            span,
            rows: rows.clone(),
            tests: super::flatten(tests)?.unwrap_or_default(),
            tests_span: copies.tests.as_ref().map_or(span, |text| self.span(text)),
            file: file?,
            to: to?,
            guests: guests?,
            cc: cc?,
            subject: subject?,
            count: super::flatten(count)?,
            signatory: super::flatten(signatory)?,
            appendix: appendix?.unwrap_or(usual),
            numbers: numbers?.unwrap_or(Numbers::Same),
            has_general: copies.general.unwrap_or(true),
            print: print?.unwrap_or(Print::OneSided),
            bodies,
        })))
    }

    /// `general`, `copies` or tests of a row.
    pub(super) fn audience(
        &mut self,
        words: &str,
        span: Span,
        targets: &[Target],
    ) -> Option<Audience> {
        if matches!(self.rows, KnownRows::Absent) {
            self.emit(&codes::UNKNOWN_REFERENCE, Message::new("row-without-copies"), span);
            return None;
        }
        match words {
            "general" => Some(Audience::General),
            "copies" => Some(Audience::Copies),
            _ => self.row_tests(words, span, targets).map(Audience::Rows),
        }
    }

    /// `tn_tang > 0 and row <> "Xã A"`
    fn row_tests(&mut self, words: &str, span: Span, targets: &[Target]) -> Option<Vec<RowTest>> {
        let rows = match &self.rows {
            KnownRows::Known(rows) => rows.clone(),
            KnownRows::Unknown | KnownRows::Absent => return None,
        };
        let outlines: Vec<Outline> = targets.iter().map(Outline::of).collect();
        let tests: Vec<Option<RowTest>> = parted(words)
            .into_iter()
            .map(|part| match row_test(part, &rows, targets, &outlines) {
                Ok(test) => Some(test),
                Err((message, help)) => {
                    let finding = Diagnostic::new(&codes::BAD_FORMULA, message).at(span);
                    self.report.emit(finding.suggest(help));
                    None
                }
            })
            .collect();
        tests.into_iter().collect()
    }

    /// The parts of `{stt}-{row|khong-dau}`.
    fn file_names(&mut self, raw: Option<&raw::Text>, targets: &[Target]) -> Option<Vec<RowPart>> {
        let (words, span) = match raw {
            Some(raw) => (self.text(raw)?.value, self.span(raw)),
            None => (FILE.to_owned(), Span { source: self.source, start: 0, end: 0 }),
        };
        let mut parts = Vec::new();
        let mut rest = words.as_str();
        while let Some(start) = rest.find('{') {
            let Some(end) = rest[start..].find('}').map(|end| start + end) else { break };
            parts.push(RowPart::Words(rest[..start].to_owned()));
            let inner = rest[start + 1..end].trim();
            let plain = inner.strip_suffix("khong-dau").map(str::trim_end);
            let plain = plain.and_then(|inner| inner.strip_suffix('|')).map(str::trim_end);
            let value = match plain.unwrap_or(inner) {
                "stt" => RowValue::Count,
                inner => self.row_words(inner, span, targets)?,
            };
            parts.push(RowPart::Value(value, plain.is_some()));
            rest = &rest[end + 1..];
        }
        parts.push(RowPart::Words(rest.to_owned()));
        let has_value = parts.iter().any(|part| matches!(part, RowPart::Value(..)));
        if !has_value {
            let message = Message::new("copies-one-name").with("name", &words);
            self.emit(&codes::BAD_COPIES, message, span);
        }
        has_value.then_some(parts)
    }

    #[expect(clippy::option_option, reason = "unreadable and not written are two things")]
    fn row_texts(
        &mut self,
        raw: Option<&[raw::Text]>,
        targets: &[Target],
    ) -> Option<Option<Vec<RowText>>> {
        let Some(raw) = raw else { return Some(None) };
        let texts: Vec<_> = raw.iter().map(|text| self.row_text(text, targets)).collect();
        texts.into_iter().collect::<Option<Vec<_>>>().map(Some)
    }

    #[expect(clippy::option_option, reason = "unreadable and not written are two things")]
    fn optional_row_text(
        &mut self,
        raw: Option<&raw::Text>,
        targets: &[Target],
    ) -> Option<Option<RowText>> {
        super::flatten(raw.map(|text| self.row_text(text, targets)))
    }

    /// A text with `{{ row }}` and `{{ row.column }}` in it.
    fn row_text(&mut self, raw: &raw::Text, targets: &[Target]) -> Option<RowText> {
        let text = self.text(raw)?;
        let mut parts = Vec::new();
        let mut rest = text.value.as_str();
        while let Some(start) = rest.find("{{") {
            let Some(end) = rest[start..].find("}}").map(|end| start + end) else {
                self.emit(&codes::UNKNOWN_REFERENCE, Message::new("reference-open"), text.span);
                return None;
            };
            if start > 0 {
                parts.push(RowPart::Words(rest[..start].to_owned()));
            }
            let value = self.row_words(rest[start + 2..end].trim(), text.span, targets)?;
            parts.push(RowPart::Value(value, false));
            rest = &rest[end + 2..];
        }
        if !rest.is_empty() {
            parts.push(RowPart::Words(rest.to_owned()));
        }
        let is_short = self.is_short(&text.value, MOST_IN_A_LINE, text.span);
        is_short.then_some(RowText { parts, span: text.span })
    }

    fn row_signatory(
        &mut self,
        raw: &raw::RowSignatory,
        targets: &[Target],
    ) -> Option<RowSignatory> {
        let authority = self.row_texts(Some(&raw.authority), targets);
        let title = self.optional_row_text(raw.title.as_ref(), targets);
        let office = self.optional_row_text(raw.office.as_ref(), targets);
        let name = self.optional_row_text(raw.name.as_ref(), targets);
        Some(RowSignatory {
            authority: authority?.unwrap_or_default(),
            title: title?,
            office: office?,
            name: name?,
        })
    }
}

/// The parts that ` and ` joins, but for that within quotation marks.
fn parted(words: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let (mut start, mut is_quoted) = (0, false);
    for (at, sign) in words.char_indices() {
        is_quoted ^= sign == '"';
        if !is_quoted && at >= start && words[at..].starts_with(" and ") {
            parts.push(&words[start..at]);
            start = at + " and ".len();
        }
    }
    parts.push(&words[start..]);
    parts
}

/// `row = "Xã A"`, `khu_vuc <> "I"`, `tn_tang > 0`.
fn row_test(
    words: &str,
    rows: &Rows,
    targets: &[Target],
    outlines: &[Outline],
) -> Result<RowTest, ParseError> {
    let table = match rows {
        Rows::Table(table) => Some(*table),
        Rows::List(_) => None,
    };
    if let Some((left, is_same, right)) = of_words(words) {
        let value = match (left, table) {
            ("row", _) => RowValue::Name,
            (name, Some(table)) => {
                let target = &targets[table];
                let known = target.columns.iter().map(|column| column.id.value.as_str());
                let column = target.column_named(name).ok_or_else(|| {
                    let message = Message::new("formula-unknown").with("name", name);
                    (message, suggestion(name, known))
                })?;
                RowValue::Cell(column, crate::model::reference::Format::Column)
            }
            (name, None) => return Err((Message::new("row-of-list").with("column", name), None)),
        };
        return Ok(RowTest::Words { value, is_same, words: right.to_owned() });
    }
    let Some(here) = table else {
        return Err((Message::new("row-of-list").with("column", words.trim()), None));
    };
    let scope = Scope { tables: outlines, here, has_row: true, missing_is_blank: true, row: None };
    formula::condition(words, scope).map(RowTest::Figures)
}

/// A comparison with words between quotation marks.
fn of_words(words: &str) -> Option<(&str, bool, &str)> {
    let (left, right) = words.trim().split_once('"')?;
    let right = right.strip_suffix('"')?;
    let left = left.trim_end();
    let signs = [("<>", false), ("!=", false), ("==", true), ("=", true)];
    let (name, is_same) =
        signs.iter().find_map(|(sign, same)| Some((left.strip_suffix(sign)?, *same)))?;
    Some((name.trim(), is_same, right))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tests_are_parted_outside_of_quotation_marks() {
        assert_eq!(parted("a > 0 and row = \"x and y\""), ["a > 0", "row = \"x and y\""]);
        assert_eq!(parted("a > 0"), ["a > 0"]);
    }

    #[test]
    fn words_are_compared_with_words() {
        assert_eq!(of_words("row = \"Xã A\""), Some(("row", true, "Xã A")));
        assert_eq!(of_words(" khu_vuc <> \"I\" "), Some(("khu_vuc", false, "I")));
        assert_eq!(of_words("a > 0"), None);
    }
}
