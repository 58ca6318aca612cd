//! Several workers at one list of jobs.

use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Sender, channel};
use std::time::{Duration, Instant};

use super::wire::Job;
use super::worker::{Answer, Lost, Starter, Worker};

/// Workers, started when there is work and kept while the pool is.
pub struct Pool {
    starter: Starter,
    most: usize,
    limit: Duration,
    idle: Mutex<Vec<Worker>>,
    started: AtomicUsize,
    threads: AtomicUsize,
    began: Instant,
}

/// More threads make one document no faster.
const MOST_THREADS: usize = 4;

/// A job that came to its end.
#[derive(Debug)]
pub struct Done<T> {
    /// Which of the list.
    pub index: usize,
    /// What was made of the answer, or why there is none.
    pub came: Result<T, Lost>,
    /// Which worker had it.
    pub worker: usize,
    /// When, in microseconds from the beginning of the pool.
    pub start: u64,
    /// For how long.
    pub took: u64,
}

/// What is made of an answer, beside the worker and while it has its next job.
pub type Take<'a, T> = dyn Fn(usize, Answer) -> T + Sync + 'a;

impl Pool {
    /// A pool of at most `most` workers, each with `limit` for one job.
    #[must_use]
    pub fn new(starter: Starter, most: usize, limit: Duration) -> Self {
        Self {
            starter,
            most,
            limit,
            idle: Mutex::default(),
            started: AtomicUsize::new(0),
            threads: AtomicUsize::new(1),
            began: Instant::now(),
        }
    }

    /// Has workers for so many jobs get ready. Whoever turns out not to be needed ends.
    pub fn warm(&self, jobs: usize) {
        let idle = self.idle.lock().map_or(0, |idle| idle.len());
        let workers = self.share(jobs);
        for _ in idle..workers {
            // That none can be started is told when one is needed.
            if let Ok(worker) = self.start() {
                self.keep(worker);
            }
        }
    }

    /// How many workers so many jobs are for, each with its share of threads.
    fn share(&self, jobs: usize) -> usize {
        let workers = self.most.min(jobs);
        // Where there are fewer documents than hands, Typst may use more of them for one.
        let threads = (self.most / workers.max(1)).clamp(1, MOST_THREADS);
        self.threads.store(threads, Ordering::Relaxed);
        workers
    }

    /// Works on all `jobs`. What comes of them is told in the order of the list, whoever is
    /// done first; after the first that cannot go on, or when told to, no more are begun.
    pub fn run<T: Send>(
        &self,
        jobs: &[Job],
        take: &Take<'_, T>,
        told: &mut dyn FnMut(Done<T>) -> ControlFlow<()>,
    ) {
        let next = AtomicUsize::new(0);
        let (sender, results) = channel();
        let workers = self.share(jobs.len());
        std::thread::scope(|scope| {
            for _ in 0..workers {
                let (sender, next) = (sender.clone(), &next);
                scope.spawn(move || self.man(jobs, next, take, &sender));
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

    /// What one thread does: it keeps one worker busy.
    fn man<T>(
        &self,
        jobs: &[Job],
        next: &AtomicUsize,
        take: &Take<'_, T>,
        sender: &Sender<Done<T>>,
    ) {
        let turn = || Some(next.fetch_add(1, Ordering::Relaxed)).filter(|turn| *turn < jobs.len());
        let mut at = turn();
        let mut hands = Hands { pool: self, worker: None };
        if let Some(index) = at {
            hands.ask(&jobs[index]);
        }
        while let Some(index) = at {
            let start = self.now();
            let number = hands.number();
            let came = hands.answer();
            let took = self.now() - start;
            at = turn();
            if matches!(came, Err(Lost::Never(_) | Lost::Unable(_))) {
                at = None;
                next.store(jobs.len(), Ordering::Relaxed);
            }
            // The worker goes on while its last answer is taken.
            if let Some(index) = at {
                hands.ask(&jobs[index]);
            }
            let came = came.map(|answer| take(index, answer));
            // Who asked may have gone; then nothing is wanted any longer.
            let _ = sender.send(Done { index, came, worker: number, start, took });
        }
        if let Some(worker) = hands.worker.take().and_then(Result::ok) {
            self.keep(worker);
        }
    }

    fn now(&self) -> u64 {
        u64::try_from(self.began.elapsed().as_micros()).unwrap_or(u64::MAX)
    }

    fn worker(&self) -> Result<Worker, Lost> {
        let idle = self.idle.lock().ok().and_then(|mut idle| idle.pop());
        idle.map_or_else(|| self.start(), Ok)
    }

    fn start(&self) -> Result<Worker, Lost> {
        let number = self.started.fetch_add(1, Ordering::Relaxed) + 1;
        let threads = self.threads.load(Ordering::Relaxed);
        Worker::start(&self.starter, number, threads).map_err(Lost::Never)
    }

    fn keep(&self, worker: Worker) {
        if let Ok(mut idle) = self.idle.lock() {
            idle.push(worker);
        }
    }
}

/// The one worker of a thread, another one after it is lost.
struct Hands<'a> {
    pool: &'a Pool,
    worker: Option<Result<Worker, Lost>>,
}

impl Hands<'_> {
    fn ask(&mut self, job: &Job) {
        let worker = self.worker.get_or_insert_with(|| self.pool.worker());
        if let Ok(worker) = worker {
            worker.ask(job);
        }
    }

    fn number(&self) -> usize {
        self.worker.as_ref().and_then(|worker| worker.as_ref().ok()).map_or(0, |w| w.number)
    }

    fn answer(&mut self) -> Result<Answer, Lost> {
        let mut worker = match self.worker.take() {
            Some(Ok(worker)) => worker,
            Some(Err(lost)) => return Err(lost),
            None => return Err(Lost::Crashed(String::new())),
        };
        let answer = worker.answer(self.pool.limit)?;
        if !answer.reply.is_broken {
            self.worker = Some(Ok(worker));
        }
        Ok(answer)
    }
}
