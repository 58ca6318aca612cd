//! `vanthu build`: sources to documents.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::args::{BuildArgs, Emit, EngineName};
use super::print::{Closed, Printer};
use super::run::Run;
use super::settings::{BuildSettings, Settings};
use super::{Outcome, unsettled};
use crate::compile::{Engine, ProcessEngine};
use crate::diagnostic::Message;
use crate::error::Error;
use crate::fonts::Fonts;
use crate::pipeline::{self, Built, House};
use crate::render::{Style, Templates};
use crate::source::{Sources, disk};
use crate::write;

pub(super) fn build(args: &BuildArgs) -> Result<Outcome, Closed> {
    let (settings, office) = match Settings::new(&args.common) {
        Ok(found) => found,
        Err(why) => return unsettled(&args.common, &why),
    };
    let build = BuildSettings::new(args, &office, &settings.project);
    let mut run = match Run::new(&settings) {
        Ok(run) => run,
        Err(outcome) => return Ok(outcome),
    };
    let mut sources = Sources::default();
    let templates = match templates(&settings.project, &mut sources) {
        Ok(Ok(templates)) => templates,
        Ok(Err(finding)) => {
            run.printer.finding(&finding, &sources)?;
            return Ok(Outcome::Findings);
        }
        Err(error) => {
            run.fail(&error);
            return Ok(Outcome::Failed);
        }
    };
    let fonts = run.fonts.clone();
    let engine = match engine(&build, &templates, &fonts) {
        Ok(engine) => engine,
        Err(error) => {
            run.fail(&error);
            return Ok(Outcome::Failed);
        }
    };
    let style = Style {
        font: &fonts.family,
        profile: settings.profile,
        draft_mark: settings.draft_mark,
        fallback_date: settings.fallback_date,
    };
    let house = House { templates: &templates, fonts: &fonts, style, engine: engine.as_deref() };
    let directives = run.directives();
    let outputs = outputs(&directives, &mut run);
    let mut written = Vec::new();
    run.each(&directives, &mut |path, examined, sources, report| {
        let Some(output) = outputs.get(path) else { return Ok(()) };
        if let Some(built) = pipeline::build(examined, &house, sources, report)? {
            write_all(&built, &build, output, &templates, &mut written)?;
        }
        Ok(())
    })?;
    if !settings.quiet && settings.format != super::Format::Json {
        for path in &written {
            Printer::data(&disk::from_here(path).display().to_string())?;
        }
    }
    let summary =
        Message::new("summary-built").with("built", written.len()).with("out", build.out.display());
    Ok(run.end(summary, directives.len()))
}

type Parsed = Result<Templates, Box<crate::diagnostic::Diagnostic>>;

fn templates(project: &Path, sources: &mut Sources) -> Result<Parsed, Error> {
    let own = disk::read_folder(&project.join("templates"))?;
    // The built-in folder of this very program lies over itself: that is not an office's own.
    let own = own
        .into_iter()
        .filter(|(name, bytes)| {
            !name.starts_with("fonts/") && !crate::render::is_built_in(name, bytes)
        })
        .collect();
    Ok(Templates::new(&own, sources))
}

fn engine(
    build: &BuildSettings,
    templates: &Templates,
    fonts: &Fonts,
) -> Result<Option<Box<dyn Engine>>, Error> {
    if !build.emit.contains(&Emit::Pdf) {
        return Ok(None);
    }
    let library = templates.library();
    let engine: Box<dyn Engine> = match build.engine {
        EngineName::TypstCli => {
            let engine = ProcessEngine::new(&build.program, library, fonts, build.limit)?;
            Box::new(engine.with_standard(build.standard))
        }
        #[cfg(feature = "embedded")]
        EngineName::Embedded => {
            let engine = crate::compile::EmbeddedEngine::new(library, fonts);
            Box::new(engine.with_standard(build.standard))
        }
        #[cfg(not(feature = "embedded"))]
        EngineName::Embedded => return Err(Error::Usage(Message::new("engine-absent"))),
    };
    Ok(Some(engine))
}

/// Where each directive goes, without extension; two that go to one place are a failure.
fn outputs(
    directives: &BTreeMap<String, PathBuf>,
    run: &mut Run<'_>,
) -> BTreeMap<PathBuf, PathBuf> {
    let mut outputs = BTreeMap::new();
    let mut taken: BTreeMap<PathBuf, &str> = BTreeMap::new();
    for (name, path) in directives {
        let output = Path::new(name.strip_prefix("data/").unwrap_or(name)).with_extension("");
        if let Some(first) = taken.get(&output) {
            let message = Message::new("same-output")
                .with("first", first)
                .with("second", name)
                .with("out", output.display());
            run.fail(&Error::Usage(message));
            continue;
        }
        taken.insert(output.clone(), name);
        outputs.insert(path.clone(), output);
    }
    outputs
}

fn write_all(
    built: &Built,
    build: &BuildSettings,
    output: &Path,
    templates: &Templates,
    written: &mut Vec<PathBuf>,
) -> Result<(), Error> {
    let file = |extension: &str| {
        let mut name = output.as_os_str().to_owned();
        name.push(extension);
        build.out.join(name)
    };
    if let Some(pdf) = &built.pdf {
        write::write(&file(".pdf"), pdf)?;
        written.push(file(".pdf"));
    }
    if build.emit.contains(&Emit::Typ) {
        // The texts import the library from the root: `typst compile --root out …` sets them.
        for (name, bytes) in templates.library() {
            write::write(&build.out.join(name), bytes)?;
        }
        write::write(&file(".typ"), built.typst.as_bytes())?;
        written.push(file(".typ"));
    }
    Ok(())
}
