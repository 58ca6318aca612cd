//! D110

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use crate::characters::capital;
use crate::check::prose::{Part, Prose};
use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::check::wordings::{FAMILIES, Wordings, capitals, is_family, report_wording};
use crate::model::names::Names;

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
        let mut all: Vec<_> = named.chain(within_names(text)).collect();
        for (range, right) in small_names(prose) {
            if all.iter().all(|(other, _)| range.end <= other.start || other.end <= range.start) {
                all.push((range, right));
            }
        }
        all.sort_by_key(|(range, _)| range.start);
        for (range, right) in all {
            report_wording("person-name-case", prose, range, &right, report);
        }
    }
}

/// What a man or a woman is called before the name, with a small letter.
const CALLED: [&str; 6] = ["ông", "bà", "đồng chí", "anh", "chị", "cháu"];

/// [`CALLED`], with a small letter and a capital.
fn called() -> impl Iterator<Item = String> {
    CALLED.iter().flat_map(|word| [(*word).to_owned(), capital(word)])
}

/// [`CALLED`], and the name: `bà nguyễn thị Lan`.
static NAMED: LazyLock<Regex> = LazyLock::new(|| {
    let families: Vec<String> =
        FAMILIES.iter().flat_map(|name| [(*name).to_owned(), name.to_lowercase()]).collect();
    Regex::new(&format!(
        r"(?:{}) ((?:{}) (?:[Vv]ăn|[Tt]hị) \p{{L}}+)",
        called().collect::<Vec<_>>().join("|"),
        families.join("|")
    ))
    .expect("its fixture is tested")
});

/// What [`NAMED`] begins with: asked for first, for it takes less time.
static BEGINNINGS: LazyLock<Names<()>> =
    LazyLock::new(|| Names::new(called().map(|word| (word, ())).collect()));

/// Names behind `ông`, `bà` of which a word begins with a small letter.
fn small_names(prose: &Prose) -> Vec<(Range<usize>, String)> {
    if BEGINNINGS.find_in(&prose.text, prose.word_starts()).next().is_none() {
        return Vec::new();
    }
    let names = NAMED.captures_iter(&prose.text).filter_map(|captures| captures.get(1));
    let wrong = names.filter(|name| name.as_str() != capitals(name.as_str()));
    wrong.map(|name| (name.range(), capitals(name.as_str()))).collect()
}

/// Names with a small syllable in the middle: a family name before it, a capital behind it.
fn within_names(text: &str) -> Vec<(Range<usize>, String)> {
    let mut found = Vec::new();
    let (mut family, mut middle): (Option<usize>, bool) = (None, false);
    let mut at = 0;
    for word in text.split([' ', '\n']) {
        let start = at;
        at += word.len() + 1;
        if let Some(first) = family.filter(|_| middle)
            && let given = word.trim_end_matches([',', '.', ';', ')', ':'])
            && given.starts_with(char::is_uppercase)
            && given.chars().skip(1).all(char::is_lowercase)
        {
            let range = first..start + given.len();
            found.push((range.clone(), capitals(&text[range])));
        }
        let bare = word.trim_start_matches(['(', '“']);
        // `Vương quốc Anh` is a country.
        let is_realm = word == "quốc" && text[..start].ends_with("Vương ");
        middle = family.is_some() && !middle && MIDDLE.contains(&word) && !is_realm;
        if is_family(bare) {
            family = Some(start + word.len() - bare.len());
        } else if !middle {
            family = None;
        }
    }
    found
}
