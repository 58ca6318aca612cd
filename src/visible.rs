//! Texts of others, safe to be shown on a terminal, in a log or in a list.

use std::borrow::Cow;
use std::ffi::OsStr;
use std::fmt::Write as _;
use std::path::Path;

/// Whether `ch` can change how the text around it is shown: control characters, separators of
/// lines, marks of direction (Unicode Technical Report 36), tags.
#[must_use]
pub fn is_unsafe(ch: char) -> bool {
    let is_mark = matches!(ch,
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
        | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}');
    ch.is_control() || is_mark
}

/// `text` with every unsafe character as an escape: `\n`, `\u{202e}`.
#[must_use]
pub fn visible(text: &str) -> Cow<'_, str> {
    if !text.chars().any(is_unsafe) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 8);
    for ch in text.chars() {
        if is_unsafe(ch) {
            shown.extend(ch.escape_default());
        } else {
            shown.push(ch);
        }
    }
    Cow::Owned(shown)
}

/// A path as a person can read it; bytes that are no UTF-8 are `\xFF`.
#[must_use]
pub fn path(path: &Path) -> String {
    visible(&text_of(path.as_os_str())).into_owned()
}

/// The text of a name; bytes that are no UTF-8 are `\xFF`, so that two names are two texts.
#[must_use]
pub fn text_of(name: &OsStr) -> Cow<'_, str> {
    if let Some(text) = name.to_str() {
        return Cow::Borrowed(text);
    }
    let mut text = String::new();
    for chunk in name.as_encoded_bytes().utf8_chunks() {
        text.push_str(chunk.valid());
        for byte in chunk.invalid() {
            // Writing to a text cannot fail.
            let _ = write!(text, "\\x{byte:02X}");
        }
    }
    Cow::Owned(text)
}

/// A JSON text that says the same without a character that is unsafe to show; line breaks between
/// its values stay.
#[must_use]
pub fn json(text: String) -> String {
    let is_to_go = |ch: char| ch != '\n' && is_unsafe(ch);
    if !text.chars().any(is_to_go) {
        return text;
    }
    let mut safe = String::with_capacity(text.len() + 16);
    for ch in text.chars() {
        if is_to_go(ch) {
            let mut units = [0; 2];
            for unit in ch.encode_utf16(&mut units) {
                let _ = write!(safe, "\\u{unit:04x}");
            }
        } else {
            safe.push(ch);
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_changes_the_text_around_it_is_an_escape() {
        assert_eq!(visible("Đề án «a».yaml\u{a0}\u{200d}"), "Đề án «a».yaml\u{a0}\u{200d}");
        assert_eq!(visible("a\n::error::\u{1b}[31m"), "a\\n::error::\\u{1b}[31m");
        assert_eq!(visible("\u{9b}31m\u{202e}cod\u{2069}"), "\\u{9b}31m\\u{202e}cod\\u{2069}");
    }

    #[test]
    fn json_says_the_same() {
        let said = serde_json::to_string("a\u{202e}\u{9b}\u{e0041}\n\u{7f}").expect("a text");
        let safe = json(said.clone());
        assert!(safe.is_ascii(), "{safe}");
        let read = |text: &str| serde_json::from_str::<String>(text).expect("JSON");
        assert_eq!(read(&safe), read(&said));
    }

    #[cfg(unix)]
    #[test]
    fn names_that_are_no_texts_are_different_texts() {
        use std::os::unix::ffi::OsStrExt as _;
        assert_eq!(path(Path::new(OsStr::from_bytes(b"data/a\xff.yaml"))), "data/a\\xFF.yaml");
        assert_ne!(text_of(OsStr::from_bytes(b"\xfe")), text_of(OsStr::from_bytes(b"\xff")));
    }
}
