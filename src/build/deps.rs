//! What was read, for make and for whoever reads its files.

use std::collections::BTreeSet;
use std::fmt::Write as _;

/// The rules of a depfile: each output with what it was made from, and for each input a rule
/// without a recipe, so that one that is gone stops nobody.
#[must_use]
pub fn depfile(rules: &[(String, BTreeSet<String>)]) -> String {
    let mut text = String::new();
    let mut all: BTreeSet<&str> = BTreeSet::new();
    for (target, inputs) in rules {
        text.push_str(&escaped(target));
        text.push(':');
        for input in inputs {
            let _ = write!(text, " \\\n  {}", escaped(input));
        }
        text.push('\n');
        all.extend(inputs.iter().map(String::as_str));
    }
    for input in all {
        let _ = write!(text, "\n{}:\n", escaped(input));
    }
    text
}

/// `path` as make reads it. A line break cannot be written in a makefile.
fn escaped(path: &str) -> String {
    let mut text = String::new();
    for (index, sign) in path.chars().enumerate() {
        match sign {
            '$' => text.push('$'),
            ' ' | '\t' | '#' | ':' | '%' | '*' | '?' | '[' | ']' | ';' | '|' => text.push('\\'),
            '~' if index == 0 => text.push('\\'),
            _ => {}
        }
        text.push(sign);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_that_mean_something_to_make_are_escaped() {
        assert_eq!(escaped("data/xã Đông #1/50%.yaml"), "data/xã\\ Đông\\ \\#1/50\\%.yaml");
        assert_eq!(escaped("a$b:c"), "a$$b\\:c");
    }

    #[test]
    fn every_input_has_a_rule_of_its_own() {
        let inputs = ["data/a.csv", "data/a.yaml"].map(str::to_owned).into();
        let text = depfile(&[("out/a.pdf".to_owned(), inputs)]);
        let expected =
            "out/a.pdf: \\\n  data/a.csv \\\n  data/a.yaml\n\ndata/a.csv:\n\ndata/a.yaml:\n";
        assert_eq!(text, expected);
    }
}
