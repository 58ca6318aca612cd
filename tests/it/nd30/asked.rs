//! The measures that are asked for, said here anew: of the two profiles the program brings (R171),
//! and of others that go as far as the decree lets them.

use std::sync::LazyLock;

use vanthu::model::measure::Measure;
use vanthu::model::profile::{Field, Profile};

/// A profile and what must be found on paper, in millimetres and points.
#[derive(Debug, Clone)]
pub(crate) struct Asked {
    pub(crate) name: &'static str,
    pub(crate) profile: Profile,
    pub(crate) top: f64,
    pub(crate) bottom: f64,
    pub(crate) left: f64,
    pub(crate) right: f64,
    pub(crate) indent: f64,
    /// Sizes of Quốc hiệu, Tiêu ngữ, and place and date.
    pub(crate) sizes: [f64; 3],
    pub(crate) body: f64,
    /// Between paragraphs, beyond the step of lines.
    pub(crate) gap: f64,
    /// From line to line, in ems.
    pub(crate) step: f64,
    /// Whether drafts are marked as such.
    pub(crate) draft_mark: bool,
}

/// Text of 165 mm.
pub(crate) const WIDE: Asked = Asked {
    name: "wide",
    profile: Profile::WIDE,
    top: 20.0,
    bottom: 20.0,
    left: 30.0,
    right: 15.0,
    indent: 10.0,
    sizes: [13.0, 14.0, 14.0],
    body: 14.0,
    gap: 6.0,
    step: 1.2,
    draft_mark: false,
};

/// Text of 155 mm, with the smaller sizes at the head.
pub(crate) const NARROW: Asked = Asked {
    name: "narrow",
    profile: Profile::NARROW,
    left: 35.0,
    right: 20.0,
    sizes: [12.0, 13.0, 13.0],
    ..WIDE
};

/// The wide profile in an office that marks its drafts.
pub(crate) const MARKED: Asked = Asked { draft_mark: true, ..WIDE };

/// The same in the narrow profile.
pub(crate) const MARKED_NARROW: Asked = Asked { draft_mark: true, ..NARROW };

/// Small type far apart, within the widest margins above and below.
pub(crate) static AIRY: LazyLock<Asked> = LazyLock::new(|| {
    let fields = [
        (Field::Top, 25_000),
        (Field::Bottom, 25_000),
        (Field::Right, 20_000),
        (Field::HeaderSize, 12_000),
        (Field::BodySize, 13_000),
        (Field::Indent, 12_700),
        (Field::ParagraphGap, 12_000),
        (Field::LineSpacing, 1_500),
    ];
    Asked {
        name: "airy",
        profile: with(&fields),
        top: 25.0,
        bottom: 25.0,
        right: 20.0,
        indent: 12.7,
        sizes: [12.0, 13.0, 13.0],
        body: 13.0,
        gap: 12.0,
        step: 1.5 * 1.149,
        ..WIDE
    }
});

/// Single lines.
pub(crate) static DENSE: LazyLock<Asked> = LazyLock::new(|| {
    let fields = [(Field::BodySize, 13_500), (Field::LineSpacing, 1_000)];
    Asked { name: "dense", profile: with(&fields), body: 13.5, step: 1.149, ..WIDE }
});

/// The wide profile with other measures, in thousandths.
fn with(fields: &[(Field, i64)]) -> Profile {
    fields.iter().fold(Profile::WIDE, |profile, (field, value)| {
        let changed = profile.with(*field, Measure::thousandths(*value));
        changed.unwrap_or_else(|allowed| panic!("{field:?}: {allowed:?}"))
    })
}
