//! The sheet behind the tables: what makes each column, and what others say its figures are.

use rust_xlsxwriter::{Worksheet, XlsxError};

use super::Writer;
use super::formats::{self, Look, Number, Side};
use super::sheet::{SIZE, put_text};
use crate::printed::sources::Sources;

/// Widths of the columns, in pixels.
const WIDTHS: [u32; 6] = [150, 220, 180, 160, 130, 110];

pub(super) fn write(
    sources: &Sources,
    writer: &Writer<'_>,
    sheet: &mut Worksheet,
) -> Result<(), XlsxError> {
    let mut row = 0;
    for (column, width) in (0..).zip(WIDTHS) {
        sheet.set_column_width_pixels(column, width)?;
    }
    sheet.set_paper_size(9).set_landscape().set_print_fit_to_pages(1, 0);
    for part in &sources.parts {
        let bold = Look { is_bold: true, ..Look::default() };
        put_text(sheet, row, 0, &part.title, formats::format(bold, writer.family, SIZE))?;
        row += 1;
        let look = Look { is_bold: true, has_lines: true, side: Side::Center, ..Look::default() };
        for (column, text) in (0..).zip(&part.headers) {
            put_text(sheet, row, column, text, formats::format(look, writer.family, SIZE))?;
        }
        row += 1;
        for cells in &part.rows {
            for (column, cell) in (0..).zip(cells) {
                let side = if cell.amount.is_some() { Side::Right } else { Side::Left };
                let look = Look { has_lines: true, side, ..Look::default() };
                let format = formats::format(look, writer.family, SIZE);
                let number = cell.amount.as_ref().and_then(|it| Number::new(it, &cell.text));
                match number {
                    Some(number) => {
                        let format = format.set_num_format(&number.format);
                        sheet.write_number_with_format(row, column, number.value, &format)?;
                    }
                    None => put_text(sheet, row, column, &cell.text, format)?,
                }
            }
            row += 1;
        }
        row += 1;
    }
    Ok(())
}
