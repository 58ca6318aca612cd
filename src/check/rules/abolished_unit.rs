//! D155

use std::cell::LazyCell;
use std::ops::Range;

use jiff::civil::Date;

use crate::check::days::printed;
use crate::check::prose::{Part, Prose};
use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::check::units::{self, Absent, What, past};
use crate::diagnostic::Message;
use crate::model::catalog::Unit;

rule! {
    /// A unit in a document dated when it was no more, or not yet: one of the 29 provinces, and of the
    /// districts, towns and communes, that ended on 01/7/2025, or what the catalog says of its `units`.
    ///
    /// ## Why
    /// The district level ended on 01/7/2025 and provinces were merged; a task given to a unit that
    /// is no more is nobody's.
    ///
    /// Looked at: issuer, recipients, signature and body; not bases, titles of cited documents, quoted
    /// words, names of projects, schools and works (`dự án`, `Trường`), and sentences that speak of what
    /// was (`cũ`, `trước đây`, `sáp nhập`, a day before the end of the unit). Who is asked to do
    /// something (`giao`, `đề nghị`) is meant as he is today, whatever else the sentence says. Units
    /// of the catalog also in tables, others in a cell where a body acts (`UBND huyện …`). Of communes of one
    /// name, one that is there is meant.
    ///
    /// The units, and what took their place, are those of the conversion table of the National
    /// Statistics Office (2025) and of the acts of 2026 on Đồng Nai, Quảng Ninh and Bắc Ninh.
    ///
    /// ## Bad
    /// ```yaml
    /// date: 2026-03
    /// body: Giao UBND huyện Nam Sách rà soát hộ nghèo./.
    /// ```
    ///
    /// ## Good
    /// ```yaml
    /// date: 2026-03
    /// body: Giao Ủy ban nhân dân xã Nam Sách rà soát hộ nghèo./.
    /// ```
    ///
    /// ## Basis
    /// Luật 72/2025/QH15, Điều 51; NQ 202/2025/QH15 (R150, R151, R155, R156)
    ///
    /// ## Là gì
    /// Nhắc đến một đơn vị vào ngày đơn vị đó không còn hoặc chưa có: 29 tỉnh, các huyện, quận, thị
    /// xã, thành phố thuộc tỉnh, xã, phường, thị trấn đã kết thúc ngày 01/7/2025, hoặc đơn vị mà danh
    /// mục (`units`) ghi ngày.
    ///
    /// ## Vì sao
    /// Cấp huyện kết thúc từ 01/7/2025, nhiều tỉnh đã sáp nhập; giao việc cho đơn vị không còn thì
    /// không ai làm.
    ///
    /// Chỉ xét cơ quan ban hành, nơi nhận, chữ ký và nội dung; không xét căn cứ, trích yếu của văn bản
    /// viện dẫn, chữ trong dấu nháy, tên dự án, trường học, công trình (`dự án`, `Trường`), câu nói về
    /// trước đây (`cũ`, `trước đây`, `sáp nhập`, một ngày trước khi đơn vị kết thúc). Đơn vị được giao
    /// việc (`giao`, `đề nghị`) thì luôn xét, dù câu còn nói gì khác. Đơn vị của danh mục xét cả trong
    /// bảng, các đơn vị khác xét trong ô có cơ quan làm việc (`UBND huyện …`). Nhiều xã cùng tên
    /// mà một xã còn thì coi là nói về xã đó.
    ///
    /// Đơn vị cũ và đơn vị thay thế lấy theo bảng chuyển đổi của Cục Thống kê (2025) và các nghị quyết
    /// năm 2026 về Đồng Nai, Quảng Ninh, Bắc Ninh.
    ///
    /// ## Căn cứ
    /// Luật 72/2025/QH15, Điều 51; NQ 202/2025/QH15 (R150, R151, R155, R156)
    "D155" "abolished-unit" Warning => check
}

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    let Some(period) = input.directive.date.period() else { return };
    let parts = [
        Part::Issuer,
        Part::Recipients,
        Part::Signature,
        Part::Heading,
        Part::Paragraph,
        Part::Note,
    ];
    let is_month_known = input.directive.date.month().is_some();
    let home = LazyCell::new(|| {
        let of_issuer = input.prose.iter().filter(|prose| prose.part == Part::Issuer);
        units::province_of(of_issuer.map(|prose| prose.text.as_str()))
    });
    for prose in input.prose.iter().filter(|prose| parts.contains(&prose.part)) {
        let known =
            if is_month_known { built_in(prose, period.0, input, &home) } else { Vec::new() };
        let of_office = in_catalog(prose, input, period);
        // What the office says of a unit goes before what the program knows.
        let is_new = |found: &&Found| of_office.iter().all(|other| !found.overlaps(other));
        for found in known.iter().filter(is_new).chain(&of_office) {
            found.tell(prose, report);
        }
    }
    for prose in input.prose.iter().filter(|prose| matches!(prose.part, Part::Table | Part::Cell)) {
        // In a cell of a table a body acts; a name may be that of a place of before.
        if prose.part == Part::Cell && is_month_known {
            let acting = built_in(prose, period.0, input, &home);
            acting.iter().filter(|found| found.acts).for_each(|found| found.tell(prose, report));
        }
        for found in in_catalog(prose, input, period) {
            found.tell(prose, report);
        }
    }
}

