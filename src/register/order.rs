//! Whether the numbers of issued documents rise with their days (R193) and leave none out (R194).
//!
//! An office numbers all its documents together or each kind by itself (Điều 15 khoản 1). In both
//! cases documents of one symbol are in order, and a number that no document of the year has is
//! missing. Certified copies of all three kinds have one series of their own (Phụ lục I, Phần II).

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::codes;
use crate::diagnostic::{Diagnostic, Message};
use crate::model::Directive;
use crate::model::date::IssueDate;
use crate::model::directive::Status;
use crate::model::number::DocumentNumber;

/// An issued document by its number. The order is that of issuers, years, symbols and numbers.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Numbered {
    issuer: String,
    year: i16,
    /// Certified copies are numbered apart.
    is_copy: bool,
    /// Documents that are numbered together for certain.
    series: String,
    number: DocumentNumber,
    day: Date,
    /// Number and symbol as they are written.
    document: String,
    path: String,
}

impl Numbered {
    /// The issued document at `path`; nothing for a draft, and for one that lacks number or day.
    pub(crate) fn of(path: &str, directive: &Directive) -> Option<Self> {
        let IssueDate::Day(day) = directive.date else { return None };
        let issuer = directive.issuer.as_ref().filter(|_| directive.status == Status::Issued)?;
        let parent = issuer.parent.as_ref().map_or("", |parent| parent.value.as_str());
        Some(Self {
            issuer: [parent, issuer.name.value.as_str()].join(" ").trim().to_owned(),
            year: day.year(),
            series: directive.series()?,
            is_copy: directive.kind.certified().is_some(),
            number: directive.number?,
            day,
            document: directive.number_and_symbol(),
            path: path.to_owned(),
        })
    }

    /// The year of issue.
    pub(crate) fn year(&self) -> i16 {
        self.year
    }

    /// Whether both are numbered in one series, as far as symbols tell.
    fn is_in_series_of(&self, other: &Self) -> bool {
        (&self.issuer, self.year, &self.series) == (&other.issuer, other.year, &other.series)
    }

    /// That this one, with the higher number, was issued before `other`.
    fn before(&self, other: &Self) -> Message {
        let day = |of: &Self| of.day.strftime("%d/%m/%Y").to_string();
        Message::new("number-order")
            .with("document", &self.document)
            .with("path", &self.path)
            .with("day", day(self))
            .with("other", &other.document)
            .with("other_path", &other.path)
            .with("other_day", day(other))
    }
}

/// What contradicts a document among `others`: the lower number with the latest day, or the higher
/// one with the earliest.
pub(crate) fn against(one: &Numbered, others: &[Numbered]) -> Option<Message> {
    let mut series = others.iter().filter(|other| other.is_in_series_of(one));
    let lower = series.clone().filter(|other| other.number < one.number);
    let latest = lower.max_by_key(|other| other.day).filter(|other| other.day > one.day);
    let higher = series.by_ref().filter(|other| other.number > one.number);
    let earliest = higher.min_by_key(|other| other.day).filter(|other| other.day < one.day);
    latest.map(|other| one.before(other)).or_else(|| earliest.map(|other| other.before(one)))
}

/// What is wrong with the order of `all` documents of an office, each with the path of a document.
pub(crate) fn findings(mut all: Vec<Numbered>) -> Vec<(String, Diagnostic)> {
    all.sort();
    let mut findings = Vec::new();
    let mut latest: Option<&Numbered> = None;
    for one in &all {
        match latest.filter(|other| other.is_in_series_of(one) && other.day > one.day) {
            Some(other) => {
                let finding = Diagnostic::new(&codes::NUMBER_ORDER, one.before(other));
                findings.push((one.path.clone(), finding));
            }
            None => latest = Some(one),
        }
    }
    findings.extend(gaps(&all));
    findings
}

