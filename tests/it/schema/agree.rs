//! A file is invalid by the schema if and only if the program finds something wrong with its shape
//! or with a word of a closed list.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use serde_json::Value;
use vanthu::check::CheckContext;
use vanthu::diagnostic::Report;
use vanthu::fonts::Fonts;
use vanthu::load;
use vanthu::pipeline;
use vanthu::resolve;
use vanthu::schema::SchemaKind;
use vanthu::source::Sources;
use vanthu::span::SourceId;

use super::mutations::{Mutant, mutants};
use super::{Validator, directives};
use crate::project::{Project, of_project};

/// What a schema can say, by the messages of the findings: codes are too wide for some.
const OF_THE_SCHEMA: &[(&str, &str)] = &[
    ("Y003", "unknown-key"),
    ("Y004", "missing-key"),
    ("Y005", "wrong-type"),
    ("Y006", "duplicate-key"), // no JSON has a key twice, and parsers refuse it
    ("Y008", "too-deep"),
    ("Y002", "empty-file"),
    ("N001", "bad-value"),
    ("N009", "rows-empty"),
    ("N001", "bad-table-size"),
    ("N001", "bad-width"),
    ("N001", "blank-rows"),
    ("N001", "row-decimals"),
    ("N032", "bad-signing-time"),
    ("N002", "bad-date-form"),
    ("N002", "bad-date-calendar"),
    ("N003", "bad-document-number"),
    ("N003", "bad-count"),
    ("N005", "empty-text"),
    ("N007", "figure-not-a-number"),
    ("N007", "figure-ambiguous"),
    ("N008", "column-without-id"),
    ("N008", "group-key"),
    ("N013", "bad-accept"),
    ("N014", "bad-id"),
    ("N014", "taken-id"),
    ("N017", "bad-signatories"),
    ("N018", "key-not-for-kind"),
    ("N020", "entry-lacks"),
    ("N023", "appendix-key"),
];

/// Directives that together have every key.
const SAMPLES: [&str; 10] = [
    "quyet-dinh.yaml",
    "hai-nguoi-ky.yaml",
    "giay-moi.yaml",
    "sao-y.yaml",
    "trich-sao.yaml",
    "bien-ban.yaml",
    "giay-gioi-thieu.yaml",
    "giay-nghi-phep.yaml",
    "ban-gui.yaml",
    "ban-giay-moi.yaml",
];

/// Fixtures of which draft 7 cannot say what the loader says, and why.
const FIXTURES_THAT_DIFFER: &[(&str, &str)] = &[
    ("human/thousands.yaml", CELLS),
    ("human/value-on-the-line-of-its-group.yaml", "no YAML to the parser of the test"),
    ("human/duplicate-row.yaml", NAMED_TWICE),
    ("shape/n002-no-such-day.yaml", "29 February of a common year: a pattern does not count years"),
    ("shape/n007.yaml", CELLS),
    ("shape/y008-deep.yaml", "columns below columns: a schema that refers to itself has no depth"),
    ("tables/92-references-to-several-rows/input.yaml", NAMED_TWICE),
    ("tables/121-rows-of-other-directives-that-cannot-be-taken/wrong.yaml", CELLS),
    ("tables/69-columns-that-contradict-themselves/input.yaml", "a total may be any formula"),
    ("tables/70-rows-that-do-not-fit/input.yaml", CELLS),
];

/// Why rows may be what no schema takes.
const NAMED_TWICE: &str = "rows may have one name: the parser of the test takes no key twice";

/// Why a schema says nothing about cells.
const CELLS: &str = "what a cell may hold is said by its column, and how a figure is written is \
    no longer seen in a number";

/// Where draft 7 cannot say what the loader says: how the place begins, and why.
const EXCEPTIONS: &[(&str, &str)] = &[
    ("targets.*.rows.*.", CELLS),
    ("issuers.*.signatories.*.id", "an entry is named by its key; its `id` is not read"),
    ("profile", "a profile may be one of the office's own, by any name"),
];

/// Whether the program finds what a schema can say in the file `here`, and all it finds.
fn findings(report: &Report, here: SourceId) -> (bool, String) {
    let mut all = String::new();
    let mut is_bad = false;
    for finding in report.sorted() {
        let is_here = finding.place.as_ref().is_none_or(|place| place.span.source == here);
        is_bad |=
            is_here && OF_THE_SCHEMA.contains(&(finding.code.id, finding.message.id.as_ref()));
        let _ = write!(all, "{} {} ", finding.code.id, finding.message.id);
    }
    (is_bad, all)
}

