//! Decisions, resolutions and wires; stamps; the address of the office; two who sign.

use super::super::asked::MARKED;
use super::{LONG_ISSUER, Rows, Sheet, both, first, text};

const BASES: [&str; 4] = [
    "Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015",
    "Luật Bảo hiểm y tế ngày 14 tháng 11 năm 2008 và Luật sửa đổi, bổ sung một số điều của Luật \
     Bảo hiểm y tế ngày 13 tháng 6 năm 2014",
    "Quyết định số 15/2022/QĐ-UBND ngày 05 tháng 5 năm 2022 của Ủy ban nhân dân tỉnh Hải Dương \
     quy định chức năng, nhiệm vụ, quyền hạn và cơ cấu tổ chức của Sở Y tế",
    "Theo đề nghị của Chánh Văn phòng Sở",
];

/// A decision of so many điều.
fn articles(count: usize) -> String {
    let article = |index: usize| match index % 2 {
        0 => format!("Điều {}. {}", index + 1, text::paragraph(index)),
        _ => format!("### Điều {}. Trách nhiệm\n\n{}", index + 1, text::paragraph(index)),
    };
    text::ended(&(0..count).map(article).collect::<Vec<_>>().join("\n\n"))
}

/// A regulation in phần, chương, mục, tiểu mục and điều.
fn regulation() -> String {
    let parts = [
        "# Phần I. Quy định chung",
        "# Chương I. Phạm vi và đối tượng áp dụng của quy chế làm việc trên địa bàn toàn tỉnh năm 2024",
        "## Mục 1. Phạm vi",
        "### Tiểu mục 1. Cơ sở công lập",
        "### Điều 1. Phạm vi điều chỉnh",
        "1. Quy chế này quy định nguyên tắc, chế độ trách nhiệm và lề lối làm việc của Ban Chỉ đạo.",
        "a) Trưởng ban;",
        "b) Phó Trưởng ban.",
        "## Mục 2. Đối tượng",
        "Điều 2. Quy chế này áp dụng đối với các thành viên Ban Chỉ đạo và các cơ quan liên quan.",
        "# Chương II. Chế độ làm việc",
        "### Điều 3. Họp định kỳ",
        "Ban Chỉ đạo họp sáu tháng một lần.",
    ];
    text::ended(&parts.join("\n\n"))
}

const TWO: &str = "\
signatories:
  - {authority: [TM. Ủy ban nhân dân], title: Chủ tịch, name: Nguyễn Văn An}
  - {authority: [TM. Ban Thường trực], title: Chủ tịch, office: Ủy viên Ban Thường vụ, name: Trần Thị Bình}
";

/// Everything of this file.
pub(super) fn decisions() -> Vec<Sheet> {
    let mut sheets = Vec::new();
    for kind in ["quyet-dinh", "nghi-quyet"] {
        for count in [0, 1, 4] {
            let sheet = Sheet::new(kind).named(format!("{kind}, {count} căn cứ"));
            sheets.push(sheet.with(|sheet| {
                sheet.bases = BASES.into_iter().take(count).collect();
                sheet.body = articles(count + 2);
            }));
        }
        let long = Sheet::new(kind).named(format!("{kind} of a long name")).draft();
        sheets.push(long.with(|sheet| {
            (sheet.issuer, sheet.decides) = (Some(LONG_ISSUER), Some(LONG_ISSUER));
            sheet.bases = BASES.to_vec();
            sheet.body = articles(12);
        }));
    }
    for (name, bodies) in [
        ("a regulation", vec![("quy-che", regulation())]),
        ("two texts", vec![("quy-che", regulation()), ("ke-hoach", text::plan(3))]),
        ("a long text", vec![("quy-dinh", text::paragraphs(30))]),
    ] {
        let sheet = Sheet::new("quyet-dinh").named(format!("enacts {name}"));
        sheets.push(sheet.with(|sheet| {
            sheet.body = articles(3);
            sheet.more = text::enacts(&bodies);
            if bodies.len() > 1 {
                sheet.tables = vec![Rows::appendix("mot", 5), Rows::appendix("hai", 40)];
            }
        }));
    }
    let parts = Sheet::new("quy-che").named("parts in the text itself");
    sheets.push(parts.with(|sheet| sheet.body = regulation()));
    let lines = Sheet::new("ke-hoach").named("căn cứ in a plan");
    sheets.push(lines.with(|sheet| {
        sheet.bases = BASES.to_vec();
        sheet.body = format!("{{{{ bases }}}}\n\n{}", text::paragraphs(2));
    }));
    for count in [1, 2, 12] {
        let wire = Sheet::new("cong-dien").named(format!("a wire to {count}"));
        sheets.push(wire.with(|sheet| sheet.to = first(count)));
    }
    sheets.push(with_everything());
    sheets.extend(marks());
    both(sheets)
}

/// Every element that a first page can have, two who sign, and a text that is put into force.
pub(crate) fn with_everything() -> Sheet {
    Sheet::new("quyet-dinh").named("everything").with(|sheet| {
        sheet.bases = BASES.to_vec();
        sheet.contact = Some(ADDRESS);
        sheet.body = articles(1);
        let marks = "urgency: thuong-khan\ncirculation: luu-hanh-noi-bo\n";
        sheet.more = format!("{marks}{TWO}{}", text::enacts(&[("quy-che", regulation())]));
    })
}

const ADDRESS: &str = "address: \"Số 42, đường Quang Trung, Hải Dương\", phone: 0220 3852 000, \
                       fax: 0220 3852 001, email: soyte@example.vn, website: soyte.example.vn";

fn marks() -> Vec<Sheet> {
    let mut sheets = Vec::new();
    for kind in ["cong-van", "cong-dien", "ke-hoach"] {
        for urgency in ["hoa-toc", "thuong-khan", "khan"] {
            let sheet = Sheet::new(kind).named(format!("{kind}, {urgency}"));
            sheets.push(sheet.with(|sheet| sheet.more = format!("urgency: {urgency}\n")));
        }
    }
    for circulation in ["xem-xong-tra-lai", "luu-hanh-noi-bo"] {
        let sheet = Sheet::new("bao-cao").named(circulation);
        sheets.push(sheet.with(|sheet| {
            sheet.more = format!("circulation: {circulation}\n");
            sheet.body = text::paragraphs(14);
        }));
    }
    for (name, contact) in [("mail alone", "email: soyte@example.vn"), ("address", ADDRESS)] {
        for pages in [2, 14] {
            let sheet = Sheet::new("cong-van").named(format!("{name}, {pages}"));
            sheets.push(sheet.with(|sheet| {
                (sheet.contact, sheet.body) = (Some(contact), text::paragraphs(pages));
            }));
        }
    }
    for count in [0, 12] {
        let sheet = Sheet::new("thong-bao").named(format!("two sign, {count} cc"));
        sheets.push(sheet.with(|sheet| {
            (sheet.cc, sheet.more) = (first(count), TWO.to_owned());
        }));
    }
    let draft = |kind| Sheet::new(kind).draft().with(|s| s.asked = &MARKED);
    sheets.push(draft("cong-van").with(|s| s.more = "urgency: khan\n".into()));
    sheets.push(draft("ke-hoach"));
    sheets
}
