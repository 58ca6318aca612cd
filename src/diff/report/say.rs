//! One change as a sentence.

use super::bits::{Bits, Style, bit, of_pieces, sentence};
use crate::diagnostic::Message;
use crate::diff::change::{
    Accept, AcceptEvent, At, Cell, Change, Column, Entry, EntryEvent, Event, Field, FieldName,
    Figure, ListName, Paragraph, ParagraphEvent, Property, PropertyName, Row, Table,
};
use crate::diff::words;
use crate::messages::Catalog;

/// No heading is told longer.
const LONGEST_HEADING: usize = 48;

/// No paragraph that came or went as a whole is told longer.
const LONGEST_PARAGRAPH: usize = 400;

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
    let teller = Teller { catalog };
    match change {
        Change::Figure(figure) => teller.figure(figure),
        Change::Cell(cell) => teller.cell(cell),
        Change::Row(row) => teller.row(row),
        Change::Column(column) => teller.column(column),
        Change::Table(table) => teller.table(table, &title(&table.table)),
        Change::Property(property) => teller.property(property),
        Change::Field(field) => teller.field(field),
        Change::Entry(entry) => teller.entry(entry),
        Change::Paragraph(paragraph) => teller.paragraph(paragraph),
        Change::Words(words) => {
            let at = bit(Style::Name, teller.at(&words.at));
            teller.sentence("diff-words", &[("at", at), ("text", of_pieces(&words.pieces))])
        }
        Change::Accept(accept) => teller.accept(accept),
        Change::Look if is_house_other => teller.sentence("diff-look-house", &[]),
        Change::Look => teller.sentence("diff-look", &[]),
    }
}

struct Teller<'a> {
    catalog: &'a Catalog,
}

