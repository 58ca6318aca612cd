//! The tables of a document to an Excel file (`.xlsx`): a sheet for each, laid out as printed, with
//! live formulas. Adds layout, never text.

mod formats;
mod formula;
mod hidden;
mod places;
mod sheet;
mod sources;

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

use super::Style;
use super::sheet::Sheet as Sizes;
use super::wrap::Type;
use crate::compute::Tables;
use crate::fonts::{Fonts, HOUSE_FAMILY};
use crate::model::Directive;
use crate::model::lines_by_name::LinesByName;
use crate::model::profile::Field;
use crate::model::reference::Appendix;
use crate::printed::grid::Grid;
use crate::printed::{Document, document, phrases, sources as lists};
use crate::render::docx::FAMILY;
use formats::{Look, Side};
use formula::Book;
use places::{Place, letters, of_sheet};
use sheet::{Head, Sheet};

/// What all sheets are written with.
struct Writer<'a> {
    sheet: Sizes<'a>,
    fonts: &'a Fonts,
    family: &'a str,
    /// Left, right, top, bottom, in inches.
    margins: [f64; 4],
    book: Book<'a>,
    tables: &'a Tables,
    /// Of the sheet in work, in twips.
    widths: RefCell<BTreeMap<u16, i32>>,
}

/// The Excel file of `directive`, computed as `tables` and printed as `document`; one without a
/// table has the list of sources alone. The bytes are the same for the same document.
pub fn render(
    directive: &Directive,
    tables: &Tables,
    document: &Document,
    style: &Style<'_>,
    fonts: &Fonts,
) -> Result<Vec<u8>, XlsxError> {
    let style = &style.under(document.rules);
    let hidden = hidden::grids(tables, document);
    let named = named(document, directive, &hidden);
    let shown = named.len() - hidden.len();
    let heads: Vec<Head<'_>> =
        named.iter().map(|(_, appendix, grid)| head(*appendix, grid)).collect();
    let writer = Writer {
        sheet: Sizes::new(&style.profile, fonts),
        fonts,
        family: if style.font == HOUSE_FAMILY { FAMILY } else { style.font },
        margins: margins(style),
        book: Book {
            targets: &directive.targets,
            places: placed(directive, &named, &heads),
            names: LinesByName::new(&directive.targets),
        },
        tables,
        widths: RefCell::default(),
    };
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties(document, style)?);
    let mut sheets = named.iter().zip(heads).map(|((name, appendix, grid), head)| {
        (name, Sheet { writer: &writer, grid, head, is_appendix: appendix.is_some() })
    });
    for (name, sheet) in sheets.by_ref().take(shown) {
        sheet.write(workbook.add_worksheet().set_name(name)?)?;
    }
    let names: Vec<String> = (0..directive.targets.len())
        .map(|target| name_of(target, &named).unwrap_or_default().to_owned())
        .collect();
    let lists = lists::sources(tables, &names);
    sources::write(&lists, &writer, workbook.add_worksheet().set_name(phrases::SOURCES_SHEET)?)?;
    for (name, sheet) in sheets {
        sheet.write(workbook.add_worksheet().set_name(name)?.set_hidden(true))?;
    }
    define_names(directive, &writer.book, &mut workbook)?;
    workbook.save_to_buffer()
}

/// A sheet: its name, its appendix if it is one, its table.
type Named<'a> = (String, Option<&'a document::Appendix>, &'a Grid);

/// Every table, under a name that Excel takes and no other has; behind them those that are hidden,
/// under their ids.
fn named<'a>(
    document: &'a Document,
    directive: &Directive,
    hidden: &'a [(usize, Grid)],
) -> Vec<Named<'a>> {
    let mut taken = BTreeSet::from([phrases::SOURCES_SHEET.to_lowercase()]);
    let mut unique = |name: String| {
        let mut candidates =
            std::iter::once(name.clone()).chain((2..).map(|count| format!("{name} ({count})")));
        let found = candidates.find(|candidate| !taken.contains(&candidate.to_lowercase()));
        let found = found.unwrap_or(name);
        taken.insert(found.to_lowercase());
        found
    };
    let mut all = Vec::new();
    let mut count = 0;
    for (label, grid) in document.grids() {
        let is_whole =
            |it: &&document::Appendix| it.table().is_some_and(|table| std::ptr::eq(table, grid));
        let appendix = document.appendices.iter().find(is_whole);
        let name = label.map_or_else(
            || {
                count += 1;
                phrases::table_sheet(count)
            },
            super::super::printed::run::Line::printed,
        );
        all.push((unique(name), appendix, grid));
    }
    for (target, grid) in hidden {
        // Ids are of letters, digits and dashes; Excel takes 31 characters.
        let id: String = directive.targets[*target].id.value.chars().take(27).collect();
        all.push((unique(id), None, grid));
    }
    all
}

