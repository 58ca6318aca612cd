//! One document, text after text.

use std::collections::BTreeSet;

use unicode_normalization::UnicodeNormalization as _;

use super::fields::{Document, Field, Use};
use crate::house::{self, FILE, Finding, Outcome};
use crate::pdf::Pdf;

/// Something to tell the fields by: a word that no text holds.
pub(super) fn mark(document: &Document, field: &Field) -> String {
    let place = document.fields().iter().position(|known| known.name == field.name);
    format!("KQZ{:02}", place.expect("it is one of ours"))
}

/// `text` as CommonMark that prints it.
fn escaped(text: &str) -> String {
    let escape = |sign: char| [sign.is_ascii_punctuation().then_some('\\'), Some(sign)];
    text.chars().flat_map(escape).flatten().collect()
}

pub(super) fn value_for(field: &Field, text: &str) -> String {
    if field.use_ == Use::Body { escaped(text) } else { text.to_owned() }
}

/// Everything the document prints below its page numbers, without spaces and line ends.
pub(super) fn printed(outcome: &Outcome) -> String {
    let Some(pdf) = &outcome.pdf else { panic!("{}", house::listed(&outcome.findings)) };
    let pdf = Pdf::read(pdf);
    let glyphs = pdf.pages.iter().flat_map(|page| &page.glyphs);
    let text: String = glyphs.filter(|g| g.y > 20.0).map(|g| g.text.as_str()).collect();
    squeezed(&text)
}

fn squeezed(text: &str) -> String {
    text.chars().filter(|sign| !sign.is_whitespace()).collect()
}

/// `text` as the program reads it: composed, without signs that have no width.
fn read(text: &str) -> String {
    let signs = text.chars().filter(|sign| {
        !matches!(sign, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
    });
    let signs = signs.map(|sign| match sign {
        '\u{d0}' | '\u{189}' => 'Đ',
        '\u{f0}' => 'đ',
        '\u{2010}' | '\u{2011}' => '-',
        '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' => {
            ' '
        }
        sign => sign,
    });
    signs.nfc().collect()
}

/// `text` without the marks of what is bold in it, as text cells have them: in pairs only.
fn without_bold(text: &str) -> String {
    if text.matches("**").count().is_multiple_of(2) {
        text.replace("**", "")
    } else {
        text.to_owned()
    }
}

fn expected(field: &Field, text: &str) -> String {
    let text = &read(text);
    let text = &if field.name == "row.text" { without_bold(text) } else { text.clone() };
    squeezed(&if field.use_ == Use::Capitals { text.to_uppercase() } else { text.to_owned() })
}

/// Runs through all texts and gathers what is wrong, so that one run tells all.
pub(super) struct Trial<'a> {
    document: &'a Document,
    /// What is wrong so far.
    pub(super) wrong: Vec<String>,
}

impl<'a> Trial<'a> {
    pub(super) fn new(document: &'a Document) -> Self {
        Self { document, wrong: Vec::new() }
    }

