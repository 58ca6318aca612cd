//! Căn cứ: the bases of a document, as lines or within a sentence.

use super::phrases;
use super::run::{Line, Run};
use crate::model::legal_basis::LegalBasis;

/// One line for each: all end in `;`, the last one in `.` (R43), unless the author put a mark.
pub(super) fn lines(bases: &[LegalBasis]) -> Vec<Line> {
    let last = bases.len().saturating_sub(1);
    let line = |(index, basis): (usize, &LegalBasis)| {
        let opening = phrases::basis_opening(&basis.text.value);
        let runs = opening.into_iter().chain([Run::typed(&basis.text)]).collect();
        phrases::ended(Line { runs }, 43, if index == last { "." } else { ";" })
    };
    bases.iter().enumerate().map(line).collect()
}

/// One after the other within a sentence (R46).
pub(super) fn prose(bases: &[LegalBasis]) -> String {
    bases.iter().map(|basis| basis.text.value.as_str()).collect::<Vec<_>>().join("; ")
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
            text: Text::new(value, Span::new(source, 0..0)),
            document: None,
        };
        let bases = [
            "Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;",
            "Theo đề nghị của Chánh Văn phòng",
        ];
        let lines = lines(&bases.map(basis));
        assert_eq!(
            lines.iter().map(Line::printed).collect::<Vec<_>>(),
            [
                "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;",
                "Theo đề nghị của Chánh Văn phòng."
            ]
        );
        assert!(super::lines(&[]).is_empty());
    }
}
