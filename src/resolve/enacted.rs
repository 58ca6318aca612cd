//! Documents that a decision puts into force.

use super::Resolver;
use crate::codes;
use crate::diagnostic::Message;
use crate::load::Loaded;
use crate::load::raw::Enacted as Enacting;
use crate::model::enacted::Enacted;
use crate::model::kind::Kind;
use crate::model::target::Target;
use crate::span::Span;

impl Resolver<'_> {
    pub(super) fn enacts(
        &mut self,
        loaded: &Loaded,
        kind: Option<&Kind>,
        targets: &[Target],
    ) -> Option<Vec<Enacted>> {
        let raw = &loaded.raw;
        if let (Some(first), Some(kind)) = (raw.enacts.first(), kind)
            && !kind.can_enact()
        {
            self.emit_not_for_kind("enacts", kind, self.span(&first.kind));
            return None;
        }
        let resolve = |(enacted, blocks): (&Enacting, &Vec<_>)| {
            let kind = self.kind(&enacted.kind, &Kind::can_be_enacted);
            let subject = self.name(&enacted.subject);
            let body = self.body(blocks, &enacted.body, targets, raw);
            Some(Enacted { kind: kind?, subject: subject?, body: body? })
        };
        let all: Vec<_> = raw.enacts.iter().zip(&loaded.enacted).map(resolve).collect();
        all.into_iter().collect()
    }

    /// A key that a document of `kind` has no use for.
    pub(super) fn emit_not_for_kind(&mut self, key: &'static str, kind: &Kind, span: Span) {
        let message = Message::new("key-not-for-kind").with("key", key).with("kind", kind.id);
        self.emit(&codes::KEY_NOT_FOR_KIND, message, span);
    }
}
