//! `.ods` and `.xls`: what calamine leaves out of them is read here as well.

use std::io::{Cursor, Write as _};

use super::office::{Ran, run_with};
use super::workbook::archive;

const TABLE: &str = "row_header: Đơn vị\ncolumns:\n  - {id: tl, header: Tỷ lệ, type: percent(1)}\n  - \
                     {id: ma, header: Mã, type: text}\n";

fn read(ran: &Ran) -> Vec<(String, Vec<String>)> {
    let Some((_, tables)) = &ran.examined else { panic!("{}", ran.findings) };
    let text = |cell: &vanthu::compute::Cell| match &cell.value {
        vanthu::compute::Value::Amount(amount) => amount.exact(),
        vanthu::compute::Value::Text(text) => text.clone(),
        _ => String::new(),
    };
    tables
        .of(0)
        .lines()
        .map(|(line, cells)| (line.name.value.clone(), cells.iter().map(text).collect()))
        .collect()
}

fn ods(rows: &str) -> Vec<u8> {
    let names = "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
                 xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" \
                 xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"";
    let content = format!(
        "<?xml version=\"1.0\"?><office:document-content {names}><office:body><office:spreadsheet>\
         <table:table table:name=\"Thu\">{rows}</table:table></office:spreadsheet></office:body>\
         </office:document-content>"
    );
    let kind = "application/vnd.oasis.opendocument.spreadsheet".to_owned();
    archive(&[
        ("mimetype".to_owned(), kind),
        ("content.xml".to_owned(), content),
        ("META-INF/manifest.xml".to_owned(), "<manifest:manifest/>".to_owned()),
    ])
}

fn row(cells: &str, hidden: bool) -> String {
    let hidden = if hidden { " table:visibility=\"collapse\"" } else { "" };
    format!("<table:table-row{hidden}>{cells}</table:table-row>")
}

fn words(text: &str) -> String {
    format!(
        "<table:table-cell office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>"
    )
}

fn number(kind: &str, value: &str, shown: &str) -> String {
    format!(
        "<table:table-cell office:value-type=\"{kind}\" office:value=\"{value}\"><text:p>{shown}\
         </text:p></table:table-cell>"
    )
}

fn run_ods(rows: &str, more: &str) -> Ran {
    run_with(&format!("{TABLE}rows: {{file: a.ods{more}}}\n"), "a.ods", &ods(rows))
}

fn ods_rows(percent: &str, code: &str, hidden: bool) -> String {
    [
        row(&words("BIỂU SỐ 1"), false),
        row(&[words("Đơn vị"), words("tl"), words("Mã")].concat(), false),
        row(&[words("Xã A"), percent.to_owned(), code.to_owned()].concat(), false),
        row(&[words("Xã B"), number("float", "50", "50"), words("007")].concat(), hidden),
    ]
    .concat()
}

#[test]
fn an_ods_is_read_as_it_is_shown() {
    let rows =
        ods_rows(&number("percentage", "0.9", "90%"), &number("float", "12", "00012"), false);
    let ran = run_ods(&rows, "");
    let text = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
    assert_eq!(
        read(&ran),
        [("Xã A".to_owned(), text(&["90", "00012"])), ("Xã B".to_owned(), text(&["50", "007"])),]
    );
    assert!(ran.findings.contains("sheet `Thu`"), "{}", ran.findings);
    let hidden = ods_rows(&number("percentage", "0.9", "90%"), &words("1"), true);
    assert!(run_ods(&hidden, "").findings.contains("cell A4: file `a.ods` hides 1 rows"));
    assert_eq!(read(&run_ods(&hidden, ", hidden: read")).len(), 2);
    assert_eq!(read(&run_ods(&hidden, ", hidden: skip")).len(), 1);
    let formula = "<table:table-cell table:formula=\"of:=[.A1]\"/>";
    let lacking = run_ods(&ods_rows(formula, &words("1"), false), "");
    assert!(lacking.findings.contains("cell B3: the cell holds a formula"), "{}", lacking.findings);
}

