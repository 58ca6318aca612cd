//! The printed document to what templates get of it.

use super::{
    AddresseesView, Appendix, CopyBlockView, CopyView, Document, Enacted, LetterheadView, Names,
    PdfDate, Preamble, Signer, Signing, Stamp, TypeName,
};
use crate::fonts::Fonts;
use crate::model::date::IssueDate;
use crate::printed::document::{self as printed, Addressees, Letterhead, Signature, Title};
use crate::printed::phrases;
use crate::printed::run::Line;
use crate::render::lines::{self, as_it_is};
use crate::render::names::name;
use crate::render::sheet::Sheet;
use crate::render::spacing::running;
use crate::render::table::{self, Place};
use crate::render::typst::body;
use crate::render::typst::closing;
use crate::render::typst::profile::Measures;
use crate::render::{Style, stamps};

impl Document {
    pub(in crate::render::typst) fn new(
        document: &printed::Document,
        style: &Style<'_>,
        fonts: &Fonts,
    ) -> Self {
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
