//! Workbooks as offices make them, from known tables: what is read is the known table, or there is
//! an error. A property; `VANTHU_WORKBOOKS=2000` makes as many.

use std::fmt::Write as _;

use fastrand::Rng;
use rust_xlsxwriter::{Format, Formula, Workbook, Worksheet};
use unicode_normalization::UnicodeNormalization as _;
use vanthu::compute::{ComputedTable, Value};

use super::office::{Ran, run_with};

/// A table as it is meant.
struct Known {
    columns: Vec<Column>,
    groups: Vec<Group>,
    has_groups: bool,
    has_sum_column: bool,
}

struct Column {
    id: String,
    header: String,
    kind: Kind,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Whole,
    Decimals,
    Percent,
    Words,
}

struct Group {
    name: String,
    units: Vec<(String, Vec<Cell>)>,
}

/// Hundredths, or words.
#[derive(Clone)]
enum Cell {
    Blank,
    Figure(i64),
    Words(String),
}

/// How a workbook shows its table.
struct SheetLook {
    titles: u32,
    has_index: bool,
    has_number_row: bool,
    is_grouped_header: bool,
    header: u8,
    total: Option<(&'static str, bool)>,
    sums: Sums,
    notes: u32,
    has_hidden_sheet: bool,
    has_hidden_column: bool,
    has_hidden_row: bool,
    is_percent_format: bool,
    is_header_repeated: bool,
    first_column: u16,
    wrong: Option<Wrong>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Sums {
    /// On the row of the group's name.
    Above,
    /// On a row of their own behind the units.
    Below,
}

/// What must be an error.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Wrong {
    Total,
    Subtotal,
    NoValue,
    ErrorCell,
    ColumnLacks,
    Merged,
    Computed,
}

const TOTALS: [&str; 8] = [
    "Tổng cộng",
    "TỔNG CỘNG:",
    "Cộng",
    "Tổng số",
    "Tổng",
    "Toàn tỉnh",
    "Tổng cộng (A+B)",
    "Cả nước",
];

fn known(random: &mut Rng) -> Known {
    let kinds = [Kind::Whole, Kind::Decimals, Kind::Whole, Kind::Words, Kind::Percent];
    let names = ["Số hộ", "Diện tích", "Kinh phí", "Ghi chú", "Tỷ lệ bao phủ"];
    let mut columns: Vec<Column> = Vec::new();
    for (index, kind) in kinds.into_iter().enumerate() {
        if index > 0 && random.bool() {
            continue;
        }
        columns.push(Column { id: format!("c{index}"), header: names[index].to_owned(), kind });
    }
    let has_sum_column =
        columns.iter().filter(|column| column.kind == Kind::Whole).count() == 2 && random.bool();
    let has_groups = random.bool();
    let count = if has_groups { random.usize(2..4) } else { 1 };
    let mut unit = 0;
    let groups = (0..count)
        .map(|group| {
            let units = (0..random.usize(1..6))
                .map(|_| {
                    unit += 1;
                    let cells = columns.iter().map(|column| cell(column.kind, random)).collect();
                    (
                        format!("Xã {}", ["An Bình", "Tân Lập", "Hòa Thuận"][unit % 3])
                            + &unit.to_string(),
                        cells,
                    )
                })
                .collect();
            Group {
                name: format!("Khu vực {}", ["đồng bằng", "miền núi", "ven biển"][group]),
                units,
            }
        })
        .collect();
    Known { columns, groups, has_groups, has_sum_column }
}

fn cell(kind: Kind, random: &mut Rng) -> Cell {
    match kind {
        Kind::Whole => Cell::Figure(random.i64(0..20_000) * 100),
        Kind::Decimals if random.u8(0..8) == 0 => Cell::Blank,
        Kind::Decimals => Cell::Figure(random.i64(1..500_000)),
        // One decimal is printed.
        Kind::Percent => Cell::Figure(random.i64(0..1_000) * 10),
        Kind::Words if random.bool() => Cell::Blank,
        Kind::Words => {
            Cell::Words(["mới", "điểm, chỉ đạo", "xem (1)"][random.usize(0..3)].to_owned())
        }
    }
}

fn look(known: &Known, random: &mut Rng) -> SheetLook {
    let has_index = known.has_groups && random.bool() || random.bool();
    let wrongs = [
        Wrong::Total,
        Wrong::Subtotal,
        Wrong::NoValue,
        Wrong::ErrorCell,
        Wrong::ColumnLacks,
        Wrong::Merged,
        Wrong::Computed,
    ];
    SheetLook {
        titles: random.u32(0..4),
        has_index,
        has_number_row: random.bool(),
        is_grouped_header: known.columns.len() > 1 && random.bool(),
        header: random.u8(0..6),
        total: random.bool().then(|| (TOTALS[random.usize(0..TOTALS.len())], random.u8(0..4) == 0)),
        sums: if has_index && random.bool() { Sums::Above } else { Sums::Below },
        notes: random.u32(0..3),
        has_hidden_sheet: random.u8(0..4) == 0,
        has_hidden_column: random.u8(0..4) == 0,
        has_hidden_row: random.u8(0..10) == 0,
        is_percent_format: random.bool(),
        is_header_repeated: random.u8(0..6) == 0,
        first_column: u16::from(random.u8(0..4) == 0),
        wrong: (random.u8(0..4) == 0).then(|| wrongs[random.usize(0..wrongs.len())]),
    }
}

/// The sum of a column of figures, of all groups or of one.
fn sum(known: &Known, group: Option<usize>, column: usize) -> i64 {
    let of_group = |(index, _): &(usize, &Group)| group.is_none_or(|group| group == *index);
    let units =
        known.groups.iter().enumerate().filter(of_group).flat_map(|(_, group)| &group.units);
    units
        .map(|(_, cells)| match &cells[column] {
            Cell::Figure(figure) => *figure,
            Cell::Blank | Cell::Words(_) => 0,
        })
        .sum()
}

/// Hundredths as a number of a workbook; exact, as the digits are read.
fn number(hundredths: i64) -> f64 {
    let sign = if hundredths < 0 { "-" } else { "" };
    let digits = hundredths.abs();
    format!("{sign}{}.{:02}", digits / 100, digits % 100).parse().expect("digits")
}

/// A percentage in hundredths as the share that a spreadsheet keeps.
fn share(hundredths: i64) -> f64 {
    format!("{}.{:04}", hundredths / 10_000, hundredths % 10_000).parse().expect("digits")
}

struct Writer<'a> {
    known: &'a Known,
    look: &'a SheetLook,
    sheet: Worksheet,
    row: u32,
    /// The column of names.
    name: u16,
    /// Whether the mistake was made that there is to be.
    is_wrong: bool,
}

