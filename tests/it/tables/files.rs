//! Files of rows as offices make them, one kind of mess each: read, or an error that says where.

use vanthu::compute::Value;
use vanthu::model::amount::Amount;

use super::office::{Ran, run_with};
use super::workbook;

pub(super) const TABLE: &str = "row_header: Đơn vị\ncolumns: [{id: tn, header: TN}]\n";
pub(super) const TOTAL: &str = "total: {label: Tổng cộng}\n";

pub(super) fn csv(table: &str, csv: &str) -> Ran {
    run_with(&format!("{table}rows: {{file: a.csv}}\n"), "a.csv", csv.as_bytes())
}

pub(super) fn sheet(table: &str, text: &str) -> Ran {
    let bytes = workbook::from_text(text);
    run_with(&format!("{table}rows: {{file: a.xlsx}}\n"), "a.xlsx", &bytes)
}

/// Names and first figures of the lines, and the first total.
fn read(ran: &Ran) -> (Vec<(String, String)>, String) {
    let Some((_, tables)) = &ran.examined else { panic!("{}", ran.findings) };
    let exact = |value: &Value| match value {
        Value::Amount(amount) => Amount::exact(amount),
        Value::Text(text) => text.clone(),
        Value::Mark(mark) => mark.sign().to_owned(),
        Value::Date(date) => date.to_string(),
        Value::Blank => String::new(),
    };
    let table = tables.of(0);
    let lines =
        table.lines().map(|(line, cells)| (line.name.value.clone(), exact(&cells[0].value)));
    (lines.collect(), exact(&table.cell(None, 0).value))
}

#[track_caller]
pub(super) fn reads(ran: &Ran, rows: &[(&str, &str)], total: &str) {
    let rows: Vec<(String, String)> =
        rows.iter().map(|(name, figure)| ((*name).to_owned(), (*figure).to_owned())).collect();
    assert_eq!(read(ran), (rows, total.to_owned()), "{}", ran.findings);
}

#[track_caller]
pub(super) fn says(ran: &Ran, words: &[&str]) {
    assert!(ran.examined.is_none(), "it is read");
    for words in words {
        assert!(ran.findings.contains(words), "`{words}` is not said:\n{}", ran.findings);
    }
}

pub(super) const TWO: [(&str, &str); 2] = [("Phường 1", "1"), ("Phường 2", "2")];

#[test]
fn rows_of_sums_are_compared_and_never_added() {
    for name in [
        "Tổng cộng",
        "CỘNG",
        "Cộng:",
        "TỔNG SỐ",
        "Tổng",
        "Tổng cộng (A+B)",
        "Toàn tỉnh",
        "Cả nước",
        "Tổng cộng toàn xã",
        "\"Tổng cộng:\"",
        "Cộng chung",
        "* Tổng cộng",
    ] {
        let table = format!("{TABLE}{TOTAL}");
        let below = format!("Đơn vị,tn\nPhường 1,1\nPhường 2,2\n{name},3\n");
        reads(&csv(&table, &below), &TWO, "3");
        let above = format!("Đơn vị,tn\n{name},3\nPhường 1,1\nPhường 2,2\n");
        reads(&csv(&table, &above), &TWO, "3");
        let wrong = below.replace(",3", ",4");
        says(&csv(&table, &wrong), &["a.csv:4:", "error[D500]: cell B4: total `tn`", "4", "3"]);
        // Nobody asked for a row of totals: the file has one, so it is printed.
        reads(&csv(TABLE, &below), &TWO, "3");
        let name = name.trim_matches('"');
        let yaml =
            format!("{TABLE}{TOTAL}rows: {{Phường 1: [1], Phường 2: [2], \"{name}\": [3]}}\n");
        reads(&run_with(&yaml, "", b""), &TWO, "3");
        says(&run_with(&yaml.replace("[3]", "[5]"), "", b""), &["error[D500]"]);
    }
}

