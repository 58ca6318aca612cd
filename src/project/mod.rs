//! A project: its settings, its catalog, its record of issued documents, and its directives, on the
//! disk, in a revision, or with one file laid over either. Nothing is printed.

pub(crate) mod bundle;
pub(crate) mod catalog;
pub(crate) mod encoding;
pub(crate) mod file;
pub(crate) mod files;
pub(crate) mod fonts;
mod issued_change;
pub(crate) mod lock;
pub(crate) mod record;
pub(crate) mod settings;
mod templates;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use self::catalog::ProjectCatalog;
use self::encoding::Decoded;
use self::file::File;
pub(crate) use self::issued_change::issued_change;
use self::record::IssueRecord;
use self::settings::ProjectSettings;
pub(crate) use self::templates::OwnTemplates;
use crate::check::CheckContext;
use crate::check::numbers::Numbers;
use crate::codes;
use crate::diagnostic::{Diagnostic, Edit, Message};
use crate::error::{Error, catch};
use crate::fonts::Fonts;
use crate::messages::stored::StoredFinding;
use crate::model::catalog::Catalog;
use crate::model::issued::Entry;
use crate::render::Style;
use crate::source::disk::{self, Text};
use crate::source::tree::Tree;
use crate::span::{SourceId, Span};

/// What a project is opened with, besides its own files.
#[derive(Debug, Clone, Default)]
pub(crate) struct OpenOptions {
    /// More folders with fonts.
    pub(crate) font_paths: Vec<PathBuf>,
    /// The date of documents whose own date is open: year, month, day.
    pub(crate) fallback_date: (i16, i8, i8),
}

/// A project in one state of its files: what all its directives share.
///
/// Every command that looks at directives opens one. Code below it (rules, rendering) does not use
/// it; it receives the parts it needs, such as [`CheckContext`] and [`Style`].
pub(crate) struct Project {
    /// The project folder.
    pub(crate) folder: PathBuf,
    /// Its files.
    pub(crate) tree: Tree,
    /// What `vanthu.yaml` says.
    pub(crate) settings: ProjectSettings,
    /// The typeface.
    pub(crate) fonts: Fonts,
    /// The catalog, and what is wrong with it.
    pub(crate) office: ProjectCatalog,
    /// The record of issued documents, and what is wrong with it.
    pub(crate) record: IssueRecord,
    /// Folders with fonts, besides those of the program.
    pub(crate) font_paths: Vec<PathBuf>,
    fallback_date: (i16, i8, i8),
}

impl Project {
    /// Opens the project in `tree`; `folder` is where it is, or would be, on the disk.
    pub(crate) fn open(
        tree: Tree,
        folder: &Path,
        settings: ProjectSettings,
        options: &OpenOptions,
    ) -> Result<Self, Error> {
        let own_fonts = settings.font_paths.iter().map(|path| folder.join(path));
        Ok(Self {
            folder: folder.to_owned(),
            fonts: fonts::fonts(&tree, folder, &settings, &options.font_paths)?,
            office: catalog::read(&tree)?,
            record: record::read(&tree)?,
            font_paths: own_fonts.chain(options.font_paths.iter().cloned()).collect(),
            fallback_date: options.fallback_date,
            tree,
            settings,
        })
    }

    /// The entries that directives may name.
    pub(crate) fn catalog(&self) -> &Catalog {
        self.office.catalog()
    }

    /// The directive called `name`, at `path` when the project is on the disk.
    pub(crate) fn file<'a>(&'a self, name: &'a str, path: &'a Path) -> File<'a> {
        File { name, path, project: self }
    }

    /// What rules look at besides the directive.
    pub(crate) fn context<'a>(
        &'a self,
        numbers: &'a Numbers,
        issued: Option<&'a Entry>,
    ) -> CheckContext<'a> {
        let (profile, levels) = (&self.settings.profile, &self.settings.levels);
        let (catalog, coverage) = (self.catalog(), self.fonts.coverage());
        let output = &self.settings.output;
        CheckContext { catalog, coverage, profile, levels, numbers, output, issued }
    }

    /// What templates need besides the directive.
    pub(crate) fn style(&self) -> Style<'_> {
        Style {
            font: &self.fonts.family,
            profile: self.settings.profile,
            draft_mark: self.settings.draft_mark,
            fallback_date: self.fallback_date,
        }
    }

    /// Its templates that differ from those of the program.
    pub(crate) fn own_templates(&self) -> Result<OwnTemplates, Error> {
        templates::own_templates(&self.tree)
    }

    /// What is wrong with the catalog and with the record of issued documents.
    pub(crate) fn findings(&self) -> Vec<StoredFinding> {
        let mut findings = self.findings_of_files();
        let others = || {
            let skip = files::not_directives(&self.folder);
            files::below(&self.folder, &self.folder.join("data"), &skip).0
        };
        let (sources, lost) = self.record.lost(&self.tree, &others);
        findings.extend(lost.sorted().into_iter().map(|it| StoredFinding::of(it, &sources)));
        findings
    }

    /// The same, but for issued documents whose directive is gone.
    pub(crate) fn findings_of_files(&self) -> Vec<StoredFinding> {
        let mut findings = self.office.findings();
        let record = self.record.report.sorted().into_iter();
        findings.extend(record.map(|it| StoredFinding::of(it, &self.record.sources)));
        findings
    }
}

