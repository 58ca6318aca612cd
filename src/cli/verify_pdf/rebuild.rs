//! The sources of a PDF, built anew and compared with it.

use std::ffi::OsString;
use std::ops::ControlFlow;
use std::path::Path;
use std::rc::Rc;

use super::{Stopped, Verdict};
use crate::build::attach::{self, Manifest};
use crate::build::env::BuildEnv;
use crate::build::loss::{LostDocument, loss};
use crate::build::observer::BuildObserver as _;
use crate::build::session::Session;
use crate::build::settings::{BuildSettings, Emit};
use crate::build::wire::{Job, path_bytes};
use crate::build::worker::Answer;
use crate::cli::args::VerifyArgs;
use crate::cli::print::Closed;
use crate::cli::run::Run;
use crate::cli::settings::{Settings, build_settings, epoch_of};
use crate::compile::inside::{self, Inside, Unreadable};
use crate::diagnostic::{Message, Severity};
use crate::error::{Error, catch};
use crate::project::bundle::Bundle;
use crate::project::settings::{ProjectSettings, SettingsError};
use crate::project::{OpenOptions, Project};
use crate::source::disk;
use crate::source::tree::Tree;
use crate::write;

/// A PDF and what was read of it.
pub(super) struct Given<'a> {
    pub(super) bytes: &'a [u8],
    pub(super) files: &'a Inside,
    pub(super) manifest: &'a Manifest,
}

/// The sources of a PDF, laid out as a project of their own, ready to be built.
pub(super) struct Rebuild {
    session: Session,
    job: Job,
    /// Goes when this is dropped.
    _folder: tempfile::TempDir,
}

impl Rebuild {
    pub(super) fn new(
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
    pub(super) fn compared(
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
