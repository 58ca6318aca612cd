//! A finished PDF taken apart: which words are which element, told by what they say and where
//! they stand. How they look is left to the measures.

use std::ops::Range;

use vanthu::model::Directive;

use super::body::{self, Paragraph};
use super::facts::{self, Asked};
use super::runs::{Placed, find, find_last, folded, key};
use crate::pdf::{Line, Page, Pdf, Stroke};

/// What stands higher is in the top margin.
pub(crate) const MARGIN: f64 = 20.0;

/// A document and what stands where in it.
#[derive(Debug)]
pub(crate) struct Paper<'a> {
    pub(crate) directive: &'a Directive,
    pub(crate) asked: &'a Asked,
    pub(crate) pdf: &'a Pdf,
    /// Lines of each page that are neither page numbers nor in the top margin.
    pub(crate) lines: Vec<Vec<Line>>,
    /// Lines of each page that stand in its top margin.
    pub(crate) in_margin: Vec<Vec<Line>>,
    /// Pages of the document itself.
    pub(crate) main: Range<usize>,
    pub(crate) head: Head,
    pub(crate) title: Option<Title>,
    pub(crate) addressees: Option<Addressees>,
    pub(crate) paragraphs: Vec<Paragraph>,
    pub(crate) foot: Foot,
    pub(crate) appendices: Vec<Appendix>,
}

/// Ô 1–4 and 5b.
#[derive(Debug)]
pub(crate) struct Head {
    pub(crate) nation: Line,
    pub(crate) motto: Line,
    pub(crate) parent: Vec<Line>,
    pub(crate) issuer: Vec<Line>,
    pub(crate) number: Line,
    pub(crate) date: Line,
    /// `V/v …`
    pub(crate) subject: Vec<Line>,
}

/// Ô 5a.
#[derive(Debug)]
pub(crate) struct Title {
    pub(crate) name: Vec<Line>,
    pub(crate) subject: Vec<Line>,
}

/// Ô 9a.
#[derive(Debug)]
pub(crate) struct Addressees {
    /// `Kính gửi:`, with the addressee when there is one.
    pub(crate) lines: Vec<Line>,
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
    /// Authority and title, each with its lines.
    pub(crate) above: Vec<Vec<Line>>,
    pub(crate) office: Option<Vec<Line>>,
    pub(crate) name: Option<Vec<Line>>,
}

/// An appendix.
#[derive(Debug)]
pub(crate) struct Appendix {
    pub(crate) pages: Range<usize>,
    pub(crate) label: Line,
    pub(crate) title: Vec<Line>,
    pub(crate) reference: Vec<Line>,
}

impl<'a> Paper<'a> {
    /// Takes a document apart; or says what is not there.
    pub(crate) fn new(
        directive: &'a Directive,
        asked: &'a Asked,
        pdf: &'a Pdf,
    ) -> Result<Self, String> {
        let (in_margin, lines): (Vec<Vec<Line>>, Vec<Vec<Line>>) = pdf
            .pages
            .iter()
            .map(|page| page.lines().into_iter().partition(|line| line.y() < MARGIN))
            .unzip();
        let starts = appendix_starts(&lines);
        let count = directive.appendices().len();
        if starts.len() != count {
            return Err(format!("{count} appendices, on paper they begin on {starts:?}"));
        }
        let main = 0..starts.first().copied().unwrap_or(lines.len());
        let mut left = Unread::new(&lines, &main);
        let head = head(directive, &mut left)?;
        let title = title(directive, &mut left)?;
        let addressees = addressees(directive, &mut left)?;
        let foot = foot(directive, &mut left)?;
        let text = left.rest(&pdf.pages);
        let paragraphs = body::read(directive, &text)?;
        let ends = starts.iter().skip(1).copied().chain([lines.len()]);
        let appendices = starts
            .iter()
            .zip(ends)
            .enumerate()
            .map(|(index, (start, end))| appendix(directive, index, *start..end, &lines))
            .collect::<Result<_, _>>()?;
        let paper = Self {
            directive,
            asked,
            pdf,
            lines,
            in_margin,
            main,
            head,
            title,
            addressees,
            paragraphs,
            foot,
            appendices,
        };
        Ok(paper)
    }

    /// The part a page is in, by its first page: the document itself or an appendix.
    pub(crate) fn start_of(&self, page: usize) -> usize {
        let starts = self.appendices.iter().map(|appendix| appendix.pages.start);
        starts.filter(|start| *start <= page).max().unwrap_or(0)
    }

