//! Rows of CSV files that people open in a spreadsheet.
//!
//! A file is UTF-8 with a byte order mark and semicolons, so that a spreadsheet with Vietnamese
//! settings opens it as columns.

/// What a file begins with.
pub(crate) const START: &str = "\u{feff}";

/// A row with its line end. Each cell stands between quotes (RFC 4180); one that begins like a
/// formula begins with an apostrophe instead.
pub(crate) fn row<T: AsRef<str>>(cells: &[T]) -> String {
    let cells: Vec<String> = cells.iter().map(|cell| quoted(cell.as_ref())).collect();
    format!("{}\n", cells.join(";"))
}

fn quoted(cell: &str) -> String {
    let guard = if cell.starts_with(['=', '+', '-', '@']) { "'" } else { "" };
    format!("\"{guard}{}\"", cell.replace('"', "\"\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_text_whatever_it_holds() {
        for (cell, written) in [
            ("49/KH-UBND", "\"49/KH-UBND\""),
            ("a;b\"c", "\"a;b\"\"c\""),
            ("=cmd|' /C calc'!A0", "\"'=cmd|' /C calc'!A0\""),
            ("", "\"\""),
        ] {
            assert_eq!(row(&[cell]), format!("{written}\n"));
        }
    }
}