impl Writer<'_> {
    fn text(&mut self, column: u16, text: &str) {
        self.sheet.write_string(self.row, column, text).expect("a text");
    }

    fn column(&self, index: usize) -> u16 {
        self.name + 1 + u16::try_from(index).expect("few columns")
    }

    /// The columns of the sheet behind those of figures.
    fn sum_column(&self) -> u16 {
        self.column(self.known.columns.len())
    }

    fn heading(&self, header: &str) -> String {
        match self.look.header {
            0 => header.to_uppercase(),
            1 => header.nfd().collect(),
            2 => header.replacen(' ', "\n", 1),
            3 => format!("{header} (đơn vị)"),
            4 => format!(" {header} "),
            _ => header.to_owned(),
        }
    }

    fn header(&mut self) {
        let plain = Format::new();
        let row = self.row;
        let height = u32::from(self.look.is_grouped_header);
        let mut heads: Vec<(u16, String)> = Vec::new();
        if self.look.has_index {
            heads.push((self.name - 1, "STT".to_owned()));
        }
        heads.push((self.name, self.heading("Đơn vị")));
        for index in 0..self.known.columns.len() {
            let lacks = self.look.wrong == Some(Wrong::ColumnLacks) && index == 0;
            let header = if lacks { "Cột khác" } else { &self.known.columns[index].header };
            self.is_wrong |= lacks;
            heads.push((self.column(index), self.heading(header)));
        }
        if self.known.has_sum_column {
            heads.push((self.sum_column(), self.heading("Cộng hai cột")));
        }
        let last = self.column(1);
        for (column, text) in heads {
            let is_below = height > 0 && (self.column(0)..=last).contains(&column);
            let merged = height > 0 && !is_below;
            let result = if merged {
                self.sheet.merge_range(row, column, row + height, column, &text, &plain)
            } else {
                self.sheet.write_string(row + height, column, &text)
            };
            result.expect("a heading");
        }
        if height > 0 {
            let first = self.column(0);
            self.sheet.merge_range(row, first, row, last, "Chỉ tiêu giao", &plain).expect("group");
        }
        if self.look.has_hidden_column {
            let column = self.sum_column() + 1;
            self.sheet.write_string(row + height, column, "Mã").expect("a heading");
            self.sheet.set_column_hidden(column).expect("a column");
        }
        self.row += height + 1;
    }

    fn number_row(&mut self) {
        if self.look.has_index {
            self.text(self.name - 1, "A");
        }
        self.text(self.name, if self.look.has_index { "B" } else { "A" });
        for index in 0..self.known.columns.len() + usize::from(self.known.has_sum_column) {
            self.text(self.column(index), &format!("({})", index + 1));
        }
        self.row += 1;
    }

    fn mark(&mut self, text: &str) {
        if self.look.has_index {
            self.text(self.name - 1, text);
        }
    }

    fn unit(&mut self, number_of: usize, name: &str, cells: &[Cell]) {
        self.mark(&number_of.to_string());
        self.text(self.name, name);
        let percent = Format::new().set_num_format("0.0%");
        for (index, cell) in cells.iter().enumerate() {
            let column = self.column(index);
            let kind = self.known.columns[index].kind;
            if let (Some(wrong), Cell::Figure(_), 1) = (self.look.wrong, cell, number_of)
                && index == 0
                && !self.is_wrong
                && self.spoil(wrong, column)
            {
                continue;
            }
            match cell {
                Cell::Blank => {}
                Cell::Words(words) => self.text(column, words),
                Cell::Figure(figure) if kind == Kind::Percent && self.look.is_percent_format => {
                    let written = self.sheet.write_number_with_format(
                        self.row,
                        column,
                        share(*figure),
                        &percent,
                    );
                    written.expect("a number");
                }
                Cell::Figure(figure) => {
                    self.sheet.write_number(self.row, column, number(*figure)).expect("a number");
                }
            }
        }
        if self.known.has_sum_column {
            let wholes: i64 = cells
                .iter()
                .zip(&self.known.columns)
                .filter(|(_, column)| column.kind == Kind::Whole)
                .map(|(cell, _)| if let Cell::Figure(figure) = cell { *figure } else { 0 })
                .sum();
            let is_wrong = self.look.wrong == Some(Wrong::Computed) && !self.is_wrong;
            self.is_wrong |= is_wrong;
            let sum = number(wholes + 100 * i64::from(is_wrong));
            let formula = Formula::new("1+1").set_result(sum.to_string());
            self.sheet.write_formula(self.row, self.sum_column(), formula).expect("a formula");
        }
        if self.look.has_hidden_row && number_of == 1 {
            self.sheet.set_row_hidden(self.row).expect("a row");
        }
        self.row += 1;
    }

    /// Writes a mistake in place of a figure; whether it is one of a cell.
    fn spoil(&mut self, wrong: Wrong, column: u16) -> bool {
        match wrong {
            Wrong::NoValue => {
                let formula = Formula::new("Khác!B2").set_result("0");
                self.sheet.write_formula(self.row, column, formula).expect("a formula");
            }
            Wrong::ErrorCell => self.text(column, "#REF!"),
            Wrong::Merged => {
                let plain = Format::new();
                let right = self.sum_column();
                let merged =
                    self.sheet.merge_range(self.row, self.name, self.row, right, "Xã gộp", &plain);
                if merged.is_err() {
                    return false;
                }
                self.sheet.write_number(self.row, self.name, 5).expect("a number");
            }
            _ => return false,
        }
        self.is_wrong = true;
        wrong != Wrong::Merged
    }

    /// A row of sums of a group or of the table.
    fn sums(&mut self, group: Option<usize>, wrong: Wrong) {
        let is_wrong = self.look.wrong == Some(wrong) && !self.is_wrong;
        self.is_wrong |= is_wrong;
        for (index, column) in self.known.columns.iter().enumerate() {
            if !matches!(column.kind, Kind::Whole | Kind::Decimals) {
                continue;
            }
            let off = i64::from(is_wrong && index == 0) * 100;
            let figure = number(sum(self.known, group, index) + off);
            self.sheet.write_number(self.row, self.column(index), figure).expect("a number");
        }
    }

    fn total(&mut self, name: &str) {
        // Where numbers stand in a column of their own, the name often stands there, merged.
        let column =
            if self.look.has_index && self.look.notes == 1 { self.name - 1 } else { self.name };
        self.text(column, name);
        self.sums(None, Wrong::Total);
        self.row += 1;
    }

    fn write(&mut self) {
        for title in 0..self.look.titles {
            let text =
                ["BIỂU SỐ 1", "GIAO CHỈ TIÊU NĂM 2026", "(Kèm theo Quyết định số 12/QĐ-UBND)"];
            self.text(0, text[title as usize % 3]);
            self.row += 1 + u32::from(title == 1);
        }
        self.header();
        if self.look.has_number_row {
            self.number_row();
        }
        let known = self.known;
        if let Some((name, true)) = self.look.total {
            self.total(name);
        }
        for (index, group) in known.groups.iter().enumerate() {
            if known.has_groups {
                self.mark(["A", "B", "C"][index]);
                self.text(self.name, &group.name);
                if self.look.sums == Sums::Above {
                    self.sums(Some(index), Wrong::Subtotal);
                }
                self.row += 1;
            }
            for (unit, (name, cells)) in group.units.iter().enumerate() {
                self.unit(unit + 1, name, cells);
            }
            if known.has_groups && self.look.sums == Sums::Below {
                self.text(self.name, "Cộng");
                self.sums(Some(index), Wrong::Subtotal);
                self.row += 1;
            }
            if self.look.is_header_repeated && index == 0 && !self.look.is_grouped_header {
                self.header();
            }
        }
        if let Some((name, false)) = self.look.total {
            self.total(name);
        }
        for note in 0..self.look.notes {
            self.row += note;
            self.text(0, ["Ghi chú: số liệu đến 31/12/2025", "Người lập biểu"][note as usize % 2]);
            self.row += 1;
        }
    }
}

