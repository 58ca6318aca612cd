//! Tables of tasks: which columns say who leads, who helps and until when.

use super::target::{Input, Line, Role, Target};
use super::text::Text;

/// The columns of a table of tasks, by their indexes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TaskColumns {
    /// Who leads.
    pub lead: usize,
    /// Who helps.
    pub support: Option<usize>,
    /// When it is due.
    pub due: Option<usize>,
    /// What comes of it.
    pub output: Option<usize>,
}

/// One task: a row of a table of tasks.
#[derive(Debug, Clone, Copy)]
pub struct Task<'a> {
    /// Index of its line.
    pub line: usize,
    /// What is to be done.
    pub name: &'a Text,
    /// Who leads.
    pub lead: Option<&'a Text>,
    /// Who helps.
    pub support: Option<&'a Text>,
    /// When it is due.
    pub due: Option<&'a Input>,
    /// What comes of it.
    pub output: Option<&'a Text>,
}

impl Target {
    /// The tasks of a table of tasks; none of any other table.
    pub fn tasks(&self) -> impl Iterator<Item = Task<'_>> {
        let columns = self.tasks.into_iter();
        columns.flat_map(|columns| {
            let lines = self.lines.iter().enumerate();
            let is_task = |line: &Line| {
                line.group.is_none() && !matches!(line.role, Role::Heading | Role::Blank)
            };
            lines.filter(move |(_, line)| is_task(line)).map(move |(index, line)| {
                let input = |column: usize| line.inputs.get(column);
                let words = |column: Option<usize>| match input(column?)? {
                    Input::Text(text) => Some(text),
                    _ => None,
                };
                let due = columns.due.and_then(input);
                Task {
                    line: index,
                    name: &line.name,
                    lead: words(Some(columns.lead)),
                    support: words(columns.support),
                    due: due.filter(|input| **input != Input::Blank),
                    output: words(columns.output),
                }
            })
        })
    }
}

/// The units that a cell names: parted by `,`, `;`, line breaks, or dashes in front of each.
pub fn units(text: &str) -> impl Iterator<Item = &str> {
    let around = |sign: char| sign.is_whitespace() || matches!(sign, '-' | '–' | '+' | '*' | '.');
    let parts = text.split([',', ';', '\n']).map(move |part| part.trim_matches(around));
    parts.filter(|part| !part.is_empty())
}
