//! `vanthu schema`: what it says of a file is what the program says.

mod agree;
mod mutations;

use std::fs;

use serde_json::Value;
use vanthu::schema::{SchemaKind, schema};

use crate::project::{Project, of_project, same_as_file};
use crate::readme::{blocks, text};

/// A validator that is not ours.
pub(crate) struct Validator {
    schemas: boon::Schemas,
    index: boon::SchemaIndex,
}

impl Validator {
    pub(crate) fn new(kind: SchemaKind) -> Self {
        Self::of(kind.name(), schema(kind))
    }

    pub(crate) fn of(name: &str, schema: Value) -> Self {
        let mut schemas = boon::Schemas::new();
        let mut compiler = boon::Compiler::new();
        let name = format!("file:///{name}.json");
        compiler.add_resource(&name, schema).expect("a schema is JSON");
        let index = compiler.compile(&name, &mut schemas);
        let index = index.unwrap_or_else(|error| panic!("no draft 7: {error:#}"));
        Self { schemas, index }
    }

    /// What is wrong with a text, read by a parser that is not ours either.
    pub(crate) fn complaint(&self, yaml: &str) -> Option<String> {
        // Read twice: only its own values see keys that stand there twice.
        let read = serde_norway::from_str::<serde_norway::Value>(yaml);
        let value: Value = match read.and_then(|_| serde_norway::from_str(yaml)) {
            Ok(value) => value,
            Err(error) => return Some(format!("no YAML: {error}")),
        };
        self.complaint_about(&value)
    }

    /// What is wrong with a value.
    pub(crate) fn complaint_about(&self, value: &Value) -> Option<String> {
        self.schemas.validate(value, self.index).err().map(|error| error.to_string())
    }
}

/// Directives with a name for messages: those of `data/` and the whole ones of the documentation.
pub(crate) fn directives() -> Vec<(String, String)> {
    let mut found = Vec::new();
    for entry in walkdir::WalkDir::new(of_project("data")).sort_by_file_name() {
        let path = entry.unwrap().into_path();
        let is_shared = ["catalog", "schema"]
            .iter()
            .any(|folder| path.starts_with(of_project("data").join(folder)));
        if path.extension().is_some_and(|extension| extension == "yaml") && !is_shared {
            found.push((path.display().to_string(), fs::read_to_string(&path).unwrap()));
        }
    }
    assert!(found.len() >= 5);
    for path in ["README.vi.md", "docs/format.md", "docs/tables.md"] {
        let document = text(path);
        let whole = blocks(&document).into_iter().filter(|(_, block)| block.starts_with("kind:"));
        found.extend(whole.map(|(_, block)| (path.to_owned(), block.to_owned())));
    }
    found
}

#[test]
fn the_schemas_in_the_data_folder_are_those_of_the_program() {
    let mut wrong = String::new();
    for subject in SchemaKind::INPUTS.into_iter().chain(SchemaKind::OUTPUTS) {
        let (said, complaints) = Project::new().run(["schema", subject.name()]).said();
        assert_eq!(complaints, "");
        let path = of_project("data/schema").join(format!("{}.json", subject.name()));
        wrong.extend(same_as_file(&path, &said).err());
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn without_a_name_it_is_the_schema_of_a_directive() {
    let wanted = vanthu::schema::text(SchemaKind::Directive);
    Project::new().run(["schema"]).stdout(&wanted).succeeds();
    Project::new()
        .run(["schema", "rule", "--lang", "en"])
        .stderr_has(&[
            "`rule`",
            "`directive`, `catalog`, `office`, `finding`, `diff`, `explanation`",
        ])
        .breaks(2);
}

#[test]
fn every_example_and_every_whole_document_of_the_documentation_is_valid() {
    let validator = Validator::new(SchemaKind::Directive);
    for (name, text) in directives() {
        let complaint = validator.complaint(&text);
        assert_eq!(complaint, None, "{name}");
    }
}

#[test]
fn every_example_names_its_schema_in_the_first_line() {
    let mut files: Vec<String> = directives().into_iter().map(|(name, _)| name).collect();
    files.retain(|name| name.strip_suffix(".md").is_none());
    files.push(of_project("vanthu.yaml").display().to_string());
    for name in files {
        let text = fs::read_to_string(&name).unwrap();
        let wanted = if name.ends_with("vanthu.yaml") { "office" } else { "directive" };
        let first = text.lines().next().unwrap_or_default();
        let path = first.strip_prefix("# yaml-language-server: $schema=");
        let path = path.unwrap_or_else(|| panic!("{name} begins with `{first}`"));
        let found = fs::canonicalize(of_project(&name).with_file_name("").join(path));
        let schema = of_project("data/schema").join(format!("{wanted}.json"));
        assert_eq!(found.ok(), fs::canonicalize(schema).ok(), "{name}");
    }
}

#[test]
fn a_folder_of_schemas_holds_no_directives() {
    Project::new()
        .file("data/a.yaml", crate::MINIMAL)
        .file("data/schema/b.yaml", "kind: no directive\n")
        .run(["check", "-q"])
        .succeeds();
}

#[test]
fn what_an_editor_shows_is_what_the_table_of_words_says() {
    fn look(name: &str, part: &Value) {
        for (key, property) in part["properties"].as_object().into_iter().flatten() {
            let words = vanthu::schema::words(name, key);
            assert_eq!(property["description"].as_str(), words, "{name}.{key}");
            assert!(words.is_some(), "{name}.{key}");
        }
        assert_eq!(part["additionalProperties"], Value::Bool(false), "{name}");
    }
    for (subject, root) in SchemaKind::INPUTS.into_iter().zip(["Directive", "Catalog", "Office"]) {
        let schema = schema(subject);
        look(root, &schema);
        for (name, part) in schema["definitions"].as_object().into_iter().flatten() {
            // Another one than that of a mapping with keys has none.
            if part["properties"].is_object() {
                look(name, part);
            }
        }
    }
}
