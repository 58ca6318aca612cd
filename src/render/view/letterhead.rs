//! The head of the first page (ô 1–5b, 10, 11) and its foot (ô 13).

use serde::Serialize;

use crate::model::Directive;
use crate::model::issuer::Contact;
use crate::model::text::Text;
use crate::render::names::{name, upper};
use crate::render::numbers;
use crate::render::spacing::running;

/// What stands in the two columns.
#[derive(Debug, Serialize)]
pub(super) struct Letterhead {
    #[serde(flatten)]
    names: Names,
    number: Option<String>,
    symbol: String,
    place: Option<String>,
    day: Option<String>,
    month: Option<String>,
    year: Option<String>,
    /// `V/v …`, on a công văn.
    subject: Option<String>,
    /// `HOẢ TỐC`
    urgency: Option<Stamp>,
    /// `LƯU HÀNH NỘI BỘ`
    circulation: Option<Stamp>,
    /// `DỰ THẢO`
    draft: Option<String>,
}

/// Ô 2.
#[derive(Debug, Serialize)]
pub(super) struct Names {
    parent: Option<String>,
    issuer: Option<String>,
}

/// The words of a stamp, and the width of its frame in tenths of a millimetre.
#[derive(Debug, Serialize)]
struct Stamp {
    words: &'static str,
    width: u16,
}

pub(super) fn letterhead(directive: &Directive, is_marked_as_draft: bool) -> Letterhead {
    let is_letter = !directive.kind.has_title();
    Letterhead {
        names: names(directive),
        number: directive.number.map(|number| number.to_string()),
        symbol: directive.symbol.value.clone(),
        place: directive.place.as_ref().map(|place| place.value.clone()),
        day: numbers::day(directive.date),
        month: numbers::month(directive.date),
        year: numbers::year(directive.date),
        subject: is_letter.then(|| name(&format!("V/v {}", directive.subject.value))),
        urgency: directive.urgency.map(|it| Stamp { words: it.words(), width: it.width() }),
        circulation: directive.circulation.map(|it| Stamp { words: it.words(), width: it.width() }),
        draft: is_marked_as_draft.then(|| "DỰ THẢO".to_owned()),
    }
}

pub(super) fn names(directive: &Directive) -> Names {
    let issuer = directive.issuer.as_ref();
    Names {
        parent: issuer.and_then(|issuer| issuer.parent.as_ref()).map(upper),
        issuer: issuer.map(|issuer| upper(&issuer.name)),
    }
}

/// The lines of R97, without what is not known.
pub(super) fn contact(directive: &Directive) -> Vec<String> {
    let Some(issuer) = &directive.issuer else { return Vec::new() };
    let Contact { address, phone, fax, email, website } = &issuer.contact;
    let line = |parts: &[(&str, &Option<Text>)]| {
        let said = parts
            .iter()
            .filter_map(|(label, text)| text.as_ref().map(|text| format!("{label}{}", text.value)));
        said.collect::<Vec<_>>().join(", ")
    };
    let lines = [
        line(&[("", address)]),
        line(&[("ĐT: ", phone), ("Fax: ", fax)]),
        line(&[("E-mail: ", email), ("Website: ", website)]),
    ];
    lines.iter().filter(|line| !line.is_empty()).map(|line| running(line)).collect()
}
