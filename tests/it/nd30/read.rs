//! The elements of a document, each by its words.

use std::ops::Range;

use vanthu::model::Directive;
use vanthu::model::directive::Status;
use vanthu::model::kind::{Form, Kind};
use vanthu::model::particulars::Particulars;
use vanthu::model::reference::Appendix as Which;
use vanthu::model::signatory::Signatory;
use vanthu::printed::phrases;

use super::body;
use super::facts;
use super::paper::{Appendix, Enacted, Foot, Head, Preamble, Signer, Title};
use super::runs::{Unread, key, shared_out};
use crate::pdf::{Line, Page};

/// The middle of an upright page.
const HALF: f64 = 105.0;

fn said(line: &Line) -> String {
    key(&line.text())
}

fn is_nation(line: &Line) -> bool {
    said(line) == "cộnghòaxãhộichủnghĩaviệtnam"
}

fn is_motto(line: &Line) -> bool {
    said(line).starts_with("độclập")
}

/// Ô 1–4, 5b and 10.
pub(super) fn head(directive: &Directive, left: &mut Unread) -> Result<Head, String> {
    let nation = left.take_line("Quốc hiệu", is_nation)?;
    let motto = left.take_line("Tiêu ngữ", is_motto)?;
    let below = motto.y();
    // The number of a contract stands in the middle, under its title.
    let is_of_parties = directive.kind.form == Form::Contract;
    let is_number = |line: &Line| {
        let is_there = is_of_parties || line.center() < HALF;
        line.y() > below && is_there && said(line).starts_with("số")
    };
    let number = directive.symbol.is_some().then(|| left.take_line("số", is_number));
    let number = number.transpose()?;
    let is_date = |said: &str| ["ngày", "tháng", "năm"].iter().all(|word| said.contains(word));
    let is_date_line =
        |line: &Line| line.y() > below && line.center() > HALF && is_date(&said(line));
    let date = if directive.kind.has_date_line() {
        Some(left.take_line("ngày", is_date_line)?)
    } else {
        let title = left.first_y(&title_name(directive.kind, &directive.subject.value));
        left.take_any(|line| is_date_line(line) && title.is_some_and(|title| line.y() < title))
    };
    let (parent, issuer) = if is_of_parties { Default::default() } else { names(directive, left)? };
    let subject = if directive.kind.has_title() {
        Vec::new()
    } else {
        left.take(&format!("V/v {}", directive.subject.value))?
    };
    let urgency = directive.urgency.map(|urgency| {
        left.take_line("mức độ khẩn", |line| {
            line.center() < HALF && said(line) == key(phrases::urgency(urgency))
        })
    });
    let urgency = urgency.transpose()?;
    Ok(Head { nation, motto, parent, issuer, number, date, subject, urgency })
}

/// Ô 2.
fn names(directive: &Directive, left: &mut Unread) -> Result<(Vec<Line>, Vec<Line>), String> {
    let Some(issuer) = &directive.issuer else { return Ok((Vec::new(), Vec::new())) };
    let parent = issuer.parent.as_ref().map(|parent| left.take(&parent.value)).transpose()?;
    Ok((parent.unwrap_or_default(), left.take(&issuer.name.value)?))
}

/// Ô 5a.
pub(super) fn title(directive: &Directive, left: &mut Unread) -> Result<Option<Title>, String> {
    let kind = directive.kind;
    kind.has_title().then(|| titled(kind, &directive.subject.value, left)).transpose()
}

/// What the title begins with: the name of the kind, or what a thư công is about.
fn title_name(kind: &Kind, subject: &str) -> String {
    if kind.form == Form::Personal { subject.to_owned() } else { kind.name.to_owned() }
}

fn titled(kind: &Kind, subject: &str, left: &mut Unread) -> Result<Title, String> {
    let name = left.take(&title_name(kind, subject))?;
    let subject = kind.has_titled_subject().then(|| left.take(subject)).transpose()?;
    Ok(Title { name, subject: subject.unwrap_or_default() })
}

/// Ô 9a.
pub(super) fn addressees(
    directive: &Directive,
    left: &mut Unread,
) -> Result<Option<Vec<Line>>, String> {
    let entries = facts::addressees(directive);
    if entries.is_empty() {
        return Ok(None);
    }
    let is_telegram = directive.kind.form == Form::Telegram;
    let dash = if entries.len() > 1 || is_telegram { "- " } else { "" };
    let words = entries.iter().flat_map(|entry| [dash, entry]).collect::<String>();
    let lead = if is_telegram {
        format!("{} điện:", facts::wirer(directive))
    } else {
        "Kính gửi:".to_owned()
    };
    left.take(&format!("{lead}{words}")).map(Some)
}

