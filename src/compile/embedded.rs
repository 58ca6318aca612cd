//! Typst within the program.

mod at_once;
mod pages;

use std::collections::HashMap;

use typst::diag::{FileError, FileResult, PackageError, Severity, SourceDiagnostic, Warned};
use typst::ecow::EcoVec;
use typst::foundations::{Bytes, Datetime, Duration};
use typst::layout::{Frame, FrameItem};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library as TypstLibrary, LibraryExt, World, WorldExt};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use super::{Compiled, Engine, Extras, Library, Standard, TypstFinding};
use crate::error::Error;
use crate::fonts::Fonts;
use crate::verify::page::Page;
use at_once::Last;

/// Results of Typst's functions are kept as long as one of so many documents in a row wants them:
/// what documents share (the library, the head, names, figures) stays, the rest goes. To keep more
/// costs more, in search and memory, than it saves.
const KEPT_GENERATIONS: usize = 1;

/// Of a document with more pages nothing is kept.
const MANY_PAGES: usize = 30;

/// Typst within the program: library, fonts and font book are built once.
pub struct EmbeddedEngine {
    library: LazyHash<TypstLibrary>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    files: HashMap<FileId, File>,
    main: FileId,
    standard: Standard,
    last: Option<Last>,
}

/// A page, drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DrawnPage {
    /// The picture.
    pub svg: String,
    /// What stands on it.
    pub page: Page,
}

/// A file of the library, as both kinds of request want it.
struct File {
    source: Option<Source>,
    bytes: Bytes,
}

impl EmbeddedEngine {
    /// An engine that knows these files and fonts and nothing else.
    ///
    /// # Panics
    ///
    /// Never: `main.typ` is a valid path.
    #[must_use]
    pub fn new(library: &Library, fonts: &Fonts) -> Self {
        let fonts: Vec<Font> =
            fonts.files.iter().flat_map(|file| Font::iter(Bytes::new(file.data.clone()))).collect();
        let files = library
            .iter()
            .filter_map(|(path, bytes)| {
                let id = file_id(path)?;
                let text = std::str::from_utf8(bytes).ok();
                let source = text.map(|text| Source::new(id, text.to_owned()));
                Some((id, File { source, bytes: Bytes::new(bytes.clone()) }))
            })
            .collect();
        Self {
            library: LazyHash::new(TypstLibrary::default()),
            book: LazyHash::new(FontBook::from_fonts(&fonts)),
            fonts,
            files,
            main: file_id("main.typ").expect("`main.typ` is a valid path"),
            standard: Standard::default(),
            last: Some(Last::default()),
        }
    }

    /// The same for PDFs of another standard.
    #[must_use]
    pub fn with_standard(self, standard: Standard) -> Self {
        Self { standard, ..self }
    }

    /// The same for templates of which nothing is known: every document is laid out from nothing,
    /// as their pages may have several ways to agree with what they say of themselves.
    #[must_use]
    pub fn from_nothing(self) -> Self {
        Self { last: None, ..self }
    }

    /// The text of each page `main` gives, in the order it was set; `None` when it has errors.
    #[must_use]
    pub fn pages(&self, main: &str) -> Option<Vec<String>> {
        let world = self.job(main);
        let document = typst::compile::<PagedDocument>(&world).output.ok()?;
        let text = |frame| {
            let mut text = String::new();
            text_of(frame, &mut text);
            text
        };
        Some(document.pages().iter().map(|page| text(&page.frame)).collect())
    }

    /// The pages of `main` as pictures, and what stands on them; what Typst says instead, when it
    /// has errors.
    pub fn drawn(&self, main: &str) -> Result<Vec<DrawnPage>, Vec<TypstFinding>> {
        let world = self.job(main);
        let at_once = self.last.as_ref().and_then(|last| last.document(&world, &world.main));
        let document = match at_once {
            Some(document) => Ok(document),
            None => typst::compile::<PagedDocument>(&world).output,
        };
        comemo::evict(KEPT_GENERATIONS);
        let document = document
            .map_err(|errors| errors.iter().map(|it| world.finding(it)).collect::<Vec<_>>())?;
        if let Some(last) = &self.last {
            last.remember(&document, &world.main);
        }
        let options = typst_svg::SvgOptions::default();
        let svg = document.pages().iter().map(|page| typst_svg::svg(page, &options));
        let drawn = svg.zip(pages::pages(&document)).map(|(svg, page)| DrawnPage { svg, page });
        Ok(drawn.collect())
    }

    fn job(&self, main: &str) -> Job<'_> {
        Job { engine: self, main: Source::new(self.main, main.to_owned()), extras: None }
    }

    fn options(standard: Standard) -> Result<PdfOptions, Error> {
        let part = |name| match name {
            "a-2a" => PdfStandard::A_2a,
            "a-3b" => PdfStandard::A_3b,
            "a-3a" => PdfStandard::A_3a,
            "ua-1" => PdfStandard::Ua_1,
            _ => PdfStandard::A_2b,
        };
        let parts: Vec<PdfStandard> = standard.parts().map(part).collect();
        let standards = PdfStandards::new(&parts)
            .map_err(|error| Error::Template(error.message().to_string()))?;
        Ok(PdfOptions { standards, ..PdfOptions::default() })
    }
}

/// Makes this thread one of those that Typst shares its work out to, so that a document on one
/// thread never waits for another one to wake. Once in a process, before the first document; the
/// pool holds the parts of one document only, so that none is begun within another.
pub fn join_the_pool() {
    // There is one already: then its own threads do the work, as without this.
    let _ = rayon::ThreadPoolBuilder::new().use_current_thread().build_global();
}

