//! The decree, rule by rule, measured on finished PDFs.
//!
//! `paper` takes a PDF apart by what its lines say and where they stand; `measures` holds one
//! function for each rule; `matrix` makes directives that differ in all that may differ;
//! `breaks` shows that a measure fails where its rule is broken; `coverage` says for each rule
//! of the specification what proves it.
#![expect(clippy::float_arithmetic, reason = "positions are measures, not amounts")]

mod asked;
mod body;
mod breaks;
mod by_hand;
mod certified;
mod consistency;
mod coverage;
mod excel;
mod facts;
mod forms;
mod matrix;
mod measures;
mod paper;
mod positions;
mod press;
mod read;
mod runs;
mod side_by_side;
mod verdict;
mod word;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::Write as _;
use std::thread;

use asked::{AIRY, Asked, DENSE, NARROW, WIDE};
use matrix::Sheet;
use measures::MEASURES;
use paper::Paper;
use press::{Press, Pressed};
use verdict::Verdict;

use crate::pdf::Pdf;

/// A document to be measured.
struct Subject {
    name: String,
    yaml: String,
    asked: &'static Asked,
}

/// What the measures say of one document: rule and verdict.
type Verdicts = Vec<(u16, Verdict)>;

/// What was found of one document.
struct Measured {
    verdicts: Verdicts,
    /// Where its pages and the printed document do not agree.
    differences: Vec<String>,
    /// What the decree leaves free.
    positions: positions::Found,
}

/// Runs every measure over one directive.
fn measured(press: &Press, yaml: &str, asked: &Asked) -> Result<Measured, String> {
    let Pressed { directive, document, pdf } = press.set(yaml, asked)?;
    let pdf = Pdf::read(&pdf);
    let paper = Paper::new(&directive, asked, &pdf)?;
    let verdicts = MEASURES.iter().map(|measure| (measure.rule, (measure.run)(&paper))).collect();
    let differences = consistency::differences(&document, &pdf);
    Ok(Measured { verdicts, differences, positions: positions::found(&paper) })
}

/// The examples, but those of the Party: they are under rules of their own.
fn of_state() -> BTreeMap<String, String> {
    let examples = crate::examples::examples().into_iter();
    examples.filter(|(_, yaml)| !yaml.contains("\nrules: hd05")).collect()
}

/// Every example, in several profiles, and the matrix.
fn subjects() -> Vec<Subject> {
    let of = |sheet: &Sheet| Subject {
        name: sheet.name.clone(),
        yaml: sheet.yaml(),
        asked: sheet.asked,
    };
    let mut subjects: Vec<Subject> = matrix::matrix().iter().map(of).collect();
    for (name, yaml) in of_state() {
        for asked in [&WIDE, &NARROW, &*AIRY, &*DENSE] {
            let name = format!("{name}, {}", asked.name);
            subjects.push(Subject { name, yaml: yaml.clone(), asked });
        }
    }
    subjects
}

/// The same, and the shapes of real tables.
fn office_subjects() -> Vec<Subject> {
    // The decree names A4 alone; on it, the widest shapes are printed in parts.
    let on_a4 = |(name, yaml): (String, String)| {
        let is_split = yaml.contains("split_columns: true");
        let instead = if is_split { "paper: a4" } else { "split_columns: true" };
        Subject { name, yaml: yaml.replace("paper: a3", instead), asked: &WIDE }
    };
    let mut subjects = subjects();
    subjects.extend(crate::tables::shapes().into_iter().map(on_a4));
    subjects
}

/// Typst's layout goes deep; a thread of its own has room.
const STACK: usize = 32 << 20;

/// Measures all subjects on two threads of our own: Typst must not run within a pool of rayon.
fn all_measured(subjects: &[Subject]) -> Vec<Result<Measured, String>> {
    let press = Press::new(&BTreeMap::new());
    let run = |part: usize| {
        let own = subjects.iter().enumerate().filter(|(index, _)| index % 2 == part);
        own.map(|(index, subject)| (index, measured(&press, &subject.yaml, subject.asked)))
            .collect::<Vec<_>>()
    };
    let mut found: Vec<(usize, _)> = thread::scope(|scope| {
        let start = |part| {
            let thread = thread::Builder::new().stack_size(STACK);
            thread.spawn_scoped(scope, move || run(part)).expect("a thread can be started")
        };
        let threads = [0, 1].map(start);
        let ended = threads.map(|thread| thread.join().expect("measuring does not panic"));
        ended.into_iter().flatten().collect()
    });
    found.sort_by_key(|(index, _)| *index);
    found.into_iter().map(|(_, measured)| measured).collect()
}

