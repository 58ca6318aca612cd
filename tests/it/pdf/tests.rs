//! The reader against texts whose places are known because they were put there.

use super::{Color, Pdf};
use crate::house;

/// The least that a position may be trusted to.
const EXACT: f64 = 0.05;

fn read(typst: &str) -> Pdf {
    let start = "#set page(width: 210mm, height: 297mm, margin: 0pt)
        #set document(title: \"Thử\", date: datetime(year: 2024, month: 2, day: 29))
        #set text(font: \"Liberation Serif\", size: 14pt, fallback: false, kerning: false,
          top-edge: \"baseline\", bottom-edge: \"baseline\", lang: \"vi\")\n";
    let compiled = house::compile(&format!("{start}{typst}"));
    Pdf::read(&compiled.pdf.unwrap_or_else(|| panic!("{:?}", compiled.findings)))
}

#[track_caller]
fn close(found: f64, expected: f64) {
    assert!((found - expected).abs() <= EXACT, "{found} is not {expected}");
}

#[test]
fn a_text_is_found_where_it_was_put() {
    let pdf = read("#place(dx: 30mm, dy: 40mm)[Cộng hòa]#place(dx: 100.5mm, dy: 250mm)[xã hội]");
    let page = &pdf.pages[0];
    close(page.width, 210.0);
    close(page.height, 297.0);
    let lines = page.lines();
    let texts: Vec<String> = lines.iter().map(super::Line::text).collect();
    assert_eq!(texts, ["Cộng hòa", "xã hội"]);
    close(lines[0].x0(), 30.0);
    close(lines[0].y(), 40.0);
    close(lines[1].x0(), 100.5);
    close(lines[1].y(), 250.0);
    assert_eq!(pdf.text(), "Cộng hòa\nxã hội");
}

#[test]
fn the_width_of_a_text_is_that_of_its_advances() {
    // 1,000 units an em in the typeface's 2,048: C 1366, n 1024, space 512.
    let pdf = read("#place(dx: 10mm, dy: 10mm)[Cn n]");
    let line = pdf.pages[0].line("Cn n");
    close(line.width(), (1366.0 + 1024.0 + 512.0 + 1024.0) / 2048.0 * 14.0 * super::MM);
    let words = pdf.pages[0].words();
    assert_eq!(words.len(), 2);
    close(words[1].x0() - words[0].x1(), 512.0 / 2048.0 * 14.0 * super::MM);
}

#[test]
fn typeface_size_and_colour_are_those_that_were_asked_for() {
    let pdf = read("thường *đậm* _nghiêng_ *_cả hai_* #text(11pt)[nhỏ] #text(red)[đỏ]");
    let line = pdf.pages[0].line("thường");
    let facts: Vec<_> = line
        .words
        .iter()
        .map(|word| {
            let sign = &word.glyphs[0];
            (word.text.as_str(), sign.font.name.as_str(), sign.size)
        })
        .collect();
    assert_eq!(facts[0], ("thường", "LiberationSerif", 14.0));
    assert_eq!(facts[1], ("đậm", "LiberationSerif-Bold", 14.0));
    assert_eq!(facts[2], ("nghiêng", "LiberationSerif-Italic", 14.0));
    assert_eq!(facts[3], ("cả", "LiberationSerif-BoldItalic", 14.0));
    assert_eq!(facts[5], ("nhỏ", "LiberationSerif", 11.0));
    assert_eq!(line.words[0].glyphs[0].color, Color::BLACK);
    assert_ne!(line.words[6].glyphs[0].color, Color::BLACK);
    let fonts = pdf.fonts();
    assert_eq!(fonts.len(), 4);
    assert!(fonts.iter().all(|font| font.is_embedded));
    let styles: Vec<_> = fonts.iter().map(|font| (font.is_bold, font.is_italic)).collect();
    assert_eq!(styles, [(false, false), (true, false), (true, true), (false, true)]);
}

