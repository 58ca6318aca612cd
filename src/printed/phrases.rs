//! The fixed phrases of the decree, and the lines made of them. No other module words them.
//!
//! A phrase knows the rule that asks for it; one of the program's own has none.

use super::document::{Accompanies, Names};
use super::numbers;
use super::run::{Field, Line, Run, Source};
use crate::compute::Bound;
use crate::digest::Digest;
use crate::model::Directive;
use crate::model::certified::SigningTime;
use crate::model::date::IssueDate;
use crate::model::directive::FileNote;
use crate::model::issuer::{Contact, Issuer};
use crate::model::kind::{Certified, Kind};
use crate::model::mark::{Circulation, Urgency};
use crate::model::number::DocumentNumber;
use crate::model::roman::roman;
use crate::model::rule_set::RuleSet;
use crate::model::text::Text;

/// What a blank is printed as in plain text; output formats make it as wide as a hand needs.
const BLANK: &str = " ";

/// Printed over the part of a table that is on a further page.
pub const CONTINUED: &str = "(tiếp theo)";

/// What names a table within the text.
pub const TABLE_IN_TEXT: &str = "bảng trong văn bản này";

/// `Nguồn: Cục Thống kê`; an author may have written the word, too.
pub(super) fn source(text: &Text) -> Line {
    let typed = Run::typed(text);
    if text.value.to_lowercase().starts_with("nguồn") {
        return typed.into();
    }
    Line::from(own("Nguồn: ")).with(typed)
}

/// In front of parts of a row that are some of it.
pub const OF_WHICH: &str = "Trong đó:";

/// In front of parts of a row that are all of it.
pub const MADE_OF: &str = "Gồm:";

/// Label of a row of totals that has none of its own.
pub const TOTAL: &str = "Tổng cộng";

/// What the sheet of a workbook is called that lists where figures come from.
pub const SOURCES_SHEET: &str = "Nguồn và đối chiếu";

/// Over the list of columns, and over what stands in it.
pub const COLUMNS_TITLE: &str = "Cách lập các cột";
/// Over its columns.
pub const COLUMNS_HEADERS: [&str; 4] = ["Bảng", "Cột", "Mã cột", "Cách lập"];

/// Over the list of figures that others stated.
pub const COMPARED_TITLE: &str = "Đối chiếu với số đã công bố";
/// Over its columns.
pub const COMPARED_HEADERS: [&str; 6] =
    ["Bảng", "Dòng", "Cột", "Số đã công bố", "Số tính được", "Chênh lệch"];

/// What makes a column that its author wrote.
pub const MADE_BY_INPUT: &str = "nhập từ nguồn";
/// What makes a column of parts of an amount.
pub const MADE_BY_ALLOCATION: &str = "phân bổ";

/// What the sheet of a table in the text is called.
#[must_use]
pub fn table_sheet(number: usize) -> String {
    format!("Bảng {number}")
}

/// The note of shares that were made to add up.
pub const ADDS_UP: &str = "Ghi chú: Tỷ lệ được làm tròn theo phương pháp số dư lớn nhất để tổng \
                           các dòng bằng đúng 100%.";

/// The note of an amount that was spread.
pub const SPREAD: &str = "Ghi chú: Phần lẻ được làm tròn theo phương pháp số dư lớn nhất để tổng \
                          các dòng bằng đúng số phân bổ.";

/// Over the parts of an amount before rounding, and over what limited them.
pub const WORKING_HEADERS: [&str; 2] = ["Tính theo tỷ lệ", "Giới hạn"];

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

/// Hình thức sao (R104): `SAO Y`.
#[must_use]
pub fn copy_name(certified: Certified) -> Line {
    Line::from(phrase(104, copy_form(certified))).in_capitals()
}

/// The mark of an electronic copy (R102): `Sao y; Ủy ban nhân dân xã A; 02/04/2026; 17:08:02; +07:00`.
#[must_use]
pub fn copy_mark(certified: Certified, issuer: Option<&Issuer>, signed: SigningTime) -> Line {
    let line = Line::from(phrase(102, format!("{}; ", copy_form(certified))));
    let issuer = issuer.map(|issuer| Run::typed(&issuer.name));
    let line = issuer.map_or(line.clone(), |issuer| line.with(issuer).with(phrase(102, "; ")));
    line.with(phrase(102, signed.printed()))
}

fn copy_form(certified: Certified) -> &'static str {
    match certified {
        Certified::Whole => "Sao y",
        Certified::OfCopy => "Sao lục",
        Certified::Extract => "Trích sao",
    }
}

