//! Whom a document goes to and who signs it (ô 7, 9 and 12).

use serde::Serialize;

use crate::model::Directive;
use crate::model::directive::{FileNote, Recipients};
use crate::model::kind::Form;
use crate::model::signatory::Signatory;
use crate::model::text::Text;
use crate::render::bases::ended;
use crate::render::names::{name, upper};
use crate::render::spacing::running;

/// Ô 9a.
#[derive(Debug, Serialize)]
pub(super) struct Addressees {
    /// `Kính gửi`, or who wires.
    lead: String,
    entries: Vec<String>,
    is_telegram: bool,
}

/// Ô 7 and 9b.
#[derive(Debug, Serialize)]
pub(super) struct Signing {
    recipients: Vec<String>,
    signers: Vec<Signer>,
    /// Whether the text before it holds its room.
    pub(super) is_held: bool,
}

#[derive(Debug, Serialize)]
struct Signer {
    authority: Vec<String>,
    title: Option<String>,
    office: Option<String>,
    name: Option<String>,
}

pub(super) fn addressees(directive: &Directive) -> Option<Addressees> {
    let entries = punctuated(&directive.recipients.to);
    let is_telegram = directive.kind.form == Form::Telegram;
    let lead = if is_telegram {
        let issuer = directive.issuer.as_ref();
        let who = issuer.map(|issuer| upper(issuer.authority.as_ref().unwrap_or(&issuer.name)));
        format!("{} điện", who.unwrap_or_default()).trim_start().to_owned()
    } else {
        "Kính gửi".to_owned()
    };
    (!entries.is_empty()).then_some(Addressees { lead, entries, is_telegram })
}

pub(super) fn signing(directive: &Directive) -> Option<Signing> {
    let recipients = recipients(&directive.recipients);
    let is_open = directive.signatories.iter().all(Signatory::is_open);
    let signers = directive.signatories.iter().map(signer).collect();
    (!recipients.is_empty() || !is_open).then_some(Signing { recipients, signers, is_held: false })
}

fn signer(signatory: &Signatory) -> Signer {
    Signer {
        authority: signatory.authority.iter().map(upper).collect(),
        title: signatory.title.as_ref().map(upper),
        office: signatory.office.as_ref().map(upper),
        name: signatory.name.as_ref().map(|words| name(&words.value)),
    }
}

/// Several entries end in `;`, the last one in `.`; a single one has no mark (R74, R75).
fn punctuated(entries: &[Text]) -> Vec<String> {
    let last = entries.len().saturating_sub(1);
    let mark = |index: usize| match index {
        _ if entries.len() == 1 => "",
        index if index == last => ".",
        _ => ";",
    };
    entries
        .iter()
        .enumerate()
        .map(|(index, entry)| running(&ended(&entry.value, mark(index))))
        .collect()
}

/// The lines of Nơi nhận (R77, R78): the Lưu line comes last and alone ends in `.`.
fn recipients(recipients: &Recipients) -> Vec<String> {
    let last = recipients.cc.len().saturating_sub(1);
    let mut lines: Vec<String> = recipients
        .cc
        .iter()
        .enumerate()
        .map(|(index, entry)| {
            let is_end = index == last && recipients.file.is_none();
            running(&format!("- {}", ended(&entry.value, if is_end { "." } else { ";" })))
        })
        .collect();
    lines.extend(recipients.file.as_ref().map(file_line));
    lines
}

/// `- Lưu: VT, HC (2).` (R78) or, with the drafter's mark, `- Lưu: VT, NVĐP. PL(300).` (R82).
fn file_line(file: &FileNote) -> String {
    let unit = file.unit.as_ref().map(|unit| format!(", {}", unit.value)).unwrap_or_default();
    let copies = file.copies.map(|copies| format!("({copies})"));
    match (&file.drafter, copies) {
        (Some(drafter), copies) => {
            format!("- Lưu: VT{unit}. {}{}.", drafter.value, copies.unwrap_or_default())
        }
        (None, Some(copies)) => format!("- Lưu: VT{unit} {copies}."),
        (None, None) => format!("- Lưu: VT{unit}."),
    }
}
