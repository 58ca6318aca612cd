//! D557

use std::collections::BTreeMap;
use std::ops::Range;

use unicode_normalization::UnicodeNormalization;

use super::agency_name_case;
use crate::characters::is_alphanumeric;
use crate::check::prose::{Part, Prose};
use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::diagnostic::{Message, Place};
use crate::span::Span;

rule! {
    /// One name written in two ways.
    ///
    /// ## Why
    /// `Ban Chỉ đạo` here and `Ban chỉ đạo` there, “Tuần lễ Văn hóa” and “Tuần lễ văn hóa”: the
    /// reader asks whether they are two things.
    ///
    /// Looked at: names in quotation marks of three words and more, and names that begin with a
    /// word such as `Ban`, `Sở`, `Chương trình`, `Đề án`. They are taken for one when only case, a
    /// hyphen or the mark of a tone differs.
    ///
    /// ## Bad
    /// ```yaml
    /// body: |
    ///   Thành lập Ban Chỉ đạo; Trưởng Ban chỉ đạo phân công nhiệm vụ./.
    /// ```
    ///
    /// ## Good
    /// ```yaml
    /// body: |
    ///   Thành lập Ban Chỉ đạo; Trưởng Ban Chỉ đạo phân công nhiệm vụ./.
    /// ```
    ///
    /// ## Basis
    /// One name is written in one way.
    ///
    /// ## Là gì
    /// Một tên gọi viết hai cách.
    ///
    /// ## Vì sao
    /// Chỗ này `Ban Chỉ đạo`, chỗ kia `Ban chỉ đạo`; “Tuần lễ Văn hóa” và “Tuần lễ văn hóa”: người
    /// đọc tưởng là hai.
    ///
    /// Xét tên trong ngoặc kép từ ba chữ trở lên và tên bắt đầu bằng những chữ như `Ban`, `Sở`,
    /// `Chương trình`, `Đề án`. Chỉ khác chữ hoa, gạch nối hoặc dấu thanh thì coi là một tên.
    ///
    /// ## Căn cứ
    /// Một tên gọi viết một cách.
    "D557" "two-spellings" Warning => check
}

/// Words that names of bodies, programmes and events begin with, and how many more words they are
/// compared by.
const HEADS: [(&str, usize); 18] = [
    ("Ban", 2),
    ("Sở", 2),
    ("Phòng", 2),
    ("Bộ", 2),
    ("Hội", 3),
    ("Ủy", 3),
    ("Uỷ", 3),
    ("Chương trình", 3),
    ("Đề án", 3),
    ("Dự án", 3),
    ("Tổ công tác", 1),
    ("Ngày hội", 2),
    ("Lễ hội", 2),
    ("Tuần lễ", 2),
    ("Phong trào", 3),
    ("Cuộc thi", 3),
    ("Hội thi", 2),
    ("Trung tâm", 3),
];

/// A name as it was first written, and where.
struct First {
    words: String,
    span: Span,
}

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    own_unit(input, report);
    let mut seen: BTreeMap<String, First> = BTreeMap::new();
    let is_looked_at = |prose: &&Prose| {
        matches!(prose.part, Part::Subject | Part::Paragraph | Part::Note) && !prose.text.is_ascii()
    };
    for prose in input.prose.iter().filter(is_looked_at) {
        let quoted = quoted(&prose.text);
        let headed =
            headed(&prose.text).into_iter().filter(|range| !is_renamed(&prose.text, range.start));
        for range in quoted.into_iter().chain(headed) {
            look(prose, range, &mut seen, report);
        }
    }
}

/// The unit of the issuer in another spelling: `xã Yên Lảng` of `Ủy ban nhân dân xã Yên Lãng`.
fn own_unit(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    let Some(issuer) = &input.directive.issuer else { return };
    let Some((noun, name)) = NOUNS.iter().find_map(|noun| {
        let at = issuer.name.value.find(noun)?;
        Some((*noun, &issuer.name.value[at + noun.len()..]))
    }) else {
        return;
    };
    let count = name.split(' ').count();
    let is_name = (2..=4).contains(&count)
        && name.split(' ').all(|word| word.starts_with(char::is_uppercase));
    if !is_name {
        return;
    }
    let is_looked_at =
        |prose: &&Prose| matches!(prose.part, Part::Subject | Part::Paragraph | Part::Recipients);
    for prose in input.prose.iter().filter(is_looked_at) {
        for (at, _) in prose.text.match_indices(noun) {
            let start = at + noun.len();
            let Some(end) = words_end(&prose.text[start..], count) else { continue };
            let words = &prose.text[start..start + end];
            // Only marks differ, and no unit of the country has this name, too.
            if words != name
                && plain(words) == plain(name)
                && words.to_lowercase() != name.to_lowercase()
                && key(words) != key(name)
            {
                let message = Message::new("two-spellings-own").with("found", words);
                let finding =
                    report.emit(prose.span(start..start + end), message.with("right", name));
                finding.subject = Some(words.to_owned());
                finding.edits.extend(prose.edit(start..start + end, name));
            }
        }
    }
}

