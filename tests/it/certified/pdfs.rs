//! Small PDFs, as other programs make them.

use std::fmt::Write as _;

/// A page.
pub(crate) struct Sheet {
    /// Width and height in points.
    pub(crate) size: (u32, u32),
    /// `/Rotate`
    pub(crate) turn: u32,
    /// Operators.
    pub(crate) content: String,
    /// Annotations, by their dictionaries without the looks.
    pub(crate) annotations: Vec<String>,
    /// Pictures, by their dictionaries; they hold no pixels.
    pub(crate) pictures: Vec<String>,
}

/// A4 in points.
const A4: (u32, u32) = (595, 842);

/// Object numbers of catalog, tree of pages, typeface, and a form for annotations.
const FIRST: usize = 5;

impl Sheet {
    /// An upright page with one line of text, so many points above its lower edge.
    pub(crate) fn said(text: &str, height: u32) -> Self {
        Self {
            size: A4,
            turn: 0,
            content: format!("BT /F1 12 Tf 72 {height} Td ({text}) Tj ET"),
            annotations: Vec::new(),
            pictures: Vec::new(),
        }
    }

    /// With a picture of so many pixels.
    pub(crate) fn pictured(mut self, (width, height): (u32, u32), colours: &str) -> Self {
        self.pictures.push(format!(
            "/Type/XObject/Subtype/Image/Width {width}/Height {height}/BitsPerComponent 8\
             /ColorSpace {colours}/Filter/ASCIIHexDecode"
        ));
        self
    }

    /// The entry of its pictures, the first of which is the object of this number.
    fn resources(&self, first: usize) -> String {
        if self.pictures.is_empty() {
            return String::new();
        }
        let names = (first..first + self.pictures.len()).map(|at| format!("/P{at} {at} 0 R"));
        format!("/Resources<</XObject<<{}>>>>", names.collect::<String>())
    }

    /// The same with other operators.
    pub(crate) fn drawn(self, content: &str) -> Self {
        Self { content: content.to_owned(), ..self }
    }

    /// On other paper.
    pub(crate) fn on(self, size: (u32, u32)) -> Self {
        Self { size, ..self }
    }

    /// Shown turned.
    #[cfg(feature = "embedded")]
    pub(crate) fn turned(self, turn: u32) -> Self {
        Self { turn, ..self }
    }

    /// With an annotation in a box.
    #[cfg(feature = "embedded")]
    pub(crate) fn annotated(mut self, place: [u32; 4], more: &str) -> Self {
        let [left, bottom, right, top] = place;
        self.annotations.push(format!(
            "<</Type/Annot/Subtype/Widget/Rect[{left} {bottom} {right} {top}]/AP<</N 4 0 R>>{more}>>"
        ));
        self
    }
}

/// A PDF with these pages. Their typeface, which is not in the file, and their resources stand above
/// them in the tree of pages; `trailer` is added to the trailer.
pub(crate) fn pdf_with(pages: &[Sheet], trailer: &str) -> Vec<u8> {
    let kids: Vec<String> = (0..pages.len()).map(|at| format!("{} 0 R", FIRST + 2 * at)).collect();
    let mut objects = vec![
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        format!(
            "<</Type/Pages/Count {}/Kids[{}]/Resources<</Font<</F1 3 0 R>>>>>>",
            pages.len(),
            kids.join(" ")
        ),
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>".to_owned(),
        stream("/Type/XObject/Subtype/Form/BBox[0 0 10 10]", "1 0 0 rg 0 0 10 10 re f"),
    ];
    // Pictures stand behind all pages.
    let mut picture = FIRST + 2 * pages.len();
    for (at, sheet) in pages.iter().enumerate() {
        let (width, height) = sheet.size;
        objects.push(format!(
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 {width} {height}]/Rotate {}/Contents {} 0 R\
             /Annots[{}]{}>>",
            sheet.turn,
            FIRST + 2 * at + 1,
            sheet.annotations.join(""),
            sheet.resources(picture),
        ));
        picture += sheet.pictures.len();
        objects.push(stream("", &sheet.content));
    }
    objects.extend(pages.iter().flat_map(|it| &it.pictures).map(|picture| stream(picture, ">")));
    let mut out = "%PDF-1.6\n".to_owned();
    let mut places = Vec::new();
    for (at, object) in objects.iter().enumerate() {
        places.push(out.len());
        let _ = write!(out, "{} 0 obj\n{object}\nendobj\n", at + 1);
    }
    let start = out.len();
    let _ = write!(out, "xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
    places.iter().for_each(|place| _ = writeln!(out, "{place:010} 00000 n "));
    let size = objects.len() + 1;
    let _ =
        write!(out, "trailer\n<</Size {size}/Root 1 0 R{trailer}>>\nstartxref\n{start}\n%%EOF\n");
    out.into_bytes()
}

/// A PDF with these pages.
pub(crate) fn pdf(pages: &[Sheet]) -> Vec<u8> {
    pdf_with(pages, "")
}

fn stream(dict: &str, content: &str) -> String {
    format!("<<{dict}/Length {}>>\nstream\n{content}\nendstream", content.len())
}
