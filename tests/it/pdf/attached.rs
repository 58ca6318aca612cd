//! The files inside a document.

use std::collections::BTreeMap;

use hayro_syntax::Pdf;
use hayro_syntax::object::{Array, Dict, Name, Object, Stream, String as Text};

use super::facts;

/// A file inside a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Attached {
    /// Its content.
    pub(crate) bytes: Vec<u8>,
    /// Its type.
    pub(crate) mime: String,
    /// What it is to the document: `Source`, `Data`, …
    pub(crate) relationship: String,
    /// What a reader shows of it.
    pub(crate) description: String,
}

/// All of them by name: what the tree of names gives and what the document says belongs to it is
/// the same.
pub(super) fn files(pdf: &Pdf) -> BTreeMap<String, Attached> {
    let catalog = facts::catalog(pdf);
    let mut found = BTreeMap::new();
    let names = catalog.get::<Dict<'_>>("Names");
    if let Some(tree) = names.and_then(|names| names.get::<Dict<'_>>("EmbeddedFiles")) {
        walk(&tree, &mut found);
    }
    let associated = catalog.get::<Array<'_>>("AF");
    let associated: BTreeMap<String, Attached> =
        associated.iter().flat_map(Array::iter::<Dict<'_>>).map(|it| file(&it)).collect();
    assert_eq!(associated, found);
    found
}

fn walk(node: &Dict<'_>, found: &mut BTreeMap<String, Attached>) {
    if let Some(kids) = node.get::<Array<'_>>("Kids") {
        kids.iter::<Dict<'_>>().for_each(|kid| walk(&kid, found));
    }
    let Some(names) = node.get::<Array<'_>>("Names") else { return };
    // Keys and values in turn.
    for specification in names.iter::<Object<'_>>().filter_map(Object::into_dict) {
        let (name, attached) = file(&specification);
        assert!(found.insert(name, attached).is_none(), "a name stands there twice");
    }
}

fn file(specification: &Dict<'_>) -> (String, Attached) {
    let text = |key: &str| facts::text(&specification.get::<Text<'_>>(key).expect("a text"));
    let streams = specification.get::<Dict<'_>>("EF").expect("the file is inside");
    let stream = streams.get::<Stream<'_>>("UF").expect("a stream");
    let name = |name: Name<'_>| name.as_str().to_owned();
    let attached = Attached {
        bytes: stream.decoded().expect("it can be unpacked").to_vec(),
        mime: stream.dict().get::<Name<'_>>("Subtype").map(name).expect("a type"),
        relationship: specification.get::<Name<'_>>("AFRelationship").map(name).expect("a kind"),
        description: text("Desc"),
    };
    (text("UF"), attached)
}
