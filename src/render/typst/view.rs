//! What templates may see: finished strings and lists.

use serde::Serialize;

use super::body::{self, Block};
use super::closing;
use super::profile::Measures;
use crate::fonts::Fonts;
use crate::model::date::IssueDate;
use crate::printed::document::{self as printed, Addressees, Letterhead, Signature, Title};
use crate::printed::phrases;
use crate::printed::run::Line;
use crate::render::lines::{self, as_it_is};
use crate::render::names::name;
use crate::render::sheet::Sheet;
use crate::render::spacing::running;
use crate::render::table::{self, Place, TargetTable};
use crate::render::{Style, stamps};

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
    /// Printed where a table goes on.
    continued: &'static str,
    pub(super) letterhead: LetterheadView,
    /// Lines of ô 13.
    pub(super) contact: Vec<String>,
    /// The fingerprint of the sources.
    fingerprint: Option<String>,
    /// Tên loại and trích yếu; a công văn has none.
    pub(super) type_name: Option<TypeName>,
    /// What stands before the text of a decision.
    pub(super) preamble: Option<Preamble>,
    pub(super) addressees: Option<AddresseesView>,
    pub(super) body: Vec<Block>,
    /// `None` when nobody signs and nobody receives it yet.
    pub(super) signing: Option<Signing>,
    pub(super) enacts: Vec<Enacted>,
    pub(super) appendices: Vec<Appendix>,
    /// Of a certified copy.
    pub(super) copy: Option<CopyView>,
}

/// What a certified copy adds to the pages it copies.
#[derive(Debug, Serialize)]
pub(super) struct CopyView {
    /// At the top of the first page.
    pub(super) mark: Option<String>,
    /// Below the last part.
    pub(super) block: Option<CopyBlockView>,
    /// Where there is room on the last sheet that is copied, in hundred-thousandths of a millimetre
    /// from its upper edge.
    pub(super) start: Option<i64>,
    /// Which pages are copied.
    pub(super) source: Option<String>,
    /// Whether nothing else stands on these pages.
    is_alone: bool,
}

/// Who copied the document.
#[derive(Debug, Serialize)]
pub(super) struct CopyBlockView {
    pub(super) issuer: Option<String>,
    pub(super) name: String,
    pub(super) number: Option<String>,
    pub(super) date: String,
    pub(super) signing: Option<Signing>,
}

/// The date in the PDF's metadata.
#[derive(Debug, Serialize)]
struct PdfDate {
    year: i16,
    month: i8,
    day: i8,
}

/// Ô 1 and 2.
#[derive(Debug, Serialize)]
pub(super) struct Names {
    pub(super) parent: Option<String>,
    pub(super) issuer: Option<String>,
    pub(super) mark: Option<String>,
    pub(super) nation: String,
    pub(super) motto: Option<String>,
}

/// Ô 1–5b, 10 and 11.
#[derive(Debug, Serialize)]
pub(super) struct LetterheadView {
    #[serde(flatten)]
    pub(super) names: Names,
    pub(super) number: Option<String>,
    pub(super) date: Option<String>,
    pub(super) subject: Option<String>,
    pub(super) urgency: Option<Stamp>,
    pub(super) circulation: Option<Stamp>,
    pub(super) draft: Option<String>,
}

/// The words of a stamp, and the width of its frame in tenths of a millimetre.
#[derive(Debug, Serialize)]
pub(super) struct Stamp {
    pub(super) words: String,
    width: u16,
}

#[derive(Debug, Serialize)]
pub(super) struct TypeName {
    pub(super) name: String,
    pub(super) subject: Option<String>,
    pub(super) end: Option<String>,
    pub(super) number: Option<String>,
}

#[derive(Debug, Serialize)]
pub(super) struct Preamble {
    pub(super) authority: Option<String>,
    pub(super) bases: Vec<String>,
    pub(super) verb: String,
}

/// Ô 9a.
#[derive(Debug, Serialize)]
pub(super) struct AddresseesView {
    /// `Kính gửi:`, or who wires.
    pub(super) lead: String,
    /// `-`
    pub(super) marker: Option<&'static str>,
    pub(super) entries: Vec<String>,
}

