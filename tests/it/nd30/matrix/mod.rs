//! Synthetic directives: each family varies one thing, both ways as far as it goes.

mod decisions;
mod forms;
mod sheet;
pub(crate) mod text;

use std::fmt::Write as _;
use vanthu::model::kind::KINDS;

use super::asked::{AIRY, Asked, DENSE};

pub(crate) use decisions::with_everything as decision_with_everything;
pub(crate) use sheet::{Rows, Sheet};

/// All of them.
pub(crate) fn matrix() -> Vec<Sheet> {
    let ordinary = [kinds(), names(), recipients(), dates(), appendices(), bodies(), signers()];
    ordinary
        .into_iter()
        .flatten()
        .chain(decisions::decisions())
        .chain(forms::forms())
        .chain(profiles())
        .collect()
}

/// Each sheet in both profiles.
fn both(sheets: impl IntoIterator<Item = Sheet>) -> Vec<Sheet> {
    sheets.into_iter().flat_map(|sheet| [sheet.clone(), sheet.narrow()]).collect()
}

/// Profiles that go as far as they may, over all that depends on measures.
fn profiles() -> Vec<Sheet> {
    let sheets = || {
        let tables = vec![Rows::appendix("mot", 40), Rows::appendix("hai", 30).landscape()];
        [
            Sheet::new("cong-van").with(|s| (s.to, s.tables) = (first(12), tables)),
            Sheet::new("ke-hoach").with(|s| s.body = text::plan(4)),
            Sheet::new("to-trinh")
                .with(|s| (s.issuer, s.subject) = (Some(LONG_ISSUER), LONG_SUBJECT)),
            Sheet::new("bao-cao").with(|s| s.body = text::paragraphs(40)),
            decision_with_everything(),
        ]
    };
    let of = |asked: &'static Asked| {
        sheets().map(|sheet| {
            let name = format!("{}, {}", sheet.name, asked.name);
            sheet.named(name).with(|sheet| sheet.asked = asked)
        })
    };
    of(&AIRY).into_iter().chain(of(&DENSE)).collect()
}

/// Every kind, draft and issued.
fn kinds() -> Vec<Sheet> {
    both(KINDS.iter().flat_map(|kind| [Sheet::new(kind.id), Sheet::new(kind.id).draft()]))
}

const LONG_PARENT: &str = "Ủy ban nhân dân thành phố Bà Rịa tỉnh Bà Rịa - Vũng Tàu";
const LONG_ISSUER: &str =
    "Ban Quản lý dự án đầu tư xây dựng các công trình dân dụng và công nghiệp";
const LONG_SUBJECT: &str = "rà soát, đánh giá tình hình thực hiện các chính sách bảo hiểm xã hội, \
                            bảo hiểm y tế, bảo hiểm thất nghiệp trên địa bàn các xã, phường, thị \
                            trấn giai đoạn 2021-2025 và đề xuất giải pháp cho những năm tiếp theo";

/// Names and trích yếu, shortest and longest.
fn names() -> Vec<Sheet> {
    let mut sheets = Vec::new();
    for kind in ["cong-van", "ke-hoach"] {
        for parent in [None, Some("Bộ Y tế"), Some(LONG_PARENT)] {
            for (issuer, subject) in [("Sở Y tế", "y tế"), (LONG_ISSUER, LONG_SUBJECT)] {
                sheets.push(Sheet::new(kind).named(format!("{kind}, {parent:?}, {issuer}")).with(
                    |sheet| {
                        (sheet.parent, sheet.issuer) = (parent, Some(issuer));
                        sheet.subject = subject;
                    },
                ));
            }
        }
    }
    let open = Sheet::new("ke-hoach").named("no issuer").draft();
    sheets.push(open.with(|sheet| (sheet.issuer, sheet.place) = (None, None)));
    both(sheets)
}

const UNITS: [&str; 12] = [
    "Ủy ban nhân dân tỉnh",
    "Sở Tài chính",
    "Sở Giáo dục và Đào tạo",
    "Bảo hiểm xã hội tỉnh",
    "Bệnh viện Đa khoa tỉnh và các bệnh viện chuyên khoa trực thuộc Sở Y tế trên địa bàn toàn tỉnh",
    "Trung tâm Kiểm soát bệnh tật tỉnh",
    "Chi cục Dân số - Kế hoạch hóa gia đình",
    "Công an tỉnh",
    "Các phòng chuyên môn",
    "Trung tâm Y tế các thành phố",
    "Hội Chữ thập đỏ tỉnh",
    "Báo Hải Dương",
];

fn first(count: usize) -> Vec<String> {
    UNITS.iter().take(count).map(|unit| (*unit).to_owned()).collect()
}

