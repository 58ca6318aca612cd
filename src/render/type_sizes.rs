//! Sizes of type that follow from the rules a document is set by, in points.

use crate::model::measure::Measure;
use crate::model::profile::{Field, Profile};
use crate::model::rule_set::RuleSet;

/// Sizes of type at the head and the foot of a document.
#[derive(Debug, Clone, Copy)]
pub(super) struct TypeSizes {
    /// Cơ quan chủ quản and cơ quan ban hành (R21, R22).
    pub(super) names: Measure,
    /// Quốc hiệu (R16), or the name of the Party (R157).
    pub(super) nation: Measure,
    /// The number (R27, R157).
    pub(super) number: Measure,
    /// Tên loại (R38, R157).
    pub(super) type_name: Measure,
    /// `Nơi nhận:` (R76, R157).
    pub(super) recipients: Measure,
    /// The lines below it (R77, R157).
    pub(super) recipient: Measure,
}

impl TypeSizes {
    pub(super) const fn new(profile: &Profile, rules: RuleSet) -> Self {
        let whole = Measure::whole;
        match rules {
            RuleSet::Nd30 => Self {
                names: profile.get(Field::HeaderSize),
                nation: profile.get(Field::HeaderSize),
                number: whole(13),
                type_name: profile.get(Field::BodySize),
                recipients: whole(12),
                recipient: whole(11),
            },
            RuleSet::Hd05 => Self {
                names: whole(14),
                nation: whole(15),
                number: whole(14),
                type_name: whole(15),
                recipients: whole(14),
                recipient: whole(12),
            },
        }
    }
}
