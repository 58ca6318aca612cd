//! D511

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
    let mut old: Option<(&Prose, &str)> = None;
    let mut new: Option<(&Prose, &str)> = None;
    for prose in input.prose.iter().filter(|prose| !prose.text.is_ascii()) {
        for word in prose.text.split(|sign: char| !is_letter(sign)) {
            let place = match placement(word) {
                Some(Placement::Old) => &mut old,
                Some(Placement::New) => &mut new,
                None => continue,
            };
            if place.is_none() && !prose.is_quoted(prose.offset_of(word)) {
                *place = Some((prose, word));
            }
        }
        if old.is_some() && new.is_some() {
            break;
        }
    }
    let (Some((old_prose, old)), Some((new_prose, new))) = (old, new) else { return };
    let span = |prose: &Prose, word: &str| {
        let start = prose.offset_of(word);
        prose.span(start..start + word.len())
    };
    let message = Message::new("mixed-tone-placement").with("old", old).with("new", new);
    let finding = report.emit(span(new_prose, new), message);
    let label = Some(Message::new("mixed-tone-other"));
    finding.related.push(Place { span: span(old_prose, old), label });
}

/// Letters of Vietnamese are told without a search through all alphabets.
fn is_letter(sign: char) -> bool {
    matches!(sign, 'a'..='z' | 'A'..='Z' | 'À'..='Ö' | 'Ø'..='ö' | 'ø'..='ư' | 'Ạ'..='ỹ')
        || !sign.is_ascii() && sign.is_alphabetic()
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
    let last = small(letters.next()?);
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
