//! A finding with the lines it is about, for a person.

use annotate_snippets::{
    Annotation, AnnotationKind, Group, Level, Origin, Patch, Renderer, Snippet,
};

use super::Catalog;
use super::finding::{Located, message};
use crate::diagnostic::{Diagnostic, Edit, Message, Place, Severity};
use crate::source::Sources;
use crate::span::SourceId;
use crate::visible::{is_unsafe, visible};

/// `finding` in the words of `catalog`, in colours.
pub(crate) fn human(finding: &Diagnostic, sources: &Sources, catalog: &Catalog) -> String {
    let message = message(finding, sources, catalog);
    let severity = catalog.severity(finding.severity);
    let level = match finding.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Info => Level::NOTE,
    };
    let title = level.with_name(severity).primary_title(message).id(finding.code.id);
    let help = catalog.help(finding);
    let help_name = catalog.say(&Message::new("severity-help"));
    let accepted_name = catalog.say(&Message::new("severity-accepted"));
    // What is accepted is named, not argued.
    let is_accepted = finding.accepted.is_some();
    let places: Vec<(&Place, Option<String>)> = finding
        .place
        .iter()
        .chain(&finding.related)
        .map(|place| (place, place.label.as_ref().map(|label| catalog.say(label))))
        .collect();
    let group = Group::with_title(title);
    let group = match &finding.place {
        Some(place) if is_accepted => {
            let located = Located::new(Some(place), sources);
            let origin = Origin::path(visible(&located.path).into_owned()).line(located.line);
            group.element(origin.char_column(located.column))
        }
        Some(_) => group.elements(snippets(&places, sources)),
        None => group.element(Origin::path(visible(sources.path_of_first()))),
    };
    let mut groups = vec![group];
    if let Some(why) = &finding.accepted {
        let level = Level::NOTE.with_name(accepted_name);
        groups.push(Group::with_title(level.secondary_title(why.clone())));
    } else if let Some(help) = help {
        let title = Level::HELP.with_name(help_name).secondary_title(help);
        groups.push(match corrected(finding, sources) {
            Some(snippet) => Group::with_title(title).element(snippet),
            None => Group::with_title(title),
        });
    }
    shown(&Renderer::styled().render(&groups))
}

/// The lines as its edits leave them; nothing where they are too many to be read at a glance.
fn corrected<'a>(finding: &'a Diagnostic, sources: &'a Sources) -> Option<Snippet<'a, Patch<'a>>> {
    let source = sources.get(finding.edits.first()?.span.source);
    let is_short = |edit: &Edit| {
        let lines = |text: &str| text.trim_end().lines().count();
        let gone = source.text.get(edit.span.range()).unwrap_or_default();
        edit.span.source == finding.edits[0].span.source
            && lines(gone).max(lines(&edit.replacement)) <= MOST_LINES
    };
    if finding.edits.len() > MOST_LINES || !finding.edits.iter().all(is_short) {
        return None;
    }
    let patches = finding
        .edits
        .iter()
        .map(|edit| Patch::new(source.whole(edit.span.range()), edit.replacement.as_str()));
    let snippet = Snippet::source(source.text.as_str()).line_start(source.first_line());
    Some(snippet.path(visible(&source.path)).patches(patches))
}

/// More corrected lines are for `--diff`.
const MOST_LINES: usize = 4;

/// The lines of the author without what would change the others; colours stay.
fn shown(text: &str) -> String {
    let is_to_go = |ch: char| is_unsafe(ch) && ch != '\n' && ch != '\u{1b}';
    if !text.contains(is_to_go) {
        return text.to_owned();
    }
    let escaped = |ch: char| if is_to_go(ch) { ch.escape_default().to_string() } else { ch.into() };
    text.chars().map(escaped).collect()
}

/// The lines around the places, each source once; the first place is the one to look at.
fn snippets<'a>(
    places: &'a [(&Place, Option<String>)],
    sources: &'a Sources,
) -> Vec<Snippet<'a, Annotation<'a>>> {
    let mut by_source: Vec<(SourceId, Vec<Annotation<'a>>)> = Vec::new();
    for (index, (place, label)) in places.iter().enumerate() {
        let kind = if index == 0 { AnnotationKind::Primary } else { AnnotationKind::Context };
        let range = sources.get(place.span.source).whole(place.span.range());
        let annotation = kind.span(range).label(label.as_deref());
        match by_source.iter_mut().find(|(source, _)| *source == place.span.source) {
            Some((_, annotations)) => annotations.push(annotation),
            None => by_source.push((place.span.source, vec![annotation])),
        }
    }
    by_source
        .into_iter()
        .map(|(source, annotations)| {
            let source = sources.get(source);
            Snippet::source(source.text.as_str())
                .line_start(source.first_line())
                .path(visible(&source.path))
                .annotations(annotations)
        })
        .collect()
}
