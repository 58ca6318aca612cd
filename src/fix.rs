//! Safe edits applied to a text: what `vanthu check --fix` writes.
//!
//! An [`Edit`] says what to write where. This module chooses those that can be applied together,
//! applies them, and has the result examined again. Edits that make a text worse are not applied.

use std::collections::BTreeSet;

use crate::diagnostic::{Diagnostic, Edit, Message, Report, Severity};
use crate::digest::Digest;
use crate::span::SourceId;

/// A text after an examination.
pub(crate) struct Examination {
    /// What was found.
    pub report: Report,
    /// The source that holds the text. Edits in other sources are not applied.
    pub source: SourceId,
    /// How many stages the text passed; [`ALL_STAGES`] where the rules could look at it.
    pub stages: usize,
}

/// The stages of an examination: shape, values, figures.
pub(crate) const ALL_STAGES: usize = 3;

/// A text after its edits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Fixed {
    /// The text.
    pub text: String,
    /// The number of findings whose edits were applied.
    pub count: usize,
    /// The messages of those that a person has to know of.
    pub announced: Vec<Message>,
}

/// More rounds than any text needs: a syntax error hides the next one, and each round removes one.
const MOST_ROUNDS: usize = 200;

/// Findings that are tried alone when all of a round together do not hold.
const MOST_ALONE: usize = 40;

/// `text` after the safe edits of its findings, round after round until none is left.
///
/// `examine` is asked about each text on the way. A second call on the result changes nothing.
pub(crate) fn fixed<E>(
    text: &str,
    examine: &dyn Fn(&str) -> Result<Examination, E>,
) -> Result<Fixed, E> {
    let none = || Fixed { text: text.to_owned(), count: 0, announced: Vec::new() };
    let mut now = none();
    let mut seen = BTreeSet::from([Digest::of(text.as_bytes())]);
    let mut examined = examine(text)?;
    for _ in 0..MOST_ROUNDS {
        let Some((next, after)) = round(&now.text, &examined, examine)? else { return Ok(now) };
        if !seen.insert(Digest::of(next.text.as_bytes())) {
            // Two edits undo each other: neither holds.
            break;
        }
        now.text = next.text;
        now.count += next.count;
        now.announced.extend(next.announced);
        examined = after;
    }
    if round(&now.text, &examined, examine)?.is_some() {
        return Ok(none());
    }
    Ok(now)
}

/// The text after as many edits as hold together, and its examination.
fn round<E>(
    text: &str,
    before: &Examination,
    examine: &dyn Fn(&str) -> Result<Examination, E>,
) -> Result<Option<(Fixed, Examination)>, E> {
    let chosen = chosen(text, before);
    let alone = chosen.iter().map(std::slice::from_ref).take(MOST_ALONE);
    let alone = alone.filter(|_| chosen.len() > 1);
    for findings in std::iter::once(&chosen[..]).filter(|all| !all.is_empty()).chain(alone) {
        let edits: Vec<&Edit> = findings.iter().flat_map(|finding| &finding.edits).collect();
        let next = applied(text, &edits);
        if next == text {
            continue;
        }
        let after = examine(&next)?;
        if holds(findings, &edits, before, &after) {
            let is_announced = |it: &&&Diagnostic| it.edits.iter().any(|edit| edit.announced);
            let announced = findings.iter().filter(is_announced);
            let announced = announced.map(|finding| finding.message.clone()).collect();
            return Ok(Some((Fixed { text: next, count: findings.len(), announced }, after)));
        }
    }
    Ok(None)
}

/// The findings whose edits can be applied together, in the order of their places.
fn chosen<'a>(text: &str, examined: &'a Examination) -> Vec<&'a Diagnostic> {
    let mut chosen: Vec<&Diagnostic> = Vec::new();
    let mut taken: Vec<&Edit> = Vec::new();
    for finding in examined.report.sorted() {
        let is_here = |edit: &Edit| {
            edit.span.source == examined.source && text.get(edit.span.range()).is_some()
        };
        let is_free = |edit: &Edit| !taken.iter().any(|other| touch(edit, other));
        if finding.is_fixable() && finding.edits.iter().all(|it| is_here(it) && is_free(it)) {
            taken.extend(&finding.edits);
            chosen.push(finding);
        }
    }
    chosen
}

/// Whether two edits cannot both be applied: they overlap, or insert at one place.
fn touch(one: &Edit, other: &Edit) -> bool {
    let (one, other) = (one.span, other.span);
    one.start < other.end && other.start < one.end || one.start == other.start
}

