//! What the catalog of an office came to, kept beside the state in `catalog.bin`: reading its
//! YAML would be most of what a build takes in which little has changed.
//!
//! Two lines of JSON, of what and the findings; then the entries, in the form of Postcard. It may
//! be deleted at any time; it is believed only when this very program wrote it, whole, of these
//! very texts. Of which project does not matter: their paths are part of what it is known by.

mod form;

use std::io;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use self::form::Entries;
use crate::digest::Digest;
use crate::error::Error;
use crate::messages::finding::Said;
use crate::model::catalog::Catalog;
use crate::program::PROGRAM;
use crate::source::Source;
use crate::source::disk;
use crate::write;

/// What the form of the file is called; another form is not read.
const FORM: &str = "vanthu-catalog-2";

#[derive(Serialize, Deserialize)]
struct Head {
    form: String,
    program: String,
    /// Paths and contents of the texts, as in [`crate::build::recipe::Recipe`].
    texts: Digest,
    /// What the findings are worded in.
    language: String,
    /// Of all behind this line.
    body: Digest,
}

/// What was kept, as it was written.
#[derive(Debug)]
pub(crate) struct Kept {
    language: String,
    bytes: Vec<u8>,
    said: std::ops::Range<usize>,
}

impl Kept {
    /// The findings, when they are worded in `language`.
    #[must_use]
    pub(crate) fn said(&self, language: &str) -> Option<Vec<Said>> {
        let said = self.bytes.get(self.said.clone()).filter(|_| self.language == language)?;
        serde_json::from_slice(said).ok()
    }

    /// The catalog, with places in the `shared` texts.
    #[must_use]
    pub(crate) fn catalog(&self, shared: &[Source]) -> Option<Catalog> {
        let entries = self.bytes.get(self.said.end..)?;
        postcard::from_bytes::<Entries>(entries).ok()?.into_catalog(shared)
    }

    /// What `bytes` hold of the texts of this digest.
    fn parse(bytes: Vec<u8>, texts: Digest) -> Option<Self> {
        let end_of_line = |from: usize| {
            let end = bytes.get(from..)?.iter().position(|byte| *byte == b'\n')?;
            Some(from + end + 1)
        };
        let start = end_of_line(0)?;
        let head: Head = serde_json::from_slice(&bytes[..start]).ok()?;
        let is_of_these = head.form == FORM && head.program == PROGRAM && head.texts == texts;
        if !is_of_these || head.body != Digest::of(&bytes[start..]) {
            return None;
        }
        let said = start..end_of_line(start)?;
        Some(Self { language: head.language, bytes, said })
    }
}

fn file(folder: &Path) -> PathBuf {
    folder.join("catalog.bin")
}

/// What is kept in `folder` of the catalog with these `texts`. A file that cannot be used is
/// treated as missing.
pub(crate) fn load(folder: &Path, texts: Digest) -> Option<Kept> {
    let bytes = disk::read_if_there(&file(folder)).ok()??;
    Kept::parse(bytes, texts)
}

/// Keeps in `folder` the catalog of these `texts`, and its findings as worded in `language`.
pub(crate) fn store(
    (folder, staging): (&Path, &Path),
    texts: Digest,
    language: &str,
    said: &[Said],
    catalog: &Catalog,
) -> Result<(), Error> {
    let file = file(folder);
    let bytes = kept(texts, language, said, catalog)
        .map_err(|cause| Error::Write { path: file.clone(), cause })?;
    write::write_through(&file, &bytes, Some(staging))
}

fn kept(texts: Digest, language: &str, said: &[Said], catalog: &Catalog) -> io::Result<Vec<u8>> {
    let mut body = serde_json::to_vec(said)?;
    body.push(b'\n');
    body.extend(postcard::to_allocvec(&Entries::of(catalog)).map_err(io::Error::other)?);
    let head = Head {
        form: FORM.to_owned(),
        program: PROGRAM.to_owned(),
        texts,
        language: language.to_owned(),
        body: Digest::of(&body),
    };
    let mut bytes = serde_json::to_vec(&head)?;
    bytes.push(b'\n');
    bytes.append(&mut body);
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

    fn parsed() -> (Catalog, Vec<Source>) {
        let mut shared = Vec::new();
        let mut files = Vec::new();
        for (name, text) in [("data/catalog/a.yaml", DOCUMENTS), ("data/catalog/b.yaml", OTHERS)] {
            let source = Sources::share(&mut shared, name, text);
            files.push((source, load::catalog::catalog(text, source).expect("it can be read")));
        }
        let mut report = Report::default();
        let catalog = resolve::catalog(&files, &mut report);
        assert_eq!(report.sorted().len(), 1, "one unit has a bad date");
        (catalog, shared)
    }

    #[test]
    fn what_is_kept_is_what_was_read() {
        let (catalog, shared) = parsed();
        assert_eq!((catalog.documents.len(), catalog.issuers.len()), (2, 2));
        assert_eq!(catalog.units.len(), 3);
        let texts = Digest::of(b"texts");
        let bytes = kept(texts, "vi", &[], &catalog).expect("it has a form");
        let found = Kept::parse(bytes.clone(), texts).expect("it is whole");
        assert_eq!(found.catalog(&shared).as_ref(), Some(&catalog));
        assert_eq!(found.said("vi"), Some(Vec::new()));
        assert_eq!(found.said("en"), None);
        assert!(Kept::parse(bytes, Digest::of(b"others")).is_none());
        // Places are believed only where there is something.
        assert_eq!(found.catalog(&shared[..1]), None);
    }

    #[test]
    fn what_is_not_whole_is_not_believed() {
        let texts = Digest::of(b"texts");
        let bytes = kept(texts, "vi", &[], &parsed().0).expect("it has a form");
        for place in 0..bytes.len() {
            let mut turned = bytes.clone();
            turned[place] ^= 1;
            // The language alone is not told from another one; its findings are for nobody then.
            let found = Kept::parse(turned, texts).filter(|found| found.language == "vi");
            assert!(found.is_none(), "byte {place}");
            assert!(Kept::parse(bytes[..place].to_vec(), texts).is_none(), "{place} bytes");
        }
    }
}
