//! D109

use crate::characters::capital;
use crate::check::prose::{Part, Prose};
use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::diagnostic::Message;

rule! {
    /// A sentence, khoản, điểm or căn cứ that begins with a small letter.
    ///
    /// ## Why
    /// The first syllable of a sentence is a capital, behind a full stop and on a new line.
    ///
    /// Looked at: paragraphs behind one that ends with a full stop, khoản and điểm, typed căn cứ,
    /// and small words behind a full stop that ends a word. Dashes may begin small.
    ///
    /// ## Bad
    /// ```yaml
    /// body: Đề nghị các xã rà soát. báo cáo trước ngày 20/3/2026./.
    /// ```
    ///
    /// ## Good
    /// ```yaml
    /// body: Đề nghị các xã rà soát. Báo cáo trước ngày 20/3/2026./.
    /// ```
    ///
    /// ## Basis
    /// NĐ 30/2020/NĐ-CP, Phụ lục II, Mục I (R109)
    ///
    /// ## Là gì
    /// Câu, khoản, điểm hoặc căn cứ bắt đầu bằng chữ thường.
    ///
    /// ## Vì sao
    /// Viết hoa chữ cái đầu âm tiết thứ nhất của một câu, sau dấu chấm và khi xuống dòng.
    ///
    /// Xét đoạn đứng sau đoạn kết thúc bằng dấu chấm, khoản, điểm, căn cứ và chữ thường sau dấu
    /// chấm hết câu. Gạch đầu dòng có thể viết thường.
    "D109" "sentence-case" Warning => check
}

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    let mut ended = true;
    for prose in input.prose {
        let is_body = prose.is_body();
        if !is_body && prose.part != Part::Basis {
            continue;
        }
        let is_item = prose.marker.as_ref().is_some_and(|marker| !is_dash(marker));
        let is_first = is_item
            || prose.part == Part::Basis
            || prose.part == Part::Paragraph && prose.marker.is_none() && ended;
        if is_first && prose.text.starts_with(char::is_lowercase) {
            tell(prose, 0, report);
        }
        ended = prose.text.trim_end().ends_with(['.', '/']);
        if is_body && prose.has(b'.') && !is_address(&prose.text) {
            for (at, _) in prose.text.match_indices(". ") {
                let start = at + 2;
                let is_small = prose.text[start..].starts_with(char::is_lowercase);
                if is_small && ends_word(&prose.text[..at]) && !prose.is_quoted(start) {
                    tell(prose, start, report);
                }
            }
        }
    }
}

/// Whether what stands before a full stop ends with a small word of three letters and more: a
/// shorter one may be an abbreviation.
fn ends_word(before: &str) -> bool {
    let last: Vec<char> = before.chars().rev().take(3).collect();
    last.len() == 3 && last.iter().all(|sign| sign.is_lowercase())
}

fn is_dash(marker: &str) -> bool {
    marker.starts_with(['-', '+', '*', '–', '•'])
}

fn is_address(text: &str) -> bool {
    text.contains("www.") || text.contains("http") || text.contains('@')
}

fn tell(prose: &Prose, start: usize, report: &mut RuleReport<'_>) {
    let word = prose.text[start..].split([' ', ',', ';', '\n']).next().unwrap_or_default();
    // A variable, a sign, an address: `e-mail`, `iPhone`.
    let is_word = word.chars().all(|sign| sign.is_alphabetic() && sign.is_lowercase());
    if !is_word || word.is_empty() {
        return;
    }
    let message = Message::new("sentence-case").with("found", word).with("right", capital(word));
    report.emit(prose.span(start..start + word.len()), message).subject = Some(word.to_owned());
}
