//! What a directive must say on paper, worded here anew from its model.

use vanthu::model::Directive;
use vanthu::model::date::IssueDate;
use vanthu::model::directive::FileNote;
use vanthu::model::legal_basis::LegalBasis;
use vanthu::model::reference::Appendix;
use vanthu::model::text::Text;

/// Number of the document (R28); nothing where it is open.
pub(crate) fn number(directive: &Directive) -> String {
    directive.number.map(|number| number.to_string()).map_or(String::new(), |digits| {
        if digits.len() < 2 { format!("0{digits}") } else { digits }
    })
}

/// `05/KH-UBND`
pub(crate) fn number_and_symbol(directive: &Directive) -> String {
    let symbol = directive.symbol.as_ref().map_or("", |symbol| symbol.value.as_str());
    format!("{}/{symbol}", number(directive))
}

/// `ngày 05 tháng 3 năm 2020` (R34); nothing where it is open.
pub(crate) fn date(date: IssueDate) -> String {
    let day = date.day().map_or(String::new(), |day| format!("{day:02}"));
    let month = date.month().map_or(String::new(), |month| {
        if month < 3 { format!("0{month}") } else { month.to_string() }
    });
    let year = date.year().map_or(String::new(), |year| year.to_string());
    format!("ngày {day} tháng {month} năm {year}")
}

/// The addressees with their marks (R74, R75).
pub(crate) fn addressees(directive: &Directive) -> Vec<String> {
    let to = &directive.recipients.to;
    let marked = |(index, text): (usize, &Text)| match &text.value {
        words if to.len() == 1 || words.ends_with(['.', ';']) => words.clone(),
        words if index + 1 == to.len() => format!("{words}."),
        words => format!("{words};"),
    };
    to.iter().enumerate().map(marked).collect()
}

/// The lines of Nơi nhận (R77), the Lưu line last (R78).
pub(crate) fn recipients(directive: &Directive) -> Vec<String> {
    let recipients = &directive.recipients;
    let mut lines: Vec<String> = recipients
        .cc
        .iter()
        .map(|text| match &text.value {
            words if words.ends_with(['.', ';']) => format!("- {words}"),
            words => format!("- {words};"),
        })
        .collect();
    match (&recipients.file, lines.last_mut()) {
        (Some(file), _) => lines.push(file_line(file)),
        (None, Some(last)) if last.ends_with(';') => {
            let ends_so = recipients.cc.last().is_some_and(|text| text.value.ends_with(';'));
            if !ends_so {
                last.replace_range(last.len() - 1.., ".");
            }
        }
        _ => {}
    }
    lines
}

/// `- Lưu: VT, HC (2).`, `- Lưu: VT, NVĐP. PL.(300).`
pub(crate) fn file_line(file: &FileNote) -> String {
    let mut line = "- Lưu: VT".to_owned();
    if let Some(unit) = &file.unit {
        line = format!("{line}, {}", unit.value);
    }
    line + &file_end(file)
}

/// What stands behind the unit on the Lưu line (R82).
pub(crate) fn file_end(file: &FileNote) -> String {
    let copies = file.copies.map(|copies| format!("({copies})"));
    match (&file.drafter, copies) {
        (Some(mark), Some(copies)) => format!(". {}.{copies}.", mark.value.to_uppercase()),
        (Some(mark), None) => format!(". {}.", mark.value.to_uppercase()),
        (None, Some(copies)) => format!(" {copies}."),
        (None, None) => ".".to_owned(),
    }
}

/// `(Kèm theo Kế hoạch số … ngày … của …)` (R87).
pub(crate) fn reference(directive: &Directive) -> String {
    let issuer = directive.issuer.as_ref().map_or(String::new(), |issuer| {
        format!("của {}", issuer.cited_as.as_ref().unwrap_or(&issuer.name).value)
    });
    format!(
        "(Kèm theo {} số {} {} {issuer})",
        directive.kind.name,
        number_and_symbol(directive),
        date(directive.date)
    )
}

/// The title of an appendix, in the letters of the author.
pub(crate) fn appendix_title(directive: &Directive, index: usize) -> Option<String> {
    match directive.appendices()[index] {
        Appendix::Table(target) => {
            directive.targets[target].title.as_ref().map(|title| title.value.clone())
        }
        Appendix::Working(target, column) => {
            let header = &directive.targets[target].columns[column].header;
            Some(format!("Cách tính phân bổ: {header}"))
        }
        Appendix::Text(text) => Some(directive.appended[text].title.value.clone()),
    }
}

/// Căn cứ, one a line: all end in `;`, the last one in `.` (R43).
pub(crate) fn bases(directive: &Directive) -> Vec<String> {
    let bases = &directive.legal_bases;
    let begins = ["Căn cứ", "Theo", "Xét", "Thực hiện", "Trên cơ sở", "Thi hành", "Triển khai"];
    let line = |(index, base): (usize, &LegalBasis)| {
        let words = &base.text.value;
        let front =
            if begins.iter().any(|begin| words.starts_with(begin)) { "" } else { "Căn cứ " };
        let mark = if index + 1 == bases.len() { "." } else { ";" };
        let mark = if words.ends_with(['.', ';']) { "" } else { mark };
        format!("{front}{words}{mark}")
    };
    bases.iter().enumerate().map(line).collect()
}

/// Who wires, on a công điện.
pub(crate) fn wirer(directive: &Directive) -> String {
    let issuer = directive.issuer.as_ref();
    issuer.map_or(String::new(), |issuer| {
        issuer.authority.as_ref().unwrap_or(&issuer.name).value.clone()
    })
}

/// The lines of ô 13 (R97), without what is not known.
pub(crate) fn contact(directive: &Directive) -> Vec<String> {
    let Some(issuer) = &directive.issuer else { return Vec::new() };
    let contact = &issuer.contact;
    let said = |label: &str, text: &Option<Text>| {
        text.as_ref().map(|text| format!("{label}{}", text.value))
    };
    let lines = [
        [said("", &contact.address), None],
        [said("ĐT: ", &contact.phone), said("Fax: ", &contact.fax)],
        [said("E-Mail: ", &contact.email), said("Website: ", &contact.website)],
    ];
    let joined =
        |line: [Option<String>; 2]| line.into_iter().flatten().collect::<Vec<_>>().join(", ");
    lines.into_iter().map(joined).filter(|line| !line.is_empty()).collect()
}
