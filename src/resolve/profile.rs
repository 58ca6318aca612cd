//! The page profiles of an office.

use crate::codes;
use crate::diagnostic::{Code, Diagnostic, Message, Report};
use crate::load::office::{Office, OwnProfile};
use crate::load::raw::Text;
use crate::model::measure::Measure;
use crate::model::profile::{Allowed, FIELDS, Field, Profile};
use crate::nearest::listed;
use crate::span::{SourceId, Span};

/// The profile that `office` has chosen, or `None` when findings say why there is none. Profiles
/// that are defined and not chosen are examined too.
pub fn profile(office: &Office, source: SourceId, report: &mut Report) -> Option<Profile> {
    let mut resolver = Profiles { source, report };
    let own: Vec<(&str, Option<Profile>)> = office
        .profiles
        .0
        .iter()
        .map(|(name, raw)| {
            let is_free = resolver.is_free(name);
            let profile = resolver.own_profile(raw);
            (name.value.as_str(), profile.filter(|_| is_free))
        })
        .collect();
    let is_sound = own.iter().all(|(_, profile)| profile.is_some());
    let built_in = Profile::BUILT_IN.map(|(name, profile)| (name, Some(profile)));
    let known: Vec<_> = built_in.into_iter().chain(own).collect();
    let chosen = match &office.profile {
        None => Some(Profile::WIDE),
        Some(name) => resolver.named(name, "profile", &known)?,
    };
    chosen.filter(|_| is_sound)
}

/// The findings go to `report`, the spans to `source`.
struct Profiles<'a> {
    source: SourceId,
    report: &'a mut Report,
}

impl Profiles<'_> {
    fn emit(&mut self, code: &'static Code, message: Message, raw: &Text) -> &mut Diagnostic {
        let span = Span::new(self.source, raw.range.clone());
        self.report.emit(Diagnostic::new(code, message).at(span))
    }

    fn is_free(&mut self, name: &Text) -> bool {
        let is_taken = Profile::BUILT_IN.iter().any(|(known, _)| *known == name.value);
        if is_taken {
            let message = Message::new("taken-id").with("value", &name.value);
            self.emit(&codes::BAD_ID, message, name);
        }
        !is_taken
    }

    /// The one of `known` that `name` names.
    fn named<T: Copy>(&mut self, name: &Text, key: &str, known: &[(&str, T)]) -> Option<T> {
        if let Some((_, value)) = known.iter().find(|(known, _)| *known == name.value) {
            return Some(*value);
        }
        let message = Message::new("bad-value").with("key", key).with("value", &name.value);
        let names = listed(known.iter().map(|(name, _)| *name));
        let known = Message::new("suggest-known").with("known", names);
        self.emit(&codes::BAD_VALUE, message, name).help = Some(known);
        None
    }

    fn own_profile(&mut self, raw: &OwnProfile) -> Option<Profile> {
        let start = match &raw.from {
            None => Some(Profile::WIDE),
            Some(name) => self.named(name, "from", &Profile::BUILT_IN),
        };
        let mut profile = start.unwrap_or(Profile::WIDE);
        let (mut is_sound, mut is_width_known) = (start.is_some(), start.is_some());
        for (field, value) in fields(raw) {
            let Some(value) = value else { continue };
            // It comes last. What it may be depends on the others: they are mended first.
            if field == Field::HeaderLeft && !is_width_known {
                continue;
            }
            if let Some(changed) = self.chosen(&profile, field, value) {
                profile = changed;
            } else {
                is_sound = false;
                is_width_known &= ![Field::Left, Field::Right, Field::HeaderSize].contains(&field);
            }
        }
        is_sound.then_some(profile)
    }

    /// `profile` with `field` as it is written.
    fn chosen(&mut self, profile: &Profile, field: Field, raw: &Text) -> Option<Profile> {
        let Ok(measure) = raw.value.trim().parse::<Measure>() else {
            let message = match field {
                Field::TableSize => Message::new("bad-table-size"),
                _ => Message::new("profile-number"),
            };
            self.refuse(message, field, profile.allowed(field), raw);
            return None;
        };
        let changed = profile.with(field, measure);
        if let Err(allowed) = changed {
            let message = match allowed {
                _ if field == Field::TableSize => Message::new("bad-table-size"),
                Allowed::Either(..) => Message::new("profile-choice"),
                Allowed::Between(_, most) if field == Field::HeaderLeft && measure > most => {
                    Message::new("profile-column")
                        .with("right", profile.text_width().minus(measure))
                        .with("needed", profile.least_right())
                }
                Allowed::Between(..) => Message::new("profile-range"),
            };
            self.refuse(message, field, allowed, raw);
        }
        changed.ok()
    }

    fn refuse(&mut self, message: Message, field: Field, allowed: Allowed, raw: &Text) {
        let (form, least, most) = match allowed {
            Allowed::Between(least, most) => ("range", least, most),
            Allowed::Either(one, other) => ("choice", one, other),
        };
        let message = message
            .with("key", field.key())
            .with("value", &raw.value)
            .with("unit", field.unit())
            .with("form", form)
            .with("least", least)
            .with("most", most)
            .with("rules", field.rules());
        self.emit(&codes::BAD_VALUE, message, raw);
    }
}

/// The fields as written, in the order of [`FIELDS`].
fn fields(raw: &OwnProfile) -> [(Field, Option<&Text>); FIELDS.len()] {
    [
        (Field::Top, raw.margins.top.as_ref()),
        (Field::Bottom, raw.margins.bottom.as_ref()),
        (Field::Left, raw.margins.left.as_ref()),
        (Field::Right, raw.margins.right.as_ref()),
        (Field::HeaderSize, raw.header_size.as_ref()),
        (Field::BodySize, raw.body_size.as_ref()),
        (Field::Indent, raw.indent.as_ref()),
        (Field::ParagraphGap, raw.paragraph_gap.as_ref()),
        (Field::LineSpacing, raw.line_spacing.as_ref()),
        (Field::HeaderLeft, raw.header_left.as_ref()),
        (Field::TableSize, raw.table_size.as_ref()),
    ]
}
