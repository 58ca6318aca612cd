//! What an Excel file says is what the printed document says, cell by cell, read by a reader that
//! shares nothing with what writes it; and every figure that is made has a formula.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::Cursor;

use calamine::{Data, Reader as _, Xlsx};
use vanthu::compute::{Origin, Tables, Value};
use vanthu::model::Directive;
use vanthu::model::amount::Amount;
use vanthu::model::reference::Appendix;
use vanthu::printed::Document;
use vanthu::printed::grid::{Cell, Grid};
use vanthu::printed::run::Line;

use super::press::Press;
use super::word::keep;
use super::{Subject, office_subjects};

/// An Excel file and what it was made of.
pub(crate) struct ExcelFile {
    pub(crate) directive: Directive,
    pub(crate) tables: Tables,
    pub(crate) document: Document,
    pub(crate) bytes: Vec<u8>,
}

/// One sheet as it was read.
struct Sheet {
    cells: calamine::Range<Data>,
    formulas: calamine::Range<String>,
}

impl Sheet {
    fn text(&self, row: u32, column: u32) -> String {
        match self.cells.get_value((row, column)) {
            Some(Data::String(text)) => text.clone(),
            Some(Data::Empty) | None => String::new(),
            Some(other) => format!("{other:?}"),
        }
    }

    fn formula(&self, row: u32, column: u32) -> &str {
        self.formulas.get_value((row, column)).map_or("", String::as_str)
    }
}

/// What is in the file and not in the document, or the other way round.
pub(crate) fn differences(file: &ExcelFile) -> Vec<String> {
    let mut book = match Xlsx::new(Cursor::new(&file.bytes)) {
        Ok(book) => book,
        Err(error) => return vec![error.to_string()],
    };
    let names = book.sheet_names();
    let grids: Vec<&Grid> = file.document.grids().map(|(_, grid)| grid).collect();
    let mut wrong = Vec::new();
    // Hidden ones stand behind the list of sources.
    let metadata = book.sheets_metadata().to_vec();
    let is_hidden = |name: &String| {
        let known = metadata.iter().find(|sheet| sheet.name == *name);
        known.is_some_and(|sheet| sheet.visible != calamine::SheetVisible::Visible)
    };
    let hidden: Vec<String> = names.iter().filter(|name| is_hidden(name)).cloned().collect();
    if names.len() != grids.len() + 1 + hidden.len() || names[grids.len() + 1..] != hidden[..] {
        return vec![format!("{names:?} for {} tables, {hidden:?} hidden", grids.len())];
    }
    let unprinted: Vec<Grid> = hidden
        .iter()
        .filter_map(|name| {
            let targets = &file.directive.targets;
            let target = targets.iter().position(|target| target.id.value == *name)?;
            Some(vanthu::printed::unprinted(&file.tables, target))
        })
        .collect();
    if unprinted.len() != hidden.len() {
        return vec![format!("no tables for {hidden:?}")];
    }
    let appendices = file.document.appendices.iter();
    let mut heads: BTreeMap<String, Vec<String>> = appendices
        .filter_map(|it| Some((it, it.table()?)))
        .map(|(it, grid)| {
            let title = it.title.iter().map(Line::printed);
            let all = std::iter::once(it.label.printed()).chain(title);
            let all = all.chain([it.accompanies.line().printed()]);
            (format!("{:?}", grid.shows), all.collect())
        })
        .collect();
    let shown = names.iter().zip(grids);
    for (name, grid) in shown.chain(hidden.iter().zip(&unprinted)) {
        let (Ok(cells), Ok(formulas)) = (book.worksheet_range(name), book.worksheet_formula(name))
        else {
            wrong.push(format!("no sheet {name}"));
            continue;
        };
        let sheet = Sheet { cells, formulas };
        let mut head = heads.remove(&format!("{:?}", grid.shows)).unwrap_or_default();
        head.extend(grid.unit.iter().map(Line::printed));
        wrong.extend(of_sheet(file, grid, &head, &sheet).iter().map(|it| format!("{name}: {it}")));
    }
    wrong.extend(heads.keys().map(|shows| format!("no sheet for {shows}")));
    wrong
}

