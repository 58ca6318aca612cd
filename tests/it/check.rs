//! The rules: codes D.

use std::collections::BTreeSet;

use vanthu::check::rules::RULES;

use crate::expect;

#[test]
fn every_fixture_says_what_is_found_in_it_and_every_rule_has_one() {
    let raised = expect::hold("check");
    let named: BTreeSet<String> =
        expect::fixtures("check").into_iter().map(|fixture| fixture.name).collect();
    for rule in RULES {
        assert!(raised.contains(rule.code.id), "no fixture raises {}", rule.code.id);
        assert!(
            named.contains(rule.code.name),
            "tests/cases/check/{}.yaml is missing",
            rule.code.name
        );
    }
}

#[test]
fn every_finding_of_a_rule_says_what_to_do_in_both_languages() {
    for language in ["vi", "en"] {
        let project = expect::project(&expect::fixtures("check"));
        let (findings, _) = project.run(["check", "--format", "json", "--lang", language]).said();
        let helpless: Vec<&str> =
            findings.lines().filter(|line| line.contains(r#""help":null"#)).collect();
        assert!(!findings.is_empty() && helpless.is_empty(), "{language}: {helpless:#?}");
    }
}
