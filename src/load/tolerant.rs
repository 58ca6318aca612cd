//! A YAML tree read as a `T`, whatever is wrong with its shape: all mistakes in one run.
//!
//! serde stops at the first mistake. This deserializer never fails: it records the mistake, and
//! gives a neutral value (an empty text, an empty list) in place of the one that cannot be read.

use std::cell::RefCell;
use std::collections::HashSet;
use std::collections::hash_map::{Entry, HashMap};
use std::ops::Range;

use serde::de::value::{Error, MapDeserializer, SeqDeserializer};
use serde::de::{
    DeserializeOwned, DeserializeSeed, Deserializer, IntoDeserializer, SeqAccess, Visitor,
};
use serde::forward_to_deserialize_any;

use super::mistakes;
use super::node::Node;
use super::spanned::{SPANNED, Spanned, Text};
use crate::diagnostic::Diagnostic;
use crate::nearest::nearest;
use crate::span::{SourceId, Span};

/// What was read of a tree.
pub(super) struct Reading<T> {
    /// The value; neutral where a part of it could not be read.
    pub(super) value: T,
    /// What is wrong with the shape, in the order of the tree; the first [`MOST_FINDINGS`].
    pub(super) findings: Vec<Diagnostic>,
    /// The places of the neutral values. What later stages find there is a consequence.
    pub(super) unread: Vec<Range<usize>>,
}

/// Reads `tree`, whose text is `text`. `None` is for a `T` that cannot be read in this way.
pub(super) fn read<T: DeserializeOwned>(
    tree: &Spanned<Node>,
    text: &str,
    source: SourceId,
) -> Option<Reading<T>> {
    let log = Log { text, source, findings: RefCell::default(), unread: RefCell::default() };
    log.duplicates(&tree.value, Level::File);
    let root = Place { log: &log, what: What::Node(tree), at: &tree.range };
    let value = T::deserialize(root).ok()?;
    let Log { findings, unread, .. } = log;
    Some(Reading { value, findings: findings.into_inner(), unread: unread.into_inner() })
}

/// Upper limit of findings for one file; further ones are reported by the next run.
const MOST_FINDINGS: usize = 100;

/// What was found so far.
struct Log<'t> {
    text: &'t str,
    source: SourceId,
    findings: RefCell<Vec<Diagnostic>>,
    unread: RefCell<Vec<Range<usize>>>,
}

impl Log<'_> {
    fn emit(&self, finding: Diagnostic) {
        if !self.is_full() {
            self.findings.borrow_mut().push(finding);
        }
    }

    /// Whether no more findings are told.
    fn is_full(&self) -> bool {
        self.findings.borrow().len() >= MOST_FINDINGS
    }

    fn span(&self, range: &Range<usize>) -> Span {
        Span::new(self.source, range.clone())
    }

    /// Keys that stand twice in one mapping, at any depth. Rows may have one name.
    fn duplicates(&self, node: &Node, level: Level) {
        match node {
            Node::List(items) => items.iter().for_each(|it| self.duplicates(&it.value, level)),
            Node::Map(entries) => {
                let mut firsts: HashMap<&str, &Range<usize>> = HashMap::new();
                for (key, value) in entries {
                    let is_row =
                        level == Level::Rows && matches!(value.value, Node::List(_) | Node::Map(_));
                    match firsts.entry(key.value.as_str()) {
                        Entry::Occupied(_) if is_row => {}
                        Entry::Occupied(first) => {
                            let (at, first) = (self.span(&key.range), self.span(first.get()));
                            self.emit(mistakes::duplicate_key(&key.value, at, Some(first)));
                        }
                        Entry::Vacant(free) => _ = free.insert(&key.range),
                    }
                    self.duplicates(&value.value, level.below(&key.value));
                }
            }
            Node::Blank | Node::Plain | Node::Text(_) => {}
        }
    }
}

/// How far a mapping is from the rows of a table.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Level {
    /// The file itself.
    File,
    /// `targets`
    Tables,
    /// One table.
    Table,
    /// `rows`, and what is below it.
    Rows,
    /// Anything else.
    Other,
}

impl Level {
    fn below(self, key: &str) -> Self {
        match (self, key) {
            (Self::File, "targets") => Self::Tables,
            (Self::Tables, _) => Self::Table,
            (Self::Table | Self::Rows, "rows") | (Self::Rows, _) => Self::Rows,
            _ => Self::Other,
        }
    }
}

