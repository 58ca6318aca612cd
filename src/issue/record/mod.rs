//! The record of issued documents: a line for each, in a file for each year.
//!
//! A line is one JSON object, and lines are in the order of their paths. Files are read whole and
//! checked whole; an entry is made of its line when it is asked for, so that a record of 100,000
//! documents costs a run little.

mod line;

use line::Line;
pub use line::{line, read_line};

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::{Arc, OnceLock};

use crate::model::issued::Entry;

/// So many lines are worth a thread of their own.
const MANY: usize = 4_000;

/// The year of an entry whose day cannot be read.
const NO_YEAR: &str = "0000";

/// All issued documents of an office, by the paths of their directives.
#[derive(Debug, Default, Clone)]
pub struct Record {
    /// The texts of the files, by year.
    texts: BTreeMap<Arc<str>, Arc<str>>,
    entries: BTreeMap<Arc<str>, Place>,
}

/// Where an entry is kept.
#[derive(Debug, Clone)]
struct Place {
    year: Arc<str>,
    kept: Kept,
}

#[derive(Debug, Clone)]
enum Kept {
    /// In this line of the file; the entry is made when it is asked for.
    Line(Range<usize>, OnceLock<Option<Box<Entry>>>),
    /// In no file yet.
    Entry(Box<Entry>),
}

/// A line of a file that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadLine {
    /// Its bytes in the file.
    pub range: Range<usize>,
    /// Whether its path has an entry already.
    pub is_second: bool,
}

impl Record {
    /// Takes in the file of `year`; what is given back cannot be used.
    pub fn add_file(&mut self, year: &str, text: String) -> Vec<BadLine> {
        let (year, text): (Arc<str>, Arc<str>) = (year.into(), text.into());
        let lines = lines_of(&text);
        let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
        let part = lines.len().div_ceil(cores).max(MANY);
        let read = |part: &[Range<usize>]| -> Vec<Option<Arc<str>>> {
            let path = |line: &Range<usize>| Some(Line::read(&text[line.clone()])?.path.into());
            part.iter().map(path).collect()
        };
        let paths: Vec<Option<Arc<str>>> = std::thread::scope(|scope| {
            let others: Vec<_> =
                lines.chunks(part).skip(1).map(|part| scope.spawn(move || read(part))).collect();
            let first = lines.chunks(part).next().map(read).unwrap_or_default();
            let others = others.into_iter().map(|other| match other.join() {
                Ok(paths) => paths,
                Err(panic) => std::panic::resume_unwind(panic),
            });
            std::iter::once(first).chain(others).flatten().collect()
        });
        let mut bad = Vec::new();
        let mut found = Vec::with_capacity(lines.len());
        for (range, path) in lines.into_iter().zip(paths) {
            match path {
                Some(path) => found.push((path, range)),
                None => bad.push(BadLine { range, is_second: false }),
            }
        }
        self.take(&year, found, &mut bad);
        self.texts.insert(year, text);
        bad
    }

    fn take(
        &mut self,
        year: &Arc<str>,
        found: Vec<(Arc<str>, Range<usize>)>,
        bad: &mut Vec<BadLine>,
    ) {
        let kept = |range| Kept::Line(range, OnceLock::new());
        let place = |range| Place { year: year.clone(), kept: kept(range) };
        let is_in_order = found.windows(2).all(|pair| pair[0].0 < pair[1].0);
        if self.entries.is_empty() && is_in_order {
            self.entries = found.into_iter().map(|(path, range)| (path, place(range))).collect();
            return;
        }
        for (path, range) in found {
            match self.entries.entry(path) {
                std::collections::btree_map::Entry::Vacant(free) => _ = free.insert(place(range)),
                std::collections::btree_map::Entry::Occupied(_) => {
                    bad.push(BadLine { range, is_second: true });
                }
            }
        }
    }

    /// What is recorded of the directive at `path`.
    #[must_use]
    pub fn get(&self, path: &str) -> Option<&Entry> {
        let Place { year, kept } = self.entries.get(path)?;
        match kept {
            Kept::Entry(entry) => Some(entry),
            Kept::Line(range, entry) => {
                let read = || {
                    let line = self.texts.get(year)?.get(range.clone())?;
                    Line::read(line)?.entry().map(Box::new)
                };
                entry.get_or_init(read).as_deref()
            }
        }
    }

