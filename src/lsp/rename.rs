//! Renaming what has a name, everywhere it is named.

use gen_lsp_types::{PrepareRenamePlaceholder, PrepareRenameResult, WorkspaceEdit};

use super::analysis::Analysis;
use super::folder::Texts;
use super::occurrence::{Occurrence, Spelling, Symbol, table_id};
use super::places::{Edits, Places, add_edit};
use super::position::Lines;
use super::references::{each, each_in, naming};
use crate::diagnostic::{Edit, Message};
use crate::resolve::taken_names;
use crate::scalar;
use crate::source::Sources;

/// The name at the place of `named` in `text`, to be changed in the editor.
pub(super) fn prepare(named: &Occurrence, text: &str) -> PrepareRenameResult {
    let range = Lines::new(text).range(&named.span.range());
    let placeholder = named.symbol.name().to_owned();
    let placeholder = PrepareRenamePlaceholder { range, placeholder };
    PrepareRenameResult::PrepareRenamePlaceholder(placeholder)
}

/// The edits that give `symbol` the name `name`, or why that cannot be.
pub(super) fn rename(
    symbol: &Symbol,
    analysis: Option<&Analysis>,
    name: &str,
    texts: &Texts,
    places: &Places<'_>,
) -> Result<WorkspaceEdit, Message> {
    let name = name.trim();
    if name == symbol.name() {
        return Ok(WorkspaceEdit::default());
    }
    is_free(symbol, analysis, name, places)?;
    let mut renamer = Renamer { name, edits: Edits::new(), files: Vec::new(), workbook: None };
    each(symbol, analysis, places.folder, texts, &mut |it, sources| renamer.take(it, sources));
    // A file of rows may be read by other directives, too.
    if let Some(analysis) = analysis.filter(|_| !symbol.is_shared()) {
        for file in std::mem::take(&mut renamer.files) {
            renamer.other_readers(symbol, &file, analysis, texts, places);
        }
    }
    match renamer.workbook {
        Some(file) => Err(Message::new("lsp-rename-workbook").with("file", file)),
        None => Ok(places.workspace_edit(renamer.edits)),
    }
}

/// Collects the edits.
struct Renamer<'a> {
    name: &'a str,
    edits: Edits,
    /// Files of rows that hold the name.
    files: Vec<String>,
    /// A workbook that does.
    workbook: Option<String>,
}

impl Renamer<'_> {
    fn take(&mut self, occurrence: &Occurrence, sources: &Sources) {
        let source = sources.get(occurrence.span.source);
        let is_rows = !crate::source::disk::is_yaml(std::path::Path::new(&source.path));
        if is_rows && !self.files.contains(&source.path) {
            self.files.push(source.path.clone());
        }
        let replacement = written(occurrence, self.name, sources, is_rows);
        let edit = Edit::safe(occurrence.span, replacement);
        if add_edit(&mut self.edits, &edit, sources).is_none() {
            self.workbook = Some(source.path.clone());
        }
    }

    /// Also in the other directives that read `file`.
    fn other_readers(
        &mut self,
        symbol: &Symbol,
        file: &str,
        own: &Analysis,
        texts: &Texts,
        places: &Places<'_>,
    ) {
        let short = file.rsplit('/').next().unwrap_or(file);
        for other in naming(short, places.folder, texts) {
            let reads = other.sources.find(file).is_some();
            if reads && other.name != own.name {
                each_in(symbol, &other, &mut |it, sources| self.take(it, sources));
            }
        }
    }
}

/// What has to stand at a place when the name is `name`.
fn written(occurrence: &Occurrence, name: &str, sources: &Sources, is_rows: bool) -> String {
    let spelt = occurrence.spelling.spell(name);
    if occurrence.spelling != Spelling::Plain {
        return spelt;
    }
    let is_quoted = sources.slice(occurrence.span).starts_with(['"', '\'']);
    match (is_rows, is_quoted) {
        (true, false) if !spelt.contains([',', ';', '\t', '"']) => spelt,
        (true, _) => format!("\"{}\"", spelt.replace('"', "\"\"")),
        (false, true) => scalar::quoted(&spelt),
        (false, false) => scalar::written(&spelt),
    }
}

/// Says why `symbol` cannot be called `name`.
fn is_free(
    symbol: &Symbol,
    analysis: Option<&Analysis>,
    name: &str,
    places: &Places<'_>,
) -> Result<(), Message> {
    let joint = match symbol {
        Symbol::Row(_) => None,
        Symbol::Column(..) => Some('_'),
        _ => Some('-'),
    };
    let is_good = match joint {
        Some(joint) => is_id(name, joint),
        None => !name.is_empty() && !name.contains(|sign: char| sign == '"' || sign.is_control()),
    };
    let is_reserved = matches!(symbol, Symbol::Table(_) | Symbol::Column(..))
        && taken_names().any(|it| it == name);
    if !is_good || is_reserved {
        return Err(match joint {
            Some(joint) => Message::new("bad-id").with("value", name).with("joint", joint),
            None => Message::new("lsp-rename-row").with("value", name),
        });
    }
    let new = match symbol {
        Symbol::Table(_) => Symbol::Table(table_id(name)),
        Symbol::Column(table, _) => Symbol::Column(table.clone(), name.to_owned()),
        Symbol::Row(_) => Symbol::Row(name.to_owned()),
        Symbol::Document(_) => Symbol::Document(name.to_owned()),
        Symbol::Issuer(_) => Symbol::Issuer(name.to_owned()),
        Symbol::Signatory(issuer, _) => Symbol::Signatory(issuer.clone(), name.to_owned()),
        Symbol::Unit(_) => Symbol::Unit(name.to_owned()),
    };
    let is_taken = if symbol.is_shared() {
        places.folder.index().definition(&new).is_some()
    } else {
        let mut known = analysis.iter().flat_map(|it| it.occurrences());
        known.any(|it| it.is_definition && it.symbol == new)
    };
    if is_taken { Err(Message::new("lsp-rename-taken").with("value", name)) } else { Ok(()) }
}

/// Whether `name` is small letters without marks, digits and `joint`, a letter first.
fn is_id(name: &str, joint: char) -> bool {
    let belongs = |sign: char| sign.is_ascii_lowercase() || sign.is_ascii_digit() || sign == joint;
    name.len() <= 40
        && name.starts_with(|sign: char| sign.is_ascii_lowercase())
        && name.chars().all(belongs)
}
