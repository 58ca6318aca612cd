//! Which number each directive of a build bears, and who bore it before: known before the work
//! begins, for a worker sees one directive only.

use std::collections::BTreeMap;
use std::path::PathBuf;

use super::run::Run;
use super::session::Session;
use crate::build::plan::{self, Plan, Why};
use crate::build::state::State;
use crate::check::numbers::Numbers;
use crate::error::catch;
use crate::project::file::File;

/// The number of a directive.
#[derive(Debug, Clone, Default)]
pub(super) struct Borne {
    /// As [`crate::check::numbers::key`] words it.
    pub(super) number: Option<String>,
    /// The directive that bears it already.
    pub(super) by: Option<String>,
}

/// Numbers by the name of their directive.
pub(super) type AllBorne = BTreeMap<String, Borne>;

/// What is to be done, and the numbers of all `directives`: a document is out of date, too, when
/// its number is taken now, or no longer.
pub(super) fn plan(
    session: &Session,
    run: &Run<'_>,
    directives: &BTreeMap<String, PathBuf>,
    state: &State,
    force: bool,
) -> (Plan, AllBorne) {
    let mut plan = plan::plan(directives, state, &session.wanted(force));
    let borne = borne(session, run, directives, state, &|name| !plan.stale.contains_key(name));
    for (name, borne) in &borne {
        let is_other = state.records.get(name).is_some_and(|record| record.number_of != borne.by);
        if is_other && !plan.stale.contains_key(name) {
            plan.stale.insert(name.clone(), Why::Number);
        }
    }
    (plan, borne)
}

/// The numbers of all `directives`; of those that are `known` as the state has them, of the
/// others as they are read. Directives beside them count, as far as the state knows them.
pub(super) fn borne(
    session: &Session,
    run: &Run<'_>,
    directives: &BTreeMap<String, PathBuf>,
    state: &State,
    known: &dyn Fn(&str) -> bool,
) -> AllBorne {
    let remembered = |name: &str| state.records.get(name).and_then(|it| it.number.clone());
    let mut numbers: BTreeMap<&str, String> = state
        .records
        .iter()
        .filter(|(name, _)| !directives.contains_key(*name))
        .filter_map(|(name, record)| Some((name.as_str(), record.number.clone()?)))
        .filter(|(name, _)| session.project.join(name).is_file())
        .collect();
    for (name, path) in directives {
        let file = File { name, path, project: &session.project };
        // What the program does not provide for, its worker will tell.
        let read = || catch(|| file.number(&run.office)).ok().flatten();
        let number = if known(name) { remembered(name) } else { read() };
        numbers.extend(number.map(|number| (name.as_str(), number)));
    }
    let mut seen = Numbers::none();
    let mut borne = AllBorne::new();
    for (name, number) in numbers {
        let by = seen.note(number.clone(), name);
        borne.insert(name.to_owned(), Borne { number: Some(number), by });
    }
    borne.retain(|name, _| directives.contains_key(name));
    for name in directives.keys() {
        borne.entry(name.clone()).or_default();
    }
    borne
}
