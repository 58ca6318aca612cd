//! What the PDF tells programs: what it is, what it conforms to, how it is to be read.

mod bookmarks;

use std::time::Duration;

use vanthu::compile::{EmbeddedEngine, ProcessEngine, Standard};

use crate::engines::typst;
use crate::examples;
use crate::house;
use crate::office::directive;
use crate::pdf::{Owner, Part, Pdf};

/// A decision with two who sign, marks, an address, and a regulation that it puts into force.
const DECISION: &str = include_str!("../cases/render/decision/input.yaml");

/// Levels left out, in every way.
const GAPS: &str = "\
kind: ke-hoach
symbol: KH-UBND
subject: thử
body: |
  ### a) Một điểm

  # I. Mục

  ### a) Điểm dưới mục

  ## 1. Khoản

  ### a) Điểm dưới khoản
";

/// Every document looked at here, by name.
fn documents() -> Vec<(String, String)> {
    let mut documents: Vec<_> = examples::examples().into_iter().collect();
    for (name, yaml) in [
        ("two appendices", directive("bao-cao", 2, 7)),
        ("a long table", directive("ke-hoach", 1, 320)),
        ("a decision", DECISION.to_owned()),
        ("levels left out", GAPS.to_owned()),
        ("no heading", crate::MINIMAL.to_owned()),
    ] {
        documents.push((name.to_owned(), yaml));
    }
    documents
}

fn embedded(standard: Standard) -> EmbeddedEngine {
    let (library, fonts) = house::library_and_fonts();
    EmbeddedEngine::new(library, fonts).with_standard(standard)
}

fn pdf(yaml: &str) -> Pdf {
    let outcome = house::build(yaml);
    Pdf::read(&outcome.pdf.unwrap_or_else(|| panic!("{}", house::listed(&outcome.findings))))
}

fn tree(pdf: &Pdf) -> &Part {
    pdf.tree.as_ref().expect("the document has a structure")
}

#[test]
fn both_engines_give_the_same_bytes_for_every_standard() {
    let (library, fonts) = house::library_and_fonts();
    for standard in Standard::ALL {
        let within = embedded(standard);
        let limit = Duration::from_mins(1);
        let beside = ProcessEngine::new(typst().as_os_str(), library, fonts, limit)
            .unwrap_or_else(|failure| panic!("{failure}"))
            .with_standard(standard);
        for (name, yaml) in documents() {
            let what = format!("{name} as {}", standard.name());
            let within = house::build_with(&yaml, &within);
            assert!(within.pdf.is_some(), "{what}: {}", house::listed(&within.findings));
            let beside = house::build_with(&yaml, &beside);
            assert_eq!(within.findings, beside.findings, "{what}");
            assert!(within.pdf == beside.pdf, "{what}: other bytes");
        }
    }
}

#[test]
fn a_document_claims_what_was_chosen_and_no_more() {
    for (standard, archival, accessible) in [
        (Standard::A2b, Some("2B"), None),
        (Standard::A2a, Some("2A"), None),
        (Standard::A3b, Some("3B"), None),
        (Standard::A3a, Some("3A"), None),
        (Standard::A3bUa1, Some("3B"), Some("1")),
        (Standard::A3aUa1, Some("3A"), Some("1")),
        (Standard::Ua1, None, Some("1")),
        (Standard::A2bUa1, Some("2B"), Some("1")),
        (Standard::A2aUa1, Some("2A"), Some("1")),
    ] {
        let outcome = house::build_with(DECISION, &embedded(standard));
        let pdf = Pdf::read(&outcome.pdf.expect("a document"));
        let claims = (pdf.conformance.as_deref(), pdf.accessibility.as_deref());
        assert_eq!(claims, (archival, accessible), "{}", standard.name());
        assert_eq!(pdf.shows_title, accessible.is_some(), "{}", standard.name());
    }
}

/// R103: whatever is claimed, the document is all there.
#[test]
fn every_document_is_tagged_in_vietnamese_with_its_typeface() {
    for (name, yaml) in documents() {
        let pdf = pdf(&yaml);
        assert!(pdf.is_tagged, "{name}");
        assert_eq!(pdf.language.as_deref(), Some("vi"), "{name}");
        assert!(pdf.title.as_ref().is_some_and(|title| title.len() > 3), "{name}");
        assert!(pdf.fonts().iter().all(|font| font.is_embedded), "{name}");
    }
}

