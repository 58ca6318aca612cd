//! What templates may see: strings and lists, worded and formatted, ready to print.

use serde::Serialize;

use super::content::{self, Block};
use super::names::name;
use super::spacing::{HELD, running};
use super::table::{self, TargetTable};
use super::{Style, numbers};
use crate::compute::Table;
use crate::model::Directive;
use crate::model::directive::{FileNote, Recipients};
use crate::model::reference;
use crate::model::roman::roman;
use crate::model::text::Text;

/// One document.
#[derive(Debug, Serialize)]
pub(super) struct Document {
    /// Title in the PDF.
    title: String,
    pdf_date: PdfDate,
    font: String,
    profile: String,
    letterhead: Letterhead,
    /// Tên loại and trích yếu; a công văn has none.
    type_name: Option<TypeName>,
    addressees: Vec<String>,
    body: Vec<Block>,
    /// `None` when nobody signs and nobody receives it yet.
    signing: Option<Signing>,
    appendices: Vec<Appendix>,
}

/// The date in the PDF's metadata.
#[derive(Debug, Serialize)]
struct PdfDate {
    year: i16,
    month: i8,
    day: i8,
}

#[derive(Debug, Serialize)]
struct Letterhead {
    parent: Option<String>,
    issuer: Option<String>,
    number: Option<String>,
    symbol: String,
    place: Option<String>,
    day: Option<String>,
    month: Option<String>,
    year: Option<String>,
    /// `V/v …`, on a công văn.
    subject: Option<String>,
}

#[derive(Debug, Serialize)]
struct TypeName {
    name: String,
    subject: String,
}

#[derive(Debug, Serialize)]
struct Signing {
    recipients: Vec<String>,
    authority: Vec<String>,
    title: Option<String>,
    office: Option<String>,
    name: Option<String>,
}

#[derive(Debug, Serialize)]
struct Appendix {
    label: String,
    title: Option<String>,
    reference: Vec<Part>,
    table: TargetTable,
}

/// A part of a line: words, or room for what is not known yet.
#[derive(Debug, Default, Serialize)]
struct Part {
    text: Option<String>,
    is_number: bool,
    is_day: bool,
    is_month: bool,
    is_year: bool,
}

impl Document {
    pub(super) fn new(directive: &Directive, tables: &[Table], style: &Style<'_>) -> Self {
        let kind = directive.kind;
        let subject = &directive.subject.value;
        let type_name = kind
            .has_title()
            .then(|| TypeName { name: kind.name.to_uppercase(), subject: name(subject) });
        let appendices = directive.appendices();
        Self {
            title: format!("{} {subject}", kind.name),
            pdf_date: pdf_date(directive, style),
            font: style.font.to_owned(),
            profile: style.profile.to_owned(),
            letterhead: letterhead(directive),
            type_name,
            addressees: punctuated(&directive.recipients.to),
            body: content::blocks(directive, tables),
            signing: signing(directive),
            appendices: appendices
                .iter()
                .enumerate()
                .map(|(place, which)| appendix(directive, tables, *which, place, appendices.len()))
                .collect(),
        }
    }
}

fn appendix(
    directive: &Directive,
    tables: &[Table],
    which: reference::Appendix,
    place: usize,
    count: usize,
) -> Appendix {
    let (title, table) = match which {
        reference::Appendix::Table(target) => {
            let (target, table) = (&directive.targets[target], &tables[target]);
            (target.title.as_ref().map(upper), table::view(target, table))
        }
        reference::Appendix::Working(target, column) => {
            let (target, table) = (&directive.targets[target], &tables[target]);
            let title = format!("Cách tính phân bổ: {}", target.columns[column].header);
            let working = table.workings.iter().find(|working| working.column == column);
            let working =
                working.expect("check lets no directive pass whose amount was not spread");
            (Some(name(&title).to_uppercase()), table::working_view(target, working))
        }
    };
    let reference = appendix_reference(directive);
    Appendix { label: appendix_label(place, count), title, reference, table }
}

/// `Phụ lục` when there is one, `Phụ lục I`, `Phụ lục II` when there are more (R84).
pub(super) fn appendix_label(place: usize, count: usize) -> String {
    if count == 1 { "Phụ lục".to_owned() } else { format!("Phụ lục {}", roman(place + 1)) }
}

/// A name in capitals (IN HOA).
fn upper(text: &Text) -> String {
    name(&text.value).to_uppercase()
}

/// PDF/A wants a date: that of the document as far as it is known, else the fallback.
fn pdf_date(directive: &Directive, style: &Style<'_>) -> PdfDate {
    let date = directive.date;
    let (year, month, day) = match date.year() {
        Some(year) => (year, date.month().unwrap_or(1), date.day().unwrap_or(1)),
        None => style.fallback_date,
    };
    PdfDate { year, month, day }
}

