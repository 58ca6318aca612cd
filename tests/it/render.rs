//! The Typst text of documents, byte for byte. `UPDATE=1` takes what is rendered now.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use vanthu::model::kind::KINDS;

use crate::MINIMAL;
use crate::project::{Project, files_of, is_update, of_project, same_as_file};

/// Builds the Typst text of every directive in the project and compares each with the file of
/// its name in `expected`, where nothing else may lie.
fn compare(project: &Project, expected: &Path) -> Vec<String> {
    let run = project.run(["build", "--quiet", "--emit", "typ", "--format", "short"]);
    run.stderr_has(&[]).succeeds();
    let mut wrong = Vec::new();
    let mut rendered = BTreeSet::new();
    for path in project.listing("out") {
        // Workbooks of registers are read back where they are made; of all copies, the first one is
        // looked at here.
        let is_other_copy = path.contains(".copies/")
            && !path.contains(".copies/01-")
            && !path.ends_with("_register.csv");
        if path.starts_with("out/lib/") || is_other_copy {
            continue;
        }
        let name = path.trim_start_matches("out/").replace('/', "-");
        wrong.extend(same_as_file(&expected.join(&name), &project.output_file(&path)).err());
        rendered.insert(name);
    }
    for file in fs::read_dir(expected).into_iter().flatten().filter_map(Result::ok) {
        if rendered.contains(&*file.file_name().to_string_lossy()) {
            continue;
        }
        if is_update() {
            fs::remove_file(file.path()).unwrap();
        } else {
            wrong.push(format!("{} is left over", file.path().display()));
        }
    }
    wrong
}

#[test]
fn every_case_renders_as_expected() {
    let mut wrong = Vec::new();
    let mut cases: Vec<_> = fs::read_dir(of_project("tests/cases/render"))
        .unwrap()
        .map(|case| case.unwrap().path())
        .collect();
    cases.sort();
    for case in cases {
        let Ok(input) = fs::read_to_string(case.join("input.yaml")) else { continue };
        let mut project = Project::new().file("data/input.yaml", &input);
        if let Ok(settings) = fs::read_to_string(case.join("vanthu.yaml")) {
            project = project.file("vanthu.yaml", &settings);
        }
        wrong.extend(compare(&project, &case.join("expected")));
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn every_kind_renders_as_expected() {
    let mut project = Project::new();
    for kind in KINDS {
        let symbol = kind.code.map_or("UBND-VX".to_owned(), |code| format!("{code}-UBND"));
        let mut directive = MINIMAL.replace("cong-van", kind.id).replace("UBND-VX", &symbol);
        if !kind.has_number() {
            directive = directive.replace("symbol: UBND-VX\n", "");
        }
        // A kind with fixed lines has a sample of its own.
        let sample = of_project(&format!("tests/cases/schema/{}.yaml", kind.id));
        if kind.particulars().is_some() {
            directive = fs::read_to_string(sample).unwrap();
        }
        project = project.file(&format!("data/{}.yaml", kind.id), &directive);
    }
    let wrong = compare(&project, &of_project("tests/cases/render/kinds/expected"));
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn the_documents_of_the_project_render_as_expected() {
    let data = of_project("data");
    let mut project = Project::new();
    for entry in walkdir::WalkDir::new(&data).into_iter().filter_map(Result::ok) {
        if entry.file_type().is_file() {
            let path = entry.path().strip_prefix(of_project("")).unwrap().to_string_lossy();
            project = project.bytes(&path, &fs::read(entry.path()).unwrap());
        }
    }
    let wrong = compare(&project, &of_project("tests/cases/render/data/expected"));
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn templates_print_text_in_the_two_safe_forms_only() {
    for folder in ["templates", "templates/lib"] {
        for (name, path) in files_of(folder, "typ") {
            let text = fs::read_to_string(path).unwrap();
            assert!(!text.contains("safe"), "{folder}/{name}.typ has `| safe`");
        }
    }
}

#[test]
fn templates_compose_no_text() {
    for folder in ["templates", "templates/lib"] {
        for (name, path) in files_of(folder, "typ") {
            let text = fs::read_to_string(path).unwrap();
            // The words in front of which lines may end are layout, too.
            let code = text.lines().filter(|line| !line.starts_with("#let leading-word"));
            let code = code.map(|line| line.split("//").next().unwrap_or_default());
            let code = code.filter(|line| !line.trim_start().starts_with("{#"));
            for line in code {
                assert!(line.is_ascii(), "{folder}/{name}.typ words `{line}`; printed/ does that");
            }
        }
    }
}