#[test]
fn a_document_says_who_issued_it_and_what_it_is_about() {
    let said = |yaml: &str| {
        let pdf = pdf(yaml);
        [pdf.title, pdf.author, pdf.subject, pdf.keywords]
    };
    let words = |words: [&str; 4]| words.map(|words| Some(words.to_owned()));
    let plan = format!("{}issuer: {{name: Sở Y tế}}\n", directive("ke-hoach", 0, 0));
    assert_eq!(
        said(&plan),
        words([
            "Kế hoạch thử việc ke-hoach",
            "Sở Y tế",
            "thử việc ke-hoach",
            "Kế hoạch, 07/KH-UBND"
        ])
    );
    let [title, author, subject, keywords] = said(crate::MINIMAL);
    assert_eq!(title.as_deref(), Some("Công văn rà soát hộ nghèo"));
    assert_eq!((author, subject.as_deref()), (None, Some("rà soát hộ nghèo")));
    assert_eq!(keywords.as_deref(), Some("Công văn"));
}

/// The parts of the document, each with the beginning of what is read in it.
fn parts(pdf: &Pdf) -> Vec<(String, String)> {
    let start = |part: &Part| part.text().chars().take(24).collect::<String>().trim().to_owned();
    tree(pdf).parts().into_iter().map(|part| (part.role.clone(), start(part))).collect()
}

#[test]
fn the_letter_is_read_in_its_order() {
    let letter = pdf(&examples::examples()["data/hai-duong/2024/phat-trien-doi-tuong.yaml"]);
    let found = parts(&letter);
    let found: Vec<(&str, &str)> =
        found.iter().map(|(role, start)| (role.as_str(), start.as_str())).collect();
    assert_eq!(
        found,
        [
            ("Div", "UBND TỈNH HẢI DƯƠNG BCĐ"),
            ("Span", "Kính gửi:"),
            ("Div", "- Bảo hiểm xã hội tỉnh;"),
            ("P", "Thực hiện Nghị quyết số"),
            ("P", "Theo đề nghị của Bảo hiể"),
            ("P", "1. Giao Ban chỉ đạo thực"),
            ("P", "2. Bảo hiểm xã hội tỉnh"),
            ("Div", "Nơi nhận: - Như trên; -"),
            ("H1", "Phụ lục"),
            ("Span", "GIAO CHỈ TIÊU PHÁT TRIỂN"),
            ("Table", "STT Huyện, thị xã, Thành"),
        ]
    );
    let head = tree(&letter).parts()[0].text();
    in_order(&head, &["UBND TỈNH", "BCĐ", "CỘNG HÒA", "Độc lập", "Số:", "V/v", "Hải Dương, ngày"]);
    let foot = tree(&letter).parts()[7].text();
    in_order(&foot, &["Nơi nhận:", "- Như trên;", "- Lưu:", "TRƯỞNG BAN", "Triệu Thế Hùng"]);
}

/// Nơi nhận and signature stand side by side: the left one is read first (ô 9b, then ô 7). Two
/// who sign stand above it.
#[test]
fn recipients_are_read_before_who_signs_beside_them() {
    let yaml = "kind: cong-van\nsymbol: A-B\nsubject: thử\nbody: Nội dung./.\n\
                recipients: {cc: [Như trên], file: {unit: VX}}\n\
                signatory: {authority: [KT. Chủ tịch], title: Phó Chủ tịch, name: Nguyễn Văn A}\n";
    let order = ["Nội dung./.", "Nơi nhận:", "- Lưu: VT, VX.", "KT. CHỦ TỊCH", "Nguyễn Văn A"];
    in_order(&tree(&pdf(yaml)).text(), &order);
    let list = &yaml.replace("body: Nội dung./.", "body: |\n  # I. Mục\n");
    in_order(&tree(&pdf(list)).text(), &["I. MỤC", "Nơi nhận:", "KT. CHỦ TỊCH", "Nguyễn Văn A"]);
    in_order(&tree(&pdf(DECISION)).text(), &["Nguyễn Văn A", "Trần Thị B", "Nơi nhận:", "QUY CHẾ"]);
}

#[track_caller]
fn in_order(text: &str, expected: &[&str]) {
    let mut at = 0;
    for words in expected {
        let found = text[at..].find(words);
        at += found.unwrap_or_else(|| panic!("`{words}` is not behind the others in\n{text}"))
            + words.len();
    }
}

