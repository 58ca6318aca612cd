//! Many directives: which of them a change has reached, and who works on them. Nothing is printed:
//! whoever builds is told through `observer`.
//!
//! | module | does |
//! |---|---|
//! | `session` | a project, an output folder and workers |
//! | `cycle` | one build: plan, work, tell, remember |
//! | `jobs` | what workers are asked |
//! | `options` | what is wanted of a build besides documents |
//! | `orphans` | documents whose source is gone |
//! | `attach` | what goes inside PDFs besides their pages |
//! | [`copies`] | what is kept of copies, and the files about all of them |
//! | `reporter` | what comes of each document, told and remembered |
//! | `observer` | who is told |
//! | `settings` | how documents are made |
//! | `numbers` | which document has which number |
//! | `loss` | what becomes of a document whose worker was lost |
//! | `env` | where documents go and who works on them |
//! | `maker` | the files of one document |
//! | `serve`, `service` | what a worker process does |
//! | `depfile` | what was read, for make |
//! | [`fingerprint`] | what reaches every document of a run: program, engine, settings, templates, fonts |
//! | [`state`] | what was built from what, in `out/.vanthu/` |
//! | `plan` | which documents are as they should be, and why the others are not |
//! | `wire` | what the program and its workers say to each other |
//! | `worker` | one worker process: asked, awaited, ended |
//! | `pool` | several of them at one list of jobs |
//! | `outputs` | where documents go; what becomes of those that should no longer be there |
//! | `lock` | one build at a time in an output folder |
//! | [`shard`] | a stable part of all directives |
//! | `deps` | what was read, for make |
//! | `trace` | when what was worked on, for a viewer of traces |

pub(crate) mod attach;
pub mod copies;
pub(crate) mod cycle;
mod depfile;
pub(crate) mod deps;
pub(crate) mod env;
pub(crate) mod file_watcher;
pub mod fingerprint;
pub(crate) mod jobs;
pub(crate) mod lock;
pub(crate) mod loss;
pub(crate) mod maker;
pub(crate) mod numbers;
pub(crate) mod observer;
pub(crate) mod options;
pub(crate) mod orphans;
pub(crate) mod outputs;
pub(crate) mod plan;
pub(crate) mod pool;
mod reporter;
pub(crate) mod serve;
mod service;
pub(crate) mod session;
pub(crate) mod settings;
pub mod shard;
pub mod state;
pub(crate) mod trace;
pub(crate) mod wire;
pub(crate) mod worker;
