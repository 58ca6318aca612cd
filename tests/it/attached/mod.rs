//! Files inside a PDF, and the fingerprint of the sources on its pages.

mod fingerprint;
mod forged;
mod inside;
mod letters;
mod verify;

use std::fs;

use crate::pdf::Pdf;
use crate::project::Project;

/// A directive with a table from a file and entries of a catalog.
const DIRECTIVE: &str = "\
# a note of the author
kind: quyet-dinh
status: issued
issuer: {id: xa-an-lac, authority: Chủ tịch Ủy ban nhân dân xã}
number: 12
place: An Lạc
date: 2026-03-05
subject: giao chỉ tiêu năm 2026
recipients: {cc: [Như Điều 2], file: {unit: VP}}
legal_bases: [luat-1]
targets:
  chi-tieu:
    title: Chỉ tiêu năm 2026
    row_header: Thôn
    columns: [{id: ho, header: Số hộ}]
    rows: {file: so-lieu/ho.csv}
    total: {label: Tổng cộng}
body: |
  # Điều 1. Giao chỉ tiêu

  Giao {{ chi_tieu.total.ho }} hộ tại {{ appendix(\"chi-tieu\") }}.

  # Điều 2. Thi hành

  Quyết định này có hiệu lực kể từ ngày ký./.
signatory: {id: chu-tich}
";

const CATALOG: &str = "\
# all of the office
legal_documents:
  luat-1: {type: Luật, date: 2025-06-16, issuer: Quốc hội, subject: \"Tổ chức chính quyền địa phương\"}
  luat-2: {type: Luật, date: 2015-06-25, issuer: Quốc hội, subject: Ngân sách nhà nước}
issuers:
  xa-an-lac:
    name: Ủy ban nhân dân xã An Lạc
    code: UBND
    signatories:
      chu-tich: {title: Chủ tịch, name: Nguyễn Văn A}
  xa-khac: {name: Ủy ban nhân dân xã Khác}
";

const ROWS: &str = "Thôn,Số hộ\nThôn Một,120\nThôn Hai,95\n";

const SETTINGS: &str = "\
language: en
rules: {near-figure: deny}
profile: narrow
pdf:
  attach: [source, xlsx, docx]
";

/// A project with that directive and these settings.
fn project(settings: &str) -> Project {
    Project::new()
        .file("vanthu.yaml", settings)
        .file("data/xa/giao.yaml", DIRECTIVE)
        .file("data/xa/so-lieu/ho.csv", ROWS)
        .file("data/catalog/co-quan.yaml", CATALOG)
}

/// Builds all of it; the document.
fn built(project: &Project) -> Pdf {
    Pdf::read(&bytes(project))
}

fn bytes(project: &Project) -> Vec<u8> {
    project.run(["build"]).whatever().succeeds();
    fs::read(project.path("out/xa/giao.pdf")).expect("the document")
}
