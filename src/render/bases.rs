//! Căn cứ: the bases of a document, as lines or within a sentence.

use crate::model::text::Text;

/// What a basis may begin with; any other is printed behind `Căn cứ`.
const OPENINGS: [&str; 7] =
    ["Căn cứ", "Theo", "Xét", "Thực hiện", "Trên cơ sở", "Thi hành", "Triển khai"];

/// One line for each: all end in `;`, the last one in `.` (R43), unless the author put a mark.
pub(super) fn lines(bases: &[Text]) -> Vec<String> {
    let last = bases.len().saturating_sub(1);
    let line = |(index, base): (usize, &Text)| {
        let words = ended(&base.value, if index == last { "." } else { ";" });
        let opening =
            if OPENINGS.iter().any(|known| words.starts_with(known)) { "" } else { "Căn cứ " };
        format!("{opening}{words}")
    };
    bases.iter().enumerate().map(line).collect()
}

/// One after the other within a sentence (R46).
pub(super) fn prose(bases: &[Text]) -> String {
    bases.iter().map(|base| base.value.as_str()).collect::<Vec<_>>().join("; ")
}

/// The words with `mark` behind them, unless the author put one there.
pub(super) fn ended(words: &str, mark: &str) -> String {
    if words.ends_with([';', '.']) { words.to_owned() } else { format!("{words}{mark}") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{Sources, Span};

    #[test]
    fn each_basis_is_a_line_and_the_last_one_ends_the_sentence() {
        let source = Sources::default().add("a.yaml", "");
        let text = |value: &str| Text { value: value.to_owned(), span: Span::new(source, 0..0) };
        let bases = [
            "Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;",
            "Theo đề nghị của Chánh Văn phòng",
        ];
        assert_eq!(
            lines(&bases.map(text)),
            [
                "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;",
                "Theo đề nghị của Chánh Văn phòng."
            ]
        );
        assert!(lines(&[]).is_empty());
    }
}