fn number(index: usize) -> u32 {
    u32::try_from(index).unwrap()
}

fn of_sheet(file: &ExcelFile, grid: &Grid, head: &[String], sheet: &Sheet) -> Vec<String> {
    let mut wrong = Vec::new();
    let mut is = |row: u32, column: u32, wanted: &str| {
        let found = sheet.text(row, column);
        if found != wanted || !sheet.formula(row, column).is_empty() {
            wrong.push(format!("({row}, {column}): `{found}` for `{wanted}`"));
        }
    };
    for (row, text) in head.iter().enumerate() {
        is(number(row), 0, text);
    }
    let first = number(head.len());
    for (row, cells) in (first..).zip(&grid.header) {
        for cell in cells {
            is(row, number(cell.column), &cell.line.printed());
        }
    }
    let first = first + number(grid.header.len());
    let end = first + number(grid.rows.len());
    for (row, note) in (end..).zip(&grid.notes) {
        is(row, 0, &note.printed());
    }
    for (row, line) in (first..).zip(&grid.rows) {
        let mut column = 0;
        for cell in &line.cells {
            wrong.extend(of_cell(file, grid, line.line, (row, column), cell, sheet));
            column += cell.colspan;
        }
    }
    wrong.extend(of_signers(grid, end + number(grid.notes.len()), sheet));
    wrong
}

/// Who sign stand below everything else: first all titles, then all names.
fn of_signers(grid: &Grid, below: u32, sheet: &Sheet) -> Option<String> {
    let titles = grid.signers.iter().map(|signer| signer.title.printed());
    let names = grid.signers.iter().filter_map(|signer| signer.name.as_ref()).map(Line::printed);
    let wanted: Vec<String> = titles.chain(names).collect();
    let (last_row, last_column) = sheet.cells.end().unwrap_or_default();
    let cells = (below..=last_row).flat_map(|row| (0..=last_column).map(move |at| (row, at)));
    let found = cells.map(|(row, column)| sheet.text(row, column));
    let found: Vec<String> = found.filter(|text| !text.is_empty()).collect();
    (found != wanted).then(|| format!("below the table: {found:?} for {wanted:?}"))
}

fn of_cell(
    file: &ExcelFile,
    grid: &Grid,
    line: Option<usize>,
    (row, column): (u32, usize),
    cell: &Cell,
    sheet: &Sheet,
) -> Option<String> {
    let printed = cell.text.printed();
    let column_of_sheet = number(column);
    let found = sheet.cells.get_value((row, column_of_sheet));
    let is_same = match (&cell.value, found) {
        (Some(Value::Amount(_)), Some(Data::Float(value))) => shows(*value, &printed),
        (Some(Value::Date(date)), Some(Data::DateTime(value))) => {
            let days = date.since(jiff::civil::date(1899, 12, 30)).unwrap().get_days();
            value.as_f64().to_string() == days.to_string()
        }
        _ => sheet.text(row, column_of_sheet) == printed,
    };
    if !is_same {
        return Some(format!("({row}, {column}): {found:?} for `{printed}`"));
    }
    // Figures that Excel can make have a formula, nothing else has one.
    let origin = match (grid.shows, grid.columns[column].index) {
        (Appendix::Table(target), Some(index)) => {
            let table = file.tables.of(target);
            Some(table.cell(line, index).origin)
        }
        _ => None,
    };
    let is_made = origin.is_some_and(|it| it == Origin::Formula || it.aggregate().is_some());
    let wanted = is_made && matches!(found, Some(Data::Float(_)));
    let formula = sheet.formula(row, column_of_sheet);
    (wanted == formula.is_empty()).then(|| format!("({row}, {column}): formula `{formula}`"))
}

