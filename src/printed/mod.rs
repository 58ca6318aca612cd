//! The printed document: every text that stands on paper, typed, in reading order.
//!
//! It is made from the model and the computed tables. `render` adds layout to it; `diff`,
//! `explain` and `issue` read it, so that they speak of what is on paper. It knows no Typst, no
//! widths, no no-break spaces and no other layout.

mod appendices;
mod bases;
pub mod block;
mod body;
mod by_hand;
pub mod certified;
pub mod document;
pub mod grid;
pub mod numbers;
mod particulars;
pub mod phrases;
mod references;
pub mod run;
mod sentences;
pub mod sources;
pub mod text;

use crate::compute::Tables;
use crate::model::Directive;
use crate::model::directive::{Recipients, Status};
use crate::model::enacted::Enacted as EnactedModel;
use crate::model::kind::{Form, Kind};
use crate::model::particulars::Particulars;
use crate::model::rule_set::RuleSet;
use crate::model::signatory::Signatory;
use crate::model::text::Text;
use block::Block;
pub use document::Document;
use document::{
    Addressees, Enacted, Letterhead, Marks, Preamble, Properties, Signature, Signer, Title,
};
use grid::Grid;
pub use references::{Resolved, bodies};
pub(crate) use references::{figure, of_table};
use run::Line;
pub use sentences::{Sentence, sentences};

/// `directive`, computed as `tables`, as it stands on paper; a draft says so if it asks for that
/// itself, or says nothing of it and `marks_drafts`.
#[must_use]
pub fn print(directive: &Directive, tables: &Tables, marks_drafts: bool) -> Document {
    if let Some(copied) = &directive.copied {
        return certified::print(directive, copied);
    }
    let mut texts = texts(directive, tables);
    let appended = texts.split_off(1 + directive.enacts.len());
    let mut texts = texts.into_iter();
    let mut blocks = || texts.next().unwrap_or_default();
    let is_marked = directive.draft_mark.unwrap_or(marks_drafts);
    let is_marked = is_marked && directive.status == Status::Draft;
    let issuer = directive.issuer.as_ref();
    Document {
        kind: directive.kind,
        rules: directive.rules,
        properties: properties(directive),
        letterhead: letterhead(directive),
        marks: marks(directive, is_marked),
        title: directive.kind.has_title().then(|| main_title(directive)),
        addressees: addressees(directive),
        preamble: preamble(directive),
        blocks: blocks(),
        signature: signature(directive),
        enacted: directive.enacts.iter().map(|it| enacted(it, directive, blocks())).collect(),
        appendices: appendices::appendices(directive, tables, &appended),
        contact: issuer.map(|issuer| phrases::contact(&issuer.contact)).unwrap_or_default(),
        copy: None,
        fingerprint: None,
    }
}

/// The main text of `directive` with the fixed lines of its kind, that of each document it puts into
/// force, and that of each appendix of text.
#[must_use]
pub fn texts(directive: &Directive, tables: &Tables) -> Vec<Vec<Block>> {
    let bodies = bodies(directive, tables);
    let mut texts: Vec<Vec<Block>> =
        bodies.iter().map(|body| body::blocks(body, directive, tables)).collect();
    if let (Some(particulars), Some(main)) = (&directive.particulars, texts.first_mut()) {
        *main = particulars::around(std::mem::take(main), particulars, directive);
    }
    let is_centred =
        |block: &Block| matches!(block, Block::Heading { rank, .. } if rank.is_centred());
    for block in texts.iter_mut().flatten().filter(|block| !is_centred(block)) {
        block.line_mut().into_iter().for_each(Line::part_blanks);
    }
    texts
}

/// A table that is computed and not printed, as it would be.
#[must_use]
pub fn unprinted(tables: &Tables, target: usize) -> Grid {
    grid::of_table(tables, target)
}

fn properties(directive: &Directive) -> Properties {
    let (kind, subject) = (directive.kind.name, &directive.subject.value);
    let number = directive.number.zip(directive.symbol.as_ref());
    let number = number.map(|(number, symbol)| {
        format!("{number}{}{}", directive.rules.before_symbol(), symbol.value)
    });
    Properties {
        title: format!("{kind} {subject}"),
        author: directive.issuer.as_ref().map(|issuer| issuer.name.value.clone()),
        subject: subject.clone(),
        keywords: std::iter::once(kind.to_owned()).chain(number).collect(),
        date: directive.date,
    }
}

fn letterhead(directive: &Directive) -> Letterhead {
    let kind = directive.kind;
    // The parties of a contract stand in its text.
    let is_of_parties = kind.form == Form::Contract;
    let issuer = directive.issuer.as_ref().filter(|_| !is_of_parties);
    let has_date = kind.has_date_line();
    Letterhead {
        names: phrases::names(issuer, directive.rules),
        number: number_line(directive).filter(|_| !is_of_parties),
        date: has_date.then(|| phrases::date_line(directive.place.as_ref(), directive.date)),
        subject: (!kind.has_title())
            .then(|| phrases::subject_line(&directive.subject, directive.rules)),
    }
}

