//! The register of outgoing documents (sổ đăng ký văn bản đi), as a table for spreadsheets.
//!
//! Its ten columns are those that the decree asks for at least (Điều 16 khoản 2, R201). The day a
//! document was sent and the receipt are left blank: they are written by hand.

pub(crate) mod copies;
mod order;

use jiff::civil::Date;

use crate::characters::capital;
use crate::csv_rows;
use crate::model::Directive;
use crate::model::date::IssueDate;
use crate::model::directive::Status;
use crate::model::issued::{Entry, State};
use crate::model::number::DocumentNumber;
use crate::model::text::Text;

pub(crate) use order::{Numbered, against, findings};

/// The headings of the columns, in order.
pub(crate) const HEADINGS: [&str; 10] = [
    "Số, ký hiệu văn bản",
    "Ngày tháng văn bản",
    "Tên loại và trích yếu nội dung văn bản",
    "Người ký",
    "Nơi nhận văn bản",
    "Đơn vị, người nhận bản lưu",
    "Số lượng bản",
    "Ngày chuyển",
    "Ký nhận",
    "Ghi chú",
];

/// One document of the register.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Row {
    /// Day of issue and number: rows are sorted by them.
    order: (Date, DocumentNumber),
    /// The cells, one for each heading.
    cells: [String; 10],
}

impl Row {
    /// The row of an issued document; nothing for a draft. `entry` is what is recorded of it.
    #[must_use]
    pub(crate) fn of(directive: &Directive, entry: Option<&Entry>) -> Option<Self> {
        if directive.status != Status::Issued {
            return None;
        }
        let IssueDate::Day(day) = directive.date else { return None };
        let number = directive.number?;
        let recipients = &directive.recipients;
        let file = recipients.file.as_ref();
        let kept = file.map(|file| listed([&file.unit, &file.drafter].into_iter().flatten()));
        let copies = file.and_then(|file| file.copies).map(|copies| copies.to_string());
        let cells = [
            directive.number_and_symbol(),
            day.strftime("%d/%m/%Y").to_string(),
            format!("{} {}", capital(directive.kind.name), directive.subject.value),
            listed(directive.signatories.iter().filter_map(|it| it.name.as_ref())),
            listed(recipients.to.iter().chain(&recipients.cc)),
            kept.unwrap_or_default(),
            copies.unwrap_or_default(),
            String::new(),
            String::new(),
            entry.map(note).unwrap_or_default(),
        ];
        Some(Self { order: (day, number), cells })
    }

    /// The year of issue.
    #[must_use]
    pub(crate) fn year(&self) -> i16 {
        self.order.0.year()
    }
}

/// The rows as CSV for a spreadsheet, the headings first.
#[must_use]
pub(crate) fn csv(mut rows: Vec<Row>) -> String {
    rows.sort();
    let rows: String = rows.iter().map(|row| csv_rows::row(&row.cells)).collect();
    format!("{}{}{rows}", csv_rows::START, csv_rows::row(&HEADINGS))
}

/// Several names in one cell.
fn listed<'a>(texts: impl IntoIterator<Item = &'a Text>) -> String {
    let texts: Vec<&str> = texts.into_iter().map(|text| &*text.value).collect();
    texts.join("; ")
}

/// What became of a document after its issue, with the documents that say so.
fn note(entry: &Entry) -> String {
    let what = match entry.state {
        State::Issued => return String::new(),
        State::Corrected => "Đã đính chính, sửa đổi",
        State::Withdrawn => "Đã thu hồi",
    };
    format!("{what}: {}", entry.reasons.join("; "))
}
