//! The straight line, for one directive.

mod attached;
mod certified;
mod letters;
mod linked;
mod print_file;

use crate::check::{self, CheckContext};
use crate::compile::{self, Engine, Extras};
use crate::compute::{self, Table};
use crate::diagnostic::{Diagnostic, Message, Report, Severity};
use crate::error::{Error, catch};
use crate::fonts::Fonts;
use crate::load::{self, Loaded, ReadFile};
use crate::model::Directive;
use crate::model::catalog::Catalog;
use crate::model::measure::Measure;
use crate::model::profile::Field;
use crate::model::rule_set::RuleSet;
use crate::nearest;
use crate::printed::{self, Document};
use crate::render::typst::{self, Templates};
use crate::render::{Style, docx, xlsx};
use crate::resolve;
use crate::source::Sources;
use crate::span::SourceId;
use crate::verify::expected::Expected;
use crate::verify::{self, Margins};
use certified::CopiedSheets;
pub(crate) use letters::{check_general, examine_letter, numbered_copies, numbered_letters};
pub(crate) use print_file::Behind;

/// A directive without errors, and its tables.
#[derive(Debug, Clone)]
pub struct Examined {
    /// The model.
    pub directive: Directive,
    /// One for each target.
    pub tables: Vec<Table>,
}

/// A directive as far as it could be examined.
#[derive(Debug, Default, Clone)]
pub struct Partly {
    /// The model; nothing where there are errors in the file.
    pub directive: Option<Directive>,
    /// The tables; nothing where they could not be computed.
    pub tables: Option<Vec<Table>>,
    /// As it is written; nothing where the text is no YAML.
    pub loaded: Option<Loaded>,
    /// The words of a directive with errors: what could not be resolved is empty in it.
    words: Option<Directive>,
}

impl Partly {
    /// Both, where there are both.
    pub(crate) fn into_both(self) -> Option<Examined> {
        let both = self.directive.zip(self.tables);
        both.map(|(directive, tables)| Examined { directive, tables })
    }
}

/// A directive as it leaves the program.
#[derive(Debug, Clone)]
pub struct Built {
    /// The Typst text.
    pub typst: String,
    /// The document, when it was wanted.
    pub pdf: Option<Vec<u8>>,
    /// How many pages it has.
    pub pages: usize,
}

/// A document as Typst text, and what goes with it.
#[derive(Debug, Clone)]
pub struct Rendered {
    /// The Typst text.
    pub typst: String,
    /// What must stand on the pages that are set from it.
    pub expected: Expected,
    /// The pages that a certified copy copies.
    copied: Option<CopiedSheets>,
}

/// What all documents of a run are rendered and compiled with: templates, fonts, style and
/// engine. It holds nothing of a single document.
pub struct RenderContext<'a> {
    /// Templates and library.
    pub templates: &'a Templates,
    /// The typeface.
    pub fonts: &'a Fonts,
    /// Page measures and the other values that templates need.
    pub style: Style<'a>,
    /// Compiles the Typst text to PDF; without an engine only the text is made.
    pub engine: Option<&'a dyn Engine>,
}

/// Everything but the rendering. Stops before the first stage whose input would be wrong, so
/// that a typing mistake is never reported a second time as another problem.
///
/// `read_file` gives the files that the directive names. `Ok(None)` when findings say why.
pub fn examine(
    sources: &mut Sources,
    source: SourceId,
    read_file: &ReadFile<'_>,
    context: &CheckContext<'_>,
    report: &mut Report,
) -> Result<Option<Examined>, Error> {
    let partly = partly(sources, source, read_file, context, report)?;
    Ok(partly.into_both().filter(|_| !report.has_error()))
}

