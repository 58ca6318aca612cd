//! What goes inside a PDF besides its pages: the sources, the tables for Excel, the document for
//! Word.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::compile::{AttachedFile, TYPST_VERSION};
use crate::digest::Digest;
use crate::error::Error;
use crate::printed::phrases;
use crate::project::Project;
use crate::project::bundle::Bundle;

/// The list of the sources.
pub(crate) const MANIFEST: &str = "vanthu.json";

/// What the form of the list is called.
pub(crate) const FORM: &str = "vanthu-sources-1";

/// What is known of the sources inside a PDF.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Manifest {
    /// [`FORM`].
    pub(crate) form: String,
    /// The programs that made the PDF, as in the record of issued documents.
    pub(crate) program: String,
    /// The directive among the sources.
    pub(crate) document: String,
    /// The day of the file where the document has none: year, month, day.
    pub(crate) fallback_date: (i16, i8, i8),
    /// The family that the document is set in.
    pub(crate) font: String,
    /// The content of all files of the typeface.
    pub(crate) fonts: Digest,
    /// The fingerprint of all sources, as it is printed at the foot of a page.
    pub(crate) sources: Digest,
    /// Each source by its path in the project, with its content.
    pub(crate) files: BTreeMap<String, Digest>,
}

/// The programs that make PDFs here.
pub(crate) fn program() -> String {
    format!("vanthu {}, typst {TYPST_VERSION}", env!("CARGO_PKG_VERSION"))
}

impl Manifest {
    /// The list of the sources of the directive `name`.
    pub(crate) fn of(project: &Project, name: &str, bundle: &Bundle) -> Self {
        let digest = |(path, bytes): (&String, &Vec<u8>)| (path.clone(), Digest::of(bytes));
        Self {
            form: FORM.to_owned(),
            program: program(),
            document: name.to_owned(),
            fallback_date: project.style().fallback_date,
            font: project.fonts.family.clone(),
            fonts: project.fonts.digest(),
            sources: bundle.fingerprint(),
            files: bundle.files.iter().map(digest).collect(),
        }
    }
}

/// The sources of the directive `name` and their list, as files inside its PDF.
pub(super) fn sources(
    project: &Project,
    name: &str,
    bundle: &Bundle,
) -> Result<Vec<AttachedFile>, Error> {
    let manifest = Manifest::of(project, name, bundle);
    let bytes =
        serde_json::to_vec_pretty(&manifest).map_err(|error| Error::Internal(error.to_string()))?;
    let list = AttachedFile {
        name: MANIFEST.to_owned(),
        bytes,
        relationship: "supplement",
        mime: "application/json",
        description: phrases::ATTACHED_LIST.to_owned(),
    };
    let source = |(path, bytes): (&String, &Vec<u8>)| AttachedFile {
        name: path.clone(),
        bytes: bytes.clone(),
        relationship: "source",
        mime: mime(path),
        description: phrases::ATTACHED_SOURCE.to_owned(),
    };
    Ok(bundle.files.iter().map(source).chain([list]).collect())
}

/// The Excel or Word file of a document, beside its sources: its name is none of `taken`.
pub(super) fn office(
    stem: &str,
    extension: &'static str,
    bytes: Vec<u8>,
    taken: &[AttachedFile],
) -> AttachedFile {
    let taken: BTreeSet<&str> = taken.iter().map(|file| file.name.as_str()).collect();
    let mut names = std::iter::once(format!("{stem}.{extension}"))
        .chain((2..).map(|number| format!("{stem}-{number}.{extension}")));
    let name = names.find(|name| !taken.contains(name.as_str())).unwrap_or_default();
    let (relationship, description) = match extension {
        "xlsx" => ("data", phrases::ATTACHED_XLSX),
        _ => ("alternative", phrases::ATTACHED_DOCX),
    };
    let description = description.to_owned();
    AttachedFile { mime: mime(&name), name, bytes, relationship, description }
}

/// The type of a file, by its extension.
fn mime(path: &str) -> &'static str {
    let extension = path.rsplit_once('.').map_or("", |(_, extension)| extension);
    match extension.to_ascii_lowercase().as_str() {
        "yaml" | "yml" => "application/yaml",
        "csv" | "tsv" => "text/csv",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "ods" => "application/vnd.oasis.opendocument.spreadsheet",
        "xls" => "application/vnd.ms-excel",
        "typ" | "txt" => "text/plain",
        _ => "application/octet-stream",
    }
}
