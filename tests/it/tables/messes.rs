//! More of what offices put into files: names that are numbers, parts without dashes, rows below a
//! table, units under a header. Each is read as the sheet shows it, or refused at its place.

use vanthu::model::amount::Amount;

use super::files::{TABLE, TOTAL, TWO, csv, reads, says, sheet};
use super::office::run_with;

#[test]
fn names_are_printed_as_the_sheet_shows_them() {
    for (cell, name) in [
        ("z:7", "00007"),
        ("p:0.5", "50%"),
        ("y:46086", "05/03/2026"),
        ("d:46086", "05/03/2026"),
        ("n:2026", "2026"),
        ("n:0.5", "0,5"),
        ("t:007", "007"),
    ] {
        let ran = sheet(TABLE, &format!("# A\nt:Đơn vị | t:tn\n{cell} | n:1\nt:Phường 2 | n:2\n"));
        reads(&ran, &[(name, "1"), TWO[1]], "");
    }
    let noted = format!("{TABLE}note_header: Ghi chú\n");
    let ran = sheet(&noted, "# A\nt:Đơn vị | t:tn | t:Ghi chú\nt:Phường 1 | n:1 | y:46086\n");
    let (directive, _) = ran.examined.as_ref().unwrap_or_else(|| panic!("{}", ran.findings));
    let note = directive.targets[0].lines[0].details.note.as_ref().map(|note| note.value.as_str());
    assert_eq!(note, Some("05/03/2026"));
}

#[test]
fn a_name_in_an_unknown_format_is_refused() {
    let ran = sheet(TABLE, "# A\nt:Đơn vị | t:tn\nu:0.5 | n:1\nt:Phường 2 | n:2\n");
    says(&ran, &["cell A2", "# ?/?"]);
}

#[test]
fn a_figure_that_the_sheet_shows_without_its_thousands_is_refused() {
    let ran = sheet(TABLE, "# A\nt:Đơn vị | t:tn\nt:Phường 1 | k:1250000\nt:Phường 2 | n:2\n");
    says(&ran, &["cell B2", "#,##0,"]);
}

#[test]
fn parts_are_told_by_every_spelling_of_their_name() {
    for name in [
        "Trong đó: nữ",
        "trong đó nữ",
        "Trong  đó nữ",
        "- Trong đó: nữ",
        "* Trong đó: nữ",
        "Tr.đó: nữ",
        "T.đó nữ",
        "Tr. đó nữ",
        "Trong tổng số: nữ",
        "Trong \u{111}o\u{301} nữ",
    ] {
        let file = format!("Đơn vị,tn\nPhường 1,10\n{name},4\nPhường 2,2\n");
        let ran = csv(&format!("{TABLE}{TOTAL}"), &file);
        let (directive, tables) =
            ran.examined.as_ref().unwrap_or_else(|| panic!("{name}: {}", ran.findings));
        assert_eq!(directive.targets[0].lines.len(), 3, "{name}");
        let total = tables.of(0).cell(None, 0).value.amount().map(Amount::exact);
        assert_eq!(total.as_deref(), Some("12"), "{name}: a part is not summed");
    }
}

#[test]
fn names_that_only_begin_like_parts_are_units() {
    for name in ["Trong Đông", "Gồm", "Tr. Đoàn", "Chia sẻ", "Trọng Đó", "Bao bì"] {
        let ran = csv(&format!("{TABLE}{TOTAL}"), &format!("Đơn vị,tn\nPhường 1,1\n{name},2\n"));
        reads(&ran, &[TWO[0], (name, "2")], "3");
    }
}

#[test]
fn a_title_of_parts_has_parts_below_it() {
    let file = "Đơn vị,tn\nPhường 1,10\nTrong đó:,\nNam,6\nNữ,4\n";
    says(&csv(TABLE, file), &["cell A3", "`Trong đó:`", "`- `"]);
    // In a numbered table rows without a number are the parts.
    let file = "STT,Đơn vị,tn\n1,Phường 1,10\n,Trong đó:,\n,Nam,6\n,Nữ,3\n2,Phường 2,2\n";
    let ran = csv(&format!("{TABLE}{TOTAL}"), file);
    let (_, tables) = ran.examined.as_ref().unwrap_or_else(|| panic!("{}", ran.findings));
    let total = tables.of(0).cell(None, 0).value.amount().map(Amount::exact);
    assert_eq!(total.as_deref(), Some("12"));
}

