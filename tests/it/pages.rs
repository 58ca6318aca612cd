//! Tables and bodies of all sizes on pages: every word is printed once and in its own room, or the
//! build says that it is not. The pages are read from the PDF, by a reader that knows nothing of
//! how the build looks at them.
//!
//! `VANTHU_PAGES=2000` tries so many tables, and as many bodies; without it there are fewer.
#![expect(clippy::float_arithmetic, reason = "places on a page are measures, not amounts")]

use std::collections::BTreeMap;
use std::fmt::Write as _;

use fastrand::Rng;

use vanthu::compile::pages_of_pdf;
use vanthu::verify::{Margins, Templates, Violation, verify};

use crate::house::{Outcome, build, set};
use crate::pdf::{MM, Owner, Page, Pdf, Word};

/// Letters that Vietnamese words do not have: a word of nothing else is one of ours.
const LETTERS: [char; 5] = ['f', 'j', 'w', 'z', 'q'];

const HEAD: &str = "kind: ke-hoach\nissuer: {parent: UBND tỉnh Thanh Bình, name: Sở Tài chính}\n\
                    symbol: KH-STC\nplace: Thanh Bình\ndate: 2026-03-05\nsubject: Giao chỉ tiêu\n\
                    recipients:\n  cc: [UBND tỉnh]\n  file: {unit: VP}\n\
                    signatory: {title: Giám đốc, name: Nguyễn Văn A}\n";

/// Findings by which a build says that something has no room.
const NO_ROOM: [&str; 5] = ["D502", "P011", "P012", "P013", "P014"];

/// A directive, and how often its words are printed: once for all, and in each part of a table that
/// is split.
#[derive(Default)]
struct Case {
    yaml: String,
    words: BTreeMap<String, (usize, usize)>,
}

impl Case {
    /// Words that are printed once; `is_name` those that stand in each part.
    fn expect(&mut self, text: &str, is_name: bool) {
        for word in text.split_whitespace() {
            let counts = self.words.entry(word.to_lowercase()).or_default();
            if is_name { counts.1 += 1 } else { counts.0 += 1 }
        }
    }
}

fn count() -> u64 {
    std::env::var("VANTHU_PAGES").ok().and_then(|count| count.parse().ok()).unwrap_or(40)
}

fn word(rng: &mut Rng, most: usize) -> String {
    (0..rng.usize(1..=most)).map(|_| LETTERS[rng.usize(..LETTERS.len())]).collect()
}

/// Mostly words of a few letters, now and then one that is longer than any line.
fn some_word(rng: &mut Rng, is_wild: bool) -> String {
    let most = match rng.usize(0..200) {
        0 if is_wild => 2_000,
        1..=3 if is_wild => 60,
        4..=20 => 14,
        _ => 7,
    };
    word(rng, most)
}

fn words(rng: &mut Rng, most: usize, is_wild: bool) -> String {
    let count = rng.usize(1..=most);
    (0..count).map(|_| some_word(rng, is_wild)).collect::<Vec<_>>().join(" ")
}

fn thousands(number: u64) -> String {
    let digits = number.to_string();
    let parts: Vec<&[u8]> = digits.as_bytes().rchunks(3).rev().collect();
    let parts: Vec<String> =
        parts.iter().map(|part| String::from_utf8_lossy(part).into_owned()).collect();
    parts.join(".")
}

/// The cells of a row; the longest figure in digits and the longest text in words.
fn cells(
    rng: &mut Rng,
    case: &mut Case,
    kinds: &[bool],
    (longest_figure, longest_cell): (usize, usize),
    is_wild: bool,
) -> String {
    let mut yaml = String::new();
    for is_figure in kinds {
        if *is_figure {
            let digits = u32::try_from(rng.usize(4..=longest_figure)).expect("few digits");
            let number = rng.u64(10u64.pow(digits - 1)..10u64.pow(digits));
            case.expect(&thousands(number), false);
            let _ = write!(yaml, "{number}, ");
        } else if rng.usize(0..8) == 0 {
            yaml.push_str("~, ");
        } else {
            let most = if rng.usize(0..6) == 0 { longest_cell } else { longest_cell.min(8) };
            let mut text = words(rng, most, is_wild);
            // No cell may be longer.
            text.truncate(1_900);
            let text = text.trim_end();
            case.expect(text, false);
            let _ = write!(yaml, "{text}, ");
        }
    }
    yaml
}

