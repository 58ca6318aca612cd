//! The rules: codes D.

use std::collections::BTreeSet;

use vanthu::check::rules::RULES;

use crate::expect;

/// Directives of an office without a catalog, of one that has it, and issued ones.
const FOLDERS: [&str; 3] = ["check", "catalog", "issued"];

#[test]
fn every_fixture_says_what_is_found_in_it_and_every_rule_has_one() {
    let raised: BTreeSet<String> = FOLDERS.into_iter().flat_map(expect::hold).collect();
    let named: BTreeSet<String> =
        FOLDERS.into_iter().flat_map(expect::fixtures).map(|fixture| fixture.name).collect();
    for rule in RULES {
        assert!(raised.contains(rule.code.id), "no fixture raises {}", rule.code.id);
        assert!(
            named.contains(rule.code.name),
            "tests/cases/check/{}.yaml is missing, or that below tests/cases/catalog",
            rule.code.name
        );
    }
}

#[test]
fn every_finding_of_a_rule_says_what_to_do_in_both_languages() {
    for (language, folder) in [
        ("vi", FOLDERS[0]),
        ("en", FOLDERS[0]),
        ("vi", FOLDERS[1]),
        ("vi", FOLDERS[2]),
        ("en", FOLDERS[2]),
    ] {
        let project = expect::project(&expect::fixtures(folder));
        let (findings, _) = project.run(["check", "--format", "json", "--lang", language]).said();
        let helpless: Vec<&str> =
            findings.lines().filter(|line| line.contains(r#""help":null"#)).collect();
        assert!(!findings.is_empty() && helpless.is_empty(), "{language}: {helpless:#?}");
    }
}
