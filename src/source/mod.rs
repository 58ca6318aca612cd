//! The texts a directive is made from, and places in them.

pub mod disk;
pub mod git;
pub mod reach;
mod text;
pub mod tree;
pub(crate) mod work_tree;

pub use text::{Excerpt, LineColumn, Source};
pub(crate) use text::{editor_lines, offset};

use std::ops::Range;
use std::sync::{Arc, LazyLock};

use crate::characters::{normalized, origins};
use crate::span::{FIRST_SHARED, SourceId, Span};

/// Texts that all directives of a run are made from.
pub type SharedSources = Arc<Vec<Source>>;

/// The place of a text that stands in the file as it is, but for how its characters are written.
#[derive(Debug, Clone)]
pub struct Exact {
    span: Span,
    /// For each byte of the text where it stands behind the start of the span, when that is not as
    /// far behind the start of the text.
    origins: Option<Vec<usize>>,
}

impl Exact {
    /// Where `range` of the text stands.
    #[must_use]
    pub fn part(&self, range: Range<usize>) -> Span {
        let at = |offset: usize| match &self.origins {
            Some(origins) => origins.get(offset).or(origins.last()).copied().unwrap_or(offset),
            None => offset,
        };
        let (start, end) = (self.span.start + at(range.start), self.span.start + at(range.end));
        Span { start, end, ..self.span }
    }

    /// Where the whole text stands.
    #[must_use]
    pub fn whole(&self) -> Span {
        self.span
    }
}

/// All texts that one directive is made from; the directive itself comes first.
///
/// Loading adds to it, and who prints a finding asks it for lines and columns. The stages between
/// pass [`Span`]s and need no text; only what quotes the author asks for a slice.
#[derive(Debug, Clone, Default)]
pub struct Sources {
    list: Vec<Source>,
    shared: SharedSources,
}

impl Sources {
    /// No text of its own yet, beside those that are `shared`.
    #[must_use]
    pub fn with_shared(shared: SharedSources) -> Self {
        Self { list: Vec::new(), shared }
    }

    /// The sources that these are excerpts of, as far as they are known.
    #[must_use]
    pub fn of_excerpts(excerpts: &[Excerpt]) -> Self {
        let source = |it: &Excerpt| Source {
            lines_before: it.lines_before,
            cells: it.cells.clone(),
            sheet: it.sheet.clone(),
            ..Source::new(it.path.clone(), it.text.clone())
        };
        Self { list: excerpts.iter().map(source).collect(), shared: SharedSources::default() }
    }

    /// The path of the first text, in an excerpt without lines.
    #[must_use]
    pub fn excerpt_of_first(&self) -> Option<Excerpt> {
        Some(self.list.first()?.excerpt(&[]).0)
    }

    /// Takes a text into those that are shared, and gives the id that spans in it bear.
    ///
    /// # Panics
    ///
    /// When there are more than 2³¹ texts.
    pub fn share(shared: &mut Vec<Source>, path: &str, text: &str) -> SourceId {
        let source = u32::try_from(shared.len()).ok().and_then(SourceId::of_shared);
        shared.push(Source::new(path.to_owned(), text.to_owned()));
        source.expect("an office has few shared texts")
    }

    /// Takes in a text and gives the id that spans in it bear.
    ///
    /// # Panics
    ///
    /// When there are more than `u32::MAX` texts.
    pub fn add(&mut self, path: impl Into<String>, text: impl Into<String>) -> SourceId {
        let id = u32::try_from(self.list.len()).expect("a directive has few sources");
        self.list.push(Source::new(path.into(), text.into()));
        SourceId(id)
    }

    /// Says where the cells of the text `id` of this collection begin, in the order of the text,
    /// and which row and column each is.
    pub(crate) fn name_cells(
        &mut self,
        id: SourceId,
        cells: impl Iterator<Item = (usize, (u32, u32))>,
    ) {
        if let Some(source) = self.list.get_mut(id.0 as usize) {
            source.cells.extend(cells);
        }
    }

    /// Says that the text `id` of this collection is the sheet `name`.
    pub(crate) fn name_sheet(&mut self, id: SourceId, name: &str) {
        if let Some(source) = self.list.get_mut(id.0 as usize) {
            source.sheet = Some(name.to_owned());
        }
    }

