//! The edits of findings as quick fixes.

use gen_lsp_types::{CodeAction, CodeActionKind, CodeActionResponse, Range as LspRange, TextEdit};

use super::analysis::Analysis;
use super::diagnostics::{diagnostics, place};
use super::folder::Folder;
use super::places::{Edits, Places, add_edit};
use super::position::Lines;
use crate::diagnostic::{Diagnostic, Edit, Message};
use crate::error::{Error, catch};
use crate::fix::fixed;
use crate::messages::Catalog;
use crate::source::Sources;
use crate::span::Span;

/// The quick fixes of the findings that touch `range` of the directive.
pub(super) fn quick_fixes(
    analysis: &Analysis,
    range: LspRange,
    places: &Places<'_>,
    catalog: &Catalog,
) -> Vec<CodeActionResponse> {
    let is_touched = |finding: &&Diagnostic| {
        let (name, at) = place(finding, analysis.source, &analysis.sources);
        let ends_before = |one: LspRange, other: LspRange| {
            (one.end.line, one.end.character) < (other.start.line, other.start.character)
        };
        name == analysis.name && !ends_before(at, range) && !ends_before(range, at)
    };
    let findings = analysis.findings.iter().filter(is_touched);
    let actions = findings.filter_map(|finding| quick_fix(finding, analysis, places, catalog));
    actions.map(CodeActionResponse::CodeAction).collect()
}

fn quick_fix(
    finding: &Diagnostic,
    analysis: &Analysis,
    places: &Places<'_>,
    catalog: &Catalog,
) -> Option<CodeAction> {
    if finding.accepted.is_some() {
        return None;
    }
    let meant: Vec<Edit> = if finding.edits.is_empty() {
        nearest(finding, &analysis.sources).into_iter().collect()
    } else {
        finding.edits.clone()
    };
    let mut edits = Edits::new();
    for edit in &meant {
        add_edit(&mut edits, edit, &analysis.sources)?;
    }
    let (sources, source) = (&analysis.sources, analysis.source);
    let solved = diagnostics([finding], source, sources, places, catalog);
    let first = meant.first()?;
    let title = catalog.help(finding).unwrap_or_else(|| {
        let written = &first.replacement;
        catalog.say(&Message::new("lsp-fix").with("text", written))
    });
    Some(CodeAction {
        title,
        kind: Some(CodeActionKind::QuickFix),
        diagnostics: Some(solved.into_values().flatten().collect()),
        is_preferred: meant.iter().all(|edit| edit.safe).then_some(true),
        edit: Some(places.workspace_edit(edits)),
        ..CodeAction::default()
    })
}

/// The known name that a finding proposes, in place of the wrong one where that stands alone in the
/// words the finding is about.
fn nearest(finding: &Diagnostic, sources: &Sources) -> Option<Edit> {
    let help = finding.help.as_ref().filter(|help| help.id == "suggest-nearest")?;
    let (_, name) = help.args.iter().find(|(key, _)| key == "nearest")?;
    let place = finding.place.as_ref()?;
    let text = sources.slice(place.span);
    let args = finding.message.args.iter().map(|(_, value)| value.as_str());
    // In formulas and references a name has `_` for `-`.
    let spellings = args.flat_map(|arg| [arg.to_owned(), arg.replace('-', "_")]);
    let is_alone = |word: &String| !word.is_empty() && text.matches(word.as_str()).count() == 1;
    let word = spellings.filter(is_alone).max_by_key(String::len)?;
    let at = text.find(&word)?;
    let is_quoted = text[..at].ends_with(['"', '\'']);
    let is_name = matches!(finding.code.id, "N010" | "N011") && !is_quoted;
    let replacement = if is_name { name.replace('-', "_") } else { name.clone() };
    let start = place.span.start + at;
    let span = Span { start, end: start + word.len(), ..place.span };
    Some(Edit::guess(span, replacement))
}

/// All safe edits of the directive at once, as `vanthu check --fix` writes them; nothing where
/// there are none.
pub(super) fn fix_all(
    analysis: &Analysis,
    folder: &Folder,
    places: &Places<'_>,
    catalog: &Catalog,
) -> Result<Option<CodeAction>, Error> {
    let path = folder.path(&analysis.name);
    let file = folder.project.file(&analysis.name, &path);
    let before = analysis.text();
    let after = catch(|| fixed(before, &|text| file.examination(text)))??;
    if after.count == 0 {
        return Ok(None);
    }
    let edits = Edits::from([(analysis.name.clone(), vec![difference(before, &after.text)])]);
    Ok(Some(CodeAction {
        title: catalog.say(&Message::new("lsp-fix-all").with("count", after.count)),
        kind: Some(CodeActionKind::SourceFixAll),
        edit: Some(places.workspace_edit(edits)),
        ..CodeAction::default()
    }))
}

/// The one edit that makes `after` of `before`.
fn difference(before: &str, after: &str) -> TextEdit {
    let same = |pair: &((usize, char), (usize, char))| pair.0.1 == pair.1.1;
    let start = before.char_indices().zip(after.char_indices()).take_while(same).last();
    let start = start.map_or(0, |((at, sign), _)| at + sign.len_utf8());
    let (rest, other) = (&before[start..], &after[start..]);
    let signs = rest.chars().rev().zip(other.chars().rev());
    let end: usize =
        signs.take_while(|(one, other)| one == other).map(|(sign, _)| sign.len_utf8()).sum();
    let range = Lines::new(before).range(&(start..before.len() - end));
    TextEdit { range, new_text: after[start..after.len() - end].to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_difference_is_what_lies_between_equal_ends() {
        for (before, after) in [
            ("a: bad\nb: 1\n", "a: good\nb: 1\n"),
            ("", "a"),
            ("aa", "aaa"),
            ("đá", "đà"),
            ("abc", ""),
        ] {
            let edit = difference(before, after);
            let bytes = Lines::new(before).bytes(edit.range);
            let mut made = before.to_owned();
            made.replace_range(bytes, &edit.new_text);
            assert_eq!(made, after, "{before}");
        }
    }
}
