//! What a table says besides its cells.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use crate::model::target::{
    Column, ColumnKind, Declared, Details, Extent, Label, Line, MadeBy, Orientation, Paper, Role,
    Target, TotalRule,
};
use crate::model::text::Text;

use super::Found;
use super::change::{Change, Property, PropertyName};
use super::columns;
use super::rows::Matched;

/// Properties of the whole table and of the columns that are in both states.
pub(super) fn compare(
    old: &Target,
    new: &Target,
    (rows, columns): (&Matched, &Matched),
    names: &[String],
    found: &mut Found,
) {
    let table = new.id.value.as_str();
    let mut tell = |of: Option<&str>, property, before: Option<String>, after: Option<String>| {
        if before != after {
            let (table, of) = (table.to_owned(), of.map(str::to_owned));
            found.authored.push(Change::Property(Property { table, of, property, before, after }));
        }
    };
    for ((property, before), (_, after)) in of_table(old).into_iter().zip(of_table(new)) {
        tell(None, property, before, after);
    }
    for (before, after) in &rows.pairs {
        let (old_line, line) = (&old.lines[*before], &new.lines[*after]);
        let name = new.path_of(Some(*after)).join(" › ");
        let all = of_row(old_line, old).into_iter().zip(of_row(line, new));
        for ((property, before), (_, after)) in all {
            tell(Some(&name), property, before, after);
        }
    }
    let (was, is) = (columns::headers(old), columns::headers(new));
    for (before, after) in &columns.pairs {
        let name = Some(names[*after].as_str());
        if let (Some((old_header, old_unit)), Some((header, unit))) = (&was[*before], &is[*after]) {
            let texts = |header: &String| Some(header.clone());
            tell(name, PropertyName::Header, texts(old_header), texts(header));
            tell(name, PropertyName::ColumnUnit, old_unit.clone(), unit.clone());
        }
        let (old_column, column) = (&old.columns[*before], &new.columns[*after]);
        let all = of_column(old_column, old).into_iter().zip(of_column(column, new));
        for ((property, before), (_, after)) in all {
            tell(name, property, before, after);
        }
    }
    declared(old, new, names, &mut tell);
}

type Told<'a> = dyn FnMut(Option<&str>, PropertyName, Option<String>, Option<String>) + 'a;

fn of_table(target: &Target) -> Vec<(PropertyName, Option<String>)> {
    let orientation = Orientation::KNOWN.iter().find(|(_, known)| *known == target.orientation);
    let paper = Paper::KNOWN.iter().find(|(_, known)| *known == target.paper);
    let total = target.total.as_ref();
    let place = |is_on_top| if is_on_top { "top" } else { "bottom" }.to_owned();
    vec![
        (PropertyName::Title, target.title.as_ref().map(|title| title.value.clone())),
        (PropertyName::Unit, target.unit.as_ref().map(|unit| unit.value.clone())),
        (PropertyName::RowHeader, Some(target.row_header.value.clone())),
        (PropertyName::IndexHeader, Some(target.index_header.value.clone())),
        (PropertyName::Numbered, target.is_numbered.then(|| "1, 2, 3…".to_owned())),
        (PropertyName::Orientation, orientation.map(|(name, _)| (*name).to_owned())),
        (PropertyName::Paper, paper.map(|(name, _)| (*name).to_owned())),
        (PropertyName::SplitColumns, target.can_split.then(|| "split_columns".to_owned())),
        (PropertyName::TableSize, target.table_size.map(|size| size.to_string())),
        (PropertyName::TotalLabel, total.map(|total| total.label.value.clone())),
        (PropertyName::TotalPlace, total.map(|total| place(total.is_on_top))),
        (PropertyName::Numbering, target.numbering.written()),
        (PropertyName::Notes, texts(&target.notes)),
        (PropertyName::Source, text(target.source.as_ref())),
        (PropertyName::Signers, texts(target.signers.iter().map(|signer| &signer.title))),
        (PropertyName::Tasks, tasks(target)),
        (PropertyName::Form, target.is_form.then(|| "form: true".to_owned())),
        (PropertyName::Printed, (!target.is_printed).then(|| "printed: false".to_owned())),
        (PropertyName::CodeHeader, text(target.beside.code.as_ref())),
        (PropertyName::UnitHeader, text(target.beside.unit.as_ref())),
        (PropertyName::NoteHeader, text(target.beside.note.as_ref())),
    ]
}

/// Which columns a table of tasks names.
fn tasks(target: &Target) -> Option<String> {
    let columns = target.tasks?;
    let of = [Some(columns.lead), columns.support, columns.due, columns.output];
    let names = of.into_iter().flatten().map(|column| target.columns[column].id.value.as_str());
    Some(names.collect::<Vec<_>>().join(", "))
}

fn texts<'a>(texts: impl IntoIterator<Item = &'a Text>) -> Option<String> {
    let texts: Vec<&str> = texts.into_iter().map(|text| text.value.as_str()).collect();
    Some(texts.join("; ")).filter(|text| !text.is_empty())
}

fn text(text: Option<&Text>) -> Option<String> {
    text.map(|text| text.value.clone())
}

