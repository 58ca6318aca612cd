//! Extracts: what is repeated, and what is left out.

use std::fs;

use vanthu::compile::pages_of_pdf;

use super::copy;
use crate::project::Project;

const DECISION: &str = "\
kind: quyet-dinh
status: issued
issuer: {name: Ủy ban nhân dân xã An Lạc, authority: Ủy ban nhân dân xã An Lạc}
number: 58
symbol: QĐ-UBND
place: An Lạc
date: 2026-03-02
subject: Ban hành Quy chế tiếp công dân
recipients:
  cc: [Như Điều 3]
  file: {unit: VP}
legal_bases: [Luật Tiếp công dân ngày 25 tháng 11 năm 2013]
enacts:
  - kind: quy-che
    subject: Tiếp công dân
    body: |
      # Chương I. Quy định chung

      ### Điều 1. Phạm vi

      Câu phạm vi.

      ### Điều 2. Thời gian

      1. Khoản một Quy chế.

      2. Khoản hai Quy chế.

      # Chương II. Thi hành

      ### Điều 3. Trách nhiệm

      Câu trách nhiệm./.
appendices:
  - title: Lịch tiếp công dân
    body: |
      1. Câu phụ lục một./.
  - title: Mẫu sổ
    body: |
      1. Câu phụ lục hai./.
body: |
  Điều 1. Ban hành kèm theo Quyết định này Quy chế tiếp công dân, Phụ lục I và Phụ lục II.

  Điều 2. Câu hiệu lực:

  1. Khoản một.

  a) Điểm a.

  b) Điểm b.

  2. Khoản hai.

  Điều 3. Câu thi hành./.
signatory: {authority: [TM. Ủy ban nhân dân], title: Chủ tịch, name: Đặng Văn Quang}
";

/// All words on the pages of an extract of these parts, without blanks.
fn said(parts: &str) -> String {
    let source = format!("  file: quyet-dinh.yaml\n  from: paper\n  extract: [{parts}]\n");
    let project = Project::new()
        .file("data/quyet-dinh.yaml", DECISION)
        .file("data/sao.yaml", &copy("trich-sao", 5, &source));
    project.run(["build", "--quiet", "data/sao.yaml"]).whatever().succeeds();
    let pages = pages_of_pdf(&fs::read(project.path("out/sao.pdf")).unwrap());
    pages.iter().map(|page| page.text.as_str()).collect()
}

#[track_caller]
fn has(parts: &str, there: &[&str], gone: &[&str]) {
    let said = said(parts);
    let bare = |words: &str| words.split_whitespace().collect::<String>();
    for words in there {
        assert!(said.contains(&bare(words)), "{parts}: no `{words}` in {said}");
    }
    for words in gone {
        assert!(!said.contains(&bare(words)), "{parts}: `{words}` in {said}");
    }
}

/// What every extract repeats (Điều 25 khoản 3).
const FORM: [&str; 7] = [
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Số: 58/QĐ-UBND",
    "Ban hành Quy chế tiếp công dân",
    "Căn cứ Luật Tiếp công dân",
    "(Đã ký)",
    "TRÍCH SAO",
    "05/TrS-UBND",
];

#[test]
fn an_extract_repeats_the_form_and_the_parts_that_are_named() {
    has("Điều 2", &FORM, &[]);
    has(
        "Điều 2",
        &["Câu hiệu lực", "Khoản hai.", "Điểm b.", "…"],
        &["Điều 1.", "Câu thi hành", "Phụ lục I"],
    );
    has("khoản 1 Điều 2", &["Câu hiệu lực", "Khoản một.", "Điểm a."], &["Khoản hai."]);
    has(
        "Điều 2 khoản 1 điểm b",
        &["Câu hiệu lực", "Khoản một.", "Điểm b."],
        &["Điểm a.", "Khoản hai."],
    );
    has("Điều 1, Điều 3", &["Điều 1.", "Câu thi hành"], &["Câu hiệu lực"]);
    has("Quy chế", &["Câu phạm vi", "Câu trách nhiệm"], &["Câu phụ lục một"]);
    has(
        "khoản 2 Điều 2 Quy chế",
        &["QUY CHẾ", "QUY ĐỊNH CHUNG", "Điều 2. Thời gian", "Khoản hai Quy chế"],
        &["Khoản một Quy chế", "Câu phạm vi", "THI HÀNH", "Câu hiệu lực"],
    );
    has("Chương II Quy chế", &["Câu trách nhiệm"], &["Câu phạm vi"]);
    has("Phụ lục II", &["Phụ lục II", "Câu phụ lục hai"], &["Câu phụ lục một"]);
}

#[test]
fn without_parts_all_of_the_file_is_repeated() {
    let all =
        ["Điều 1.", "Khoản hai.", "Câu thi hành", "Câu phạm vi", "Câu phụ lục hai", "(Đã ký)"];
    has("", &all, &["…"]);
}

#[test]
fn a_part_that_is_not_there_is_an_error() {
    for (parts, wanted) in [
        ("Điều 4", 1),
        ("khoản 3 Điều 2", 1),
        ("Điều 2, Phụ lục III", 1),
        ("Điều 4 Quy chế, Điều 9", 2),
        ("Quy định", 1),
        ("Điều 2, điểm b khoản 1 Điều 2", 0),
    ] {
        let source = format!("  file: quyet-dinh.yaml\n  from: paper\n  extract: [{parts}]\n");
        let project = Project::new()
            .file("data/quyet-dinh.yaml", DECISION)
            .file("data/sao.yaml", &copy("trich-sao", 5, &source));
        let (_, findings) = project.run(["check", "--format", "short", "data/sao.yaml"]).said();
        assert_eq!(findings.matches("N032").count(), wanted, "{parts}: {findings}");
    }
}

/// The block follows the last part, on its sheet.
#[test]
fn the_block_follows_the_last_part() {
    let words = said("Điều 2");
    assert!(words.find("ĐặngVănQuang") < words.find("TRÍCHSAO"), "{words}");
    assert!(words.ends_with("PhạmThịLan") || words.contains("PhạmThịLan"), "{words}");
}