/// Whether a text is no worse for the edits of `findings`: it passes as many stages, none of the
/// findings is still there, and where the rules looked before and after there is no new error.
fn holds(
    findings: &[&Diagnostic],
    edits: &[&Edit],
    before: &Examination,
    after: &Examination,
) -> bool {
    let kind = |finding: &Diagnostic| (finding.code.id, finding.message.clone());
    let start = |finding: &Diagnostic| finding.place.as_ref().map(|place| place.span.start);
    let is_left = |fixed: &&Diagnostic| {
        let moved = start(fixed).map(|start| moved(start, edits));
        let mut now = after.report.findings().iter();
        now.any(|finding| kind(finding) == kind(fixed) && start(finding) == moved)
    };
    if after.stages < before.stages || findings.iter().any(is_left) {
        return false;
    }
    let errors = |examined: &Examination| -> BTreeSet<(&'static str, String)> {
        let errors = examined.report.findings().iter();
        let errors = errors.filter(|finding| finding.severity == Severity::Error);
        errors.map(|finding| (finding.code.id, words(&finding.message))).collect()
    };
    before.stages < ALL_STAGES || errors(after).is_subset(&errors(before))
}

fn words(message: &Message) -> String {
    format!("{message:?}")
}

/// Where the byte `offset` stands after `edits`.
fn moved(offset: usize, edits: &[&Edit]) -> usize {
    let before = edits.iter().filter(|edit| edit.span.end <= offset && edit.span.start < offset);
    let (gone, come) = before.fold((0, 0), |(gone, come), edit| {
        (gone + edit.span.range().len(), come + edit.replacement.len())
    });
    offset + come - gone
}

/// `text` after `edits`, which do not touch each other. Line ends of the replacements become those
/// of the text.
#[must_use]
pub(crate) fn applied(text: &str, edits: &[&Edit]) -> String {
    let mut edits = edits.to_vec();
    edits.sort_by_key(|edit| edit.span);
    let is_crlf = text.split_once('\n').is_some_and(|(line, _)| line.ends_with('\r'));
    let mut after = String::with_capacity(text.len() + 80);
    let mut from = 0;
    for edit in edits {
        after.push_str(&text[from..edit.span.start]);
        if is_crlf {
            after.push_str(&edit.replacement.replace("\r\n", "\n").replace('\n', "\r\n"));
        } else {
            after.push_str(&edit.replacement);
        }
        from = edit.span.end;
    }
    after.push_str(&text[from..]);
    after
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::codes;
    use crate::source::Sources;
    use crate::span::Span;

    /// An examination that finds each `bad` and proposes `replacement`.
    fn examine(text: &str, replacement: &str) -> Examination {
        let mut sources = Sources::default();
        let source = sources.add("a.yaml", text);
        let mut report = Report::default();
        for (start, found) in text.match_indices("bad") {
            let span = Span::new(source, start..start + found.len());
            let finding = Diagnostic::new(&codes::BAD_VALUE, Message::new("bad-value")).at(span);
            report.emit(finding.edit(Edit::safe(span, replacement)));
        }
        Examination { report, source, stages: ALL_STAGES }
    }

    fn fixed_with(text: &str, replacement: &str) -> Fixed {
        let examine = |text: &str| Ok::<_, ()>(examine(text, replacement));
        fixed(text, &examine).expect("no examination fails")
    }

    /// A text to which nothing was done.
    fn unchanged(text: &str) -> Fixed {
        Fixed { text: text.to_owned(), count: 0, announced: Vec::new() }
    }

    #[test]
    fn all_edits_are_applied_and_a_second_run_changes_nothing() {
        let once = fixed_with("a: bad # bad\nb: bad\n", "good");
        assert_eq!(once, Fixed { count: 3, ..unchanged("a: good # good\nb: good\n") });
        assert_eq!(fixed_with(&once.text, "good"), Fixed { count: 0, ..once });
    }

    #[test]
    fn line_ends_stay_as_they_are() {
        let fixed = fixed_with("a: bad\r\nb: 1\r\n", "x\n  y");
        assert_eq!(fixed.text, "a: x\r\n  y\r\nb: 1\r\n");
    }

    #[test]
    fn an_edit_that_leaves_its_finding_is_not_applied() {
        let text = "a: bad\n";
        for replacement in ["bad", "bad bad", "bad "] {
            let fixed = fixed_with(text, replacement);
            assert_eq!(fixed, unchanged(text), "{replacement:?}");
        }
    }

    #[test]
    fn an_edit_that_makes_a_text_worse_is_not_applied() {
        let look = |text: &str| {
            let stages = if text.contains("worse") { 0 } else { ALL_STAGES };
            Ok::<_, ()>(Examination { stages, ..examine(text, "worse") })
        };
        assert_eq!(fixed("a: bad\n", &look), Ok(unchanged("a: bad\n")));
    }

    #[test]
    fn edits_that_touch_are_not_applied_together() {
        let span = |start, end| Span::new(Sources::default().add("a", ""), start..end);
        let edit = |start, end| Edit::safe(span(start, end), "");
        for (one, other, is_touching) in [
            (edit(0, 2), edit(2, 4), false),
            (edit(0, 2), edit(1, 4), true),
            (edit(2, 2), edit(2, 2), true),
            (edit(2, 2), edit(2, 3), true),
            (edit(1, 2), edit(2, 2), false),
            (edit(0, 5), edit(2, 2), true),
        ] {
            assert_eq!(touch(&one, &other), is_touching, "{one:?} {other:?}");
            assert_eq!(touch(&other, &one), is_touching, "{other:?} {one:?}");
        }
    }
}
