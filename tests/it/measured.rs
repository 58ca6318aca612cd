//! Page profiles of an office's own, measured on the finished PDF.
//!
//! Numbers in brackets are those of the rules of the decree.
#![expect(clippy::float_arithmetic, reason = "positions are measures, not amounts")]

use vanthu::model::measure::Measure;
use vanthu::model::profile::{Field, Profile};

use crate::house;
use crate::pdf::{Line, MM, Pdf};

/// Three pages, so that upper and lower margins are reached; the longest date line (R165).
fn letter() -> String {
    let paragraph = "Đề nghị Ủy ban nhân dân các xã, phường rà soát hộ nghèo, hộ cận nghèo theo \
                     chuẩn nghèo đa chiều, báo cáo kết quả về Sở trước ngày mười lăm hằng tháng";
    let body: Vec<String> = (1..=60).map(|n| format!("  Đoạn {n}. {paragraph}.\n\n")).collect();
    format!(
        "kind: cong-van\nnumber: 7\nsymbol: SNV-XD\nsubject: rà soát hộ nghèo\ndate: 2019-06-29\n\
         place: Thành phố Hồ Chí Minh\nissuer: {{name: Sở Nội vụ}}\nrecipients: {{to: [Bộ Nội vụ]}}\n\
         body: |\n{}",
        body.concat()
    )
}

fn profile(start: Profile, changes: &[(Field, &str)]) -> Profile {
    changes.iter().fold(start, |profile, (field, value)| {
        let value: Measure = value.parse().expect("a measure");
        profile.with(*field, value).unwrap_or_else(|allowed| panic!("{field:?}: {allowed:?}"))
    })
}

fn set_in(profile: &Profile) -> Pdf {
    let outcome = house::build_in(&letter(), profile, house::engine());
    Pdf::read(&outcome.pdf.unwrap_or_else(|| panic!("{}", house::listed(&outcome.findings))))
}

/// What the test knows of a profile, written out once more by hand.
struct Expected {
    /// Top, bottom, left, right.
    margins: [f64; 4],
    /// Quốc hiệu, motto and date, body.
    sizes: [f64; 3],
    indent: f64,
    gap: f64,
    /// Of the type size.
    step: f64,
    header_left: f64,
}

#[track_caller]
fn near(found: f64, expected: f64, tolerance: f64) {
    assert!((found - expected).abs() <= tolerance, "{found:.3} is not {expected} ± {tolerance}");
}

fn size(line: &Line) -> f64 {
    line.words[0].glyphs[0].size
}

#[track_caller]
fn measure(pdf: &Pdf, expected: &Expected) {
    margins(pdf, expected);
    letterhead(pdf, expected);
    paragraphs(pdf, expected);
}

/// R8: lines end at the margins, and pages are filled down to less than a line from them.
#[track_caller]
fn margins(pdf: &Pdf, expected: &Expected) {
    let [top, bottom, left, right] = expected.margins;
    assert!(pdf.pages.len() >= 3, "{} pages", pdf.pages.len());
    for (index, page) in pdf.pages.iter().enumerate() {
        let lines: Vec<Line> = page.lines().into_iter().filter(|line| line.y() > top).collect();
        let edge = |pick: fn(&Line) -> f64, best: fn(f64, f64) -> f64| {
            lines.iter().map(pick).reduce(best).expect("a page has lines")
        };
        near(edge(Line::x0, f64::min), left, 0.05);
        near(edge(Line::x1, f64::max), 210.0 - right, 0.05);
        let ascent = 0.891 * size(&lines[0]) * MM;
        near(edge(Line::y, f64::min) - ascent, top, 0.05);
        let lowest = edge(Line::y, f64::max) + 0.216 * expected.sizes[2] * MM;
        assert!(lowest < 297.0 - bottom + 0.05, "{lowest}");
        // R11: the number stands in the upper margin.
        let number = page.lines().into_iter().find(|line| line.y() < top);
        assert_eq!(number.map(|line| line.text()), (index > 0).then(|| (index + 1).to_string()));
        if index + 1 < pdf.pages.len() {
            // A paragraph of three lines is not split: two of them would be alone.
            let paragraph = (3.0 * expected.step * expected.sizes[2] + expected.gap) * MM;
            assert!(lowest > 297.0 - bottom - paragraph, "{lowest}");
        }
    }
}

