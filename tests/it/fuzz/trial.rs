//! One input, all the way to Typst text.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::panic::{self, AssertUnwindSafe};
use std::sync::Once;
use std::time::{Duration, Instant};

use vanthu::check::CheckContext;
use vanthu::check::levels::Levels;
use vanthu::diagnostic::{Diagnostic, Report};
use vanthu::explain;
use vanthu::fonts::Fonts;
use vanthu::issue::{Given, applied, edits, meaning_of};
use vanthu::load;
use vanthu::messages::{self, Language};
use vanthu::model::catalog::Catalog;
use vanthu::model::profile::Profile;
use vanthu::pipeline::{self, RenderContext};
use vanthu::printed;
use vanthu::render::Style;
use vanthu::render::typst::Templates;
use vanthu::resolve;
use vanthu::source::Sources;

use super::corpus::{Input, Kind, workbook_of};
use super::readers::{self, Readers};

/// No input may take longer; a slow moment of the machine is forgiven.
const LIMIT: Duration = Duration::from_secs(if cfg!(debug_assertions) { 20 } else { 1 });

/// A directive that takes its rows from a file, with a column of every type.
const WITH_ROWS: &str = "\
kind: ke-hoach
symbol: KH-UBND
subject: rà soát
targets:
  a:
    row_header: Xã
    columns:
      - {id: so, header: Số}
      - {id: tien, header: Tiền, type: money}
      - {id: le, header: Lẻ, type: decimal(2)}
      - {id: ngay, header: Ngày, type: date}
      - {id: chu, header: Chữ, type: text}
      - {id: tang, header: Tăng, formula: tien - so}
    rows: {file: ROWS}
    total: {label: Cộng}
body: |
  {{ table(\"a\") }}
";

/// What all trials share.
pub(super) struct Trial {
    fonts: Fonts,
    templates: Templates,
    catalogs: [messages::Catalog; 2],
    readers: Readers,
}

thread_local! {
    /// What a panic of this thread said, while a trial runs.
    static SAID: RefCell<Option<String>> = const { RefCell::new(None) };
    static IS_TRIAL: RefCell<bool> = const { RefCell::new(false) };
}

/// Panics of trials are kept for the report; those of other tests are said as ever.
fn listen() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let usual = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            if IS_TRIAL.with_borrow(|is_trial| *is_trial) {
                SAID.set(Some(info.to_string()));
            } else {
                usual(info);
            }
        }));
    });
}

impl Trial {
    pub(super) fn new() -> Self {
        listen();
        let Ok(templates) = Templates::new(&BTreeMap::new(), &mut Sources::default()) else {
            panic!("the built-in templates are good");
        };
        let Ok(fonts) = Fonts::new(Vec::new(), None) else {
            panic!("the house typeface is complete");
        };
        let catalogs = [Language::Vi, Language::En].map(messages::Catalog::new);
        Self { fonts, templates, catalogs, readers: Readers::new() }
    }

    /// Whether the input became a document, or why it has no answer: a panic, a finding that
    /// cannot be shown, too long a time.
    pub(super) fn run(&self, input: &Input) -> Result<bool, String> {
        let start = Instant::now();
        let is_document = self.once(input)?;
        if start.elapsed() < LIMIT {
            return Ok(is_document);
        }
        let times = (0..2).map(|_| {
            let start = Instant::now();
            self.once(input).map(|_| start.elapsed())
        });
        let best = times.collect::<Result<Vec<_>, _>>()?.into_iter().min().unwrap_or_default();
        if best < LIMIT { Ok(is_document) } else { Err(format!("takes {} ms", best.as_millis())) }
    }

    fn once(&self, input: &Input) -> Result<bool, String> {
        IS_TRIAL.set(true);
        let outcome = panic::catch_unwind(AssertUnwindSafe(|| self.answer(input)));
        IS_TRIAL.set(false);
        outcome.unwrap_or_else(|_| Err(SAID.take().unwrap_or_else(|| "a panic".to_owned())))
    }

