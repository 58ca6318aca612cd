//! Values with the places they are written at.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;
use std::ops::Range;

use schemars::JsonSchema;
use serde::Deserialize;
use serde::de::{Deserializer, Error as _, MapAccess, SeqAccess, Visitor};

use crate::characters;

/// A value and the bytes of the file it stands in. Which file is known to the loader only.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spanned<T> {
    /// The value.
    pub value: T,
    /// Where it is written; quotes belong to it.
    pub range: Range<usize>,
}

impl<T: Value> From<serde_saphyr::Spanned<T>> for Spanned<T> {
    fn from(spanned: serde_saphyr::Spanned<T>) -> Self {
        Self { value: spanned.value.normalized(), range: byte_range(&spanned.referenced) }
    }
}

/// A value with a place.
pub trait Value: Sized {
    /// The value as it is read: text in its normal form (`characters`), all else as it is.
    #[must_use]
    fn normalized(self) -> Self {
        self
    }
}

impl Value for String {
    fn normalized(self) -> Self {
        match characters::normalized(&self) {
            Cow::Borrowed(_) => self,
            Cow::Owned(normalized) => normalized,
        }
    }
}

impl<T> Value for Vec<T> {}

/// A name that the system must find again as it is written, such as a path.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(transparent)]
#[schemars(inline)]
pub struct Verbatim(pub String);

impl Value for Verbatim {}

/// By this name [`super::tolerant`] knows that a place is asked for, too.
pub(super) const SPANNED: &str = "Spanned";

impl<'de, T: Deserialize<'de> + Value> Deserialize<'de> for Spanned<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        // YAML itself is for people, the tree of it is not.
        if deserializer.is_human_readable() {
            return serde_saphyr::Spanned::deserialize(deserializer).map(Self::from);
        }
        deserializer.deserialize_tuple_struct(SPANNED, 3, PartsVisitor(PhantomData))
    }
}

/// Reads start, end and value.
struct PartsVisitor<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de> + Value> Visitor<'de> for PartsVisitor<T> {
    type Value = Spanned<T>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a value with its place")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut parts: A) -> Result<Self::Value, A::Error> {
        let lacks = || A::Error::invalid_length(3, &"start, end and value");
        let start = parts.next_element()?.ok_or_else(lacks)?;
        let end = parts.next_element()?.ok_or_else(lacks)?;
        let value: T = parts.next_element()?.ok_or_else(lacks)?;
        Ok(Spanned { value: value.normalized(), range: start..end })
    }
}

/// The bytes a location covers; empty when the parser does not know them.
pub(super) fn byte_range(location: &serde_saphyr::Location) -> Range<usize> {
    let span = location.span();
    let bytes = |count: Option<u64>| usize::try_from(count.unwrap_or(0)).unwrap_or(usize::MAX);
    let start = bytes(span.byte_offset());
    start..start.saturating_add(bytes(span.byte_len()))
}

/// A key that stands there without a value (`cc:`) says as little as one that does not.
pub(super) fn blank_is_empty<'de, D: Deserializer<'de>, T: Deserialize<'de> + Default>(
    deserializer: D,
) -> Result<T, D::Error> {
    Option::<T>::deserialize(deserializer).map(Option::unwrap_or_default)
}

/// A text where the author wrote it.
pub type Text = Spanned<String>;

/// A mapping whose keys are the author's own: order and places kept.
#[derive(Debug, Clone)]
pub struct Entries<T, K = String>(pub Vec<(Spanned<K>, T)>);

impl<T, K> Default for Entries<T, K> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<'de, T, K> Deserialize<'de> for Entries<T, K>
where
    T: Deserialize<'de>,
    K: Deserialize<'de> + Value,
{
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct EntriesVisitor<T, K>(PhantomData<(T, K)>);

        impl<'de, T, K> Visitor<'de> for EntriesVisitor<T, K>
        where
            T: Deserialize<'de>,
            K: Deserialize<'de> + Value,
        {
            type Value = Entries<T, K>;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("a mapping")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut entries = Vec::new();
                while let Some(key) = map.next_key::<Spanned<K>>()? {
                    entries.push((key, map.next_value()?));
                }
                Ok(Entries(entries))
            }
        }

        deserializer.deserialize_map(EntriesVisitor(PhantomData))
    }
}
