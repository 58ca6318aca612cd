//! The rules of the decree that can be read from the XML of a Word file, one function each. All
//! lengths are twips, sizes half-points.

use vanthu::model::Directive;
use vanthu::model::blank::BOXES;
use vanthu::printed::Document;

use super::super::asked::Asked;
use super::super::verdict::{Gauge, Verdict};
use super::read::{Item, Paragraph, Table, Word};

/// A file, and what it is to be measured by.
pub(super) struct Measured<'a> {
    pub(super) word: &'a Word,
    pub(super) document: &'a Document,
    pub(super) directive: &'a Directive,
    pub(super) asked: &'a Asked,
}

/// A rule and the function that measures it.
pub(super) type Measure = (u16, fn(&Measured<'_>) -> Verdict);

/// Every measure, in the order of the specification.
pub(super) static MEASURES: &[Measure] = &[
    (6, r6),
    (7, r7),
    (8, r8),
    (9, r9),
    (11, r11),
    (16, r16),
    (17, r17),
    (18, r18),
    (21, r21),
    (22, r22),
    (23, r23),
    (27, r27),
    (33, r33),
    (38, r38),
    (39, r39),
    (40, r40),
    (41, r41),
    (43, r43),
    (48, r48),
    (53, r53),
    (54, r54),
    (55, r55),
    (56, r56),
    (57, r57),
    (58, r58),
    (65, r65),
    (66, r66),
    (70, r70),
    (73, r73),
    (74, r74),
    (76, r76),
    (77, r77),
    (85, r85),
    (86, r86),
    (87, r87),
    (89, r89),
    (90, r90),
    (94, r94),
    (95, r95),
    (96, r96),
];

/// How type must look: size from and to, bold, italic.
type Look = (i64, i64, bool, bool);

impl Measured<'_> {
    /// The paragraphs in a style, by the name that Word shows, wherever they stand.
    fn styled(&self, name: &str) -> Vec<&Paragraph> {
        let is_it = |paragraph: &&Paragraph| {
            self.word.style_names.get(&paragraph.style).is_some_and(|known| known == name)
        };
        self.all().into_iter().filter(is_it).collect()
    }

    fn all(&self) -> Vec<&Paragraph> {
        let text = self.word.sections.iter().flat_map(super::read::Section::paragraphs);
        let furniture = self.word.furniture.values();
        text.chain(furniture.flat_map(|items| super::read::paragraphs(items))).collect()
    }

    fn tables(&self) -> impl Iterator<Item = &Table> {
        let items = self.word.sections.iter().flat_map(|section| &section.items);
        items.filter_map(|item| match item {
            Item::Table(table) => Some(table),
            Item::Paragraph(_) => None,
        })
    }

    /// Every run of these paragraphs looks so.
    fn looks(&self, name: &str, (from, to, is_bold, is_italic): Look) -> Gauge {
        let mut gauge = Gauge::default();
        for run in self.styled(name).into_iter().flat_map(|it| &it.runs) {
            let is_so = (from..=to).contains(&run.size)
                && run.is_bold == is_bold
                && run.is_italic == is_italic;
            gauge.holds(is_so, || format!("{name}: {run:?}"));
        }
        gauge
    }
}

fn twips(millimetres: f64) -> i64 {
    whole(millimetres * 1_440.0 / 25.4)
}

#[expect(clippy::cast_possible_truncation, reason = "lengths of a page")]
fn whole(value: f64) -> i64 {
    value.round() as i64
}

fn is_centred(paragraphs: &[&Paragraph], gauge: &mut Gauge) {
    for it in paragraphs {
        gauge.is("centred", &it.value("jc"), &"center");
    }
}

/// A4, and nothing else unless the author asked for A3.
fn r6(it: &Measured<'_>) -> Verdict {
    let mut gauge = Gauge::default();
    for section in &it.word.sections {
        let (width, height) = section.page;
        gauge.is("paper", &(width.min(height), width.max(height)), &(11_906, 16_838));
    }
    gauge.verdict()
}

/// Pages lie only where an appendix does.
fn r7(it: &Measured<'_>) -> Verdict {
    let mut gauge = Gauge::default();
    let upright = 1 + it.document.enacted.len();
    for (index, section) in it.word.sections.iter().enumerate() {
        let (width, height) = section.page;
        gauge.is("as it says", &section.is_landscape, &(width > height));
        gauge.holds(index >= upright || !section.is_landscape, || format!("section {index}"));
    }
    gauge.verdict()
}

fn r8(it: &Measured<'_>) -> Verdict {
    let mut gauge = Gauge::default();
    let Asked { top, right, bottom, left, .. } = it.asked;
    let expected = [*top, *right, *bottom, *left].map(twips).to_vec();
    for section in &it.word.sections {
        gauge.is("margins", &section.margins[..4].to_vec(), &expected);
    }
    gauge.verdict()
}

fn r9(it: &Measured<'_>) -> Verdict {
    let mut gauge = Gauge::default();
    // The typeface has no boxes.
    let is_box = |text: &str| text.chars().all(|sign| BOXES.contains(&sign));
    let runs = it.all().into_iter().flat_map(|it| &it.runs);
    for run in runs.filter(|run| !is_box(&run.text)) {
        gauge.is("typeface", &run.font.as_str(), &"Times New Roman");
    }
    for run in it.all().into_iter().filter(|it| !it.is_framed).flat_map(|it| &it.runs) {
        gauge.is("colour", &run.color.as_str(), &"000000");
    }
    gauge.is("language", &it.word.language.as_str(), &"vi-VN");
    gauge.verdict()
}

/// Centred in the upper margin, from the second page on.
fn r11(it: &Measured<'_>) -> Verdict {
    let mut gauge = it.looks("Số trang", (26, 28, false, false));
    let numbers = it.styled("Số trang");
    gauge.is("places", &numbers.len(), &1);
    is_centred(&numbers, &mut gauge);
    let is_page = |it: &Paragraph| it.fields == ["PAGE"];
    gauge.holds(numbers.iter().all(|it| is_page(it)), || "no PAGE field".to_owned());
    for section in &it.word.sections {
        gauge.holds(section.has_title_page, || "the first page shows its number".to_owned());
        gauge.is("from the edge", &section.margins[4], &twips(10.0));
    }
    gauge.verdict()
}

fn r16(it: &Measured<'_>) -> Verdict {
    let size = whole(it.asked.sizes[0] * 2.0);
    let mut gauge = it.looks("Quốc hiệu", (size, size, true, false));
    let found = it.styled("Quốc hiệu");
    is_centred(&found, &mut gauge);
    gauge.is("text", &found[0].text().as_str(), &"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
    gauge.verdict()
}

fn r17(it: &Measured<'_>) -> Verdict {
    let size = whole(it.asked.sizes[1] * 2.0);
    let mut gauge = it.looks("Tiêu ngữ", (size, size, true, false));
    let found = it.styled("Tiêu ngữ");
    is_centred(&found, &mut gauge);
    gauge.is("text", &found[0].text().as_str(), &"Độc lập - Tự do - Hạnh phúc");
    gauge.verdict()
}

/// The rule is as wide as Tiêu ngữ, and no drawing has the number of another.
fn r18(it: &Measured<'_>) -> Verdict {
    let mut gauge = Gauge::default();
    for motto in it.styled("Tiêu ngữ") {
        let wanted = whole(it.asked.sizes[1] * 20.0 * MOTTO);
        gauge.holds(matches!(motto.rules[..], [rule] if (rule - wanted).abs() <= 20), || {
            format!("{:?} for {wanted}", motto.rules)
        });
    }
    let mut ids = it.word.drawings.clone();
    ids.sort();
    ids.dedup();
    gauge.is("numbers of drawings", &ids.len(), &it.word.drawings.len());
    gauge.verdict()
}

/// `Độc lập - Tự do - Hạnh phúc` in ems of the bold type.
const MOTTO: f64 = 12.242;

fn r21(it: &Measured<'_>) -> Verdict {
    let gauge = it.looks("Cơ quan chủ quản", (24, 26, false, false));
    gauge.verdict_or("no superior")
}

fn r22(it: &Measured<'_>) -> Verdict {
    let mut gauge = it.looks("Cơ quan ban hành", (24, 26, true, false));
    is_centred(&it.styled("Cơ quan ban hành"), &mut gauge);
    gauge.verdict_or("no issuer")
}

/// A rule of 1/3 to 1/2 of the longest line, which has no more room than its column.
fn short_rules(found: &[&Paragraph], most: i64) -> Gauge {
    let mut gauge = Gauge::default();
    for paragraph in found {
        let is_short = matches!(paragraph.rules[..], [rule] if rule > 0 && rule <= most / 2);
        gauge.holds(is_short, || format!("`{}`: {:?}", paragraph.text(), paragraph.rules));
    }
    gauge
}

fn r23(it: &Measured<'_>) -> Verdict {
    let found = it.styled("Cơ quan ban hành");
    short_rules(&found, twips(67.5)).verdict_or("no issuer")
}

fn r27(it: &Measured<'_>) -> Verdict {
    let mut gauge = it.looks("Số và ký hiệu", (26, 26, false, false));
    for number in it.styled("Số và ký hiệu") {
        gauge.holds(number.text().starts_with("Số:"), || number.text());
    }
    gauge.verdict_or("no number")
}

fn r33(it: &Measured<'_>) -> Verdict {
    let size = whole(it.asked.sizes[2] * 2.0);
    let mut gauge = it.looks("Địa danh và thời gian", (size, size, false, true));
    is_centred(&it.styled("Địa danh và thời gian"), &mut gauge);
    gauge.verdict_or("no date")
}

fn r38(it: &Measured<'_>) -> Verdict {
    let mut gauge = it.looks("Tên loại", (26, 28, true, false));
    is_centred(&it.styled("Tên loại"), &mut gauge);
    gauge.verdict_or("no title")
}

fn r39(it: &Measured<'_>) -> Verdict {
    let mut gauge = it.looks("Trích yếu", (26, 28, true, false));
    is_centred(&it.styled("Trích yếu"), &mut gauge);
    gauge.verdict_or("no title")
}

/// Under that of the document itself; not under those of what it puts into force (R92).
fn r40(it: &Measured<'_>) -> Verdict {
    let found = it.styled("Trích yếu");
    short_rules(&found[..found.len().min(1)], twips(165.0)).verdict_or("no title")
}

fn r41(it: &Measured<'_>) -> Verdict {
    let mut gauge = it.looks("Trích yếu công văn", (24, 26, false, false));
    for subject in it.styled("Trích yếu công văn") {
        gauge.is("above", &subject.number("before"), &120);
        gauge.holds(subject.text().starts_with("V/v "), || subject.text());
        gauge.holds(subject.rules.is_empty(), || "a rule".to_owned());
    }
    gauge.verdict_or("no công văn")
}

fn r43(it: &Measured<'_>) -> Verdict {
    let mut gauge = it.looks("Căn cứ", (26, 28, false, true));
    for basis in it.styled("Căn cứ") {
        gauge.holds(basis.text().ends_with([';', '.']), || basis.text());
    }
    gauge.verdict_or("no bases of their own")
}

fn r48(it: &Measured<'_>) -> Verdict {
    let mut gauge = it.looks("Phần - chương - mục", (26, 28, true, false));
    let found = it.styled("Phần - chương - mục");
    is_centred(&found, &mut gauge);
    for heading in found {
        gauge.holds(!heading.value("outlineLvl").is_empty(), || heading.text());
        gauge.is("with the next", &heading.value("keepNext"), &"1");
    }
    gauge.verdict_or("no phần, chương or mục")
}

/// Headings: bold, not centred, with the text behind them, named for the outline.
fn r53(it: &Measured<'_>) -> Verdict {
    let mut gauge = Gauge::default();
    for heading in it.styled("Tiêu đề mục - điều - khoản") {
        gauge.holds(heading.runs.iter().all(|run| run.is_bold), || heading.text());
        gauge.is("justified", &heading.value("jc"), &"both");
        gauge.is("with the next", &heading.value("keepNext"), &"1");
        gauge.holds(!heading.value("outlineLvl").is_empty(), || heading.text());
    }
    gauge.verdict_or("no headings")
}

fn r54(it: &Measured<'_>) -> Verdict {
    let size = whole(it.asked.body * 2.0);
    let mut gauge = Gauge::default();
    for run in it.styled("Nội dung").into_iter().flat_map(|it| &it.runs) {
        gauge.is("size", &run.size, &size);
    }
    gauge.is("by default", &it.word.default_size, &size);
    gauge.verdict()
}

fn r55(it: &Measured<'_>) -> Verdict {
    let mut gauge = Gauge::default();
    for name in ["Nội dung", "Căn cứ"] {
        for paragraph in it.styled(name) {
            gauge.is("justified", &paragraph.value("jc"), &"both");
            gauge.is("no single lines", &paragraph.value("widowControl"), &"1");
        }
    }
    gauge.verdict_or("no text")
}

/// Paragraphs of the text, căn cứ and headings.
const RUNNING: [&str; 3] = ["Nội dung", "Căn cứ", "Tiêu đề mục - điều - khoản"];

fn r56(it: &Measured<'_>) -> Verdict {
    let mut gauge = Gauge::default();
    for paragraph in RUNNING.iter().flat_map(|name| it.styled(name)) {
        gauge.is("first line", &paragraph.number("first"), &twips(it.asked.indent));
        gauge.is("others", &paragraph.number("left"), &0);
    }
    gauge.verdict_or("no text")
}

fn r57(it: &Measured<'_>) -> Verdict {
    let mut gauge = Gauge::default();
    for paragraph in RUNNING.iter().flat_map(|name| it.styled(name)) {
        let before = paragraph.number("before");
        gauge.holds(before >= whole(it.asked.gap * 20.0), || format!("{before} before"));
    }
    gauge.verdict_or("no text")
}

fn r58(it: &Measured<'_>) -> Verdict {
    let mut gauge = Gauge::default();
    let step = whole(it.asked.step / 1.149 * 240.0);
    for paragraph in RUNNING.iter().flat_map(|name| it.styled(name)) {
        gauge.is("rule of lines", &paragraph.value("rule"), &"auto");
        gauge.is("lines", &paragraph.number("line"), &step);
        gauge.holds((240..=360).contains(&paragraph.number("line")), || "range".to_owned());
    }
    gauge.verdict_or("no text")
}

fn r65(it: &Measured<'_>) -> Verdict {
    let mut gauge = it.looks("Quyền hạn và chức vụ", (26, 28, true, false));
    for line in it.styled("Quyền hạn và chức vụ") {
        gauge.is("capitals", &line.text(), &line.text().to_uppercase());
    }
    gauge.verdict_or("nobody signs")
}

fn r66(it: &Measured<'_>) -> Verdict {
    let mut gauge = it.looks("Họ và tên người ký", (26, 28, true, false));
    is_centred(&it.styled("Họ và tên người ký"), &mut gauge);
    gauge.verdict_or("no name")
}

/// At least 25 mm for the signature, above the first line of each name or below the last of a title.
fn r70(it: &Measured<'_>) -> Verdict {
    let mut gauge = Gauge::default();
    let appended = it.directive.appended.iter().flat_map(|appended| &appended.signatories);
    let signers = it.directive.signatories.iter().chain(appended);
    let signers = signers.filter(|it| it.name.is_some()).count();
    let names = it.styled("Họ và tên người ký");
    let with_room = names.iter().filter(|it| it.number("before") >= twips(25.0)).count();
    if signers > 0 {
        gauge.is("names with room", &with_room, &signers);
    }
    gauge.verdict_or("no name")
}

fn r73(it: &Measured<'_>) -> Verdict {
    let size = whole(it.asked.body * 2.0);
    it.looks("Kính gửi", (size, size, false, false)).verdict_or("no addressee")
}

/// Dashes stand under each other, and what wraps hangs behind them.
fn r74(it: &Measured<'_>) -> Verdict {
    let mut gauge = Gauge::default();
    let entries = it.styled("Kính gửi - danh sách");
    for entry in &entries {
        gauge.holds(entry.text().starts_with("- "), || entry.text());
        gauge.holds(entry.number("hanging") > 0, || "nothing hangs".to_owned());
        gauge.is("left", &entry.number("left"), &entries[0].number("left"));
    }
    gauge.verdict_or("no list of addressees")
}

fn r76(it: &Measured<'_>) -> Verdict {
    it.looks("Nơi nhận", (24, 24, true, true)).verdict_or("no recipients")
}

fn r77(it: &Measured<'_>) -> Verdict {
    let mut gauge = it.looks("Nơi nhận - danh sách", (22, 22, false, false));
    for entry in it.styled("Nơi nhận - danh sách") {
        gauge.holds(entry.text().starts_with("- "), || entry.text());
    }
    gauge.verdict_or("no recipients")
}

fn r85(it: &Measured<'_>) -> Verdict {
    let mut gauge = it.looks("Phụ lục", (28, 28, true, false));
    is_centred(&it.styled("Phụ lục"), &mut gauge);
    gauge.verdict_or("no appendix")
}

fn r86(it: &Measured<'_>) -> Verdict {
    let mut gauge = it.looks("Tên phụ lục", (26, 28, true, false));
    is_centred(&it.styled("Tên phụ lục"), &mut gauge);
    for title in it.styled("Tên phụ lục") {
        gauge.is("capitals", &title.text(), &title.text().to_uppercase());
    }
    gauge.verdict_or("no title of an appendix")
}

fn r87(it: &Measured<'_>) -> Verdict {
    let mut gauge = it.looks("Kèm theo", (26, 28, false, true));
    is_centred(&it.styled("Kèm theo"), &mut gauge);
    gauge.verdict_or("no appendix")
}

fn r89(it: &Measured<'_>) -> Verdict {
    short_rules(&it.styled("Kèm theo"), twips(270.0)).verdict_or("no appendix")
}

/// Each part numbers its own pages.
fn r90(it: &Measured<'_>) -> Verdict {
    let mut gauge = Gauge::default();
    let parts = 1 + it.document.enacted.len() + it.document.appendices.len();
    gauge.is("sections", &it.word.sections.len(), &parts);
    for section in &it.word.sections {
        gauge.is("begins with", &section.first_number, &Some(1));
    }
    gauge.verdict()
}

/// The frame is so wide in the left column, and red.
fn r94(it: &Measured<'_>) -> Verdict {
    let mut gauge = Gauge::default();
    let left = it.tables().next().map_or(0, |table| table.widths[0]);
    for stamp in it.styled("Dấu khung").iter().filter(|it| it.runs[0].color == "FF0000") {
        let width = left - stamp.number("left") - stamp.number("right");
        let wanted = match stamp.text().as_str() {
            "HOẢ TỐC" => 30.0,
            "THƯỢNG KHẨN" => 40.0,
            _ => 20.0,
        };
        gauge.holds((width - twips(wanted)).abs() <= 2, || format!("{width} wide"));
        gauge.is("high", &stamp.number("line"), &twips(8.0));
        gauge.holds(stamp.is_framed, || "no frame".to_owned());
    }
    match it.directive.urgency {
        Some(_) => gauge.verdict(),
        None => gauge.verdict_or("no urgency"),
    }
}

fn r95(it: &Measured<'_>) -> Verdict {
    if it.directive.circulation.is_none() {
        return Verdict::NotApplicable("no circulation");
    }
    let mut gauge = Gauge::default();
    let name = it.word.sections[0].references.get("header first");
    let items = name.and_then(|name| it.word.furniture.get(name));
    let stamps = items.map(|items| super::read::paragraphs(items)).unwrap_or_default();
    gauge.is("stamps in the upper margin", &stamps.len(), &1);
    gauge.holds(stamps.iter().all(|it| it.is_framed), || "no frame".to_owned());
    gauge.verdict()
}

/// At the foot of the first page, below a rule as wide as the text.
fn r96(it: &Measured<'_>) -> Verdict {
    let mut gauge = it.looks("Địa chỉ liên hệ", (22, 24, false, false));
    let text = 11_906 - twips(it.asked.left) - twips(it.asked.right);
    for first in it.styled("Địa chỉ liên hệ").into_iter().take(1) {
        gauge.holds(matches!(first.rules[..], [rule] if (rule - text).abs() <= 2), || {
            format!("{:?} for {text}", first.rules)
        });
    }
    gauge.verdict_or("no address")
}
