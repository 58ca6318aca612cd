//! What a kind says in fixed lines of its own.

use super::Resolver;
use crate::codes;
use crate::diagnostic::Message;
use crate::load::raw;
use crate::model::kind::Kind;
use crate::model::particulars::{Introduction, Invitation, Leave, Meeting, Minutes, Particulars};
use crate::model::text::Text;
use crate::span::Span;

impl Resolver<'_> {
    /// The particulars that `kind` has, which must be there; and no others may be.
    pub(super) fn particulars(
        &mut self,
        raw: &raw::Directive,
        kind: Option<&Kind>,
    ) -> Option<Option<Particulars>> {
        let found = [
            ("invitation", raw.invitation.as_ref().map(|it| self.span(it))),
            ("minutes", raw.minutes.as_ref().map(|it| self.span(it))),
            ("introduction", raw.introduction.as_ref().map(|it| self.span(it))),
            ("leave", raw.leave.as_ref().map(|it| self.span(it))),
        ];
        let wanted = kind?.particulars();
        let mut is_good = true;
        for (key, span) in found {
            match span {
                Some(span) if wanted != Some(key) => {
                    self.emit_not_for_kind(key, kind?, span);
                    is_good = false;
                }
                None if wanted == Some(key) => {
                    self.missing(key, self.span(&raw.kind));
                    is_good = false;
                }
                _ => {}
            }
        }
        let invitation = raw.invitation.as_ref().map(|it| self.invitation(it));
        let minutes = raw.minutes.as_ref().map(|it| self.minutes(it));
        let introduction = raw.introduction.as_ref().map(|it| self.introduction(&it.value));
        let leave = raw.leave.as_ref().map(|it| self.leave(&it.value));
        if !is_good {
            return None;
        }
        match invitation.or(minutes).or(introduction).or(leave) {
            Some(particulars) => particulars.map(Some),
            None => Some(None),
        }
    }

    fn missing(&mut self, key: &str, span: Span) {
        self.emit(&codes::MISSING_KEY, Message::new("missing-key").with("key", key), span);
    }

    /// A list that names somebody.
    fn named(&mut self, key: &str, raw: &[raw::Text], span: Span) -> Option<Vec<Text>> {
        if raw.is_empty() {
            self.missing(key, span);
            return None;
        }
        self.texts(raw)
    }

    fn invitation(&mut self, raw: &raw::Spanned<raw::Invitation>) -> Option<Particulars> {
        let (span, raw) = (self.span(raw), &raw.value);
        let guests = self.named("guests", &raw.guests, span);
        let event = self.text(&raw.event);
        let chair = self.optional(raw.chair.as_ref());
        let (time, place) = (self.text(&raw.time), self.text(&raw.place));
        let (guests, event, chair) = (guests?, event?, chair?);
        Some(Particulars::Invitation(Invitation {
            guests,
            event,
            chair,
            time: time?,
            place: place?,
        }))
    }

    fn minutes(&mut self, raw: &raw::Spanned<raw::Minutes>) -> Option<Particulars> {
        let (span, raw) = (self.span(raw), &raw.value);
        let meeting = self.word("meeting", raw.meeting.as_ref(), &Meeting::KNOWN);
        let (start, place) = (self.text(&raw.start), self.text(&raw.place));
        let attendees = self.named("attendees", &raw.attendees, span);
        let (chair, secretary) = (self.text(&raw.chair), self.text(&raw.secretary));
        let end = self.text(&raw.end);
        let closing = self.optional(raw.closing.as_ref());
        Some(Particulars::Minutes(Box::new(Minutes {
            meeting: meeting?.unwrap_or(Meeting::Meeting),
            start: start?,
            place: place?,
            attendees: attendees?,
            chair: chair?,
            secretary: secretary?,
            end: end?,
            closing: closing?,
        })))
    }

    fn introduction(&mut self, raw: &raw::Introduction) -> Option<Particulars> {
        let (person, position) = (self.text(&raw.person), self.text(&raw.position));
        let to = self.text(&raw.to);
        let until = self.date(raw.until.as_ref());
        let (person, position) = (person?, position?);
        Some(Particulars::Introduction(Introduction { person, position, to: to?, until: until? }))
    }

    fn leave(&mut self, raw: &raw::Leave) -> Option<Particulars> {
        let requested = self.date(raw.requested.as_ref());
        let (person, position) = (self.text(&raw.person), self.text(&raw.position));
        let duration = self.text(&raw.duration);
        let (from, until) = (self.date(raw.from.as_ref()), self.date(raw.until.as_ref()));
        let (place, counted_as) = (self.text(&raw.place), self.text(&raw.counted_as));
        Some(Particulars::Leave(Box::new(Leave {
            requested: requested?,
            person: person?,
            position: position?,
            duration: duration?,
            from: from?,
            until: until?,
            place: place?,
            counted_as: counted_as?,
            confirmation: raw.confirmation,
        })))
    }
}
