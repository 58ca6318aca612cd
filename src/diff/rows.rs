//! Which line of a table is which line of the same table before.
//!
//! A line is found again by its name within its group; else by its name alone, where that is the
//! only one of it; else by its figures, all of them, where these are the only ones; else, between
//! the same neighbours, by a name that is a slip of the hand away or by half of its figures. A
//! group is found again by most of its lines, too.

use std::collections::BTreeMap;

use crate::model::target::{Input, Line, Target};
use crate::nearest;

/// Pairs of lines, and those without a partner.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Matched {
    /// Before and after, in the order of after.
    pub(super) pairs: Vec<(usize, usize)>,
    pub(super) removed: Vec<usize>,
    pub(super) added: Vec<usize>,
}

impl Matched {
    /// From two lists of as many members as there are, each its partner.
    pub(super) fn new(before: usize, partners: &[Option<usize>]) -> Self {
        let paired = |(after, partner): (usize, &Option<usize>)| partner.map(|it| (it, after));
        let pairs: Vec<_> = partners.iter().enumerate().filter_map(paired).collect();
        let removed = (0..before).filter(|it| !partners.contains(&Some(*it))).collect();
        let added = (0..partners.len()).filter(|it| partners[*it].is_none()).collect();
        Self { pairs, removed, added }
    }

    /// The line before that became `after`.
    pub(super) fn before(&self, after: usize) -> Option<usize> {
        self.pairs.iter().find(|pair| pair.1 == after).map(|pair| pair.0)
    }
}

/// Pairs the lines of two states of a table.
pub(super) fn rows(before: &Target, after: &Target) -> Matched {
    let (old, new) = (Lines::new(before), Lines::new(after));
    let mut matcher = Matcher {
        partners: vec![None; new.all.len()],
        is_taken: vec![false; old.all.len()],
        old,
        new,
    };
    matcher.by_key(|lines, index| Some(lines.paths[index].clone()));
    matcher.by_unique(|lines, index| Some(vec![lines.name(index).to_owned()]));
    matcher.by_unique(of_figures);
    matcher.by_neighbours();
    matcher.groups();
    Matched::new(before.lines.len(), &matcher.partners)
}

fn of_figures(lines: &Lines<'_>, index: usize) -> Option<Vec<String>> {
    lines.figures(index)
}

/// The lines of one state.
struct Lines<'a> {
    all: &'a [Line],
    parents: Vec<Option<usize>>,
    /// Names of its groups, its own, and how many of the same stand before it.
    paths: Vec<Vec<String>>,
}

impl<'a> Lines<'a> {
    fn new(target: &'a Target) -> Self {
        let parents = target.parents();
        let mut seen: BTreeMap<Vec<String>, usize> = BTreeMap::new();
        let mut paths: Vec<Vec<String>> = Vec::new();
        for (index, line) in target.lines.iter().enumerate() {
            let mut path = parents[index].map_or_else(Vec::new, |it: usize| paths[it].clone());
            path.push(line.name.value.clone());
            let count = seen.entry(path.clone()).or_default();
            path.push(count.to_string());
            *count += 1;
            debug_assert_eq!(paths.len(), index);
            paths.push(path);
        }
        Self { all: &target.lines, parents, paths }
    }

    fn name(&self, index: usize) -> &'a str {
        &self.all[index].name.value
    }

    fn is_group(&self, index: usize) -> bool {
        self.all[index].group.is_some()
    }

    /// What the author wrote in it, when there is a figure among it.
    fn figures(&self, index: usize) -> Option<Vec<String>> {
        let inputs = &self.all[index].inputs;
        let has_figure =
            inputs.iter().any(|input| matches!(input, Input::Amount(_) | Input::Noted(_)));
        let figure = |input: &Input| match input {
            Input::Amount(amount) => amount.to_string(),
            Input::Noted(noted) => noted.amount.to_string(),
            Input::Blank | Input::Date(_) | Input::Text(_) | Input::Mark(_) => String::new(),
        };
        has_figure.then(|| inputs.iter().map(figure).collect())
    }
}

struct Matcher<'a> {
    old: Lines<'a>,
    new: Lines<'a>,
    partners: Vec<Option<usize>>,
    is_taken: Vec<bool>,
}

type Key = (bool, Vec<String>);

