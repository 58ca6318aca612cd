//! What a document says about itself.

use hayro_syntax::Pdf;
use hayro_syntax::object::{Array, Dict, Name, Number, Object, Stream};

pub(super) fn catalog(pdf: &Pdf) -> Dict<'_> {
    pdf.xref().get(pdf.xref().root_id()).expect("a PDF has a catalog")
}

/// A text string: UTF-16 with its mark, else ASCII.
pub(super) fn text(bytes: &[u8]) -> String {
    let Some(utf16) = bytes.strip_prefix(b"\xfe\xff") else {
        assert!(bytes.is_ascii(), "this reader knows ASCII and UTF-16 only");
        return String::from_utf8_lossy(bytes).into_owned();
    };
    let units: Vec<u16> =
        utf16.chunks(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect();
    String::from_utf16(&units).expect("a text string holds whole signs")
}

/// Which page of the document `page` is, from 0.
pub(super) fn page_of(pdf: &Pdf, page: &Dict<'_>) -> usize {
    let found = pdf.pages().iter().position(|known| known.raw().obj_id() == page.obj_id());
    found.expect("what is named is a page of the document")
}

/// The title.
pub(super) fn title(pdf: &Pdf) -> Option<String> {
    pdf.metadata().title.as_deref().map(text)
}

/// Who wrote it, what it is about, and the words to find it by.
pub(super) fn author_subject_keywords(pdf: &Pdf) -> [Option<String>; 3] {
    let facts = pdf.metadata();
    [&facts.author, &facts.subject, &facts.keywords].map(|words| words.as_deref().map(text))
}

/// The language.
pub(super) fn language(pdf: &Pdf) -> Option<String> {
    let words = catalog(pdf).get::<hayro_syntax::object::String<'_>>("Lang");
    words.map(|words| text(&words))
}

/// Whether the window shows the title instead of the name of the file.
pub(super) fn shows_title(pdf: &Pdf) -> bool {
    let wishes = catalog(pdf).get::<Dict<'_>>("ViewerPreferences");
    wishes.and_then(|wishes| wishes.get::<bool>("DisplayDocTitle")).unwrap_or_default()
}

/// Whether it says that its structure can be relied on.
pub(super) fn is_tagged(pdf: &Pdf) -> bool {
    let marks = catalog(pdf).get::<Dict<'_>>("MarkInfo");
    marks.and_then(|marks| marks.get::<bool>("Marked")).unwrap_or_default()
}

/// The date of creation; it must be in UTC.
pub(super) fn created(pdf: &Pdf) -> Option<String> {
    let date = pdf.metadata().creation_date?;
    assert_eq!((date.utc_offset_hour, date.utc_offset_minute), (0, 0), "the date is in UTC");
    let (year, month, day) = (date.year, date.month, date.day);
    let (hour, minute, second) = (date.hour, date.minute, date.second);
    Some(format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}"))
}

/// The XMP metadata.
pub(super) fn xmp(pdf: &Pdf) -> String {
    let stream = catalog(pdf).get::<Stream<'_>>("Metadata");
    let bytes = stream.map(|stream| stream.decoded().expect("metadata can be unpacked").to_vec());
    String::from_utf8(bytes.unwrap_or_default()).expect("XMP is UTF-8")
}

/// What stands in the element `name` of XMP.
fn element<'a>(xmp: &'a str, name: &str) -> Option<&'a str> {
    let (_, rest) = xmp.split_once(&format!("<{name}>"))?;
    rest.split_once('<').map(|(value, _)| value)
}

/// Part and conformance of PDF/A.
pub(super) fn conformance(xmp: &str) -> Option<String> {
    let (part, level) = (element(xmp, "pdfaid:part")?, element(xmp, "pdfaid:conformance")?);
    Some(format!("{part}{level}"))
}

/// Part of PDF/UA.
pub(super) fn accessibility(xmp: &str) -> Option<String> {
    element(xmp, "pdfuaid:part").map(str::to_owned)
}

/// The label of each page: Arabic numbers, counted on from where the list says.
pub(super) fn labels(pdf: &Pdf, pages: usize) -> Vec<String> {
    let tree = catalog(pdf).get::<Dict<'_>>("PageLabels");
    let list = tree.and_then(|tree| tree.get::<Array<'_>>("Nums"));
    let mut starts: Vec<(usize, i64)> = Vec::new();
    let mut items = list.iter().flat_map(Array::iter::<Object<'_>>);
    while let (Some(first), Some(label)) = (items.next(), items.next()) {
        let first =
            first.into_number().map(|first| first.as_i64()).expect("a page label has a place");
        let label = label.into_dict().expect("a page label is a dictionary");
        let style = label.get::<Name<'_>>("S").expect("a page label has a style");
        assert_eq!(style.as_str(), "D", "this reader knows Arabic page labels only");
        assert!(!label.contains_key("P"), "this reader knows page labels without words only");
        let start = label.get::<Number>("St").map_or(1, |start| start.as_i64());
        starts.push((usize::try_from(first).expect("a page has a place"), start));
    }
    (0..pages)
        .map(|page| {
            let (first, start) =
                starts.iter().rev().find(|(first, _)| *first <= page).copied().unwrap_or((0, 1));
            (start + i64::try_from(page - first).expect("few pages")).to_string()
        })
        .collect()
}
