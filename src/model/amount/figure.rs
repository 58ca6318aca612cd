//! Figures as they must be written in a source.

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::Pow as _;

use super::Amount;

/// Why a text in a figure field is not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FigureError {
    /// Not a number at all.
    NotANumber,
    /// It reads as one number to a Vietnamese eye and as another one to a machine: both
    /// readings, each as it is to be written.
    Ambiguous(Vec<String>),
}

impl Amount {
    /// Reads a figure as it must be written in a source: `5792`, `-5`, `29.72`.
    ///
    /// Signs that group thousands are refused, for YAML and a reader disagree about them.
    pub fn from_figure(text: &str) -> Result<Self, FigureError> {
        let unsigned = text.strip_prefix('-').unwrap_or(text);
        let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, ""));
        let is_plain = is_digits(whole)
            && (fraction.is_empty() || is_digits(fraction))
            && !unsigned.ends_with('.')
            && (whole == "0" || !whole.starts_with('0'))
            && unsigned.len() <= 40;
        // `1.250` may be a thousand and more; `0.125` may not.
        let looks_grouped = fraction.len() == 3 && whole != "0" && whole.len() <= 3;
        if !is_plain || looks_grouped {
            return Err(readings(text));
        }
        let digits: BigInt =
            format!("{whole}{fraction}").parse().map_err(|_| FigureError::NotANumber)?;
        let scale = BigInt::from(10).pow(fraction.len());
        let amount = BigRational::new(digits, scale);
        Ok(Self(if text.starts_with('-') { -amount } else { amount }))
    }
}

impl Amount {
    /// Reads digits whose point is known to be a decimal one: `19.905`, `-0.5`.
    #[must_use]
    pub fn from_decimal(text: &str) -> Option<Self> {
        let unsigned = text.strip_prefix('-').unwrap_or(text);
        let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, ""));
        let is_plain = is_digits(whole)
            && (fraction.is_empty() || is_digits(fraction))
            && !unsigned.ends_with('.')
            && unsigned.len() <= 400;
        if !is_plain {
            return None;
        }
        let digits: BigInt = format!("{whole}{fraction}").parse().ok()?;
        let amount = BigRational::new(digits, BigInt::from(10).pow(fraction.len()));
        Some(Self(if text.starts_with('-') { -amount } else { amount }))
    }
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// What a figure with separators may mean, each meaning as it is to be written.
fn readings(text: &str) -> FigureError {
    let signs = |c: char| matches!(c, '.' | ',' | ' ' | '\u{a0}' | '\u{202f}' | '_' | '\'');
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let sign = &text[..text.len() - unsigned.len()];
    let parts: Vec<&str> = unsigned.split(signs).collect();
    if parts.len() < 2 || parts.iter().any(|part| !is_digits(part)) {
        return FigureError::NotANumber;
    }
    let separators: Vec<char> = unsigned.chars().filter(|c| signs(*c)).collect();
    let last = separators[separators.len() - 1];
    let one_kind = separators.iter().all(|separator| *separator == last);
    let groups = |parts: &[&str]| parts[1..].iter().all(|part| part.len() == 3);
    let mut meanings = Vec::new();
    if one_kind && groups(&parts) {
        meanings.push(format!("{sign}{}", parts.concat()));
    }
    let before = &parts[..parts.len() - 1];
    let is_decimal = matches!(last, '.' | ',')
        && (parts.len() == 2 || !one_kind || separators.len() == 1)
        && separators.iter().filter(|separator| **separator == last).count() == 1
        && groups(before);
    if is_decimal {
        meanings.push(format!("{sign}{}.{}", before.concat(), decimals(parts[parts.len() - 1])));
    }
    let mut meanings: Vec<String> = meanings.iter().map(|text| without_zeros(text)).collect();
    meanings.dedup();
    if meanings.is_empty() { FigureError::NotANumber } else { FigureError::Ambiguous(meanings) }
}

/// Decimals as they are to be written: never three, which would look like thousands.
fn decimals(digits: &str) -> String {
    let short = digits.trim_end_matches('0');
    match short.len() {
        0 => "0".to_owned(),
        3 => format!("{short}0"),
        _ => short.to_owned(),
    }
}

fn without_zeros(text: &str) -> String {
    let sign = if text.starts_with('-') { "-" } else { "" };
    let digits = text.trim_start_matches('-').trim_start_matches('0');
    let digits = if digits.is_empty() || digits.starts_with('.') {
        format!("0{digits}")
    } else {
        digits.to_owned()
    };
    format!("{sign}{digits}")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_figure_that_reads_two_ways_is_refused_with_both() {
        for (written, meanings) in [
            ("1.250", &["1250", "1.25"][..]),
            ("12.000", &["12000", "12.0"]),
            ("1.234", &["1234", "1.2340"]),
            ("1,250", &["1250", "1.25"]),
            ("1,5", &["1.5"]),
            ("1 250", &["1250"]),
            ("1.250,5", &["1250.5"]),
            ("1,250.5", &["1250.5"]),
            ("12.345.678", &["12345678"]),
            ("-1.250", &["-1250", "-1.25"]),
            ("1_000", &["1000"]),
        ] {
            let meanings = meanings.iter().map(|text| (*text).to_owned()).collect();
            let refused = Err(FigureError::Ambiguous(meanings));
            assert_eq!(Amount::from_figure(written), refused, "{written}");
        }
    }

    #[test]
    fn what_is_no_figure_is_refused() {
        for text in
            ["", "abc", "1e3", "0x1F", "+5", ".5", "5.", "07", "--1", "29,72%", "1.2.3", "∞"]
        {
            assert_eq!(Amount::from_figure(text), Err(FigureError::NotANumber), "{text}");
        }
    }

    #[test]
    fn every_way_to_write_it_that_is_offered_is_taken() {
        for text in ["1.250", "12.000", "1,5", "0,125", "1.234", "1.250,5", "001.250"] {
            let Err(FigureError::Ambiguous(meanings)) = Amount::from_figure(text) else {
                panic!("{text} should be refused");
            };
            for meaning in meanings {
                assert!(Amount::from_figure(&meaning).is_ok(), "{text}: {meaning}");
            }
        }
    }

    proptest! {
        #[test]
        fn any_text_is_taken_or_refused(text in "\\PC{0,12}") {
            let _ = Amount::from_figure(&text);
        }
    }
}