/// The same, but that no rule looks at a directive with copies: what it becomes is looked at as it
/// is made.
pub fn examine_to_build(
    sources: &mut Sources,
    source: SourceId,
    read_file: &ReadFile<'_>,
    context: &CheckContext<'_>,
    report: &mut Report,
) -> Result<Option<Examined>, Error> {
    let skip: CheckLetters = |_, _, _, _, _| {};
    let partly = checked(sources, source, read_file, (context, skip), report)?;
    Ok(partly.into_both().filter(|_| !report.has_error()))
}

/// The same, whatever rules say: what was built once is to be built again.
pub fn examine_again(
    sources: &mut Sources,
    source: SourceId,
    read_file: &ReadFile<'_>,
    context: &CheckContext<'_>,
    report: &mut Report,
) -> Result<Option<Examined>, Error> {
    let partly = so_far(sources, source, read_file, (context.catalog, 0), report)?;
    Ok(partly.into_both().filter(|_| !report.has_error()))
}

/// The same, also of a directive with errors: what came of each stage whose input was right.
pub fn partly(
    sources: &mut Sources,
    source: SourceId,
    read_file: &ReadFile<'_>,
    context: &CheckContext<'_>,
    report: &mut Report,
) -> Result<Partly, Error> {
    checked(sources, source, read_file, (context, letters::check), report)
}

