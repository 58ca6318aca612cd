//! One worker process: asked, awaited, ended.

use std::ffi::OsString;
use std::io::{self, BufReader, Read as _, Write as _};
use std::path::PathBuf;
use std::process::{Child, ChildStdin, ChildStdout, Command, ExitStatus, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, sync_channel};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use super::fingerprint::Fingerprint;
use super::wire::{self, Job, Ready, Reply};
use crate::diagnostic::Message;
use crate::error::Error;
use crate::limits;

/// What a worker has to begin, however short the limit for a document is.
const TO_BEGIN: Duration = Duration::from_mins(2);

/// So many frames wait to be read.
const WAITING: usize = 16;

/// What a worker has to end when it is told to, or to be seen to have ended.
const TO_END: Duration = Duration::from_secs(1);

/// Of what a worker says as it ends, so much is read.
const LAST_WORDS: u64 = 64 * 1024;

/// The stack of every thread of a worker: deep documents are set by deep recursion.
pub(crate) const STACK: usize = 64 * 1024 * 1024;

/// The address space that the allocator of a worker reserves at a time, in KiB: it counts for the
/// limit of memory, and the allocator's own gigabyte would be more than a worker may have.
const ARENA: u32 = 32 * 1024;

/// For how long it keeps memory that is free, in milliseconds: the next document wants it again.
const FREE: u32 = 1000;

/// What a pipe should hold: most documents, so that a worker goes on while nobody reads yet.
const PIPE: usize = 256 * 1024;

/// How workers are started.
#[derive(Debug, Clone)]
pub(crate) struct Starter {
    /// This program.
    pub program: PathBuf,
    /// What makes it a worker, and one of this run.
    pub arguments: Vec<OsString>,
    /// Variables of its environment that are other than here.
    pub variables: Vec<(OsString, OsString)>,
}

/// What a worker answered.
#[derive(Debug)]
pub(crate) struct Answer {
    /// The answer.
    pub reply: Reply,
    /// The outputs, as they are named in it.
    pub outputs: Vec<Vec<u8>>,
}

/// Why there is no answer.
#[derive(Debug)]
pub(crate) enum WorkerError {
    /// The document took more than its time.
    Late,
    /// It took more than its memory.
    Memory,
    /// It took more than the stack.
    Stack,
    /// The worker ended in another way: its signal or exit code, in the system's words.
    Crashed(String),
    /// No worker can begin; the run cannot go on.
    Never(Error),
    /// No worker can begin, as it says itself.
    Unable(Message),
}

/// A worker process.
pub(crate) struct Worker {
    /// Which of the run, from 1.
    pub number: usize,
    child: Child,
    /// Closed when there are no more jobs.
    stdin: Option<ChildStdin>,
    frames: Receiver<io::Result<Vec<u8>>>,
    last_words: Option<JoinHandle<String>>,
    is_ready: bool,
    /// When it began with the job that is to be answered next.
    asked: Instant,
    /// How many jobs are not answered yet.
    open: usize,
}

impl Worker {
    /// Starts a worker in which Typst may use so many threads; it gets ready while others go on.
    pub(crate) fn start(starter: &Starter, number: usize, threads: usize) -> Result<Self, Error> {
        let failed = |cause| {
            let program = starter.program.display().to_string();
            Error::Worker { program, cause }
        };
        #[expect(clippy::disallowed_methods, reason = "starts this very program")]
        let mut command = Command::new(&starter.program);
        limits::without_knowledge(&mut command);
        let mut child = command
            .args(&starter.arguments)
            .envs(starter.variables.iter().map(|(key, value)| (key, value)))
            .env("RAYON_NUM_THREADS", threads.to_string())
            .env("RUST_MIN_STACK", STACK.to_string())
            .env("MIMALLOC_ARENA_RESERVE", ARENA.to_string())
            .env("MIMALLOC_PURGE_DELAY", FREE.to_string())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .map_err(failed)?;
        let pipes = (child.stdin.take(), child.stdout.take(), child.stderr.take());
        let (Some(stdin), Some(stdout), Some(stderr)) = pipes else {
            return Err(failed(io::Error::other("no pipe")));
        };
        // Who is slow to write copies down lets the worker wait, and needs no memory for them.
        let (sender, frames) = sync_channel(WAITING);
        enlarge(&stdout);
        std::thread::spawn(move || {
            let mut stdout = BufReader::with_capacity(PIPE, stdout);
            while let Some(frame) = wire::receive(&mut stdout).transpose() {
                let is_last = frame.is_err();
                if sender.send(frame).is_err() || is_last {
                    return;
                }
            }
        });
        let last_words = std::thread::spawn(move || {
            let mut stderr = stderr;
            let mut bytes = Vec::new();
            let _ = stderr.by_ref().take(LAST_WORDS).read_to_end(&mut bytes);
            // Whatever follows must not hold it up.
            let _ = io::copy(&mut stderr, &mut io::sink());
            String::from_utf8_lossy(&bytes).into_owned()
        });
        Ok(Self {
            number,
            child,
            stdin: Some(stdin),
            frames,
            last_words: Some(last_words),
            is_ready: false,
            asked: Instant::now(),
            open: 0,
        })
    }

