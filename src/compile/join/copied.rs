//! Pages of a finished document as a certified copy has them: unchanged, with what was printed on
//! them, and with the block or the mark of the copy over one of them.
#![expect(clippy::float_arithmetic, reason = "positions in a PDF are floats")]

use std::fmt::Write as _;
use std::io;
use std::sync::Arc;

use hayro_syntax::Pdf;
use hayro_syntax::object::{Dict, MaybeRef, Object, ObjectIdentifier};
use hayro_syntax::page::{Page, Rotation};

use super::{Joiner, Numbers, PAGES, raw};
use crate::compile::annotation::{self, Annotation};

/// A page that is printed over one of a document.
pub(crate) struct Stamp {
    /// The page that is printed over, from 0.
    pub(crate) on: usize,
    /// A document whose first page is printed.
    pub(crate) pdf: Arc<Vec<u8>>,
}

impl Joiner<'_> {
    /// Adds the pages of `bytes` from the one numbered `from` on, with a stamp over one of them.
    pub(crate) fn add_copied(
        &mut self,
        bytes: &Arc<Vec<u8>>,
        from: usize,
        stamp: Option<&Stamp>,
    ) -> io::Result<()> {
        let pdf = Pdf::new(Arc::clone(bytes)).map_err(|_| io::Error::other("no PDF"))?;
        let mut numbers = Numbers { pdf: Some(&pdf), ..Numbers::default() };
        for (index, page) in pdf.pages().iter().enumerate().skip(from) {
            let stamp = stamp.filter(|stamp| stamp.on == index);
            self.copied_page(page, stamp, &mut numbers)?;
        }
        self.open_objects(&pdf, &mut numbers)
    }

    /// A page: its content as a form, the annotations that are printed, the stamp.
    fn copied_page(
        &mut self,
        page: &Page<'_>,
        stamp: Option<&Stamp>,
        numbers: &mut Numbers<'_>,
    ) -> io::Result<()> {
        let number = self.number();
        let form = self.page_as_form(page, numbers)?;
        let mut forms = format!("/P {form} 0 R");
        let mut content = String::from("q /P Do Q");
        for (index, Annotation { form, matrix, .. }) in annotation::printed(page).enumerate() {
            let form = self.number_of(form, numbers);
            let _ = write!(forms, "/A{index} {form} 0 R");
            let _ = write!(content, "\nq {} cm /A{index} Do Q", listed(matrix));
        }
        if let Some(stamp) = stamp {
            let (form, height) = self.stamp(stamp)?;
            let mut matrix = annotation::to_user_space(page);
            // Both begin at their upper edges.
            let up = f64::from(page.render_dimensions().1) - height;
            (matrix[4], matrix[5]) = annotation::moved((0.0, up), matrix);
            let _ = write!(forms, "/S {form} 0 R");
            let _ = write!(content, "\nq {} cm /S Do Q", listed(matrix));
        }
        let content_number = self.number();
        let length = format!("<</Length {}>>", content.len());
        self.object(content_number, length.as_bytes(), Some(content.as_bytes()))?;
        let paper = page.intersected_crop_box();
        let paper = listed([paper.x0, paper.y0, paper.x1, paper.y1]);
        let turn = match page.rotation() {
            Rotation::None => 0,
            Rotation::Horizontal => 90,
            Rotation::Flipped => 180,
            Rotation::FlippedHorizontal => 270,
        };
        let text = format!(
            "<</Type/Page/Parent {PAGES} 0 R/MediaBox[{paper}]/Rotate {turn}\
             /Resources<</XObject<<{forms}>>>>/Contents {content_number} 0 R>>"
        );
        self.object(number, text.as_bytes(), None)?;
        self.pages.push(number);
        Ok(())
    }

    /// The content of a page as a form; its resources may stand above it in the tree of pages.
    fn page_as_form(&mut self, page: &Page<'_>, numbers: &mut Numbers<'_>) -> io::Result<usize> {
        let number = self.number();
        let paper = page.intersected_crop_box();
        let paper = listed([paper.x0, paper.y0, paper.x1, paper.y1]);
        let mut text = format!("<</Type/XObject/Subtype/Form/BBox[{paper}]").into_bytes();
        let values = [
            ("Resources", inherited(page.raw(), "Resources")),
            ("Group", page.raw().get_raw::<Object<'_>>("Group")),
        ];
        for (key, value) in values {
            let Some(value) = value else { continue };
            text.extend_from_slice(format!("/{key} ").as_bytes());
            let value = match value {
                MaybeRef::Ref(to) => {
                    let id = ObjectIdentifier::new(to.obj_number, to.gen_number);
                    format!("{} 0 R", self.number_of(id, numbers)).into_bytes()
                }
                MaybeRef::NotRef(object) => self.moved(&raw(&object), numbers),
            };
            text.extend(value);
        }
        let content = page.page_stream().unwrap_or_default();
        text.extend_from_slice(format!("/Length {}>>", content.len()).as_bytes());
        self.object(number, &text, Some(content))?;
        Ok(number)
    }

    /// The first page of a stamp as a form, and its height.
    fn stamp(&mut self, stamp: &Stamp) -> io::Result<(usize, f64)> {
        let pdf = Pdf::new(Arc::clone(&stamp.pdf)).map_err(|_| io::Error::other("no PDF"))?;
        let mut numbers = Numbers { pdf: Some(&pdf), ..Numbers::default() };
        let page = pdf.pages().first().ok_or_else(|| io::Error::other("no page"))?;
        let form = self.page_as_form(page, &mut numbers)?;
        self.open_objects(&pdf, &mut numbers)?;
        Ok((form, f64::from(page.render_dimensions().1)))
    }
}

/// A value of a page, or of what it stands under in the tree of pages.
fn inherited<'a>(dict: &Dict<'a>, key: &str) -> Option<MaybeRef<Object<'a>>> {
    /// No tree of pages is deeper; a circle has no end.
    const DEEPEST: usize = 50;
    let mut dict = dict.clone();
    for _ in 0..DEEPEST {
        if let Some(value) = dict.get_raw::<Object<'a>>(key) {
            return Some(value);
        }
        dict = dict.get::<Dict<'a>>("Parent")?;
    }
    None
}

/// Numbers as a PDF has them, to a ten-thousandth.
fn listed<const N: usize>(numbers: [f64; N]) -> String {
    let number = |number: f64| {
        let text = format!("{number:.4}");
        let text = text.trim_end_matches('0').trim_end_matches('.');
        if text == "-0" { "0".to_owned() } else { text.to_owned() }
    };
    numbers.map(number).join(" ")
}