fn of_directive(text: &str, folder: &Path, fonts: &Fonts) -> (bool, String) {
    let mut sources = Sources::default();
    let source = sources.add("a.yaml", text);
    let mut report = Report::default();
    let read = |name: &str| Ok(fs::read(folder.join(name)).ok());
    let around = CheckContext::of(fonts.coverage());
    pipeline::examine(&mut sources, source, &read, &around, &mut report)
        .expect("files are read by the test");
    findings(&report, source)
}

fn of_catalog(text: &str) -> (bool, String) {
    let mut sources = Sources::default();
    let source = sources.add("a.yaml", text);
    let mut report = Report::default();
    match load::catalog::catalog(text, source) {
        Ok(file) => drop(resolve::catalog(&[(source, file)], &mut report)),
        Err(findings) => findings.into_iter().for_each(|finding| _ = report.emit(finding)),
    }
    findings(&report, source)
}

fn of_office(text: &str) -> (bool, String) {
    let project = Project::new().file("vanthu.yaml", text).file("data/a.yaml", crate::MINIMAL);
    let (_, said) = project.run(["check", "--format", "short"]).said();
    let found = said.lines().find(|line| line.starts_with("vanthu.yaml:"));
    (found.is_some(), found.unwrap_or_default().to_owned())
}

/// Compares the two on every mutant; those of `EXCEPTIONS` must differ.
struct Comparison {
    validator: Validator,
    wrong: String,
    count: usize,
    used: BTreeSet<usize>,
}

impl Comparison {
    fn new(kind: SchemaKind) -> Self {
        let validator = Validator::new(kind);
        Self { validator, wrong: String::new(), count: 0, used: BTreeSet::new() }
    }

    fn compare(&mut self, mutant: &Mutant, (is_bad, found): (bool, String)) {
        self.count += 1;
        let complaint = self.validator.complaint(&mutant.text);
        if complaint.is_some() == is_bad {
            return;
        }
        if mutant.kind == "doubled" && mutant.place == "targets.*.rows.*" {
            // Rows may have one name.
            return;
        }
        let exception = EXCEPTIONS.iter().position(|(place, _)| mutant.place.starts_with(place));
        if exception.is_some() {
            self.used.extend(exception);
            return;
        }
        let said = complaint.unwrap_or_else(|| "valid".to_owned());
        let said = said.lines().take(4).collect::<Vec<_>>().join(" / ");
        let _ = writeln!(
            self.wrong,
            "{} | {} | program: {found} | schema: {said}",
            mutant.place, mutant.kind
        );
    }
}

/// Where the author's own names stand.
fn has_own_names(place: &str) -> bool {
    let last = place.rsplit('.').next().unwrap_or_default();
    [
        "targets",
        "rows",
        "fixed",
        "declared",
        "legal_documents",
        "issuers",
        "units",
        "profiles",
        "rules",
    ]
    .contains(&last)
        || place.ends_with("issuers.*.signatories")
}

fn json(yaml: &str) -> Value {
    serde_norway::from_str(yaml).expect("the files to change are good")
}

fn sample(name: &str) -> String {
    fs::read_to_string(of_project("tests/cases/schema").join(name)).expect("a sample")
}

#[test]
fn schema_and_program_agree_on_directives_with_one_mistake() {
    let fonts = Fonts::new(Vec::new(), None).expect("the house typeface is complete");
    let mut comparison = Comparison::new(SchemaKind::Directive);
    let mut files: Vec<_> = SAMPLES.map(|name| (name.to_owned(), sample(name))).to_vec();
    files.extend(directives());
    let mut seen = BTreeSet::new();
    for (name, file) in files {
        let folder = of_project(&name).with_file_name("");
        for mutant in mutants(&json(&file), &has_own_names, &mut seen) {
            let found = of_directive(&mutant.text, &folder, &fonts);
            comparison.compare(&mutant, found);
        }
    }
    assert!(comparison.wrong.is_empty(), "\n{}", comparison.wrong);
    assert!(comparison.count > 3_000, "{} mutants", comparison.count);
    assert_eq!(comparison.used, BTreeSet::from([0]), "an exception is none any more");
}

