//! How cells look, and how a figure is written so that Excel shows what is printed.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

use crate::model::amount::Amount;

/// What differs between the cells of a sheet.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Look {
    pub(super) is_bold: bool,
    pub(super) is_italic: bool,
    pub(super) has_lines: bool,
    pub(super) side: Side,
}

/// Where the text of a cell stands.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Side {
    #[default]
    Left,
    Center,
    Right,
}

/// Of a cell in type of `size` half-points of `family`.
pub(super) fn format(look: Look, family: &str, size: i64) -> Format {
    let side = match look.side {
        Side::Left => FormatAlign::Left,
        Side::Center => FormatAlign::Center,
        Side::Right => FormatAlign::Right,
    };
    let halves = i16::try_from(size).unwrap_or(i16::MAX);
    let mut format = Format::new()
        .set_font_name(family)
        .set_font_size(points(halves))
        .set_align(side)
        .set_align(FormatAlign::VerticalCenter)
        .set_text_wrap();
    if look.is_bold {
        format = format.set_bold();
    }
    if look.is_italic {
        format = format.set_italic();
    }
    if look.has_lines {
        format = format.set_border(FormatBorder::Thin).set_border_color(Color::Black);
    }
    format
}

/// Half-points in points, as the library wants them.
#[expect(clippy::float_arithmetic, reason = "a size of type, no figure")]
fn points(halves: i16) -> f64 {
    f64::from(halves) / 2.0
}

/// A figure as Excel holds it: with 15 digits at most.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Number {
    pub(super) value: f64,
    /// The same as text, for the cached value of a formula.
    pub(super) text: String,
    /// `#,##0.0`
    pub(super) format: String,
}

impl Number {
    /// `amount`, which is printed as `printed`; nothing where Excel could not show that.
    pub(super) fn new(amount: &Amount, printed: &str) -> Option<Self> {
        /// Behind the point; more than anybody prints.
        const DECIMALS: u32 = 12;
        let (printed, is_signed) =
            printed.strip_prefix('+').map_or((printed, false), |printed| (printed, true));
        let text = amount.round(DECIMALS).exact();
        let value: f64 = text.parse().ok()?;
        let decimals = printed.split_once(',').map_or(0, |(_, fraction)| fraction.len());
        let held = Amount::from_decimal(&format!("{value}"))?;
        let shown = held.vietnamese(u32::try_from(decimals).ok()?);
        let digits = text.bytes().filter(u8::is_ascii_digit).count();
        let whole = text.trim_start_matches('-').split('.').next().map_or(0, str::len);
        if whole > 15 || digits > 15 && amount.is_integer() || !is_printed_so(printed, &shown) {
            return None;
        }
        let grouping = if printed == shown { "#,##0" } else { "0" };
        let fraction =
            if decimals > 0 { format!(".{}", "0".repeat(decimals)) } else { String::new() };
        let plain = format!("{grouping}{fraction}");
        let format = if is_signed { format!("+{plain};-{plain};{plain}") } else { plain };
        Some(Self { value, text, format })
    }
}

impl Number {
    /// The same shown with a mark behind it.
    pub(super) fn with_mark(self, mark: &str) -> Self {
        Self { format: format!("{}\" {mark}\"", self.format), ..self }
    }
}

/// Whether `printed` is `shown`, perhaps without points between thousands.
fn is_printed_so(printed: &str, shown: &str) -> bool {
    printed == shown || printed == shown.replace('.', "")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn shown(amount: &str, decimals: u32, format: Option<&str>) {
        let amount = Amount::from_decimal(amount).expect("a number");
        let printed = amount.vietnamese(decimals);
        let number = Number::new(&amount, &printed);
        assert_eq!(number.as_ref().map(|it| it.format.as_str()), format, "{printed}");
    }

    #[test]
    fn figures_get_the_format_that_shows_what_is_printed() {
        shown("18305", 0, Some("#,##0"));
        shown("48.65", 1, Some("#,##0.0"));
        shown("-0.5", 2, Some("#,##0.00"));
        shown("0", 0, Some("#,##0"));
        shown("999999999999999", 0, Some("#,##0"));
    }

    #[test]
    fn what_excel_cannot_hold_stays_text() {
        shown("1234567890123456789", 0, None);
        shown("12345678901234567.5", 1, None);
    }
}
