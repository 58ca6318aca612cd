//! The Typst text of a document, read back as lines a person can check.

/// Calls and arguments whose words are printed, as they begin a line of Typst.
const PRINTED: [(&str, &str); 5] = [
    ("#paragraph", "text"),
    ("label: ", "label"),
    ("title: ", "title"),
    ("unit: ", "unit"),
    ("notes: ", "note"),
];

/// What follows the title of the document: the part that tables are in.
pub(super) fn after_the_title(typst: &str) -> String {
    let title = typst.find("#type-name(").expect("the cases are of a kind with a title");
    let end = typst[title..].find('\n').map_or(typst.len(), |length| title + length + 1);
    typst[end..].trim_start_matches('\n').to_owned()
}

/// A line for each paragraph, title, unit, header row, row and note, `|` between its cells.
pub(super) fn rows(typst: &str) -> String {
    let mut text = String::new();
    let mut part = "";
    for line in after_the_title(typst).lines() {
        let mut said = strings(line);
        let line = line.trim();
        match (part, line) {
            (_, "header: (") => part = "header",
            (_, "rows: (") => part = "rows",
            (_, "),") => part = "",
            ("header", _) => push(&mut text, "header", &said),
            ("rows", _) => {
                let kind = said.remove(0);
                push(&mut text, &kind, &said);
            }
            _ if said.is_empty() => {}
            _ => {
                let found = PRINTED.iter().find(|(start, _)| line.starts_with(start));
                if let Some((_, name)) = found {
                    // A paragraph is cut into runs, and they are printed without a gap.
                    push(&mut text, name, &[said.concat()]);
                }
            }
        }
    }
    text
}

fn push(text: &mut String, name: &str, cells: &[String]) {
    text.push_str(name);
    text.push_str(": ");
    text.push_str(&cells.join(" | "));
    text.push('\n');
}

/// The string literals in a line of Typst.
fn strings(line: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut signs = line.chars();
    while signs.by_ref().any(|sign| sign == '"') {
        let mut text = String::new();
        while let Some(sign) = signs.next().filter(|sign| *sign != '"') {
            text.push(if sign == '\\' { signs.next().unwrap_or('\\') } else { sign });
        }
        found.push(text);
    }
    found
}
