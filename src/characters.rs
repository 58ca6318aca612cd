//! How texts are read, whatever program they were typed in or pasted from.
//!
//! Values, bodies and cells are normalized once, when they are loaded. So rules, names, references
//! and tables compare what a reader sees:
//!
//! - letters are composed (Unicode NFC);
//! - no-break, thin and ideographic spaces are spaces, no-break hyphens are hyphens;
//! - soft hyphens and signs without width are dropped;
//! - `Ð`, `Ɖ` and `ð`, which look like the Vietnamese `Đ` and `đ`, are read as these.

use std::borrow::Cow;
use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// `text` as it is read.
#[must_use]
pub(crate) fn normalized(text: &str) -> Cow<'_, str> {
    if text.chars().all(is_plain) {
        return Cow::Borrowed(text);
    }
    let mut whole = String::with_capacity(text.len());
    each_cluster(text, |_, read| whole.push_str(read));
    Cow::Owned(whole)
}

/// For each byte of the normalized `text`, and for its end, the byte of `text` it stands at.
#[must_use]
pub(crate) fn origins(text: &str) -> Vec<usize> {
    let mut origins = Vec::with_capacity(text.len() + 1);
    each_cluster(text, |range, read| {
        origins.extend(std::iter::repeat_n(range.start, read.len()));
    });
    origins.push(text.len());
    origins
}

/// The letter that `sign` looks like and is read as, if it is one of those.
#[must_use]
pub(crate) fn look_alike(sign: char) -> Option<char> {
    match sign {
        '\u{d0}' | '\u{189}' => Some('Đ'),
        '\u{f0}' => Some('đ'),
        _ => None,
    }
}

/// Whether a text of such characters alone is read as it is written.
fn is_plain(sign: char) -> bool {
    matches!(sign,
        '\0'..='~' | '\u{c0}'..='\u{cf}' | '\u{d1}'..='\u{ef}' | '\u{f1}'..='\u{188}'
        | '\u{18a}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' | '–' | '—' | '‘' | '’' | '“' | '”'
        | '…' | '•')
}

/// What a character is read as; nothing where it is dropped.
fn read(sign: char) -> Option<char> {
    match sign {
        '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' => None,
        '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' => {
            Some(' ')
        }
        '\u{2010}' | '\u{2011}' => Some('-'),
        sign => Some(look_alike(sign).unwrap_or(sign)),
    }
}

/// Hands over each letter with its marks: its bytes in `text`, and what it is read as.
fn each_cluster(text: &str, mut each: impl FnMut(Range<usize>, &str)) {
    let mut letters = text.char_indices().peekable();
    let (mut cluster, mut composed) = (String::new(), String::new());
    while let Some((start, sign)) = letters.next() {
        let Some(first) = read(sign) else { continue };
        let mut end = start + sign.len_utf8();
        cluster.clear();
        cluster.push(first);
        while let Some((at, mark)) = letters.next_if(|(_, mark)| is_combining_mark(*mark)) {
            cluster.push(mark);
            end = at + mark.len_utf8();
        }
        composed.clear();
        composed.extend(cluster.nfc());
        each(start..end, &composed);
    }
}

/// [`char::is_alphabetic`], without a search for letters of Vietnamese texts.
pub(crate) fn is_alphabetic(sign: char) -> bool {
    match sign {
        '\0'..='\u{7f}' => sign.is_ascii_alphabetic(),
        '\u{c0}'..='\u{24f}' => !matches!(sign, '\u{d7}' | '\u{f7}'),
        '\u{1e00}'..='\u{1eff}' => true,
        _ => sign.is_alphabetic(),
    }
}

/// [`char::is_alphanumeric`], likewise.
pub(crate) fn is_alphanumeric(sign: char) -> bool {
    is_alphabetic(sign) || sign.is_ascii_digit() || !sign.is_ascii() && sign.is_numeric()
}

/// `text` with its first letter a capital.
pub(crate) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use unicode_normalization::is_nfc;

    use super::*;

    #[test]
    fn letters_are_those_of_the_standard_library() {
        for sign in '\0'..=char::MAX {
            assert_eq!(is_alphabetic(sign), sign.is_alphabetic(), "{sign:?}");
            assert_eq!(is_alphanumeric(sign), sign.is_alphanumeric(), "{sign:?}");
        }
    }

    #[test]
    fn what_looks_alike_is_read_alike() {
        for (written, text) in [
            ("ngày\u{a0}20\u{2009}tháng\u{3000}3", "ngày 20 tháng 3"),
            ("ra\u{300} soa\u{301}t hộ nghe\u{300}o", "rà soát hộ nghèo"),
            ("e\u{302}\u{323}, e\u{323}\u{302}, ê\u{323}", "ệ, ệ, ệ"),
            ("Ủy\u{200b}\u{ad} ban", "Ủy ban"),
            ("12/QÐ\u{2011}UBND, ðịnh", "12/QĐ-UBND, định"),
            ("“Hộ nghèo” – 1.250 hộ…", "“Hộ nghèo” – 1.250 hộ…"),
        ] {
            assert_eq!(normalized(written), text, "{written:?}");
        }
    }

    fn signs() -> impl Strategy<Value = String> {
        let signs = vec![
            "a", "ê", "Ð", "ơ", "\u{300}", "\u{323}", "\u{302}", "\u{a0}", "\u{200b}", " ", "\n",
            "\u{ad}", "\u{2011}", "đ", "“", "漢",
        ];
        prop::collection::vec(prop::sample::select(signs), 0..24).prop_map(|it| it.concat())
    }

    proptest! {
        #[test]
        fn normalized_text_is_composed_stays_as_it_is_and_knows_where_it_comes_from(
            text in signs(),
        ) {
            let read = normalized(&text);
            // Marks behind a dropped sign belong to no letter, and stay as they are.
            let has_dropped = text.contains(['\u{ad}', '\u{200b}']);
            prop_assert!(is_nfc(&read) || has_dropped);
            let origins = origins(&text);
            prop_assert_eq!(origins.len(), read.len() + 1);
            prop_assert!(origins.windows(2).all(|pair| pair[0] <= pair[1]));
            prop_assert!(origins.iter().all(|at| text.is_char_boundary(*at)));
            for (at, sign) in read.char_indices().filter(|(_, sign)| *sign == 'a') {
                prop_assert!(text[origins[at]..].starts_with(sign));
            }
        }
    }
}
