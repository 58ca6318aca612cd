//! An edit for a person: the lines that go and those that come.

use std::fmt::Write as _;

/// So far ahead a line is looked for that was put in between.
const AHEAD: usize = 4;

/// The lines of `before` and `after` that differ, each with its number.
pub(super) fn shown(name: &str, before: &str, after: &str) -> String {
    let (old, new): (Vec<&str>, Vec<&str>) = (before.lines().collect(), after.lines().collect());
    let mut text = format!("{name}\n");
    let (mut at, mut to) = (0, 0);
    // Writing to a text cannot fail.
    while at < old.len() || to < new.len() {
        if at < old.len() && old.get(at) == new.get(to) {
            (at, to) = (at + 1, to + 1);
            continue;
        }
        let ahead = new.iter().skip(to).take(AHEAD + 1);
        let same = old.get(at).and_then(|line| ahead.clone().position(|new| new == line));
        let (gone, come) = match same {
            Some(come) => (0, come),
            None => (usize::from(at < old.len()), usize::from(to < new.len())),
        };
        for line in &old[at..at + gone] {
            let _ = writeln!(text, "{:>5} - {line}", at + 1);
        }
        for (index, line) in new[to..to + come].iter().enumerate() {
            let _ = writeln!(text, "{:>5} + {line}", to + index + 1);
        }
        (at, to) = (at + gone, to + come);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_that_changed_and_lines_that_came_are_shown() {
        let before = "kind: a\nnumber:\nplace: b\nbody: c\n";
        let after = "kind: a\nstatus: issued\nnumber: 49\nplace: b\ndate: d\nbody: c\n";
        let wanted = "\
x.yaml
    2 - number:
    2 + status: issued
    3 + number: 49
    5 + date: d
";
        assert_eq!(shown("x.yaml", before, after), wanted);
    }
}
