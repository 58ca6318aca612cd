//! The files inside a PDF of which nobody knows who made it.
//!
//! Nothing is run or written, and no more is unpacked than a document can need. Streams are read in
//! the two forms that Typst writes: as they are, or deflated.

use std::collections::BTreeMap;
use std::io::Read as _;

use hayro_syntax::object::{Array, Dict, Object, Stream, String as Text};
use hayro_syntax::{Filter, Pdf};

/// A PDF with more files is none of ours.
const MOST_FILES: usize = 1_000;

/// All files together, unpacked.
const MOST_BYTES: usize = 128 * 1024 * 1024;

/// Nodes of the tree of names, and how deep they stand.
const MOST_NODES: usize = 5_000;
const DEEPEST: usize = 16;

/// Files by the names they have in the PDF.
pub(crate) type Inside = BTreeMap<String, Vec<u8>>;

/// Why the files of a PDF are not read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Unreadable {
    /// It is no PDF, or a damaged or encrypted one.
    NoPdf,
    /// It has more files, or larger ones, than a document can have.
    TooMuch,
    /// Its files are not written as Typst writes them.
    Foreign,
}

/// The files inside `pdf`; none where it has none.
pub(crate) fn files(pdf: &[u8]) -> Result<Inside, Unreadable> {
    let pdf = Pdf::new(pdf.to_vec()).map_err(|_| Unreadable::NoPdf)?;
    let mut reader = Reader { files: Inside::new(), room: MOST_BYTES, nodes: MOST_NODES };
    let catalog = pdf.xref().get::<Dict<'_>>(pdf.xref().root_id()).ok_or(Unreadable::NoPdf)?;
    let names = catalog.get::<Dict<'_>>("Names");
    if let Some(tree) = names.and_then(|names| names.get::<Dict<'_>>("EmbeddedFiles")) {
        reader.walk(&tree, DEEPEST)?;
    }
    Ok(reader.files)
}

struct Reader {
    files: Inside,
    /// How many bytes may still be unpacked, and how many nodes looked at.
    room: usize,
    nodes: usize,
}

