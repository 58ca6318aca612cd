//! The lines of a table: which are summed, which stand around which, and how a cell is printed.

use std::collections::BTreeMap;

use super::line::Role;
use super::line_path::{self, PathError};
use super::target::{Column, ColumnKind, Line, MadeBy, SourceFormula, Target, TotalRule};

/// Whether two ids are the same: `-` may be spelt `_`, as a template language would want it.
pub(crate) fn is_same_id(id: &str, other: &str) -> bool {
    id.replace('-', "_") == other.replace('-', "_")
}

impl Target {
    /// Indexes of units that stand beside each other in one sum.
    pub(crate) fn runs_of_units(&self) -> impl Iterator<Item = Vec<usize>> {
        let parents = self.parents();
        let mut runs: BTreeMap<Option<usize>, Vec<usize>> = BTreeMap::new();
        for (index, line) in self.lines.iter().enumerate() {
            let is_summed = parents[index].is_some() || self.total.is_some();
            if line.is_summed() && is_summed {
                runs.entry(parents[index]).or_default().push(index);
            }
        }
        runs.into_values()
    }

    /// Indexes of the lines that are summed, of the whole table or of one group.
    pub fn units(&self, group: Option<usize>) -> impl Iterator<Item = usize> + '_ {
        let range = match group {
            None => 0..self.lines.len(),
            Some(group) => {
                let below = self.lines[group].group.unwrap_or(0);
                group + 1..group + 1 + below
            }
        };
        range.filter(|line| self.lines[*line].is_summed())
    }

    /// Indexes of the lines that hold figures of their own: units, parts and computed rows.
    pub fn rows(&self) -> impl Iterator<Item = usize> + '_ {
        let has_cells =
            |line: &Line| line.group.is_none() && !matches!(line.role, Role::Heading | Role::Blank);
        (0..self.lines.len()).filter(move |line| has_cells(&self.lines[*line]))
    }

    /// The line around each line, if there is one: its group, or the whole it is a part of.
    #[must_use]
    pub fn parents(&self) -> Vec<Option<usize>> {
        let mut open: Vec<usize> = Vec::new();
        let parent = |(index, line): (usize, &Line)| {
            open.truncate(line.level);
            let parent = open.last().copied();
            open.push(index);
            parent
        };
        self.lines.iter().enumerate().map(parent).collect()
    }

    /// The line that `path` names: see [`line_path::find`].
    pub fn line_at(&self, path: &[impl AsRef<str>]) -> Result<usize, PathError> {
        line_path::find(&self.lines, path)
    }

    /// The shortest path that names a line, or the row of totals (`total`).
    #[must_use]
    pub fn path_of(&self, line: Option<usize>) -> Vec<&str> {
        line.map_or_else(|| vec!["total"], |line| line_path::shortest(&self.lines, line))
    }

    /// Whether `name` means this table.
    #[must_use]
    pub fn is_called(&self, name: &str) -> bool {
        is_same_id(&self.id.value, name)
    }

    /// A figure as a reference spells it: `chi_tieu.total.tn_tang`, `t["Xã A"].n`.
    #[must_use]
    pub fn reference_to(&self, line: Option<usize>, column: usize) -> String {
        let id = self.id.value.replace('-', "_");
        let column = &self.columns[column].id.value;
        if line.is_none() {
            return format!("{id}.total.{column}");
        }
        let names = line_path::spelt(&self.path_of(line));
        format!("{id}{names}.{column}")
    }

    /// A figure as an `accept` spells it: `chi-tieu.total.tn_tang`.
    #[must_use]
    pub fn accept_path(&self, line: Option<usize>, column: usize) -> String {
        let row = self.path_of(line).join(".");
        format!("{}.{row}.{}", self.id.value, self.columns[column].id.value)
    }

    /// What the cell of a column in a line (`None`: the row of totals) holds, and with how many
    /// decimals: a row may have its own number of them.
    #[must_use]
    pub fn kind_at(&self, line: Option<usize>, column: usize) -> ColumnKind {
        let kind = self.columns[column].kind;
        if self.has_row_decimals { kind_at(&self.lines, kind, line) } else { kind }
    }

    /// Whether lines that would be summed have units that differ: then nothing is summed.
    #[must_use]
    pub fn has_mixed_units(&self, group: Option<usize>) -> bool {
        let mut units = self
            .units(group)
            .map(|line| self.lines[line].details.unit.as_ref().map(|unit| unit.value.as_str()));
        let Some(first) = units.next() else { return false };
        units.any(|unit| unit != first)
    }

    /// The formula that makes a cell of a line: its own, else that of its column.
    #[must_use]
    pub fn formula_at(&self, line: usize, column: usize) -> Option<&SourceFormula> {
        self.lines[line].formula(column).or_else(|| self.columns[column].formula())
    }

    /// The formula that makes a cell which a formula makes: that of its line, else that of totals
    /// and subtotals, else that of its column. `line` of `None` is the row of totals.
    #[must_use]
    pub fn formula_of(&self, line: Option<usize>, column: usize) -> Option<&SourceFormula> {
        let own = line.and_then(|line| self.lines[line].formula(column));
        let of = &self.columns[column];
        let is_total = line.is_none_or(|line| self.lines[line].group.is_some());
        own.or(match &of.total {
            TotalRule::Formula(written) if is_total => Some(written),
            _ => of.formula(),
        })
    }

    /// Whether some cell has a formula of its own line.
    #[must_use]
    pub fn has_computed_rows(&self) -> bool {
        self.lines.iter().any(|line| !line.formulas.is_empty())
    }
}

impl Column {
    /// Whether its cells are made together: what is spread over rows, or rounded to add up.
    #[must_use]
    pub fn is_made_at_once(&self) -> bool {
        self.adds_up || matches!(self.made_by, MadeBy::Allocation(_))
    }

    /// The formula that makes its cells.
    #[must_use]
    pub fn formula(&self) -> Option<&SourceFormula> {
        match &self.made_by {
            MadeBy::Formula(written) => Some(written),
            MadeBy::Input | MadeBy::Allocation(_) => None,
        }
    }
}

/// What a cell in a column of `kind` holds, and with how many decimals: those of its line; those of
/// sums are the most of their units.
pub(crate) fn kind_at(lines: &[Line], kind: ColumnKind, line: Option<usize>) -> ColumnKind {
    let own = line.map(|line| &lines[line]);
    if let Some(line) = own.filter(|it| it.group.is_none() || it.details.decimals.is_some()) {
        return kind.with_decimals(line.details.decimals);
    }
    let below = own.and_then(|line| line.group).unwrap_or(lines.len());
    let from = line.map_or(0, |line| line + 1);
    let units = lines[from..].iter().take(below).filter(|line| line.is_summed());
    let decimals = units.map(|unit| kind.with_decimals(unit.details.decimals).decimals());
    kind.with_decimals(decimals.max())
}