fn number_line(directive: &Directive) -> Option<Line> {
    let symbol = directive.symbol.as_ref()?;
    Some(phrases::number_line(directive.number, symbol, directive.rules))
}

fn marks(directive: &Directive, is_marked_as_draft: bool) -> Marks {
    let urgency = |it| (it, phrases::mark(94, phrases::urgency(it)));
    let circulation = |it| (it, phrases::mark(95, phrases::circulation(it)));
    Marks {
        draft: is_marked_as_draft.then(phrases::draft),
        urgency: directive.urgency.map(urgency),
        circulation: directive.circulation.map(circulation),
    }
}

/// The title of `directive`: a thư công is named by what it is about, a contract bears its number
/// under its name.
fn main_title(directive: &Directive) -> Title {
    let (kind, subject) = (directive.kind, &directive.subject);
    if kind.form == Form::Personal {
        let name = Line::typed(subject).in_capitals();
        return Title { name, subject: None, number: None, end: None };
    }
    let whole = title(kind, subject, directive.rules);
    let number = number_line(directive).filter(|_| kind.form == Form::Contract);
    let subject = whole.subject.filter(|_| kind.has_titled_subject());
    // The name of a contract goes on in what it is about.
    let is_one_name = kind.id == "hop-dong";
    let subject = subject.map(|it| if is_one_name { it.in_capitals() } else { it });
    Title { subject, number, ..whole }
}

fn title(kind: &Kind, subject: &Text, rules: RuleSet) -> Title {
    let (subject, end) = (Some(Line::typed(subject)), phrases::title_end(rules));
    Title { name: phrases::type_name(kind), subject, number: None, end }
}

fn preamble(directive: &Directive) -> Option<Preamble> {
    let Form::Enacting(verb) = directive.kind.form else { return None };
    let authority = directive.issuer.as_ref().and_then(|issuer| issuer.authority.as_ref());
    Some(Preamble {
        authority: authority.map(|text| Line::typed(text).in_capitals()),
        bases: bases::lines(&directive.legal_bases),
        verb: phrases::verb(verb),
    })
}

/// Several entries end in `;`, the last one in `.`; a single one has no mark (R74, R75).
fn addressees(directive: &Directive) -> Option<Addressees> {
    let to = &directive.recipients.to;
    let is_telegram = directive.kind.form == Form::Telegram;
    let last = to.len().checked_sub(1)?;
    let entry = |(index, entry)| {
        let mark = if index < last { ";" } else { "." };
        phrases::addressee(entry, if last == 0 { "" } else { mark })
    };
    Some(Addressees {
        lead: if is_telegram {
            phrases::telegram_lead(directive.issuer.as_ref())
        } else {
            phrases::addressees_lead(directive.kind, directive.rules)
        },
        marker: (is_telegram || last > 0).then_some("-"),
        entries: to.iter().enumerate().map(entry).collect(),
    })
}

/// In Nơi nhận the Lưu line comes last and alone ends in `.` (R77, R78).
fn signature(directive: &Directive) -> Option<Signature> {
    let Recipients { cc, file, .. } = &directive.recipients;
    let entry = |(index, entry)| {
        let is_end = index + 1 == cc.len() && file.is_none();
        phrases::recipient(entry, if is_end { "." } else { ";" })
    };
    let recipients: Vec<Line> = cc.iter().enumerate().map(entry).collect();
    let file = file.as_ref().map(|file| phrases::file_line(file, directive.rules));
    let is_received = !recipients.is_empty() || file.is_some();
    let is_open = directive.signatories.iter().all(Signatory::is_open);
    let leave = directive.particulars.as_ref().and_then(|particulars| match particulars {
        Particulars::Leave(leave) => leave.confirmation.then(phrases::confirmation),
        _ => None,
    });
    (is_received || !is_open || leave.is_some()).then(|| Signature {
        heading: is_received.then(phrases::recipients_heading),
        recipients,
        file,
        signers: directive.signatories.iter().map(signer).collect(),
        confirmation: leave,
    })
}

fn signer(signatory: &Signatory) -> Signer {
    let capitals = |text: &Text| Line::typed(text).in_capitals();
    Signer {
        authority: signatory.authority.iter().map(capitals).collect(),
        title: signatory.title.as_ref().map(capitals),
        signed: None,
        office: signatory.office.as_ref().map(capitals),
        name: signatory.name.as_ref().map(Line::typed),
    }
}

fn enacted(enacted: &EnactedModel, directive: &Directive, blocks: Vec<Block>) -> Enacted {
    Enacted {
        names: phrases::names(directive.issuer.as_ref(), directive.rules),
        title: title(enacted.kind, &enacted.subject, directive.rules),
        accompanies: phrases::accompanies(directive),
        blocks,
    }
}
