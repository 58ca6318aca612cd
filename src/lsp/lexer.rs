//! The words of formulas and references, each with its place.

use std::ops::Range;

/// A part of a formula or a reference.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Token<'t> {
    /// The name of a table, a column or a function.
    Name(&'t str),
    /// What stands between quotes; one that is not closed reaches to the end.
    Text(&'t str),
    /// Anything else but spaces.
    Sign(char),
}

/// The parts of `text`. In a reference `-` belongs to names, in a formula it is an operator.
pub(super) fn tokens(text: &str, is_reference: bool) -> Vec<(Token<'_>, Range<usize>)> {
    let in_name = |sign: char| sign.is_alphanumeric() || sign == '_' || is_reference && sign == '-';
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(first) = text[at..].chars().next() {
        let rest = &text[at..];
        let (token, range) = if first == '"' {
            let inner = &rest[1..];
            let end = inner.find('"').unwrap_or(inner.len());
            (Some(Token::Text(&inner[..end])), at + 1..at + 1 + end)
        } else if first.is_alphanumeric() || first == '_' {
            let length = rest.find(|sign| !in_name(sign)).unwrap_or(rest.len());
            (Some(Token::Name(&rest[..length])), at..at + length)
        } else {
            let sign = (!first.is_whitespace()).then_some(Token::Sign(first));
            (sign, at..at + first.len_utf8())
        };
        // Behind a text stands its quote.
        let is_text = matches!(token, Some(Token::Text(_)));
        at = (range.end + usize::from(is_text)).min(text.len());
        tokens.extend(token.map(|token| (token, range)));
    }
    tokens
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str, is_reference: bool) -> Vec<String> {
        let tokens = tokens(text, is_reference).into_iter();
        tokens
            .map(|(token, range)| match token {
                Token::Name(_) => format!("name {}", &text[range]),
                Token::Text(_) => format!("text {}", &text[range]),
                Token::Sign(_) => format!("sign {}", &text[range]),
            })
            .collect()
    }

    #[test]
    fn a_dash_is_part_of_a_name_in_references_only() {
        assert_eq!(words("a-b", true), ["name a-b"]);
        assert_eq!(words("a-b", false), ["name a", "sign -", "name b"]);
    }

    #[test]
    fn places_are_those_of_the_words_without_quotes() {
        let text = "chi_tieu[\"Huyện A\"].tn_2024 | so(2)";
        assert_eq!(
            words(text, true),
            [
                "name chi_tieu",
                "sign [",
                "text Huyện A",
                "sign ]",
                "sign .",
                "name tn_2024",
                "sign |",
                "name so",
                "sign (",
                "name 2",
                "sign )",
            ]
        );
    }

    #[test]
    fn what_is_not_finished_has_parts_too() {
        assert_eq!(words("cite(\"nq", true), ["name cite", "sign (", "text nq"]);
        assert_eq!(words("“a”", true), ["sign “", "name a", "sign ”"]);
        assert_eq!(words("\"", true), ["text "]);
    }
}
