//! The worker: one directive after the other, as they come through stdin, to documents that go
//! through stdout. It writes no file and says nothing to people.

use std::io::{self, Write as _};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::channel;
use std::time::{Duration, Instant};

use super::Outcome;
use super::args::{BuildArgs, Emit, EngineName};
use super::catalog::{self, OfficeCatalog};
use super::file::{File, Inputs};
use super::print::Printer;
use super::record::{self, OfficeRecord};
use super::run::fonts;
use super::session::{house_recipe, own_templates};
use super::settings::{MakeSettings, Settings, Unsettled};
use crate::build::digest::Digest;
use crate::build::recipe::Recipe;
use crate::build::state::Store;
use crate::build::wire::{self, Job, Ready, Reply};
use crate::build::worker::STACK;
use crate::check::numbers::Numbers;
use crate::compile::{Engine, ProcessEngine};
#[cfg(not(feature = "embedded"))]
use crate::diagnostic::Message;
use crate::diagnostic::Report;
use crate::diff::snapshot::Figures;
use crate::error::{Error, catch};
use crate::fonts::Fonts;
use crate::messages;
use crate::pipeline::{self, Built, House};
use crate::render::Templates;
use crate::source::Sources;
use crate::source::disk;

/// For a thread that sets nothing; the stack of one that does counts for the limit of memory.
const SMALL_STACK: usize = 8 * 1024 * 1024;

/// What a worker has to end well when nobody asks any more.
const TO_END: Duration = Duration::from_millis(200);

/// Works until nobody asks any more.
pub(super) fn work(args: &BuildArgs) -> Outcome {
    let (sender, jobs) = channel();
    let (ended, end) = channel();
    // How long to wait for the document in work, in seconds: a Typst program is to be ended with
    // its children, and its folder to be removed.
    let patience = AtomicU64::new(0);
    std::thread::scope(|scope| {
        let workman = std::thread::Builder::new().stack_size(STACK);
        let started = workman.spawn_scoped(scope, || {
            let mut stdout = io::stdout().lock();
            if let Err(said) = serve(args, jobs.into_iter(), &mut stdout, &patience) {
                let _ = wire::send_value(&mut stdout, &Ready::Not(said));
                let _ = stdout.flush();
            }
            let _ = ended.send(());
        });
        if started.is_err() {
            return Outcome::Failed;
        }
        let mut stdin = io::stdin().lock();
        while let Ok(Some(frame)) = wire::receive(&mut stdin) {
            let Ok(job) = wire::value::<Job>(&frame) else { break };
            let Ok(Some(path)) = wire::receive(&mut stdin) else { break };
            if sender.send(Job { path: wire::path_of(path), ..job }).is_err() {
                break;
            }
        }
        // Whoever asked is gone: what is not done yet, nobody wants.
        drop(sender);
        let patience = Duration::from_secs(patience.load(Ordering::Relaxed));
        let _ = end.recv_timeout(TO_END + patience);
        #[expect(clippy::exit, reason = "a document in work is not waited for")]
        std::process::exit(0)
    })
}

/// All that the directives of a worker share.
struct Shop<'a> {
    settings: &'a Settings,
    make: &'a MakeSettings,
    office: &'a OfficeCatalog,
    record: &'a OfficeRecord,
    printer: &'a Printer,
    house: House<'a>,
}

/// Gets ready and answers each job; the sentence is why there is nothing to be ready with.
fn serve(
    args: &BuildArgs,
    jobs: impl Iterator<Item = Job>,
    stdout: &mut impl io::Write,
    patience: &AtomicU64,
) -> Result<(), String> {
    let (settings, office_build) = Settings::new(&args.make.common).map_err(|why| match why {
        Unsettled::Failure(error) => error.to_string(),
        Unsettled::Findings(..) => super::settings::OFFICE_FILE.to_owned(),
    })?;
    let printer =
        Printer::new(messages::Catalog::new(settings.language), settings.format, settings.color);
    let worded = |error: Error| printer.say(&error.message());
    let make = MakeSettings::new(&args.make, &office_build, &settings.project).map_err(worded)?;
    limit_memory(make.memory);
    let own = own_templates(&settings.project).map_err(worded)?;
    let fonts = fonts(&settings).map_err(worded)?;
    // What is wrong with the catalog is told by who asked.
    let office = catalog::read(&settings.project).map_err(worded)?;
    let record = record::read(&settings.project).map_err(worded)?;
    let recipe = house_recipe(&settings, &make, &own, &fonts, &office, &record).map_err(worded)?;
    office.recall(&Store::new(&make.out, &settings.project, args.shard), recipe.catalog);
    std::thread::scope(|scope| {
        // What the first document asks for, while the engine gets ready. Where that cannot be, or
        // the program does not provide for what it finds, the document itself will.
        let look_up = || {
            let _ = catch(|| {
                office.catalog();
                fonts.look_up();
            });
        };
        let _ = std::thread::Builder::new().stack_size(SMALL_STACK).spawn_scoped(scope, look_up);
        let templates = Templates::new(&own, &mut Sources::default())
            .map_err(|finding| printer.say(&finding.message))?;
        if make.engine == EngineName::TypstCli {
            patience.store(make.limit.as_secs(), Ordering::Relaxed);
        }
        #[cfg(feature = "embedded")]
        crate::compile::join_the_pool();
        let engine = engine(&make, &templates, &fonts).map_err(worded)?;
        let style = settings.style(&fonts.family);
        let engine = engine.as_deref();
        let house = House { templates: &templates, fonts: &fonts, style, engine };
        let (settings, printer) = (&settings, &printer);
        let shop = Shop { settings, make: &make, office: &office, record: &record, printer, house };
        shop.serve(recipe, jobs, stdout).map_err(|error| error.to_string())
    })
}

