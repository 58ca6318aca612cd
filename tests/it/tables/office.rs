//! One directive through the whole line but the typesetting, in memory.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::LazyLock;

use vanthu::check::CheckContext;
use vanthu::compute::{Table, Tables};
use vanthu::diagnostic::{Diagnostic, Place, Report};
use vanthu::fonts::Fonts;
use vanthu::messages::{Catalog, Language};
use vanthu::model::Directive;
use vanthu::model::profile::Profile;
use vanthu::pipeline::{self, RenderContext};
use vanthu::render::Style;
use vanthu::render::typst::Templates;
use vanthu::source::Sources;

static TEMPLATES: LazyLock<Templates> = LazyLock::new(|| {
    Templates::new(&BTreeMap::new(), &mut Sources::default())
        .expect("the built-in templates are sound")
});

static FONTS: LazyLock<Fonts> =
    LazyLock::new(|| Fonts::new(Vec::new(), None).expect("the house typeface is built in"));

/// What became of a directive.
pub(super) struct Ran {
    /// Model and tables, when nothing in them is wrong.
    pub(super) examined: Option<(Directive, Tables)>,
    /// The Typst text, when there is one.
    pub(super) typst: Option<String>,
    /// Everything found, in the short form, with its other places and its help below it.
    pub(super) findings: String,
    /// The ids of the messages of what was found.
    pub(super) ids: Vec<std::borrow::Cow<'static, str>>,
}

impl Ran {
    /// The one table of a directive that has no errors.
    #[track_caller]
    pub(super) fn table(&self) -> &Table {
        let (_, tables) = self.examined.as_ref().unwrap_or_else(|| panic!("{}", self.findings));
        assert_eq!(tables.iter().len(), 1);
        tables.of(0).table
    }
}

/// Runs `yaml` up to the Typst text; files it names come from `read`.
pub(super) fn run(yaml: &str, read: &dyn Fn(&str) -> Option<Vec<u8>>) -> Ran {
    examine(yaml, read, true)
}

fn examine(yaml: &str, read: &dyn Fn(&str) -> Option<Vec<u8>>, is_rendered: bool) -> Ran {
    let mut sources = Sources::default();
    let mut report = Report::default();
    let source = sources.add("input.yaml", yaml);
    let read_file = |name: &str| Ok(read(name));
    let examined = pipeline::examine(
        &mut sources,
        source,
        &read_file,
        &CheckContext::of(FONTS.coverage()),
        &mut report,
    )
    .expect("nothing fails in memory");
    let typst = examined.as_ref().filter(|_| is_rendered).and_then(|examined| {
        let style = Style {
            font: &FONTS.family,
            profile: Profile::WIDE,
            draft_mark: false,
            fallback_date: (2026, 1, 1),
        };
        let house = RenderContext { templates: &TEMPLATES, fonts: &FONTS, style, engine: None };
        let built = pipeline::build(examined, &house, &mut sources, &mut report);
        built.expect("the built-in templates are sound").map(|built| built.typst)
    });
    let catalog = Catalog::new(Language::En);
    let mut findings = String::new();
    let mut ids = Vec::new();
    for finding in report.sorted() {
        ids.push(finding.message.id.clone());
        say(finding, &catalog, &sources, &mut findings);
    }
    let examined = examined.map(|examined| (examined.directive, examined.tables));
    Ran { examined, typst, findings, ids }
}

/// Examines a directive whose one table `t` is `table`, given as YAML without indentation.
pub(super) fn run_table(table: &str) -> Ran {
    run_with(table, "", b"")
}

/// The same with a file of rows.
pub(super) fn run_with(table: &str, name: &str, bytes: &[u8]) -> Ran {
    let mut yaml = "kind: ke-hoach\nsymbol: KH-UBND\nsubject: Thử\ntargets:\n  t:\n".to_owned();
    for line in table.lines() {
        let _ = writeln!(yaml, "    {line}");
    }
    yaml.push_str("body: |\n  Thử:\n\n  {{ table(\"t\") }}\n");
    examine(&yaml, &|wanted| (wanted == name).then(|| bytes.to_vec()), false)
}

fn say(finding: &Diagnostic, catalog: &Catalog, sources: &Sources, text: &mut String) {
    let place = |place: Option<&Place>| match place {
        Some(place) => {
            let source = sources.get(place.span.source);
            let at = source.line_column(place.span.start);
            format!("{}:{}:{}", source.path, at.line, at.column)
        }
        None => "input.yaml:1:1".to_owned(),
    };
    let (severity, code) = (finding.severity.name(), finding.code.id);
    let message = vanthu::messages::finding::message(finding, sources, catalog);
    let _ = writeln!(text, "{}: {severity}[{code}]: {message}", place(finding.place.as_ref()));
    if let Some(label) = finding.place.as_ref().and_then(|place| place.label.as_ref()) {
        let _ = writeln!(text, "  here: {}", catalog.say(label));
    }
    for related in &finding.related {
        let label = related.label.as_ref().map(|label| catalog.say(label)).unwrap_or_default();
        let _ = writeln!(text, "  {}: {label}", place(Some(related)));
    }
    if let Some(help) = catalog.help(finding) {
        let _ = writeln!(text, "  help: {help}");
    }
    if let Some(why) = &finding.accepted {
        let _ = writeln!(text, "  accepted: {why}");
    }
}
