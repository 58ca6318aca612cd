//! Whatever an author writes is text in Word and Excel files, too.

use std::fs;
use std::io::{Cursor, Read as _};

use unicode_normalization::UnicodeNormalization as _;

use super::strings;
use crate::project::Project;

/// A letter that says `text` as its subject, as the name of a row and in a cell.
fn directive(text: &str) -> String {
    let quoted = serde_json::to_string(&format!("{text} x")).expect("a text");
    format!(
        "kind: cong-van\nsymbol: UBND-VX\nsubject: {quoted}\ntargets:\n  t:\n    title: Bảng\n    row_header: Tên\n    \
         columns: [{{id: a, header: Chữ, type: text}}]\n    rows:\n      {quoted}: [{quoted}]\n\
         body: |\n  Xem {{{{ appendix(\"t\") }}}}./.\n"
    )
}

/// All texts of the XML parts of an archive, which must be well-formed; whether there is a formula.
fn said(bytes: Vec<u8>) -> (String, bool) {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    let (mut said, mut has_formula) = (String::new(), false);
    for index in 0..archive.len() {
        let mut text = String::new();
        archive.by_index(index).unwrap().read_to_string(&mut text).expect("UTF-8");
        let tree = roxmltree::Document::parse(&text).expect("well-formed XML");
        for node in tree.descendants() {
            has_formula |= node.tag_name().name() == "f";
            if node.tag_name().name() == "noBreakHyphen" {
                said.push('-');
            }
            said.push_str(node.text().filter(|_| node.is_text()).unwrap_or_default());
        }
    }
    (seen(&said), has_formula)
}

/// A text as far as one sees it: signs without width are taken out as a file is read, and there is
/// one hyphen.
fn seen(text: &str) -> String {
    let is_invisible =
        |sign: &char| "\u{200b}\u{200c}\u{200d}\u{2060}\u{feff}\u{ad}".contains(*sign);
    let visible = text.nfc().filter(|sign| !sign.is_whitespace() && !is_invisible(sign));
    visible.map(|sign| if "\u{2010}\u{2011}".contains(sign) { '-' } else { sign }).collect()
}

#[test]
fn every_text_is_literal_in_word_and_excel() {
    let mut project = Project::new();
    let texts = strings::all();
    assert!(texts.len() >= 300);
    for (number, text) in texts.iter().enumerate() {
        project = project.file(&format!("data/{number:03}.yaml"), &directive(text));
    }
    // Those that cannot be printed are refused.
    project.run(["build", "--quiet", "--emit", "docx,xlsx"]).said();
    let (mut read, mut wrong) = (0, Vec::new());
    for (number, text) in texts.iter().enumerate() {
        let file = |extension| fs::read(project.path(&format!("out/{number:03}.{extension}"))).ok();
        let (Some(word), Some(excel)) = (file("docx"), file("xlsx")) else { continue };
        read += 1;
        let wanted = seen(&format!("{text} x"));
        let ((word, _), (excel, has_formula)) = (said(word), said(excel));
        if word.matches(&wanted).count() < 3 || excel.matches(&wanted).count() < 2 || has_formula {
            wrong.push(text);
        }
    }
    assert!(read >= 150, "only {read} of {} were built", texts.len());
    assert!(wrong.is_empty(), "{} of {read}: {wrong:#?}", wrong.len());
}
