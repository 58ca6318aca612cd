//! What is filled in by hand: tabs that dots or a line lead to, and boxes.

use std::ops::Range;

use super::layout::Layout;
use super::measures::twips;
use super::styles::Style;
use super::word::{Inline, Paragraph, Run, RunProperties, TabStop};
use crate::model::blank::{BOXES, Blank, LeaderSign};
use crate::printed::run::{self, Line};
use crate::render::by_hand::{Drawn, Item, Type, leader, space};
use crate::render::leaders::{Laid, Lines};
use crate::render::lines;
use crate::render::loose::Room;
use crate::render::spacing::{NBSP, running};
use crate::render::table::CellRun;

/// A typeface of every system with Word that has boxes.
const FONT: &str = "Segoe UI Symbol";

/// What follows the last leader of a line is a mark where it is no wider: 10 mm.
const MARKS: i64 = 567;

/// A box, or the tab that a leader is.
pub(super) fn inline(blank: Blank, properties: RunProperties) -> Inline {
    Inline::Run(match blank {
        Blank::Leader(_) => Run { properties, text: "\t".to_owned() },
        Blank::CheckBox { is_checked } => {
            let properties = RunProperties { font: Some(FONT.to_owned()), ..properties };
            Run { properties, text: BOXES[usize::from(is_checked)].to_string() }
        }
    })
}

/// The tab stop of a leader that ends at `end` in a line of this width, in twips.
pub(super) fn tab(drawn: &Drawn, end: i64, width: i64) -> Option<TabStop> {
    let leader = leader(drawn.blank)?;
    let is_right = drawn.is_stretched && width - end < MARKS;
    let position = if is_right { width } else { end };
    Some(TabStop { position, is_right, is_dotted: leader.sign == LeaderSign::Dots })
}

/// A line of the document with leaders, behind its marker: a paragraph for each line with leaders,
/// as the tab stops of a paragraph hold for all of its lines.
pub(super) fn paragraphs(
    style: Style,
    marker: Option<Run>,
    line: &Line,
    layout: &Layout<'_>,
) -> Vec<Paragraph> {
    let texts = lines::runs(line, running);
    let is_bold = style == Style::Heading;
    let is_label_bold =
        is_bold || marker.as_ref().is_some_and(|marker| marker.properties.bold == Some(true));
    let runs = line.runs.iter().zip(&texts);
    let items: Vec<Item<'_>> = runs
        .map(|(run, text)| Item {
            text,
            strong: run.style.strong || is_bold,
            emphasis: run.style.emphasis,
            blank: run.by_hand(),
            is_break: run.is_break(),
        })
        .collect();
    let sheet = &layout.sheet;
    let of = Type { fonts: sheet.fonts, size: sheet.body_size };
    let room = match style {
        Style::Lead => Room { first: sheet.paragraph().other, ..sheet.paragraph() },
        _ => sheet.paragraph(),
    };
    let face = sheet.face(is_label_bold);
    let before = marker.as_ref().map_or(0, |marker| of.width(face, &marker.text));
    let laid = of.lines(before, &items, room);
    let mut writer = Writer { line, texts: &texts, layout, of, laid: &laid, at: (0, 0) };
    writer.paragraphs(style, marker.map(Inline::Run), room.other - room.first + before)
}

struct Writer<'a> {
    line: &'a Line,
    texts: &'a [String],
    layout: &'a Layout<'a>,
    of: Type<'a>,
    laid: &'a Lines,
    /// What comes next: a run, and where in its text.
    at: (usize, usize),
}

