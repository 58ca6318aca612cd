//! What a leaf may hold: words of closed lists from the tables the resolver reads them by, and
//! patterns for what is written in one way only.
//!
//! A text takes what YAML makes of words without quotes, too: numbers and booleans.

use serde_json::{Value, json};

use super::rows;

use crate::check::levels::LEVELS;
use crate::check::rules::RULES;
use crate::load::office::{ENGINES, LANGUAGES};
use crate::model::allocation::Ties;
use crate::model::certified::{Medium, Original};
use crate::model::copies::{Attached, Numbers, Print};
use crate::model::directive::Status;
use crate::model::kind::{Kind, all};
use crate::model::mark::{Circulation, Urgency};
use crate::model::measure::Measure;
use crate::model::output::Attach;
use crate::model::particulars::Meeting;
use crate::model::profile::{Allowed, FIELDS, Field, Profile};
use crate::model::rule_set::RuleSet;
use crate::model::standard::Standard;
use crate::model::target::{Orientation, Paper, Total};
use crate::resolve::{COLUMN_TYPES, MISSING, TOTAL_RULES, WIDTHS, taken_names};

/// Puts the form of `key` of the struct `name` where its `property` has a leaf.
pub(super) fn put(name: &str, key: &str, property: &mut Value) {
    if let Some(names) = names(name, key) {
        put_names(property, &names);
    }
    // A word, or a mapping that has forms of its own.
    if key == "pdf" {
        put_choice(property, &form(name, key));
    }
    put_leaf(property, &form(name, key));
}

fn put_choice(schema: &mut Value, form: &Value) {
    match schema.get_mut("anyOf") {
        Some(Value::Array(choices)) => choices.iter_mut().for_each(|it| put_choice(it, form)),
        _ => put_leaf(schema, form),
    }
}

fn put_leaf(schema: &mut Value, form: &Value) {
    if is_text(schema) {
        *schema = form.clone();
        return;
    }
    for key in ["items", "additionalProperties"] {
        if let Some(below) = schema.get_mut(key) {
            put_leaf(below, form);
        }
    }
}

/// The keys of a mapping, wherever in `schema` one is.
fn put_names(schema: &mut Value, names: &Value) {
    if schema.get("additionalProperties").is_some() {
        schema["propertyNames"] = names.clone();
    }
}

fn is_text(schema: &Value) -> bool {
    match &schema["type"] {
        Value::String(kind) => kind == "string",
        Value::Array(kinds) => kinds.iter().any(|kind| kind == "string"),
        _ => false,
    }
}