    /// Left edge of the text: where lines that go on begin.
    pub(crate) fn left_edge(&self) -> Option<f64> {
        let goes_on = self.paragraphs.iter().flat_map(|p| p.lines.iter().skip(1));
        let foot = self.foot.heading.iter();
        let ends = goes_on.map(|placed| placed.line.x0()).chain(foot.map(Line::x0));
        ends.min_by(f64::total_cmp)
    }

    /// Right edge of the text: where full lines end.
    pub(crate) fn right_edge(&self) -> Option<f64> {
        let full = self.paragraphs.iter().flat_map(Paragraph::full_lines);
        full.map(|line| line.x1()).max_by(f64::total_cmp)
    }

    /// Where the right margin is: most full lines end there. (Whether all do is r55's.)
    pub(crate) fn right_margin(&self) -> Option<f64> {
        let edge = self.right_edge()?;
        let full: Vec<&Line> = self.paragraphs.iter().flat_map(Paragraph::full_lines).collect();
        let there = full.iter().filter(|line| edge - line.x1() < 0.15).count();
        (there * 2 > full.len()).then(|| self.pdf.pages[0].width - edge)
    }

    /// Strokes of a page that lie level, from `top` to `bottom`.
    pub(crate) fn rules(&self, page: usize, top: f64, bottom: f64) -> Vec<&Stroke> {
        let is_rule = |stroke: &&Stroke| {
            (stroke.from.1 - stroke.to.1).abs() < 0.05
                && (top..bottom).contains(&stroke.from.1)
        };
        self.pdf.pages[page].strokes().iter().filter(is_rule).collect()
    }
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

/// The lines of some pages, of which elements are taken one by one.
struct Unread {
    lines: Vec<Placed>,
}

impl Unread {
    fn new(lines: &[Vec<Line>], pages: &Range<usize>) -> Self {
        let placed = |page: usize| lines[page].iter().map(move |line| (page, line));
        let lines = pages.clone().flat_map(placed);
        Self { lines: lines.map(|(page, line)| Placed { page, line: line.clone() }).collect() }
    }

    fn take(&mut self, words: &str) -> Result<Vec<Line>, String> {
        let found = find(&self.lines, words);
        let found = found.ok_or_else(|| format!("`{words}` does not stand on the paper"))?;
        Ok(self.lines.drain(found).map(|placed| placed.line).collect())
    }

    /// The last one that says so, and its page.
    fn take_last(&mut self, words: &str) -> Result<(usize, Vec<Line>), String> {
        let found = find_last(&self.lines, words);
        let found = found.ok_or_else(|| format!("`{words}` does not stand on the paper"))?;
        let page = self.lines[found.start].page;
        Ok((page, self.lines.drain(found).map(|placed| placed.line).collect()))
    }

    /// The first line on page 1 that is so.
    fn take_line(&mut self, what: &str, is_it: impl Fn(&Line) -> bool) -> Result<Line, String> {
        let at = self.lines.iter().position(|placed| placed.page == 0 && is_it(&placed.line));
        let at = at.ok_or_else(|| format!("{what} does not stand on the first page"))?;
        Ok(self.lines.remove(at).line)
    }

