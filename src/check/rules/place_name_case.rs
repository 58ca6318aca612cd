//! D112

use std::sync::LazyLock;

use crate::characters::capital;
use crate::check::prose::Part;
use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::check::units::counts_what_follows;
use crate::check::wordings::{Wordings, capitals, report_wording};

rule! {
    /// A place whose noun is written with the wrong case: `quận 1`, `thủ đô Hà Nội`, `vùng tây
    /// bắc`.
    ///
    /// ## Why
    /// Before a number the noun belongs to the name and is a capital; so it is in Thủ đô Hà Nội and
    /// Thành phố Hồ Chí Minh. Names of regions are capitals throughout.
    ///
    /// ## Bad
    /// ```yaml
    /// body: Rà soát tại phường 1 và vùng tây bắc./.
    /// ```
    ///
    /// ## Good
    /// ```yaml
    /// body: Rà soát tại Phường 1 và vùng Tây Bắc./.
    /// ```
    ///
    /// ## Basis
    /// NĐ 30/2020/NĐ-CP, Phụ lục II, Mục III, khoản 1 (R112)
    ///
    /// ## Là gì
    /// Địa danh viết sai chữ hoa: `quận 1`, `thủ đô Hà Nội`, `vùng tây bắc`.
    ///
    /// ## Vì sao
    /// Trước chữ số, danh từ chung là một phần của tên nên viết hoa; Thủ đô Hà Nội, Thành phố Hồ
    /// Chí Minh cũng vậy. Tên vùng, miền viết hoa tất cả các âm tiết.
    "D112" "place-name-case" Warning => check
}

static PLACES: LazyLock<Wordings> = LazyLock::new(|| {
    let fixed = [
        ("thủ đô Hà Nội", "Thủ đô Hà Nội"),
        ("Thủ Đô Hà Nội", "Thủ đô Hà Nội"),
        ("thành phố Hồ Chí Minh", "Thành phố Hồ Chí Minh"),
        ("tây nguyên", "Tây Nguyên"),
        ("Tây nguyên", "Tây Nguyên"),
        ("bắc bộ", "Bắc Bộ"),
        ("nam bộ", "Nam Bộ"),
        ("trung bộ", "Trung Bộ"),
        ("Bắc bộ", "Bắc Bộ"),
        ("Nam bộ", "Nam Bộ"),
        ("Trung bộ", "Trung Bộ"),
        ("đồng bằng sông cửu long", "đồng bằng sông Cửu Long"),
    ];
    Wordings::new(fixed.map(|(wrong, right)| (wrong.to_owned(), right)))
});

/// Two directions are the name of a region behind one of these words.
const REGIONS: [&str; 5] = ["vùng ", "miền ", "khu vực ", "các tỉnh ", "Vùng "];
const DIRECTIONS: [&str; 4] = ["tây bắc", "đông bắc", "đông nam", "tây nam"];

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    for prose in input.prose.iter().filter(|prose| prose.part != Part::Other) {
        let text = &prose.text;
        let mut found: Vec<_> =
            PLACES.find(prose).map(|(range, right)| (range, right.to_owned())).collect();
        if prose.has_digit() {
            for noun in ["quận ", "phường "] {
                for (start, _) in text.match_indices(noun) {
                    let digits =
                        text[start + noun.len()..].bytes().take_while(u8::is_ascii_digit).count();
                    let end = start + noun.len() + digits;
                    let behind = &text[end..];
                    // `5 phường 3 xã` counts them.
                    let is_counted =
                        text[..start].trim_end().ends_with(|it: char| it.is_ascii_digit());
                    let is_name = digits > 0
                        && !text[start + noun.len()..].starts_with('0')
                        && digits < 3
                        && !behind.starts_with(char::is_alphanumeric)
                        && !behind.starts_with(" xã")
                        && !counts_what_follows(&text[start + noun.len()..end], behind);
                    if is_name && !is_counted {
                        found.push((start..end, capital(&text[start..end])));
                    }
                }
            }
        }
        for region in REGIONS.iter().filter(|region| text.contains(*region)) {
            for (start, _) in text.match_indices(region) {
                let at = start + region.len();
                let of = DIRECTIONS.iter().find(|name| text[at..].starts_with(*name));
                if let Some(name) = of {
                    found.push((at..at + name.len(), capitals(name)));
                }
            }
        }
        for (range, right) in found {
            report_wording("place-name-case", prose, range, &right, report);
        }
    }
}
