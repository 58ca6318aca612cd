//! The pages of copies: those of the source as they are, and the block or the mark.

use std::fs;

use vanthu::compile::pages_of_pdf;
use vanthu::verify::page::Page;

use super::pdfs::{Sheet, pdf};
use super::{OF_DIRECTIVE, copy, of_directive, of_pdf};
use crate::project::Project;

/// What is built of `data/sao.yaml`.
fn built(project: &Project) -> Vec<u8> {
    project.run(["build", "--quiet"]).whatever().succeeds();
    fs::read(project.path("out/sao.pdf")).unwrap()
}

/// The baseline of the piece that begins so, in points from the upper edge, and its page.
fn place(pages: &[Page], start: &str) -> (usize, i64) {
    let found = pages.iter().enumerate().find_map(|(at, page)| {
        let piece = page.pieces.iter().find(|it| page.text[it.text.clone()].starts_with(start))?;
        Some((at, piece.baseline / 1_000))
    });
    found.unwrap_or_else(|| panic!("`{start}` is not on the pages"))
}

/// Every pixel of `source` that is dark is dark in `copy`, on each of its pages.
#[track_caller]
fn keeps(copy: &[u8], source: &[u8]) {
    let (copy, source) =
        (vanthu::compile::paper::drawn(copy), vanthu::compile::paper::drawn(source));
    assert!(copy.len() >= source.len());
    for (at, (after, before)) in copy.iter().zip(&source).enumerate() {
        let dpi = |it: &vanthu::compile::paper::Drawn| it.png().expect("it has a size");
        let (after, before) = (dpi(after), dpi(before));
        let (after, before) = (grey(&after), grey(&before));
        assert_eq!(after.len(), before.len(), "size of page {}", at + 1);
        let lost =
            before.iter().zip(&after).filter(|(old, new)| **old < 100 && **new > 160).count();
        assert_eq!(lost, 0, "pixels of page {}", at + 1);
    }
}

/// The pixels of a PNG, one value each.
fn grey(bytes: &[u8]) -> Vec<u8> {
    let mut decoder = png::Decoder::new(std::io::Cursor::new(bytes));
    decoder.set_transformations(png::Transformations::EXPAND);
    let mut reader = decoder.read_info().unwrap();
    let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
    let info = reader.next_frame(&mut pixels).unwrap();
    let samples = info.color_type.samples();
    pixels.chunks(samples).map(|pixel| pixel[samples.min(2) - 1]).collect()
}

#[test]
fn the_block_stands_below_the_last_line_where_there_is_room() {
    for height in [750, 500, 330] {
        let source = pdf(&[Sheet::said("Mot", 700), Sheet::said("Hai", height)]);
        let copied = built(&of_pdf().bytes("data/nguon.pdf", &source));
        keeps(&copied, &source);
        let pages = pages_of_pdf(&copied);
        assert_eq!(pages.len(), 2, "{height}");
        let (page, baseline) = place(&pages, "SAO");
        let below = baseline - (842 - i64::from(height));
        assert_eq!(page, 1, "{height}");
        // 5 mm, the rule, 6 pt and a line.
        assert!((25..50).contains(&below), "{height}: {below} pt below the last line");
    }
}

#[test]
fn without_room_the_block_stands_on_a_further_sheet() {
    for height in [230, 120, 20] {
        let source = pdf(&[Sheet::said("Mot", height)]);
        let copied = built(&of_pdf().bytes("data/nguon.pdf", &source));
        keeps(&copied, &source);
        let pages = pages_of_pdf(&copied);
        assert_eq!(pages.len(), 2, "{height}");
        let (page, baseline) = place(&pages, "SAO");
        assert_eq!(page, 1, "{height}");
        assert!((60..100).contains(&baseline), "{height}: {baseline}");
    }
}

