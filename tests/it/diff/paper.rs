//! What is set of a change: pages, pictures, and that nothing on paper is left unsaid.

use std::collections::BTreeMap;
use std::fs;

use super::Repository;
use crate::pdf::Pdf;
use crate::project::Project;

const HAI_DUONG: &str = "data/hai-duong/2024/phat-trien-doi-tuong.yaml";
const HAI_DUONG_PDF: &str = "out/hai-duong/2024/phat-trien-doi-tuong.pdf";

/// The words of a finished document, and how often each stands there.
fn words(pdf: &[u8]) -> BTreeMap<String, i32> {
    let mut words = BTreeMap::new();
    for page in Pdf::read(pdf).pages {
        for word in page.text().split_whitespace() {
            *words.entry(word.to_owned()).or_default() += 1;
        }
    }
    words
}

fn built(repository: &Repository) -> Vec<u8> {
    repository.project.run(["build", "--quiet", HAI_DUONG]).whatever().succeeds();
    fs::read(repository.project.path(HAI_DUONG_PDF)).expect("a document")
}

#[test]
fn what_is_told_of_a_target_is_what_is_different_on_paper() {
    let repository = Repository::of_examples();
    let mut balance = words(&built(&repository));
    repository.replace(HAI_DUONG, "Huyện Nam Sách: [3551, 4988,", "Huyện Nam Sách: [3551, 5000,");
    repository.replace(HAI_DUONG, "tn_2024: 66689", "tn_2024: 66700");
    repository.replace(HAI_DUONG, "tn_tang: 18305", "tn_tang: 18316");
    for (word, count) in words(&built(&repository)) {
        *balance.entry(word).or_default() -= count;
    }
    let gone: Vec<_> = balance.iter().filter(|(_, count)| **count > 0).collect();
    let come: Vec<_> = balance.iter().filter(|(_, count)| **count < 0).collect();
    let expected = [("1.437", 1), ("18.304", 2), ("4.988", 1), ("66.688", 1)];
    assert_eq!(
        gone,
        expected.map(|(word, count)| (word.to_owned(), count)).each_ref().map(|it| (&it.0, &it.1))
    );
    let expected = [("1.449", -1), ("18.316", -2), ("5.000", -1), ("66.700", -1)];
    assert_eq!(
        come,
        expected.map(|(word, count)| (word.to_owned(), count)).each_ref().map(|it| (&it.0, &it.1))
    );
    let (said, _) = repository.diff(&["--format", "markdown"]);
    let told = |word: &str| said.matches(word).count();
    for (before, after, count) in [
        ("4.988", "5.000", 1),
        ("1.437", "1.449", 1),
        ("66.688", "66.700", 1),
        ("18.304", "18.316", 2),
    ] {
        let on_paper = said.split("Không hiện trên giấy").next().unwrap_or_default();
        assert_eq!(on_paper.matches(before).count(), count, "{before}\n{said}");
        assert_eq!(on_paper.matches(after).count(), count, "{after}\n{said}");
        assert!(told(before) >= count);
    }
    assert!(said.contains("Số trang: 3, không đổi"), "{said}");
}

#[test]
fn a_reformatted_file_gives_the_same_bytes_and_is_said_to() {
    let repository = Repository::of_examples();
    let before = built(&repository);
    repository.replace(
        HAI_DUONG,
        "place: Hải Dương\ndate: 2024-03\n",
        "# open\ndate: \"2024-03\"\nplace: 'Hải Dương'\n",
    );
    let (said, code) = repository.diff(&["--exit-code"]);
    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains("Trên giấy không có gì đổi"), "{said}");
    assert_eq!(built(&repository), before);
}

#[test]
fn a_library_file_that_changes_nothing_on_paper_reaches_no_document() {
    let letter = "kind: cong-van\nsymbol: UBND-VX\nsubject: rà soát\nbody: Đề nghị rà soát./.\n";
    let repository = Repository::of(Project::new().file("data/a.yaml", letter));
    repository.commit("first");
    let path = "templates/lib/text.typ";
    let built_in = fs::read_to_string(crate::project::of_project(path)).expect("a template");
    repository.write(path, &format!("{built_in}\n// Nothing.\n"));
    let (said, code) = repository.diff(&["--exit-code"]);
    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains("Dùng chung đã đổi: templates/lib/text.typ"), "{said}");
    assert!(said.ends_with("\nKhông văn bản nào đổi\n"), "{said}");
}

#[test]
fn the_page_for_a_browser_needs_nothing_and_shows_what_is_different() {
    let repository = Repository::of_examples();
    repository.replace(HAI_DUONG, "Huyện Nam Sách: [3551, 4988,", "Huyện Nam Sách: [3551, 5000,");
    repository.replace(HAI_DUONG, "tn_2024: 66689", "tn_2024: 66700");
    repository.replace(HAI_DUONG, "tn_tang: 18305", "tn_tang: 18316");
    let (html, code) = repository.diff(&["--format", "html"]);
    assert_eq!(code, Some(0));
    assert!(html.starts_with("<!DOCTYPE html>\n<html lang=\"vi\">"));
    for word in ["http:", "https:", "<script", "<link", "url(", "@import"] {
        assert!(!html.contains(word), "{word}");
    }
    // The first page and the appendix, each before and now.
    assert_eq!(html.matches("<img ").count(), 4);
    for caption in ["Trang 1, trước", "Trang 1, nay", "Trang 3, trước", "Trang 3, nay"] {
        assert!(html.contains(&format!("<figcaption>{caption}</figcaption>")), "{caption}");
    }
    assert_eq!(html.matches("<rect ").count(), 10, "five figures before, five now");
    let (again, _) = repository.diff(&["--format", "html"]);
    assert!(html == again, "the same bytes always");
}