impl Teller<'_> {
    fn sentence(&self, id: &'static str, bits: &[(&'static str, Bits)]) -> Bits {
        sentence(self.catalog, Message::new(id), bits)
    }

    fn word(&self, id: &'static str) -> String {
        self.catalog.say(&Message::new(id))
    }

    /// A former or present value; a blank one is said to be one.
    fn value(&self, style: Style, text: Option<&String>) -> Bits {
        match text {
            Some(text) => bit(style, text),
            None => bit(style, self.word("diff-blank")),
        }
    }

    fn figure(&self, figure: &Figure) -> Bits {
        let mut bits = self.sentence(
            "diff-cell",
            &[
                ("row", bit(Style::Name, &figure.row)),
                ("column", bit(Style::Name, &figure.column)),
                ("before", self.value(Style::Old, figure.before.as_ref())),
                ("after", self.value(Style::New, figure.after.as_ref())),
            ],
        );
        if let Some(by) = by(figure, self.catalog) {
            bits.extend(bit(Style::Plain, format!(" ({by})")));
        }
        if let Some(row) = &figure.swapped_with {
            let row = bit(Style::Name, row);
            bits.extend(bit(Style::Plain, " "));
            bits.extend(self.sentence("diff-swapped", &[("row", row)]));
        }
        self.hidden(bits, figure.is_printed)
    }

    fn hidden(&self, mut bits: Bits, is_printed: bool) -> Bits {
        if !is_printed {
            bits.extend(bit(Style::Plain, format!(" {}", self.word("diff-hidden"))));
        }
        bits
    }

    fn cell(&self, cell: &Cell) -> Bits {
        let bits = self.sentence(
            "diff-cell",
            &[
                ("row", bit(Style::Name, &cell.row)),
                ("column", bit(Style::Name, &cell.column)),
                ("before", self.value(Style::Old, cell.before.as_ref())),
                ("after", self.value(Style::New, cell.after.as_ref())),
            ],
        );
        self.hidden(bits, cell.is_printed)
    }

    fn row(&self, row: &Row) -> Bits {
        let group = if row.is_group { "group" } else { "row" };
        let message = |id| Message::new(id).with("what", group);
        let name = ("name", bit(Style::Name, &row.row));
        let mut bits = match &row.event {
            Event::Added => sentence(self.catalog, message("diff-added"), &[name]),
            Event::Removed | Event::MovedTo { .. } => {
                sentence(self.catalog, message("diff-removed"), &[name])
            }
            event => self.other_event(event, message, name),
        };
        bits.extend(listed(&row.cells));
        bits
    }

    fn other_event(
        &self,
        event: &Event,
        message: impl Fn(&'static str) -> Message,
        name: (&'static str, Bits),
    ) -> Bits {
        match event {
            Event::Renamed { from } => {
                let name = ("name", bit(Style::New, name.1.first().map_or("", |it| &it.text)));
                let from = ("from", bit(Style::Old, from));
                sentence(self.catalog, message("diff-renamed"), &[name, from])
            }
            Event::Moved { behind: Some(behind) } => {
                let behind = ("behind", bit(Style::Name, behind));
                sentence(self.catalog, message("diff-moved"), &[name, behind])
            }
            _ => sentence(self.catalog, message("diff-moved-first"), &[name]),
        }
    }

    fn column(&self, column: &Column) -> Bits {
        let message = |id| Message::new(id).with("what", "column");
        let name = ("name", bit(Style::Name, &column.column));
        let mut bits = match &column.event {
            Event::Added => sentence(self.catalog, message("diff-added"), &[name]),
            Event::Removed | Event::MovedTo { .. } => {
                sentence(self.catalog, message("diff-removed"), &[name])
            }
            event => self.other_event(event, message, name),
        };
        bits.extend(listed(&column.cells));
        self.hidden(bits, column.is_printed)
    }

    fn table(&self, table: &Table, title: &str) -> Bits {
        let what = if table.is_appendix { "appendix" } else { "table" };
        let message = |id| {
            let message = Message::new(id).with("what", what);
            message.with("rows", table.rows).with("columns", table.columns)
        };
        let name = ("name", bit(Style::Name, title));
        let id = match &table.event {
            Event::Added => "diff-table-added",
            Event::Removed => "diff-table-removed",
            Event::MovedTo { document } => {
                let to = ("to", bit(Style::Name, document));
                return sentence(self.catalog, message("diff-moved-away"), &[name, to]);
            }
            Event::Renamed { from } => {
                let name = ("name", bit(Style::New, &table.table));
                let from = ("from", bit(Style::Old, from));
                return sentence(self.catalog, message("diff-table-id"), &[name, from]);
            }
            Event::Moved { .. } => "diff-moved-first",
        };
        let mut bits = sentence(self.catalog, message(id), &[name]);
        bits.extend(listed(&table.totals));
        bits
    }

    fn property(&self, property: &Property) -> Bits {
        let is = property_id(property.property);
        let mut label = self.word(is);
        if let Some(of) = &property.of {
            label = format!("{of} · {label}");
        }
        self.changed(label, property.before.as_ref(), property.after.as_ref())
    }

    fn field(&self, field: &Field) -> Bits {
        let mut label = self.word(field_id(field.field));
        if let Some(nth) = field.nth {
            label = format!("{label} {nth}");
        }
        self.changed(label, field.before.as_ref(), field.after.as_ref())
    }

    /// A label and what stands behind it, before and now.
    fn changed(&self, label: String, before: Option<&String>, after: Option<&String>) -> Bits {
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
                let text = ("text", bit(Style::Old, text));
                return self.sentence("diff-paragraph-away", &[at, text, to]);
            }
        };
        self.sentence(id, &[at, ("text", bit(style, text))])
    }

    /// Where a paragraph stands: headings, then what it begins with or which one it is.
    fn at(&self, at: &At) -> String {
        let mut parts: Vec<String> = Vec::new();
        if let Some(nth) = at.enacted {
            parts.push(self.catalog.say(&Message::new("diff-at-enacted").with("nth", nth)));
        }
        parts.extend(at.headings.iter().map(|heading| shortened(heading, LONGEST_HEADING)));
        if at.number > 0 {
            parts.push(self.catalog.say(&place(at)));
        }
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
fn place(at: &At) -> Message {
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

/// What a figure has changed by.
pub(super) fn by(figure: &Figure, catalog: &Catalog) -> Option<String> {
    let difference = figure.difference.as_ref()?;
    let id = if figure.is_percentage { "diff-by-points" } else { "diff-by" };
    let message = Message::new(id).with("difference", difference);
    let percent = figure.percent.as_ref().map(|percent| format!("; {percent}%"));
    Some(format!("{}{}", catalog.say(&message), percent.unwrap_or_default()))
}

fn listed(cells: &[(String, String)]) -> Bits {
    if cells.is_empty() {
        return Vec::new();
    }
    let cells = cells.iter().map(|(name, value)| format!("{name} {value}"));
    bit(Style::Plain, format!(": {}", cells.collect::<Vec<_>>().join("; ")))
}

fn shortened(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let cut: String = text.chars().take(most).collect();
    let end = cut.rfind(' ').unwrap_or(cut.len());
    format!("{}…", &cut[..end])
}

fn property_id(property: PropertyName) -> &'static str {
    match property {
        PropertyName::Title => "diff-property-title",
        PropertyName::Unit => "diff-property-unit",
        PropertyName::RowHeader => "diff-property-row-header",
        PropertyName::IndexHeader => "diff-property-index-header",
        PropertyName::Numbered => "diff-property-numbered",
        PropertyName::Orientation => "diff-property-orientation",
        PropertyName::TotalLabel => "diff-property-total-label",
        PropertyName::TotalPlace => "diff-property-total-place",
        PropertyName::Header => "diff-property-header",
        PropertyName::ColumnUnit => "diff-property-column-unit",
        PropertyName::Type => "diff-property-type",
        PropertyName::Formula => "diff-property-formula",
        PropertyName::TotalRule => "diff-property-total-rule",
        PropertyName::Hidden => "diff-property-hidden",
        PropertyName::Working => "diff-property-working",
        PropertyName::Declared => "diff-property-declared",
    }
}

fn field_id(field: FieldName) -> &'static str {
    match field {
        FieldName::Kind => "diff-field-kind",
        FieldName::Status => "diff-field-status",
        FieldName::Number => "diff-field-number",
        FieldName::Symbol => "diff-field-symbol",
        FieldName::Place => "diff-field-place",
        FieldName::Date => "diff-field-date",
        FieldName::Subject => "diff-field-subject",
        FieldName::Urgency => "diff-field-urgency",
        FieldName::Circulation => "diff-field-circulation",
        FieldName::Parent => "diff-field-parent",
        FieldName::Issuer => "diff-field-issuer",
        FieldName::CitedAs => "diff-field-cited-as",
        FieldName::Authority => "diff-field-authority",
        FieldName::Contact => "diff-field-contact",
        FieldName::FileNote => "diff-field-file-note",
        FieldName::SignedFor => "diff-field-signed-for",
        FieldName::SignedAs => "diff-field-signed-as",
        FieldName::Office => "diff-field-office",
        FieldName::SignedBy => "diff-field-signed-by",
        FieldName::EnactedKind => "diff-field-enacted-kind",
        FieldName::EnactedSubject => "diff-field-enacted-subject",
    }
}
