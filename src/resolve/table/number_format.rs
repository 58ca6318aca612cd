//! Numbers and days as a spreadsheet shows them, by their number format (ECMA-376, 18.8.31), in
//! Vietnamese: a comma before decimals, points between thousands.

use std::fmt::Write as _;

use crate::model::amount::Amount;

/// A piece of a number format.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Piece {
    /// `0`, `#`, `?`, and `.` and `,` between them.
    Digits(String),
    Percent,
    /// The same letter of a day, so often.
    Day(char, usize),
    /// What is shown as it is.
    Literal(String),
    /// The value of the cell, as text.
    Text,
    /// `General`.
    General,
}

/// The decimals of a percentage; `None` when the format shows none.
pub(super) fn percent_decimals(format: &str) -> Option<u32> {
    let pieces = pieces(format)?;
    pieces.contains(&Piece::Percent).then(|| {
        let decimals = pieces.iter().find_map(|piece| match piece {
            Piece::Digits(digits) => Some(decimals(digits)),
            _ => None,
        });
        decimals.unwrap_or(0)
    })
}

/// Whether a format shows a day without its number in the month: `yyyy`, `mm/yyyy`.
pub(super) fn shows_no_day(format: &str) -> bool {
    let pieces = pieces(format).unwrap_or_default();
    let has =
        |letter: char| pieces.iter().any(|it| matches!(it, Piece::Day(own, _) if *own == letter));
    (has('y') || has('m')) && !has('d')
}

/// Whether a format leaves out thousands: `#,##0,` shows 1.250 where the cell holds 1250000.
pub(super) fn leaves_out_thousands(format: &str) -> bool {
    let first = format.split(';').next().unwrap_or_default();
    pieces(first).into_iter().flatten().any(|piece| match piece {
        Piece::Digits(digits) => digits.ends_with(',') || digits.contains(",."),
        _ => false,
    })
}

/// What a cell with the number `digits` shows; `None` when its format is not known here.
pub(super) fn shown_number(digits: &str, format: Option<&str>) -> Option<String> {
    let amount = Amount::from_decimal(digits)?;
    let general = || digits.replace('.', ",");
    let Some(format) = format else { return Some(general()) };
    let (format, amount) = section(format, amount);
    let pieces = pieces(format)?;
    let scale = if pieces.contains(&Piece::Percent) { 100 } else { 1 };
    let scaled = &amount * &Amount::from(scale);
    let mut shown = String::new();
    let mut has_number = false;
    let is_of_words =
        !pieces.is_empty() && pieces.iter().all(|piece| matches!(piece, Piece::Literal(_)));
    for piece in pieces {
        match piece {
            Piece::Digits(digits) if !has_number => {
                shown.push_str(&figure(&scaled, &digits)?);
                has_number = true;
            }
            // Digits in several places, as in a telephone number.
            Piece::Digits(_) | Piece::Day(..) => return None,
            Piece::Percent => shown.push('%'),
            Piece::Literal(text) => shown.push_str(&text),
            Piece::Text | Piece::General => {
                shown.push_str(&general());
                has_number = true;
            }
        }
    }
    // A section for zero may show a dash alone.
    (has_number || is_of_words).then(|| shown.trim().to_owned())
}

/// The section of a format that shows the amount, and what it shows: a section for negative amounts
/// shows them without their sign.
fn section(format: &str, amount: Amount) -> (&str, Amount) {
    let mut is_quoted = false;
    let sections: Vec<&str> = format
        .split(|sign: char| {
            is_quoted ^= sign == '"';
            sign == ';' && !is_quoted
        })
        .collect();
    let zero = Amount::zero();
    match sections[..] {
        [_, negative, ..] if amount < zero => (negative, &zero - &amount),
        [_, _, of_zero, ..] if amount == zero => (of_zero, amount),
        _ => (sections[0], amount),
    }
}

