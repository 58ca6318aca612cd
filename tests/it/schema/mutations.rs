//! Files with one mistake each: every kind of mistake at every key.

use std::collections::BTreeSet;

use serde_json::{Value, json};

/// A file with one mistake.
pub(super) struct Mutant {
    /// Where: `targets.*.columns.*.id`.
    pub(super) place: String,
    /// What was done there.
    pub(super) kind: &'static str,
    /// JSON, which is YAML.
    pub(super) text: String,
}

/// What takes the place of a value.
fn replacements() -> Vec<(&'static str, Value)> {
    let deep = (0..20).fold(json!(1), |inner, _| json!([inner]));
    vec![
        ("no list", json!([])),
        ("a list", json!(["x"])),
        ("no keys", json!({})),
        ("a key", json!({"x": 1})),
        ("null", Value::Null),
        ("true", json!(true)),
        ("a number", json!(5)),
        ("a negative number", json!(-3)),
        ("a fraction", json!(2.5)),
        ("an empty text", json!("")),
        ("a blank text", json!("  ")),
        ("an unknown word", json!("zzz")),
        ("two words", json!("Hai từ")),
        ("a number as text", json!("7")),
        ("a date", json!("2024-02-28")),
        ("a month", json!("2024-02")),
        ("no day", json!("2024-06-31")),
        ("a date turned round", json!("5/3/2024")),
        ("too deep", deep),
    ]
}

/// Every mistake at every place of `file`; entries of lists and the author's own names are
/// one place; a place in `seen` is gone by, unless it is at the top.
pub(super) fn mutants(
    file: &Value,
    own_names: &dyn Fn(&str) -> bool,
    seen: &mut BTreeSet<String>,
) -> Vec<Mutant> {
    let mut places = Vec::new();
    seen.retain(|place| place.contains('.'));
    walk(file, &mut Vec::new(), "", own_names, seen, &mut places);
    let mut mutants = Vec::new();
    for (path, place) in places {
        let mut add = |kind, value: Value| {
            mutants.push(Mutant { place: place.clone(), kind, text: value.to_string() });
        };
        for (kind, value) in replacements() {
            let mut changed = file.clone();
            *at(&mut changed, &path) = value;
            add(kind, changed);
        }
        if at(&mut file.clone(), &path).is_object() {
            let mut changed = file.clone();
            at(&mut changed, &path)["khong_co"] = json!("x");
            add("an unknown key", changed);
        }
        let Some((Step::Key(key), parent)) = path.split_last() else { continue };
        let mut changed = file.clone();
        let value = at(&mut changed, parent).as_object_mut().and_then(|map| map.remove(key));
        add("removed", changed.clone());
        if let Some(map) = at(&mut changed, parent).as_object_mut() {
            map.insert(format!("{key}x"), value.clone().unwrap_or_default());
        }
        add("renamed", changed);
        let marked = file.clone();
        mutants.push(Mutant {
            place: place.clone(),
            kind: "doubled",
            text: doubled(marked, &path),
        });
    }
    mutants
}

/// A step down into a file.
#[derive(Clone)]
enum Step {
    Key(String),
    Item(usize),
}

fn at<'a>(value: &'a mut Value, path: &[Step]) -> &'a mut Value {
    path.iter().fold(value, |value, step| match step {
        Step::Key(key) => &mut value[key.as_str()],
        Step::Item(index) => &mut value[*index],
    })
}

fn walk(
    value: &Value,
    path: &mut Vec<Step>,
    place: &str,
    own_names: &dyn Fn(&str) -> bool,
    seen: &mut BTreeSet<String>,
    places: &mut Vec<(Vec<Step>, String)>,
) {
    if !seen.insert(place.to_owned()) {
        return;
    }
    if !path.is_empty() {
        places.push((path.clone(), place.to_owned()));
    }
    let mut below = |step: Step, name: &str, value: &Value| {
        let inner = if place.is_empty() { name.to_owned() } else { format!("{place}.{name}") };
        path.push(step);
        walk(value, path, &inner, own_names, seen, places);
        path.pop();
    };
    match value {
        Value::Object(map) => {
            for (key, value) in map {
                let name = if own_names(place) { "*" } else { key };
                below(Step::Key(key.clone()), name, value);
            }
        }
        Value::Array(items) => {
            for (index, value) in items.iter().enumerate() {
                below(Step::Item(index), "*", value);
            }
        }
        _ => {}
    }
}

/// The text in which the last key of `path` stands twice.
fn doubled(mut file: Value, path: &[Step]) -> String {
    let Some((Step::Key(key), parent)) = path.split_last() else { return file.to_string() };
    let Some(map) = at(&mut file, parent).as_object_mut() else { return file.to_string() };
    let value = map.get(key).cloned().unwrap_or_default();
    map.insert("__twice__".to_owned(), value);
    file.to_string().replace("\"__twice__\"", &json!(key).to_string())
}
