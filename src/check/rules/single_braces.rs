//! D573

use crate::check::prose::Prose;
use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::diagnostic::Message;

rule! {
    /// A reference in single braces, which is printed as it stands.
    ///
    /// ## Why
    /// `{ hs.total.nhan }` is no reference: two braces on each side make one. Printed in an issued
    /// document it is an embarrassment.
    ///
    /// Looked at: a name with a point, or `appendix(…)`, `table(…)`, `cite(…)`, `bases`, between
    /// single braces; and two braces in a field, where no reference can stand.
    ///
    /// ## Bad
    /// ```yaml
    /// body: |
    ///   Có { hs.total.nhan } hồ sơ./.
    /// ```
    ///
    /// ## Good
    /// ```yaml
    /// body: |
    ///   Có 25 hồ sơ {theo mẫu}./.
    /// ```
    ///
    /// ## Basis
    /// docs/format.md: a reference stands between two braces.
    ///
    /// ## Là gì
    /// Tham chiếu viết một dấu ngoặc nhọn, sẽ in ra nguyên như thế.
    ///
    /// ## Vì sao
    /// `{ hs.total.nhan }` không phải tham chiếu: phải hai dấu ngoặc nhọn mỗi bên.
    ///
    /// Xét tên có dấu chấm, hoặc `appendix(…)`, `table(…)`, `cite(…)`, `bases` trong một dấu ngoặc;
    /// và tham chiếu viết ở chỗ không dùng được.
    ///
    /// ## Căn cứ
    /// docs/format.md: tham chiếu đặt giữa hai dấu ngoặc nhọn.
    "D573" "single-braces" Error => check
}

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    for prose in input.prose.iter().filter(|prose| prose.has(b'{')) {
        let mut at = 0;
        while let Some(open) = prose.text[at..].find('{').map(|index| at + index) {
            let braces = prose.text[open..].chars().take_while(|sign| *sign == '{').count();
            at = open + braces;
            let Some(length) = prose.text[at..].find('}') else { break };
            let inner = prose.text[at..at + length].trim();
            if !is_reference(inner) {
                continue;
            }
            let closing = prose.text[at + length..].chars().take_while(|sign| *sign == '}').count();
            let end = at + length + closing;
            tell(prose, open..end, inner, report);
            at = end;
        }
    }
}

fn tell(prose: &Prose, range: std::ops::Range<usize>, inner: &str, report: &mut RuleReport<'_>) {
    let found = &prose.text[range.clone()];
    let message = if prose.is_body() {
        let right = format!("{{{{ {inner} }}}}");
        Message::new("single-braces").with("found", found).with("right", right)
    } else {
        Message::new("single-braces-field").with("found", found)
    };
    let found = found.to_owned();
    report.emit(prose.span(range), message).subject = Some(found);
}

/// Whether the words between braces are a path to a figure or a call.
fn is_reference(inner: &str) -> bool {
    let path = inner.split(['|', '[', '(']).next().unwrap_or_default().trim();
    let is_call = ["appendix", "table", "cite"].contains(&path) && inner.contains('(');
    let is_path = path.contains('.')
        && path.split('.').all(|part| {
            part.starts_with(|sign: char| sign.is_ascii_lowercase())
                && part.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_-".contains(&byte))
        });
    is_call
        || is_path
        || inner == "bases"
        || path.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_') && inner.contains('[')
}
