//! Where documents go, and what becomes of those that should no longer be there.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use super::state::{FOLDER, Output};
use super::wire::Reply;
use crate::digest::Digest;
use crate::error::Error;
use crate::source::{disk, reach};
use crate::write;

/// The output folder, and the place where files are made before they are moved into it.
#[derive(Debug, Clone)]
pub(crate) struct Outputs {
    /// The folder.
    pub out: PathBuf,
    /// The other place.
    pub staging: PathBuf,
}

/// An answer whose documents were written, or not.
pub(crate) struct WrittenReply {
    pub(crate) reply: Reply,
    pub(crate) written: Result<BTreeMap<String, Output>, Error>,
}

impl Outputs {
    /// The place of the directive `name` in the output folder, without extension.
    #[must_use]
    pub(crate) fn stem(name: &str) -> PathBuf {
        Path::new(name.strip_prefix("data/").unwrap_or(name)).with_extension("")
    }

    /// The file that the directive `name` becomes.
    #[must_use]
    pub(crate) fn file(&self, name: &str, extension: &str) -> PathBuf {
        let mut file = self.out.join(Self::stem(name)).into_os_string();
        file.push(".");
        file.push(extension);
        PathBuf::from(file)
    }

    /// Writes a document. A file that already holds these bytes is not touched. When all are
    /// written, [`Self::sync`] is called.
    pub(crate) fn write(&self, name: &str, extension: &str, bytes: &[u8]) -> Result<Output, Error> {
        let file = self.file(name, extension);
        reach::may_write(&file, &self.out)?;
        write::write_one_of_many(&file, bytes, Some(&self.staging))?;
        let stamp = disk::stamp(&file).unwrap_or_default();
        self.forget_aside(&file);
        Ok(Output { digest: Digest::of(bytes), stamp })
    }

    /// Makes the documents of these directives survive a power cut under their names.
    pub(crate) fn sync<'a>(&self, names: impl Iterator<Item = &'a str>) {
        self.folders(names).iter().for_each(|folder| write::sync_folder(folder));
    }

    /// The folders in which the documents of these directives are.
    pub(crate) fn folders<'a>(&self, names: impl Iterator<Item = &'a str>) -> BTreeSet<PathBuf> {
        // Most of many are in the same.
        let folder = |name: &'a str| name.rsplit_once('/').map_or("", |(folder, _)| folder);
        let one_of_each: BTreeMap<&str, &str> = names.map(|name| (folder(name), name)).collect();
        let files = one_of_each.values().map(|name| self.file(name, ""));
        let within = files.filter(|file| reach::may_write(file, &self.out).is_ok());
        within.filter_map(|file| file.parent().map(Path::to_owned)).collect()
    }

    /// Moves `file`, the document of an earlier version, out of the way; where to, when there
    /// was one.
    pub(crate) fn set_aside(&self, file: &Path) -> Result<Option<PathBuf>, Error> {
        if !file.is_file() || reach::may_write(file, &self.out).is_err() {
            return Ok(None);
        }
        let aside = self.aside(file);
        write::rename(file, &aside)?;
        Ok(Some(aside))
    }

    /// What was set aside is outdated once the document is there again.
    fn forget_aside(&self, file: &Path) {
        let aside = self.aside(file);
        if aside.is_file() {
            // It is in nobody's way.
            let _ = write::remove(&aside);
        }
    }

    fn aside(&self, file: &Path) -> PathBuf {
        let within = file.strip_prefix(&self.out).unwrap_or(file);
        self.out.join(FOLDER).join("aside").join(within)
    }
}
