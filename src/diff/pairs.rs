//! Which directive is which before: by path; else, when at least half of two is the same, one
//! was renamed to the other; else, when at least half of a new one is what another one no longer
//! has, it was split off.

use std::collections::{BTreeMap, BTreeSet};

use super::change::{Change, Event, ParagraphEvent};
use super::document::{model, size};
use super::{Document, Size, Snapshot, State, body};

/// A directive in both states, by its paths.
pub(super) struct Pair {
    before: Option<String>,
    after: Option<String>,
    /// The path of the directive it was split from.
    origin: Option<String>,
}

impl Pair {
    pub(super) fn before<'a>(
        &self,
        snapshots: &'a BTreeMap<String, Snapshot>,
    ) -> Option<&'a Snapshot> {
        snapshots.get(self.before.as_ref()?)
    }

    pub(super) fn after<'a>(
        &self,
        snapshots: &'a BTreeMap<String, Snapshot>,
    ) -> Option<&'a Snapshot> {
        snapshots.get(self.after.as_ref()?)
    }
}

/// What a directive says, in pairs of words: what is moved keeps most of them.
type Content = BTreeSet<(String, String)>;

fn content(snapshot: &Snapshot) -> Content {
    let Some(model) = model(snapshot) else { return Content::new() };
    let parts = body::parts(model.directive, &model.tables);
    let mut texts: Vec<String> = parts.into_iter().flatten().map(|part| part.text).collect();
    let directive = model.directive;
    texts.push(directive.subject.value.clone());
    texts.extend(directive.legal_bases.iter().map(|basis| basis.text.value.clone()));
    texts.extend(directive.recipients.cc.iter().map(|text| format!("cc {}", text.value)));
    for target in directive.targets.iter() {
        let lines = target.lines.iter();
        texts.extend(lines.map(|line| format!("{} {}", target.id.value, line.name.value)));
    }
    let pairs = texts.iter().flat_map(|text| {
        let words: Vec<&str> = text.split_whitespace().collect();
        let first = words.first().map(|first| (String::new(), (*first).to_owned()));
        let pairs: Vec<(String, String)> =
            words.windows(2).map(|pair| (pair[0].to_owned(), pair[1].to_owned())).collect();
        first.into_iter().chain(pairs)
    });
    pairs.collect()
}

type Snapshots = BTreeMap<String, Snapshot>;

pub(super) fn pairs(before: &Snapshots, after: &Snapshots) -> Vec<Pair> {
    let mut pairs: Vec<Pair> = before
        .keys()
        .filter(|path| after.contains_key(*path))
        .map(|path| Pair { before: Some(path.clone()), after: Some(path.clone()), origin: None })
        .collect();
    let only = |one: &Snapshots, other: &Snapshots| -> Contents {
        let only = one.iter().filter(|(path, _)| !other.contains_key(*path));
        only.map(|(path, snapshot)| (path.clone(), content(snapshot))).collect()
    };
    let (mut gone, mut come) = (only(before, after), only(after, before));
    for (from, to) in equal(&gone, &come).into_iter().chain(alike(&gone, &come)) {
        if gone.contains_key(&from) && come.contains_key(&to) {
            gone.remove(&from);
            come.remove(&to);
            pairs.push(Pair { before: Some(from), after: Some(to), origin: None });
        }
    }
    let lost = if come.is_empty() { Contents::new() } else { lost(&pairs, before, after) };
    let pieces = Pieces::new(&lost);
    for (path, content) in come {
        let origin = origin(&content, &lost, &pieces);
        pairs.push(Pair { before: None, after: Some(path), origin });
    }
    let gone = gone.into_keys();
    pairs.extend(gone.map(|path| Pair { before: Some(path), after: None, origin: None }));
    pairs
}

/// What directives say, by their paths.
type Contents = BTreeMap<String, Content>;

/// A piece that more directives have says nothing of where one of them came from.
const MOST_SHARED: usize = 64;

/// Which directives have a piece.
struct Pieces<'a>(BTreeMap<&'a (String, String), Vec<&'a str>>);

impl<'a> Pieces<'a> {
    fn new(contents: &'a Contents) -> Self {
        let mut pieces: BTreeMap<_, Vec<&str>> = BTreeMap::new();
        for (path, content) in contents {
            content.iter().for_each(|piece| pieces.entry(piece).or_default().push(path));
        }
        Self(pieces)
    }

    /// The directives that have rare pieces in common with `content`.
    fn having(&self, content: &Content) -> BTreeSet<&'a str> {
        let found = content.iter().filter_map(|piece| self.0.get(piece));
        let rare = found.filter(|paths| paths.len() <= MOST_SHARED);
        rare.flatten().copied().collect()
    }
}

