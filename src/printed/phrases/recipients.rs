//! Phrases of Kính gửi and Nơi nhận.

use super::{own, phrase};
use crate::model::directive::FileNote;
use crate::model::issuer::Issuer;
use crate::model::kind::Kind;
use crate::model::rule_set::RuleSet;
use crate::model::text::Text;
use crate::printed::run::{Line, Run};

/// `Kính gửi:` (R73); on a tờ trình of the Party `Kính trình:` (R157).
#[must_use]
pub fn addressees_lead(kind: &Kind, rules: RuleSet) -> Line {
    if rules.is_of_party() && kind.id == "to-trinh" {
        return phrase(157, "Kính trình:").into();
    }
    phrase(73, "Kính gửi:").into()
}

/// `CHỦ TỊCH ỦY BAN NHÂN DÂN … điện:` (Mẫu 1.6).
#[must_use]
pub fn telegram_lead(issuer: Option<&Issuer>) -> Line {
    let Some(issuer) = issuer else { return own("điện:").into() };
    let who = Run::typed(issuer.authority.as_ref().unwrap_or(&issuer.name));
    let who = Line::from(who).in_capitals();
    who.with(own(" điện:"))
}

/// An entry of Kính gửi with the mark behind it (R75).
#[must_use]
pub fn addressee(entry: &Text, mark: &str) -> Line {
    ended(Line::typed(entry), 75, mark)
}

/// `Nơi nhận:` (R76).
#[must_use]
pub fn recipients_heading() -> Line {
    phrase(76, "Nơi nhận:").into()
}

/// `- Như trên;` (R77).
#[must_use]
pub fn recipient(entry: &Text, mark: &str) -> Line {
    ended(Line::from(phrase(77, "- ")).with(Run::typed(entry)), 77, mark)
}

/// The line with `mark` behind it, unless its author put one there (R43, R75, R77).
pub(in crate::printed) fn ended(line: Line, rule: u16, mark: &str) -> Line {
    if mark.is_empty() || line.text().ends_with([';', '.']) {
        return line;
    }
    line.with(phrase(rule, mark))
}

/// `- Lưu: VT, HC (2).` (R78) or, with the drafter's mark in capitals, `- Lưu: VT, NVĐP. PL.(300).`
/// (R82); of the Party `- Lưu Văn phòng.` (R157).
#[must_use]
pub fn file_line(file: &FileNote, rules: RuleSet) -> Line {
    let (lead, before_unit) = match rules {
        RuleSet::Nd30 => (phrase(78, "- Lưu: VT"), ", "),
        RuleSet::Hd05 => (phrase(157, "- Lưu"), " "),
    };
    let mut line = Line::from(lead);
    if let Some(unit) = &file.unit {
        line = line.with(phrase(78, before_unit)).with(Run::typed(unit));
    }
    if let Some(drafter) = &file.drafter {
        let mark = Line::from(Run::typed(drafter)).in_capitals();
        line = line.with(phrase(82, ". "));
        line.runs.extend(mark.runs);
    }
    let ends = file.drafter.as_ref().is_some_and(|drafter| drafter.value.ends_with('.'));
    let space = match file.drafter {
        Some(_) if ends => "",
        Some(_) => ".",
        None => " ",
    };
    let copies = file.copies.map(|copies| format!("{space}({copies})")).unwrap_or_default();
    let end = if ends && copies.is_empty() { "" } else { "." };
    line.with(phrase(78, format!("{copies}{end}")))
}
