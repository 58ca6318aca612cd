//! Rules over the model and its tables.

mod accept;
mod bodies;
mod citations;
mod days;
mod documents;
pub(crate) mod figures_in_text;
pub(crate) mod legacy;
pub mod levels;
pub mod numbers;
mod numerals;
mod prose;
pub mod rule;
mod rule_sets;
pub mod rules;
mod sums;
mod syllables;
mod units;
mod wordings;

use std::cell::OnceCell;

use crate::compute::Tables;
use crate::diagnostic::Report;
use crate::fonts::Coverage;
use crate::model::Directive;
use crate::model::catalog::Catalog;
use crate::model::directive::Accept;
use crate::model::issued::Entry;
use crate::model::output::OutputChoice;
use crate::model::profile::Profile;
use crate::source::Sources;
use documents::Documents;
use levels::Levels;
use numbers::Numbers;
use rule::{Rule, RuleInput, RuleReport};

/// What surrounds a directive.
#[derive(Debug)]
pub struct CheckContext<'a> {
    /// What directives name by id.
    pub catalog: &'a Catalog,
    /// What the typeface can print.
    pub coverage: &'a Coverage,
    /// The measures of the page.
    pub profile: &'a Profile,
    /// How much rules weigh in this office.
    pub levels: &'a Levels,
    /// Numbers that other directives of the folder bear.
    pub numbers: &'a Numbers,
    /// What the office wants of the files of documents.
    pub output: &'a OutputChoice,
    /// What is recorded of this directive, if it was issued.
    pub issued: Option<&'a Entry>,
}

impl<'a> CheckContext<'a> {
    /// A directive alone: no office, no folder.
    #[must_use]
    pub fn of(coverage: &'a Coverage) -> Self {
        static LEVELS: Levels = Levels::none();
        static NUMBERS: Numbers = Numbers::none();
        static CATALOG: Catalog = Catalog::none();
        let (catalog, profile) = (&CATALOG, &Profile::WIDE);
        let (levels, numbers, output) = (&LEVELS, &NUMBERS, &OutputChoice::NONE);
        Self { catalog, coverage, profile, levels, numbers, output, issued: None }
    }
}

/// Runs every rule over `directive`, then lays its `accept` lines over the findings, then the
/// levels of the office.
pub fn check(
    directive: &Directive,
    tables: &Tables,
    context: &CheckContext<'_>,
    sources: &Sources,
    report: &mut Report,
) {
    look(directive, tables, context, sources, report);
    settle(&directive.accepts, true, context, report);
}

/// Runs every rule over `directive`: the first half of [`check`].
pub(crate) fn look(
    directive: &Directive,
    tables: &Tables,
    context: &CheckContext<'_>,
    sources: &Sources,
    report: &mut Report,
) {
    run(rules::RULES.iter().copied(), directive, tables, context, sources, report);
}

/// Lays `accept` lines and the levels of the office over what was found: the second half. One that
/// covers nothing is told where all was looked at.
pub(crate) fn settle(
    accepts: &[Accept],
    is_all: bool,
    context: &CheckContext<'_>,
    report: &mut Report,
) {
    accept::apply(accepts, is_all, report);
    context.levels.apply(report);
}

/// The same for a directive with errors, some of whose values are empty: only rules that look at
/// words which are there. What is missing is not concluded from.
pub(crate) fn words(
    directive: &Directive,
    context: &CheckContext<'_>,
    sources: &Sources,
    report: &mut Report,
) {
    let of_words = rules::RULES.iter().copied();
    let of_words = of_words.filter(|rule| rules::OF_WORDS.contains(&rule.code.name));
    run(of_words, directive, &Tables::default(), context, sources, report);
    accept::apply(&directive.accepts, false, report);
    context.levels.apply(report);
}

fn run(
    rules: impl Iterator<Item = &'static Rule>,
    directive: &Directive,
    tables: &Tables,
    context: &CheckContext<'_>,
    sources: &Sources,
    report: &mut Report,
) {
    let prose = prose::of(directive, sources);
    let citations = citations::of(&prose);
    let documents = Documents::of(directive, &prose, &citations, context.catalog);
    let subject = RuleInput {
        directive,
        tables,
        context,
        sources,
        prose: &prose,
        citations: &citations,
        documents: &documents,
        with_figures: OnceCell::new(),
    };
    for rule in rules.filter(|rule| rule_sets::holds(rule, directive.rules)) {
        (rule.check)(&subject, &mut RuleReport { rule, report });
    }
}
