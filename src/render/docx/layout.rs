//! What all parts of a document are laid out with: measures, typeface, numbers of drawings and
//! bookmarks, and where references lead.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use super::by_hand;
use super::measures::{Measures, depth_of_line, emu, half_points, millimetres};
use super::styles::Style;
use super::word::{DrawnLine, Indent, Inline, LinePlace, Paragraph, Run, RunProperties};
use crate::fonts::Fonts;
use crate::model::reference::{Appendix, Referent};
use crate::model::target::{Orientation, Paper};
use crate::printed::Document;
use crate::printed::block::Block;
use crate::printed::run::{self, Line, Source};
use crate::render::lines::{self, Spacing};
use crate::render::sheet::Sheet;
use crate::render::spacing::running;
use crate::render::wrap::Type;

/// Between the deepest letter of a line and a rule below it: 1.5 pt, in twips.
const ABOVE_RULE: i64 = 30;

/// A rule of R23 and R40 is so many hundredths of the line above it.
const SHORT_RULE: i64 = 40;

/// Room for a rule below the line it belongs to, in twips.
pub(super) const RULE_ROOM: i64 = 60;

/// The layout of one document.
#[derive(Clone)]
pub(super) struct Layout<'a> {
    pub(super) measures: Measures,
    pub(super) sheet: Sheet<'a>,
    fonts: &'a Fonts,
    /// The bookmark of each table that a reference can point to.
    bookmarks: Rc<BTreeMap<Appendix, Bookmark>>,
    drawings: Rc<Cell<usize>>,
    notes: Rc<RefCell<Vec<Paragraph>>>,
    /// How many footnotes the texts before this one have.
    notes_before: Rc<Cell<usize>>,
}

/// A place in the document that references lead to.
#[derive(Debug, Clone)]
struct Bookmark {
    id: usize,
    name: String,
    /// Whether its text is what references print.
    is_label: bool,
}

impl<'a> Layout<'a> {
    pub(super) fn new(
        document: &Document,
        style: &'a super::super::Style<'a>,
        fonts: &'a Fonts,
    ) -> Self {
        Self {
            measures: Measures::new(&style.profile, document.rules),
            sheet: Sheet::new(&style.profile, fonts),
            fonts,
            bookmarks: Rc::new(bookmarks(document)),
            drawings: Rc::default(),
            notes: Rc::default(),
            notes_before: Rc::default(),
        }
    }

    /// The same for a text with these tables: its pages may lie on their side.
    pub(super) fn of_text(&self, blocks: &[Block], wanted: Orientation) -> Self {
        let sheet = self.sheet.of_text(blocks, wanted);
        let mut measures = self.measures;
        if !sheet.is_upright {
            let (short, long) = Paper::A4.sides();
            measures.text_width += millimetres(long) - millimetres(short);
        }
        Self { measures, sheet, ..self.clone() }
    }

