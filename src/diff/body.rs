//! Bodies: paragraphs are aligned first, then compared word by word as they are printed.

use similar::{Algorithm, DiffOp, capture_diff_slices};

use crate::compute::Tables;
use crate::model::Directive;
use crate::model::reference::{Appendix, Format, Referent};
use crate::printed::grid::Grid;
use crate::printed::run::{Run, Source, Style};
use crate::printed::{self, block::Block};

use super::Found;
use super::change::{Change, Paragraph, ParagraphEvent, ParagraphPlace, Words};
use super::words::{compared, excerpt, is_alike, likeness};

/// No larger block of changed paragraphs is searched for the best partners; its paragraphs are
/// taken in their order.
const MOST_PAIRS: usize = 10_000;

/// A paragraph, where it stands, what is printed, and what the author wrote.
pub(super) struct Part {
    at: ParagraphPlace,
    is_heading: bool,
    pub(super) text: String,
    /// As written, each `{{ … }}` by what it names: who writes the same says the same.
    written: String,
    style: Vec<(usize, bool, bool)>,
}

/// The paragraphs of each text of a directive.
pub(super) fn parts(directive: &Directive, tables: &Tables) -> Vec<Vec<Part>> {
    let texts = printed::texts(directive, tables).into_iter().enumerate();
    texts.map(|(index, text)| of_text(index, &text, directive)).collect()
}

fn of_text(index: usize, blocks: &[Block], directive: &Directive) -> Vec<Part> {
    let mut headings: Vec<String> = Vec::new();
    let mut number = 0;
    let mut parts = Vec::new();
    for block in blocks {
        let pieces = pieces(block, directive);
        let text: String = pieces.iter().map(|piece| piece.shown.as_str()).collect();
        let marked = match block.marker() {
            Some(marker) => format!("{marker} {text}"),
            None => text,
        };
        number += 1;
        let is_heading = if let Block::Heading { depth, .. } = block {
            headings.truncate(depth - 1);
            headings.push(marked.clone());
            number = 0;
            true
        } else {
            false
        };
        let behind = index.checked_sub(1 + directive.enacts.len());
        let enacted = (index > 0 && behind.is_none()).then_some(index);
        let appendix = behind.map(|index| directive.appended[index].title.value.clone());
        let marker = block.marker().filter(|_| !is_heading).map(str::to_owned);
        let at = ParagraphPlace { enacted, appendix, headings: headings.clone(), marker, number };
        let written: String = pieces.iter().map(|piece| piece.written.as_str()).collect();
        let marker = block.marker().unwrap_or_default();
        parts.push(Part {
            at,
            is_heading,
            text: marked,
            written: format!("{marker} {written}"),
            style: style(&pieces),
        });
    }
    parts
}

/// What a run prints, and what its author wrote.
struct Piece {
    /// With ordinary spaces; of bases and whole tables as written.
    shown: String,
    written: String,
    style: Style,
}

/// The pieces of a block; bases and tables are compared elsewhere, as a list and cell by cell.
fn pieces(block: &Block, directive: &Directive) -> Vec<Piece> {
    let whole = |to: &Referent| {
        let shown = match to {
            Referent::Table(index) => {
                format!("{{{{ table(\"{}\") }}}}", directive.targets[*index].id.value)
            }
            _ => "{{ bases }}".to_owned(),
        };
        Piece { shown, written: written(to, directive), style: Style::default() }
    };
    let piece = |run: &Run| {
        let style = run.style;
        match &run.source {
            Source::Reference(it) if it.to == Referent::Bases => Piece { style, ..whole(&it.to) },
            Source::Reference(it) => {
                Piece { shown: run.text.clone(), written: written(&it.to, directive), style }
            }
            source => {
                let shown = match source {
                    Source::Break => " ".to_owned(),
                    Source::Note(_) => format!("[{}]", run.text),
                    _ => run.text.clone(),
                };
                Piece { written: shown.clone(), shown, style }
            }
        }
    };
    match block {
        Block::Bases(_) => vec![whole(&Referent::Bases)],
        Block::Grid(_) | Block::SideBySide(_) => {
            let table = |grid: &Grid| match grid.shows {
                Appendix::Table(index) | Appendix::Working(index, _) => {
                    Some(whole(&Referent::Table(index)))
                }
                Appendix::Text(_) => None,
            };
            block.grids().iter().filter_map(table).collect()
        }
        _ => block.line().into_iter().flat_map(|line| &line.runs).map(piece).collect(),
    }
}

