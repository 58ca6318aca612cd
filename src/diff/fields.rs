//! The fields of a document: what is printed once and has a name.

use crate::digest::Digest;
use crate::model::Directive;
use crate::model::certified::{Content, CopiedDocument, Medium};
use crate::model::date::{IssueDate, long, padded_month};
use crate::model::directive::{FileNote, Status};
use crate::model::issuer::Contact;
use crate::model::signatory::Signatory;
use crate::model::text::Text;
use crate::printed::phrases;

use super::change::{Change, Field, FieldName};

/// The fields that are not the same; none of what is named by its place in a list is compared
/// with another one.
pub(super) fn compare(before: &Directive, after: &Directive) -> Vec<Change> {
    let (old, new) = (fields(before), fields(after));
    let mut changes = Vec::new();
    let mut names: Vec<Name> = old.iter().chain(&new).map(|(name, _)| *name).collect();
    names.sort_unstable();
    names.dedup();
    for (nth, field) in names {
        let find = |fields: &[(Name, String)]| {
            let found = fields.iter().find(|(name, _)| *name == (nth, field));
            found.map(|(_, text)| text.clone())
        };
        let (before, after) = (find(&old), find(&new));
        if before != after {
            changes.push(Change::Field(Field { field, nth, before, after }));
        }
    }
    changes
}

type Name = (Option<usize>, FieldName);

fn fields(directive: &Directive) -> Vec<(Name, String)> {
    let text = |text: &Option<Text>| text.as_ref().map(|text| text.value.clone());
    let issuer = directive.issuer.as_ref();
    let status = Status::KNOWN.iter().find(|(_, known)| *known == directive.status);
    let mut fields: Vec<(Name, Option<String>)> = [
        (FieldName::Kind, Some(directive.kind.name.to_owned())),
        (FieldName::Rules, Some(directive.rules.id().to_owned())),
        (FieldName::Status, status.map(|(name, _)| (*name).to_owned())),
        (FieldName::Number, directive.number.map(|number| number.to_string())),
        (FieldName::Symbol, text(&directive.symbol)),
        (FieldName::Place, text(&directive.place)),
        (FieldName::Date, day(directive.date)),
        (FieldName::Subject, Some(directive.subject.value.clone())),
        (FieldName::Urgency, directive.urgency.map(|it| phrases::urgency(it).to_owned())),
        (
            FieldName::Circulation,
            directive.circulation.map(|it| phrases::circulation(it).to_owned()),
        ),
        (FieldName::Parent, issuer.and_then(|issuer| text(&issuer.parent))),
        (FieldName::Issuer, issuer.map(|issuer| issuer.name.value.clone())),
        (FieldName::CitedAs, issuer.and_then(|issuer| text(&issuer.cited_as))),
        (FieldName::Authority, issuer.and_then(|issuer| text(&issuer.authority))),
        (FieldName::Contact, issuer.and_then(|issuer| contact(&issuer.contact))),
        (FieldName::FileNote, directive.recipients.file.as_ref().map(file_note)),
        (FieldName::CopiedDocument, directive.copied.as_ref().map(copied)),
    ]
    .into_iter()
    .map(|(field, text)| ((None, field), text))
    .collect();
    let is_one = directive.signatories.len() < 2;
    for (index, signatory) in directive.signatories.iter().enumerate() {
        let nth = (!is_one).then_some(index + 1);
        fields.extend(signed(signatory).map(|(field, text)| ((nth, field), text)));
    }
    for (index, enacted) in directive.enacts.iter().enumerate() {
        let nth = Some(index + 1);
        fields.push(((nth, FieldName::EnactedKind), Some(enacted.kind.name.to_owned())));
        fields.push(((nth, FieldName::EnactedSubject), Some(enacted.subject.value.clone())));
    }
    for (index, appended) in directive.appended.iter().enumerate() {
        let nth = Some(index + 1);
        fields.push(((nth, FieldName::AppendixTitle), Some(appended.title.value.clone())));
        let signed = appended.signatories.iter().flat_map(Signatory::texts);
        let signed: Vec<&str> = signed.map(|text| text.value.as_str()).collect();
        let signed = Some(signed.join(" / ")).filter(|it| !it.is_empty());
        fields.push(((nth, FieldName::AppendixSigned), signed));
    }
    fields.into_iter().filter_map(|(name, text)| Some((name, text?))).collect()
}

fn signed(signatory: &Signatory) -> [(FieldName, Option<String>); 4] {
    let text = |text: &Option<Text>| text.as_ref().map(|text| text.value.clone());
    let lines: Vec<&str> = signatory.authority.iter().map(|line| line.value.as_str()).collect();
    [
        (FieldName::SignedFor, Some(lines.join(" / ")).filter(|lines| !lines.is_empty())),
        (FieldName::SignedAs, text(&signatory.title)),
        (FieldName::Office, text(&signatory.office)),
        (FieldName::SignedBy, text(&signatory.name)),
    ]
}

/// The date as far as it is known, as it is printed.
fn day(date: IssueDate) -> Option<String> {
    match date {
        IssueDate::Open => None,
        IssueDate::Year(year) => Some(format!("năm {year}")),
        IssueDate::Month(year, month) => Some(format!("tháng {} năm {year}", padded_month(month))),
        IssueDate::Day(date) => Some(format!("ngày {}", long(date))),
    }
}

fn contact(contact: &Contact) -> Option<String> {
    let Contact { address, phone, fax, email, website } = contact;
    let parts = [address, phone, fax, email, website].into_iter().flatten();
    let parts: Vec<&str> = parts.map(|part| part.value.as_str()).collect();
    Some(parts.join("; ")).filter(|parts| !parts.is_empty())
}

/// The file that is copied and what it holds, how, and which parts.
fn copied(copied: &CopiedDocument) -> String {
    let CopiedDocument { file, content, from, to, signed_at, extract } = copied;
    let mut text = match content {
        // Enough to tell one file from another of its name.
        Content::Pdf(bytes) => format!("{} #{:.8}", file.value, Digest::of(bytes).to_string()),
        Content::Directive(_) => file.value.clone(),
    };
    let word = |medium: &Medium| {
        let known = Medium::KNOWN.iter().find(|(_, known)| known == medium);
        known.map_or("", |(word, _)| word)
    };
    text.extend(["; ", word(from), " → ", word(to)]);
    text.extend(signed_at.iter().map(|time| format!("; {}", time.printed())));
    text.extend(extract.iter().map(|part| format!("; {}", part.value)));
    text
}

fn file_note(file: &FileNote) -> String {
    let unit = file.unit.as_ref().map(|unit| format!(", {}", unit.value)).unwrap_or_default();
    let drafter = file.drafter.as_ref().map(|it| format!(". {}", it.value)).unwrap_or_default();
    let copies = file.copies.map(|copies| format!(" ({copies})")).unwrap_or_default();
    format!("VT{unit}{drafter}{copies}")
}
