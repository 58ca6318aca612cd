//! Footnotes: what is printed at the foot of which page, and what is wrong with them.

use vanthu::verify::page::Role;

use crate::house;
use crate::pdf::Pdf;
use crate::project::Project;

/// A letter with this body.
fn letter(body: &str) -> String {
    let body = body.replace('\n', "\n  ");
    format!("kind: cong-van\nsymbol: UBND-VX\nsubject: rà soát hộ nghèo\nbody: |\n  {body}\n")
}

/// What is found of a letter with this body, without its path.
fn found(body: &str) -> String {
    let project = Project::new().file("data/a.yaml", &letter(body));
    let (_, said) = project.run(["check", "--format", "short"]).said();
    let of_notes = said.lines().filter(|line| line.contains("[N0"));
    of_notes.map(|line| line.replace("data/a.yaml:", "") + "\n").collect()
}

#[test]
fn a_footnote_stands_at_the_foot_of_the_page_that_names_it() {
    let filler = "Đề nghị các xã rà soát hộ nghèo, cận nghèo trên địa bàn.\n\n".repeat(45);
    let body = format!(
        "Có 11 điểm úng ngập[^1] trên địa bàn.\n\n{filler}Việc **cuối[^b]**, xong./.\n\n\
         [^b]: Phường *C* 2 điểm.\n\n[^1]: Phường A 5 điểm, phường B 6 điểm."
    );
    let outcome = house::build(&letter(&body));
    let bytes = outcome.pdf.unwrap_or_else(|| panic!("{}", house::listed(&outcome.findings)));
    let pdf = Pdf::read(&bytes);
    let last = |page: usize| pdf.pages[page].lines().pop().expect("a line");
    assert_eq!(last(0).text(), "1 Phường A 5 điểm, phường B 6 điểm.");
    let end = pdf.pages.len() - 1;
    assert!(end > 0);
    assert_eq!(last(end).text(), "2 Phường C 2 điểm.");
    for page in [0, end] {
        let (note, sheet) = (last(page), &pdf.pages[page]);
        assert!((note.words[1].glyphs[0].size - 10.0).abs() < 0.01);
        assert!(note.y() > sheet.height - 30.0, "{}", note.y());
        let is_above = |stroke: &&crate::pdf::Stroke| {
            (stroke.from.1 - stroke.to.1).abs() < 0.05
                && (0.0..9.0).contains(&(note.y() - stroke.from.1))
        };
        assert!(sheet.strokes().iter().any(|stroke| is_above(&stroke)), "no line above it");
    }
    let lines = pdf.pages[0].lines();
    let text: Vec<String> = lines.iter().map(crate::pdf::Line::text).collect();
    assert!(text.contains(&"Có 11 điểm úng ngập1 trên địa bàn.".to_owned()), "{text:?}");
}

/// The number of a footnote makes no line higher.
#[test]
fn lines_with_and_without_footnotes_are_equally_far_apart() {
    let words = crate::typography::words(60, 1);
    let with = format!("{}[^1] {words}./.\n\n[^1]: Một.", crate::typography::words(20, 2));
    let without = format!("{} {words}./.", crate::typography::words(20, 2));
    let steps = |body: &str| {
        let pdf = Pdf::read(&house::build(&letter(body)).pdf.expect("a document"));
        let lines = pdf.pages[0].lines();
        let body = lines.into_iter().filter(|line| line.words.len() > 9 && line.x0() < 41.0);
        let places: Vec<f64> = body.map(|line| line.y()).collect();
        places.windows(2).map(|pair| format!("{:.2}", pair[1] - pair[0])).collect::<Vec<_>>()
    };
    assert_eq!(steps(&with)[..3], steps(&without)[..3]);
}

/// The engine within knows footnotes by its frames, the other one by the tags of the PDF.
#[test]
fn both_readers_of_pages_know_footnotes() {
    let yaml = letter("Một[^1], hai[^2]./.\n\n[^1]: Lời một.\n\n[^2]: Lời hai.");
    let (compiled, _) = house::set(&yaml).expect("no errors");
    let pdf = compiled.pdf.expect("a document");
    for pages in [compiled.pages, vanthu::compile::pages_of_pdf(&pdf)] {
        let of_page = |page: &vanthu::verify::page::Page| {
            let notes = page.pieces.iter().filter(|piece| piece.role == Role::Note);
            notes.map(|piece| page.text[piece.text.clone()].to_owned()).collect::<String>()
        };
        let said: String = pages.iter().map(of_page).collect();
        let letters: String = said.chars().filter(|sign| !sign.is_whitespace()).collect();
        assert_eq!(letters, "1Lờimột.2Lờihai.");
    }
}

#[test]
fn each_footnote_is_named_once_and_written_once() {
    assert_eq!(found("Một[^1], hai[^b]./.\n\n[^b]: Hai.\n\n[^1]: Một."), "");
    assert_eq!(
        found("Một[^1], hai[^1], ba[^c]./.\n\n[^1]: Một.\n\n[^1]: Lại một.\n\n[^d]: Bốn."),
        "5:15: error[N026]: chú thích `[^1]` được gọi lần thứ hai\n\
         5:23: error[N026]: chú thích `[^c]` được gọi mà không có lời\n\
         9:3: error[N026]: chú thích `[^1]` có lời hai lần\n\
         11:3: error[N026]: chú thích `[^d]` có lời mà nội dung không gọi\n"
    );
    assert_eq!(
        found("Một[^1], hai[^2], ba[^3]./.\n\n[^1]: Xem[^2].\n\n[^2]: - Một.\n    - Hai.\n\n[^3]:"),
        "7:12: error[N026]: trong lời chú thích không gọi được chú thích khác (`[^2]`)\n\
         9:3: error[N026]: chú thích `[^2]` có hơn một đoạn\n\
         12:3: error[N026]: chú thích `[^3]` không có lời\n"
    );
}

/// Brackets that are none.
#[test]
fn other_brackets_are_no_footnotes() {
    for text in [
        "Xem [1]./.",
        "Xem \\[^1]./.",
        "Mẫu [^]./.",
        "Mũ ^1 và [a]^2./.",
        "Xem [^ ghi chú] ở dưới./.",
        "Danh mục [2; 3]./.",
        "Mẫu số [01]./.",
        "Khoảng [0; 1]^./.",
        "Trang [^\n12]./.",
        "Số [12^3]./.",
    ] {
        assert_eq!(found(text), "", "{text}");
    }
}

#[test]
fn diff_tells_a_changed_footnote_and_one_more() {
    let was = letter("Một[^1]./.\n\n[^1]: Phường A 5 điểm.");
    let is = letter("Một[^1], hai[^2]./.\n\n[^1]: Phường A 6 điểm.\n\n[^2]: Mới.");
    let changes = crate::diff::between(&was, &is);
    assert!(changes.contains("Phường A") && changes.contains("Mới."), "{changes}");
    assert!(changes.contains("[2]"), "{changes}");
}
