//! The worker: one directive after the other, as they come through stdin, to documents that go
//! through stdout. It writes no file and says nothing to people.

mod shop;

use std::io::{self, Write as _};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use self::shop::Shop;
use super::Outcome;
use super::args::{BuildArgs, Emit};
use super::print::Printer;
use super::session::house_recipe;
use super::settings::{MakeSettings, Settings, Unsettled};
use crate::build::state::Store;
use crate::build::wire::{self, Job, Ready};
use crate::build::worker::STACK;
use crate::compile::{Engine, EngineName, ProcessEngine};
#[cfg(not(feature = "embedded"))]
use crate::diagnostic::Message;
use crate::error::{Error, catch};
use crate::fonts::Fonts;
use crate::messages;
use crate::pipeline::House;
use crate::project::catalog;
use crate::project::fonts::fonts;
use crate::project::record;
use crate::project::settings::OFFICE_FILE;
use crate::project::templates::own_templates;
use crate::render::{IMPORT, Templates};
use crate::source::{Sources, disk};

/// For a thread that sets nothing; the stack of one that does counts for the limit of memory.
const SMALL_STACK: usize = 8 * 1024 * 1024;

/// What a worker has to end well when nobody asks any more.
const TO_END: Duration = Duration::from_millis(200);

/// Works until nobody asks any more.
pub(super) fn work(args: &BuildArgs) -> Outcome {
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
            if let Err(said) = serve(args, (jobs.into_iter(), first), &mut stdout, &patience) {
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
            let _ = asked.send(());
            if sender.send(Job { path: wire::path_of(path), ..job }).is_err() {
                break;
            }
        }
        // Whoever asked is gone: what is not done yet, nobody wants.
        drop((sender, asked));
        let patience = Duration::from_secs(patience.load(Ordering::Relaxed));
        let _ = end.recv_timeout(TO_END + patience);
        #[expect(clippy::exit, reason = "a document in work is not waited for")]
        std::process::exit(0)
    })
}

/// Gets ready and answers each job; the sentence is why there is nothing to be ready with.
fn serve(
    args: &BuildArgs,
    (jobs, first): (impl Iterator<Item = Job>, Receiver<()>),
    stdout: &mut impl io::Write,
    patience: &AtomicU64,
) -> Result<(), String> {
    let (settings, office_build) = Settings::new(&args.make.common).map_err(|why| match why {
        Unsettled::Failure(error) => error.to_string(),
        Unsettled::Findings(..) => OFFICE_FILE.to_owned(),
    })?;
    let printer =
        Printer::new(messages::Catalog::new(settings.language), settings.format, settings.color);
    let worded = |error: Error| printer.say(&error.message(&disk::here()));
    let make = MakeSettings::new(&args.make, &office_build, &settings.project).map_err(worded)?;
    limit_memory(make.memory);
    let own = own_templates(&settings.project).map_err(worded)?;
    let fonts = fonts(&settings.font_paths, settings.font.as_deref()).map_err(worded)?;
    // What is wrong with the catalog is told by who asked.
    let office = catalog::read(&settings.project).map_err(worded)?;
    let record = record::read(&settings.project).map_err(worded)?;
    let recipe = house_recipe(&settings, &make, &own, &fonts, &office, &record).map_err(worded)?;
    let store = Store::new(&make.out, &settings.project, args.shard);
    std::thread::scope(|scope| {
        // What the first document asks for, while the engine gets ready. Where that cannot be, or
        // the program does not provide for what it finds, the document itself will. The catalog
        // is kept by the time there is a job.
        let look_up = || {
            let first = first;
            let _ = catch(|| {
                fonts.look_up();
                if first.recv().is_ok() {
                    office.recall(&store.folder, recipe.catalog);
                    office.catalog();
                }
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
        // The library is understood while things are looked up.
        if let Some(engine) =
            engine.filter(|_| make.engine == EngineName::Embedded && !templates.has_own())
        {
            let _ = catch(|| engine.compile(IMPORT));
        }
        let house = House { templates: &templates, fonts: &fonts, style, engine };
        let (settings, printer) = (&settings, &printer);
        let recall = || office.recall(&store.folder, recipe.catalog);
        let jobs = jobs.inspect(|_| recall());
        let shop = Shop::new(settings, &make, &office, &record, printer, house);
        shop.serve(recipe.clone(), jobs, stdout).map_err(|error| error.to_string())
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