fn form(name: &str, key: &str) -> Value {
    match (name, key) {
        ("Directive", "kind") => kinds(|_| true),
        ("Enacted", "kind") => kinds(Kind::can_be_enacted),
        ("Directive", "status") => words(Status::KNOWN.map(|(word, _)| word)),
        ("Directive", "rules") => words(RuleSet::KNOWN.map(|(word, _)| word)),
        ("Directive", "urgency") => words(Urgency::KNOWN.map(|(word, _)| word)),
        ("Directive", "circulation") => words(Circulation::KNOWN.map(|(word, _)| word)),
        ("Directive", "number") => number(),
        ("Directive", "date")
        | ("Introduction", "until")
        | ("Leave", "requested" | "from" | "until") => date(),
        ("CopiedDocument", "from" | "to") => words(Medium::KNOWN.map(|(word, _)| word)),
        ("CopiedDocument", "of") => words(Original::KNOWN.map(|(word, _)| word)),
        ("CopiedDocument", "signed_at") => signing_time(),
        ("Minutes", "meeting") => words(Meeting::KNOWN.map(|(word, _)| word)),
        ("FileNote", "copies") | ("Copies", "count") => count(),
        ("Copies", "appendix") => words(Attached::KNOWN.map(|(word, _)| word)),
        ("Copies", "numbers") => words(Numbers::KNOWN.map(|(word, _)| word)),
        ("Copies", "print") => words(Print::KNOWN.map(|(word, _)| word)),
        ("Target" | "Appendix", "orientation") => words(Orientation::KNOWN.map(|(word, _)| word)),
        ("Target", "paper") => words(Paper::KNOWN.map(|(word, _)| word)),
        ("Target", "table_size") => type_size(),
        ("Target", "name_width") | ("Column", "width") => width(),
        ("Target", "rows") => rows::rows(),
        ("Target", "numbering") => numbering(),
        ("Target", "declared") => declared(),
        ("Total", "at") => words(Total::PLACES.map(|(word, _)| word)),
        ("Column", "id") => id("_"),
        ("Column", "type") => column_type(),
        ("Column", "total") => total_rule(),
        ("Column", "missing") => words(MISSING.map(|(word, _)| word)),
        ("Allocate", "ties") => words(Ties::KNOWN.map(|(word, _)| word)),
        ("Allocate", "floor" | "cap" | "fixed") => figure(),
        ("Accept", "rule") => words(RULES.iter().map(|rule| rule.code.name)),
        ("LegalDocument", "date" | "from" | "until") | ("Unit", "from" | "until") => whole_date(),
        ("Office", "language") => words(LANGUAGES),
        ("Office", "engine") => words(ENGINES),
        ("Office", "profile") => profile(),
        ("Office" | "Directive", "pdf") | ("Pdf", "standard") => {
            words(Standard::ALL.map(Standard::name))
        }
        ("Pdf", "attach") => words(Attach::KNOWN.map(|(word, _)| word)),
        ("Office", "rules") => words(LEVELS.map(|(word, _)| word)),
        ("OwnProfile", "from") => words(Profile::BUILT_IN.map(|(name, _)| name)),
        ("OwnProfile" | "Margins", key) => measure(key),
        // Read where it is used: a formula, the name of a column, a folder, a typeface.
        ("Column", "formula")
        | ("Allocate", "amount" | "by")
        | ("Copies", "rows" | "where")
        | ("Office", "font" | "font_paths" | "outside_paths") => any_text(),
        _ => text(),
    }
}

/// Names that the author gives: those of `key`'s entries.
fn names(name: &str, key: &str) -> Option<Value> {
    match (name, key) {
        ("Directive", "targets") => Some(id("-")),
        ("Office", "rules") => Some(words(RULES.iter().map(|rule| rule.code.name))),
        ("Office", "profiles") => {
            Some(json!({"not": {"enum": Profile::BUILT_IN.map(|(name, _)| name)}}))
        }
        ("Catalog", _) | ("CatalogIssuer", "signatories") => {
            Some(json!({"pattern": "^[a-z][a-z0-9-]*$"}))
        }
        _ => None,
    }
}

pub(super) fn any_text() -> Value {
    json!({"type": ["string", "number", "boolean"]})
}

/// A text that says something.
pub(super) fn text() -> Value {
    json!({"type": ["string", "number", "boolean"], "pattern": "\\S"})
}

pub(super) fn words(words: impl IntoIterator<Item = &'static str>) -> Value {
    json!({"type": "string", "enum": words.into_iter().collect::<Vec<_>>()})
}

fn kinds(wanted: impl Fn(&Kind) -> bool) -> Value {
    let kinds: Vec<&Kind> = all().filter(|kind| wanted(kind)).collect();
    let mut form = words(kinds.iter().map(|kind| kind.id));
    form["enumDescriptions"] = kinds.iter().map(|kind| kind.name).collect();
    form
}

fn number() -> Value {
    json!({
        "type": ["integer", "string"],
        "minimum": 1,
        "maximum": 999_999,
        "pattern": "^0*[1-9][0-9]*$",
        "maxLength": 6,
    })
}

fn count() -> Value {
    json!({
        "type": ["integer", "string"],
        "minimum": 1,
        "maximum": u32::MAX,
        "pattern": "^\\+?0*[1-9][0-9]*$",
    })
}

const YEAR: &str = "(19(4[5-9]|[5-9][0-9])|2[0-9]{3})";
const DAY_OF_MONTH: &str = "((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])\
    |(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|[12][0-9]))";

/// Open from the right; a year alone is a number to YAML.
fn date() -> Value {
    json!({
        "type": ["string", "integer"],
        "pattern": format!("^{YEAR}(-(0[1-9]|1[0-2])|-{DAY_OF_MONTH})?$"),
        "minimum": 1945,
        "maximum": 2999,
    })
}

