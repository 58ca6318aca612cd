//! Typst's frames as pages of text, for their verification.
#![expect(
    clippy::float_arithmetic,
    clippy::cast_possible_truncation,
    reason = "Typst's positions are floats; they leave this file as whole numbers"
)]

use std::collections::HashMap;

use typst::foundations::Content;
use typst::introspection::{Location, Tag};
use typst::layout::{Abs, Frame, FrameItem, GroupItem, Point, Transform};
use typst::model::{FootnoteElem, FootnoteEntry, TableCell, TableElem};
use typst::pdf::ArtifactElem;
use typst::text::TextItem;
use typst::visualize::{Geometry, Shape};
use typst_layout::PagedDocument;

use crate::verify::page::{Line, Page, PageCell, Piece, Role};

/// A blank narrower than this part of the type size is none.
const LEAST_BLANK: f64 = 0.1;

/// What stands on the pages of `document`.
pub(super) fn pages(document: &PagedDocument) -> Vec<Page> {
    let mut reader = Reader::default();
    for page in document.pages() {
        let size = page.frame.size();
        reader.page = Page { width: whole(size.x), height: whole(size.y), ..Page::default() };
        reader.frame(&page.frame, Transform::identity(), Role::Text);
        reader.pages.push(std::mem::take(&mut reader.page));
    }
    reader.pages
}

#[derive(Default)]
struct Reader {
    pages: Vec<Page>,
    page: Page,
    /// Cells that are drawn in several frames, by their place in the document; footnotes by the
    /// place that names them.
    parents: HashMap<Location, Role>,
    /// How many tables have begun.
    tables: u32,
}

/// An element that is open, and what text was part of before it.
struct Open {
    location: Option<Location>,
    before: Role,
    /// How many pieces of text there were.
    pieces: usize,
}

impl Reader {
    fn frame(&mut self, frame: &Frame, at: Transform, mut role: Role) {
        let mut open: Vec<Open> = Vec::new();
        for (place, item) in frame.items() {
            match item {
                FrameItem::Group(group) => self.group(group, *place, at, role),
                FrameItem::Text(text) => self.text(text, *place, at, role),
                FrameItem::Shape(shape, _) => self.shape(shape, *place, at),
                FrameItem::Tag(Tag::Start(content, _)) => {
                    if let Some(place) = content.location().filter(|_| content.is::<FootnoteElem>())
                    {
                        self.parents.insert(place, Role::Note);
                    }
                    if let Some(next) = self.role_in(content, role) {
                        let pieces = self.page.pieces.len();
                        open.push(Open { location: content.location(), before: role, pieces });
                        role = next;
                    }
                }
                FrameItem::Tag(Tag::End(location, ..)) => {
                    let is_open = |open: &mut Open| open.location == Some(*location);
                    if let Some(ended) = open.pop_if(is_open) {
                        // What is drawn in several frames stands behind its tags.
                        if ended.pieces == self.page.pieces.len() {
                            self.parents.insert(*location, role);
                        }
                        role = ended.before;
                    }
                }
                FrameItem::Image(..) => self.page.has_picture = true,
                FrameItem::Link(..) => {}
            }
        }
    }

    /// What text within an element is part of, where that changes with it.
    fn role_in(&mut self, content: &Content, role: Role) -> Option<Role> {
        if let Some(cell) = content.to_packed::<TableCell>() {
            let index = |value: usize| u32::try_from(value).unwrap_or(u32::MAX);
            let styles = typst::foundations::StyleChain::default();
            let column = cell.x.get(styles).custom().map_or(0, index);
            let row = cell.y.get(styles).custom().map_or(0, index);
            let cell_id = PageCell { table: self.tables, row, column };
            let is_artifact = role == Role::Artifact || cell.is_repeated.get(styles);
            return Some(if is_artifact { Role::Artifact } else { Role::Cell(cell_id) });
        }
        if content.is::<FootnoteEntry>() {
            return Some(Role::Note);
        }
        if content.is::<ArtifactElem>() {
            return Some(Role::Artifact);
        }
        if content.is::<TableElem>() {
            self.tables += 1;
        }
        None
    }

    fn group(&mut self, group: &GroupItem, place: Point, at: Transform, role: Role) {
        let at = at.pre_concat(Transform::translate(place.x, place.y)).pre_concat(group.transform);
        let parent = group.parent.and_then(|parent| self.parents.get(&parent.location));
        let role = parent.copied().unwrap_or(role);
        self.frame(&group.frame, at, role);
    }

    fn text(&mut self, item: &TextItem, place: Point, at: Transform, role: Role) {
        let size = item.size.to_pt();
        let (mut end, mut first, mut last) = (0.0, None, 0.0);
        let mut narrow = Vec::new();
        for glyph in &item.glyphs {
            let advance = glyph.x_advance.get();
            let range = usize::from(glyph.range.start)..usize::from(glyph.range.end);
            // A mark on a blank is one cluster with it, and is no blank.
            let is_blank = matches!(item.text.get(range.clone()), Some(" " | "\u{a0}"));
            if !is_blank {
                first = first.or(Some(end));
                last = end + advance;
            } else if advance < LEAST_BLANK {
                narrow.push(range);
            }
            end += advance;
        }
        let Some(first) = first else { return };
        // From right to left the glyphs come in the other order.
        narrow.sort_unstable_by_key(|blank: &std::ops::Range<usize>| blank.start);
        narrow.dedup();
        let start = self.page.text.len();
        let mut from = 0;
        for blank in narrow {
            self.page.text.push_str(&item.text[from..blank.start]);
            from = blank.end;
        }
        self.page.text.push_str(&item.text[from..]);
        let [from, to] = [first, last].map(|x| {
            let x = place.x + Abs::pt(x * size);
            Point::new(x, place.y).transform(at)
        });
        self.page.pieces.push(Piece {
            text: start..self.page.text.len(),
            left: whole(from.x.min(to.x)),
            right: whole(from.x.max(to.x)),
            baseline: whole(from.y),
            size: whole(item.size),
            role,
        });
    }

    fn shape(&mut self, shape: &Shape, place: Point, at: Transform) {
        if shape.stroke.is_none() {
            return;
        }
        let mut line = |from: Point, to: Point| {
            let [from, to] = [from, to].map(|point| {
                let point = (place + point).transform(at);
                (whole(point.x), whole(point.y))
            });
            self.page.lines.push(Line { from, to });
        };
        match &shape.geometry {
            Geometry::Line(to) => line(Point::zero(), *to),
            Geometry::Rect(size) => {
                let corner = |x, y| Point::new(x, y);
                let (right, bottom) = (size.x, size.y);
                line(Point::zero(), corner(right, Abs::zero()));
                line(corner(right, Abs::zero()), corner(right, bottom));
                line(corner(right, bottom), corner(Abs::zero(), bottom));
                line(corner(Abs::zero(), bottom), Point::zero());
            }
            Geometry::Curve(_) => {}
        }
    }
}

/// In thousandths of a point.
fn whole(length: Abs) -> i64 {
    (length.to_pt() * 1_000.0).round() as i64
}
