//! Where the thing under the cursor is made.

use gen_lsp_types::Location;

use super::analysis::Analysis;
use super::occurrence::{Occurrence, Symbol};
use super::places::Places;

/// The places where what is named at byte `offset` is made: several, when several tables have a
/// row of this name.
pub(super) fn definition(analysis: &Analysis, offset: usize, places: &Places<'_>) -> Vec<Location> {
    let Some(named) = analysis.occurrence_at(offset) else { return Vec::new() };
    if named.symbol.is_shared() {
        return shared_definition(&named.symbol, places).into_iter().collect();
    }
    let is_it = |it: &&Occurrence| it.is_definition && it.symbol == named.symbol;
    let found = analysis.occurrences().iter().filter(is_it);
    let found = found.filter(|it| analysis.sources.get(it.span.source).sheet().is_none());
    found.map(|it| places.location(it.span, &analysis.sources)).collect()
}

/// Where an entry of the catalog is made.
pub(super) fn shared_definition(symbol: &Symbol, places: &Places<'_>) -> Option<Location> {
    let found = places.folder.index().definition(symbol)?;
    Some(places.location(found.span, &places.folder.project.office.sources()))
}
