//! Appendices, and the line that says what they belong to (R84–R88).

use serde::Serialize;

use crate::compute::Table;
use crate::model::Directive;
use crate::model::reference;
use crate::model::roman::roman;
use crate::render::names::{name, upper};
use crate::render::numbers;
use crate::render::sheet::Sheet;
use crate::render::spacing::HELD;
use crate::render::table::{self, Place, TargetTable};

/// One appendix.
#[derive(Debug, Serialize)]
pub(super) struct Appendix {
    label: String,
    title: Option<String>,
    reference: Vec<Part>,
    table: TargetTable,
}

/// A part of a line: words, or room for what is not known yet.
#[derive(Debug, Default, Serialize)]
pub(super) struct Part {
    text: Option<String>,
    is_number: bool,
    is_day: bool,
    is_month: bool,
    is_year: bool,
}

pub(super) fn appendices(
    directive: &Directive,
    tables: &[Table],
    sheet: &Sheet<'_>,
) -> Vec<Appendix> {
    let all = directive.appendices();
    let one = |(place, which): (usize, &reference::Appendix)| {
        appendix(directive, tables, *which, appendix_label(place, all.len()), sheet)
    };
    all.iter().enumerate().map(one).collect()
}

fn appendix(
    directive: &Directive,
    tables: &[Table],
    which: reference::Appendix,
    label: String,
    sheet: &Sheet<'_>,
) -> Appendix {
    let (title, table) = match which {
        reference::Appendix::Table(target) => {
            let (target, table) = (&directive.targets[target], &tables[target]);
            let view = table::view(target, table, Place::Appendix, sheet);
            (target.title.as_ref().map(upper), view)
        }
        reference::Appendix::Working(target, column) => {
            let (target, table) = (&directive.targets[target], &tables[target]);
            let title = format!("Cách tính phân bổ: {}", target.columns[column].header);
            let working = table.workings.iter().find(|working| working.column == column);
            let working =
                working.expect("check lets no directive pass whose amount was not spread");
            (Some(name(&title).to_uppercase()), table::working_view(target, working, sheet))
        }
    };
    Appendix { label, title, reference: self::reference(directive), table }
}

/// `Phụ lục` when there is one, `Phụ lục I`, `Phụ lục II` when there are more (R84).
pub(in crate::render) fn appendix_label(place: usize, count: usize) -> String {
    if count == 1 { "Phụ lục".to_owned() } else { format!("Phụ lục {}", roman(place + 1)) }
}

/// `(Kèm theo Công văn số …/… ngày … tháng … năm … của …)` (R87); what is open has room (R88).
pub(super) fn reference(directive: &Directive) -> Vec<Part> {
    let words = |text: String| Part { text: Some(text), ..Part::default() };
    // No line ends within the date.
    let known = |value: Option<String>, blank: Part| {
        value.map_or(blank, |value| words(format!("{HELD}{value}{HELD}")))
    };
    let date = directive.date;
    let mut parts = vec![words(format!("(Kèm theo {} số", directive.kind.name))];
    let number = directive.number.map(|number| words(format!("{HELD}{number}")));
    parts.push(number.unwrap_or(Part { is_number: true, ..Part::default() }));
    parts.push(words(format!("/{} ngày", directive.symbol.value)));
    parts.push(known(numbers::day(date), Part { is_day: true, ..Part::default() }));
    parts.push(words("tháng".to_owned()));
    parts.push(known(numbers::month(date), Part { is_month: true, ..Part::default() }));
    parts.push(words("năm".to_owned()));
    let year = numbers::year(date).map(|year| words(format!("{HELD}{year} ")));
    parts.push(year.unwrap_or(Part { is_year: true, ..Part::default() }));
    let issuer = directive.issuer.as_ref().map(|issuer| {
        name(&format!("của {}", issuer.cited_as.as_ref().unwrap_or(&issuer.name).value))
    });
    parts.push(words(format!("{})", issuer.unwrap_or_default())));
    parts
}
