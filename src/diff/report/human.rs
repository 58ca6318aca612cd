//! For a terminal: colours, and lines no wider than it.

use unicode_width::UnicodeWidthStr as _;

use super::bits::{Bit, Bits, Style, bit};
use super::{Report, Words, grouped, sections};
use crate::diff::Document;
use crate::messages::Catalog;
use crate::visible::visible;

/// No line is broken to less.
const NARROWEST: usize = 40;

const RED: &str = "\u{1b}[31m";
const GREEN: &str = "\u{1b}[32m";
const BOLD: &str = "\u{1b}[1m";

const RESET: &str = "\u{1b}[0m";

/// The report as lines with colours, broken to `width` where one is given.
#[must_use]
pub fn human(report: &Report, catalog: &Catalog, width: Option<usize>) -> String {
    let words = Words { catalog };
    let mut page = Page { text: String::new(), width: width.map(|width| width.max(NARROWEST)) };
    page.line(0, &bit(Style::Plain, words.heading(report)));
    for path in &report.shared {
        let shared = words.shared(path);
        page.line(0, &shared);
    }
    page.documents(report, &words);
    for failure in &report.failures {
        page.text.push('\n');
        page.line(0, &bit(Style::Old, failure));
    }
    page.text.push('\n');
    page.line(0, &bit(Style::Plain, words.summary(report)));
    page.text
}

/// The documents of the report alone, for a place that says itself what is compared.
#[must_use]
pub fn documents(report: &Report, catalog: &Catalog, width: Option<usize>) -> String {
    let width = width.map(|width| width.max(NARROWEST));
    let mut page = Page { text: String::new(), width };
    page.documents(report, &Words { catalog });
    page.text
}

struct Page {
    text: String,
    width: Option<usize>,
}

impl Page {
    fn documents(&mut self, report: &Report, words: &Words<'_>) {
        for document in &report.documents {
            self.text.push('\n');
            self.document(document, words);
        }
    }

    fn document(&mut self, document: &Document, words: &Words<'_>) {
        self.line(0, &bit(Style::Name, &document.path));
        if !document.title.is_empty() {
            self.line(0, &bit(Style::Plain, &document.title));
        }
        for remark in words.remarks(document) {
            self.line(2, &remark);
        }
        for (heading, changes) in sections(document) {
            self.line(2, &bit(Style::Name, words.heading_of(heading)));
            for (table, change) in grouped(document, &changes) {
                if let Some(table) = table {
                    self.line(4, &bit(Style::Plain, words.of_table(table)));
                }
                self.line(4, &words.change(document, change));
            }
        }
        if let Some(pages) = words.pages(document) {
            self.line(2, &bit(Style::Plain, pages));
        }
        let findings = words.findings(document);
        if !findings.is_empty() {
            self.line(2, &bit(Style::Name, words.heading_of("diff-findings")));
        }
        for (is_new, said) in findings {
            let (style, sign) = if is_new { (Style::Come, "+") } else { (Style::Gone, "-") };
            self.line(4, &[bit(style, sign), bit(Style::Plain, format!(" {said}"))].concat());
        }
    }

    /// One line, its further ones indented by two more.
    fn line(&mut self, indent: usize, bits: &[Bit]) {
        let mut column = indent;
        self.text.push_str(&" ".repeat(indent));
        for part in marked(bits) {
            let (before, after) = codes(part.style);
            self.text.push_str(before);
            for word in visible(&part.text).split_inclusive(' ') {
                let is_beyond = self.width.is_some_and(|most| {
                    column > indent + 2 && column + word.trim_end().width() > most
                });
                if is_beyond {
                    let kept = self.text.trim_end_matches(' ').len();
                    self.text.truncate(kept);
                    // Colours end with the line, so that a pager may begin at any.
                    self.text.push_str(after);
                    self.text.push('\n');
                    self.text.push_str(&" ".repeat(indent + 2));
                    self.text.push_str(before);
                    column = indent + 2;
                }
                self.text.push_str(word);
                column += word.width();
            }
            self.text.push_str(after);
        }
        self.text.push('\n');
    }
}

/// Words that are gone or new within a text stand in brackets: colours may be off.
fn marked(bits: &[Bit]) -> Bits {
    let one = |it: &Bit| {
        let text = match it.style {
            // A sign alone is a mark itself.
            Style::Gone if it.text != "-" => format!("[-{}-]", it.text),
            Style::Come if it.text != "+" => format!("{{+{}+}}", it.text),
            _ => it.text.clone(),
        };
        Bit { style: it.style, text }
    };
    bits.iter().map(one).collect()
}

fn codes(style: Style) -> (&'static str, &'static str) {
    match style {
        Style::Plain => ("", ""),
        Style::Old | Style::Gone => (RED, RESET),
        Style::New | Style::Come => (GREEN, RESET),
        Style::Name => (BOLD, RESET),
    }
}
