//! The language server, driven as an editor does it.

mod actions;
mod client;
mod completion;
mod findings;
mod lifecycle;
mod names;
mod outline;
mod shown;

use crate::project::Project;

/// A catalog with an issuer and two documents.
const CATALOG: &str = "\
legal_documents:
  nq-28-nq-tw-2018:
    type: Nghị quyết
    number: 28-NQ/TW
    date: 2018-05-23
    issuer: Ban Chấp hành Trung ương
    subject: về cải cách chính sách bảo hiểm xã hội
    from: 2018-05-23
  qd-546-ttg-2022:
    type: Quyết định
    number: 546/QĐ-TTg
    date: 2022-04-29
    issuer: Thủ tướng Chính phủ
    subject: về việc giao chỉ tiêu
    until: 2025-12-31
    replaced_by: nq-28-nq-tw-2018
issuers:
  ubnd-an-lac:
    name: Ủy ban nhân dân xã An Lạc
    code: UBND
    place: An Lạc
    signatories:
      chu-tich: {authority: [TM. Ủy ban nhân dân], title: Chủ tịch, name: Nguyễn Văn An}
      pho: {authority: [TM. Ủy ban nhân dân, KT. Chủ tịch], title: Phó Chủ tịch, name: Lê Bình}
units:
  nam-sach: {name: huyện Nam Sách, until: 2025-06-30, successor: nam-sach-xa}
  nam-sach-xa: {name: xã Nam Sách, from: 2025-07-01}
";

/// A directive with a table, references, a formula and bases.
const PLAN: &str = "\
kind: cong-van
issuer:
  id: ubnd-an-lac
subject: giao chỉ tiêu năm 2024
date: 2024-03
recipients:
  to:
    - Các thôn
  file: {unit: VP}
legal_bases:
  - nq-28-nq-tw-2018
targets:
  chi-tieu:
    title: Chỉ tiêu các thôn
    row_header: Thôn
    columns:
      - {id: tn_2023, header: Thực hiện 2023}
      - {id: tn_2024, header: Kế hoạch 2024}
      - {id: tang, header: Tăng, formula: tn_2024 - tn_2023}
    rows:
      Khu Đông:
        Thôn Đoài: [100, 120]
        Thôn Thượng: [80, 95]
      Thôn Hạ: [50, 60]
    total: {label: Tổng cộng}
    declared: {tang: 45}
body: |
  # I. MỤC TIÊU
  Thực hiện {{ cite(\"nq-28-nq-tw-2018\") }}, giao các thôn tăng {{ chi_tieu.total.tang }} người.

  # II. TỔ CHỨC THỰC HIỆN
  1. Thôn Hạ tăng {{ chi_tieu[\"Thôn Hạ\"].tang }} người (chi tiết tại {{ appendix(\"chi-tieu\") }})./.
signatory:
  id: chu-tich
";

/// The project of most tests.
fn project() -> Project {
    Project::new()
        .file("vanthu.yaml", "")
        .file("data/catalog/chung.yaml", CATALOG)
        .file("data/plan.yaml", PLAN)
}