#[test]
fn a_justified_line_is_one_line_and_ends_at_the_margin() {
    let pdf = read(
        "#set page(margin: (left: 30mm, right: 15mm, top: 20mm))
        #set par(justify: true)
        Ban Chỉ đạo thực hiện chính sách bảo hiểm xã hội, bảo hiểm y tế, bảo hiểm thất nghiệp các \
        huyện, thành phố, thị xã tổ chức triển khai",
    );
    let lines = pdf.pages[0].lines();
    assert_eq!(lines.len(), 2, "{}", pdf.text());
    close(lines[0].x0(), 30.0);
    close(lines[0].x1(), 195.0);
    assert!(lines[1].x1() < 190.0);
}

#[test]
fn columns_side_by_side_are_lines_of_their_own() {
    let pdf = read("#grid(columns: (50mm, 50mm), [một hai], [ba bốn])");
    let lines = pdf.pages[0].lines();
    assert_eq!(lines.len(), 2);
    close(lines[1].x0(), 50.0);
    close(lines[0].y(), lines[1].y());
}

#[test]
fn strokes_have_ends_width_and_colour() {
    let pdf = read(
        "#place(dx: 20mm, dy: 30mm, line(length: 55.5mm, stroke: 0.75pt))
        #place(dx: 20mm, dy: 40mm, line(angle: 90deg, length: 10mm,
          stroke: (paint: red, thickness: 2pt, dash: \"dashed\")))
        #place(dx: 20mm, dy: 60mm, rect(width: 30mm, height: 0.5pt, fill: black))",
    );
    let [rule, upright, thin] = pdf.pages[0].strokes() else {
        panic!("{:?}", pdf.pages[0].strokes())
    };
    for (stroke, from, to) in [
        (rule, (20.0, 30.0), (75.5, 30.0)),
        (upright, (20.0, 40.0), (20.0, 50.0)),
        (thin, (20.0, 60.088), (50.0, 60.088)),
    ] {
        close(stroke.from.0, from.0);
        close(stroke.from.1, from.1);
        close(stroke.to.0, to.0);
        close(stroke.to.1, to.1);
    }
    close(rule.width, 0.75);
    assert_eq!((rule.color, rule.is_solid), (Color::BLACK, true));
    close(upright.width, 2.0);
    assert!(upright.color != Color::BLACK && !upright.is_solid);
    close(thin.width, 0.5);
}

#[test]
fn scaled_content_is_measured_as_it_is_printed() {
    let pdf = read(
        "#place(dx: 20mm, dy: 30mm, scale(50%, origin: top + left, reflow: true, {
        place(dx: 10mm, dy: 10mm)[nửa]
        place(dy: 20mm, line(length: 40mm, stroke: 2pt))
      }))",
    );
    let word = &pdf.pages[0].words()[0];
    close(word.x0(), 25.0);
    close(word.y(), 35.0);
    close(word.glyphs[0].size, 7.0);
    let [stroke] = pdf.pages[0].strokes() else { panic!("one stroke") };
    close(stroke.to.0, 40.0);
    close(stroke.width, 1.0);
}

#[test]
fn text_is_read_as_it_was_written_also_where_glyphs_are_composed() {
    // Combining marks: one glyph for several signs, or several for one.
    let written = "Tiê\u{301}ng Viê\u{323}t a\u{303}\u{323} e\u{302}\u{309}";
    let pdf = read(&format!("#\"{written}\";"));
    assert_eq!(pdf.text(), written);
}

#[test]
fn a_document_says_what_it_is() {
    let pdf = read(
        "#set page(numbering: \"1\")
        một#pagebreak()hai#pagebreak()ba#pagebreak()#counter(page).update(1)bốn",
    );
    assert_eq!(pdf.title.as_deref(), Some("Thử"));
    assert_eq!(pdf.created.as_deref(), Some("2024-02-29T00:00:00"));
    assert_eq!(pdf.conformance.as_deref(), Some("2B"));
    assert_eq!(pdf.pages.len(), 4);
    assert_eq!(pdf.labels, ["1", "2", "3", "1"]);
}

#[test]
#[should_panic(expected = "no line begins with")]
fn a_line_that_is_not_there_is_not_found() {
    read("một").pages[0].line("hai");
}

#[test]
#[should_panic(expected = "is set in two styles")]
fn a_line_in_two_styles_has_no_style() {
    read("một *hai*").pages[0].line("một").style();
}
