//! Generated letters, and what they share.

use std::fmt::Write as _;

/// What letters have in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Text {
    /// Nothing: no paragraph stands in two of them.
    Own,
    /// The paragraphs; subject and figures differ, as in a letter to every commune.
    Shared,
}

impl Text {
    /// For people.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Own => "every paragraph its own",
            Self::Shared => "letters of one text",
        }
    }
}

/// The legal documents a province cites.
const DOCUMENTS: usize = 200;

/// The communes there are, and as many units that are no more.
const UNITS: usize = 3_321;

/// What all letters share.
pub(crate) fn catalog() -> String {
    let mut text = "legal_documents:\n".to_owned();
    for number in 1..=DOCUMENTS {
        let _ = writeln!(
            text,
            "  kh-{number}: {{type: Kế hoạch, number: {number:02}/KH-UBND, date: 2024-02-05, issuer: \
             Ủy ban nhân dân tỉnh, subject: về phát triển người tham gia bảo hiểm đợt {number}, from: 2024-02-05}}"
        );
    }
    text.push_str("units:\n");
    for number in 1..=UNITS {
        let _ = writeln!(text, "  xa-{number}: {{name: xã số {number}, from: 2025-07-01}}");
        let _ = writeln!(
            text,
            "  thi-tran-{number}: {{name: thị trấn số {number}, until: 2025-06-30, successor: \
             xa-{number}}}"
        );
    }
    text
}

/// A letter of three pages: the words, if they are its own, and the figures differ from one to
/// the next.
pub(crate) fn directive(number: usize, rows: usize, text: Text) -> String {
    let mark = if text == Text::Own { format!("văn bản {number}, ") } else { String::new() };
    let figure = |row: usize, seed: usize| 100 + (number * 7 + row * seed) % 900;
    let mut lines = String::new();
    for row in 1..=rows {
        let _ = writeln!(lines, "      Xã số {row}: [{}, {}]", figure(row, 13), figure(row, 17));
    }
    let mut points = String::new();
    for point in 1..=11 {
        let _ = write!(
            points,
            "  {point}. Đề nghị các đơn vị căn cứ chỉ tiêu được giao tại {{{{ appendix(\"chi-tieu\") }}}}, \
             xây dựng kế hoạch triển khai cụ thể đến từng thôn, tổ dân phố ({mark}điểm \
             {point}); phân công người chịu trách nhiệm, thời hạn hoàn thành và báo cáo kết \
             quả trước ngày 20 hằng tháng để tổng hợp, báo cáo Ủy ban nhân dân tỉnh theo quy \
             định.\n\n"
        );
    }
    let (first, second) = (number % DOCUMENTS + 1, (number + 7) % DOCUMENTS + 1);
    format!(
        "kind: cong-van
symbol: BHXH-VP
date: 2026-03
subject: giao chỉ tiêu đợt {number}
legal_bases: [kh-{first}, kh-{second}]
targets:
  chi-tieu:
    title: Chỉ tiêu đợt {number}
    row_header: Đơn vị
    columns:
      - {{id: a, header: Hiện có}}
      - {{id: b, header: Chỉ tiêu}}
      - {{id: tang, header: Số tăng, formula: b - a}}
    rows:
{lines}    total: {{label: Tổng cộng}}
body: |
  Thực hiện {{{{ bases }}}}, đề nghị các đơn vị thực hiện các nội dung sau:

{points}  Tổng số tăng là {{{{ chi_tieu.total.tang }}}} người./.
"
    )
}
