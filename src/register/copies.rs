//! The register of the copies of a directive: which file goes to whom.

use rust_xlsxwriter::{Format, Workbook, XlsxError};

use crate::csv_rows;
use crate::diagnostic::Message;
use crate::error::Error;

/// The headings of the columns, in order.
const HEADINGS: [&str; 6] =
    ["STT", "Số, ký hiệu", "Nơi nhận", "Tệp", "Số trang", "Mã kiểm tra (BLAKE3)"];

/// The widths of the columns in an Excel file, in characters.
const WIDTHS: [u32; 6] = [6, 18, 40, 40, 10, 68];

/// One copy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Row {
    /// From 1.
    pub(crate) at: usize,
    /// Number and symbol; that of a draft lacks the number.
    pub(crate) number: String,
    /// Whom it is for.
    pub(crate) name: String,
    /// Its file, beside the register.
    pub(crate) file: String,
    /// How many pages it has; 0 where it was not set.
    pub(crate) pages: usize,
    /// The digest of the file.
    pub(crate) digest: String,
}

impl Row {
    fn cells(&self) -> [String; 6] {
        let pages = if self.pages == 0 { String::new() } else { self.pages.to_string() };
        [
            self.at.to_string(),
            self.number.clone(),
            self.name.clone(),
            self.file.clone(),
            pages,
            self.digest.clone(),
        ]
    }
}

/// The rows as CSV for a spreadsheet, the headings first.
#[must_use]
pub(crate) fn csv(rows: &[Row]) -> String {
    let rows: String = rows.iter().map(|row| csv_rows::row(&row.cells())).collect();
    format!("{}{}{rows}", csv_rows::START, csv_rows::row(&HEADINGS))
}

/// The same as an Excel file. Its bytes are the same for the same rows.
pub(crate) fn xlsx(rows: &[Row]) -> Result<Vec<u8>, Error> {
    sheet(rows).map_err(|error| Error::Usage(Message::new("internal").with("cause", error)))
}

fn sheet(rows: &[Row]) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let created = rust_xlsxwriter::ExcelDateTime::from_ymd(2020, 3, 5)?;
    let properties = rust_xlsxwriter::DocProperties::new().set_creation_datetime(&created);
    workbook.set_properties(&properties);
    let sheet = workbook.add_worksheet();
    let bold = Format::new().set_bold();
    for ((column, heading), width) in (0..).zip(HEADINGS).zip(WIDTHS) {
        sheet.write_string_with_format(0, column, heading, &bold)?;
        sheet.set_column_width(column, width)?;
    }
    for (line, row) in (1..).zip(rows) {
        for (column, cell) in (0..).zip(row.cells()) {
            // Numbers of documents and files are words; counts are numbers.
            match (column, cell.parse::<u32>()) {
                (0 | 4, Ok(count)) => sheet.write_number(line, column, count)?,
                _ => sheet.write_string(line, column, cell)?,
            };
        }
    }
    sheet.set_freeze_panes(1, 0)?;
    workbook.save_to_buffer()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_register_has_a_row_for_each_copy() {
        let row = |at, name: &str| Row {
            at,
            number: "12/UBND-VP".to_owned(),
            name: name.to_owned(),
            file: format!("{at}.pdf"),
            pages: 2,
            digest: "ab".to_owned(),
        };
        let rows = [row(1, "Xã A"), row(2, "Xã \"B\"")];
        let expected = "\u{feff}\"STT\";\"Số, ký hiệu\";\"Nơi nhận\";\"Tệp\";\"Số trang\";\"Mã kiểm tra (BLAKE3)\"\n\
                        \"1\";\"12/UBND-VP\";\"Xã A\";\"1.pdf\";\"2\";\"ab\"\n\
                        \"2\";\"12/UBND-VP\";\"Xã \"\"B\"\"\";\"2.pdf\";\"2\";\"ab\"\n";
        assert_eq!(csv(&rows), expected);
        assert_eq!(xlsx(&rows).ok(), xlsx(&rows).ok());
        assert!(xlsx(&rows).is_ok_and(|bytes| bytes.starts_with(b"PK")));
    }
}
