//! Several PDFs as one, for printing: their pages, one after the other.
//!
//! It is written as it is read, a document at a time, so that it takes no more memory for many. What
//! printing does not need (links, tags, bookmarks) stays behind.

mod copied;

use std::collections::BTreeMap;
use std::io::{self, Write};

use hayro_syntax::Pdf;
use hayro_syntax::object::{Dict, MaybeRef, Object, ObjectIdentifier};

use crate::digest::Digest;
pub(crate) use copied::Stamp;

/// The numbers of the catalog and of the list of pages.
const CATALOG: usize = 1;
const PAGES: usize = 2;

/// What of a page is needed to print it.
const KEYS: [&str; 6] = ["MediaBox", "CropBox", "Resources", "Contents", "Rotate", "Group"];

/// Writes one PDF made of several.
pub(crate) struct Joiner<'a> {
    out: &'a mut dyn Write,
    /// How much is written.
    length: usize,
    /// Where each object begins; that of number 1 is the first.
    places: Vec<usize>,
    /// The numbers of the pages.
    pages: Vec<usize>,
    /// What several documents have in common, such as typefaces, by its content.
    shared: BTreeMap<Digest, usize>,
    /// Whether each document begins on the front of a sheet.
    is_duplex: bool,
}

/// The numbers that the objects of one document get, and those still to be written.
#[derive(Default)]
struct Numbers<'p> {
    pdf: Option<&'p Pdf>,
    known: BTreeMap<ObjectIdentifier, usize>,
    open: Vec<(ObjectIdentifier, usize)>,
}

impl<'a> Joiner<'a> {
    /// One that writes to `out`.
    pub(crate) fn new(out: &'a mut dyn Write, is_duplex: bool) -> io::Result<Self> {
        let (places, pages, shared) = (vec![0; PAGES], Vec::new(), BTreeMap::new());
        let mut joiner = Self { out, length: 0, places, pages, shared, is_duplex };
        joiner.write(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")?;
        Ok(joiner)
    }

    /// Adds the pages of a document.
    pub(crate) fn add(&mut self, pdf: Vec<u8>) -> io::Result<()> {
        let pdf = Pdf::new(pdf).map_err(|_| io::Error::other("no PDF"))?;
        let mut numbers = Numbers { pdf: Some(&pdf), ..Numbers::default() };
        let mut last_box = Vec::new();
        for page in pdf.pages().iter() {
            let number = self.number();
            let mut text = format!("<</Type/Page/Parent {PAGES} 0 R").into_bytes();
            for key in KEYS {
                let Some(value) = page.raw().get_raw::<Object<'_>>(key) else { continue };
                text.extend_from_slice(format!("/{key} ").as_bytes());
                let value = match value {
                    MaybeRef::Ref(to) => {
                        let id = ObjectIdentifier::new(to.obj_number, to.gen_number);
                        format!("{} 0 R", self.number_of(id, &mut numbers)).into_bytes()
                    }
                    MaybeRef::NotRef(object) => self.moved(&raw(&object), &mut numbers),
                };
                if key == "MediaBox" {
                    last_box.clone_from(&value);
                }
                text.extend(value);
            }
            text.extend_from_slice(b">>");
            self.object(number, &text, None)?;
            self.pages.push(number);
        }
        self.open_objects(&pdf, &mut numbers)?;
        if self.is_duplex && pdf.pages().len() % 2 == 1 {
            let number = self.number();
            let mut text = format!("<</Type/Page/Parent {PAGES} 0 R/Resources<<>>/MediaBox ");
            text.push_str(&String::from_utf8_lossy(&last_box));
            text.push_str(">>");
            self.object(number, text.as_bytes(), None)?;
            self.pages.push(number);
        }
        Ok(())
    }

    /// Writes the objects that have numbers and are not written yet.
    fn open_objects(&mut self, pdf: &Pdf, numbers: &mut Numbers<'_>) -> io::Result<()> {
        while let Some((id, number)) = numbers.open.pop() {
            match pdf.xref().get::<Object<'_>>(id) {
                Some(object) => self.copy(number, &object, numbers)?,
                // What is not there is nothing (ISO 32000-1, 7.3.10).
                None => self.object(number, b"null", None)?,
            }
        }
        Ok(())
    }

    /// Writes what is at the end.
    pub(crate) fn end(self) -> io::Result<()> {
        self.end_with(None)
    }

