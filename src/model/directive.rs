//! One directive.

use std::num::NonZeroU32;
use std::sync::Arc;

use super::appended::Appended;
use super::blank::without_blanks;
use super::block::{Block, Inline};
use super::certified::{Attachment, CopiedDocument};
use super::copies::Copies;
use super::date::IssueDate;
use super::enacted::Enacted;
use super::issuer::Issuer;
use super::kind::{Form, Kind};
use super::legal_basis::LegalBasis;
use super::mark::{Circulation, Urgency};
use super::number::DocumentNumber;
use super::output::OutputChoice;
use super::particulars::Particulars;
use super::reference::{Appendix, Reference, Referent};
use super::rule_set::RuleSet;
use super::signatory::Signatory;
use super::target::{Column, MadeBy, Target};
use super::text::Text;
use crate::span::Span;

/// One directive, resolved.
///
/// `resolve` makes it; every later stage reads it and changes nothing. What the YAML looked like is
/// not in it; what needs the file's keys and bytes uses `load::raw`.
#[derive(Debug, Clone)]
pub struct Directive {
    /// Where its kind is written: the place of findings about the whole.
    pub span: Span,
    /// Its kind.
    pub kind: &'static Kind,
    /// The rules it is set by.
    pub rules: RuleSet,
    /// Draft or issued.
    pub status: Status,
    /// Where that is written; a draft need not say it.
    pub status_span: Option<Span>,
    /// Whether it is a form to be filled in by hand.
    pub is_form: bool,
    /// Who issues it; a draft may not know yet.
    pub issuer: Option<Issuer>,
    /// Its number; `None` leaves room for it.
    pub number: Option<DocumentNumber>,
    /// The symbol after the `/`; `None` on a document that bears no number.
    pub symbol: Option<Text>,
    /// The place of issue.
    pub place: Option<Text>,
    /// The date of issue.
    pub date: IssueDate,
    /// Trích yếu.
    pub subject: Text,
    /// How urgent it is.
    pub urgency: Option<Urgency>,
    /// How far it may go.
    pub circulation: Option<Circulation>,
    /// Kính gửi and Nơi nhận.
    pub recipients: Recipients,
    /// Bases as printed by `{{ bases }}`.
    pub legal_bases: Vec<LegalBasis>,
    /// Its tables.
    pub targets: Arc<[Target]>,
    /// What its kind says in fixed lines, around the main text.
    pub particulars: Option<Particulars>,
    /// What it is a copy of, of a certified copy.
    pub copied: Option<CopiedDocument>,
    /// The main text; some kinds need none.
    pub body: Vec<Block<Reference>>,
    /// Who signs: one, or several, two side by side from left to right.
    pub signatories: Vec<Signatory>,
    /// Documents that this one puts into force, in the order they stand behind it.
    pub enacts: Vec<Enacted>,
    /// Appendices of text.
    pub appended: Vec<Appended>,
    /// The tables and texts that the author put in order; the other tables stand behind them.
    pub appendix_order: Vec<Appendix>,
    /// Findings that the office answers for.
    pub accepts: Vec<Accept>,
    /// Documents that go with it, printed behind it on request.
    pub attachments: Vec<Attachment>,
    /// Whether a draft is marked as one, where it says so itself.
    pub draft_mark: Option<bool>,
    /// The copies for single recipients. The directive itself is the general document: what only
    /// copies say is not in its bodies.
    pub copies: Option<Box<Copies>>,
    /// What its files are to be; what it does not say, the office does.
    pub output: OutputChoice,
}

/// Whether a document has been issued.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// Number and date may be blank.
    Draft,
    /// Nothing may be blank.
    Issued,
}

impl Status {
    /// What the YAML says, and what it means.
    pub const KNOWN: [(&str, Self); 2] = [("draft", Self::Draft), ("issued", Self::Issued)];
}

/// Whom the document goes to.
#[derive(Debug, Clone, Default)]
pub struct Recipients {
    /// Kính gửi.
    pub to: Vec<Text>,
    /// Nơi nhận.
    pub cc: Vec<Text>,
    /// The Lưu line.
    pub file: Option<FileNote>,
}

/// What the Lưu line says.
#[derive(Debug, Clone)]
pub struct FileNote {
    /// Code of the drafting unit.
    pub unit: Option<Text>,
    /// Mark of the drafter.
    pub drafter: Option<Text>,
    /// Number of copies.
    pub copies: Option<NonZeroU32>,
}

/// A finding that the office answers for.
#[derive(Debug, Clone)]
pub struct Accept {
    /// Name of the rule.
    pub rule: Text,
    /// The one thing it covers, where the rule can find several.
    pub at: Option<Text>,
    /// The value it was written for, where the rule tells one.
    pub found: Option<Text>,
    /// The reason.
    pub why: Text,
}

impl Directive {
    /// Number and symbol as the record and the register have them: `49/KH-UBND`. What it lacks is
    /// left out, the sign between them is not.
    #[must_use]
    pub fn number_and_symbol(&self) -> String {
        let number = self.number.map(|number| number.to_string()).unwrap_or_default();
        let symbol = self.symbol.as_ref().map(|symbol| symbol.value.as_str());
        format!("{number}{}{}", self.rules.before_symbol(), symbol.unwrap_or_default())
    }

    /// The symbol as far as it tells the series of numbers, in small letters: certified copies of all
    /// three kinds are numbered together, and apart from other documents (Phụ lục I, Phần II, II.1c).
    #[must_use]
    pub fn series(&self) -> Option<String> {
        let symbol = self.symbol.as_ref()?.value.to_lowercase();
        let code = self.kind.certified().and(self.kind.code).map(str::to_lowercase);
        let rest = code.and_then(|code| symbol.strip_prefix(&code).map(str::to_owned));
        Some(rest.map_or(symbol, |rest| format!("sao{rest}")))
    }