/// The workbook, and whether it has the mistake that there was to be.
fn workbook(known: &Known, look: &SheetLook) -> (Vec<u8>, bool) {
    let name = look.first_column + u16::from(look.has_index);
    let sheet = Worksheet::new();
    let mut writer = Writer { known, look, sheet, row: 0, name, is_wrong: false };
    writer.write();
    let is_wrong = writer.is_wrong;
    let mut sheet = writer.sheet;
    sheet.set_active(true);
    let mut book = Workbook::new();
    if look.has_hidden_sheet {
        let hidden = book.add_worksheet();
        hidden.set_name("Nháp").expect("a name");
        hidden.write_string(0, 0, "Đơn vị").expect("a text");
        hidden.write_string(0, 1, "Số hộ").expect("a text");
        hidden.set_hidden(true);
    }
    book.push_worksheet(sheet);
    (book.save_to_buffer().expect("a workbook"), is_wrong)
}

fn yaml(known: &Known, look: &SheetLook) -> String {
    let mut yaml = "row_header: Đơn vị\ncolumns:\n".to_owned();
    for column in &known.columns {
        let kind = match column.kind {
            Kind::Whole => "integer",
            Kind::Decimals => "decimal(2)",
            Kind::Percent => "percent(1)",
            Kind::Words => "text",
        };
        let (id, header) = (&column.id, &column.header);
        let _ = writeln!(yaml, "  - {{id: {id}, header: {header}, type: {kind}}}");
    }
    if known.has_sum_column {
        let _ = writeln!(yaml, "  - {{id: cong, header: Cộng hai cột, formula: c0 + c2}}");
    }
    yaml.push_str("rows: {file: a.xlsx}\n");
    // A total that stands in the file alone is printed as well.
    if look.total.is_none() || look.titles == 1 {
        yaml.push_str("total: {label: Tổng cộng}\n");
    }
    yaml
}