/// Who decides, and the verb.
pub(super) fn preamble(
    directive: &Directive,
    left: &mut Unread,
) -> Result<Option<Preamble>, String> {
    let Form::Enacting(verb) = directive.kind.form else { return Ok(None) };
    let authority = directive.issuer.as_ref().and_then(|issuer| issuer.authority.as_ref());
    let authority = authority.map(|authority| left.take(&authority.value)).transpose()?;
    let verb = left.take(&format!("{verb}:"))?;
    Ok(Some(Preamble { authority: authority.unwrap_or_default(), verb }))
}

/// `DỰ THẢO` on a draft: no rule is about it.
pub(super) fn draft_mark(directive: &Directive, left: &mut Unread) -> Result<(), String> {
    if directive.status == Status::Draft {
        left.take("DỰ THẢO")?;
    }
    Ok(())
}

const CONFIRMATION: &str =
    "Xác nhận của cơ quan (tổ chức) hoặc chính quyền địa phương nơi nghỉ phép (nếu cần)";

/// Ô 7 and 9b.
pub(super) fn foot(directive: &Directive, left: &mut Unread) -> Result<Foot, String> {
    let mut foot = Foot::default();
    if let Some(Particulars::Leave(leave)) = &directive.particulars
        && leave.confirmation
    {
        let (page, lines) = left.take_last(CONFIRMATION)?;
        (foot.page, foot.confirmation) = (page, lines);
    }
    for signatory in directive.signatories.iter().rev() {
        let signer = signer(signatory, &mut foot.page, left)?;
        foot.signers.insert(0, signer);
    }
    let entries = facts::recipients(directive);
    if !entries.is_empty() {
        let whole = format!("Nơi nhận: {}", entries.concat());
        let (page, mut lines) = left.take_last(&whole)?;
        foot.page = page;
        foot.heading = Some(lines.remove(0));
        foot.recipients = shared_out(&lines, &entries);
    }
    Ok(foot)
}

fn signer(one: &Signatory, on: &mut usize, left: &mut Unread) -> Result<Signer, String> {
    let mut signer = Signer::default();
    let mut take = |words: &str| -> Result<Vec<Line>, String> {
        let (page, lines) = left.take_last(words)?;
        *on = page;
        Ok(lines)
    };
    signer.name = one.name.as_ref().map(|name| take(&name.value)).transpose()?;
    signer.office = one.office.as_ref().map(|office| take(&office.value)).transpose()?;
    for above in one.title.iter().chain(one.authority.iter().rev()) {
        signer.above.insert(0, take(&above.value)?);
    }
    Ok(signer)
}

/// A document that is put into force (R92).
pub(super) fn enacted(
    directive: &Directive,
    index: usize,
    pages: Range<usize>,
    lines: &[Vec<Line>],
    paper: &[Page],
) -> Result<Enacted, String> {
    let own = &directive.enacts[index];
    let mut left = Unread::new(lines, &pages);
    let nation = left.take_any(is_nation);
    let motto = left.take_any(is_motto);
    let (parent, issuer) = names(directive, &mut left)?;
    let title = titled(own.kind, &own.subject.value, &mut left)?;
    let reference = left.take(&facts::reference(directive))?;
    let text = left.rest(paper);
    let paragraphs = body::read(directive, &own.body, false, &text)?;
    Ok(Enacted { pages, nation, motto, parent, issuer, title, reference, paragraphs })
}

/// The head of an appendix, and its text if it is one.
pub(super) fn appendix(
    directive: &Directive,
    index: usize,
    pages: Range<usize>,
    lines: &[Vec<Line>],
    paper: &[Page],
) -> Result<Appendix, String> {
    let which = directive.appendices()[index];
    let text = match which {
        Which::Text(text) => Some(&directive.appended[text]),
        Which::Table(_) | Which::Working(..) => None,
    };
    let head = if text.is_some() { pages.clone() } else { pages.start..pages.start + 1 };
    let mut left = Unread::new(lines, &head);
    let label = left.take_line("Phụ lục", |line| said(line).starts_with("phụlục"))?;
    let reference = left.take(&facts::reference(directive))?;
    let title = facts::appendix_title(directive, index);
    let title = title.map(|title| left.take(&title)).transpose()?.unwrap_or_default();
    let (mut signers, mut paragraphs) = (Vec::new(), Vec::new());
    if let Some(text) = text {
        let mut page = 0;
        for signatory in text.signatories.iter().rev() {
            signers.insert(0, signer(signatory, &mut page, &mut left)?);
        }
        paragraphs = body::read(directive, &text.body, false, &left.rest(paper))?;
    }
    Ok(Appendix { pages, label, title, reference, paragraphs, signers })
}
