//! Marks that lead from a cell to a note below its table: `*`, `(*)`, `(1)`, `(a)`.

/// The mark that `text` ends with, and what stands before it; nothing without a mark, or where
/// nothing stands before it.
#[must_use]
pub(crate) fn at_end(text: &str) -> Option<(&str, &str)> {
    let text = text.trim_end();
    let stars = text.trim_end_matches('*');
    let start = if text.ends_with('*') {
        stars.len()
    } else {
        text.rfind('(').filter(|_| text.ends_with(')'))?
    };
    let (before, mark) = (text[..start].trim_end(), &text[start..]);
    (is_mark(mark) && !before.is_empty()).then_some((before, mark))
}

/// The mark that a note begins with.
#[must_use]
pub(crate) fn at_start(note: &str) -> Option<&str> {
    let note = note.trim_start();
    let end = if note.starts_with('*') {
        note.len() - note.trim_start_matches('*').len()
    } else {
        note.find(')').filter(|_| note.starts_with('('))? + 1
    };
    Some(&note[..end]).filter(|mark| is_mark(mark))
}

/// One to three stars; or in parentheses these, a number below 100, or a small letter.
fn is_mark(mark: &str) -> bool {
    let is_stars =
        |text: &str| (1..=3).contains(&text.len()) && text.bytes().all(|byte| byte == b'*');
    let inner = mark.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
    inner.map_or_else(
        || is_stars(mark),
        |inner| {
            let is_number =
                (1..=2).contains(&inner.len()) && inner.bytes().all(|byte| byte.is_ascii_digit());
            let is_letter = matches!(inner.as_bytes(), [byte] if byte.is_ascii_lowercase());
            is_stars(inner) || is_number || is_letter
        },
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_stands_behind_something() {
        for (text, expected) in [
            ("1250 (1)", Some(("1250", "(1)"))),
            ("1.250(12)", Some(("1.250", "(12)"))),
            ("12,5 *", Some(("12,5", "*"))),
            ("12**", Some(("12", "**"))),
            ("-3 (a)", Some(("-3", "(a)"))),
            ("Thôn Đoài (*)", Some(("Thôn Đoài", "(*)"))),
            ("(1)", None),
            ("*", None),
            ("12 (123)", None),
            ("12 (%)", None),
            ("12 (ab)", None),
            ("12 ()", None),
            ("12****", None),
            ("12", None),
            ("", None),
        ] {
            assert_eq!(at_end(text), expected, "{text}");
        }
    }

    #[test]
    fn a_note_begins_with_its_mark() {
        for (note, expected) in [
            ("(1) Số ước.", Some("(1)")),
            ("* Số ước.", Some("*")),
            ("(*) Số ước.", Some("(*)")),
            ("(a): số ước", Some("(a)")),
            ("Ghi chú: số ước", None),
            ("(Số ước)", None),
            ("- Số ước", None),
        ] {
            assert_eq!(at_start(note), expected, "{note}");
        }
    }
}
