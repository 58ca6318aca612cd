//! Texts that look like a mistake and are none.
//!
//! `tests/cases/silent/<rule>.txt` holds what the rule must pass over, parted by lines of `---`:
//! words of a body, or keys that take the place of those of the least directive.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;

use vanthu::check::rules::RULES;

use crate::docs::laid_over_minimal;
use crate::project::{Project, files_of};

/// How many texts a rule has at least.
const LEAST: usize = 10;

/// The first code of the rules that must have such texts.
const FIRST: &str = "D540";

#[test]
fn what_looks_like_a_mistake_and_is_none_raises_nothing() {
    let mut project = Project::new();
    let mut texts = Vec::new();
    for (rule, path) in files_of("tests/cases/silent", "txt") {
        let file = fs::read_to_string(path).unwrap();
        let parts: Vec<&str> = file.split("\n---\n").collect();
        assert!(parts.len() >= LEAST, "{rule} has {} texts", parts.len());
        for (index, part) in parts.into_iter().enumerate() {
            let name = format!("data/{rule}-{:02}.yaml", index + 1);
            project = project.file(&name, &laid_over_minimal(&keys(part)));
            texts.push((name, part.trim().to_owned()));
        }
    }
    let (_, said) = project.run(["check", "--format", "short"]).said();
    let mut wrong = String::new();
    for (name, text) in texts {
        let own = format!("{name}:");
        let lines: Vec<&str> = said.lines().filter(|line| line.starts_with(&own)).collect();
        if !lines.is_empty() {
            let _ = writeln!(wrong, "{text}\n    {}\n", lines.join("\n    "));
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[test]
fn every_rule_about_words_has_texts_it_passes_over() {
    let files: BTreeSet<String> =
        files_of("tests/cases/silent", "txt").into_iter().map(|(name, _)| name).collect();
    let missing: Vec<&str> = RULES
        .iter()
        .filter(|rule| rule.code.id >= FIRST || rule.code.id >= "D174" && rule.code.id < "D500")
        .map(|rule| rule.code.name)
        .filter(|name| !files.contains(*name))
        .collect();
    assert_eq!(missing, Vec::<&str>::new());
}

/// The keys of a text: its own, or a body of its words.
fn keys(text: &str) -> String {
    let first = text.trim_start().lines().next().unwrap_or_default();
    let key = first.split(':').next().unwrap_or_default();
    let is_key =
        first.contains(':') && key.chars().all(|sign| sign.is_ascii_lowercase() || sign == '_');
    if is_key {
        return format!("{}\n", text.trim());
    }
    let text = text.trim();
    let end = if text.ends_with("./.") { "" } else { "./." };
    let lines: Vec<String> =
        text.trim_end_matches('.').lines().map(|line| format!("  {line}")).collect();
    let body = lines.join("\n");
    let body = body.strip_suffix("./").unwrap_or(&body);
    let end = if end.is_empty() { "./." } else { end };
    format!("body: |\n{body}{end}\n")
}
