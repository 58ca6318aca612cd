//! Which figure somebody asks for: by its path, by its row, or by what is printed.

use super::CellId;
use crate::check::figures_in_text::{self, Typed};
use crate::diagnostic::Message;
use crate::model::Directive;
use crate::model::amount::Amount;
use crate::model::line_path::PathError;
use crate::model::reference::{Format, Referent};
use crate::model::target::{ColumnKind, Target};
use crate::nearest::{folded, listed, suggestion};
use crate::pipeline::Examined;
use crate::source::Sources;

/// Why there is no such figure, and what to ask for instead.
pub type LookupError = (Message, Option<Message>);

/// The figures `words` ask for: one for a path, all of a row for its name, all of that value for
/// a number as it is printed.
pub fn find(
    words: &str,
    examined: &Examined,
    sources: &Sources,
) -> Result<Vec<CellId>, LookupError> {
    let words = bare(words);
    let directive = &examined.directive;
    if directive.targets.is_empty() {
        return Err((Message::new("figure-no-tables"), None));
    }
    if let Some((amount, is_percent)) = number(words) {
        let found = with_value(&amount, is_percent, examined);
        let none = || (Message::new("figure-no-value").with("value", words), None);
        return if found.is_empty() && typed(words, directive, sources).is_empty() {
            Err(none())
        } else {
            Ok(found)
        };
    }
    let rows = rows_named(words, directive);
    if !rows.is_empty() {
        return Ok(rows);
    }
    path(words, directive).map(|spot| vec![spot])
}

/// Where the number `words` is typed in the text.
#[must_use]
pub fn typed(words: &str, directive: &Directive, sources: &Sources) -> Vec<Typed> {
    let Some((amount, _)) = number(bare(words)) else { return Vec::new() };
    let mut typed = figures_in_text::typed(directive, sources);
    typed.retain(|typed| typed.amount == amount);
    typed
}

/// Without braces and without a format.
fn bare(words: &str) -> &str {
    let words = words.trim().trim_start_matches("{{").trim_end_matches("}}").trim();
    match words.rfind('|') {
        Some(pipe) if !words[pipe..].contains('"') => words[..pipe].trim_end(),
        _ => words,
    }
}

/// `18.304`, `12,5%`, and also `18304` and `12.5`: the amount, and whether `%` is behind it.
fn number(words: &str) -> Option<(Amount, bool)> {
    let (digits, is_percent) = match words.strip_suffix('%') {
        Some(digits) => (digits.trim_end(), true),
        None => (words, false),
    };
    let digits = digits.replace('\u{2212}', "-");
    let digits = digits.strip_prefix('+').unwrap_or(&digits).to_owned();
    let (sign, unsigned) = match digits.strip_prefix('-') {
        Some(unsigned) => ("-", unsigned),
        None => ("", digits.as_str()),
    };
    let (whole, fraction) = unsigned.split_once(',').unwrap_or((unsigned, ""));
    let groups: Vec<&str> = whole.split('.').collect();
    let is_grouped =
        groups[1..].iter().all(|group| group.len() == 3) && (1..=3).contains(&groups[0].len());
    let amount = if groups.len() == 1 || is_grouped {
        // Zeros behind keep three decimals from looking like thousands.
        let fraction = if fraction.is_empty() { String::new() } else { format!(".{fraction}0000") };
        format!("{sign}{}{fraction}", groups.concat())
    } else {
        digits.clone()
    };
    Some((Amount::from_figure(&amount).ok()?, is_percent))
}

