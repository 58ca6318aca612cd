//! D586

use std::collections::BTreeMap;
use std::ops::Range;

use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::compute::{ComputedTable, Table};
use crate::diagnostic::Message;
use crate::model::amount::Amount;
use crate::model::target::{MadeBy, Target, TotalRule};

rule! {
    /// A row that equals the sum of rows beside it, and is summed together with them.
    ///
    /// ## Why
    /// A total under a name of its own, or a whole above its parts, is counted twice when it
    /// stands among the units.
    ///
    /// ## Bad
    /// ```yaml
    /// targets:
    ///   thu:
    ///     row_header: Quý
    ///     columns: [{id: n, header: Số thu}]
    ///     rows: {Quý I: [1250], Quý II: [1310], Quý III: [1287], Cả kỳ: [3847]}
    ///     total: {label: Cộng}
    /// body: |
    ///   Kết quả như sau:
    ///
    ///   {{ table("thu") }}
    /// ```
    ///
    /// ## Good
    /// ```yaml
    /// targets:
    ///   thu:
    ///     row_header: Quý
    ///     columns: [{id: n, header: Số thu}]
    ///     rows: {Quý I: [1250], Quý II: [1310], Quý III: [1287]}
    ///     total: {label: Cả kỳ}
    /// body: |
    ///   Kết quả như sau:
    ///
    ///   {{ table("thu") }}
    /// ```
    ///
    /// ## Basis
    /// All summed columns must agree, in figures that are not equal by chance: some digits where
    /// all other rows are summed, or where all rows are wholes and their parts, more where only
    /// some are.
    ///
    /// ## Là gì
    /// Dòng đúng bằng tổng của các dòng bên cạnh mà vẫn được cộng cùng các dòng ấy.
    ///
    /// ## Vì sao
    /// Dòng cộng mang tên riêng, hoặc dòng chung đứng trên các phần của nó, nếu để như một đơn vị
    /// thì bị cộng hai lần.
    ///
    /// ## Căn cứ
    /// Chỉ báo khi mọi cột cộng được đều khớp và các số không thể trùng ngẫu nhiên.
    "D586" "perhaps-total" Warning => check
}

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    for ComputedTable { target, table } in input.tables.iter() {
        for rows in target.runs_of_units().filter(|rows| rows.len() > 2) {
            for (line, of) in wholes(target, table, &rows) {
                let own = &target.lines[line].name;
                let name = |at: usize| target.lines[rows[at]].name.value.as_str();
                let message = Message::new("perhaps-total")
                    .with("name", &own.value)
                    .with("count", of.len())
                    .with("first", name(of.start))
                    .with("last", name(of.end - 1));
                let subject = format!("{}.{}", target.id.value, own.value);
                report.emit(own.span, message).subject = Some(subject);
            }
        }
    }
}

/// Units of one sum, and what is looked at of them.
struct Units<'a> {
    target: &'a Target,
    table: &'a Table,
    rows: &'a [usize],
    /// The columns that are summed.
    columns: Vec<usize>,
}

/// The lines that equal the sum of others of `rows`, each with the places of these.
fn wholes(target: &Target, table: &Table, rows: &[usize]) -> Vec<(usize, Range<usize>)> {
    let is_summed = |column: &usize| {
        let column = &target.columns[*column];
        column.kind.is_figure()
            && !column.kind.is_ratio()
            && matches!(column.total, TotalRule::Sum | TotalRule::BothWays)
    };
    let columns: Vec<usize> = (0..target.columns.len()).filter(is_summed).collect();
    let Some(first) = columns.first().copied() else { return Vec::new() };
    let units = Units { target, table, rows, columns };
    // Sums of the first column before each row, and where each of them stands.
    let mut sums = vec![Amount::zero()];
    for place in 0..rows.len() {
        let next = &sums[place] + &units.amount(place, first);
        sums.push(next);
    }
    let mut places = BTreeMap::<&Amount, Vec<usize>>::new();
    for (place, sum) in sums.iter().enumerate() {
        places.entry(sum).or_default().push(place);
    }
    let found = (0..rows.len()).filter_map(|at| {
        let own = units.amount(at, first);
        let behind = places.get(&(&sums[at + 1] + &own)).and_then(|places| {
            places.get(places.partition_point(|place| *place < at + 3)).map(|end| at + 1..*end)
        });
        let before = places.get(&(&sums[at] - &own)).and_then(|places| {
            let until = places.partition_point(|place| place + 2 <= at);
            until.checked_sub(1).map(|last| places[last]..at)
        });
        let whole = [behind, before].into_iter().flatten().find(|of| units.is_whole(at, of));
        whole.map(|of| Whole { at, of })
    });
    let found: Vec<Whole> = found.collect();
    let is_all = is_made_of(&found, rows.len())
        && found.iter().fold(1u64, |all, whole| all.saturating_mul(units.odds(whole))) >= 100;
    found
        .into_iter()
        .filter(|whole| is_all || units.odds(whole) >= least(target, rows, whole))
        .map(|whole| (rows[whole.at], whole.of))
        .collect()
}

