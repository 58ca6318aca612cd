//! Files in another encoding than UTF-8: which one it is, and their text.

use encoding_rs::{UTF_16BE, UTF_16LE, WINDOWS_1258};
use unicode_normalization::UnicodeNormalization as _;

use crate::check::legacy;
use crate::model::syllable::is_syllable;

/// A file that was decoded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Decoded {
    /// How users know the encoding.
    pub(crate) encoding: &'static str,
    /// The text, in composed letters, with the line ends of the file.
    pub(crate) text: String,
}

/// Fewer words with Vietnamese letters prove nothing.
const FEWEST_WORDS: usize = 2;

/// The text of `bytes`, which are not UTF-8. `None` where no encoding gives Vietnamese.
pub(crate) fn decoded(bytes: &[u8]) -> Option<Decoded> {
    for (encoding, mark) in [(UTF_16LE, [0xff, 0xfe]), (UTF_16BE, [0xfe, 0xff])] {
        if let Some(rest) = bytes.strip_prefix(&mark) {
            let text = encoding.decode_without_bom_handling_and_without_replacement(rest)?;
            return Some(Decoded { encoding: "UTF-16", text: text.into_owned() });
        }
    }
    let latin: String = bytes.iter().copied().map(char::from).collect();
    let windows = WINDOWS_1258.decode_without_bom_handling_and_without_replacement(bytes);
    let candidates = [
        windows.map(|text| Decoded { encoding: "Windows-1258", text: text.nfc().collect() }),
        Some(legacy::Encoding::Tcvn3).map(|it| of_font(it, &latin)),
        Some(legacy::Encoding::Vni).map(|it| of_font(it, &latin)),
    ];
    candidates.into_iter().flatten().find(|decoded| is_vietnamese(&decoded.text))
}

/// Encodings of fonts are laid over Latin-1, or over what Windows shows of it.
fn of_font(encoding: legacy::Encoding, latin: &str) -> Decoded {
    Decoded { encoding: encoding.name(), text: encoding.decoded(latin) }
}

/// Whether nine of ten words beyond ASCII are syllables.
fn is_vietnamese(text: &str) -> bool {
    let words = text.split(|sign: char| !sign.is_alphanumeric());
    let words: Vec<&str> = words.filter(|word| !word.is_ascii()).collect();
    let count = words.iter().filter(|word| is_syllable(word)).count();
    let has_controls = text.chars().any(|sign| sign.is_control() && !"\r\n\t".contains(sign));
    words.len() >= FEWEST_WORDS && count * 10 >= words.len() * 9 && !has_controls
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "subject: rà soát hộ nghèo\r\nbody: Đề nghị các xã thực hiện./.\r\n";

    #[test]
    fn the_encodings_of_windows_are_known() {
        let utf_16: Vec<u8> = TEXT.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let utf_16 = [&[0xff, 0xfe], &utf_16[..]].concat();
        let be: Vec<u8> = TEXT.encode_utf16().flat_map(u16::to_be_bytes).collect();
        let be = [&[0xfe, 0xff], &be[..]].concat();
        let bytes = b"subject: r\xe0 so\xe1t h\xf4\xf2 ngh\xe8o\r\nbody: \xd0\xea\xcc ngh\xf2 c\xe1c xa\xde th\xfd\xf2c hi\xea\xf2n./.\r\n";
        let windows = decoded(bytes).map(|it| it.encoding);
        assert_eq!(decoded(&utf_16).map(|it| it.text).as_deref(), Some(TEXT));
        assert_eq!(decoded(&be).map(|it| it.text).as_deref(), Some(TEXT));
        assert_eq!(windows, Some("Windows-1258"));
    }

    #[test]
    fn what_is_no_vietnamese_is_not_decoded() {
        assert_eq!(decoded(b"kind: \xff"), None);
        assert_eq!(decoded(b"caf\xe9 Z\xfcrich Sm\xf8rrebr\xf8d na\xefve"), None);
        assert_eq!(decoded(&[0x50, 0x4b, 0x03, 0x04, 0xf1, 0x80, 0x00, 0x9f]), None);
    }
}
