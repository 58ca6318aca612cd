//! What an officer would notice on the paper: where lines and pages end.
//!
//! Texts are made a little longer from one document to the next, so that the ends of lines and
//! pages fall at every place there is.
#![expect(clippy::float_arithmetic, reason = "positions are measures, not amounts")]

mod lines;
mod names;
mod pages;
mod tables;

use crate::house;
use crate::pdf::{Line, MM, Page, Pdf};

const LEFT: f64 = 30.0;
const RIGHT: f64 = 195.0;
const TOP: f64 = 20.0;
const BOTTOM: f64 = 277.0;

/// Where a paragraph begins.
const INDENT: f64 = LEFT + 10.0;

/// The document `yaml` makes.
#[track_caller]
fn built(yaml: &str) -> Pdf {
    let outcome = house::build(yaml);
    let bytes =
        outcome.pdf.unwrap_or_else(|| panic!("{}\n{yaml}", house::listed(&outcome.findings)));
    Pdf::read(&bytes)
}

/// A plan of these blocks.
fn plan(blocks: &[String], rest: &str) -> String {
    let body = blocks.join("\n\n").replace('\n', "\n  ");
    format!(
        "kind: ke-hoach\nsymbol: KH-UBND\nsubject: rà soát hộ nghèo năm 2026\nbody: |\n  {body}\n{rest}"
    )
}

/// `count` ordinary words, other ones for another `seed`.
pub(crate) fn words(count: usize, seed: usize) -> String {
    const WORDS: [&str; 31] = [
        "các",
        "đơn",
        "vị",
        "phối",
        "hợp",
        "tuyên",
        "truyền",
        "vận",
        "động",
        "nhân",
        "dân",
        "tham",
        "gia",
        "xây",
        "dựng",
        "đời",
        "sống",
        "văn",
        "hóa",
        "ở",
        "khu",
        "dân",
        "cư",
        "nghiêm",
        "túc",
        "thường",
        "xuyên",
        "báo",
        "cáo",
        "kết",
        "quả",
    ];
    let word = |index: usize| WORDS[(index * index + 7 * seed + index) % WORDS.len()];
    (0..count).map(word).collect::<Vec<_>>().join(" ")
}

/// The lines between the margins, without the page number.
fn body_lines(page: &Page) -> Vec<Line> {
    page.lines().into_iter().filter(|line| line.y() >= TOP).collect()
}

/// Nothing stands beside or below the text area.
#[track_caller]
fn within_margins(pdf: &Pdf) {
    for page in &pdf.pages {
        let right = page.width - 210.0 + RIGHT;
        let bottom = page.height - 297.0 + BOTTOM;
        for line in body_lines(page) {
            let em = line.words[0].glyphs[0].size * MM;
            let what = line.text();
            assert!(line.x0() > LEFT - 0.1 && line.x1() < right + 0.1, "{what}: {}", line.x1());
            assert!(line.y() + 0.216 * em < bottom + 0.1, "{what}: {}", line.y());
        }
    }
}
