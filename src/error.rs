//! Failures of the program itself or of its surroundings: exit code 2.

use std::error::Error as StdError;
use std::fmt;
use std::io::{self, ErrorKind};
use std::panic::AssertUnwindSafe;
use std::path::{Path, PathBuf};

use crate::codes;
use crate::diagnostic::{Diagnostic, Message};
use crate::visible::text_of;

/// Something that is not the author's mistake. It names the file or the program, and the cause.
#[derive(Debug)]
pub enum Error {
    /// A file or folder could not be read.
    Read {
        /// Which.
        path: PathBuf,
        /// Why.
        cause: io::Error,
    },
    /// A file or folder that a project cannot have. The author's mistake: a finding.
    Stray {
        /// Which.
        path: PathBuf,
        /// What is wrong with it.
        why: Stray,
    },
    /// A file or folder could not be written.
    Write {
        /// Which.
        path: PathBuf,
        /// Why.
        cause: io::Error,
    },
    /// The command line, the environment or the project folder asks for what cannot be.
    Usage(Message),
    /// This program could not be started once more, to work.
    Worker {
        /// Where it is.
        program: String,
        /// Why.
        cause: io::Error,
    },
    /// The Typst program could not be started.
    EngineMissing {
        /// As named by the user.
        program: String,
        /// Why.
        cause: io::Error,
    },
    /// The Typst program is another version than the one documents are proved with.
    EngineVersion {
        /// As named by the user.
        program: String,
        /// What it says it is.
        found: String,
        /// What is wanted.
        wanted: &'static str,
    },
    /// The Typst program ended in another way than with a result.
    EngineCrash {
        /// As named by the user.
        program: String,
        /// Its exit code or signal.
        status: String,
        /// The last thing it said.
        said: String,
    },
    /// The Typst program did not end in time and was killed.
    EngineTimeout {
        /// As named by the user.
        program: String,
        /// The time limit.
        seconds: u64,
    },
    /// The Typst program wrote without end and was killed.
    EngineFlood {
        /// As named by the user.
        program: String,
    },
    /// The Typst program ended well, but what it wrote is not a PDF.
    EngineGarbage {
        /// As named by the user.
        program: String,
    },
    /// A built-in template is wrong.
    Template(String),
    /// The program, or Typst within it, came upon something it does not provide for.
    Internal(String),
}

/// Why a project cannot have a file or folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stray {
    /// A link that leads out of the project.
    Outside,
    /// Links that lead to each other, or a folder that holds itself.
    Loop,
    /// A link to what is not there.
    Nowhere,
    /// A pipe, a socket or a device.
    Special,
    /// A name that is no UTF-8.
    Name,
}

impl Error {
    /// The finding that this is, when it is the author's mistake, and the path it is about; paths
    /// below `here` are shown from there.
    #[must_use]
    pub fn finding(&self, here: &Path) -> Option<(Diagnostic, &Path)> {
        let Self::Stray { path, .. } = self else { return None };
        Some((Diagnostic::new(&codes::STRAY_FILE, self.message(here)), path))
    }

    /// What to tell a user who is in the folder `here`: paths below it are shown from there.
    #[must_use]
    pub fn message(&self, here: &Path) -> Message {
        match self {
            Self::Read { path, cause } => on_disk("read-failed", below(path, here), cause),
            Self::Stray { path, why } => {
                let id = match why {
                    Stray::Outside => "stray-outside",
                    Stray::Loop => "stray-loop",
                    Stray::Nowhere => "stray-nowhere",
                    Stray::Special => "stray-special",
                    Stray::Name => "stray-name",
                };
                Message::new(id).with("path", text_of(below(path, here).as_os_str()))
            }
            Self::Write { path, cause } => on_disk("write-failed", below(path, here), cause),
            Self::Usage(message) => message.clone(),
            Self::Worker { program, cause } => {
                Message::new("worker-missing").with("program", program).with("cause", cause)
            }
            Self::EngineMissing { program, cause } => {
                Message::new("engine-missing").with("program", program).with("cause", cause)
            }
            Self::EngineVersion { program, found, wanted } => Message::new("engine-version")
                .with("program", program)
                .with("found", found)
                .with("wanted", wanted),
            Self::EngineCrash { program, status, said } => Message::new("engine-crash")
                .with("program", program)
                .with("status", status)
                .with("said", said),
            Self::EngineTimeout { program, seconds } => {
                Message::new("engine-timeout").with("program", program).with("seconds", seconds)
            }
            Self::EngineFlood { program } => Message::new("engine-flood").with("program", program),
            Self::EngineGarbage { program } => {
                Message::new("engine-garbage").with("program", program)
            }
            Self::Internal(cause) => Message::new("internal").with("cause", cause),
            Self::Template(cause) => Message::new("template-broken").with("cause", cause),
        }
    }
}

/// `path` from the folder `here`, if it is below that.
pub(crate) fn below<'a>(path: &'a Path, here: &Path) -> &'a Path {
    path.strip_prefix(here).unwrap_or(path)
}

/// What went wrong with `path`, in a word the catalog knows where the system's own is usual.
fn on_disk(id: &'static str, path: &Path, cause: &io::Error) -> Message {
    let why = match cause.kind() {
        ErrorKind::NotFound => "missing",
        ErrorKind::PermissionDenied => "denied",
        ErrorKind::IsADirectory => "folder",
        ErrorKind::NotADirectory | ErrorKind::AlreadyExists => "no-folder",
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => "full",
        ErrorKind::ReadOnlyFilesystem => "read-only",
        _ => "other",
    };
    Message::new(id).with("path", text_of(path.as_os_str())).with("why", why).with("cause", cause)
}

impl fmt::Display for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let message = self.message(Path::new(""));
        write!(formatter, "{}", message.id)?;
        message.args.iter().try_for_each(|(name, value)| write!(formatter, " {name}={value}"))
    }
}

impl StdError for Error {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        match self {
            Self::Read { cause, .. }
            | Self::Write { cause, .. }
            | Self::Worker { cause, .. }
            | Self::EngineMissing { cause, .. } => Some(cause),
            _ => None,
        }
    }
}

/// What `work` gives, or the failure it panicked with.
pub(crate) fn catch<T>(work: impl FnOnce() -> T) -> Result<T, Error> {
    std::panic::catch_unwind(AssertUnwindSafe(work)).map_err(|panic| {
        let text = panic.downcast_ref::<&str>().map(|text| (*text).to_owned());
        let text = text.or_else(|| panic.downcast_ref::<String>().cloned());
        let line = text.as_deref().unwrap_or_default().lines().next().unwrap_or_default();
        Error::Internal(line.to_owned())
    })
}
