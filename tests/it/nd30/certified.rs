//! The block and the mark of certified copies (Mẫu 3.1, 3.2; M52–M64) on paper: positions, sizes and
//! order, over copies that differ in all that may differ, and where templates are broken on purpose.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::thread;

use vanthu::model::kind::Kind;
use vanthu::render::typst::templates::BUILT_IN;

use super::STACK;
use super::asked::{AIRY, Asked, DENSE, NARROW, WIDE};
use super::paper::MARGIN;
use super::press::Press;
use crate::pdf::{Line, Page, Pdf};

/// Where the text of the source ends, in millimetres from the upper edge of the page.
const SOURCE_ENDS: f64 = (842.0 - 600.0) * 25.4 / 72.0;

/// A copy to be measured.
#[derive(Clone)]
struct Copy {
    kind: &'static str,
    issuer: &'static str,
    cc: usize,
    is_draft: bool,
    signer: &'static str,
    asked: &'static Asked,
}

const SHORT: &str = "Sở Y tế";
const LONG: &str = "Ban Quản lý dự án đầu tư xây dựng các công trình dân dụng và công nghiệp";

impl Copy {
    fn new(kind: &'static str) -> Self {
        let signer = "authority: [TL. Chủ tịch], title: Chánh Văn phòng, name: Phạm Thị Lan";
        Self {
            kind,
            issuer: "Ủy ban nhân dân xã An Lạc",
            cc: 3,
            is_draft: false,
            signer,
            asked: &WIDE,
        }
    }

    fn code(&self) -> &'static str {
        Kind::find(self.kind).and_then(|kind| kind.code).expect("copies have a code")
    }

    fn yaml(&self) -> String {
        let open = self.is_draft;
        let number = if open { "" } else { "number: 5\ndate: 2026-03-16\nstatus: issued\n" };
        let cc: Vec<String> = (1..=self.cc).map(|at| format!("Phòng {at}")).collect();
        let file = if self.kind == "trich-sao" { "quyet-dinh.yaml" } else { "nguon.pdf" };
        format!(
            "kind: {}\nissuer: {{name: {}, parent: Ủy ban nhân dân tỉnh}}\n{number}\
             symbol: {}-UBND\nplace: An Lạc\nsubject: Thông báo\n\
             source: {{file: {file}, from: paper}}\n\
             recipients: {{cc: [{}], file: {{}}}}\nsignatory: {{{}}}\n",
            self.kind,
            self.issuer,
            self.code(),
            cc.join(", "),
            self.signer
        )
    }

    fn name(&self) -> String {
        let Self { kind, issuer, cc, is_draft, signer, asked } = self;
        format!("{kind} of {issuer}, {cc} cc, draft {is_draft}, {signer}, {}", asked.name)
    }
}

/// Each thing varied by itself, in all profiles.
fn matrix() -> Vec<Copy> {
    let mut copies = Vec::new();
    for kind in ["sao-y", "sao-luc", "trich-sao"] {
        copies.push(Copy::new(kind));
        copies.push(Copy { is_draft: true, ..Copy::new(kind) });
        copies.extend([SHORT, LONG].map(|issuer| Copy { issuer, ..Copy::new(kind) }));
        copies.extend([0, 12].map(|cc| Copy { cc, ..Copy::new(kind) }));
        let signer = "title: Chủ tịch, name: Công Huyền Tôn Nữ Thị Nguyệt Minh Châu";
        copies.push(Copy { signer, ..Copy::new(kind) });
    }
    let of =
        |asked: &'static Asked| copies.clone().into_iter().map(move |copy| Copy { asked, ..copy });
    [&WIDE, &NARROW, &*AIRY, &*DENSE].into_iter().flat_map(of).collect()
}

