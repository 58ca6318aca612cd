//! JSON Schema (draft 7) of what the program reads, for editors, and of what it says to other
//! programs.
//!
//! The structure is that of the structs YAML is read into, so that schema and loader cannot drift
//! apart; `forms` says what a leaf may hold, `conditions` how keys hang together, `words.txt`
//! what an editor shows about a key.

mod conditions;
mod forms;
mod rows;
mod shapes;
mod words;

use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde_json::{Value, json};

use crate::diff::report::Json;
use crate::explain::form;
use crate::load::{catalog, office, raw};
use crate::messages::finding::Finding;

pub use words::words;

/// What there is a schema of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SchemaKind {
    /// A directive.
    Directive,
    /// A file of `data/catalog/`.
    Catalog,
    /// `vanthu.yaml`.
    Office,
    /// A line of `--format json`.
    Finding,
    /// What `diff --format json` says.
    Diff,
    /// What `vanthu explain FILE FIGURE --format json` says.
    Explanation,
}

impl SchemaKind {
    /// What is read.
    pub const INPUTS: [Self; 3] = [Self::Directive, Self::Catalog, Self::Office];
    /// What is said to other programs.
    pub const OUTPUTS: [Self; 3] = [Self::Finding, Self::Explanation, Self::Diff];

    /// Its name: that of its file in `data/schema/`, too.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Directive => "directive",
            Self::Catalog => "catalog",
            Self::Office => "office",
            Self::Finding => "finding",
            Self::Diff => "diff",
            Self::Explanation => "explanation",
        }
    }
}

/// The schema of `kind`.
#[must_use]
pub fn schema(kind: SchemaKind) -> Value {
    match kind {
        SchemaKind::Directive => complete(generated::<raw::Directive>(), "Directive", false),
        SchemaKind::Catalog => complete(generated::<catalog::Catalog>(), "Catalog", true),
        SchemaKind::Office => complete(generated::<office::Office>(), "Office", true),
        // For makers of programs: the comments of the struct are its words.
        SchemaKind::Finding => generated::<Finding>(),
        SchemaKind::Diff => generated::<Json>(),
        SchemaKind::Explanation => said::<form::Form>(),
    }
}

/// The schema of `kind` as a file.
#[must_use]
pub fn text(kind: SchemaKind) -> String {
    format!("{:#}\n", schema(kind))
}

fn generated<T: JsonSchema>() -> Value {
    SchemaSettings::draft07().into_generator().into_root_schema_for::<T>().into()
}

/// Of what is said the comments of its structs are the words.
fn said<T: JsonSchema>() -> Value {
    let settings = SchemaSettings::draft07().for_serialize();
    settings.into_generator().into_root_schema_for::<T>().into()
}

/// Puts forms, conditions and words into the structure; `root` is the struct at its root.
fn complete(mut schema: Value, root: &str, may_be_blank: bool) -> Value {
    complete_struct(root, &mut schema);
    if root == "Directive" {
        for (name, definition) in rows::definitions() {
            schema["definitions"][name] = definition;
        }
    }
    if let Some(Value::Object(definitions)) = schema.get_mut("definitions") {
        for (name, definition) in definitions {
            complete_struct(name, definition);
        }
    }
    if may_be_blank {
        schema["type"] = json!(["object", "null"]);
    }
    schema["title"] = json!(format!("vanthu: {}", root.to_lowercase()));
    schema["description"] = json!(words(root, ""));
    schema
}

/// Each key of the struct `name` gets its form and its words.
fn complete_struct(name: &str, definition: &mut Value) {
    let Value::Object(object) = definition else { return };
    object.remove("description");
    let required = object.get("required").cloned().unwrap_or_default();
    let is_required = |key: &str| {
        required.as_array().is_some_and(|keys| keys.iter().any(|required| required == key))
    };
    if let Some(Value::Object(properties)) = object.get_mut("properties") {
        for (key, property) in properties {
            forms::put(name, key, property);
            if !is_required(key) {
                allow_blank(property);
            }
            describe(name, key, property);
        }
    }
    conditions::put(name, object);
}

/// A key without a value says as little as one that is not there.
fn allow_blank(property: &mut Value) {
    let blank = json!({"type": "null"});
    let Value::Object(object) = &mut *property else { return };
    if let Some(Value::Array(choices)) = object.get_mut("anyOf") {
        if !choices.contains(&blank) {
            choices.push(blank);
        }
        return;
    }
    if let Some(Value::Array(words)) = object.get_mut("enum") {
        words.push(Value::Null);
    }
    match object.get_mut("type") {
        Some(Value::Array(types)) if types.iter().any(|kind| kind == "null") => {}
        Some(Value::Array(types)) => types.push(json!("null")),
        Some(kind) => *kind = json!([kind.take(), "null"]),
        None => *property = json!({"anyOf": [property.take(), blank]}),
    }
}

/// What stands beside a `$ref` is not read in draft 7, so the words go around it.
fn describe(name: &str, key: &str, property: &mut Value) {
    // The comments of the structs are for those who change the program.
    if let Value::Object(object) = property {
        object.remove("description");
    }
    let Some(words) = words(name, key) else { return };
    if property.get("$ref").is_some() {
        *property = json!({"allOf": [property.take()]});
    }
    property["description"] = json!(words);
}
