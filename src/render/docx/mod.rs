//! The printed document to a Word file (ECMA-376, `.docx`). Adds layout, never text.
//!
//! `word` is the format: elements in the order the schema demands, and the package around them.
//! Beside it stand the parts of a document, as in the templates of the PDF. Word sets the lines
//! itself; what depends on where they end (how long a rule is, how wide a column) is measured with
//! the same widths of characters as in the PDF.

mod appendix;
mod body;
mod by_hand;
mod closing;
mod copy;
mod layout;
mod letterhead;
mod measures;
mod opening;
mod styles;
mod table;
mod word;

use super::Style;
use crate::fonts::{Fonts, HOUSE_FAMILY};
use crate::model::kind::Form;
use crate::model::measure::Measure;
use crate::printed::{Document, document};
use crate::render::lines::as_it_is;
use crate::render::spacing::running;
use layout::Layout;
use measures::millimetres;
use word::{
    CoreProperties, Element, HeaderFooter, Inline, Package, PageSize, Paragraph, Part, Run,
    Section, SectionProperties, Which,
};

/// Where page numbers and stamps stand in the upper margin, from the edge of the paper.
const HEADER: i64 = millimetres(Measure::whole(10));

/// The typeface of the decree (R9), which stands in a Word file for its twin in the program.
pub(super) const FAMILY: &str = "Times New Roman";

/// The Word file of `document`, measured in `fonts`: the same bytes for the same document.
#[must_use]
pub fn render(document: &Document, style: &Style<'_>, fonts: &Fonts) -> Vec<u8> {
    let style = &style.under(document.rules);
    let layout = Layout::new(document, style, fonts);
    let family = if style.font == HOUSE_FAMILY { FAMILY } else { style.font };
    let mut furniture = Furniture::new(document, &layout);
    let sections = sections(document, &layout, &mut furniture);
    Package {
        family: family.to_owned(),
        defaults: styles::defaults(family, &layout.measures),
        styles: styles::styles(&layout.measures),
        tables: styles::TABLES.to_vec(),
        separator: styles::Style::Separator.id(),
        sections,
        parts: furniture.parts,
        notes: layout.into_notes(),
        core: core(&document.properties, style),
    }
    .into_bytes()
}

/// The document itself, what it puts into force, its appendices: each numbers its own pages (R90).
fn sections(document: &Document, layout: &Layout<'_>, furniture: &mut Furniture) -> Vec<Section> {
    let upright = PageSize {
        width: millimetres(Measure::whole(210)),
        height: millimetres(Measure::whole(297)),
    };
    let mut sections = vec![(main(document, layout), upright)];
    let enacted = document.enacted.iter().map(|it| (appendix::enacted(it, layout), upright));
    sections.extend(enacted);
    sections.extend(document.appendices.iter().map(|it| appendix::appendix(it, layout)));
    if let (Some((last, _)), Some(copy)) = (sections.last_mut(), &document.copy) {
        copy::add(copy, layout, last);
    }
    let measures = layout.measures;
    let restarts_notes = !layout.is_without_notes();
    let section = |(index, (elements, page)): (usize, (Vec<Element>, PageSize))| Section {
        elements,
        properties: SectionProperties {
            parts: furniture.of_section(index),
            page,
            top: measures.top,
            right: measures.right,
            bottom: measures.bottom,
            left: measures.left,
            header: HEADER,
            footer: HEADER,
            restarts_notes,
        },
    };
    sections.into_iter().enumerate().map(section).collect()
}

/// The order of R106.
fn main(document: &Document, layout: &Layout<'_>) -> Vec<Element> {
    let Document {
        kind,
        rules: _,
        properties: _,
        letterhead,
        marks,
        title,
        addressees,
        preamble,
        blocks,
        signature,
        enacted: _,
        appendices: _,
        contact: _,
        copy,
        fingerprint: _,
    } = document;
    let mark = copy.as_ref().and_then(|copy| copy::mark(copy, layout));
    let mut elements: Vec<Element> = mark.map(Element::from).into_iter().collect();
    let marks_above = elements.len();
    if document.is_copy_alone() {
        return elements;
    }
    elements.extend(match kind.form {
        Form::Contract => letterhead::nation(&letterhead.names, marks, layout),
        _ => vec![letterhead::letterhead(letterhead, marks, layout).into()],
    });
    elements.extend(title.iter().flat_map(|title| opening::title(title, layout)));
    let addressees = addressees.iter();
    elements.extend(addressees.flat_map(|it| opening::addressees(it, kind, layout)));
    elements.extend(preamble.iter().flat_map(|it| opening::preamble(it, layout)));
    let mut text = body::blocks(blocks, 0, layout);
    let has_only_head = elements.len() == marks_above + 1;
    if let Some(Element::Paragraph(first)) = text.first_mut().filter(|_| has_only_head) {
        // A letter without addressees: the text must not begin right below `V/v`.
        first.properties.spacing.before = Some(3 * layout.measures.gap);
    }
    elements.append(&mut text);
    if let Some(signature) = signature {
        closing::close(signature, layout, &mut elements);
    }
    elements
}

