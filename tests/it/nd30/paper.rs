//! A finished PDF taken apart: which words are which element, told by what they say and where
//! they stand. How they look is left to the measures.

use std::ops::Range;

use vanthu::model::Directive;
use vanthu::model::block::Block;

use super::asked::Asked;
use super::body::{self, Paragraph};
use super::facts;
use super::read;
use super::runs::{Unread, key};
use crate::pdf::{Line, Pdf, Stroke};

/// What stands higher is in the top margin.
pub(crate) const MARGIN: f64 = 20.0;

/// A document and what stands where in it.
#[derive(Debug)]
pub(crate) struct Paper<'a> {
    pub(crate) directive: &'a Directive,
    pub(crate) asked: &'a Asked,
    pub(crate) pdf: &'a Pdf,
    /// Lines of each page below its top margin.
    pub(crate) lines: Vec<Vec<Line>>,
    /// Lines of each page in its top margin.
    pub(crate) in_margin: Vec<Vec<Line>>,
    /// Pages of the document itself.
    pub(crate) main: Range<usize>,
    pub(crate) head: Head,
    pub(crate) title: Option<Title>,
    /// Ô 9a: `Kính gửi:`, or who wires, and whom.
    pub(crate) addressees: Option<Vec<Line>>,
    pub(crate) preamble: Option<Preamble>,
    pub(crate) paragraphs: Vec<Paragraph>,
    pub(crate) foot: Foot,
    /// Ô 13.
    pub(crate) contact: Vec<Line>,
    pub(crate) enacted: Vec<Enacted>,
    pub(crate) appendices: Vec<Appendix>,
}

/// Ô 1–4, 5b and 10.
#[derive(Debug)]
pub(crate) struct Head {
    pub(crate) nation: Line,
    pub(crate) motto: Line,
    pub(crate) parent: Vec<Line>,
    pub(crate) issuer: Vec<Line>,
    pub(crate) number: Option<Line>,
    pub(crate) date: Option<Line>,
    /// `V/v …`
    pub(crate) subject: Vec<Line>,
    /// `HOẢ TỐC`
    pub(crate) urgency: Option<Line>,
}

/// Ô 5a.
#[derive(Debug)]
pub(crate) struct Title {
    pub(crate) name: Vec<Line>,
    /// Nothing where it stands elsewhere.
    pub(crate) subject: Vec<Line>,
}

impl Title {
    /// The lines above its rule: trích yếu, or the name where there is none.
    pub(crate) fn last(&self) -> &[Line] {
        if self.subject.is_empty() { &self.name } else { &self.subject }
    }
}

/// Who decides, and `QUYẾT ĐỊNH:` (R123); căn cứ are paragraphs.
#[derive(Debug)]
pub(crate) struct Preamble {
    pub(crate) authority: Vec<Line>,
    pub(crate) verb: Vec<Line>,
}

/// Ô 7 and 9b.
#[derive(Debug, Default)]
pub(crate) struct Foot {
    /// The page it is on.
    pub(crate) page: usize,
    /// `Nơi nhận:`
    pub(crate) heading: Option<Line>,
    /// Its entries, each with its lines.
    pub(crate) recipients: Vec<Vec<Line>>,
    /// From left to right, in the order of the directive.
    pub(crate) signers: Vec<Signer>,
    /// Over the room for the confirmation of a leave.
    pub(crate) confirmation: Vec<Line>,
}

/// Ô 7.
#[derive(Debug, Default)]
pub(crate) struct Signer {
    /// Authority and title, each with its lines.
    pub(crate) above: Vec<Vec<Line>>,
    pub(crate) office: Option<Vec<Line>>,
    pub(crate) name: Option<Vec<Line>>,
}