    fn answer(&self, input: &Input) -> Result<bool, String> {
        let text = String::from_utf8_lossy(&input.bytes);
        match input.kind {
            Kind::Directive => self.directive(&text, &Catalog::default(), &[]),
            Kind::Catalog => self.catalog(&text),
            Kind::Office => self.office(&text).map(|()| false),
            Kind::Csv => self.rows("a.csv", &input.bytes),
            Kind::Workbook => self.rows("a.xlsx", &input.bytes),
            Kind::Sheet => self.rows("a.xlsx", &workbook_of(&text)),
            Kind::Record => readers::record(&text),
            Kind::OldRecord => self.old_record(&text),
            Kind::State => self.readers.state(&input.bytes),
            Kind::Journal => self.readers.journal(&input.bytes),
            Kind::Font => Ok(readers::font(&input.bytes)),
            Kind::Listing => readers::listing(&input.bytes),
        }
    }

    fn office(&self, text: &str) -> Result<(), String> {
        let mut sources = Sources::default();
        let source = sources.add("vanthu.yaml", text);
        let office = match load::office::office(&sources, source) {
            Ok(office) => office,
            Err(all) => return all.iter().try_for_each(|it| self.say(it, &sources)),
        };
        let mut report = Report::default();
        let profile = resolve::profile(&office, source, &mut report);
        if profile.is_none() != report.has_error() {
            return Err(format!("no profile, and no finding says why: {report:?}"));
        }
        let levels = Levels::new(&office.rules, source).err().unwrap_or_default();
        report.sorted().into_iter().chain(&levels).try_for_each(|it| self.say(it, &sources))
    }

    fn old_record(&self, text: &str) -> Result<bool, String> {
        let mut sources = Sources::default();
        let source = sources.add("issued.yaml", text);
        let mut report = Report::default();
        let found = load::issued::issued(&sources, source, &mut report);
        report.sorted().into_iter().try_for_each(|finding| self.say(finding, &sources))?;
        Ok(!found.is_empty() && !report.has_error())
    }

    fn rows(&self, name: &str, bytes: &[u8]) -> Result<bool, String> {
        self.directive(&WITH_ROWS.replace("ROWS", name), &Catalog::default(), bytes)
    }

    /// A catalog, and a directive that names all it has.
    fn catalog(&self, text: &str) -> Result<bool, String> {
        let mut sources = Sources::default();
        let source = sources.add("data/catalog/a.yaml", text);
        let mut report = Report::default();
        let file = match load::catalog::catalog(text, source) {
            Ok(file) => file,
            Err(all) => {
                all.iter().try_for_each(|it| self.say(it, &sources))?;
                return Ok(false);
            }
        };
        let catalog = resolve::catalog(&[(source, file)], &mut report);
        report.sorted().into_iter().try_for_each(|finding| self.say(finding, &sources))?;
        let mut text = "kind: ke-hoach\nsymbol: KH\nsubject: rà soát\n".to_owned();
        if let Some((id, issuer)) = catalog.issuers.first_key_value() {
            let _ = writeln!(text, "issuer: {{id: \"{id}\"}}");
            if let Some((id, _)) = issuer.signatories.first_key_value() {
                let _ = writeln!(text, "signatory: {{id: \"{id}\"}}");
            }
        }
        let ids: Vec<&str> = catalog.documents.keys().map(String::as_str).collect();
        let _ = writeln!(text, "legal_bases: {ids:?}\nbody: |\n  Rà soát.");
        for id in ids.iter().chain(&ids) {
            let _ = writeln!(text, "\n  Theo {{{{ cite(\"{id}\") }}}}.");
        }
        self.directive_in(&text, &catalog, &[], sources)
    }

    fn directive(&self, text: &str, catalog: &Catalog, rows: &[u8]) -> Result<bool, String> {
        self.directive_in(text, catalog, rows, Sources::default())
    }