impl Writer<'_> {
    /// `before` is what stands before the first line, in hundred-thousandths of a point.
    fn paragraphs(&mut self, style: Style, marker: Option<Inline>, before: i64) -> Vec<Paragraph> {
        let mut open: Vec<Inline> = marker.into_iter().collect();
        let mut paragraphs: Vec<Paragraph> = Vec::new();
        let count = self.laid.lines.len();
        for (index, line) in self.laid.lines.iter().enumerate() {
            let is_cut = !line.leaders.is_empty() || index + 1 == count;
            self.line(line.end, is_cut, &mut open);
            if is_cut {
                let style = if paragraphs.is_empty() { style } else { Style::Continued };
                let mut paragraph = Paragraph::new(style.id(), std::mem::take(&mut open));
                let from = if index == 0 { before } else { 0 };
                paragraph.properties.tabs = self.tabs(line.leaders.clone(), from);
                paragraphs.push(paragraph);
            }
        }
        paragraphs
    }

    /// The tab stops of some of the leaders, which stand in a line that begins at `from`.
    fn tabs(&self, leaders: Range<usize>, from: i64) -> Vec<TabStop> {
        let blanks = self.line.runs.iter().filter_map(run::Run::by_hand);
        let blanks = blanks.filter(|blank| leader(*blank).is_some());
        let laid = self.laid.leaders[leaders.clone()].iter();
        let width = self.layout.measures.text_width;
        let tab = |(blank, laid): (Blank, &Laid)| {
            let mut drawn = self.of.drawn(blank);
            drawn.set(*laid);
            tab(&drawn, twips(from + laid.end), width)
        };
        blanks.skip(leaders.start).zip(laid).filter_map(tab).collect()
    }

    /// The inlines up to the end of a line; `is_cut`: what parts it from the next one is left out.
    fn line(&mut self, end: Option<(usize, usize)>, is_cut: bool, inlines: &mut Vec<Inline>) {
        let (run, mut from) = self.at;
        let is_break = |at: &usize| self.line.runs[*at].is_break();
        let count = self.line.runs.len();
        let last = || (run..count).find(is_break).unwrap_or(count);
        let last = end.map_or_else(last, |(run, _)| run);
        for at in run..last {
            self.push(at, from, self.texts[at].len(), inlines);
            from = 0;
        }
        if let Some((run, nth)) = end {
            let length = self.texts[run].len();
            let to = space(&self.texts[run], nth).unwrap_or(length);
            let behind = (to + 1).min(length);
            self.push(run, from, if is_cut { to } else { behind }, inlines);
            self.at = (run, behind);
            return;
        }
        if !is_cut && last < count {
            inlines.push(Inline::Break);
        }
        self.at = (last + 1, 0);
    }

    fn push(&self, run: usize, from: usize, to: usize, inlines: &mut Vec<Inline>) {
        if from < to {
            let text = self.texts[run][from..to].to_owned();
            inlines.push(self.layout.inline(&self.line.runs[run], text));
        }
    }
}

/// The runs of each line.
pub(super) fn lines_of(runs: &[CellRun]) -> Vec<Vec<CellRun>> {
    let mut lines = vec![Vec::new()];
    for run in runs {
        for (nth, text) in run.text.split('\n').enumerate() {
            if nth > 0 {
                lines.push(Vec::new());
            }
            if let Some(line) = lines.last_mut().filter(|_| !text.is_empty()) {
                line.push(CellRun { text: text.to_owned(), ..run.clone() });
            }
        }
    }
    lines
}

/// A paragraph of one run with `runs` in its place, in a column with so much room.
pub(super) fn with_runs(mut paragraph: Paragraph, runs: &[CellRun], room: i64) -> Paragraph {
    let Some(Inline::Run(whole)) = paragraph.content.first().cloned() else { return paragraph };
    // It may have ordinary spaces where the runs have no-break ones.
    let is_free = !whole.text.contains(NBSP);
    let inline = |run: &CellRun| {
        let bold = run.strong.then_some(true).or(whole.properties.bold);
        let properties = RunProperties { bold, ..whole.properties.clone() };
        if let Some(drawn) = &run.drawn {
            return inline(drawn.blank, properties);
        }
        let text = if is_free { run.text.replace(NBSP, " ") } else { run.text.clone() };
        Inline::Run(Run { properties, text })
    };
    paragraph.content = runs.iter().map(inline).collect();
    let drawn = runs.iter().filter_map(|run| run.drawn.as_ref());
    let tab = |drawn: &Drawn| tab(drawn, twips(drawn.end), room);
    paragraph.properties.tabs = drawn.filter_map(tab).collect();
    paragraph
}
