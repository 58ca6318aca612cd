//! Ends of lines in running text.

use super::{LEFT, RIGHT, body_lines, built, plan, within_margins, words};
use crate::examples;
use crate::house;
use crate::pdf::{Line, MM, Pdf};

/// What no line ends with when a number follows.
const LABELS: &[&str] = &[
    "số", "ngày", "tháng", "năm", "quý", "điều", "khoản", "điểm", "chương", "mục", "phần", "lục",
    "mẫu", "biểu", "trang", "lần", "thứ", "khóa", "đoạn", "từ", "đến", "đ/c", "ông", "bà", "tp.",
];

/// What no line begins with when a number stands before it.
const UNITS: &[&str] =
    &["người", "hộ", "xã", "%", "triệu", "tỷ", "đồng", "km", "ha", "m²", "tuổi", "giờ", "thẻ"];

fn bare(word: &str) -> String {
    word.trim_matches(|sign: char| !sign.is_alphanumeric() && sign != '%').to_lowercase()
}

fn is_number(word: &str) -> bool {
    bare(word).starts_with(|sign: char| sign.is_ascii_digit())
}

/// What is wrong at the end of `line`, when `next` goes on with it.
fn fault(line: &Line, next: &Line) -> Option<String> {
    let last = &line.words[line.words.len() - 1].text;
    let first = &next.words[0].text;
    let is_roman = bare(first).chars().all(|sign| "ivxlc".contains(sign))
        && first.chars().any(char::is_uppercase);
    let is_label = LABELS.contains(&bare(last).as_str()) && (is_number(first) || is_roman);
    let is_unit = is_number(last)
        && last.ends_with(|sign: char| sign.is_ascii_digit())
        && UNITS.contains(&bare(first).as_str());
    let is_mark = ["-", "./.", ";", "…"].contains(&first.as_str());
    (is_label || is_unit || is_mark).then(|| format!("`{last}` | `{first}`"))
}

/// Lines that go on in the next one, each with it.
fn broken(pdf: &Pdf) -> Vec<(Line, Line)> {
    let mut pairs = Vec::new();
    for page in &pdf.pages {
        let lines = body_lines(page);
        for pair in lines.windows(2) {
            let goes_on = (pair[1].x0() - LEFT).abs() < 0.1 && (pair[0].x1() - RIGHT).abs() < 0.1;
            if goes_on && pair[1].y() > pair[0].y() {
                pairs.push((pair[0].clone(), pair[1].clone()));
            }
        }
    }
    pairs
}

#[test]
fn no_line_ends_between_a_number_and_what_names_or_counts_it() {
    let text = "theo Nghị quyết số 28-NQ/TW ngày 23 tháng 5 năm 2018 và Kế hoạch số 1076/KH-UBND, \
                điểm đ khoản 2 Điều 15 Chương II, Phụ lục III, Mẫu số 05, quý IV năm 2026, lần thứ \
                bảy khóa XII, giai đoạn 2021 - 2025, từ 01/01 đến 30/6/2026, hỗ trợ 1.250 triệu \
                đồng cho 38.155 người, 12 xã, 92 %, 15,5 ha, 3 km, 75 tuổi, ông Nguyễn Văn A, đ/c \
                Minh, TP. Hải Dương, Lao động - Thương binh và Xã hội;";
    let mut ends = 0;
    for shift in 0..48 {
        let pdf = built(&plan(
            &[format!("{} {text} {text} ./.", words(shift % 12, shift) + &"a".repeat(shift / 12))],
            "",
        ));
        for (line, next) in broken(&pdf) {
            ends += 1;
            assert_eq!(fault(&line, &next), None, "{} / {}", line.text(), next.text());
        }
        within_margins(&pdf);
    }
    assert!(ends > 300, "{ends} ends of lines");
}

/// How wide the spaces of a justified line are, in those of the typeface.
fn stretch(line: &Line) -> f64 {
    let space = 0.25 * line.words[0].glyphs[0].size * MM;
    let gaps = line.words.windows(2).map(|pair| (pair[1].x0() - pair[0].x1()) / space);
    gaps.fold(0.0, f64::max)
}