impl Reader {
    fn walk(&mut self, node: &Dict<'_>, depth: usize) -> Result<(), Unreadable> {
        self.nodes = self.nodes.checked_sub(1).ok_or(Unreadable::TooMuch)?;
        let depth = depth.checked_sub(1).ok_or(Unreadable::TooMuch)?;
        if let Some(kids) = node.get::<Array<'_>>("Kids") {
            for kid in kids.iter::<Object<'_>>().filter_map(Object::into_dict) {
                self.walk(&kid, depth)?;
            }
        }
        let Some(names) = node.get::<Array<'_>>("Names") else { return Ok(()) };
        // Names and files in turn.
        for file in names.iter::<Object<'_>>().filter_map(Object::into_dict) {
            self.file(&file)?;
        }
        Ok(())
    }

    fn file(&mut self, file: &Dict<'_>) -> Result<(), Unreadable> {
        let name = ["UF", "F"].into_iter().find_map(|key| file.get::<Text<'_>>(key));
        let name = name.and_then(|name| text(&name)).ok_or(Unreadable::Foreign)?;
        let streams = file.get::<Dict<'_>>("EF").ok_or(Unreadable::Foreign)?;
        let stream = ["UF", "F"].into_iter().find_map(|key| streams.get::<Stream<'_>>(key));
        let bytes = unpacked(&stream.ok_or(Unreadable::Foreign)?, self.room)?;
        self.room -= bytes.len();
        let is_second = self.files.insert(name, bytes).is_some();
        if is_second {
            return Err(Unreadable::Foreign);
        }
        if self.files.len() > MOST_FILES { Err(Unreadable::TooMuch) } else { Ok(()) }
    }
}

/// What a stream holds, where that is no more than there is room for.
fn unpacked(stream: &Stream<'_>, room: usize) -> Result<Vec<u8>, Unreadable> {
    let raw = stream.raw_data();
    let mut bytes = Vec::new();
    let most = u64::try_from(room).unwrap_or(u64::MAX).saturating_add(1);
    let read = match stream.filters().as_slice() {
        [] => raw.as_ref().take(most).read_to_end(&mut bytes),
        [Filter::FlateDecode] if !stream.dict().contains_key("DecodeParms") => {
            flate2::read::ZlibDecoder::new(raw.as_ref()).take(most).read_to_end(&mut bytes)
        }
        _ => return Err(Unreadable::Foreign),
    };
    read.map_err(|_| Unreadable::Foreign)?;
    if bytes.len() > room { Err(Unreadable::TooMuch) } else { Ok(bytes) }
}

/// A text string: UTF-16 or UTF-8 with its mark, else ASCII.
fn text(bytes: &[u8]) -> Option<String> {
    if let Some(utf16) = bytes.strip_prefix(b"\xfe\xff") {
        let units = utf16.chunks(2).map(|pair| match pair {
            [high, low] => Some(u16::from_be_bytes([*high, *low])),
            _ => None,
        });
        return String::from_utf16(&units.collect::<Option<Vec<u16>>>()?).ok();
    }
    let utf8 = bytes.strip_prefix(b"\xef\xbb\xbf");
    let plain = Some(bytes).filter(|bytes| bytes.is_ascii());
    String::from_utf8(utf8.or(plain)?.to_vec()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A PDF with one file whose stream is written so.
    fn pdf(name: &str, dict: &str, data: &[u8]) -> Vec<u8> {
        let mut out = format!(
            "%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles<</Names[(a) 3 0 R]>>>>>>\nendobj\n\
             2 0 obj\n<</Type/Pages/Kids[]/Count 0>>\nendobj\n\
             3 0 obj\n<</Type/Filespec/UF {name}/EF<</F 4 0 R>>>>\nendobj\n\
             4 0 obj\n<</Length {}{dict}>>\nstream\n",
            data.len()
        )
        .into_bytes();
        out.extend_from_slice(data);
        out.extend_from_slice(b"\nendstream\nendobj\ntrailer\n<</Root 1 0 R/Size 5>>\n%%EOF\n");
        out
    }

    fn deflated(data: &[u8]) -> Vec<u8> {
        let mut encoder = flate2::read::ZlibEncoder::new(data, flate2::Compression::best());
        let mut bytes = Vec::new();
        encoder.read_to_end(&mut bytes).expect("memory takes all");
        bytes
    }

    #[test]
    fn a_file_is_read_as_it_is_and_deflated() {
        let expected = Inside::from([("b.csv".to_owned(), b"1;2".to_vec())]);
        assert_eq!(files(&pdf("(b.csv)", "", b"1;2")), Ok(expected.clone()));
        let packed = deflated(b"1;2");
        assert_eq!(files(&pdf("(b.csv)", "/Filter/FlateDecode", &packed)), Ok(expected));
        let name = files(&pdf("<feff1ec7>", "", b"")).expect("a file");
        assert!(name.contains_key("ệ"));
    }

    #[test]
    fn what_grows_too_large_or_is_written_otherwise_is_refused() {
        let bomb = deflated(&vec![0; MOST_BYTES + 1]);
        assert!(bomb.len() < 1_000_000);
        let read = |dict, data: &[u8]| files(&pdf("(a)", dict, data));
        assert_eq!(read("/Filter/FlateDecode", &bomb), Err(Unreadable::TooMuch));
        assert_eq!(read("/Filter/LZWDecode", b"x"), Err(Unreadable::Foreign));
        assert_eq!(read("/Filter[/FlateDecode/FlateDecode]", &bomb), Err(Unreadable::Foreign));
        assert_eq!(read("/Filter/FlateDecode", b"no zlib"), Err(Unreadable::Foreign));
        assert_eq!(files(b"no PDF"), Err(Unreadable::NoPdf));
    }

    #[test]
    fn a_tree_that_leads_to_itself_ends() {
        let text = "%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles 3 0 R>>>>\nendobj\n\
             2 0 obj\n<</Type/Pages/Kids[]/Count 0>>\nendobj\n\
             3 0 obj\n<</Kids[3 0 R 3 0 R 3 0 R]>>\nendobj\n\
             trailer\n<</Root 1 0 R/Size 4>>\n%%EOF\n";
        // The reader of PDFs may see the circle itself: then there are no files.
        let found = files(text.as_bytes());
        assert!(found == Err(Unreadable::TooMuch) || found.is_ok_and(|files| files.is_empty()));
    }
}
