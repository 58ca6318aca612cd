//! The bookmarks: one for each heading, one below the other, with no step skipped.
#![expect(clippy::float_arithmetic, reason = "positions are measures, not amounts")]

use super::{DECISION, GAPS, documents, pdf, tree};
use crate::examples;
use crate::office::directive;
use crate::pdf::{Part, Pdf};

/// Level and title of each bookmark, having looked that it leads to that heading.
fn bookmarks(pdf: &Pdf) -> Vec<(usize, String)> {
    let headings: Vec<&Part> = tree(pdf)
        .all()
        .into_iter()
        .filter(|part| part.role.starts_with('H') && part.role.len() == 2)
        .collect();
    assert_eq!(pdf.bookmarks.len(), headings.len());
    for (bookmark, heading) in pdf.bookmarks.iter().zip(headings) {
        assert_eq!(heading.role, format!("H{}", bookmark.level), "{bookmark:?}");
        let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert_eq!(plain(&heading.text()), plain(&bookmark.title));
        let start: String = bookmark.title.chars().take_while(|sign| *sign != '\n').collect();
        let page = &pdf.pages[bookmark.page];
        let stands_there = page.lines().iter().any(|line| {
            let (start, line_text) = (plain(&start), plain(&line.text()));
            let is_start = start.starts_with(&line_text) || line_text.starts_with(&start);
            is_start && (line.y() - bookmark.y).abs() < 12.0
        });
        assert!(stands_there, "{bookmark:?} leads elsewhere:\n{}", page.text());
    }
    pdf.bookmarks.iter().map(|bookmark| (bookmark.level, bookmark.title.clone())).collect()
}

#[track_caller]
fn are_bookmarks(pdf: &Pdf, expected: &[(usize, &str)]) {
    let found = bookmarks(pdf);
    let found: Vec<(usize, &str)> =
        found.iter().map(|(level, title)| (*level, title.as_str())).collect();
    assert_eq!(found, expected);
}

#[test]
fn sections_and_appendices_are_bookmarks_one_below_the_other() {
    are_bookmarks(
        &pdf(&examples::examples()["data/tra-vinh/2023/phat-trien-nguoi-tham-gia.yaml"]),
        &[
            (1, "I. MỤC ĐÍCH, YÊU CẦU"),
            (2, "1. Mục đích"),
            (2, "2. Yêu cầu"),
            (1, "II. MỤC TIÊU"),
            (1, "III. TỔ CHỨC THỰC HIỆN"),
            (2, "1. Đề nghị Bảo hiểm xã hội tỉnh"),
        ],
    );
    let two = pdf(&directive("bao-cao", 2, 3));
    are_bookmarks(&two, &[(1, "Phụ lục I"), (1, "Phụ lục II")]);
    assert_eq!(two.bookmarks.iter().map(|one| one.page).collect::<Vec<_>>(), [1, 2]);
    are_bookmarks(&pdf(crate::MINIMAL), &[]);
}

#[test]
fn what_a_decision_puts_into_force_stands_below_its_name() {
    are_bookmarks(
        &pdf(DECISION),
        &[
            (1, "QUY CHẾ"),
            (2, "Chương I QUY ĐỊNH CHUNG"),
            (3, "Điều 1. Phạm vi điều chỉnh"),
            (2, "Chương II CHẾ ĐỘ LÀM VIỆC"),
            (3, "Mục 1 HỌP"),
            (4, "Điều 2. Họp định kỳ"),
            (3, "Mục 2 BÁO CÁO"),
        ],
    );
}

/// PDF/UA-1 has it so: no level is skipped, whatever the author leaves out.
#[test]
fn no_level_of_headings_is_skipped() {
    are_bookmarks(
        &pdf(GAPS),
        &[
            (1, "a) Một điểm"),
            (1, "I. MỤC"),
            (2, "a) Điểm dưới mục"),
            (2, "1. Khoản"),
            (3, "a) Điểm dưới khoản"),
        ],
    );
    for (name, yaml) in documents() {
        let mut before = 0;
        for (level, title) in bookmarks(&pdf(&yaml)) {
            assert!((1..=before + 1).contains(&level), "{name}: {title}");
            before = level;
        }
    }
}
