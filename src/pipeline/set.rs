//! Typst text to pages, and the pages read back.

use super::{Built, RenderContext, Rendered, broken};
use crate::compile::{self, Extras};
use crate::diagnostic::{Report, Severity};
use crate::error::{Error, catch};
use crate::model::Directive;
use crate::model::measure::Measure;
use crate::model::profile::Field;
use crate::model::rule_set::RuleSet;
use crate::printed;
use crate::source::Sources;
use crate::verify::expected::Expected;
use crate::verify::{self, Margins};

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
pub(super) fn set_rendered(
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