    /// The same, of a document with a title.
    pub(crate) fn end_with(mut self, title: Option<&str>) -> io::Result<()> {
        let catalog = format!("<</Type/Catalog/Pages {PAGES} 0 R>>");
        self.object(CATALOG, catalog.as_bytes(), None)?;
        let kids: Vec<String> = self.pages.iter().map(|page| format!("{page} 0 R")).collect();
        let count = kids.len();
        let list = format!("<</Type/Pages/Count {count}/Kids[{}]>>", kids.join(" "));
        self.object(PAGES, list.as_bytes(), None)?;
        let info = match title {
            Some(title) => {
                let number = self.number();
                let text = format!("<</Title{}>>", hexadecimal(title));
                self.object(number, text.as_bytes(), None)?;
                format!("/Info {number} 0 R")
            }
            None => String::new(),
        };
        let (start, size) = (self.length, self.places.len() + 1);
        self.write(format!("xref\n0 {size}\n0000000000 65535 f \n").as_bytes())?;
        for place in std::mem::take(&mut self.places) {
            self.write(format!("{place:010} 00000 n \n").as_bytes())?;
        }
        let trailer = format!("trailer\n<</Size {size}/Root {CATALOG} 0 R{info}>>\n");
        self.write(format!("{trailer}startxref\n{start}\n%%EOF\n").as_bytes())?;
        self.out.flush()
    }

    /// Writes an object of a document under its new number.
    fn copy(
        &mut self,
        number: usize,
        object: &Object<'_>,
        numbers: &mut Numbers<'_>,
    ) -> io::Result<()> {
        let text = self.moved(&raw(object), numbers);
        let Object::Stream(stream) = object else { return self.object(number, &text, None) };
        let data = stream.raw_data();
        self.object(number, &text, Some(&data))
    }

    /// The number of an object.
    fn number_of(&mut self, id: ObjectIdentifier, numbers: &mut Numbers<'_>) -> usize {
        if let Some(number) = numbers.known.get(&id) {
            return *number;
        }
        let content = numbers.pdf.and_then(|pdf| content(pdf, id));
        if let Some(number) = content.and_then(|content| self.shared.get(&content)) {
            numbers.known.insert(id, *number);
            return *number;
        }
        let number = self.number();
        self.shared.extend(content.map(|content| (content, number)));
        numbers.known.insert(id, number);
        numbers.open.push((id, number));
        number
    }

    fn number(&mut self) -> usize {
        self.places.push(0);
        self.places.len()
    }

    /// `text` with the numbers of this file in its references.
    fn moved(&mut self, text: &[u8], numbers: &mut Numbers<'_>) -> Vec<u8> {
        let mut moved = Vec::with_capacity(text.len());
        let mut at = 0;
        while at < text.len() {
            if let Some((id, length)) = reference(text, at) {
                let number = self.number_of(id, numbers);
                moved.extend_from_slice(format!("{number} 0 R").as_bytes());
                at += length;
                continue;
            }
            let length = token(&text[at..]);
            moved.extend_from_slice(&text[at..at + length]);
            at += length;
        }
        moved
    }

    fn object(&mut self, number: usize, text: &[u8], stream: Option<&[u8]>) -> io::Result<()> {
        self.places[number - 1] = self.length;
        self.write(format!("{number} 0 obj\n").as_bytes())?;
        self.write(text)?;
        if let Some(stream) = stream {
            self.write(b"\nstream\n")?;
            self.write(stream)?;
            self.write(b"\nendstream")?;
        }
        self.write(b"\nendobj\n")
    }

    fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.length += bytes.len();
        self.out.write_all(bytes)
    }
}

/// What a stream holds that refers to nothing, such as a typeface: letters that use the same signs
/// have the same.
fn content(pdf: &Pdf, id: ObjectIdentifier) -> Option<Digest> {
    let Object::Stream(stream) = pdf.xref().get::<Object<'_>>(id)? else { return None };
    let dict = stream.dict().data();
    let refers = (0..dict.len()).any(|at| reference(dict, at).is_some());
    (!refers).then(|| Digest::of_parts([dict, &stream.raw_data()]))
}