    fn directive_in(
        &self,
        text: &str,
        catalog: &Catalog,
        rows: &[u8],
        mut sources: Sources,
    ) -> Result<bool, String> {
        let source = sources.add("data/a.yaml", text);
        let mut report = Report::default();
        let default = b"Don vi,so_ho\nXa A,5\n";
        let read = |_: &str| Ok(Some(if rows.is_empty() { default } else { rows }.to_vec()));
        let around = CheckContext { catalog, ..CheckContext::of(self.fonts.coverage()) };
        let examined = pipeline::examine(&mut sources, source, &read, &around, &mut report)
            .map_err(|error| error.to_string())?;
        if examined.is_none() != report.has_error() {
            return Err(format!("no document, and no finding says why: {report:?}"));
        }
        let is_document = examined.is_some();
        if let Some(examined) = examined {
            explained(&examined, &sources);
            issued(text, &read);
            let style = Style {
                font: &self.fonts.family,
                profile: Profile::WIDE,
                draft_mark: true,
                fallback_date: (2020, 3, 5),
            };
            let (templates, fonts) = (&self.templates, &self.fonts);
            let house = RenderContext { templates, fonts, style, engine: None };
            let built = pipeline::build(&examined, &house, &mut sources, &mut report);
            if built.map_err(|error| error.to_string())?.is_none() {
                return Err("there is no Typst text".to_owned());
            }
        }
        report.sorted().into_iter().try_for_each(|finding| self.say(finding, &sources))?;
        Ok(is_document)
    }

    /// Places are within their files, and there are words in both languages.
    fn say(&self, finding: &Diagnostic, sources: &Sources) -> Result<(), String> {
        for place in finding.place.iter().chain(&finding.related) {
            let source = sources.get(place.span.source);
            let (text, range) = (&source.text, place.span.range());
            let is_within = range.start <= range.end
                && text.is_char_boundary(range.start)
                && text.is_char_boundary(range.end);
            if !is_within {
                return Err(format!("{}: {range:?} is no place", finding.message.id));
            }
            let _ = (source.line_column(range.start), source.line_column(range.end));
        }
        for catalog in &self.catalogs {
            let labels = finding.place.iter().chain(&finding.related);
            let labels = labels.filter_map(|place| place.label.as_ref());
            for message in labels.chain([&finding.message]).chain(&finding.help) {
                let words = catalog.say(message);
                // An id that has no sentence, or a variable without a value, is said as it is.
                let is_of_author = message.args.iter().any(|(_, value)| value.contains("{$"));
                let lacks_value = words.contains("{$") && !is_of_author;
                if words.is_empty() || words == message.id || lacks_value {
                    return Err(format!("{} is said as `{words}`", message.id));
                }
            }
            let _ = catalog.help(finding);
        }
        Ok(())
    }
}

/// Takes a few figures apart, and looks for them by their paths and values.
fn explained(examined: &pipeline::Examined, sources: &Sources) {
    let document = printed::print(&examined.directive, &examined.tables, true);
    for (target, whole) in examined.tables.iter().enumerate() {
        let table = whole.table;
        let last = table.lines.len().checked_sub(1);
        for line in [Some(0).filter(|_| last.is_some()), last, None] {
            for column in 0..table.total.len().min(4) {
                let spot = vanthu::model::cell_id::CellId { target, line, column };
                let _ = explain::explain(examined, &document, spot);
                for words in
                    [spot.path(&examined.directive), printed::numbers::at(spot, &examined.tables)]
                {
                    let _ = explain::find(&words, examined, sources);
                }
            }
        }
    }
}

/// The day drafts are issued on here.
const DAY: jiff::civil::Date = jiff::civil::date(2023, 2, 10);

/// Issues a draft, in memory; it is no more or less than before what can be read.
fn issued(text: &str, read: &load::ReadFile<'_>) {
    let mut sources = Sources::default();
    let source = sources.add("data/a.yaml", text);
    let loaded = load::load(&mut sources, source, read, &mut Report::default());
    let (Ok(Some(loaded)), Ok(number)) = (loaded, "49".parse()) else { return };
    let given = Given { number, date: DAY };
    let Ok(edits) = edits(text, &loaded.raw, given) else { return };
    let after = sources.add("data/a.yaml", applied(text, &edits));
    let catalog = Catalog::default();
    let mut report = Report::default();
    if let Ok(Some(it)) = pipeline::computed(&mut sources, after, read, &catalog, &mut report) {
        let _ = meaning_of(&it.directive, &it.tables);
    }
}
