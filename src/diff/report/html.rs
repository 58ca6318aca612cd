//! For a browser: one page that needs no network, with the pages that are not the same side by
//! side.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::bits::{Bit, Style};
use super::say_tables::by;
use super::{Report, Words, grouped, sections};
use crate::characters::capital;
use crate::diagnostic::Message;
use crate::diff::Document;
use crate::diff::change::{Change, Figure};
use crate::diff::paper::Mark;
use crate::messages::{Catalog, Language};
use crate::visible::is_unsafe;

/// Pictures of the pages that are not the same, by the path of the document.
pub type PagePictures = BTreeMap<String, Vec<[Option<PagePicture>; 2]>>;

/// A page, and the places on it that are not the same.
#[derive(Debug, Clone)]
pub struct PagePicture {
    /// Which page, from 1.
    pub number: usize,
    /// Pixels in a row.
    pub width: usize,
    /// Pixels in a column.
    pub height: usize,
    /// The picture.
    pub png: Vec<u8>,
    /// The places.
    pub marks: Vec<Mark>,
}

const STYLE: &str = include_str!("html.css");

/// The report as a page for a browser.
#[must_use]
pub fn html(
    report: &Report,
    catalog: &Catalog,
    language: Language,
    sheets: &PagePictures,
) -> String {
    let words = Words { catalog };
    let heading = escaped(&words.heading(report));
    let mut text = format!(
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n<meta \
         name=\"viewport\" content=\"width=device-width\">\n<meta \
         http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src data:; \
         style-src 'unsafe-inline'\">\n<title>{heading}</title>\n<style>\n{STYLE}</style>\n\
         </head>\n<body>\n<h1>{heading}</h1>\n<p>{}</p>\n",
        language.name(),
        escaped(&words.summary(report)),
    );
    for path in &report.shared {
        let _ = writeln!(text, "<p>{}</p>", inline(&words.shared(path)));
    }
    for failure in &report.failures {
        let _ = writeln!(text, "<p class=\"failure\">{}</p>", escaped(failure));
    }
    for document in &report.documents {
        section(document, &words, &mut text);
        let pages = sheets.get(&document.path).map(Vec::as_slice).unwrap_or_default();
        spreads(pages, &words, &mut text);
        text.push_str("</section>\n");
    }
    text.push_str("</body>\n</html>\n");
    text
}

fn section(document: &Document, words: &Words<'_>, text: &mut String) {
    let title = if document.title.is_empty() { &document.path } else { &document.title };
    let (title, path) = (escaped(title), escaped(&document.path));
    let _ = writeln!(text, "<section>\n<h2>{title}</h2>\n<p><code>{path}</code></p>");
    for remark in words.remarks(document) {
        let _ = writeln!(text, "<p>{}</p>", inline(&remark));
    }
    for (heading, changes) in sections(document) {
        let _ = writeln!(text, "<h3>{}</h3>", escaped(&words.heading_of(heading)));
        let mut open = "";
        for (table, change) in grouped(document, &changes) {
            let kind = if matches!(change, Change::Figure(_)) { "table" } else { "ul" };
            if table.is_some() || kind != open {
                text.push_str(closing(open));
                if let Some(table) = table {
                    let _ = writeln!(text, "<p>{}</p>", escaped(&words.of_table(table)));
                }
                let head = if kind == "table" { header(words) } else { "<ul>\n".to_owned() };
                text.push_str(&head);
                open = kind;
            }
            match change {
                Change::Figure(figure) => text.push_str(&row(figure, words)),
                change => {
                    let _ = writeln!(text, "<li>{}</li>", inline(&words.change(document, change)));
                }
            }
        }
        text.push_str(closing(open));
    }
    if let Some(pages) = words.pages(document) {
        let _ = writeln!(text, "<p>{}</p>", escaped(&pages));
    }
    findings(document, words, text);
}

fn closing(open: &str) -> &'static str {
    match open {
        "table" => "</tbody>\n</table>\n",
        "ul" => "</ul>\n",
        _ => "",
    }
}

fn findings(document: &Document, words: &Words<'_>, text: &mut String) {
    let findings = words.findings(document);
    if findings.is_empty() {
        return;
    }
    let _ = writeln!(text, "<h3>{}</h3>\n<ul>", escaped(&words.heading_of("diff-findings")));
    for (is_new, said) in findings {
        let id = if is_new { "diff-finding-new" } else { "diff-finding-gone" };
        let label = escaped(&words.heading_of(id));
        let _ = writeln!(text, "<li><b>{label}</b>: {}</li>", escaped(&said));
    }
    text.push_str("</ul>\n");
}

