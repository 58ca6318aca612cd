//! First facts on paper: what both documents in `data/` look like when they are printed.
//!
//! Numbers in brackets are those of the rules of the decree.
#![expect(clippy::float_arithmetic, reason = "positions are measures, not amounts")]

use std::sync::LazyLock;

use crate::examples;
use crate::house;
use crate::pdf::{Color, Line, MM, Page, Pdf};

/// The margins of the profile both documents are in (R171).
const LEFT: f64 = 30.0;
const RIGHT: f64 = 195.0;
const TOP: f64 = 20.0;
const BOTTOM: f64 = 277.0;

/// A letter and its appendix: three pages.
fn cong_van() -> Pdf {
    static BYTES: LazyLock<Vec<u8>> =
        LazyLock::new(|| bytes("data/hai-duong/2024/phat-trien-doi-tuong.yaml"));
    Pdf::read(&BYTES)
}

/// A plan with a table in its text: two pages.
fn ke_hoach() -> Pdf {
    static BYTES: LazyLock<Vec<u8>> =
        LazyLock::new(|| bytes("data/tra-vinh/2023/phat-trien-nguoi-tham-gia.yaml"));
    Pdf::read(&BYTES)
}

fn bytes(name: &str) -> Vec<u8> {
    let outcome = house::build(&examples::examples()[name]);
    outcome.pdf.unwrap_or_else(|| panic!("{}", house::listed(&outcome.findings)))
}

#[track_caller]
fn near(found: f64, expected: f64, tolerance: f64) {
    assert!((found - expected).abs() <= tolerance, "{found:.3} is not {expected} ± {tolerance}");
}

/// What stands in the top margin.
fn page_number(page: &Page) -> Vec<Line> {
    page.lines().into_iter().filter(|line| line.y() < TOP).collect()
}

/// Every text of `expected` stands in the document, each behind the one before it.
#[track_caller]
fn in_order(pdf: &Pdf, expected: &[&str]) {
    let text = pdf.text().replace('\n', " ");
    let mut at = 0;
    for words in expected {
        let found = text[at..].find(words);
        at += found.unwrap_or_else(|| panic!("`{words}` is not behind the others in\n{text}"))
            + words.len();
    }
}

#[test]
fn documents_say_what_they_are() {
    let letter = cong_van();
    assert_eq!(letter.pages.len(), 3);
    assert_eq!(
        letter.title.as_deref(),
        Some("Công văn phát triển đối tượng tham gia BHXH tự nguyện, BHYT hộ gia đình")
    );
    assert_eq!(letter.created.as_deref(), Some("2024-03-01T00:00:00"));
    let plan = ke_hoach();
    assert_eq!(plan.pages.len(), 2);
    assert_eq!(
        plan.title.as_deref(),
        Some(
            "Kế hoạch Phát triển người tham gia BHXH, BHYT, BHTN trên địa bàn thành phố Trà Vinh \
             năm 2023"
        )
    );
    for pdf in [letter, plan] {
        assert_eq!(pdf.conformance.as_deref(), Some("2B"));
    }
}

#[test]
fn everything_is_in_one_embedded_family_and_black() {
    for pdf in [cong_van(), ke_hoach()] {
        for font in pdf.fonts() {
            assert!(font.is_embedded && font.name.starts_with("LiberationSerif"), "{font:?}");
        }
        for page in &pdf.pages {
            assert!(page.glyphs.iter().all(|glyph| glyph.color == Color::BLACK));
            assert!(page.strokes().iter().all(|s| s.color == Color::BLACK && s.is_solid));
        }
    }
}

#[test]
fn pages_are_a4_and_nothing_stands_in_their_margins() {
    for pdf in [cong_van(), ke_hoach()] {
        for page in &pdf.pages {
            near(page.width, 210.0, 0.05);
            near(page.height, 297.0, 0.05);
            for line in page.lines().iter().filter(|line| line.y() >= TOP) {
                let em = line.words[0].glyphs[0].size * MM;
                let what = line.text();
                assert!(line.x0() > LEFT - 0.05 && line.x1() < RIGHT + 0.05, "{what}");
                let (top, bottom) = (line.y() - 0.891 * em, line.y() + 0.216 * em);
                assert!(top > TOP - 0.05 && bottom < BOTTOM + 0.05, "{what}: {top} {bottom}");
            }
            for stroke in page.strokes() {
                let is_inside = stroke.from.0 > LEFT - 0.2 && stroke.to.0 < RIGHT + 0.2;
                assert!(is_inside && stroke.from.1 > TOP && stroke.to.1 < BOTTOM, "{stroke:?}");
            }
        }
    }
}

