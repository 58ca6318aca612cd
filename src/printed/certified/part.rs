//! The name of a part of a document: `Điều 2`, `khoản 1 Điều 3`, `Phụ lục I`, `Điều 4 Quy chế`.

use crate::model::kind::KINDS;

/// A part by the labels that lead to it, from the largest part to the smallest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct PartPath {
    /// An appendix, or a document that comes into force with a decision; none is the main text.
    pub(super) within: Option<String>,
    /// Each in small letters, without its marks.
    pub(super) labels: Vec<String>,
}

/// Words that are a part of the label, with the place of the part from the largest on.
const NAMED: [(&str, usize); 5] =
    [("phần", 0), ("chương", 1), ("mục", 2), ("tiểu mục", 3), ("điều", 4)];

/// Words that a label does not have.
const UNNAMED: [(&str, usize); 2] = [("khoản", 6), ("điểm", 7)];

/// The place of a label without a word: `II` is a mục, `1` a khoản, `a` a điểm.
fn place(label: &str) -> usize {
    match label.chars().next() {
        Some('0'..='9') => 6,
        Some('i' | 'v' | 'x') => 5,
        _ => 7,
    }
}

impl PartPath {
    /// Reads a name, with its parts in either order.
    pub(super) fn parse(text: &str) -> Self {
        let text = label(text);
        let mut rest = text.as_str();
        let mut within = None;
        let mut labels: Vec<(usize, String)> = Vec::new();
        while let Some(word) = rest.split_whitespace().next() {
            rest = rest.trim_start();
            let kinds = KINDS.iter().map(|kind| kind.name.to_lowercase());
            let kind = kinds.filter(|name| starts_with(rest, name)).max_by_key(String::len);
            if starts_with(rest, "phụ lục") {
                let (_, after) = rest.split_at("phụ lục".len());
                let number = after.split_whitespace().next().unwrap_or_default();
                within = Some(format!("phụ lục {number}").trim().to_owned());
                rest = after.trim_start().strip_prefix(number).unwrap_or_default();
            } else if let Some(kind) = kind {
                rest = &rest[kind.len()..];
                within = Some(kind);
            } else if let Some((named, place)) =
                NAMED.iter().rev().find(|(named, _)| starts_with(rest, named))
            {
                let after = rest[named.len()..].trim_start();
                let number = after.split_whitespace().next().unwrap_or_default();
                labels.push((*place, label(&format!("{named} {number}"))));
                rest = &after[number.len()..];
            } else if let Some((unnamed, place)) =
                UNNAMED.iter().find(|(unnamed, _)| *unnamed == word)
            {
                let after = rest[unnamed.len()..].trim_start();
                let number = after.split_whitespace().next().unwrap_or_default();
                labels.push((*place, label(number)));
                rest = &after[number.len()..];
            } else {
                let bare = label(word);
                labels.push((place(&bare), bare));
                rest = &rest[word.len()..];
            }
        }
        labels.sort_by_key(|(place, _)| *place);
        Self { within, labels: labels.into_iter().map(|(_, label)| label).collect() }
    }

    /// Whether the labels around a block, from the largest part on, lead to this part.
    pub(super) fn leads_to(&self, labels: &[String]) -> bool {
        let mut rest = labels.iter();
        !self.labels.is_empty()
            && self.labels.iter().all(|wanted| rest.any(|label| is_called(label, wanted)))
    }
}

/// `I.` is called `I` or `Mục I`.
fn is_called(label: &str, wanted: &str) -> bool {
    label == wanted || wanted.strip_prefix("mục ").is_some_and(|number| number == label)
}

fn starts_with(text: &str, words: &str) -> bool {
    text.strip_prefix(words).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
}

/// What a part is called: `Điều 2.` is `điều 2`, `a)` is `a`.
pub(super) fn label(text: &str) -> String {
    let text = text.trim().trim_end_matches(['.', ':', ')', ',', ';']);
    text.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_named_in_either_order() {
        for (text, within, labels) in [
            ("Điều 2", None, vec!["điều 2"]),
            ("khoản 1 Điều 3", None, vec!["điều 3", "1"]),
            ("Điều 3, khoản 1, điểm a", None, vec!["điều 3", "1", "a"]),
            ("điểm a) khoản 1. Điều 3", None, vec!["điều 3", "1", "a"]),
            ("Mục II", None, vec!["mục ii"]),
            ("II", None, vec!["ii"]),
            ("1 Mục II", None, vec!["mục ii", "1"]),
            ("Tiểu mục 2 Mục 1 Chương I", None, vec!["chương i", "mục 1", "tiểu mục 2"]),
            ("Phụ lục", Some("phụ lục"), vec![]),
            ("Phụ lục II", Some("phụ lục ii"), vec![]),
            ("Điều 4 Quy chế", Some("quy chế"), vec!["điều 4"]),
        ] {
            let found = PartPath::parse(text);
            assert_eq!(found.within.as_deref(), within, "{text}");
            assert_eq!(found.labels, labels, "{text}");
        }
    }
}
