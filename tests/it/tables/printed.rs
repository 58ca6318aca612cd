//! A printed document as lines a person can check.

use vanthu::printed::Document;
use vanthu::printed::block::Block;
use vanthu::printed::grid::{Grid, RowKind};
use vanthu::printed::run::Line;

/// What follows the title of the document: the part that tables are in.
pub(super) fn after_the_title(typst: &str) -> String {
    let title = typst.find("#type-name(").expect("the cases are of a kind with a title");
    let end = typst[title..].find('\n').map_or(typst.len(), |length| title + length + 1);
    typst[end..].trim_start_matches('\n').to_owned()
}

/// A line for each paragraph, title, unit, header row, row and note, `|` between its cells.
pub(super) fn rows(document: &Document) -> String {
    let mut text = String::new();
    let enacted = document.enacted.iter().flat_map(|enacted| &enacted.blocks);
    document.blocks.iter().chain(enacted).for_each(|it| block(it, &mut text));
    for appendix in &document.appendices {
        lines("label", [&appendix.label], &mut text);
        lines("title", &appendix.title, &mut text);
        appendix.blocks.iter().for_each(|it| block(it, &mut text));
    }
    text
}

fn block(block: &Block, text: &mut String) {
    match block {
        Block::Paragraph { line, .. } => lines("text", [line], text),
        Block::Grid(it) => grid(it, text),
        _ => {}
    }
}

fn grid(grid: &Grid, text: &mut String) {
    lines("unit", &grid.unit, text);
    for row in &grid.header {
        push("header", row.iter().map(|cell| cell.line.printed()), text);
    }
    for row in &grid.rows {
        let kind = match row.kind {
            RowKind::Unit => "row",
            RowKind::Group => "group",
            RowKind::Part => "part",
            RowKind::Heading => "heading",
            RowKind::Total => "total",
        };
        push(kind, row.cells.iter().map(|cell| cell.text.printed()), text);
    }
    lines("note", &grid.notes, text);
}

fn lines<'a>(name: &str, lines: impl IntoIterator<Item = &'a Line>, text: &mut String) {
    lines.into_iter().for_each(|line| push(name, [line.printed()], text));
}

fn push(name: &str, cells: impl IntoIterator<Item = String>, text: &mut String) {
    text.push_str(name);
    text.push_str(": ");
    text.push_str(&cells.into_iter().collect::<Vec<_>>().join(" | "));
    text.push('\n');
}
