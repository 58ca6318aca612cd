//! D511

use crate::characters::is_alphabetic;
use crate::check::prose::Prose;
use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::diagnostic::{Message, Place};

rule! {
    /// Tones placed in the old and the new way in one document.
    ///
    /// ## Why
    /// `hòa` and `hoà` are one word in two spellings: a search for one does not find the other. The
    /// decree uses both, so either will do, but one.
    ///
    /// ## Bad
    /// ```yaml
    /// body: Đề nghị các xã hoà giải, giữ hòa khí./.
    /// ```
    ///
    /// ## Good
    /// ```yaml
    /// body: Đề nghị các xã hòa giải, giữ hòa khí./.
    /// ```
    ///
    /// ## Basis
    /// One way throughout; the decree has both (R16).
    ///
    /// ## Là gì
    /// Trong một văn bản đặt dấu thanh theo cả kiểu cũ và kiểu mới.
    ///
    /// ## Vì sao
    /// `hòa` và `hoà` là một chữ viết hai cách: tìm chữ này không ra chữ kia. Dùng cách nào cũng
    /// được, nhưng chỉ một.
    ///
    /// ## Căn cứ
    /// Thống nhất một cách trong cả văn bản; Nghị định dùng cả hai (R16).
    "D511" "mixed-tone-placement" Warning => check
}

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    let mut old: Vec<(&Prose, &str)> = Vec::new();
    let mut new: Vec<(&Prose, &str)> = Vec::new();
    for prose in input.prose.iter().filter(|prose| !prose.text.is_ascii()) {
        for word in prose.text.split(|sign: char| !is_alphabetic(sign)) {
            let words = match placement(word) {
                Some(Placement::Old) => &mut old,
                Some(Placement::New) => &mut new,
                None => continue,
            };
            if !prose.is_quoted(prose.offset_of(word)) {
                words.push((prose, word));
            }
        }
    }
    let (Some((old_prose, old_word)), Some((new_prose, new_word))) = (old.first(), new.first())
    else {
        return;
    };
    let span = |prose: &Prose, word: &str| {
        let start = prose.offset_of(word);
        prose.span(start..start + word.len())
    };
    // What is written less often is to be mended.
    let is_old_rare = old.len() < new.len();
    let (rare, common) =
        if is_old_rare { (&old, (new_prose, new_word)) } else { (&new, (old_prose, old_word)) };
    let (rare_prose, rare_word) = rare[0];
    let message = Message::new("mixed-tone-placement")
        .with("old", *old_word)
        .with("new", *new_word)
        .with("word", rare_word)
        .with("right", moved(rare_word));
    let finding = report.emit(span(rare_prose, rare_word), message);
    let label = Some(Message::new("mixed-tone-other"));
    finding.related.push(Place { span: span(common.0, common.1), label });
}

/// `word` with its tone on the other letter.
fn moved(word: &str) -> String {
    const PAIRS: [(&str, &str); 15] = [
        ("òa", "oà"),
        ("óa", "oá"),
        ("ỏa", "oả"),
        ("õa", "oã"),
        ("ọa", "oạ"),
        ("òe", "oè"),
        ("óe", "oé"),
        ("ỏe", "oẻ"),
        ("õe", "oẽ"),
        ("ọe", "oẹ"),
        ("ùy", "uỳ"),
        ("úy", "uý"),
        ("ủy", "uỷ"),
        ("ũy", "uỹ"),
        ("ụy", "uỵ"),
    ];
    let capital = |text: &str| {
        let mut letters = text.chars();
        letters.next().map(|it| it.to_uppercase().chain(letters).collect::<String>())
    };
    for (old, new) in PAIRS {
        for (one, other) in [(old, new), (new, old)] {
            if let Some(head) = word.strip_suffix(one) {
                return format!("{head}{other}");
            }
            let (Some(one), Some(other)) = (capital(one), capital(other)) else { continue };
            if let Some(head) = word.strip_suffix(one.as_str()) {
                return format!("{head}{other}");
            }
            if let Some(head) = word.strip_suffix(one.to_uppercase().as_str()) {
                return format!("{head}{}", other.to_uppercase());
            }
        }
    }
    word.to_owned()
}

enum Placement {
    /// `hòa`
    Old,
    /// `hoà`
    New,
}

/// Where a word ending in oa, oe or uy has its tone.
fn placement(word: &str) -> Option<Placement> {
    let mut letters = word.chars().rev();
    let small = |sign: char| sign.to_lowercase().next().unwrap_or(sign);
    let last = letters.next()?;
    if last.is_ascii() && !"yaeYAE".contains(last) {
        return None;
    }
    let last = small(last);
    if !"yaeỳýỷỹỵàáảãạèéẻẽẹ".contains(last) {
        return None;
    }
    let first = small(letters.next()?);
    let before = letters.next().map(small);
    let is = |sign: char, set: &str| set.contains(sign);
    // `quý` has the tone there in both ways: its u belongs to the q.
    if is(last, "y") && is(first, "ùúủũụ") || is(last, "ae") && is(first, "òóỏõọ") {
        return Some(Placement::Old);
    }
    let is_new = is(last, "ỳýỷỹỵ") && is(first, "u") && !before.is_some_and(|sign| is(sign, "q"))
        || is(last, "àáảãạèéẻẽẹ") && is(first, "o");
    is_new.then_some(Placement::New)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_words_that_can_be_written_in_two_ways_count() {
        for word in ["quý", "quả", "hoàn", "khuyến", "của", "mùa", "hoặc", "toàn", "bò", "y"]
        {
            assert!(placement(word).is_none(), "{word}");
        }
        for word in ["hòa", "HÒA", "khỏe", "ủy", "thủy"] {
            assert!(matches!(placement(word), Some(Placement::Old)), "{word}");
        }
        for word in ["hoà", "HOÀ", "khoẻ", "uỷ", "thuỷ"] {
            assert!(matches!(placement(word), Some(Placement::New)), "{word}");
        }
    }
}
