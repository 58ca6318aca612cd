//! The file for printing: a document, and those that go with it.

use std::sync::Arc;

use super::{RenderContext, Rendered, render, set_rendered, told_by};
use crate::compile::Extras;
use crate::compile::join::Joiner;
use crate::compute;
use crate::diagnostic::{Message, Report};
use crate::digest::Digest;
use crate::error::Error;
use crate::model::Directive;
use crate::model::certified::Content;
use crate::printed;
use crate::source::Sources;

/// What stands behind a document in its file for printing.
#[derive(Debug, Default)]
pub(crate) struct Behind<'d>(Vec<Sheets<'d>>);

/// A document that goes with another one.
#[derive(Debug)]
enum Sheets<'d> {
    /// Finished pages.
    Pdf(Arc<Vec<u8>>),
    /// A directive, to be set.
    Rendered(Box<Rendered>, &'d Directive),
}

impl<'d> Behind<'d> {
    /// What goes with `directive`, in its order; a draft says so, unless it asks for the opposite.
    /// Nothing where there are findings instead.
    pub(crate) fn new(
        directive: &'d Directive,
        context: &RenderContext<'_>,
        sources: &mut Sources,
        report: &mut Report,
    ) -> Result<Option<Self>, Error> {
        let mut all = Vec::new();
        for attachment in &directive.attachments {
            let sheets = match &attachment.content {
                Content::Pdf(bytes) => Sheets::Pdf(Arc::clone(bytes)),
                Content::Directive(attached) => {
                    let tables = compute::compute(attached, &mut Report::default());
                    let document = printed::print(attached, &tables, true);
                    let rendered = render(&document, context, sources, report)?;
                    let Some(rendered) = rendered else { return Ok(None) };
                    Sheets::Rendered(Box::new(rendered), attached)
                }
            };
            all.push(sheets);
        }
        Ok(Some(Self(all)))
    }

    /// Of the Typst text of the document and of all behind it.
    pub(crate) fn digest(&self, typst: &str) -> Digest {
        if self.0.is_empty() {
            return Digest::of(typst.as_bytes());
        }
        let behind = self.0.iter().map(|sheets| match sheets {
            Sheets::Pdf(bytes) => bytes.as_slice(),
            Sheets::Rendered(rendered, _) => rendered.typst.as_bytes(),
        });
        Digest::of_parts(std::iter::once(typst.as_bytes()).chain(behind))
    }

    /// The pages of `pdf` and of all behind it in one file; the document itself where it stands
    /// alone. Nothing where there are findings instead.
    pub(crate) fn print(
        self,
        pdf: &[u8],
        title: &str,
        context: &RenderContext<'_>,
        sources: &mut Sources,
        report: &mut Report,
    ) -> Result<Option<Vec<u8>>, Error> {
        if self.0.is_empty() {
            return Ok(Some(pdf.to_vec()));
        }
        let mut parts = vec![Arc::new(pdf.to_vec())];
        for sheets in self.0 {
            let part = match sheets {
                Sheets::Pdf(bytes) => bytes,
                Sheets::Rendered(rendered, of) => {
                    let (none, of) = (Extras::default(), Some(told_by(of)));
                    let built = set_rendered(*rendered, &none, of, context, sources, report)?;
                    let Some(pdf) = built.and_then(|built| built.pdf) else { return Ok(None) };
                    Arc::new(pdf)
                }
            };
            parts.push(part);
        }
        joined(&parts, title).map(Some).map_err(|cause| {
            Error::Usage(Message::new("internal").with("cause", cause.to_string()))
        })
    }
}

fn joined(parts: &[Arc<Vec<u8>>], title: &str) -> std::io::Result<Vec<u8>> {
    let mut out = Vec::new();
    let mut joiner = Joiner::new(&mut out, false)?;
    for part in parts {
        joiner.add_copied(part, 0, None)?;
    }
    joiner.end_with(Some(title))?;
    Ok(out)
}
