//! The measures of a page that the decree leaves to the office, each within its range.

use super::measure::Measure;

/// Measures that go together. There is no profile with one outside its range.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Profile {
    values: [Measure; FIELDS.len()],
}

/// What an office may choose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    /// Upper margin, in millimetres.
    Top,
    /// Lower margin, in millimetres.
    Bottom,
    /// Left margin, in millimetres.
    Left,
    /// Right margin, in millimetres.
    Right,
    /// Size of the Quốc hiệu and the names, in points; the motto and the date are one larger.
    HeaderSize,
    /// Size of the body, in points.
    BodySize,
    /// Indent of first lines, in millimetres.
    Indent,
    /// What stands between paragraphs besides the step of a line, in points.
    ParagraphGap,
    /// Lines: chosen as a number of single ones, kept as the step between baselines in ems.
    LineSpacing,
    /// The left column of the letterhead, in millimetres; the right one is the rest.
    HeaderLeft,
    /// The smallest type of a table that would not fit otherwise, in points.
    TableSize,
}

/// Every field, in the order of the settings.
pub const FIELDS: [Field; 11] = [
    Field::Top,
    Field::Bottom,
    Field::Left,
    Field::Right,
    Field::HeaderSize,
    Field::BodySize,
    Field::Indent,
    Field::ParagraphGap,
    Field::LineSpacing,
    Field::HeaderLeft,
    Field::TableSize,
];

/// What a field may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Allowed {
    /// From the first to the second.
    Between(Measure, Measure),
    /// One of the two.
    Either(Measure, Measure),
}

impl Allowed {
    /// Whether `value` is allowed.
    #[must_use]
    pub fn has(self, value: Measure) -> bool {
        match self {
            Self::Between(least, most) => (least..=most).contains(&value),
            Self::Either(one, other) => value == one || value == other,
        }
    }
}

/// A single line of the decree's typeface, in ems (R159).
const SINGLE: Measure = Measure::thousandths(1_149);

/// The paper is so wide (R6).
const PAPER: Measure = Measure::whole(210);

/// No left column is narrower: `Số: …/KH-BCĐTKNQ18` has to stand on its line.
const NARROWEST_LEFT: Measure = Measure::whole(50);

impl Field {
    /// Its name in `vanthu.yaml`.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Top => "margins.top",
            Self::Bottom => "margins.bottom",
            Self::Left => "margins.left",
            Self::Right => "margins.right",
            Self::HeaderSize => "header_size",
            Self::BodySize => "body_size",
            Self::Indent => "indent",
            Self::ParagraphGap => "paragraph_gap",
            Self::LineSpacing => "line_spacing",
            Self::HeaderLeft => "header_left",
            Self::TableSize => "table_size",
        }
    }

    /// `mm`, `pt` or `lines`.
    #[must_use]
    pub const fn unit(self) -> &'static str {
        match self {
            Self::HeaderSize | Self::BodySize | Self::ParagraphGap | Self::TableSize => "pt",
            Self::LineSpacing => "lines",
            _ => "mm",
        }
    }

    /// The rules its range is from.
    #[must_use]
    pub const fn rules(self) -> &'static str {
        match self {
            Self::Top | Self::Bottom | Self::Left | Self::Right => "R8",
            Self::HeaderSize => "R13",
            Self::BodySize => "R54",
            Self::Indent => "R56",
            Self::ParagraphGap => "R57, R15",
            Self::LineSpacing => "R58, R159",
            Self::HeaderLeft => "R162, R163, R165",
            Self::TableSize => "R14",
        }
    }
}

impl Profile {
    /// The one of the decree's suggested measures: text 165 mm wide (R171).
    pub const WIDE: Self = Self {
        values: [
            Measure::whole(20),
            Measure::whole(20),
            Measure::whole(30),
            Measure::whole(15),
            Measure::whole(13),
            Measure::whole(14),
            Measure::whole(10),
            Measure::whole(6),
            Measure::thousandths(1_200),
            Measure::whole(60),
            Measure::whole(10),
        ],
    };

    /// Text 155 mm wide, with a smaller letterhead (R171).
    pub const NARROW: Self = Self {
        values: [
            Measure::whole(20),
            Measure::whole(20),
            Measure::whole(35),
            Measure::whole(20),
            Measure::whole(12),
            Measure::whole(14),
            Measure::whole(10),
            Measure::whole(6),
            Measure::thousandths(1_200),
            Measure::whole(56),
            Measure::whole(10),
        ],
    };

