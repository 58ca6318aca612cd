//! The rules by which a document is set, in their versions.

use super::kind::Kind;
use super::measure::Measure;
use super::profile::Profile;

/// A set of rules, in one version.
///
/// A document names the set it is under and keeps it: rules that come later are a set of their own,
/// and an older document still prints as it did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum RuleSet {
    /// Nghị định 30/2020/NĐ-CP, in force since 05/3/2020: documents of the state.
    #[default]
    Nd30,
    /// Hướng dẫn 05-HD/VPTW of 27/5/2026: documents of the Party (R157).
    Hd05,
}

/// Codes of the kinds that a Party document can be (R129, R157). It is not known how those are set
/// that the decree does not have, such as kết luận and thông tri, nor a biên bản.
const OF_PARTY: &[(&str, &str)] = &[
    ("bao-cao", "BC"),
    ("chi-thi", "CT"),
    ("chuong-trinh", "CTr"),
    ("cong-van", "CV"),
    ("de-an", "ĐA"),
    ("huong-dan", "HD"),
    ("ke-hoach", "KH"),
    ("nghi-quyet", "NQ"),
    ("phuong-an", "PA"),
    ("quy-che", "QC"),
    ("quy-dinh", "QĐ"),
    ("quyet-dinh", "QĐ"),
    ("thong-bao", "TB"),
    ("to-trinh", "TTr"),
];

impl RuleSet {
    /// What the YAML says, and what it means.
    pub const KNOWN: [(&'static str, Self); 2] =
        [("nd30@2020-03-05", Self::Nd30), ("hd05@2026-05-27", Self::Hd05)];

    /// What the YAML says.
    #[must_use]
    pub fn id(self) -> &'static str {
        Self::KNOWN[self as usize].0
    }

    /// Whether it is about documents of the Party.
    #[must_use]
    pub fn is_of_party(self) -> bool {
        self == Self::Hd05
    }

    /// The code of a kind in the symbol; `None` where the symbol has none, or the set no such kind.
    #[must_use]
    pub fn code(self, kind: &Kind) -> Option<&'static str> {
        match self {
            Self::Nd30 => kind.code,
            Self::Hd05 => OF_PARTY.iter().find(|(id, _)| *id == kind.id).map(|(_, code)| *code),
        }
    }

    /// Whether a document of this kind can be under it.
    #[must_use]
    pub fn has(self, kind: &Kind) -> bool {
        self == Self::Nd30 || self.code(kind).is_some()
    }

    /// Between number and symbol: `05/KH-UBND` (R29), `05-KH/TU` (R157).
    #[must_use]
    pub fn before_symbol(self) -> &'static str {
        match self {
            Self::Nd30 => "/",
            Self::Hd05 => "-",
        }
    }

    /// Between the code of the kind and the body that issues.
    #[must_use]
    pub fn within_symbol(self) -> &'static str {
        match self {
            Self::Nd30 => "-",
            Self::Hd05 => "/",
        }
    }

    /// The measures of the page: those of the office, or those the set fixes.
    #[must_use]
    pub fn profile(self, of_office: Profile) -> Profile {
        match self {
            Self::Nd30 => of_office,
            Self::Hd05 => Profile::WIDE.with_step(PARTY_STEP),
        }
    }
}

/// Lines are exactly 18 points apart, the least of what is allowed, in ems of 14 points (R157).
const PARTY_STEP: Measure = Measure::thousandths(1_286);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::kind::KINDS;

    #[test]
    fn sets_stand_in_the_order_of_their_names() {
        for (id, set) in RuleSet::KNOWN {
            assert_eq!(set.id(), id);
        }
    }

    #[test]
    fn every_kind_of_the_party_is_a_kind() {
        for (id, _) in OF_PARTY {
            assert!(Kind::find(id).is_some(), "{id}");
        }
        assert!(KINDS.iter().all(|kind| RuleSet::Nd30.has(kind)));
        assert_eq!(KINDS.iter().filter(|kind| RuleSet::Hd05.has(kind)).count(), OF_PARTY.len());
    }

    #[test]
    fn a_symbol_is_joined_as_its_set_wants() {
        let joined = |set: RuleSet| format!("05{}KH{}X", set.before_symbol(), set.within_symbol());
        assert_eq!(RuleSet::KNOWN.map(|(_, set)| joined(set)), ["05/KH-X", "05-KH/X"]);
    }
}