/// Ô 7 and 9b.
#[derive(Debug, Serialize)]
pub(super) struct Signing {
    /// `Nơi nhận:`
    pub(super) heading: Option<String>,
    pub(super) recipients: Vec<String>,
    pub(super) signers: Vec<Signer>,
    /// The words over the room in which another body confirms.
    pub(super) confirmation: Option<String>,
    /// Whether the text before it holds its room.
    is_held: bool,
}

#[derive(Debug, Serialize)]
pub(super) struct Signer {
    pub(super) authority: Vec<String>,
    pub(super) title: Option<String>,
    /// In the place of the signature.
    pub(super) signed: Option<String>,
    pub(super) office: Option<String>,
    pub(super) name: Option<String>,
}

/// A document that comes into force with the decision before it.
#[derive(Debug, Serialize)]
pub(super) struct Enacted {
    pub(super) names: Names,
    pub(super) type_name: TypeName,
    pub(super) reference: String,
    pub(super) body: Vec<Block>,
}

/// One appendix.
#[derive(Debug, Serialize)]
pub(super) struct Appendix {
    pub(super) label: String,
    pub(super) title: Option<String>,
    pub(super) reference: String,
    /// Of an appendix that is a table.
    pub(super) table: Option<TargetTable>,
    /// The further parts of a table that is printed in several.
    pub(super) rest: Vec<TargetTable>,
    /// Of an appendix that is a text.
    pub(super) body: Vec<Block>,
    /// Whether its pages stand upright.
    is_upright: bool,
    /// Who signs below a text.
    pub(super) signing: Option<Signing>,
}

impl Document {
    pub(super) fn new(document: &printed::Document, style: &Style<'_>, fonts: &Fonts) -> Self {
        let sheet = Sheet::new(&style.profile, fonts);
        let printed::Properties { title, author, subject, keywords, date } = &document.properties;
        let mut body = body::blocks(&document.blocks, &sheet);
        let signing = document.signature.as_ref().map(|signature| {
            let is_held = closing::hold_the_signature(&mut body, &sheet);
            signing(signature, is_held)
        });
        Self {
            title: title.clone(),
            pdf_date: pdf_date(*date, style),
            font: style.font.to_owned(),
            author: author.clone(),
            description: subject.clone(),
            keywords: keywords.clone(),
            profile: Measures::new(&style.profile, document.rules),
            continued: phrases::CONTINUED,
            letterhead: letterhead(&document.letterhead, &document.marks),
            contact: lines::all(&document.contact, running),
            fingerprint: document.fingerprint.as_ref().map(Line::printed),
            type_name: document.title.as_ref().map(type_name),
            preamble: document.preamble.as_ref().map(preamble),
            addressees: document.addressees.as_ref().map(addressees),
            body,
            signing,
            enacts: document.enacted.iter().map(|it| enacted(it, &sheet)).collect(),
            appendices: document.appendices.iter().map(|it| appendix(it, &sheet)).collect(),
            copy: document.copy.as_ref().map(copy_view),
        }
    }
}

fn copy_view(copy: &printed::CertifiedCopy) -> CopyView {
    let block = |block: &printed::CopyBlock| CopyBlockView {
        issuer: lines::optional(block.issuer.as_ref(), name),
        name: lines::text(&block.name, as_it_is),
        number: lines::optional(block.number.as_ref(), as_it_is),
        date: lines::text(&block.date, as_it_is),
        signing: block.signature.as_ref().map(|it| signing(it, false)),
    };
    let (mark, block) = match &copy.note {
        printed::CopyNote::Mark(line) => (Some(lines::text(line, as_it_is)), None),
        printed::CopyNote::Block(it) => (None, Some(block(it))),
        printed::CopyNote::Nothing => (None, None),
    };
    CopyView {
        mark,
        block,
        start: None,
        source: None,
        is_alone: copy.pages != printed::CopiedPages::Repeated,
    }
}

fn pdf_date(date: IssueDate, style: &Style<'_>) -> PdfDate {
    let (year, month, day) = style.day_of(date);
    PdfDate { year, month, day }
}

