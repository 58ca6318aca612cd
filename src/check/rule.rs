//! What a rule is.

use std::cell::OnceCell;

use super::CheckContext;
use super::citations::Cited;
use super::documents::Documents;
use super::prose::{self, Prose};
use crate::compute::Tables;
use crate::diagnostic::{Code, Diagnostic, Message, Report};
use crate::model::Directive;
use crate::source::Sources;
use crate::span::Span;

/// One rule: a code for ever, its documentation, and the function that looks.
pub struct Rule {
    /// Id, name and weight.
    pub code: Code,
    /// What, why, bad, good and basis, in Markdown: the doc comment.
    pub docs: &'static str,
    /// Looks at one directive.
    pub check: fn(&RuleInput<'_>, &mut RuleReport<'_>),
}

/// What a rule may look at.
pub struct RuleInput<'a> {
    /// The directive.
    pub directive: &'a Directive,
    /// Its tables.
    pub tables: &'a Tables,
    /// What surrounds it.
    pub context: &'a CheckContext<'a>,
    /// The texts it is made from.
    pub sources: &'a Sources,
    /// Its words.
    pub(super) prose: &'a [Prose],
    /// What it cites.
    pub(super) citations: &'a [Cited<'a>],
    /// What it rests on, and what of the catalog it names.
    pub(super) documents: &'a Documents<'a>,
    /// See [`Self::bodies_with_figures`].
    pub(super) with_figures: OnceCell<Vec<Prose>>,
}

impl RuleInput<'_> {
    /// The words of the bodies, with references to whole figures read as what they print: what is
    /// said beside `{{ … }}` is compared with it.
    pub(super) fn bodies_with_figures(&self) -> impl Iterator<Item = &Prose> {
        let read = || prose::with_figures(self.directive, self.tables, self.sources);
        let with_figures = self.with_figures.get_or_init(read);
        let plain = self.prose.iter().filter(|prose| prose.is_body() && !prose.has_reference);
        plain.chain(with_figures.iter().filter(|prose| prose.is_body()))
    }
}

/// The way of a rule into the report: it cannot emit under another rule's code.
pub struct RuleReport<'a> {
    pub(super) rule: &'static Rule,
    pub(super) report: &'a mut Report,
}

impl RuleReport<'_> {
    /// A finding at `span`, to be completed in place.
    pub fn emit(&mut self, span: Span, message: Message) -> &mut Diagnostic {
        self.report.emit(Diagnostic::new(&self.rule.code, message).at(span))
    }
}

/// Makes `pub static RULE` of a doc comment, a code, a name, a weight and a function.
macro_rules! rule {
    ($(#[doc = $doc:literal])* $id:literal $name:literal $severity:ident => $check:ident) => {
        $(#[doc = $doc])*
        pub static RULE: $crate::check::rule::Rule = $crate::check::rule::Rule {
            code: $crate::diagnostic::Code {
                id: $id,
                name: $name,
                severity: $crate::diagnostic::Severity::$severity,
            },
            docs: concat!($($doc, "\n"),*),
            check: $check,
        };
    };
}
pub(super) use rule;