#[test]
fn names_that_only_look_like_sums_are_units() {
    for name in ["Cộng đồng", "Tổng công ty A", "Tổng cục Thuế", "Xã Toàn Thắng", "Cộng Hòa"]
    {
        let file = format!("Đơn vị,tn\nPhường 1,1\n{name},2\n");
        let ran = csv(&format!("{TABLE}{TOTAL}"), &file);
        reads(&ran, &[("Phường 1", "1"), (name, "2")], "3");
        assert_eq!(ran.findings, "");
    }
}

#[test]
fn a_name_that_may_be_a_sum_is_one_when_its_figures_are() {
    let table = format!("{TABLE}{TOTAL}");
    let rows = [("Hộ A", "60"), ("Hộ B", "40")];
    reads(&csv(&table, "Đơn vị,tn\nTổng số hộ,100\nHộ A,60\nHộ B,40\n"), &rows, "100");
    let other = [("Tổng thu", "7"), ("Hộ A", "60"), ("Hộ B", "40")];
    reads(&csv(&table, "Đơn vị,tn\nTổng thu,7\nHộ A,60\nHộ B,40\n"), &other, "107");
}

#[test]
fn the_header_is_found_by_its_names() {
    let nfd = "To\u{302}ng,TN\n";
    for header in [
        "Đơn vị,tn\n",
        "Đơn vị,TN\n",
        "ĐƠN VỊ,tn\n",
        "Đơn  vị,TN (người)\n",
        "\"Đơn\nvị\",TN\n",
        "PHỤ LỤC\n\nĐơn vị,TN\n",
        "PHỤ LỤC,,\n(Kèm theo Quyết định số 1),,\n,,\nĐơn vị,TN\n",
        "\u{feff}Đơn vị,TN\n",
        "sep=,\nĐơn vị,TN\n",
        "Tên xã,TN\n",
        "Đơn vị,TN\nA,1\n",
        "Đơn vị,TN\n(1),(2)\n",
        "Đơn vị,TN\n,(người)\n",
    ] {
        let ran = csv(TABLE, &format!("{header}Phường 1,1\nPhường 2,2\n"));
        reads(&ran, &TWO, "");
    }
    let table = TABLE.replace("Đơn vị", "Tông");
    reads(&csv(&table, &format!("{nfd}Phường 1,1\nPhường 2,2\n")), &TWO, "");
}

#[test]
fn what_is_no_row_is_passed_over_and_told() {
    let file = "PHỤ LỤC GIAO CHỈ TIÊU,,\n,,\nSTT,Đơn vị,TN\nA,B,1\n1,Phường 1,1\n\
                STT,Đơn vị,TN\n2,Phường 2,2\n,Tổng cộng,3\nGhi chú: số liệu đến 31/12,,\n,,\n\
                Người lập,,Chủ tịch\n";
    let ran = csv(&format!("{TABLE}{TOTAL}"), file);
    reads(&ran, &TWO, "3");
    assert_eq!(
        ran.findings.lines().next(),
        Some(
            "input.yaml:9:18: info[N021]: file `a.csv`: not rows of the table · rows 1 above it · \
             column A of running numbers · column numbers in row 4 · column names once more in row 6 \
             · notes in row 9, 11 · sums at B8 (compared, not added)"
        )
    );
}

