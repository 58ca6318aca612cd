//! revisions
