//! On which pages figures are printed.

use crate::cli::run::Run;
use crate::diagnostic::Message;
use crate::explain::Explanation;
use crate::explain::tree::Pages;
use crate::printed::Document;

/// The pages on which each of `told` is printed.
#[cfg(not(feature = "embedded"))]
pub(super) fn pages(told: &[Explanation], document: &Document, run: &Run<'_>) -> Pages {
    let _ = (told, document, run);
    Pages::unknown(Message::new("told-no-engine"))
}

/// The pages on which each of `told` is printed.
#[cfg(feature = "embedded")]
pub(super) fn pages(told: &[Explanation], document: &Document, run: &Run<'_>) -> Pages {
    use crate::error::catch;
    let prints = || told.iter().flat_map(|it| it.prints.iter().map(|print| (it.root.spot, print)));
    let all: Vec<_> = prints().collect();
    // What the program does not provide for is no reason to say nothing of the figure.
    let Ok(Some(texts)) = catch(|| texts(&all, document, run)) else {
        return Pages::unknown(Message::new("told-not-set"));
    };
    let mut seen = crate::explain::seen_on(&texts, all.len()).into_iter();
    let of = told.iter().map(|it| seen.by_ref().take(it.prints.len()).collect()).collect();
    Pages { count: Some(texts.len()), of, why: None }
}

/// The text of each page, with marks behind `prints`.
#[cfg(feature = "embedded")]
fn texts(
    prints: &[(crate::model::cell_id::CellId, &crate::explain::Print)],
    document: &Document,
    run: &Run<'_>,
) -> Option<Vec<String>> {
    use crate::build::worker::STACK;
    use crate::compile::EmbeddedEngine;
    use crate::pipeline::{self, RenderContext};
    use crate::render::typst::Templates;
    use crate::source::Sources;
    let project = &run.project;
    let own = project.own_templates().ok()?;
    let templates = Templates::new(&own, &mut Sources::default()).ok()?;
    let style = project.style();
    let context =
        RenderContext { templates: &templates, fonts: &project.fonts, style, engine: None };
    let mut document = document.clone();
    crate::explain::mark(&mut document, prints);
    let (sources, report) = (&mut Sources::default(), &mut crate::diagnostic::Report::default());
    let text = pipeline::render(&document, &context, sources, report).ok().flatten()?.typst;
    let engine = EmbeddedEngine::new(templates.library(), &project.fonts);
    std::thread::scope(|scope| {
        let layout = std::thread::Builder::new().stack_size(STACK);
        layout.spawn_scoped(scope, || engine.pages(&text)).ok()?.join().ok()?
    })
}
