//! Small workbooks, made from text: a reader of the cases sees what is in them.
//!
//! ```text
//! # Name of a sheet
//! t:Đơn vị | t:ds
//! t:Xã A   | n:1250
//! ```
//!
//! `t:` is a text, `n:` a number, `d:` the serial number of a day, `b:` a truth, `e:` an error;
//! `p:` a number shown as `0%`, `q:` as `0.0%`, `z:` as `00000`, `k:` as `#,##0,`, `u:` as `# ?/?`,
//! `y:` a day shown as `dd/mm/yyyy`;
//! nothing is an empty cell. `XFD9=n:1` says at which place of the sheet a cell stands.

use std::fmt::Write as _;

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const KIND: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/// The bytes of the workbook that `text` describes.
pub(crate) fn from_text(text: &str) -> Vec<u8> {
    let mut sheets: Vec<(String, String)> = Vec::new();
    for line in text.lines() {
        if let Some(name) = line.strip_prefix("# ") {
            sheets.push((name.to_owned(), String::new()));
        } else {
            let (_, rows) = sheets.last_mut().expect("a sheet is named before its rows");
            let _ = write!(rows, "<row>{}</row>", cells(line));
        }
    }
    let mut files = parts(&sheets);
    for (index, (_, rows)) in sheets.iter().enumerate() {
        let text =
            format!("{HEAD}<worksheet xmlns=\"{MAIN}\"><sheetData>{rows}</sheetData></worksheet>");
        files.push((format!("xl/worksheets/sheet{}.xml", index + 1), text));
    }
    archive(&files)
}

fn cells(line: &str) -> String {
    let mut cells = String::new();
    for cell in line.split('|').map(str::trim) {
        let (kind, value) = cell.split_once(':').unwrap_or_default();
        let value = value.replace('&', "&amp;").replace('<', "&lt;");
        let (place, kind) = match kind.split_once('=') {
            Some((place, kind)) => (format!(" r=\"{place}\""), kind),
            None => (String::new(), kind),
        };
        let _ = match kind {
            "t" => write!(cells, "<c{place} t=\"inlineStr\"><is><t>{value}</t></is></c>"),
            "n" => write!(cells, "<c{place}><v>{value}</v></c>"),
            "d" => write!(cells, "<c{place} s=\"1\"><v>{value}</v></c>"),
            "p" => write!(cells, "<c{place} s=\"2\"><v>{value}</v></c>"),
            "q" => write!(cells, "<c{place} s=\"3\"><v>{value}</v></c>"),
            "z" => write!(cells, "<c{place} s=\"4\"><v>{value}</v></c>"),
            "y" => write!(cells, "<c{place} s=\"5\"><v>{value}</v></c>"),
            "k" => write!(cells, "<c{place} s=\"6\"><v>{value}</v></c>"),
            "u" => write!(cells, "<c{place} s=\"7\"><v>{value}</v></c>"),
            "b" => write!(cells, "<c{place} t=\"b\"><v>{value}</v></c>"),
            "e" => write!(cells, "<c{place} t=\"e\"><v>{value}</v></c>"),
            _ => write!(cells, "<c/>"),
        };
    }
    cells
}

