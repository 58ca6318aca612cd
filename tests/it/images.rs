//! Pages as pictures: five of them, small, in four greys, at 72 points an inch.
//!
//! `UPDATE=1` takes what is drawn now: look at it.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::BufReader;
use std::path::Path;

use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::Pdf;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{RenderCache, RenderSettings, render};

use crate::examples::examples;
use crate::nd30::{decision_with_everything, letter, set};
use crate::project::{is_update, of_project};

/// So large a picture may be.
const MOST_BYTES: usize = 20 * 1024;

/// Of four greys a pixel may be so many off before it counts as another one …
const NEAR: u8 = 1;

/// … and so many pixels may be other ones: edges of letters are drawn to rounding.
const FEW: usize = 20;

/// A page in four greys, one byte a pixel.
#[derive(Clone, PartialEq, Eq)]
struct Picture {
    width: u32,
    height: u32,
    greys: Vec<u8>,
}

impl Picture {
    /// Draws a page of a PDF.
    fn of(pdf: &[u8], page: usize) -> Self {
        let pdf = Pdf::new(pdf.to_vec()).expect("the bytes are a PDF");
        let settings = RenderSettings { bg_color: WHITE, ..RenderSettings::default() };
        let page = &pdf.pages()[page];
        let drawn = render(page, &RenderCache::new(), &InterpreterSettings::default(), &settings);
        let grey = |pixel: &[u8]| {
            let sum = u32::from(pixel[0]) * 3 + u32::from(pixel[1]) * 6 + u32::from(pixel[2]);
            u8::try_from(sum / 640).expect("a grey is a byte")
        };
        let greys = drawn.data_as_u8_slice().chunks(4).map(grey).collect();
        Self { width: drawn.width().into(), height: drawn.height().into(), greys }
    }

    /// As a PNG of two bits a pixel.
    fn png(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        let mut encoder = png::Encoder::new(&mut bytes, self.width, self.height);
        encoder.set_color(png::ColorType::Grayscale);
        encoder.set_depth(png::BitDepth::Two);
        encoder.set_filter(png::Filter::NoFilter);
        encoder.set_compression(png::Compression::High);
        let mut writer = encoder.write_header().expect("a picture has a size");
        let width = self.width.try_into().expect("a page is not wide");
        let byte = |four: &[u8]| (0..4).fold(0, |byte, at| byte << 2 | four.get(at).unwrap_or(&0));
        let rows = self.greys.chunks(width).flat_map(|row| row.chunks(4).map(byte));
        let packed: Vec<u8> = rows.collect();
        writer.write_image_data(&packed).expect("a picture is as large as it says");
        writer.finish().expect("a picture ends");
        bytes
    }

    /// Reads what `png` has made.
    fn read(path: &Path) -> Self {
        let file = File::open(path);
        let file =
            file.unwrap_or_else(|why| panic!("{}: {why}; run `make accept`", path.display()));
        let mut reader = png::Decoder::new(BufReader::new(file)).read_info().expect("a PNG");
        let mut packed = vec![0; reader.output_buffer_size().expect("a picture has a size")];
        let info = reader.next_frame(&mut packed).expect("a whole picture");
        let width: usize = info.width.try_into().expect("a page is not wide");
        let four = |byte: &u8| [6, 4, 2, 0].map(|shift| byte >> shift & 3);
        let rows = packed.chunks(width.div_ceil(4));
        let greys = rows.flat_map(|row| row.iter().flat_map(four).take(width).collect::<Vec<_>>());
        Self { width: info.width, height: info.height, greys: greys.collect() }
    }

    /// What is not the same in both: black where they differ, and how many pixels do.
    fn difference(&self, other: &Self) -> (Self, usize) {
        let is_other = |(one, other): (&u8, &u8)| one.abs_diff(*other) > NEAR;
        let differs: Vec<bool> = self.greys.iter().zip(&other.greys).map(is_other).collect();
        let count = differs.iter().filter(|differs| **differs).count();
        let greys = differs.iter().map(|differs| if *differs { 0 } else { 3 }).collect();
        (Self { greys, ..*self }, count)
    }
}

/// Compares a page with its picture; what differs is left below `target/`.
fn same_as_picture(name: &str, found: &Picture) -> Result<(), String> {
    let path = of_project(&format!("tests/it/images/{name}.png"));
    if is_update() {
        let is_new = !path.exists() || found.difference(&Picture::read(&path)).1 > 0;
        if is_new {
            fs::create_dir_all(path.parent().expect("a file has a folder")).unwrap();
            fs::write(&path, found.png()).unwrap();
        }
        return Ok(());
    }
    let expected = Picture::read(&path);
    let is_alike = (expected.width, expected.height) == (found.width, found.height);
    let (difference, count) = found.difference(&expected);
    if is_alike && count <= FEW {
        return Ok(());
    }
    let folder = of_project("target/images");
    fs::create_dir_all(&folder).unwrap();
    let left = folder.join(format!("{name}-difference.png"));
    fs::write(folder.join(format!("{name}-found.png")), found.png()).unwrap();
    fs::write(&left, difference.png()).unwrap();
    Err(format!(
        "{name}: {count} pixels differ, see {}; UPDATE=1 takes what is found\n",
        left.display()
    ))
}

/// The pages there are pictures of.
fn pages() -> Vec<(&'static str, Picture)> {
    let built_in = BTreeMap::new();
    let letter = set(&letter(), &built_in);
    let example = set(&examples()["data/hai-duong/2024/phat-trien-doi-tuong.yaml"], &built_in);
    let decision = set(&decision_with_everything(), &built_in);
    vec![
        ("cong-van", Picture::of(&letter, 0)),
        ("chu-ky", Picture::of(&example, 1)),
        ("phu-luc", Picture::of(&example, 2)),
        ("quyet-dinh", Picture::of(&decision, 0)),
        ("kem-theo", Picture::of(&decision, 1)),
    ]
}

#[test]
fn pages_look_as_they_did() {
    let wrong: String =
        pages().iter().filter_map(|(name, page)| same_as_picture(name, page).err()).collect();
    assert!(wrong.is_empty(), "\n{wrong}");
    for (name, page) in pages() {
        let bytes = page.png().len();
        assert!(bytes <= MOST_BYTES, "{name}.png has {bytes} bytes");
    }
}

#[test]
fn a_picture_is_read_as_it_was_written_and_a_small_change_of_the_page_is_seen() {
    let yaml = decision_with_everything();
    let page = Picture::of(&set(&yaml, &BTreeMap::new()), 0);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("page.png");
    fs::write(&path, page.png()).unwrap();
    assert!(Picture::read(&path) == page);
    let thin = BTreeMap::from([(
        "lib/text.typ".to_owned(),
        include_str!("../../templates/lib/text.typ").replace("0.4 * width", "0.5 * width").into(),
    )]);
    let changed = Picture::of(&set(&yaml, &thin), 0);
    assert!(changed.difference(&page).1 > FEW);
}
