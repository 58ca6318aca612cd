//! The only two forms in which text reaches Typst.

use std::fmt::Write as _;
use std::io::{self, Write};

/// In markup: `#"…";`. The `;` keeps what follows from being read as a call.
pub(super) fn markup(text: &str, out: &mut dyn Write) -> io::Result<()> {
    write!(out, "#{};", literal(text))
}

/// In code: `"…"`.
pub(crate) fn literal(text: &str) -> String {
    let mut literal = String::with_capacity(text.len() + 2);
    literal.push('"');
    for sign in text.chars() {
        match sign {
            '"' => literal.push_str("\\\""),
            '\\' => literal.push_str("\\\\"),
            '\n' => literal.push_str("\\n"),
            sign if sign.is_control() => {
                let _ = write!(literal, "\\u{{{:x}}}", u32::from(sign));
            }
            sign => literal.push(sign),
        }
    }
    literal.push('"');
    literal
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn quotes_and_backslashes_do_not_end_a_literal() {
        assert_eq!(literal(r#"a"b\c"#), r#""a\"b\\c""#);
        assert_eq!(literal("\0\n"), r#""\u{0}\n""#);
    }

    proptest! {
        #[test]
        fn a_literal_holds_one_string_and_nothing_else(text in any::<String>()) {
            let literal = literal(&text);
            let inner = &literal[1..literal.len() - 1];
            let mut signs = inner.chars();
            while let Some(sign) = signs.next() {
                prop_assert!(sign != '"' && !sign.is_control());
                if sign == '\\' {
                    prop_assert!(signs.next().is_some());
                }
            }
        }
    }
}