    /// Hands over a job. That the worker is gone shows when its answer is awaited.
    pub(crate) fn ask(&mut self, job: &Job) {
        if self.open == 0 {
            self.asked = Instant::now();
        }
        self.open += 1;
        let Some(stdin) = &mut self.stdin else { return };
        let mut words = Vec::new();
        let _ = wire::send_value(&mut words, job)
            .and_then(|()| wire::send(&mut words, &wire::path_bytes(&job.path)))
            .and_then(|()| stdin.write_all(&words));
    }

    /// Whether all it was asked for is answered.
    #[must_use]
    pub(crate) fn is_at_rest(&self) -> bool {
        self.open == 0
    }

    /// Lets one that is at rest end; whoever drops it waits for that.
    pub(crate) fn dismiss(&mut self) {
        self.stdin = None;
    }

    /// The answer to the first job that is not answered yet.
    ///
    /// The first call also waits, up to [`TO_BEGIN`], until the worker is ready, and fails when it
    /// works by another fingerprint. Then the worker has `limit`, counted from the end of its last
    /// answer or from when it was ready or asked. After `limit` it is killed.
    pub(crate) fn answer(
        &mut self,
        fingerprint: &Fingerprint,
        limit: Duration,
        copy: &mut dyn FnMut(Answer),
    ) -> Result<Answer, WorkerError> {
        if !self.is_ready {
            let ready = self.frame(TO_BEGIN)?;
            match wire::value(&ready) {
                Ok(Ready::By(its)) if its == *fingerprint => {}
                // Someone changed a file between two looks at it.
                Ok(Ready::By(_)) => {
                    return Err(WorkerError::Never(Error::Usage(Message::new(
                        "changed-meanwhile",
                    ))));
                }
                Ok(Ready::Not(said)) => return Err(WorkerError::Unable(said)),
                Err(_) => return Err(self.lost()),
            }
            self.is_ready = true;
            // The time of the document begins when there is somebody to work on it.
            self.asked = Instant::now();
        }
        let limit = |asked: Instant| limit.saturating_sub(asked.elapsed());
        loop {
            let reply = self.frame(limit(self.asked))?;
            let reply: Reply = wire::value(&reply).map_err(|_| self.lost())?;
            let mut outputs = Vec::new();
            for _ in &reply.outputs {
                outputs.push(self.frame(TO_BEGIN)?);
            }
            self.asked = Instant::now();
            let answer = Answer { reply, outputs };
            if answer.reply.copy.is_none() {
                self.open = self.open.saturating_sub(1);
                return Ok(answer);
            }
            copy(answer);
            // What is made of a copy is not the time of the next one.
            self.asked = Instant::now();
        }
    }

    fn frame(&mut self, limit: Duration) -> Result<Vec<u8>, WorkerError> {
        match self.frames.recv_timeout(limit) {
            Ok(Ok(frame)) => Ok(frame),
            Err(RecvTimeoutError::Timeout) => {
                self.end();
                Err(WorkerError::Late)
            }
            Ok(Err(_)) | Err(RecvTimeoutError::Disconnected) => Err(self.lost()),
        }
    }

    /// Why the worker is gone.
    fn lost(&mut self) -> WorkerError {
        // One that closed its pipe and lives is of no use.
        let status = match self.patiently() {
            Some(status) => status.to_string(),
            None => "no answer".to_owned(),
        };
        self.end();
        let said = self.last_words.take().and_then(|words| words.join().ok()).unwrap_or_default();
        if said.contains("memory allocation of") {
            WorkerError::Memory
        } else if said.contains("has overflowed its stack") {
            WorkerError::Stack
        } else {
            WorkerError::Crashed(status)
        }
    }

    /// How it ended, when it does so presently.
    fn patiently(&mut self) -> Option<ExitStatus> {
        let patience = Instant::now() + TO_END;
        while Instant::now() < patience {
            if let Ok(Some(status)) = self.child.try_wait() {
                return Some(status);
            }
            std::thread::sleep(Duration::from_micros(200));
        }
        None
    }

    fn end(&mut self) {
        // It may have ended just now; then there is nothing left to kill.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Drop for Worker {
    /// One that has nothing to do ends by itself, and cleans up.
    fn drop(&mut self) {
        self.dismiss();
        if self.is_at_rest() {
            let _ = self.patiently();
        }
        self.end();
    }
}

#[cfg(target_os = "linux")]
fn enlarge(pipe: &ChildStdout) {
    // The system may hold it to less.
    let _ = rustix::pipe::fcntl_setpipe_size(pipe, PIPE);
}

#[cfg(not(target_os = "linux"))]
fn enlarge(_: &ChildStdout) {}
