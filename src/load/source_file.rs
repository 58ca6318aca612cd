//! Documents that a directive names, as the one it is a copy of or those it attaches: a PDF, or
//! another directive.

use std::sync::Arc;

use hayro_syntax::Pdf;
use hayro_syntax::page::Page;
use hayro_syntax::{LoadPdfError, PdfVersion};

use super::ReadFile;
use super::raw;
use super::scan::{Fault, LEAST, first_fault};
use crate::codes;
use crate::diagnostic::{Diagnostic, Message, Report};
use crate::error::Error;
use crate::model::directive::Directive;
use crate::source::disk::MOST_PDF_BYTES;
use crate::span::{SourceId, Span};

/// Width and height of A4 in points, 2 mm more or less.
const A4: [std::ops::RangeInclusive<f32>; 2] = [589.6..=601.0, 836.2..=847.6];

/// A document that is named, as far as it is read.
#[derive(Debug, Clone)]
pub enum CopiedFile {
    /// Finished pages.
    Pdf(Arc<Vec<u8>>),
    /// A directive that is still to be resolved.
    Named(String, Span),
    /// A directive.
    Directive(Box<Directive>),
}

/// Reads what a certified copy names. Nothing where it cannot be used, which is reported.
pub(super) fn copied(
    raw: &raw::CopiedDocument,
    source: SourceId,
    read_file: &ReadFile<'_>,
    report: &mut Report,
) -> Result<Option<CopiedFile>, Error> {
    let is_scan = raw.to.as_ref().is_some_and(|to| to.value == "electronic");
    read(&raw.file, is_scan, source, read_file, report)
}

/// Reads what a directive attaches, each in its place.
pub(super) fn attached(
    raw: &[raw::Spanned<raw::Verbatim>],
    source: SourceId,
    read_file: &ReadFile<'_>,
    report: &mut Report,
) -> Result<Vec<Option<CopiedFile>>, Error> {
    raw.iter().map(|file| read(file, false, source, read_file, report)).collect()
}

fn read(
    file: &raw::Spanned<raw::Verbatim>,
    is_scan: bool,
    source: SourceId,
    read_file: &ReadFile<'_>,
    report: &mut Report,
) -> Result<Option<CopiedFile>, Error> {
    let path = file.value.0.trim();
    let span = Span::new(source, file.range.clone());
    let refused = |id: &'static str| {
        let message = Message::new(id).with("path", path);
        Diagnostic::new(&codes::BAD_SOURCE, message).at(span)
    };
    let extension = path.rsplit_once('.').map(|(_, extension)| extension.to_ascii_lowercase());
    match extension.as_deref() {
        Some("yaml" | "yml") => return Ok(Some(CopiedFile::Named(path.to_owned(), span))),
        Some("pdf") => {}
        _ => {
            report.emit(refused("source-kind"));
            return Ok(None);
        }
    }
    let Some(bytes) = read_file(path)? else {
        report.emit(refused("source-missing"));
        return Ok(None);
    };
    if bytes.len() as u64 > MOST_PDF_BYTES {
        report.emit(refused("source-large"));
        return Ok(None);
    }
    let bytes = Arc::new(bytes);
    if let Some(id) = fault(&bytes, is_scan) {
        report.emit(refused(id));
        return Ok(None);
    }
    paper(&bytes, path, span, report);
    if is_scan {
        scan(&bytes, path, span, report);
    }
    Ok(Some(CopiedFile::Pdf(bytes)))
}

/// Why a PDF cannot be copied.
fn fault(bytes: &Arc<Vec<u8>>, is_scan: bool) -> Option<&'static str> {
    match Pdf::new(Arc::clone(bytes)) {
        Err(LoadPdfError::Decryption(_)) => Some("source-encrypted"),
        Err(LoadPdfError::Invalid) => Some("source-broken"),
        // One that opens without a password has its streams encrypted all the same.
        Ok(_) if is_encrypted(bytes) => Some("source-encrypted"),
        Ok(pdf) if pdf.pages().is_empty() => Some("source-broken"),
        // S1, Phần II: a digital copy is PDF 1.4 or later.
        Ok(pdf) if is_scan && pdf.version() < PdfVersion::Pdf14 => Some("source-old"),
        Ok(_) => None,
    }
}

/// Whether the trailer names a way of encryption.
fn is_encrypted(bytes: &[u8]) -> bool {
    const KEY: &[u8] = b"/Encrypt";
    let places = bytes.windows(KEY.len() + 1).filter(|place| place.starts_with(KEY));
    places.map(|place| place[KEY.len()]).any(|next| !next.is_ascii_alphanumeric())
}

/// Tells the first page that is not A4.
fn paper(bytes: &Arc<Vec<u8>>, path: &str, span: Span, report: &mut Report) {
    let Ok(pdf) = Pdf::new(Arc::clone(bytes)) else { return };
    let Some(at) = pdf.pages().iter().position(|page| !is_a4(page)) else { return };
    let (width, height) = pdf.pages()[at].render_dimensions();
    let millimetres = |points: f32| {
        let points: i64 = format!("{points:.0}").parse().unwrap_or_default();
        (points * 254 + 360) / 720
    };
    let message = Message::new("source-paper")
        .with("path", path)
        .with("page", at + 1)
        .with("width", millimetres(width))
        .with("height", millimetres(height));
    report.emit(Diagnostic::new(&codes::SOURCE_PAPER, message).at(span));
}

/// Tells the first page whose scan is too coarse, or is not in colour (R102).
fn scan(bytes: &Arc<Vec<u8>>, path: &str, span: Span, report: &mut Report) {
    let Some((at, fault)) = Pdf::new(Arc::clone(bytes)).ok().as_ref().and_then(first_fault) else {
        return;
    };
    let message = match fault {
        Fault::Coarse(points) => Message::new("source-coarse").with("points", points),
        Fault::Colourless => Message::new("source-colourless"),
    };
    let message = message.with("path", path).with("page", at + 1).with("least", LEAST);
    report.emit(Diagnostic::new(&codes::SOURCE_SCAN, message).at(span));
}

/// Whether a page is A4, upright or on its side.
fn is_a4(page: &Page<'_>) -> bool {
    let (width, height) = page.render_dimensions();
    let is = |width: f32, height: f32| A4[0].contains(&width) && A4[1].contains(&height);
    is(width, height) || is(height, width)
}
