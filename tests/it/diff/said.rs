//! What the documentation shows is what is said.

use super::Repository;
use crate::readme::text;

const HAI_DUONG: &str = "data/hai-duong/2024/phat-trien-doi-tuong.yaml";

/// The first edit of README.md.
fn first_edit() -> Repository {
    let it = Repository::of_examples();
    it.replace(HAI_DUONG, "Huyện Nam Sách: [3551, 4988,", "Huyện Nam Sách: [3551, 5000,");
    it.replace(
        HAI_DUONG,
        "found: 66.689 / 66.688, why: bản đã ký in 66.689; các dòng cộng lại là 66.688",
        "found: 66.689 / 66.700, why: bản đã ký in 66.689; Nam Sách nay là 5.000",
    );
    it.replace(
        HAI_DUONG,
        "found: 18.305 / 18.304, why: bản đã ký in 18.305; các dòng cộng lại là 18.304",
        "found: 18.305 / 18.316, why: bản đã ký in 18.305; Nam Sách nay là 5.000",
    );
    it
}

/// The lines of the first block of `document` that holds `words`, but for those that stand for
/// others or name a commit.
fn block<'a>(document: &'a str, words: &str) -> Vec<&'a str> {
    let mut blocks = document.split("```").skip(1).step_by(2);
    let block = blocks.find(|block| block.contains(words)).expect("the block is there");
    let lines = block.lines().skip(1);
    lines.filter(|line| !line.starts_with(['$', '…']) && !line.contains("HEAD (")).collect()
}

#[test]
fn both_readmes_show_what_the_first_edit_means() {
    let repository = first_edit();
    for (path, words, language) in
        [("README.md", "Changed by the author", "en"), ("README.vi.md", "Người soạn sửa", "vi")]
    {
        let (said, code) = repository.diff(&["--lang", language, "--no-pages"]);
        assert_eq!(code, Some(0), "{said}");
        let document = text(path);
        let lines = block(&document, words);
        assert!(lines.len() > 6, "{path} shows little");
        let mut rest = said.as_str();
        for line in lines {
            let start = rest.find(line).unwrap_or_else(|| panic!("{path}: `{line}` in\n{said}"));
            rest = &rest[start + line.len()..];
        }
    }
}

#[test]
fn a_paragraph_that_moved_with_a_word_changed_is_no_deletion_and_no_insertion() {
    let it = Repository::of_examples();
    let path = "data/vi-du/cong-dien.yaml";
    let first = "  1. Trưởng các thôn cử người trực tại các ngầm tràn, không cho người và xe qua lại \
                 khi nước chảy xiết.\n\n";
    let third = "  3. Đài Truyền thanh xã phát thông tin mưa, lũ mỗi ngày bốn lần./.\n";
    it.replace(path, first, "");
    let moved = "  3. Đài Truyền thanh xã phát thông tin mưa, lũ mỗi ngày bốn lần.\n\n  1. Trưởng các \
                 thôn cử người trực tại các ngầm tràn, không cho người và xe qua lại khi nước lũ chảy \
                 xiết./.\n";
    it.replace(path, third, moved);
    let (said, _) = it.diff(&["--lang", "vi", "--no-pages", path]);
    assert!(said.contains("đoạn chuyển đến đây “1. Trưởng các thôn cử người"), "{said}");
    assert!(!said.contains("bỏ đoạn") && !said.contains("thêm đoạn"), "{said}");
}
