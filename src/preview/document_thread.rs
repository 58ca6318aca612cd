//! The thread that reads, examines and sets documents: the only one that does.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender};

use serde::Serialize;
use serde_json::json;

use super::assets;
use super::opened::{OpenError, Opened, Options, Shown, without_pages};
use super::response::Response;
use super::view::{View, finding_view};
use crate::diagnostic::{Message, Report};
use crate::digest::Digest;
use crate::error::{Error, catch};
use crate::explain::branch::Branch;
use crate::explain::tree::TreeFormatter;
use crate::explain::{self, Shaper};
use crate::messages::{Catalog, Language};
use crate::model::cell_id::CellId;
use crate::pipeline::Examined;
use crate::printed;
use crate::project::files;

/// So many rows of a sum are told.
const MOST_ROWS: usize = 200;

/// What a connection wants.
pub(super) enum Query {
    /// The page itself.
    Shell,
    /// The list of documents.
    List,
    /// A document, by its id.
    Document(String),
    /// The picture of a page, by its digest.
    Page(String),
    /// How a figure came about: a document, and table, line and column.
    Figure(String, [String; 3]),
    /// Nothing: something was saved. Whether all documents may read it.
    Saved(bool),
}

/// A query, and where the answer goes: nothing for what is not there.
pub(super) struct PendingQuery {
    pub(super) query: Query,
    pub(super) answer: Sender<Option<Response>>,
}

/// Reads, examines and sets documents.
pub(super) struct DocumentThread {
    options: Options,
    opened: Option<Opened>,
    shown: BTreeMap<String, Shown>,
}

/// A document in the list.
#[derive(Serialize)]
struct Listed {
    id: String,
    name: String,
}

impl DocumentThread {
    pub(super) fn new(options: Options) -> Self {
        Self { options, opened: None, shown: BTreeMap::new() }
    }

    /// Fulfils queries until nobody has one any more.
    pub(super) fn work(mut self, queries: &Receiver<PendingQuery>) {
        while let Ok(PendingQuery { query, answer }) = queries.recv() {
            let given = catch(|| self.give(&query)).unwrap_or_else(|error| Some(failed(&error)));
            let _ = answer.send(given);
        }
    }

    fn give(&mut self, query: &Query) -> Option<Response> {
        let given = match query {
            Query::Shell => return Some(self.shell()),
            Query::Saved(is_shared) => {
                if *is_shared {
                    self.opened = None;
                }
                return None;
            }
            Query::List => {
                let list = self.list();
                let listed: Vec<Listed> =
                    list.into_iter().map(|(name, _)| Listed { id: id_of(&name), name }).collect();
                return Some(Response::json(&listed));
            }
            Query::Page(digest) => {
                let svg = self.shown.values().find_map(|shown| {
                    shown.pages.get(digest).or_else(|| shown.former.get(digest))
                })?;
                return Some(Response::of("image/svg+xml", svg.as_bytes()));
            }
            Query::Document(id) => {
                let (name, path) = self.find(id)?;
                self.view(&name, &path).map(|view| Response::json(&view))
            }
            Query::Figure(id, place) => {
                let (name, path) = self.find(id)?;
                self.figure(&name, &path, place).map(|told| Response::json(&told))
            }
        };
        Some(given.unwrap_or_else(|error| failed(&error)))
    }

    /// All documents of the project.
    fn list(&self) -> Vec<(String, PathBuf)> {
        let folder = &self.options.folder;
        files::below(folder, &folder.join("data"), &files::not_directives(folder)).0
    }

    /// The document with this id: no other file can be asked for.
    fn find(&self, id: &str) -> Option<(String, PathBuf)> {
        self.list().into_iter().find(|(name, _)| id_of(name) == id)
    }

    fn language(&mut self) -> Language {
        let own = self.options.language;
        let of_project = |this: &mut Self| this.open().ok()?.project.settings.language;
        own.or_else(|| of_project(self)).unwrap_or(Language::Vi)
    }

    fn catalog(&mut self) -> Catalog {
        Catalog::new(self.language())
    }

