//! D516

use std::sync::LazyLock;

use regex::{Captures, Regex};

use crate::check::prose::Prose;
use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::diagnostic::Message;
use crate::model::amount::Amount;

rule! {
    /// A percentage that is not that of the two figures beside it.
    ///
    /// ## Why
    /// `120/150 hộ (85%)` contradicts itself: readers do not know which of the three figures to
    /// believe.
    ///
    /// Looked at: two figures with a slash, what they count, and a percentage right behind or right
    /// before: `120/150 hộ (đạt 80%)`, `80% (120/150 hộ)`. It must be that of the figures, rounded as printed.
    ///
    /// ## Bad
    /// ```yaml
    /// body: Đã rà soát 120/150 hộ, đạt 85%./.
    /// ```
    ///
    /// ## Good
    /// ```yaml
    /// body: Đã rà soát 120/150 hộ, đạt 80%./.
    /// ```
    ///
    /// ## Basis
    /// What is computed is right or wrong.
    ///
    /// ## Là gì
    /// Tỷ lệ phần trăm không khớp với hai số đứng cạnh nó.
    ///
    /// ## Vì sao
    /// `120/150 hộ (85%)` tự trái nhau: người đọc không biết tin số nào.
    ///
    /// Chỉ xét hai số có gạch chéo, đơn vị đếm và tỷ lệ ngay trước hoặc ngay sau: `120/150 hộ (đạt
    /// 80%)`, `80% (120/150 hộ)`. Tỷ lệ
    /// phải đúng bằng tỷ số, làm tròn như đã in.
    ///
    /// ## Căn cứ
    /// Số tính được thì đúng hoặc sai.
    "D516" "wrong-percentage" Warning => check
}

/// `120/150 hộ (đạt 80%)`: two figures with a slash, few words, a percentage.
static SHARE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"([0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+)/([0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+) ([^0-9.;:/%]{1,40}?)(?:\(|, |\()(?:đạt |chiếm |bằng |đạt tỷ lệ |tỷ lệ |chiếm tỷ lệ |đạt tỉ lệ )?([0-9]{1,3})(?:,([0-9]{1,2}))?%",
    )
    .expect("its fixture is tested")
});

/// `98% (1.452/1.630 hộ)`: a percentage, and the two figures in parentheses behind it.
static SHARE_BEHIND: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"([0-9]{1,3})(?:,([0-9]{1,2}))? ?%[^0-9.;:/%()]{0,40}\((?:tương ứng |tương đương |tức |là |đạt |với )?(?:[0-9]+ )?([0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+) ?/ ?([0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+)(?: [^0-9.;:/%()]{1,40})?\)",
    )
    .expect("its fixture is tested")
});

/// `1.452/1.630 (98%)`: the percentage right behind the two figures.
static SHARE_BARE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"([0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+)/([0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+) \((?:đạt |chiếm |bằng |tỷ lệ |đạt tỷ lệ )?([0-9]{1,3})(?:,([0-9]{1,2}))? ?%\)",
    )
    .expect("its fixture is tested")
});

/// `80%, tương ứng 120/160`
static SHARE_BEHIND_COMMA: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"([0-9]{1,3})(?:,([0-9]{1,2}))? ?%, (?:tương ứng|tương đương|tức là|tức)(?: với)? ([0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+) ?/ ?([0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+)",
    )
    .expect("its fixture is tested")
});

/// `41.000 ha trong tổng số 50.000 ha, đạt 82%`
static SHARE_OF_ALL: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"([0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+) [^0-9.,;:/%()]{1,40}? (?:trong tổng số|trên tổng số|trong số) ([0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+) [^0-9.;:/%()]{1,60}?,? \(?(?:đạt |chiếm |bằng |đạt tỷ lệ |tỷ lệ |chiếm tỷ lệ )([0-9]{1,3})(?:,([0-9]{1,2}))? ?%",
    )
    .expect("its fixture is tested")
});

/// `412,5 tỷ đồng, đạt 16,5% kế hoạch vốn được giao (2.500 tỷ đồng)`: groups 2 and 6 are units.
static SHARE_OF_PLAN: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"([0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]+)?|[0-9]+(?:,[0-9]+)?) ([^\s0-9.,;:/%()]+(?: đồng)?),? (?:đạt|bằng|chiếm) ([0-9]{1,3})(?:,([0-9]{1,2}))? ?% [^0-9.,;:/%()]{3,60} \(([0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]+)?|[0-9]+(?:,[0-9]+)?) ([^\s0-9.,;:/%()]+(?: đồng)?)\)",
    )
    .expect("its fixture is tested")
});

