//! One change as a sentence.

use super::bits::{Bits, Style, bit, of_pieces, sentence};
use super::labels::field_id;
use crate::diagnostic::Message;
use crate::diff::change::{
    Accept, AcceptEvent, Cell, Change, Column, Copies, Entry, EntryEvent, Field, Figure, ListName,
    Paragraph, ParagraphEvent, ParagraphPlace, Property, Row,
};
use crate::diff::words;
use crate::messages::Catalog;

/// No heading is told longer.
const LONGEST_HEADING: usize = 48;

/// No paragraph that came or went as a whole is told longer.
const LONGEST_PARAGRAPH: usize = 400;

/// Nor one that stands in another document now.
const LONGEST_MOVED: usize = 80;

/// So many recipients of copies are named.
const MOST_COPIES: usize = 5;

/// Texts at least as long are compared word by word.
const LONG_TEXT: usize = 40;

/// The table a change is of.
pub(super) fn table(change: &Change) -> Option<&str> {
    match change {
        Change::Figure(Figure { table, .. })
        | Change::Cell(Cell { table, .. })
        | Change::Row(Row { table, .. })
        | Change::Column(Column { table, .. })
        | Change::Property(Property { table, .. }) => Some(table),
        _ => None,
    }
}

/// What a change is called in a sentence; `title` is what a reader calls a table.
pub(super) fn say(
    change: &Change,
    title: &dyn Fn(&str) -> String,
    is_house_other: bool,
    catalog: &Catalog,
) -> Bits {
    let writer = ChangeFormatter { catalog };
    match change {
        Change::Figure(figure) => writer.figure(figure),
        Change::Cell(cell) => writer.cell(cell),
        Change::Row(row) => writer.row(row),
        Change::Column(column) => writer.column(column),
        Change::Table(table) => writer.table(table, &title(&table.table)),
        Change::Property(property) => writer.property(property),
        Change::Field(field) => writer.field(field),
        Change::Entry(entry) => writer.entry(entry),
        Change::Paragraph(paragraph) => writer.paragraph(paragraph),
        Change::Words(words) => {
            let at = bit(Style::Name, writer.at(&words.at));
            writer.sentence("diff-words", &[("at", at), ("text", of_pieces(&words.pieces))])
        }
        Change::Accept(accept) => writer.accept(accept),
        Change::Copies(copies) => writer.copies(copies),
        Change::Look if is_house_other => writer.sentence("diff-look-house", &[]),
        Change::Look => writer.sentence("diff-look", &[]),
    }
}

/// A changed figure.
pub(super) fn figure(figure: &Figure, catalog: &Catalog) -> Bits {
    ChangeFormatter { catalog }.figure(figure)
}

pub(super) struct ChangeFormatter<'a> {
    pub(super) catalog: &'a Catalog,
}