fn names(names: &printed::Names) -> Names {
    Names {
        parent: lines::optional(names.parent.as_ref(), name),
        issuer: lines::optional(names.issuer.as_ref(), name),
        mark: lines::optional(names.mark.as_ref(), as_it_is),
        nation: lines::text(&names.nation, as_it_is),
        motto: lines::optional(names.motto.as_ref(), as_it_is),
    }
}

fn letterhead(letterhead: &Letterhead, marks: &printed::Marks) -> LetterheadView {
    let stamp = |line, width| Stamp { words: lines::text(line, as_it_is), width };
    let urgency = marks.urgency.as_ref();
    let circulation = marks.circulation.as_ref();
    LetterheadView {
        names: names(&letterhead.names),
        number: lines::optional(letterhead.number.as_ref(), as_it_is),
        date: lines::optional(letterhead.date.as_ref(), as_it_is),
        subject: lines::optional(letterhead.subject.as_ref(), name),
        urgency: urgency.map(|(it, line)| stamp(line, stamps::urgency_width(*it))),
        circulation: circulation.map(|(it, line)| stamp(line, stamps::circulation_width(*it))),
        draft: lines::optional(marks.draft.as_ref(), as_it_is),
    }
}

fn type_name(title: &Title) -> TypeName {
    TypeName {
        // Long enough for several lines only where it says what the letter is about.
        name: lines::text(&title.name, if title.subject.is_some() { as_it_is } else { name }),
        subject: lines::optional(title.subject.as_ref(), name),
        end: lines::optional(title.end.as_ref(), as_it_is),
        number: lines::optional(title.number.as_ref(), as_it_is),
    }
}

fn preamble(preamble: &printed::Preamble) -> Preamble {
    Preamble {
        authority: lines::optional(preamble.authority.as_ref(), name),
        bases: lines::all(&preamble.bases, running),
        verb: lines::text(&preamble.verb, as_it_is),
    }
}

fn addressees(addressees: &Addressees) -> AddresseesView {
    AddresseesView {
        lead: lines::lead(&addressees.lead),
        marker: addressees.marker,
        entries: lines::all(&addressees.entries, running),
    }
}

fn signing(signature: &Signature, is_held: bool) -> Signing {
    let mut recipients = lines::all(&signature.recipients, running);
    recipients.extend(lines::optional(signature.file.as_ref(), as_it_is));
    let signer = |signer: &printed::Signer| Signer {
        authority: lines::all(&signer.authority, name),
        title: lines::optional(signer.title.as_ref(), name),
        signed: lines::optional(signer.signed.as_ref(), as_it_is),
        office: lines::optional(signer.office.as_ref(), name),
        name: lines::optional(signer.name.as_ref(), name),
    };
    Signing {
        heading: lines::optional(signature.heading.as_ref(), as_it_is),
        recipients,
        signers: signature.signers.iter().map(signer).collect(),
        confirmation: lines::optional(signature.confirmation.as_ref(), name),
        is_held,
    }
}

fn enacted(enacted: &printed::Enacted, sheet: &Sheet<'_>) -> Enacted {
    Enacted {
        names: names(&enacted.names),
        type_name: type_name(&enacted.title),
        reference: lines::accompanies(&enacted.accompanies),
        body: body::under_title(body::blocks(&enacted.blocks, sheet)),
    }
}

fn appendix(appendix: &printed::Appendix, sheet: &Sheet<'_>) -> Appendix {
    let mut parts = match appendix.table() {
        Some(grid) => table::view(grid, Place::Appendix, sheet),
        None => Vec::new(),
    };
    let is_table = !parts.is_empty();
    let blocks = if is_table { &[][..] } else { &appendix.blocks };
    let sheet = &sheet.of_text(blocks, appendix.orientation);
    let mut body = body::under_title(body::blocks(blocks, sheet));
    let signing = appendix.signature.as_ref().map(|signature| {
        let is_held = closing::hold_the_signature(&mut body, sheet);
        signing(signature, is_held)
    });
    Appendix {
        label: lines::text(&appendix.label, as_it_is),
        title: lines::optional(appendix.title.as_ref(), name),
        reference: lines::accompanies(&appendix.accompanies),
        table: is_table.then(|| parts.remove(0)),
        rest: parts,
        body,
        is_upright: sheet.is_upright,
        signing,
    }
}
