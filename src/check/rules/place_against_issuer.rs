//! D563

use crate::characters::capital;
use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::diagnostic::Message;

rule! {
    /// A place of issue that is another unit than the one whose body issues the document.
    ///
    /// ## Why
    /// A body of a commune sits in that commune: `Nam Sơn, ngày …` on a document of the Ủy ban nhân
    /// dân xã Yên Phú is left over from another file.
    ///
    /// Looked at: bodies of xã, phường and đặc khu, and the boards and offices below them; of a
    /// province its own name or a unit of the catalog is right.
    ///
    /// ## Bad
    /// ```yaml
    /// issuer: {name: Ủy ban nhân dân xã Yên Phú}
    /// place: Nam Sơn
    /// ```
    ///
    /// ## Good
    /// ```yaml
    /// issuer: {name: Ủy ban nhân dân xã Yên Phú}
    /// place: Yên Phú
    /// ```
    ///
    /// ## Basis
    /// NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 4 điểm a (R35)
    ///
    /// ## Là gì
    /// Địa danh là đơn vị hành chính khác với đơn vị của cơ quan ban hành.
    ///
    /// ## Vì sao
    /// Cơ quan của xã đóng tại xã đó: `Nam Sơn, ngày …` trên văn bản của Ủy ban nhân dân xã Yên Phú
    /// là chép từ tệp khác.
    ///
    /// Chỉ xét cơ quan của xã, phường, đặc khu và phòng, ban thuộc xã.
    "D563" "place-against-issuer" Warning => check
}

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    let directive = input.directive;
    let (Some(place), Some(issuer)) = (&directive.place, &directive.issuer) else { return };
    let of_issuer = unit(&issuer.name.value);
    let Some(unit) = of_issuer.or_else(|| unit(&issuer.parent.as_ref()?.value)) else { return };
    let name = unit.split_once(' ').map_or(unit, |(_, name)| name);
    let name = unit.strip_prefix("đặc khu ").unwrap_or(name);
    let is_same = |words: &str| words.to_lowercase() == place.value.to_lowercase();
    // `Phường 1`, `Xã Lê Lợi`: the noun belongs to the name.
    let is_right = is_same(name) || is_same(unit);
    if !is_right {
        let is_number = name.starts_with(|sign: char| sign.is_ascii_digit());
        let right = if is_number { capital(unit) } else { name.to_owned() };
        let message = Message::new("place-against-issuer")
            .with("place", &place.value)
            .with("unit", unit)
            .with("right", right);
        report.emit(place.span, message).subject = Some(place.value.clone());
    }
}

/// The commune that the name of a body ends with: `xã Yên Phú`.
fn unit(name: &str) -> Option<&str> {
    let bodies = [
        "Ủy ban nhân dân ",
        "Uỷ ban nhân dân ",
        "UBND ",
        "Hội đồng nhân dân ",
        "HĐND ",
        "Đảng ủy ",
    ];
    let unit = bodies.iter().find_map(|body| name.strip_prefix(body))?;
    let is_commune =
        ["xã ", "phường ", "đặc khu ", "Xã ", "Phường "].iter().any(|noun| unit.starts_with(noun));
    is_commune.then_some(unit)
}