impl Matcher<'_> {
    fn pair(&mut self, old: usize, new: usize) {
        self.is_taken[old] = true;
        self.partners[new] = Some(old);
    }

    fn free_old(&self) -> Vec<usize> {
        (0..self.is_taken.len()).filter(|index| !self.is_taken[*index]).collect()
    }

    fn free_new(&self) -> Vec<usize> {
        (0..self.partners.len()).filter(|index| self.partners[*index].is_none()).collect()
    }

    /// Those without a partner on either side by their keys.
    fn keyed(
        &self,
        key: impl Fn(&Lines<'_>, usize) -> Option<Vec<String>>,
    ) -> BTreeMap<Key, (Vec<usize>, Vec<usize>)> {
        let mut keyed: BTreeMap<Key, (Vec<usize>, Vec<usize>)> = BTreeMap::new();
        for old in self.free_old() {
            if let Some(key) = key(&self.old, old) {
                keyed.entry((self.old.is_group(old), key)).or_default().0.push(old);
            }
        }
        for new in self.free_new() {
            if let Some(key) = key(&self.new, new) {
                keyed.entry((self.new.is_group(new), key)).or_default().1.push(new);
            }
        }
        keyed
    }

    fn by_key(&mut self, key: impl Fn(&Lines<'_>, usize) -> Option<Vec<String>>) {
        for (old, new) in self.keyed(key).into_values() {
            old.into_iter().zip(new).for_each(|(old, new)| self.pair(old, new));
        }
    }

    fn by_unique(&mut self, key: impl Fn(&Lines<'_>, usize) -> Option<Vec<String>>) {
        for (old, new) in self.keyed(key).into_values() {
            if let ([old], [new]) = (&old[..], &new[..]) {
                self.pair(*old, *new);
            }
        }
    }

    /// Lines between the same neighbours.
    fn by_neighbours(&mut self) {
        for new in self.free_new() {
            let above = self.new_neighbour(new, false);
            let below = self.new_neighbour(new, true);
            let beside = |old: &usize| {
                self.old.is_group(*old) == self.new.is_group(new)
                    && (self.old_neighbour(*old, false) == above
                        || self.old_neighbour(*old, true) == below)
            };
            let found = self
                .free_old()
                .into_iter()
                .filter(beside)
                .filter_map(|old| Some((self.strangeness(old, new)?, old)))
                .min();
            if let Some((_, old)) = found {
                self.pair(old, new);
            }
        }
    }

    /// How unlike two lines are; nothing when they are two.
    fn strangeness(&self, old: usize, new: usize) -> Option<usize> {
        let by_name = nearest::distance(self.old.name(old), self.new.name(new));
        by_name.or_else(|| {
            let (before, after) = (self.old.figures(old)?, self.new.figures(new)?);
            let same = before.iter().zip(&after).filter(|(a, b)| a == b && !a.is_empty()).count();
            let all = after.iter().filter(|figure| !figure.is_empty()).count();
            (2 * same >= all).then_some(usize::MAX - same)
        })
    }

    /// The old line of the nearest line with a partner, above or below.
    fn new_neighbour(&self, new: usize, is_below: bool) -> Option<usize> {
        if is_below {
            self.partners[new + 1..].iter().find_map(|it| *it)
        } else {
            self.partners[..new].iter().rev().find_map(|it| *it)
        }
    }

    fn old_neighbour(&self, old: usize, is_below: bool) -> Option<usize> {
        let mut range: Box<dyn Iterator<Item = usize>> = if is_below {
            Box::new(old + 1..self.is_taken.len())
        } else {
            Box::new((0..old).rev())
        };
        range.find(|index| self.is_taken[*index])
    }

    /// Groups most of whose lines are those of a group before.
    fn groups(&mut self) {
        for new in self.free_new() {
            if !self.new.is_group(new) {
                continue;
            }
            let below = |lines: &Lines<'_>, group| {
                let parents = lines.parents.iter().enumerate();
                parents.filter(|(_, it)| **it == Some(group)).map(|(i, _)| i).collect::<Vec<_>>()
            };
            let came: Vec<usize> =
                below(&self.new, new).iter().filter_map(|line| self.partners[*line]).collect();
            let found = self.free_old().into_iter().find(|old| {
                let lines = below(&self.old, *old);
                let same = lines.iter().filter(|line| came.contains(line)).count();
                self.old.is_group(*old) && same > 0 && 2 * same >= lines.len().max(came.len())
            });
            if let Some(old) = found {
                self.pair(old, new);
            }
        }
    }
}
