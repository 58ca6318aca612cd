//! The documentation of rules is true.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;

use vanthu::check::rule::Rule;
use vanthu::check::rules::RULES;
use vanthu::codes;
use vanthu::messages::Language;
use vanthu::messages::documentation;

use crate::MINIMAL;
use crate::project::{Project, files_of, of_project, same_as_file};

#[test]
fn rules_stand_in_the_order_of_their_codes_and_no_code_is_used_twice() {
    let ids: Vec<&str> = RULES.iter().map(|rule| rule.code.id).collect();
    assert!(ids.is_sorted_by(|one, next| one < next), "{ids:?}");
    let all: Vec<_> =
        RULES.iter().map(|rule| &rule.code).chain(codes::ALL.iter().copied()).collect();
    let unique: BTreeSet<&str> = all.iter().map(|code| code.id).collect();
    let names: BTreeSet<&str> = all.iter().map(|code| code.name).collect();
    assert_eq!((unique.len(), names.len()), (all.len(), all.len()));
}

#[test]
fn each_rule_is_the_file_of_its_name_and_each_file_is_in_the_table() {
    let files: BTreeSet<String> = files_of("src/check/rules", "rs")
        .into_iter()
        .map(|(name, _)| name.replace('_', "-"))
        .filter(|name| name != "mod")
        .collect();
    let rules: BTreeSet<String> = RULES.iter().map(|rule| rule.code.name.to_owned()).collect();
    assert_eq!(files, rules);
    for (name, path) in files_of("src/check/rules", "rs") {
        let text = fs::read_to_string(path).unwrap();
        let Some(rule) = RULES.iter().find(|rule| rule.code.name == name.replace('_', "-")) else {
            continue;
        };
        let head = format!("//! {}\n", rule.code.id);
        assert!(text.starts_with(&head), "src/check/rules/{name}.rs begins with `{}`", head.trim());
    }
}

#[test]
fn each_rule_says_what_it_is_why_with_examples_and_on_what_basis() {
    for rule in RULES {
        let sections: Vec<&str> =
            rule.docs.lines().filter_map(|line| line.trim().strip_prefix("## ")).collect();
        let expected = ["Why", "Bad", "Good", "Basis", "Là gì", "Vì sao", "Căn cứ"];
        let is_law = ["NĐ ", "Luật "]
            .iter()
            .any(|law| documentation::section(rule, "Basis").starts_with(law));
        let wanted = if is_law && sections.len() < 7 { &expected[..6] } else { &expected[..] };
        assert_eq!(sections, wanted, "{}", rule.code.name);
        for section in sections {
            assert!(
                !documentation::section(rule, section).trim().is_empty(),
                "{} {section}",
                rule.code.name
            );
        }
        let first = documentation::section(rule, "");
        assert!(first.ends_with('.'), "{}: `{first}` is no sentence", rule.code.name);
    }
}

#[test]
fn the_bad_example_of_a_rule_raises_it_alone_and_the_good_one_raises_nothing() {
    let has_files =
        |rule: &&&Rule| catalog_of(rule).is_some() || file_of(rule, "yaml issued").is_some();
    let (with_catalog, without): (Vec<&Rule>, Vec<&Rule>) = RULES.iter().partition(has_files);
    let mut wrong = String::new();
    hold(&without, Project::new(), &mut wrong);
    for rule in with_catalog {
        let files = [
            ("data/catalog/a.yaml", catalog_of(rule)),
            ("issued.yaml", file_of(rule, "yaml issued")),
        ];
        let known = files.into_iter().filter_map(|(path, text)| Some((path, text?)));
        let project = known.fold(Project::new(), |project, (path, text)| project.file(path, &text));
        hold(&[rule], project, &mut wrong);
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

/// Checks the examples of `rules` in one project; what is wrong goes to `wrong`.
fn hold(rules: &[&Rule], mut project: Project, wrong: &mut String) {
    for rule in rules {
        // A number is taken by a document that comes before.
        let sections: &[&str] = if rule.code.name == "number-taken" {
            &["Bad", "Bad-2", "Good"]
        } else {
            &["Bad", "Good"]
        };
        for section in sections {
            let path = format!("data/{}-{section}.yaml", rule.code.name);
            project = project
                .file(&path, &laid_over_minimal(&example(rule, section.trim_end_matches("-2"))));
        }
    }
    let (_, said) = project.run(["check", "--format", "short"]).said();
    let before = wrong.len();
    for rule in rules {
        let found = |section: &str| -> BTreeSet<&str> {
            let path = format!("data/{}-{section}.yaml:", rule.code.name);
            let lines = said.lines().filter(|line| line.starts_with(&path));
            lines.map(|line| line.split(['[', ']']).nth(1).unwrap_or(line)).collect()
        };
        let bad = found("Bad");
        if bad != BTreeSet::from([rule.code.id]) {
            let _ = writeln!(wrong, "Bad of {} raises {:?}", rule.code.id, bad);
        }
        if !found("Good").is_empty() {
            let _ = writeln!(wrong, "Good of {} raises {:?}", rule.code.id, found("Good"));
        }
    }
    if wrong.len() > before {
        wrong.push_str(&said);
    }
}

/// `UPDATE=1`, or `make docs`, writes the pages.
#[test]
fn the_pages_about_the_rules_are_those_of_the_rules() {
    let pages = [("docs/rules.md", Language::En), ("docs/rules.vi.md", Language::Vi)];
    for (path, language) in pages {
        let page = documentation::page(language);
        if let Err(difference) = same_as_file(&of_project(path), &page) {
            panic!("{path} is out of date, run `make docs`\n{difference}");
        }
    }
}

/// The YAML of an example.
fn example(rule: &Rule, section: &str) -> String {
    let text = documentation::section(rule, section);
    let (_, yaml) =
        text.split_once("```yaml\n").unwrap_or_else(|| panic!("{} {section}", rule.code.name));
    yaml.split("```").next().unwrap_or_default().to_owned()
}

/// The catalog that the examples of a rule go with.
fn catalog_of(rule: &Rule) -> Option<String> {
    file_of(rule, "yaml catalog")
}

/// The block of this language in the documentation of a rule.
fn file_of(rule: &Rule, language: &str) -> Option<String> {
    let (_, yaml) = rule.docs.split_once(&format!("```{language}\n"))?;
    let yaml = yaml.split("```").next().unwrap_or_default();
    let lines = yaml.lines().map(|line| line.strip_prefix(' ').unwrap_or(line));
    Some(lines.collect::<Vec<_>>().join("\n"))
}

/// The least directive with the top-level keys of `fragment` in place of its own.
pub(crate) fn laid_over_minimal(fragment: &str) -> String {
    let mut entries = entries(MINIMAL);
    for (key, text) in self::entries(fragment) {
        match entries.iter_mut().find(|(known, _)| *known == key) {
            Some((_, old)) => *old = text,
            None => entries.push((key, text)),
        }
    }
    entries.into_iter().map(|(_, text)| text).collect()
}

/// The top-level keys of a text, each with its lines.
fn entries(text: &str) -> Vec<(String, String)> {
    let mut entries: Vec<(String, String)> = Vec::new();
    for line in text.split_inclusive('\n') {
        match entries.last_mut() {
            Some((_, lines)) if line.starts_with([' ', '\n']) => lines.push_str(line),
            _ => {
                let key = line.split(':').next().unwrap_or_default();
                entries.push((key.to_owned(), line.to_owned()));
            }
        }
    }
    entries
}