/// Whether a number, with the decimals of `printed`, is printed so.
fn shows(value: f64, printed: &str) -> bool {
    let printed = printed.strip_prefix('+').unwrap_or(printed);
    let decimals = printed.split_once(',').map_or(0, |(_, fraction)| fraction.len());
    let amount = Amount::from_decimal(&format!("{value}")).unwrap();
    let shown = amount.vietnamese(u32::try_from(decimals).unwrap());
    shown == printed || shown.replace('.', "") == printed
}

#[test]
fn every_excel_file_says_what_is_printed() {
    let press = Press::new(&BTreeMap::new());
    let mut wrong = String::new();
    for Subject { name, yaml, asked } in &office_subjects() {
        match press.excel(yaml, asked) {
            Ok(file) => {
                keep(name, "xlsx", &file.bytes);
                for difference in differences(&file) {
                    let _ = writeln!(wrong, "{name}: {difference}");
                }
                assert!(file.directive.targets.len() == file.tables.iter().len(), "{name}");
            }
            Err(error) => _ = writeln!(wrong, "{name}: {error}"),
        }
    }
    let lines: Vec<&str> = wrong.lines().take(40).collect();
    assert!(wrong.is_empty(), "\n{}\n({} lines)", lines.join("\n"), wrong.lines().count());
}

#[test]
fn a_figure_that_differs_is_found() {
    let press = Press::new(&BTreeMap::new());
    let (name, yaml) = crate::examples::examples()
        .into_iter()
        .find(|(name, _)| name.contains("hai-duong/2024"))
        .unwrap();
    let mut file = press.excel(&yaml, &super::WIDE).unwrap();
    assert_eq!(differences(&file), Vec::<String>::new(), "{name}");
    let grid = file.document.grids_mut().next().unwrap();
    grid.rows[3].cells[2].text.runs[0].text.push('1');
    assert_eq!(differences(&file).len(), 1);
}

#[test]
fn an_excel_file_has_the_same_bytes_each_time() {
    let press = Press::new(&BTreeMap::new());
    for Subject { name, yaml, asked } in office_subjects().iter().take(20) {
        let [first, second] = [(); 2].map(|()| press.excel(yaml, asked).unwrap().bytes);
        assert!(first == second, "{name}");
    }
}

#[test]
fn formulas_that_read_a_table_that_is_not_printed_stay_live() {
    let yaml = "kind: ke-hoach\nsymbol: KH-UBND\nsubject: Bao phủ bảo hiểm y tế\ntargets:\n  dan-so:\n    \
                row_header: Xã\n    printed: false\n    columns: [{id: n, header: Số người}]\n    rows: \
                {Xã A: [1250], Xã B: [980]}\n  khong-dung:\n    row_header: Xã\n    printed: false\n    \
                columns: [{id: n, header: Số người}]\n    rows: {Xã A: [1]}\n  the:\n    title: Số thẻ\n    \
                row_header: Xã\n    columns:\n      - {id: t, header: Số thẻ}\n      - {id: p, header: Bao \
                phủ (%), type: percent(1), formula: t / dan_so.row.n * 100}\n    rows: {Xã A: [1180], Xã \
                B: [941]}\nbody: Xem {{ appendix(\"the\") }}./.\n";
    let file = Press::new(&BTreeMap::new()).excel(yaml, &super::WIDE).unwrap();
    assert_eq!(differences(&file), Vec::<String>::new());
    let mut book = Xlsx::new(Cursor::new(&file.bytes)).unwrap();
    let sheets: Vec<(String, bool)> = book
        .sheets_metadata()
        .iter()
        .map(|sheet| (sheet.name.clone(), sheet.visible == calamine::SheetVisible::Visible))
        .collect();
    let hidden: Vec<&str> =
        sheets.iter().filter(|(_, visible)| !visible).map(|(name, _)| name.as_str()).collect();
    assert_eq!(hidden, ["dan-so"], "{sheets:?}");
    let formulas = book.worksheet_formula("Phụ lục").unwrap();
    let live = formulas.used_cells().filter(|(_, _, text)| text.contains("'dan-so'!")).count();
    assert_eq!(live, 2);
}