fn letterhead(directive: &Directive) -> Letterhead {
    let issuer = directive.issuer.as_ref();
    let is_letter = !directive.kind.has_title();
    Letterhead {
        parent: issuer.and_then(|issuer| issuer.parent.as_ref()).map(upper),
        issuer: issuer.map(|issuer| upper(&issuer.name)),
        number: directive.number.map(|number| number.to_string()),
        symbol: directive.symbol.value.clone(),
        place: directive.place.as_ref().map(|place| place.value.clone()),
        day: numbers::day(directive.date),
        month: numbers::month(directive.date),
        year: numbers::year(directive.date),
        subject: is_letter.then(|| name(&format!("V/v {}", directive.subject.value))),
    }
}

fn signing(directive: &Directive) -> Option<Signing> {
    let signatory = &directive.signatory;
    let recipients = recipients(&directive.recipients);
    let is_known = !recipients.is_empty()
        || !signatory.authority.is_empty()
        || [&signatory.title, &signatory.office, &signatory.name].iter().any(|t| t.is_some());
    is_known.then(|| Signing {
        recipients,
        authority: signatory.authority.iter().map(upper).collect(),
        title: signatory.title.as_ref().map(upper),
        office: signatory.office.as_ref().map(upper),
        name: signatory.name.as_ref().map(|words| name(&words.value)),
    })
}

/// Several entries end in `;`, the last one in `.`; a single one has no mark (R74, R75).
fn punctuated(entries: &[Text]) -> Vec<String> {
    let last = entries.len().saturating_sub(1);
    let mark = |index: usize| match index {
        _ if entries.len() == 1 => "",
        index if index == last => ".",
        _ => ";",
    };
    entries
        .iter()
        .enumerate()
        .map(|(index, entry)| running(&ended(&entry.value, mark(index))))
        .collect()
}

/// The words with `mark` behind them, unless the author put one there.
fn ended(words: &str, mark: &str) -> String {
    if words.ends_with([';', '.']) { words.to_owned() } else { format!("{words}{mark}") }
}

/// The lines of Nơi nhận (R77, R78): the Lưu line comes last and alone ends in `.`.
fn recipients(recipients: &Recipients) -> Vec<String> {
    let last = recipients.cc.len().saturating_sub(1);
    let mut lines: Vec<String> = recipients
        .cc
        .iter()
        .enumerate()
        .map(|(index, entry)| {
            let is_end = index == last && recipients.file.is_none();
            running(&format!("- {}", ended(&entry.value, if is_end { "." } else { ";" })))
        })
        .collect();
    lines.extend(recipients.file.as_ref().map(file_line));
    lines
}

/// `- Lưu: VT, HC (2).` (R78) or, with the drafter's mark, `- Lưu: VT, NVĐP. PL(300).` (R82).
fn file_line(file: &FileNote) -> String {
    let unit = file.unit.as_ref().map(|unit| format!(", {}", unit.value)).unwrap_or_default();
    let copies = file.copies.map(|copies| format!("({copies})"));
    match (&file.drafter, copies) {
        (Some(drafter), copies) => {
            format!("- Lưu: VT{unit}. {}{}.", drafter.value, copies.unwrap_or_default())
        }
        (None, Some(copies)) => format!("- Lưu: VT{unit} {copies}."),
        (None, None) => format!("- Lưu: VT{unit}."),
    }
}

/// `(Kèm theo Công văn số …/… ngày … tháng … năm … của …)` (R87); what is open has room (R88).
fn appendix_reference(directive: &Directive) -> Vec<Part> {
    let words = |text: String| Part { text: Some(text), ..Part::default() };
    // No line ends within the date.
    let known = |value: Option<String>, blank: Part| {
        value.map_or(blank, |value| words(format!("{HELD}{value}{HELD}")))
    };
    let date = directive.date;
    let mut parts = vec![words(format!("(Kèm theo {} số", directive.kind.name))];
    let number = directive.number.map(|number| words(format!("{HELD}{number}")));
    parts.push(number.unwrap_or(Part { is_number: true, ..Part::default() }));
    parts.push(words(format!("/{} ngày", directive.symbol.value)));
    parts.push(known(numbers::day(date), Part { is_day: true, ..Part::default() }));
    parts.push(words("tháng".to_owned()));
    parts.push(known(numbers::month(date), Part { is_month: true, ..Part::default() }));
    parts.push(words("năm".to_owned()));
    let year = numbers::year(date).map(|year| words(format!("{HELD}{year} ")));
    parts.push(year.unwrap_or(Part { is_year: true, ..Part::default() }));
    let issuer = directive.issuer.as_ref().map(|issuer| {
        name(&format!("của {}", issuer.cited_as.as_ref().unwrap_or(&issuer.name).value))
    });
    parts.push(words(format!("{})", issuer.unwrap_or_default())));
    parts
}
