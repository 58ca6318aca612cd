//! Lengths of the layout in the units of Word, in whole numbers.

use crate::model::measure::Measure;
use crate::model::profile::{Field, Profile};
use crate::model::rule_set::RuleSet;
use crate::render::type_sizes::TypeSizes;

/// Hundred-thousandths of a point in a point.
const POINT: i64 = Measure::whole(1).parts();

/// A single line of the decree's typeface, in thousandths of its size (R159).
const SINGLE: i64 = 1_149;

/// What is above the baseline and below it, in thousandths of the size.
const ASCENT_AND_DESCENT: i64 = 1_107;

/// The measures of a profile: twips, and half-points for sizes of type.
#[derive(Debug, Clone, Copy)]
pub(super) struct Measures {
    pub(super) top: i64,
    pub(super) bottom: i64,
    pub(super) left: i64,
    pub(super) right: i64,
    /// Width of the text on an upright page.
    pub(super) text_width: i64,
    /// The names.
    pub(super) names: i64,
    /// Quốc hiệu, or the name of the Party.
    pub(super) national: i64,
    /// Tiêu ngữ, place and date, stamps.
    pub(super) motto: i64,
    pub(super) body: i64,
    pub(super) number: i64,
    pub(super) type_name: i64,
    /// `Nơi nhận:`, and the lines below it.
    pub(super) recipients: i64,
    pub(super) recipient: i64,
    /// Whether it is of the Party (R157).
    pub(super) is_party: bool,
    pub(super) indent: i64,
    pub(super) gap: i64,
    /// From line to line, in 240ths of a single line.
    pub(super) step: i64,
    /// The left column of the letterhead, where the names fit in it.
    pub(super) header_left: i64,
}

impl Measures {
    pub(super) fn new(profile: &Profile, rules: RuleSet) -> Self {
        let sizes = TypeSizes::new(profile, rules);
        let mm = |field| millimetres(profile.get(field));
        let size = |measure: Measure| half_points(measure.parts());
        Self {
            top: mm(Field::Top),
            bottom: mm(Field::Bottom),
            left: mm(Field::Left),
            right: mm(Field::Right),
            text_width: millimetres(profile.text_width()),
            names: size(sizes.names),
            national: size(sizes.nation),
            motto: size(profile.motto_size()),
            body: size(profile.get(Field::BodySize)),
            number: size(sizes.number),
            type_name: size(sizes.type_name),
            recipients: size(sizes.recipients),
            recipient: size(sizes.recipient),
            is_party: rules.is_of_party(),
            indent: mm(Field::Indent),
            gap: twips(profile.get(Field::ParagraphGap).parts()),
            step: rounded(profile.get(Field::LineSpacing).parts() * 240, SINGLE * POINT / 1_000),
            header_left: mm(Field::HeaderLeft),
        }
    }
}

/// `value / unit`, rounded.
const fn rounded(value: i64, unit: i64) -> i64 {
    (value + unit / 2).div_euclid(unit)
}

/// Millimetres in twips.
pub(super) const fn millimetres(measure: Measure) -> i64 {
    rounded(measure.parts() * 144, 254_000)
}

/// So many tenths of a millimetre in twips.
pub(super) const fn tenths_of_millimetres(tenths: i64) -> i64 {
    rounded(tenths * 1_440, 254)
}

/// Hundred-thousandths of a point in twips.
pub(super) const fn twips(points: i64) -> i64 {
    rounded(points * 20, POINT)
}

/// Hundred-thousandths of a point in half-points.
pub(super) const fn half_points(points: i64) -> i64 {
    rounded(points * 2, POINT)
}

/// Twips in EMU.
pub(super) const fn emu(twips: i64) -> i64 {
    twips * 635
}

/// A single line of type of so many half-points, in twips.
pub(super) const fn single_line(size: i64) -> i64 {
    rounded(size * 10 * SINGLE, 1_000)
}

/// From the top of such a line to below its deepest letter, in twips.
pub(super) const fn depth_of_line(size: i64) -> i64 {
    rounded(size * 10 * ASCENT_AND_DESCENT, 1_000)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_of_the_decree_are_those_of_word() {
        assert_eq!(millimetres(Measure::whole(210)), 11_906);
        assert_eq!(millimetres(Measure::whole(297)), 16_838);
        assert_eq!(millimetres(Measure::thousandths(12_700)), 720);
        assert_eq!(tenths_of_millimetres(254), 1_440);
        assert_eq!(twips(Measure::whole(6).parts()), 120);
        assert_eq!(half_points(Measure::thousandths(13_500).parts()), 27);
        assert_eq!(Measures::new(&Profile::WIDE, RuleSet::Nd30).step, 251);
        assert_eq!(emu(1_440), 914_400);
        assert_eq!(single_line(28), 322);
    }
}
