//! Readers of files that no author writes: the record of issued documents, what a build remembers,
//! fonts, listings of git.

use std::collections::BTreeMap;
use std::fs;

use tempfile::TempDir;
use vanthu::build::fingerprint::Fingerprint as Recipe;
use vanthu::build::state::{JournalState as Left, Record, State, Store};
use vanthu::digest::Digest;
use vanthu::fonts::{FontFile, Fonts};
use vanthu::issue::record;
use vanthu::render::Style;
use vanthu::source::git;

use super::corpus::{Input, Kind};
use crate::project::of_project;

/// A record that is read is written as it was, and its entries are found.
pub(super) fn record(text: &str) -> Result<bool, String> {
    let mut record = record::Record::default();
    let bad = record.add_file("2023", text.to_owned());
    if let Some(bad) = bad.iter().find(|bad| text.get(bad.range.clone()).is_none()) {
        return Err(format!("a place that is none: {bad:?}"));
    }
    if let Some(path) = record.paths().find(|path| record.get(path).is_none()) {
        return Err(format!("no entry of {path:?}"));
    }
    if !bad.is_empty() {
        return Ok(false);
    }
    let mut again = record::Record::default();
    let written = record.changed().remove("2023").unwrap_or_else(|| text.to_owned());
    if !again.add_file("2023", written).is_empty() {
        return Err("what was written cannot be read".to_owned());
    }
    let is_same = again.paths().eq(record.paths())
        && record.paths().all(|path| record.get(path) == again.get(path));
    if is_same { Ok(!record.is_empty()) } else { Err("what was written is another".to_owned()) }
}

/// A font is taken, or refused.
pub(super) fn font(bytes: &[u8]) -> bool {
    let font = FontFile { name: "x.ttf".into(), data: bytes.to_vec().into() };
    let Ok(fonts) = Fonts::new(vec![font], None) else { return false };
    let advances = fonts.advances(false, false);
    let _ = advances.width("Đề nghị các xã rà soát hộ nghèo 18.305");
    let _ = (fonts.coverage().has('Đ'), fonts.families());
    fonts.look_up();
    true
}

/// A listing of git has each path once.
pub(super) fn listing(bytes: &[u8]) -> Result<bool, String> {
    let listed = git::listed(bytes);
    let is_in_order = listed.windows(2).all(|pair| pair[0].0 < pair[1].0);
    if is_in_order { Ok(!listed.is_empty()) } else { Err("a path twice".to_owned()) }
}

/// An output folder whose notes are replaced.
pub(super) struct Readers {
    folder: TempDir,
    store: Store,
    /// The head of a state, and the digest in it.
    head: String,
    digest: String,
}

impl Readers {
    pub(super) fn new() -> Self {
        let folder = tempfile::tempdir().expect("there is room for a folder");
        let store = Store::new(&folder.path().join("out"), folder.path(), None);
        store.save(&state()).expect("a state is written");
        let text = fs::read_to_string(store.folder.join("state.json")).expect("a state");
        let (head, body) = text.split_once('\n').expect("a head and a body");
        let digest = Digest::of(body.as_bytes()).to_string();
        Self { head: head.to_owned(), digest, store, folder }
    }

    pub(super) fn state(&self, body: &[u8]) -> Result<bool, String> {
        let head = self.head.replace(&self.digest, &Digest::of(body).to_string());
        self.load("state.json", &[head.as_bytes(), b"\n", body].concat())
    }

    pub(super) fn journal(&self, bytes: &[u8]) -> Result<bool, String> {
        self.load("journal.jsonl", bytes)
    }

    fn load(&self, name: &str, bytes: &[u8]) -> Result<bool, String> {
        debug_assert!(self.folder.path().is_dir());
        for file in ["state.json", "journal.jsonl"] {
            fs::remove_file(self.store.folder.join(file)).ok();
        }
        fs::write(self.store.folder.join(name), bytes).map_err(|error| error.to_string())?;
        let (state, unusable) = self.store.load().map_err(|error| error.to_string())?;
        Ok(unusable.is_none() && !state.records.is_empty())
    }
}

fn recipe() -> Recipe {
    let fonts = Fonts::new(Vec::new(), None).unwrap_or_else(|_| panic!("the house typeface"));
    let profile = vanthu::model::profile::Profile::WIDE;
    let style = Style { font: "X", profile, draft_mark: true, fallback_date: (2020, 3, 5) };
    Recipe::new("x", b"", &[], &BTreeMap::new(), &fonts, &style)
}

fn state() -> State {
    let recipe = recipe();
    let record = Record {
        fingerprint: recipe.digest(),
        inputs: [("data/a.yaml".to_owned(), Some(Digest::of(b"a")))].into(),
        numbers: vec!["49/UBND".to_owned()],
        number_of: None,
        copies: None,
        outputs: BTreeMap::new(),
        text: Some(Digest::of(b"b")),
        findings: Vec::new(),
    };
    let records = [("data/a.yaml".to_owned(), record.clone()), ("data/b.yaml".to_owned(), record)];
    State {
        fingerprints: [(recipe.digest(), recipe)].into(),
        records: records.into(),
        ..State::default()
    }
}

/// One good file of each kind.
pub(super) fn seeds() -> Vec<Input> {
    let folder = tempfile::tempdir().expect("there is room for a folder");
    let store = Store::new(&folder.path().join("out"), folder.path(), None);
    let state = state();
    store.save(&state).expect("a state is written");
    let read = |name: &str| fs::read(store.folder.join(name)).expect("it was written");
    let saved = read("state.json");
    let end = saved.iter().position(|byte| *byte == b'\n').expect("a head");
    let mut journal = store.begin(&recipe(), Left::Nothing).expect("a journal");
    for (name, record) in &state.records {
        journal.add(name, Some(record)).expect("a line");
    }
    let line = |path: &str, state: &str| {
        format!(
            "{{\"path\":\"{path}\",\"document\":\"49/TTYT-KH\",\"date\":\"2023-02-10\",\"state\":\"{state}\",\
             \"meaning\":\"1-3d7fa52dec8ab5180ac39fb7efe4c3ea\",\
             \"source\":\"f3f87eac75975eac2001ee792259360e\",\"program\":\"vanthu\",\"reasons\":[\"x\"]}}\n"
        )
    };
    let record = line("data/a.yaml", "issued") + &line("data/b \\n.yaml", "withdrawn");
    let id = "0123456789abcdef0123456789abcdef01234567";
    let listing = format!(
        "100644 blob {id}\tdata/a.yaml\0120000 blob {id}\tdata/b.yaml\0160000 commit {id}\tc\0"
    );
    let font = walkdir::WalkDir::new(of_project("templates/fonts")).sort_by_file_name();
    let font = font
        .into_iter()
        .flatten()
        .find(|entry| entry.path().extension().is_some_and(|extension| extension == "ttf"));
    let font = fs::read(font.expect("a font").path()).expect("a font");
    let input = |kind, bytes: &[u8]| Input { kind, bytes: bytes.to_vec() };
    let many = |input: Input, times: usize| std::iter::repeat_n(input, times);
    many(input(Kind::Record, record.as_bytes()), 60)
        .chain(many(input(Kind::State, &saved[end + 1..]), 60))
        .chain(many(input(Kind::Journal, &read("journal.jsonl")), 60))
        .chain(many(input(Kind::Listing, listing.as_bytes()), 20))
        .chain(many(input(Kind::Font, &font), 10))
        .collect()
}
