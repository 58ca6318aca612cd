//! Where a thing is named: in its directive, or in the whole project for what the catalog holds.

use std::rc::Rc;

use gen_lsp_types::Location;

use super::analysis::Analysis;
use super::folder::{Folder, Texts};
use super::occurrence::{Occurrence, Symbol};
use super::places::Places;
use crate::source::Sources;

/// Calls `visit` with each occurrence of `symbol`, and the texts it is in. `analysis` is the
/// directive the symbol belongs to; what the catalog holds belongs to none.
pub(super) fn each(
    symbol: &Symbol,
    analysis: Option<&Analysis>,
    folder: &Folder,
    texts: &Texts,
    visit: &mut dyn FnMut(&Occurrence, &Sources),
) {
    if symbol.is_shared() {
        each_shared(symbol, folder, texts, visit);
    } else if let Some(analysis) = analysis {
        each_in(symbol, analysis, visit);
    }
}

/// The same in one directive.
pub(super) fn each_in(
    symbol: &Symbol,
    analysis: &Analysis,
    visit: &mut dyn FnMut(&Occurrence, &Sources),
) {
    let found = analysis.occurrences().iter().filter(|it| it.symbol == *symbol);
    found.for_each(|it| visit(it, &analysis.sources));
}

fn each_shared(
    symbol: &Symbol,
    folder: &Folder,
    texts: &Texts,
    visit: &mut dyn FnMut(&Occurrence, &Sources),
) {
    let sources = folder.project.office.sources();
    let found = folder.index().occurrences.iter().filter(|it| it.symbol == *symbol);
    found.for_each(|it| visit(it, &sources));
    for analysis in naming(symbol.name(), folder, texts) {
        each_in(symbol, &analysis, visit);
    }
}

/// The directives whose text holds `name`.
pub(super) fn naming(name: &str, folder: &Folder, texts: &Texts) -> Vec<Rc<Analysis>> {
    let analyse = |directive: String| {
        let text = folder.text(&directive, texts).filter(|text| text.contains(name))?;
        folder.analyse(&directive, &text, texts).ok().map(Rc::new)
    };
    folder.directives().into_iter().filter_map(analyse).collect()
}

/// The places where `symbol` is named.
pub(super) fn references(
    symbol: &Symbol,
    analysis: Option<&Analysis>,
    texts: &Texts,
    places: &Places<'_>,
    with_definition: bool,
) -> Vec<Location> {
    let mut found = Vec::new();
    each(symbol, analysis, places.folder, texts, &mut |it, sources| {
        let is_shown = sources.get(it.span.source).sheet().is_none();
        if is_shown && (with_definition || !it.is_definition) {
            let location = places.location(it.span, sources);
            if !found.contains(&location) {
                found.push(location);
            }
        }
    });
    found
}
