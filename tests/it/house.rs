//! The straight line within the test, without a process: what all documents share is made once.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use vanthu::compile::{Compiled, EmbeddedEngine, Engine};
use vanthu::diagnostic::Report;
use vanthu::fonts::Fonts;
use vanthu::pipeline::{self, House};
use vanthu::render::{Style, Templates};
use vanthu::source::Sources;

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

/// What came of a directive.
pub(crate) struct Outcome {
    /// The Typst text, when it came so far.
    pub(crate) typst: Option<String>,
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
    /// Its lines, the first and the last one; none without a place.
    pub(crate) lines: Option<(usize, usize)>,
}

/// Takes one directive through all stages, up to the PDF.
pub(crate) fn build(yaml: &str) -> Outcome {
    build_with(yaml, &SHARED.engine)
}

/// The same with another engine.
pub(crate) fn build_with(yaml: &str, engine: &dyn Engine) -> Outcome {
    let mut sources = Sources::default();
    let source = sources.add("data/van-ban.yaml", yaml);
    let mut report = Report::default();
    let fallback_date = (2020, 3, 5);
    let style = Style { font: &SHARED.fonts.family, profile: "wide", fallback_date };
    let (templates, fonts) = (&SHARED.templates, &SHARED.fonts);
    let house = House { templates, fonts, style, engine: Some(engine) };
    let examined = pipeline::examine(&sources, source, fonts, &mut report);
    let built = examined.and_then(|examined| {
        pipeline::build(&examined, &house, &mut sources, &mut report)
            .unwrap_or_else(|failure| panic!("{failure}\n{}", start_of(yaml)))
    });
    let findings = report
        .sorted()
        .into_iter()
        .map(|finding| Finding {
            code: finding.code.id,
            is_error: finding.severity == vanthu::diagnostic::Severity::Error,
            lines: finding.place.as_ref().map(|place| {
                let source = sources.get(place.span.source);
                let line = |offset| source.line_column(offset).line;
                (line(place.span.start), line(place.span.end))
            }),
        })
        .collect();
    let (typst, pdf) = built.map_or((None, None), |built| (Some(built.typst), built.pdf));
    Outcome { typst, pdf, findings }
}

/// Sets Typst text that no template has made.
pub(crate) fn compile(typst: &str) -> Compiled {
    SHARED.engine.compile(typst).unwrap_or_else(|failure| panic!("{failure}"))
}

/// What the built-in templates import, and the typeface they are set in.
pub(crate) fn library_and_fonts() -> (&'static vanthu::compile::Library, &'static Fonts) {
    (SHARED.templates.library(), &SHARED.fonts)
}

/// The project itself.
pub(crate) fn project() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every directive in `data/`, by its path in the project.
pub(crate) fn examples() -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    let mut folders: Vec<PathBuf> = vec![project().join("data")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).expect("data/ can be read") {
            let path = entry.expect("data/ can be read").path();
            let is_shared = path.ends_with("data/catalog") || path.ends_with("data/schema");
            if path.is_dir() && !is_shared {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "yaml") {
                let name = path.strip_prefix(project()).expect("it is below the project");
                let name = name.to_str().expect("names in data/ are UTF-8").replace('\\', "/");
                found.insert(name, std::fs::read_to_string(&path).expect("it can be read"));
            }
        }
    }
    assert!(found.len() > 1, "data/ has examples");
    found
}

/// Findings, one a line, for messages of tests.
pub(crate) fn listed(findings: &[Finding]) -> String {
    findings.iter().fold(String::new(), |mut list, finding| {
        let _ = writeln!(list, "{finding:?}");
        list
    })
}

fn start_of(yaml: &str) -> String {
    yaml.chars().take(2_000).collect()
}
