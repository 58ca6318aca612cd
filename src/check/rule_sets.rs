//! Which rules look at a document of which rule set.

use super::rule::Rule;
use crate::model::rule_set::RuleSet;

/// Rules about the form of state documents: Party documents have another form (R157), or it is not
/// known whether theirs is the same.
const OF_STATE: &[&str] = &[
    "abbreviated-issuer",
    "addressee-order",
    "agency-name-case",
    "as-of-article",
    "authority-against-signature",
    "authority-form",
    "award-name-case",
    "basis-order",
    "basis-punctuation",
    "cited-part-case",
    "collective-without-tm",
    "delegated-signature",
    "deputy-without-prefix",
    "document-name-case",
    "enacting-subject",
    "end-mark",
    "field-length",
    "file-line",
    "first-recipient",
    "incomplete-symbol",
    "signature-prefix",
    "superfluous-parent",
    "symbol-against-issuer",
    "symbol-against-kind",
    "symbol-form",
    "symbol-without-unit",
    "time-name-case",
    "title-case",
    "tm-of-head",
    "typed-enacting-words",
    "unneeded-addressee",
    "year-against-symbol",
];

/// Rules about the form of Party documents.
const OF_PARTY: &[&str] = &["party-authority", "party-end-mark", "party-symbol"];

/// Whether `rule` looks at documents under `rules`.
pub(super) fn holds(rule: &Rule, rules: RuleSet) -> bool {
    let others = if rules.is_of_party() { OF_STATE } else { OF_PARTY };
    !others.contains(&rule.code.name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::rules::RULES;

    #[test]
    fn every_rule_of_one_set_is_a_rule() {
        for name in OF_STATE.iter().chain(OF_PARTY) {
            assert!(RULES.iter().any(|rule| rule.code.name == *name), "{name}");
        }
        assert!(OF_STATE.is_sorted() && OF_PARTY.is_sorted(), "in the order of their names");
    }
}
