//! Bare Typst: a text in, a PDF/A-2b out, with the fonts of the program and nothing else of it.

use std::collections::HashMap;
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

/// Results are kept as long as the program keeps them: what costs least.
const KEPT_GENERATIONS: usize = 1;

/// Sets the text `from` and writes the document `to`.
pub(crate) fn set(from: &Path, to: &Path) {
    let text = fs::read_to_string(from).expect("the text");
    fs::write(to, Bare::new().pdf(&text)).expect("the document");
}

/// Sets the first `count` texts right in `from`, one after the other, and writes the documents to
/// `to`; the texts import what is in `from/lib`.
pub(crate) fn set_all(from: &Path, to: &Path, count: usize) {
    let mut bare = Bare::new();
    for entry in fs::read_dir(from.join("lib")).expect("a library") {
        let path = entry.expect("a library").path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let id = file_id(&format!("lib/{name}"));
        let text = fs::read_to_string(path).expect("a file of the library");
        bare.library_files.insert(id, Source::new(id, text));
    }
    let entries = fs::read_dir(from).expect("texts").filter_map(Result::ok);
    let mut texts: Vec<_> =
        entries.map(|entry| entry.path()).filter(|path| path.is_file()).collect();
    texts.sort();
    fs::create_dir_all(to).expect("a folder");
    for path in texts.into_iter().take(count) {
        let text = fs::read_to_string(&path).expect("a text");
        let name = path.with_extension("pdf");
        let name = name.file_name().unwrap_or_default();
        fs::write(to.join(name), bare.pdf(&text)).expect("the document");
    }
}

fn file_id(path: &str) -> FileId {
    let path = VirtualPath::new(path).expect("a valid path");
    FileId::new(RootedPath::new(VirtualRoot::Project, path))
}

struct Bare {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    library_files: HashMap<FileId, Source>,
    main: Source,
}

impl Bare {
    fn new() -> Self {
        let fonts = Fonts::new(Vec::new(), None).expect("the house typeface is complete");
        let fonts: Vec<Font> =
            fonts.files.iter().flat_map(|file| Font::iter(Bytes::new(file.data.clone()))).collect();
        Self {
            library: LazyHash::new(Library::default()),
            book: LazyHash::new(FontBook::from_fonts(&fonts)),
            fonts,
            library_files: HashMap::new(),
            main: Source::new(file_id("main.typ"), String::new()),
        }
    }

    fn pdf(&mut self, text: &str) -> Vec<u8> {
        self.main = Source::new(self.main.id(), text.to_owned());
        let document = typst::compile::<PagedDocument>(self).output.expect("no errors");
        let standards = PdfStandards::new(&[PdfStandard::A_2b]).expect("one standard");
        let options = PdfOptions { standards, ..PdfOptions::default() };
        let pdf = typst_pdf::pdf(&document, &options).expect("a document PDF/A can hold");
        comemo::evict(KEPT_GENERATIONS);
        pdf
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
        if id == self.main.id() {
            return Ok(self.main.clone());
        }
        self.library_files.get(&id).cloned().ok_or(FileError::AccessDenied)
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
