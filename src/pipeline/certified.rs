//! Certified copies: the pages they copy, and what is put under or on them.

use std::sync::Arc;

use super::{Built, RenderContext, render, set_rendered};
use crate::codes;
use crate::compile::ink;
use crate::compile::join::{Joiner, Stamp};
use crate::compile::{Compiled, Extras, pages_of_pdf};
use crate::diagnostic::{Diagnostic, Message, Report};
use crate::error::Error;
use crate::model::Directive;
use crate::model::certified::Content;
use crate::model::measure::Measure;
use crate::model::profile::Field;
use crate::printed::certified::unknown_parts;
use crate::printed::document::{CertifiedCopy, CopiedPages, CopyNote};
use crate::source::Sources;
use crate::verify::page::{Page, Piece};

/// Between the last line of the document and the rule below it.
const BEFORE_RULE: Measure = Measure::whole(5);

/// A block has no room in less.
const LEAST_ROOM: Measure = Measure::whole(30);

/// The height of A4.
const HEIGHT: Measure = Measure::whole(297);

/// The pages that a certified copy copies, and what of them the copy goes by.
#[derive(Debug, Clone)]
pub(crate) struct CopiedSheets {
    /// The finished pages.
    pdf: Arc<Vec<u8>>,
    /// Where there is room on the last of them, from its upper edge.
    pub(super) start: Option<Measure>,
    /// What the copy adds.
    note: CopyNote,
    /// The title of the copy.
    pub(super) title: String,
}

/// What of a certified copy can only be told when its document is known: parts that are not there,
/// and marks of secrecy, which other rules govern (M57).
pub(super) fn look(directive: &Directive, report: &mut Report) {
    let Some(copied) = &directive.copied else { return };
    for part in unknown_parts(directive) {
        let message = Message::new("extract-unknown")
            .with("part", &part.value)
            .with("path", &copied.file.value);
        report.emit(Diagnostic::new(&codes::BAD_CERTIFIED_COPY, message).at(part.span));
    }
    let Content::Pdf(bytes) = &copied.content else { return };
    if let Some(mark) = pages_of_pdf(bytes).iter().find_map(secrecy) {
        let message =
            Message::new("copy-of-secret").with("path", &copied.file.value).with("mark", mark);
        report.emit(Diagnostic::new(&codes::BAD_CERTIFIED_COPY, message).at(copied.file.span));
    }
}

/// A mark of secrecy: it stands alone on its line, or only other marks stand near it.
fn secrecy(page: &Page) -> Option<&'static str> {
    let words = |piece: &Piece| page.text.get(piece.text.clone()).unwrap_or_default().trim();
    page.pieces.iter().find_map(|piece| {
        let near: Vec<&str> =
            page.pieces.iter().filter(|it| is_beside(it, piece)).map(words).collect();
        match (words(piece), near.as_slice()) {
            ("MẬT", []) => Some("MẬT"),
            ("TỐI MẬT", []) | ("MẬT", ["TỐI"]) => Some("TỐI MẬT"),
            ("TUYỆT MẬT", []) | ("MẬT", ["TUYỆT"]) => Some("TUYỆT MẬT"),
            _ => None,
        }
    })
}

/// Whether another piece stands on the line of `piece`, no further than a short word away.
fn is_beside(other: &Piece, piece: &Piece) -> bool {
    let is_level = (other.baseline - piece.baseline).abs() < piece.size / 2;
    let apart = (other.left - piece.right).max(piece.left - other.right);
    other != piece && is_level && apart < 2 * piece.size
}

/// The pages that `copy` copies. Nothing where they are not needed, or no engine can set them;
/// findings where they cannot be set.
pub(super) fn sheets(
    copy: &CertifiedCopy,
    title: &str,
    context: &RenderContext<'_>,
    sources: &mut Sources,
    report: &mut Report,
) -> Result<Option<CopiedSheets>, Error> {
    let pdf = match &copy.pages {
        CopiedPages::Repeated => return Ok(None),
        CopiedPages::Pdf(bytes) => Arc::clone(bytes),
        CopiedPages::Document(document) => {
            if context.engine.is_none() {
                return Ok(None);
            }
            let mut own = Report::default();
            let rendered = render(document, context, sources, &mut own)?;
            let built = match rendered {
                Some(rendered) => {
                    set_rendered(rendered, &Extras::default(), None, context, sources, &mut own)?
                }
                None => None,
            };
            let Some(pdf) = built.and_then(|built| built.pdf) else {
                let message = Message::new("source-not-set");
                report.emit(Diagnostic::new(&codes::BAD_SOURCE, message));
                return Ok(None);
            };
            Arc::new(pdf)
        }
    };
    let start = match &copy.note {
        CopyNote::Block(_) => start(&pdf, context.style.profile.get(Field::Bottom)),
        CopyNote::Mark(_) => Some(Measure::whole(0)),
        CopyNote::Nothing => None,
    };
    let title = title.to_owned();
    Ok(Some(CopiedSheets { pdf, start, note: copy.note.clone(), title }))
}

/// Where a block can begin on the last page, to a tenth of a millimetre.
fn start(pdf: &Arc<Vec<u8>>, bottom: Measure) -> Option<Measure> {
    let tenth = Measure::thousandths(100).parts();
    let end = ink::end_of_last_page(pdf)?.plus(BEFORE_RULE);
    let start = Measure::of_parts((end.parts() + tenth - 1) / tenth * tenth);
    let last = HEIGHT.minus(bottom).minus(LEAST_ROOM);
    (start <= last).then_some(start)
}

impl CopiedSheets {
    /// The pages as they are, where nothing is printed on them.
    pub(super) fn unmarked(&self, typst: &str) -> Option<Built> {
        let pages = || pages_of_pdf(&self.pdf).len();
        (self.note == CopyNote::Nothing).then(|| Built {
            typst: typst.to_owned(),
            pdf: Some(self.pdf.to_vec()),
            pages: pages(),
        })
    }

    /// Whether what is set has no room on the sheet that is there, and stands on the next one: then
    /// the first page that was set is empty.
    pub(super) fn is_on_next_sheet(&self, compiled: &Compiled) -> bool {
        let is_empty = compiled.pages.first().is_some_and(|page| page.pieces.is_empty());
        self.start.is_some() && is_empty && compiled.pages.len() > 1
    }

    /// The pages with what was set: over the first or the last of them, or on further sheets.
    pub(super) fn joined(&self, set: Vec<u8>, is_on_next: bool) -> Result<(Vec<u8>, usize), Error> {
        let set = Arc::new(set);
        let count = pages_of_pdf(&self.pdf).len();
        let on = match &self.note {
            CopyNote::Mark(_) => 0,
            _ => count.saturating_sub(1),
        };
        let is_over = self.start.is_some() && !is_on_next;
        let stamp = is_over.then(|| Stamp { on, pdf: Arc::clone(&set) });
        let mut out = Vec::new();
        let failed = |cause: std::io::Error| {
            Error::Usage(Message::new("internal").with("cause", cause.to_string()))
        };
        let mut joiner = Joiner::new(&mut out, false).map_err(failed)?;
        joiner.add_copied(&self.pdf, 0, stamp.as_ref()).map_err(failed)?;
        let mut pages = count;
        if !is_over {
            let from = usize::from(is_on_next);
            joiner.add_copied(&set, from, None).map_err(failed)?;
            pages += pages_of_pdf(&set).len() - from;
        }
        joiner.end_with(Some(&self.title)).map_err(failed)?;
        Ok((out, pages))
    }
}