/// Everything of a workbook but its sheets.
fn parts(sheets: &[(String, String)]) -> Vec<(String, String)> {
    let (mut types, mut list, mut links) = (String::new(), String::new(), String::new());
    for (index, (name, _)) in sheets.iter().enumerate() {
        let n = index + 1;
        let part = format!("/xl/worksheets/sheet{n}.xml");
        let _ =
            write!(types, "<Override PartName=\"{part}\" ContentType=\"{KIND}.worksheet+xml\"/>");
        let _ = write!(list, "<sheet name=\"{name}\" sheetId=\"{n}\" r:id=\"s{n}\"/>");
        let _ = write!(
            links,
            "<Relationship Id=\"s{n}\" Type=\"{OFFICE}/worksheet\" Target=\"{part}\"/>"
        );
    }
    let xml = "<Default Extension=\"xml\" ContentType=\"application/xml\"/>";
    let rels = "<Default Extension=\"rels\" \
                ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>";
    // 14 is the number of a format for days.
    let formats = "<numFmts count=\"5\"><numFmt numFmtId=\"164\" formatCode=\"0.0%\"/>\
                   <numFmt numFmtId=\"165\" formatCode=\"00000\"/>\
                   <numFmt numFmtId=\"166\" formatCode=\"dd/mm/yyyy\"/>\
                   <numFmt numFmtId=\"167\" formatCode=\"#,##0,\"/>\
                   <numFmt numFmtId=\"168\" formatCode=\"# ?/?\"/></numFmts>\
                   <cellXfs count=\"8\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/>\
                   <xf numFmtId=\"9\"/><xf numFmtId=\"164\"/><xf numFmtId=\"165\"/>\
                   <xf numFmtId=\"166\"/><xf numFmtId=\"167\"/><xf numFmtId=\"168\"/></cellXfs>";
    [
        (
            "[Content_Types].xml",
            format!(
                "<Types xmlns=\"{PACKAGE}/content-types\">{xml}{rels}<Override \
                 PartName=\"/xl/workbook.xml\" ContentType=\"{KIND}.sheet.main+xml\"/><Override \
                 PartName=\"/xl/styles.xml\" ContentType=\"{KIND}.styles+xml\"/>{types}</Types>"
            ),
        ),
        (
            "_rels/.rels",
            format!(
                "<Relationships xmlns=\"{PACKAGE}/relationships\"><Relationship Id=\"b\" \
                 Type=\"{OFFICE}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
            ),
        ),
        (
            "xl/workbook.xml",
            format!(
                "<workbook xmlns=\"{MAIN}\" xmlns:r=\"{OFFICE}\"><sheets>{list}</sheets></workbook>"
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            format!(
                "<Relationships xmlns=\"{PACKAGE}/relationships\">{links}<Relationship Id=\"f\" \
                 Type=\"{OFFICE}/styles\" Target=\"/xl/styles.xml\"/></Relationships>"
            ),
        ),
        ("xl/styles.xml", format!("<styleSheet xmlns=\"{MAIN}\">{formats}</styleSheet>")),
    ]
    .map(|(name, text)| (name.to_owned(), format!("{HEAD}{text}")))
    .into()
}

/// A ZIP archive of `files`, nothing in it compressed.
pub(super) fn archive(files: &[(String, String)]) -> Vec<u8> {
    let (mut archive, mut directory) = (Vec::new(), Vec::new());
    for (name, text) in files {
        let (start, size) = (short(archive.len()), short(text.len()));
        let mut about = Vec::new();
        // Version 2.0, no flags, stored, 1 January 1980.
        about.extend([20, 0, 0, 0, 0, 0, 0, 0, 0x21, 0]);
        about.extend(checksum(text.as_bytes()).to_le_bytes());
        about.extend([size, size].map(u32::to_le_bytes).concat());
        about.extend(u16::try_from(name.len()).expect("a short name").to_le_bytes());
        about.extend([0, 0]);
        archive.extend(b"PK\x03\x04");
        archive.extend(&about);
        archive.extend(name.bytes().chain(text.bytes()));
        directory.extend(b"PK\x01\x02\x14\x00");
        directory.extend(&about);
        directory.extend([0; 10]);
        directory.extend(start.to_le_bytes());
        directory.extend(name.bytes());
    }
    let count = u16::try_from(files.len()).expect("few files").to_le_bytes();
    let (start, size) = (short(archive.len()), short(directory.len()));
    archive.extend(directory);
    archive.extend(b"PK\x05\x06\0\0\0\0");
    archive.extend([count, count].concat());
    archive.extend([size, start].map(u32::to_le_bytes).concat());
    archive.extend([0, 0]);
    archive
}

fn short(size: usize) -> u32 {
    u32::try_from(size).expect("a small workbook")
}

/// CRC-32, as ZIP has it.
fn checksum(bytes: &[u8]) -> u32 {
    let mut sum = u32::MAX;
    for byte in bytes {
        sum ^= u32::from(*byte);
        for _ in 0..8 {
            sum = if sum & 1 == 1 { (sum >> 1) ^ 0xEDB8_8320 } else { sum >> 1 };
        }
    }
    !sum
}
