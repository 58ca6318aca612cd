//! How a text has to be written as a value of YAML.

use std::fmt::Write as _;

/// Words that YAML takes for something else than text.
const NOT_TEXT: [&str; 8] = ["~", "null", "Null", "NULL", "true", "false", "True", "False"];

/// `value` as it can stand for a text anywhere in YAML, also within brackets: plain where that is
/// possible, else in quotes.
#[must_use]
pub(crate) fn written(value: &str) -> String {
    if is_plain(value) { value.to_owned() } else { quoted(value) }
}

/// `value` in quotes.
#[must_use]
pub(crate) fn quoted(value: &str) -> String {
    if !value.contains(['"', '\\']) && !value.contains(char::is_control) {
        return format!("\"{value}\"");
    }
    if !value.contains(char::is_control) {
        return format!("'{}'", value.replace('\'', "''"));
    }
    let mut text = String::from("\"");
    for sign in value.chars() {
        match sign {
            '"' | '\\' => text.extend(['\\', sign]),
            '\n' => text.push_str("\\n"),
            '\t' => text.push_str("\\t"),
            sign if sign.is_control() => {
                let _ = write!(text, "\\u{:04x}", u32::from(sign));
            }
            sign => text.push(sign),
        }
    }
    text.push('"');
    text
}

fn is_plain(value: &str) -> bool {
    let begins_well =
        value.starts_with(|sign: char| sign.is_alphanumeric() || "(“‘…/+.<=;$^_–".contains(sign));
    begins_well
        && !NOT_TEXT.contains(&value)
        && !value.ends_with([' ', ':'])
        && !value.contains(char::is_control)
        && !value.contains([',', '[', ']', '{', '}'])
        && !value.contains(": ")
        && !value.contains(" #")
        && !["---", "..."].iter().any(|sign| value.starts_with(sign))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_written_value_is_read_as_it_was() {
        for value in [
            "Tổ dân phố",
            "Tổ dân phố #1",
            "a: b",
            "\"Tuần lễ xanh\" lần thứ hai",
            "130.175,67 / 3,75",
            "it's",
            "~",
            "true",
            "-",
            "- a",
            "",
            " a ",
            "a\tb\n\"c\\",
            "[x]",
            "{{ t.total.n }}",
            "x:",
            "# x",
            "12,5",
            "12.5",
            "C:\\x",
            "a'b\"c",
            "…",
            "100%",
            "%",
            "@",
            "*",
        ] {
            for text in [
                format!("k: {}\n", written(value)),
                format!("k: [{}]\n", written(value)),
                format!("k: {{a: {}}}\n", written(value)),
                format!("k: {}\n", quoted(value)),
            ] {
                let read: serde_json::Value =
                    serde_saphyr::from_str(&text).unwrap_or_else(|error| panic!("{text}: {error}"));
                let found = &read["k"];
                let found = found.get(0).or_else(|| found.get("a")).unwrap_or(found);
                let is_number = found.is_number() && format!("{found}") == value;
                assert!(found.as_str() == Some(value) || is_number, "{text} gives {found}");
            }
        }
    }
}