/// What is wrong, by what it is about.
#[derive(Default)]
struct Faults(BTreeMap<&'static str, String>);

impl Faults {
    fn near(&mut self, what: &'static str, found: f64, expected: f64, off: f64) {
        self.holds(what, (found - expected).abs() <= off, || {
            format!("found {found:.2}, expected {expected:.2} ± {off}")
        });
    }

    fn holds(&mut self, what: &'static str, is_so: bool, why: impl FnOnce() -> String) {
        if !is_so {
            self.0.entry(what).or_insert_with(why);
        }
    }

    /// Bold, italic, and size.
    fn set_in(&mut self, what: &'static str, line: &Line, (bold, italic): (bool, bool), size: f64) {
        let wrong = line.glyphs().find(|glyph| {
            let font = &glyph.font;
            (font.is_bold, font.is_italic) != (bold, italic) || (glyph.size - size).abs() > 0.05
        });
        self.holds(what, wrong.is_none(), || format!("`{}`: {wrong:?}", line.text()));
    }
}

/// The page with the block, and the number of pages.
fn page_of(pdf: &Pdf) -> Option<&Page> {
    pdf.pages.iter().rev().find(|page| !page.lines().is_empty())
}

/// Measures one block.
fn faults(press: &Press, copy: &Copy) -> Faults {
    let mut faults = Faults::default();
    let pdf = match press.set(&copy.yaml(), copy.asked) {
        Ok(pressed) => Pdf::read(&pressed.pdf),
        Err(why) => {
            faults.holds("set", false, || why);
            return faults;
        }
    };
    let Some(page) = page_of(&pdf) else {
        faults.holds("set", false, || "no block".to_owned());
        return faults;
    };
    let lines = page.lines();
    let words = if copy.kind == "trich-sao" {
        "TRÍCH SAO"
    } else if copy.kind == "sao-y" {
        "SAO Y"
    } else {
        "SAO LỤC"
    };
    let Some(at) = lines.iter().position(|line| line.text() == words) else {
        faults.holds("words", false, || page.text());
        return faults;
    };
    let name = &lines[at];
    let block = Block::new(page, copy, name, &lines);
    match block {
        Ok(block) => block.measure(copy, page, &mut faults),
        Err(why) => faults.holds("parts", false, || format!("{why}\n{}", page.text())),
    }
    if copy.kind != "trich-sao" {
        let pages = pdf.pages.iter().filter(|page| !page.lines().is_empty()).count();
        faults.holds("one sheet", pages == 1, || format!("{pages} pages"));
    }
    faults
}

/// The parts of a block.
struct Block<'a> {
    name: &'a Line,
    issuer: Vec<&'a Line>,
    number: &'a Line,
    date: &'a Line,
    heading: &'a Line,
    entries: Vec<&'a Line>,
    signer: Vec<&'a Line>,
    /// The rule above all of it.
    rule: f64,
    rule_ends: (f64, f64),
    rule_width: f64,
    /// The lowest line before it.
    before: f64,
}

impl<'a> Block<'a> {
    fn new(page: &Page, copy: &Copy, name: &'a Line, lines: &'a [Line]) -> Result<Self, String> {
        let text = 210.0 - copy.asked.left - copy.asked.right;
        let rules = page.strokes().iter().filter(|it| (it.from.1 - it.to.1).abs() < 0.05);
        let rule = rules
            .filter(|it| it.from.1 < name.y() && it.to.0 - it.from.0 > text * 0.7)
            .max_by(|one, other| one.from.1.total_cmp(&other.from.1))
            .ok_or("no rule above it")?;
        let top = rule.from.1;
        let own: Vec<&Line> = lines.iter().filter(|line| line.y() > top).collect();
        let part = |what: &str, is: &dyn Fn(&Line) -> bool| {
            own.iter().copied().find(|line| is(line)).ok_or_else(|| format!("no {what}"))
        };
        let number = part("number", &|line| line.text().starts_with("Số:"))?;
        let date = part("date", &|line| line.text().contains(", ngày"))?;
        let heading = part("Nơi nhận", &|line| line.text().starts_with("Nơi nhận"))?;
        let middle = copy.asked.left + text / 2.0;
        let below = |line: &&&Line| line.y() > number.y() + 1.0;
        let is_entry = |line: &&&Line| line.text().starts_with("- ") || line.x0() < middle - 30.0;
        let entries: Vec<&Line> = own
            .iter()
            .filter(below)
            .filter(is_entry)
            .filter(|line| !line.text().starts_with("Nơi"))
            .copied()
            .collect();
        let signer: Vec<&Line> =
            own.iter().filter(below).filter(|line| !is_entry(line)).copied().collect();
        let issuer = own
            .iter()
            .filter(|line| line.y() < number.y() - 1.0 && line.x1() < middle)
            .copied()
            .collect();
        let before = lines.iter().map(Line::y).filter(|y| *y < top).fold(0.0, f64::max);
        Ok(Self {
            name,
            issuer,
            number,
            date,
            heading,
            entries,
            signer,
            rule: top,
            rule_ends: (rule.from.0, rule.to.0),
            rule_width: rule.width,
            before,
        })
    }

