//! The fixed phrases of the decree, and the lines made of them. No other module words them.
//!
//! A phrase knows the rule that asks for it; one of the program's own has none.

mod certified;
mod recipients;
mod tables;

use crate::digest::Digest;
use crate::model::Directive;
use crate::model::date::IssueDate;
use crate::model::issuer::{Contact, Issuer};
use crate::model::kind::Kind;
use crate::model::mark::{Circulation, Urgency};
use crate::model::number::DocumentNumber;
use crate::model::roman::roman;
use crate::model::rule_set::RuleSet;
use crate::model::text::Text;
use crate::printed::document::{Accompanies, Names};
use crate::printed::numbers;
use crate::printed::run::{Field, Line, Run, Source};

pub use certified::{copy_mark, copy_name, left_out, signed};
pub(super) use recipients::ended;
pub use recipients::{
    addressee, addressees_lead, file_line, recipient, recipients_heading, telegram_lead,
};
pub(super) use tables::source;
pub use tables::{
    ADDS_UP, COLUMNS_HEADERS, COLUMNS_TITLE, COMPARED_HEADERS, COMPARED_TITLE, CONTINUED,
    MADE_BY_ALLOCATION, MADE_BY_INPUT, MADE_OF, OF_WHICH, SOURCES_SHEET, SPREAD, TABLE_IN_TEXT,
    TOTAL, WORKING_HEADERS, bound, part_line, table_sheet, unit_line, working_title,
};

/// What a blank is printed as in plain text; output formats make it as wide as a hand needs.
const BLANK: &str = " ";

/// A phrase of rule `rule`.
fn phrase(rule: u16, text: impl Into<String>) -> Run {
    Run::new(text, Source::Phrase(Some(rule)))
}

/// A phrase that no rule asks for.
#[must_use]
pub fn own(text: impl Into<String>) -> Run {
    Run::new(text, Source::Phrase(None))
}

/// Cơ quan chủ quản and cơ quan ban hành (R20–R22), Quốc hiệu (R16) and Tiêu ngữ (R17); of the
/// Party, its name and the mark below the issuer (R157).
#[must_use]
pub fn names(issuer: Option<&Issuer>, rules: RuleSet) -> Names {
    let parent = issuer.and_then(|issuer| issuer.parent.as_ref());
    let (mark, nation, motto) = match rules {
        RuleSet::Nd30 => {
            let nation = phrase(16, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
            (None, nation, Some(phrase(17, "Độc lập - Tự do - Hạnh phúc").into()))
        }
        RuleSet::Hd05 => {
            let mark = issuer.map(|_| phrase(157, "*").into());
            (mark, phrase(157, "ĐẢNG CỘNG SẢN VIỆT NAM"), None)
        }
    };
    Names {
        parent: parent.map(|text| Line::typed(text).in_capitals()),
        issuer: issuer.map(|issuer| Line::typed(&issuer.name).in_capitals()),
        mark,
        nation: nation.into(),
        motto,
    }
}

/// `Số: 05/KH-UBND` (R27–R29), of the Party `Số 05-KH/TU` (R157).
#[must_use]
pub fn number_line(number: Option<DocumentNumber>, symbol: &Text, rules: RuleSet) -> Line {
    let line = Line::from(match rules {
        RuleSet::Nd30 => phrase(27, "Số:"),
        RuleSet::Hd05 => phrase(157, "Số"),
    });
    let line = match number {
        Some(number) => line.with(phrase(27, " ")).with(number_of(number)),
        None => line.with(blank(Field::Number)),
    };
    line.with(phrase(29, rules.before_symbol())).with(Run::typed(symbol))
}

/// `-----` below trích yếu of a Party document (R157).
#[must_use]
pub fn title_end(rules: RuleSet) -> Option<Line> {
    rules.is_of_party().then(|| phrase(157, "-----").into())
}

/// `Hải Dương, ngày 05 tháng 3 năm 2024` (R33).
#[must_use]
pub fn date_line(place: Option<&Text>, date: IssueDate) -> Line {
    let place = place.map_or_else(|| blank(Field::Place), Run::typed);
    let mut line = Line::from(place);
    line.runs.extend(dated(33, ", ngày", date));
    line
}

/// `ngày 05 tháng 3 năm 2024` behind `lead`; a space beside what is known, none beside a blank.
pub(super) fn dated(rule: u16, lead: &str, date: IssueDate) -> Vec<Run> {
    let parts = [
        (Field::Day, numbers::day(date), "tháng"),
        (Field::Month, numbers::month(date), "năm"),
        (Field::Year, numbers::year(date), ""),
    ];
    let mut lead = lead.to_owned();
    let mut runs = Vec::new();
    for (field, value, next) in parts {
        let space = if value.is_some() { " " } else { "" };
        let part = value.map_or_else(|| blank(field), |it| Run::new(it, Source::Field(field)));
        runs.extend([phrase(rule, format!("{lead}{space}")), part]);
        lead = format!("{space}{next}");
    }
    runs
}

fn number_of(number: DocumentNumber) -> Run {
    Run::new(number.to_string(), Source::Field(Field::Number))
}

fn blank(field: Field) -> Run {
    Run::new(BLANK, Source::Blank(field))
}

/// `V/v …` (R41), of the Party `về việc …` (R157).
#[must_use]
pub fn subject_line(subject: &Text, rules: RuleSet) -> Line {
    let mut line = Line::from(match rules {
        RuleSet::Nd30 => phrase(41, "V/v "),
        RuleSet::Hd05 => phrase(157, "về việc "),
    });
    line.runs.extend(Line::typed(subject).runs);
    line
}

/// `DỰ THẢO`
#[must_use]
pub fn draft() -> Line {
    own("DỰ THẢO").into()
}

/// Mức độ khẩn (R94).
#[must_use]
pub fn urgency(urgency: Urgency) -> &'static str {
    match urgency {
        Urgency::Express => "HOẢ TỐC",
        Urgency::Pressing => "THƯỢNG KHẨN",
        Urgency::Urgent => "KHẨN",
    }
}