/// Paper on which an upright block cannot stand has none.
#[test]
fn a_last_page_on_its_side_or_of_another_size_bears_no_block() {
    let page = || Sheet::said("Mot", 500);
    for last in [page().on((842, 595)), page().turned(90), page().on((842, 1191))] {
        let source = pdf(&[page(), last]);
        let copied = built(&of_pdf().bytes("data/nguon.pdf", &source));
        keeps(&copied, &source);
        assert_eq!(place(&pages_of_pdf(&copied), "SAO").0, 2);
    }
}

/// A page that is shown upright may be stored in any way.
#[test]
fn turned_pages_bear_the_block_as_they_are_shown() {
    // A line at the upper edge of the page as it is shown.
    for (turn, size, line) in [
        (90, (842, 595), "60 60 20 400 re f"),
        (180, (595, 842), "60 60 400 20 re f"),
        (270, (842, 595), "762 60 20 400 re f"),
    ] {
        let sheet = Sheet::said("", 0).drawn(line).on(size).turned(turn);
        let source = pdf(&[sheet]);
        let copied = built(&of_pdf().bytes("data/nguon.pdf", &source));
        keeps(&copied, &source);
        let drawn = vanthu::compile::paper::drawn(&copied);
        assert_eq!(drawn.len(), 1, "{turn}");
        let pixels = grey(&drawn[0].png().unwrap());
        let width = pixels.len() / drawn[0].height();
        let rows: Vec<usize> = pixels
            .chunks(width)
            .enumerate()
            .filter(|(_, row)| row.iter().any(|light| *light < 100))
            .map(|(row, _)| row * 842 / drawn[0].height())
            .collect();
        // The line, then the block: its rule begins 5 mm below.
        assert!((55..65).contains(&rows[0]), "{turn}: {:?}", rows.first());
        let rule = rows.iter().find(|row| **row > 85).unwrap();
        assert!((90..100).contains(rule), "{turn}: {rule}");
        assert!((250..400).contains(rows.last().unwrap()), "{turn}: {:?}", rows.last());
    }
}

/// What is drawn without text counts, and so does text that is not drawn.
#[test]
fn pictures_lines_and_annotations_are_not_covered() {
    let page = || Sheet::said("Mot", 700);
    for (what, sheet, end) in [
        ("a line", page().drawn("0.5 w 60 400 m 500 400 l S"), 442),
        ("an area", page().drawn("0.4 g 60 350 200 200 re f"), 492),
        ("an annotation", page().annotated([300, 420, 400, 500], "/F 4"), 422),
        ("text without typeface", page().drawn("BT /F1 12 Tf 72 460 Td (Hai) Tj ET"), 382),
    ] {
        let source = pdf(&[sheet]);
        let copied = built(&of_pdf().bytes("data/nguon.pdf", &source));
        let (page, baseline) = place(&pages_of_pdf(&copied), "SAO");
        assert_eq!(page, 0, "{what}");
        assert!((end + 20..end + 50).contains(&baseline), "{what}: {baseline} below {end}");
    }
}

/// The picture of a signature is an annotation of most programs.
#[test]
fn annotations_that_are_printed_become_a_part_of_the_page() {
    let page = || Sheet::said("Mot", 700);
    let is_red = |sheet: Sheet| {
        let copied = built(&of_pdf().bytes("data/nguon.pdf", &pdf(&[sheet])));
        let png = vanthu::compile::paper::drawn(&copied)[0].png().unwrap();
        let mut reader = png::Decoder::new(std::io::Cursor::new(&png)).read_info().unwrap();
        let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
        let info = reader.next_frame(&mut pixels).unwrap();
        info.color_type == png::ColorType::Rgb
            && pixels.chunks(3).any(|pixel| pixel[0] > 200 && pixel[1] < 60)
    };
    assert!(is_red(page().annotated([300, 500, 400, 600], "/F 4")), "printed");
    assert!(is_red(page().annotated([300, 500, 400, 600], "")), "a field of a form");
    assert!(!is_red(page().annotated([300, 500, 400, 600], "/F 6")), "hidden");
    assert!(!is_red(page()), "none");
}

