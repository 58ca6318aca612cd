//! A finding as an annotation of GitHub Actions: the workflow command `::error …::…`.

use super::finding::Finding;
use crate::visible::visible;

/// The line a workflow prints; the file is told from the root of the work tree, `below` which the
/// project lies.
pub(crate) fn line(finding: &Finding, below: &str) -> String {
    let command = match finding.severity.as_str() {
        _ if finding.accepted => "notice",
        "error" => "error",
        "warning" => "warning",
        _ => "notice",
    };
    let Finding { line, column, end_line, end_column, code, name, .. } = finding;
    // Columns only within one line; GitHub takes no others.
    let columns = if line == end_line {
        format!(",col={column},endColumn={}", (*end_column).max(*column + 1) - 1)
    } else {
        String::new()
    };
    let help = finding.help.as_ref().map(|help| format!("\n{help}")).unwrap_or_default();
    format!(
        "::{command} file={},line={line},endLine={end_line}{columns},title={}::{}",
        property(&format!("{below}{}", visible(&finding.file))),
        property(&format!("{code} {name}")),
        data(&format!("{}{help}", finding.message)),
    )
}

/// Signs that would end the text of a command.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// Signs that would end a property of a command, too.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_sign_of_a_text_is_taken_for_one_of_the_command() {
        let finding = Finding {
            schema: 1,
            code: "D034".into(),
            name: "date-zero".into(),
            severity: "error".into(),
            message: "tìm thấy `5%`".into(),
            file: "data/a, b:c.yaml".into(),
            line: 2,
            column: 7,
            end_line: 2,
            end_column: 9,
            related: Vec::new(),
            help: Some("viết `05`".into()),
            edits: Vec::new(),
            accepted: false,
        };
        assert_eq!(
            line(&finding, "van-thu/"),
            "::error file=van-thu/data/a%2C b%3Ac.yaml,line=2,endLine=2,col=7,endColumn=8,\
             title=D034 date-zero::tìm thấy `5%25`%0Aviết `05`"
        );
        let accepted = Finding { accepted: true, end_line: 3, help: None, ..finding };
        assert_eq!(
            line(&accepted, ""),
            "::notice file=data/a%2C b%3Ac.yaml,line=2,endLine=3,\
             title=D034 date-zero::tìm thấy `5%25`"
        );
    }
}
