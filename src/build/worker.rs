//! One worker process: starting it, sending jobs, awaiting answers, ending it.

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

/// Time for a worker to start, however short the limit for a document is.
const TO_BEGIN: Duration = Duration::from_mins(2);

/// Number of frames that may be queued between the reader thread and its consumer.
const WAITING: usize = 16;

/// Time for a worker to end after it was told to, or for its end to be noticed.
const TO_END: Duration = Duration::from_secs(1);

/// Number of bytes read of what a worker writes to stderr before it ends.
const LAST_WORDS: u64 = 64 * 1024;

/// The stack of every thread of a worker: deep documents are set by deep recursion.
pub(crate) const STACK: usize = 64 * 1024 * 1024;

/// The address space that the allocator of a worker reserves at a time, in KiB: it counts for the
/// limit of memory, and the allocator's own gigabyte would be more than a worker may have.
const ARENA: u32 = 32 * 1024;

/// How long the allocator keeps free memory, in milliseconds: the next document needs it again.
const FREE: u32 = 1000;

/// Size of the pipe: most documents fit in it, so that a worker continues before they are read.
const PIPE: usize = 256 * 1024;

/// How workers are started.
#[derive(Debug, Clone)]
pub(crate) struct Starter {
    /// This program.
    pub program: PathBuf,
    /// The arguments that make it a worker of this run.
    pub arguments: Vec<OsString>,
    /// Environment variables that differ from those of this process.
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

/// Why a worker gave no answer.
#[derive(Debug)]
pub(crate) enum WorkerError {
    /// The document took more than its time.
    Late,
    /// It took more than its memory.
    Memory,
    /// It took more than the stack.
    Stack,
    /// The worker ended in another way: its signal or exit code, as the system words it.
    Crashed(String),
    /// No worker can be started; the run cannot continue.
    Never(Error),
    /// A worker refused to start, and said why.
    Unable(Message),
}

/// A worker process.
pub(crate) struct Worker {
    /// Its number in the run, from 1.
    pub number: usize,
    child: Child,
    /// Closed when there are no more jobs.
    stdin: Option<ChildStdin>,
    frames: Receiver<io::Result<Vec<u8>>>,
    last_words: Option<JoinHandle<String>>,
    is_ready: bool,
    /// When it started the job that is answered next.
    asked: Instant,
    /// Number of jobs that are not answered yet.
    open: usize,
}

impl Worker {
    /// Starts a worker in which Typst may use this many threads; returns before it is ready.
    pub(crate) fn start(starter: &Starter, number: usize, threads: usize) -> Result<Self, Error> {
        let failed = |cause| {
            let program = starter.program.display().to_string();
            Error::Worker { program, cause }
        };
        #[expect(clippy::disallowed_methods, reason = "starts this very program")]
        let mut command = Command::new(&starter.program);
        limits::without_restart_data(&mut command);
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
        // When copies are written slowly the worker waits, instead of memory filling up with them.
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

    /// Sends a job. If the worker is gone, awaiting the answer fails.
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

    /// Whether all jobs that were sent are answered.
    #[must_use]
    pub(crate) fn is_at_rest(&self) -> bool {
        self.open == 0
    }

    /// Tells an idle worker to end; dropping it waits until it has.
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
                // A file was changed between two reads of it.
                Ok(Ready::By(_)) => {
                    return Err(WorkerError::Never(Error::Usage(Message::new(
                        "changed-meanwhile",
                    ))));
                }
                Ok(Ready::Not(said)) => return Err(WorkerError::Unable(said)),
                Err(_) => return Err(self.lost()),
            }
            self.is_ready = true;
            // The time limit of the document starts when a worker starts it.
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
            // Time spent on writing one copy does not count for the next.
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

    /// Why the worker has ended.
    fn lost(&mut self) -> WorkerError {
        // A worker that closed its pipe but still runs cannot be used.
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

    /// How it ended, if it ends within the time for that.
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
    /// An idle worker ends by itself and cleans up.
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
    // The system may allow less.
    let _ = rustix::pipe::fcntl_setpipe_size(pipe, PIPE);
}

#[cfg(not(target_os = "linux"))]
fn enlarge(_: &ChildStdout) {}
