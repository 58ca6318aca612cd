//! The body: its words can be printed, its references point to something.

use super::Resolver;
use super::text::MOST_IN_A_BODY;
use crate::codes;
use crate::diagnostic::Message;
use crate::load::{Loaded, RawReference, raw};
use crate::model::block::{Block, Inline};
use crate::model::copies::{self, RowReference, RowValue};
use crate::model::kind::Kind;
use crate::model::reference::{Format, Reference, Referent};
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
            (None, Some(kind)) if kind.may_lack_body() => {
                self.bodies.push(Vec::new());
                Some(Vec::new())
            }
            (None, Some(_)) => {
                let message = Message::new("missing-key").with("key", "body");
                self.emit(&codes::MISSING_KEY, message, self.span(&raw.kind));
                None
            }
        }
    }

    /// A text as it stands in the general document; with what is said to rows it is kept beside.
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
        let resolved: Vec<Block<Option<RowReference>>> = blocks
            .iter()
            .map(|block| block.map(&mut |words| self.reference(words, targets, raw)))
            .collect();
        for block in &resolved {
            is_good &= self.has_tables_alone(block);
        }
        for block in &resolved {
            is_good &= self.has_audience_first(block);
        }
        let all = resolved.iter().map(settled).collect::<Option<Vec<_>>>().filter(|_| is_good)?;
        let body = copies::general(&all);
        self.bodies.push(all);
        Some(body)
    }

    /// What a block is part of is said before all its words.
    fn has_audience_first(&mut self, block: &Block<Option<RowReference>>) -> bool {
        if let Block::Item { blocks, .. } = block {
            let mut is_good = true;
            for block in blocks {
                is_good &= self.has_audience_first(block);
            }
            return is_good;
        }
        let (mut count, mut wrong) = (0, None);
        block.walk(&mut |inline| {
            if let Inline::Reference(Some(RowReference::Only(_, span))) = inline
                && count > 0
            {
                wrong = Some(("only-not-first", *span));
            }
            count += 1;
        });
        block.walk(&mut |inline| {
            if let Inline::Reference(Some(RowReference::Only(_, span))) = inline
                && count == 1
            {
                wrong = Some(("only-alone", *span));
            }
        });
        if let Some((id, span)) = wrong {
            self.emit(&codes::UNKNOWN_REFERENCE, Message::new(id), span);
        }
        wrong.is_none()
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
    fn has_tables_alone(&mut self, block: &Block<Option<RowReference>>) -> bool {
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
            if let Inline::Reference(Some(RowReference::Same(reference))) = inline
                && matches!(reference.to, Referent::Table(_))
            {
                let message = Message::new("table-in-line");
                self.emit(&codes::UNKNOWN_REFERENCE, message, reference.span);
                is_good = false;
            }
        });
        is_good
    }
}

/// Whether the block is a paragraph that holds a table, or two beside each other, and nothing else
/// but what it is part of.
fn is_table(block: &Block<Option<RowReference>>) -> bool {
    let Block::Paragraph(content) = block else { return false };
    let content = match &content[..] {
        [Inline::Reference(Some(RowReference::Only(..))), Inline::Text { text, .. }, rest @ ..]
            if text.trim().is_empty() =>
        {
            rest
        }
        content => content,
    };
    let is_one = |inline: &Inline<Option<RowReference>>| {
        matches!(inline, Inline::Reference(Some(RowReference::Same(reference)))
            if matches!(reference.to, Referent::Table(_)))
    };
    let is_space = |inline: &Inline<Option<RowReference>>| matches!(inline, Inline::Text { text, .. } if text.trim().is_empty());
    let count = content.iter().filter(|inline| is_one(inline)).count();
    (1..=MOST_BESIDE).contains(&count) && content.iter().all(|it| is_one(it) || is_space(it))
}

/// So many tables can stand beside each other.
const MOST_BESIDE: usize = 2;

/// A figure of a block: its table, its row and its column; of the row of a copy the column alone.
type Named = (Option<(usize, Option<usize>)>, usize);

/// The figure that a reference prints, and how.
fn figure_of(reference: &RowReference) -> Option<(Named, Format)> {
    match reference {
        RowReference::Same(Reference { to: Referent::Figure(it), .. }) => {
            let cell = it.cell;
            Some(((Some((cell.target, cell.line)), cell.column), it.format))
        }
        RowReference::Row(RowValue::Cell(column, format), _) => Some(((None, *column), *format)),
        _ => None,
    }
}

/// The block, if every reference in it points to something.
fn settled(block: &Block<Option<RowReference>>) -> Option<Block<RowReference>> {
    let mut all = true;
    let mut printed: Vec<(usize, (Named, Format))> = Vec::new();
    let mut count = 0;
    block.walk(&mut |inline| {
        let Inline::Reference(reference) = inline else { return };
        all &= reference.is_some();
        if let Some(figure) = reference.as_ref().and_then(figure_of)
            && !matches!(figure.1, Format::Words(_))
        {
            printed.push((count, figure));
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
    mut reference: RowReference,
    place: usize,
    printed: &[(usize, (Named, Format))],
) -> RowReference {
    let Some((named, Format::Words(None))) = figure_of(&reference) else { return reference };
    let same = printed.iter().filter(|(_, (other, _))| *other == named);
    let before = same.clone().rfind(|(at, _)| *at < place);
    let beside = before.or_else(|| same.clone().next());
    let decimals = beside.and_then(|(_, (_, format))| match format {
        Format::Number(decimals) | Format::Percent(decimals) => Some(*decimals),
        Format::Column | Format::Words(_) => None,
    });
    let format = match &mut reference {
        RowReference::Same(Reference { to: Referent::Figure(figure), .. }) => &mut figure.format,
        RowReference::Row(RowValue::Cell(_, format), _) => format,
        _ => return reference,
    };
    *format = Format::Words(decimals);
    reference
}

/// The words of a body, for rules that look at words alone: each reference stands for something
/// that was not looked up.
pub(super) fn body_of_words(blocks: &[Block<RawReference>]) -> Vec<Block<Reference>> {
    let unknown = |words: &RawReference| Reference { to: Referent::Bases, span: words.span };
    blocks.iter().map(|block| block.map(&mut |words| unknown(words))).collect()
}
