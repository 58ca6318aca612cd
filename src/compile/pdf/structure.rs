//! Which marked content of a PDF is in which cell of which table, and which in a footnote, by its
//! structure tree.

use std::collections::HashMap;

use hayro_syntax::Pdf;
use hayro_syntax::object::{Dict, Name, Object, ObjectIdentifier};

use crate::verify::page::{PageCell, Role};

/// Cells and footnotes by the page and the number of the content that is in them.
pub(super) type Roles = HashMap<(usize, i64), Role>;

/// No structure is nested deeper.
const DEEPEST: usize = 60;

/// All cells of all tables, and all footnotes.
pub(super) fn roles(pdf: &Pdf) -> Roles {
    let catalog = pdf.xref().get::<Dict<'_>>(pdf.xref().root_id());
    let tree = catalog.and_then(|catalog| catalog.get::<Dict<'_>>("StructTreeRoot"));
    let Some(tree) = tree else { return Roles::new() };
    let pages = pdf.pages().iter().enumerate();
    let pages = pages.filter_map(|(number, page)| Some((page.raw().obj_id()?, number))).collect();
    let mut reader =
        Reader { pages, at: PageCell { table: 0, row: 0, column: 0 }, roles: Roles::new() };
    reader.kids(&tree, None, None, DEEPEST);
    reader.roles
}

struct Reader {
    pages: HashMap<ObjectIdentifier, usize>,
    /// Counts of tables, rows and cells so far.
    at: PageCell,
    roles: Roles,
}

impl Reader {
    fn kids(&mut self, parent: &Dict<'_>, page: Option<usize>, role: Option<Role>, depth: usize) {
        if depth == 0 {
            return;
        }
        match parent.get::<Object<'_>>("K") {
            None => {}
            Some(Object::Array(kids)) => {
                for kid in kids.iter::<Object<'_>>() {
                    self.kid(kid, page, role, depth - 1);
                }
            }
            Some(kid) => self.kid(kid, page, role, depth - 1),
        }
    }

    fn kid(&mut self, kid: Object<'_>, page: Option<usize>, role: Option<Role>, depth: usize) {
        let dict = match kid {
            Object::Number(number) => return self.claim(page, number.as_i64(), role),
            kid => match kid.into_dict() {
                Some(dict) => dict,
                None => return,
            },
        };
        let page = self.page_of(&dict).or(page);
        if let Some(number) = dict.get::<i32>("MCID") {
            return self.claim(page, i64::from(number), role);
        }
        let name = dict.get::<Name<'_>>("S");
        let own = match name.as_ref().map(Name::as_str) {
            Some("Table") => {
                self.at = PageCell { table: self.at.table + 1, row: 0, column: 0 };
                None
            }
            Some("TR") => {
                self.at = PageCell { row: self.at.row + 1, column: 0, ..self.at };
                None
            }
            Some("TD" | "TH") => {
                self.at.column += 1;
                Some(Role::Cell(self.at))
            }
            Some("Note") => Some(Role::Note),
            _ => None,
        };
        self.kids(&dict, page, own.or(role), depth);
    }

    fn claim(&mut self, page: Option<usize>, number: i64, role: Option<Role>) {
        if let Some((page, role)) = page.zip(role) {
            self.roles.insert((page, number), role);
        }
    }

    fn page_of(&self, dict: &Dict<'_>) -> Option<usize> {
        self.pages.get(&dict.get_ref("Pg")?.into()).copied()
    }
}
