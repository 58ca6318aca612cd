//! Bases and recipients: sets, whose order is told last.

use crate::model::Directive;

use super::Found;
use super::change::{Change, Entry, EntryEvent, ListName};
use super::sequence::moved;
use super::words::{compared, is_alike};

/// An entry, and the document of the catalog it stands for.
type Item<'a> = (&'a str, Option<&'a str>);

pub(super) fn compare(before: &Directive, after: &Directive, found: &mut Found) {
    let lists = [ListName::Bases, ListName::To, ListName::Cc];
    for list in lists {
        of_one(list, &items(before, list), &items(after, list), found);
    }
}

fn items(directive: &Directive, list: ListName) -> Vec<Item<'_>> {
    let texts = match list {
        ListName::Bases => {
            let bases = directive.legal_bases.iter();
            return bases
                .map(|basis| {
                    let id = basis.document.as_ref().map(|document| document.id.value.as_str());
                    (basis.text.value.as_str(), id)
                })
                .collect();
        }
        ListName::To => &directive.recipients.to,
        ListName::Cc => &directive.recipients.cc,
    };
    texts.iter().map(|text| (text.value.as_str(), None)).collect()
}

fn of_one(list: ListName, old: &[Item<'_>], new: &[Item<'_>], found: &mut Found) {
    let mut partners = vec![None; new.len()];
    let is_free = |partners: &[Option<usize>], old: usize| !partners.contains(&Some(old));
    for (index, item) in new.iter().enumerate() {
        partners[index] = (0..old.len()).find(|at| old[*at].0 == item.0 && is_free(&partners, *at));
    }
    // What is left: the same document of the catalog, or a text that was changed.
    for (index, item) in new.iter().enumerate() {
        if partners[index].is_some() {
            continue;
        }
        let same = |at: &usize| item.1.is_some() && old[*at].1 == item.1;
        let alike = |at: &usize| is_alike(old[*at].0, item.0);
        let free = || (0..old.len()).filter(|at| is_free(&partners, *at));
        let partner = free().find(same).or_else(|| free().find(alike));
        partners[index] = partner;
        let event = match partner {
            Some(at) => EntryEvent::Changed { pieces: compared(old[at].0, item.0) },
            None => EntryEvent::Added { entry: item.0.to_owned() },
        };
        let change = Change::Entry(Entry { list, event });
        // An entry of the catalog that says something else is not the author's change here.
        let is_of_catalog = partner.is_some_and(|at| item.1.is_some() && old[at].1 == item.1);
        if is_of_catalog { found.follows.push(change) } else { found.authored.push(change) }
    }
    for (index, item) in old.iter().enumerate() {
        if is_free(&partners, index) {
            let event = EntryEvent::Removed { entry: item.0.to_owned() };
            found.authored.push(Change::Entry(Entry { list, event }));
        }
    }
    let mut pairs: Vec<(usize, usize)> =
        partners.iter().enumerate().filter_map(|(new, old)| Some(((*old)?, new))).collect();
    pairs.sort_unstable();
    let positions: Vec<usize> = pairs.iter().map(|pair| pair.1).collect();
    for (at, is_moved) in positions.iter().zip(moved(&positions)) {
        if is_moved {
            let event = EntryEvent::Moved { entry: new[*at].0.to_owned() };
            found.authored.push(Change::Entry(Entry { list, event }));
        }
    }
}
