//! One directive in two states.

use std::borrow::Cow;
use std::sync::Arc;

use crate::compute::{Cell, ComputedTable, Origin, Table, Tables, Value};
use crate::model::Directive;
use crate::model::directive::Accept;
use crate::model::reference::Appendix;
use crate::model::target::{Input, Target};

use super::change::{Accept as AcceptChange, AcceptEvent, Change, Event};
use super::table;
use super::table_state::State as TableState;
use super::{Document, Finding, Found, Reason, Size, Snapshot, State, TableName};
use super::{body, fields, letters, lists};

/// What the change from `before` to `after` means; one of them may not be there.
pub(super) fn compare(
    before: Option<&Snapshot>,
    after: Option<&Snapshot>,
    reason: Reason,
) -> Document {
    let mut found = Found::default();
    let models = before.and_then(model).zip(after.and_then(model));
    if let Some((old, new)) = &models {
        both(old, new, &mut found);
    } else if let (None, Some(new)) | (Some(new), None) =
        (before.and_then(model), after.and_then(model))
    {
        let event = if after.is_some() { Event::Added } else { Event::Removed };
        let is_alone = before.is_none() || after.is_none();
        let states = new.states().into_iter().filter(|_| is_alone);
        found.authored.extend(states.map(|state| state.whole(event.clone())));
    }
    let has_other_copies = models.as_ref().is_some_and(|(old, new)| {
        let is_computed = old.is_computed && new.is_computed;
        is_computed && letters::compare(old, new, &mut found)
    });
    let on_paper = on_paper((before, after), has_other_copies, &reason);
    let is_unexplained = models.is_some()
        && on_paper == Some(true)
        && !found.authored.iter().chain(&found.follows).any(Change::is_on_paper);
    if is_unexplained || (models.is_some() && reason.is_house_other) {
        found.follows.push(Change::Look);
    }
    sorted(&mut found, &reason);
    let shown = after.or(before);
    let (new_findings, gone_findings) = findings(before, after);
    let printable =
        |snapshot: Option<&Snapshot>| snapshot.is_none_or(|snapshot| snapshot.printed.is_some());
    let readable =
        |snapshot: Option<&Snapshot>| snapshot.is_none_or(|snapshot| snapshot.directive.is_some());
    Document {
        path: shown.map(|snapshot| snapshot.path.clone()).unwrap_or_default(),
        title: shown
            .and_then(|snapshot| snapshot.directive.as_ref())
            .map(title)
            .unwrap_or_default(),
        state: state(before, after),
        reason,
        on_paper,
        authored: found.authored,
        follows: found.follows,
        tables: names(before, after),
        pages: (None, None),
        new_findings,
        gone_findings,
        is_readable: (readable(before), readable(after)),
        is_printable: (printable(before), printable(after)),
    }
}

/// Whether paper is another one; nothing where that is not known.
fn on_paper(
    (before, after): (Option<&Snapshot>, Option<&Snapshot>),
    has_other_copies: bool,
    reason: &Reason,
) -> Option<bool> {
    let printed =
        [before, after].map(|snapshot| snapshot.and_then(|snapshot| snapshot.printed.as_ref()));
    match printed.into() {
        (Some(_), Some(_)) if has_other_copies => Some(true),
        (Some(old), Some(new)) if old != new => Some(true),
        (Some(_), Some(_)) if reason.is_house_other && !reason.is_set_otherwise => Some(true),
        (Some(_), Some(_)) => (!reason.is_set_otherwise).then_some(false),
        _ if before.is_none() || after.is_none() => Some(true),
        _ => None,
    }
}

fn state(before: Option<&Snapshot>, after: Option<&Snapshot>) -> State {
    match (before, after) {
        (None, Some(new)) => State::Added(size(new)),
        (Some(old), None) => State::Removed(size(old)),
        (Some(old), Some(new)) if old.path != new.path => State::Renamed { from: old.path.clone() },
        _ => State::Kept,
    }
}