#[test]
fn groups_are_told_by_their_marks_or_their_sums() {
    let rows = [
        ("Khối phường", "3"),
        ("Phường 1", "1"),
        ("Phường 2", "2"),
        ("Khối xã", "4"),
        ("Xã A", "4"),
    ];
    let table = format!("{TABLE}{TOTAL}");
    for file in [
        "STT,Đơn vị,tn\nA,Khối phường,3\n1,Phường 1,1\n2,Phường 2,2\nB,Khối xã,4\n1,Xã A,4\n,Cộng,7\n",
        "STT,Đơn vị,tn\nI,Khối phường,\n1,Phường 1,1\n2,Phường 2,2\nII,Khối xã,\n3,Xã A,4\n",
        "STT,Đơn vị,tn\n,Khối phường,3\n1,Phường 1,1\n2,Phường 2,2\n,Khối xã,4\n1,Xã A,4\nTổng cộng,,7\n",
        "Đơn vị,tn\nA. Khối phường,3\nPhường 1,1\nPhường 2,2\nB. Khối xã,4\nXã A,4\nTổng,7\n",
        "Đơn vị,tn\nKhối phường,\nPhường 1,1\nPhường 2,2\nCộng,3\nKhối xã,\nXã A,4\nCộng,4\nTổng cộng,7\n",
        "Đơn vị,tn\nKhối phường,\nPhường 1,1\nPhường 2,2\nCộng,3\nKhối xã,\nXã A,4\nCộng,4\n",
    ] {
        reads(&csv(&table, file), &rows, "7");
    }
    let wrong =
        "STT,Đơn vị,tn\nA,Khối phường,9\n1,Phường 1,1\n2,Phường 2,2\nB,Khối xã,4\n1,Xã A,4\n";
    says(&csv(&table, wrong), &["D500", "cell C2", "Khối phường"]);
    says(&csv(&table, "Đơn vị,tn\nPhường 1,1\nCộng,1\nXã A,4\n"), &["N009", "cell A3"]);
    let yaml = format!(
        "{table}rows:\n  Khối phường: {{Phường 1: [1], Phường 2: [2], Cộng: [3]}}\n  Khối xã: {{Cộng: [5], Xã A: [4]}}\n"
    );
    says(&run_with(&yaml, "", b""), &["D500", "Khối xã"]);
    reads(&run_with(&yaml.replace("[5]", "[4]"), "", b""), &rows, "7");
}

#[test]
fn what_a_file_lacks_is_an_error() {
    for (file, words) in [
        ("Đơn vị,tn\n", &["N015", "a row of column names only"][..]),
        ("", &["N015", "is empty"]),
        ("\n\n", &["N015", "is empty"]),
        ("Đơn vị,tn\nTổng cộng,0\n", &["N015", "only"]),
        ("Đơn vị,nt\nPhường 1,1\n", &["no row with the names of the columns", "`Đơn vị`, `nt`"]),
        ("Đơn vị,tn\n,5\n", &["N015", "cell A2: the row has figures but no name"]),
        ("Đơn vị,tn\nPhường 1\nPhường 2,2\n", &["N009", "`Phường 1` has only 1 cell"]),
        ("Đơn vị,tn\nPhường 1,1,7\n", &["N015", "cell C2"]),
        ("Đơn vị,tn,Mã\nPhường 1,1,7\n", &["N008", "cell C1", "`Mã`"]),
        ("Đơn vị,tn\nPhường 1,#DIV/0!\n", &["N007", "cell B2", "#DIV/0!"]),
        ("Đơn vị,tn\nPh??ng 1,1\n", &["N015", "lost its letters"]),
        ("Đơn vị,tn\nPhường 1,TRUE\n", &["N007", "cell B2", "`TRUE`"]),
    ] {
        says(&csv(TABLE, file), words);
    }
    let two = "row_header: Đơn vị\ncolumns: [{id: tn, header: TN}, {id: yt, header: YT}]\n";
    says(&csv(two, "Đơn vị,tn\nPhường 1,1\n"), &["N008", "file `a.csv` has no column `YT`"]);
    says(&csv(two, "Đơn vị,tn,yt\nPhường 1,1\n"), &["N009", "`YT`"]);
}

#[test]
fn text_files_of_vietnamese_excel_are_read() {
    let table = "row_header: Đơn vị\ncolumns: [{id: dt, header: Diện tích, type: decimal(3)}]\n";
    let rows = [("Xã A", "165.5"), ("Xã B", "19.905"), ("Xã C", "1250")];
    let file = "Đơn vị;dt\nXã A;165,5\nXã B;19,905\nXã C;1.250\n";
    reads(&csv(table, file), &rows, "");
    reads(&csv(table, &format!("sep=;\r\n{}", file.replace('\n', "\r\n"))), &rows, "");
    let units: Vec<u8> = file.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let utf16 = [&[0xff, 0xfe][..], &units].concat();
    reads(&run_with(&format!("{table}rows: {{file: a.csv}}\n"), "a.csv", &utf16), &rows, "");
    // Nothing proves what the point means.
    says(&csv(table, "Đơn vị;dt\nXã A;1.250\n"), &["N007", "cell B2"]);
    says(&csv(table, "Đơn vị;dt\nXã A;19,905\nXã B;1,250,000\n"), &["N007", "cell B2"]);
    says(&csv(table, "Đơn vị,dt\nXã A,\"165,5\"\n"), &["N007", "cell B2"]);
    let latin = b"\xd0on v\xee;dt\nX\xe3 A;1\n";
    says(&run_with(&format!("{table}rows: {{file: a.csv}}\n"), "a.csv", latin), &["not UTF-8"]);
}

