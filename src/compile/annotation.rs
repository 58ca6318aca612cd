//! Annotations of a page that are printed with it: the picture of a signature with its seal.
#![expect(
    clippy::float_arithmetic,
    clippy::cast_possible_truncation,
    reason = "positions in a PDF are floats; they leave this module as text or whole numbers"
)]

use hayro_syntax::object::{Array, Dict, Name, Object, ObjectIdentifier, Rect, Stream};
use hayro_syntax::page::{Page, Rotation};

/// Flags of annotations that are not printed: hidden ones, and those for the screen alone.
const HIDDEN: i32 = 1 << 1;
const PRINTED: i32 = 1 << 2;

/// What an annotation looks like, and where.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Annotation {
    /// The form that draws it.
    pub(crate) form: ObjectIdentifier,
    /// Puts the form on its place on the page.
    pub(crate) matrix: [f64; 6],
    place: [f64; 4],
}

/// The annotations of `page` that are printed.
pub(crate) fn printed(page: &Page<'_>) -> impl Iterator<Item = Annotation> {
    let all = page.raw().get::<Array<'_>>("Annots");
    let all: Vec<Annotation> =
        all.iter().flat_map(Array::iter::<Dict<'_>>).filter_map(|it| of(&it)).collect();
    all.into_iter()
}

/// Where a point of user space stands on the page as it is shown, from its lower left corner.
fn shown((x, y): (f64, f64), page: &Page<'_>) -> (f64, f64) {
    let paper = page.intersected_crop_box();
    match page.rotation() {
        Rotation::None => (x - paper.x0, y - paper.y0),
        Rotation::Horizontal => (y - paper.y0, paper.x1 - x),
        Rotation::Flipped => (paper.x1 - x, paper.y1 - y),
        Rotation::FlippedHorizontal => (paper.y1 - y, x - paper.x0),
    }
}

/// The matrix that puts what is drawn from the lower left corner of the shown page into user space.
pub(crate) fn to_user_space(page: &Page<'_>) -> [f64; 6] {
    let paper = page.intersected_crop_box();
    match page.rotation() {
        Rotation::None => [1.0, 0.0, 0.0, 1.0, paper.x0, paper.y0],
        Rotation::Horizontal => [0.0, 1.0, -1.0, 0.0, paper.x1, paper.y0],
        Rotation::Flipped => [-1.0, 0.0, 0.0, -1.0, paper.x1, paper.y1],
        Rotation::FlippedHorizontal => [0.0, -1.0, 1.0, 0.0, paper.x0, paper.y1],
    }
}

impl Annotation {
    /// How far it reaches down on the page as it is shown, in thousandths of a point.
    pub(crate) fn end_on(&self, page: &Page<'_>) -> i64 {
        let [left, bottom, right, top] = self.place;
        let height = f64::from(page.render_dimensions().1);
        let ends = [(left, bottom), (right, top)].map(|point| height - shown(point, page).1);
        (ends[0].max(ends[1]) * 1_000.0).round() as i64
    }
}

/// The annotation, when it draws something on paper.
fn of(dict: &Dict<'_>) -> Option<Annotation> {
    let flags = dict.get::<i32>("F").unwrap_or(0);
    // Other annotations, such as links and notes, are not printed unless they say so.
    let is_field = dict.get::<Name<'_>>("Subtype").is_some_and(|kind| kind.as_str() == "Widget");
    if flags & HIDDEN != 0 || (flags & PRINTED == 0 && !is_field) {
        return None;
    }
    let place = dict.get::<Rect>("Rect")?;
    let looks = dict.get::<Dict<'_>>("AP")?;
    let form = match looks.get::<Object<'_>>("N")? {
        Object::Stream(_) => looks.get_ref("N")?,
        Object::Dict(states) => states.get_ref(dict.get::<Name<'_>>("AS")?.as_str())?,
        _ => return None,
    };
    let form = ObjectIdentifier::new(form.obj_number, form.gen_number);
    let stream = looks_of(&looks, dict)?;
    let place = [place.x0, place.y0, place.x1, place.y1];
    Some(Annotation { form, matrix: onto(place, stream.dict())?, place })
}

/// The form of the present state.
fn looks_of<'a>(looks: &Dict<'a>, annotation: &Dict<'a>) -> Option<Stream<'a>> {
    match looks.get::<Object<'a>>("N")? {
        Object::Stream(stream) => Some(stream),
        Object::Dict(states) => states.get(annotation.get::<Name<'_>>("AS")?.as_str()),
        _ => None,
    }
}

/// A point where a matrix puts it.
pub(crate) fn moved((x, y): (f64, f64), matrix: [f64; 6]) -> (f64, f64) {
    let along = |at: usize| matrix[at] * x + matrix[at + 2] * y + matrix[at + 4];
    (along(0), along(1))
}

/// Puts the box of a form, as its own matrix turns it, on `place` (ISO 32000-1, 12.5.5).
fn onto(place: [f64; 4], form: &Dict<'_>) -> Option<[f64; 6]> {
    let own = form.get::<Rect>("BBox")?;
    let own_matrix: Vec<f64> = form
        .get::<Array<'_>>("Matrix")
        .map(|list| list.iter::<f64>().collect())
        .unwrap_or_default();
    let own_matrix = own_matrix.try_into().unwrap_or([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);
    let corners = [(own.x0, own.y0), (own.x1, own.y0), (own.x0, own.y1), (own.x1, own.y1)];
    let turned = corners.map(|corner| moved(corner, own_matrix));
    let least = |of: fn(&(f64, f64)) -> f64| turned.iter().map(of).fold(f64::INFINITY, f64::min);
    let most = |of: fn(&(f64, f64)) -> f64| turned.iter().map(of).fold(f64::NEG_INFINITY, f64::max);
    let (left, bottom) = (least(|it| it.0), least(|it| it.1));
    let (width, height) = (most(|it| it.0) - left, most(|it| it.1) - bottom);
    if width <= 0.0 || height <= 0.0 {
        return None;
    }
    let (wide, high) = ((place[2] - place[0]) / width, (place[3] - place[1]) / height);
    Some([wide, 0.0, 0.0, high, place[0] - left * wide, place[1] - bottom * high])
}
