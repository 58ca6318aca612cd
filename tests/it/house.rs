//! The straight line within the test, without a process: what all documents share is made once.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::LazyLock;

use vanthu::check::CheckContext;
use vanthu::compile::{Compiled, EmbeddedEngine, Engine};
use vanthu::diagnostic::{Diagnostic, Report, Severity};
use vanthu::fonts::Fonts;
use vanthu::model::profile::Profile;
use vanthu::pipeline::{self, Built, Examined, RenderContext};
use vanthu::render::Style;
use vanthu::render::typst::Templates;
use vanthu::source::Sources;
use vanthu::verify::expected::Expected;

struct Shared {
    templates: Templates,
    fonts: Fonts,
    engine: EmbeddedEngine,
}

static SHARED: LazyLock<Shared> = LazyLock::new(|| {
    let mut sources = Sources::default();
    let Ok(templates) = Templates::new(&BTreeMap::new(), &mut sources) else {
        panic!("the built-in templates are good");
    };
    let Ok(fonts) = Fonts::new(Vec::new(), None) else {
        panic!("the house typeface is complete");
    };
    let engine = EmbeddedEngine::new(templates.library(), &fonts);
    Shared { templates, fonts, engine }
});

/// What a directive is called that has no name of its own.
pub(crate) const FILE: &str = "data/van-ban.yaml";

/// What came of a directive.
pub(crate) struct Outcome {
    /// The document, when there is one.
    pub(crate) pdf: Option<Vec<u8>>,
    /// The findings in the order they are printed.
    pub(crate) findings: Vec<Finding>,
}

/// A finding, as far as tests compare it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Finding {
    /// Such as `D500`.
    pub(crate) code: &'static str,
    /// Whether it stops the document.
    pub(crate) is_error: bool,
    /// The file it is in, and its first and last line there; none without a place.
    pub(crate) place: Option<(String, usize, usize)>,
    /// The reason of the `accept` that covers it.
    pub(crate) accepted: Option<String>,
}

/// Everything but the rendering.
pub(crate) fn examine(yaml: &str) -> Outcome {
    let mut run = Run::new(yaml);
    run.examine(&Profile::WIDE);
    run.outcome(None)
}

/// Takes one directive through all stages, up to the PDF.
pub(crate) fn build(yaml: &str) -> Outcome {
    build_with(yaml, &SHARED.engine)
}

/// The same with another engine.
pub(crate) fn build_with(yaml: &str, engine: &dyn Engine) -> Outcome {
    build_in(yaml, &Profile::WIDE, engine)
}

/// The same in other measures.
pub(crate) fn build_in(yaml: &str, profile: &Profile, engine: &dyn Engine) -> Outcome {
    let mut run = Run::new(yaml);
    let examined = run.examine(profile);
    let style = Style {
        font: &SHARED.fonts.family,
        profile: *profile,
        draft_mark: false,
        fallback_date: (2020, 3, 5),
    };
    let (templates, fonts) = (&SHARED.templates, &SHARED.fonts);
    let house = RenderContext { templates, fonts, style, engine: Some(engine) };
    let built = examined.and_then(|examined| {
        let built = pipeline::build(&examined, &house, &mut run.sources, &mut run.report);
        let start: String = yaml.chars().take(2_000).collect();
        built.unwrap_or_else(|failure| panic!("{failure}\n{start}"))
    });
    run.outcome(built)
}

/// What comes of laying a directive out, and the text that must be on its pages; none where it has
/// errors before.
pub(crate) fn set(yaml: &str) -> Option<(Compiled, Expected)> {
    let mut run = Run::new(yaml);
    let examined = run.examine(&Profile::WIDE)?;
    let style = Style {
        font: &SHARED.fonts.family,
        profile: Profile::WIDE,
        draft_mark: false,
        fallback_date: (2020, 3, 5),
    };
    let (templates, fonts) = (&SHARED.templates, &SHARED.fonts);
    let context = RenderContext { templates, fonts, style, engine: None };
    let document = pipeline::print(&examined, &context);
    let rendered = pipeline::render(&document, &context, &mut run.sources, &mut run.report);
    let rendered = rendered.unwrap_or_else(|failure| panic!("{failure}"))?;
    Some((compile(&rendered.typst), rendered.expected))
}

/// One directive on its way.
struct Run {
    sources: Sources,
    report: Report,
}

impl Run {
    fn new(yaml: &str) -> Self {
        let mut sources = Sources::default();
        sources.add(FILE, yaml);
        Self { sources, report: Report::default() }
    }

    fn examine(&mut self, profile: &Profile) -> Option<Examined> {
        let source = self.sources.first();
        let rows = |name: &str| Ok(crate::examples::rows_named(name));
        pipeline::examine(
            &mut self.sources,
            source,
            &rows,
            &CheckContext { profile, ..CheckContext::of(SHARED.fonts.coverage()) },
            &mut self.report,
        )
        .expect("nothing is read from disk")
    }

    fn outcome(&self, built: Option<Built>) -> Outcome {
        let finding = |finding: &Diagnostic| Finding {
            code: finding.code.id,
            is_error: finding.severity == Severity::Error,
            place: finding.place.as_ref().map(|place| {
                let source = self.sources.get(place.span.source);
                let line = |offset| source.line_column(offset).line;
                (source.path.clone(), line(place.span.start), line(place.span.end))
            }),
            accepted: finding.accepted.clone(),
        };
        let findings = self.report.sorted().into_iter().map(finding).collect();
        Outcome { pdf: built.and_then(|built| built.pdf), findings }
    }
}

/// Sets Typst text that no template has made.
pub(crate) fn compile(typst: &str) -> Compiled {
    SHARED.engine.compile(typst).unwrap_or_else(|failure| panic!("{failure}"))
}

/// What the built-in templates import, and the typeface they are set in.
pub(crate) fn library_and_fonts() -> (&'static vanthu::compile::Library, &'static Fonts) {
    (SHARED.templates.library(), &SHARED.fonts)
}

/// What all documents of the house share.
pub(crate) fn shared() -> (&'static Templates, &'static Fonts, &'static EmbeddedEngine) {
    (&SHARED.templates, &SHARED.fonts, &SHARED.engine)
}

/// The engine within.
pub(crate) fn engine() -> &'static dyn Engine {
    &SHARED.engine
}

/// Findings, one a line, for messages of tests.
pub(crate) fn listed(findings: &[Finding]) -> String {
    findings.iter().fold(String::new(), |mut list, finding| {
        let _ = writeln!(list, "{finding:?}");
        list
    })
}