/// What units are called in the name of an issuer.
const NOUNS: [&str; 4] = ["xã ", "phường ", "tỉnh ", "đặc khu "];

/// Where `count` words of `text` end.
fn words_end(text: &str, count: usize) -> Option<usize> {
    let mut end = 0;
    for index in 0..count {
        let rest = if index == 0 { text } else { text[end..].strip_prefix(' ')? };
        let word =
            rest.split(|sign: char| !sign.is_alphabetic()).next().filter(|it| !it.is_empty())?;
        end += usize::from(index > 0) + word.len();
    }
    Some(end)
}

/// `words` in small letters without their marks.
fn plain(words: &str) -> String {
    let small = words.nfd().filter(|sign| !('\u{300}'..='\u{36f}').contains(sign));
    small.flat_map(char::to_lowercase).map(|sign| if sign == 'đ' { 'd' } else { sign }).collect()
}

fn look(
    prose: &Prose,
    range: Range<usize>,
    seen: &mut BTreeMap<String, First>,
    report: &mut RuleReport<'_>,
) {
    let words = &prose.text[range.clone()];
    let span = prose.span(range);
    let Some(first) = seen.get(&key(words)) else {
        seen.insert(key(words), First { words: words.to_owned(), span });
        return;
    };
    // One mistake is told once: D113 knows how the name is written.
    if first.words == words
        || agency_name_case::is_told(words)
        || agency_name_case::is_told(&first.words)
    {
        return;
    }
    let message = Message::new("two-spellings").with("first", &first.words).with("second", words);
    let finding = report.emit(span, message);
    let label = Some(Message::new("two-spellings-first"));
    finding.related.push(Place { span: first.span, label });
    finding.subject = Some(words.to_owned());
}

/// What is left of a name without case, hyphens and the place of a tone.
fn key(words: &str) -> String {
    let lower = words.to_lowercase().replace([',', '-', '–', ' '], "");
    [
        ("oà", "òa"),
        ("oá", "óa"),
        ("oả", "ỏa"),
        ("oã", "õa"),
        ("oạ", "ọa"),
        ("uỷ", "ủy"),
        ("uý", "úy"),
    ]
    .iter()
    .fold(lower, |key, (new, old)| key.replace(new, old))
}

/// Names in quotation marks of three words and more; a whole sentence is none.
fn quoted(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for (open, mark) in text.match_indices('“') {
        let start = open + mark.len();
        let Some(length) = text[start..].find('”') else { break };
        let words = &text[start..start + length];
        let count = words.split(' ').count();
        if is_renamed(text, start) {
            continue;
        }
        if (3..=15).contains(&count) && words.starts_with(char::is_uppercase) {
            found.push(start..start + length);
        }
    }
    found
}

/// Names that begin with one of the words above, as long as they are compared.
/// `thay cụm từ “…” bằng cụm từ “…”`: another name is given on purpose.
fn is_renamed(text: &str, start: usize) -> bool {
    let before = text[..start].trim_end_matches(['“', '"', ' ']).to_lowercase();
    ["cụm từ", "đổi tên", "tên gọi", "thành", "bằng", "thay"].iter().any(|it| before.ends_with(it))
}

fn headed(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut within_word = false;
    for (start, sign) in text.char_indices() {
        let begins = !within_word && sign.is_uppercase();
        within_word = is_alphanumeric(sign);
        if !begins {
            continue;
        }
        let head = HEADS.iter().filter(|(head, _)| text[start..].starts_with(head));
        found.extend(head.filter_map(|(head, more)| name(text, start, head.len(), *more)));
    }
    found
}

/// A name of `more` words behind its first ones.
fn name(text: &str, start: usize, head: usize, more: usize) -> Option<Range<usize>> {
    let mut end = start + head;
    for _ in 0..more {
        let rest = text[end..].strip_prefix(' ')?;
        let word = rest.split(|sign: char| !sign.is_alphabetic()).next()?;
        if word.is_empty() {
            return None;
        }
        end += 1 + word.len();
    }
    let is_name = text[start + head..end].contains(char::is_uppercase);
    (is_name || is_known(&text[start..end])).then_some(start..end)
}

/// Names of bodies whose second word may be small by mistake.
fn is_known(words: &str) -> bool {
    [
        "ban chỉ huy",
        "ban giám đốc",
        "ban điều hành",
        "ban vận động",
        "ban chỉ đạo",
        "ban tổ chức",
        "ban quản lý",
        "ban chấp hành",
        "hội đồng nhân dân",
    ]
    .contains(&words.to_lowercase().as_str())
        || words.starts_with("Sở ")
        || words.starts_with("Bộ ")
}