/// The figures that are printed as `wanted`, in the table or by a reference.
fn with_value(wanted: &Amount, is_percent: bool, examined: &Examined) -> Vec<CellId> {
    let directive = &examined.directive;
    let is_wanted = |spot: &CellId| {
        let target = &directive.targets[spot.target];
        let column = &target.columns[spot.column];
        let decimals = target.kind_at(spot.line, spot.column).decimals();
        let has_sign = matches!(column.kind, ColumnKind::Percent(_)) || column.header.contains('%');
        let amount = examined.tables.cell(*spot).value.amount();
        let is_printed = amount.is_some_and(|it| it == wanted || it.round(decimals) == *wanted);
        (is_printed || is_declared(wanted, *spot, directive)) && (has_sign || !is_percent)
    };
    let mut found: Vec<CellId> = all(directive).filter(is_wanted).collect();
    directive.references(|reference| {
        let Referent::Figure(figure) = reference.to else { return };
        let decimals = match figure.format {
            Format::Percent(decimals) => decimals,
            Format::Number(decimals) if !is_percent => decimals,
            Format::Number(_) | Format::Column | Format::Words(_) => return,
        };
        let amount = examined.tables.cell(figure.cell).value.amount();
        if amount.is_some_and(|amount| amount.round(decimals) == *wanted) {
            found.push(figure.cell);
        }
    });
    found.sort();
    found.dedup();
    // As they are printed: totals stand behind their rows.
    found.sort_by_key(|spot| (spot.target, spot.line.unwrap_or(usize::MAX), spot.column));
    found
}

/// Whether others say `spot` is `wanted`: who holds the paper of another knows that one.
fn is_declared(wanted: &Amount, spot: CellId, directive: &Directive) -> bool {
    let declared = directive.targets[spot.target].declared.iter();
    let is_here = |line, column| line == spot.line && column == spot.column;
    declared.filter(|it| is_here(it.line, it.column)).any(|it| it.amount == *wanted)
}

/// Every figure of every table that is printed.
fn all(directive: &Directive) -> impl Iterator<Item = CellId> {
    directive.targets.iter().enumerate().flat_map(|(index, target)| {
        let total = target.total.iter().map(|_| None);
        let lines = (0..target.lines.len()).map(Some).chain(total);
        lines.flat_map(move |line| {
            let figures =
                (0..target.columns.len()).filter(|column| target.columns[*column].kind.is_figure());
            figures.map(move |column| CellId { target: index, line, column })
        })
    })
}

/// All figures of the rows called `name`, in every table.
fn rows_named(name: &str, directive: &Directive) -> Vec<CellId> {
    let is_row = |spot: &CellId| match spot.line {
        Some(line) => is_same(&directive.targets[spot.target].lines[line].name.value, name),
        None => is_total(&directive.targets[spot.target], name),
    };
    all(directive).filter(is_row).collect()
}

fn is_same(known: &str, name: &str) -> bool {
    known == name || folded(known) == folded(name)
}

fn is_total(target: &Target, name: &str) -> bool {
    name == "total" || target.total.as_ref().is_some_and(|it| is_same(&it.label.value, name))
}

/// `table.row.column` or `table["row"].column`; of one table alone its name may be left out. A row in
/// a group may need the name of the group: `table["Xã A"]["Ngân sách tỉnh"].column`.
fn path(words: &str, directive: &Directive) -> Result<CellId, LookupError> {
    let parts = match words.split_once('[') {
        Some((target, rest)) => in_brackets(rest).map(|(row, column)| {
            let target = target.trim();
            (Some(target).filter(|name| !name.is_empty()), row, column)
        }),
        None => words.rsplit_once('.').map(|(rest, column)| match rest.split_once('.') {
            Some((target, row)) if target_named(target, directive).is_some() => {
                (Some(target), vec![row], column)
            }
            Some(_) if is_row_of_one(rest, directive) => (None, vec![rest], column),
            None if directive.targets.len() == 1 => (None, vec![rest], column),
            Some((target, row)) => (Some(target), vec![row], column),
            None => (Some(rest), vec![""], column),
        }),
    };
    let Some((target, row, column)) = parts else {
        return Err(not_known("figure-form", words, names(directive)));
    };
    let index = match target {
        None => 0,
        Some(name) => target_named(name, directive).ok_or_else(|| {
            let known = directive.targets.iter().map(|target| target.id.value.as_str());
            not_known("reference-no-target", name, known.collect())
        })?,
    };
    let target = &directive.targets[index];
    let line = line_named(&row, target)?;
    Ok(CellId { target: index, line, column: column_named(column, target)? })
}

/// `"Xã A"]["Ngân sách tỉnh"].column`: the names, and the column.
fn in_brackets(mut words: &str) -> Option<(Vec<&str>, &str)> {
    let mut names = Vec::new();
    loop {
        let (name, rest) = words.split_once(']')?;
        names.push(name.trim().trim_matches(['"', '\'', '“', '”']));
        let rest = rest.trim_start();
        match rest.strip_prefix('[') {
            Some(next) => words = next,
            None => return Some((names, rest.strip_prefix('.')?.trim())),
        }
    }
}

