//! Pages that were scanned: how fine, and whether in colour (R102).

use hayro_syntax::Pdf;
use hayro_syntax::object::dict::keys;
use hayro_syntax::object::{Name, Object, Stream};
use hayro_syntax::page::Page;

/// A digital copy has at least so many points an inch (NĐ 30/2020/NĐ-CP, Phụ lục I, Phần II, mục I).
pub(super) const LEAST: u32 = 200;

/// Scanners round the size of a page: so many points an inch are still [`LEAST`].
const LEAST_MEASURED: u32 = 195;

/// What is wrong with the scan of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fault {
    /// It has only so many points an inch.
    Coarse(u32),
    /// It is grey, or black and white.
    Colourless,
}

/// The first page whose scan is not as the decree asks, and why. A page without a picture of its
/// own size is no scan.
pub(super) fn first_fault(pdf: &Pdf) -> Option<(usize, Fault)> {
    pdf.pages().iter().enumerate().find_map(|(at, page)| Some((at, fault(page)?)))
}

fn fault(page: &Page<'_>) -> Option<Fault> {
    let pictures = &page.resources().x_objects;
    let streams = pictures.keys().filter_map(|name| pictures.get::<Stream<'_>>(&*name));
    let sizes = streams.filter_map(|stream| {
        let dict = stream.dict();
        let is_picture = dict.get::<Name<'_>>(keys::SUBTYPE)?.as_ref() == b"Image";
        let (width, height) = (dict.get::<u32>(keys::WIDTH)?, dict.get::<u32>(keys::HEIGHT)?);
        is_picture.then(|| (width, height, is_colourless(&stream)))
    });
    let (width, height, is_colourless) =
        sizes.max_by_key(|(width, height, _)| u64::from(*width) * u64::from(*height))?;
    let (page_width, page_height) = page.base_dimensions();
    let page = [whole(page_width)?, whole(page_height)?];
    let (long, short) = (width.max(height), width.min(height));
    let (page_long, page_short) = (page[0].max(page[1]), page[0].min(page[1]));
    if !has_its_shape((long, short), (page_long, page_short)) {
        return None;
    }
    let points = per_inch(long, page_long)?;
    match (points < LEAST_MEASURED, is_colourless) {
        (true, _) => Some(Fault::Coarse(points)),
        (false, true) => Some(Fault::Colourless),
        (false, false) => None,
    }
}

/// Whether a picture is as long for its width as the page, a tenth more or less.
fn has_its_shape((long, short): (u32, u32), (page_long, page_short): (u32, u32)) -> bool {
    let (own, of_page) =
        (u64::from(long) * u64::from(page_short), u64::from(short) * u64::from(page_long));
    own.abs_diff(of_page) * 10 <= own.max(of_page) && own > 0
}

/// Pixels an inch along a side of so many points (72 an inch).
fn per_inch(pixels: u32, points: u32) -> Option<u32> {
    let points = u64::from(points);
    let found = (u64::from(pixels) * 72 + points / 2).checked_div(points)?;
    u32::try_from(found).ok()
}

/// Whole points.
fn whole(points: f32) -> Option<u32> {
    format!("{points:.0}").parse().ok()
}

/// Whether the pixels of a picture are grey, or black and white.
fn is_colourless(stream: &Stream<'_>) -> bool {
    let space = stream.dict().get::<Object<'_>>(keys::COLORSPACE);
    match space {
        Some(Object::Name(name)) => matches!(name.as_ref(), b"DeviceGray" | b"CalGray" | b"G"),
        _ => stream.dict().get::<bool>(keys::IMAGE_MASK) == Some(true),
    }
}
