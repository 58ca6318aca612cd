//! D110

use std::ops::Range;
use std::sync::LazyLock;

use crate::check::prose::{Part, Prose};
use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::check::wordings::{Wordings, capitals, is_family, report_wording};

rule! {
    /// A name of a person with a small letter.
    ///
    /// ## Why
    /// Every syllable of a Vietnamese name is a capital, and of names such as Bác Hồ, Vua Hùng; of
    /// foreign names in syllables only the first of each part.
    ///
    /// Looked at: a family name, a small syllable and a capital one (`Nguyễn văn An`), and the
    /// names of the decree.
    ///
    /// ## Bad
    /// ```yaml
    /// body: Cử đồng chí Nguyễn văn An tham dự./.
    /// ```
    ///
    /// ## Good
    /// ```yaml
    /// body: Cử đồng chí Nguyễn Văn An tham dự./.
    /// ```
    ///
    /// ## Basis
    /// NĐ 30/2020/NĐ-CP, Phụ lục II, Mục II (R110)
    ///
    /// ## Là gì
    /// Tên người có âm tiết không viết hoa.
    ///
    /// ## Vì sao
    /// Viết hoa chữ cái đầu tất cả các âm tiết của tên người, kể cả Bác Hồ, Vua Hùng; tên nước
    /// ngoài phiên âm thì chỉ âm tiết đầu của mỗi bộ phận.
    ///
    /// Xét họ, một âm tiết viết thường rồi âm tiết viết hoa (`Nguyễn văn An`), và các tên nêu trong
    /// nghị định.
    "D110" "person-name-case" Warning => check
}

static NAMES: LazyLock<Wordings> = LazyLock::new(|| {
    let pairs = [
        ("bác Hồ", "Bác Hồ"),
        ("Bác hồ", "Bác Hồ"),
        ("vua Hùng", "Vua Hùng"),
        ("Vua hùng", "Vua Hùng"),
        ("cụ Hồ", "Cụ Hồ"),
        ("bà Triệu", "Bà Triệu"),
        ("ông Gióng", "Ông Gióng"),
        ("Hồ chí Minh", "Hồ Chí Minh"),
        ("Hồ Chí minh", "Hồ Chí Minh"),
        ("Lê-Nin", "Lê-nin"),
        ("I-Lích", "I-lích"),
        ("Ăng-Ghen", "Ăng-ghen"),
    ];
    Wordings::new(pairs.map(|(wrong, right)| (wrong.to_owned(), right)))
});

/// Small syllables that stand within names.
const MIDDLE: [&str; 14] = [
    "văn", "thị", "đức", "hữu", "ngọc", "minh", "quang", "thanh", "xuân", "công", "đình", "quốc",
    "hồng", "thu",
];

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    // The name of the signer is D566.
    let is_looked_at = |prose: &&Prose| prose.part != Part::Signature && !prose.text.is_ascii();
    for prose in input.prose.iter().filter(is_looked_at) {
        let text = &prose.text;
        let named = NAMES.find(prose).map(|(range, right)| (range, right.to_owned()));
        // A lady of this name: `bà Triệu Thị Mai`.
        let named = named.filter(|(range, _)| {
            let behind = text[range.end..].trim_start();
            !behind.starts_with(char::is_uppercase) || text[range.clone()].contains('-')
        });
        let middles = within_names(text);
        let mut all: Vec<_> = named.chain(middles).collect();
        all.sort_by_key(|(range, _)| range.start);
        for (range, right) in all {
            report_wording("person-name-case", prose, range, &right, report);
        }
    }
}

/// Names with a small syllable in the middle: a family name before it, a capital behind it.
fn within_names(text: &str) -> Vec<(Range<usize>, String)> {
    let mut found = Vec::new();
    let (mut family, mut middle): (Option<usize>, bool) = (None, false);
    let mut at = 0;
    for word in text.split([' ', '\n']) {
        let start = at;
        at += word.len() + 1;
        let given = word.trim_end_matches([',', '.', ';', ')', ':']);
        let is_given =
            given.starts_with(char::is_uppercase) && given.chars().skip(1).all(char::is_lowercase);
        if let (Some(first), true, true) = (family, middle, is_given) {
            let range = first..start + given.len();
            found.push((range.clone(), capitals(&text[range])));
        }
        let bare = word.trim_start_matches(['(', '“']);
        middle = family.is_some() && !middle && MIDDLE.contains(&word);
        if is_family(bare) {
            family = Some(start + word.len() - bare.len());
        } else if !middle {
            family = None;
        }
    }
    found
}
