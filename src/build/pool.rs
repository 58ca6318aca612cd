//! Runs a list of jobs on several worker processes.

use std::collections::{BTreeMap, VecDeque};
use std::ops::ControlFlow;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Sender, channel};
use std::sync::{Mutex, OnceLock};
use std::time::{Duration, Instant};

use super::fingerprint::Fingerprint;
use super::wire::Job;
use super::worker::{Answer, Starter, Worker, WorkerError};

/// Worker processes, started when the first jobs arrive.
pub(crate) struct Pool {
    starter: Starter,
    most: usize,
    limit: Duration,
    /// The fingerprint that every worker must have, once it is known.
    fingerprint: OnceLock<Fingerprint>,
    /// Whether workers are kept for another run; else each ends when no job is left for it.
    stays: bool,
    idle: Mutex<Vec<Worker>>,
    ending: Mutex<Vec<Worker>>,
    started: AtomicUsize,
    threads: AtomicUsize,
    began: Instant,
}

/// Upper limit of threads per document: more do not make one faster.
const MOST_THREADS: usize = 4;

/// Number of jobs sent to a worker ahead of its answers, so that it never waits for the next.
const AHEAD: usize = 2;

/// Jobs are sent ahead only while at least this many are left for each worker.
const MANY: usize = 8;

/// A finished job.
#[derive(Debug)]
pub(crate) struct Done<T> {
    /// Index of the job in the list.
    pub index: usize,
    /// The result, or why there is none.
    pub came: Result<T, WorkerError>,
    /// Number of the worker.
    pub worker: usize,
    /// Start, in microseconds since the pool was made.
    pub start: u64,
    /// Duration in microseconds.
    pub took: u64,
}

/// Turns an answer into a result, on the thread of the worker, which already has its next job.
pub(crate) type Take<'a, T> = dyn Fn(usize, Answer) -> T + Sync + 'a;

/// The same for one copy of a document; copies are answered before the document itself.
pub(crate) type TakeCopy<'a> = dyn Fn(usize, Answer) + Sync + 'a;

impl Pool {
    /// A pool of at most `most` workers, each with `limit` for one job.
    #[must_use]
    pub(crate) fn new(starter: Starter, most: usize, limit: Duration) -> Self {
        Self {
            starter,
            most,
            limit,
            fingerprint: OnceLock::new(),
            stays: false,
            idle: Mutex::default(),
            ending: Mutex::default(),
            started: AtomicUsize::new(0),
            threads: AtomicUsize::new(1),
            began: Instant::now(),
        }
    }

    /// The same with a variable of the environment of all workers.
    #[must_use]
    pub(crate) fn with_variable(mut self, key: &str, value: &str) -> Self {
        self.starter.variables.push((key.into(), value.into()));
        self
    }

    /// The same for many runs.
    #[must_use]
    pub(crate) fn that_stays(self) -> Self {
        Self { stays: true, ..self }
    }

    /// Sets the fingerprint that workers must have: once, before the first [`Self::run`].
    pub(crate) fn works_by(&self, fingerprint: Fingerprint) {
        self.fingerprint.get_or_init(|| fingerprint);
    }

    /// How many workers so many jobs are for, each with its share of threads.
    fn share(&self, jobs: usize) -> usize {
        let workers = self.most.min(jobs);
        // Where there are fewer documents than processors, Typst may use several for one.
        let threads = (self.most / workers.max(1)).clamp(1, MOST_THREADS);
        self.threads.store(threads, Ordering::Relaxed);
        workers
    }

    /// Works on all `jobs`. Results are reported in the order of the list, whichever worker
    /// finishes first; after the first that cannot go on, or when told to, no more are begun.
    pub(crate) fn run<T: Send>(
        &self,
        jobs: &[Job],
        (take, copy): (&Take<'_, T>, &TakeCopy<'_>),
        told: &mut dyn FnMut(Done<T>) -> ControlFlow<()>,
    ) {
        let next = AtomicUsize::new(0);
        let (sender, results) = channel();
        let workers = self.share(jobs.len());
        std::thread::scope(|scope| {
            for _ in 0..workers {
                let (sender, next) = (sender.clone(), &next);
                scope.spawn(move || self.man(jobs, next, (take, copy), &sender));
            }
            drop(sender);
            let mut waiting = BTreeMap::new();
            let mut turn = 0;
            for done in results {
                waiting.insert(done.index, done);
                while let Some(done) = waiting.remove(&turn) {
                    turn += 1;
                    if told(done).is_break() {
                        next.store(jobs.len(), Ordering::Relaxed);
                        return;
                    }
                }
            }
        });
    }