    fn measure(&self, copy: &Copy, page: &Page, faults: &mut Faults) {
        let Asked { left, right, sizes, body, .. } = *copy.asked;
        let text = 210.0 - left - right;
        // M60: the rule: across the text, thin; close below the last line of the source.
        faults.near("rule", self.rule_ends.0, left, 0.1);
        faults.near("rule", self.rule_ends.1, 210.0 - right, 0.1);
        faults.near("rule", self.rule_width, 0.75, 0.1);
        let (before, off) =
            if copy.kind == "trich-sao" { (self.before, 3.0) } else { (SOURCE_ENDS, 2.0) };
        // On a sheet of its own only the number of the page is above it.
        if before > MARGIN {
            faults.near("distance", self.rule - before, 6.5, off);
        }
        // Ô 2 and 1, level; in the middles of columns of 70,1 and 93,9 of 164.
        let columns = [left + text * 35.05 / 164.0, left + text * (70.1 + 46.95) / 164.0];
        faults.holds("issuer", !self.issuer.is_empty(), || "none".to_owned());
        for line in &self.issuer {
            faults.set_in("issuer", line, (true, false), sizes[0]);
            faults.near("issuer", line.center(), columns[0], 0.6);
            faults.holds("issuer", line.text() == line.text().to_uppercase(), || line.text());
        }
        let said: String = self.issuer.iter().map(|line| line.text()).collect();
        let bare = |text: &str| text.to_uppercase().split_whitespace().collect::<String>();
        faults.holds("issuer", bare(&said) == bare(copy.issuer), || said.clone());
        faults.set_in("name", self.name, (true, false), body);
        faults.holds("name", (13.0..=14.0).contains(&body), || format!("{body}"));
        faults.near("name", self.name.center(), columns[1], 0.6);
        if let Some(first) = self.issuer.first() {
            faults.near("level", first.y(), self.name.y(), 0.6);
            // R23: the short rule under the agency.
            let last = self.issuer.last().unwrap_or(first);
            let widest = self.issuer.iter().map(|line| line.width()).fold(0.0, f64::max);
            let rule = page.strokes().iter().find(|it| {
                it.from.1 > last.y()
                    && it.from.1 < self.number.y()
                    && it.to.0 - it.from.0 < text / 2.0
            });
            let share = rule.map_or(0.0, |it| (it.to.0 - it.from.0) / widest);
            faults.holds("short rule", (0.33..=0.5).contains(&share), || format!("{share:.2}"));
        }
        // Ô 3 and 4: level, an empty line below ô 1.
        faults.set_in("number", self.number, (false, false), 13.0);
        faults.near("number", self.number.center(), columns[0], 0.6);
        faults.set_in("date", self.date, (false, true), 13.0);
        // The room for the day of a draft is no word.
        if !copy.is_draft {
            faults.near("date", self.date.center(), columns[1], 0.6);
        }
        faults.near("number and date", self.number.y(), self.date.y(), 0.3);
        let under = self.issuer.last().map_or(self.name.y(), |line| line.y());
        let gap = self.number.y() - under;
        faults.holds("gap", (9.0..=13.0).contains(&gap), || format!("{gap:.2}"));
        let code = format!("/{}-UBND", copy.code());
        faults.holds("number", self.number.text().ends_with(&code), || self.number.text());
        self.foot(copy, page, faults);
    }

