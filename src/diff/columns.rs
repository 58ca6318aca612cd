//! Columns of a table: their printed names, and which one was which before.

use crate::model::target::{Column, Header, Target};

use super::rows::Matched;

/// What a column is called for a reader: what is printed over it, with the headers above where
/// two columns would be called the same.
pub(super) fn names(target: &Target) -> Vec<String> {
    let mut paths = Vec::new();
    target.headers.iter().for_each(|header| leaves(header, &mut Vec::new(), &mut paths));
    let mut paths = paths.into_iter();
    let named: Vec<Vec<String>> = target
        .columns
        .iter()
        .map(|column| {
            let path = if column.hidden { None } else { paths.next() };
            path.unwrap_or_else(|| vec![column.header.clone()])
        })
        .collect();
    let last = |path: &[String]| path.last().cloned().unwrap_or_default();
    let name = |path: &Vec<String>| {
        let same = named.iter().filter(|other| last(other) == last(path)).count();
        if same > 1 { path.join(" › ") } else { last(path) }
    };
    let names: Vec<String> = named.iter().map(name).collect();
    let told = |(name, column): (&String, &Column)| {
        // Columns under equal headers are told apart by what formulas call them.
        let is_alone = names.iter().filter(|other| *other == name).count() == 1;
        if is_alone { name.clone() } else { format!("{name} ({})", column.id.value) }
    };
    names.iter().zip(&target.columns).map(told).collect()
}

fn leaves(header: &Header, above: &mut Vec<String>, paths: &mut Vec<Vec<String>>) {
    match header {
        Header::Leaf { text, .. } => {
            let mut path = above.clone();
            path.push(text.value.clone());
            paths.push(path);
        }
        Header::Group { text, under } => {
            above.push(text.value.clone());
            under.iter().for_each(|header| leaves(header, above, paths));
            above.pop();
        }
    }
}

/// What is printed over each column, with all headers above it and its unit.
pub(super) fn headers(target: &Target) -> Vec<Option<(String, Option<String>)>> {
    let mut paths = Vec::new();
    target.headers.iter().for_each(|header| leaves(header, &mut Vec::new(), &mut paths));
    let mut units = Vec::new();
    target.headers.iter().for_each(|header| all_units(header, &mut units));
    let mut printed = paths.into_iter().map(|path| path.join(" › ")).zip(units);
    let columns = target.columns.iter();
    columns.map(|column| if column.hidden { None } else { printed.next() }).collect()
}

fn all_units(header: &Header, units: &mut Vec<Option<String>>) {
    match header {
        Header::Leaf { unit, .. } => units.push(unit.as_ref().map(|unit| unit.value.clone())),
        Header::Group { under, .. } => under.iter().for_each(|header| all_units(header, units)),
    }
}

/// Pairs the columns of two states of a table: by id; else by header and place among those that
/// are left.
pub(super) fn columns(before: &Target, after: &Target) -> Matched {
    let find =
        |column: &Column| before.columns.iter().position(|other| other.id.value == column.id.value);
    let mut partners: Vec<Option<usize>> = after.columns.iter().map(find).collect();
    for new in 0..partners.len() {
        if partners[new].is_some() {
            continue;
        }
        let same = (0..before.columns.len()).find(|old| {
            let (old_column, new_column) = (&before.columns[*old], &after.columns[new]);
            !partners.contains(&Some(*old))
                && old_column.header == new_column.header
                && old_column.kind == new_column.kind
        });
        partners[new] = same;
    }
    Matched::new(before.columns.len(), &partners)
}
