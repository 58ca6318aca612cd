//! The content of a page, run as a viewer would.

use std::collections::HashMap;
use std::rc::Rc;

use hayro_syntax::content::UntypedIter;
use hayro_syntax::object::{Array, Dict, Name, Object, Stream, String as Text};
use hayro_syntax::page::{Page as Source, Resources};

use super::font::Face;
use super::matrix::Matrix;
use super::structure::Roles;
use crate::verify::page::{Line, Page, Piece, Role};

/// Forms are drawn in forms no deeper.
const DEEPEST: usize = 20;

/// Glyphs that follow each other so closely, in points, are of one word.
const JOINED: f64 = 0.2;

/// What stands on a page; `number` counts the pages from 0.
pub(super) fn page(source: &Source<'_>, number: usize, roles: &Roles) -> Page {
    let paper = source.media_box();
    let (width, height) = (whole(paper.x1 - paper.x0), whole(paper.y1 - paper.y0));
    let mut runner = Runner {
        corner: (paper.x0, paper.y1),
        number,
        roles,
        page: Page { width, height, ..Page::default() },
        state: State::default(),
        saved: Vec::new(),
        faces: HashMap::new(),
        text: (Matrix::IDENTITY, Matrix::IDENTITY),
        path: Vec::new(),
        marks: Vec::new(),
        end: None,
    };
    runner.run(source.page_stream().unwrap_or_default(), source.resources(), DEEPEST);
    runner.page
}

/// The graphics state, as far as it matters here.
#[derive(Clone, Default)]
struct State {
    to_page: Matrix,
    face: Option<Rc<Face>>,
    size: f64,
    space: f64,
    leading: f64,
    rise: f64,
}

/// Marked content that is open.
struct Mark {
    role: Role,
    /// The text that stands for all that is in it, until it is given out.
    words: Option<String>,
}

struct Runner<'a> {
    /// The upper left corner of the paper.
    corner: (f64, f64),
    number: usize,
    roles: &'a Roles,
    page: Page,
    state: State,
    saved: Vec<State>,
    faces: HashMap<String, Rc<Face>>,
    /// The text matrix, and that of its line.
    text: (Matrix, Matrix),
    path: Vec<(f64, f64)>,
    marks: Vec<Mark>,
    /// Where the last glyph ended, as x and y in points; none after a blank.
    end: Option<(f64, f64)>,
}

