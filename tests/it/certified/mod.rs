//! Certified copies: sao y, sao lục, trích sao.

mod allowed;
mod builds;
#[cfg(feature = "embedded")]
mod extracts;
#[cfg(feature = "embedded")]
mod pages;
pub(crate) mod pdfs;

use crate::project::Project;

/// A copy of `kind` with `source` as the lines of the source.
fn copy(kind: &str, number: usize, source: &str) -> String {
    let code = vanthu::model::kind::Kind::find(kind).and_then(|kind| kind.code);
    format!(
        "\
kind: {kind}
status: issued
issuer: {{name: Ủy ban nhân dân xã An Lạc}}
number: {number}
symbol: {}-UBND
place: An Lạc
date: 2026-03-16
subject: Thông báo của Sở Y tế
source:
{source}recipients:
  cc: [Các phòng chuyên môn]
  file: {{}}
signatory: {{authority: [TL. Chủ tịch], title: Chánh Văn phòng, name: Phạm Thị Lan}}
",
        code.expect("it is a kind of copy")
    )
}

/// A short issued document, with what it says in the end.
fn notice(end: &str) -> String {
    format!(
        "\
kind: thong-bao
status: issued
issuer: {{name: Sở Y tế}}
number: 7
symbol: TB-SYT
place: Lạng Sơn
date: 2026-03-05
subject: Lịch tiêm chủng
recipients:
  cc: [Các trạm y tế]
  file: {{unit: VP}}
body: |
  Sở Y tế thông báo lịch tiêm chủng{end}./.
signatory: {{title: Giám đốc, name: Nguyễn Văn An}}
"
    )
}

const OF_PDF: &str = "  file: nguon.pdf\n  from: electronic\n";
const OF_DIRECTIVE: &str = "  file: thong-bao.yaml\n  from: paper\n";

/// A sao y of a PDF of one page.
fn of_pdf() -> Project {
    Project::new()
        .file("data/sao.yaml", &copy("sao-y", 5, OF_PDF))
        .bytes("data/nguon.pdf", &pdfs::pdf(&[pdfs::Sheet::said("Lich tiem chung", 700)]))
}

/// A sao y of a directive.
fn of_directive() -> Project {
    Project::new()
        .file("data/sao.yaml", &copy("sao-y", 5, OF_DIRECTIVE))
        .file("data/thong-bao.yaml", &notice(""))
}
