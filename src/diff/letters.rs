//! Copies for single recipients in two states.

use std::collections::BTreeMap;

use super::change::{Change, Copies};
use super::document::Model;
use super::{Found, body, fields, lists};
use crate::compute::Tables;
use crate::copies::{self, Recipient};
use crate::diagnostic::Report;
use crate::model::Directive;
use crate::printed;

/// A copy: its model and its tables.
type Letter = (Directive, Tables);

/// Tells how many copies are other ones, and what the first of them says otherwise where nothing
/// else told it. Whether there is any.
pub(super) fn compare(old: &Model<'_>, new: &Model<'_>, found: &mut Found) -> bool {
    if old.directive.copies.is_none() && new.directive.copies.is_none() {
        return false;
    }
    let (was, is) = (letters(old), letters(new));
    let names = |letters: &[(String, Letter)]| -> BTreeMap<String, usize> {
        letters.iter().enumerate().map(|(at, (key, _))| (key.clone(), at)).collect()
    };
    let (before, after) = (names(&was), names(&is));
    let mut change =
        Copies { total: is.len(), changed: Vec::new(), added: Vec::new(), removed: Vec::new() };
    let mut first = None;
    for (key, now) in &is {
        let Some(then) = before.get(key).map(|at| &was[*at].1) else {
            change.added.push(named(key));
            continue;
        };
        if print(then) != print(now) {
            first = first.or_else(|| Some(key.clone()));
            change.changed.push(named(key));
        }
    }
    let gone = was.iter().filter(|(key, _)| !after.contains_key(key));
    change.removed = gone.map(|(key, _)| named(key)).collect();
    let is_other =
        !(change.changed.is_empty() && change.added.is_empty() && change.removed.is_empty());
    if let Some(key) = first {
        words((old, new), &key, found);
    }
    if is_other {
        found.follows.push(Change::Copies(change));
    }
    is_other
}

/// The copies, each by its key.
fn letters(model: &Model<'_>) -> Vec<(String, Letter)> {
    let (mut silent, mut told) = (Report::default(), Report::default());
    let found = copies::letters(model.directive, &model.tables, &mut silent, &mut told);
    let Some((recipients, mut letters)) = found else { return Vec::new() };
    keyed(&recipients).map(|(key, recipient)| (key, letters.letter(recipient, &mut told))).collect()
}

/// The name in a key.
fn named(key: &str) -> String {
    key.lines().next().unwrap_or_default().to_owned()
}

fn print((directive, tables): &Letter) -> printed::Document {
    printed::print(directive, tables, false)
}

/// What the copy of this key says otherwise in words: what all documents say otherwise was told, and
/// figures follow from tables.
fn words((old, new): (&Model<'_>, &Model<'_>), key: &str, found: &mut Found) {
    let (Some(then), Some(now)) = (whole(old, key), whole(new, key)) else { return };
    let mut own = Found::default();
    let parts = |(directive, tables): &Letter| body::parts(directive, tables);
    body::compare(&parts(&then), &parts(&now), &mut own);
    own.authored.extend(fields::compare(&then.0, &now.0));
    lists::compare(&then.0, &now.0, &mut own);
    let is_told =
        |change: &Change| found.authored.contains(change) || found.follows.contains(change);
    let new: Vec<Change> = own.authored.into_iter().filter(|change| !is_told(change)).collect();
    found.authored.extend(new);
}

/// The copy of this key, with whole tables: its figures are references.
fn whole(model: &Model<'_>, key: &str) -> Option<Letter> {
    let (mut silent, mut told) = (Report::default(), Report::default());
    let (recipients, mut letters) =
        copies::whole_letters(model.directive, &model.tables, &mut silent)?;
    let recipient = keyed(&recipients).find(|(found, _)| found == key)?.1;
    Some(letters.letter(recipient, &mut told))
}

/// Recipients, each by its name and how many before it have that name.
fn keyed(recipients: &[Recipient]) -> impl Iterator<Item = (String, &Recipient)> {
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    recipients.iter().map(move |recipient| {
        let before = seen.entry(&recipient.name).or_default();
        *before += 1;
        (format!("{}\n{before}", recipient.name), recipient)
    })
}
