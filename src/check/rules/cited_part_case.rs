//! D117

use std::sync::LazyLock;

use regex::Regex;

use crate::characters::capital;
use crate::check::prose::Prose;
use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::diagnostic::Message;

rule! {
    /// Điều with a small letter, or khoản and điểm with a capital, where parts of a document are
    /// cited.
    ///
    /// ## Why
    /// Phần, Chương, Mục, Tiểu mục and Điều of a document are capitals, khoản and điểm small: `điểm
    /// a khoản 2 Điều 103`.
    ///
    /// ## Bad
    /// ```yaml
    /// body: Theo Khoản 2 điều 5 của Quy chế, đề nghị các xã rà soát./.
    /// ```
    ///
    /// ## Good
    /// ```yaml
    /// body: Theo khoản 2 Điều 5 của Quy chế, đề nghị các xã rà soát./.
    /// ```
    ///
    /// ## Basis
    /// NĐ 30/2020/NĐ-CP, Phụ lục II, V.7 (R117)
    ///
    /// ## Là gì
    /// Viện dẫn điều, khoản, điểm sai chữ hoa, chữ thường.
    ///
    /// ## Vì sao
    /// Khi viện dẫn, Phần, Chương, Mục, Tiểu mục, Điều viết hoa; khoản, điểm viết thường: `điểm a
    /// khoản 2 Điều 103`.
    "D117" "cited-part-case" Warning => check
}

/// A part and the article it is of: `Điểm a Khoản 2 điều 5`.
static PARTS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("(?:([Đđ]iểm) [a-zđ],? )?([Kk]hoản) [0-9]{1,2},? ([Đđ]iều) [0-9]{1,3}")
        .expect("its fixture is tested")
});

/// A part alone: `điều 5`, `chương II`, `phần I`.
static ALONE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("(?:^|[ (])(điều [0-9]{1,3}|chương [IVXL]+|phần [IVX]+)(?:[ ,.;)]|$)")
        .expect("its fixture is tested")
});

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    input.prose.iter().for_each(|prose| alone(prose, report));
    let looked_at = input.prose.iter().filter(|prose| prose.text.contains("hoản "));
    for prose in looked_at.filter(|prose| !prose.text.is_ascii()) {
        for captures in PARTS.captures_iter(&prose.text) {
            let Some(whole) = captures.get(0) else { continue };
            let found = whole.as_str();
            let expected =
                found.replace("Điểm", "điểm").replace("Khoản", "khoản").replace("điều", "Điều");
            // At the beginning of a sentence a capital is right.
            let before = prose.text[..whole.start()].trim_end();
            let is_first = before.is_empty() || before.ends_with(['.', ':', '!', '?', '“', '"']);
            let is_same = if is_first {
                found.char_indices().nth(1).is_some_and(|(at, _)| expected.ends_with(&found[at..]))
            } else {
                found == expected
            };
            if !is_same {
                // Its parts are written without commas (D178).
                let expected = expected.replace(',', "");
                let message =
                    Message::new("cited-part-case").with("found", found).with("expected", expected);
                let span = prose.span(whole.range());
                report.emit(span, message).subject = Some(found.to_owned());
            }
        }
    }
}

/// Looks for parts that are cited alone with a small letter.
/// `điều 02 tổ công tác đến hiện trường`: somebody is sent, no article is meant.
fn is_verb(found: &str, behind: &str) -> bool {
    let number = found.rsplit(' ').next().unwrap_or_default();
    let next = behind.strip_prefix(' ').unwrap_or_default();
    let next = next.split([' ', ',', '.', ';', ')']).next().unwrap_or_default();
    let sent = [
        "tổ", "xe", "đội", "đoàn", "người", "cán", "chiến", "lực", "chiếc", "tàu", "máy", "y",
        "bác", "kíp", "công", "nhóm", "đồng", "đơn", "trung", "tiểu", "lượt", "ca", "phương",
    ];
    found.starts_with("điều ") && (number.starts_with('0') || sent.contains(&next))
}

fn alone(prose: &Prose, report: &mut RuleReport<'_>) {
    let has_part = ["điều ", "chương ", "phần "].iter().any(|part| prose.text.contains(part));
    if prose.text.is_ascii() || !has_part {
        return;
    }
    for captures in ALONE.captures_iter(&prose.text) {
        let Some(found) = captures.get(1) else { continue };
        let before = prose.text[..found.start()].trim_end();
        // With a khoản before it the pair is told of; `gồm 12 điều 3 khoản` counts.
        let word = before.rsplit(' ').next().unwrap_or_default();
        let is_number = word.trim_end_matches(',').bytes().all(|byte| byte.is_ascii_digit());
        let is_several = ["các", "những"].contains(&word.to_lowercase().as_str());
        if is_number && !word.is_empty() || is_several || prose.is_quoted(found.start()) {
            continue;
        }
        if is_verb(found.as_str(), &prose.text[found.end()..]) {
            continue;
        }
        let expected = capital(found.as_str());
        let message = Message::new("cited-part-case")
            .with("found", found.as_str())
            .with("expected", expected);
        let span = prose.span(found.range());
        report.emit(span, message).subject = Some(found.as_str().to_owned());
    }
}
