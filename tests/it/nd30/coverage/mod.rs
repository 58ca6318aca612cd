//! docs/nd30-coverage.md: for each rule of the specification what proves it.

mod rules;

use std::fmt::Write as _;

use vanthu::check::rule::Rule;
use vanthu::check::rules as checks;

use super::measures::{MEASURES, name};
use crate::project::{files_of, of_project, same_as_file};
use rules::{FORMS, RULES};

/// What proves a rule, where its number in the measures and checks does not say all.
pub(crate) enum Else {
    /// A measure of its number; checks may stand beside it.
    Paper,
    /// Checks alone.
    Content,
    /// A test of certified copies, by its name.
    Copies(&'static str),
    /// Measures of other rules.
    By(&'static [u16]),
    /// Checks of other rules.
    Checks(&'static [&'static str]),
    /// Not applicable, because …
    No(&'static str),
}

const HEAD: &str = "\
# What proves the rules of the decree

For each rule R1–R213 of the specification of Nghị định 30/2020/NĐ-CP: measured on finished PDFs \
(by a function of `tests/it/nd30/measures`, over every example and a matrix of synthetic \
documents), checked in the content before anything is printed (by a rule of `src/check/rules`), \
or not applicable, and why.
`make accept` writes this file; a test keeps it true.

| rule | says | proved |
|---|---|---|
";

const FORMS_HEAD: &str = "
## Mẫu 1.7–1.10, and kinds that the decree has no form for

What these pages have beside the rules above, which hold on them, too.

| says | proved |
|---|---|
";

fn measure(rule: u16) -> Option<String> {
    let found = MEASURES.iter().find(|measure| measure.rule == rule)?;
    Some(format!("on the PDF: `{}::{}`", found.file, name(rule).to_lowercase()))
}

/// The letter and the number of the measure whose function begins on a line.
fn measure_in(line: &str) -> Option<(char, &str)> {
    let rest = line.strip_prefix("pub(crate) fn ")?;
    let letter = rest.chars().next().filter(|letter| ['r', 'm'].contains(letter))?;
    Some((letter, rest[1..].split('(').next()?))
}

/// The checks that name a rule as their basis, or have its number.
fn checks_of(rule: u16) -> Vec<&'static Rule> {
    let has_number = |check: &Rule| check.code.id == format!("D{rule:03}");
    let is_one = |check: &&&'static Rule| has_number(check) || bases(check.docs).contains(&rule);
    checks::RULES.iter().filter(is_one).copied().collect()
}

/// The rules that the section `Basis` of a documentation names: `R28`, `R60–R64`.
fn bases(docs: &str) -> Vec<u16> {
    let section = docs.split("## Basis").nth(1).and_then(|rest| rest.split("\n ## ").next());
    let signs = |sign: char| !(sign.is_ascii_alphanumeric() || sign == '–');
    let words = section.unwrap_or_default().split(signs);
    let number = |word: &str| word.strip_prefix('R').and_then(|digits| digits.parse::<u16>().ok());
    let range = |word: &str| {
        let (first, last) = word.split_once('–').unwrap_or((word, word));
        Some(number(first)?..=number(last)?)
    };
    words.filter_map(range).flatten().collect()
}

fn in_content(found: &[&Rule]) -> Option<String> {
    let names = found.iter().map(|check| format!("{} `{}`", check.code.id, check.code.name));
    let names: Vec<String> = names.collect();
    (!names.is_empty()).then(|| format!("in the content: {}", names.join(", ")))
}

/// What proves a rule; or what is wrong with what is said of it.
fn proof(rule: u16, otherwise: &Else) -> Result<String, String> {
    let (own, checked) = (measure(rule), in_content(&checks_of(rule)));
    let joined = |parts: Vec<String>| Ok(parts.join("; "));
    match (otherwise, own, checked) {
        (Else::Paper, Some(own), checked) => joined([own].into_iter().chain(checked).collect()),
        (Else::Content, None, Some(checked)) => Ok(checked),
        (Else::By(others), None, checked) => {
            let none = |other: &u16| format!("R{rule}: there is no measure r{other}");
            let found = others.iter().map(|other| measure(*other).ok_or_else(|| none(other)));
            joined(found.collect::<Result<Vec<_>, _>>()?.into_iter().chain(checked).collect())
        }
        (Else::Checks(others), None, None) => {
            let by_id = |id: &&str| {
                let found = checks::RULES.iter().find(|check| check.code.id == *id);
                found.copied().ok_or_else(|| format!("R{rule}: there is no check {id}"))
            };
            let found = others.iter().map(by_id).collect::<Result<Vec<_>, _>>()?;
            Ok(in_content(&found).unwrap_or_default())
        }
        (Else::Copies(test), None, None) => {
            let tests = std::fs::read_to_string(of_project("tests/it/nd30/certified.rs")).unwrap();
            let is_there = tests.contains(&format!("fn {test}()"));
            let proof = format!("on the PDF of copies: `certified::{test}`");
            is_there.then_some(proof).ok_or_else(|| format!("R{rule}: there is no test {test}"))
        }
        (Else::No(why), None, None) => Ok(format!("not applicable: {why}")),
        (_, None, None) => Err(format!("R{rule}: nothing proves it")),
        (_, own, checked) => Err(format!("R{rule} is proved by {own:?} and {checked:?}: say so")),
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
    page.push_str(FORMS_HEAD);
    for (rule, says) in FORMS {
        let Some(proof) = measure(rule + 1000) else { panic!("there is no measure M{rule}") };
        let _ = writeln!(page, "| {says} | {proof} |");
    }
    let of_forms = MEASURES.iter().filter_map(|measure| measure.rule.checked_sub(1000));
    assert_eq!(
        FORMS.iter().map(|(rule, _)| *rule).collect::<Vec<_>>(),
        of_forms.collect::<Vec<_>>()
    );
    assert!(wrong.is_empty(), "\n{wrong}");
    let numbers: Vec<u16> = RULES.iter().map(|(rule, ..)| *rule).collect();
    assert_eq!(numbers, (1..=213).collect::<Vec<u16>>());
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
            } else if let Some((letter, number)) = measure_in(line) {
                if let Ok(rule) = number.parse::<u16>() {
                    let rule = if letter == 'm' { rule + 1000 } else { rule };
                    let name = name(rule);
                    assert!(docs.starts_with(&format!("{name}: ")), "{file}::{name}: `{docs}`");
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
