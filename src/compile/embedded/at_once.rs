//! One layout instead of two, where a document is built like the one before it.
//!
//! Typst lays a document out from nothing first, then with what the pages said of themselves
//! (which page is which), until what they say is what they were made with. Of letters that
//! differ in their words only, the one before says it beforehand.

use std::sync::{Arc, Mutex, PoisonError};

use comemo::{Constraint, Track};
use typst::World;
use typst::engine::{Engine, Route, Sink, Traced};
use typst::foundations::{Output, StyleChain, Target, TargetElem};
use typst::introspection::Introspector;
use typst::syntax::{Source, Span, SyntaxNode};
use typst::utils::Protected;
use typst_layout::{PagedDocument, PagedIntrospector};

/// What the last document said of itself.
#[derive(Default)]
pub(super) struct Last(Mutex<Option<LastDocument>>);

struct LastDocument {
    /// Where its text ends in the numbering of its nodes, which tells texts of another build.
    end: Option<Span>,
    introspector: Arc<PagedIntrospector>,
}

impl Last {
    /// The document of `world`, when it comes to rest at once, without errors or warnings: then
    /// it is what Typst's own rounds come to. `None` says nothing but that they are to be made.
    pub(super) fn document(&self, world: &dyn World, main: &Source) -> Option<PagedDocument> {
        let said = self.0.lock().unwrap_or_else(PoisonError::into_inner).take()?;
        if said.end != end_of(main) {
            return None;
        }
        let world = world.track();
        let library = world.library();
        let target = TargetElem::target.set(Target::Paged).wrap();
        let styles = StyleChain::new(&library.styles);
        let styles = styles.chain(&target);
        let (traced, mut sink) = (Traced::default(), Sink::new());
        let (route, traced) = (Route::default(), traced.track());
        let module =
            typst_eval::eval(world, library, traced, sink.track_mut(), route.track(), main).ok()?;
        let constraint = Constraint::new();
        let introspector: &dyn Introspector = said.introspector.as_ref();
        let mut engine = Engine {
            world,
            library,
            introspector: Protected::new(introspector.track_with(&constraint)),
            traced,
            sink: sink.track_mut(),
            route,
        };
        let document = PagedDocument::create(&mut engine, &module.content(), styles).ok()?;
        let is_at_rest = constraint.validate(Output::introspector(&document));
        let is_silent = sink.delayed().is_empty() && sink.warnings().is_empty();
        (is_at_rest && is_silent).then_some(document)
    }

    /// Keeps what `document`, set from `main`, says of itself for the next one.
    pub(super) fn remember(&self, document: &PagedDocument, main: &Source) {
        let introspector = Arc::clone(document.introspector());
        let said = LastDocument { end: end_of(main), introspector };
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(said);
    }
}

fn end_of(main: &Source) -> Option<Span> {
    main.root().children().last().map(SyntaxNode::span)
}
