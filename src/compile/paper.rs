//! Finished PDFs, as far as they are looked at once more: pages counted, and drawn.

use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::Pdf;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{RenderCache, RenderSettings, render};

use super::Picture;

/// Pixels to a point: 108 to an inch, at which every letter can be read.
const SCALE: f32 = 1.5;

/// Levels of ink that are kept: what lies between them nobody sees.
const LEVELS: u8 = 16;

/// How many pages a PDF has; nothing where it is none.
#[must_use]
pub fn pages(pdf: &[u8]) -> Option<usize> {
    Pdf::new(pdf.to_vec()).ok().map(|pdf| pdf.pages().len())
}

/// A page as it was drawn.
#[derive(Debug, Clone)]
pub struct Drawn {
    /// Its ink.
    pub picture: Picture,
    /// Red, green and blue of each pixel, where there is any colour.
    colors: Option<Vec<u8>>,
}

/// All pages of a PDF; none where it is none.
#[must_use]
pub fn drawn(pdf: &[u8]) -> Vec<Drawn> {
    let Ok(pdf) = Pdf::new(pdf.to_vec()) else { return Vec::new() };
    let cache = RenderCache::new();
    let settings = RenderSettings {
        x_scale: SCALE,
        y_scale: SCALE,
        bg_color: WHITE,
        ..RenderSettings::default()
    };
    let page = |page| {
        let drawn = render(page, &cache, &InterpreterSettings::default(), &settings);
        let pixels = drawn.data_as_u8_slice();
        let is_colored = pixels.chunks(4).any(|pixel| pixel[0] != pixel[1] || pixel[1] != pixel[2]);
        let colors = || pixels.chunks(4).flat_map(|pixel| pixel[..3].to_vec()).collect();
        // Green alone is near enough to what an eye takes for light.
        let ink = pixels.chunks(4).map(|pixel| 255 - pixel[1]).collect();
        let picture = Picture { width: usize::from(drawn.width()), ink };
        Drawn { picture, colors: is_colored.then(colors) }
    };
    pdf.pages().iter().map(page).collect()
}

impl Drawn {
    /// Pixels in a column.
    #[must_use]
    pub fn height(&self) -> usize {
        self.picture.ink.len() / self.picture.width.max(1)
    }

    /// As a PNG, of sixteen greys where there is no colour; nothing for a page without a size.
    #[must_use]
    pub fn png(&self) -> Option<Vec<u8>> {
        let (width, height) = (self.picture.width, self.height());
        let mut bytes = Vec::new();
        let size = (u32::try_from(width).ok()?, u32::try_from(height).ok()?);
        let mut encoder = png::Encoder::new(&mut bytes, size.0, size.1);
        encoder.set_compression(png::Compression::High);
        let data = if let Some(colors) = &self.colors {
            encoder.set_color(png::ColorType::Rgb);
            colors.clone()
        } else {
            encoder.set_color(png::ColorType::Grayscale);
            encoder.set_depth(png::BitDepth::Four);
            encoder.set_filter(png::Filter::NoFilter);
            let level = |ink: &u8| (255 - ink) / (255 / (LEVELS - 1));
            let byte = |two: &[u8]| level(&two[0]) << 4 | two.get(1).map_or(0, level);
            self.picture.ink.chunks(width).flat_map(|row| row.chunks(2).map(byte)).collect()
        };
        let mut writer = encoder.write_header().ok()?;
        writer.write_image_data(&data).ok()?;
        writer.finish().ok()?;
        Some(bytes)
    }
}
