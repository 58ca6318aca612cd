//! Directives to PDFs, in this process, with the built-in templates or broken ones.

use std::collections::BTreeMap;

use vanthu::check::CheckContext;
use vanthu::compile::{EmbeddedEngine, Engine as _};
use vanthu::diagnostic::Report;
use vanthu::fonts::Fonts;
use vanthu::model::Directive;
use vanthu::pipeline::{self, Examined, RenderContext};
use vanthu::printed::Document;
use vanthu::render::Style;
use vanthu::render::typst::Templates;
use vanthu::source::Sources;

use super::asked::Asked;
use super::excel::ExcelFile;
use crate::house;

/// Templates and an engine that knows their library.
pub(crate) struct Press {
    templates: Templates,
    engine: EmbeddedEngine,
    fonts: &'static Fonts,
}

/// What came of a directive.
pub(crate) struct Pressed {
    pub(crate) directive: Directive,
    pub(crate) document: Document,
    pub(crate) pdf: Vec<u8>,
}

/// The same as a Word file.
pub(crate) struct WordFile {
    pub(crate) directive: Directive,
    pub(crate) document: Document,
    pub(crate) bytes: Vec<u8>,
}

impl Press {
    /// The built-in templates with `own` laid over them.
    pub(crate) fn new(own: &BTreeMap<String, Vec<u8>>) -> Self {
        let mut sources = Sources::default();
        let Ok(templates) = Templates::new(own, &mut sources) else {
            panic!("Tera refuses the templates");
        };
        let (_, fonts) = house::library_and_fonts();
        let engine = EmbeddedEngine::new(templates.library(), fonts);
        Self { templates, engine, fonts }
    }

    /// The model of a directive, what it prints, and its document.
    pub(crate) fn set(&self, yaml: &str, asked: &Asked) -> Result<Pressed, String> {
        let (mut sources, mut report) = (Sources::default(), Report::default());
        let examined = self.examine(yaml, asked, &mut sources, &mut report)?;
        let house = self.context(asked);
        let document = pipeline::print(&examined, &house);
        let rendered = pipeline::render(&document, &house, &mut sources, &mut report);
        let rendered = rendered.map_err(|failure| failure.to_string())?;
        let rendered = rendered.ok_or_else(|| findings(&report))?;
        // Measured here are also the pages that their own verification would refuse.
        let compiled = self.engine.compile(&rendered.typst).map_err(|error| error.to_string())?;
        let pdf = compiled.pdf.ok_or_else(|| format!("{:?}", compiled.findings))?;
        Ok(Pressed { directive: examined.directive, document, pdf })
    }

    /// The model of a directive, what it prints, and its Word file.
    pub(crate) fn word(&self, yaml: &str, asked: &Asked) -> Result<WordFile, String> {
        let (mut sources, mut report) = (Sources::default(), Report::default());
        let examined = self.examine(yaml, asked, &mut sources, &mut report)?;
        let house = self.context(asked);
        let document = pipeline::print(&examined, &house);
        let bytes = pipeline::docx(&document, &house);
        Ok(WordFile { directive: examined.directive, document, bytes })
    }

    /// The same as an Excel file.
    pub(crate) fn excel(&self, yaml: &str, asked: &Asked) -> Result<ExcelFile, String> {
        let (mut sources, mut report) = (Sources::default(), Report::default());
        let examined = self.examine(yaml, asked, &mut sources, &mut report)?;
        let house = self.context(asked);
        let document = pipeline::print(&examined, &house);
        let bytes = pipeline::xlsx(&examined, &document, &house);
        let bytes = bytes.map_err(|error| error.to_string())?;
        let Examined { directive, tables } = examined;
        Ok(ExcelFile { directive, tables, document, bytes })
    }

    fn examine(
        &self,
        yaml: &str,
        asked: &Asked,
        sources: &mut Sources,
        report: &mut Report,
    ) -> Result<Examined, String> {
        let source = sources.add(house::FILE, yaml);
        let rows = |name: &str| Ok(crate::examples::rows_named(name));
        let alone = CheckContext::of(self.fonts.coverage());
        let surroundings = CheckContext { profile: &asked.profile, ..alone };
        let examined = pipeline::examine(sources, source, &rows, &surroundings, report)
            .expect("nothing is read from disk");
        examined.ok_or_else(|| findings(report))
    }

    fn context(&self, asked: &Asked) -> RenderContext<'_> {
        let style = Style {
            font: &self.fonts.family,
            profile: asked.profile,
            draft_mark: asked.draft_mark,
            fallback_date: (2020, 3, 5),
        };
        let engine = Some(&self.engine as _);
        RenderContext { templates: &self.templates, fonts: self.fonts, style, engine }
    }
}

fn findings(report: &Report) -> String {
    let list = report.sorted();
    list.iter().map(|f| format!("{} {:?}", f.code.id, f.message)).collect::<Vec<_>>().join("\n")
}
