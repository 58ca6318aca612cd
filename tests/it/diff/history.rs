//! Twelve commits, and what each of them means: `tests/cases/diff`.

use std::fs;

use regex::Regex;

use super::Repository;
use crate::project::{of_project, same_as_file};

const HAI_DUONG: &str = "data/hai-duong/2024/phat-trien-doi-tuong.yaml";
const TRA_VINH: &str = "data/tra-vinh/2023/phat-trien-nguoi-tham-gia.yaml";
const BHXH: &str = "data/bhxh-viet-nam/2018/phoi-hop-trien-khai.yaml";

/// A commit: its name, and what it does to the files that are there.
type Step = (&'static str, fn(&Repository));

const STEPS: [Step; 12] = [
    ("01-chi-tieu", change_a_target),
    ("02-doi-ten-don-vi", rename_a_unit),
    ("03-chuyen-dong", move_rows),
    ("04-doi-cho-hai-so", swap_two_figures),
    ("05-sua-vien-dan", correct_a_citation),
    ("06-sua-cau-chu", reword_a_paragraph),
    ("07-chi-dinh-dang", reformat_only),
    ("08-mau", change_a_template),
    ("09-them-phu-luc", add_an_appendix),
    ("10-tach-tep", split_a_file),
    ("11-hop-nhat", resolve_a_conflict),
    ("12-hoan-lai", revert),
];

/// The target of one district, and what its officer writes along with it.
fn change_a_target(it: &Repository) {
    it.replace(HAI_DUONG, "Huyện Nam Sách: [3551, 4988,", "Huyện Nam Sách: [3551, 5000,");
    it.replace(HAI_DUONG, "tn_2024: 66689", "tn_2024: 66700");
    it.replace(HAI_DUONG, "tn_tang: 18305", "tn_tang: 18316");
    let accepted = [
        "  - {rule: declared-total, at: chi-tieu.total.tn_2024, found: 66.689 / 66.688, why: bản \
         đã ký in 66.689; các dòng cộng lại là 66.688}\n",
        "  - {rule: declared-total, at: chi-tieu.total.tn_tang, found: 18.305 / 18.304, why: bản \
         đã ký in 18.305; các dòng cộng lại là 18.304}\n",
    ];
    accepted.iter().for_each(|line| it.replace(HAI_DUONG, line, ""));
}

fn rename_a_unit(it: &Repository) {
    it.replace(HAI_DUONG, "Huyện Nam Sách: [", "Thị xã Nam Sách: [");
}

/// The last two rows to the front, and one row down.
fn move_rows(it: &Repository) {
    let ninh_giang = "      Huyện Ninh Giang: [3727, 5227, 41662, 45067]\n";
    let thanh_mien = "      Huyện Thanh Miện: [6823, 8023, 40130, 43410]\n";
    let first = "      Thành phố Hải Dương: [5792, 7593, 60437, 65463]\n";
    it.replace(HAI_DUONG, ninh_giang, "");
    it.replace(HAI_DUONG, thanh_mien, "");
    it.replace(HAI_DUONG, first, &format!("{ninh_giang}{thanh_mien}{first}"));
    let kinh_mon = "      Thị xã Kinh Môn: [3461, 5137, 41012, 44364]\n";
    let gia_loc = "      Huyện Gia Lộc: [4339, 5657, 35000, 37861]\n";
    it.replace(HAI_DUONG, kinh_mon, "");
    it.replace(HAI_DUONG, gia_loc, &format!("{gia_loc}{kinh_mon}"));
}

fn swap_two_figures(it: &Repository) {
    it.replace(HAI_DUONG, "Huyện Gia Lộc: [4339, 5657,", "Huyện Gia Lộc: [4339, 5375,");
    it.replace(HAI_DUONG, "Huyện Tứ Kỳ: [3770, 5375,", "Huyện Tứ Kỳ: [3770, 5657,");
}

fn correct_a_citation(it: &Repository) {
    it.replace(HAI_DUONG, "  - Nghị quyết số 125/NĐ-CP ngày", "  - Nghị quyết số 125/NQ-CP ngày");
    let accepted = "  - {rule: type-against-symbol, at: Nghị quyết số 125/NĐ-CP, why: bản nguồn in \
                    125/NĐ-CP; công văn 5452/BHXH-BT viện dẫn là 125/NQ-CP}\n";
    it.replace(HAI_DUONG, accepted, "");
}

/// One paragraph says something else, one ends otherwise.
fn reword_a_paragraph(it: &Repository) {
    it.replace(
        BHXH,
        "3. Kịp thời bố trí nguồn ngân sách địa phương đóng, hỗ trợ đóng cho người dân",
        "3. Bố trí đủ và kịp thời nguồn ngân sách địa phương hỗ trợ đóng cho người dân",
    );
    it.replace(
        BHXH,
        "thông qua hình thức Hội nghị tuyên truyền.",
        "thông qua hội nghị tuyên truyền.",
    );
}

/// Comments, the order of keys, quotes and blocks: nothing that is said.
fn reformat_only(it: &Repository) {
    it.replace(
        HAI_DUONG,
        "place: Hải Dương\ndate: 2024-03\n",
        "# Ngày ký để trống.\ndate: \"2024-03\"\nplace: 'Hải Dương'\n",
    );
    it.replace(HAI_DUONG, "    - Bảo hiểm xã hội tỉnh\n", "    - \"Bảo hiểm xã hội tỉnh\"\n");
    it.replace(
        HAI_DUONG,
        "      Thành phố Hải Dương: [5792, 7593, 60437, 65463]\n",
        "      Thành phố Hải Dương:\n        - 5792\n        - 7593\n        - 60437\n        - 65463\n",
    );
    it.replace(
        HAI_DUONG,
        "signatory:\n  title: Trưởng ban\n  office: Chủ tịch UBND tỉnh\n  name: Triệu Thế Hùng\n",
        "signatory: {name: Triệu Thế Hùng, office: Chủ tịch UBND tỉnh, title: Trưởng ban}\n",
    );
}

/// A template of the office's own, which two documents are set by.
fn change_a_template(it: &Repository) {
    let built_in = fs::read_to_string(of_project("templates/ten-loai.typ")).expect("a template");
    let own = built_in.replace("#type-name(", "#align(center)[#sym.bullet]\n#type-name(");
    assert_ne!(own, built_in);
    it.write("templates/ten-loai.typ", &own);
}

/// A second appendix, which the text points to; the first one gets a number by it.
fn add_an_appendix(it: &Repository) {
    it.replace(
        HAI_DUONG,
        "body: |\n",
        "  tien-do:
    title: Tiến độ thực hiện
    row_header: Quý
    columns:
      - {id: ty_le, header: Tỷ lệ so với kế hoạch năm (%), type: percent(0)}
    rows:
      Quý II: [50]
      Quý III: [80]
      Quý IV: [100]

body: |
",
    );
    it.replace(
        HAI_DUONG,
        "{{ appendix(\"chi-tieu\") }} kèm theo).",
        "{{ appendix(\"chi-tieu\") }} kèm theo; tiến độ tại {{ appendix(\"tien-do\") }}).",
    );
}

/// The third part of a plan becomes a plan of its own.
fn split_a_file(it: &Repository) {
    let text = it.read(TRA_VINH);
    let start = text.find("  # III. Tổ chức thực hiện\n").expect("the third part");
    let end = text.find("\naccept:").expect("what is accepted");
    let part = text[start..end].to_owned();
    it.write(TRA_VINH, &(text[..start].trim_end().to_owned() + "\n" + &text[end..]));
    let head = "kind: ke-hoach\nsymbol: KH-BCĐ\nsubject: Tổ chức thực hiện phát triển người tham \
                gia BHXH, BHYT, BHTN năm 2023\n\nbody: |\n";
    let accept = "\naccept:\n  - {rule: end-mark, why: nguồn thiếu phần cuối}\n";
    it.write("data/tra-vinh/2023/to-chuc-thuc-hien.yaml", &format!("{head}{part}{accept}"));
}

/// Two officers change one row, each on a branch of his own; the merge takes both, and one
/// figure that neither has.
fn resolve_a_conflict(it: &Repository) {
    let row = "Huyện Kim Thành: [3187, 4739, 30324, 32802]";
    it.git(&["switch", "--quiet", "--create", "cai-khac"]);
    it.replace(HAI_DUONG, row, "Huyện Kim Thành: [3187, 4750, 30324, 32802]");
    it.commit("Kim Thành 4750");
    it.git(&["switch", "--quiet", "main"]);
    it.replace(HAI_DUONG, row, "Huyện Kim Thành: [3187, 4739, 30324, 32900]");
    it.commit("Kim Thành 32900");
    let merged = it.git_command().args(["merge", "--quiet", "cai-khac"]).output();
    assert!(!merged.expect("git starts").status.success(), "both have changed one line");
    let text = it.read(HAI_DUONG);
    let (start, end) = (text.find("<<<<<<<").expect("a mark"), text.find(">>>>>>>").expect("one"));
    let rest = &text[end..][text[end..].find('\n').expect("a line")..];
    let solved = "      Huyện Kim Thành: [3187, 4760, 30324, 32900]";
    it.write(HAI_DUONG, &format!("{}{solved}{rest}", &text[..start]));
    // What others printed is not known of this.
    let declared = |name: &str| {
        let text = it.read(HAI_DUONG);
        let line = text.lines().find(|line| line.trim_start().starts_with(name)).expect("a line");
        it.replace(HAI_DUONG, &format!("{line}\n"), "");
    };
    ["tn_2024: ", "tn_tang: ", "yt_2024: ", "yt_tang: "].into_iter().for_each(declared);
    for column in ["yt_2024", "yt_tang"] {
        declared(&format!("- {{rule: declared-total, at: chi-tieu.total.{column}"));
    }
}

/// What git takes back of the paragraphs that were reworded.
fn revert(it: &Repository) {
    it.git(&["revert", "--no-commit", "06-sua-cau-chu"]);
}

fn history() -> Repository {
    let repository = Repository::of_examples();
    for (name, change) in STEPS {
        change(&repository);
        repository.commit(name);
        repository.git(&["tag", name]);
    }
    repository
}

/// Commits depend on every byte of the examples.
fn without_commits(text: &str) -> String {
    let commit =
        Regex::new("\\b[0-9a-f]{40}\\b|\\([0-9a-f]{10}\\)|\\([0-9a-f]{6}<!-- -->[0-9a-f]{4}\\)")
            .expect("a pattern");
    commit.replace_all(text, "(commit)").into_owned()
}

#[test]
fn every_commit_of_a_history_says_what_it_means() {
    let repository = history();
    let mut wrong = String::new();
    for (name, _) in STEPS {
        let range = [&format!("{name}^"), name, "--no-pages"].map(str::to_owned);
        for (format, extension) in [("human", "txt"), ("markdown", "md"), ("json", "json")] {
            let mut arguments: Vec<&str> = range.iter().map(String::as_str).collect();
            arguments.extend(["--format", format]);
            let (said, code) = repository.diff(&arguments);
            assert_eq!(code, Some(0), "{name}\n{said}");
            let expected = of_project("tests/cases/diff").join(format!("{name}.{extension}"));
            if let Err(why) = same_as_file(&expected, &without_commits(&said)) {
                wrong.push_str(&why);
            }
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[test]
fn a_change_and_its_reversal_are_nothing() {
    let repository = history();
    let (said, code) = repository.diff(&["--exit-code", "12-hoan-lai", "12-hoan-lai"]);
    assert_eq!(code, Some(0), "{said}");
    assert!(said.ends_with("Không văn bản nào đổi\n"), "{said}");
    // There and back: each figure has the other sign.
    let there = repository.told(&["01-chi-tieu^", "01-chi-tieu"]);
    let back = repository.told(&["01-chi-tieu", "01-chi-tieu^"]);
    assert!(there.contains("4.988 → 5.000 (+12; +0,24%)"), "{there}");
    assert!(back.contains("5.000 → 4.988 (-12; -0,24%)"), "{back}");
}