    /// What nobody has taken and no table holds.
    fn rest(self, pages: &[Page]) -> Vec<Placed> {
        let tables: Vec<Vec<(f64, f64)>> = pages.iter().map(tables).collect();
        let in_table = |placed: &Placed| {
            let y = placed.line.y();
            tables[placed.page].iter().any(|(top, bottom)| (*top..*bottom).contains(&y))
        };
        self.lines.into_iter().filter(|placed| !in_table(placed)).collect()
    }
}

/// Upper and lower ends of the tables of a page: where there are upright strokes.
fn tables(page: &Page) -> Vec<(f64, f64)> {
    let upright = page.strokes().iter().filter(|s| (s.from.0 - s.to.0).abs() < 0.05);
    let mut spans: Vec<(f64, f64)> = upright.map(|stroke| (stroke.from.1, stroke.to.1)).collect();
    spans.sort_by(|one, other| one.0.total_cmp(&other.0));
    let mut tables: Vec<(f64, f64)> = Vec::new();
    for (top, bottom) in spans {
        match tables.last_mut().filter(|last| top <= last.1 + 0.5) {
            Some(last) => last.1 = last.1.max(bottom),
            None => tables.push((top, bottom)),
        }
    }
    tables
}

fn head(directive: &Directive, left: &mut Unread) -> Result<Head, String> {
    let said = |line: &Line| key(&line.text());
    let nation = left.take_line("Quốc hiệu", |line| said(line) == "cộnghòaxãhộichủnghĩaviệtnam")?;
    let motto = left.take_line("Tiêu ngữ", |line| said(line).starts_with("độclập"))?;
    let below = motto.y();
    let half = 105.0;
    let number = left.take_line("số", |line| {
        line.y() > below && line.center() < half && said(line).starts_with("số")
    })?;
    let is_date = |said: &str| ["ngày", "tháng", "năm"].iter().all(|word| said.contains(word));
    let date = left.take_line("ngày", |line| {
        line.y() > below && line.center() > half && is_date(&said(line))
    })?;
    let issuer = directive.issuer.as_ref();
    let parent = issuer.and_then(|issuer| issuer.parent.as_ref());
    let parent = parent.map(|parent| left.take(&parent.value)).transpose()?;
    let issuer = issuer.map(|issuer| left.take(&issuer.name.value)).transpose()?;
    let subject = if directive.kind.has_title() {
        Vec::new()
    } else {
        left.take(&format!("V/v {}", directive.subject.value))?
    };
    let (parent, issuer) = (parent.unwrap_or_default(), issuer.unwrap_or_default());
    Ok(Head { nation, motto, parent, issuer, number, date, subject })
}

fn title(directive: &Directive, left: &mut Unread) -> Result<Option<Title>, String> {
    if !directive.kind.has_title() {
        return Ok(None);
    }
    let name = left.take(directive.kind.name)?;
    let subject = left.take(&directive.subject.value)?;
    Ok(Some(Title { name, subject }))
}

fn addressees(directive: &Directive, left: &mut Unread) -> Result<Option<Addressees>, String> {
    let entries = facts::addressees(directive);
    if entries.is_empty() {
        return Ok(None);
    }
    let dash = if entries.len() > 1 { "- " } else { "" };
    let words = entries.iter().map(|entry| format!("{dash}{entry}")).collect::<String>();
    Ok(Some(Addressees { lines: left.take(&format!("Kính gửi: {words}"))? }))
}

fn foot(directive: &Directive, left: &mut Unread) -> Result<Foot, String> {
    let mut foot = Foot::default();
    let signatory = &directive.signatory;
    if let Some(name) = &signatory.name {
        let (page, lines) = left.take_last(&name.value)?;
        (foot.page, foot.name) = (page, Some(lines));
    }
    if let Some(office) = &signatory.office {
        let (page, lines) = left.take_last(&office.value)?;
        (foot.page, foot.office) = (page, Some(lines));
    }
    for above in signatory.title.iter().chain(signatory.authority.iter().rev()) {
        let (page, lines) = left.take_last(&above.value)?;
        foot.page = page;
        foot.above.insert(0, lines);
    }
    let entries = facts::recipients(directive);
    if !entries.is_empty() {
        let whole = format!("Nơi nhận: {}", entries.concat());
        let (page, mut lines) = left.take_last(&whole)?;
        foot.page = page;
        foot.heading = Some(lines.remove(0));
        foot.recipients = shared_out(&lines, &entries);
    }
    Ok(foot)
}

/// Lines that say several texts one after the other: those of each.
fn shared_out(lines: &[Line], texts: &[String]) -> Vec<Vec<Line>> {
    let mut rest = lines.iter();
    let signs = |text: &str| text.chars().filter(|sign| !sign.is_whitespace()).map(folded).count();
    let of = |text: &String| {
        let (mut own, mut read) = (Vec::new(), 0);
        while read < signs(text) {
            let Some(line) = rest.next() else { break };
            read += signs(&line.text());
            own.push(line.clone());
        }
        own
    };
    texts.iter().map(of).collect()
}

fn appendix(
    directive: &Directive,
    index: usize,
    pages: Range<usize>,
    lines: &[Vec<Line>],
) -> Result<Appendix, String> {
    let mut left = Unread::new(lines, &(pages.start..pages.start + 1));
    let label = left.lines.remove(0).line;
    let reference = left.take(&facts::reference(directive))?;
    let title = facts::appendix_title(directive, index);
    let title = title.map(|title| left.take(&title)).transpose()?.unwrap_or_default();
    Ok(Appendix { pages, label, title, reference })
}
