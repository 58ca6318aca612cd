//! What the fuzzer starts from, and what it has found.

use std::fs;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use crate::project::of_project;
use crate::tables::workbook;

/// What a text is read as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A directive.
    Directive,
    /// A file of the catalog.
    Catalog,
    /// `vanthu.yaml`.
    Office,
    /// Rows beside a directive.
    Csv,
    /// A workbook, as the words it is made from.
    Sheet,
    /// A workbook, as its bytes.
    Workbook,
    /// The record of issued documents.
    Record,
    /// The same in the form of earlier programs.
    OldRecord,
    /// What a build remembers, without its head.
    State,
    /// What a build has noted so far.
    Journal,
    /// A font.
    Font,
    /// The files of a revision, as git lists them.
    Listing,
}

/// One input.
#[derive(Debug, Clone)]
pub(super) struct Input {
    pub(super) kind: Kind,
    pub(super) bytes: Vec<u8>,
}

impl Kind {
    /// By the end of a file's name; the longer ones first.
    const ENDINGS: [(&str, Self); 12] = [
        (".issued.jsonl", Self::Record),
        (".issued.yaml", Self::OldRecord),
        (".state.json", Self::State),
        (".journal.jsonl", Self::Journal),
        (".ttf", Self::Font),
        (".listing", Self::Listing),
        (".catalog.yaml", Self::Catalog),
        (".office.yaml", Self::Office),
        (".yaml", Self::Directive),
        (".csv", Self::Csv),
        (".xlsx.txt", Self::Sheet),
        (".xlsx", Self::Workbook),
    ];

    fn of(name: &str) -> Option<Self> {
        let found = Self::ENDINGS.iter().find(|(ending, _)| name.ends_with(ending));
        found.map(|(_, kind)| *kind)
    }

    /// The end of the names of its files.
    pub(super) fn ending(self) -> &'static str {
        let found = Self::ENDINGS.iter().find(|(_, kind)| *kind == self);
        found.map_or("", |(ending, _)| ending)
    }
}

/// Inputs that once failed, by their names.
pub(super) fn kept() -> Vec<(String, Input)> {
    let mut kept = Vec::new();
    for entry in walkdir::WalkDir::new(of_project("tests/corpus")).sort_by_file_name() {
        let entry = entry.expect("tests/corpus can be read");
        let name = entry.file_name().to_string_lossy().into_owned();
        if let Some(kind) = Kind::of(&name).filter(|_| entry.file_type().is_file()) {
            let bytes = fs::read(entry.path()).expect("an input can be read");
            kept.push((name, Input { kind, bytes }));
        }
    }
    kept
}

/// Keeps an input, and gives its name.
pub(super) fn keep(input: &Input) -> String {
    let mut hasher = DefaultHasher::new();
    input.bytes.hash(&mut hasher);
    let name = format!("{:016x}{}", hasher.finish(), input.kind.ending());
    fs::write(of_project("tests/corpus").join(&name), &input.bytes).expect("an input is kept");
    name
}

/// Good files, and those of the tests, to be changed.
pub(super) fn seeds() -> Vec<Input> {
    let mut seeds: Vec<Input> = kept().into_iter().map(|(_, input)| input).collect();
    for folder in ["data", "tests/cases"] {
        for entry in walkdir::WalkDir::new(of_project(folder)).sort_by_file_name() {
            let entry = entry.expect("a folder of files");
            let path = entry.path().to_string_lossy().replace('\\', "/");
            let kind = if path.ends_with("/issued.yaml") {
                Some(Kind::OldRecord)
            } else if path.ends_with("vanthu.yaml") {
                Some(Kind::Office)
            } else if path.contains("/catalog/") || path.ends_with("catalog.yaml") {
                Some(Kind::Catalog)
            } else {
                Kind::of(&path)
            };
            let Some(kind) = kind.filter(|_| entry.file_type().is_file()) else { continue };
            let bytes = fs::read(entry.path()).expect("a file can be read");
            // The examples are what offices write: they are changed more often.
            let times = match folder {
                "data" => 40,
                _ if path.contains("/render/") || path.contains("/tables/") => 4,
                _ => 1,
            };
            if bytes.len() < 64 << 10 {
                seeds.extend((0..times).map(|_| Input { kind, bytes: bytes.clone() }));
            }
        }
    }
    seeds.extend(super::readers::seeds());
    let sheets: Vec<Input> =
        seeds.iter().filter(|seed| seed.kind == Kind::Sheet).cloned().collect();
    for sheet in sheets {
        let text = String::from_utf8_lossy(&sheet.bytes).into_owned();
        seeds.push(Input { kind: Kind::Workbook, bytes: workbook_of(&text) });
    }
    seeds
}

/// The workbook that is made from `text`, whatever it says.
pub(super) fn workbook_of(text: &str) -> Vec<u8> {
    let head = if text.starts_with("# ") { "" } else { "# A\n" };
    workbook::from_text(&format!("{head}{text}"))
}