/// What is different from the known table.
fn differences(known: &Known, ran: &Ran) -> Vec<String> {
    let Some((_, tables)) = &ran.examined else { return vec!["nothing is read".into()] };
    let ComputedTable { target, table } = tables.of(0);
    let mut wanted: Vec<(String, usize, Option<&Vec<Cell>>)> = Vec::new();
    for group in &known.groups {
        if known.has_groups {
            wanted.push((group.name.clone(), 0, None));
        }
        let level = usize::from(known.has_groups);
        wanted.extend(group.units.iter().map(|(name, cells)| (name.clone(), level, Some(cells))));
    }
    let found: Vec<(String, usize)> =
        target.lines.iter().map(|line| (line.name.value.clone(), line.level)).collect();
    let names: Vec<(String, usize)> =
        wanted.iter().map(|(name, level, _)| (name.clone(), *level)).collect();
    if names != found {
        return vec![format!("rows {found:?}, expected {names:?}")];
    }
    let mut wrong = Vec::new();
    for (line, (name, _, cells)) in wanted.iter().enumerate() {
        for (column, cell) in cells.iter().flat_map(|cells| cells.iter().enumerate()) {
            let found = match &table.lines[line][column].value {
                Value::Blank => String::new(),
                Value::Amount(amount) => amount.exact(),
                Value::Text(text) => text.clone(),
                Value::Mark(mark) => mark.sign().to_owned(),
                Value::Date(date) => date.to_string(),
            };
            let expected = match cell {
                Cell::Blank => String::new(),
                Cell::Figure(figure) => number(*figure).to_string(),
                Cell::Words(words) => words.clone(),
            };
            if found != expected {
                wrong.push(format!("{name}, column {column}: {found:?}, expected {expected:?}"));
            }
        }
    }
    for (column, known_column) in known.columns.iter().enumerate() {
        let is_summed = matches!(known_column.kind, Kind::Whole | Kind::Decimals);
        let found = table.total[column].value.amount().map(vanthu::model::amount::Amount::exact);
        let expected = number(sum(known, None, column)).to_string();
        if is_summed && target.total.is_some() && found.unwrap_or("0".into()) != expected {
            wrong.push(format!("total of column {column} is not {expected}"));
        }
    }
    wrong
}

