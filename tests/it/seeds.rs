//! The documents in `data/`, which are made from real ones.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use vanthu::check::CheckContext;
use vanthu::diagnostic::{Report, Severity};
use vanthu::fonts::Fonts;
use vanthu::pipeline;
use vanthu::source::{Sources, disk};

/// Totals that the sources print and their rows do not give: document, figure, difference.
const WRONG: [(&str, &str, &str); 10] = [
    ("bhxh-viet-nam/2021/chi-tieu-phan-dau.yaml", "chi-tieu.total.bhtn", "+1"),
    ("bhxh-viet-nam/2021/chi-tieu-phan-dau.yaml", "chi-tieu.total.yt", "+1"),
    ("hai-duong/2024/phat-trien-doi-tuong.yaml", "chi-tieu.total.tn_2024", "+1"),
    ("hai-duong/2024/phat-trien-doi-tuong.yaml", "chi-tieu.total.tn_tang", "+1"),
    ("hai-duong/2024/phat-trien-doi-tuong.yaml", "chi-tieu.total.yt_2024", "-1"),
    ("hai-duong/2024/phat-trien-doi-tuong.yaml", "chi-tieu.total.yt_tang", "-1"),
    ("tra-vinh/2023/phat-trien-nguoi-tham-gia.yaml", "chi-tieu.total.bb", "+343"),
    ("tra-vinh/2023/phat-trien-nguoi-tham-gia.yaml", "chi-tieu.total.bhtn", "+1"),
    ("tra-vinh/2023/phat-trien-nguoi-tham-gia.yaml", "chi-tieu.total.tn", "+1"),
    ("tra-vinh/2023/phat-trien-nguoi-tham-gia.yaml", "chi-tieu.total.yt", "+5.721"),
];

/// Every document in `data/`, by its path there.
fn documents() -> BTreeMap<String, PathBuf> {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let data = disk::absolute(&data).expect("the folder of documents");
    let (files, failures) = disk::find_directives(&data, &data, &[data.join("catalog")]);
    assert!(failures.is_empty(), "{failures:?}");
    let name = |file: &Path| disk::with_slashes(file.strip_prefix(&data).expect("it is in data/"));
    files.into_iter().map(|file| (name(&file), file)).collect()
}

/// The text without its `accept`, which stands last in a document that has one.
fn unaccepted(text: &str) -> &str {
    text.split_once("\naccept:\n").map_or(text, |(before, _)| before)
}

/// The findings on `text` as the document `file`.
fn examine(file: &Path, text: &str) -> Report {
    let mut sources = Sources::default();
    let source = sources.add(file.to_string_lossy(), text);
    let mut report = Report::default();
    let fonts = Fonts::new(Vec::new(), None).expect("the house typeface is complete");
    let folder = file.parent().expect("a file is in a folder");
    let project = disk::absolute(Path::new(env!("CARGO_MANIFEST_DIR"))).expect("this project");
    let read_file = |name: &str| disk::read_beside(folder, &project, name);
    pipeline::examine(
        &mut sources,
        source,
        &read_file,
        &CheckContext::of(fonts.coverage()),
        &mut report,
    )
    .expect("files beside a document can be read");
    report
}

fn text_of(file: &Path) -> String {
    match disk::read_text(file) {
        Ok(disk::Text::Text(text)) => text,
        other => panic!("{}: {other:?}", file.display()),
    }
}

/// What else the documents have, each judged by the decree: document, code, what an `accept`
/// names with `at`.
const JUDGED: [(&str, &str, &str); 13] = [
    // Nơi nhận of the source ends after one line.
    ("bhxh-viet-nam/2021/chi-tieu-phan-dau.yaml", "D078", ""),
    ("bhxh-viet-nam/2021/chi-tieu-phan-dau.yaml", "D142", "Nghị quyết 20-NQ/TW"),
    ("hai-duong/2022/chuong-trinh-hanh-dong.yaml", "D022", ""),
    // The source is an article about the programme, not the programme.
    ("hai-duong/2022/chuong-trinh-hanh-dong.yaml", "D059", ""),
    ("hai-duong/2022/chuong-trinh-hanh-dong.yaml", "D138", "CTHĐ"),
    ("hai-duong/2024/phat-trien-doi-tuong.yaml", "D022", ""),
    ("hai-duong/2024/phat-trien-doi-tuong.yaml", "D045", "Nghị quyết 35/NQ-HĐND"),
    ("hai-duong/2024/phat-trien-doi-tuong.yaml", "D130", "Nghị quyết số 125/NĐ-CP"),
    ("hai-duong/2024/phat-trien-doi-tuong.yaml", "D130", "Tờ trình số 295/BHXH-TST"),
    ("hai-duong/2024/phat-trien-doi-tuong.yaml", "D137", ""),
    ("hai-duong/2024/phat-trien-doi-tuong.yaml", "D142", "Nghị quyết 35/NQ-HĐND"),
    // The source ends in III.1.
    ("tra-vinh/2023/phat-trien-nguoi-tham-gia.yaml", "D059", ""),
    ("tra-vinh/2023/phat-trien-nguoi-tham-gia.yaml", "D135", "Quyết định số 5106/QĐ-"),
];

#[test]
fn the_documents_print_ten_wrong_totals_and_what_else_is_wrong_is_judged() {
    let mut found = BTreeSet::new();
    let mut others = BTreeSet::new();
    for (name, file) in documents() {
        let text = text_of(&file);
        let report = examine(&file, unaccepted(&text));
        for finding in report.sorted() {
            let argument = |wanted: &str| {
                let args = &finding.message.args;
                args.iter().find(|(name, _)| *name == wanted).map(|(_, value)| value.clone())
            };
            let subject = finding.subject.clone().unwrap_or_default();
            if finding.code.id == "D500" {
                assert_eq!(finding.severity, Severity::Error, "{name}");
                found.insert((name.clone(), subject, argument("difference").unwrap_or_default()));
            } else {
                others.insert((name.clone(), finding.code.id.to_owned(), subject));
            }
        }
    }
    let owned = |(a, b, c): (&str, &str, &str)| (a.to_owned(), b.to_owned(), c.to_owned());
    assert_eq!(found, BTreeSet::from(WRONG.map(owned)), "left: found, right: expected");
    assert_eq!(others, BTreeSet::from(JUDGED.map(owned)), "left: found, right: expected");
}

#[test]
fn each_finding_is_answered_for() {
    for (name, file) in documents() {
        let report = examine(&file, &text_of(&file));
        let of_this = |list: &[(&str, &str, &str)]| {
            list.iter().filter(|(document, ..)| *document == name).count()
        };
        let findings = report.sorted();
        assert_eq!(findings.len(), of_this(&WRONG) + of_this(&JUDGED), "{name}");
        for finding in findings {
            assert_ne!(finding.severity, Severity::Error, "{name}");
            assert!(finding.accepted.is_some(), "{name}: {finding:?}");
        }
    }
}
