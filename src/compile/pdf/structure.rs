//! Which marked content of a PDF is in which cell of which table, by its structure tree.

use std::collections::HashMap;

use hayro_syntax::Pdf;
use hayro_syntax::object::{Dict, Name, Object, ObjectIdentifier};

use crate::verify::page::CellId;

/// The cells by the page and the number of the content that is in them.
pub(super) type Cells = HashMap<(usize, i64), CellId>;

/// No structure is nested deeper.
const DEEPEST: usize = 60;

/// All cells of all tables.
pub(super) fn cells(pdf: &Pdf) -> Cells {
    let catalog = pdf.xref().get::<Dict<'_>>(pdf.xref().root_id());
    let tree = catalog.and_then(|catalog| catalog.get::<Dict<'_>>("StructTreeRoot"));
    let Some(tree) = tree else { return Cells::new() };
    let pages = pdf.pages().iter().enumerate();
    let pages = pages.filter_map(|(number, page)| Some((page.raw().obj_id()?, number))).collect();
    let mut reader =
        Reader { pages, at: CellId { table: 0, row: 0, column: 0 }, cells: Cells::new() };
    reader.kids(&tree, None, false, DEEPEST);
    reader.cells
}

struct Reader {
    pages: HashMap<ObjectIdentifier, usize>,
    /// Counts of tables, rows and cells so far.
    at: CellId,
    cells: Cells,
}

impl Reader {
    fn kids(&mut self, parent: &Dict<'_>, page: Option<usize>, is_in_cell: bool, depth: usize) {
        if depth == 0 {
            return;
        }
        match parent.get::<Object<'_>>("K") {
            None => {}
            Some(Object::Array(kids)) => {
                for kid in kids.iter::<Object<'_>>() {
                    self.kid(kid, page, is_in_cell, depth - 1);
                }
            }
            Some(kid) => self.kid(kid, page, is_in_cell, depth - 1),
        }
    }

    fn kid(&mut self, kid: Object<'_>, page: Option<usize>, is_in_cell: bool, depth: usize) {
        let dict = match kid {
            Object::Number(number) => return self.claim(page, number.as_i64(), is_in_cell),
            kid => match kid.into_dict() {
                Some(dict) => dict,
                None => return,
            },
        };
        let page = self.page_of(&dict).or(page);
        if let Some(number) = dict.get::<i32>("MCID") {
            return self.claim(page, i64::from(number), is_in_cell);
        }
        let role = dict.get::<Name<'_>>("S");
        let is_cell = match role.as_ref().map(Name::as_str) {
            Some("Table") => {
                self.at = CellId { table: self.at.table + 1, row: 0, column: 0 };
                false
            }
            Some("TR") => {
                self.at = CellId { row: self.at.row + 1, column: 0, ..self.at };
                false
            }
            Some("TD" | "TH") => {
                self.at.column += 1;
                true
            }
            _ => false,
        };
        self.kids(&dict, page, is_in_cell || is_cell, depth);
    }

    fn claim(&mut self, page: Option<usize>, number: i64, is_in_cell: bool) {
        if let Some(page) = page.filter(|_| is_in_cell) {
            self.cells.insert((page, number), self.at);
        }
    }

    fn page_of(&self, dict: &Dict<'_>) -> Option<usize> {
        self.pages.get(&dict.get_ref("Pg")?.into()).copied()
    }
}