    fn shell(&mut self) -> Response {
        let catalog = self.catalog();
        let mut page = assets::SHELL.replace("{language}", catalog.language().name());
        let first = self.options.first.as_deref().map(id_of).unwrap_or_default();
        page = page.replace("{first}", &first);
        for id in assets::WORDS {
            let words = with_capital(&catalog.say(&Message::new(id)));
            page = page.replace(&format!("{{{{{id}}}}}"), &words);
        }
        Response::of("text/html; charset=utf-8", page)
    }

    /// The project; what is wrong with its settings is told as findings.
    fn open(&mut self) -> Result<&Opened, OpenError> {
        if self.opened.is_none() {
            self.opened = Some(Opened::new(&self.options)?);
        }
        match &self.opened {
            Some(opened) => Ok(opened),
            None => Err(OpenError::Failure(Error::Internal(String::new()))),
        }
    }

    fn view(&mut self, name: &str, path: &Path) -> Result<View, Error> {
        let catalog = self.catalog();
        let mut shown = self.shown.remove(name).unwrap_or_default();
        let opened = match self.open() {
            Ok(opened) => opened,
            Err(OpenError::Failure(error)) => return Err(error),
            Err(OpenError::Findings(sources, findings)) => {
                let findings = findings.iter().map(|it| finding_view(it, &sources, &catalog));
                return Ok(without_pages(name, path, findings.collect(), Vec::new()));
            }
        };
        let view = opened.view(name, path, &catalog, &mut shown)?;
        self.shown.insert(name.to_owned(), shown);
        Ok(view)
    }

    /// The tree of a figure, as lines with their depths.
    fn figure(
        &mut self,
        name: &str,
        path: &Path,
        place: &[String; 3],
    ) -> Result<serde_json::Value, Error> {
        let catalog = self.catalog();
        let Ok(Opened { project, .. }) = self.open() else { return Ok(json!([])) };
        let mut sources = project.office.sources();
        let computed = project.file(name, path).computed(&mut sources, &mut Report::default())?;
        let Some(examined) = computed else { return Ok(json!([])) };
        let Some(cell) = cell_of(place, &examined) else { return Ok(json!([])) };
        let Examined { directive, tables } = &examined;
        let document = printed::print(directive, tables, project.settings.draft_mark);
        let told = explain::explain(&examined, &document, cell);
        let formatter = TreeFormatter {
            shaper: Shaper { examined: &examined, sources: &sources },
            catalog: &catalog,
            pages: None,
            most: MOST_ROWS,
            more: "lsp-more-rows",
        };
        let mut lines = Vec::new();
        listed(&formatter.whole(&told, 0), 0, &mut lines);
        Ok(json!(lines))
    }
}

/// Words of the page begin with a capital.
fn with_capital(words: &str) -> String {
    let mut signs = words.chars();
    signs.next().map(|first| first.to_uppercase().chain(signs).collect()).unwrap_or_default()
}

/// By which the page asks for a document.
fn id_of(name: &str) -> String {
    format!("{:016x}", Digest::of(name.as_bytes()).number())
}

fn cell_of(place: &[String; 3], examined: &Examined) -> Option<CellId> {
    let [target, line, column] = place;
    let cell = CellId {
        target: target.parse().ok()?,
        line: if line == "total" { None } else { Some(line.parse().ok()?) },
        column: column.parse().ok()?,
    };
    let target = examined.directive.targets.get(cell.target)?;
    let is_there = cell.line.is_none_or(|line| line < target.lines.len())
        && cell.column < target.columns.len();
    is_there.then_some(cell)
}

fn listed(branch: &Branch, depth: usize, lines: &mut Vec<(usize, String)>) {
    lines.push((depth, branch.line.clone()));
    branch.under.iter().for_each(|under| listed(under, depth + 1, lines));
}

fn failed(error: &Error) -> Response {
    let text = Catalog::new(Language::Vi).say(&error.message(Path::new("")));
    Response::json(&json!({"failure": text}))
}