#[test]
fn a_part_without_a_row_before_it_is_refused() {
    says(&csv(TABLE, "Đơn vị,tn\nTrong đó: nữ,4\nPhường 2,2\n"), &["cell A2", "`Trong đó: nữ`"]);
    let yaml = format!("{TABLE}rows: {{\"Trong đó: nữ\": [4], Phường 2: [2]}}\n");
    says(&run_with(&yaml, "", b""), &["`Trong đó: nữ`"]);
}

#[test]
fn place_and_day_below_a_table_are_no_row() {
    for below in [
        ",,\"Cà Mau, ngày 05 tháng 3 năm 2026\"",
        ",\"Cà Mau, ngày    tháng    năm 2026\",",
        "\"Cà Mau, ngày 5/3/2026\",,",
    ] {
        let file = format!("STT,Đơn vị,tn\n1,Phường 1,1\n2,Phường 2,2\n,Tổng cộng,3\n{below}\n");
        reads(&csv(&format!("{TABLE}{TOTAL}"), &file), &TWO, "3");
    }
}

#[test]
fn numbered_posts_are_units() {
    let file =
        "STT,Đơn vị,tn\n1,Kế toán,1\n2,Giám đốc,\n3,Thủ trưởng đơn vị,2\n4,Người lập biểu,\n";
    reads(
        &csv(TABLE, file),
        &[("Kế toán", "1"), ("Giám đốc", ""), ("Thủ trưởng đơn vị", "2"), ("Người lập biểu", "")],
        "",
    );
}

#[test]
fn units_and_letters_under_the_header_are_no_row() {
    let two = "row_header: Đơn vị\ncolumns: [{id: tn, header: TN, unit: ha}, {id: tl, header: TL, \
               type: percent(1)}]\n";
    for under in [",,(ha),(%)", ",,ha,%", "A,B,1,2", "A,B,C,D", "a,b,c,d", "(1),(2),(3),(4)"] {
        let file = format!("STT,Đơn vị,TN,TL\n{under}\n1,Phường 1,1,5\n2,Phường 2,2,6\n");
        reads(&csv(two, &file), &TWO, "");
    }
    let ran = csv(two, "STT,Đơn vị,TN,TL\n,,km²,%\n1,Phường 1,1,5\n");
    says(&ran, &["cell C2", "`km²`"]);
}

#[test]
fn small_roman_numbers_stand_below_letters() {
    let file = "STT,Đơn vị,tn\na,Vùng 1,\ni,Xã A,1\nii,Xã B,2\nb,Vùng 2,\ni,Xã C,3\n";
    let ran = csv(&format!("{TABLE}{TOTAL}"), file);
    let (directive, tables) = ran.examined.as_ref().unwrap_or_else(|| panic!("{}", ran.findings));
    let groups: Vec<bool> =
        directive.targets[0].lines.iter().map(|line| line.group.is_some()).collect();
    assert_eq!(groups, [true, false, false, true, false]);
    assert_eq!(tables.of(0).cell(None, 0).value.amount().map(Amount::exact).as_deref(), Some("6"));
    // After `h` comes `i`.
    let names: Vec<String> = "abcdđeghik"
        .chars()
        .enumerate()
        .map(|(at, letter)| format!("{letter},Xã {at},1"))
        .collect();
    let ran = csv(&format!("{TABLE}{TOTAL}"), &format!("STT,Đơn vị,tn\n{}\n", names.join("\n")));
    let (directive, _) = ran.examined.as_ref().unwrap_or_else(|| panic!("{}", ran.findings));
    assert!(directive.targets[0].lines.iter().all(|line| line.group.is_none()));
}

#[test]
fn a_column_may_have_the_id_of_running_numbers() {
    let table = "row_header: Đơn vị\ncolumns: [{id: tt, header: Thị trấn}]\n";
    let file = "TT,Đơn vị,Thị trấn\n1,Phường 1,1\n2,Phường 2,2\n";
    reads(&csv(table, file), &TWO, "");
}

#[test]
fn a_day_in_another_form_is_refused_with_the_form_to_write() {
    let table =
        "row_header: Đơn vị\ncolumns: [{id: tn, header: TN}, {id: h, header: Hạn, type: date}]\n";
    for (day, right) in [
        ("05/03/2026", "`2026-03-05`"),
        ("5/3/2026", "`2026-03-05`"),
        ("05/3/2026", "`2026-03-05`"),
        ("05-03-2026", "`2026-03-05`"),
        ("31/02/2026", ""),
        ("5/3/26", ""),
    ] {
        let ran = csv(table, &format!("Đơn vị,TN,Hạn\nPhường 1,1,{day}\n"));
        says(&ran, &["cell C2", &format!("`{day}`"), right]);
    }
}

