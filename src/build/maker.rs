//! The files of a document, as a worker makes them, and `vanthu issue` for its record.

use std::collections::BTreeMap;

use super::attach;
use super::settings::{BuildSettings, Emit};
use crate::compile::{AttachedFile, Extras};
use crate::diagnostic::Report;
use crate::digest::Digest;
use crate::error::Error;
use crate::model::output::{Attach, OutputChoice};
use crate::pipeline::{self, Built, Examined, RenderContext};
use crate::printed::{Document, phrases};
use crate::project::Project;
use crate::project::bundle::Bundle;
use crate::source::Sources;

/// What is made of a document.
pub(crate) type Files = Vec<(Emit, Vec<u8>)>;

/// Makes documents.
pub(crate) struct Maker<'a> {
    pub(crate) make: &'a BuildSettings,
    pub(crate) project: &'a Project,
    pub(crate) context: RenderContext<'a>,
}

/// What the sources of a directive are wanted for.
#[derive(Debug, Default)]
pub(crate) struct Gathered {
    /// The sources, where they are to be inside the PDF.
    pub(crate) bundle: Option<Bundle>,
    /// Their fingerprint, where it stands on the pages.
    pub(crate) fingerprint: Option<Digest>,
}

impl Maker<'_> {
    /// What is wanted of the files.
    fn choice(&self, examined: &Examined) -> OutputChoice {
        self.project.output_of(&examined.directive)
    }

    /// Takes the sources together where somebody wants them; `text` is that of the directive, and
    /// `inputs` what was read for it.
    pub(crate) fn gather(
        &self,
        examined: &Examined,
        (name, text): (&str, &dyn Fn() -> Result<Vec<u8>, Error>),
        inputs: &BTreeMap<String, Option<Digest>>,
    ) -> Result<Gathered, Error> {
        let choice = self.choice(examined);
        let is_inside = choice.attaches(Attach::Source) && self.make.emit.contains(&Emit::Pdf);
        let is_printed = choice.fingerprint.unwrap_or_default();
        if !is_inside && !is_printed {
            return Ok(Gathered::default());
        }
        let bundle = Bundle::of(self.project, (name, text()?), inputs)?;
        let fingerprint = is_printed.then(|| bundle.fingerprint());
        Ok(Gathered { fingerprint, bundle: Some(bundle).filter(|_| is_inside) })
    }

    /// The document of a directive that holds `text`; `inputs` is what was read for it.
    pub(crate) fn document(
        &self,
        (name, text, inputs): (&str, &str, &BTreeMap<String, Option<Digest>>),
        examined: &Examined,
        sources: &mut Sources,
        report: &mut Report,
    ) -> Result<Option<Built>, Error> {
        let bytes = || Ok(text.as_bytes().to_vec());
        let Gathered { bundle, fingerprint } = self.gather(examined, (name, &bytes), inputs)?;
        let document = self.print(examined, fingerprint);
        let files = self.office_files(examined, &document, &mut |_| ())?;
        let extras = self.extras((name, stem(name)), bundle.as_ref(), examined, &files)?;
        let rendered = pipeline::render(&document, &self.context, sources, report)?;
        let Some(rendered) = rendered else { return Ok(None) };
        pipeline::set(rendered, &extras, &examined.directive, &self.context, sources, report)
    }

    /// The printed document, with the fingerprint of its sources.
    pub(crate) fn print(&self, examined: &Examined, fingerprint: Option<Digest>) -> Document {
        let document = pipeline::print(examined, &self.context);
        Document { fingerprint: fingerprint.map(phrases::fingerprint), ..document }
    }

    /// The files for Word and Excel that are wanted, beside the PDF or inside it; `done` is told
    /// when there is one more.
    pub(crate) fn office_files(
        &self,
        examined: &Examined,
        document: &Document,
        done: &mut dyn FnMut(Emit),
    ) -> Result<Files, Error> {
        let choice = self.choice(examined);
        let has_pdf = self.make.emit.contains(&Emit::Pdf);
        let is_wanted = |emit: Emit, attach: Attach| {
            self.make.emit.contains(&emit) || has_pdf && choice.attaches(attach)
        };
        let mut files = Files::new();
        if is_wanted(Emit::Docx, Attach::Docx) {
            files.push((Emit::Docx, pipeline::docx(document, &self.context)));
            done(Emit::Docx);
        }
        if is_wanted(Emit::Xlsx, Attach::Xlsx) {
            files.push((Emit::Xlsx, pipeline::xlsx(examined, document, &self.context)?));
            done(Emit::Xlsx);
        }
        Ok(files)
    }

    /// What is inside the PDF besides its pages, and what it conforms to because of it; `stem` is
    /// the name of its file, `bundle` its sources.
    pub(crate) fn extras(
        &self,
        (name, stem): (&str, &str),
        bundle: Option<&Bundle>,
        examined: &Examined,
        files: &Files,
    ) -> Result<Extras, Error> {
        let choice = self.choice(examined);
        let standard = Some(choice.standard()).filter(|it| *it != self.make.standard);
        let mut inside: Vec<AttachedFile> = match bundle {
            Some(bundle) => attach::sources(self.project, name, bundle)?,
            None => Vec::new(),
        };
        let has_tables = examined.directive.targets.iter().any(|target| target.is_printed);
        for (emit, bytes) in files {
            let is_inside = match emit {
                Emit::Docx => choice.attaches(Attach::Docx),
                // Without a table the sheets would say nothing.
                Emit::Xlsx => choice.attaches(Attach::Xlsx) && has_tables,
                Emit::Pdf | Emit::Typ | Emit::Print => false,
            };
            if is_inside {
                let file = attach::office(stem, emit.extension(), bytes.clone(), &inside);
                inside.push(file);
            }
        }
        Ok(Extras { standard, files: inside })
    }
}

/// The name of the files of a directive, without folder and extension.
pub(crate) fn stem(name: &str) -> &str {
    let file = name.rsplit_once('/').map_or(name, |(_, file)| file);
    file.rsplit_once('.').map_or(file, |(stem, _)| stem)
}
