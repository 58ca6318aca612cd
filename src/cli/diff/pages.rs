//! What is set of it: how many pages there are before and now, and whether they are the same.
//!
//! Only the engine within is asked: both give the same bytes.

#[cfg(not(feature = "embedded"))]
pub(super) use without::set;

#[cfg(feature = "embedded")]
pub(super) use within::set;

/// Without Typst within the program nothing is set.
#[cfg(not(feature = "embedded"))]
mod without {
    use crate::cli::diff::scope::Compared;
    use crate::cli::diff::side::DiffSide;
    use crate::cli::progress::Progress;
    use crate::diff::report::PagePictures;
    use crate::error::Error;

    #[expect(clippy::unnecessary_wraps, reason = "the other one can fail")]
    pub(in crate::cli::diff) fn set(
        _: &DiffSide,
        _: &DiffSide,
        _: &mut Compared,
        _: Option<&mut PagePictures>,
        _: &dyn Fn(usize) -> Progress,
    ) -> Result<(), Error> {
        Ok(())
    }
}

#[cfg(feature = "embedded")]
mod within {
    use crate::cli::diff::scope::{Compared, is_worth_telling};
    use crate::cli::diff::side::DiffSide;
    use crate::cli::progress::Progress;
    use crate::compile::paper::Drawn;
    use crate::compile::{EmbeddedEngine, Engine, paper};
    use crate::diff::change::Change;
    use crate::diff::paper::{Mark, Spread, spreads};
    use crate::diff::report::{PagePicture, PagePictures};
    use crate::diff::{Document, State};
    use crate::error::Error;
    use crate::limits;
    use crate::printed::Document as Printed;

    /// Sets both states of what is different on paper.
    pub(in crate::cli::diff) fn set(
        before: &DiffSide,
        after: &DiffSide,
        compared: &mut Compared,
        mut sheets: Option<&mut PagePictures>,
        progress: &dyn Fn(usize) -> Progress,
    ) -> Result<(), Error> {
        let is_to_be_set = |document: &Document| {
            document.on_paper == Some(true)
                || (document.on_paper.is_none() && document.is_printable == (true, true))
        };
        if !compared.report.documents.iter().any(is_to_be_set) {
            return Ok(());
        }
        let engine = |side: &DiffSide| {
            let engine = EmbeddedEngine::new(side.templates.library(), &side.project.fonts);
            engine.with_standard(side.project.settings.output.standard())
        };
        let now = engine(after);
        let then = compared.is_set_otherwise.then(|| engine(before));
        let then = then.as_ref().unwrap_or(&now);
        let Compared { report, before: old, after: new, .. } = compared;
        let progress = progress(report.documents.len());
        for document in &mut report.documents {
            progress.step(&document.path);
            if !is_to_be_set(document) {
                continue;
            }
            let from = match &document.state {
                State::Renamed { from } => from,
                _ => &document.path,
            };
            // The pages of a certified copy are those of another file, which is another one.
            let snapshots = [old.get(from), new.get(&document.path)];
            let mut printed = snapshots.into_iter().flatten().filter_map(|it| it.printed.as_ref());
            if printed.any(Printed::is_copy_alone) {
                continue;
            }
            // One that takes too long is not counted; that it differs is known by its text.
            let Ok(_entered) = limits::enter(&format!("{} (PDF)", document.path)) else { continue };
            let text = old.get(from).and_then(|snapshot| snapshot.typst.as_deref());
            let was = text.map(|text| then.compile(text)).transpose()?.and_then(|it| it.pdf);
            let text = new.get(&document.path).and_then(|snapshot| snapshot.typst.as_deref());
            let is = text.map(|text| now.compile(text)).transpose()?.and_then(|it| it.pdf);
            tell(document, was.as_deref(), is.as_deref());
            if let Some(sheets) = sheets.as_deref_mut().filter(|_| was != is) {
                let drawn = draw(was.as_deref(), is.as_deref());
                sheets.insert(document.path.clone(), drawn);
            }
        }
        progress.end();
        report.documents.retain(is_worth_telling);
        Ok(())
    }

    /// The pages that are not the same; of a document that is new or gone all of them.
    fn draw(was: Option<&[u8]>, is: Option<&[u8]>) -> Vec<[Option<PagePicture>; 2]> {
        let drawn = |pdf: Option<&[u8]>| pdf.map(paper::drawn).unwrap_or_default();
        let (old, new) = (drawn(was), drawn(is));
        let pictures =
            |pages: &[Drawn]| -> Vec<_> { pages.iter().map(|page| page.picture.clone()).collect() };
        let sheet = |pages: &[Drawn], side: Option<(usize, Vec<Mark>)>| {
            let (page, marks) = side?;
            let drawn = &pages[page];
            Some(PagePicture {
                number: page + 1,
                width: drawn.picture.width,
                height: drawn.height(),
                png: drawn.png()?,
                marks,
            })
        };
        let is_whole = was.is_none() || is.is_none();
        let spreads = spreads(&pictures(&old), &pictures(&new)).into_iter();
        spreads
            .map(|Spread { before, after }| {
                // What is all new or all gone needs no marks.
                let bare = |side: Option<(usize, Vec<Mark>)>| {
                    side.map(|(page, marks)| (page, if is_whole { Vec::new() } else { marks }))
                };
                [sheet(&old, bare(before)), sheet(&new, bare(after))]
            })
            .collect()
    }

    fn tell(document: &mut Document, was: Option<&[u8]>, is: Option<&[u8]>) {
        document.pages = (was.and_then(paper::pages), is.and_then(paper::pages));
        // Texts may differ in how something is set that comes to the same.
        document.on_paper = Some(was != is || was.is_none());
        if document.on_paper == Some(false) {
            document.follows.retain(|change| *change != Change::Look);
        }
    }
}
