//! What the rules find in correct documents, which is nothing, and in the same documents with one
//! mistake each.
//!
//! `tests/cases/accuracy/` holds ten documents of ten kinds, and `mistakes.txt`: a mistake a line,
//! as officers make them. See there for its form.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;

use serde_json::Value;

use crate::project::{Project, files_of, of_project};

/// How many classes of mistakes the list has at least.
const CLASSES: usize = 40;

/// How many mistakes it has at least.
const MISTAKES: usize = 60;

/// How many of a hundred of them are found at least.
const FOUND_OF_100: usize = 95;

/// A mistake, and what is to be said of it.
struct Mistake {
    document: String,
    right: String,
    wrong: String,
    /// `-` for a mistake that is known to be missed.
    code: String,
    /// Words that the finding marks, or a part of them.
    at: String,
    /// Words of the message or of its help.
    suggestion: String,
}

/// The documents by their names.
fn documents() -> BTreeMap<String, String> {
    files_of("tests/cases/accuracy", "yaml")
        .into_iter()
        .map(|(name, path)| (name, fs::read_to_string(path).expect("a document")))
        .collect()
}

/// The lines of `mistakes.txt`.
fn mistakes() -> Vec<Mistake> {
    let text = fs::read_to_string(of_project("tests/cases/accuracy/mistakes.txt")).expect("list");
    let lines = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines
        .map(|line| {
            let mut parts = line.split(" | ").map(|part| part.replace("\\n", "\n"));
            let mut next = || parts.next().unwrap_or_default();
            Mistake {
                document: next().trim().to_owned(),
                right: next(),
                wrong: next().replace('∅', ""),
                code: next(),
                at: next(),
                suggestion: next().trim().to_owned(),
            }
        })
        .collect()
}

#[test]
fn correct_documents_of_ten_kinds_have_no_finding() {
    let documents = documents();
    let kind = |text: &String| text.lines().next().unwrap_or_default().to_owned();
    assert_eq!(documents.values().map(kind).collect::<BTreeSet<_>>().len(), 10);
    let project = documents.iter().fold(Project::new(), |project, (name, text)| {
        project.file(&format!("data/{name}.yaml"), text)
    });
    let (_, said) = project.run(["check", "--format", "short"]).said();
    let found: Vec<&str> = said.lines().filter(|line| line.starts_with("data/")).collect();
    assert_eq!(found, Vec::<&str>::new());
}

#[test]
fn planted_mistakes_are_found_at_their_places_with_what_is_right() {
    let (documents, mistakes) = (documents(), mistakes());
    let mut texts = Vec::new();
    let mut project = Project::new();
    for (index, mistake) in mistakes.iter().enumerate() {
        let right = &documents[&mistake.document];
        assert_eq!(right.matches(&mistake.right).count(), 1, "`{}`", mistake.right);
        let wrong = right.replacen(&mistake.right, &mistake.wrong, 1);
        // A number of its own: copies of one document bear one number otherwise (D028).
        let number = right.lines().find(|line| line.starts_with("number: ")).expect("a number");
        let wrong = wrong.replacen(number, &format!("number: {}", 1000 + index), 1);
        project = project.file(&format!("data/{index:03}.yaml"), &wrong);
        texts.push(wrong);
    }
    let (said, _) = project.run(["check", "--format", "json"]).said();
    let findings: Vec<Value> =
        said.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    let (mut wrong, mut found) = (String::new(), 0);
    for (index, (mistake, text)) in mistakes.iter().zip(&texts).enumerate() {
        let path = format!("data/{index:03}.yaml");
        let own: Vec<&Value> = findings.iter().filter(|it| it["file"] == path.as_str()).collect();
        let is_found = own.iter().any(|finding| is_of(finding, mistake, text));
        found += usize::from(is_found);
        if is_found == (mistake.code == "-") {
            let said: Vec<String> = own.iter().map(|finding| words(finding)).collect();
            let _ = writeln!(
                wrong,
                "{}: `{}` for `{}`, {} expected\n    {}",
                mistake.document,
                mistake.wrong,
                mistake.right,
                mistake.code,
                said.join("\n    ")
            );
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
    let classes: BTreeSet<&String> = mistakes.iter().map(|mistake| &mistake.code).collect();
    assert!(classes.len() > CLASSES && mistakes.len() >= MISTAKES, "{}", classes.len());
    assert!(found * 100 >= mistakes.len() * FOUND_OF_100, "{found} of {}", mistakes.len());
}

/// Message and help of a finding.
fn words(finding: &Value) -> String {
    let text = |key: &str| finding[key].as_str().unwrap_or_default();
    format!("{} {} | {}", text("code"), text("message"), text("help"))
}

/// Whether a finding is of the mistake: its code, its place, and what is right. Any finding will
/// do for a mistake that is known to be missed: then it is not.
fn is_of(finding: &Value, mistake: &Mistake, text: &str) -> bool {
    if mistake.code == "-" {
        return true;
    }
    let marked = marked(finding, text).unwrap_or_default();
    let is_there = marked.contains(&mistake.at) || mistake.at.contains(&marked);
    finding["code"] == mistake.code.as_str()
        && is_there
        && words(finding).contains(&mistake.suggestion)
}

/// The words that a finding marks in its first line.
fn marked(finding: &Value, text: &str) -> Option<String> {
    let number = |key: &str| finding[key].as_u64().and_then(|it| usize::try_from(it).ok());
    let line: Vec<char> = text.lines().nth(number("line")? - 1)?.chars().collect();
    let is_one_line = finding["line"] == finding["end_line"];
    let end = if is_one_line { number("end_column")? - 1 } else { line.len() };
    Some(line.get(number("column")? - 1..end)?.iter().collect())
}