/// A unit named in a text, and what is the matter with it.
struct Found {
    range: Range<usize>,
    /// `district` for a level, `province` for one that is part of another, `unit` for one that is no
    /// more, `later` for one that is not yet.
    what: &'static str,
    /// The first day without it, or with it.
    since: String,
    /// Where it belongs now, if that is known.
    successor: String,
    /// Whether it is named as one who acts: `UBND huyện …`.
    acts: bool,
}

impl Found {
    fn overlaps(&self, other: &Self) -> bool {
        self.range.start < other.range.end && other.range.start < self.range.end
    }

    fn tell(&self, prose: &Prose, report: &mut RuleReport<'_>) {
        let words = &prose.text[self.range.clone()];
        let message = Message::new("abolished-unit")
            .with("unit", words)
            .with("since", &self.since)
            .with("successor", &self.successor)
            .with("what", self.what);
        report.emit(prose.span(self.range.clone()), message).subject = Some(words.to_owned());
    }
}

/// Units that the program knows. Where the day is open, the first of the month is meant: the last
/// would be a guess.
fn built_in(
    prose: &Prose,
    day: Date,
    input: &RuleInput<'_>,
    home: &LazyCell<Option<usize>, impl FnOnce() -> Option<usize>>,
) -> Vec<Found> {
    if !units::may_name(&prose.text, prose.word_starts()) {
        return Vec::new();
    }
    let names = input.context.catalog.unit_names();
    let of_office: Vec<Range<usize>> =
        names.find_in(&prose.text, prose.word_starts()).map(|(range, _)| range).collect();
    let is_meant = |absent: &Absent| {
        let Range { start, end } = absent.range;
        of_office.iter().all(|it| it.end <= start || end <= it.start)
            && !is_past(prose, &absent.range, absent.since, input)
            && !is_in_title(prose, start, absent.since, input)
            && (absent.acts
                || !is_in_name(&prose.text[past::sentence(&prose.text, start).start..start]))
    };
    let absent = units::find(&prose.text, day, **home);
    let found = absent.into_iter().filter(is_meant).map(|absent| Found {
        range: absent.range,
        what: match absent.what {
            What::Merged => "province",
            What::Replaced => "replaced",
            What::Level => "district",
            What::Gone => "unit",
        },
        since: printed(absent.since),
        successor: absent.successor,
        acts: absent.acts,
    });
    found.collect()
}

/// Whether a unit at `start` stands in what is said of a cited document of the time before `since`.
fn is_in_title(prose: &Prose, start: usize, since: Date, input: &RuleInput<'_>) -> bool {
    let mut cited = input.citations.iter().filter(|cited| std::ptr::eq(cited.prose, prose));
    cited.any(|cited| {
        let citation = &cited.citation;
        let title = &prose.text[citation.range.end..];
        let end = ENDS_TITLE.iter().filter_map(|words| title.find(words)).min();
        let end = citation.range.end + end.unwrap_or(title.len());
        let date = citation.date.as_ref().and_then(|date| date.date);
        (citation.range.end..end).contains(&start) && date.is_none_or(|date| date < since)
    })
}

/// What goes on behind the title of a cited document.
const ENDS_TITLE: [&str; 12] = [
    ";",
    ". ",
    "\n",
    ", đề nghị",
    ", yêu cầu",
    ", giao",
    ", UBND",
    ", Ủy ban",
    ", Uỷ ban",
    ", các ",
    ", Chủ tịch",
    ", trong đó",
];

