//! D059

use crate::check::prose::{Prose, REFERENCE};
use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::diagnostic::Message;

rule! {
    /// A body that does not end with `./.`, or has it before its end.
    ///
    /// ## Why
    /// `./.` shows that nothing is missing behind it; every form of the decree prints it.
    ///
    /// ## Bad
    /// ```yaml
    /// body: Đề nghị các xã rà soát hộ nghèo.
    /// ```
    ///
    /// ## Good
    /// ```yaml
    /// body: Đề nghị các xã rà soát hộ nghèo./.
    /// ```
    ///
    /// ## Basis
    /// NĐ 30/2020/NĐ-CP, Phụ lục III, II: các mẫu 1.1–3.2 (R59)
    ///
    /// ## Là gì
    /// Nội dung không kết thúc bằng `./.`, hoặc có `./.` khi chưa hết.
    ///
    /// ## Vì sao
    /// `./.` cho biết sau đó không còn gì; mẫu nào của Nghị định cũng có.
    "D059" "end-mark" Warning => check
}

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    for index in 0..input.directive.bodies().count() {
        let all = input.prose.iter().filter(|prose| prose.is_body() && prose.body == index);
        // Where the program prints the last sentence, the mark stands there and nowhere before.
        let is_inner = index == 0 && input.directive.kind.has_fixed_end();
        let mut all: Vec<&Prose> = all.collect();
        // An appendix of text may end with the mark or without it.
        let is_document = index <= input.directive.enacts.len();
        if let Some(last) = all.pop_if(|_| !is_inner)
            && is_document
        {
            at_end(last, report);
        }
        before_end(all, report);
    }
}

fn at_end(last: &Prose, report: &mut RuleReport<'_>) {
    let text = last.text.trim_end();
    // Behind a table in the body there is no room for it.
    let is_table = text.chars().all(|sign| sign == REFERENCE);
    if !text.ends_with("./.") && !is_table {
        let start = text.rfind(' ').map_or(0, |space| space + 1);
        report.emit(last.span(start..text.len()), Message::new("end-mark"));
    }
}

fn before_end(body: Vec<&Prose>, report: &mut RuleReport<'_>) {
    for prose in body {
        let text = prose.text.trim_end();
        if text.ends_with("./.") {
            let message = Message::new("end-mark-early");
            report.emit(prose.span(text.len() - 3..text.len()), message);
        }
    }
}