#[test]
fn every_rule_holds_on_every_document_and_its_pages_say_what_is_printed() {
    let subjects = subjects();
    let found = all_measured(&subjects);
    let (mut wrong, mut counts) = (String::new(), BTreeMap::<u16, usize>::new());
    let mut reasons = BTreeMap::<u16, &str>::new();
    for (subject, measured) in subjects.iter().zip(&found) {
        let Measured { verdicts, differences, positions } = match measured {
            Ok(measured) => measured,
            Err(error) => {
                let _ = writeln!(wrong, "{}: {error}", subject.name);
                continue;
            }
        };
        for difference in differences {
            let _ = writeln!(wrong, "text of {}: {difference}", subject.name);
        }
        for fault in positions::faults(positions) {
            let _ = writeln!(wrong, "{}: {fault}", subject.name);
        }
        for (rule, verdict) in verdicts {
            let count = counts.entry(*rule).or_default();
            match verdict {
                Verdict::Measured(measured) => *count += measured,
                Verdict::NotApplicable(why) => drop(reasons.insert(*rule, why)),
                Verdict::Failed(why) => {
                    let rule = measures::name(*rule);
                    let _ = write!(wrong, "{rule} on {}: {why}", subject.name);
                }
            }
        }
    }
    reasons.retain(|rule, _| counts[rule] == 0);
    let lines: Vec<&str> = wrong.lines().take(60).collect();
    assert!(wrong.is_empty(), "\n{}\n({} lines)", lines.join("\n"), wrong.lines().count());
    assert!(reasons.is_empty(), "rules that apply to no document: {reasons:?}");
    let positions = || found.iter().flatten().map(|measured| &measured.positions);
    assert_eq!(positions::unseen(positions()), Vec::<&str>::new());
    positions::hold_the_page(positions());
    assert!(subjects.len() >= 150, "{} documents", subjects.len());
    let total: usize = counts.values().sum();
    // Past the capture of the test harness: `make test` prints it.
    let (rules, documents) = (counts.len(), subjects.len());
    let said = format!("nd30: {rules} rules × {documents} documents, {total} measurements\n");
    std::io::stderr().write_all(said.as_bytes()).expect("standard error takes a line");
}

#[test]
fn a_template_that_prints_another_word_or_one_more_is_found() {
    let words = |own: &str| {
        let own = format!("{{% extends \"van-ban.typ\" %}}\n{own}\n");
        let press = Press::new(&BTreeMap::from([("cong-van.typ".to_owned(), own.into_bytes())]));
        let Pressed { document, pdf, .. } = press.set(&letter(), &WIDE).expect("it can be set");
        consistency::differences(&document, &Pdf::read(&pdf))
    };
    assert_eq!(words(""), Vec::<String>::new());
    let added = words("{% block type_name %}#[Mật]{% endblock %}");
    assert_eq!(added, ["page 1: also says `Mật`"]);
    let left_out = words("{% block addressees %}{% endblock %}");
    assert_eq!(left_out.len(), 1, "{left_out:?}");
    assert!(left_out[0].starts_with("not on the pages: Addressee `Kính gửi: "), "{left_out:?}");
}

/// The document of a directive in the wide profile, with `own` templates over the built-in ones.
pub(crate) fn set(yaml: &str, own: &BTreeMap<String, Vec<u8>>) -> Vec<u8> {
    let set = Press::new(own).set(yaml, &WIDE);
    set.unwrap_or_else(|findings| panic!("{findings}")).pdf
}

/// A decision that has every element a first page can have, and puts a text into force.
pub(crate) fn decision_with_everything() -> String {
    matrix::decision_with_everything().yaml()
}

/// Where a Word or Excel file of a directive does not say what is printed; nothing where the
/// directive has errors.
pub(crate) fn office_differences(press: &Press, yaml: &str) -> Vec<String> {
    let (Ok(word), Ok(excel)) = (press.word(yaml, &WIDE), press.excel(yaml, &WIDE)) else {
        return Vec::new();
    };
    [word::differences(&word), excel::differences(&excel)].concat()
}

/// What makes Word and Excel files.
pub(crate) fn office_press() -> Press {
    Press::new(&BTreeMap::new())
}

/// An ordinary letter of one page.
pub(crate) fn letter() -> String {
    Sheet::new("cong-van").yaml()
}
