//! The document number of each directive of a build, and which directive had it first. It is
//! determined before the work begins, as a worker sees one directive only.

use std::collections::BTreeMap;
use std::path::PathBuf;

use super::plan::{self, Plan, StaleReason};
use super::session::Session;
use super::state::State;
use crate::check::numbers::Numbers;
use crate::error::catch;

/// The number of a directive.
#[derive(Debug, Clone, Default)]
pub(crate) struct NumberClaim {
    /// As [`crate::check::numbers::keys`] words them.
    pub(crate) numbers: Vec<String>,
    /// The directive that has one of them already.
    pub(crate) by: Option<String>,
    /// Which of several are taken already.
    pub(crate) taken: Vec<String>,
}

/// Numbers by the name of their directive.
pub(crate) type NumberClaims = BTreeMap<String, NumberClaim>;

/// The plan, and the numbers of all `directives`: a document is out of date, too, when another
/// directive has taken its number or has given it up.
pub(crate) fn plan(
    session: &Session,
    directives: &BTreeMap<String, PathBuf>,
    state: &State,
    force: bool,
) -> (Plan, NumberClaims) {
    let mut plan = plan::plan(directives, state, &session.wanted(force));
    let claims = claims(session, directives, state, &|name| !plan.stale.contains_key(name));
    for (name, claims) in &claims {
        let is_other = state.records.get(name).is_some_and(|record| record.number_of != claims.by);
        if is_other && !plan.stale.contains_key(name) {
            plan.stale.insert(name.clone(), StaleReason::Number);
        }
    }
    (plan, claims)
}

/// The numbers of all `directives`; of those that are `known` as the state has them, of the
/// others as they are read. Directives beside them count, too.
pub(crate) fn claims(
    session: &Session,
    directives: &BTreeMap<String, PathBuf>,
    state: &State,
    known: &dyn Fn(&str) -> bool,
) -> NumberClaims {
    let remembered =
        |name: &str| state.records.get(name).map(|it| it.numbers.clone()).unwrap_or_default();
    let others = session.project.other_numbers(directives);
    let mut numbers: BTreeMap<&str, Vec<String>> =
        others.iter().map(|(name, number)| (name.as_str(), number.clone())).collect();
    for (name, path) in directives {
        let file = session.project.file(name, path);
        // If reading it fails unexpectedly, its worker will report that.
        let read = || catch(|| file.numbers()).unwrap_or_default();
        let own = if known(name) { remembered(name) } else { read() };
        if !own.is_empty() {
            numbers.insert(name, own);
        }
    }
    let mut seen = Numbers::none();
    let mut claims = NumberClaims::new();
    for (name, numbers) in numbers {
        let taken = if numbers.len() > 1 { seen.taken(&numbers) } else { Vec::new() };
        let by = seen.note(&numbers, name);
        claims.insert(name.to_owned(), NumberClaim { numbers, by, taken });
    }
    claims.retain(|name, _| directives.contains_key(name));
    for name in directives.keys() {
        claims.entry(name.clone()).or_default();
    }
    claims
}
