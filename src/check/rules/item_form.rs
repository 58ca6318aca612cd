//! D051

use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::diagnostic::{Message, Severity};
use crate::model::block::{Block, Marker};
use crate::model::reference::Reference;

rule! {
    /// Numbers or letters of điều, mục, khoản and điểm in another form than the decree's.
    ///
    /// ## Why
    /// Điều is `Điều 1.`, mục is `I.`, khoản is `1.`, điểm is `a)`; the letters are those of Vietnamese, without f, j,
    /// w and z.
    ///
    /// ## Bad
    /// ```yaml
    /// body: |
    ///   1/ Rà soát hộ nghèo.
    ///
    ///   2/ Báo cáo kết quả./.
    /// ```
    ///
    /// ## Good
    /// ```yaml
    /// body: |
    ///   1. Rà soát hộ nghèo.
    ///
    ///   2. Báo cáo kết quả./.
    /// ```
    ///
    /// ## Basis
    /// NĐ 30/2020/NĐ-CP, Phụ lục I, II.6đ (R51–R53)
    ///
    /// ## Là gì
    /// Số thứ tự của điều, mục, khoản, điểm viết khác hình thức của Nghị định.
    ///
    /// ## Vì sao
    /// Điều là `Điều 1.`, mục là `I.`, khoản là `1.`, điểm là `a)`; chữ cái của điểm theo tiếng Việt, không có f, j,
    /// w, z.
    "D051" "item-form" Error => check
}

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    for prose in input.prose.iter().filter(|prose| prose.is_body() && prose.marker.is_none()) {
        let Some((found, expected)) = wrong(&prose.text) else { continue };
        let message = Message::new("item-form").with("found", found).with("expected", expected);
        let finding = report.emit(prose.span(0..found.len()), message);
        finding.subject = Some(found.to_owned());
        // Letters of the Vietnamese alphabet, which the decree's own lists pass over.
        if found.starts_with(['ă', 'â', 'ê', 'ô', 'ơ', 'ư']) {
            finding.severity = Severity::Warning;
        }
    }
    // Signed documents have one bullet or the other.
    let mut markers = Vec::new();
    input.directive.bodies().for_each(|body| of_blocks(body, &mut markers));
    let first = |text: &str| markers.iter().find(|marker| marker.text == text);
    if let (Some(star), Some(_)) = (first("*"), first("-")) {
        let finding = report.emit(star.span, Message::new("item-form-bullets"));
        finding.subject = Some("*".to_owned());
        finding.severity = Severity::Warning;
    }
    for marker in markers.iter().filter(|marker| marker.text.starts_with("Điều ")) {
        if let Some(label) = marker.text.strip_suffix(':') {
            let message = Message::new("item-form").with("found", &marker.text);
            let message = message.with("expected", format!("{label}."));
            report.emit(marker.span, message).subject = Some(marker.text.clone());
        }
    }
    // Below `1.` a `1)` is a level that the decree does not speak of; `1)` before any `1.` and with
    // a `2.` behind it is a slip.
    let number = |marker: &Marker, end| -> Option<u32> {
        marker.text.strip_suffix(end).and_then(|digits| digits.parse().ok())
    };
    let points: Vec<u32> = markers.iter().filter_map(|marker| number(marker, '.')).collect();
    let brackets: Vec<u32> = markers.iter().filter_map(|marker| number(marker, ')')).collect();
    let is_slip = |marker: &Marker| {
        number(marker, ')').is_some_and(|own| {
            let is_alone = brackets.iter().filter(|other| **other == own).count() == 1;
            is_alone
                && brackets.len() == 1
                && !points.contains(&own)
                && (points.contains(&(own + 1)) || own > 1 && points.contains(&(own - 1)))
        })
    };
    for marker in markers
        .into_iter()
        .filter(|marker| number(marker, ')').is_some() && (points.is_empty() || is_slip(marker)))
    {
        let expected = marker.text.replace(')', ".");
        let message =
            Message::new("item-form").with("found", &marker.text).with("expected", expected);
        report.emit(marker.span, message).subject = Some(marker.text.clone());
    }
}