/// Chỉ dẫn về phạm vi lưu hành (R95).
#[must_use]
pub fn circulation(circulation: Circulation) -> &'static str {
    match circulation {
        Circulation::ReturnAfterReading => "XEM XONG TRẢ LẠI",
        Circulation::Internal => "LƯU HÀNH NỘI BỘ",
    }
}

/// A mark beside the text, as a line.
pub(super) fn mark(rule: u16, text: &str) -> Line {
    phrase(rule, text).into()
}

/// Tên loại (R38).
#[must_use]
pub fn type_name(kind: &Kind) -> Line {
    Line::from(phrase(38, kind.name)).in_capitals()
}

/// `QUYẾT ĐỊNH:` (R123).
#[must_use]
pub fn verb(verb: &str) -> Line {
    Line::from(phrase(123, format!("{verb}:"))).in_capitals()
}

/// A căn cứ begins with `Căn cứ` unless its author began it in another way (R43).
#[must_use]
pub fn basis_opening(basis: &str) -> Option<Run> {
    let is_opened = BASIS_OPENINGS.iter().any(|known| basis.starts_with(known));
    (!is_opened).then(|| phrase(43, "Căn cứ "))
}

/// What a basis may begin with.
const BASIS_OPENINGS: [&str; 7] =
    ["Căn cứ", "Theo", "Xét", "Thực hiện", "Trên cơ sở", "Thi hành", "Triển khai"];

/// `Phụ lục` when there is one, `Phụ lục I`, `Phụ lục II` when there are more (R84).
#[must_use]
pub fn appendix_label(index: usize, count: usize) -> String {
    if count == 1 { "Phụ lục".to_owned() } else { format!("Phụ lục {}", roman(index + 1)) }
}

/// `(Kèm theo Công văn số …/… ngày … tháng … năm … của …)` (R87, R88).
#[must_use]
pub fn accompanies(directive: &Directive) -> Accompanies {
    let lead = format!("(Kèm theo {} số", directive.kind.name);
    let (lead, number) = match directive.number {
        Some(number) => (format!("{lead} "), number_of(number)),
        None => (lead, blank(Field::Number)),
    };
    let mut document = Line::from(phrase(87, lead)).with(number);
    if let Some(symbol) = &directive.symbol {
        let joint = phrase(29, directive.rules.before_symbol());
        document = document.with(joint).with(Run::typed(symbol));
    }
    document.runs.extend(dated(87, " ngày", directive.date));
    if directive.date.year().is_some() {
        document = document.with(phrase(87, " "));
    }
    let issuer = directive.issuer.as_ref().map(|issuer| {
        let name = issuer.cited_as.as_ref().unwrap_or(&issuer.name);
        Line::from(phrase(87, "của ")).with(Run::typed(name))
    });
    Accompanies { document, issuer, end: phrase(87, ")").into() }
}

/// Over the room in which another body confirms a leave (Mẫu 1.10).
#[must_use]
pub fn confirmation() -> Line {
    own("Xác nhận của cơ quan (tổ chức) hoặc chính quyền địa phương nơi nghỉ phép (nếu cần)").into()
}

/// The fingerprint of the sources, for who compares a page with its sources.
#[must_use]
pub fn fingerprint(sources: Digest) -> Line {
    own(format!("Mã đối chiếu nguồn: {sources}")).into()
}

/// What a reader of PDFs shows of the sources inside.
pub const ATTACHED_SOURCE: &str = "Nguồn của văn bản";

/// The same of the list of them.
pub const ATTACHED_LIST: &str = "Danh sách tệp nguồn";

/// The same of the tables for Excel.
pub const ATTACHED_XLSX: &str = "Bảng số liệu của văn bản";

/// The same of the document for Word.
pub const ATTACHED_DOCX: &str = "Bản Word của văn bản";

/// The lines of R97, without what is not known.
#[must_use]
pub fn contact(contact: &Contact) -> Vec<Line> {
    let Contact { address, phone, fax, email, website } = contact;
    let lines = [
        vec![("", address)],
        vec![("ĐT: ", phone), ("Fax: ", fax)],
        vec![("E-mail: ", email), ("Website: ", website)],
    ];
    let line = |parts: &Vec<(&str, &Option<Text>)>| {
        let mut line = Line::default();
        for (label, text) in parts.iter().filter_map(|(label, text)| Some((label, text.as_ref()?)))
        {
            let comma = if line.runs.is_empty() { "" } else { ", " };
            line = line.with(phrase(97, format!("{comma}{label}"))).with(Run::typed(text));
        }
        line
    };
    lines.iter().map(line).filter(|line| !line.runs.is_empty()).collect()
}