impl Runner<'_> {
    fn run(&mut self, content: &[u8], resources: &Resources<'_>, depth: usize) {
        let mut instructions = UntypedIter::new(content);
        while let Some(instruction) = instructions.next() {
            let operands: Vec<Object<'_>> = instruction.operands().cloned().collect();
            let operator: &[u8] = instruction.operator;
            if operator == b"Do" {
                self.draw(&operands, resources, depth);
            } else {
                self.step(operator, &operands, resources);
            }
        }
    }

    fn step(&mut self, operator: &[u8], operands: &[Object<'_>], resources: &Resources<'_>) {
        let numbers: Vec<f64> = operands.iter().filter_map(number).collect();
        match (operator, &numbers[..]) {
            (b"q", _) => self.saved.push(self.state.clone()),
            (b"Q", _) => self.state = self.saved.pop().unwrap_or_default(),
            (b"cm", parts) => self.state.to_page = matrix(parts).then(self.state.to_page),
            (b"m", &[x, y]) => self.path = vec![(x, y)],
            (b"l", &[x, y]) => {
                if let Some(from) = self.path.last().copied() {
                    self.path.push((x, y));
                    self.line(from, (x, y));
                }
            }
            (b"n" | b"f" | b"f*" | b"F", _) => self.path.clear(),
            (b"BT", _) => self.text = (Matrix::IDENTITY, Matrix::IDENTITY),
            (b"Tf", &[size]) => self.set_font(operands, size, resources),
            (b"Tc", &[space]) => self.state.space = space,
            (b"TL", &[leading]) => self.state.leading = leading,
            (b"Ts", &[rise]) => self.state.rise = rise,
            (b"Td", &[x, y]) => self.next_line(x, y),
            (b"TD", &[x, y]) => {
                self.state.leading = -y;
                self.next_line(x, y);
            }
            (b"T*", _) => self.next_line(0.0, -self.state.leading),
            (b"Tm", parts) => self.text = (matrix(parts), matrix(parts)),
            (b"Tj", _) => operands.iter().for_each(|part| self.show(part)),
            (b"TJ", _) => {
                let parts = operands.first().cloned().and_then(Object::into_array);
                if let Some(parts) = parts {
                    parts.iter::<Object<'_>>().for_each(|part| self.show(&part));
                }
            }
            (b"BMC" | b"BDC", _) => self.mark(operands),
            (b"EMC", _) => drop(self.marks.pop()),
            _ => {}
        }
    }

    /// A mark opens: an artifact, a numbered part of the document, or more of what it stands in.
    fn mark(&mut self, operands: &[Object<'_>]) {
        let name = operands.first().cloned().and_then(Object::into_name);
        let facts = operands.get(1).cloned().and_then(Object::into_dict);
        let number = facts.as_ref().and_then(|facts| facts.get::<i32>("MCID")).map(i64::from);
        let known = number.and_then(|number| self.roles.get(&(self.number, number)));
        let role = match (number, known) {
            (_, Some(role)) => *role,
            (Some(_), None) => Role::Text,
            (None, _) if name.is_some_and(|name| name.as_str() == "Artifact") => Role::Artifact,
            (None, _) => self.role(),
        };
        let words = facts.and_then(|facts| facts.get::<Text<'_>>("ActualText"));
        self.marks.push(Mark { role, words: words.map(|words| utf16(&words)) });
    }

    /// Text that belongs to no part is as good as an artifact: nobody reads it aloud.
    fn role(&self) -> Role {
        self.marks.last().map_or(Role::Artifact, |mark| mark.role)
    }

    /// A point of user space on the page, in points from the upper left corner.
    fn place(&self, point: (f64, f64)) -> (f64, f64) {
        let (x, y) = self.state.to_page.apply(point);
        (x - self.corner.0, self.corner.1 - y)
    }

    fn line(&mut self, from: (f64, f64), to: (f64, f64)) {
        let [from, to] = [from, to].map(|point| {
            let (x, y) = self.place(point);
            (whole(x), whole(y))
        });
        self.page.lines.push(Line { from, to });
    }

    fn set_font(&mut self, operands: &[Object<'_>], size: f64, resources: &Resources<'_>) {
        let Some(name) = operands.first().cloned().and_then(Object::into_name) else { return };
        let face = self.faces.entry(name.as_str().to_owned()).or_insert_with(|| {
            let dict = resources.get_font(&Name::new_unescaped(name.as_str().as_bytes()));
            Rc::new(dict.map(|dict| Face::read(&dict)).unwrap_or_default())
        });
        self.state.face = Some(Rc::clone(face));
        self.state.size = size;
    }

    fn next_line(&mut self, x: f64, y: f64) {
        let line = Matrix::shift(x, y).then(self.text.1);
        self.text = (line, line);
    }

    /// A string, or a shift in thousandths of the size.
    fn show(&mut self, part: &Object<'_>) {
        if let Some(back) = number(part) {
            self.text.0 = Matrix::shift(-back / 1000.0 * self.state.size, 0.0).then(self.text.0);
            return;
        }
        let Some(codes) = part.clone().into_string() else { return };
        for code in codes.chunks_exact(2) {
            self.glyph(u16::from_be_bytes([code[0], code[1]]));
        }
    }

    fn glyph(&mut self, code: u16) {
        let Some(face) = self.state.face.clone() else { return };
        let scale = self.text.0.then(self.state.to_page).scale();
        let advance = face.width(code) * self.state.size;
        let from = self.place(self.text.0.apply((0.0, self.state.rise)));
        let to = self.place(self.text.0.apply((advance, self.state.rise)));
        // The words of a mark stand for all of its glyphs: the first one bears them.
        let words = self.marks.iter_mut().rev().find_map(|mark| mark.words.as_mut());
        let words = words.map(std::mem::take);
        let words = words.or_else(|| face.text(code).map(str::to_owned));
        let words = words.unwrap_or_else(|| char::REPLACEMENT_CHARACTER.to_string());
        self.text.0 = Matrix::shift(advance + self.state.space, 0.0).then(self.text.0);
        if !words.is_empty() && words.chars().all(char::is_whitespace) {
            self.end = None;
            return;
        }
        self.add(&words, (from, to), self.state.size * scale);
        self.end = Some(to);
    }

    /// A glyph goes on with the last piece, or begins another one.
    fn add(&mut self, words: &str, (from, to): ((f64, f64), (f64, f64)), size: f64) {
        let role = self.role();
        let goes_on = self
            .end
            .is_some_and(|(x, y)| (from.0 - x).abs() < JOINED && (from.1 - y).abs() < JOINED);
        let start = self.page.text.len();
        self.page.text.push_str(words);
        let size = whole(size);
        match self.page.pieces.last_mut() {
            Some(last) if goes_on && last.role == role && last.size == size => {
                last.text.end = self.page.text.len();
                last.right = whole(to.0);
            }
            _ => self.page.pieces.push(Piece {
                text: start..self.page.text.len(),
                left: whole(from.0),
                right: whole(to.0),
                baseline: whole(from.1),
                size,
                role,
            }),
        }
    }

    /// A form is a piece of content of its own.
    fn draw(&mut self, operands: &[Object<'_>], resources: &Resources<'_>, depth: usize) {
        let name = operands.first().cloned().and_then(Object::into_name);
        let form: Option<Stream<'_>> = name.and_then(|name| {
            resources.get_x_object(&Name::new_unescaped(name.as_str().as_bytes()))
        });
        let is_form = |form: &Stream<'_>| {
            form.dict().get::<Name<'_>>("Subtype").is_some_and(|kind| kind.as_str() == "Form")
        };
        let Some(form) = form.filter(|form| depth > 0 && is_form(form)) else {
            self.page.has_picture = true;
            return;
        };
        let Ok(content) = form.decoded() else { return };
        let saved = self.state.clone();
        if let Some(list) = form.dict().get::<Array<'_>>("Matrix") {
            let parts: Vec<f64> = list.iter::<Object<'_>>().filter_map(|it| number(&it)).collect();
            self.state.to_page = matrix(&parts).then(self.state.to_page);
        }
        let own = form.dict().get::<Dict<'_>>("Resources").unwrap_or_else(Dict::empty);
        // Names are those of the form now.
        let faces = std::mem::take(&mut self.faces);
        self.run(&content, &Resources::from_parent(own, resources.clone()), depth - 1);
        self.faces = faces;
        self.state = saved;
    }
}

fn number(object: &Object<'_>) -> Option<f64> {
    object.clone().into_number().map(|number| number.as_f64())
}

fn matrix(parts: &[f64]) -> Matrix {
    parts.try_into().map_or(Matrix::IDENTITY, Matrix)
}

/// A text string of a PDF, which Typst writes in UTF-16 or ASCII.
fn utf16(bytes: &[u8]) -> String {
    let Some(units) = bytes.strip_prefix(b"\xfe\xff") else {
        return String::from_utf8_lossy(bytes).into_owned();
    };
    let units = units.chunks_exact(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]]));
    char::decode_utf16(units).map(|ch| ch.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}

/// In thousandths of a point.
fn whole(points: f64) -> i64 {
    (points * 1_000.0).round() as i64
}
