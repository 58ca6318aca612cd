//! The body: its words can be printed, its references point to something.

use super::Resolver;
use super::text::MOST_IN_A_BODY;
use crate::codes;
use crate::diagnostic::Message;
use crate::load::{RawReference, raw};
use crate::model::block::{Block, Inline};
use crate::model::reference::{Reference, To};
use crate::model::target::Target;

impl Resolver<'_> {
    pub(super) fn body(
        &mut self,
        blocks: &[Block<RawReference>],
        text: &raw::Text,
        targets: &[Target],
        raw: &raw::Directive,
    ) -> Option<Vec<Block<Reference>>> {
        let span = self.span(text);
        if blocks.is_empty() && text.value.trim().is_empty() {
            self.emit(&codes::EMPTY_TEXT, Message::new("empty-text"), span);
            return None;
        }
        let mut is_good = self.is_short(&text.value, MOST_IN_A_BODY, span);
        is_good &= self.is_printable_body(blocks);
        let resolved: Vec<Block<Option<Reference>>> = blocks
            .iter()
            .map(|block| block.map(&mut |words| self.reference(words, targets, raw)))
            .collect();
        for block in &resolved {
            is_good &= self.has_tables_alone(block);
        }
        is_good.then(|| resolved.iter().map(settled).collect::<Option<Vec<_>>>()).flatten()
    }

    fn is_printable_body(&mut self, blocks: &[Block<RawReference>]) -> bool {
        let mut is_good = true;
        for block in blocks {
            block.walk(&mut |inline| {
                if let Inline::Text { text, span } = inline {
                    is_good &= self.is_printable(text, *span, |_| false);
                }
            });
        }
        is_good
    }

    /// A table takes the width of the page: its reference is a paragraph of its own.
    fn has_tables_alone(&mut self, block: &Block<Option<Reference>>) -> bool {
        if is_table(block) {
            return true;
        }
        if let Block::Item { blocks, .. } = block {
            // All of them are looked at, also after the first that is wrong.
            let mut is_good = true;
            for block in blocks {
                is_good &= self.has_tables_alone(block);
            }
            return is_good;
        }
        let mut is_good = true;
        block.walk(&mut |inline| {
            if let Inline::Reference(Some(Reference { to: To::Table(_), span })) = inline {
                self.emit(&codes::UNKNOWN_REFERENCE, Message::new("table-in-line"), *span);
                is_good = false;
            }
        });
        is_good
    }
}

/// Whether the block is a paragraph that holds a table and nothing else.
fn is_table(block: &Block<Option<Reference>>) -> bool {
    let Block::Paragraph(content) = block else { return false };
    matches!(content[..], [Inline::Reference(Some(Reference { to: To::Table(_), .. }))])
}

/// The block, if every reference in it points to something.
fn settled(block: &Block<Option<Reference>>) -> Option<Block<Reference>> {
    let mut all = true;
    block.walk(&mut |inline| all &= !matches!(inline, Inline::Reference(None)));
    all.then(|| {
        block.map(&mut |reference| {
            reference.clone().expect("every reference of the block was just seen to be there")
        })
    })
}
