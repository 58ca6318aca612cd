//! D105

use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::diagnostic::Message;
use crate::model::directive::Status;
use crate::model::particulars::Particulars;
use crate::model::signatory::Signatory;

rule! {
    /// An issued document that lacks what only a draft may lack.
    ///
    /// ## Why
    /// Number, date, place, issuer and signature make a document valid; a draft waits for them.
    ///
    /// ## Bad
    /// ```yaml
    /// status: issued
    /// number:
    /// date: 2024-03
    /// ```
    ///
    /// ## Good
    /// ```yaml
    /// status: draft
    /// number:
    /// date: 2024-03
    /// ```
    ///
    /// ## Basis
    /// NĐ 30/2020/NĐ-CP, Điều 15; Phụ lục III, Mẫu 1.1–1.5 (R105)
    ///
    /// ## Là gì
    /// Văn bản đã ban hành mà còn trống điều chỉ dự thảo mới được để trống.
    ///
    /// ## Vì sao
    /// Số, ngày, địa danh, cơ quan ban hành và chữ ký làm nên giá trị của văn bản; dự thảo thì còn
    /// chờ.
    "D105" "blank-when-issued" Error => check
}

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    let directive = input.directive;
    if directive.status == Status::Draft {
        return;
    }
    let place = directive.status_span.unwrap_or(directive.span);
    let has_title = |one: &Signatory| one.title.is_some() || !one.authority.is_empty();
    let authority = directive.issuer.as_ref().and_then(|issuer| issuer.authority.as_ref());
    let kind = directive.kind;
    let mut blanks = vec![
        ("issuer", directive.issuer.is_none()),
        ("number", directive.symbol.is_some() && directive.number.is_none()),
        ("place", kind.has_date_line() && directive.place.is_none()),
        ("date", directive.date.day().is_none()),
        ("issuer.authority", kind.has_authority() && authority.is_none()),
        ("signatory.title", !directive.signatories.iter().all(has_title)),
        ("signatory.name", directive.signatories.iter().any(|one| one.name.is_none())),
    ];
    let dates = directive.particulars.iter().flat_map(Particulars::dates);
    blanks.extend(dates.map(|(key, date)| (key, date.day().is_none())));
    for (key, is_blank) in blanks {
        if is_blank {
            let finding = report.emit(place, Message::new("blank-when-issued").with("key", key));
            finding.subject = Some(key.to_owned());
        }
    }
}
