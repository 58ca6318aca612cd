//! What was read, for make and for whoever reads its files.

use std::collections::BTreeSet;
use std::fmt::Write as _;

/// The rules of a depfile: each output with what it was made from, and for each input a rule
/// without a recipe, so that one that is gone stops nobody.
#[must_use]
pub(crate) fn depfile(rules: &[(String, BTreeSet<String>)]) -> String {
    let mut text = String::new();
    let mut all: BTreeSet<&str> = BTreeSet::new();
    for (target, inputs) in rules {
        text.push_str(&escaped(target, true));
        text.push(':');
        for input in inputs {
            let _ = write!(text, " \\\n  {}", escaped(input, false));
        }
        text.push('\n');
        all.extend(inputs.iter().map(String::as_str));
    }
    for input in all {
        let _ = write!(text, "\n{}:\n", escaped(input, true));
    }
    let mut definitions = String::new();
    for (sign, name) in BY_NAME.iter().filter(|(sign, _)| text.contains(by_name(*sign))) {
        let _ = writeln!(definitions, "{name} := {sign}");
    }
    definitions + &text
}

/// Signs that cannot be escaped, and the variables that hold them.
const BY_NAME: [(char, &str); 2] = [('=', "equals"), (';', "semicolon")];

/// How such a sign is written.
fn by_name(sign: char) -> &'static str {
    if sign == '=' { "$(equals)" } else { "\\$(semicolon)" }
}

/// `path` as make reads it: in front of the colon, or behind it. Two kinds of names it cannot
/// read in any writing: with a line break, and with a `%` beside one of `*?[`.
fn escaped(path: &str, is_target: bool) -> String {
    let mut text = String::new();
    let mut backslashes = 0;
    for (index, sign) in path.chars().enumerate() {
        let is_special = match sign {
            ' ' | '\t' | '#' | ':' | '*' | '?' | '[' | ']' => true,
            '%' => is_target,
            '|' => !is_target,
            '~' => index == 0,
            _ => false,
        };
        if is_special {
            // Those in front of it would be taken for its escape.
            text.extend(std::iter::repeat_n('\\', backslashes + 1));
        }
        backslashes = if sign == '\\' { backslashes + 1 } else { 0 };
        match sign {
            '$' => text.push_str("$$"),
            '=' | ';' => text.push_str(by_name(sign)),
            sign => text.push(sign),
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_that_mean_something_to_make_are_escaped() {
        let path = "data/xã Đông #1/50%.yaml";
        assert_eq!(escaped(path, true), "data/xã\\ Đông\\ \\#1/50\\%.yaml");
        assert_eq!(escaped(path, false), "data/xã\\ Đông\\ \\#1/50%.yaml");
        assert_eq!(escaped("a$b:c\\ d", true), "a$$b\\:c\\\\\\ d");
    }

    #[test]
    fn signs_that_cannot_be_escaped_go_by_name() {
        let text = depfile(&[("a=b".to_owned(), BTreeSet::new())]);
        assert_eq!(text, "equals := =\na$(equals)b:\n");
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