fn name_of<'n>(target: usize, named: &'n [Named<'_>]) -> Option<&'n str> {
    let found = named.iter().find(|(_, _, grid)| grid.shows == Appendix::Table(target));
    found.map(|(name, _, _)| name.as_str())
}

/// Label, title and what it goes with; a table in the text has its unit alone.
fn head<'a>(appendix: Option<&document::Appendix>, grid: &'a Grid) -> Head<'a> {
    let centred = Look { side: Side::Center, ..Look::default() };
    let bold = Look { is_bold: true, ..centred };
    let italic = Look { is_italic: true, ..centred };
    let lines = appendix.map(|appendix| {
        let label = Some((appendix.label.printed(), bold));
        let title = appendix.title.as_ref().map(|title| (title.printed(), bold));
        let accompanies = Some((appendix.accompanies.line().printed(), italic));
        [label, title, accompanies].into_iter().flatten().collect()
    });
    Head { lines: lines.unwrap_or_default(), unit: grid.unit.as_ref() }
}

/// Where each table stands.
fn placed(directive: &Directive, named: &[Named<'_>], heads: &[Head<'_>]) -> Vec<Option<Place>> {
    let place = |(index, target): (usize, &crate::model::target::Target)| {
        let mut all = named.iter().zip(heads);
        let found = all.find(|((_, _, grid), _)| grid.shows == Appendix::Table(index));
        found.map(|((name, _, grid), head)| {
            Place::new(name.clone(), target, grid, sheet::first_line(head, grid))
        })
    };
    directive.targets.iter().enumerate().map(place).collect()
}

/// Each column of each table has a name: `chi_tieu.tn_2024`.
fn define_names(
    directive: &Directive,
    book: &Book<'_>,
    workbook: &mut Workbook,
) -> Result<(), XlsxError> {
    let mut taken = BTreeSet::new();
    for (index, target) in directive.targets.iter().enumerate() {
        let Some(place) = &book.places[index] else { continue };
        let (Some(first), Some(last)) = (place.lines.iter().min(), place.lines.iter().max()) else {
            continue;
        };
        for (column, of) in target.columns.iter().enumerate() {
            let name = format!("{}.{}", plain(&target.id.value), plain(&of.id.value));
            if !taken.insert(name.to_lowercase()) {
                continue;
            }
            let letters = letters(place.columns[column]);
            let (sheet, first, last) = (of_sheet(&place.sheet), first + 1, last + 1);
            let range = format!("={sheet}${letters}${first}:${letters}${last}");
            workbook.define_name(name, &range)?;
        }
    }
    Ok(())
}

/// Letters, digits and `_`, with a letter or `_` at the beginning.
fn plain(id: &str) -> String {
    let is_plain = |ch: char| ch.is_ascii_alphanumeric() || ch == '_';
    let name: String = id.chars().map(|ch| if is_plain(ch) { ch } else { '_' }).collect();
    if name.starts_with(|ch: char| ch.is_ascii_digit()) { format!("_{name}") } else { name }
}

/// Left, right, top, bottom, in inches: whole thousandths, as nobody measures finer.
#[expect(clippy::float_arithmetic, reason = "margins of a page, no figures")]
fn margins(style: &Style<'_>) -> [f64; 4] {
    let inches = |field| {
        let thousandths = style.profile.get(field).parts() * 10 / 254 / 100;
        f64::from(i32::try_from(thousandths).unwrap_or(0)) / 1_000.0
    };
    [Field::Left, Field::Right, Field::Top, Field::Bottom].map(inches)
}

fn properties(document: &Document, style: &Style<'_>) -> Result<DocProperties, XlsxError> {
    let document::Properties { title, author, subject, keywords, date } = &document.properties;
    let (year, month, day) = style.day_of(*date);
    let part = |value: i8| u8::try_from(value).unwrap_or(1);
    // Excel counts from 1900; a document from before says so in its text.
    let year = u16::try_from(year).unwrap_or(1_900).max(1_900);
    let created = ExcelDateTime::from_ymd(year, part(month), part(day))?;
    let properties = DocProperties::new()
        .set_title(title)
        .set_subject(subject)
        .set_keywords(keywords.join(", "))
        .set_creation_datetime(&created);
    Ok(match author {
        Some(author) => properties.set_author(author),
        None => properties,
    })
}

impl Writer<'_> {
    /// Upright type of so many half-points.
    fn type_of(&self, size: i64, is_bold: bool) -> Type<'_> {
        Type { face: self.fonts.advances(is_bold, false), size }
    }

    /// The width of a column of the sheet in work, in twips.
    fn width_of(&self, column: u16) -> i32 {
        self.widths.borrow().get(&column).copied().unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::measure::Measure;

    #[test]
    fn names_of_columns_are_ones_that_excel_takes() {
        assert_eq!(plain("chi-tieu"), "chi_tieu");
        assert_eq!(plain("2024"), "_2024");
        assert_eq!(plain("tỷ lệ"), "t__l_");
    }

    #[test]
    fn margins_are_those_of_the_profile() {
        let style = Style {
            font: HOUSE_FAMILY,
            profile: crate::model::profile::Profile::WIDE,
            draft_mark: false,
            fallback_date: (2020, 3, 5),
        };
        let shown = margins(&style).map(|inches| inches.to_string());
        assert_eq!(shown, ["1.181", "0.59", "0.787", "0.787"]);
        assert_eq!(style.profile.get(Field::Left), Measure::whole(30));
    }
}
