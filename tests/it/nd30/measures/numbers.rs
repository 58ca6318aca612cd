//! Page numbers.

use super::super::paper::{MARGIN, Paper};
use super::super::runs::{bottom, top};
use super::super::verdict::{Gauge, Type, Verdict};
use super::page::is_landscape;
use crate::pdf::Line;

/// Lines of digits alone in the top margin.
fn numbers(paper: &Paper<'_>, page: usize) -> Vec<Line> {
    let is_number = |line: &&Line| {
        let text = line.text();
        !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
    };
    paper.in_margin[page].iter().filter(is_number).cloned().collect()
}

/// Pages of the document itself but the first.
fn numbered(paper: &Paper<'_>) -> std::ops::Range<usize> {
    paper.main.start + 1..paper.main.end
}

/// R11: numbers from 1, Arabic, 13–14 pt, upright, in the top margin, none on page 1 (where
/// they stand across the page: r167).
pub(crate) fn r11(paper: &Paper<'_>) -> Verdict {
    let mut gauge = Gauge::default();
    gauge.is("numbers on page 1", &numbers(paper, 0).len(), &0);
    for page in numbered(paper) {
        let found = numbers(paper, page);
        let texts: Vec<String> = found.iter().map(Line::text).collect();
        gauge.is("page number", &texts, &vec![(page + 1).to_string()]);
        gauge.set_in("page number", &found, &Type::plain(13.0..=14.0));
        for line in found {
            gauge.within("page number within the margin", top(&line), 5.0..=20.0);
            gauge.within("page number within the margin", bottom(&line), 5.0..=20.0);
        }
    }
    gauge.verdict()
}

/// R12: a landscape page is counted on, its number in the middle of its long upper edge.
pub(crate) fn r12(paper: &Paper<'_>) -> Verdict {
    let mut gauge = Gauge::default();
    let counted =
        |page: &usize| paper.start_of(*page) < *page && is_landscape(&paper.pdf.pages[*page]);
    let pages: Vec<usize> = (0..paper.pdf.pages.len()).filter(counted).collect();
    if pages.is_empty() {
        return Verdict::NotApplicable("no page on its side bears a number");
    }
    for page in pages {
        let number = (page - paper.start_of(page) + 1).to_string();
        let found = numbers(paper, page);
        let texts: Vec<String> = found.iter().map(Line::text).collect();
        gauge.is("number of a page on its side", &texts, &vec![number]);
        gauge.set_in("number of a page on its side", &found, &Type::plain(13.0..=14.0));
        for line in found {
            gauge.holds(paper.pdf.pages[page].width > 290.0 && line.y() < MARGIN, || {
                format!("number of a page on its side stands at {:.1}", line.y())
            });
        }
    }
    gauge.verdict()
}

/// R90: numbers begin anew with each appendix; none on its first page.
pub(crate) fn r90(paper: &Paper<'_>) -> Verdict {
    if paper.parts().is_empty() {
        return Verdict::NotApplicable("no appendix");
    }
    let mut gauge = Gauge::default();
    for pages in paper.parts() {
        for page in pages.clone() {
            let expected = match page - pages.start {
                0 => Vec::new(),
                before => vec![(before + 1).to_string()],
            };
            let texts: Vec<String> = numbers(paper, page).iter().map(Line::text).collect();
            gauge.is("number on a page of an appendix", &texts, &expected);
        }
    }
    gauge.verdict()
}

/// R167: pages from the second one of each part bear one number, in the middle of the text or
/// of the paper.
pub(crate) fn r167(paper: &Paper<'_>) -> Verdict {
    let mut gauge = Gauge::default();
    let pages = 0..paper.pdf.pages.len();
    let counted: Vec<usize> = pages.filter(|page| paper.start_of(*page) < *page).collect();
    if counted.is_empty() {
        return Verdict::NotApplicable("every part has one page");
    }
    for page in counted {
        let width = paper.pdf.pages[page].width;
        let of_text = f64::midpoint(paper.asked.left, width - paper.asked.right);
        let found = numbers(paper, page);
        gauge.holds(found.len() == 1, || format!("{} numbers on page {page}", found.len()));
        for line in found {
            let off = (line.center() - of_text).abs().min((line.center() - width / 2.0).abs());
            gauge.within("page number from the middle", off, 0.0..=1.0);
        }
    }
    gauge.verdict()
}
