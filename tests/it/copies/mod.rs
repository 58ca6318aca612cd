//! One document for each recipient: `copies`.

mod build;
#[cfg(feature = "embedded")]
mod letters;
mod said;
mod told;

use std::fmt::Write as _;

use crate::project::Project;

/// A table with `count` communes, each with figures that no other has, in the directive.
fn table(count: usize) -> String {
    let mut rows = String::new();
    for at in 1..=count {
        let [before, now] = figures(at);
        let _ = writeln!(rows, "      {}: [{before}, {now}]", commune(at));
    }
    rows
}

/// A name that is part of no other one.
pub(crate) fn commune(at: usize) -> String {
    const FIRST: [&str; 8] = ["Anh", "Bưởi", "Cam", "Dừa", "Đào", "Ổi", "Quýt", "Xoài"];
    const SECOND: [&str; 10] =
        ["Bắc", "Cầu", "Dinh", "Gò", "Hạ", "Khê", "Lũng", "Mộc", "Nghĩa", "Phước"];
    const THIRD: [&str; 8] = ["Sơn", "Thủy", "Uyên", "Vân", "Xuyên", "Yên", "Giang", "Ngàn"];
    let third = THIRD[at / 80 % THIRD.len()];
    format!("Xã {} {} {third}", FIRST[at % 8], SECOND[at / 8 % 10])
}

/// What a commune had and has to have: figures that no other one has.
pub(crate) fn figures(at: usize) -> [usize; 2] {
    [20_000 + at * 7, 60_000 + at * 9]
}

/// A letter with its own row for each of `count` communes.
pub(crate) fn directive(count: usize, copies: &str) -> String {
    format!(
        "\
kind: cong-van
status: issued
issuer: {{name: Sở Y tế}}
number: 7
symbol: SYT-VP
place: Lạng Sơn
date: 2026-03-05
subject: giao chỉ tiêu khám sức khỏe
recipients:
  to: [Ủy ban nhân dân các xã]
  cc: [Như trên]
  file: {{unit: VP, copies: 90}}
targets:
  chi-tieu:
    title: Chỉ tiêu khám sức khỏe
    row_header: Xã
    columns:
      - {{id: truoc, header: Năm trước}}
      - {{id: nay, header: Năm nay}}
      - {{id: tang, header: Tăng, formula: nay - truoc}}
    rows:
{}    total: {{label: Tổng cộng}}
{copies}body: |
  Chỉ tiêu toàn tỉnh là {{{{ chi_tieu.total.nay }}}} lượt người, chi tiết tại {{{{ appendix(\"chi-tieu\") }}}}.

  Chỉ tiêu của {{{{ row | thuong }}}} là {{{{ row.nay }}}} lượt người, tăng {{{{ row.tang }}}} lượt người.

  Đề nghị các đơn vị thực hiện./.
signatory: {{title: Giám đốc, name: Nguyễn Văn A}}
",
        table(count)
    )
}

pub(crate) const COPIES: &str = "\
copies:
  rows: chi-tieu
  to: [\"Ủy ban nhân dân {{ row | thuong }}\"]
";

fn three() -> Project {
    Project::new().file("data/giao.yaml", &directive(3, COPIES))
}