impl Project {
    /// The numbers of directives besides `named` that one of `named` may have, too: whether a
    /// number is taken must not depend on what else is named.
    pub(crate) fn other_numbers(
        &self,
        named: &BTreeMap<String, PathBuf>,
    ) -> BTreeMap<String, Vec<String>> {
        let data = self.folder.join("data");
        let (all, _) = files::below(&self.folder, &data, &files::not_directives(&self.folder));
        let others: Vec<_> =
            all.into_iter().filter(|(name, _)| !named.contains_key(name)).collect();
        if others.is_empty() {
            return BTreeMap::new();
        }
        let wanted: BTreeSet<String> =
            named.values().flat_map(|path| written_numbers(path)).collect();
        // Copies have numbers that are not written.
        let has_series = named.values().any(|path| may_have_series(path));
        let may_have = |path: &Path| {
            let written = written_numbers(path);
            let is_wanted = written.iter().any(|it| wanted.contains(it));
            is_wanted || !written.is_empty() && (has_series || may_have_series(path))
        };
        let others = others.into_iter().filter(|(_, path)| !wanted.is_empty() && may_have(path));
        others
            .filter_map(|(name, path)| {
                let numbers = catch(|| self.file(&name, &path).numbers()).unwrap_or_default();
                (!numbers.is_empty()).then_some((name, numbers))
            })
            .collect()
    }
}

impl Project {
    /// The numbers of the directives before `name`, which is at `path`, in the order of paths:
    /// of two directives with one number the first one keeps it.
    pub(crate) fn numbers_before(&self, name: &str, path: &Path) -> Numbers {
        let named = BTreeMap::from([(name.to_owned(), path.to_owned())]);
        let mut numbers = Numbers::none();
        for (other, own) in catch(|| self.other_numbers(&named)).unwrap_or_default() {
            if other.as_str() < name {
                numbers.note(&own, &other);
            }
        }
        numbers
    }
}

/// Whether a file may have copies with numbers of their own.
fn may_have_series(path: &Path) -> bool {
    let bytes = disk::read_directive(path).unwrap_or_default();
    let has = |word: &[u8]| bytes.windows(word.len()).any(|part| part == word);
    has(b"copies") && has(b"each")
}

/// What stands behind each `number:` of a file, as far as it is digits.
fn written_numbers(path: &Path) -> Vec<String> {
    let bytes = disk::read_directive(path).unwrap_or_default();
    let text = String::from_utf8_lossy(&bytes);
    let behind = text.split("number:").skip(1);
    let digits = behind.map(|rest| {
        let rest = rest.trim_start_matches([' ', '"', '\'']).trim_start_matches('0');
        rest.chars().take_while(char::is_ascii_digit).collect::<String>()
    });
    digits.filter(|digits| !digits.is_empty()).collect()
}

/// The finding for a file that is no text.
///
/// # Panics
///
/// When it is one.
pub(crate) fn unreadable(text: &Text, source: SourceId) -> Diagnostic {
    match text {
        Text::TooLarge(bytes) => {
            let message =
                Message::new("too-large").with("bytes", bytes).with("most", disk::MOST_BYTES);
            Diagnostic::new(&codes::TOO_LARGE, message).at(Span::new(source, 0..0))
        }
        Text::NotUtf8(before, byte, bytes) => {
            if let Some(decoded) = encoding::decoded(bytes) {
                return in_other_encoding(&decoded, source);
            }
            let message = Message::new("not-utf8").with("byte", format!("0x{byte:02X}"));
            Diagnostic::new(&codes::NOT_UTF8, message)
                .at(Span::new(source, before.len()..before.len()))
        }
        Text::Text(_) => unreachable!("a text can be read"),
    }
}

/// What of a file that is no text can be shown: what it reads in its own encoding, or what stands
/// before the first byte that cannot be read.
fn shown(text: &Text) -> String {
    match text {
        Text::NotUtf8(before, _, bytes) => {
            encoding::decoded(bytes).map_or_else(|| before.clone(), |decoded| decoded.text)
        }
        Text::TooLarge(_) | Text::Text(_) => String::new(),
    }
}

/// The finding for a file in another encoding, at its first letter beyond ASCII.
fn in_other_encoding(decoded: &Decoded, source: SourceId) -> Diagnostic {
    let text = &decoded.text;
    let is_foreign = |sign: char| !sign.is_ascii();
    let start = text.find(is_foreign).unwrap_or_default();
    let end = text[start..].chars().next().map_or(start, |sign| start + sign.len_utf8());
    let line = text[..start].matches('\n').count();
    let words = text.lines().nth(line).unwrap_or_default().trim();
    let message = Message::new("foreign-encoding")
        .with("encoding", decoded.encoding)
        .with("line", line + 1)
        .with("text", words);
    Diagnostic::new(&codes::NOT_UTF8, message)
        .at(Span::new(source, start..end))
        .edit(Edit::safe(Span::new(source, 0..text.len()), text.clone()))
}
