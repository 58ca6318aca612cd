//! Bare Typst: a text in, a PDF/A-2b out, with the fonts of the program and nothing else of it.

use std::fs;
use std::path::Path;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};
use vanthu::fonts::Fonts;

/// Sets the text `from` and writes the document `to`.
pub(crate) fn set(from: &Path, to: &Path) {
    let text = fs::read_to_string(from).expect("the text");
    let world = Bare::new(text);
    let document = typst::compile::<PagedDocument>(&world).output.expect("a text without errors");
    let standards = PdfStandards::new(&[PdfStandard::A_2b]).expect("one standard");
    let options = PdfOptions { standards, ..PdfOptions::default() };
    let pdf = typst_pdf::pdf(&document, &options).expect("a document PDF/A can hold");
    fs::write(to, pdf).expect("the document");
}

struct Bare {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    main: Source,
}

impl Bare {
    fn new(text: String) -> Self {
        let fonts = Fonts::new(Vec::new(), None).expect("the house typeface is complete");
        let fonts: Vec<Font> =
            fonts.files.iter().flat_map(|file| Font::iter(Bytes::new(file.data.clone()))).collect();
        let path = VirtualPath::new("main.typ").expect("a valid path");
        let id = FileId::new(RootedPath::new(VirtualRoot::Project, path));
        Self {
            library: LazyHash::new(Library::default()),
            book: LazyHash::new(FontBook::from_fonts(&fonts)),
            fonts,
            main: Source::new(id, text),
        }
    }
}

impl World for Bare {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.book
    }

    fn main(&self) -> FileId {
        self.main.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.main.id() { Ok(self.main.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn file(&self, _: FileId) -> FileResult<Bytes> {
        Err(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
