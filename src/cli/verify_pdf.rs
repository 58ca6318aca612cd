//! `vanthu verify FILE.pdf`: whether a PDF says what the sources inside it give.
//!
//! The PDF may be from anybody: it is read under the limits of this process, and its sources are
//! built by a worker, in a folder that goes afterwards.

use std::ffi::OsString;
use std::ops::ControlFlow;
use std::path::Path;
use std::rc::Rc;

use super::Outcome;
use super::args::VerifyArgs;
use super::print::{Closed, Printer};
use super::run::Run;
use super::settings::{Settings, build_settings, epoch_of};
use crate::build::attach::{self, MANIFEST, Manifest};
use crate::build::env::BuildEnv;
use crate::build::loss::{LostDocument, loss};
use crate::build::observer::BuildObserver as _;
use crate::build::session::Session;
use crate::build::settings::{BuildSettings, Emit};
use crate::build::wire::{Job, path_bytes};
use crate::build::worker::Answer;
use crate::compile::inside::{self, Inside, Unreadable};
use crate::diagnostic::{Message, Report, Severity};
use crate::error::{Error, catch};
use crate::limits;
use crate::project::bundle::Bundle;
use crate::project::settings::{ProjectSettings, SettingsError};
use crate::project::{OpenOptions, Project};
use crate::source::tree::Tree;
use crate::source::{Sources, disk};
use crate::span::Span;
use crate::write;

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

/// A PDF and what was read of it.
struct Given<'a> {
    bytes: &'a [u8],
    files: &'a Inside,
    manifest: &'a Manifest,
}

/// The sources of a PDF, laid out as a project of their own, ready to be built.
struct Rebuild {
    session: Session,
    job: Job,
    /// Goes when this is dropped.
    _folder: tempfile::TempDir,
}

impl Rebuild {
    fn new(
        args: &VerifyArgs,
        settings: &Settings,
        bundle: &Bundle,
        given: &Given<'_>,
    ) -> Result<Self, Stopped> {
        let folder = write::private_folder()?;
        let root = disk::absolute(folder.path())?;
        let (project, pdf) = (root.join("project"), root.join("given.pdf"));
        write::plain(&pdf, given.bytes)?;
        for (name, bytes) in &bundle.files {
            write::plain(&project.join(name), bytes)?;
        }
        let tree = Tree::Disk(project.clone());
        let office = ProjectSettings::read(&tree).map_err(|why| match why {
            SettingsError::Failure(error) => error,
            SettingsError::Findings(..) => Error::Usage(Message::new("verify-pdf-settings")),
        })?;
        let make = build_settings(&args.make, settings)?;
        let standard = office.output.standard();
        let make = BuildSettings {
            standard,
            jobs: 1,
            emit: vec![Emit::Pdf],
            out: project.join("out"),
            ..make
        };
        let options = OpenOptions {
            font_paths: settings.options.font_paths.clone(),
            fallback_date: given.manifest.fallback_date,
        };
        let words = words(&project, settings, &make);
        let project = Rc::new(Project::open(tree, &project, office, &options)?);
        let env = BuildEnv::new(&project.folder, make, None, words)?;
        let epoch = epoch_of(given.manifest.fallback_date).unwrap_or_default();
        let env = env.with_variable("SOURCE_DATE_EPOCH", &epoch);
        let path = project.folder.join(&given.manifest.document);
        let job = Job {
            against: Some(path_bytes(&pdf)),
            ..Job::document(&given.manifest.document, &path)
        };
        Ok(Self { session: Session::new(project, env)?, job, _folder: folder })
    }

