//! The raw shape to the model: names become things, texts become values.
//!
//! Every finding of a directive is made in one go; a value that cannot be resolved is left out
//! and the model with it.

mod appended;
mod bases;
mod body;
mod catalog;
mod certified;
mod copies;
mod date;
mod enacted;
mod formula;
mod output;
mod particulars;
mod people;
mod profile;
mod reference;
mod scope;
mod table;
mod text;

use body::body_of_words;
pub use catalog::catalog;
pub(crate) use formula::FUNCTIONS;
pub(crate) use people::MOST_SIGNATORIES;
pub(crate) use table::{COLUMN_TYPES, MISSING, TOTAL_RULES, WIDTHS, taken_names};

use crate::codes;
use crate::diagnostic::{Code, Diagnostic, Message, Report};
use crate::load::{Loaded, raw};
use crate::model::block::Block;
use crate::model::catalog::Catalog;
use crate::model::copies::RowReference;
use crate::model::date::IssueDate;
use crate::model::directive::{Accept, Directive, Status};
use crate::model::kind::{self, KINDS, Kind};
use crate::model::mark::{Circulation, Urgency};
use crate::model::reference::Reference;
use crate::model::rule_set::RuleSet;
use crate::model::text::Text;
use crate::nearest::suggestion;
use crate::span::{SourceId, Span};
pub use output::{attach_standard, output};
pub use profile::profile;

/// The model of a loaded directive, or `None` when something in it could not be resolved.
pub fn resolve(loaded: &Loaded, catalog: &Catalog, report: &mut Report) -> Option<Directive> {
    let resolved = partly(loaded, catalog, report);
    resolved.is_whole.then_some(resolved.directive)
}

/// A directive as far as it could be resolved.
pub(crate) struct Resolved {
    /// The model. What could not be resolved is empty in it, or as in a draft of a công văn.
    pub(crate) directive: Directive,
    /// Whether everything could be resolved.
    pub(crate) is_whole: bool,
}

/// The same, also where something could not be resolved.
pub(crate) fn partly(loaded: &Loaded, catalog: &Catalog, report: &mut Report) -> Resolved {
    Resolver::new(loaded.source, catalog, report).directive(loaded)
}

/// Puts neutral values in the place of those that could not be resolved.
struct Filler {
    is_whole: bool,
}

impl Filler {
    fn or<T>(&mut self, value: Option<T>, neutral: impl FnOnce() -> T) -> T {
        value.unwrap_or_else(|| {
            self.is_whole = false;
            neutral()
        })
    }

    fn or_default<T: Default>(&mut self, value: Option<T>) -> T {
        self.or(value, T::default)
    }
}

/// The findings go to `report`, the spans to `source`.
struct Resolver<'a> {
    source: SourceId,
    catalog: &'a Catalog,
    report: &'a mut Report,
    /// The rows that copies are for, as far as they are known.
    rows: copies::KnownRows,
    /// The bodies so far, with all that is said to rows.
    bodies: Vec<Vec<Block<RowReference>>>,
}

impl<'a> Resolver<'a> {
    fn new(source: SourceId, catalog: &'a Catalog, report: &'a mut Report) -> Self {
        let (rows, bodies) = (copies::KnownRows::Absent, Vec::new());
        Self { source, catalog, report, rows, bodies }
    }
}

