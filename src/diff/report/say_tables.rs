//! Changes of tables as sentences.

use super::bits::{Bits, Style, bit, sentence};
use super::labels::property_id;
use super::say::ChangeFormatter;
use crate::diagnostic::Message;
use crate::diff::change::{Cell, Column, Event, Figure, Property, Row, Table};
use crate::messages::Catalog;

/// No more lines of a table that came or went are told to people.
const MOST_LINES: usize = 20;

impl ChangeFormatter<'_> {
    pub(super) fn figure(&self, figure: &Figure) -> Bits {
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

    pub(super) fn cell(&self, cell: &Cell) -> Bits {
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

    pub(super) fn row(&self, row: &Row) -> Bits {
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
            Event::Reordered { moved } => {
                let names = ("names", bit(Style::Name, moved.join(", ")));
                let message = message("diff-reordered").with("count", moved.len());
                sentence(self.catalog, message, &[names])
            }
            Event::Moved { behind: Some(behind) } => {
                let behind = ("behind", bit(Style::Name, behind));
                sentence(self.catalog, message("diff-moved"), &[name, behind])
            }
            _ => sentence(self.catalog, message("diff-moved-first"), &[name]),
        }
    }

    pub(super) fn column(&self, column: &Column) -> Bits {
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

    pub(super) fn table(&self, table: &Table, title: &str) -> Bits {
        let what = if table.is_appendix { "appendix" } else { "table" };
        let message = |id| {
            let message = Message::new(id).with("what", what);
            message.with("rows", table.lines.len()).with("columns", table.headers.len())
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
            Event::Moved { .. } | Event::Reordered { .. } => "diff-moved-first",
        };
        let mut bits = sentence(self.catalog, message(id), &[name]);
        bits.extend(self.lines(table));
        bits
    }

    /// What stands in a table: its columns, then line by line.
    fn lines(&self, table: &Table) -> Bits {
        let line = |(name, cells): &(String, Vec<String>)| {
            let cells: Vec<&str> = cells
                .iter()
                .map(|cell| if cell.is_empty() { "–" } else { cell.as_str() })
                .collect();
            format!("{name} {}", cells.join(" | "))
        };
        let mut lines: Vec<String> = table.lines.iter().take(MOST_LINES).map(line).collect();
        let more = table.lines.len().saturating_sub(MOST_LINES);
        if more > 0 {
            lines.push(self.catalog.say(&Message::new("diff-more").with("count", more)));
        }
        bit(Style::Plain, format!(" ({}): {}", table.headers.join(" | "), lines.join("; ")))
    }

    pub(super) fn property(&self, property: &Property) -> Bits {
        let is = property_id(property.property);
        let mut label = self.word(is);
        if let Some(of) = &property.of {
            label = format!("{of} · {label}");
        }
        self.changed(label, property.before.as_ref(), property.after.as_ref())
    }
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
