//! What templates may see: strings and lists, worded and formatted, ready to print.

mod appendix;
mod letterhead;
mod people;

use serde::Serialize;

use super::content::{self, Block, Cited};
use super::names::{name, upper};
use super::profile::Measures;
use super::sheet::Sheet;
use super::{Style, bases};
use crate::compute::Table;
use crate::fonts::Fonts;
use crate::model::Directive;
use crate::model::block;
use crate::model::directive::Status;
use crate::model::enacted::Enacted;
use crate::model::kind::{Form, Kind};
use crate::model::reference::Reference;
use crate::model::text::Text;
use appendix::{Appendix, Part};
use letterhead::{Letterhead, Names};
use people::{Addressees, Signing};

pub(super) use appendix::appendix_label;

/// One document.
#[derive(Debug, Serialize)]
pub(super) struct Document {
    /// Title in the PDF.
    title: String,
    pdf_date: PdfDate,
    font: String,
    /// The issuer, when it is known.
    author: Option<String>,
    /// Trích yếu.
    description: String,
    /// Tên loại, and the whole symbol when there is a number.
    keywords: Vec<String>,
    profile: Measures,
    letterhead: Letterhead,
    /// Lines of ô 13.
    contact: Vec<String>,
    /// Tên loại and trích yếu; a công văn has none.
    type_name: Option<TypeName>,
    /// What stands before the text of a decision.
    preamble: Option<Preamble>,
    addressees: Option<Addressees>,
    body: Vec<Block>,
    /// `None` when nobody signs and nobody receives it yet.
    signing: Option<Signing>,
    enacts: Vec<EnactedView>,
    appendices: Vec<Appendix>,
}

/// The date in the PDF's metadata.
#[derive(Debug, Serialize)]
struct PdfDate {
    year: i16,
    month: i8,
    day: i8,
}

#[derive(Debug, Serialize)]
struct TypeName {
    name: String,
    subject: String,
}

/// Who decides, on what grounds, and the verb (R123).
#[derive(Debug, Serialize)]
struct Preamble {
    authority: Option<String>,
    bases: Vec<String>,
    verb: String,
}

/// A document that comes into force with the decision before it.
#[derive(Debug, Serialize)]
struct EnactedView {
    names: Names,
    type_name: TypeName,
    reference: Vec<Part>,
    body: Vec<Block>,
}

impl Document {
    pub(super) fn new(
        directive: &Directive,
        tables: &[Table],
        style: &Style<'_>,
        fonts: &Fonts,
    ) -> Self {
        let kind = directive.kind;
        let sheet = Sheet::new(&style.profile, fonts);
        let subject = &directive.subject;
        let mut cited = Cited::default();
        if matches!(kind.form, Form::Enacting(_)) {
            cited.with_bases(directive);
        }
        let mut blocks = |body: &[block::Block<Reference>]| {
            content::blocks(body, directive, tables, &sheet, &mut cited)
        };
        let mut body = blocks(&directive.body);
        let enacts = directive.enacts.iter().map(|one| enacted(one, directive, &mut blocks));
        let enacts = enacts.collect();
        let mut signing = people::signing(directive);
        if let Some(signing) = &mut signing {
            signing.is_held = content::hold_the_signature(&mut body, &sheet);
        }
        let is_marked = style.draft_mark && directive.status == Status::Draft;
        Self {
            title: format!("{} {}", kind.name, subject.value),
            pdf_date: pdf_date(directive, style),
            font: style.font.to_owned(),
            author: directive.issuer.as_ref().map(|issuer| issuer.name.value.clone()),
            description: subject.value.clone(),
            keywords: keywords(directive),
            profile: Measures::new(&style.profile),
            letterhead: letterhead::letterhead(directive, is_marked),
            contact: letterhead::contact(directive),
            type_name: kind.has_title().then(|| type_name(kind, subject)),
            preamble: preamble(directive),
            addressees: people::addressees(directive),
            body,
            signing,
            enacts,
            appendices: appendix::appendices(directive, tables, &sheet),
        }
    }
}

fn type_name(kind: &Kind, subject: &Text) -> TypeName {
    TypeName { name: kind.name.to_uppercase(), subject: name(&subject.value) }
}

fn preamble(directive: &Directive) -> Option<Preamble> {
    let Form::Enacting(verb) = directive.kind.form else { return None };
    let authority = directive.issuer.as_ref().and_then(|issuer| issuer.authority.as_ref());
    Some(Preamble {
        authority: authority.map(upper),
        bases: bases::lines(&directive.legal_bases),
        verb: format!("{}:", verb.to_uppercase()),
    })
}

fn enacted(
    enacted: &Enacted,
    directive: &Directive,
    blocks: &mut impl FnMut(&[block::Block<Reference>]) -> Vec<Block>,
) -> EnactedView {
    EnactedView {
        names: letterhead::names(directive),
        type_name: type_name(enacted.kind, &enacted.subject),
        reference: appendix::reference(directive),
        body: content::under_title(blocks(&enacted.body)),
    }
}

fn keywords(directive: &Directive) -> Vec<String> {
    let number = directive.number.map(|number| format!("{number}/{}", directive.symbol.value));
    std::iter::once(directive.kind.name.to_owned()).chain(number).collect()
}

/// PDF/A wants a date: that of the document as far as it is known, else the fallback.
fn pdf_date(directive: &Directive, style: &Style<'_>) -> PdfDate {
    let date = directive.date;
    let (year, month, day) = match date.year() {
        Some(year) => (year, date.month().unwrap_or(1), date.day().unwrap_or(1)),
        None => style.fallback_date,
    };
    PdfDate { year, month, day }
}