/// A document that this one puts into force.
#[derive(Debug)]
pub(crate) struct Enacted {
    pub(crate) pages: Range<usize>,
    pub(crate) nation: Option<Line>,
    pub(crate) motto: Option<Line>,
    pub(crate) parent: Vec<Line>,
    pub(crate) issuer: Vec<Line>,
    pub(crate) title: Title,
    pub(crate) reference: Vec<Line>,
    pub(crate) paragraphs: Vec<Paragraph>,
}

/// An appendix.
#[derive(Debug)]
pub(crate) struct Appendix {
    pub(crate) pages: Range<usize>,
    pub(crate) label: Line,
    pub(crate) title: Vec<Line>,
    pub(crate) reference: Vec<Line>,
    /// Of an appendix that is a text.
    pub(crate) paragraphs: Vec<Paragraph>,
    /// Who signs below a text.
    pub(crate) signers: Vec<Signer>,
}

impl<'a> Paper<'a> {
    /// Takes a document apart; or says what is not there.
    pub(crate) fn new(
        directive: &'a Directive,
        asked: &'a Asked,
        pdf: &'a Pdf,
    ) -> Result<Self, String> {
        let (in_margin, lines) = lines(directive, pdf);
        let enacted = enacted_starts(directive, &lines);
        let appendices = appendix_starts(&lines);
        let wanted = (directive.enacts.len(), directive.appendices().len());
        if (enacted.len(), appendices.len()) != wanted {
            return Err(format!("{wanted:?} parts, on paper {enacted:?} and {appendices:?}"));
        }
        let starts: Vec<usize> = enacted.iter().chain(&appendices).copied().collect();
        let end_of = |start: usize| {
            starts.iter().copied().filter(|next| *next > start).min().unwrap_or(lines.len())
        };
        let main = 0..end_of(0);
        let mut left = Unread::new(&lines, &main);
        let head = read::head(directive, &mut left)?;
        let title = read::title(directive, &mut left)?;
        let addressees = read::addressees(directive, &mut left)?;
        let preamble = read::preamble(directive, &mut left)?;
        if directive.draft_mark.unwrap_or(asked.draft_mark) {
            read::draft_mark(directive, &mut left)?;
        }
        let contact = facts::contact(directive);
        let contact = contact.iter().map(|line| left.take(line)).collect::<Result<Vec<_>, _>>()?;
        let foot = read::foot(directive, &mut left)?;
        let text = left.rest(&pdf.pages);
        let paragraphs = body::read(directive, &directive.body, preamble.is_some(), &text)?;
        let enacted = (0..enacted.len())
            .map(|index| {
                let pages = enacted[index]..end_of(enacted[index]);
                read::enacted(directive, index, pages, &lines, &pdf.pages)
            })
            .collect::<Result<_, _>>()?;
        let appendices = (0..appendices.len())
            .map(|index| {
                let pages = appendices[index]..end_of(appendices[index]);
                read::appendix(directive, index, pages, &lines, &pdf.pages)
            })
            .collect::<Result<_, _>>()?;
        Ok(Self {
            directive,
            asked,
            pdf,
            lines,
            in_margin,
            main,
            head,
            title,
            addressees,
            preamble,
            paragraphs,
            foot,
            contact: contact.concat(),
            enacted,
            appendices,
        })
    }

    /// The pages of what stands behind the document itself, each with a first page of its own.
    pub(crate) fn parts(&self) -> Vec<Range<usize>> {
        let enacted = self.enacted.iter().map(|enacted| enacted.pages.clone());
        enacted.chain(self.appendices.iter().map(|appendix| appendix.pages.clone())).collect()
    }

    /// The first page of the part a page is in.
    pub(crate) fn start_of(&self, page: usize) -> usize {
        let starts = self.parts().into_iter().map(|pages| pages.start);
        starts.filter(|start| *start <= page).max().unwrap_or(0)
    }