/// How much there is of what was looked at.
pub(super) fn size(snapshot: &Snapshot) -> Size {
    let Some(model) = model(snapshot) else { return Size::default() };
    let paragraphs = body::parts(model.directive, &model.tables).iter().map(Vec::len).sum();
    Size { paragraphs, tables: model.directive.targets.len() }
}

/// A model, and its cells as far as they are known.
pub(super) struct Model<'a> {
    pub(super) directive: &'a Directive,
    pub(super) tables: Cow<'a, Tables>,
    is_computed: bool,
}

pub(super) fn model(snapshot: &Snapshot) -> Option<Model<'_>> {
    let directive = snapshot.directive.as_ref()?;
    Some(match &snapshot.tables {
        Some(tables) => Model { directive, tables: Cow::Borrowed(tables), is_computed: true },
        None => Model::of_inputs(directive),
    })
}

impl<'a> Model<'a> {
    /// Only what the author wrote: nothing is computed.
    fn of_inputs(directive: &'a Directive) -> Self {
        let tables = directive.targets.iter().map(of_inputs).collect();
        let tables = Tables::new(Arc::clone(&directive.targets), tables);
        Self { directive, tables: Cow::Owned(tables), is_computed: false }
    }

    fn states(&self) -> Vec<TableState<'_>> {
        let appendices = self.directive.appendices();
        let tables = self.tables.iter().enumerate();
        tables
            .map(|(index, ComputedTable { target, table })| TableState {
                target,
                table,
                is_appendix: appendices.contains(&Appendix::Table(index)),
            })
            .collect()
    }
}

fn of_inputs(target: &Target) -> Table {
    let blank = Cell { value: Value::Blank, origin: Origin::Nothing };
    let cells = |inputs: &Vec<Input>| {
        let mut cells = vec![blank.clone(); target.columns.len()];
        for (cell, input) in cells.iter_mut().zip(inputs) {
            *cell = Cell { value: Value::from(input), origin: Origin::Input };
        }
        cells
    };
    Table {
        lines: target.lines.iter().map(|line| cells(&line.inputs)).collect(),
        total: vec![blank.clone(); target.columns.len()],
        workings: Vec::new(),
    }
}

fn both(old: &Model<'_>, new: &Model<'_>, found: &mut Found) {
    if old.is_computed != new.is_computed {
        // What only one of them has cannot be compared.
        let (old, new) = (Model::of_inputs(old.directive), Model::of_inputs(new.directive));
        return both(&old, &new, found);
    }
    found.authored.extend(fields::compare(old.directive, new.directive));
    lists::compare(old.directive, new.directive, found);
    tables(old, new, found);
    let parts = |model: &Model<'_>| body::parts(model.directive, &model.tables);
    body::compare(&parts(old), &parts(new), found);
    accepts(&old.directive.accepts, &new.directive.accepts, found);
}

/// Tables by their names; a name that is new is that of the table of the same title, or of the
/// only one whose columns are the same.
fn tables(old: &Model<'_>, new: &Model<'_>, found: &mut Found) {
    let (was, is) = (old.states(), new.states());
    let id = |state: &TableState<'_>| state.target.id.value.clone();
    let mut partners: Vec<Option<usize>> =
        is.iter().map(|now| was.iter().position(|then| id(then) == id(now))).collect();
    for index in 0..is.len() {
        if partners[index].is_some() {
            continue;
        }
        let mut free = (0..was.len()).filter(|at| !partners.contains(&Some(*at)));
        let partner = free.find(|at| is_same_table(was[*at].target, is[index].target));
        partners[index] = partner;
    }
    for (now, partner) in is.iter().zip(&partners) {
        match partner {
            Some(then) => table::compare(was[*then], *now, found),
            None => found.authored.push(now.whole(Event::Added)),
        }
    }
    let gone = (0..was.len()).filter(|at| !partners.contains(&Some(*at)));
    found.authored.extend(gone.map(|at| was[at].whole(Event::Removed)));
}