fn file_id(path: &str) -> Option<FileId> {
    let path = VirtualPath::new(path).ok()?;
    Some(FileId::new(RootedPath::new(VirtualRoot::Project, path)))
}

fn text_of(frame: &Frame, text: &mut String) {
    for (_, item) in frame.items() {
        match item {
            FrameItem::Group(group) => text_of(&group.frame, text),
            FrameItem::Text(item) => text.push_str(&item.text),
            _ => {}
        }
    }
}

impl Engine for EmbeddedEngine {
    fn compile_with(&self, main: &str, extras: &Extras) -> Result<Compiled, Error> {
        let world = Job { extras: Some(extras), ..self.job(&extras.added_to(main)) };
        let at_once = self.last.as_ref().and_then(|last| last.document(&world, &world.main));
        let Warned { output: document, warnings } = match at_once {
            Some(document) => Warned { output: Ok(document), warnings: EcoVec::new() },
            None => typst::compile::<PagedDocument>(&world),
        };
        // The pages are there: what led to them is not needed to write them down, and a long
        // table leaves much of it.
        comemo::evict(KEPT_GENERATIONS);
        match (&document, &self.last) {
            (Ok(document), _) if document.pages().len() > MANY_PAGES => comemo::evict(0),
            (Ok(document), Some(last)) => last.remember(document, &world.main),
            _ => {}
        }
        let pages = document.as_ref().map(pages::pages).unwrap_or_default();
        let mut found: Vec<SourceDiagnostic> = warnings.to_vec();
        let options = Self::options(extras.standard.unwrap_or(self.standard))?;
        let pdf = match document.and_then(|document| typst_pdf::pdf(&document, &options)) {
            Ok(pdf) => Some(pdf),
            Err(errors) => {
                found.extend(errors);
                None
            }
        };
        let findings = found.iter().map(|finding| world.finding(finding)).collect();
        Ok(Compiled { pdf, pages, findings })
    }
}

/// One text in the engine's sealed world.
struct Job<'a> {
    engine: &'a EmbeddedEngine,
    main: Source,
    extras: Option<&'a Extras>,
}

impl Job<'_> {
    fn finding(&self, diagnostic: &SourceDiagnostic) -> TypstFinding {
        let id = diagnostic.span.id();
        let place = id.and_then(|id| {
            let source = self.source(id).ok()?;
            let range = self.range(diagnostic.span)?;
            source.lines().byte_to_line_column(range.start)
        });
        let (line, column) = place.unwrap_or_default();
        TypstFinding {
            is_error: diagnostic.severity == Severity::Error,
            message: diagnostic.message.to_string(),
            file: id.map(|id| id.vpath().get_without_slash().to_owned()),
            line: line + 1,
            column: column + 1,
        }
    }

    fn known(&self, id: FileId) -> FileResult<&File> {
        match id.root() {
            VirtualRoot::Project => {
                let path = id.vpath().get_without_slash();
                self.engine.files.get(&id).ok_or_else(|| FileError::NotFound(path.into()))
            }
            VirtualRoot::Package(spec) => {
                Err(FileError::Package(PackageError::NotFound(spec.clone())))
            }
        }
    }
}

impl World for Job<'_> {
    fn library(&self) -> &LazyHash<TypstLibrary> {
        &self.engine.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.engine.book
    }

    fn main(&self) -> FileId {
        self.engine.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.engine.main {
            return Ok(self.main.clone());
        }
        self.known(id)?.source.clone().ok_or(FileError::InvalidUtf8)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == self.engine.main {
            return Ok(Bytes::from_string(self.main.text().to_owned()));
        }
        let attached = self.extras.and_then(|extras| extras.file(id.vpath().get_without_slash()));
        if let Some(file) = attached.filter(|_| *id.root() == VirtualRoot::Project) {
            return Ok(Bytes::new(file.bytes.clone()));
        }
        Ok(self.known(id)?.bytes.clone())
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.engine.fonts.get(index).cloned()
    }

    /// No clock: the date of a document comes from its directive.
    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    const HEADED: &str = "#set page(height: 90pt, margin: 20pt, header: context [\
                          #counter(page).display() #query(heading).len()])\n= Mục\n";

    fn is_at_once(engine: &EmbeddedEngine, text: &str) -> bool {
        let world = engine.job(text);
        engine.last.as_ref().is_some_and(|last| last.document(&world, &world.main).is_some())
    }

    #[test]
    fn a_document_built_like_the_one_before_it_is_laid_out_once() {
        let fonts = Fonts::new(Vec::new(), None).expect("the house typeface is complete");
        let engine = EmbeddedEngine::new(&BTreeMap::new(), &fonts);
        let text = |words: &str| format!("{HEADED}{words}");
        let set = |words: &str| engine.compile(&text(words)).expect("it is set").pdf;
        assert!(!is_at_once(&engine, &text("Một.")), "there was none before it");
        let first = set("Một.");
        assert!(is_at_once(&engine, &text("Hai.")));
        assert_eq!(set("Một."), first);
        // On two pages, on which the header says something else.
        set(&"Một hai. ".repeat(40));
        assert!(!is_at_once(&engine, &text("Ba.")));
        set("Một.");
        assert!(!is_at_once(&engine, &text("Một *hai*.")), "another build");
    }
}