#[test]
fn a_total_in_the_file_agrees_to_the_last_digit() {
    let file = "Đơn vị,tn\nPhường 1,1\nPhường 2,2\nTổng cộng,3.4\n";
    let ran = csv(&format!("{TABLE}{TOTAL}"), file);
    assert!(ran.findings.contains("error[D500]: cell B4"), "{}", ran.findings);
    // A workbook holds sums of decimals as they come out of binary arithmetic.
    let table = "row_header: Đơn vị\ncolumns: [{id: tn, header: TN, type: decimal(1)}]\n";
    let ran = sheet(
        &format!("{table}{TOTAL}"),
        "# A\nt:Đơn vị | t:tn\nt:Phường 1 | n:0.1\nt:Phường 2 | n:0.2\nt:Tổng cộng | \
         n:0.30000000000000004\n",
    );
    reads(&ran, &[("Phường 1", "0.1"), ("Phường 2", "0.2")], "0.3");
}

#[test]
fn a_count_of_all_units_names_a_sum() {
    for name in ["Cả 2 phường", "Toàn bộ 2 phường", "Tất cả 2 phường", "Cộng 2 phường"]
    {
        let file = format!("Đơn vị,tn\nPhường 1,1\nPhường 2,2\n{name},3\n");
        reads(&csv(&format!("{TABLE}{TOTAL}"), &file), &TWO, "3");
    }
}

#[test]
fn what_is_no_text_file_says_so() {
    let ran = run_with(
        &format!("{TABLE}rows: {{file: a.csv}}\n"),
        "a.csv",
        &super::workbook::from_text("# A\nt:Đơn vị | t:tn\nt:Phường 1 | n:1\n"),
    );
    says(&ran, &["a.csv", "xlsx"]);
    says(&csv(TABLE, "Ä\u{90}Æ¡n vá»\u{8b},tn\nPhÆ°á»\u{9d}ng 1,1\n"), &["a.csv"]);
}

/// The total of the first column.
fn total(ran: &super::office::Ran) -> String {
    let (_, tables) = ran.examined.as_ref().unwrap_or_else(|| panic!("{}", ran.findings));
    tables.of(0).cell(None, 0).value.amount().map(Amount::exact).unwrap_or_default()
}

#[test]
fn parts_follow_each_other_with_dashes_or_numbers() {
    let table = format!("{TABLE}{TOTAL}");
    for rows in [
        "Đông,412\nTrong đó: - nữ,100\n- nghèo,50\nĐoài,368",
        "Đông,412\nTrong đó: nữ,100\n- nghèo,50\nĐoài,368",
        "Đông,412\nTrong đó: + nữ,100\n+ nghèo,50\nĐoài,368",
        "Đông,412\nTrong đó:,\n- nữ,100\n- nghèo,50\nĐoài,368",
    ] {
        let ran = csv(&table, &format!("Đơn vị,tn\n{rows}\n"));
        assert_eq!((total(&ran).as_str(), ran.findings.as_str()), ("780", ""), "{rows}");
    }
    for rows in [
        "1,Đông,412\n,Trong đó: - nữ,100\n,- nghèo,50\n2,Đoài,368",
        "1,Đông,412\na,Trong đó: nữ,100\nb,nghèo,50\n2,Đoài,368",
        "1,Đông,412\n1.1,Trong đó: nữ,100\n1.2,nghèo,50\n2,Đoài,368",
        "1,Đông,412\n-,Trong đó: nữ,100\n-,nghèo,50\n2,Đoài,368",
        "1,Đông,150\n,Gồm: Nam,100\n,Nữ,50\n2,Đoài,630",
    ] {
        let ran = csv(&table, &format!("STT,Đơn vị,tn\n{rows}\n"));
        assert_eq!(total(&ran), "780", "{rows}\n{}", ran.findings);
        assert!(!ran.findings.contains("[D5"), "{rows}\n{}", ran.findings);
    }
}