/// A worker that wants more ends, and takes one document with it.
fn limit_memory(bytes: u64) {
    #[cfg(unix)]
    {
        use rustix::process::{Resource, Rlimit, setrlimit};
        let limit = Rlimit { current: Some(bytes), maximum: Some(bytes) };
        // Where the system knows no such limit, or has a lower one, that one holds.
        let _ = setrlimit(Resource::As, limit);
    }
    #[cfg(not(unix))]
    let _ = bytes;
}

pub(super) fn engine(
    make: &MakeSettings,
    templates: &Templates,
    fonts: &Fonts,
) -> Result<Option<Box<dyn Engine>>, Error> {
    if !make.emit.contains(&Emit::Pdf) {
        return Ok(None);
    }
    let library = templates.library();
    let engine: Box<dyn Engine> = match make.engine {
        EngineName::TypstCli => {
            let engine = ProcessEngine::new(&make.program, library, fonts, make.limit)?;
            Box::new(engine.with_standard(make.standard))
        }
        #[cfg(feature = "embedded")]
        EngineName::Embedded => {
            let engine = crate::compile::EmbeddedEngine::new(library, fonts);
            let engine = if templates.has_own() { engine.from_nothing() } else { engine };
            Box::new(engine.with_standard(make.standard))
        }
        #[cfg(not(feature = "embedded"))]
        EngineName::Embedded => return Err(Error::Usage(Message::new("engine-absent"))),
    };
    Ok(Some(engine))
}

impl Shop<'_> {
    /// Says by what it works, then answers each job.
    fn serve(
        &self,
        recipe: Recipe,
        jobs: impl Iterator<Item = Job>,
        stdout: &mut impl io::Write,
    ) -> io::Result<()> {
        wire::send_value(stdout, &Ready::By(recipe)).and_then(|()| stdout.flush())?;
        for job in jobs {
            let (reply, outputs) = self.answer(&job);
            wire::send_value(stdout, &reply)?;
            outputs.iter().try_for_each(|bytes| wire::send(stdout, bytes))?;
            stdout.flush()?;
        }
        Ok(())
    }

    fn answer(&self, job: &Job) -> (Reply, Vec<Vec<u8>>) {
        let mut sources = self.office.sources();
        let mut report = Report::default();
        let mut reply = Reply::default();
        let read = Inputs::default();
        // What a panic leaves behind is not looked at again but for its findings.
        let built = catch(|| self.one(job, &read, &mut sources, &mut report, &mut reply));
        let built = built.unwrap_or_else(|panic| {
            reply.is_broken = true;
            Err(panic)
        });
        reply.inputs = read.found.into_inner();
        let worded = |finding| self.printer.worded(finding, &sources);
        reply.said = report.sorted().into_iter().map(worded).collect();
        reply.peak = disk::peak_memory();
        let mut outputs = Vec::new();
        match built {
            Ok(Some(Built { typst, pdf })) => {
                let files = [(Emit::Pdf, "pdf", pdf), (Emit::Typ, "typ", Some(typst.into()))];
                for (emit, extension, bytes) in files {
                    if let Some(bytes) = bytes.filter(|_| self.make.emit.contains(&emit)) {
                        reply.outputs.push(extension.to_owned());
                        outputs.push(bytes);
                    }
                }
            }
            Ok(None) => {}
            Err(error) => reply.failure = Some(self.printer.say(&error.message())),
        }
        (reply, outputs)
    }

    fn one(
        &self,
        job: &Job,
        read: &Inputs,
        sources: &mut Sources,
        report: &mut Report,
        reply: &mut Reply,
    ) -> Result<Option<Built>, Error> {
        let phases = &mut reply.phases;
        let mut clock = Instant::now();
        let mut phase = |name: &str| {
            let took = clock.elapsed().as_micros();
            clock = Instant::now();
            phases.push((name.to_owned(), u64::try_from(took).unwrap_or(u64::MAX)));
        };
        let file = File { name: &job.name, path: &job.path, project: &self.settings.project };
        let numbers = Numbers::told(job.number_of.clone());
        let coverage = self.house.fonts.coverage();
        let (catalog, issued) = (self.office.catalog(), self.record.entry(&job.name));
        let around = self.settings.surroundings(catalog, coverage, &numbers, issued);
        let examined = file.examine(&around, read, sources, report)?;
        phase("examine");
        let Some(examined) = examined else { return Ok(None) };
        if job.with_figures {
            reply.figures = Some(Figures::of(&examined.directive, &examined.tables));
        }
        if !job.with_document {
            return Ok(None);
        }
        let Some(text) = pipeline::render(&examined, &self.house, sources, report)? else {
            return Ok(None);
        };
        phase("render");
        reply.text = Some(Digest::of(text.as_bytes()));
        if job.known.is_some() && job.known == reply.text {
            reply.is_known = true;
            return Ok(None);
        }
        let built = pipeline::set(text, &self.house, sources, report)?;
        phase("set");
        Ok(built)
    }
}
