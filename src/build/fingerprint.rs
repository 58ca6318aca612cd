//! What reaches every document of a run.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::compile::TYPST_VERSION;
use crate::digest::Digest;
use crate::fonts::Fonts;
use crate::program::PROGRAM;
use crate::render::Style;
use crate::source::Source;

/// Program, engine, settings, templates and fonts of a run: where one of them differs, every
/// document is made anew.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fingerprint {
    /// Version and fingerprint of the program; its templates and typeface are part of it.
    pub program: String,
    /// Name and version of the engine; empty when only Typst texts are made.
    pub engine: String,
    /// `vanthu.yaml`, byte for byte.
    pub settings: Digest,
    /// The files of `data/catalog/`: rules look at all of it.
    pub catalog: Digest,
    /// The project's own templates.
    pub templates: Digest,
    /// Every font file, and the family that is used.
    pub fonts: Digest,
    /// What arguments and environment make of a document besides.
    pub arguments: Digest,
    /// The record of issued documents.
    pub issued: Digest,
}

impl Fingerprint {
    /// The fingerprint of a run of this program; `engine` says also what PDFs conform to.
    #[must_use]
    pub fn new(
        engine: &str,
        settings: &[u8],
        catalog: &[Source],
        templates: &BTreeMap<String, Vec<u8>>,
        fonts: &Fonts,
        style: &Style<'_>,
    ) -> Self {
        let own = templates.iter().flat_map(|(name, bytes)| [name.as_bytes(), bytes.as_slice()]);
        let catalog = catalog.iter().flat_map(|it| [it.path.as_bytes(), it.text.as_bytes()]);
        Self {
            program: PROGRAM.to_owned(),
            engine: if engine.is_empty() {
                String::new()
            } else {
                format!("{engine} {TYPST_VERSION}")
            },
            settings: Digest::of(settings),
            catalog: Digest::of_parts(catalog),
            templates: Digest::of_parts(own),
            fonts: fonts.digest(),
            // Whatever a style holds shows in its debug form, also what is added to it later.
            arguments: Digest::of(format!("{style:?}").as_bytes()),
            issued: Digest::of(&[]),
        }
    }

    /// The fingerprint with a record of issued documents whose digest this is, where there is one.
    #[must_use]
    pub fn with_issued(self, record: Option<Digest>) -> Self {
        Self { issued: record.unwrap_or_else(|| Digest::of(&[])), ..self }
    }

    /// A short name for it.
    #[must_use]
    pub fn digest(&self) -> Digest {
        let texts = [self.program.as_bytes(), self.engine.as_bytes()];
        let digests =
            [self.settings, self.catalog, self.templates, self.fonts, self.arguments, self.issued];
        let digests: String = digests.iter().map(Digest::to_string).collect();
        Digest::of_parts(texts.into_iter().chain([digests.as_bytes()]))
    }

    /// Whether both set the same text into the same document: the rest of a fingerprint comes to it
    /// through the text alone.
    #[must_use]
    pub fn sets_as(&self, other: &Self) -> bool {
        let of_setting = ["program", "engine", "templates", "fonts"];
        !self.differences(other).iter().any(|part| of_setting.contains(part))
    }

    /// In what the two differ: `program`, `engine`, `settings`, `catalog`,
    /// `templates`, `fonts`, `arguments`, `issued`.
    #[must_use]
    pub fn differences(&self, other: &Self) -> Vec<&'static str> {
        [
            ("program", self.program == other.program),
            ("engine", self.engine == other.engine),
            ("settings", self.settings == other.settings),
            ("catalog", self.catalog == other.catalog),
            ("templates", self.templates == other.templates),
            ("fonts", self.fonts == other.fonts),
            ("arguments", self.arguments == other.arguments),
            ("issued", self.issued == other.issued),
        ]
        .into_iter()
        .filter_map(|(name, is_same)| (!is_same).then_some(name))
        .collect()
    }
}