/// The numbers that no document of an issuer has in a year, from 1 to the last one.
fn gaps(all: &[Numbered]) -> impl Iterator<Item = (String, Diagnostic)> {
    let mut numbers = BTreeMap::<(&str, i16, bool), Vec<(u32, &str)>>::new();
    for one in all {
        let number = (one.number.get(), one.path.as_str());
        numbers.entry((&one.issuer, one.year, one.is_copy)).or_default().push(number);
    }
    numbers.into_iter().filter_map(|((issuer, year, _), mut numbers)| {
        numbers.sort_unstable();
        let mut next = 1;
        let mut missing = Vec::new();
        let last = numbers.last().map_or("", |(_, path)| path).to_owned();
        for (number, _) in numbers {
            match number.saturating_sub(next) {
                0 => {}
                1 => missing.push(next.to_string()),
                count => missing.push(format!("{next}–{}", next + count - 1)),
            }
            next = next.max(number + 1);
        }
        let message = Message::new("number-gap")
            .with("issuer", issuer)
            .with("year", year)
            .with("numbers", missing.join(", "));
        (!missing.is_empty()).then(|| (last, Diagnostic::new(&codes::NUMBER_GAP, message)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbered(symbol: &str, number: &str, day: &str) -> Numbered {
        let number: DocumentNumber = number.parse().expect("a number");
        let day: Date = day.parse().expect("a day");
        Numbered {
            issuer: "Sở Tài chính".to_owned(),
            year: day.year(),
            is_copy: false,
            series: symbol.to_lowercase(),
            number,
            day,
            document: format!("{number}/{symbol}"),
            path: format!("data/{number}.yaml"),
        }
    }

    fn told(all: Vec<Numbered>) -> Vec<(&'static str, String)> {
        let told = |(_, it): (String, Diagnostic)| {
            let args = it.message.args.iter().map(|(_, value)| value.as_str());
            (it.code.id, args.collect::<Vec<_>>().join(" "))
        };
        findings(all).into_iter().map(told).collect()
    }

    #[test]
    fn documents_of_one_symbol_are_in_order_of_their_days() {
        let all = vec![
            numbered("KH-STC", "1", "2026-01-05"),
            numbered("KH-STC", "3", "2026-01-05"),
            numbered("CV-STC", "2", "2026-02-01"),
            numbered("CV-STC", "4", "2026-02-01"),
            numbered("KH-STC", "1", "2027-01-02"),
        ];
        assert_eq!(told(all), []);
    }

    /// One that is wrong does not make others wrong.
    #[test]
    fn a_later_number_of_an_earlier_day_is_told_once() {
        let all = vec![
            numbered("KH-STC", "1", "2026-01-05"),
            numbered("KH-STC", "2", "2026-03-05"),
            numbered("KH-STC", "3", "2026-02-01"),
            numbered("KH-STC", "4", "2026-03-05"),
        ];
        assert_eq!(
            told(all),
            [(
                "I003",
                "03/KH-STC data/03.yaml 01/02/2026 02/KH-STC data/02.yaml 05/03/2026".to_owned()
            )]
        );
    }

    #[test]
    fn numbers_that_nobody_has_are_told_for_each_year() {
        let all = vec![
            numbered("KH-STC", "2", "2026-01-05"),
            numbered("CV-STC", "5", "2026-01-06"),
            numbered("CV-STC", "9", "2026-01-07"),
            numbered("KH-STC", "1", "2027-01-05"),
        ];
        assert_eq!(told(all), [("I004", "Sở Tài chính 2026 1, 3–4, 6–8".to_owned())]);
    }

    #[test]
    fn a_document_is_held_against_both_its_neighbours() {
        let others = [numbered("KH-STC", "1", "2026-03-05"), numbered("KH-STC", "9", "2026-04-01")];
        for (number, day, is_wrong) in [
            ("5", "2026-03-05", false),
            ("5", "2026-04-01", false),
            ("5", "2026-03-04", true),
            ("5", "2026-04-02", true),
            ("10", "2026-04-01", false),
            ("10", "2026-03-31", true),
        ] {
            let found = against(&numbered("KH-STC", number, day), &others);
            assert_eq!(found.is_some(), is_wrong, "{number} {day}");
        }
        assert_eq!(against(&numbered("CV-STC", "5", "2020-01-01"), &others), None);
    }
}