/// Whether the sentence `before` a unit ends with the name of a project, a work, a school or the
/// like that the unit is a part of: such a name has its own history.
fn is_in_name(before: &str) -> bool {
    let lower = before.to_lowercase();
    let ends_name = |name: &str| {
        let mut parts = name.split([',', ';', ':']).skip(1).map(str::trim_start);
        parts.any(|part| {
            let word = part.split(' ').next().unwrap_or_default();
            !word.is_empty() && word.starts_with(char::is_lowercase) && !PLACES.contains(&word)
        })
    };
    // Letters of another case may be of another length.
    let same = lower.len() == before.len();
    let is_work =
        |work: &&str| lower.rfind(*work).is_some_and(|at| same && !ends_name(&before[at..]));
    let is_institution = |noun: &&str| {
        let at = before.rfind(*noun).map(|at| &before[at + noun.len()..]);
        at.is_some_and(|name| {
            let ends = [" của ", " tại ", " trên ", " thuộc ", " và ", " phối hợp ", " do "];
            !name.contains([',', ';', ':']) && !ends.iter().any(|word| name.contains(word))
        })
    };
    WORKS.iter().any(is_work) || INSTITUTIONS.iter().any(is_institution)
}

/// Words that a part of a name behind a comma begins with.
const PLACES: [&str; 14] = [
    "xã",
    "phường",
    "thị",
    "thành",
    "huyện",
    "quận",
    "tỉnh",
    "thôn",
    "tổ",
    "khu",
    "đoạn",
    "phố",
    "ấp",
    "bản",
];

/// What is called by where it was built.
const WORKS: [&str; 17] = [
    "dự án",
    "công trình",
    "gói thầu",
    "đề án",
    "quy hoạch",
    "tuyến ",
    "đường ",
    "cầu ",
    "khu công nghiệp",
    "cụm công nghiệp",
    "khu dân cư",
    "khu đô thị",
    "khu di tích",
    "di tích",
    "lễ hội",
    "nghĩa trang",
    "nhà văn hóa",
];

/// Nouns that the name of a school, a hospital or the like begins with.
const INSTITUTIONS: [&str; 13] = [
    "Trường ",
    "Bệnh viện ",
    "Bảo tàng ",
    "Thư viện ",
    "Công ty ",
    "Nhà máy ",
    "Hợp tác xã ",
    "Báo ",
    "Chợ ",
    "Đền ",
    "Chùa ",
    "Sân vận động ",
    "Nhà thờ ",
];

/// Units of the catalog of which none of the name is there at any time of `period`.
fn in_catalog(prose: &Prose, input: &RuleInput<'_>, period: (Date, Date)) -> Vec<Found> {
    let catalog = input.context.catalog;
    let mut all = Vec::new();
    for (range, ids) in catalog.unit_names().find_in(&prose.text, prose.word_starts()) {
        let of_name: Vec<&Unit> = ids.iter().filter_map(|id| catalog.units.get(id)).collect();
        let is_there = of_name.iter().any(|unit| unit.existed_between(period.0, period.1));
        if is_there {
            continue;
        }
        // The last one of the name.
        let Some(unit) = of_name.iter().max_by_key(|unit| unit.from) else { continue };
        let end = unit.until.and_then(|until| until.tomorrow().ok());
        let ended = end.filter(|end| *end <= period.0);
        let Some(day) = ended.or(unit.from) else { continue };
        if is_past(prose, &range, day, input) {
            continue;
        }
        let successor = unit.successor.as_ref().and_then(|id| catalog.units.get(&id.value));
        let successor = successor.filter(|_| ended.is_some());
        all.push(Found {
            range,
            what: match (ended, successor) {
                (None, _) => "later",
                (Some(_), Some(_)) => "province",
                (Some(_), None) => "unit",
            },
            since: printed(day),
            successor: successor.map(|unit| unit.name.value.clone()).unwrap_or_default(),
            acts: true,
        });
    }
    all
}

/// A title between quotation marks, and a sentence that speaks of what was.
fn is_past(prose: &Prose, unit: &Range<usize>, since: Date, input: &RuleInput<'_>) -> bool {
    if prose.is_quoted(unit.start) {
        return true;
    }
    let of_prose = input.citations.iter().filter(|cited| std::ptr::eq(cited.prose, prose));
    let cited: Vec<Range<usize>> = of_prose
        .map(|cited| {
            let day = cited.citation.date.as_ref().map(|date| date.range.end);
            cited.citation.range.start..day.unwrap_or(cited.citation.range.end)
        })
        .collect();
    past::is_past(&prose.text, unit, since, &cited)
}
