//! What the catalog of an office came to, kept beside the state of a build in `catalog.bin`:
//! reading its YAML would be most of what a build takes in which little has changed.
//!
//! A line of JSON says what it is; behind it are the findings and the entries, in the form of
//! Postcard. The file may be deleted at any time. It is used only when this very program wrote it,
//! whole, of these very texts; their paths are part of what they are known by.

use std::io;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::digest::Digest;
use crate::error::Error;
use crate::messages::stored::StoredFinding;
use crate::model::catalog::Catalog;
use crate::program::PROGRAM;
use crate::source::disk;
use crate::write;

/// What the form of the file is called; another form is not read.
const FORM: &str = "vanthu-catalog-3";

#[derive(PartialEq, Serialize, Deserialize)]
struct Head {
    form: String,
    program: String,
    /// Paths and contents of the texts, as in [`crate::build::fingerprint::Fingerprint`].
    texts: Digest,
    /// Of all behind this line.
    body: Digest,
}

impl Head {
    fn new(texts: Digest, body: &[u8]) -> Self {
        Self { form: FORM.to_owned(), program: PROGRAM.to_owned(), texts, body: Digest::of(body) }
    }
}

/// A catalog as it was stored: its findings, and its entries, which are read when they are needed.
#[derive(Debug)]
pub(crate) struct CatalogCache {
    pub(super) findings: Vec<StoredFinding>,
    entries: Vec<u8>,
}

impl CatalogCache {
    /// The entries.
    pub(super) fn catalog(&self) -> Option<Catalog> {
        postcard::from_bytes(&self.entries).ok()
    }

    /// What `bytes` hold of the texts of this digest.
    fn parse(bytes: &[u8], texts: Digest) -> Option<Self> {
        let end = bytes.iter().position(|byte| *byte == b'\n')?;
        let (head, body) = (&bytes[..end], &bytes[end + 1..]);
        if serde_json::from_slice::<Head>(head).ok()? != Head::new(texts, body) {
            return None;
        }
        let (findings, entries) = postcard::take_from_bytes(body).ok()?;
        Some(Self { findings, entries: entries.to_owned() })
    }
}

fn file(folder: &Path) -> PathBuf {
    folder.join("catalog.bin")
}

/// What is stored in `folder` of the catalog with these `texts`. A file that cannot be used is
/// treated as missing.
pub(crate) fn load(folder: &Path, texts: Digest) -> Option<CatalogCache> {
    let bytes = disk::read_if_there(&file(folder)).ok()??;
    CatalogCache::parse(&bytes, texts)
}

/// Stores in `folder` the catalog of these `texts`, and its findings.
pub(crate) fn store(
    (folder, staging): (&Path, &Path),
    texts: Digest,
    findings: Vec<StoredFinding>,
    catalog: &Catalog,
) -> Result<(), Error> {
    let file = file(folder);
    let bytes = bytes_of(texts, findings, catalog)
        .map_err(|cause| Error::Write { path: file.clone(), cause })?;
    write::write_through(&file, &bytes, Some(staging))
}

fn bytes_of(texts: Digest, findings: Vec<StoredFinding>, catalog: &Catalog) -> io::Result<Vec<u8>> {
    let body = postcard::to_allocvec(&(findings, catalog)).map_err(io::Error::other)?;
    let mut bytes = serde_json::to_vec(&Head::new(texts, &body))?;
    bytes.push(b'\n');
    bytes.extend(body);
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Report;
    use crate::load;
    use crate::resolve;
    use crate::source::Sources;

    const DOCUMENTS: &str = r#"
legal_documents:
  luat-bhyt: {type: Luật, number: 25/2008/QH12, date: 2008-11-14, subject: "Bảo hiểm \"y tế\""}
  qd-546:
    type: Quyết định
    number: 546/QĐ-TTg
    date: 2022-04-29
    issuer: Thủ tướng Chính phủ
    subject: về việc giao chỉ tiêu
    from: 2022-05-01
    until: 2023-12-31
    replaced_by: luat-bhyt
"#;

    const OTHERS: &str = "
issuers:
  ubnd:
    parent: Ủy ban nhân dân tỉnh
    name: Ủy ban nhân dân xã An Lạc
    cited_as: Chủ tịch xã
    code: UBND
    place: An Lạc
    contact: {address: An Lạc, phone: 0220 1, fax: 0220 2, email: a@b.vn, website: b.vn}
    signatories:
      ct: {authority: [TM. Ủy ban nhân dân, KT. Chủ tịch], title: Phó Chủ tịch, name: Trần Thị B}
      vp: {office: Văn phòng}
  bhxh: {name: Bảo hiểm xã hội}
units:
  huyen: {name: huyện Nam Sách, code: '291', until: 2025-06-30, successor: xa}
  xa: {name: xã An Lạc, parent: tinh, from: 2025-07-01}
  tinh: {name: tỉnh Hải Dương}
  sai: {name: xã Sai, from: hôm qua}
";

    fn parsed() -> Catalog {
        let mut shared = Vec::new();
        let mut files = Vec::new();
        for (name, text) in [("data/catalog/a.yaml", DOCUMENTS), ("data/catalog/b.yaml", OTHERS)] {
            let source = Sources::share(&mut shared, name, text);
            files.push((source, load::catalog::catalog(text, source).expect("it can be read")));
        }
        let mut report = Report::default();
        let catalog = resolve::catalog(&files, &mut report);
        assert_eq!(report.sorted().len(), 1, "one unit has a bad date");
        catalog
    }

    #[test]
    fn what_is_kept_is_what_was_read() {
        let catalog = parsed();
        assert_eq!((catalog.documents.len(), catalog.issuers.len()), (2, 2));
        assert_eq!(catalog.units.len(), 3);
        let texts = Digest::of(b"texts");
        let bytes = bytes_of(texts, Vec::new(), &catalog).expect("it has a form");
        let found = CatalogCache::parse(&bytes, texts).expect("it is whole");
        assert_eq!(found.catalog().as_ref(), Some(&catalog));
        assert_eq!(found.findings, []);
        assert!(CatalogCache::parse(&bytes, Digest::of(b"others")).is_none());
    }

    #[test]
    fn what_is_not_whole_is_not_believed() {
        let texts = Digest::of(b"texts");
        let bytes = bytes_of(texts, Vec::new(), &parsed()).expect("it has a form");
        for place in 0..bytes.len() {
            let mut turned = bytes.clone();
            turned[place] ^= 1;
            assert!(CatalogCache::parse(&turned, texts).is_none(), "byte {place}");
            assert!(CatalogCache::parse(&bytes[..place], texts).is_none(), "{place} bytes");
        }
    }
}