#[test]
fn percentages_are_what_the_sheet_shows() {
    let table = "row_header: Đơn vị\ncolumns: [{id: tl, header: Tỷ lệ (%), type: percent(1)}]\n";
    let file = |cell: &str| format!("# A\nt:Đơn vị | t:tl\nt:Xã A | {cell}\n");
    for (cell, figure) in [
        ("p:0.9", "90"),
        ("q:0.8546", "85.5"),
        ("n:90", "90"),
        ("t:85%", "85"),
        ("t:85.5 %", "85.5"),
        ("p:1", "100"),
        ("p:-0.05", "-5"),
    ] {
        reads(&sheet(table, &file(cell)), &[("Xã A", figure)], "");
    }
    says(&sheet(table, &file("p:0.8546")), &["N007", "cell B2"]);
    let plain = table.replace("percent(1)", "decimal(1)");
    says(&sheet(&plain, &file("p:0.9")), &["N007", "is a percentage (90%)"]);
}

#[test]
fn words_are_what_the_sheet_shows() {
    let table = "row_header: Đơn vị\ncolumns: [{id: gc, header: Mã, type: text}]\n";
    let file = |cell: &str| format!("# A\nt:Đơn vị | t:Mã\nt:Xã A | {cell}\n");
    for (cell, words) in [
        ("t:00123", "00123"),
        ("z:123", "00123"),
        ("n:123", "123"),
        ("n:1234.5", "1234,5"),
        ("d:45356", "05/03/2024"),
        ("y:45356", "05/03/2024"),
        ("p:0.9", "90%"),
        ("b:1", "TRUE"),
    ] {
        reads(&sheet(table, &file(cell)), &[("Xã A", words)], "");
    }
    says(&sheet(table, &file("e:#N/A")), &["N007", "cell B2", "#N/A"]);
    says(&csv(table, "Đơn vị,Mã\nXã A,#REF!\n"), &["N007", "cell B2"]);
    reads(&csv(table, "Đơn vị,Mã\nXã A,00123\n"), &[("Xã A", "00123")], "");
}

#[test]
fn computed_columns_of_a_file_are_compared() {
    let table = "row_header: Đơn vị\ncolumns:\n  - {id: a, header: A}\n  - {id: b, header: B}\n  \
                 - {id: tl, header: Tỷ lệ, type: percent(1), formula: a / b * 100}\n\
                 total: {label: Cộng}\n";
    let file = |shown: &str, total: &str| {
        format!("Đơn vị,A,B,Tỷ lệ\nXã A,2,3,{shown}\nXã B,1,3,33.3\nCộng,3,6,{total}\n")
    };
    for (shown, total) in
        [("66.7", "50"), ("66.6666666667", "50.0"), ("67", "50"), ("66.7%", "50%"), ("", "x")]
    {
        assert!(csv(table, &file(shown, total)).examined.is_some(), "{shown} {total}");
    }
    says(&csv(table, &file("66.6", "50")), &["D500", "cell D2"]);
    says(&csv(table, &file("66.7", "100")), &["D500", "cell D4"]);
}

#[test]
fn units_of_the_file_are_those_of_the_directive() {
    let table = "row_header: Đơn vị\nunit: triệu đồng\ncolumns: [{id: kp, header: Kinh phí}]\n";
    says(&csv(table, "Đơn vị,Kinh phí (nghìn đồng)\nXã A,1\n"), &["N015", "cell B1", "nghìn đồng"]);
    says(&csv(table, "ĐVT: đồng\nĐơn vị,Kinh phí\nXã A,1\n"), &["N015", "cell A1"]);
    let good = csv(table, "Đơn vị tính: Triệu đồng\nĐơn vị,Kinh phí (triệu đồng)\nXã A,1\n");
    reads(&good, &[("Xã A", "1")], "");
}

