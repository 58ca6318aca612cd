//! Where the cells of the tables stand in the workbook.

use crate::model::target::Target;
use crate::printed::grid::Grid;

/// The sheet of one table: its columns and lines on it.
#[derive(Debug)]
pub(super) struct Place {
    pub(super) sheet: String,
    /// The column of the sheet for each column of the table. Those that are not printed stand
    /// hidden behind the others.
    pub(super) columns: Vec<u16>,
    /// The row of the sheet for each line of the table.
    pub(super) lines: Vec<u32>,
    /// That of the row of totals, where it is printed.
    pub(super) total: Option<u32>,
}

impl Place {
    /// The table `target` as `grid` shows it on the sheet called `sheet`, whose rows begin at
    /// `first`.
    pub(super) fn new(sheet: String, target: &Target, grid: &Grid, first: u32) -> Self {
        let count = grid.columns.len();
        let mut hidden = count;
        let column = |index: usize| {
            let printed = grid.columns.iter().position(|column| column.index == Some(index));
            let place = printed.unwrap_or_else(|| {
                hidden += 1;
                hidden - 1
            });
            u16::try_from(place).unwrap_or(u16::MAX)
        };
        let columns = (0..target.columns.len()).map(column).collect();
        let row = |line: Option<usize>| {
            let place = grid.rows.iter().position(|row| row.line == line)?;
            Some(first + u32::try_from(place).unwrap_or(u32::MAX - first))
        };
        let lines = (0..target.lines.len()).map(|line| row(Some(line)).unwrap_or(first)).collect();
        Self { sheet, columns, lines, total: row(None) }
    }

    /// The cells of `column` in these lines, as Excel writes them, neighbours as one range:
    /// `$C$5:$C$16`.
    pub(super) fn ranges(&self, column: usize, lines: impl Iterator<Item = usize>) -> Vec<String> {
        let mut runs: Vec<(u32, u32)> = Vec::new();
        for row in lines.map(|line| self.lines[line]) {
            match runs.last_mut().filter(|(_, last)| last + 1 == row) {
                Some((_, last)) => *last = row,
                None => runs.push((row, row)),
            }
        }
        let letters = letters(self.columns[column]);
        let range = |(first, last): (u32, u32)| {
            let (first, last) = (first + 1, last + 1);
            if first == last {
                format!("${letters}${first}")
            } else {
                format!("${letters}${first}:${letters}${last}")
            }
        };
        runs.into_iter().map(range).collect()
    }
}

/// `A`, `B`, … `Z`, `AA`.
pub(super) fn letters(column: u16) -> String {
    let mut rest = u32::from(column) + 1;
    let mut letters = Vec::new();
    while rest > 0 {
        rest -= 1;
        letters.push(char::from(b'A' + u8::try_from(rest % 26).unwrap_or(0)));
        rest /= 26;
    }
    letters.iter().rev().collect()
}

/// `'Phụ lục I'!` before the cells of another sheet.
pub(super) fn of_sheet(name: &str) -> String {
    format!("'{}'!", name.replace('\'', "''"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_named_as_excel_names_them() {
        for (column, expected) in [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")] {
            assert_eq!(letters(column), expected);
        }
    }
}