    /// The paths of all directives that something is recorded of, in their order.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.entries.keys().map(|path| &**path)
    }

    /// Whether nothing is recorded.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The year of the file that `path` is recorded in, and its line there, once it has one.
    #[must_use]
    pub fn place(&self, path: &str) -> Option<(&str, Option<Range<usize>>)> {
        let Place { year, kept } = self.entries.get(path)?;
        let line = if let Kept::Line(range, _) = kept { Some(range.clone()) } else { None };
        Some((year, line))
    }

    /// The text of the file of `year` as it was read.
    #[must_use]
    pub fn text(&self, year: &str) -> Option<&str> {
        self.texts.get(year).map(|text| &**text)
    }

    /// Records `entry` of the directive at `path`: in the file that has one of it already, else
    /// in that of the year of issue.
    pub fn put(&mut self, path: &str, entry: Entry) {
        let known = self.entries.get(path).map(|place| place.year.clone());
        let year = known.unwrap_or_else(|| year_of(&entry.date).into());
        let place = Place { year, kept: Kept::Entry(Box::new(entry)) };
        self.entries.insert(path.into(), place);
    }

    /// Records `entry` of the directive that was at `from` and is at `to` now, in the same file.
    pub fn rename(&mut self, from: &str, to: &str, entry: Entry) {
        if let Some(Place { year, .. }) = self.entries.remove(from) {
            self.entries.insert(to.into(), Place { year, kept: Kept::Entry(Box::new(entry)) });
        }
    }

    /// Takes back what is recorded of `path`.
    pub fn remove(&mut self, path: &str) {
        self.entries.remove(path);
    }

    /// The files as they are to be written, by year; those that are as they were read are left
    /// out, one without an entry has no text.
    #[must_use]
    pub fn changed(&self) -> BTreeMap<String, String> {
        let mut texts: BTreeMap<&str, String> = BTreeMap::new();
        for (path, Place { year, kept }) in &self.entries {
            let text = texts.entry(year).or_default();
            match kept {
                Kept::Line(range, _) => text.push_str(&self.texts[year][range.clone()]),
                Kept::Entry(entry) => text.push_str(&line(path, entry)),
            }
            text.push('\n');
        }
        let years: BTreeSet<&str> =
            texts.keys().copied().chain(self.texts.keys().map(|year| &**year)).collect();
        let files = years.into_iter().map(|year| (year, texts.remove(year).unwrap_or_default()));
        let is_other = |(year, text): &(&str, String)| self.text(year) != Some(text);
        files.filter(is_other).map(|(year, text)| (year.to_owned(), text)).collect()
    }
}

/// The year in front of a day.
fn year_of(date: &str) -> &str {
    let year = date.split('-').next().unwrap_or_default();
    let is_year = year.len() == 4 && year.bytes().all(|digit| digit.is_ascii_digit());
    if is_year { year } else { NO_YEAR }
}

/// The lines of a text, without those that say nothing.
fn lines_of(text: &str) -> Vec<Range<usize>> {
    let mut lines = Vec::with_capacity(text.len() / 256);
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let words = line.trim();
        if !words.is_empty() {
            let begin = start + (line.len() - line.trim_start().len());
            lines.push(begin..begin + words.len());
        }
        start += line.len();
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::digest::Digest;
    use crate::model::issued::State;

    fn entry(date: &str) -> Entry {
        Entry {
            document: "49/KH-UBND".into(),
            date: date.into(),
            state: State::Issued,
            meaning: "1-00000000000000000000000000000000".parse().expect("a meaning"),
            source: Digest::of(b"x"),
            pdf: None,
            program: "vanthu".into(),
            reasons: vec!["một \"lý do\"\n".into()],
        }
    }

    #[test]
    fn what_is_written_is_read_back_whatever_the_names() {
        let names = ["data/a.yaml", "data/\n\u{1b}[31m\u{85}\u{2028}\"\\.yaml", "data/Đề án.yaml"];
        let mut record = Record::default();
        names.iter().for_each(|name| record.put(name, entry("2023-02-10")));
        record.put("data/b.yaml", entry("2024-01-01"));
        let files = record.changed();
        assert_eq!(files.keys().collect::<Vec<_>>(), ["2023", "2024"]);
        assert!(files.values().all(|text| text.lines().all(|line| line.starts_with("{\"path\":"))));
        let mut read = Record::default();
        for (year, text) in files {
            assert_eq!(read.add_file(&year, text), []);
        }
        assert_eq!(read.paths().collect::<Vec<_>>(), record.paths().collect::<Vec<_>>());
        assert!(read.paths().all(|path| read.get(path) == record.get(path)));
        assert!(read.changed().is_empty());
        // An entry stays in the file it is in.
        read.put("data/a.yaml", entry("2025-01-01"));
        read.remove("data/b.yaml");
        let changed = read.changed();
        assert_eq!(changed.keys().collect::<Vec<_>>(), ["2023", "2024"]);
        assert_eq!(changed["2024"], "");
    }

    #[test]
    fn lines_in_any_order_are_read_and_bad_ones_are_named() {
        let lines = ["b", "a", "a"].map(|path| line(path, &entry("2023-01-01")));
        let newer = lines[0].replace("1-0", "2-0").replace("\"b\"", "\"c\"");
        let unknown = lines[0].replace("\"document\"", "\"documents\"");
        let text =
            [&*lines[0], "", "<<<<<<< HEAD", &*lines[1], &*lines[2], &newer, &unknown].join("\r\n");
        let mut record = Record::default();
        let bad = record.add_file("2023", text.clone());
        assert_eq!(record.paths().collect::<Vec<_>>(), ["a", "b"]);
        let shown: Vec<(&str, bool)> =
            bad.iter().map(|bad| (&text[bad.range.clone()], bad.is_second)).collect();
        let wanted: [(&str, bool); 4] =
            [("<<<<<<< HEAD", false), (&newer, false), (&unknown, false), (&lines[2], true)];
        assert_eq!(shown, wanted);
    }

    #[test]
    fn a_large_record_is_read_as_a_small_one_is() {
        let mut record = Record::default();
        for number in 0..20_000 {
            record.put(&format!("data/{number:05}.yaml"), entry("2023-01-01"));
        }
        let text = record.changed().remove("2023").expect("a file");
        assert!(text.len() > 2 * 1024 * 1024);
        let mut read = Record::default();
        assert_eq!(read.add_file("2023", text), []);
        assert_eq!(read.paths().count(), 20_000);
        assert_eq!(read.get("data/19999.yaml"), Some(&entry("2023-01-01")));
    }
}
