//! The lines of tables by their names, and which line of another table is called as one of these.

use std::cell::OnceCell;
use std::collections::BTreeMap;

use super::line_path::{self, PathError};
use super::target::Target;

/// The lines of all tables of a directive, each table sorted when one of its lines is first looked
/// for.
pub(crate) struct LinesByName<'a> {
    targets: &'a [Target],
    names: Vec<OnceCell<BTreeMap<&'a str, Vec<usize>>>>,
}

impl<'a> LinesByName<'a> {
    pub(crate) fn new(targets: &'a [Target]) -> Self {
        Self { targets, names: targets.iter().map(|_| OnceCell::new()).collect() }
    }

    /// The lines of the table `target` that are called `name`, from top to bottom.
    fn named(&self, target: usize, name: &str) -> &[usize] {
        let by_name = self.names[target].get_or_init(|| {
            let mut by_name = BTreeMap::<&str, Vec<usize>>::new();
            for (index, line) in self.targets[target].lines.iter().enumerate() {
                by_name.entry(line.name.value.as_str()).or_default().push(index);
            }
            by_name
        });
        by_name.get(name).map(Vec::as_slice).unwrap_or_default()
    }

    /// The line of the table `other` that is called as `line` of the table `here`: by its name,
    /// and where several lines have it, by the names around it.
    ///
    /// # Errors
    ///
    /// No line has the name, or several have it and the names around it do not tell which.
    pub(crate) fn same(&self, here: usize, line: usize, other: usize) -> Result<usize, PathError> {
        let lines = &self.targets[here].lines;
        match *self.named(other, &lines[line].name.value) {
            [] => Err(PathError::Unknown),
            [line] => Ok(line),
            ref named @ [first, second, ..] => {
                let path = line_path::names(lines, line);
                let found =
                    line_path::one_of(&self.targets[other].lines, named.iter().copied(), &path);
                found.map_err(|error| match error {
                    PathError::Unknown => PathError::Several(first, second),
                    several @ PathError::Several(..) => several,
                })
            }
        }
    }
}
