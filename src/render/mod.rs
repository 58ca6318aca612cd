//! The printed document to the formats it is written in. Adds layout, never text.
//!
//! A folder for each format; what stands beside them, the formats share: which spaces do not
//! break, and how a table gets room.

mod by_hand;
mod columns;
pub mod docx;
mod leaders;
mod lines;
mod loose;
mod marks;
mod names;
mod sheet;
mod spacing;
mod stamps;
mod table;
mod type_sizes;
pub mod typst;
mod word_groups;
mod wrap;
pub mod xlsx;

use crate::model::date::IssueDate;
use crate::model::profile::Profile;
use crate::model::rule_set::RuleSet;
pub use marks::pages_with;

/// What rendering needs besides the printed document.
#[derive(Debug, Clone)]
pub struct Style<'a> {
    /// The font family of the whole document (R9).
    pub font: &'a str,
    /// The measures of the page.
    pub profile: Profile,
    /// Whether drafts are marked as such.
    pub draft_mark: bool,
    /// The day of a document whose own date is open, as year, month, day.
    pub fallback_date: (i16, i8, i8),
}

impl Style<'_> {
    /// The same for a document under `rules`, which may fix the measures of the page.
    fn under(&self, rules: RuleSet) -> Self {
        Self { profile: rules.profile(self.profile), ..self.clone() }
    }

    /// Year, month and day of a file, whose format wants one: the date of the document as far as
    /// it is known, else the fallback.
    fn day_of(&self, date: IssueDate) -> (i16, i8, i8) {
        match date.year() {
            Some(year) => (year, date.month().unwrap_or(1), date.day().unwrap_or(1)),
            None => self.fallback_date,
        }
    }
}