/// The body that holds the table, or names it.
fn text_around(rng: &mut Rng, case: &mut Case, is_in_body: bool) -> String {
    let mut yaml = String::new();
    let place = if is_in_body { "table" } else { "appendix" };
    let before = words(rng, 60, false);
    case.expect(&before, false);
    let place = format!("{{{{ {place}(\"t\") }}}}");
    if is_in_body {
        let _ = write!(yaml, "body: |\n  {before}:\n\n  {place}\n");
        if rng.bool() {
            let after = words(rng, 40, false);
            case.expect(&after, false);
            let _ = write!(yaml, "\n  {after}./.\n");
        }
    } else {
        let _ = write!(yaml, "body: |\n  {before} tại {place}./.\n");
    }
    yaml
}

/// A table of some size, in an appendix or in the body, with some of the options for paper.
fn table(rng: &mut Rng) -> Case {
    let mut case = Case::default();
    let is_in_body = rng.usize(0..4) == 0;
    let is_wild = rng.usize(0..10) == 0;
    let most_columns = [4, 10, 30][rng.usize(0..3)];
    let columns = rng.usize(1..=most_columns);
    let rows = rng.usize(1..=60);
    let longest_cell = [2, 6, 30, 400][rng.usize(0..4)];
    let longest_figure = [5, 9, 14][rng.usize(0..3)];
    let mut yaml = format!("{HEAD}targets:\n  t:\n");
    let title = words(rng, 8, false);
    let _ = writeln!(yaml, "    title: {title}");
    if !is_in_body {
        case.expect(&title, false);
    }
    for option in [
        ["", "    orientation: portrait\n", "    orientation: landscape\n"][rng.usize(0..3)],
        ["", "    paper: a3\n"][rng.usize(0..2)],
        ["", "    table_size: 8\n", "    table_size: 12\n"][rng.usize(0..3)],
        ["", "    split_columns: true\n"][rng.usize(0..2)],
    ] {
        yaml.push_str(option);
    }
    let header = words(rng, 3, false);
    case.expect(&header, true);
    let _ = writeln!(yaml, "    row_header: {header}\n    columns:");
    let kinds: Vec<bool> = (0..columns).map(|_| rng.usize(0..3) > 0).collect();
    for (column, is_figure) in kinds.iter().enumerate() {
        let header = words(rng, 5, is_wild);
        case.expect(&header, false);
        let kind = if *is_figure { "money" } else { "text" };
        let _ = writeln!(yaml, "      - {{id: c{column}, header: {header}, type: {kind}}}");
    }
    yaml.push_str("    rows:\n");
    for row in 0..rows {
        let mut name = words(rng, 6, false);
        // Names differ.
        let _ = write!(name, " {}", "w".repeat(row + 1).replace("wwwwwwww", "z"));
        case.expect(&name, true);
        let _ = write!(yaml, "      {name}: [");
        let longest = (longest_figure, longest_cell);
        yaml.push_str(&cells(rng, &mut case, &kinds, longest, is_wild));
        yaml.push_str("]\n");
    }
    yaml.push_str(&text_around(rng, &mut case, is_in_body));
    case.yaml = yaml;
    case
}

/// A body of paragraphs, headings and items, with words in bold.
fn body(rng: &mut Rng) -> Case {
    let mut case = Case::default();
    let mut yaml = format!("{HEAD}body: |\n");
    let is_wild = rng.usize(0..4) == 0;
    let blocks = rng.usize(1..=40);
    for block in 0..blocks {
        let most = [12, 60, 300][rng.usize(0..3)];
        let text = words(rng, most, is_wild);
        case.expect(&text, false);
        let mut text: Vec<String> = text.split(' ').map(str::to_owned).collect();
        if rng.usize(0..3) == 0 {
            let at = rng.usize(..text.len());
            text[at] = format!("**{}**", text[at]);
        }
        let text = text.join(" ");
        let is_last = block + 1 == blocks;
        let end = if is_last { "./." } else { "." };
        let _ = match rng.usize(0..5) {
            0 if !is_last => write!(yaml, "  **{}**\n\n", text.replace("**", "")),
            1 => write!(yaml, "  - {text}{end}\n\n"),
            _ => write!(yaml, "  {text}{end}\n\n"),
        };
    }
    case.yaml = yaml;
    case
}

