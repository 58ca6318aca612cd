//! What letters say, read from their PDFs.

use std::fs;

use super::{COPIES, commune, directive, figures};
use crate::pdf::{Page, Pdf};
use crate::project::Project;

/// Letters, unless `VANTHU_TEST_LETTERS` says otherwise.
const LETTERS: usize = 60;

/// `40009` as it is printed.
fn printed(figure: usize) -> String {
    format!("{}.{:03}", figure / 1000, figure % 1000)
}

/// The PDFs of letters, in order.
fn letters(project: &Project) -> Vec<String> {
    let mut listing = project.listing("out/giao.copies");
    listing.retain(|file| !file.contains("/_"));
    listing
}

/// Every letter says its own figures, and nothing of another recipient.
fn compare(copies: &str, has_whole_table: bool) {
    let count = std::env::var("VANTHU_TEST_LETTERS").ok().and_then(|text| text.parse().ok());
    let count: usize = count.unwrap_or(LETTERS);
    let project = Project::new().file("data/giao.yaml", &directive(count, copies));
    project.run(["build", "--quiet"]).succeeds();
    let all: usize = (1..=count).map(|at| figures(at)[1]).sum();
    let all = format!("{}.{}", all / 1_000_000, printed(all % 1_000_000));
    let all = if all.starts_with("0.") {
        printed((1..=count).map(|at| figures(at)[1]).sum())
    } else {
        all
    };
    let listing = letters(&project);
    assert_eq!(listing.len(), count);
    for (at, file) in (1..).zip(&listing) {
        let text = Pdf::read(&fs::read(project.path(file)).unwrap()).text().replace('\u{a0}', " ");
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let [before, now] = figures(at);
        let name = commune(at);
        let small = name.replacen('X', "x", 1);
        for wanted in [
            format!("Kính gửi: Ủy ban nhân dân {small}"),
            format!("toàn tỉnh là {all} lượt người"),
            format!(
                "Chỉ tiêu của {small} là {} lượt người, tăng {}",
                printed(now),
                printed(now - before)
            ),
            format!("{name} {} {} {}", printed(before), printed(now), printed(now - before)),
        ] {
            assert!(text.contains(&wanted), "{file}: `{wanted}` is not in `{text}`");
        }
        for other in (1..=count).filter(|other| *other != at && !has_whole_table) {
            let [before, now] = figures(other);
            for foreign in [commune(other), printed(before), printed(now)] {
                assert!(!text.contains(&foreign), "{file} says `{foreign}` of another one");
            }
        }
    }
}

#[test]
fn every_letter_says_its_own_figures_and_nothing_of_another_one() {
    compare(COPIES, false);
}

#[test]
fn every_letter_says_its_own_figures_beside_the_whole_table() {
    compare(&format!("{COPIES}  appendix: table\n"), true);
}

/// The file for printing says what the letters say, in their order.
#[test]
fn the_file_for_printing_has_all_letters_and_each_begins_on_a_front() {
    for (print, is_duplex) in [("one-sided", false), ("duplex", true)] {
        let copies = format!("{COPIES}  appendix: table\n  print: {print}\n");
        // The first letter alone is longer.
        let long = "Các thôn rà soát danh sách. ".repeat(120);
        let long = format!("  {{{{ only: nay < 60010 }}}} {long}\n\n  Đề nghị các đơn vị");
        let text = directive(4, &copies).replace("  Đề nghị các đơn vị", &long);
        let project = Project::new().file("data/giao.yaml", &text);
        project.run(["build", "--quiet"]).succeeds();
        let read = |file: &str| Pdf::read(&fs::read(project.path(file)).unwrap());
        let mut wanted = Vec::new();
        for file in letters(&project) {
            let letter = read(&file);
            wanted.extend(letter.pages.iter().map(Page::text));
            if is_duplex && letter.pages.len() % 2 == 1 {
                wanted.push(String::new());
            }
        }
        let print = read("out/giao.copies/_print.pdf");
        assert_eq!(print.pages.iter().map(Page::text).collect::<Vec<_>>(), wanted);
        let before = fs::read(project.path("out/giao.copies/_print.pdf")).unwrap();
        project.run(["build", "--quiet", "--force"]).succeeds();
        assert!(fs::read(project.path("out/giao.copies/_print.pdf")).unwrap() == before);
    }
}