    /// Nơi nhận and who signs; what is not to be there.
    fn foot(&self, copy: &Copy, page: &Page, faults: &mut Faults) {
        let Asked { left, right, bottom, body, .. } = *copy.asked;
        let text = 210.0 - left - right;
        // Ô 7: Nơi nhận.
        faults.set_in("heading of Nơi nhận", self.heading, (true, true), 12.0);
        faults.near("heading of Nơi nhận", self.heading.x0(), left, 0.6);
        for line in &self.entries {
            faults.set_in("Nơi nhận", line, (false, false), 11.0);
            faults.near("Nơi nhận", line.x0(), left, 3.0);
        }
        let last = self.entries.last().map(|line| line.text()).unwrap_or_default();
        faults.holds("Nơi nhận", last == "- Lưu: VT.", || last.clone());
        // Ô 5a and 5b, with 25 mm between them.
        for line in &self.signer {
            faults.set_in("signer", line, (true, false), body);
            faults.near("signer", line.center(), left + 73.0 + (text - 73.0) / 2.0, 0.8);
        }
        let room = self.signer.windows(2).map(|two| two[1].y() - two[0].y()).fold(0.0, f64::max);
        faults.holds("room to sign", (25.0..45.0).contains(&room), || format!("{room:.2}"));
        // Neither Quốc hiệu nor the superior of who copies (M60).
        let below: String = page
            .lines()
            .iter()
            .filter(|line| line.y() > self.rule)
            .map(|line| line.text().to_uppercase())
            .collect();
        faults.holds("no head", !below.contains("CỘNG HÒA"), || below.clone());
        faults.holds("no superior", !below.contains("NHÂN DÂN TỈNH"), || below.clone());
        let end = page.lines().iter().map(Line::y).fold(0.0, f64::max);
        faults.holds("margin", end <= 297.0 - bottom, || format!("{end:.2}"));
    }
}

/// Runs on a thread with room for Typst.
fn deep<T: Send>(work: impl FnOnce() -> T + Send) -> T {
    thread::scope(|scope| {
        let thread = thread::Builder::new().stack_size(STACK).spawn_scoped(scope, work);
        thread.expect("a thread can be started").join().expect("measuring does not panic")
    })
}

#[test]
fn r104_holds_on_copies_of_every_kind() {
    let wrong = deep(|| {
        let press = Press::new(&BTreeMap::new());
        let all = matrix();
        assert!(all.len() > 80, "{}", all.len());
        let mut wrong = String::new();
        for copy in &all {
            for (what, why) in faults(&press, copy).0 {
                let _ = writeln!(wrong, "{what} of {}: {why}", copy.name());
            }
        }
        wrong
    });
    assert!(wrong.is_empty(), "\n{}", wrong.lines().take(40).collect::<Vec<_>>().join("\n"));
}

/// Where, what becomes what, and what is found.
const BREAKS: &[(&str, &str, &str, &[&str])] = &[
    ("lib/copy.typ", "line(length: 100%, stroke", "line(length: 90%, stroke", &["rule"]),
    ("lib/copy.typ", "length: 100%, stroke: rule-stroke", "length: 100%, stroke: 2pt", &["rule"]),
    ("lib/copy.typ", "v(start - p.top)", "v(start - p.top + 5mm)", &["distance"]),
    ("lib/copy.typ", "v(start - p.top)", "v(start - p.top - 6mm)", &["distance"]),
    ("lib/copy.typ", "70.1 / 164", "60 / 164", &["date", "issuer", "name", "number"]),
    ("lib/copy.typ", "bold(p.national)", "bold(16pt)", &["issuer", "level"]),
    (
        "lib/copy.typ",
        "text(size: p.body, weight: \"bold\", top-edge: 0.891 * p.national, name)",
        "text(size: p.body, top-edge: 0.891 * p.national, name)",
        &["name"],
    ),
    (
        "lib/copy.typ",
        "text(size: p.body, weight: \"bold\", top-edge: 0.891 * p.national, name)",
        "text(size: 16pt, weight: \"bold\", top-edge: 0.891 * p.national, name)",
        &["name"],
    ),
    (
        "lib/copy.typ",
        "text(size: p.body, weight: \"bold\", top-edge: 0.891 * p.national, name)",
        "pad(top: 5mm, text(size: p.body, weight: \"bold\", top-edge: 0.891 * p.national, name))",
        &["level"],
    ),
    ("lib/copy.typ", "short-rule(issuer.width)", "short-rule(2 * issuer.width)", &["short rule"]),
    ("lib/copy.typ", "row-gutter: part-gap", "row-gutter: 1pt", &["gap"]),
    (
        "lib/copy.typ",
        "text(size: 13pt, style: \"italic\", date)",
        "text(size: 13pt, date)",
        &["date"],
    ),
    (
        "lib/copy.typ",
        "text(size: 13pt, style: \"italic\", date)",
        "text(size: 14pt, style: \"italic\", date)",
        &["date", "number and date"],
    ),
    (
        "lib/copy.typ",
        "number-line(p, number)",
        "text(size: 11pt, number)",
        &["number", "number and date"],
    ),
    (
        "lib/signature.typ",
        "size: p.recipients, weight: \"bold\", style: \"italic\"",
        "size: p.recipients, style: \"italic\"",
        &["heading of Nơi nhận"],
    ),
    (
        "lib/signature.typ",
        "#let signature-room = 26mm",
        "#let signature-room = 12mm",
        &["room to sign"],
    ),
    (
        "lib/copy.typ",
        "  show: compact\n  line(",
        "  show: compact\n  [CỘNG HÒA]\n  line(",
        &["distance"],
    ),
    ("sao.typ", "  alone: ", "  alone: false and ", &[]),
];

