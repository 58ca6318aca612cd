//! A document without the parts that an extract leaves out.

use super::part::{PartPath, label};
use crate::printed::block::Block;
use crate::printed::document::Document;
use crate::printed::phrases;

/// Keeps of `document` what `paths` name, with the headings it stands under. Tells for each whether
/// it is there.
pub(super) fn extract(document: &mut Document, paths: &[PartPath]) -> Vec<bool> {
    let mut found = vec![false; paths.len()];
    let mut all = |blocks: &mut Vec<Block>, is_it: &dyn Fn(&PartPath) -> bool| {
        let wanted: Vec<(usize, &PartPath)> =
            paths.iter().enumerate().filter(|(_, path)| is_it(path)).collect();
        // A part that is named whole.
        if let Some((at, _)) = wanted.iter().find(|(_, path)| path.labels.is_empty()) {
            found[*at] = true;
            return true;
        }
        *blocks = kept(std::mem::take(blocks), &wanted, &mut found);
        !wanted.is_empty()
    };
    all(&mut document.blocks, &|path| path.within.is_none());
    document.enacted.retain_mut(|enacted| {
        let name = label(&enacted.title.name.text());
        all(&mut enacted.blocks, &|path| path.within.as_ref() == Some(&name))
    });
    document.appendices.retain_mut(|appendix| {
        let name = label(&appendix.label.text());
        all(&mut appendix.blocks, &|path| path.within.as_ref() == Some(&name))
    });
    found
}

/// The blocks that `wanted` name and those they stand under; `…` for the others.
fn kept(blocks: Vec<Block>, wanted: &[(usize, &PartPath)], found: &mut [bool]) -> Vec<Block> {
    let is_kept = marked(&blocks, wanted, found);
    let notes: Vec<String> = named_notes(&blocks, &is_kept);
    let mut out = Vec::new();
    let mut is_gap = false;
    for (block, is_kept) in blocks.into_iter().zip(is_kept) {
        if let Block::Note { marker, .. } = &block {
            if notes.contains(marker) {
                out.push(block);
            }
            continue;
        }
        if is_kept {
            is_gap = false;
            out.push(block);
        } else if !is_gap {
            is_gap = true;
            out.push(Block::Paragraph { level: 0, line: phrases::left_out() });
        }
    }
    out
}

/// Which blocks are kept.
fn marked(blocks: &[Block], wanted: &[(usize, &PartPath)], found: &mut [bool]) -> Vec<bool> {
    let mut is_kept = vec![false; blocks.len()];
    // Depth, label and index of what each block stands in.
    let mut open: Vec<(Depth, String, usize)> = Vec::new();
    let mut headings = 0;
    for (index, block) in blocks.iter().enumerate() {
        if let Block::Heading { depth, .. } = block {
            headings = *depth;
        }
        if let (Some(depth), Some(marker)) = (depth(block, headings), block.marker()) {
            open.retain(|(other, ..)| *other < depth);
            open.push((depth, label(marker), index));
        }
        let labels: Vec<String> = open.iter().map(|(_, label, _)| label.clone()).collect();
        for (at, path) in wanted {
            if path.leads_to(&labels) && !matches!(block, Block::Note { .. }) {
                found[*at] = true;
                is_kept[index] = true;
                open.iter().for_each(|(.., under)| is_kept[*under] = true);
            }
        }
    }
    is_kept
}

/// Headings around a part, what kind of part it is, and how many points its number has: khoản stand
/// under their điều and điểm under their khoản, whether they are indented or not.
type Depth = (usize, usize, usize);

/// How deep a part stands; nothing of what opens none.
fn depth(block: &Block, headings: usize) -> Option<Depth> {
    match block {
        Block::Heading { depth, .. } => Some((*depth, 0, 0)),
        Block::Article { .. } => Some((headings, 1, 0)),
        Block::Item { level, marker, .. } => {
            let points = label(marker).matches('.').count();
            match marker.chars().next() {
                Some('0'..='9') => Some((headings, 2, points)),
                Some(sign) if sign.is_alphabetic() => Some((headings, 3, 0)),
                _ => Some((headings, 4, *level)),
            }
        }
        _ => None,
    }
}

/// The numbers of the footnotes that what is kept names.
fn named_notes(blocks: &[Block], is_kept: &[bool]) -> Vec<String> {
    let kept = blocks.iter().zip(is_kept).filter(|(_, is_kept)| **is_kept);
    let runs = kept.filter_map(|(block, _)| block.line()).flat_map(|line| &line.runs);
    runs.filter(|run| run.is_note()).map(|run| run.text.clone()).collect()
}
