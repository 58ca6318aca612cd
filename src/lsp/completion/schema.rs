//! Keys and values of closed lists, from the schemas of the program.

use std::sync::LazyLock;

use gen_lsp_types::CompletionItemKind;
use serde_json::Value;

use super::Word;
use super::context::{Context, Place};
use crate::lsp::scan::ITEM;
use crate::schema::{SchemaKind, schema};

static DIRECTIVE: LazyLock<Value> = LazyLock::new(|| schema(SchemaKind::Directive));
static CATALOG: LazyLock<Value> = LazyLock::new(|| schema(SchemaKind::Catalog));
static OFFICE: LazyLock<Value> = LazyLock::new(|| schema(SchemaKind::Office));

/// The keys or values that the schema of `subject` knows at `context`.
pub(super) fn words(subject: SchemaKind, context: &Context<'_>) -> Vec<Word> {
    let root: &Value = match subject {
        SchemaKind::Catalog => &CATALOG,
        SchemaKind::Office => &OFFICE,
        _ => &DIRECTIVE,
    };
    let found = at(root, &context.path);
    let is_item = context.path.last().is_some_and(|key| key == ITEM);
    let mut words = Vec::new();
    for schema in &found {
        if context.place == Place::Key {
            words.extend(keys(root, schema, context));
        }
        if context.place == Place::Value || is_item {
            words.extend(values(schema));
        }
    }
    words
}

/// The schemas of what stands at `path`.
fn at<'s>(root: &'s Value, path: &[String]) -> Vec<&'s Value> {
    let mut here = alternatives(root, root);
    for key in path {
        let mut next = Vec::new();
        for schema in here {
            let below = if key == ITEM {
                schema.get("items")
            } else {
                let own = schema.get("properties").and_then(|known| known.get(key));
                own.or_else(|| schema.get("additionalProperties"))
            };
            next.extend(below.into_iter().flat_map(|below| alternatives(root, below)));
        }
        here = next;
    }
    here
}

/// A schema, and all that it refers to or allows instead.
fn alternatives<'s>(root: &'s Value, schema: &'s Value) -> Vec<&'s Value> {
    let mut found = vec![schema];
    if let Some(name) = schema["$ref"].as_str().and_then(|it| it.strip_prefix("#/definitions/")) {
        found.extend(
            root["definitions"].get(name).into_iter().flat_map(|it| alternatives(root, it)),
        );
    }
    for list in ["allOf", "anyOf", "oneOf"] {
        let parts = schema.get(list).and_then(Value::as_array).into_iter().flatten();
        found.extend(parts.flat_map(|part| alternatives(root, part)));
    }
    found
}

fn keys(root: &Value, schema: &Value, context: &Context<'_>) -> Vec<Word> {
    let properties = schema.get("properties").and_then(Value::as_object).into_iter().flatten();
    let free = properties.filter(|(key, _)| !context.siblings.contains(key));
    free.map(|(key, property)| {
        let word = Word::new(key, CompletionItemKind::Property);
        let documentation = property["description"].as_str().unwrap_or_default().to_owned();
        Word { text: written(root, key, property, context), documentation, ..word }
    })
    .collect()
}

/// The key with its colon, and the beginning of what stands under it.
fn written(root: &Value, key: &str, property: &Value, context: &Context<'_>) -> String {
    if context.has_colon {
        return key.to_owned();
    }
    let kinds = alternatives(root, property);
    let has = |wanted: &str| kinds.iter().any(|kind| kind.get(wanted).is_some());
    let Some(indent) = context.indent else { return format!("{key}: ") };
    let under = format!("{key}:\n{}", " ".repeat(indent + 2));
    if key == "body" {
        format!("{key}: |\n{}", " ".repeat(indent + 2))
    } else if has("items") {
        format!("{under}- ")
    } else if has("properties") || has("additionalProperties") {
        under
    } else {
        format!("{key}: ")
    }
}

fn values(schema: &Value) -> Vec<Word> {
    let mut words = Vec::new();
    let listed = schema.get("enum").and_then(Value::as_array).into_iter().flatten();
    for (index, value) in listed.enumerate() {
        let Some(value) = value.as_str() else { continue };
        let detail = schema["enumDescriptions"][index].as_str().unwrap_or_default();
        words.push(Word::new(value, CompletionItemKind::EnumMember).detail(detail));
    }
    let is_flag = schema["type"] == "boolean" || {
        let kinds = schema["type"].as_array().into_iter().flatten();
        let mut kinds = kinds.filter_map(Value::as_str);
        kinds.all(|kind| matches!(kind, "boolean" | "null")) && schema["type"].is_array()
    };
    if is_flag {
        words.extend(["true", "false"].map(|it| Word::new(it, CompletionItemKind::Keyword)));
    }
    words
}
