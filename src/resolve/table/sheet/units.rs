//! The units that a file names: figures of another unit are a thousand times too great or too
//! small, and nothing on paper tells.

use super::Found;
use crate::codes;
use crate::diagnostic::{Diagnostic, Message};
use crate::load::raw;
use crate::model::row_names::{plain, without_parentheses};
use crate::resolve::Resolver;
use crate::span::Span;

/// Spellings of units that are the same; the first one is meant.
const SAME: [&[&str]; 9] = [
    &["đồng", "đ", "vnđ", "vnd", "đồng việt nam", "việt nam đồng"],
    &[
        "nghìn đồng",
        "ngàn đồng",
        "nghìn đ",
        "ngàn đ",
        "1.000đ",
        "1.000 đ",
        "1000đ",
        "1000 đ",
        "1.000 đồng",
        "1000 đồng",
        "1.000đồng",
        "1.000 vnđ",
    ],
    &[
        "triệu đồng",
        "triệu đ",
        "trđ",
        "tr.đ",
        "tr đ",
        "tr.đồng",
        "tr đồng",
        "1.000.000đ",
        "1.000.000 đồng",
        "triệu vnđ",
    ],
    &["tỷ đồng", "tỉ đồng", "tỷ đ", "tỉ đ", "tỷ vnđ"],
    &["m²", "m2", "mét vuông"],
    &["m³", "m3", "mét khối"],
    &["km²", "km2", "kilômét vuông"],
    &["ha", "hecta", "héc ta", "hécta"],
    &["tấn", "t"],
];

/// What a unit above or below a table stands behind.
const WORDS: [&str; 3] = ["đơn vị tính", "đvt", "đv tính"];

/// One spelling for each unit.
fn same(unit: &str) -> String {
    let known = SAME.iter().find(|spellings| spellings.contains(&unit));
    known.map_or_else(|| unit.to_owned(), |spellings| spellings[0].to_owned())
}

/// Whether units of this kind are parts of each other: money, and areas.
fn is_known(unit: &str) -> bool {
    SAME.iter().any(|spellings| spellings[0] == unit)
}

/// A single unit, not a mark of a note, a number or a list.
fn is_unit(text: &str) -> bool {
    !text.is_empty() && !text.contains(|sign: char| sign.is_ascii_digit() || ",;=+".contains(sign))
}

/// The unit that a line above or below a table names: `(Đơn vị tính: triệu đồng)`, `Biểu số 1 -
/// ĐVT: tỷ đồng`; also `Đơn vị: đồng`, where that is a unit and no agency.
fn unit_of_line(text: &str) -> Option<String> {
    let text = plain(text);
    let behind = |word: &str| {
        let rest = text.split_once(word)?.1.trim_start().strip_prefix(':')?;
        let unit = rest.split([')', ';', ',']).next().unwrap_or_default();
        Some(same(&plain(unit)))
    };
    let unit = WORDS.iter().find_map(|word| behind(word));
    let unit = unit.or_else(|| behind("đơn vị").filter(|unit| is_known(unit)));
    unit.filter(|unit| is_unit(unit))
}

/// The unit in parentheses behind a heading.
fn unit_of_heading(text: &str) -> Option<String> {
    without_parentheses(&plain(text)).1.map(|unit| same(&unit)).filter(|unit| is_unit(unit))
}