/// Whether there is one table alone, and a row of this name in it.
fn is_row_of_one(name: &str, directive: &Directive) -> bool {
    matches!(&directive.targets[..], [target] if line_named(&[name], target).is_ok())
}

fn target_named(name: &str, directive: &Directive) -> Option<usize> {
    let is_target = |target: &Target| folded(&target.id.value) == folded(name);
    directive.targets.iter().position(is_target)
}

fn line_named(path: &[&str], target: &Target) -> Result<Option<usize>, LookupError> {
    let name = path.last().copied().unwrap_or_default();
    // An `accept` parts the names of a path by points.
    let parts: Vec<&str> = name.split('.').collect();
    let found = match target.line_at(path) {
        Err(PathError::Unknown) if path.len() == 1 && parts.len() > 1 => target.line_at(&parts),
        found => found,
    };
    match found {
        Ok(line) => return Ok(Some(line)),
        Err(PathError::Several(first, second)) => {
            let paths = [first, second].map(|line| target.reference_to(Some(line), 0));
            let paths = paths.each_ref().map(|path| path.rsplit_once('.').map_or("", |it| it.0));
            let help = Message::new("row-of-several-help").with("paths", listed(paths));
            return Err((Message::new("row-of-several").with("name", name), Some(help)));
        }
        Err(PathError::Unknown) => {}
    }
    if is_total(target, name) {
        let message = || Message::new("reference-no-total").with("target", &target.id.value);
        return if target.total.is_some() { Ok(None) } else { Err((message(), None)) };
    }
    let names = || target.lines.iter().map(|line| line.name.value.as_str());
    let mut same =
        (0..target.lines.len()).filter(|it| is_same(&target.lines[*it].name.value, name));
    match (same.next(), same.next()) {
        (Some(line), None) => Ok(Some(line)),
        _ => Err(not_known("reference-no-row", name, names().collect())),
    }
}

/// By its name in formulas, or by its printed header where only one has it.
fn column_named(name: &str, target: &Target) -> Result<usize, LookupError> {
    if let Some(column) = target.column_named(name) {
        return Ok(column);
    }
    let is_named = |column: usize| {
        let column = &target.columns[column];
        folded(&column.id.value).replace('-', "_") == folded(name).replace('-', "_")
            || is_same(&column.header, name)
    };
    let mut same = (0..target.columns.len()).filter(|column| is_named(*column));
    if let (Some(column), None) = (same.next(), same.next()) {
        return Ok(column);
    }
    let known = target.columns.iter().map(|column| column.id.value.as_str()).collect();
    Err(not_known("reference-no-column", name, known))
}

/// Names of tables and rows.
fn names(directive: &Directive) -> Vec<&str> {
    let targets = directive.targets.iter();
    let tables = targets.clone().map(|target| target.id.value.as_str());
    let rows = targets.flat_map(|target| target.lines.iter().map(|line| line.name.value.as_str()));
    tables.chain(rows).collect()
}

fn not_known(id: &'static str, name: &str, known: Vec<&str>) -> LookupError {
    (Message::new(id).with("name", name), suggestion(name, known))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_they_are_printed_and_as_they_are_written() {
        let amount = |text: &str| Amount::from_figure(text).expect("a figure");
        for (words, wanted) in [
            ("18.304", Some((amount("18304"), false))),
            ("18304", Some((amount("18304"), false))),
            ("12,5%", Some((amount("12.5"), true))),
            ("12,5 %", Some((amount("12.5"), true))),
            ("0,125", Some((amount("0.125"), false))),
            ("29.72", Some((amount("29.72"), false))),
            ("\u{2212}1.250.000", Some((amount("-1250000"), false))),
            ("1.25.000", None),
            ("a.total.b", None),
            ("", None),
        ] {
            assert_eq!(number(words), wanted, "{words}");
        }
    }

    #[test]
    fn braces_and_formats_are_none_of_the_path() {
        assert_eq!(bare("{{ a[\"B|C\"].d | so(2) }}"), "a[\"B|C\"].d");
        assert_eq!(bare("a[\"B|C\"].d"), "a[\"B|C\"].d");
    }
}