    /// Where `text`, which is normalized, stands in `span`: all of it, or what its quotes hold. The
    /// file may have marks behind it that are read as none.
    /// `None` when the file says it in another way there: by escapes, on several lines.
    #[must_use]
    pub fn exact(&self, span: Span, text: &str) -> Option<Exact> {
        let written = self.get(span.source).text.get(span.range())?;
        if written == text {
            return Some(Exact { span, origins: None });
        }
        let quotes = ['"', '\''];
        let held = quotes.into_iter().find_map(|quote| {
            written.strip_prefix(quote).and_then(|rest| rest.strip_suffix(quote))
        });
        let shift = usize::from(held.is_some());
        let held = held.unwrap_or(written);
        let span = Span { start: span.start + shift, end: span.end - shift, ..span };
        let is_mark = |rest: &str| rest.chars().all(|sign| " .;,:".contains(sign));
        if held.strip_prefix(text).is_some_and(is_mark) {
            let span = Span { end: span.start + text.len(), ..span };
            return Some(Exact { span, origins: None });
        }
        let read = normalized(held);
        let begin = read.len() - read.trim_start().len();
        let is_same = read.trim_start().strip_prefix(text).is_some_and(is_mark);
        is_same.then(|| Exact { span, origins: Some(origins(held).split_off(begin)) })
    }

    /// Puts `text` in the place of the first one, under the same path and id.
    pub(crate) fn replace_first(&mut self, text: &str) {
        if let Some(first) = self.list.first_mut() {
            *first = Source::new(std::mem::take(&mut first.path), text.to_owned());
        }
    }

    /// The text behind an id of this collection; an empty one for any other id.
    #[must_use]
    pub fn get(&self, id: SourceId) -> &Source {
        static NONE: LazyLock<Source> = LazyLock::new(|| Source::new(String::new(), String::new()));
        let found = match id.0.checked_sub(FIRST_SHARED) {
            Some(index) => self.shared.get(index as usize),
            None => self.list.get(id.0 as usize),
        };
        found.unwrap_or_else(|| &NONE)
    }

    /// The text of its own that is known as `path`.
    #[must_use]
    pub fn find(&self, path: &str) -> Option<SourceId> {
        let place = self.list.iter().position(|source| source.path == path)?;
        u32::try_from(place).ok().map(SourceId)
    }

    /// The first text: the directive itself.
    ///
    /// # Panics
    ///
    /// When nothing was added yet.
    #[must_use]
    pub fn first(&self) -> SourceId {
        assert!(!self.list.is_empty(), "a directive is added before anything is said about it");
        SourceId(0)
    }

    /// The first text; empty when there is none.
    #[must_use]
    pub fn text_of_first(&self) -> &str {
        self.list.first().map_or("", |source| source.text.as_str())
    }

    /// The path of the first text; empty when there is none.
    #[must_use]
    pub fn path_of_first(&self) -> &str {
        self.list.first().map_or("", |source| source.path.as_str())
    }

    /// The words a span covers.
    #[must_use]
    pub fn slice(&self, span: Span) -> &str {
        self.get(span.source).text.get(span.range()).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_not_bytes() {
        let source = Source::new("a.yaml".into(), "a: 1\nđơn vị: x\n".into());
        let offset = source.text.find('x').expect("it is there");
        assert_eq!(source.line_column(offset), LineColumn { line: 2, column: 9 });
    }

    #[test]
    fn an_offset_past_the_end_is_the_end() {
        let source = Source::new("a.yaml".into(), "ab".into());
        assert_eq!(source.line_column(99), LineColumn { line: 1, column: 3 });
    }

    #[test]
    fn an_excerpt_shows_places_where_they_are() {
        let text = (1..40).map(|line| format!("dòng {line}: á\n")).collect::<Vec<_>>().concat();
        let source = Source::new("a.yaml".into(), text.clone());
        let at = |words: &str| {
            let start = text.find(words).expect("it is there");
            start..start + words.len()
        };
        let places = [at("20: á\ndòng 21"), at("30"), text.len()..text.len()];
        let (excerpt, moved) = source.excerpt(&places);
        assert!(excerpt.text.len() < text.len() / 2);
        let sources = Sources::of_excerpts(&[excerpt]);
        let shown = sources.get(SourceId(0));
        for (before, after) in places.iter().zip(moved) {
            assert_eq!(shown.text[after.clone()], text[before.clone()]);
            assert_eq!(shown.line_column(after.start), source.line_column(before.start));
            assert_eq!(shown.line_column(after.end), source.line_column(before.end));
        }
    }
}
