//! `pdf`: what a PDF conforms to and what is inside it, as written: a word for the first alone, or
//! both by their keys.

use std::fmt;

use schemars::JsonSchema;
use serde::Deserialize;
use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserializer, MapAccess, Visitor};

use super::spanned::{Spanned, Text, Value};

/// What is said of the PDF.
#[derive(Debug, Clone)]
pub enum Pdf {
    /// The standard alone: `pdf: a-2a`.
    Standard(String),
    /// By keys.
    Parts(PdfParts),
}

impl Value for Pdf {}

/// What is said of the PDF, by keys.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Pdf")]
pub struct PdfParts {
    /// What it conforms to.
    pub standard: Option<Text>,
    /// What is inside it: `source`, `xlsx`, `docx`.
    pub attach: Option<Spanned<Vec<Text>>>,
}

impl<'de> Deserialize<'de> for Pdf {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(PdfVisitor)
    }
}

struct PdfVisitor;

impl<'de> Visitor<'de> for PdfVisitor {
    type Value = Pdf;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a text or a mapping")
    }

    fn visit_str<E>(self, text: &str) -> Result<Pdf, E> {
        Ok(Pdf::Standard(text.to_owned()))
    }

    fn visit_map<A: MapAccess<'de>>(self, parts: A) -> Result<Pdf, A::Error> {
        PdfParts::deserialize(MapAccessDeserializer::new(parts)).map(Pdf::Parts)
    }
}