/// A stream of BIFF8: kind and data of each record.
fn stream(records: &[(u16, Vec<u8>)]) -> Vec<u8> {
    let mut bytes = Vec::new();
    for (kind, data) in records {
        bytes.extend(kind.to_le_bytes());
        bytes.extend(u16::try_from(data.len()).expect("a short record").to_le_bytes());
        bytes.extend(data);
    }
    bytes
}

fn shorts(values: &[u16]) -> Vec<u8> {
    values.iter().flat_map(|value| value.to_le_bytes()).collect()
}

fn label(row: u16, column: u16, text: &str) -> (u16, Vec<u8>) {
    let units: Vec<u16> = text.encode_utf16().collect();
    let length = u16::try_from(units.len()).expect("a short text");
    let data = [shorts(&[row, column, 0, length]), vec![1], shorts(&units)].concat();
    (0x0204, data)
}

fn figure(row: u16, column: u16, style: u16, value: f64) -> (u16, Vec<u8>) {
    (0x0203, [shorts(&[row, column, style]), value.to_le_bytes().to_vec()].concat())
}

fn begin(kind: u16) -> (u16, Vec<u8>) {
    (0x0809, shorts(&[0x0600, kind, 0, 0, 0, 0, 0, 0]))
}

fn xls(cells: Vec<(u16, Vec<u8>)>) -> Vec<u8> {
    let style = |format: u16| (0x00E0, shorts(&[0, format, 0, 0, 0, 0, 0, 0, 0, 0]));
    let code = b"0.0%";
    let format = [shorts(&[164, 4]), vec![0], code.to_vec()].concat();
    let name = b"Thu";
    let bound = |start: u32| {
        (0x0085, [start.to_le_bytes().to_vec(), vec![0, 0, 3, 0], name.to_vec()].concat())
    };
    let globals = |start: u32| {
        stream(&[
            begin(5),
            (0x041E, format.clone()),
            style(0),
            style(164),
            style(9),
            bound(start),
            (0x000A, Vec::new()),
        ])
    };
    let start = u32::try_from(globals(0).len()).expect("a short stream");
    let mut sheet = vec![begin(0x10)];
    sheet.extend(cells);
    sheet.push((0x000A, Vec::new()));
    let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).expect("a file");
    let mut workbook = file.create_stream("/Workbook").expect("a stream");
    workbook.write_all(&globals(start)).expect("room");
    workbook.write_all(&stream(&sheet)).expect("room");
    drop(workbook);
    file.flush().expect("room");
    file.into_inner().into_inner()
}

#[test]
fn an_xls_is_read_as_it_is_shown() {
    let cells = |hidden: bool| {
        let options: u16 = if hidden { 0x20 } else { 0 };
        vec![
            (0x0208, shorts(&[2, 0, 3, 255, 0, 0, options, 0])),
            label(0, 0, "Đơn vị"),
            label(0, 1, "tl"),
            label(0, 2, "Mã"),
            label(1, 0, "Xã A"),
            figure(1, 1, 1, "0.905".parse().expect("digits")),
            label(1, 2, "007"),
            label(2, 0, "Xã B"),
            figure(2, 1, 2, "0.5".parse().expect("digits")),
            label(2, 2, "8"),
        ]
    };
    let run = |bytes: &[u8], more: &str| {
        run_with(&format!("{TABLE}rows: {{file: a.xls{more}}}\n"), "a.xls", bytes)
    };
    let found = read(&run(&xls(cells(false)), ""));
    let figures: Vec<&str> = found.iter().map(|(_, cells)| cells[0].as_str()).collect();
    assert_eq!(figures, ["90.5", "50"]);
    let hidden = run(&xls(cells(true)), "");
    assert!(hidden.findings.contains("cell A3: file `a.xls` hides 1 rows"), "{}", hidden.findings);
    assert_eq!(read(&run(&xls(cells(true)), ", hidden: skip")).len(), 1);
}