/// Directives that say the very same in another place: a folder was renamed. Of several each is
/// paired with one, in the order of their paths.
fn equal(gone: &Contents, come: &Contents) -> Vec<(String, String)> {
    let mut by_content: BTreeMap<&Content, Vec<&String>> = BTreeMap::new();
    for (path, content) in gone.iter().rev().filter(|(_, content)| !content.is_empty()) {
        by_content.entry(content).or_default().push(path);
    }
    let pair = |(to, content): (&String, &Content)| {
        let from = by_content.get_mut(content)?.pop()?;
        Some((from.clone(), to.clone()))
    };
    come.iter().filter_map(pair).collect()
}

/// Those of which at least half is the same, the most alike first; of equals the first by path.
fn alike(gone: &Contents, come: &Contents) -> Vec<(String, String)> {
    let pieces = Pieces::new(gone);
    let mut rated = Vec::new();
    for (to, new) in come {
        for from in pieces.having(new) {
            let Some(old) = gone.get(from) else { continue };
            let same = old.intersection(new).count();
            if same > 0 && 4 * same >= old.len() + new.len() {
                rated.push((usize::MAX - same, (from.to_owned(), to.clone())));
            }
        }
    }
    rated.sort();
    rated.into_iter().map(|(_, pair)| pair).collect()
}

/// What each directive that was there before does not say any more.
fn lost(pairs: &[Pair], before: &Snapshots, after: &Snapshots) -> Contents {
    let lost = |pair: &Pair| {
        let old = content(pair.before(before)?);
        let new = pair.after(after).map(content).unwrap_or_default();
        Some((pair.before.clone()?, old.difference(&new).cloned().collect()))
    };
    pairs.iter().filter_map(lost).collect()
}

/// The directive that no longer has what `content` is made of.
fn origin(content: &Content, lost: &Contents, pieces: &Pieces<'_>) -> Option<String> {
    let taken = |path: &str| {
        let taken = content.intersection(lost.get(path)?).count();
        let is_half = taken > 0 && 2 * taken >= content.len();
        is_half.then(|| (usize::MAX - taken, path.to_owned()))
    };
    pieces.having(content).into_iter().filter_map(taken).min().map(|(_, path)| path)
}

/// Says of documents that were split off what they took over, and of the others what they lost
/// to them.
pub(super) fn tell(
    pairs: &[Pair],
    before: &Snapshots,
    after: &Snapshots,
    documents: &mut [Document],
) {
    for pair in pairs {
        let (Some(origin), Some(new)) = (&pair.origin, pair.after(after)) else { continue };
        let Some(old) = before.get(origin) else { continue };
        let taken = common(old, new);
        for document in documents.iter_mut() {
            let is_origin = document.path == *origin
                || matches!(&document.state, State::Renamed { from } if from == origin);
            if document.path == new.path {
                let (from, size) = (origin.clone(), size(new));
                let taken = Size { paragraphs: taken.0.len(), tables: taken.1.len() };
                document.state = State::Split { from, taken, size };
            } else if is_origin {
                let changes = document.authored.iter_mut();
                changes.for_each(|change| moved(change, &taken, &new.path));
            }
        }
    }
}

/// Paragraphs and tables that are in both.
fn common(old: &Snapshot, new: &Snapshot) -> (BTreeSet<String>, BTreeSet<String>) {
    let of = |snapshot: &Snapshot| -> (BTreeSet<String>, BTreeSet<String>) {
        let Some(model) = model(snapshot) else { return Default::default() };
        let parts = body::parts(model.directive, &model.tables);
        let targets = model.directive.targets.iter();
        (
            parts.into_iter().flatten().map(|part| part.text).collect(),
            targets.map(|target| target.id.value.clone()).collect(),
        )
    };
    let ((old_texts, old_tables), (texts, tables)) = (of(old), of(new));
    (
        old_texts.intersection(&texts).cloned().collect(),
        old_tables.intersection(&tables).cloned().collect(),
    )
}

fn moved(change: &mut Change, (texts, tables): &(BTreeSet<String>, BTreeSet<String>), to: &str) {
    match change {
        Change::Paragraph(paragraph)
            if paragraph.event == ParagraphEvent::Removed && texts.contains(&paragraph.text) =>
        {
            paragraph.event = ParagraphEvent::MovedTo { document: to.to_owned() };
        }
        Change::Table(table) if table.event == Event::Removed && tables.contains(&table.table) => {
            table.event = Event::MovedTo { document: to.to_owned() };
        }
        _ => {}
    }
}