fn of_blocks<'a>(blocks: &'a [Block<Reference>], markers: &mut Vec<&'a Marker>) {
    for block in blocks {
        match block {
            Block::Heading { marker, .. } => markers.extend(marker),
            Block::Item { marker, blocks } => {
                markers.push(marker);
                of_blocks(blocks, markers);
            }
            Block::Paragraph(_) | Block::Note { .. } => {}
        }
    }
}

/// The marker a text begins with, when it is none of the decree's, and what it should be.
pub(super) fn wrong(text: &str) -> Option<(&str, String)> {
    wrong_article(text).or_else(|| wrong_sign(text))
}

/// `Điều 2:`, `ĐIỀU 2.`, `Điều 2 -`: the label of a điều is `Điều 2.`
fn wrong_article(text: &str) -> Option<(&str, String)> {
    let label = ["Điều ", "ĐIỀU "].into_iter().find(|label| text.starts_with(label))?;
    let rest = &text[label.len()..];
    let digits = rest.find(|sign: char| !sign.is_ascii_digit()).filter(|end| *end > 0)?;
    let behind = &rest[digits..];
    let sign = [":", ".", "/", ")", " -", " –", "-"].into_iter().find(|s| behind.starts_with(s))?;
    let (found, begins) = text.split_at(label.len() + digits + sign.len());
    let is_right = label == "Điều " && sign == ".";
    // `Điều 2.1` and `Điều 2/QĐ` are no labels.
    if is_right || !begins.starts_with(' ') || !begins.trim_start().starts_with(char::is_uppercase)
    {
        return None;
    }
    Some((found, format!("Điều {}.", rest[..digits].trim_start_matches('0'))))
}

/// `1/`, `I)`, `w)`.
fn wrong_sign(text: &str) -> Option<(&str, String)> {
    let (word, rest) = text.split_once(' ')?;
    let sign = word.chars().next_back()?;
    let name = &word[..word.len() - sign.len_utf8()];
    let is_roman = !name.is_empty() && name.chars().all(|letter| "IVX".contains(letter));
    let is_number = (1..=2).contains(&name.len()) && name.bytes().all(|byte| byte.is_ascii_digit());
    let is_letter = name.chars().count() == 1 && name.chars().all(char::is_lowercase);
    let is_foreign = is_letter && name.chars().all(|letter| "fjwzăâêôơư".contains(letter));
    let begins = rest.starts_with(char::is_uppercase);
    let expected = match sign {
        '/' | '-' if is_roman || is_number => format!("{name}."),
        ')' if is_roman => format!("{name}."),
        ')' if is_foreign => "a) b) c) d) đ) e) g) h) i) k) …".to_owned(),
        '/' | '.' if is_letter && !is_foreign && begins => format!("{name})"),
        _ => return None,
    };
    Some((word, expected))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_label_of_an_article_ends_with_a_full_stop() {
        for (text, found) in [
            ("Điều 2: Quyết định này", "Điều 2:"),
            ("ĐIỀU 2. Quyết định này", "ĐIỀU 2."),
            ("Điều 02 - Phạm vi", "Điều 02 -"),
            ("Điều 2/ Phạm vi", "Điều 2/"),
            ("Điều 2) Phạm vi", "Điều 2)"),
        ] {
            assert_eq!(wrong(text), Some((found, "Điều 2.".to_owned())), "{text}");
        }
        for text in [
            "Điều 2. Quyết định này",
            "Điều 2 Quyết định này quy định",
            "Điều 2, Điều 3 của Quy chế",
            "Điều 2: quy định tại Nghị định",
            "Điều kiện 2: Có",
            "Điều 2.1 Quy chế",
            "Điều 2/2020/NĐ-CP",
            "Điều này: Có",
        ] {
            assert_eq!(wrong(text), None, "{text}");
        }
    }

    #[test]
    fn words_that_only_look_like_markers_are_none() {
        for text in ["1/2 số hộ", "a) Điểm", "I. Mục", "v.v. và", "đ. ăn", "- Gạch", "X - Y", "x"]
        {
            assert_eq!(wrong(text), None, "{text}");
        }
    }
}
