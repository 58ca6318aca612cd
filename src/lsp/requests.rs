//! Which function answers which request.

use std::rc::Rc;

use gen_lsp_types::{
    CodeActionKind, CodeActionParams, CodeActionResponse, CompletionParams, Definition,
    DefinitionParams, DocumentSymbolParams, FoldingRangeParams, Hover, HoverParams,
    InlayHintParams, PrepareRenameParams, ReferenceParams, RenameParams,
    TextDocumentPositionParams,
};
use lsp_server::{Request, RequestId, Response};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::analysis::Analysis;
use super::code_action::{fix_all, quick_fixes};
use super::completion::Completer;
use super::definition::{definition, shared_definition};
use super::folder::{Folder, Role};
use super::folding::folding;
use super::hover::{hover, hover_entry, markdown_contents};
use super::inlay_hints::inlay_hints;
use super::occurrence::Occurrence;
use super::outline::outline;
use super::places::Places;
use super::position::Lines;
use super::references::references;
use super::rename::{prepare, rename};
use super::server::Server;
use crate::diagnostic::Message;
use crate::printed;

/// Why there is no answer.
enum Refusal {
    /// The parameters cannot be read.
    Parameters(String),
    /// What was asked for cannot be done.
    Told(String),
}

type Answer = Result<Value, Refusal>;

/// The answer to `request`.
pub(super) fn answer(server: &mut Server<'_>, request: Request) -> Response {
    const METHOD_NOT_FOUND: i32 = -32_601;
    const INVALID_PARAMS: i32 = -32_602;
    const REQUEST_FAILED: i32 = -32_803;
    let Request { id, method, params } = request;
    let handler: fn(&mut Server<'_>, Value) -> Answer = match method.as_str() {
        "textDocument/hover" => |server, params| with(params, |it| Ok(on_hover(server, &it))),
        "textDocument/completion" => {
            |server, params| with(params, |it| Ok(on_completion(server, &it)))
        }
        "textDocument/definition" => {
            |server, params| with(params, |it| Ok(on_definition(server, &it)))
        }
        "textDocument/references" => {
            |server, params| with(params, |it| Ok(on_references(server, &it)))
        }
        "textDocument/prepareRename" => {
            |server, params| with(params, |it| Ok(on_prepare(server, &it)))
        }
        "textDocument/rename" => |server, params| with(params, |it| on_rename(server, &it)),
        "textDocument/documentSymbol" => {
            |server, params| with(params, |it| Ok(on_outline(server, &it)))
        }
        "textDocument/foldingRange" => {
            |server, params| with(params, |it| Ok(on_folding(server, &it)))
        }
        "textDocument/inlayHint" => |server, params| with(params, |it| Ok(on_hints(server, &it))),
        "textDocument/codeAction" => {
            |server, params| with(params, |it| Ok(on_actions(server, &it)))
        }
        _ => return refused(id, METHOD_NOT_FOUND, method),
    };
    match handler(server, params) {
        Ok(value) => Response::new_ok(id, value),
        Err(Refusal::Parameters(why)) => refused(id, INVALID_PARAMS, why),
        Err(Refusal::Told(why)) => refused(id, REQUEST_FAILED, why),
    }
}

fn refused(id: RequestId, code: i32, why: String) -> Response {
    Response::new_err(id, code, why)
}

/// Reads the parameters, and answers with what `answer` gives.
fn with<P: DeserializeOwned, R: Serialize>(
    params: Value,
    answer: impl FnOnce(P) -> Result<R, Refusal>,
) -> Answer {
    let wrong = |error: serde_json::Error| Refusal::Parameters(error.to_string());
    let params = serde_json::from_value(params).map_err(wrong)?;
    serde_json::to_value(answer(params)?).map_err(wrong)
}

/// Where a request asks: a document, what is known of it, and a byte of its text.
struct RequestedPlace {
    uri: String,
    folder: Rc<Folder>,
    /// Of a directive.
    analysis: Option<Rc<Analysis>>,
    offset: usize,
}

impl Server<'_> {
    fn place(&mut self, at: &TextDocumentPositionParams) -> Option<RequestedPlace> {
        let uri = at.text_document.uri.to_string();
        let analysis = self.analysis(&uri);
        let document = self.document(&uri)?;
        let offset = Lines::new(&document.text).offset(at.position);
        let root = document.root.clone();
        let folder = self.folder(&root)?;
        Some(RequestedPlace { uri, folder, analysis, offset })
    }

    /// What is named there, in a file of the catalog.
    fn entry_at(&self, place: &RequestedPlace) -> Option<Occurrence> {
        let document = self.document(&place.uri).filter(|it| it.role == Role::Catalog)?;
        let sources = place.folder.project.office.sources();
        let is_it = |it: &&Occurrence| {
            let is_at = (it.span.start..=it.span.end).contains(&place.offset);
            is_at && sources.get(it.span.source).path == document.name
        };
        place.folder.index().occurrences.iter().find(is_it).cloned()
    }
}

fn on_hover(server: &mut Server<'_>, params: &HoverParams) -> Option<Hover> {
    let place = server.place(&params.text_document_position_params)?;
    let catalog = server.catalog(&place.folder);
    match &place.analysis {
        Some(analysis) => hover(analysis, place.offset, &place.folder, catalog),
        None => server.entry_at(&place).and_then(|named| {
            let text = hover_entry(&named, &place.folder, catalog)?;
            Some(Hover { contents: markdown_contents(text), range: None })
        }),
    }
}

