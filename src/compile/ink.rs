//! Where the last page of a finished PDF ends: what is printed below it must cover nothing.

use std::sync::Arc;

use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::Pdf;
use hayro::hayro_syntax::page::{Page, Rotation};
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{RenderCache, RenderSettings, render};

use super::annotation;
use super::pdf;
use crate::model::measure::Measure;

/// A pixel, of which a point has two, in thousandths of a point.
const PIXEL: i64 = 500;

/// What is darker than this is ink, of 255: paper that was scanned is not white.
const DARK: u8 = 96;

/// The paper that a copy goes on: points.
const WIDTH: std::ops::RangeInclusive<f32> = 589.6..=601.0;

/// How far the last page reaches down, from its upper edge, in millimetres; nothing where it is no
/// upright page of A4.
pub(crate) fn end_of_last_page(bytes: &Arc<Vec<u8>>) -> Option<Measure> {
    let pdf = Pdf::new(Arc::clone(bytes)).ok()?;
    let page = pdf.pages().last()?;
    let (width, height) = page.render_dimensions();
    if !WIDTH.contains(&width) || height < width {
        return None;
    }
    let drawn = end_of_drawing(page)?;
    // What is set in a typeface that is not in the file is not drawn, but known all the same.
    let text = end_of_text(bytes, page);
    let annotations = annotation::printed(page).map(|it| it.end_on(page)).max();
    let thousandths = [Some(drawn), text, annotations].into_iter().flatten().max()?;
    Some(Measure::of_parts(thousandths * 254 * 100 / 720))
}

/// The lowest pixel with ink, in thousandths of a point.
fn end_of_drawing(page: &Page<'_>) -> Option<i64> {
    let settings =
        RenderSettings { x_scale: 2.0, y_scale: 2.0, bg_color: WHITE, ..Default::default() };
    let drawn = render(page, &RenderCache::new(), &InterpreterSettings::default(), &settings);
    let width = usize::from(drawn.width()) * 4;
    let pixels = drawn.data_as_u8_slice();
    let is_dark = |row: &[u8]| {
        row.chunks(4).any(|pixel| pixel[..3].iter().any(|light| *light < u8::MAX - DARK))
    };
    let end = pixels.chunks(width.max(4)).rposition(is_dark).map_or(0, |row| row + 1);
    Some(i64::try_from(end).ok()? * PIXEL)
}

/// Below the lowest line of text, in thousandths of a point.
fn end_of_text(bytes: &[u8], page: &Page<'_>) -> Option<i64> {
    let has_one_box = page.crop_box().y1 >= page.media_box().y1;
    if !matches!(page.rotation(), Rotation::None) || !has_one_box {
        return None;
    }
    let pages = pdf::pages(bytes);
    let last = pages.last()?;
    last.pieces.iter().map(|piece| piece.baseline + piece.size / 4).max()
}
