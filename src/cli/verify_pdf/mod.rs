//! `vanthu verify FILE.pdf`: whether a PDF says what the sources inside it give.
//!
//! The PDF may be from anybody: it is read under the limits of this process, and its sources are
//! built by a worker, in a folder that goes afterwards.

mod rebuild;

use std::path::Path;

use crate::build::attach::{self, MANIFEST, Manifest};
use crate::cli::Outcome;
use crate::cli::args::VerifyArgs;
use crate::cli::print::{Closed, Printer};
use crate::cli::run::Run;
use crate::cli::settings::{Settings, epoch_of};
use crate::compile::inside::{self, Inside, Unreadable};
use crate::diagnostic::{Message, Report};
use crate::error::{Error, catch};
use crate::limits;
use crate::project::bundle::Bundle;
use crate::source::{Sources, disk};
use crate::span::Span;

use rebuild::{Given, Rebuild};

/// No document is larger.
const MOST_BYTES: u64 = 256 * 1024 * 1024;

/// Whether a path names a PDF.
pub(super) fn is_pdf(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("pdf"))
}

/// Verifies every PDF that was named.
pub(super) fn verify(
    args: &VerifyArgs,
    settings: &Settings,
    mut run: Run<'_>,
) -> Result<Outcome, Closed> {
    let mut same = 0;
    for path in &settings.paths {
        let verified = one(args, settings, &mut run, path)?;
        let name = disk::from_here(path).display().to_string();
        match verified {
            Ok(verdict) => same += usize::from(tell(&mut run, &name, &verdict)?),
            Err(Stopped::Failed(error)) => run.fail(&error),
            Err(Stopped::Told) => {}
        }
    }
    let summary = Message::new("summary-verified-pdf").with("same", same);
    run.finish(summary, settings.paths.len())
}

/// What a PDF turned out to be.
enum Verdict {
    /// Byte for byte what its sources give, whose fingerprint this is.
    Same(String),
    /// It cannot be compared.
    Nothing(Message),
    /// It can, and is another one: why.
    Other(Vec<Message>),
}

/// Why there is no verdict.
enum Stopped {
    /// The program or its surroundings failed.
    Failed(Error),
    /// It was told already.
    Told,
}

impl From<Error> for Stopped {
    fn from(error: Error) -> Self {
        Self::Failed(error)
    }
}

/// Says it; whether the PDF is what its sources give.
fn tell(run: &mut Run<'_>, name: &str, verdict: &Verdict) -> Result<bool, Closed> {
    let (message, is_same) = match verdict {
        Verdict::Same(fingerprint) => {
            (Message::new("verify-pdf-same").with("fingerprint", fingerprint), true)
        }
        Verdict::Nothing(why) => {
            (Message::new("verify-pdf-nothing").with("why", run.printer.say(why)), false)
        }
        Verdict::Other(why) => {
            let why: Vec<String> = why.iter().map(|why| run.printer.say(why)).collect();
            (Message::new("verify-pdf-other").with("why", why.join("; ")), false)
        }
    };
    let said = run.printer.say(&message.with("path", name));
    if run.settings.format.is_data() || is_same && run.settings.quiet {
        run.printer.note(&said);
    } else {
        Printer::data(&said)?;
    }
    if !is_same {
        run.found();
    }
    Ok(is_same)
}

/// The verdict on the PDF at `path`; findings about what it says are told on the way.
fn one(
    args: &VerifyArgs,
    settings: &Settings,
    run: &mut Run<'_>,
    path: &Path,
) -> Result<Result<Verdict, Stopped>, Closed> {
    let name = disk::from_here(path).display().to_string();
    let given = match disk::read_no_more(path, MOST_BYTES) {
        Ok(found) => found.unwrap_or_default(),
        Err(error) => return Ok(Err(error.into())),
    };
    let files = match read(run, &name, &given)? {
        Some(Ok(files)) => files,
        Some(Err(why)) => return Ok(Ok(Verdict::Nothing(Message::new(unreadable(&why))))),
        None => return Ok(Err(Stopped::Told)),
    };
    let Some((manifest, bundle)) = sources(&files) else {
        let id = if files.contains_key(MANIFEST) { "verify-pdf-bad" } else { "verify-pdf-none" };
        return Ok(Ok(Verdict::Nothing(Message::new(id))));
    };
    let pdf = Given { bytes: &given, files: &files, manifest: &manifest };
    let rebuilt = Rebuild::new(args, settings, &bundle, &pdf);
    match rebuilt {
        Ok(rebuild) => rebuild.compared(run, &pdf),
        Err(stopped) => Ok(Err(stopped)),
    }
}

/// The files inside, under the limits of this process; nothing where they were too much for it,
/// which is told.
fn read(
    run: &mut Run<'_>,
    name: &str,
    given: &[u8],
) -> Result<Option<Result<Inside, Unreadable>>, Closed> {
    if u64::try_from(given.len()).unwrap_or(u64::MAX) > MOST_BYTES {
        return Ok(Some(Err(Unreadable::TooMuch)));
    }
    match limits::enter(name) {
        Ok(_entered) => {
            // A reader that breaks down has not read a PDF of ours.
            Ok(Some(catch(|| inside::files(given)).unwrap_or(Err(Unreadable::NoPdf))))
        }
        Err(beyond) => {
            let (mut sources, mut report) = (Sources::default(), Report::default());
            let source = sources.add(name, "");
            report.emit(beyond.finding().at(Span::new(source, 0..0)));
            run.tell(&report, &sources)?;
            Ok(None)
        }
    }
}

fn unreadable(why: &Unreadable) -> &'static str {
    match why {
        Unreadable::NoPdf => "verify-pdf-no-pdf",
        Unreadable::TooMuch => "verify-pdf-too-much",
        Unreadable::Foreign => "verify-pdf-foreign",
    }
}

/// The sources inside, where their list and they agree, and their names are ones of a project.
fn sources(files: &Inside) -> Option<(Manifest, Bundle)> {
    let manifest: Manifest = serde_json::from_slice(files.get(MANIFEST)?).ok()?;
    let bundle = Bundle::unpacked(&manifest.files, files)?;
    let is_whole = manifest.form == attach::FORM
        && manifest.sources == bundle.fingerprint()
        && bundle.files.contains_key(&manifest.document)
        && epoch_of(manifest.fallback_date).is_some();
    is_whole.then_some((manifest, bundle))
}
