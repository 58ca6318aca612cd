//! What a message proposes can be done: every edit is applied, every `accept` is pasted, every line
//! of YAML is parsed.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde_json::Value;

use crate::expect::{self, Fixture};
use crate::project::{Project, files_of};

/// Every fixture of findings, as one file each of a project of its own.
fn fixtures() -> Vec<Fixture> {
    let mut all: Vec<Fixture> =
        ["shape", "check"].iter().flat_map(|folder| expect::fixtures(folder)).collect();
    for (name, path) in files_of("tests/cases/human", "yaml") {
        all.push(Fixture { name: format!("human-{name}"), bytes: std::fs::read(path).unwrap() });
    }
    all.retain(|fixture| {
        !fixture.name.contains('/') && std::str::from_utf8(&fixture.bytes).is_ok()
    });
    all
}

fn findings(project: &Project, language: &str) -> Vec<Value> {
    let (said, _) = project.run(["check", "--format", "json", "--lang", language]).said();
    said.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// The byte at a line and a column, both from 1.
fn offset(text: &str, line: &Value, column: &Value) -> usize {
    let number = |value: &Value| usize::try_from(value.as_u64().unwrap()).unwrap() - 1;
    let start: usize = text.split_inclusive('\n').take(number(line)).map(str::len).sum();
    start + text[start..].chars().take(number(column)).map(char::len_utf8).sum::<usize>()
}

/// `text` after the edits of `finding`, last first.
fn applied(text: &str, finding: &Value) -> String {
    let edits = finding["edits"].as_array().unwrap();
    let mut ranges: Vec<(usize, usize, &str)> = edits
        .iter()
        .map(|edit| {
            let start = offset(text, &edit["line"], &edit["column"]);
            let end = offset(text, &edit["end_line"], &edit["end_column"]);
            (start, end, edit["replacement"].as_str().unwrap())
        })
        .collect();
    ranges.sort_unstable();
    let mut text = text.to_owned();
    for (start, end, with) in ranges.into_iter().rev() {
        text.replace_range(start..end, with);
    }
    text
}

#[test]
fn every_edit_puts_its_finding_right() {
    let fixtures = fixtures();
    let all = findings(&expect::project(&fixtures), "vi");
    let texts: BTreeMap<String, &Fixture> =
        fixtures.iter().map(|it| (format!("data/{}.yaml", it.name), it)).collect();
    let (mut wrong, mut count) = (String::new(), 0);
    let mut edited = Project::new();
    let mut wanted = Vec::new();
    for finding in all.iter().filter(|it| !it["edits"].as_array().unwrap().is_empty()) {
        let name = finding["file"].as_str().unwrap();
        let text = std::str::from_utf8(&texts[name].bytes).unwrap();
        let path = format!("data/{count}.yaml");
        edited = edited.file(&path, &applied(text, finding));
        wanted.push((path, finding));
        count += 1;
    }
    let after = findings(&edited, "vi");
    for (path, finding) in wanted {
        let same = |other: &&Value| {
            other["file"] == *path
                && other["message"] == finding["message"]
                && other["line"] == finding["line"]
                && other["column"] == finding["column"]
        };
        if let Some(other) = after.iter().find(same) {
            let _ = writeln!(wrong, "{} is still there after its edit: {other}", finding["file"]);
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
    assert!(count > 10, "{count} edits");
}

#[test]
fn every_accept_that_is_proposed_can_be_pasted() {
    let mut fixtures = fixtures();
    fixtures.retain(|fixture| !String::from_utf8_lossy(&fixture.bytes).contains("accept:"));
    for language in ["vi", "en"] {
        let mut count = 0;
        let mut project = Project::new();
        let mut wanted = Vec::new();
        for finding in findings(&expect::project(&fixtures), language) {
            let help = finding["help"].as_str().unwrap_or_default();
            let Some((_, line)) = help.split_once("`accept: [") else { continue };
            if finding["code"] == "D503" {
                continue;
            }
            let line = line.split('`').next().unwrap().replace('…', "theo bản đã ký");
            let name = finding["file"].as_str().unwrap().to_owned();
            let fixture = fixtures.iter().find(|it| name == format!("data/{}.yaml", it.name));
            let text = String::from_utf8_lossy(&fixture.unwrap().bytes).into_owned();
            let path = format!("data/{count}.yaml");
            project = project.file(&path, &format!("{}\naccept: [{line}\n", text.trim_end()));
            wanted.push((path, finding));
            count += 1;
        }
        let after = findings(&project, language);
        for (path, finding) in wanted {
            let accepted = after.iter().any(|other| {
                other["file"] == *path
                    && other["message"] == finding["message"]
                    && other["accepted"] == true
            });
            assert!(accepted, "{language}: {finding}\n{after:#?}");
        }
        assert!(count > 0, "{count} proposals");
    }
}

#[test]
fn every_line_of_yaml_in_a_message_is_yaml() {
    let project = expect::project(&fixtures());
    let mut count = 0;
    for language in ["vi", "en"] {
        for finding in findings(&project, language) {
            let help = finding["help"].as_str().unwrap_or_default();
            for part in help.split('`').skip(1).step_by(2).filter(|part| part.contains(": ")) {
                // `{{ … }}` is a reference of a body.
                if part.starts_with("{{") {
                    continue;
                }
                let is_whole = !part.contains("…") || part.contains("why: …");
                if !is_whole || part.starts_with(['{', ',']) && !part.ends_with('}') {
                    continue;
                }
                let parsed = serde_norway::from_str::<Value>(part);
                assert!(parsed.is_ok(), "{language}: `{part}`: {parsed:?} of {finding}");
                count += 1;
            }
        }
    }
    assert!(count > 5, "{count} lines");
}