impl ChangeFormatter<'_> {
    pub(super) fn sentence(&self, id: &'static str, bits: &[(&'static str, Bits)]) -> Bits {
        sentence(self.catalog, Message::new(id), bits)
    }

    pub(super) fn word(&self, id: &'static str) -> String {
        self.catalog.say(&Message::new(id))
    }

    /// A former or present value; a blank one is said to be one.
    pub(super) fn value(&self, style: Style, text: Option<&String>) -> Bits {
        match text {
            Some(text) => bit(style, text),
            None => bit(style, self.word("diff-blank")),
        }
    }

    /// `3 of 114 copies change: …`
    fn copies(&self, copies: &Copies) -> Bits {
        let count = |count: usize| bit(Style::Name, count.to_string());
        let mut all = Bits::default();
        for (id, names) in [
            ("diff-copies-changed", &copies.changed),
            ("diff-copies-added", &copies.added),
            ("diff-copies-removed", &copies.removed),
        ] {
            if names.is_empty() {
                continue;
            }
            if !all.is_empty() {
                all.extend(bit(Style::Plain, "; "));
            }
            let shown = names.iter().take(MOST_COPIES).map(String::as_str).collect::<Vec<_>>();
            let more = if names.len() > MOST_COPIES { ", …" } else { "" };
            let shown = bit(Style::Plain, format!("{}{more}", shown.join(", ")));
            let bits =
                [("count", count(names.len())), ("total", count(copies.total)), ("names", shown)];
            all.extend(self.sentence(id, &bits));
        }
        all
    }

    fn field(&self, field: &Field) -> Bits {
        let mut label = self.word(field_id(field.field));
        if let Some(nth) = field.nth {
            label = format!("{label} {nth}");
        }
        self.changed(label, field.before.as_ref(), field.after.as_ref())
    }

    /// A label and what stands behind it, before and now.
    pub(super) fn changed(
        &self,
        label: String,
        before: Option<&String>,
        after: Option<&String>,
    ) -> Bits {
        let label = ("label", bit(Style::Name, label));
        if let (Some(old), Some(new)) = (before, after)
            && old.chars().count().min(new.chars().count()) >= LONG_TEXT
            && words::is_alike(old, new)
        {
            let text = of_pieces(&words::excerpt(words::compared(old, new)));
            return self.sentence("diff-text", &[label, ("text", text)]);
        }
        let before = ("before", self.value(Style::Old, before));
        let after = ("after", self.value(Style::New, after));
        self.sentence("diff-value", &[label, before, after])
    }

    fn entry(&self, entry: &Entry) -> Bits {
        let label = self.word(match entry.list {
            ListName::Bases => "diff-list-bases",
            ListName::To => "diff-list-to",
            ListName::Cc => "diff-list-cc",
        });
        let label = ("label", bit(Style::Name, label));
        let (id, text) = match &entry.event {
            EntryEvent::Added { entry } => ("diff-entry-added", bit(Style::New, entry)),
            EntryEvent::Removed { entry } => ("diff-entry-removed", bit(Style::Old, entry)),
            EntryEvent::Moved { entry } => ("diff-entry-moved", bit(Style::Plain, entry)),
            EntryEvent::Changed { pieces } => {
                ("diff-text", of_pieces(&words::excerpt(pieces.clone())))
            }
        };
        self.sentence(id, &[label, ("text", text)])
    }

    fn paragraph(&self, paragraph: &Paragraph) -> Bits {
        let at = ("at", bit(Style::Name, self.at(&paragraph.at)));
        let text = shortened(&paragraph.text, LONGEST_PARAGRAPH);
        let (id, style) = match &paragraph.event {
            ParagraphEvent::Added => ("diff-paragraph-added", Style::New),
            ParagraphEvent::Removed => ("diff-paragraph-removed", Style::Old),
            ParagraphEvent::Moved => ("diff-paragraph-moved", Style::Plain),
            ParagraphEvent::Restyled => ("diff-paragraph-restyled", Style::Plain),
            ParagraphEvent::MovedTo { document } => {
                let to = ("to", bit(Style::Name, document));
                let text = shortened(&paragraph.text, LONGEST_MOVED);
                let text = ("text", bit(Style::Old, text));
                return self.sentence("diff-paragraph-away", &[at, text, to]);
            }
        };
        self.sentence(id, &[at, ("text", bit(style, text))])
    }

    /// Where a paragraph stands: headings, then what it begins with or which one it is.
    fn at(&self, at: &ParagraphPlace) -> String {
        let mut parts: Vec<String> = Vec::new();
        if let Some(title) = &at.appendix {
            let message = Message::new("diff-at-appendix").with("title", title);
            parts.push(self.catalog.say(&message));
        }
        if let Some(nth) = at.enacted {
            parts.push(self.catalog.say(&Message::new("diff-at-enacted").with("nth", nth)));
        }
        // A heading stands under those before it.
        let above = at.headings.len() - usize::from(at.number == 0 && !at.headings.is_empty());
        let headings = at.headings.iter().take(above);
        parts.extend(headings.map(|heading| shortened(heading, LONGEST_HEADING)));
        parts.push(self.catalog.say(&place(at)));
        parts.join(" › ")
    }

    fn accept(&self, accept: &Accept) -> Bits {
        let id = match accept.event {
            AcceptEvent::Added => "diff-accept-added",
            AcceptEvent::Removed => "diff-accept-removed",
            AcceptEvent::Changed => "diff-accept-changed",
        };
        let at = accept.at.as_ref().map(|at| format!(" ({at})")).unwrap_or_default();
        let rule = bit(Style::Name, format!("{}{at}", accept.rule));
        self.sentence(id, &[("rule", rule), ("why", bit(Style::Plain, &accept.why))])
    }
}

/// Khoản, điểm, or the number of the paragraph in its part.
fn place(at: &ParagraphPlace) -> Message {
    if at.number == 0 {
        return Message::new("diff-at-heading-line");
    }
    let marker = at.marker.as_deref().unwrap_or_default();
    if marker.starts_with("Điều") {
        return Message::new("diff-at-other").with("marker", marker.trim_end_matches(['.', ':']));
    }
    if let Some(number) = marker.strip_suffix('.') {
        return Message::new("diff-at-clause").with("number", number);
    }
    if let Some(letter) = marker.strip_suffix(')') {
        return Message::new("diff-at-point").with("letter", letter);
    }
    Message::new("diff-at-paragraph").with("number", at.number)
}

fn shortened(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let cut: String = text.chars().take(most).collect();
    let end = cut.rfind(' ').unwrap_or(cut.len());
    format!("{}…", &cut[..end])
}