#[test]
fn a_broken_template_fails_what_it_breaks_and_nothing_else() {
    let wrong = deep(|| {
        let mut wrong = String::new();
        for (template, from, to, expected) in BREAKS {
            let built_in = BUILT_IN.iter().find(|(name, _)| name == template);
            let text = built_in.expect("it is a template").1;
            if text.matches(from).count() != 1 {
                let _ = writeln!(wrong, "`{from}` does not stand once in {template}");
                continue;
            }
            let own =
                BTreeMap::from([((*template).to_owned(), text.replace(from, to).into_bytes())]);
            let found = faults(&Press::new(&own), &Copy::new("sao-y")).0;
            let names: BTreeSet<&str> = found.keys().copied().collect();
            if names != expected.iter().copied().collect() {
                let _ = writeln!(wrong, "{template}: `{to}`: {found:#?}");
            }
        }
        wrong
    });
    assert!(wrong.is_empty(), "\n{wrong}");
}

/// R102, M52: 10 pt, upright, black, on the right above the text.
#[test]
fn r102_holds_on_the_mark() {
    let found = deep(|| {
        let press = Press::new(&BTreeMap::new());
        let mut wrong = Vec::new();
        for asked in [&WIDE, &NARROW, &*AIRY, &*DENSE] {
            for issuer in [SHORT, LONG] {
                let yaml = format!(
                    "kind: sao-y\nissuer: {{name: {issuer}}}\nsymbol: SY-UBND\nsubject: Thông báo\n\
                     source: {{file: nguon.pdf, from: paper, to: electronic, \
                     signed_at: \"2026-04-02T17:08:02+07:00\"}}\n"
                );
                let pressed = press.set(&yaml, asked).expect("it can be set");
                let pdf = Pdf::read(&pressed.pdf);
                let lines = pdf.pages[0].lines();
                let said: Vec<String> = lines.iter().map(Line::text).collect();
                let said = said.join(" ");
                let wanted = format!("Sao y; {issuer}; 02/04/2026; 17:08:02; +07:00");
                let is_set = lines.iter().flat_map(Line::glyphs).all(|glyph| {
                    let font = &glyph.font;
                    !font.is_bold && !font.is_italic && (glyph.size - 10.0).abs() < 0.05
                });
                let edge = 210.0 - asked.right;
                let is_there = lines.iter().all(|line| {
                    line.x0() > edge - 81.5
                        && line.x1() < edge + 0.1
                        && line.y() > 6.0
                        && line.y() < asked.top
                });
                if said != wanted || !is_set || !is_there {
                    wrong.push(format!("{}: {said} {is_set} {is_there} {lines:?}", asked.name));
                }
            }
        }
        wrong
    });
    assert!(found.is_empty(), "{found:#?}");
}