/// `Trong 35 cơ quan được kiểm tra, có 14 cơ quan (40%)`, `Khảo sát 500 người, có 470 người hài
/// lòng, đạt 94%`: groups 2 and 4 are units.
static SHARE_OF_LOOKED_AT: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?:Trong|[Kk]hảo sát|[Kk]iểm tra|[Rr]à soát|[Tt]rong tổng số|[Tt]rong số|[Tt]hẩm định|[Ll]ấy ý kiến(?: của)?) ([0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+) ([^\s0-9.,;:/%()]+)[^0-9.;:/%()]{0,60}?,(?: đã| thì)? có ([0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+) ([^\s0-9.,;:/%()]+)[^0-9.,;:/%()]{0,60}?(?: \(|, )(?:đạt |chiếm |bằng |đạt tỷ lệ |tỷ lệ |chiếm tỷ lệ )?([0-9]{1,3})(?:,([0-9]{1,2}))? ?%(?:[).,;]|$)",
    )
    .expect("its fixture is tested")
});

/// The ways with units, which must be one, and the groups of these.
static WAYS_WITH_UNITS: [(&LazyLock<Regex>, [usize; 4], [usize; 2]); 2] =
    [(&SHARE_OF_PLAN, [1, 5, 3, 4], [2, 6]), (&SHARE_OF_LOOKED_AT, [3, 1, 5, 6], [2, 4])];

/// The ways a share is written, and which groups are its part, its whole, and its percentage
/// before and behind the comma.
static WAYS: [(&LazyLock<Regex>, [usize; 4]); 5] = [
    (&SHARE_OF_ALL, [1, 2, 3, 4]),
    (&SHARE_BEHIND_COMMA, [3, 4, 1, 2]),
    (&SHARE, [1, 2, 4, 5]),
    (&SHARE_BEHIND, [3, 4, 1, 2]),
    (&SHARE_BARE, [1, 2, 3, 4]),
];

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    for prose in input.bodies_with_figures().filter(|prose| prose.has(b'%')) {
        for (way, groups, units) in &WAYS_WITH_UNITS {
            for captures in way.captures_iter(&prose.text) {
                let unit = |index: usize| captures.get(units[index]).map(|it| it.as_str());
                if unit(0) == unit(1) {
                    tell(prose, &captures, groups, report);
                }
            }
        }
        if !prose.has(b'/') && !prose.text.contains(" số ") {
            continue;
        }
        for (way, groups) in &WAYS {
            for captures in way.captures_iter(&prose.text) {
                tell(prose, &captures, groups, report);
            }
        }
    }
}

/// Reports a share whose percentage is not that of its two figures.
fn tell(prose: &Prose, captures: &Captures<'_>, groups: &[usize; 4], report: &mut RuleReport<'_>) {
    let Some(whole) = captures.get(0) else { return };
    // `ngày 12/5 …`, `15/12/2024`, `số 12/15` are no shares.
    let before = prose.text[..whole.start()].trim_end();
    let begins = whole.as_str().starts_with(|sign: char| sign.is_ascii_digit());
    let is_other = begins && before.ends_with(['/', '-', '.', ','])
        || before.ends_with("ngày")
        || before.ends_with("số")
        || before.ends_with("tháng")
        // Where the percentage stands last, the words behind it say what it is a share of.
        || groups[2] > groups[0] && is_of_another_whole(&prose.text[whole.end()..]);
    let part = |index: usize| captures.get(groups[index]).map_or("", |group| group.as_str());
    let Some((computed, printed)) = compare(part(0), part(1), part(2), part(3)) else { return };
    if is_other || computed == printed {
        return;
    }
    let message = Message::new("wrong-percentage")
        .with("words", whole.as_str().trim_end_matches([',', '.', ';']))
        .with("computed", computed)
        .with("printed", printed);
    report.emit(prose.span(whole.range()), message).subject = Some(whole.as_str().to_owned());
}

/// Whether the words behind a percentage say what it is a share of: `97,96% tổng số đại biểu`.
fn is_of_another_whole(behind: &str) -> bool {
    ["tổng số", "tổng ", "của ", "so với", "trên tổng", "kế hoạch", "chỉ tiêu", "dự toán", "số "]
        .iter()
        .any(|words| behind.trim_start().starts_with(words))
}

/// The share of `part` in `whole` in per cent, as it is printed, and as it should be.
fn compare(part: &str, whole: &str, percent: &str, decimals: &str) -> Option<(String, String)> {
    let amount = |words: &str| {
        let digits = words.replace('.', "").replace(',', ".");
        let digits = digits.trim_start_matches('0');
        Amount::from_figure(if digits.starts_with('.') || digits.is_empty() { "0" } else { digits })
            .ok()
    };
    let share = amount(part)?.checked_div(&amount(whole)?)?;
    let share = &share * &Amount::from(100);
    let places = u32::try_from(decimals.len()).ok()?;
    let printed =
        if decimals.is_empty() { percent.to_owned() } else { format!("{percent},{decimals}") };
    Some((share.round(places).vietnamese(places), printed))
}