/// What a reference names, by names that do not depend on where it stands.
fn written(to: &Referent, directive: &Directive) -> String {
    let target = |index: usize| directive.targets[index].id.value.as_str();
    match to {
        Referent::Bases => "\u{fffc}bases\u{fffc}".to_owned(),
        Referent::Document(document) => format!("\u{fffc}cite {}\u{fffc}", document.id.value),
        Referent::Appendix(Appendix::Table(index)) => {
            format!("\u{fffc}appendix {}\u{fffc}", target(*index))
        }
        Referent::Appendix(Appendix::Working(index, column)) => {
            format!("\u{fffc}appendix {} {column}\u{fffc}", target(*index))
        }
        Referent::Appendix(Appendix::Text(index)) => {
            let (id, _) = directive.appendix_id(Appendix::Text(*index));
            format!("\u{fffc}appendix {id}\u{fffc}")
        }
        Referent::Table(index) => format!("\u{fffc}table {}\u{fffc}", target(*index)),
        Referent::Count { target: index, group } => {
            let row = group.map(|line| directive.targets[*index].path_of(Some(line)).join(" › "));
            format!("\u{fffc}count {} {}\u{fffc}", target(*index), row.unwrap_or_default())
        }
        Referent::Figure(figure) => {
            let of = &directive.targets[figure.cell.target];
            let row = of.path_of(figure.cell.line).join(" › ");
            let format = match figure.format {
                Format::Column => String::new(),
                Format::Number(decimals) => format!("so {decimals}"),
                Format::Percent(decimals) => format!("phan_tram {decimals}"),
                Format::Words(None) => "bang_chu".to_owned(),
                Format::Words(Some(decimals)) => format!("bang_chu {decimals}"),
            };
            let column = &of.columns[figure.cell.column].id.value;
            format!("\u{fffc}{} {row} {column} {format}\u{fffc}", of.id.value)
        }
        Referent::Told(text) => text.clone(),
    }
}

/// Where bold and italic words are: how long each stretch is.
fn style(pieces: &[Piece]) -> Vec<(usize, bool, bool)> {
    let mut style: Vec<(usize, bool, bool)> = Vec::new();
    for piece in pieces {
        let length = piece.shown.chars().count();
        let Style { strong, emphasis, .. } = piece.style;
        match style.last_mut() {
            Some(last) if (last.1, last.2) == (strong, emphasis) => last.0 += length,
            _ => style.push((length, strong, emphasis)),
        }
    }
    style
}

/// What changed in the bodies.
pub(super) fn compare(old: &[Vec<Part>], new: &[Vec<Part>], found: &mut Found) {
    let none = Vec::new();
    for index in 0..old.len().max(new.len()) {
        let (old, new) = (old.get(index).unwrap_or(&none), new.get(index).unwrap_or(&none));
        of_one(old, new, found);
    }
}