impl Resolver<'_> {
    /// All parts first, so that one failure does not hide another.
    fn directive(&mut self, loaded: &Loaded) -> Resolved {
        let raw = &loaded.raw;
        let kind = self.kind(&raw.kind, &|_| true);
        let (rules, knows_kind) = self.rule_set(raw, kind);
        let entry = self.issuer_entry(raw);
        let issuer = raw.issuer.as_ref().map(|issuer| self.issuer(issuer, entry, kind));
        let number = raw.number.as_ref().map(|number| self.number(number, "bad-document-number"));
        let (symbol, subject) = (self.symbol(raw, entry, kind, rules), self.name(&raw.subject));
        let urgency = self.word("urgency", raw.urgency.as_ref(), &Urgency::KNOWN);
        let circulation = self.word("circulation", raw.circulation.as_ref(), &Circulation::KNOWN);
        let targets = self.targets(&raw.targets, &loaded.tables).filter(|_| loaded.has_all_tables);
        let particulars = self.particulars(raw, kind);
        let (copied, attachments) = (self.copied(loaded, kind), self.attachments(loaded));
        self.rows = self.copy_rows(raw, targets.as_deref());
        let body = targets.as_ref().map(|targets| self.main_body(loaded, kind, targets));
        let enacts = targets.as_ref().map(|targets| self.enacts(loaded, kind, targets));
        let listed = targets.as_ref().map(|targets| self.appendices(loaded, targets, entry));
        let signatories = self.signatories(raw, entry, kind);
        let copies = targets.as_ref().map(|targets| self.copies(raw, kind, targets));
        let output = output::output(raw.into(), self.source, self.report);
        let accepts = self.accepts(&raw.accept);
        let (empty, span) = (|span| Text::new("", span), self.span(&raw.kind));
        let mut filler = Filler { is_whole: loaded.is_whole };
        let (appended, appendix_order) = filler.or_default(listed.flatten());
        let mut directive = Directive {
            span,
            kind: filler.or(kind, || &KINDS[0]),
            rules: filler.or(knows_kind.then_some(rules), || rules),
            status: filler.or(self.status(raw.status.as_ref()), || Status::Draft),
            status_span: raw.status.as_ref().map(|status| self.span(status)),
            is_form: raw.form,
            issuer: filler.or_default(flatten(issuer)),
            number: filler.or_default(flatten(number)),
            symbol: filler.or(symbol, || Some(empty(span))),
            place: filler.or_default(self.place(raw, entry)),
            date: filler.or(self.date(raw.date.as_ref()), || IssueDate::Open),
            subject: filler.or(subject, || empty(self.span(&raw.subject))),
            urgency: filler.or_default(urgency),
            circulation: filler.or_default(circulation),
            recipients: filler.or_default(self.recipients(&raw.recipients)),
            legal_bases: filler.or_default(self.legal_bases(&raw.legal_bases)),
            targets: filler.or_default(targets.map(Into::into)),
            particulars: filler.or_default(particulars),
            copied: filler.or_default(copied),
            body: filler.or(body.flatten(), || words_of_body(loaded)),
            signatories: filler.or_default(signatories),
            enacts: filler.or_default(enacts.flatten()),
            appended,
            appendix_order,
            accepts: filler.or_default(accepts),
            attachments: filler.or_default(attachments),
            draft_mark: raw.draft_mark,
            copies: filler.or_default(copies.flatten()),
            output: filler.or_default(output),
        };
        let is_placed = self.are_not_in_text(&directive.appendix_order, directive.bodies());
        without_bodies(&mut directive, !loaded.has_whole_bodies);
        let is_whole = is_placed && filler.is_whole && loaded.has_whole_bodies;
        Resolved { directive, is_whole }
    }

    fn span<T>(&self, spanned: &raw::Spanned<T>) -> Span {
        Span::new(self.source, spanned.range.clone())
    }

    fn emit(&mut self, code: &'static Code, message: Message, span: Span) {
        self.report.emit(Diagnostic::new(code, message).at(span));
    }

    /// The kind that `raw` names, one of those that are `wanted` here.
    fn kind(&mut self, raw: &raw::Text, wanted: &dyn Fn(&Kind) -> bool) -> Option<&'static Kind> {
        let ids: Vec<_> = kind::all().filter(|kind| wanted(kind)).map(|kind| kind.id).collect();
        let found = Kind::find(&raw.value).filter(|kind| wanted(kind));
        found.or_else(|| self.bad_value("kind", raw, &ids))
    }

    /// What a word of a closed list means, when one is written.
    fn word<T: Copy>(
        &mut self,
        key: &str,
        raw: Option<&raw::Text>,
        known: &[(&str, T)],
    ) -> Option<Option<T>> {
        let Some(raw) = raw else { return Some(None) };
        let found = known.iter().find(|(word, _)| *word == raw.value).map(|(_, value)| *value);
        let words: Vec<&str> = known.iter().map(|(word, _)| *word).collect();
        found.or_else(|| self.bad_value(key, raw, &words)).map(Some)
    }

    /// The rules that are named, and whether they know the kind.
    fn rule_set(&mut self, raw: &raw::Directive, kind: Option<&Kind>) -> (RuleSet, bool) {
        let Some(rules) = self.word("rules", raw.rules.as_ref(), &RuleSet::KNOWN) else {
            // What is written was told; the set that it looks like tells of nothing else.
            let start = raw.rules.as_ref().and_then(|rules| rules.value.get(..2));
            let alike = RuleSet::KNOWN.iter().find(|(word, _)| word.get(..2) == start);
            return (alike.map_or_else(RuleSet::default, |(_, rules)| *rules), false);
        };
        let rules = rules.unwrap_or_default();
        let (Some(kind), Some(text)) = (kind, &raw.rules) else { return (rules, true) };
        if rules.has(kind) {
            return (rules, true);
        }
        let known = KINDS.iter().filter(|kind| rules.has(kind)).map(|kind| kind.id);
        let message = Message::new("kind-not-of-rules")
            .with("kind", kind.name)
            .with("rules", &text.value)
            .with("known", known.collect::<Vec<_>>().join("`, `"));
        self.emit(&codes::KIND_NOT_OF_RULES, message, self.span(&raw.kind));
        (rules, false)
    }

    fn status(&mut self, raw: Option<&raw::Text>) -> Option<Status> {
        self.word("status", raw, &Status::KNOWN).map(|status| status.unwrap_or(Status::Draft))
    }

    /// A word that is none of `known`.
    fn bad_value<T>(&mut self, key: &str, raw: &raw::Text, known: &[&str]) -> Option<T> {
        let message = Message::new("bad-value").with("key", key).with("value", &raw.value);
        let finding = Diagnostic::new(&codes::BAD_VALUE, message).at(self.span(raw));
        self.report.emit(finding.suggest(suggestion(&raw.value, known.iter().copied())));
        None
    }

    fn number<T: std::str::FromStr>(&mut self, raw: &raw::Text, id: &'static str) -> Option<T> {
        let number = raw.value.parse().ok();
        if number.is_none() {
            let message = Message::new(id).with("value", &raw.value);
            self.emit(&codes::BAD_NUMBER, message, self.span(raw));
        }
        number
    }

    fn accepts(&mut self, raw: &[raw::Accept]) -> Option<Vec<Accept>> {
        raw.iter().map(|accept| self.accept(accept)).collect()
    }

    fn accept(&mut self, raw: &raw::Accept) -> Option<Accept> {
        let rule = self.text(&raw.rule);
        let at = self.optional(raw.at.as_ref());
        let found = self.optional(raw.found.as_ref());
        let why = self.text(&raw.why);
        Some(Accept { rule: rule?, at: at?, found: found?, why: why? })
    }

    fn texts(&mut self, raw: &[raw::Text]) -> Option<Vec<Text>> {
        let texts: Vec<Option<Text>> = raw.iter().map(|text| self.text(text)).collect();
        texts.into_iter().collect()
    }

    fn optional(&mut self, raw: Option<&raw::Text>) -> Option<Option<Text>> {
        flatten(raw.map(|raw| self.text(raw)))
    }
}

/// Empties the bodies where they lack words.
fn without_bodies(directive: &mut Directive, are_broken: bool) {
    if are_broken {
        (directive.body, directive.enacts) = (Vec::new(), Vec::new());
        (directive.appended, directive.appendix_order) = (Vec::new(), Vec::new());
    }
}

/// The words of a body that could not be resolved.
fn words_of_body(loaded: &Loaded) -> Vec<Block<Reference>> {
    match &loaded.raw.body {
        // Thousands of findings about it would help nobody.
        Some(raw) if raw.value.chars().count() > text::MOST_IN_A_BODY => Vec::new(),
        _ => body_of_words(&loaded.body),
    }
}

/// A value that is absent is resolved; one that is there must have been.
fn flatten<T>(value: Option<Option<T>>) -> Option<Option<T>> {
    match value {
        None => Some(None),
        Some(None) => None,
        Some(Some(value)) => Some(Some(value)),
    }
}