/// The reader has looked that everything else belongs to exactly one part.
#[test]
fn rules_borders_and_page_numbers_are_no_content() {
    for (name, yaml) in documents() {
        let pdf = pdf(&yaml);
        let headers: Vec<String> = tree(&pdf).of("TH").into_iter().map(Part::text).collect();
        let is_artifact = |owner: Owner| owner == Owner::Artifact;
        for (index, page) in pdf.pages.iter().enumerate() {
            for stroke in page.strokes() {
                assert!(is_artifact(stroke.owner), "{name}, page {index}: {stroke:?}");
            }
            // A header that is printed again on the next page has been read already.
            let known = |text: &str| {
                ["(tiếp theo)", &pdf.labels[index]].contains(&text)
                    || headers.iter().any(|header| header.contains(text))
            };
            for line in page.lines() {
                let is_passed_over = is_artifact(line.words[0].glyphs[0].owner);
                assert!(!is_passed_over || known(&line.text()), "{name}: {}", line.text());
            }
            let number = page.lines().into_iter().find(|line| line.y() < 15.0 && line.x0() > 80.0);
            let number = number.filter(|line| line.text() == pdf.labels[index]);
            assert!(number.is_none_or(|line| is_artifact(line.words[0].glyphs[0].owner)), "{name}");
        }
    }
}

#[test]
fn every_table_has_header_cells_and_rows() {
    for (appendices, rows) in [(1, 7), (2, 40), (1, 320)] {
        let pdf = pdf(&directive("ke-hoach", appendices, rows));
        let tables = tree(&pdf).of("Table");
        assert_eq!(tables.len(), appendices);
        for table in tables {
            let groups: Vec<&str> =
                table.parts().into_iter().map(|part| part.role.as_str()).collect();
            assert_eq!(groups, ["THead", "TBody"]);
            let named: Vec<(String, &str)> = table
                .of("TH")
                .into_iter()
                .filter(|cell| !cell.text().is_empty())
                .map(|cell| (cell.text(), cell.scope.as_deref().unwrap_or("none")))
                .collect();
            let expected = ["STT", "Đơn vị", "Kế hoạch", "Thực hiện", "Chênh lệch"];
            assert_eq!(named, expected.map(|words| (words.to_owned(), "Column")));
            // Room below a table, for what follows it, is a row of its own.
            let mut lines = table.parts()[1].of("TR");
            lines.retain(|line| !line.text().is_empty());
            assert_eq!(lines.len(), rows + 1);
            let cells = |line: &Part| {
                let cells = line.of("TD").into_iter().map(|cell| cell.text().trim().to_owned());
                cells.collect::<Vec<_>>().join("|").trim_end_matches('|').to_owned()
            };
            assert!(cells(lines[1]).starts_with("2|Xã số 2|14|"), "{}", cells(lines[1]));
            assert!(cells(lines[rows]).contains("Tổng cộng"), "{}", cells(lines[rows]));
        }
    }
}

/// Every Vietnamese letter with every tone, in all four styles, comes out as the one sign it is.
#[test]
fn text_comes_out_composed() {
    let small =
        "aàáảãạ ăằắẳẵặ âầấẩẫậ eèéẻẽẹ êềếểễệ iìíỉĩị oòóỏõọ ôồốổỗộ ơờớởỡợ uùúủũụ ưừứửữự yỳýỷỹỵ đ";
    let large = small.to_uppercase();
    let letters = format!("{small} {large}");
    let yaml = format!(
        "kind: ke-hoach\nnumber: 5\nsymbol: KH-UBND\nsubject: {small}\nissuer: {{name: {small}}}\n\
         body: |\n  # I. {small}\n\n  {letters}\n\n  **{letters}**\n\n  *{letters}*\n\n  \
         ***{letters}***\n"
    );
    let pdf = pdf(&yaml);
    let text = tree(&pdf).text();
    assert_eq!(text.matches(&letters).count(), 4, "{text}");
    let drawn = pdf.text().replace('\n', " ");
    assert_eq!(drawn.matches(&letters).count(), 4, "{drawn}");
    let said = [pdf.title, pdf.author, pdf.subject].map(Option::unwrap_or_default);
    assert!(said.iter().all(|words| words.contains(small)), "{said:?}");
    assert!(pdf.bookmarks[0].title.contains(&large), "{:?}", pdf.bookmarks);
    let all = format!("{text}{drawn}{said:?}{}", pdf.bookmarks[0].title);
    let is_loose = |sign: char| ('\u{300}'..='\u{36f}').contains(&sign);
    assert!(!all.contains(is_loose), "{all}");
}