/// A word as far as it is one of ours.
fn ours(word: &str) -> Option<String> {
    let word = word.trim_matches(|ch: char| ch.is_ascii_punctuation()).to_lowercase();
    let is_word = !word.is_empty() && word.chars().all(|ch| LETTERS.contains(&ch));
    let is_figure = word.contains('.') && word.chars().all(|ch| ch.is_ascii_digit() || ch == '.');
    (is_word || is_figure).then_some(word)
}

/// Left, right, top and bottom of the letters of a word, in millimetres.
fn letters(word: &Word) -> [f64; 4] {
    let size = word.glyphs[0].size * MM;
    [word.x0(), word.x1(), word.y() - 0.7 * size, word.y() + 0.2 * size]
}

/// What is wrong with the places of words on a page.
fn misplaced(page: &Page) -> Option<String> {
    let lines = page.lines();
    let words: Vec<&Word> = lines.iter().flat_map(|line| &line.words).collect();
    for (index, word) in words.iter().enumerate() {
        let [left, right, top, bottom] = letters(word);
        let is_artifact = word.glyphs[0].owner == Owner::Artifact;
        let is_inside = left > 29.9
            && right < page.width - 14.9
            && bottom < page.height - 19.9
            && (is_artifact || top > 15.0);
        if !is_inside {
            return Some(format!("`{}` lies outside: {left} {right} {top} {bottom}", word.text));
        }
        for other in &words[index + 1..] {
            let [other_left, other_right, other_top, other_bottom] = letters(other);
            let across = right.min(other_right) - left.max(other_left);
            let down = bottom.min(other_bottom) - top.max(other_top);
            if across > 0.05 && down > 0.05 {
                return Some(format!("`{}` lies over `{}`", word.text, other.text));
            }
        }
        for stroke in page.strokes() {
            let (x, y) = (stroke.from.0, stroke.from.1);
            let is_upright = (stroke.to.0 - x).abs() < 0.01;
            let is_across = is_upright
                && x > left + 0.1
                && x < right - 0.1
                && y < bottom - 0.1
                && stroke.to.1 > top + 0.1;
            if is_across {
                return Some(format!("`{}` crosses a line at {x}", word.text));
            }
        }
    }
    None
}

/// How often each word of ours stands on the pages, headers of tables once more not counted.
fn found(pdf: &Pdf) -> BTreeMap<String, usize> {
    let mut found = BTreeMap::new();
    for page in &pdf.pages {
        let lines = page.lines();
        let words = lines.iter().flat_map(|line| &line.words);
        let words = words.filter(|word| word.glyphs[0].owner != Owner::Artifact);
        for word in words.filter_map(|word| ours(&word.text)) {
            *found.entry(word).or_default() += 1;
        }
    }
    found
}

/// Into how many parts the table was split.
fn parts(pdf: &Pdf) -> usize {
    let text: Vec<String> = pdf.pages.iter().map(Page::text).collect();
    let text = text.join(" ");
    let count = text.split("(Phần 1/").nth(1).and_then(|rest| rest.split(')').next());
    count.map_or(1, |count| count.parse().expect("a number of parts"))
}

/// Whether it was printed, or what is wrong.
fn judge(case: &Case, outcome: &Outcome) -> Result<bool, String> {
    let errors: Vec<&str> =
        outcome.findings.iter().filter(|it| it.is_error).map(|it| it.code).collect();
    let Some(pdf) = &outcome.pdf else {
        let is_known = !errors.is_empty() && errors.iter().all(|code| NO_ROOM.contains(code));
        return if is_known { Ok(false) } else { Err(format!("findings {errors:?}")) };
    };
    let pdf = Pdf::read(pdf);
    for (number, page) in pdf.pages.iter().enumerate() {
        if let Some(wrong) = misplaced(page) {
            return Err(format!("page {}: {wrong}", number + 1));
        }
        let is_empty = page
            .lines()
            .iter()
            .flat_map(|line| &line.words)
            .all(|word| word.glyphs[0].owner == Owner::Artifact);
        if is_empty {
            return Err(format!("page {} is empty", number + 1));
        }
    }
    let parts = parts(&pdf);
    let mut found = found(&pdf);
    for (word, (once, in_parts)) in &case.words {
        let (count, wanted) = (found.remove(word).unwrap_or(0), once + in_parts * parts);
        if count != wanted {
            return Err(format!("`{word}` stands {count} times, not {wanted}"));
        }
    }
    if found.is_empty() { Ok(true) } else { Err(format!("too much: {found:?}")) }
}