/// Looks at a directive with copies and its tables.
type CheckLetters = fn(&Directive, &[Table], &CheckContext<'_>, &Sources, &mut Report);

/// What came of each stage whose input was right, with what the rules say; `letters` looks at a
/// directive with copies in their place.
fn checked(
    sources: &mut Sources,
    source: SourceId,
    read_file: &ReadFile<'_>,
    (context, letters): (&CheckContext<'_>, CheckLetters),
    report: &mut Report,
) -> Result<Partly, Error> {
    let partly = so_far(sources, source, read_file, (context.catalog, 0), report)?;
    if let (Some(directive), Some(tables)) = (&partly.directive, &partly.tables) {
        attached::check(directive, context.output, report);
        certified::look(directive, report);
        if directive.copies.is_some() {
            letters(directive, tables, context, sources, report);
        } else {
            check::check(directive, tables, context, sources, report);
        }
    } else if let Some(words) = &partly.words {
        check::words(words, context, sources, report);
    }
    Ok(partly)
}

/// Model and tables; `depth` is how many directives lead to this one by the rows they take.
fn so_far(
    sources: &mut Sources,
    source: SourceId,
    read_file: &ReadFile<'_>,
    (catalog, depth): (&Catalog, usize),
    report: &mut Report,
) -> Result<Partly, Error> {
    if depth == 0 {
        nearest::begin();
    }
    let Some(mut loaded) = load::load(sources, source, read_file, report)? else {
        return Ok(Partly::default());
    };
    linked::link(&mut loaded, sources, read_file, (catalog, depth), report)?;
    linked::link_documents(&mut loaded, sources, read_file, (catalog, depth), report)?;
    let told = report.findings().len();
    let resolved = resolve::partly(&loaded, catalog, report);
    loaded.drop_consequences(report, told);
    if !resolved.is_whole || report.has_error() {
        let words = Some(resolved.directive);
        return Ok(Partly { words, loaded: Some(loaded), ..Partly::default() });
    }
    let tables = compute::compute(&resolved.directive, report);
    if report.has_error() {
        let words = Some(resolved.directive.clone());
        let directive = Some(resolved.directive);
        return Ok(Partly { directive, tables: None, loaded: Some(loaded), words });
    }
    let (directive, tables) = (Some(resolved.directive), Some(tables));
    Ok(Partly { directive, tables, loaded: Some(loaded), words: None })
}

/// The directive alone: nothing is computed or checked. `Ok(None)` where it has errors.
pub fn resolved(
    sources: &mut Sources,
    source: SourceId,
    read_file: &ReadFile<'_>,
    catalog: &Catalog,
) -> Result<Option<Directive>, Error> {
    let mut report = Report::default();
    let mut loaded = load::load(sources, source, read_file, &mut report)?;
    if let Some(loaded) = &mut loaded {
        linked::link(loaded, sources, read_file, (catalog, 0), &mut report)?;
        linked::link_documents(loaded, sources, read_file, (catalog, 0), &mut report)?;
    }
    let is_good = !report.has_error();
    Ok(loaded.filter(|_| is_good).and_then(|it| resolve::resolve(&it, catalog, &mut report)))
}

/// Model and tables, whatever the rules say of them. `Ok(None)` where there are errors before.
pub fn computed(
    sources: &mut Sources,
    source: SourceId,
    read_file: &ReadFile<'_>,
    catalog: &Catalog,
    report: &mut Report,
) -> Result<Option<Examined>, Error> {
    Ok(so_far(sources, source, read_file, (catalog, 0), report)?.into_both())
}

/// The rest of the line. `None` when there are findings instead of a document.
///
/// What goes wrong with built-in templates alone is a failure of the program, not a finding.
pub fn build(
    examined: &Examined,
    context: &RenderContext<'_>,
    sources: &mut Sources,
    report: &mut Report,
) -> Result<Option<Built>, Error> {
    let document = print(examined, context);
    let Some(rendered) = render(&document, context, sources, report)? else { return Ok(None) };
    set(rendered, &Extras::default(), &examined.directive, context, sources, report)
}

/// The printed document.
#[must_use]
pub fn print(examined: &Examined, context: &RenderContext<'_>) -> Document {
    printed::print(&examined.directive, &examined.tables, context.style.draft_mark)
}

/// The Typst text. `None` when there are findings instead.
pub fn render(
    document: &Document,
    context: &RenderContext<'_>,
    sources: &mut Sources,
    report: &mut Report,
) -> Result<Option<Rendered>, Error> {
    let copied = match &document.copy {
        Some(copy) => {
            certified::sheets(copy, &document.properties.title, context, sources, report)?
        }
        None => None,
    };
    if report.has_error() {
        return Ok(None);
    }
    let start = copied.as_ref().and_then(|copied| copied.start);
    let RenderContext { templates, style, fonts, .. } = context;
    match typst::render(document, start, templates, style, fonts, sources) {
        Ok(typst::Rendered { typst, expected }) => Ok(Some(Rendered { typst, expected, copied })),
        Err(finding) if context.templates.has_own() => {
            report.emit(*finding);
            Ok(None)
        }
        Err(finding) => Err(broken(&finding)),
    }
}

/// The Word file.
#[must_use]
pub fn docx(document: &Document, context: &RenderContext<'_>) -> Vec<u8> {
    docx::render(document, &context.style, context.fonts)
}

/// The Excel file.
pub fn xlsx(
    examined: &Examined,
    document: &Document,
    context: &RenderContext<'_>,
) -> Result<Vec<u8>, Error> {
    let Examined { directive, tables } = examined;
    let repeated = printed::certified::repeated(directive);
    let (directive, tables) = match &repeated {
        Some((repeated, tables)) => (*repeated, tables),
        None => (directive, tables),
    };
    xlsx::render(directive, tables, document, &context.style, context.fonts)
        .map_err(|error| Error::Usage(Message::new("internal").with("cause", error)))
}

/// Sets what was rendered of `directive` into a PDF with these `extras`, and reads the pages back:
/// what is printed is the text of the directive, in its place, or there is a finding instead of a
/// document.
pub fn set(
    rendered: Rendered,
    extras: &Extras,
    directive: &Directive,
    context: &RenderContext<'_>,
    sources: &mut Sources,
    report: &mut Report,
) -> Result<Option<Built>, Error> {
    set_rendered(rendered, extras, Some(told_by(directive)), context, sources, report)
}

/// The directive whose text stands on the pages: of an extract the one that it repeats.
#[must_use]
pub fn told_by(directive: &Directive) -> &Directive {
    printed::certified::repeated_by(directive).unwrap_or(directive)
}

/// The same; without a directive what is wrong with the pages has no place.
fn set_rendered(
    rendered: Rendered,
    extras: &Extras,
    directive: Option<&Directive>,
    context: &RenderContext<'_>,
    sources: &mut Sources,
    report: &mut Report,
) -> Result<Option<Built>, Error> {
    let Rendered { typst, expected, copied } = rendered;
    let Some(engine) = context.engine else {
        return Ok(Some(Built { typst, pdf: None, pages: 0 }));
    };
    if let Some(built) = copied.as_ref().and_then(|copied| copied.unmarked(&typst)) {
        return Ok(Some(built));
    }
    let mut compiled = engine.compile_with(&typst, extras)?;
    for finding in &compiled.findings {
        let found = compile::diagnose(finding, |name| context.file(name, &typst), sources);
        if found.severity == Severity::Error && !context.templates.has_own() {
            return Err(broken(&found));
        }
        report.emit(found);
    }
    let is_on_next = copied.as_ref().is_some_and(|copied| copied.is_on_next_sheet(&compiled));
    if is_on_next {
        compiled.pages.remove(0);
    }
    if compiled.pdf.is_some() {
        let templates = context.verified_as(directive.map(|it| it.rules).unwrap_or_default());
        let violations = verify::verify(&compiled.pages, &expected, templates);
        match directive {
            Some(directive) => {
                let findings = verify::findings(&violations, directive, templates);
                findings.into_iter().for_each(|finding| _ = report.emit(finding));
            }
            None if !violations.is_empty() => return Ok(None),
            None => {}
        }
    }
    if report.has_error() {
        return Ok(None);
    }
    let pages = compiled.pages.len();
    let (pdf, pages) = match (compiled.pdf, copied) {
        (Some(pdf), Some(copied)) => {
            let (pdf, pages) = copied.joined(pdf, is_on_next)?;
            (Some(pdf), pages)
        }
        (pdf, _) => (pdf, pages),
    };
    Ok(pdf.map(|pdf| Built { typst, pdf: Some(pdf), pages }))
}

/// Reports what the pages of `given`, a PDF from anywhere, say otherwise than `expected`.
pub fn compare(
    given: &[u8],
    expected: &Expected,
    directive: &Directive,
    context: &RenderContext<'_>,
    report: &mut Report,
) {
    // What a reader breaks down on has no pages.
    let pages = catch(|| compile::pages_of_pdf(given)).unwrap_or_default();
    let violations = verify::verify(&pages, expected, context.verified_as(directive.rules));
    for finding in verify::differences(&violations, directive) {
        report.emit(finding);
    }
}

impl RenderContext<'_> {
    /// What the verification of pages may take for known of a document under `rules`.
    pub(crate) fn verified_as(&self, rules: RuleSet) -> verify::Templates {
        if self.templates.has_own() {
            return verify::Templates::Own;
        }
        let profile = rules.profile(self.style.profile);
        let [left, right, bottom] = [Field::Left, Field::Right, Field::Bottom]
            .map(|field| thousandths_of_points(profile.get(field)));
        verify::Templates::BuiltIn(Margins { left, right, bottom })
    }

    /// Name and text of a file Typst knows as `name`.
    pub(crate) fn file(&self, name: &str, typst: &str) -> Option<(String, String)> {
        if name == "main.typ" {
            return Some(("main.typ".to_owned(), typst.to_owned()));
        }
        let bytes = self.templates.library().get(name)?;
        Some((format!("templates/{name}"), String::from_utf8_lossy(bytes).into_owned()))
    }
}

/// Of millimetres.
fn thousandths_of_points(measure: Measure) -> i64 {
    measure.parts() * 720 / 254 / 100
}

fn broken(finding: &Diagnostic) -> Error {
    let cause = finding.message.args.iter().find(|(name, _)| name == "cause");
    Error::Template(cause.map_or_else(|| finding.code.name.to_owned(), |(_, cause)| cause.clone()))
}
