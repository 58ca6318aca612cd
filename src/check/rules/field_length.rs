//! D210

use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::diagnostic::Message;
use crate::model::text::Text;

rule! {
    /// A value that is longer than the field it is sent in.
    ///
    /// ## Why
    /// Document systems exchange the header in fields of fixed length; a longer trích yếu is cut
    /// off on the other side.
    ///
    /// ## Bad
    /// ```yaml
    /// signatory: {title: Giám đốc, name: Công Tằng Tôn Nữ Thị Hoàng Ngọc Bảo Quỳnh Trâm Anh Thư Lan}
    /// ```
    ///
    /// ## Good
    /// ```yaml
    /// signatory: {title: Giám đốc, name: Công Tằng Tôn Nữ Thị Hoàng Ngọc}
    /// ```
    ///
    /// ## Basis
    /// NĐ 30/2020/NĐ-CP, Phụ lục VI, Phần I (R210)
    ///
    /// ## Là gì
    /// Giá trị dài hơn trường dữ liệu dùng khi gửi.
    ///
    /// ## Vì sao
    /// Hệ thống quản lý tài liệu điện tử trao đổi thông tin đầu vào theo trường có độ dài cố định;
    /// trích yếu dài hơn sẽ bị cắt.
    "D210" "field-length" Warning => check
}

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    let directive = input.directive;
    let mut look = |field: &'static str, text: &Text, most: usize| {
        let length = text.value.chars().count();
        if length > most {
            let message = Message::new("field-length")
                .with("field", field)
                .with("length", length)
                .with("most", most);
            report.emit(text.span, message).subject = Some(field.to_owned());
        }
    };
    look("subject", &directive.subject, 500);
    if let Some(symbol) = &directive.symbol {
        look("symbol", symbol, 30);
    }
    if let Some(issuer) = &directive.issuer {
        look("issuer.name", &issuer.name, 200);
    }
    for signatory in &directive.signatories {
        if let Some(title) = &signatory.title {
            look("signatory.title", title, 100);
        }
        if let Some(name) = &signatory.name {
            look("signatory.name", name, 50);
        }
    }
}
