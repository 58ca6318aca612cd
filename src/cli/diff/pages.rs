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
    use crate::cli::diff::side::Side;
    use crate::error::Error;

    pub(in crate::cli::diff) fn set(_: &Side, _: &Side, _: &mut Compared) -> Result<(), Error> {
        Ok(())
    }
}

#[cfg(feature = "embedded")]
mod within {
    use crate::cli::diff::scope::{Compared, is_worth_telling};
    use crate::cli::diff::side::Side;
    use crate::compile::{EmbeddedEngine, Engine, paper};
    use crate::diff::change::Change;
    use crate::diff::{Document, State};
    use crate::error::Error;

    /// Sets both states of what is different on paper.
    pub(in crate::cli::diff) fn set(
        before: &Side,
        after: &Side,
        compared: &mut Compared,
    ) -> Result<(), Error> {
        if compared.report.documents.iter().all(|document| document.on_paper != Some(true)) {
            return Ok(());
        }
        let engine = |side: &Side| {
            let engine = EmbeddedEngine::new(side.templates.library(), &side.fonts);
            engine.with_standard(side.office.standard)
        };
        let now = engine(after);
        let then = compared.is_set_otherwise.then(|| engine(before));
        let then = then.as_ref().unwrap_or(&now);
        let Compared { report, before: old, after: new, .. } = compared;
        for document in &mut report.documents {
            if document.on_paper != Some(true) {
                continue;
            }
            let from = match &document.state {
                State::Renamed { from } => from,
                _ => &document.path,
            };
            let text = old.get(from).and_then(|look| look.typst.as_deref());
            let was = text.map(|text| then.compile(text)).transpose()?.and_then(|it| it.pdf);
            let text = new.get(&document.path).and_then(|look| look.typst.as_deref());
            let is = text.map(|text| now.compile(text)).transpose()?.and_then(|it| it.pdf);
            tell(document, was.as_deref(), is.as_deref());
        }
        report.documents.retain(is_worth_telling);
        Ok(())
    }

    fn tell(document: &mut Document, was: Option<&[u8]>, is: Option<&[u8]>) {
        document.pages = (was.and_then(paper::pages), is.and_then(paper::pages));
        // Texts may differ in how something is set that comes to the same.
        if was.is_some() && was == is {
            document.on_paper = Some(false);
            document.follows.retain(|change| *change != Change::Look);
        }
    }
}
