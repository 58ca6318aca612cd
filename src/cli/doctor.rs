//! `vanthu doctor`: whether this machine and this project are ready for use, and what to do if not.

use std::path::Path;

use super::args::{CommonArgs, DoctorArgs};
use super::print::{Closed, Printer};
use super::settings::Settings;
use super::{Outcome, unsettled};
use crate::compile::{EngineName, Library, ProcessEngine, TYPST_VERSION};
use crate::diagnostic::Message;
use crate::fonts::{DECREE_FAMILY, Fonts};
use crate::messages::Catalog;
use crate::project::settings::OFFICE_FILE;
use crate::schema::{SchemaKind, text};
use crate::source::disk;
use crate::source::work_tree::{WorkTree, work_tree};
use crate::write;

/// The result of one check.
enum Verdict {
    /// Ready.
    Good,
    /// Usable; the message says what would be better.
    Advice,
    /// Not usable; the message says what to do.
    Problem,
}

/// The results so far, printed one by one.
struct Doctor {
    printer: Printer,
    outcome: Outcome,
}

pub(super) fn doctor(args: &DoctorArgs) -> Result<Outcome, Closed> {
    let common = CommonArgs::of_one(".".into(), args.of_project.clone());
    let settings = match Settings::new(&common) {
        Ok(found) => found,
        Err(why) => return unsettled(&common, &why),
    };
    let catalog = Catalog::new(settings.language);
    let printer = Printer::new(catalog, settings.format, settings.color);
    let mut doctor = Doctor { printer, outcome: Outcome::Clean };
    doctor.program()?;
    doctor.project(&settings)?;
    let fonts = doctor.fonts(&settings)?;
    doctor.engine(args, &settings, fonts.as_ref())?;
    doctor.git(&settings.project)?;
    doctor.output(&settings.project)?;
    doctor.locale()?;
    doctor.schemas(&settings.project)?;
    Ok(doctor.outcome)
}

impl Doctor {
    fn tell(&mut self, verdict: &Verdict, message: &Message) -> Result<(), Closed> {
        let word = match verdict {
            Verdict::Good => "doctor-good",
            Verdict::Advice => "doctor-advice",
            Verdict::Problem => {
                self.outcome = Outcome::Findings;
                "doctor-problem"
            }
        };
        let word = self.printer.say(&Message::new(word));
        Printer::data(&format!("{word}: {}", self.printer.say(message)))
    }

    fn program(&mut self) -> Result<(), Closed> {
        let version = env!("CARGO_PKG_VERSION");
        let message =
            Message::new("doctor-program").with("version", version).with("typst", TYPST_VERSION);
        self.tell(&Verdict::Good, &message)
    }

    fn project(&mut self, settings: &Settings) -> Result<(), Closed> {
        let folder = settings.project.display();
        if disk::must_exist(&settings.project.join(OFFICE_FILE)).is_ok() {
            return self.tell(&Verdict::Good, &Message::new("doctor-project").with("path", folder));
        }
        self.tell(&Verdict::Problem, &Message::new("doctor-no-project").with("path", folder))
    }

    fn fonts(&mut self, settings: &Settings) -> Result<Option<Fonts>, Closed> {
        match settings.fonts() {
            Ok(fonts) => {
                let is_of_decree = fonts.family.eq_ignore_ascii_case(DECREE_FAMILY);
                let (verdict, id) = if is_of_decree || settings.office.font.is_some() {
                    (Verdict::Good, "doctor-font")
                } else {
                    (Verdict::Advice, "doctor-other-font")
                };
                self.tell(&verdict, &Message::new(id).with("family", &fonts.family))?;
                Ok(Some(fonts))
            }
            Err(error) => {
                self.tell(&Verdict::Problem, &error.message(&disk::here()))?;
                Ok(None)
            }
        }
    }

    /// The engine that this project uses, and the Typst program if one was named.
    fn engine(
        &mut self,
        args: &DoctorArgs,
        settings: &Settings,
        fonts: Option<&Fonts>,
    ) -> Result<(), Closed> {
        let is_external =
            settings.office.engine == Some(EngineName::TypstCli) || args.typst.is_some();
        if !is_external {
            let is_embedded = cfg!(feature = "embedded");
            let verdict = if is_embedded { Verdict::Good } else { Verdict::Problem };
            let id = if is_embedded { "doctor-embedded" } else { "doctor-not-embedded" };
            return self.tell(&verdict, &Message::new(id).with("version", TYPST_VERSION));
        }
        let Some(fonts) = fonts else { return Ok(()) };
        let program = args.typst.as_deref().unwrap_or(Path::new("typst"));
        let limit = std::time::Duration::from_secs(20);
        match ProcessEngine::new(program.as_os_str(), &Library::default(), fonts, limit) {
            Ok(_) => {
                let message = Message::new("doctor-typst")
                    .with("program", program.display())
                    .with("version", TYPST_VERSION);
                self.tell(&Verdict::Good, &message)
            }
            Err(error) => self.tell(&Verdict::Problem, &error.message(&disk::here())),
        }
    }

    fn git(&mut self, project: &Path) -> Result<(), Closed> {
        let (verdict, id) = match work_tree(project) {
            WorkTree::Clean | WorkTree::Dirty(_) => (Verdict::Good, "doctor-git"),
            WorkTree::None => (Verdict::Advice, "doctor-no-repository"),
            WorkTree::NoGit => (Verdict::Advice, "doctor-no-git"),
        };
        self.tell(&verdict, &Message::new(id))
    }

    fn output(&mut self, project: &Path) -> Result<(), Closed> {
        let out = project.join("out");
        match write::can_write(&out) {
            Ok(()) => self
                .tell(&Verdict::Good, &Message::new("doctor-output").with("path", out.display())),
            Err(error) => self.tell(&Verdict::Problem, &error.message(&disk::here())),
        }
    }

    /// Whether the terminal can show Vietnamese; Windows has no such variables.
    fn locale(&mut self) -> Result<(), Closed> {
        if cfg!(windows) {
            return Ok(());
        }
        #[expect(clippy::disallowed_methods, reason = "the environment is read here")]
        let value = |key| std::env::var(key).ok().filter(|value| !value.is_empty());
        let locale = value("LC_ALL").or_else(|| value("LC_CTYPE")).or_else(|| value("LANG"));
        let locale = locale.unwrap_or_default();
        let is_utf8 = locale.to_ascii_lowercase().replace('-', "").contains("utf8");
        let (verdict, id) = if is_utf8 {
            (Verdict::Good, "doctor-locale")
        } else {
            (Verdict::Advice, "doctor-other-locale")
        };
        self.tell(&verdict, &Message::new(id).with("locale", locale))
    }

    /// Whether the schemas for editors are those of this program.
    fn schemas(&mut self, project: &Path) -> Result<(), Closed> {
        for subject in SchemaKind::INPUTS {
            let path = format!("data/schema/{}.json", subject.name());
            let found = disk::read_if_there(&project.join(&path));
            let Ok(Some(found)) = found else { continue };
            let is_current = found == text(subject).as_bytes();
            if !is_current {
                let message = Message::new("doctor-schema")
                    .with("path", path)
                    .with("subject", subject.name());
                self.tell(&Verdict::Advice, &message)?;
            }
        }
        Ok(())
    }
}
