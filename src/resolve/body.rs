//! The body: its words can be printed, its references point to something.

use super::Resolver;
use super::text::MOST_IN_A_BODY;
use crate::codes;
use crate::diagnostic::Message;
use crate::load::{Loaded, RawReference, raw};
use crate::model::block::{Block, Inline};
use crate::model::kind::Kind;
use crate::model::reference::{Figure, Format, Reference, Referent};
use crate::model::target::Target;

impl Resolver<'_> {
    /// The main text; only some kinds do without it.
    pub(super) fn main_body(
        &mut self,
        loaded: &Loaded,
        kind: Option<&Kind>,
        targets: &[Target],
    ) -> Option<Vec<Block<Reference>>> {
        let raw = &loaded.raw;
        match (&raw.body, kind) {
            (Some(text), _) => self.body(&loaded.body, text, targets, raw),
            (None, None) => None,
            (None, Some(kind)) if kind.may_lack_body() => Some(Vec::new()),
            (None, Some(_)) => {
                let message = Message::new("missing-key").with("key", "body");
                self.emit(&codes::MISSING_KEY, message, self.span(&raw.kind));
                None
            }
        }
    }

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
            if let Inline::Reference(Some(Reference { to: Referent::Table(_), span })) = inline {
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
    matches!(content[..], [Inline::Reference(Some(Reference { to: Referent::Table(_), .. }))])
}

/// The block, if every reference in it points to something.
fn settled(block: &Block<Option<Reference>>) -> Option<Block<Reference>> {
    let mut all = true;
    let mut printed: Vec<(usize, Figure)> = Vec::new();
    let mut count = 0;
    block.walk(&mut |inline| {
        let Inline::Reference(reference) = inline else { return };
        all &= reference.is_some();
        if let Some(Reference { to: Referent::Figure(figure), .. }) = reference
            && !matches!(figure.format, Format::Words(_))
        {
            printed.push((count, *figure));
        }
        count += 1;
    });
    let mut place = 0;
    all.then(|| {
        block.map(&mut |reference| {
            let reference = reference.as_ref();
            let reference = reference.expect("every reference of the block was just seen");
            place += 1;
            in_words_as_printed(reference.clone(), place - 1, &printed)
        })
    })
}

/// A figure in words says what its digits say beside it: as many decimals as where the block
/// printed it last before `place`, else first behind.
fn in_words_as_printed(
    mut reference: Reference,
    place: usize,
    printed: &[(usize, Figure)],
) -> Reference {
    if let Referent::Figure(figure) = &mut reference.to
        && figure.format == Format::Words(None)
    {
        let same = printed.iter().filter(|(_, other)| {
            (other.target, other.row, other.column) == (figure.target, figure.row, figure.column)
        });
        let before = same.clone().rfind(|(at, _)| *at < place);
        let beside = before.or_else(|| same.clone().next());
        let decimals = beside.and_then(|(_, other)| match other.format {
            Format::Number(decimals) | Format::Percent(decimals) => Some(decimals),
            Format::Column | Format::Words(_) => None,
        });
        figure.format = Format::Words(decimals);
    }
    reference
}

/// The words of a body, for rules that look at words alone: each reference stands for something
/// that was not looked up.
pub(super) fn body_of_words(blocks: &[Block<RawReference>]) -> Vec<Block<Reference>> {
    let unknown = |words: &RawReference| Reference { to: Referent::Bases, span: words.span };
    blocks.iter().map(|block| block.map(&mut |words| unknown(words))).collect()
}
