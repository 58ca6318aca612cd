//! Bodies of the matrix: real sentences, in turn.

use std::fmt::Write as _;

/// Sentences of different lengths.
const SENTENCES: [&str; 7] = [
    "Các đơn vị rà soát toàn bộ cơ sở trên địa bàn, lập danh sách và gửi về Sở Y tế trước ngày \
     15/4/2024 để tổng hợp.",
    "Tổ chức kiểm tra đúng đối tượng, đúng nội dung, không gây phiền hà cho cơ sở.",
    "Phòng Nghiệp vụ Y chủ trì, phối hợp với Thanh tra Sở và các đơn vị liên quan xây dựng lịch \
     kiểm tra cụ thể của từng quý, báo cáo Giám đốc Sở xem xét, quyết định.",
    "Trong quá trình thực hiện, nếu có vướng mắc thì phản ánh kịp thời để được hướng dẫn.",
    "Kinh phí thực hiện được bố trí trong dự toán chi thường xuyên năm 2024 theo phân cấp ngân \
     sách hiện hành.",
    "Việc kiểm tra thực hiện theo Quyết định số 15/QĐ-BYT và Kế hoạch số 4107/KH-UBND đã ban hành.",
    "Kết quả kiểm tra giai đoạn 2021-2024 được công khai theo quy định.",
];

/// A paragraph of some sentences.
pub(crate) fn paragraph(seed: usize) -> String {
    let of = |offset: usize| SENTENCES[(seed * 3 + offset) % SENTENCES.len()];
    (0..2 + seed % 3).map(of).collect::<Vec<_>>().join(" ")
}

/// So many paragraphs; the last ends in `./.`.
pub(crate) fn paragraphs(count: usize) -> String {
    let all: Vec<String> = (0..count).map(paragraph).collect();
    ended(&all.join("\n\n"))
}

/// A plan: mục, khoản with titles, khoản, điểm and dashes; so many mục.
pub(crate) fn plan(sections: usize) -> String {
    let roman = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII"];
    let titles = ["Mục đích, yêu cầu", "Nội dung", "Giải pháp", "Tổ chức thực hiện"];
    let mut parts = vec![paragraph(1)];
    for section in 0..sections {
        let seed = section * 5;
        parts.push(format!("# {}. {}", roman[section % 8], titles[section % 4]));
        parts.push(format!("## 1. {}", titles[(section + 1) % 4]));
        parts.push(format!("a) {}", paragraph(seed)));
        parts.push(format!("b) {}", paragraph(seed + 1)));
        parts.push(format!("## 2. {}", titles[(section + 2) % 4]));
        parts.push(format!("- {}", paragraph(seed + 2)));
        parts.push(format!("- {}", paragraph(seed + 3)));
        parts.push(format!("+ {}", paragraph(seed + 4)));
    }
    ended(&parts.join("\n\n"))
}

/// A letter: khoản and điểm without titles.
pub(crate) fn letter(items: usize) -> String {
    let mut parts = vec![paragraph(2)];
    for item in 0..items {
        parts.push(format!("{}. {}", item + 1, paragraph(item)));
        parts.push(format!("a) {}", paragraph(item + 1)));
        parts.push(format!("đ) {}", paragraph(item + 2)));
    }
    ended(&parts.join("\n\n"))
}

/// A body with a table between its paragraphs.
pub(crate) fn around_table(id: &str) -> String {
    let table = format!("{{{{ table({id:?}) }}}}");
    ended(&[paragraph(0), table, paragraph(1), paragraph(2)].join("\n\n"))
}

/// The text with `./.` for its last full stop.
pub(crate) fn ended(text: &str) -> String {
    format!("{}./.\n", text.trim_end().trim_end_matches('.'))
}

/// `enacts` of some texts, as YAML.
pub(crate) fn enacts(bodies: &[(&str, String)]) -> String {
    let mut yaml = "enacts:\n".to_owned();
    for (kind, body) in bodies {
        let head = "    subject: Làm việc của Ban Chỉ đạo\n    body: |";
        let _ = writeln!(yaml, "  - kind: {kind}\n{head}");
        for line in body.lines() {
            let _ = writeln!(yaml, "      {line}");
        }
    }
    yaml
}
