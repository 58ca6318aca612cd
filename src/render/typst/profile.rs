//! The measures of a page for templates, as integers that the filters `mm`, `pt` and `factor`
//! format.

use serde::Serialize;
use tera::{Kwargs, State, Tera, Value};

use crate::model::measure::Measure;
use crate::model::profile::{Field, Profile};

/// The measures, in hundred-thousandths of their units.
#[derive(Debug, Serialize)]
pub(super) struct Measures {
    top: i64,
    bottom: i64,
    left: i64,
    right: i64,
    national: i64,
    motto: i64,
    dateline: i64,
    body: i64,
    indent: i64,
    gap: i64,
    /// From baseline to baseline, in ems.
    step: i64,
    header_left: i64,
}

impl Measures {
    pub(super) fn new(profile: &Profile) -> Self {
        let parts = |field| profile.get(field).parts();
        let motto = profile.motto_size().parts();
        Self {
            top: parts(Field::Top),
            bottom: parts(Field::Bottom),
            left: parts(Field::Left),
            right: parts(Field::Right),
            national: parts(Field::HeaderSize),
            motto,
            dateline: motto,
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
