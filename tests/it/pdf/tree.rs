//! The structure that programs read the document by: what belongs to which part, in which order.

use std::collections::BTreeMap;

use hayro_syntax::Pdf;
use hayro_syntax::object::{Dict, Name, Object};

use super::Page;
use super::facts::{catalog, page_of};

/// What a piece of a page belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Owner {
    /// Nothing: a program does not know what to do with it.
    Nobody,
    /// The page alone: numbers, rules, borders. Programs pass it over.
    Artifact,
    /// The part of the document that claims this number.
    Part(i64),
}

/// A part of the document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Part {
    /// What it is: `P`, `H1`, `Table` …; names of Typst's own as the standard ones they stand for.
    pub(crate) role: String,
    /// What a header cell is the header of: `Row`, `Column`, `Both`.
    pub(crate) scope: Option<String>,
    kids: Vec<Kid>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Kid {
    Part(Part),
    Text(String),
}

impl Part {
    /// All that is read in it; a space that holds its neighbours together is a space.
    pub(crate) fn text(&self) -> String {
        let texts = self.kids.iter().map(|kid| match kid {
            Kid::Part(part) => part.text(),
            Kid::Text(text) => text.replace('\u{a0}', " "),
        });
        // Lines of a paragraph end in their spaces; what stands apart is told apart.
        let texts = texts.filter(|text| !text.trim().is_empty());
        texts.fold(String::new(), |text, next| {
            let is_apart = text.ends_with(char::is_whitespace)
                || next.starts_with(char::is_whitespace)
                || text.is_empty();
            text + if is_apart { "" } else { " " } + &next
        })
    }

    /// The parts right below.
    pub(crate) fn parts(&self) -> Vec<&Part> {
        let parts = self.kids.iter().filter_map(|kid| match kid {
            Kid::Part(part) => Some(part),
            Kid::Text(_) => None,
        });
        parts.collect()
    }

    /// This part and all below, in reading order.
    pub(crate) fn all(&self) -> Vec<&Part> {
        let below = self.parts().into_iter().flat_map(Part::all);
        std::iter::once(self).chain(below).collect()
    }

    /// The parts of one role, in reading order.
    pub(crate) fn of(&self, role: &str) -> Vec<&Part> {
        self.all().into_iter().filter(|part| part.role == role).collect()
    }
}

/// The whole structure; none when the document has none.
///
/// # Panics
///
/// When a part claims what is not there or what another one has, when something that is read
/// belongs to nobody, or when a part is of an unknown role.
pub(super) fn tree(pdf: &Pdf, pages: &[Page]) -> Option<Part> {
    let root: Dict<'_> = catalog(pdf).get("StructTreeRoot")?;
    let mut reader = Reader { pdf, roles: root.get("RoleMap"), texts: texts(pages) };
    let kids = reader.kids(&root, None);
    let unclaimed: Vec<&String> = reader.texts.values().collect();
    assert!(unclaimed.is_empty(), "no part claims {unclaimed:?}");
    let mut kids = kids.into_iter();
    match (kids.next(), kids.next()) {
        (Some(Kid::Part(document)), None) => Some(document),
        other => panic!("a document is one part, not {other:?}"),
    }
}

/// The texts of each page by the numbers they are claimed by.
fn texts(pages: &[Page]) -> BTreeMap<(usize, i64), String> {
    let mut texts: BTreeMap<(usize, i64), String> = BTreeMap::new();
    for (index, page) in pages.iter().enumerate() {
        for glyph in &page.glyphs {
            match glyph.owner {
                Owner::Artifact => {}
                Owner::Part(number) => {
                    texts.entry((index, number)).or_default().push_str(&glyph.text);
                }
                Owner::Nobody => panic!("`{}` belongs to nobody", glyph.text),
            }
        }
    }
    texts
}

/// The roles of PDF 1.7 that this reader knows.
const ROLES: [&str; 24] = [
    "Document", "Part", "Sect", "Div", "P", "Span", "H1", "H2", "H3", "H4", "H5", "H6", "L", "LI",
    "Lbl", "LBody", "Table", "THead", "TBody", "TR", "TH", "TD", "Note", "Link",
];

struct Reader<'a> {
    pdf: &'a Pdf,
    roles: Option<Dict<'a>>,
    /// What no part has claimed yet.
    texts: BTreeMap<(usize, i64), String>,
}

impl<'a> Reader<'a> {
    /// What is below `parent`, whose own texts are on `page`.
    fn kids(&mut self, parent: &Dict<'a>, page: Option<usize>) -> Vec<Kid> {
        let kids = match parent.get::<Object<'_>>("K") {
            None => Vec::new(),
            Some(Object::Array(kids)) => kids.iter::<Object<'_>>().collect(),
            Some(kid) => vec![kid],
        };
        kids.into_iter().map(|kid| self.kid(kid, page)).collect()
    }

    fn kid(&mut self, kid: Object<'a>, page: Option<usize>) -> Kid {
        let dict = match kid {
            Object::Number(number) => return self.claim(page, number.as_i64()),
            kid => kid.into_dict().expect("a part holds parts and texts"),
        };
        let own_page = dict.get::<Dict<'_>>("Pg").map(|page| page_of(self.pdf, &page));
        let page = own_page.or(page);
        match dict.get::<Name<'_>>("Type").as_ref().map(Name::as_str) {
            Some("MCR") => {
                let number = dict.get::<i32>("MCID").expect("a text has a number");
                self.claim(page, i64::from(number))
            }
            Some("StructElem") => Kid::Part(self.part(&dict, page)),
            // Where one can click says nothing.
            Some("OBJR") => Kid::Text(String::new()),
            other => panic!("this reader knows no {other:?} in the structure"),
        }
    }

    fn claim(&mut self, page: Option<usize>, number: i64) -> Kid {
        let page = page.expect("a text is on a page");
        // A part may claim a place where nothing is read, such as blank room.
        Kid::Text(self.texts.remove(&(page, number)).unwrap_or_default())
    }

    fn part(&mut self, dict: &Dict<'a>, page: Option<usize>) -> Part {
        let mut role = dict.get::<Name<'_>>("S").expect("a part has a role").as_str().to_owned();
        let mapped = self.roles.as_ref().and_then(|roles| roles.get::<Name<'_>>(role.as_bytes()));
        if let Some(mapped) = mapped {
            mapped.as_str().clone_into(&mut role);
        }
        assert!(ROLES.contains(&role.as_str()), "this reader knows no role {role}");
        Part { role, scope: scope(dict), kids: self.kids(dict, page) }
    }
}

fn scope(dict: &Dict<'_>) -> Option<String> {
    let attributes = match dict.get::<Object<'_>>("A")? {
        Object::Array(list) => list.iter::<Dict<'_>>().collect(),
        one => vec![one.into_dict().expect("attributes are a dictionary")],
    };
    let scope = attributes.iter().find_map(|facts| facts.get::<Name<'_>>("Scope"));
    scope.map(|scope| scope.as_str().to_owned())
}
