//! The content stream of a page, run as a viewer would.

use std::collections::HashMap;
use std::rc::Rc;

use hayro_syntax::content::UntypedIter;
use hayro_syntax::object::{Array, Dict, Name, Object, Stream};
use hayro_syntax::page::{Page as Source, Resources, Rotation};

use super::font::{Face, Font};
use super::matrix::Matrix;
use super::operands::{check_color_space, color, matrix, name, number, ordered};
use super::{Color, Glyph, MM, Owner, Page, Stroke, facts};

/// What is thinner than this, in points, is a line, also when it is a filled area.
const THICKEST_LINE: f64 = 3.0;

/// Reads a page.
pub(super) fn page(source: &Source<'_>) -> Page {
    assert!(matches!(source.rotation(), Rotation::None), "this reader knows upright pages only");
    let paper = source.media_box();
    let mut runner = Runner {
        flip: (paper.x0, paper.y1),
        state: State::default(),
        saved: Vec::new(),
        faces: HashMap::new(),
        text: (Matrix::IDENTITY, Matrix::IDENTITY),
        path: Vec::new(),
        marked: Vec::new(),
        owners: Vec::new(),
        glyphs: Vec::new(),
        strokes: Vec::new(),
    };
    runner.run(source.page_stream().unwrap_or_default(), source.resources());
    assert!(runner.saved.is_empty() && runner.marked.is_empty(), "what is opened is closed");
    Page {
        width: (paper.x1 - paper.x0) * MM,
        height: (paper.y1 - paper.y0) * MM,
        glyphs: runner.glyphs,
        strokes: runner.strokes,
    }
}

/// The graphics state, as far as it matters here.
#[derive(Clone)]
struct State {
    to_page: Matrix,
    fill: Color,
    stroke: Color,
    line_width: f64,
    is_solid: bool,
    face: Option<Rc<Face>>,
    font: Option<Rc<Font>>,
    size: f64,
    sign_space: f64,
    leading: f64,
    rise: f64,
}

impl Default for State {
    fn default() -> Self {
        Self {
            to_page: Matrix::IDENTITY,
            fill: Color::BLACK,
            stroke: Color::BLACK,
            line_width: 1.0,
            is_solid: true,
            face: None,
            font: None,
            size: 0.0,
            sign_space: 0.0,
            leading: 0.0,
            rise: 0.0,
        }
    }
}

/// Points of one unbroken line.
#[derive(Default)]
struct Subpath {
    points: Vec<(f64, f64)>,
    is_curved: bool,
}

struct Runner {
    /// The upper left corner of the paper.
    flip: (f64, f64),
    state: State,
    saved: Vec<State>,
    faces: HashMap<String, (Rc<Face>, Rc<Font>)>,
    /// The text matrix and that of its line.
    text: (Matrix, Matrix),
    path: Vec<Subpath>,
    /// Open marks; the text that stands for what is in them, until it is given out.
    marked: Vec<Option<String>>,
    /// What each open mark makes its content belong to.
    owners: Vec<Owner>,
    glyphs: Vec<Glyph>,
    strokes: Vec<Stroke>,
}

impl Runner {
    fn run(&mut self, content: &[u8], resources: &Resources<'_>) {
        let mut instructions = UntypedIter::new(content);
        while let Some(instruction) = instructions.next() {
            let operands: Vec<Object<'_>> = instruction.operands().cloned().collect();
            self.step(instruction.operator, &operands, resources);
        }
    }