/// None, one and twelve addressees and recipients; the Lưu line in all its forms.
fn recipients() -> Vec<Sheet> {
    let mut sheets = Vec::new();
    for kind in ["cong-van", "to-trinh"] {
        for count in [0, 1, 2, 12] {
            sheets.push(Sheet::new(kind).named(format!("{kind} to {count}")).with(|sheet| {
                sheet.to = first(count);
            }));
        }
    }
    let long = Sheet::new("cong-van").named("to one long").with(|sheet| {
        sheet.to = vec![format!("{} và {}", UNITS[4], UNITS[5])];
    });
    sheets.push(long);
    for count in [0, 1, 12] {
        for file in [None, Some(""), Some("unit: NVY, copies: 2"), Some("drafter: pl, copies: 300")]
        {
            let name = format!("{count} cc, file {file:?}");
            sheets.push(Sheet::new("thong-bao").named(name).with(|sheet| {
                (sheet.cc, sheet.file) = (first(count), file);
                // What is issued is filed.
                sheet.is_issued = file.is_some();
            }));
        }
    }
    both(sheets)
}

/// Days and months with one digit and two, open dates, the longest place.
fn dates() -> Vec<Sheet> {
    let mut sheets = Vec::new();
    let days = ["2024-01-09", "2024-02-10", "2024-03-31", "2024-09-01", "2024-10-15", "2024-12-31"];
    for date in days {
        sheets.push(Sheet::new("ke-hoach").named(date).with(|sheet| {
            (sheet.date, sheet.number) = (date, Some(1234));
        }));
    }
    for date in ["", "2024", "2024-02", "2024-11"] {
        sheets.push(
            Sheet::new("cong-van")
                .named(format!("open date {date:?}"))
                .draft()
                .with(|sheet| (sheet.date, sheet.number) = (date, Some(10))),
        );
    }
    sheets
        .into_iter()
        .chain([Sheet::new("thong-bao").named("the longest place").narrow().with(|sheet| {
            (sheet.place, sheet.date) = (Some("Thành phố Hồ Chí Minh"), "2019-06-29");
        })])
        .collect()
}

/// None to three appendices, upright and on their side, of one page to three.
fn appendices() -> Vec<Sheet> {
    let mut sheets = Vec::new();
    for rows in [3, 40, 80] {
        for (name, table) in [
            ("upright", Rows::appendix("chi-tieu", rows).portrait()),
            ("on its side", Rows::appendix("chi-tieu", rows).landscape()),
        ] {
            let name = format!("an appendix {name} of {rows} rows");
            sheets.push(Sheet::new("cong-van").named(name).with(|s| s.tables = vec![table]));
        }
    }
    let wide = Rows { columns: 14, ..Rows::appendix("rong", 20) };
    sheets.push(Sheet::new("ke-hoach").named("a wide one").with(|s| s.tables = vec![wide]));
    for count in [2, 3] {
        let tables = [
            Rows::appendix("mot", 5),
            Rows::appendix("hai", 50).landscape(),
            Rows { unit: Some("cơ sở"), ..Rows::appendix("ba", 60) },
        ];
        sheets.push(
            Sheet::new("ke-hoach")
                .named(format!("{count} appendices"))
                .draft()
                .with(|sheet| sheet.tables = tables.into_iter().take(count).collect()),
        );
    }
    both(sheets.into_iter().chain(appended()))
}

/// Texts behind a document, alone and among tables.
fn appended() -> Vec<Sheet> {
    let listed = |entries: &[&str], text: &str| {
        let mut yaml = "appendices:\n".to_owned();
        for entry in entries {
            if let Some(id) = entry.strip_prefix("table ") {
                writeln!(yaml, "  - table: {id}").unwrap();
                continue;
            }
            writeln!(yaml, "  - title: {entry}\n    body: |").unwrap();
            text.lines().for_each(|line| writeln!(yaml, "      {line}").unwrap());
        }
        yaml
    };
    let signed = "    signatories:\n      - {title: Người lập biểu}\n      \
                  - {title: Thủ trưởng đơn vị, name: Trần Thị Bình}\n";
    let one = Sheet::new("cong-van").named("a text behind it");
    let letter = Sheet::new("cong-van").named("a signed text of three pages");
    let plan = Sheet::new("ke-hoach").named("texts and tables in any order").draft();
    let told = |sheet: Sheet| {
        sheet.with(|sheet| sheet.body = format!("Thực hiện theo Phụ lục.\n\n{}", sheet.body))
    };
    vec![
        told(one.with(|sheet| {
            sheet.more = listed(&["Đề cương báo cáo"], &text::plan(2));
        })),
        told(letter.with(|sheet| {
            sheet.more = listed(&["Hướng dẫn"], &text::paragraphs(26)) + signed;
        })),
        told(plan.with(|sheet| {
            sheet.tables = vec![Rows::appendix("mot", 5), Rows::appendix("hai", 50).landscape()];
            sheet.more = listed(&["Đề cương", "table hai", "Biểu mẫu"], &text::letter(2));
        })),
    ]
}