fn header(words: &Words<'_>) -> String {
    let ids = [
        "diff-head-row",
        "diff-head-column",
        "diff-head-before",
        "diff-head-after",
        "diff-head-by",
    ];
    let cells = ids.map(|id| format!("<th>{}</th>", escaped(&words.heading_of(id))));
    format!("<table>\n<thead><tr>{}</tr></thead>\n<tbody>\n", cells.concat())
}

fn row(figure: &Figure, words: &Words<'_>) -> String {
    let blank = words.say("diff-blank");
    let value = |text: &Option<String>| escaped(text.as_ref().unwrap_or(&blank));
    let mut remarks: Vec<String> = by(figure, words.catalog).into_iter().collect();
    if let Some(row) = &figure.swapped_with {
        remarks.push(words.catalog.say(&Message::new("diff-swapped").with("row", row)));
    }
    if !figure.is_printed {
        remarks.push(words.say("diff-hidden"));
    }
    format!(
        "<tr><td>{}</td><td>{}</td><td class=\"n\"><del>{}</del></td><td \
         class=\"n\"><ins>{}</ins></td><td>{}</td></tr>\n",
        escaped(&figure.row),
        escaped(&figure.column),
        value(&figure.before),
        value(&figure.after),
        escaped(&remarks.join(" ")),
    )
}

/// Pages side by side, before on the left.
fn spreads(pages: &[[Option<PagePicture>; 2]], words: &Words<'_>, text: &mut String) {
    if pages.is_empty() {
        return;
    }
    let _ = writeln!(text, "<h3>{}</h3>", escaped(&words.heading_of("diff-sheets")));
    for spread in pages {
        text.push_str("<div class=\"spread\">\n");
        for (sheet, id) in spread.iter().zip(["diff-sheet-before", "diff-sheet-after"]) {
            let class = if id == "diff-sheet-before" { "before" } else { "after" };
            let _ = writeln!(text, "<figure class=\"{class}\">");
            if let Some(sheet) = sheet {
                let caption = words.catalog.say(&Message::new(id).with("page", sheet.number));
                let caption = escaped(&capital(&caption));
                let _ = writeln!(text, "<figcaption>{caption}</figcaption>");
                picture(sheet, &caption, text);
            } else {
                let none = escaped(&words.heading_of("diff-sheet-none"));
                let _ = writeln!(text, "<figcaption>{none}</figcaption>");
            }
            text.push_str("</figure>\n");
        }
        text.push_str("</div>\n");
    }
}

fn picture(sheet: &PagePicture, caption: &str, text: &mut String) {
    let PagePicture { width, height, .. } = sheet;
    let data = base64(&sheet.png);
    let _ = writeln!(
        text,
        "<div class=\"sheet\"><img alt=\"{caption}\" width=\"{width}\" height=\"{height}\" \
         src=\"data:image/png;base64,{data}\">"
    );
    let _ = writeln!(text, "<svg viewBox=\"0 0 {width} {height}\" aria-hidden=\"true\">");
    for Mark { x, y, width, height } in &sheet.marks {
        let _ = writeln!(text, "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"/>");
    }
    text.push_str("</svg></div>\n");
}

fn inline(bits: &[Bit]) -> String {
    let one = |bit: &Bit| {
        let text = escaped(&bit.text);
        match bit.style {
            Style::Gone | Style::Old => format!("<del>{text}</del>"),
            Style::Come | Style::New => format!("<ins>{text}</ins>"),
            Style::Name => format!("<b>{text}</b>"),
            Style::Plain => text,
        }
    };
    bits.iter().map(one).collect()
}

/// As text and nothing else.
fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for sign in text.chars() {
        match sign {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            sign if sign.is_control() => escaped.push(' '),
            sign if is_unsafe(sign) => escaped.extend(sign.escape_default()),
            sign => escaped.push(sign),
        }
    }
    escaped
}

/// Bytes as letters, four for three.
fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for three in bytes.chunks(3) {
        let byte = |at: usize| u32::from(three.get(at).copied().unwrap_or_default());
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for at in 0..4 {
            let index = (bits >> (18 - 6 * at)) & 63;
            let letter = usize::try_from(index).map_or(b'=', |index| LETTERS[index]);
            text.push(if at <= three.len() { char::from(letter) } else { '=' });
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_stand_for_bytes() {
        for (bytes, letters) in
            [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy")]
        {
            assert_eq!(base64(bytes.as_bytes()), letters);
        }
    }
}
