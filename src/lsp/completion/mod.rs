//! Words that can stand at the cursor: keys, values of closed lists, ids, rows, columns, units,
//! documents, files.

mod context;
mod schema;
mod words;

use gen_lsp_types::{
    CompletionItem, CompletionItemKind, CompletionItemTextEdit, CompletionList, Documentation,
    TextEdit,
};

use self::context::{Context, Place};
use super::analysis::Analysis;
use super::folder::{Folder, Role, Texts};
use super::hover::markdown_contents;
use super::position::Lines;
use crate::schema::SchemaKind;

/// More are not sent: the editor asks again as the author types on.
const MOST: usize = 200;

/// A word that can stand at the cursor.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Word {
    /// As it is listed, and searched by.
    label: String,
    /// As it is written.
    text: String,
    /// What it is, in a few words.
    detail: String,
    /// What it is, in sentences.
    documentation: String,
    kind: CompletionItemKind,
}

impl Word {
    fn new(label: impl Into<String>, kind: CompletionItemKind) -> Self {
        let label = label.into();
        let (detail, documentation) = (String::new(), String::new());
        Self { text: label.clone(), label, detail, documentation, kind }
    }

    fn detail(self, detail: impl Into<String>) -> Self {
        Self { detail: detail.into(), ..self }
    }

    fn text(self, text: impl Into<String>) -> Self {
        Self { text: text.into(), ..self }
    }
}

/// What completion looks at.
pub(super) struct Completer<'a> {
    /// The text as it is now.
    pub(super) text: &'a str,
    /// The path of its file in the project.
    pub(super) name: &'a str,
    /// The last state of the directive that could be read.
    pub(super) analysis: Option<&'a Analysis>,
    /// The project.
    pub(super) folder: &'a Folder,
    /// The texts of the editor.
    pub(super) texts: &'a Texts,
    /// Whether keys and closed lists are offered: not where a YAML server does.
    pub(super) with_schema: bool,
}

impl Completer<'_> {
    /// The words that can stand at byte `offset`.
    pub(super) fn complete(&self, offset: usize) -> CompletionList {
        let context = Context::at(self.text, offset);
        let mut words = self.words(&context);
        let wanted = folded(&self.text[context.range.start..offset.max(context.range.start)]);
        words.retain(|word| folded(&word.label).contains(&wanted));
        let is_incomplete = words.len() > MOST;
        words.truncate(MOST);
        let lines = Lines::new(self.text);
        let range = lines.range(&context.range);
        let item = |(index, word): (usize, Word)| item(word, index, range);
        let items = words.into_iter().enumerate().map(item).collect();
        CompletionList { is_incomplete, items, ..CompletionList::default() }
    }

    fn words(&self, context: &Context<'_>) -> Vec<Word> {
        let role = Role::of(self.name);
        match &context.place {
            Place::Reference(before) if role == Role::Directive => self.in_reference(before),
            Place::Nothing | Place::Reference(_) => Vec::new(),
            Place::Key | Place::Value => {
                let mut words = Vec::new();
                if role == Role::Directive {
                    words.extend(self.of_directive(context));
                }
                if self.with_schema {
                    words.extend(of_schema(context, role));
                }
                words
            }
        }
    }
}

fn of_schema(context: &Context<'_>, role: Role) -> Vec<Word> {
    let kind = match role {
        Role::Directive => SchemaKind::Directive,
        Role::Catalog => SchemaKind::Catalog,
        Role::Office => SchemaKind::Office,
        Role::Other => return Vec::new(),
    };
    schema::words(kind, context)
}

fn item(word: Word, index: usize, range: gen_lsp_types::Range) -> CompletionItem {
    let documentation = (!word.documentation.is_empty()).then_some(word.documentation);
    let documentation = documentation.map(|text| match markdown_contents(text) {
        gen_lsp_types::Contents::MarkupContent(content) => Documentation::MarkupContent(content),
        _ => Documentation::String(String::new()),
    });
    CompletionItem {
        // In the order of the list: rows and columns as the table has them.
        sort_text: Some(format!("{index:04}")),
        filter_text: Some(word.label.clone()),
        text_edit: Some(CompletionItemTextEdit::TextEdit(TextEdit { range, new_text: word.text })),
        detail: (!word.detail.is_empty()).then_some(word.detail),
        label: word.label,
        kind: Some(word.kind),
        documentation,
        ..CompletionItem::default()
    }
}

/// Small letters without marks, for comparing.
fn folded(text: &str) -> String {
    crate::nearest::folded(text.trim_start_matches(['"', '\'']))
}