    /// The findings that are not those of the document as it is: each has a place on the line
    /// of one of `fields`. What rules say of strange words without refusing them is not asked.
    pub(super) fn placed<'o>(
        &mut self,
        fields: &[&Field],
        outcome: &'o Outcome,
        text: &str,
    ) -> Vec<&'o Finding> {
        let lines: BTreeSet<usize> =
            fields.iter().map(|field| self.document.line_of(field)).collect();
        let is_remark = |finding: &&Finding| finding.code.starts_with('D') && !finding.is_error;
        let own = outcome.findings.iter().filter(|finding| finding.accepted.is_none());
        let own = own.filter(|finding| !is_remark(finding));
        let mut own: Vec<&Finding> = own.collect();
        // An `accept` that is refused covers nothing.
        if own.iter().any(|finding| finding.is_error && !finding.code.starts_with('D')) {
            own.retain(|finding| !finding.code.starts_with('D'));
        }
        for finding in &own {
            let is_placed = finding.place.as_ref().is_some_and(|(file, first, last)| {
                file == FILE && first == last && lines.contains(first)
            });
            if !is_placed {
                self.wrong.push(format!("{}: {finding:?} is not on {lines:?}", shown(text)));
            }
        }
        own
    }

    /// Whether all fields would hold what `put` makes for them. Where some refuse it, the others
    /// hold it by themselves.
    pub(super) fn is_allowed(&mut self, text: &str, put: &dyn Fn(&Field) -> String) -> bool {
        let fields = self.document.texts();
        let outcome = house::examine(&self.in_all(put));
        let findings = self.placed(&fields, &outcome, text);
        let errors: Vec<_> = findings.into_iter().filter(|finding| finding.is_error).collect();
        if errors.is_empty() {
            return true;
        }
        for field in fields {
            let line = self.document.line_of(field);
            if !errors.iter().any(|finding| is_on(finding, line)) {
                self.alone(field, &put(field));
            }
        }
        false
    }

    fn in_all(&self, put: &dyn Fn(&Field) -> String) -> String {
        self.in_fields(&self.document.texts(), put)
    }

    fn in_fields(&self, fields: &[&Field], put: &dyn Fn(&Field) -> String) -> String {
        let is_text = |field: &Field| fields.iter().any(|known| known.name == field.name);
        self.document.with(|field| is_text(field).then(|| value_for(field, &put(field))))
    }

    /// One field holds the text, or refuses it.
    fn alone(&mut self, field: &Field, text: &str) {
        let value = |known: &Field| (known.name == field.name).then(|| value_for(field, text));
        let yaml = self.document.with(value);
        let outcome = house::examine(&yaml);
        let findings = self.placed(&[field], &outcome, text);
        if !findings.iter().any(|finding| finding.is_error) {
            let outcome = house::build(&yaml);
            if runs_out(&outcome) {
                // Of two texts that overlap, the other one may be told.
                let is_overlap = |finding: &Finding| finding.code == "P011";
                if !self.is_told_to_run_out(field, &outcome)
                    && !outcome.findings.iter().any(is_overlap)
                {
                    let errors = outcome.findings.iter().filter(|finding| finding.is_error);
                    let errors: Vec<String> = errors.map(|it| format!("{it:?}")).collect();
                    let errors = errors.join(", ");
                    self.wrong.push(format!("{}: {}: {errors}", field.name, shown(text)));
                }
                return;
            }
            self.holds(field, text, &printed(&outcome), &outcome);
        }
    }

    pub(super) fn do_all_hold(&mut self, put: &dyn Fn(&Field) -> String) -> bool {
        let before = self.wrong.len();
        let is_whole = self.all_hold(put);
        let do_hold = is_whole && self.wrong.len() == before;
        self.wrong.truncate(before);
        do_hold
    }

    /// All fields hold their texts, but for those whose text runs out of the page, which is told.
    /// Returns whether none does.
    pub(super) fn all_hold(&mut self, put: &dyn Fn(&Field) -> String) -> bool {
        let all = self.document.texts();
        let mut fields = all.clone();
        loop {
            let outcome = house::build(&self.in_fields(&fields, put));
            if !runs_out(&outcome) {
                let printed = printed(&outcome);
                fields.iter().for_each(|it| self.holds(it, &put(it), &printed, &outcome));
                return fields.len() == all.len();
            }
            let before = fields.len();
            fields.retain(|field| !self.is_told_to_run_out(field, &outcome));
            if fields.len() == before {
                self.wrong.push(format!("untold: {}", house::listed(&outcome.findings)));
                return false;
            }
        }
    }

    /// Whether an error says that the text of `field` leaves the page: on its line or, of a table,
    /// anywhere in the tables, for what is too wide or too high there moves the rest.
    fn is_told_to_run_out(&self, field: &Field, outcome: &Outcome) -> bool {
        let line = self.document.line_of(field);
        let body = self.document.fields().iter().find(|field| field.use_ == Use::Body);
        let end = self.document.line_of(body.expect("a directive has a body"));
        let tables = self.document.line_of_tables().unwrap_or(end)..end;
        outcome.findings.iter().filter(|finding| finding.is_error).any(|finding| {
            let is_there = |(_, first, _): &(String, usize, usize)| tables.contains(first);
            is_on(finding, line)
                || tables.contains(&line) && finding.place.as_ref().is_some_and(is_there)
        })
    }

    fn holds(&mut self, field: &Field, text: &str, printed: &str, outcome: &Outcome) {
        let reason = read(text.trim());
        let why = |finding: &Finding| finding.accepted.as_deref().map(read) == Some(reason.clone());
        // The program sets the mark at the end of a basis.
        let ends = |sign: char| field.name == "legal_bases" && " .,:;".contains(sign);
        let text = text.trim_end_matches(ends);
        let is_held = match field.use_ {
            Use::Kept => outcome.findings.iter().any(why),
            _ => printed.contains(&expected(field, text)),
        };
        if !is_held {
            self.wrong.push(format!("{} does not hold {}", field.name, shown(text)));
        }
    }

    #[track_caller]
    pub(super) fn end(self) {
        assert!(self.wrong.is_empty(), "{} wrong:\n{}", self.wrong.len(), self.wrong.join("\n"));
    }
}

/// Whether a text of the document leaves its page, its column or its cell, so that nothing is
/// written.
pub(super) fn runs_out(outcome: &Outcome) -> bool {
    let mut errors = outcome.findings.iter().filter(|finding| finding.is_error).peekable();
    outcome.pdf.is_none()
        && errors.peek().is_some()
        && errors.all(|finding| ["P011", "P012", "P013", "P014"].contains(&finding.code))
}

pub(super) fn shown(text: &str) -> String {
    let start: String = text.chars().take(60).collect();
    format!("{start:?}")
}

pub(super) fn is_on(finding: &Finding, line: usize) -> bool {
    finding.place.as_ref().is_some_and(|(_, first, _)| *first == line)
}