/// R11, R90, R167.
#[test]
fn every_page_but_the_first_of_each_part_bears_its_number() {
    let (letter, plan) = (cong_van(), ke_hoach());
    for (page, expected) in [
        (&letter.pages[0], None),
        (&letter.pages[1], Some("2")),
        (&letter.pages[2], None),
        (&plan.pages[0], None),
        (&plan.pages[1], Some("2")),
    ] {
        let found = page_number(page);
        let texts: Vec<String> = found.iter().map(Line::text).collect();
        assert_eq!(texts, expected.into_iter().collect::<Vec<_>>());
        for line in found {
            near(line.center(), f64::midpoint(LEFT, RIGHT), 1.0);
            let (font, size, _) = line.style();
            assert_eq!((size, font.is_bold, font.is_italic), (14.0, false, false));
        }
    }
}

#[test]
fn the_letter_reads_in_its_order() {
    in_order(
        &cong_van(),
        &[
            "UBND TỈNH HẢI DƯƠNG BCĐ THỰC HIỆN CHÍNH SÁCH BHXH, BHYT",
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc",
            "Số: /BCĐ",
            "V/v phát triển đối tượng tham gia BHXH tự nguyện, BHYT hộ gia đình",
            "Hải Dương, ngày tháng 3 năm 2024",
            "Kính gửi:",
            "- Bảo hiểm xã hội tỉnh;",
            "các huyện, thành phố, thị xã.",
            "Thực hiện Nghị quyết số 28-NQ/TW",
            "về “Cải cách chính sách bảo hiểm xã hội” (Nghị quyết số 28-NQ/TW); Nghị quyết số",
            "Theo đề nghị của Bảo hiểm xã hội tỉnh tại Tờ trình số 295/BHXH-TST",
            "1. Giao Ban chỉ đạo",
            "có thêm 18.304 (người)",
            "và 38.155 người",
            "trong Phụ lục kèm theo).",
            "2. Bảo hiểm xã hội tỉnh phối hợp",
            "xem xét, tháo gỡ./.",
            "Nơi nhận: - Như trên;",
            "- Lưu: VT, KGVX. LAI.(10).",
            "TRƯỞNG BAN CHỦ TỊCH UBND TỈNH Triệu Thế Hùng",
            "Phụ lục GIAO CHỈ TIÊU PHÁT TRIỂN",
            "(Kèm theo Công văn số /BCĐ ngày tháng 3 năm 2024",
            "của Trưởng ban BCĐ thực hiện chính sách BHXH, BHYT tỉnh)",
            "1 Thành phố Hải Dương 5.792 7.593 1.801 60.437 65.463 5.026",
            "12 Huyện Thanh Miện 6.823 8.023 1.200 40.130 43.410 3.280",
            "TỔNG CỘNG 48.384 66.688 18.304 465.782 503.937 38.155",
        ],
    );
}

#[test]
fn the_plan_reads_in_its_order() {
    in_order(
        &ke_hoach(),
        &[
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc",
            "Số: 49/KH-BCĐ",
            ", ngày tháng năm",
            "KẾ HOẠCH Phát triển người tham gia BHXH, BHYT, BHTN",
            "Để phấn đấu hoàn thành",
            "I. MỤC ĐÍCH, YÊU CẦU 1. Mục đích",
            "2. Yêu cầu - Xây dựng",
            "II. MỤC TIÊU 1. Phấn đấu kết thúc năm 2023",
            "trong độ tuổi (17.060 người)",
            "xã hội (1.756 người)",
            "(12.368 người)",
            "(102.720 người)",
            "1 Phường 1 1.888 165 1.613 10.324",
            "10 Long Đức 3.259 319 2.780 19.936",
            "Tổng cộng 15.304 1.756 12.368 102.720",
            "2. Phấn đấu chỉ tiêu giảm nợ",
            "III. TỔ CHỨC THỰC HIỆN 1. Đề nghị Bảo hiểm xã hội tỉnh",
            "động, trên địa bàn thành phố.",
        ],
    );
}