/// What stands at a place.
#[derive(Clone, Copy)]
enum What<'t> {
    /// A value.
    Node(&'t Spanned<Node>),
    /// The key of an entry.
    Key(&'t Text),
    /// Nothing: the mapping has no such key.
    Missing(&'static str),
    /// Something that was reported already.
    Reported,
}

/// A place of the tree, to be read as whatever is asked for.
#[derive(Clone, Copy)]
struct Place<'t> {
    log: &'t Log<'t>,
    what: What<'t>,
    at: &'t Range<usize>,
}

impl<'t> Place<'t> {
    fn with(self, what: What<'t>, at: &'t Range<usize>) -> Self {
        Self { what, at, ..self }
    }

    fn node(self, node: &'t Spanned<Node>) -> Self {
        self.with(What::Node(node), &node.range)
    }

    /// A mapping. Of a key that stands twice the first value counts; with `has_rows`, each one that
    /// may be a row.
    fn map<'de, V: Visitor<'de>>(self, visitor: V, has_rows: bool) -> Result<V::Value, Error> {
        let mut entries: Vec<(Self, Self)> = Vec::new();
        if let What::Node(Spanned { value: Node::Map(written), .. }) = self.what {
            let mut keys = HashSet::new();
            for (key, value) in written {
                let is_row = has_rows && matches!(value.value, Node::List(_) | Node::Map(_));
                if keys.insert(&key.value) || is_row {
                    entries.push((self.with(What::Key(key), &key.range), self.node(value)));
                }
            }
        } else {
            self.refuse("mapping");
        }
        visitor.visit_map(MapDeserializer::new(entries.into_iter()))
    }

    /// Records that this is no `expected`, once.
    fn refuse(self, expected: &'static str) {
        let log = self.log;
        match self.what {
            _ if log.is_full() => {}
            What::Node(node) => {
                let found = match &node.value {
                    // Words may look like the mapping that was meant.
                    Node::Text(_) => mistakes::shape_at(log.text, &node.range),
                    other => other.shape(),
                };
                log.emit(mistakes::wrong_type(found, expected, log.text, log.span(&node.range)));
            }
            What::Missing(key) => log.emit(mistakes::missing_key(key, log.text, log.span(self.at))),
            What::Key(_) | What::Reported => {}
        }
        log.unread.borrow_mut().push(self.at.clone());
    }

    /// The values of `fields`, those that are missing last.
    fn fields(self, fields: &'static [&'static str]) -> Vec<(&'static str, Self)> {
        let What::Node(Spanned { value: Node::Map(entries), range }) = self.what else {
            self.refuse("mapping");
            return fields
                .iter()
                .map(|field| (*field, self.with(What::Reported, self.at)))
                .collect();
        };
        let mut read: Vec<(&'static str, Self)> = Vec::new();
        let is_written = |field: &str| entries.iter().any(|(key, _)| key.value == field);
        let free: Vec<&'static str> =
            fields.iter().copied().filter(|field| !is_written(field)).collect();
        for (key, value) in entries {
            let at = self.log.span(&key.range);
            let known = fields.iter().find(|field| **field == key.value);
            let known = known.copied().or_else(|| {
                if self.log.is_full() {
                    return None;
                }
                let near = nearest(&key.value, free.iter().copied());
                let finding = mistakes::unknown_key(&key.value, fields, near, self.log.text, at);
                // It is read as the key it is near to, so that its value is looked at, too.
                let near = near.filter(|_| !finding.edits.is_empty());
                self.log.emit(finding);
                near
            });
            if let Some(field) = known.filter(|it| !read.iter().any(|(field, _)| field == it)) {
                read.push((field, self.node(value)));
            }
        }
        // What is missing is added behind the last key.
        let last = entries.last().map_or(range, |(key, _)| &key.range);
        for field in fields {
            if !read.iter().any(|(known, _)| known == field) {
                read.push((field, self.with(What::Missing(field), last)));
            }
        }
        read
    }
}

impl<'de> Deserializer<'de> for Place<'_> {
    type Error = Error;

    fn is_human_readable(&self) -> bool {
        false
    }

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.what {
            What::Node(node) => match &node.value {
                Node::Blank => visitor.visit_unit(),
                Node::Plain => visitor.visit_u64(0),
                Node::Text(text) => visitor.visit_str(text),
                Node::List(_) => self.deserialize_seq(visitor),
                Node::Map(_) => self.map(visitor, true),
            },
            What::Key(key) => visitor.visit_str(&key.value),
            What::Missing(_) | What::Reported => {
                self.refuse("mapping");
                visitor.visit_unit()
            }
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.what {
            What::Missing(_) | What::Reported => visitor.visit_none(),
            What::Node(node) if matches!(node.value, Node::Blank) => visitor.visit_none(),
            What::Node(_) | What::Key(_) => visitor.visit_some(self),
        }
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.what {
            What::Node(Spanned { value: Node::Text(text), .. }) => visitor.visit_str(text),
            What::Node(Spanned { value: Node::Plain, range }) => {
                visitor.visit_str(self.log.text.get(range.clone()).unwrap_or_default())
            }
            What::Key(key) => visitor.visit_str(&key.value),
            _ => {
                self.refuse("text");
                visitor.visit_str("")
            }
        }
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_str(visitor)
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        if let What::Node(Spanned { value: Node::Plain, range }) = self.what {
            match self.log.text.get(range.clone()).map(str::to_ascii_lowercase).as_deref() {
                Some("true") => return visitor.visit_bool(true),
                Some("false") => return visitor.visit_bool(false),
                _ => {}
            }
        }
        self.refuse("boolean");
        visitor.visit_bool(false)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        if let What::Node(Spanned { value: Node::List(items), .. }) = self.what {
            return visitor.visit_seq(SeqDeserializer::new(items.iter().map(|it| self.node(it))));
        }
        self.refuse("list");
        visitor.visit_seq(SeqDeserializer::new(std::iter::empty::<Self>()))
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.map(visitor, false)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        visitor.visit_map(MapDeserializer::new(self.fields(fields).into_iter()))
    }

    /// Where it is written and what: a [`Spanned`].
    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        _: usize,
        visitor: V,
    ) -> Result<V::Value, Error> {
        debug_assert_eq!(name, SPANNED);
        visitor.visit_seq(Parts { place: self, next: 0 })
    }

    forward_to_deserialize_any! {
        i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char bytes byte_buf unit unit_struct
        newtype_struct tuple enum identifier ignored_any
    }
}

impl IntoDeserializer<'_, Error> for Place<'_> {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

/// Start, end and value of a [`Spanned`].
struct Parts<'t> {
    place: Place<'t>,
    next: usize,
}

impl<'de> SeqAccess<'de> for Parts<'_> {
    type Error = Error;

    fn next_element_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, Error> {
        self.next += 1;
        match self.next {
            1 => seed.deserialize(self.place.at.start.into_deserializer()).map(Some),
            2 => seed.deserialize(self.place.at.end.into_deserializer()).map(Some),
            3 => seed.deserialize(self.place).map(Some),
            _ => Ok(None),
        }
    }
}
