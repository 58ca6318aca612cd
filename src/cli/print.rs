//! Findings and failures as text: human, short, JSON.

use std::io::Write as _;

use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use anstream::{AutoStream, ColorChoice};
use serde::Serialize;

use super::args::{Color, Format};
use crate::build::wire::Said;
use crate::diagnostic::{Diagnostic, Message, Place, Severity};
use crate::error::Error;
use crate::messages::Catalog;
use crate::source::{SourceId, Sources};

/// The way to the terminal: data to stdout, what is said about it to stderr.
pub(super) struct Printer {
    catalog: Catalog,
    format: Format,
    color: ColorChoice,
}

/// Somebody closed stdout: there is nobody left to work for.
#[derive(Debug)]
pub(super) struct Closed;

impl Printer {
    pub(super) fn new(catalog: Catalog, format: Format, color: Color) -> Self {
        let color = match color {
            Color::Auto => ColorChoice::Auto,
            Color::Always => ColorChoice::Always,
            Color::Never => ColorChoice::Never,
        };
        Self { catalog, format, color }
    }

    /// A sentence of the catalog.
    pub(super) fn say(&self, message: &Message) -> String {
        self.catalog.say(message)
    }

    /// A line of data.
    pub(super) fn data(line: &str) -> Result<(), Closed> {
        writeln!(std::io::stdout().lock(), "{line}").map_err(|_| Closed)
    }

    /// A line about the data. That nobody reads it is no reason to stop.
    pub(super) fn note(&self, text: &str) {
        let mut stream = AutoStream::new(std::io::stderr().lock(), self.color);
        let _ = writeln!(stream, "{text}");
    }

    /// A failure of the program.
    pub(super) fn failure(&self, error: &Error) {
        self.failed(&self.say(&error.message()));
    }

    /// A failure of the program that was worded before.
    pub(super) fn failed(&self, said: &str) {
        // Not put into a sentence of the catalog, which would cut it short.
        self.note(&format!("vanthu: {}: {said}", self.say(&Message::new("failure"))));
    }

    /// One finding.
    pub(super) fn finding(&self, finding: &Diagnostic, sources: &Sources) -> Result<(), Closed> {
        match self.format {
            Format::Human => self.note(&format!("{}\n", self.human(finding, sources))),
            Format::Short => self.note(&self.short(finding, sources)),
            Format::Json => return Self::data(&self.json(finding, sources)),
        }
        Ok(())
    }

    /// One finding in every form, to be printed by another printer or at another time.
    pub(super) fn worded(&self, finding: &Diagnostic, sources: &Sources) -> Said {
        Said {
            severity: finding.severity.name().to_owned(),
            is_accepted: finding.accepted.is_some(),
            human: self.human(finding, sources),
            short: self.short(finding, sources),
            json: self.json(finding, sources),
        }
    }

    /// A finding that was worded before.
    pub(super) fn said(&self, said: &Said) -> Result<(), Closed> {
        match self.format {
            Format::Human => self.note(&format!("{}\n", said.human)),
            Format::Short => self.note(&said.short),
            Format::Json => return Self::data(&said.json),
        }
        Ok(())
    }

    fn short(&self, finding: &Diagnostic, sources: &Sources) -> String {
        let place = Located::new(finding.place.as_ref(), sources);
        let severity = finding.severity.name();
        format!(
            "{}:{}:{}: {severity}[{}]: {}",
            place.path,
            place.line,
            place.column,
            finding.code.id,
            self.say(&finding.message)
        )
    }

    fn json(&self, finding: &Diagnostic, sources: &Sources) -> String {
        let place = Located::new(finding.place.as_ref(), sources);
        let related = finding
            .related
            .iter()
            .map(|related| {
                let place = Located::new(Some(related), sources);
                JsonPlace {
                    file: place.path,
                    line: place.line,
                    column: place.column,
                    message: related.label.as_ref().map(|label| self.say(label)),
                }
            })
            .collect();
        let line = JsonFinding {
            schema: 1,
            code: finding.code.id,
            name: finding.code.name,
            severity: finding.severity.name(),
            message: self.say(&finding.message),
            file: place.path,
            line: place.line,
            column: place.column,
            end_line: place.end_line,
            end_column: place.end_column,
            related,
            help: self.catalog.help(finding),
            accepted: finding.accepted.is_some(),
        };
        serde_json::to_string(&line).expect("strings and numbers have a form in JSON")
    }

    fn human(&self, finding: &Diagnostic, sources: &Sources) -> String {
        let message = self.say(&finding.message);
        let severity = self.say(&Message::new(severity_id(finding.severity)));
        let level = match finding.severity {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
            Severity::Info => Level::NOTE,
        };
        let title = level.with_name(severity).primary_title(message).id(finding.code.id);
        let help = self.catalog.help(finding);
        let help_name = self.say(&Message::new("severity-help"));
        let accepted_name = self.say(&Message::new("severity-accepted"));
        // What is accepted is named, not argued.
        let is_accepted = finding.accepted.is_some();
        let places: Vec<(&Place, Option<String>)> = finding
            .place
            .iter()
            .chain(&finding.related)
            .map(|place| (place, place.label.as_ref().map(|label| self.say(label))))
            .collect();
        let group = Group::with_title(title);
        let group = match &finding.place {
            Some(place) if is_accepted => {
                let located = Located::new(Some(place), sources);
                let origin = Origin::path(located.path).line(located.line);
                group.element(origin.char_column(located.column))
            }
            Some(_) => group.elements(snippets(&places, sources)),
            None => group.element(Origin::path(sources.path_of_first())),
        };
        let mut groups = vec![group];
        if let Some(why) = &finding.accepted {
            let level = Level::NOTE.with_name(accepted_name);
            groups.push(Group::with_title(level.secondary_title(why.clone())));
        } else if let Some(help) = help {
            let level = Level::HELP.with_name(help_name);
            groups.push(Group::with_title(level.secondary_title(help)));
        }
        Renderer::styled().render(&groups)
    }
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
                .path(source.path.as_str())
                .annotations(annotations)
        })
        .collect()
}

fn severity_id(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "severity-error",
        Severity::Warning => "severity-warning",
        Severity::Info => "severity-info",
    }
}

/// A place in numbers for a person: from 1, columns in characters.
struct Located {
    path: String,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
}

impl Located {
    fn new(place: Option<&Place>, sources: &Sources) -> Self {
        let Some(place) = place else {
            let path = sources.path_of_first().to_owned();
            return Self { path, line: 1, column: 1, end_line: 1, end_column: 1 };
        };
        let source = sources.get(place.span.source);
        let start = source.line_column(place.span.start);
        let end = source.line_column(place.span.end);
        Self {
            path: source.path.clone(),
            line: start.line,
            column: start.column,
            end_line: end.line,
            end_column: end.column,
        }
    }
}

/// A finding as one JSON object; the order of the keys is part of the form.
#[derive(Serialize)]
struct JsonFinding {
    schema: u8,
    code: &'static str,
    name: &'static str,
    severity: &'static str,
    message: String,
    file: String,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    related: Vec<JsonPlace>,
    help: Option<String>,
    accepted: bool,
}

#[derive(Serialize)]
struct JsonPlace {
    file: String,
    line: usize,
    column: usize,
    message: Option<String>,
}
