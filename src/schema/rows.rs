//! Rows of a table: the short form, the full form, groups, files.

use serde_json::{Value, json};

use super::forms::{any_text, cell, text, words};
use super::words::words as words_of;
use crate::load::sheet::Hidden;
use crate::model::target::Extent;

/// What `rows` may be.
pub(super) fn rows() -> Value {
    let hidden = Hidden::KNOWN.map(|(word, _)| word);
    json!({"anyOf": [
        {"type": "object", "additionalProperties": reference("Line"), "minProperties": 1},
        items(),
        {
            "type": "object",
            "properties": {
                "file": text(),
                "sheet": cell(),
                "hidden": words(hidden),
                "table": cell(),
            },
            "required": ["file"],
            "additionalProperties": false,
        },
        {
            "type": "object",
            "properties": {"blank": {
                "type": ["integer", "string"],
                "minimum": 1,
                "maximum": 500,
                "pattern": "^\\s*\\+?0*[1-9][0-9]{0,2}\\s*$",
            }},
            "required": ["blank"],
            "additionalProperties": false,
        },
    ]})
}

/// What `rows` refers to, by name.
pub(super) fn definitions() -> [(&'static str, Value); 2] {
    // A row is a list of cells, cells by their columns, or has its full form; a group is lines by
    // their names.
    let short = json!({"not": {"anyOf": opening()}});
    let line = json!({"anyOf": [
        {"type": "array", "items": cell()},
        {"allOf": [{"type": "object", "additionalProperties": cell()}, short]},
        reference("Row"),
        {"allOf": [{"type": "object", "additionalProperties": reference("Line")}, short]},
    ]});
    [("Line", line), ("Row", row())]
}

fn row() -> Value {
    let below = json!({"anyOf": [
        {"type": "object", "additionalProperties": reference("Line")},
        items(),
    ]});
    let cells = json!({"anyOf": [
        {"type": "array", "items": cell()},
        {"type": "object", "additionalProperties": cell()},
    ]});
    let formula = json!({"anyOf": [
        any_text(),
        {"type": "object", "additionalProperties": cell()},
    ]});
    let mut row = json!({
        "type": "object",
        "properties": {
            "name": text(),
            "values": cells,
            "rows": below,
            "formula": formula,
            "of_which": below,
            "made_of": below,
            "part": words(Extent::KNOWN.map(|(word, _)| word)),
            "code": text(),
            "label": text(),
            "unit": text(),
            "decimals": {
                "type": ["integer", "string"],
                "minimum": 0,
                "maximum": 6,
                "pattern": "^\\s*[0-6]\\s*$",
            },
            "note": text(),
            "counted": {"type": ["boolean", "string"], "pattern": "^([Tt]rue|[Ff]alse)$"},
        },
        "additionalProperties": false,
        "anyOf": opening(),
    });
    // A key without a value says as little as one that is not there.
    for key in ["formula", "part", "code", "label", "unit", "decimals", "note", "counted"] {
        let property = &mut row["properties"][key];
        *property = json!({"anyOf": [property.take(), {"type": "null"}]});
    }
    if let Some(properties) = row["properties"].as_object_mut() {
        for (key, property) in properties {
            property["description"] = json!(words_of("Row", key));
        }
    }
    row
}

/// Of these keys one at least makes a mapping the full form.
fn opening() -> Vec<Value> {
    let keys = ["values", "rows", "formula", "of_which", "made_of"];
    keys.map(|key| json!({"required": [key]})).to_vec()
}

/// Rows as a list: `- Tên: […]`, or the full form with `name`.
fn items() -> Value {
    let named = json!({"allOf": [reference("Row"), {"required": ["name"]}]});
    let one = json!({
        "type": "object",
        "additionalProperties": reference("Line"),
        "minProperties": 1,
        "maxProperties": 1,
    });
    json!({"type": "array", "items": {"anyOf": [named, one]}, "minItems": 1})
}

fn reference(name: &str) -> Value {
    json!({"$ref": format!("#/definitions/{name}")})
}
