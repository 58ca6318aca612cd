//! The worker process: reads directives from stdin, one after the other, and writes their documents
//! to stdout. It writes no file and prints nothing for people.

use std::io::{self, Write as _};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use super::maker::Maker;
use super::service::WorkerService;
use super::session::project_fingerprint;
use super::settings::BuildSettings;
use super::shard::Shard;
use super::state::Store;
use super::wire::{self, Job, Ready};
use super::worker::STACK;
use crate::compile::EngineName;
use crate::diagnostic::Message;
use crate::error::{Error, catch};
use crate::pipeline::RenderContext;
use crate::project::Project;
use crate::render::typst::{IMPORT, Templates};
use crate::source::{Sources, disk};

/// What a worker is started with.
pub(crate) struct WorkerInput {
    /// The project.
    pub(crate) project: Project,
    /// How documents are made.
    pub(crate) make: BuildSettings,
    /// Which part of a shared build.
    pub(crate) shard: Option<Shard>,
}

/// Stack of a thread that runs no Typst; that of one that does counts towards the memory limit.
const SMALL_STACK: usize = 8 * 1024 * 1024;

/// Time for a worker to end by itself after its input was closed.
const TO_END: Duration = Duration::from_millis(200);

/// Answers jobs until the input is closed, then ends the process; `open` gives the project, or a
/// message that says why there is none. Returns only when no thread can be started.
pub(crate) fn serve(open: impl FnOnce() -> Result<WorkerInput, Message> + Send) {
    let (sender, jobs) = channel();
    let (ended, end) = channel();
    let (asked, first) = channel();
    // How long to wait for the document in work, in seconds: a Typst program is to be ended with
    // its children, and its folder to be removed.
    let patience = AtomicU64::new(0);
    std::thread::scope(|scope| {
        let workman = std::thread::Builder::new().stack_size(STACK);
        let started = workman.spawn_scoped(scope, || {
            let mut stdout = io::stdout().lock();
            let done = open().and_then(|input| {
                answer(&input, (jobs.into_iter(), first), &mut stdout, &patience)
            });
            if let Err(said) = done {
                let _ = wire::send_value(&mut stdout, &Ready::Not(said));
                let _ = stdout.flush();
            }
            let _ = ended.send(());
        });
        if started.is_err() {
            return;
        }
        let mut stdin = io::stdin().lock();
        while let Ok(Some(frame)) = wire::receive(&mut stdin) {
            let Ok(job) = wire::value::<Job>(&frame) else { break };
            let Ok(Some(path)) = wire::receive(&mut stdin) else { break };
            let _ = asked.send(());
            if sender.send(Job { path: wire::path_of(path), ..job }).is_err() {
                break;
            }
        }
        // The build process is gone: what is not done yet is not wanted any more.
        drop((sender, asked));
        let patience = Duration::from_secs(patience.load(Ordering::Relaxed));
        let _ = end.recv_timeout(TO_END + patience);
        #[expect(clippy::exit, reason = "a document in work is not waited for")]
        std::process::exit(0)
    });
}

/// Opens the project and answers each job; the message says why it cannot be opened.
fn answer(
    input: &WorkerInput,
    (jobs, first): (impl Iterator<Item = Job>, Receiver<()>),
    stdout: &mut impl io::Write,
    patience: &AtomicU64,
) -> Result<(), Message> {
    let WorkerInput { project, make, shard } = input;
    let worded = |error: Error| error.message(&disk::here());
    limit_memory(make.memory);
    let own = project.own_templates().map_err(worded)?;
    // Mistakes in the catalog are reported by the build process.
    let office = &project.office;
    let fonts = &project.fonts;
    let fingerprint = project_fingerprint(project, make, &own).map_err(worded)?;
    let store = Store::new(&make.out, &project.folder, *shard);
    std::thread::scope(|scope| {
        // What the first document asks for, while the engine gets ready. Where that cannot be, or
        // the program does not provide for what it finds, the document itself will. The catalog
        // is kept by the time there is a job.
        let look_up = || {
            let first = first;
            let _ = catch(|| {
                fonts.look_up();
                if first.recv().is_ok() {
                    office.load_cache(&store.folder, fingerprint.catalog);
                    office.catalog();
                }
            });
        };
        let _ = std::thread::Builder::new().stack_size(SMALL_STACK).spawn_scoped(scope, look_up);
        let templates =
            Templates::new(&own, &mut Sources::default()).map_err(|finding| finding.message)?;
        if make.engine == EngineName::TypstCli {
            patience.store(make.limit.as_secs(), Ordering::Relaxed);
        }
        #[cfg(feature = "embedded")]
        crate::compile::join_the_pool();
        let engine = make.engine(&templates, fonts).map_err(worded)?;
        let style = project.style();
        let engine = engine.as_deref();
        // Typst parses the library while the project is read.
        if let Some(engine) =
            engine.filter(|_| make.engine == EngineName::Embedded && !templates.has_own())
        {
            let _ = catch(|| engine.compile(IMPORT));
        }
        let context = RenderContext { templates: &templates, fonts, style, engine };
        let load = || office.load_cache(&store.folder, fingerprint.catalog);
        let jobs = jobs.inspect(|_| load());
        let service = WorkerService::new(Maker { make, project, context });
        service
            .serve(fingerprint.clone(), jobs, stdout)
            .map_err(|error| Message::new("internal").with("cause", error))
    })
}

/// Limits memory: a worker that needs more ends, and only its current document is lost.
fn limit_memory(bytes: u64) {
    #[cfg(unix)]
    {
        use rustix::process::{Resource, Rlimit, setrlimit};
        let limit = Rlimit { current: Some(bytes), maximum: Some(bytes) };
        // Where the system has no such limit, or a lower one, nothing changes.
        let _ = setrlimit(Resource::As, limit);
    }
    #[cfg(windows)]
    {
        /// `JOB_OBJECT_LIMIT_PROCESS_MEMORY`: an allocation beyond it fails.
        const PROCESS_MEMORY: u32 = 0x100;
        let mut limits = win32job::ExtendedLimitInfo::new();
        limits.0.BasicLimitInformation.LimitFlags |= PROCESS_MEMORY;
        limits.0.ProcessMemoryLimit = usize::try_from(bytes).unwrap_or(usize::MAX);
        // Where the system refuses such a job object, there is no limit. The job lives as long as this
        // process, and what it starts (`typst`) has the same limit.
        if let Ok(job) = win32job::Job::create_with_limit_info(&mut limits) {
            let _ = job.assign_current_process();
        }
    }
    #[cfg(not(any(unix, windows)))]
    let _ = bytes;
}
