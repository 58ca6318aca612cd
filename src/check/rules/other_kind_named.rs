//! D603

use crate::check::prose::{Part, Prose};
use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::diagnostic::Message;
use crate::model::kind::{KINDS, Kind};

rule! {
    /// `Kế hoạch này` in a document that is none and speaks of none.
    ///
    /// ## Why
    /// The words were taken over from another document; the reader looks for a document that is
    /// not there.
    ///
    /// ## Bad
    /// ```yaml
    /// body: |
    ///   Các xã báo cáo kết quả thực hiện Kế hoạch này trước ngày 20 tháng 12 năm 2026./.
    /// ```
    ///
    /// ## Good
    /// ```yaml
    /// body: |
    ///   Các xã báo cáo kết quả thực hiện Công văn này trước ngày 20 tháng 12 năm 2026./.
    /// ```
    ///
    /// ## Basis
    /// NĐ 30/2020/NĐ-CP, Phụ lục I, II.5 (R38)
    ///
    /// ## Là gì
    /// Ghi `Kế hoạch này` trong văn bản không phải kế hoạch và không nhắc đến kế hoạch nào.
    ///
    /// ## Vì sao
    /// Câu chép từ văn bản khác; người đọc tìm một văn bản không có.
    "D603" "other-kind-named" Warning => check
}

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    let directive = input.directive;
    let enacted = directive.enacts.iter().map(|enacted| enacted.kind);
    let own: Vec<&Kind> = std::iter::once(directive.kind).chain(enacted).collect();
    for kind in KINDS.iter().filter(|kind| !own.contains(kind)) {
        // `Quy định này` is said of what a document itself lays down, `Dự án này` of its matter.
        let words = format!("{} này", kind.name);
        let is_there = input.prose.iter().any(|prose| prose.text.contains(&words));
        if !is_there || MATTERS.contains(&kind.id) || is_spoken_of(kind, input.prose) {
            continue;
        }
        for prose in input.prose.iter().filter(|prose| prose.is_body()) {
            for (at, _) in prose.text.match_indices(&words) {
                let is_certain = is_of_a_document(&prose.text[at + words.len()..]);
                if begins_a_sentence(&prose.text[..at]) && !is_certain || prose.is_quoted(at) {
                    continue;
                }
                let message = Message::new("other-kind-named")
                    .with("words", &words)
                    .with("kind", directive.kind.name)
                    .with("expected", format!("{} này", directive.kind.name));
                let range = at..at + words.len();
                let finding = report.emit(prose.span(range), message);
                finding.subject = Some(words.clone());
            }
        }
    }
}

/// Whether the words behind are said of a document alone: it takes effect, or was passed.
fn is_of_a_document(behind: &str) -> bool {
    [" có hiệu lực", " đã được ", " thay thế ", " được thông qua"]
        .iter()
        .any(|words| behind.starts_with(words))
}

/// Verbs that are names of kinds, too: `xem xét, quyết định`.
const VERBS: [&str; 4] = ["quyết định", "báo cáo", "thông báo", "hướng dẫn"];

/// What stands before them where they are nouns.
const BEFORE_NOUNS: [&str; 14] = [
    "dự thảo ",
    "ra ",
    "các ",
    "những ",
    "một ",
    "ban hành ",
    "trao ",
    "theo ",
    "bằng ",
    "có ",
    "trong ",
    "bản ",
    "của ",
    "mỗi ",
];

/// Kinds whose names are as often those of a matter as those of a document.
const MATTERS: &[&str] = &[
    "ban-thoa-thuan",
    "chuong-trinh",
    "de-an",
    "du-an",
    "hop-dong",
    "phuong-an",
    "quy-che",
    "quy-dinh",
];

/// Whether the words name a document of this kind: cited, in a title, or to be made.
fn is_spoken_of(kind: &Kind, prose: &[Prose]) -> bool {
    let name = kind.name.to_lowercase();
    prose.iter().any(|prose| {
        let text = prose.text.to_lowercase();
        text.match_indices(&name).any(|(at, found)| {
            let behind = &text[at + found.len()..];
            let is_cell = matches!(prose.part, Part::Cell | Part::Table);
            let is_small =
                prose.text.get(at..).is_some_and(|it| it.starts_with(char::is_lowercase));
            let is_verb = VERBS.contains(&name.as_str())
                && is_small
                && !BEFORE_NOUNS.iter().any(|noun| text[..at].ends_with(noun))
                && !text[..at].ends_with(|sign: char| sign.is_ascii_digit());
            let is_other = !behind.starts_with(" này");
            !is_cell
                && !is_verb
                && (is_other || !matches!(prose.part, Part::Paragraph | Part::Heading))
        })
    })
}

/// At the start of a sentence the capital is that of the sentence.
fn begins_a_sentence(before: &str) -> bool {
    let before = before.trim_end();
    before.is_empty() || before.ends_with(['.', ':', '!', '?', '“', '"', '-'])
}