#[test]
#[expect(clippy::print_stderr, reason = "says what the workbooks came to")]
fn what_is_read_of_a_workbook_is_the_known_table_or_an_error() {
    let count = std::env::var("VANTHU_WORKBOOKS").ok().and_then(|count| count.parse().ok());
    let count: u64 = count.unwrap_or(200);
    let (mut read, mut refused, mut asked) = (0, 0, 0);
    for seed in 0..count {
        let mut random = Rng::with_seed(seed);
        let known = known(&mut random);
        let look = look(&known, &mut random);
        let (bytes, is_wrong) = workbook(&known, &look);
        let ran = run_with(&yaml(&known, &look), "a.xlsx", &bytes);
        let has_error = ran.findings.contains("error[");
        if is_wrong {
            assert!(has_error, "seed {seed}: {:?} is not found\n{}", look.wrong, ran.findings);
            refused += 1;
            continue;
        }
        if look.has_hidden_row {
            assert!(ran.findings.contains("hides"), "seed {seed}:\n{}", ran.findings);
            asked += 1;
            continue;
        }
        let wrong = differences(&known, &ran);
        let text = wrong.join("\n");
        if wrong.is_empty() {
            read += 1;
        }
        assert!(
            wrong.is_empty(),
            "seed {seed}:\n{text}\n{}\n{}",
            ran.findings,
            yaml(&known, &look)
        );
        let is_noted = |words: &str, is_there: bool| {
            assert!(
                !is_there || ran.findings.contains(words),
                "seed {seed}: {words}\n{}",
                ran.findings
            );
        };
        is_noted("hidden sheets Nháp", look.has_hidden_sheet);
        is_noted("hidden columns", look.has_hidden_column);
        is_noted("of running numbers", look.has_index);
        is_noted("merged cells", look.is_grouped_header);
        is_noted("column numbers", look.has_number_row);
        is_noted("notes in row", look.notes > 0);
        is_noted("above it", look.titles > 0);
        is_noted("sums at", look.total.is_some());
    }
    eprintln!("{count} workbooks: {read} read, {refused} refused, {asked} asked about hidden rows");
}