/// What a cell with the day `iso` shows; `None` when its format is not known here.
pub(super) fn shown_day(iso: &str, format: Option<&str>) -> Option<String> {
    let mut parts = iso.split('-').map(|part| part.parse::<u32>().ok());
    let (year, month, day) = (parts.next()??, parts.next()??, parts.next()??);
    // The short day of the language of the computer.
    let format = format.filter(|format| !matches!(*format, "mm-dd-yy" | "m/d/yy" | "m/d/yyyy"));
    let Some(format) = format else { return Some(format!("{day:02}/{month:02}/{year}")) };
    let mut shown = String::new();
    for piece in pieces(format)? {
        match piece {
            Piece::Day('d', 1) => shown.push_str(&day.to_string()),
            Piece::Day('d', 2) => drop(write!(shown, "{day:02}")),
            Piece::Day('m', 1) => shown.push_str(&month.to_string()),
            Piece::Day('m', 2) => drop(write!(shown, "{month:02}")),
            Piece::Day('y', 1 | 2) => drop(write!(shown, "{:02}", year % 100)),
            Piece::Day('y', 3 | 4) => drop(write!(shown, "{year:04}")),
            Piece::Literal(text) => shown.push_str(&text),
            _ => return None,
        }
    }
    Some(shown.trim().to_owned())
}

/// The pieces of the first section of a format; `None` for what is not known here: fractions,
/// exponents, hours, thousands left out.
fn pieces(format: &str) -> Option<Vec<Piece>> {
    if format.eq_ignore_ascii_case("general") {
        return Some(vec![Piece::General]);
    }
    let mut pieces: Vec<Piece> = Vec::new();
    let literal = |text: &str, pieces: &mut Vec<Piece>| match pieces.last_mut() {
        Some(Piece::Literal(known)) => known.push_str(text),
        _ => pieces.push(Piece::Literal(text.to_owned())),
    };
    let mut signs = format.chars().peekable();
    while let Some(sign) = signs.next() {
        match sign {
            ';' => break,
            '"' => {
                let text: String = signs.by_ref().take_while(|sign| *sign != '"').collect();
                literal(&text, &mut pieces);
            }
            '\\' => literal(&signs.next()?.to_string(), &mut pieces),
            // A space as wide as the next sign, or that sign as often as there is room.
            '_' => {
                signs.next()?;
                literal(" ", &mut pieces);
            }
            '*' => {
                signs.next()?;
            }
            '[' => {
                let inner: String = signs.by_ref().take_while(|sign| *sign != ']').collect();
                literal(currency(&inner)?, &mut pieces);
            }
            '0' | '#' | '?' | '.' | ',' => {
                let is_digit = matches!(sign, '0' | '#' | '?');
                match pieces.last_mut() {
                    Some(Piece::Digits(digits)) => digits.push(sign),
                    _ if is_digit => pieces.push(Piece::Digits(sign.to_string())),
                    _ => literal(&sign.to_string(), &mut pieces),
                }
            }
            '%' => pieces.push(Piece::Percent),
            '@' => pieces.push(Piece::Text),
            'd' | 'm' | 'y' | 'D' | 'M' | 'Y' => {
                let mut count = 1;
                while signs.next_if(|next| next.eq_ignore_ascii_case(&sign)).is_some() {
                    count += 1;
                }
                pieces.push(Piece::Day(sign.to_ascii_lowercase(), count));
            }
            '/' | '-' | ' ' | '(' | ')' | '+' | ':' | '\u{a0}' | '$' | '₫' | 'đ' | '^' => {
                literal(&sign.to_string(), &mut pieces);
            }
            _ => return None,
        }
    }
    Some(pieces)
}

/// What brackets show: the sign of a currency, nothing for a colour or a language; `None` for hours
/// and conditions.
fn currency(inner: &str) -> Option<&str> {
    let is_colour = inner.chars().all(char::is_alphabetic) && inner.len() > 2;
    match inner.strip_prefix('$') {
        Some(name) => name.split('-').next(),
        None => is_colour.then_some(""),
    }
}

fn decimals(digits: &str) -> u32 {
    let fraction = digits.split_once('.').map_or("", |(_, fraction)| fraction);
    let count = fraction.chars().filter(|sign| matches!(sign, '0' | '#' | '?')).count();
    u32::try_from(count).unwrap_or(0)
}

