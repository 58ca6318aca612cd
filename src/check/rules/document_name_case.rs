//! D116

use std::sync::LazyLock;

use crate::characters::capital;
use crate::check::prose::Part;
use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::check::wordings::{Wordings, report_listed, small};
use crate::diagnostic::Message;

rule! {
    /// A cited document whose kind or name begins with a small letter.
    ///
    /// ## Why
    /// Kind and first syllable of the name of a specific document are capitals: Quyết định số
    /// 15/QĐ-UBND, Bộ luật Hình sự, Luật Đất đai.
    ///
    /// Looked at: kinds before a number and symbol, and the names of well-known laws. Công văn is
    /// left free.
    ///
    /// ## Bad
    /// ```yaml
    /// body: |
    ///   Theo quyết định số 15/QĐ-UBND ngày 12/01/2026 của UBND tỉnh về dự toán và Luật đất đai./.
    /// ```
    ///
    /// ## Good
    /// ```yaml
    /// body: |
    ///   Theo Quyết định số 15/QĐ-UBND ngày 12/01/2026 của UBND tỉnh về dự toán và Luật Đất đai./.
    /// ```
    ///
    /// ## Basis
    /// NĐ 30/2020/NĐ-CP, Phụ lục II, Mục V, khoản 6 (R116)
    ///
    /// ## Là gì
    /// Văn bản được viện dẫn có tên loại hoặc tên gọi viết thường chữ cái đầu.
    ///
    /// ## Vì sao
    /// Viết hoa tên loại và chữ cái đầu của tên gọi văn bản cụ thể: Quyết định số 15/QĐ-UBND, Bộ
    /// luật Hình sự, Luật Đất đai.
    ///
    /// Xét tên loại trước số, ký hiệu và tên các luật quen thuộc. Công văn không xét.
    "D116" "document-name-case" Warning => check
}

/// Laws in force that are often cited.
const LAWS: [&str; 82] = [
    "Luật Đất đai",
    "Luật Ngân sách nhà nước",
    "Luật Tổ chức chính quyền địa phương",
    "Luật Đầu tư công",
    "Luật Xây dựng",
    "Luật Đấu thầu",
    "Luật Giáo dục",
    "Luật Bảo hiểm y tế",
    "Luật Bảo hiểm xã hội",
    "Luật Cán bộ, công chức",
    "Luật Viên chức",
    "Luật Lưu trữ",
    "Luật Khiếu nại",
    "Luật Tố cáo",
    "Luật Tiếp công dân",
    "Luật Thi đua, khen thưởng",
    "Luật Phòng, chống tham nhũng",
    "Luật Bảo vệ môi trường",
    "Luật Hôn nhân và gia đình",
    "Luật Cư trú",
    "Luật Hộ tịch",
    "Bộ luật Hình sự",
    "Bộ luật Dân sự",
    "Bộ luật Lao động",
    "Luật Nhà ở",
    "Luật An toàn thực phẩm",
    "Luật Phòng cháy, chữa cháy và cứu nạn, cứu hộ",
    "Luật Phòng cháy, chữa cháy",
    "Luật Kinh doanh bất động sản",
    "Luật Quy hoạch",
    "Luật Đầu tư",
    "Luật Doanh nghiệp",
    "Luật Hợp tác xã",
    "Luật Việc làm",
    "Luật Trẻ em",
    "Luật Người cao tuổi",
    "Luật Người khuyết tật",
    "Luật Thanh niên",
    "Luật Bình đẳng giới",
    "Luật Khám bệnh, chữa bệnh",
    "Luật Dược",
    "Luật Giao dịch điện tử",
    "Luật Công nghệ thông tin",
    "Luật An ninh mạng",
    "Luật Tiếp cận thông tin",
    "Luật Căn cước",
    "Luật Quốc tịch Việt Nam",
    "Luật Thủy lợi",
    "Luật Lâm nghiệp",
    "Luật Trồng trọt",
    "Luật Chăn nuôi",
    "Luật Thủy sản",
    "Luật Tài nguyên nước",
    "Luật Đê điều",
    "Luật Phòng, chống thiên tai",
    "Luật Phòng thủ dân sự",
    "Luật Quản lý thuế",
    "Luật Phí và lệ phí",
    "Luật Kế toán",
    "Luật Thống kê",
    "Luật Quản lý, sử dụng tài sản công",
    "Luật Thực hành tiết kiệm, chống lãng phí",
    "Luật Xử lý vi phạm hành chính",
    "Luật Ban hành văn bản quy phạm pháp luật",
    "Luật Thực hiện dân chủ ở cơ sở",
    "Luật Du lịch",
    "Luật Di sản văn hóa",
    "Luật Thư viện",
    "Luật Giáo dục nghề nghiệp",
    "Luật Giáo dục đại học",
    "Luật Nhà giáo",
    "Luật Nghĩa vụ quân sự",
    "Luật Dân quân tự vệ",
    "Luật Công đoàn",
    "Luật Mặt trận Tổ quốc Việt Nam",
    "Luật Trật tự, an toàn giao thông đường bộ",
    "Luật Đường bộ",
    "Luật Điện lực",
    "Luật Hóa chất",
    "Luật Phòng bệnh",
    "Bộ luật Tố tụng hình sự",
    "Bộ luật Tố tụng dân sự",
];

static WRONG: LazyLock<Wordings> = LazyLock::new(|| {
    let mut pairs: Vec<(String, &'static str)> = Vec::new();
    for law in LAWS {
        let head = if law.starts_with("Bộ luật ") { "Bộ luật" } else { "Luật" };
        let name = &law[head.len() + 1..];
        pairs.push((format!("{head} {}", small(name)), law));
        pairs.push((format!("{} {name}", small(head)), law));
        // `pháp luật đất đai` is no law.
        if head == "Bộ luật" {
            pairs.push((law.to_lowercase(), law));
        }
    }
    Wordings::new(pairs)
});

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    for cited in input.citations {
        let words = cited.words();
        // A công văn is free; `Thông báo kết luận số …` is a thông báo.
        let is_small = words.starts_with(char::is_lowercase) && cited.citation.has_so;
        if is_small && !["Công văn", "Kết luận"].contains(&cited.citation.kind.word) {
            let start = cited.citation.range.start;
            let length = cited.citation.kind.word.len();
            let found = &cited.prose.text[start..start + length];
            let right = capital(found);
            let message =
                Message::new("document-name-case").with("found", found).with("right", right);
            let span = cited.prose.span(start..start + length);
            report.emit(span, message).subject = Some(cited.words().to_owned());
        }
    }
    let is_looked_at =
        |part| matches!(part, Part::Basis | Part::Paragraph | Part::Heading | Part::Note);
    for prose in input.prose.iter().filter(|prose| is_looked_at(prose.part)) {
        if !prose.text.contains("uật ") {
            continue;
        }
        for (range, right) in WRONG.find(prose) {
            report_listed("document-name-case", prose, range, right, report);
        }
    }
}