    /// Builds and compares.
    fn compared(
        &self,
        run: &mut Run<'_>,
        given: &Given<'_>,
    ) -> Result<Result<Verdict, Stopped>, Closed> {
        let mut came = None;
        let take = |_: usize, answer: Answer| answer;
        self.session.pool.run(std::slice::from_ref(&self.job), (&take, &|_, _| ()), &mut |done| {
            came = Some(done.came);
            ControlFlow::Break(())
        });
        let Answer { reply, outputs } = match came {
            Some(Ok(answer)) => answer,
            Some(Err(lost)) => {
                match loss(lost, &self.job.name, &self.session.make) {
                    LostDocument::Failure(message) => run.failure_message(&message),
                    LostDocument::Finding(finding) => run.findings(&[*finding])?,
                }
                return Ok(Err(Stopped::Told));
            }
            None => return Ok(Err(Error::Internal("verify".to_owned()).into())),
        };
        if let Some(failure) = &reply.failure {
            run.failure_message(failure);
            return Ok(Err(Stopped::Told));
        }
        // What is wrong with the sources is theirs; what the PDF says otherwise is an error.
        let errors: Vec<_> =
            reply.findings.into_iter().filter(|it| it.severity() == Severity::Error).collect();
        run.findings(&errors)?;
        let reasons = match outputs.first() {
            Some(rebuilt) if rebuilt == given.bytes => {
                return Ok(Ok(Verdict::Same(given.manifest.sources.to_string())));
            }
            Some(rebuilt) => differences(rebuilt, !errors.is_empty(), given),
            None => vec![Message::new("verify-pdf-not-built")],
        };
        let other = reasons.into_iter().chain(self.surroundings(given));
        Ok(Ok(Verdict::Other(other.collect())))
    }

    /// What is other here than where the PDF was made.
    fn surroundings(&self, given: &Given<'_>) -> Vec<Message> {
        let (fonts, manifest) = (&self.session.project.fonts, given.manifest);
        let mut found = Vec::new();
        if manifest.program != attach::program() {
            let message = Message::new("verify-pdf-program").with("before", &manifest.program);
            found.push(message.with("now", attach::program()));
        }
        if manifest.fonts != fonts.digest() {
            let message = Message::new("verify-pdf-fonts").with("before", &manifest.font);
            found.push(message.with("now", &fonts.family));
        }
        found
    }
}

/// In what a PDF that is not the one its sources give is another one.
fn differences(rebuilt: &[u8], says_other: bool, given: &Given<'_>) -> Vec<Message> {
    let mut found = Vec::new();
    if says_other {
        found.push(Message::new("verify-pdf-text"));
    } else {
        found.push(Message::new("verify-pdf-same-text"));
    }
    if given.bytes.starts_with(rebuilt) {
        let bytes = given.bytes.len() - rebuilt.len();
        found.push(Message::new("verify-pdf-appended").with("bytes", bytes));
    }
    let files = catch(|| inside::files(rebuilt)).unwrap_or(Err(Unreadable::NoPdf));
    let files = files.unwrap_or_default();
    let names = files.keys().chain(given.files.keys());
    let names: std::collections::BTreeSet<&String> = names.collect();
    for name in names.into_iter().filter(|name| files.get(*name) != given.files.get(*name)) {
        found.push(Message::new("verify-pdf-file").with("name", name));
    }
    found
}

/// What a worker is started with, to build the project in `folder`.
fn words(folder: &Path, settings: &Settings, make: &BuildSettings) -> Vec<OsString> {
    let seconds = make.limit.as_secs().to_string();
    let megabytes = (make.memory / (1_024 * 1_024)).to_string();
    let mut words: Vec<OsString> = vec!["--project".into(), folder.into()];
    words.extend(["--out".into(), make.out.clone().into_os_string()]);
    words.extend(["--engine", make.engine.name(), "--time-limit", &seconds].map(Into::into));
    words.extend(["--memory-limit", &megabytes, "--jobs", "1", "--emit", "pdf"].map(Into::into));
    words.extend(["--typst".into(), make.program.clone()]);
    for path in &settings.options.font_paths {
        words.extend(["--font-path".into(), path.clone().into_os_string()]);
    }
    words
}
