//! D072

use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::diagnostic::{Message, Severity};
use crate::model::kind::{Addressed, Form};

rule! {
    /// Kính gửi in a kind of document that has none.
    ///
    /// ## Why
    /// Only a công văn, a tờ trình and a báo cáo to a superior address somebody; a plan or a notice
    /// binds whom it names, and goes to those under Nơi nhận.
    ///
    /// ## Bad
    /// ```yaml
    /// kind: ke-hoach
    /// symbol: KH-UBND
    /// recipients: {to: [Sở Nội vụ]}
    /// ```
    ///
    /// ## Good
    /// ```yaml
    /// kind: ke-hoach
    /// symbol: KH-UBND
    /// recipients: {cc: [Sở Nội vụ], file: {unit: VX}}
    /// ```
    ///
    /// ## Basis
    /// NĐ 30/2020/NĐ-CP, Phụ lục I, II.9b–d (R72)
    ///
    /// ## Là gì
    /// Ghi Kính gửi ở loại văn bản không có Kính gửi.
    ///
    /// ## Vì sao
    /// Chỉ công văn, tờ trình và báo cáo gửi cấp trên mới có Kính gửi; kế hoạch, thông báo… ghi nơi
    /// gửi ở Nơi nhận.
    "D072" "unneeded-addressee" Error => check
}

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    let directive = input.directive;
    let Some(first) = directive.recipients.to.first() else { return };
    // A slip of the post says whom it goes to.
    let is_slip = directive.kind.id.starts_with("phieu-");
    if directive.kind.addressed == Addressed::Never && !is_slip {
        let message = Message::new("unneeded-addressee").with("kind", directive.kind.name);
        let finding = report.emit(first.span, message);
        // The decree's text names the kinds that have one; of these only its forms speak.
        if directive.kind.particulars().is_some() || directive.kind.form == Form::Contract {
            finding.severity = Severity::Warning;
        }
    }
}