/// A row that equals the sum of others, by their places in the run.
struct Whole {
    at: usize,
    of: Range<usize>,
}

/// Whether a run of `count` rows is made of several wholes and their parts and of nothing else: all
/// wholes stand above their parts, or all below them.
fn is_made_of(wholes: &[Whole], count: usize) -> bool {
    let covers = |start: fn(&Whole) -> usize, end: fn(&Whole) -> usize| {
        let end = wholes.iter().try_fold(0, |at, whole| (start(whole) == at).then(|| end(whole)));
        end == Some(count)
    };
    let above =
        || covers(|it| if it.at < it.of.start { it.at } else { usize::MAX }, |it| it.of.end);
    let below =
        || covers(|it| if it.at < it.of.start { usize::MAX } else { it.of.start }, |it| it.at + 1);
    wholes.len() > 1 && (above() || below())
}

impl Units<'_> {
    /// The figure of a column in the row at this place.
    fn amount(&self, place: usize, column: usize) -> Amount {
        let cell = self.table.cell(Some(self.rows[place]), column);
        cell.value.amount().cloned().unwrap_or_else(Amount::zero)
    }

    /// One in so many wholes agrees by chance: the product of its figures, without the zeros that
    /// all figures of their column end in.
    fn odds(&self, whole: &Whole) -> u64 {
        // What is made from other columns agrees when these do.
        let is_input =
            |column: &&usize| matches!(self.target.columns[**column].made_by, MadeBy::Input);
        let inputs = self.columns.iter().filter(is_input);
        let of_column = |column: &usize| {
            let places = whole.of.clone().chain([whole.at]);
            let figures: Vec<String> =
                places.map(|place| digits_of(&self.amount(place, *column))).collect();
            let zeros = |text: &String| text.len() - text.trim_end_matches('0').len();
            let filled = figures.iter().filter(|text| !text.trim_matches('0').is_empty());
            let least = filled.map(zeros).min().unwrap_or(0);
            let own = figures.last().map_or("", |text| &text[..text.len() - least]);
            own.trim_start_matches('0').parse::<u64>().map_or(1, |own| own.max(1))
        };
        inputs.map(of_column).fold(1, u64::saturating_mul)
    }

    /// Whether the row at a place is the sum of these in every column.
    fn is_whole(&self, at: usize, of: &Range<usize>) -> bool {
        // What is followed by blanks equals its neighbour, not a sum.
        let is_nothing = |place: &usize| {
            self.columns.iter().all(|column| self.amount(*place, *column) == Amount::zero())
        };
        let sum = |column: usize| {
            of.clone().fold(Amount::zero(), |sum, place| &sum + &self.amount(place, column))
        };
        of.clone().filter(|place| !is_nothing(place)).count() > 1
            && self.columns.iter().all(|column| self.amount(at, *column) == sum(*column))
    }
}

/// The odds that tell that figures are not equal by chance.
fn least(target: &Target, rows: &[usize], Whole { at, of }: &Whole) -> u64 {
    let name = |place: usize| target.lines[rows[place]].name.value.to_lowercase();
    let is_dashed = |place: usize| name(place).trim_start().starts_with(['-', '–', '+', '•']);
    let are_parts = !is_dashed(*at) && of.clone().all(is_dashed);
    if are_parts || TOTALS.iter().any(|word| name(*at).contains(word)) {
        return 1;
    }
    match (of.len() + 1 == rows.len(), of.len()) {
        (true, 2) => 100,
        (true, _) => 10,
        // The more rows there are, the likelier some agree by chance.
        (false, _) => 500 * u64::try_from(rows.len()).unwrap_or(u64::MAX / 500),
    }
}

/// Words in names of sums.
const TOTALS: [&str; 10] = [
    "tổng",
    "cộng",
    "tất cả",
    "toàn bộ",
    "cả năm",
    "tháng đầu năm",
    "mang sang",
    "lũy kế",
    "luỹ kế",
    "total",
];

/// The digits of an amount with six decimals.
fn digits_of(amount: &Amount) -> String {
    let text = amount.vietnamese_plain(6);
    let (whole, fraction) = text.split_once(',').unwrap_or((&text, ""));
    let whole: String = whole.chars().filter(char::is_ascii_digit).collect();
    format!("{whole}{fraction:0<6}")
}