#[test]
fn sums_and_means_under_other_names_are_never_added_in_silence() {
    let table = format!("{TABLE}{TOTAL}");
    for name in
        ["Tổng kinh phí", "Tổng số người", "Tổng thôn", "Tổng hộ dân", "Tiểu cộng", "Toàn khu"]
    {
        let rows = format!("Đơn vị,tn\nĐông,412\nĐoài,368\n{name},781\n");
        let said = csv(&table, &rows).findings;
        assert!(said.contains("[D500]") || said.contains("[D615]"), "{name}: {said}");
        let rows = format!("STT,Đơn vị,tn\n1,Đông,412\n2,Đoài,368\n,{name},781\n");
        let said = csv(&table, &rows).findings;
        assert!(said.contains("error[D500]: cell C4"), "{name}: {said}");
    }
    for name in ["Bình quân", "Trung bình", "Làm tròn", "BQ"] {
        let rows = format!("Đơn vị,tn\nĐông,412\nĐoài,368\n{name},390\n");
        assert!(csv(&table, &rows).findings.contains("[D615]"), "{name}");
        let rows = format!("STT,Đơn vị,tn\n1,Đông,412\n2,Đoài,368\n,{name},390\n");
        says(&csv(&table, &rows), &["cell B4", name]);
        let rows = format!("Đơn vị,tn\nĐông,412\nĐoài,368\nTổng cộng,780\n{name},390\n");
        says(&csv(&table, &rows), &["cell A5", name]);
    }
}

#[test]
fn groups_told_by_nothing_but_their_figures_are_asked_for() {
    let table = "row_header: Đơn vị\ncolumns: [{id: tn, header: TN}, {id: kp, header: KP}]\n";
    let table = format!("{table}{TOTAL}");
    for rows in [
        "Khu vực 1,780,5000\nĐông,412,3000\nĐoài,368,2000\nThôn Hạ,150,1500",
        "Thôn Hạ,150,1500\nĐông,412,3000\nĐoài,368,2000\nKhu vực 1,780,5000",
        "Đông,412,3000\nĐoài,368,2000\nXã An Bình,780,5000",
    ] {
        let said = csv(&table, &format!("Đơn vị,tn,kp\n{rows}\n")).findings;
        assert!(said.contains("[D586]"), "{rows}: {said}");
    }
}

#[test]
fn a_row_without_figures_is_not_taken_for_the_group_of_the_next_one() {
    let rows = "STT,Đơn vị,tn\n1,Đông,4\n2,Đoài,3\n3,Thôn Hạ,\n,Thôn Thượng,50\n4,Thôn X,10\n";
    says(&csv(TABLE, rows), &["cell B4", "`Thôn Hạ`"]);
    let rows = "STT,Đơn vị,tn\n1,Đông,4\n2,Đoài,3\n2a,Thôn Hạ,5\n3,Thôn X,10\n";
    assert_eq!(total(&csv(&format!("{TABLE}{TOTAL}"), rows)), "22");
}

#[test]
fn words_below_the_last_figure_are_asked_for_or_passed_over() {
    for below in ["\"Hà Nội, ngày 5/3/2026\"", "(Nguồn: UBND xã)"] {
        let ran = csv(TABLE, &format!("Đơn vị,tn\nPhường 1,1\nPhường 2,2\n{below},\n"));
        reads(&ran, &TWO, "");
    }
    for below in ["Trần Văn An", "Duyệt"] {
        let ran = csv(TABLE, &format!("Đơn vị,tn\nPhường 1,1\nPhường 2,2\n{below},\n"));
        assert!(ran.findings.contains("warning[N022]: cell A4"), "{}", ran.findings);
    }
}

#[test]
fn units_of_the_file_are_told_where_the_directive_has_none() {
    for header in ["TN (triệu đồng)", "TN (ha)", "TN (%)"] {
        says(&csv(TABLE, &format!("Đơn vị,{header}\nPhường 1,1\n")), &["cell B1"]);
    }
    for header in ["TN (người)", "TN (hộ)", "TN"] {
        let ran = csv(TABLE, &format!("Đơn vị,{header}\nPhường 1,1\nPhường 2,2\n"));
        reads(&ran, &TWO, "");
    }
    for header in ["TN (nghèo)", "TN (lũy kế)", "TN (dự kiến)"] {
        says(&csv(TABLE, &format!("Đơn vị,{header}\nPhường 1,1\n")), &["TN"]);
    }
    let table =
        "row_header: Chỉ tiêu\ncolumns: [{id: d, header: ĐVT, type: text}, {id: tn, header: TN}]\n";
    says(
        &csv(&format!("{table}{TOTAL}"), "Chỉ tiêu,ĐVT,TN\nHộ,hộ,100\nĐất,ha,8\n"),
        &["`ha`", "`hộ`"],
    );
}

#[test]
fn a_column_that_numbers_the_rows_needs_no_heading() {
    let file = ",Đơn vị,tn\n1,Phường 1,1\n2,Phường 2,2\n";
    reads(&csv(TABLE, file), &TWO, "");
}

