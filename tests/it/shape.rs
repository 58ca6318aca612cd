//! The shape of the YAML, and its names and values: codes Y and N.

use std::collections::BTreeSet;

use vanthu::codes;

use crate::expect;
use crate::project::Project;

#[test]
fn every_fixture_says_what_is_found_in_it_and_every_code_has_one() {
    let raised = expect::hold("shape");
    let all: BTreeSet<String> = codes::ALL
        .iter()
        .map(|code| code.id)
        .filter(|id| id.starts_with(['Y', 'N']))
        // It is found in a file of rows: tests/it/tables/files.rs.
        .filter(|id| !["N022", "N027"].contains(id))
        // A comment that names a word in a wrong encoding is one more of them: tests/it/damage.rs.
        .filter(|id| *id != "Y014")
        // It is about links: tests/it/links.rs.
        .filter(|id| *id != "Y013")
        .map(str::to_owned)
        .collect();
    let lacking: Vec<&String> = all.difference(&raised).collect();
    assert!(lacking.is_empty(), "no fixture in tests/cases/shape raises {lacking:?}");
}

#[test]
fn every_finding_about_shape_says_what_to_do_in_both_languages() {
    for language in ["vi", "en"] {
        let project = expect::project(&expect::fixtures("shape"));
        let (findings, _) = project.run(["check", "--format", "json", "--lang", language]).said();
        let helpless: Vec<&str> =
            findings.lines().filter(|line| line.contains(r#""help":null"#)).collect();
        assert!(!findings.is_empty() && helpless.is_empty(), "{language}: {helpless:#?}");
    }
}

#[test]
fn codes_are_unique_ascending_and_name_their_stage() {
    let ids: Vec<&str> = codes::ALL.iter().map(|code| code.id).collect();
    assert!(ids.is_sorted_by(|one, next| one < next), "{ids:?}");
    for id in ids {
        assert!(id.len() == 4 && id.starts_with(['I', 'N', 'P', 'T', 'Y']), "{id}");
    }
}

#[test]
fn a_good_directive_has_no_finding() {
    Project::new().file("data/a.yaml", crate::MINIMAL).run(["check"]).succeeds();
}
