//! Vietnamese words that officers write for keys.

use crate::nearest::folded;

/// Words, without tones and joined by `-`, and the path of the key that is meant.
const WORDS: &[(&str, &str)] = &[
    ("loai", "kind"),
    ("loai-van-ban", "kind"),
    ("ten-loai", "kind"),
    ("trang-thai", "status"),
    ("tinh-trang", "status"),
    ("co-quan", "issuer"),
    ("co-quan-ban-hanh", "issuer.name"),
    ("ten-co-quan", "issuer.name"),
    ("don-vi-ban-hanh", "issuer.name"),
    ("co-quan-chu-quan", "issuer.parent"),
    ("chu-quan", "issuer.parent"),
    ("tham-quyen", "issuer.authority"),
    ("tham-quyen-ban-hanh", "issuer.authority"),
    ("dia-chi", "issuer.contact.address"),
    ("dien-thoai", "issuer.contact.phone"),
    ("so", "number"),
    ("so-van-ban", "number"),
    ("so-hieu", "number"),
    ("ky-hieu", "symbol"),
    ("so-ky-hieu", "symbol"),
    ("so,-ky-hieu", "symbol"),
    ("dia-danh", "place"),
    ("noi-ban-hanh", "place"),
    ("noi", "place"),
    ("ngay", "date"),
    ("ngay-thang", "date"),
    ("ngay-ban-hanh", "date"),
    ("ngay-ky", "date"),
    ("thoi-gian", "date"),
    ("trich-yeu", "subject"),
    ("ve-viec", "subject"),
    ("v/v", "subject"),
    ("tieu-de", "subject"),
    ("bo-quy-tac", "rules"),
    ("do-khan", "urgency"),
    ("muc-do-khan", "urgency"),
    ("pham-vi-luu-hanh", "circulation"),
    ("kinh-gui", "recipients.to"),
    ("noi-nhan", "recipients.cc"),
    ("luu", "recipients.file"),
    ("luu-tru", "recipients.file"),
    ("don-vi-soan-thao", "recipients.file.unit"),
    ("don-vi-soan", "recipients.file.unit"),
    ("nguoi-soan", "recipients.file.drafter"),
    ("nguoi-soan-thao", "recipients.file.drafter"),
    ("so-ban", "recipients.file.copies"),
    ("so-luong-ban", "recipients.file.copies"),
    ("can-cu", "legal_bases"),
    ("can-cu-phap-ly", "legal_bases"),
    ("bang", "targets"),
    ("bang-so-lieu", "targets"),
    ("chi-tieu", "targets"),
    ("phu-luc", "targets"),
    ("noi-dung", "body"),
    ("than-van-ban", "body"),
    ("nguoi-ky", "signatory"),
    ("chu-ky", "signatory"),
    ("chuc-vu", "signatory.title"),
    ("chuc-danh", "signatory.title"),
    ("ho-ten", "signatory.name"),
    ("ho-va-ten", "signatory.name"),
    ("quyen-han", "signatory.authority"),
    ("kem-theo", "enacts"),
    ("ban-hanh-kem-theo", "enacts"),
    ("chap-nhan", "accept"),
    ("ten", "name"),
    ("ten-bang", "title"),
    ("cot", "columns"),
    ("dong", "rows"),
    ("hang", "rows"),
    ("so-lieu", "rows"),
    ("tong", "total"),
    ("tong-cong", "total"),
    ("cong", "total"),
    ("so-khai", "declared"),
    ("don-vi-tinh", "unit"),
    ("don-vi", "unit"),
    ("dau-cot", "header"),
    ("ten-cot", "header"),
    ("cong-thuc", "formula"),
    ("kieu", "type"),
    ("nhan", "label"),
    ("quy-tac", "rule"),
    ("ly-do", "why"),
    ("cho", "at"),
];

/// The path of the key that `word` names in Vietnamese: `recipients.cc` for `nơi nhận`.
pub(super) fn path_of(word: &str) -> Option<&'static str> {
    let word = folded(word.trim().trim_end_matches(':'));
    WORDS.iter().find(|(known, _)| *known == word).map(|(_, path)| *path)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn words_of_officers_are_understood_however_they_are_written() {
        for (word, path) in [
            ("số", "number"),
            ("Địa danh", "place"),
            ("nơi_nhận", "recipients.cc"),
            ("Kính gửi", "recipients.to"),
            ("TRÍCH YẾU", "subject"),
            ("căn-cứ", "legal_bases"),
        ] {
            assert_eq!(path_of(word), Some(path), "{word}");
        }
        assert_eq!(path_of("nummer"), None);
    }

    #[test]
    fn every_word_is_folded_and_stands_there_once() {
        let words: BTreeSet<&str> = WORDS.iter().map(|(word, _)| *word).collect();
        assert_eq!(words.len(), WORDS.len());
        assert!(words.iter().all(|word| folded(word) == **word));
    }
}
