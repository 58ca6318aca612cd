//! Files of rows: text (`.csv`) and workbooks (`.xlsx`, `.xlsm`, `.xls`, `.ods`). Gives the cells
//! as they stand in the file; which of them are the table is found when columns are known.

mod ods;
mod text;
mod unzipped;
mod workbook;
mod xls;
mod xlsx;

use super::rows::FileRef;
use super::sheet::Book;
use crate::codes;
use crate::diagnostic::{Code, Diagnostic, Message, Report};
use crate::source::Sources;

/// No file of rows is larger: 5,000 rows of 20 columns are about a megabyte.
const MOST_BYTES: usize = 16 * 1024 * 1024;

/// Why a file is refused.
type Refused = Box<Diagnostic>;

/// The sheets of the file `bytes`, which `file` names; the texts of its cells are added to
/// `sources`.
pub(super) fn book(
    file: &FileRef,
    bytes: &[u8],
    sources: &mut Sources,
    report: &mut Report,
) -> Option<Book> {
    if bytes.len() > MOST_BYTES {
        let message = Message::new("table-file-large").with("path", &file.path);
        let message = message.with("most", MOST_BYTES / 1_024 / 1_024);
        report.emit(Diagnostic::new(&codes::BAD_TABLE_FILE, message).at(file.span));
        return None;
    }
    let path = path_in_project(&sources.get(file.span.source).path, &file.path);
    let extension = file.path.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
    let book = Book {
        path,
        span: file.span,
        sheets: Vec::new(),
        is_sheet_named: file.sheet.is_some(),
        hidden_sheets: Vec::new(),
        hidden: file.hidden,
    };
    let read = match extension.as_str() {
        "csv" | "txt" | "tsv" => text::book(book, file, bytes, sources),
        "xlsx" | "xlsm" | "xls" | "ods" => workbook::book(book, file, bytes, sources),
        _ => Err(refused(&codes::BAD_TABLE_FILE, file, "table-file-kind")),
    };
    match read {
        Ok(book) if book.sheets.iter().all(|sheet| sheet.rows.is_empty()) => {
            report.emit(*refused(&codes::BAD_TABLE_FILE, file, "table-file-empty"));
            None
        }
        Ok(book) => Some(book),
        Err(finding) => {
            report.emit(*finding);
            None
        }
    }
}

fn refused(code: &'static Code, file: &FileRef, id: &'static str) -> Refused {
    let message = Message::new(id).with("path", &file.path);
    Box::new(Diagnostic::new(code, message).at(file.span))
}

/// The path from the project folder of a file that the directive at `directive` names `name`.
pub(crate) fn path_in_project(directive: &str, name: &str) -> String {
    let folder = directive.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in name.split(['/', '\\']) {
        match part {
            "" | "." => {}
            ".." if parts.last().is_some_and(|last| *last != "..") => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use super::path_in_project;

    #[test]
    fn a_file_beside_a_directive_has_a_path_from_the_project_folder() {
        for (directive, name, path) in [
            ("data/2026/a.yaml", "x.csv", "data/2026/x.csv"),
            ("data/2026/a.yaml", "../x.csv", "data/x.csv"),
            ("data/a.yaml", "./so-lieu/x.xlsx", "data/so-lieu/x.xlsx"),
            ("a.yaml", "x.csv", "x.csv"),
        ] {
            assert_eq!(path_in_project(directive, name), path);
        }
    }
}
