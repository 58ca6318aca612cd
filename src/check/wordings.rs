//! Words that are always written with the same capitals, and how they are written wrongly.

use crate::characters::capital;
use std::ops::Range;

use super::prose::Prose;
use super::rule::RuleReport;
use crate::diagnostic::Message;
use crate::model::names::Names;

/// Wrong forms, each with the right one.
pub(super) struct Wordings(Names<&'static str>);

impl Wordings {
    /// The right forms; each other way of setting the capitals of `wrong` is one of it.
    pub(super) fn new(pairs: impl IntoIterator<Item = (String, &'static str)>) -> Self {
        Self(Names::new(pairs.into_iter().collect()))
    }

    /// Whether any of the wordings stands in `text`.
    pub(super) fn is_in(&self, text: &str) -> bool {
        self.0.find(text).next().is_some()
    }

    /// The wrong forms in the words of `prose`, each with the right one; what is quoted is left
    /// as it is.
    pub(super) fn find<'a>(
        &'a self,
        prose: &'a Prose,
    ) -> impl Iterator<Item = (Range<usize>, &'static str)> + 'a {
        let found = self.0.find_in(&prose.text, prose.word_starts());
        let found = found.map(|(range, right)| (range, *right));
        found.filter(|(range, _)| !prose.is_quoted(range.start))
    }
}

/// Reports the words at `range`, which `right` is right for, in the sentence `id`; with the edit.
pub(super) fn report_wording(
    id: &'static str,
    prose: &Prose,
    range: Range<usize>,
    right: &str,
    report: &mut RuleReport<'_>,
) {
    report_wordings(id, prose, range, right, false, report);
}

/// As [`report_wording`], for what Phụ lục II lists: `--fix` writes it.
pub(super) fn report_listed(
    id: &'static str,
    prose: &Prose,
    range: Range<usize>,
    right: &str,
    report: &mut RuleReport<'_>,
) {
    report_wordings(id, prose, range, right, true, report);
}

fn report_wordings(
    id: &'static str,
    prose: &Prose,
    range: Range<usize>,
    right: &str,
    is_sure: bool,
    report: &mut RuleReport<'_>,
) {
    let found = prose.text[range.clone()].to_owned();
    let message = Message::new(id).with("found", &found).with("right", right);
    let finding = report.emit(prose.span(range.clone()), message);
    finding.subject = Some(found);
    let edit = if is_sure { prose.safe_edit(range, right) } else { prose.edit(range, right) };
    finding.edits.extend(edit);
}

/// `words` with its first letter small.
pub(super) fn small(words: &str) -> String {
    let mut letters = words.chars();
    let first = letters.next().map(|sign| sign.to_lowercase().to_string()).unwrap_or_default();
    first + letters.as_str()
}

/// `words` with a capital at the beginning of each word.
pub(super) fn capitals(words: &str) -> String {
    words.split(' ').map(capital).collect::<Vec<_>>().join(" ")
}

/// Family names, the most frequent ones.
pub(super) const FAMILIES: [&str; 46] = [
    "Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Phan", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ",
    "Hồ", "Ngô", "Dương", "Lý", "Đào", "Đinh", "Đoàn", "Trịnh", "Mai", "Tô", "Lương", "Hà", "Tạ",
    "Lưu", "Châu", "Quách", "Cao", "La", "Thái", "Tống", "Vương", "Nông", "Hứa", "Triệu", "Lò",
    "Vàng", "Giàng", "Sùng", "Thào", "Ma", "Chu", "Kiều", "Lâm", "Phùng",
];

/// Whether `words` begin with a family name and another part of a name.
pub(super) fn begins_with_person(words: &str) -> bool {
    let mut parts = words.split(' ');
    let is_family = parts.next().is_some_and(is_family);
    is_family && parts.next().is_some_and(|word| word.starts_with(char::is_uppercase))
}

/// Whether `word` is a family name.
pub(super) fn is_family(word: &str) -> bool {
    word.starts_with(char::is_uppercase) && FAMILIES.contains(&word)
}