    /// Those that need no definition, by name.
    pub const BUILT_IN: [(&'static str, Self); 2] =
        [("wide", Self::WIDE), ("narrow", Self::NARROW)];

    /// What `field` is; [`Field::LineSpacing`] in ems.
    #[must_use]
    pub const fn get(&self, field: Field) -> Measure {
        self.values[field as usize]
    }

    /// What `field` may be here: the left column depends on the margins and the sizes.
    #[must_use]
    pub const fn allowed(&self, field: Field) -> Allowed {
        let whole = Measure::whole;
        match field {
            Field::Top | Field::Bottom => Allowed::Between(whole(20), whole(25)),
            Field::Left => Allowed::Between(whole(30), whole(35)),
            Field::Right => Allowed::Between(whole(15), whole(20)),
            Field::HeaderSize => Allowed::Either(whole(12), whole(13)),
            Field::BodySize => Allowed::Between(whole(13), whole(14)),
            Field::Indent => Allowed::Either(whole(10), Measure::thousandths(12_700)),
            // The decree has no most; its own files have 12 pt at most.
            Field::ParagraphGap => Allowed::Between(whole(6), whole(12)),
            Field::LineSpacing => Allowed::Between(whole(1), Measure::thousandths(1_500)),
            Field::HeaderLeft => Allowed::Between(NARROWEST_LEFT, self.widest_left()),
            // The decree has no size for tables; below this nobody can read one on paper.
            Field::TableSize => Allowed::Between(whole(7), whole(13)),
        }
    }

    /// This profile with another `field`, or what the field may be.
    ///
    /// A left column that leaves no room for the right one any more becomes narrower.
    pub fn with(mut self, field: Field, value: Measure) -> Result<Self, Allowed> {
        let allowed = self.allowed(field);
        if !allowed.has(value) {
            return Err(allowed);
        }
        let kept = if field == Field::LineSpacing { value.times(SINGLE) } else { value };
        self.values[field as usize] = kept;
        let left = self.get(Field::HeaderLeft).min(self.widest_left());
        self.values[Field::HeaderLeft as usize] = left;
        Ok(self)
    }

    /// This profile with lines so many ems apart, whatever the office may choose.
    #[must_use]
    pub const fn with_step(mut self, ems: Measure) -> Self {
        self.values[Field::LineSpacing as usize] = ems;
        self
    }

    /// Width of the text on an upright page (R162).
    #[must_use]
    pub const fn text_width(&self) -> Measure {
        PAPER.minus(self.get(Field::Left)).minus(self.get(Field::Right))
    }

    /// Size of the motto and of the date: the three sizes go up or down together (R13).
    #[must_use]
    pub const fn motto_size(&self) -> Measure {
        self.get(Field::HeaderSize).plus(Measure::whole(1))
    }

    /// What the right column of the letterhead must have room for: the Quốc hiệu (R163) and the
    /// longest date line, that of Thành phố Hồ Chí Minh (R165), which is the wider one.
    #[must_use]
    pub const fn least_right(&self) -> Measure {
        if self.get(Field::HeaderSize).parts() == Measure::whole(12).parts() {
            Measure::thousandths(96_500)
        } else {
            Measure::whole(104)
        }
    }

    const fn widest_left(&self) -> Measure {
        self.text_width().minus(self.least_right())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_stand_at_their_places() {
        for (place, field) in FIELDS.into_iter().enumerate() {
            assert_eq!(field as usize, place);
        }
    }

    #[test]
    fn built_in_profiles_are_within_their_own_ranges() {
        for (name, profile) in Profile::BUILT_IN {
            for field in FIELDS.into_iter().filter(|field| *field != Field::LineSpacing) {
                let allowed = profile.allowed(field);
                assert!(allowed.has(profile.get(field)), "{name} {field:?} {allowed:?}");
            }
            let step = profile.get(Field::LineSpacing);
            assert!(step >= SINGLE && step <= SINGLE.times(Measure::thousandths(1_500)), "{name}");
        }
    }

    /// R162: whatever is chosen, the text is 155 to 165 mm wide and there is a left column.
    #[test]
    fn every_choice_of_margins_and_size_leaves_both_columns_their_room() {
        for (left, right) in [(30, 15), (30, 20), (35, 15), (35, 20)] {
            for size in [12, 13] {
                let profile =
                    [(Field::Left, left), (Field::Right, right), (Field::HeaderSize, size)]
                        .into_iter()
                        .try_fold(Profile::WIDE, |profile, (field, value)| {
                            profile.with(field, Measure::whole(value))
                        });
                let profile = profile.expect("all of them are allowed");
                let width = profile.text_width();
                assert!(width >= Measure::whole(155) && width <= Measure::whole(165));
                let column = profile.get(Field::HeaderLeft);
                assert!(profile.allowed(Field::HeaderLeft).has(column), "{profile:?}");
            }
        }
    }

    #[test]
    fn lines_become_ems() {
        let profile = Profile::WIDE.with(Field::LineSpacing, Measure::thousandths(1_500));
        let step = profile.map(|profile| profile.get(Field::LineSpacing).to_string());
        assert_eq!(step.as_deref(), Ok("1.7235"));
    }
}
