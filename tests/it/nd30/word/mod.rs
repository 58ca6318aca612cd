//! Word files: what they say, read by a reader that shares nothing with what writes them, and the
//! decree measured on their XML.

mod breaks;
mod consistency;
mod measures;
mod read;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::PathBuf;

use breaks::{BREAKS, Break, STYLE_BREAKS, broken_style};
use measures::{MEASURES, Measured};
use read::{Parts, Word};

use super::asked::{Asked, WIDE};
use super::press::{Press, WordFile};
use super::verdict::Verdict;
use super::{Subject, office_subjects};

/// The folder in which files are to be left for programs that are not part of the tests.
const KEPT: &str = "VANTHU_TEST_OFFICE_FILES";

pub(crate) fn keep(name: &str, extension: &str, bytes: &[u8]) {
    let Some(folder) = std::env::var_os(KEPT).map(PathBuf::from) else { return };
    std::fs::create_dir_all(&folder).unwrap();
    let name: String =
        name.chars().map(|ch| if ch.is_ascii_alphanumeric() { ch } else { '-' }).collect();
    std::fs::write(folder.join(name).with_extension(extension), bytes).unwrap();
}

/// What is in a file and not in its document, or the other way round.
pub(crate) fn differences(file: &WordFile) -> Vec<String> {
    match Parts::of(&file.bytes).read() {
        Ok(word) => consistency::differences(&file.document, &word),
        Err(error) => vec![error],
    }
}

/// What the measures say of one file.
fn verdicts(file: &WordFile, word: &Word, asked: &Asked) -> Vec<(u16, Verdict)> {
    let WordFile { directive, document, .. } = file;
    let measured = Measured { word, document, directive, asked };
    MEASURES.iter().map(|(rule, measure)| (*rule, measure(&measured))).collect()
}

#[test]
fn every_word_file_says_what_is_printed_and_is_as_the_decree_asks() {
    let press = Press::new(&BTreeMap::new());
    let mut wrong = String::new();
    let mut counts = BTreeMap::<u16, usize>::new();
    for Subject { name, yaml, asked } in &office_subjects() {
        let file = match press.word(yaml, asked) {
            Ok(file) => file,
            Err(findings) => {
                let _ = writeln!(wrong, "{name}: {findings}");
                continue;
            }
        };
        keep(name, "docx", &file.bytes);
        let word = match Parts::of(&file.bytes).read() {
            Ok(word) => word,
            Err(error) => {
                let _ = writeln!(wrong, "{name}: {error}");
                continue;
            }
        };
        for difference in consistency::differences(&file.document, &word) {
            let _ = writeln!(wrong, "{name}: {difference}");
        }
        for (rule, verdict) in verdicts(&file, &word, asked) {
            let count = counts.entry(rule).or_default();
            match verdict {
                Verdict::Measured(measured) => *count += measured,
                Verdict::NotApplicable(_) => {}
                Verdict::Failed(why) => _ = write!(wrong, "R{rule} on {name}: {why}"),
            }
        }
    }
    let lines: Vec<&str> = wrong.lines().take(40).collect();
    assert!(wrong.is_empty(), "\n{}\n({} lines)", lines.join("\n"), wrong.lines().count());
    let idle: Vec<_> = counts.iter().filter(|(_, count)| **count == 0).collect();
    assert!(idle.is_empty(), "rules that apply to no document: {idle:?}");
}

/// A decision with everything, and the examples: together they have every style.
fn broken_on(press: &Press) -> Vec<WordFile> {
    let examples = crate::nd30::of_state();
    let all = std::iter::once(super::decision_with_everything()).chain(examples.into_values());
    all.map(|yaml| press.word(&yaml, &WIDE).unwrap()).collect()
}

/// The rules whose measures fail on files that were changed.
fn failing(files: &[WordFile], change: &dyn Fn(&mut Parts) -> bool) -> BTreeSet<u16> {
    let mut rules = BTreeSet::new();
    let mut changed = 0;
    for file in files {
        let mut parts = Parts::of(&file.bytes);
        if !change(&mut parts) {
            continue;
        }
        changed += 1;
        let word = parts.read().unwrap();
        let failed = verdicts(file, &word, &WIDE).into_iter();
        rules.extend(failed.filter(|it| matches!(it.1, Verdict::Failed(_))).map(|it| it.0));
    }
    assert!(changed > 0, "nothing was changed");
    rules
}

#[test]
fn a_broken_word_file_fails_the_measure_of_its_rule_and_no_other() {
    let press = Press::new(&BTreeMap::new());
    let files = broken_on(&press);
    assert_eq!(failing(&files, &|_| true), BTreeSet::new());
    let mut wrong = Vec::new();
    for Break { part, from, to, rules } in BREAKS {
        let found = failing(&files, &|parts| {
            let Some(text) = parts.0.get_mut(*part) else { return false };
            let is_there = text.contains(from);
            *text = text.replacen(from, to, 1);
            is_there
        });
        if found != rules.iter().copied().collect() {
            wrong.push(format!("{from} → {to}: {found:?} for {rules:?}"));
        }
    }
    for (id, from, to, rules) in STYLE_BREAKS {
        let found = failing(&files, &|parts| {
            let styles = parts.0.get_mut("word/styles.xml").unwrap();
            *styles = broken_style(styles, id, from, to);
            true
        });
        if found != rules.iter().copied().collect() {
            wrong.push(format!("{id}: {from} → {to}: {found:?} for {rules:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_word_more_or_less_is_found() {
    let press = Press::new(&BTreeMap::new());
    let files = broken_on(&press);
    for (from, to) in [
        ("Số:", "Số"),
        ("Nơi nhận:", "Nơi nhận"),
        ("<w:tblHeader/>", ""),
        ("48.384", "48.385"),
        ("TỔNG CỘNG", "TỔNG"),
        ("<w:body>", "<w:body><w:p><w:r><w:t>Mật</w:t></w:r></w:p>"),
    ] {
        let mut found = 0;
        for file in &files {
            let mut parts = Parts::of(&file.bytes);
            let text = parts.0.get_mut("word/document.xml").unwrap();
            if text.contains(from) {
                *text = text.replacen(from, to, 1);
                let word = parts.read().unwrap();
                let differences = consistency::differences(&file.document, &word);
                assert!(!differences.is_empty(), "{from} → {to}");
                found += 1;
            }
        }
        assert!(found > 0, "{from} stands in no file");
    }
}

#[test]
fn a_word_file_has_the_same_bytes_each_time() {
    let press = Press::new(&BTreeMap::new());
    for Subject { name, yaml, asked } in office_subjects().iter().take(20) {
        let [first, second] = [(); 2].map(|()| press.word(yaml, asked).unwrap().bytes);
        assert!(first == second, "{name}");
    }
}