/// From one line to forty pages; khoản, điểm, tables.
fn bodies() -> Vec<Sheet> {
    let mut sheets = Vec::new();
    let of =
        |name: String, kind, body: String| Sheet::new(kind).named(name).with(|s| s.body = body);
    sheets.push(of("one line".into(), "thong-bao", "Nghỉ họp tuần này./.\n".into()));
    for (pages, count) in [(1, 4), (2, 12), (3, 24), (5, 42), (8, 70), (13, 115)] {
        sheets.push(of(format!("{pages} pages"), "bao-cao", text::paragraphs(count)));
    }
    for sections in [1, 2, 4, 8] {
        sheets.push(of(format!("{sections} mục"), "ke-hoach", text::plan(sections)));
        sheets.push(of(format!("{sections} khoản"), "cong-van", text::letter(sections)));
    }
    for rows in [2, 12, 60] {
        let body = text::around_table("bang");
        sheets.push(of(format!("table of {rows}"), "bao-cao", body).with(|s| {
            let unit = (rows == 12).then_some("người");
            s.tables = vec![Rows { unit, ..Rows::appendix("bang", rows).in_body() }];
        }));
    }
    let marked = "Các đơn vị gửi báo cáo **trước ngày 15/4/2024** về *Phòng Nghiệp vụ Y* để tổng \
                  hợp.\\\nĐịa chỉ nhận báo cáo: Sở Y tế./.\n";
    sheets.push(of("marked words".into(), "cong-van", marked.to_owned()));
    sheets.push(
        of(
            "bases in a sentence".into(),
            "chi-thi",
            text::ended(
                "Thực hiện {{ bases }}, Giám đốc Sở Y tế yêu cầu:\n\n1. Các đơn vị rà soát.\n",
            ),
        )
        .with(|s| {
            s.bases = vec![
                "Quyết định số 546/QĐ-TTg ngày 29/4/2022 của Thủ tướng Chính phủ về việc giao chỉ \
             tiêu thực hiện bao phủ BHYT giai đoạn 2022-2025",
                "Nghị quyết số 35/NQ-HĐND ngày 08/12/2022 của Hội đồng nhân dân tỉnh",
            ];
        }),
    );
    let mut sheets = both(sheets);
    sheets.push(of("40 pages".into(), "bao-cao", text::paragraphs(360)));
    sheets
}

/// Authorities, offices and names, short and long.
fn signers() -> Vec<Sheet> {
    let mut sheets = Vec::new();
    let forms: [(&[&'static str], Option<&'static str>, Option<&'static str>); 7] = [
        (&["TM. Ủy ban nhân dân"], Some("Chủ tịch"), None),
        (&["KT. Giám đốc"], Some("Phó Giám đốc"), None),
        (
            &["TM. Ban Chỉ đạo", "KT. Trưởng ban"],
            Some("Phó Trưởng ban"),
            Some("Phó Chủ tịch UBND tỉnh"),
        ),
        (&["TL. Giám đốc"], Some("Trưởng phòng Nghiệp vụ Y"), None),
        (&["TUQ. Giám đốc"], Some("Chánh Văn phòng"), None),
        (&["Q. Giám đốc"], None, None),
        (
            &["TM. Ban Chỉ đạo thực hiện chính sách bảo hiểm xã hội, bảo hiểm y tế tỉnh Hải Dương"],
            Some("Trưởng ban"),
            Some("Ủy viên Ban Thường vụ Tỉnh ủy, Phó Chủ tịch Ủy ban nhân dân tỉnh Hải Dương"),
        ),
    ];
    for (authority, title, office) in forms {
        sheets.push(Sheet::new("thong-bao").named(format!("signed {authority:?}")).with(|sheet| {
            sheet.authority = authority.to_vec();
            (sheet.title, sheet.office) = (title, office);
        }));
    }
    let long = Sheet::new("ke-hoach").named("a long name").with(|sheet| {
        sheet.signer = Some("Công Huyền Tôn Nữ Thị Nguyệt Minh Châu");
    });
    let nobody = Sheet::new("ke-hoach").named("nobody signs").draft().with(|sheet| {
        (sheet.title, sheet.signer) = (None, None);
    });
    sheets.extend([long, nobody]);
    both(sheets)
}