fn all(make: fn(&mut Rng) -> Case, seed: u64) {
    let mut wrong = Vec::new();
    let mut printed = 0;
    for index in 0..count() {
        let case = make(&mut Rng::with_seed(seed + index));
        match judge(&case, &build(&case.yaml)) {
            Ok(is_printed) => printed += usize::from(is_printed),
            Err(why) => wrong.push(format!("seed {}: {why}", seed + index)),
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), count(), wrong.join("\n"));
    // Most have room.
    assert!(printed * 3 > usize::try_from(count()).expect("few"), "only {printed} were printed");
}

/// The verification sees the same in Typst's frames and in the PDF: that what is printed of the
/// examples, and of some tables, is as it must be.
#[test]
fn both_readers_see_that_the_pages_are_good() {
    let tables = (0..12).map(|seed| table(&mut Rng::with_seed(3_000_000 + seed)).yaml);
    let bodies = (0..4).map(|seed| body(&mut Rng::with_seed(4_000_000 + seed)).yaml);
    let examples = crate::examples::examples().into_values();
    let mut count = 0;
    for yaml in examples.chain(tables).chain(bodies) {
        let Some((compiled, expected)) = set(&yaml) else { continue };
        let Some(pdf) = compiled.pdf else { continue };
        let margins = Margins { left: 85_039, right: 42_519, bottom: 56_692 };
        let templates = Templates::BuiltIn(margins);
        let framed = verify(&compiled.pages, &expected, templates);
        let read = verify(&pages_of_pdf(&pdf), &expected, templates);
        let kinds = |found: &[Violation]| -> Vec<String> {
            let kinds = found.iter().map(|it| format!("{:?}", std::mem::discriminant(&it.kind)));
            kinds.collect::<std::collections::BTreeSet<_>>().into_iter().collect()
        };
        assert_eq!(kinds(&framed), kinds(&read), "{framed:?}\n{read:?}");
        count += usize::from(framed.is_empty());
    }
    assert!(count > 10, "only {count} are good");
}

#[test]
fn every_table_is_printed_whole_or_refused() {
    all(table, 1_000_000);
}

#[test]
fn every_body_is_printed_whole_or_refused() {
    all(body, 2_000_000);
}

/// Words that stay together on a line give way where their column has no room for them, bold or
/// not, alone or beside others.
#[test]
fn words_that_stay_together_give_way_in_a_narrow_column() {
    let texts = [
        "Kế hoạch số 12/KH-UBND ngày 01 tháng 01 năm 2026",
        "**Kế hoạch số 12/KH-UBND ngày 01 tháng 01 năm 2026**",
        "Báo cáo **theo Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020** của Chính phủ",
        "**Kinh phí 125.000.000.000 đồng**, tăng **25 triệu đồng**",
    ];
    for text in texts {
        for width in [16, 18, 20, 24, 30, 40] {
            let yaml = format!(
                "{HEAD}targets:\n  b:\n    title: Bảng\n    row_header: Xã\n    columns:\n      \
                 - {{id: a, header: Việc, type: text, width: {width}}}\n      \
                 - {{id: n, header: Số, width: 20}}\n    rows:\n      Xã A:\n        - \"{text}\"\n        \
                 - 12\n    total: {{label: Cộng}}\nbody: |\n  Giao tại {{{{ appendix(\"b\") }}}}./.\n"
            );
            let outcome = build(&yaml);
            let codes: Vec<&str> = outcome.findings.iter().map(|it| it.code).collect();
            assert!(outcome.pdf.is_some(), "{width} mm: {text}: {codes:?}");
        }
    }
}
