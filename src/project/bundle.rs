//! The sources of one document: all that building it once more takes, and nothing of other documents.
//!
//! They are the directive, the files it reads, the entries of the catalog that it names, the settings
//! that reach the paper, and the project's own templates. The typeface is none of them.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::Project;
use super::settings::OFFICE_FILE;
use crate::diagnostic::Message;
use crate::digest::Digest;
use crate::error::Error;
use crate::load::excerpt;
use crate::model::Directive;
use crate::model::output::OutputChoice;
use crate::source::Sources;
use crate::source::disk::{self, Text};

/// The keys of `vanthu.yaml` that reach the paper. That of typefaces names folders of one machine.
const SETTINGS: [&str; 6] =
    ["profile", "profiles", "pdf", "draft_mark", "font", "source_fingerprint"];

/// The sources of a document, by their paths in the project.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Bundle {
    pub(crate) files: BTreeMap<String, Vec<u8>>,
}

impl Project {
    /// What is wanted of the files of a document. A certified copy has the pages, or parts, of
    /// another document: its sources are not for whoever gets the copy, and nothing is printed on
    /// those pages.
    pub(crate) fn output_of(&self, directive: &Directive) -> OutputChoice {
        let choice = directive.output.or(&self.settings.output);
        match directive.copied {
            Some(_) => OutputChoice { standard: choice.standard, ..OutputChoice::NONE },
            None => choice,
        }
    }
}

impl Bundle {
    /// The sources of the directive `name`, whose text is `text`; `inputs` is what was read for it.
    pub(crate) fn of(
        project: &Project,
        (name, text): (&str, Vec<u8>),
        inputs: &BTreeMap<String, Option<Digest>>,
    ) -> Result<Self, Error> {
        let mut files = BTreeMap::new();
        for (input, read) in inputs {
            let Some(read) = read else { continue };
            let found =
                if input == name { Some(text.clone()) } else { project.tree.read(input)? };
            // Somebody saved it between two looks at it.
            let found = found.filter(|bytes| Digest::of(bytes) == *read);
            let changed = || Error::Usage(Message::new("changed-meanwhile"));
            let place = disk::with_slashes(&disk::without_detours(Path::new(input)));
            files.insert(place, found.ok_or_else(changed)?);
        }
        let mut ids = BTreeSet::new();
        let texts = files.values().filter_map(|bytes| str::from_utf8(bytes).ok());
        texts.for_each(|text| ids.extend(excerpt::words(text).map(str::to_owned)));
        for (place, text) in catalog(project, ids) {
            files.entry(place).or_insert_with(|| text.into_bytes());
        }
        if let Some(Text::Text(text)) = project.tree.text(OFFICE_FILE)?
            && let Some(excerpt) = excerpt_of(&text)
        {
            files.insert(OFFICE_FILE.to_owned(), excerpt.into_bytes());
        }
        let templates = project.own_templates()?.into_iter();
        files.extend(templates.map(|(name, bytes)| (format!("templates/{name}"), bytes)));
        Ok(Self { files })
    }

    /// The sources of `list` among files from anywhere; nothing where one of them is not there, is
    /// another one, or has a name that no file of a project has.
    pub(crate) fn unpacked(
        list: &BTreeMap<String, Digest>,
        files: &BTreeMap<String, Vec<u8>>,
    ) -> Option<Self> {
        let source = |(name, digest): (&String, &Digest)| {
            let bytes = files.get(name).filter(|bytes| Digest::of(bytes) == *digest)?;
            disk::is_plain_path(name).then(|| (name.clone(), bytes.clone()))
        };
        let mut files = list.iter().map(source).collect::<Option<BTreeMap<_, _>>>()?;
        if let Some(settings) = files.get_mut(OFFICE_FILE) {
            // Only what is put inside: keys that name folders or programs are not taken over.
            *settings = excerpt_of(&String::from_utf8(settings.clone()).ok()?)?.into_bytes();
        }
        Some(Self { files })
    }

    /// What tells these sources from others.
    pub(crate) fn fingerprint(&self) -> Digest {
        let files = self.files.iter();
        Digest::of_parts(files.flat_map(|(name, bytes)| [name.as_bytes(), bytes.as_slice()]))
    }
}

/// The part of `vanthu.yaml` that reaches the paper.
fn excerpt_of(settings: &str) -> Option<String> {
    let mut sources = Sources::default();
    let source = sources.add(OFFICE_FILE, settings);
    excerpt::of_keys(&sources, source, &SETTINGS)
}

/// The files of the catalog with the entries that `ids` name, and with those that these name.
fn catalog(project: &Project, mut ids: BTreeSet<String>) -> Vec<(String, String)> {
    let (office, sources) = (&project.office, project.office.sources());
    let excerpts = |ids: &BTreeSet<String>| -> Vec<(String, String)> {
        let files = office.texts().filter_map(|(source, _)| {
            let excerpt = excerpt::of_entries(&sources, source, ids)?;
            Some((sources.get(source).path.clone(), excerpt))
        });
        files.collect()
    };
    loop {
        let found = excerpts(&ids);
        let known = ids.len();
        let words = found.iter().flat_map(|(_, text)| excerpt::words(text));
        let words: Vec<String> = words.map(str::to_owned).collect();
        ids.extend(words);
        if ids.len() == known {
            return found;
        }
    }
}