    /// Body of a thread: sends jobs to one worker and takes its answers.
    fn man<T>(
        &self,
        jobs: &[Job],
        next: &AtomicUsize,
        (take, copy): (&Take<'_, T>, &TakeCopy<'_>),
        sender: &Sender<Done<T>>,
    ) {
        let turn = || Some(next.fetch_add(1, Ordering::Relaxed)).filter(|turn| *turn < jobs.len());
        // With few jobs left, none is sent ahead to a worker whose current one may take long.
        let are_many = || next.load(Ordering::Relaxed) + MANY * self.most < jobs.len();
        let mut slot = WorkerSlot { pool: self, worker: None };
        let mut asked = VecDeque::new();
        let fill = |slot: &mut WorkerSlot<'_>, asked: &mut VecDeque<usize>| {
            while asked.is_empty() || asked.len() < AHEAD && are_many() {
                let Some(index) = turn() else { return };
                slot.ask(&jobs[index]);
                asked.push_back(index);
            }
        };
        fill(&mut slot, &mut asked);
        while let Some(index) = asked.pop_front() {
            let start = self.now();
            let number = slot.number();
            let came = slot.answer(&mut |answer| copy(index, answer));
            let took = self.now() - start;
            if matches!(came, Err(WorkerError::Never(_) | WorkerError::Unable(_))) {
                asked.clear();
                next.store(jobs.len(), Ordering::Relaxed);
            }
            // The worker continues, or ends, while its last answer is processed.
            if slot.worker.is_none() {
                asked.iter().for_each(|index| slot.ask(&jobs[*index]));
            }
            fill(&mut slot, &mut asked);
            if asked.is_empty() {
                slot.rest();
            }
            let came = came.map(|answer| take(index, answer));
            // The receiver may be gone; then no result is wanted any more.
            if sender.send(Done { index, came, worker: number, start, took }).is_err() {
                return;
            }
        }
    }

    fn now(&self) -> u64 {
        u64::try_from(self.began.elapsed().as_micros()).unwrap_or(u64::MAX)
    }

    /// An idle worker, or else a new one.
    fn worker(&self) -> Result<Worker, WorkerError> {
        let idle = self.idle.lock().ok().and_then(|mut idle| idle.pop());
        idle.map_or_else(|| self.start(), Ok)
    }

    fn start(&self) -> Result<Worker, WorkerError> {
        let number = self.started.fetch_add(1, Ordering::Relaxed) + 1;
        let threads = self.threads.load(Ordering::Relaxed);
        Worker::start(&self.starter, number, threads).map_err(WorkerError::Never)
    }

    fn keep(&self, worker: Worker) {
        if let Ok(mut idle) = self.idle.lock() {
            idle.push(worker);
        }
    }
}

/// The one worker of a thread, another one after it is lost.
struct WorkerSlot<'a> {
    pool: &'a Pool,
    worker: Option<Result<Worker, WorkerError>>,
}

impl WorkerSlot<'_> {
    /// No job is left.
    fn rest(&mut self) {
        let Some(Ok(mut worker)) = self.worker.take() else { return };
        if self.pool.stays {
            self.pool.keep(worker);
        } else if let Ok(mut ending) = self.pool.ending.lock() {
            worker.dismiss();
            ending.push(worker);
        }
    }

    fn ask(&mut self, job: &Job) {
        let worker = self.worker.get_or_insert_with(|| self.pool.worker());
        if let Ok(worker) = worker {
            worker.ask(job);
        }
    }

    fn number(&self) -> usize {
        self.worker.as_ref().and_then(|worker| worker.as_ref().ok()).map_or(0, |w| w.number)
    }

    fn answer(&mut self, copy: &mut dyn FnMut(Answer)) -> Result<Answer, WorkerError> {
        let mut worker = match self.worker.take() {
            Some(Ok(worker)) => worker,
            Some(Err(lost)) => return Err(lost),
            None => return Err(WorkerError::Crashed(String::new())),
        };
        let Some(fingerprint) = self.pool.fingerprint.get() else {
            return Err(WorkerError::Crashed(String::new()));
        };
        let answer = worker.answer(fingerprint, self.pool.limit, copy)?;
        if !answer.reply.is_broken {
            self.worker = Some(Ok(worker));
        }
        Ok(answer)
    }
}
