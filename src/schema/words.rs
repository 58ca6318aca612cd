//! What an editor shows about a key: one table, `words.txt`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

/// `Struct.key = words`, one a line; `Struct = words` for a whole file.
static WORDS: LazyLock<BTreeMap<&str, &str>> = LazyLock::new(|| {
    let lines = include_str!("words.txt").lines().filter(|line| !line.starts_with('#'));
    lines.filter_map(|line| line.split_once(" = ")).collect()
});

/// The Vietnamese words about `key` of the struct `name`; about the struct itself when `key` is
/// empty.
#[must_use]
pub fn words(name: &str, key: &str) -> Option<&'static str> {
    let place = if key.is_empty() { name.to_owned() } else { format!("{name}.{key}") };
    WORDS.get(place.as_str()).copied()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::{SchemaKind, schema};
    use std::collections::BTreeSet;

    #[test]
    fn every_key_has_words_and_no_words_are_idle() {
        let mut keys = BTreeSet::new();
        for (subject, root) in
            SchemaKind::INPUTS.into_iter().zip(["Directive", "Catalog", "Office"])
        {
            let schema = schema(subject);
            keys.insert(root.to_owned());
            let definitions = schema.get("definitions").and_then(|all| all.as_object());
            let definitions = definitions.into_iter().flatten();
            let structs = definitions.map(|(name, definition)| (name.as_str(), definition));
            for (name, definition) in structs.chain([(root, &schema)]) {
                let properties = definition["properties"].as_object().into_iter().flatten();
                keys.extend(properties.map(|(key, _)| format!("{name}.{key}")));
            }
        }
        let words: BTreeSet<String> = WORDS.keys().map(|key| (*key).to_owned()).collect();
        assert_eq!(keys, words, "left: keys, right: src/schema/words.txt");
    }

    #[test]
    fn words_are_one_sentence_and_stand_there_once() {
        let lines: Vec<&str> = include_str!("words.txt").lines().collect();
        let entries = lines.iter().filter(|line| !line.is_empty() && !line.starts_with('#'));
        assert_eq!(entries.clone().count(), WORDS.len(), "a key stands there twice");
        for line in entries {
            let (_, words) = line.split_once(" = ").unwrap_or_default();
            assert!(!words.starts_with(char::is_lowercase) && words.ends_with('.'), "{line}");
        }
    }
}