#[test]
fn justified_lines_have_no_rivers() {
    let mut widest = (0.0, String::new());
    let mut all: Vec<f64> = Vec::new();
    let mut see = |pdf: &Pdf| {
        for (line, _) in broken(pdf) {
            let found = stretch(&line);
            all.push(found);
            if found > widest.0 {
                widest = (found, line.text());
            }
        }
    };
    for yaml in examples::examples().values() {
        see(&Pdf::read(&house::build(yaml).pdf.unwrap_or_default()));
    }
    for seed in 0..40 {
        let text = format!(
            "{} theo Nghị quyết số 66.17/2026/NQ-CP ngày 05 tháng 3 năm 2026 của Chính phủ, hỗ trợ \
             1.250 triệu đồng cho 38.155 người {} từ 01/01/2026 đến 31/12/2026",
            words(30 + seed, seed),
            words(40, seed + 3)
        );
        see(&built(&plan(&[text], "")));
    }
    let wide = all.iter().filter(|found| **found > 2.0).count();
    assert!(wide * 100 <= all.len(), "{wide} of {} lines are wide", all.len());
    assert!(widest.0 < 2.5, "{widest:?}");
}

/// A line has room for its words, and no space in it is wider than three usual ones.
fn is_well_filled(words: &[f64], room: f64, space: f64, is_last: bool) -> bool {
    let spaces = space * f64::from(u32::try_from(words.len() - 1).expect("few words"));
    let rest = room - words.iter().sum::<f64>() - spaces;
    rest > -0.1 && (is_last || rest <= 2.0 * spaces + 0.1)
}

/// Whether words of these widths can be set in lines that are all well filled. `stays` says of a
/// word that no line begins with it.
fn can_be_set(words: &[f64], stays: &[bool], first: f64, room: f64, space: f64) -> bool {
    let mut reached = vec![false; words.len() + 1];
    reached[0] = true;
    for from in 0..words.len() {
        for to in from + 1..=words.len() {
            let is_end = to == words.len() || !stays[to];
            let room = if from == 0 { first } else { room };
            let fills = is_well_filled(&words[from..to], room, space, to == words.len());
            reached[to] |= reached[from] && is_end && fills;
        }
    }
    reached[words.len()]
}

#[test]
fn hardly_a_space_is_wider_than_three_where_other_ends_of_lines_avoid_it() {
    let cited = "tại điểm c khoản 1 Điều 14 Thông tư số 253/2010/TT-BTC ngày 28/9/2010 của Bộ Tài chính; \
                 Thông tư số 164/2013/TT-BTC ngày 15/5/2013 của Bộ Tài chính hướng dẫn; số liệu 1.250 \
                 triệu đồng của 12 xã, giai đoạn 2021 - 2025, theo Phụ lục III, ông Nguyễn Văn An";
    let space = 0.25 * 14.0 * MM;
    let (mut seen, mut wide) = (0, Vec::new());
    for count in 0..60 {
        let text = format!("{} {cited} {} {cited}./.", words(count, 3), words(count % 7, 5));
        let pdf = built(&plan(&[text], ""));
        let lines = body_lines(&pdf.pages[0]);
        let start = lines.iter().position(|line| (line.x0() - super::INDENT).abs() < 0.1);
        let lines = &lines[start.expect("the paragraph")..];
        let end = lines.iter().position(|line| line.text().ends_with("./.")).expect("its end");
        let gap = |line: &Line| {
            let gaps = line.words.windows(2).map(|pair| pair[1].x0() - pair[0].x1());
            gaps.fold(0.0, f64::max)
        };
        seen += end;
        if lines[..end].iter().all(|line| gap(line) <= 3.0 * space + 0.05) {
            continue;
        }
        let all: Vec<&crate::pdf::Word> =
            lines[..=end].iter().flat_map(|line| &line.words).collect();
        let widths: Vec<f64> = all.iter().map(|word| word.x1() - word.x0()).collect();
        let stays: Vec<bool> =
            all.iter().map(|word| !word.text.contains(char::is_alphanumeric)).collect();
        if can_be_set(&widths, &stays, RIGHT - super::INDENT, RIGHT - LEFT, space) {
            let line = lines[..end].iter().max_by(|a, b| gap(a).total_cmp(&gap(b)));
            let line = line.expect("a wide line");
            wide.push((gap(line) / space, line.text()));
        }
    }
    assert!(seen > 200, "{seen} lines");
    // Typst weighs all lines of a paragraph, and seldom takes a wide one for others less wide.
    assert!(wide.len() * 400 < seen, "{} of {seen}: {wide:?}", wide.len());
}
