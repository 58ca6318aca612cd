//! How the keys of one struct hang together: what one of them asks of the others.

use serde_json::{Map, Value, json};

use crate::model::kind::{KINDS, Kind, all};
use crate::model::legal_document::LAWS;
use crate::resolve::MOST_SIGNATORIES;

/// Adds what the struct `name` asks of its keys.
pub(super) fn put(name: &str, schema: &mut Map<String, Value>) {
    let conditions = match name {
        "Directive" => directive(),
        "Invitation" => vec![some("guests")],
        "Minutes" => vec![some("attendees")],
        "Appendix" => {
            let alone = lacks(&["id", "title", "body", "orientation"]);
            let unsigned = json!({"properties": {"signatories": {"maxItems": 0}}});
            let text = json!({"allOf": [needs("title"), needs("body")]});
            let table = json!({"allOf": [alone, unsigned]});
            vec![json!({"if": has("table"), "then": table, "else": text})]
        }
        "Issuer" => vec![unless(&has("id"), &needs("name"))],
        "Column" => vec![column()],
        "LegalDocument" => {
            let is_law = json!({"required": ["type"], "properties": {"type": {"enum": LAWS}}});
            vec![json!({"if": is_law, "then": needs("subject"), "else": needs("number")})]
        }
        _ => return,
    };
    schema.insert("allOf".to_owned(), Value::Array(conditions));
}

fn directive() -> Vec<Value> {
    let from_catalog = json!({"required": ["issuer"], "properties": {"issuer": has("id")}});
    let no_authority = json!({"properties": {"issuer": lacks(&["authority"])}});
    let no_enacts = json!({"properties": {"enacts": {"maxItems": 0}}});
    let few = json!({"properties": {"signatories": {"minItems": 2, "maxItems": 2}}});
    let many =
        json!({"properties": {"signatories": {"minItems": 2, "maxItems": MOST_SIGNATORIES}}});
    let number = json!({"allOf": [has("number"), is_kind(Kind::has_number)]});
    let has_symbol = json!({"anyOf": [is_kind(|kind| !kind.may_lack_symbol()), number]});
    let mut conditions = vec![
        json!({"if": has_symbol, "then": unless(&from_catalog, &needs("symbol"))}),
        json!({"if": is_kind(|kind| !kind.has_number()), "then": lacks(&["number", "symbol"])}),
        json!({"if": is_kind(|kind| !kind.may_lack_body()), "then": needs("body")}),
        json!({"if": is_kind(|kind| !kind.has_authority()), "then": no_authority}),
        json!({"if": is_kind(|kind| !kind.can_enact()), "then": no_enacts}),
        json!({"if": is_kind(Kind::has_many_signers), "then": many, "else": few}),
        json!({"if": has("signatories"), "then": lacks(&["signatory"])}),
    ];
    let certified = is_kind(|kind| kind.certified().is_some());
    let there = json!({"required": ["source"], "properties": {"source": {"type": "object"}}});
    let bare = lacks(&["urgency", "circulation", "body", "copies"]);
    let empty = json!({"properties": {
        "legal_bases": {"maxItems": 0},
        "targets": {"maxProperties": 0},
        "appendices": {"maxItems": 0},
        "attachments": {"maxItems": 0},
    }});
    conditions.push(json!({
        "if": certified,
        "then": {"allOf": [there, bare, empty]},
        "else": lacks(&["source"]),
    }));
    for key in ["invitation", "minutes", "introduction", "leave"] {
        let kinds = KINDS.iter().filter(|kind| kind.particulars() == Some(key));
        let kinds: Vec<&str> = kinds.map(|kind| kind.id).collect();
        let is_own = json!({"required": ["kind"], "properties": {"kind": {"enum": kinds}}});
        let there = json!({"required": [key], "properties": {key: {"type": "object"}}});
        conditions.push(json!({"if": is_own, "then": there, "else": lacks(&[key])}));
    }
    conditions
}

/// The list `key` has an entry.
fn some(key: &str) -> Value {
    json!({"properties": {key: {"minItems": 1}}})
}

/// A header over columns holds no cells; a column has a name.
fn column() -> Value {
    let is_group = json!({
        "required": ["columns"],
        "properties": {"columns": {"type": "array", "minItems": 1}},
    });
    let bare = lacks(&["id", "type", "unit", "formula", "total"]);
    json!({"if": is_group, "then": bare, "else": needs("id")})
}

/// One of the kinds that are `wanted`.
fn is_kind(wanted: fn(&Kind) -> bool) -> Value {
    let kinds: Vec<&str> = all().filter(|kind| wanted(kind)).map(|kind| kind.id).collect();
    json!({"required": ["kind"], "properties": {"kind": {"enum": kinds}}})
}

/// `key` is there and has a value.
fn has(key: &str) -> Value {
    json!({"type": "object", "required": [key], "properties": {key: {"not": {"type": "null"}}}})
}

/// As [`has`], said so that an editor can tell what is missing.
fn needs(key: &str) -> Value {
    json!({"required": [key], "properties": {key: {"type": ["string", "number", "boolean"]}}})
}

/// None of `keys` has a value.
fn lacks(keys: &[&str]) -> Value {
    let blank = |key: &&str| ((*key).to_owned(), json!({"type": "null"}));
    json!({"properties": keys.iter().map(blank).collect::<Map<_, _>>()})
}

fn unless(condition: &Value, then: &Value) -> Value {
    json!({"if": condition, "then": true, "else": then})
}