/// What is printed beside the name and the figures of a row, and what it is to others.
fn of_row(line: &Line, target: &Target) -> Vec<(PropertyName, Option<String>)> {
    let Details { code, label, unit, decimals: _, note } = &line.details;
    let label = match label {
        Label::Number => None,
        Label::Own(text) => Some(text.value.clone()),
        Label::None => Some("none".to_owned()),
    };
    let role = match line.role {
        Role::Counted => None,
        Role::Apart => Some("counted: false".to_owned()),
        Role::Part(part) => {
            let known = Extent::KNOWN.iter().find(|(_, extent)| *extent == part.extent);
            let whole = &target.lines[part.of].name.value;
            known.map(|(word, _)| format!("{word} › {whole}"))
        }
        Role::Heading => Some("heading".to_owned()),
        Role::Blank => Some("blank".to_owned()),
    };
    let formula = line.formulas.iter().flatten().map(|written| written.text.as_str());
    let formulas: BTreeSet<&str> = formula.collect();
    let formulas = formulas.into_iter().collect::<Vec<_>>().join("; ");
    vec![
        (PropertyName::RowCode, text(code.as_ref())),
        (PropertyName::RowLabel, label),
        (PropertyName::RowUnit, text(unit.as_ref())),
        (PropertyName::RowNote, text(note.as_ref())),
        (PropertyName::RowRole, role),
        (PropertyName::RowFormula, Some(formulas).filter(|text| !text.is_empty())),
    ]
}

fn of_column(column: &Column, target: &Target) -> Vec<(PropertyName, Option<String>)> {
    let working = match &column.made_by {
        MadeBy::Allocation(allocation) => allocation.shows_working.then(|| "working".to_owned()),
        MadeBy::Input | MadeBy::Formula(_) => None,
    };
    vec![
        (PropertyName::Type, Some(kind(column.kind))),
        (PropertyName::Formula, making(column, target)),
        (PropertyName::TotalRule, total_rule(column)),
        (PropertyName::Width, column.width.map(|width| format!("{width} mm"))),
        (PropertyName::Hidden, column.hidden.then(|| "hidden".to_owned())),
        (PropertyName::Working, working),
    ]
}

/// As the YAML says it.
fn kind(kind: ColumnKind) -> String {
    match kind {
        ColumnKind::Integer => "integer".to_owned(),
        ColumnKind::Money => "money".to_owned(),
        ColumnKind::Decimal(decimals) => format!("decimal({decimals})"),
        ColumnKind::Percent(decimals) => format!("percent({decimals})"),
        ColumnKind::Signed(decimals) => format!("signed({decimals})"),
        ColumnKind::Points(decimals) => format!("points({decimals})"),
        ColumnKind::Date => "date".to_owned(),
        ColumnKind::Text => "text".to_owned(),
    }
}

fn making(column: &Column, target: &Target) -> Option<String> {
    match &column.made_by {
        MadeBy::Input => None,
        MadeBy::Formula(written) => Some(written.text.clone()),
        MadeBy::Allocation(spread) => {
            let mut said =
                format!("{} / {}", spread.amount.text, target.columns[spread.by].id.value);
            for (name, bound) in [("floor", &spread.floor), ("cap", &spread.cap)] {
                if let Some(bound) = bound {
                    let _ = write!(said, ", {name}: {bound}");
                }
            }
            for (line, part) in &spread.fixed {
                let _ = write!(said, ", {}: {part}", target.lines[*line].name.value);
            }
            Some(said)
        }
    }
}

fn total_rule(column: &Column) -> Option<String> {
    let adds_up = column.adds_up.then(|| "adds_up".to_owned());
    adds_up.or_else(|| match &column.total {
        TotalRule::Sum => Some("sum".to_owned()),
        TotalRule::BothWays => Some("both".to_owned()),
        TotalRule::Ratio => Some("ratio".to_owned()),
        TotalRule::Least => Some("min".to_owned()),
        TotalRule::Greatest => Some("max".to_owned()),
        TotalRule::Average => Some("average".to_owned()),
        TotalRule::Count => Some("count".to_owned()),
        TotalRule::None => None,
        TotalRule::Formula(written) => Some(written.text.clone()),
    })
}

/// Figures as others printed them: by their place.
fn declared(old: &Target, new: &Target, names: &[String], tell: &mut Told<'_>) {
    let place = |target: &Target, declared: &Declared| {
        let row = match declared.line {
            Some(line) => Some(target.path_of(Some(line)).join(" › ")),
            None => target.total.as_ref().map(|total| total.label.value.clone()),
        };
        (row, target.columns[declared.column].id.value.clone())
    };
    let printed = |target: &Target, declared: &Declared| {
        declared.amount.vietnamese(target.kind_at(declared.line, declared.column).decimals())
    };
    let name = |declared: &Declared| {
        let row = place(new, declared).0.unwrap_or_default();
        format!("{row} · {}", names[declared.column])
    };
    for now in &new.declared {
        let was = old.declared.iter().find(|was| place(old, was) == place(new, now));
        let was = was.map(|was| printed(old, was));
        tell(Some(&name(now)), PropertyName::Declared, was, Some(printed(new, now)));
    }
    for was in &old.declared {
        if !new.declared.iter().any(|now| place(new, now) == place(old, was)) {
            let row = place(old, was).0;
            let name = &columns::names(old)[was.column];
            let of = format!("{} · {name}", row.unwrap_or_default());
            tell(Some(&of), PropertyName::Declared, Some(printed(old, was)), None);
        }
    }
}
