//! A part of the YAML whose shape says what it is: rows, groups of rows, a file.

use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, SeqAccess, Visitor};

use super::spanned::{Spanned, Text, Value};

/// A YAML value, as it comes.
#[derive(Debug, Clone)]
pub enum Node {
    /// Nothing.
    Blank,
    /// A number or a boolean: its words are those at its place, for `1.250` must not become
    /// a number before anybody has looked at it.
    Plain,
    /// Words.
    Text(String),
    /// A list.
    List(Vec<Spanned<Node>>),
    /// Keys and their values.
    Map(Vec<(Text, Spanned<Node>)>),
}

impl Node {
    /// Its shape, as messages name it.
    pub(super) fn shape(&self) -> &'static str {
        match self {
            Self::Blank => "blank",
            Self::Plain | Self::Text(_) => "text",
            Self::List(_) => "list",
            Self::Map(_) => "mapping",
        }
    }
}

impl Value for Node {}

impl<'de> Deserialize<'de> for Node {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(NodeVisitor)
    }
}

struct NodeVisitor;

impl<'de> Visitor<'de> for NodeVisitor {
    type Value = Node;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("any value")
    }

    fn visit_unit<E>(self) -> Result<Node, E> {
        Ok(Node::Blank)
    }

    fn visit_none<E>(self) -> Result<Node, E> {
        Ok(Node::Blank)
    }

    fn visit_bool<E>(self, _: bool) -> Result<Node, E> {
        Ok(Node::Plain)
    }

    fn visit_i64<E>(self, _: i64) -> Result<Node, E> {
        Ok(Node::Plain)
    }

    fn visit_u64<E>(self, _: u64) -> Result<Node, E> {
        Ok(Node::Plain)
    }

    fn visit_i128<E>(self, _: i128) -> Result<Node, E> {
        Ok(Node::Plain)
    }

    fn visit_u128<E>(self, _: u128) -> Result<Node, E> {
        Ok(Node::Plain)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Node, E> {
        Ok(Node::Plain)
    }

    fn visit_str<E>(self, text: &str) -> Result<Node, E> {
        Ok(Node::Text(text.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Node, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Node::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut items: A) -> Result<Node, A::Error> {
        let mut map = Vec::new();
        while let Some(key) = items.next_key()? {
            map.push((key, items.next_value()?));
        }
        Ok(Node::Map(map))
    }
}
