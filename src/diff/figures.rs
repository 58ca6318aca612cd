//! What a figure has changed by.

use crate::compute::Origin;
use crate::model::amount::Amount;
use crate::model::target::ColumnKind;

use super::change::MadeBy;

/// Decimals of a change in per cent.
const DECIMALS: u32 = 2;

/// Beyond this many per cent a figure is another one, not the same grown.
const MOST_PERCENT: i64 = 10_000;

/// With its sign, printed with `decimals`.
pub(super) fn difference(before: &Amount, after: &Amount, decimals: u32) -> String {
    // As the two are printed: a reader subtracts what stands on paper.
    signed(&(&after.round(decimals) - &before.round(decimals)), decimals)
}

/// In per cent of the former figure, rounded a half away from zero; nothing of zero, and nothing
/// where it rounds to zero.
pub(super) fn percent(before: &Amount, after: &Amount) -> Option<String> {
    let share = (after - before).checked_div(&before.abs())?;
    let percent = &share * &Amount::from(100);
    let is_told =
        percent.round(DECIMALS) != Amount::zero() && percent.abs() <= Amount::from(MOST_PERCENT);
    is_told.then(|| signed(&percent, DECIMALS))
}

fn signed(amount: &Amount, decimals: u32) -> String {
    let printed = amount.vietnamese(decimals);
    if *amount > Amount::zero() { format!("+{printed}") } else { printed }
}

/// Whether differences of such figures are percentage points.
pub(super) fn is_percentage(kind: ColumnKind) -> bool {
    kind.is_ratio()
}

impl From<Origin> for MadeBy {
    fn from(origin: Origin) -> Self {
        match origin {
            Origin::Input => Self::Input,
            Origin::Formula => Self::Formula,
            Origin::Allocation => Self::Allocation,
            Origin::Adjusted => Self::Adjusted,
            Origin::Sum => Self::Sum,
            Origin::Least => Self::Least,
            Origin::Greatest => Self::Greatest,
            Origin::Average => Self::Average,
            Origin::Count => Self::Count,
            Origin::Nothing => Self::Nothing,
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn amount(text: &str) -> Amount {
        Amount::from_figure(text).expect("a plain figure")
    }

    #[test]
    fn changes_are_told_with_their_sign() {
        for (before, after, decimals, told, share) in [
            ("4988", "5000", 0, "+12", Some("+0,24")),
            ("5000", "4988", 0, "-12", Some("-0,24")),
            ("-50", "-25", 0, "+25", Some("+50,00")),
            ("0", "7", 0, "+7", None),
            ("88421118", "88421117", 0, "-1", None),
            ("29.7", "30", 1, "+0,3", Some("+1,01")),
            // A half is rounded away from zero: 0,125 to 0,13.
            ("800", "801", 0, "+1", Some("+0,13")),
            ("800", "799", 0, "-1", Some("-0,13")),
            ("1", "1000", 0, "+999", None),
        ] {
            let (before, after) = (amount(before), amount(after));
            assert_eq!(difference(&before, &after, decimals), told);
            assert_eq!(percent(&before, &after).as_deref(), share, "{before} {after}");
        }
    }

    proptest! {
        #[test]
        fn the_way_back_is_as_long(before in -9_999_i64..9_999, after in -9_999_i64..9_999) {
            let (before, after) = (Amount::from(before), Amount::from(after));
            let there = difference(&before, &after, 0);
            let back = difference(&after, &before, 0);
            prop_assert_eq!(there.trim_start_matches(['+', '-']), back.trim_start_matches(['+', '-']));
            prop_assert_eq!(before == after, there == "0");
        }
    }
}