#[test]
fn columns_of_one_figure_for_all_rows_are_not_summed() {
    for (formula, wanted) in [
        ("average(n)", "15"),
        ("max(n)", "20"),
        ("sum(n)", "30"),
        ("t.total.n", "30"),
        ("n * 2", "60"),
        ("round(n / max(n), 1)", ""),
        ("round(n / sum(n) * 100, 1)", "100"),
    ] {
        let yaml = format!(
            "row_header: Xã\ncolumns: [{{id: k, header: K, type: decimal(1), formula: \"{formula}\"}}, \
             {{id: n, header: N}}]\nrows: {{A: [10], B: [20]}}\n{TOTAL}"
        );
        assert_eq!(total(&run_with(&yaml, "", b"")), wanted, "{formula}");
    }
}

#[test]
fn days_typed_as_people_write_them_are_read_where_they_have_one_reading() {
    let table = "row_header: Đơn vị\ncolumns: [{id: h, header: Hạn, type: date}]\n";
    let day = |ran: &super::office::Ran| {
        let (_, tables) = ran.examined.as_ref().unwrap_or_else(|| panic!("{}", ran.findings));
        format!("{:?}", tables.of(0).cell(Some(0), 0).value)
    };
    let known = day(&csv(table, "Đơn vị,Hạn\nA,2026-03-05\n"));
    for text in ["05/03/2026", "5/3/2026", "5.3.2026", "05-03-2026"] {
        assert_eq!(day(&csv(table, &format!("Đơn vị;Hạn\nA;{text}\n"))), known, "{text}");
        assert_eq!(day(&sheet(table, &format!("# A\nt:Đơn vị | t:Hạn\nt:A | t:{text}\n"))), known);
        says(&csv(table, &format!("Đơn vị,Hạn\nA,{text}\n")), &["cell B2"]);
    }
    let known = day(&csv(table, "Đơn vị,Hạn\nA,2026-03-15\n"));
    assert_eq!(day(&csv(table, "Đơn vị,Hạn\nA,15/3/2026\n")), known);
    says(&csv(table, "Đơn vị,Hạn\nA,3/15/2026\n"), &["cell B2"]);
}

#[test]
fn percentages_below_one_are_asked_for() {
    let table = "row_header: Đơn vị\ncolumns: [{id: tl, header: Tỷ lệ, type: percent(1)}]\n";
    for file in ["Đơn vị,Tỷ lệ\nA,0.9\nB,0.8\n", "Đơn vị;Tỷ lệ\nA;0,9\nB;0,8\nC;1\n"]
    {
        let ran = csv(table, file);
        assert!(ran.findings.contains("warning[N027]: cell B2"), "{}", ran.findings);
    }
    let ran = sheet(table, "# A\nt:Đơn vị | t:Tỷ lệ\nt:A | n:0.9\nt:B | n:0.8\n");
    assert!(ran.findings.contains("warning[N027]: sheet A, cell B2"), "{}", ran.findings);
    for rows in [
        "t:A | q:0.9\nt:B | q:0.8",
        "t:A | n:90\nt:B | n:0.8",
        "t:A | n:0.5",
        "t:A | n:0\nt:B | n:1",
        "t:A | n:0\nt:B | n:0.5",
    ] {
        let ran = sheet(table, &format!("# A\nt:Đơn vị | t:Tỷ lệ\n{rows}\n"));
        assert!(!ran.findings.contains("N027"), "{rows}: {}", ran.findings);
    }
}

#[test]
fn words_merged_over_rows_are_those_of_each() {
    let table = "row_header: Việc\ncolumns: [{id: ct, header: Chủ trì, type: text}]\n";
    let bytes = {
        let mut book = rust_xlsxwriter::Workbook::new();
        let sheet = book.add_worksheet();
        let plain = rust_xlsxwriter::Format::new();
        for (at, name) in ["Việc", "A", "B", "C"].into_iter().enumerate() {
            sheet.write(u32::try_from(at).expect("few"), 0, name).expect("a cell");
        }
        sheet.write(0, 1, "Chủ trì").expect("a cell");
        sheet.merge_range(1, 1, 2, 1, "Sở Nội vụ", &plain).expect("a range");
        sheet.write(3, 1, "Sở Tài chính").expect("a cell");
        book.save_to_buffer().expect("a workbook")
    };
    let ran = run_with(&format!("{table}rows: {{file: a.xlsx}}\n"), "a.xlsx", &bytes);
    reads(&ran, &[("A", "Sở Nội vụ"), ("B", "Sở Nội vụ"), ("C", "Sở Tài chính")], "");
}
