//! Lines of the printed document as strings for templates: no-break spaces, room for what is not
//! known, capitals, and marks.

use super::names::name;
use super::spacing::NBSP;
use super::{by_hand, marks};
use crate::printed::document::Accompanies;
use crate::printed::run::{Field, Line, Run, Source};

/// Which spaces of a text become no-break ones: [`super::spacing::running`], [`name`] or
/// [`as_it_is`]. The text keeps its number of characters.
pub(super) type Spacing = fn(&str) -> String;

/// Every space is an ordinary one.
pub(super) fn as_it_is(text: &str) -> String {
    text.to_owned()
}

/// The line in one string.
pub(super) fn text(line: &Line, spacing: Spacing) -> String {
    runs(line, spacing).concat()
}

/// The same, where there is a line.
pub(super) fn optional(line: Option<&Line>, spacing: Spacing) -> Option<String> {
    line.map(|line| text(line, spacing))
}

/// The same of several lines.
pub(super) fn all(lines: &[Line], spacing: Spacing) -> Vec<String> {
    lines.iter().map(|line| text(line, spacing)).collect()
}

/// The text of each run; `spacing` looks at the whole line, up to a forced end.
pub(super) fn runs(line: &Line, spacing: Spacing) -> Vec<String> {
    let text = line.text();
    let spaced = text.split('\n').map(spacing).collect::<Vec<_>>().join("\n");
    let mut characters = spaced.chars();
    let one = |run: &Run| {
        let count = run.text.chars().count();
        let text: String = characters.by_ref().take(count).collect();
        set(run, text)
    };
    line.runs.iter().map(one).collect()
}

/// `run` on its own.
pub(super) fn run(run: &Run, spacing: Spacing) -> String {
    set(run, spacing(&run.text))
}

/// The spaced text of `run`, as it is set.
fn set(run: &Run, text: String) -> String {
    let text = match run.source {
        Source::Blank(field) => room(field),
        Source::ByHand(blank) => by_hand::room(blank),
        _ if run.style.capitals => text.to_uppercase(),
        _ => text,
    };
    match run.mark {
        Some(mark) => text + &marks::characters(mark),
        None => text,
    }
}

/// Room to write by hand (R88, R105): no-break spaces keep it on the line, and reading the PDF
/// aloud or as text stays sensible.
fn room(field: Field) -> String {
    let count = match field {
        Field::Number => 13,
        Field::Place => 24,
        Field::Day => 9,
        Field::Month => 7,
        Field::Year => 11,
    };
    NBSP.to_string().repeat(count)
}

/// Who wires: the name is spaced alone.
pub(super) fn lead(line: &Line) -> String {
    let spacing = |run: &Run| if run.style.capitals { name } else { as_it_is as Spacing };
    line.runs.iter().map(|it| run(it, spacing(it))).collect()
}

/// `(Kèm theo …)`: no line ends within the date or before the number.
pub(super) fn accompanies(accompanies: &Accompanies) -> String {
    let mut line = String::new();
    let mut holds = false;
    for it in &accompanies.document.runs {
        let text = run(it, as_it_is);
        let is_known = matches!(it.source, Source::Field(_));
        if is_known && line.ends_with(' ') {
            line.pop();
            line.push(NBSP);
        }
        match text.strip_prefix(' ').filter(|_| holds) {
            Some(rest) => line.extend([NBSP.to_string().as_str(), rest]),
            None => line.push_str(&text),
        }
        holds = matches!(it.source, Source::Field(Field::Day | Field::Month));
    }
    line.push_str(&optional(accompanies.issuer.as_ref(), name).unwrap_or_default());
    line + &text(&accompanies.end, as_it_is)
}