/// The amount in the digits of a format.
fn figure(amount: &Amount, digits: &str) -> Option<String> {
    // A comma at the end leaves out thousands.
    if digits.trim_end_matches('.').ends_with(',') || digits.contains('?') {
        return None;
    }
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let shown = amount.vietnamese(decimals(digits));
    let (sign, shown) = shown.strip_prefix('-').map_or(("", shown.as_str()), |rest| ("-", rest));
    let (front, back) = shown.split_once(',').unwrap_or((shown, ""));
    let mut front = if whole.contains(',') { front.to_owned() } else { front.replace('.', "") };
    let least = whole.chars().filter(|sign| *sign == '0').count();
    while front.chars().filter(char::is_ascii_digit).count() < least {
        front.insert(0, '0');
    }
    if least == 0 && front == "0" {
        front.clear();
    }
    // Zeros that the format does not ask for are not shown.
    let wanted = fraction.chars().filter(|sign| *sign == '0').count();
    let mut back = back.to_owned();
    while back.len() > wanted && back.ends_with('0') {
        back.pop();
    }
    let comma = if fraction.is_empty() { "" } else { "," };
    Some(format!("{sign}{front}{comma}{back}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_shown_by_their_formats() {
        for (digits, format, shown) in [
            ("123", Some("00000"), Some("00123")),
            ("1234.5", None, Some("1234,5")),
            ("1234567", Some("#,##0"), Some("1.234.567")),
            ("1234.5", Some("#,##0.00"), Some("1.234,50")),
            ("0.905", Some("0.0%"), Some("90,5%")),
            ("0.9", Some("0%"), Some("90%")),
            ("5", Some("0\" người\""), Some("5 người")),
            ("5", Some("\"Tổ \"0"), Some("Tổ 5")),
            ("12", Some("@"), Some("12")),
            ("0.5", Some("0.##"), Some("0,5")),
            ("1250000", Some("#,##0\\ [$₫-42A]"), Some("1.250.000 ₫")),
            ("-5", Some("_(* #,##0_);_(* (#,##0);_(* \"-\"_);_(@_)"), Some("(5)")),
            ("0", Some("_(* #,##0_);_(* (#,##0);_(* \"-\"_);_(@_)"), Some("-")),
            ("5", Some("_(* #,##0_);_(* (#,##0);_(* \"-\"_);_(@_)"), Some("5")),
            ("-3", Some("+0;-0"), Some("-3")),
            ("3", Some("+0;-0"), Some("+3")),
            ("-5", Some("#,##0"), Some("-5")),
            ("5", Some("\"a;b\"0"), Some("a;b5")),
            ("2026", Some("General"), Some("2026")),
            ("0.5", Some("# ?/?"), None),
            ("1200", Some("0.00E+00"), None),
            ("1200000", Some("#,##0,"), None),
            ("0.5", Some("h:mm"), None),
        ] {
            assert_eq!(shown_number(digits, format).as_deref(), shown, "{digits} {format:?}");
        }
    }

    #[test]
    fn days_are_shown_by_their_formats() {
        for (format, shown) in [
            (None, Some("05/03/2026")),
            (Some("mm-dd-yy"), Some("05/03/2026")),
            (Some("dd/mm/yyyy"), Some("05/03/2026")),
            (Some("d/m/yy"), Some("5/3/26")),
            (Some("mm/yyyy"), Some("03/2026")),
            (Some("yyyy\\-mm\\-dd"), Some("2026-03-05")),
            (Some("[$-42A]dd/mm/yyyy;@"), Some("05/03/2026")),
            (Some("\"ngày \"dd\" tháng \"mm\" năm \"yyyy"), Some("ngày 05 tháng 03 năm 2026")),
            (Some("d-mmm-yy"), None),
            (Some("dd/mm/yyyy h:mm"), None),
        ] {
            assert_eq!(shown_day("2026-03-05", format).as_deref(), shown, "{format:?}");
        }
    }

    #[test]
    fn a_format_with_a_percent_sign_shows_a_percentage() {
        for (format, decimals) in [
            ("0%", Some(0)),
            ("0.00%", Some(2)),
            ("#,##0.0%", Some(1)),
            ("0.0\\%", None),
            ("0\"%\"", None),
            ("0.0 %", Some(1)),
            ("0.00%;[Red]-0.00%", Some(2)),
            ("0.00", None),
            ("General", None),
        ] {
            assert_eq!(percent_decimals(format), decimals, "{format}");
        }
    }
}