    /// The paragraphs of the document itself, of what it puts into force, and of its appendices.
    pub(crate) fn bodies(&self) -> impl Iterator<Item = &[Paragraph]> {
        let enacted = self.enacted.iter().map(|enacted| &enacted.paragraphs[..]);
        let appended = self.appendices.iter().filter(|it| !it.paragraphs.is_empty());
        let appended = appended.map(|appendix| &appendix.paragraphs[..]);
        std::iter::once(&self.paragraphs[..]).chain(enacted).chain(appended)
    }

    /// Left edge of the text: where lines that go on begin.
    pub(crate) fn left_edge(&self) -> Option<f64> {
        let indented = self.bodies().flatten().filter(|paragraph| paragraph.is_paragraph());
        let goes_on = indented.flat_map(|paragraph| paragraph.lines.iter().skip(1));
        let ends = goes_on.map(|placed| placed.line.x0());
        ends.chain(self.foot.heading.iter().map(Line::x0)).min_by(f64::total_cmp)
    }

    /// Lines that must be full.
    fn full_lines(&self) -> impl Iterator<Item = &Line> {
        let justified = self.bodies().flatten().filter(|paragraph| paragraph.is_paragraph());
        justified.flat_map(Paragraph::full_lines)
    }

    /// Right edge of the text: where full lines end.
    pub(crate) fn right_edge(&self) -> Option<f64> {
        self.full_lines().map(Line::x1).max_by(f64::total_cmp)
    }

    /// The right margin, if most full lines end there. (Whether all do is r55's.)
    pub(crate) fn right_margin(&self) -> Option<f64> {
        let edge = self.right_edge()?;
        let there = self.full_lines().filter(|line| edge - line.x1() < 0.15).count();
        (there * 2 > self.full_lines().count()).then(|| self.pdf.pages[0].width - edge)
    }

    /// Strokes of a page that lie level, from `top` to `bottom`.
    pub(crate) fn rules(&self, page: usize, top: f64, bottom: f64) -> Vec<&Stroke> {
        let is_rule = |stroke: &&Stroke| {
            (stroke.from.1 - stroke.to.1).abs() < 0.05 && (top..bottom).contains(&stroke.from.1)
        };
        self.pdf.pages[page].strokes().iter().filter(is_rule).collect()
    }
}

/// The lines of each page in its top margin, and below it. The decree has no rule for footnotes: they
/// are left aside.
fn lines(directive: &Directive, pdf: &Pdf) -> (Vec<Vec<Line>>, Vec<Vec<Line>>) {
    let has_notes = directive.bodies().flatten().any(|block| matches!(block, Block::Note { .. }));
    let of_page = |page: &crate::pdf::Page| {
        let lines = page.lines().into_iter();
        let lines =
            lines.filter_map(|line| if has_notes { line.without_notes() } else { Some(line) });
        lines.partition(|line| line.y() < MARGIN)
    };
    pdf.pages.iter().map(of_page).unzip()
}

/// Pages on which an appendix begins: its label is the first line.
fn appendix_starts(lines: &[Vec<Line>]) -> Vec<usize> {
    let is_label = |line: &Line| {
        let rest = key(&line.text());
        rest.strip_prefix("phụlục").is_some_and(|n| n.chars().all(|sign| "ivx".contains(sign)))
    };
    let begins = |page: &usize| lines[*page].first().is_some_and(is_label);
    (1..lines.len()).filter(begins).collect()
}

/// Pages on which what is put into force begins: its type name and what it goes with stand there.
fn enacted_starts(directive: &Directive, lines: &[Vec<Line>]) -> Vec<usize> {
    let reference = key(&facts::reference(directive));
    let said = |page: usize| lines[page].iter().map(|line| key(&line.text())).collect::<String>();
    let mut starts = Vec::new();
    for enacted in &directive.enacts {
        let title = key(&format!("{}{}", enacted.kind.name, enacted.subject.value)) + &reference;
        let after = starts.last().map_or(1, |last| last + 1);
        starts.extend((after..lines.len()).find(|page| said(*page).contains(&title)));
    }
    starts
}
