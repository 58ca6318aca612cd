//! Many directives: which of them a change has reached, and who works on them.
//!
//! | module | does |
//! |---|---|
//! | [`recipe`] | what reaches every document of a run: program, engine, settings, templates, fonts |
//! | [`state`] | what was built from what, in `out/.vanthu/` |
//! | [`plan`] | which documents are as they should be, and why the others are not |
//! | [`wire`] | what the program and its workers say to each other |
//! | [`worker`] | one worker process: asked, awaited, ended |
//! | [`pool`] | several of them at one list of jobs |
//! | [`outputs`] | where documents go; what becomes of those that should no longer be there |
//! | [`mod@lock`] | one build at a time in an output folder |
//! | [`shard`] | a stable part of all directives |
//! | [`deps`] | what was read, for make |
//! | [`trace`] | when what was worked on, for a viewer of traces |

pub mod deps;
pub mod lock;
pub mod outputs;
pub mod plan;
pub mod pool;
pub mod recipe;
pub mod shard;
pub mod state;
pub mod trace;
pub mod wire;
pub mod worker;