/// An object as it is written.
fn raw(object: &Object<'_>) -> Vec<u8> {
    let dict = |dict: &Dict<'_>| within(dict.data(), b"<<", b">>");
    match object {
        Object::Dict(it) => dict(it),
        Object::Stream(it) => dict(it.dict()),
        Object::Array(it) => within(it.data(), b"[", b"]"),
        Object::Name(name) => format!("/{}", name.as_str()).into_bytes(),
        Object::Boolean(is_true) => is_true.to_string().into_bytes(),
        Object::Number(number) => {
            let text = number.as_f64().to_string();
            text.into_bytes()
        }
        Object::String(string) => {
            let digits = string.as_bytes().iter().flat_map(|byte| [byte >> 4, byte & 15]);
            let digits = digits.map(|half| b"0123456789abcdef"[usize::from(half)]);
            std::iter::once(b'<').chain(digits).chain([b'>']).collect()
        }
        Object::Null(_) => b"null".to_vec(),
    }
}

/// A text as a string of a PDF.
fn hexadecimal(text: &str) -> String {
    let mut out = String::from("<feff");
    for unit in text.encode_utf16() {
        let _ = std::fmt::Write::write_fmt(&mut out, format_args!("{unit:04x}"));
    }
    out.push('>');
    out
}

/// `text` between `open` and `close`, where they do not stand there already.
fn within(text: &[u8], open: &[u8], close: &[u8]) -> Vec<u8> {
    if text.starts_with(open) { text.to_vec() } else { [open, text, close].concat() }
}

/// A reference (`12 0 R`) at `at`, which begins no sign of another token, and its length.
fn reference(text: &[u8], at: usize) -> Option<(ObjectIdentifier, usize)> {
    let before = at.checked_sub(1).and_then(|before| text.get(before));
    if before.is_some_and(|before| !is_space(*before) && !b"[<>()/]".contains(before)) {
        return None;
    }
    let rest = &text[at..];
    let number = digits(rest);
    let space = spaces(&rest[number..]);
    let generation = digits(&rest[number + space..]);
    let next = number + space + generation;
    let second = spaces(&rest[next..]);
    let end = next + second;
    let is_one = number > 0 && space > 0 && generation > 0 && second > 0;
    if !is_one || rest.get(end) != Some(&b'R') {
        return None;
    }
    // A name or number may not go on.
    if rest.get(end + 1).is_some_and(u8::is_ascii_alphanumeric) {
        return None;
    }
    let parsed = |range: std::ops::Range<usize>| str::from_utf8(&rest[range]).ok()?.parse().ok();
    let id = ObjectIdentifier::new(parsed(0..number)?, parsed(number + space..next)?);
    Some((id, end + 1))
}

/// The length of what stands at the beginning of `text`: a string or a name as a whole, else a sign.
fn token(text: &[u8]) -> usize {
    match text[0] {
        b'(' => {
            let (mut depth, mut at) = (0, 0);
            while at < text.len() {
                match text[at] {
                    b'\\' => at += 1,
                    b'(' => depth += 1,
                    b')' => depth -= 1,
                    _ => {}
                }
                at += 1;
                if depth == 0 {
                    break;
                }
            }
            at.min(text.len())
        }
        b'/' => {
            let ends = |byte: &u8| is_space(*byte) || b"/<>[]()".contains(byte);
            1 + text[1..].iter().position(ends).unwrap_or(text.len() - 1)
        }
        _ => 1,
    }
}

fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\n' | b'\r' | b'\t' | 0 | 12)
}

fn digits(text: &[u8]) -> usize {
    text.iter().take_while(|byte| byte.is_ascii_digit()).count()
}

fn spaces(text: &[u8]) -> usize {
    text.iter().take_while(|byte| is_space(**byte)).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_get_new_numbers_and_nothing_else_does() {
        let mut out = Vec::new();
        let mut joiner = Joiner::new(&mut out, false).expect("a vector takes all");
        let text = b"<</A 12 0 R/B[1 0 R 1 0 12 0 R](1 0 R\\) 2 0 R)/C1 0 R/D 3 0 Rx/E 0.5>>";
        let moved = joiner.moved(text, &mut Numbers::default());
        let wanted = "<</A 3 0 R/B[4 0 R 1 0 3 0 R](1 0 R\\) 2 0 R)/C1 0 R/D 3 0 Rx/E 0.5>>";
        assert_eq!(String::from_utf8_lossy(&moved), wanted);
    }
}
