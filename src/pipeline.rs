//! The straight line, for one directive.

mod attached;
mod certified;
mod letters;
mod linked;
mod print_file;
mod set;

use crate::check::{self, CheckContext};
use crate::compile::{Engine, Extras};
use crate::compute::{self, Tables};
use crate::diagnostic::{Diagnostic, Message, Report};
use crate::error::Error;
use crate::fonts::Fonts;
use crate::load::{self, Loaded, ReadFile};
use crate::model::Directive;
use crate::model::catalog::Catalog;
use crate::nearest;
use crate::printed::{self, Document};
use crate::render::typst::{self, Templates};
use crate::render::{Style, docx, xlsx};
use crate::resolve;
use crate::source::Sources;
use crate::span::SourceId;
use crate::verify::expected::Expected;

use certified::CopiedSheets;
pub(crate) use letters::{check_general, examine_letter, numbered_copies, numbered_letters};
pub(crate) use print_file::Behind;
use set::set_rendered;
pub use set::{compare, set, told_by};

/// A directive without errors, and its tables.
#[derive(Debug, Clone)]
pub struct Examined {
    /// The model.
    pub directive: Directive,
    /// One for each target.
    pub tables: Tables,
}

/// A directive as far as it could be examined.
#[derive(Debug, Default, Clone)]
pub struct Partly {
    /// The model; nothing where there are errors in the file.
    pub directive: Option<Directive>,
    /// The tables; nothing where they could not be computed.
    pub tables: Option<Tables>,
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
    let computed = computed(sources, source, read_file, context.catalog, report)?;
    Ok(computed.filter(|_| !report.has_error()))
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
type CheckLetters = fn(&Directive, &Tables, &CheckContext<'_>, &Sources, &mut Report);

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

fn broken(finding: &Diagnostic) -> Error {
    let cause = finding.message.args.iter().find(|(name, _)| name == "cause");
    Error::Template(cause.map_or_else(|| finding.code.name.to_owned(), |(_, cause)| cause.clone()))
}
