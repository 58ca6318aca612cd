//! PDFs with other files inside than they were made with.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use hayro_syntax::Pdf;
use hayro_syntax::object::Dict;

/// A file inside: its stream as it stands in the PDF, and what its dictionary says besides.
pub(super) struct Stream {
    pub(super) data: Vec<u8>,
    pub(super) dict: &'static str,
}

/// A stream as it is.
pub(super) fn plain(data: impl Into<Vec<u8>>) -> Stream {
    Stream { data: data.into(), dict: "" }
}

/// `pdf` with these files in place of its own, by an incremental update: the pages stay.
pub(super) fn with_files(pdf: &[u8], files: &[(String, Stream)]) -> Vec<u8> {
    let read = Pdf::new(pdf.to_vec()).expect("a PDF");
    let root = read.xref().root_id();
    let catalog: Dict<'_> = read.xref().get(root).expect("a catalog");
    let part = |key: &str| {
        let part = catalog.get_ref(key).expect("a reference");
        format!("/{key} {} {} R", part.obj_number, part.gen_number)
    };
    let mut out = pdf.to_vec();
    let mut places = BTreeMap::new();
    let first = 1_000_000;
    let mut names = String::new();
    for (index, (name, stream)) in files.iter().enumerate() {
        let (specification, data) = (first + 2 * index, first + 2 * index + 1);
        let utf16: String = name.encode_utf16().fold("feff".to_owned(), |mut text, unit| {
            let _ = write!(text, "{unit:04x}");
            text
        });
        let _ = write!(names, "(n{index:06}) {specification} 0 R ");
        let text = format!("<</Type/Filespec/UF <{utf16}>/EF<</UF {data} 0 R>>>>");
        object(&mut out, &mut places, specification, text.as_bytes());
        let text = format!("<</Length {}{}>>\nstream\n", stream.data.len(), stream.dict);
        let body = [text.as_bytes(), &stream.data, b"\nendstream"].concat();
        object(&mut out, &mut places, data, &body);
    }
    let text = format!(
        "<</Type/Catalog{}{}/MarkInfo<</Marked true>>/Names<</EmbeddedFiles<</Names[{names}]>>>>>>",
        part("Pages"),
        part("StructTreeRoot")
    );
    let root = usize::try_from(root.obj_number).expect("a number");
    object(&mut out, &mut places, root, text.as_bytes());
    let start = out.len();
    let mut end = String::from("xref\n");
    for (number, place) in &places {
        let _ = write!(end, "{number} 1\n{place:010} 00000 n \n");
    }
    let size = first + 2 * files.len();
    let before = last_xref(pdf);
    let _ = write!(
        end,
        "trailer\n<</Size {size}/Root {root} 0 R/Prev {before}>>\nstartxref\n{start}\n%%EOF\n"
    );
    out.extend_from_slice(end.as_bytes());
    out
}

fn object(out: &mut Vec<u8>, places: &mut BTreeMap<usize, usize>, number: usize, text: &[u8]) {
    out.push(b'\n');
    places.insert(number, out.len());
    out.extend_from_slice(format!("{number} 0 obj\n").as_bytes());
    out.extend_from_slice(text);
    out.extend_from_slice(b"\nendobj\n");
}

fn last_xref(pdf: &[u8]) -> usize {
    let mark = b"startxref";
    let at = pdf.windows(mark.len()).rposition(|part| part == mark).expect("an end");
    let rest = String::from_utf8_lossy(&pdf[at + mark.len()..]).into_owned();
    rest.split_whitespace().next().expect("a number").parse().expect("a number")
}
