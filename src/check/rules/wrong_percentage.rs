//! D516

use std::sync::LazyLock;

use regex::Regex;

use crate::check::rule::{RuleReport, Subject, rule};
use crate::diagnostic::Message;
use crate::model::amount::Amount;

rule! {
    /// A percentage that is not that of the two figures beside it.
    ///
    /// ## Why
    /// `120/150 hộ (85%)` contradicts itself: readers do not know which of the three figures to
    /// believe.
    ///
    /// Looked at: two figures with a slash, what they count, and a percentage right behind:
    /// `120/150 hộ (đạt 80%)`. It must be that of the figures, rounded as printed.
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
    /// Chỉ xét hai số có gạch chéo, đơn vị đếm và tỷ lệ ngay sau đó: `120/150 hộ (đạt 80%)`. Tỷ lệ
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

fn check(subject: &Subject<'_>, report: &mut RuleReport<'_>) {
    let looked_at = subject.prose.iter().filter(|prose| prose.is_body());
    for prose in looked_at.filter(|prose| prose.text.contains('%') && prose.text.contains('/')) {
        for captures in SHARE.captures_iter(&prose.text) {
            let Some(whole) = captures.get(0) else { continue };
            // `ngày 12/5 …`, `15/12/2024`, `số 12/15` are no shares.
            let before = prose.text[..whole.start()].trim_end();
            let is_other = before.ends_with(['/', '-', '.', ','])
                || before.ends_with("ngày")
                || before.ends_with("số")
                || before.ends_with("tháng");
            let part = |index: usize| captures.get(index).map_or("", |group| group.as_str());
            let Some((computed, printed)) = compare(part(1), part(2), part(4), part(5)) else {
                continue;
            };
            if is_other || computed == printed {
                continue;
            }
            let message = Message::new("wrong-percentage")
                .with("words", whole.as_str())
                .with("computed", computed)
                .with("printed", printed);
            report.emit(prose.span(whole.range()), message).subject =
                Some(whole.as_str().to_owned());
        }
    }
}

/// The share of `part` in `whole` in per cent, as it is printed, and as it should be.
fn compare(part: &str, whole: &str, percent: &str, decimals: &str) -> Option<(String, String)> {
    let amount = |words: &str| Amount::from_figure(&words.replace('.', "")).ok();
    let share = amount(part)?.checked_div(&amount(whole)?)?;
    let share = &share * &Amount::from(100);
    let places = u32::try_from(decimals.len()).ok()?;
    let printed =
        if decimals.is_empty() { percent.to_owned() } else { format!("{percent},{decimals}") };
    Some((share.round(places).vietnamese(places), printed))
}