    /// The appendices in their order: texts and tables as the author ordered them, then the other
    /// tables that no `table(…)` puts into the body; behind each table the workings of its
    /// allocations that are to be shown, also where the table itself is in the body.
    #[must_use]
    pub fn appendices(&self) -> Vec<Appendix> {
        let mut in_body = Vec::new();
        self.references(|reference| {
            if let Referent::Table(target) = reference.to {
                in_body.push(target);
            }
        });
        let mut appendices = Vec::new();
        for which in &self.appendix_order {
            appendices.push(*which);
            if let Appendix::Table(index) = which {
                appendices.extend(self.workings(*index));
            }
        }
        let others = (0..self.targets.len())
            .filter(|index| !self.appendix_order.contains(&Appendix::Table(*index)));
        for index in others {
            if self.targets[index].is_printed && !in_body.contains(&index) {
                appendices.push(Appendix::Table(index));
            }
            appendices.extend(self.workings(index));
        }
        appendices
    }

    /// The workings of a table that are to be shown.
    fn workings(&self, index: usize) -> impl Iterator<Item = Appendix> {
        let shows_working = |made: &Column| matches!(&made.made_by, MadeBy::Allocation(allocation) if allocation.shows_working);
        let columns = self.targets[index].columns.iter().enumerate();
        columns
            .filter(move |(_, made)| shows_working(made))
            .map(move |(column, _)| Appendix::Working(index, column))
    }

    /// The id by which the body names an appendix: `chi-tieu`, or `chi-tieu-giao` for the
    /// working of its column `giao`; a text without an id goes by its title. And where it is written.
    #[must_use]
    pub fn appendix_id(&self, appendix: Appendix) -> (String, Span) {
        match appendix {
            Appendix::Table(target) => {
                let id = &self.targets[target].id;
                (id.value.clone(), id.span)
            }
            Appendix::Working(target, column) => {
                let target = &self.targets[target];
                let id = &target.columns[column].id;
                (working_id(&target.id.value, &id.value), id.span)
            }
            Appendix::Text(index) => {
                let appended = &self.appended[index];
                let id = appended.id.as_ref().unwrap_or(&appended.title);
                (id.value.clone(), id.span)
            }
        }
    }

    /// The main text, that of each document it puts into force, and that of each appendix of text.
    pub fn bodies(&self) -> impl Iterator<Item = &[Block<Reference>]> {
        let enacted = self.enacts.iter().map(|enacted| enacted.body.as_slice());
        let appended = self.appended.iter().map(|appended| appended.body.as_slice());
        std::iter::once(self.body.as_slice()).chain(enacted).chain(appended)
    }

    /// Calls `visit` with every reference of all bodies, in reading order.
    pub fn references(&self, mut visit: impl FnMut(&Reference)) {
        for block in self.bodies().flatten() {
            block.walk(&mut |inline| {
                if let Inline::Reference(reference) = inline {
                    visit(reference);
                }
            });
        }
    }
}

impl Directive {
    /// Calls `visit` with every text that is printed and where it is written; without what is
    /// filled in by hand, which is drawn.
    pub fn texts(&self, visit: &mut dyn FnMut(&str, Span)) {
        for text in self.fields() {
            visit(&text.value, text.span);
        }
        let in_tables = self.targets.iter().flat_map(Target::texts_with_blanks);
        let particulars = self.particulars.iter().flat_map(Particulars::texts);
        for text in in_tables.chain(particulars) {
            visit(&without_blanks(&text.value), text.span);
        }
        for block in self.bodies().flatten() {
            block.walk(&mut |inline| {
                if let Inline::Text { text, span } = inline {
                    visit(&without_blanks(text), *span);
                }
            });
        }
    }

    /// The texts that stand in the left column of the header (ô 2, 3, 5b).
    #[must_use]
    pub fn column_texts(&self) -> Vec<&Text> {
        let mut texts: Vec<&Text> = self.symbol.iter().collect();
        if let Some(issuer) = &self.issuer {
            texts.push(&issuer.name);
            texts.extend(&issuer.parent);
        }
        if self.kind.form == Form::Letter {
            texts.push(&self.subject);
        }
        texts
    }

    /// Every printed text in which nothing is filled in by hand.
    fn fields(&self) -> Vec<&Text> {
        let mut fields = vec![&self.subject];
        fields.extend(self.symbol.iter().chain(&self.place));
        fields.extend(self.issuer.iter().flat_map(Issuer::texts));
        fields.extend(self.recipients.to.iter().chain(&self.recipients.cc));
        if let Some(file) = &self.recipients.file {
            fields.extend(file.unit.iter().chain(&file.drafter));
        }
        fields.extend(self.legal_bases.iter().map(|basis| &basis.text));
        fields.extend(self.targets.iter().flat_map(Target::titles));
        fields.extend(self.signatories.iter().flat_map(Signatory::texts));
        fields.extend(self.enacts.iter().map(|enacted| &enacted.subject));
        for appended in &self.appended {
            fields.push(&appended.title);
            fields.extend(appended.signatories.iter().flat_map(Signatory::texts));
        }
        fields
    }
}

/// The id of the appendix that shows how `column` of `target` was spread.
#[must_use]
pub fn working_id(target: &str, column: &str) -> String {
    format!("{target}-{}", column.replace('_', "-"))
}