    /// One operator: a flat table.
    #[expect(clippy::too_many_lines, reason = "one flat match")]
    fn step(&mut self, operator: &[u8], operands: &[Object<'_>], resources: &Resources<'_>) {
        let numbers: Vec<f64> = operands.iter().filter_map(number).collect();
        match (operator, &numbers[..]) {
            (b"q", _) => self.saved.push(self.state.clone()),
            (b"Q", _) => self.state = self.saved.pop().expect("what is restored was saved"),
            (b"cm", parts) => self.state.to_page = matrix(parts).then(self.state.to_page),
            (b"w", &[width]) => self.state.line_width = width,
            (b"d", _) => {
                let dashes = operands.first().cloned().and_then(Object::into_array);
                self.state.is_solid =
                    dashes.is_none_or(|dashes| dashes.iter::<Object<'_>>().next().is_none());
            }
            // Ends and joins of lines, tolerances, transparency, clips: nothing that is measured.
            (
                b"j" | b"J" | b"M" | b"i" | b"ri" | b"gs" | b"ET" | b"MP" | b"DP" | b"W" | b"W*",
                _,
            ) => {}
            (b"cs" | b"CS", _) => check_color_space(&name(&operands[0]), resources),
            (b"g" | b"rg" | b"k" | b"sc" | b"scn", parts) => self.state.fill = color(parts),
            (b"G" | b"RG" | b"K" | b"SC" | b"SCN", parts) => self.state.stroke = color(parts),

            (b"m", &[x, y]) => self.path.push(Subpath { points: vec![(x, y)], is_curved: false }),
            (b"l", &[x, y]) => self.subpath().points.push((x, y)),
            (b"c" | b"v" | b"y", &[.., x, y]) => {
                self.subpath().points.push((x, y));
                self.subpath().is_curved = true;
            }
            (b"h", _) => self.close(),
            (b"re", &[x, y, w, h]) => {
                let points = vec![(x, y), (x + w, y), (x + w, y + h), (x, y + h), (x, y)];
                self.path.push(Subpath { points, is_curved: false });
            }
            (b"n", _) => self.path.clear(),
            (b"S", _) => self.stroke(),
            (b"s", _) => {
                self.close();
                self.stroke();
            }
            (b"f" | b"F" | b"f*", _) => self.fill(),
            (b"B" | b"B*" | b"b" | b"b*", _) => panic!("this reader knows no filled outlines"),

            (b"BT", _) => self.text = (Matrix::IDENTITY, Matrix::IDENTITY),
            (b"Tf", &[size]) => self.set_font(&name(&operands[0]), size, resources),
            (b"Tr", &[mode]) => assert!(mode.abs() < 0.1, "text is filled: drawn, and seen"),
            (b"Tc", &[space]) => self.state.sign_space = space,
            (b"Tw", &[space]) => {
                assert!(space.abs() < 1e-6, "codes of two bytes have no word space");
            }
            (b"Tz", &[percent]) => assert!((percent - 100.0).abs() < 1e-6, "type keeps its width"),
            (b"TL", &[leading]) => self.state.leading = leading,
            (b"Ts", &[rise]) => self.state.rise = rise,
            (b"Td", &[x, y]) => self.next_line(x, y),
            (b"TD", &[x, y]) => {
                self.state.leading = -y;
                self.next_line(x, y);
            }
            (b"T*", _) => self.next_line(0.0, -self.state.leading),
            (b"Tm", parts) => self.text = (matrix(parts), matrix(parts)),
            (b"Tj", _) => self.show(&operands[0]),
            (b"TJ", _) => {
                let parts = operands[0].clone().into_array().expect("`TJ` shows a list");
                parts.iter::<Object<'_>>().for_each(|part| self.show(&part));
            }

            (b"Do", _) => self.draw(&name(&operands[0]), resources),
            (b"BMC", _) => {
                self.marked.push(None);
                self.own(&name(&operands[0]), None);
            }
            (b"BDC", _) => {
                let facts = operands.get(1).cloned().and_then(Object::into_dict);
                self.own(&name(&operands[0]), facts.as_ref());
                let words = facts
                    .and_then(|facts| facts.get::<hayro_syntax::object::String<'_>>("ActualText"));
                self.marked.push(words.map(|words| facts::text(&words)));
            }
            (b"EMC", _) => {
                drop(self.marked.pop().expect("what ends was begun"));
                self.owners.pop();
            }
            _ => panic!("unknown operator {} {operands:?}", String::from_utf8_lossy(operator)),
        }
    }

    /// A mark opens: an artifact, a part of the document, or more of what it stands in.
    fn own(&mut self, mark: &str, facts: Option<&Dict<'_>>) {
        let number = facts.and_then(|facts| facts.get::<i32>("MCID")).map(i64::from);
        self.owners.push(match number {
            Some(number) => Owner::Part(number),
            None if mark == "Artifact" => Owner::Artifact,
            None => self.owner(),
        });
    }

    fn owner(&self) -> Owner {
        self.owners.last().copied().unwrap_or(Owner::Nobody)
    }

    fn subpath(&mut self) -> &mut Subpath {
        self.path.last_mut().expect("a path begins with a point")
    }

    fn close(&mut self) {
        let first = self.subpath().points[0];
        self.subpath().points.push(first);
    }

    /// A point of user space on the page.
    fn place(&self, (x, y): (f64, f64)) -> (f64, f64) {
        let (x, y) = self.state.to_page.apply(x, y);
        ((x - self.flip.0) * MM, (self.flip.1 - y) * MM)
    }

    fn stroke(&mut self) {
        let width = self.state.line_width * self.state.to_page.stroke_scale();
        let (color, is_solid) = (self.state.stroke, self.state.is_solid);
        let owner = self.owner();
        for subpath in std::mem::take(&mut self.path) {
            assert!(!subpath.is_curved, "this reader knows straight strokes only");
            for ends in subpath.points.windows(2) {
                let (from, to) = ordered(self.place(ends[0]), self.place(ends[1]));
                self.strokes.push(Stroke { from, to, width, color, is_solid, owner });
            }
        }
    }

    /// A filled area is a thin rectangle: a stroke along its middle.
    fn fill(&mut self) {
        for subpath in std::mem::take(&mut self.path) {
            let points: Vec<_> = subpath.points.iter().map(|point| self.place(*point)).collect();
            let ends = |pick: fn(&(f64, f64)) -> f64| {
                let values = points.iter().map(pick);
                values.fold((f64::MAX, f64::MIN), |(low, high), v| (low.min(v), high.max(v)))
            };
            let ((left, right), (top, bottom)) = (ends(|point| point.0), ends(|point| point.1));
            let (wide, high) = ((right - left) / MM, (bottom - top) / MM);
            assert!(
                !subpath.is_curved && wide.min(high) < THICKEST_LINE,
                "this reader knows no filled areas"
            );
            let (x, y) = (f64::midpoint(left, right), f64::midpoint(top, bottom));
            let is_level = wide > high;
            let from = if is_level { (left, y) } else { (x, top) };
            let to = if is_level { (right, y) } else { (x, bottom) };
            let (width, color, owner) = (wide.min(high), self.state.fill, self.owner());
            self.strokes.push(Stroke { from, to, width, color, is_solid: true, owner });
        }
    }

    fn set_font(&mut self, name: &str, size: f64, resources: &Resources<'_>) {
        let (face, font) = self.faces.entry(name.to_owned()).or_insert_with(|| {
            let dict = resources.get_font(&Name::new_unescaped(name.as_bytes()));
            let face = Face::read(&dict.expect("a font that is used is there"));
            let font = Rc::new(face.font.clone());
            (Rc::new(face), font)
        });
        self.state.face = Some(face.clone());
        self.state.font = Some(font.clone());
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
        let codes = part.clone().into_string().expect("text is shown as strings");
        for code in codes.chunks(2) {
            self.glyph(u16::from_be_bytes([code[0], code[1]]));
        }
    }

    fn glyph(&mut self, code: u16) {
        let state = &self.state;
        let face = state.face.clone().expect("a font is set before text is shown");
        let font = state.font.clone().expect("a font is set before text is shown");
        let to_user = self.text.0.then(state.to_page);
        let scale = to_user.upright_scale().expect("text is upright");
        let advance = face.width(code) * state.size;
        let origin = self.text.0.apply(0.0, state.rise);
        // The words of a mark stand for all of its glyphs: the first one bears them.
        let words = self.marked.iter_mut().rev().find_map(Option::as_mut).map(std::mem::take);
        let text = words.or_else(|| face.text(code).map(str::to_owned));
        let (x, y) = self.place(origin);
        self.glyphs.push(Glyph {
            text: text.unwrap_or_else(|| panic!("code {code} of {} has no text", font.name)),
            font,
            size: state.size * scale,
            x,
            y,
            width: advance * scale * MM,
            color: state.fill,
            owner: self.owner(),
        });
        self.text.0 = Matrix::shift(advance + state.sign_space, 0.0).then(self.text.0);
    }

    /// A form is a piece of content of its own.
    fn draw(&mut self, name: &str, resources: &Resources<'_>) {
        let form: Stream<'_> = resources
            .get_x_object(&Name::new_unescaped(name.as_bytes()))
            .expect("what is drawn is there");
        let kind = form.dict().get::<Name<'_>>("Subtype");
        assert_eq!(kind.expect("a kind").as_str(), "Form", "this reader knows no images");
        let saved = self.state.clone();
        if let Some(list) = form.dict().get::<Array<'_>>("Matrix") {
            let parts: Vec<f64> = list.iter::<Object<'_>>().filter_map(|o| number(&o)).collect();
            self.state.to_page = matrix(&parts).then(self.state.to_page);
        }
        let own = form.dict().get::<Dict<'_>>("Resources").unwrap_or_else(Dict::empty);
        // Names are those of the form now.
        let faces = std::mem::take(&mut self.faces);
        let content = form.decoded().expect("content can be unpacked");
        self.run(&content, &Resources::from_parent(own, resources.clone()));
        self.faces = faces;
        self.state = saved;
    }
}