fn of_one(old: &[Part], new: &[Part], found: &mut Found) {
    let texts =
        |parts: &[Part]| -> Vec<String> { parts.iter().map(|part| part.written.clone()).collect() };
    let (mut removed, mut added) = (Vec::new(), Vec::new());
    for op in capture_diff_slices(Algorithm::Patience, &texts(old), &texts(new)) {
        let (from, to) = (op.old_range(), op.new_range());
        match op {
            DiffOp::Equal { .. } => {
                from.zip(to).for_each(|(was, is)| both(&old[was], &new[is], found));
            }
            DiffOp::Delete { .. } | DiffOp::Insert { .. } | DiffOp::Replace { .. } => {
                let pairs = paired(&old[from.clone()], &new[to.clone()]);
                for (was, is) in &pairs {
                    both(&old[from.start + was], &new[to.start + is], found);
                }
                let is_free = |at: usize, of: fn(&(usize, usize)) -> usize| {
                    !pairs.iter().any(|pair| of(pair) == at)
                };
                removed.extend(from.clone().filter(|at| is_free(at - from.start, |pair| pair.0)));
                added.extend(to.clone().filter(|at| is_free(at - to.start, |pair| pair.1)));
            }
        }
    }
    // What is gone here and new there has only moved.
    added.retain(|is| {
        let same = removed.iter().position(|was: &usize| old[*was].text == new[*is].text);
        let moved = same.or_else(|| reworded(old, &removed, &new[*is]));
        if let Some(moved) = moved {
            let was = removed.remove(moved);
            found.authored.push(whole(&new[*is], ParagraphEvent::Moved));
            both(&old[was], &new[*is], found);
        }
        moved.is_none()
    });
    let gone = removed.iter().map(|was| whole(&old[*was], ParagraphEvent::Removed));
    found.authored.extend(gone);
    let come = added.iter().map(|is| whole(&new[*is], ParagraphEvent::Added));
    found.authored.extend(come);
}

/// Which of the paragraphs that are `removed` the new one was, with a few words changed on its way.
fn reworded(old: &[Part], removed: &[usize], new: &Part) -> Option<usize> {
    let likely = removed.iter().enumerate().map(|(at, was)| {
        let (same, all) = likeness(&old[*was].text, &new.text);
        (same, all, at)
    });
    // Four words of five, of eight at least: shorter ones are alike by accident.
    let alike = likely.filter(|(same, all, _)| *same >= 16 && 5 * same >= 4 * all);
    alike.max_by_key(|(same, ..)| *same).map(|(.., at)| at)
}

fn whole(part: &Part, event: ParagraphEvent) -> Change {
    Change::Paragraph(Paragraph { at: part.at.clone(), event, text: part.text.clone() })
}

/// One paragraph in both states.
fn both(old: &Part, new: &Part, found: &mut Found) {
    if old.text != new.text {
        let at = new.at.clone();
        let change = Change::Words(Words { at, pieces: excerpt(compared(&old.text, &new.text)) });
        let follows = old.written == new.written;
        if follows { found.follows.push(change) } else { found.authored.push(change) }
    } else if old.style != new.style || old.is_heading != new.is_heading {
        found.authored.push(whole(new, ParagraphEvent::Restyled));
    }
}

/// Which of `old` became which of `new`, in their order: so that as many words as can be agree.
fn paired(old: &[Part], new: &[Part]) -> Vec<(usize, usize)> {
    if old.is_empty() || new.is_empty() {
        return Vec::new();
    }
    if old.len() * new.len() > MOST_PAIRS {
        let pairs = (0..old.len().min(new.len())).map(|at| (at, at));
        return pairs.filter(|(was, is)| is_alike(&old[*was].text, &new[*is].text)).collect();
    }
    let same = |was: usize, is: usize| {
        let (same, all) = likeness(&old[was].text, &new[is].text);
        if 2 * same >= all { same } else { 0 }
    };
    // The best that can be had of what is behind each place.
    let mut best = vec![vec![0_usize; new.len() + 1]; old.len() + 1];
    let mut likely = vec![vec![0_usize; new.len()]; old.len()];
    for was in (0..old.len()).rev() {
        for is in (0..new.len()).rev() {
            likely[was][is] = same(was, is);
            let both = likely[was][is] + best[was + 1][is + 1];
            best[was][is] = both.max(best[was + 1][is]).max(best[was][is + 1]);
        }
    }
    let (mut was, mut is, mut pairs) = (0, 0, Vec::new());
    while was < old.len() && is < new.len() {
        if likely[was][is] > 0 && best[was][is] == likely[was][is] + best[was + 1][is + 1] {
            pairs.push((was, is));
            (was, is) = (was + 1, is + 1);
        } else if best[was][is] == best[was + 1][is] {
            was += 1;
        } else {
            is += 1;
        }
    }
    pairs
}