fn on_completion(
    server: &mut Server<'_>,
    params: &CompletionParams,
) -> Option<gen_lsp_types::CompletionList> {
    let place = server.place(&params.text_document_position_params)?;
    let document = server.document(&place.uri)?;
    let texts = server.texts(&document.root);
    let completer = Completer {
        text: &document.text,
        name: &document.name,
        analysis: document.readable.as_deref(),
        folder: &place.folder,
        texts: &texts,
        with_schema: server.with_schema,
    };
    Some(completer.complete(place.offset))
}

fn on_definition(server: &mut Server<'_>, params: &DefinitionParams) -> Option<Definition> {
    let place = server.place(&params.text_document_position_params)?;
    let open = server.open(&place.folder.project.folder);
    let places = Places { folder: &place.folder, open: &open };
    let found = if let Some(analysis) = &place.analysis {
        definition(analysis, place.offset, &places)
    } else {
        let named = server.entry_at(&place);
        named.and_then(|it| shared_definition(&it.symbol, &places)).into_iter().collect()
    };
    (!found.is_empty()).then_some(Definition::LocationList(found))
}

/// What is named at the place of a request.
fn named(server: &Server<'_>, place: &RequestedPlace) -> Option<Occurrence> {
    match &place.analysis {
        Some(analysis) => analysis.occurrence_at(place.offset).cloned(),
        None => server.entry_at(place),
    }
}

fn on_references(
    server: &mut Server<'_>,
    params: &ReferenceParams,
) -> Option<Vec<gen_lsp_types::Location>> {
    let place = server.place(&params.text_document_position_params)?;
    let named = named(server, &place)?;
    let root = &place.folder.project.folder;
    let (open, texts) = (server.open(root), server.texts(root));
    let places = Places { folder: &place.folder, open: &open };
    let with_definition = params.context.include_declaration;
    let analysis = place.analysis.as_deref();
    Some(references(&named.symbol, analysis, &texts, &places, with_definition))
}

fn on_prepare(
    server: &mut Server<'_>,
    params: &PrepareRenameParams,
) -> Option<gen_lsp_types::PrepareRenameResult> {
    let place = server.place(&params.text_document_position_params)?;
    let named = named(server, &place)?;
    let document = server.document(&place.uri);
    document.map(|document| prepare(&named, &document.text))
}

fn on_rename(
    server: &mut Server<'_>,
    params: &RenameParams,
) -> Result<Option<gen_lsp_types::WorkspaceEdit>, Refusal> {
    let Some(place) = server.place(&params.text_document_position_params) else { return Ok(None) };
    let Some(named) = named(server, &place) else { return Ok(None) };
    let root = &place.folder.project.folder;
    let (open, texts) = (server.open(root), server.texts(root));
    let places = Places { folder: &place.folder, open: &open };
    let analysis = place.analysis.as_deref();
    let edit = rename(&named.symbol, analysis, &params.new_name, &texts, &places);
    let say = |message: Message| Refusal::Told(server.catalog(&place.folder).say(&message));
    edit.map(Some).map_err(say)
}

fn on_outline(
    server: &mut Server<'_>,
    params: &DocumentSymbolParams,
) -> Vec<gen_lsp_types::DocumentSymbol> {
    let uri = params.text_document.uri.to_string();
    let analysis = server.analysis(&uri);
    let Some(document) = server.document(&uri) else { return Vec::new() };
    let loaded = analysis.as_ref().and_then(|it| it.loaded.as_ref());
    outline(&document.text, loaded)
}

fn on_folding(
    server: &mut Server<'_>,
    params: &FoldingRangeParams,
) -> Vec<gen_lsp_types::FoldingRange> {
    let document = server.document(params.text_document.uri.as_ref());
    document.map(|document| folding(&document.text)).unwrap_or_default()
}

fn on_hints(server: &mut Server<'_>, params: &InlayHintParams) -> Vec<gen_lsp_types::InlayHint> {
    let uri = params.text_document.uri.to_string();
    let Some(analysis) = server.analysis(&uri) else { return Vec::new() };
    let Some(examined) = &analysis.examined else { return Vec::new() };
    let draft_mark = server.document(&uri).map(|it| it.root.clone());
    let draft_mark = draft_mark.and_then(|root| server.folder(&root));
    let draft_mark = draft_mark.is_some_and(|folder| folder.project.settings.draft_mark);
    let document = printed::print(&examined.directive, &examined.tables, draft_mark);
    let range = analysis.lines().bytes(params.range);
    inlay_hints(&analysis, &document, &range)
}

fn on_actions(server: &mut Server<'_>, params: &CodeActionParams) -> Vec<CodeActionResponse> {
    let uri = params.text_document.uri.to_string();
    let Some(analysis) = server.analysis(&uri) else { return Vec::new() };
    let Some(root) = server.document(&uri).map(|it| it.root.clone()) else { return Vec::new() };
    let Some(folder) = server.folder(&root) else { return Vec::new() };
    let open = server.open(&root);
    let places = Places { folder: &folder, open: &open };
    let catalog = server.catalog(&folder);
    let only = params.context.only.as_deref();
    let is_wanted = |kind: CodeActionKind| only.is_none_or(|only| only.contains(&kind));
    let mut actions = Vec::new();
    if is_wanted(CodeActionKind::QuickFix) {
        actions.extend(quick_fixes(&analysis, params.range, &places, catalog));
    }
    // It examines the text several times: only for those who ask for it.
    let asks_for_all = only.is_some_and(|only| {
        only.contains(&CodeActionKind::SourceFixAll) || only.contains(&CodeActionKind::Source)
    });
    if asks_for_all {
        let all = fix_all(&analysis, &folder, &places, catalog);
        actions.extend(all.ok().flatten().map(CodeActionResponse::CodeAction));
    }
    actions
}