/// Headers and footers.
struct Furniture {
    parts: Vec<Part>,
    /// Those of the first section, and those that the second one puts in their place.
    first: Vec<HeaderFooter>,
    others: Vec<HeaderFooter>,
}

impl Furniture {
    /// Page numbers from the second page on (R11); on the first page what is above and below it.
    fn new(document: &Document, layout: &Layout<'_>) -> Self {
        let mut furniture = Self { parts: Vec::new(), first: Vec::new(), others: Vec::new() };
        let number = Run { text: "2".to_owned(), ..Run::default() };
        let number = Inline::Field { instruction: "PAGE".to_owned(), shown: number };
        let number = Paragraph::new(styles::Style::PageNumber.id(), vec![number]);
        let number = furniture.add(false, vec![number.into()]);
        furniture.first.push(HeaderFooter { which: Which::Header, part: number });
        let names = &document.letterhead.names;
        if let Some(stamp) = letterhead::circulation(&document.marks, names, layout) {
            furniture.on_first_page(Which::FirstHeader, vec![stamp.into()]);
        }
        let fingerprint = fingerprint(document, layout);
        if !fingerprint.is_empty() {
            let part = furniture.add(true, fingerprint.clone());
            furniture.first.push(HeaderFooter { which: Which::Footer, part });
        }
        let mut foot = contact(document, layout);
        foot.extend(fingerprint.iter().cloned());
        if !foot.is_empty() {
            furniture.on_first_pages(Which::FirstFooter, foot, fingerprint);
        }
        furniture
    }

    fn add(&mut self, is_footer: bool, elements: Vec<Element>) -> usize {
        self.parts.push(Part { is_footer, elements });
        self.parts.len() - 1
    }

    /// The first page of the document shows `elements`, that of every other section nothing.
    fn on_first_page(&mut self, which: Which, elements: Vec<Element>) {
        self.on_first_pages(which, elements, Vec::new());
    }

    /// The same, and that of every other section shows `others`.
    fn on_first_pages(&mut self, which: Which, elements: Vec<Element>, others: Vec<Element>) {
        let is_footer = which == Which::FirstFooter;
        let part = self.add(is_footer, elements);
        self.first.push(HeaderFooter { which, part });
        let nothing = || vec![Paragraph::new(styles::Style::Separator.id(), Vec::new()).into()];
        let others = if others.is_empty() { nothing() } else { others };
        let part = self.add(is_footer, others);
        self.others.push(HeaderFooter { which, part });
    }

    /// What a section does not name, it takes from the one before.
    fn of_section(&self, index: usize) -> Vec<HeaderFooter> {
        match index {
            0 => self.first.clone(),
            1 => self.others.clone(),
            _ => Vec::new(),
        }
    }
}

/// Ô 13, under a rule as wide as the text (R96).
fn contact(document: &Document, layout: &Layout<'_>) -> Vec<Element> {
    /// Between the rule and the first line: 3 pt.
    const ABOVE: i64 = 60;
    let line = |(index, line): (usize, &crate::printed::run::Line)| {
        let mut paragraph = layout.paragraph(styles::Style::Contact, line, running);
        if index == 0 {
            paragraph.content.push(layout.rule_above(ABOVE, layout.measures.text_width));
        }
        paragraph.into()
    };
    document.contact.iter().enumerate().map(line).collect()
}

/// The fingerprint of the sources, at the foot of every page.
fn fingerprint(document: &Document, layout: &Layout<'_>) -> Vec<Element> {
    let line = |line| layout.paragraph(styles::Style::Fingerprint, line, as_it_is).into();
    document.fingerprint.iter().map(line).collect()
}

fn core(properties: &document::Properties, style: &Style<'_>) -> CoreProperties {
    let (year, month, day) = style.day_of(properties.date);
    CoreProperties {
        title: properties.title.clone(),
        subject: properties.subject.clone(),
        creator: properties.author.clone(),
        keywords: properties.keywords.join(", "),
        date: format!("{year:04}-{month:02}-{day:02}"),
    }
}