impl Resolver<'_> {
    /// Whether the units that the file names are those of the directive.
    pub(super) fn has_its_units(&mut self, found: &Found<'_>, raw: &raw::Target) -> bool {
        let of_table = raw.unit.as_ref().map(|unit| same(&plain(&unit.value)));
        let mut is_good = true;
        let mut of_columns = Vec::new();
        for (index, column) in found.columns.iter().enumerate() {
            let own = column.unit.as_deref().map(|unit| same(&plain(unit)));
            let wanted = unit_of_heading(&column.header).or(own);
            of_columns.extend(wanted.clone());
            let wanted = wanted.or_else(|| of_table.clone()).filter(|unit| is_unit(unit));
            let Some((unit, span)) = heading_unit(found, index) else { continue };
            let Some(wanted) = wanted else {
                // A percentage has its unit in its type.
                let is_told = column.kind.is_ratio() || !column.kind.is_figure();
                if of_table.is_none() && !is_told && (is_known(&unit) || unit == "%") {
                    self.unit_of_file_only(&unit, span);
                    is_good = false;
                }
                continue;
            };
            if unit != wanted {
                self.wrong_unit(&unit, &wanted, span);
                is_good = false;
            }
        }
        for (unit, span) in lines_with_units(found) {
            let wanted = match &of_table {
                Some(of_table) if is_unit(of_table) => Some(of_table.clone()),
                Some(_) => None,
                // A column of the same unit is the one that is meant.
                None if of_columns.contains(&unit) => None,
                None => {
                    Some(of_columns.iter().find(|it| is_known(it)).cloned().unwrap_or_default())
                }
            };
            match wanted {
                Some(wanted) if wanted.is_empty() && is_known(&unit) => {
                    self.unit_of_file_only(&unit, span);
                    is_good = false;
                }
                Some(wanted) if !wanted.is_empty() && wanted != unit => {
                    self.wrong_unit(&unit, &wanted, span);
                    is_good = false;
                }
                _ => {}
            }
        }
        is_good
    }

    fn unit_of_file_only(&mut self, found: &str, span: Span) {
        let message = Message::new("table-file-unit-only").with("found", found);
        self.report.emit(Diagnostic::new(&codes::BAD_TABLE_FILE, message).at(span));
    }

    fn wrong_unit(&mut self, found: &str, wanted: &str, span: Span) {
        let message = Message::new("table-file-unit").with("found", found).with("expected", wanted);
        self.report.emit(Diagnostic::new(&codes::BAD_TABLE_FILE, message).at(span));
    }
}

/// The unit over a column: in its heading, else in a row of units below the header.
fn heading_unit(found: &Found<'_>, index: usize) -> Option<(String, Span)> {
    let place = found.layout.column(index)?;
    let (texts, row) = found.layout.texts.get(&place)?;
    if let Some(unit) = unit_of_heading(texts.last()?) {
        return Some((unit, found.grid.span(*row, place)));
    }
    (row + 1..found.layout.after).find_map(|row| {
        let words = found.grid.words(row, place);
        let own = || Some(same(&plain(&words))).filter(|unit| is_unit(unit));
        let unit = if words.starts_with('(') { unit_of_heading(&words) } else { own() }?;
        Some((unit, found.grid.span(row, place)))
    })
}

/// The units of lines above and below the table.
fn lines_with_units(found: &Found<'_>) -> Vec<(String, Span)> {
    let rows = found.grid.rows();
    let outside = (0..found.layout.first).chain(found.layout.after..rows.len());
    let cells = outside.flat_map(|row| (0..).zip(&rows[row].cells).map(move |it| (row, it)));
    cells
        .filter_map(|(row, (column, cell))| {
            let unit =
                unit_of_line(cell.value.text().map(|_| found.grid.words(row, column))?.as_ref())?;
            Some((unit, cell.span))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_of_lines_are_read_in_every_spelling() {
        for (text, unit) in [
            ("(Đơn vị tính: triệu đồng)", Some("triệu đồng")),
            ("Biểu số 1 - ĐVT: tỷ đồng", Some("tỷ đồng")),
            ("Đvt: 1.000đ", Some("nghìn đồng")),
            ("Đơn vị: đồng", Some("đồng")),
            ("ĐVT: m2", Some("m²")),
            ("Đơn vị tính: người", Some("người")),
            ("Đơn vị: Sở Y tế", None),
            ("Đơn vị báo cáo: UBND xã", None),
            ("Đơn vị nhận: Sở Tài chính", None),
            ("Triệu đồng", None),
        ] {
            assert_eq!(unit_of_line(text).as_deref(), unit, "{text}");
        }
    }
}
