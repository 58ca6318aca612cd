//! The bookmarks.

use hayro_syntax::Pdf;
use hayro_syntax::object::{Array, Dict, Object, String as Text};

use super::MM;
use super::facts::{catalog, page_of, text};
use super::operands::number;

/// A bookmark.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Bookmark {
    /// What it says.
    pub(crate) title: String,
    /// How deep it stands, from 1.
    pub(crate) level: usize,
    /// Where it leads: the page, from 0.
    pub(crate) page: usize,
    /// And how far down from its upper edge.
    pub(crate) y: f64,
}

/// The bookmarks in the order they are shown.
pub(super) fn bookmarks(pdf: &Pdf) -> Vec<Bookmark> {
    let mut bookmarks = Vec::new();
    if let Some(root) = catalog(pdf).get::<Dict<'_>>("Outlines") {
        below(pdf, &root, 1, &mut bookmarks);
    }
    bookmarks
}

fn below(pdf: &Pdf, parent: &Dict<'_>, level: usize, bookmarks: &mut Vec<Bookmark>) {
    let mut next = parent.get::<Dict<'_>>("First");
    while let Some(item) = next {
        let title = item.get::<Text<'_>>("Title").expect("a bookmark has a title");
        let place = item.get::<Array<'_>>("Dest").expect("a bookmark leads to a place");
        let [page, kind, _, top, _] = &place.iter::<Object<'_>>().collect::<Vec<_>>()[..] else {
            panic!("this reader knows places with left, top and zoom only");
        };
        let kind = kind.clone().into_name().expect("a place has a kind");
        assert_eq!(kind.as_str(), "XYZ", "this reader knows one kind of places only");
        let page = page_of(pdf, &page.clone().into_dict().expect("a place is on a page"));
        let height = pdf.pages()[page].media_box().height();
        let top = number(top).expect("a place has a height");
        bookmarks.push(Bookmark { title: text(&title), level, page, y: (height - top) * MM });
        below(pdf, &item, level + 1, bookmarks);
        next = item.get::<Dict<'_>>("Next");
    }
}
