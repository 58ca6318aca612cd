//! The receiver of what a build reports.

use std::io;

use crate::diagnostic::Message;
use crate::error::Error;
use crate::messages::stored::StoredFinding;

/// The output is closed: its reader is gone, or there is no room. The build may stop.
#[derive(Debug)]
pub(crate) struct Closed {
    /// Why output was lost; nothing where the reader closed the pipe.
    pub(crate) cause: Option<io::Error>,
}

impl From<io::Error> for Closed {
    fn from(cause: io::Error) -> Self {
        Self { cause: Some(cause).filter(|cause| cause.kind() != io::ErrorKind::BrokenPipe) }
    }
}

/// Receives what a build reports, in the order of the paths of the directives.
///
/// The command line prints it; the engine itself prints nothing.
pub(crate) trait BuildObserver {
    /// Findings of the project or of one directive.
    fn findings(&mut self, findings: &[StoredFinding]) -> Result<(), Closed>;

    /// A failure of the program or of its surroundings.
    fn failure(&mut self, error: &Error);

    /// A failure that a worker reported.
    fn failure_message(&mut self, message: &Message);

    /// A line about what is done.
    fn note(&mut self, message: &Message);

    /// A line about what else happens on the machine, which another run would not tell again.
    fn aside(&mut self, message: &Message);

    /// So many directives are going to be worked on.
    fn begin(&mut self, directives: usize);

    /// The directive `name` is done.
    fn step(&mut self, name: &str);

    /// All of them are done.
    fn end(&mut self);
}
