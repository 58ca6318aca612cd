//! The table of rules, in the order of their codes. One rule, one file.

pub mod blank_when_issued;
pub mod declared_total;
pub mod idle_accept;
pub mod missing_glyph;
pub mod near_figure;
pub mod numbering_gap;
pub mod typed_figure;
pub mod unbreakable_word;
pub mod unreferenced_appendix;
pub mod untitled_appendix;

use super::rule::Rule;

/// Every rule there is.
pub static RULES: &[&Rule] = &[
    &numbering_gap::RULE,
    &unreferenced_appendix::RULE,
    &untitled_appendix::RULE,
    &blank_when_issued::RULE,
    &declared_total::RULE,
    &missing_glyph::RULE,
    &unbreakable_word::RULE,
    &idle_accept::RULE,
    &typed_figure::RULE,
    &near_figure::RULE,
];