    /// The type of a style.
    pub(super) fn type_of(&self, style: Style, is_bold: bool) -> Type<'a> {
        self.type_at(style.size(&self.measures), is_bold)
    }

    /// Upright type of so many half-points.
    pub(super) fn type_at(&self, size: i64, is_bold: bool) -> Type<'a> {
        Type { face: self.fonts.advances(is_bold, false), size }
    }

    /// The same in italics.
    pub(super) fn italics(&self, style: Style) -> Type<'a> {
        Type { face: self.fonts.advances(false, true), size: style.size(&self.measures) }
    }

    /// A rule below the last line of a paragraph in type of so many half-points; `length` in twips.
    pub(super) fn rule(&self, size: i64, length: i64) -> Inline {
        let below = emu(depth_of_line(size) + ABOVE_RULE);
        self.drawn(length, LinePlace::BelowLine(below))
    }

    /// A rule of 1/3 to 1/2 of a line that is so wide (R23, R40).
    pub(super) fn short_rule(&self, size: i64, width: i64) -> Inline {
        self.rule(size, width * SHORT_RULE / 100)
    }

    /// A line that stands so far above the text of its paragraph, in twips.
    pub(super) fn rule_above(&self, above: i64, length: i64) -> Inline {
        self.drawn(length, LinePlace::BelowParagraph(emu(-above)))
    }

    /// Takes the footnotes of a text down: its numbers lead to them.
    pub(super) fn begin_text(&self, blocks: &[Block]) {
        self.notes_before.set(self.notes.borrow().len());
        let note = |block: &Block| match block {
            Block::Note { line, .. } => {
                let mut content = vec![Inline::NoteNumber(None), Inline::Run(plain(" "))];
                content.extend(self.inlines(line, running));
                Some(Paragraph::new(Style::Note.id(), content))
            }
            _ => None,
        };
        let mut notes: Vec<Paragraph> = blocks.iter().filter_map(note).collect();
        self.notes.borrow_mut().append(&mut notes);
    }

    /// Whether no text so far has footnotes.
    pub(super) fn is_without_notes(&self) -> bool {
        self.notes.borrow().is_empty()
    }

    /// All footnotes of the document.
    pub(super) fn into_notes(self) -> Vec<Paragraph> {
        self.notes.take()
    }

    fn drawn(&self, length: i64, place: LinePlace) -> Inline {
        let id = self.drawings.get() + 1;
        self.drawings.set(id);
        Inline::Line(DrawnLine { id, length: emu(length), place })
    }

    /// The inlines of a line, each `{{ … }}` that names an appendix or a table a way to it.
    pub(super) fn inlines(&self, line: &Line, spacing: Spacing) -> Vec<Inline> {
        let texts = lines::runs(line, spacing);
        line.runs.iter().zip(texts).map(|(run, text)| self.inline(run, text)).collect()
    }

    pub(super) fn inline(&self, run: &run::Run, text: String) -> Inline {
        let style = run.style;
        let properties = RunProperties {
            bold: style.strong.then_some(true),
            italic: style.emphasis.then_some(true),
            ..RunProperties::default()
        };
        let shown = Run { properties, text };
        match &run.source {
            Source::Break => Inline::Break,
            Source::Note(_) => {
                let number: usize = run.text.parse().unwrap_or_default();
                Inline::NoteNumber(Some(self.notes_before.get() + number))
            }
            Source::Reference(reference) => match &reference.to {
                Referent::Appendix(appendix) => self.way_to(*appendix, shown),
                Referent::Bases
                | Referent::Document(_)
                | Referent::Table(_)
                | Referent::Count { .. }
                | Referent::Figure(_)
                | Referent::Told(_) => Inline::Run(shown),
            },
            Source::ByHand(blank) => by_hand::inline(*blank, shown.properties),
            Source::Typed(_)
            | Source::Cell
            | Source::Field(_)
            | Source::Blank(_)
            | Source::Phrase(_) => Inline::Run(shown),
        }
    }

    fn way_to(&self, appendix: Appendix, shown: Run) -> Inline {
        match self.bookmarks.get(&appendix) {
            Some(bookmark) if bookmark.is_label => {
                let instruction = format!("REF {} \\h", bookmark.name);
                Inline::Field { instruction, shown }
            }
            Some(bookmark) => Inline::Link { bookmark: bookmark.name.clone(), run: shown },
            None => Inline::Run(shown),
        }
    }

    /// `content`, where references to `appendix` lead.
    pub(super) fn place_of(&self, appendix: Appendix, content: Vec<Inline>) -> Vec<Inline> {
        match self.bookmarks.get(&appendix) {
            Some(Bookmark { id, name, .. }) => {
                vec![Inline::Bookmark { id: *id, name: name.clone(), content }]
            }
            None => content,
        }
    }

    /// A paragraph of one line of the document.
    pub(super) fn paragraph(&self, style: Style, line: &Line, spacing: Spacing) -> Paragraph {
        Paragraph::new(style.id(), self.inlines(line, spacing))
    }

    /// The same with lines of nearly equal length in a column that is `room` wide, each line of
    /// type `of`.
    pub(super) fn balanced(
        &self,
        style: Style,
        line: &Line,
        of: Type<'_>,
        room: i64,
    ) -> (Paragraph, i64) {
        let mut spacing = crate::render::names::name as Spacing;
        let mut text = lines::text(line, spacing);
        if !of.holds(&text, room) {
            spacing = lines::as_it_is;
            text = lines::text(line, spacing);
        }
        let mut paragraph = self.paragraph(style, line, spacing);
        let beside = of.balanced(&text, room);
        if beside > 0 {
            paragraph.properties.indent = beside_both(beside);
        }
        (paragraph, of.lines(&text, room - 2 * beside).widest.min(room))
    }

    /// Hundred-thousandths of a point in half-points, where that is another size than that of
    /// tables.
    pub(super) fn table_size(points: i64) -> Option<i64> {
        Some(half_points(points)).filter(|size| *size != super::styles::TABLE_SIZE)
    }
}

fn plain(text: &str) -> Run {
    Run { text: text.to_owned(), ..Run::default() }
}

/// So much room on both sides.
pub(super) fn beside_both(twips: i64) -> Indent {
    Indent { left: Some(twips), right: Some(twips), first_line: None }
}

/// One for each appendix and for each table in a text.
fn bookmarks(document: &Document) -> BTreeMap<Appendix, Bookmark> {
    let appendices = document.appendices.iter().map(|appendix| (appendix.which, true));
    let blocks = document.texts().flatten();
    let in_text = blocks.flat_map(Block::grids).map(|grid| (grid.shows, false));
    let mut all = BTreeMap::new();
    for (id, (shows, is_label)) in appendices.chain(in_text).enumerate() {
        let name = format!("{}_{}", if is_label { "phu_luc" } else { "bang" }, id + 1);
        all.entry(shows).or_insert(Bookmark { id, name, is_label });
    }
    all
}