/// R13, R16–R18, R33, R162–R165.
#[track_caller]
fn letterhead(pdf: &Pdf, expected: &Expected) {
    let page = &pdf.pages[0];
    let [_, _, left, right] = expected.margins;
    let (nation, motto) = (page.line("CỘNG HÒA XÃ HỘI"), page.line("Độc lập"));
    near(size(&nation), expected.sizes[0], 0.01);
    near(size(&motto), expected.sizes[1], 0.01);
    assert_eq!(nation.text(), "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
    let date = page.line("Thành phố Hồ Chí Minh");
    assert_eq!(date.text(), "Thành phố Hồ Chí Minh, ngày 29 tháng 6 năm 2019");
    near(size(&date), expected.sizes[1], 0.01);
    let (issuer, number) = (page.line("SỞ NỘI VỤ"), page.line("Số: 07/SNV-XD"));
    near(size(&issuer), expected.sizes[0], 0.01);
    near(size(&number), 13.0, 0.01);
    near(number.y(), date.y(), 0.05);
    // Each column is centred on its own middle; together they are the text.
    let border = left + expected.header_left;
    for line in [&issuer, &number] {
        near(line.center(), f64::midpoint(left, border), 0.3);
    }
    for line in [&nation, &motto, &date] {
        near(line.center(), f64::midpoint(border, 210.0 - right), 0.3);
    }
    assert!(date.x0() > border - 0.05 && date.x1() < 210.0 - right + 0.05);
}

/// R54–R58, R159–R161.
#[track_caller]
fn paragraphs(pdf: &Pdf, expected: &Expected) {
    let lines = pdf.pages[1].lines();
    let starts: Vec<usize> =
        (1..lines.len()).filter(|at| lines[*at].text().starts_with("Đoạn")).collect();
    assert!(starts.len() > 3, "{}", pdf.pages[1].text());
    let [_, _, left, right] = expected.margins;
    for at in starts.into_iter().filter(|at| *at > 1 && at + 1 < lines.len()) {
        near(size(&lines[at]), expected.sizes[2], 0.01);
        near(lines[at].x0(), left + expected.indent, 0.05);
        near(lines[at].x1(), 210.0 - right, 0.05);
        near(lines[at + 1].x0(), left, 0.05);
        let step = expected.step * expected.sizes[2];
        near((lines[at + 1].y() - lines[at].y()) / MM, step, 0.05);
        near((lines[at].y() - lines[at - 1].y()) / MM, step + expected.gap, 0.05);
    }
}

#[test]
fn the_built_in_profiles_are_what_they_say() {
    let wide = Expected {
        margins: [20.0, 20.0, 30.0, 15.0],
        sizes: [13.0, 14.0, 14.0],
        indent: 10.0,
        gap: 6.0,
        step: 1.2,
        header_left: 60.0,
    };
    measure(&set_in(&Profile::WIDE), &wide);
    let narrow = Expected {
        margins: [20.0, 20.0, 35.0, 20.0],
        sizes: [12.0, 13.0, 14.0],
        header_left: 56.0,
        ..wide
    };
    measure(&set_in(&Profile::NARROW), &narrow);
}

#[test]
fn the_least_of_everything_is_printed() {
    let least = profile(
        Profile::WIDE,
        &[
            (Field::HeaderSize, "12"),
            (Field::BodySize, "13"),
            (Field::LineSpacing, "1"),
            (Field::HeaderLeft, "50"),
        ],
    );
    let expected = Expected {
        margins: [20.0, 20.0, 30.0, 15.0],
        sizes: [12.0, 13.0, 13.0],
        indent: 10.0,
        gap: 6.0,
        step: 1.149,
        header_left: 50.0,
    };
    measure(&set_in(&least), &expected);
}

#[test]
fn the_most_of_everything_is_printed() {
    let most = profile(
        Profile::NARROW,
        &[
            (Field::Top, "25"),
            (Field::Bottom, "25"),
            (Field::Indent, "12.7"),
            (Field::ParagraphGap, "12"),
            (Field::LineSpacing, "1.5"),
            (Field::HeaderLeft, "58.5"),
        ],
    );
    let expected = Expected {
        margins: [25.0, 25.0, 35.0, 20.0],
        sizes: [12.0, 13.0, 14.0],
        indent: 12.7,
        gap: 12.0,
        step: 1.7235,
        header_left: 58.5,
    };
    measure(&set_in(&most), &expected);
}

#[test]
fn values_between_the_edges_are_printed_exactly() {
    let between = profile(
        Profile::WIDE,
        &[
            (Field::Top, "22.5"),
            (Field::Bottom, "21"),
            (Field::Left, "31.25"),
            (Field::Right, "16"),
            (Field::BodySize, "13.5"),
            (Field::Indent, "12.7"),
            (Field::ParagraphGap, "7.5"),
            (Field::LineSpacing, "1.15"),
            (Field::HeaderLeft, "55"),
        ],
    );
    let expected = Expected {
        margins: [22.5, 21.0, 31.25, 16.0],
        sizes: [13.0, 14.0, 13.5],
        indent: 12.7,
        gap: 7.5,
        step: 1.32135,
        header_left: 55.0,
    };
    measure(&set_in(&between), &expected);
}

/// Wherever the columns may be put, the longest date line stays one line (R165).
#[test]
fn the_widest_left_column_of_every_width_leaves_the_date_its_line() {
    for left in ["30", "32.5", "35"] {
        for right in ["15", "20"] {
            for size in ["12", "13"] {
                let start = profile(
                    Profile::WIDE,
                    &[(Field::Left, left), (Field::Right, right), (Field::HeaderSize, size)],
                );
                let most = start.text_width().minus(start.least_right()).to_string();
                let pdf = set_in(&profile(start, &[(Field::HeaderLeft, &most)]));
                let date = pdf.pages[0].line("Thành phố Hồ Chí Minh").text();
                assert_eq!(date, "Thành phố Hồ Chí Minh, ngày 29 tháng 6 năm 2019");
            }
        }
    }
}

/// D502 goes by the columns and lines of the profile: what it lets pass fits.
#[test]
fn the_longest_word_that_passes_fits_its_column_and_its_line() {
    for (profile, left, right) in [
        (Profile::WIDE, 90.0, 195.0),
        (Profile::NARROW, 91.0, 190.0),
        (profile(Profile::NARROW, &[(Field::HeaderLeft, "50")]), 85.0, 190.0),
    ] {
        let letter = |name: usize, word: usize| {
            let yaml = format!(
                "kind: ke-hoach\nsymbol: KH-A\nsubject: thử\nissuer: {{name: {}}}\nbody: {}\n",
                "O".repeat(name),
                "W".repeat(word)
            );
            house::build_in(&yaml, &profile, house::engine())
        };
        let passes = |name, word| letter(name, word).pdf.is_some();
        let name = (1..40).rev().find(|name| passes(*name, 1)).expect("a short name passes");
        let word = (1..80).rev().find(|word| passes(1, *word)).expect("a short word passes");
        let pdf = Pdf::read(&letter(name, word).pdf.expect("both pass"));
        let (name, word) = (pdf.pages[0].line("OOO"), pdf.pages[0].line("WWW"));
        assert!(name.x1() < left, "{} > {left}", name.x1());
        assert!(word.x1() < right, "{} > {right}", word.x1());
        // Nor is much room given away.
        assert!(name.x1() > left - 8.0 && word.x1() > right - 10.0, "{} {}", name.x1(), word.x1());
    }
}
