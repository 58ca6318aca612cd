//! The measures of a page for templates, as integers that the filters `mm`, `pt` and `factor`
//! format.

use serde::Serialize;
use tera::{Kwargs, State, Tera, Value};

use crate::model::measure::Measure;
use crate::model::profile::{Field, Profile};
use crate::model::rule_set::RuleSet;
use crate::render::type_sizes::TypeSizes;

/// The measures, in hundred-thousandths of their units.
#[derive(Debug, Serialize)]
pub(super) struct Measures {
    top: i64,
    bottom: i64,
    left: i64,
    right: i64,
    /// Size of the names.
    names: i64,
    /// Size of Quốc hiệu, or of the name of the Party.
    national: i64,
    motto: i64,
    dateline: i64,
    /// Size of the number.
    number: i64,
    /// Size of the name of the kind.
    type_name: i64,
    /// Size of `Nơi nhận:`, and of the lines below it.
    recipients: i64,
    recipient: i64,
    /// Whether it is of the Party: V/v in italics, `Nơi nhận:` underlined, titles not bold (R157).
    is_party: bool,
    body: i64,
    indent: i64,
    gap: i64,
    /// From baseline to baseline, in ems.
    step: i64,
    header_left: i64,
}

impl Measures {
    pub(super) fn new(profile: &Profile, rules: RuleSet) -> Self {
        let parts = |field| profile.get(field).parts();
        let motto = profile.motto_size().parts();
        let sizes = TypeSizes::new(profile, rules);
        Self {
            top: parts(Field::Top),
            bottom: parts(Field::Bottom),
            left: parts(Field::Left),
            right: parts(Field::Right),
            names: sizes.names.parts(),
            national: sizes.nation.parts(),
            motto,
            dateline: motto,
            number: sizes.number.parts(),
            type_name: sizes.type_name.parts(),
            recipients: sizes.recipients.parts(),
            recipient: sizes.recipient.parts(),
            is_party: rules.is_of_party(),
            body: parts(Field::BodySize),
            indent: parts(Field::Indent),
            gap: parts(Field::ParagraphGap),
            step: parts(Field::LineSpacing),
            header_left: parts(Field::HeaderLeft),
        }
    }
}

/// Registers the filters. They accept integers only, so no text reaches Typst through them.
pub(super) fn register(tera: &mut Tera) {
    tera.register_filter("mm", |parts: i64, _: Kwargs, _: &State<'_>| code(parts, "mm"));
    tera.register_filter("pt", |parts: i64, _: Kwargs, _: &State<'_>| code(parts, "pt"));
    tera.register_filter("factor", |parts: i64, _: Kwargs, _: &State<'_>| code(parts, ""));
}

fn code(parts: i64, unit: &str) -> Value {
    Value::safe_string(&format!("{}{unit}", Measure::of_parts(parts)))
}