fn is_same_table(old: &Target, new: &Target) -> bool {
    let title = |target: &Target| target.title.as_ref().map(|title| title.value.clone());
    let columns = |target: &Target| -> Vec<String> {
        target.columns.iter().map(|column| column.id.value.clone()).collect()
    };
    let rows = |target: &Target| -> Vec<String> {
        target.lines.iter().map(|line| line.name.value.clone()).collect()
    };
    (title(old).is_some() && title(old) == title(new))
        || (columns(old) == columns(new) && rows(old) == rows(new))
}

fn accepts(old: &[Accept], new: &[Accept], found: &mut Found) {
    let key = |accept: &Accept| {
        (accept.rule.value.clone(), accept.at.as_ref().map(|at| at.value.clone()))
    };
    let said = |accept: &Accept| {
        (accept.found.as_ref().map(|found| found.value.clone()), accept.why.value.clone())
    };
    let mut tell = |accept: &Accept, event| {
        let (rule, at) = key(accept);
        let why = accept.why.value.clone();
        found.authored.push(Change::Accept(AcceptChange { rule, at, event, why }));
    };
    for now in new {
        match old.iter().find(|then| key(then) == key(now)) {
            None => tell(now, AcceptEvent::Added),
            Some(then) if said(then) != said(now) => tell(now, AcceptEvent::Changed),
            Some(_) => {}
        }
    }
    for then in old.iter().filter(|then| !new.iter().any(|now| key(now) == key(then))) {
        tell(then, AcceptEvent::Removed);
    }
}

/// The heaviest first; and where the file itself has not changed, nothing is its author's doing.
fn sorted(found: &mut Found, reason: &Reason) {
    if !reason.own {
        let is_of_data = |change: &Change| {
            !reason.data.is_empty()
                && matches!(change, Change::Figure(_) | Change::Cell(_) | Change::Row(_))
        };
        let (authored, follows) =
            std::mem::take(&mut found.authored).into_iter().partition(is_of_data);
        found.authored = authored;
        let follows: Vec<Change> = follows;
        found.follows.splice(0..0, follows);
    }
    found.authored.sort_by_key(Change::weight);
    found.follows.sort_by_key(Change::weight);
}

/// Tên loại, number and trích yếu.
pub(super) fn title(directive: &Directive) -> String {
    let number = directive.number.zip(directive.symbol.as_ref());
    let number = number.map(|(number, symbol)| {
        format!(" {number}{}{}", directive.rules.before_symbol(), symbol.value)
    });
    let number = number.unwrap_or_default();
    format!("{}{number}: {}", directive.kind.name, directive.subject.value)
}

fn names(before: Option<&Snapshot>, after: Option<&Snapshot>) -> Vec<TableName> {
    let mut names: Vec<TableName> = Vec::new();
    let models =
        [after, before].into_iter().flatten().filter_map(|snapshot| snapshot.directive.as_ref());
    for target in models.flat_map(|directive| directive.targets.iter()) {
        let id = target.id.value.clone();
        if !names.iter().any(|known| known.id == id) {
            let title = target.title.as_ref().map_or_else(|| id.clone(), |it| it.value.clone());
            names.push(TableName { id, title });
        }
    }
    names
}

/// Findings that are new, and those that are gone: by what they say, not by where they stand.
fn findings(before: Option<&Snapshot>, after: Option<&Snapshot>) -> (Vec<Finding>, Vec<Finding>) {
    let of = |snapshot: Option<&Snapshot>| {
        snapshot.map(|snapshot| snapshot.findings.clone()).unwrap_or_default()
    };
    let mut gone = of(before);
    let mut new = of(after);
    let is_same = |one: &Finding, other: &Finding| {
        (one.code, &one.message, one.is_accepted, one.severity)
            == (other.code, &other.message, other.is_accepted, other.severity)
    };
    new.retain(|now| match gone.iter().position(|then| is_same(then, now)) {
        Some(same) => {
            gone.remove(same);
            false
        }
        None => true,
    });
    (new, gone)
}