/// In the place of a signature that an extract repeats.
#[must_use]
pub fn signed() -> Line {
    own("(Đã ký)").into()
}

/// In the place of what an extract leaves out.
#[must_use]
pub fn left_out() -> Line {
    own("…").into()
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

/// `Kính gửi:` (R73); on a tờ trình of the Party `Kính trình:` (R157).
#[must_use]
pub fn addressees_lead(kind: &Kind, rules: RuleSet) -> Line {
    if rules.is_of_party() && kind.id == "to-trinh" {
        return phrase(157, "Kính trình:").into();
    }
    phrase(73, "Kính gửi:").into()
}

/// `CHỦ TỊCH ỦY BAN NHÂN DÂN … điện:` (Mẫu 1.6).
#[must_use]
pub fn telegram_lead(issuer: Option<&Issuer>) -> Line {
    let Some(issuer) = issuer else { return own("điện:").into() };
    let who = Run::typed(issuer.authority.as_ref().unwrap_or(&issuer.name));
    let who = Line::from(who).in_capitals();
    who.with(own(" điện:"))
}

/// `Nơi nhận:` (R76).
#[must_use]
pub fn recipients_heading() -> Line {
    phrase(76, "Nơi nhận:").into()
}

/// `- Như trên;` (R77).
#[must_use]
pub fn recipient(entry: &Text, mark: &str) -> Line {
    ended(Line::from(phrase(77, "- ")).with(Run::typed(entry)), 77, mark)
}

/// The line with `mark` behind it, unless its author put one there (R43, R75, R77).
pub(super) fn ended(line: Line, rule: u16, mark: &str) -> Line {
    if mark.is_empty() || line.text().ends_with([';', '.']) {
        return line;
    }
    line.with(phrase(rule, mark))
}

/// An entry of Kính gửi with the mark behind it (R75).
#[must_use]
pub fn addressee(entry: &Text, mark: &str) -> Line {
    ended(Line::typed(entry), 75, mark)
}

/// `- Lưu: VT, HC (2).` (R78) or, with the drafter's mark in capitals, `- Lưu: VT, NVĐP. PL.(300).`
/// (R82); of the Party `- Lưu Văn phòng.` (R157).
#[must_use]
pub fn file_line(file: &FileNote, rules: RuleSet) -> Line {
    let (lead, before_unit) = match rules {
        RuleSet::Nd30 => (phrase(78, "- Lưu: VT"), ", "),
        RuleSet::Hd05 => (phrase(157, "- Lưu"), " "),
    };
    let mut line = Line::from(lead);
    if let Some(unit) = &file.unit {
        line = line.with(phrase(78, before_unit)).with(Run::typed(unit));
    }
    if let Some(drafter) = &file.drafter {
        let mark = Line::from(Run::typed(drafter)).in_capitals();
        line = line.with(phrase(82, ". "));
        line.runs.extend(mark.runs);
    }
    let ends = file.drafter.as_ref().is_some_and(|drafter| drafter.value.ends_with('.'));
    let space = match file.drafter {
        Some(_) if ends => "",
        Some(_) => ".",
        None => " ",
    };
    let copies = file.copies.map(|copies| format!("{space}({copies})")).unwrap_or_default();
    let end = if ends && copies.is_empty() { "" } else { "." };
    line.with(phrase(78, format!("{copies}{end}")))
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

/// The title of the appendix that shows how the amount of a column was spread.
#[must_use]
pub fn working_title(column: &str) -> Line {
    Line::from(own(format!("Cách tính phân bổ: {column}"))).in_capitals()
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

/// `(Đơn vị tính: người)`
#[must_use]
pub fn unit_line(unit: &Text) -> Line {
    Line::from(own("(Đơn vị tính: ")).with(Run::typed(unit)).with(own(")"))
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

/// What limited a part of an amount that was spread.
#[must_use]
pub fn bound(bound: Bound) -> &'static str {
    match bound {
        Bound::Free => "",
        Bound::Floor => "tối thiểu",
        Bound::Cap => "tối đa",
        Bound::Fixed => "ấn định",
    }
}

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

/// Says above one of several parts of a table which it is; behind its unit, if it has one.
#[must_use]
pub fn part_line(unit: Option<&str>, number: usize, count: usize) -> String {
    match unit.and_then(|unit| unit.strip_suffix(')')) {
        Some(unit) => format!("{unit}; phần {number}/{count})"),
        None => format!("(Phần {number}/{count})"),
    }
}
