//! docs/nd30-coverage.md: for each rule of the specification what proves it.

mod rules;

use std::fmt::Write as _;

use vanthu::check::rules as checks;

use super::measures::MEASURES;
use crate::project::{files_of, of_project, same_as_file};
use rules::RULES;

/// What is to be said of a rule where its number alone does not say it.
pub(crate) enum Else {
    /// A measure of its number; a check of its number may stand beside it.
    Paper,
    /// A check of its number.
    Content,
    /// Measures of other rules prove it.
    By(&'static [u16]),
    /// Checks of other rules prove it.
    Checked(&'static [u16]),
    /// Not applicable, because …
    No(&'static str),
}

const HEAD: &str = "\
# What proves the rules of the decree

For each rule R1–R171 of the specification of Nghị định 30/2020/NĐ-CP: measured on finished PDFs \
(by a function of `tests/it/nd30/measures`, over every example and a matrix of synthetic \
documents), checked in the content before anything is printed (by a rule of `src/check/rules`), \
or not applicable, and why.
`make accept` writes this file; a test keeps it true.

| rule | says | proved |
|---|---|---|
";

fn measure(rule: u16) -> Option<String> {
    let found = MEASURES.iter().find(|measure| measure.rule == rule)?;
    Some(format!("on the PDF: `{}::r{rule}`", found.file))
}

fn check(rule: u16) -> Option<String> {
    let id = format!("D{rule:03}");
    let found = checks::RULES.iter().find(|check| check.code.id == id)?;
    Some(format!("in the content: {id} `{}`", found.code.name))
}

/// What proves a rule; or what is wrong with what is said of it.
fn proof(rule: u16, otherwise: &Else) -> Result<String, String> {
    let own = (measure(rule), check(rule));
    match (otherwise, own) {
        (Else::Paper, (Some(measure), check)) => {
            Ok([Some(measure), check].into_iter().flatten().collect::<Vec<_>>().join("; "))
        }
        (Else::Content, (None, Some(check))) => Ok(check),
        (Else::By(others), (None, check)) => {
            let measures = others.iter().map(|other| {
                measure(*other).ok_or_else(|| format!("R{rule}: there is no measure r{other}"))
            });
            let measures = measures.collect::<Result<Vec<_>, _>>()?;
            Ok(measures.into_iter().chain(check).collect::<Vec<_>>().join("; "))
        }
        (Else::Checked(others), (None, None)) => {
            let checks = others.iter().map(|other| {
                check(*other).ok_or_else(|| format!("R{rule}: there is no check D{other:03}"))
            });
            Ok(checks.collect::<Result<Vec<_>, _>>()?.join("; "))
        }
        (Else::No(why), (None, None)) => Ok(format!("not applicable: {why}")),
        (_, (measure, check)) => {
            Err(format!("R{rule} has the measure {measure:?} and the check {check:?}: say so"))
        }
    }
}

#[test]
fn each_rule_is_measured_or_checked_or_not_applicable() {
    let mut wrong = String::new();
    let mut page = HEAD.to_owned();
    for (rule, says, otherwise) in RULES {
        match proof(*rule, otherwise) {
            Ok(proof) => drop(writeln!(page, "| R{rule} | {says} | {proof} |")),
            Err(why) => drop(writeln!(wrong, "{why}")),
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
    let numbers: Vec<u16> = RULES.iter().map(|(rule, ..)| *rule).collect();
    assert_eq!(numbers, (1..=171).collect::<Vec<u16>>());
    let same = same_as_file(&of_project("docs/nd30-coverage.md"), &page);
    same.unwrap_or_else(|why| panic!("{why}\nout of date: run `make accept`"));
}

#[test]
fn each_measure_is_named_after_its_rule_and_says_it_in_its_documentation() {
    let files = files_of("tests/it/nd30/measures", "rs");
    let mut found = Vec::new();
    for (file, path) in files.into_iter().filter(|(file, _)| file != "mod") {
        let text = std::fs::read_to_string(path).unwrap();
        let mut docs = String::new();
        for line in text.lines() {
            if let Some(words) = line.strip_prefix("/// ") {
                docs.push_str(words);
            } else if let Some(rest) = line.strip_prefix("pub(crate) fn r") {
                let number = rest.split('(').next().unwrap_or_default();
                if let Ok(rule) = number.parse::<u16>() {
                    assert!(docs.starts_with(&format!("R{rule}: ")), "{file}::r{rule}: `{docs}`");
                    found.push((rule, file.clone()));
                }
            } else {
                docs.clear();
            }
        }
    }
    found.sort();
    let listed: Vec<(u16, String)> =
        MEASURES.iter().map(|measure| (measure.rule, measure.file.to_owned())).collect();
    assert_eq!(listed, found, "left: the table, right: the functions");
}