fn whole_date() -> Value {
    json!({"type": "string", "pattern": format!("^{YEAR}-{DAY_OF_MONTH}$")})
}

/// By Vietnamese time.
fn signing_time() -> Value {
    let pattern =
        format!("^\\s*{YEAR}-{DAY_OF_MONTH}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]\\+07:00\\s*$");
    json!({"type": "string", "pattern": pattern})
}

/// `true` is a name like any other.
fn id(joint: &str) -> Value {
    json!({
        "type": ["string", "boolean"],
        "pattern": format!("^[a-z][a-z0-9{joint}]{{0,39}}$"),
        "not": {"enum": taken_names().collect::<Vec<_>>()},
    })
}

fn column_type() -> Value {
    json!({"anyOf": [
        {"type": "string", "enum": COLUMN_TYPES},
        {"type": "string", "pattern": "^(decimal|percent|signed|points)\\(\\s*\\+?0*[0-6]\\s*\\)$"},
    ]})
}

/// Any other word may be a formula.
fn total_rule() -> Value {
    json!({"anyOf": [{"type": "string", "enum": TOTAL_RULES}, any_text()]})
}

fn figure() -> Value {
    json!({
        "type": ["number", "string"],
        "pattern": "^\\s*-?(0|[1-9][0-9]*)(\\.[0-9]+)?\\s*$",
        "maxLength": 40,
    })
}

/// A built-in profile, or one of the office's own.
fn profile() -> Value {
    json!({"anyOf": [words(Profile::BUILT_IN.map(|(name, _)| name)), any_text()]})
}

/// A measure within the decree's range, as a number; the left column depends on other measures.
fn measure(key: &str) -> Value {
    let is_of = |field: &&Field| field.key().rsplit('.').next() == Some(key);
    let field = FIELDS.iter().find(is_of).copied();
    let mut form = json!({"type": ["number", "string"], "pattern": "^\\s*[0-9]"});
    let number = |measure: Measure| measure.to_string().parse::<serde_json::Number>().ok();
    match field.filter(|field| *field != Field::HeaderLeft).map(|it| Profile::WIDE.allowed(it)) {
        Some(Allowed::Between(least, most)) => {
            form["minimum"] = json!(number(least));
            form["maximum"] = json!(number(most));
        }
        Some(Allowed::Either(one, other)) => {
            let spelt = [one, other].map(|measure| json!(measure.to_string()));
            let numbers = [one, other].map(|measure| json!(number(measure)));
            form["enum"] = numbers.into_iter().chain(spelt).collect();
        }
        None => {}
    }
    form
}

/// Signs of levels, from the outermost on.
fn numbering() -> Value {
    let sign = "(A|I|1(\\.1)*|a|-|running|none)";
    json!({
        "type": ["string", "integer"],
        "pattern": format!("^\\s*{sign}(\\s*/\\s*{sign}){{0,6}}\\s*$"),
        "minimum": 1,
        "maximum": 1,
    })
}

/// Of a column, in millimetres.
fn width() -> Value {
    let number = |measure: Measure| measure.to_string().parse::<serde_json::Number>().ok();
    let (least, most) = WIDTHS;
    json!({
        "type": ["number", "string"],
        "minimum": number(least),
        "maximum": number(most),
        "pattern": "^\\s*[0-9]{1,3}(\\.[0-9]{1,5})?\\s*$",
    })
}

/// From 7 to 13 points.
fn type_size() -> Value {
    json!({
        "type": ["number", "string"],
        "minimum": 7,
        "maximum": 13,
        "pattern": "^\\s*((7|8|9|10|11|12)(\\.[0-9]{1,2})?|13(\\.0{1,2})?)\\s*$",
    })
}

pub(super) fn cell() -> Value {
    json!({"type": ["string", "number", "boolean", "null"]})
}

/// Figures of totals by their columns, or of a line by its name.
fn declared() -> Value {
    let line = json!({"type": "object", "additionalProperties": figure()});
    json!({"type": "object", "additionalProperties": {"anyOf": [figure(), line]}})
}