/// The figures the printed original had wrong: once in the table, once in the text.
#[test]
fn computed_totals_stand_in_table_and_prose() {
    let letter = cong_van();
    let count =
        |page: &Page, figure: &str| page.words().iter().filter(|word| word.text == figure).count();
    for figure in ["18.304", "38.155"] {
        assert_eq!(count(&letter.pages[0], figure), 1, "{figure} in the text");
        assert_eq!(count(&letter.pages[2], figure), 1, "{figure} in the table");
    }
    for figure in ["66.688", "503.937"] {
        assert_eq!(count(&letter.pages[2], figure), 1, "{figure} in the table");
    }
    for wrong in ["66.689", "18.305", "503.936", "38.154"] {
        assert!(!letter.text().contains(wrong), "{wrong}");
    }
}

/// R16–R18, R163, R164.
#[test]
fn the_motto_is_ruled_as_wide_as_it_is() {
    for pdf in [cong_van(), ke_hoach()] {
        let page = &pdf.pages[0];
        let nation = page.line("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
        let (font, size, _) = nation.style();
        assert_eq!((size, font.is_bold, font.is_italic), (13.0, true, false));
        near(nation.width(), 95.7, 0.1);
        let motto = page.line("Độc lập - Tự do - Hạnh phúc");
        let (font, size, _) = motto.style();
        assert_eq!((size, font.is_bold, font.is_italic), (14.0, true, false));
        near(motto.width(), 60.5, 0.1);
        near(motto.center(), nation.center(), 0.5);
        let under = |y: f64| y > motto.y() && y < motto.y() + 4.0;
        let rule = page.strokes().iter().find(|s| under(s.from.1) && s.from.0 > 100.0);
        let rule = rule.expect("the motto is ruled");
        near(rule.to.0 - rule.from.0, motto.width(), 1.0);
        near(f64::midpoint(rule.from.0, rule.to.0), motto.center(), 0.5);
        assert!(rule.width > 0.0 && rule.is_solid);
    }
}

/// R54–R58, R159–R161.
#[test]
fn body_lines_stand_1_2_of_their_size_apart_and_paragraphs_6_pt_more() {
    for (pdf, starts) in [
        (cong_van(), ["Thực hiện Nghị quyết", "Theo đề nghị", "1. Giao"]),
        (ke_hoach(), ["Để phấn đấu", "- Xây dựng", "1. Phấn đấu"]),
    ] {
        let lines = pdf.pages[0].lines();
        for start in starts {
            let at = lines.iter().position(|line| line.text().starts_with(start));
            let at = at.unwrap_or_else(|| panic!("no line begins with `{start}`"));
            near(lines[at].x0(), LEFT + 10.0, 0.05);
            near(lines[at + 1].x0(), LEFT, 0.05);
            near(lines[at].x1(), RIGHT, 0.05);
            near((lines[at + 1].y() - lines[at].y()) / MM, 1.2 * 14.0, 0.05);
            let above = (lines[at].y() - lines[at - 1].y()) / MM;
            assert!(above >= 1.2 * 14.0 + 5.9, "{start}: {above}");
            near(lines[at].words[0].glyphs[0].size, 14.0, 0.01);
        }
    }
}

/// R76.
#[test]
fn recipients_begin_level_with_the_authority() {
    let page = &cong_van().pages[1];
    let recipients = page.line("Nơi nhận:");
    let (font, size, _) = recipients.style();
    assert_eq!((size, font.is_bold, font.is_italic), (12.0, true, true));
    near(recipients.x0(), LEFT, 0.05);
    near(recipients.y(), page.line("TRƯỞNG BAN").y(), 0.05);
    let first = page.line("- Như trên;");
    let (font, size, _) = first.style();
    assert_eq!((size, font.is_bold, font.is_italic), (11.0, false, false));
    near(first.x0(), LEFT, 0.05);
}

/// R70: the signature has its room.
#[test]
fn title_and_name_leave_25_mm_for_the_signature() {
    let page = &cong_van().pages[1];
    let (title, office) = (page.line("TRƯỞNG BAN"), page.line("CHỦ TỊCH UBND TỈNH"));
    let cap_height = 0.66 * 14.0 * MM;
    assert!(office.y() - cap_height - title.y() >= 25.0);
    near(page.line("Triệu Thế Hùng").center(), title.center(), 0.1);
}