#[test]
fn three_decimals_are_read_where_three_are_printed() {
    let table = |decimals: u32| {
        format!(
            "row_header: Xã\ncolumns: [{{id: dt, header: DT, type: decimal({decimals})}}]\n\
                 rows: {{Xã A: [19.905], Xã B: [416.385]}}\n"
        )
    };
    reads(&run_with(&table(3), "", b""), &[("Xã A", "19.905"), ("Xã B", "416.385")], "");
    says(&run_with(&table(2), "", b""), &["N007", "`19905`"]);
    says(&run_with(&table(4), "", b""), &["N007", "`19.9050`"]);
}

#[test]
fn a_comma_between_digits_is_no_separator_without_a_space() {
    let table = |row: &str| {
        format!(
            "row_header: Xã\ncolumns: [{{id: a, header: A, type: decimal(1)}}, {{id: gc, header: \
                 Ghi chú, type: text}}]\nrows:\n  Xã A: {row}\n"
        )
    };
    for (row, words) in [
        ("[12,5]", "`12.5`, two with a space: `12, 5`"),
        ("[1250,5]", "`1250.5`"),
        ("[1,250]", "`1250`, `1.25`"),
        ("[-12,5]", "`-12.5`"),
        ("{a: 12,5}", "`12.5`"),
    ] {
        says(&run_with(&table(row), "", b""), &["N007", words]);
    }
    for row in
        ["[12.5, 5]", "[12.5, \"5,5\"]", "[12.5 , 5]", "[12.5]", "[12, a5]", "{a: 12, gc: 5}"]
    {
        let ran = run_with(&table(row), "", b"");
        assert!(ran.examined.is_some(), "{row}: {}", ran.findings);
        assert_eq!(ran.findings, "", "{row}");
    }
}

#[test]
fn a_name_alone_may_be_that_of_a_group() {
    let ran = csv(TABLE, "Đơn vị,tn\nVùng cao,\nPhường 1,1\nPhường 2,2\n");
    reads(&ran, &[("Vùng cao", ""), TWO[0], TWO[1]], "");
    assert!(ran.findings.starts_with("a.csv:2:1: warning[N022]: cell A2: "), "{}", ran.findings);
}

#[test]
fn clean_files_are_silent() {
    let two = "row_header: Đơn vị\ncolumns: [{id: tn, header: TN}, {id: gc, header: Ghi chú, type: text}]\n";
    for (table, file) in [
        (TABLE, "Đơn vị,tn\nPhường 1,1\n"),
        (TABLE, "Đơn vị;tn\r\nPhường 1;1\r\n"),
        (TABLE, "Đơn vị\ttn\nPhường 1\t1\n"),
        (TABLE, "\u{feff}Đơn vị,TN\nPhường 1,1\nPhường 2,\n"),
        (TABLE, "tn,Đơn vị\n1,Phường 1\n"),
        (TABLE, "Đơn vị,tn\n\nPhường 1,1\n\nPhường 2,2\n"),
        (TABLE, "Đơn vị,tn\nTổng công ty A,1\nCộng đồng B,2\n"),
        (two, "Đơn vị,tn,Ghi chú\nPhường 1,1,\"a, b\"\nPhường 2,2,\n"),
        (two, "Đơn vị,tn,Ghi chú\nPhường 1,1\nPhường 2,2,có hay không?\n"),
        (two, "Đơn vị,TN (người),Ghi chú\n\"Xã Long Đức, khu A\",1,Nguồn: huyện\n"),
        (two, "Đơn vị,tn,Ghi chú\nA,5,\nB,7,\n"),
    ] {
        let ran = csv(table, file);
        assert!(ran.examined.is_some(), "{file}\n{}", ran.findings);
        assert_eq!(ran.findings, "", "{file}");
    }
}