#[test]
fn schema_and_program_agree_on_catalogs_with_one_mistake() {
    let mut comparison = Comparison::new(SchemaKind::Catalog);
    for mutant in mutants(&json(&sample("catalog.yaml")), &has_own_names, &mut BTreeSet::new()) {
        comparison.compare(&mutant, of_catalog(&mutant.text));
    }
    assert!(comparison.wrong.is_empty(), "\n{}", comparison.wrong);
    assert!(comparison.count > 300, "{} mutants", comparison.count);
    assert_eq!(comparison.used, BTreeSet::from([1]), "an exception is none any more");
}

#[test]
fn schema_and_program_agree_on_settings_with_one_mistake() {
    let mut comparison = Comparison::new(SchemaKind::Office);
    for mutant in mutants(&json(&sample("vanthu.yaml")), &has_own_names, &mut BTreeSet::new()) {
        comparison.compare(&mutant, of_office(&mutant.text));
    }
    assert!(comparison.wrong.is_empty(), "\n{}", comparison.wrong);
    assert!(comparison.count > 90, "{} mutants", comparison.count);
    assert_eq!(comparison.used, BTreeSet::from([2]), "an exception is none any more");
}

#[test]
fn schema_and_program_agree_on_every_fixture() {
    let fonts = Fonts::new(Vec::new(), None).expect("the house typeface is complete");
    let mut wrong = String::new();
    let mut count = 0;
    let directive = Validator::new(SchemaKind::Directive);
    let catalog = Validator::new(SchemaKind::Catalog);
    for entry in walkdir::WalkDir::new(of_project("tests/cases")).sort_by_file_name() {
        let path = entry.unwrap().into_path();
        let is_settings = path.ends_with("vanthu.yaml");
        let is_yaml = path.extension().is_some_and(|extension| extension == "yaml");
        let Some(text) = fs::read_to_string(&path).ok().filter(|_| is_yaml && !is_settings) else {
            continue;
        };
        let folder = path.parent().expect("a file has a folder");
        let (complaint, (is_bad, found)) =
            if path.iter().any(|part| part == "catalog") || path.ends_with("schema/catalog.yaml") {
                (catalog.complaint(&text), of_catalog(&text))
            } else {
                (directive.complaint(&text), of_directive(&text, folder, &fonts))
            };
        let name =
            path.strip_prefix(of_project("tests/cases")).unwrap_or(&path).display().to_string();
        let is_meant = |(file, _): &&(&str, &str)| *file == name;
        if let Some(exception) = FIXTURES_THAT_DIFFER.iter().find(is_meant) {
            assert_ne!(complaint.is_some(), is_bad, "{exception:?} is no exception any more");
            continue;
        }
        // What is no YAML, or more YAML than we take, is for the parser to say.
        if ["Y001", "Y007", "Y010", "Y011", "Y015", "Y016"]
            .iter()
            .any(|code| found.starts_with(code))
        {
            continue;
        }
        count += 1;
        if complaint.is_some() != is_bad {
            let _ = writeln!(wrong, "{} | {found} | {complaint:?}", path.display());
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
    assert!(count > 100, "{count} fixtures");
}

#[test]
fn the_samples_are_good_and_have_every_key() {
    let fonts = Fonts::new(Vec::new(), None).expect("the house typeface is complete");
    let mut written = String::new();
    for name in SAMPLES {
        let text = sample(name);
        let (_, found) = of_directive(&text, Path::new("none"), &fonts);
        // What certified copies are copies of, and what is attached, is not there.
        let accepted = match (
            text.contains("accept:"),
            text.contains("\nsource:") || text.contains("\nattachments:"),
        ) {
            (true, _) => "D500 declared-total ",
            (_, true) => "N031 source-missing ",
            _ => "",
        };
        assert_eq!(found, accepted, "{name}");
        written.push_str(&text);
    }
    assert_eq!(of_catalog(&sample("catalog.yaml")).1, "");
    assert_eq!(of_office(&sample("vanthu.yaml")).1, "");
    written.push_str(&sample("catalog.yaml"));
    written.push_str(&sample("vanthu.yaml"));
    for subject in SchemaKind::INPUTS {
        let schema = vanthu::schema::schema(subject);
        let parts = schema["definitions"].as_object().into_iter().flatten().map(|(_, part)| part);
        for part in parts.chain([&schema]) {
            for (key, _) in part["properties"].as_object().into_iter().flatten() {
                let is_there = [" ", "\n", "{"]
                    .iter()
                    .any(|before| written.contains(&format!("{before}{key}:")));
                assert!(is_there, "no sample in tests/cases/schema has `{key}`");
            }
        }
    }
}
