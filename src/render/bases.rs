//! Căn cứ: the bases of a document, as lines or within a sentence.

use super::spacing::running;
use crate::model::legal_basis::LegalBasis;

/// What a basis may begin with; any other is printed behind `Căn cứ`.
const OPENINGS: [&str; 7] =
    ["Căn cứ", "Theo", "Xét", "Thực hiện", "Trên cơ sở", "Thi hành", "Triển khai"];

/// One line for each: all end in `;`, the last one in `.` (R43), unless the author put a mark.
pub(super) fn lines(bases: &[LegalBasis]) -> Vec<String> {
    let last = bases.len().saturating_sub(1);
    let line = |(index, basis): (usize, &LegalBasis)| {
        let words = ended(&basis.text.value, if index == last { "." } else { ";" });
        let opening =
            if OPENINGS.iter().any(|known| words.starts_with(known)) { "" } else { "Căn cứ " };
        running(&format!("{opening}{words}"))
    };
    bases.iter().enumerate().map(line).collect()
}

/// One after the other within a sentence (R46).
pub(super) fn prose(bases: &[LegalBasis]) -> String {
    bases.iter().map(|basis| basis.text.value.as_str()).collect::<Vec<_>>().join("; ")
}

/// The words with `mark` behind them, unless the author put one there.
pub(super) fn ended(words: &str, mark: &str) -> String {
    if words.ends_with([';', '.']) { words.to_owned() } else { format!("{words}{mark}") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::text::Text;
    use crate::source::Sources;
    use crate::span::Span;

    #[test]
    fn each_basis_is_a_line_and_the_last_one_ends_the_sentence() {
        let source = Sources::default().add("a.yaml", "");
        let basis = |value: &str| LegalBasis {
            text: Text { value: value.to_owned(), span: Span::new(source, 0..0) },
            document: None,
        };
        let bases = [
            "Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;",
            "Theo đề nghị của Chánh Văn phòng",
        ];
        assert_eq!(
            lines(&bases.map(basis)),
            [
                "Căn cứ Luật Tổ chức chính quyền địa phương ngày\u{a0}16 tháng\u{a0}6 năm\u{a0}2025;",
                "Theo đề nghị của Chánh Văn phòng."
            ]
        );
        assert!(lines(&[]).is_empty());
    }
}