#[test]
fn a_directive_is_copied_as_it_is_built() {
    let project = of_directive();
    let copied = built(&project);
    let source = fs::read(project.path("out/thong-bao.pdf")).unwrap();
    keeps(&copied, &source);
    let pages = pages_of_pdf(&copied);
    assert_eq!(pages.len(), 1);
    assert!(place(&pages, "SAO").1 > place(&pages, "Nguyễn").1);
}

#[test]
fn a_copy_of_a_copy_has_both_blocks() {
    let project = of_directive()
        .file("data/sao-y.yaml", &copy("sao-y", 4, OF_DIRECTIVE))
        .file("data/sao.yaml", &copy("sao-luc", 5, "  file: sao-y.yaml\n  from: paper\n"));
    let pages = pages_of_pdf(&built(&project));
    let text: String = pages.iter().map(|page| page.text.as_str()).collect();
    assert_eq!(text.matches("SAO").count(), 2, "{text}");
    assert!(text.contains("05/SL-UBND") && text.contains("04/SY-UBND"), "{text}");
}

/// The program for signing adds the mark: till then the copy is the scan.
#[test]
fn an_electronic_copy_is_the_scan_byte_by_byte() {
    let source = "  file: nguon.pdf\n  from: paper\n  to: electronic\n";
    let project = of_pdf().file("data/sao.yaml", &copy("sao-y", 5, source));
    assert!(built(&project) == fs::read(project.path("data/nguon.pdf")).unwrap());
}

#[test]
fn the_mark_stands_at_the_top_right_of_the_first_page() {
    let source = "  file: nguon.pdf\n  from: paper\n  to: electronic\n  \
                  signed_at: 2026-04-02T17:08:02+07:00\n";
    let two = pdf(&[Sheet::said("Mot", 700), Sheet::said("Hai", 700)]);
    let project =
        of_pdf().file("data/sao.yaml", &copy("sao-y", 5, source)).bytes("data/nguon.pdf", &two);
    let copied = built(&project);
    keeps(&copied, &two);
    let pages = pages_of_pdf(&copied);
    assert_eq!(pages.len(), 2);
    let (page, baseline) = place(&pages, "Sao");
    // In the upper margin, within 81 mm of the right one.
    assert_eq!(page, 0);
    assert!((28..57).contains(&baseline), "{baseline}");
    assert!(pages[0].text.contains("AnLạc;02/04/2026;17:08:02;+07:00"), "{}", pages[0].text);
    let sizes: Vec<i64> = pages[0].pieces.iter().map(|piece| piece.size).collect();
    assert!(sizes.contains(&10_000), "{sizes:?}");
}

#[test]
fn a_long_document_keeps_its_order_and_its_numbers() {
    let source =
        pdf(&(1..=40).map(|at| Sheet::said(&format!("Trang {at}"), 700)).collect::<Vec<_>>());
    let copied = built(&of_pdf().bytes("data/nguon.pdf", &source));
    keeps(&copied, &source);
    assert_eq!(pages_of_pdf(&copied).len(), 40);
}

/// The Word file has who copied the document, and no page of it.
#[test]
fn the_word_file_of_a_copy_has_the_block_alone() {
    let project = of_directive();
    project.run(["build", "--quiet", "--emit", "docx"]).succeeds();
    let bytes = fs::read(project.path("out/sao.docx")).unwrap();
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut xml = String::new();
    let mut file = archive.by_name("word/document.xml").unwrap();
    std::io::Read::read_to_string(&mut file, &mut xml).unwrap();
    let words: String =
        xml.split('<').filter_map(|part| part.split_once('>')).map(|it| it.1).collect();
    assert!(words.contains("SAO Y") || words.contains("Sao y"), "{words}");
    assert!(words.contains("05/SY-UBND") && !words.contains("TB-SYT"), "{words}");
}
