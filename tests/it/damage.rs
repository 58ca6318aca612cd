//! Files that something happened to: a merge, an editor, Word, Excel.

use crate::MINIMAL;
use crate::expect;
use crate::project::Project;

/// A letter with every part that is damaged below.
const WHOLE: &str = "\
kind: cong-van
symbol: UBND-VX
place: An Lạc
date: 2026-03-18
subject: rà soát hộ nghèo năm 2026
recipients:
  to: [Các thôn]
  cc: [Như trên]
  file: {unit: VX}
targets:
  hs:
    title: Hồ sơ
    row_header: Đơn vị
    columns:
      - {id: nhan, header: Tiếp nhận}
      - {id: xong, header: Đã xong}
    rows:
      Phòng Một: [1250, 1100]
      Phòng Hai: [380, 352]
    total: {label: Tổng cộng}
body: |
  Công văn về {{ hs[\"Phòng Một\"].nhan }} hồ sơ (chi tiết tại {{ appendix(\"hs\") }}).

  Đề nghị các thôn thực hiện./.
";

/// `WHOLE` with `found` replaced by `by`.
fn damaged(found: &str, by: &str) -> String {
    assert!(WHOLE.contains(found), "{found}");
    WHOLE.replace(found, by)
}

fn found(bytes: &[u8]) -> String {
    let project = Project::new().bytes("data/a.yaml", bytes);
    let (stdout, said) = project.run(["check", "--format", "short"]).said();
    assert_eq!(stdout, "");
    said.replace("data/a.yaml:", "")
}

/// `text` as a program shows it that takes its bytes for Windows-1252.
fn garbled(text: &str) -> String {
    text.bytes()
        .map(|byte| match byte {
            0x91 => '‘',
            0x83 => 'ƒ',
            0x87 => '‡',
            0x90 => '\u{90}',
            0x9d => '\u{9d}',
            _ => char::from(byte),
        })
        .collect()
}

#[test]
fn the_whole_letter_is_good() {
    assert_eq!(found(WHOLE.as_bytes()), "");
}

/// What was damaged, what it became, what is said.
const MENDED: [(&str, &str, &str); 9] = [
    (
        "  to: [Các thôn]",
        "\u{a0}\u{a0}to: [Các thôn]",
        "7:1: error[Y001]: đầu dòng có ký tự giống dấu cách (U+00A0), thường do dán từ Word hoặc \
         trang web (số dòng như vậy: 1)\n",
    ),
    (
        "  Đề nghị các thôn",
        "\u{a0} Đề nghị các thôn",
        "24:1: error[Y001]: đầu dòng có ký tự giống dấu cách (U+00A0), thường do dán từ Word hoặc \
         trang web (số dòng như vậy: 1)\n",
    ),
    (
        "      Phòng Hai: [380, 352]",
        "\u{3000}\u{2009}    Phòng Hai: [380, 352]",
        "19:1: error[Y001]: đầu dòng có ký tự giống dấu cách (U+3000), thường do dán từ Word hoặc \
         trang web (số dòng như vậy: 1)\n",
    ),
    (
        "  to: [Các thôn]\n  cc: [Như trên]",
        "\tto: [Các thôn]\n\tcc: [Như trên]",
        "7:1: error[Y007]: dòng thụt vào bằng phím Tab (số dòng như vậy: 2)\n",
    ),
    (
        "  Đề nghị các thôn",
        "\tĐề nghị các thôn",
        "24:1: error[Y007]: dòng thụt vào bằng phím Tab (số dòng như vậy: 1)\n",
    ),
    (
        "      Phòng Hai: [380, 352]",
        "Phòng Hai\t380\t352",
        "19:10: error[Y001]: 1 dòng dán từ Excel: giữa các ô là phím Tab\n",
    ),
    (
        "hs[\"Phòng Một\"]",
        "hs[“Phòng Một”]",
        "22:21: error[N011]: trong `{{ … }}` có dấu nháy cong `“`\n",
    ),
    (
        "subject: rà soát hộ nghèo năm 2026",
        "subject: Về kế hoạch: rà soát hộ nghèo",
        "5:21: error[Y001]: dấu `:` ở giữa giá trị làm nó giống một khóa nữa\n",
    ),
    ("place: An Lạc", "plase: An Lạc", "3:1: error[Y003]: không có khóa `plase`\n"),
];

#[test]
fn each_damage_has_its_message_and_a_fix() {
    for (whole, by, wanted) in MENDED {
        let text = damaged(whole, by);
        assert_eq!(found(text.as_bytes()), wanted, "{text}");
        let fixed = expect::fixed(&text);
        assert_eq!(found(fixed.as_bytes()), "", "{fixed}");
        // Nothing beside the damage changes.
        let (before, after) = WHOLE.split_once(whole).expect("it is there");
        assert!(fixed.starts_with(before) && fixed.ends_with(after), "{fixed}");
        assert_eq!(expect::fixed(&fixed), fixed);
    }
}

#[test]
fn letters_in_a_wrong_encoding_are_restored() {
    let text = damaged("Công văn về", &garbled("Công văn số 12 về"));
    let wanted = "22:3: error[Y014]: tệp đã bị lưu sai bảng mã: `CÃ´ng` đúng ra là `Công` (số chỗ \
                  như vậy: 4)\n";
    assert_eq!(found(text.as_bytes()), wanted);
    assert_eq!(expect::fixed(&text), damaged("Công văn về", "Công văn số 12 về"));
    // Where letters were lost, a person has to look.
    let text = text.replace('ƒ', "");
    assert!(found(text.as_bytes()).contains("error[Y014]"));
    assert_eq!(expect::fixed(&text), text);
}

#[test]
fn rows_pasted_from_excel_are_shown_as_they_must_be_written() {
    let rows = "      Phòng Một: [1250, 1100]\n      Phòng Hai: [380, 352]\n";
    let text = damaged(rows, "      Phòng Một\t1.250\t1.100\n      Phòng Hai\t380\t352\n");
    let project = Project::new().file("data/a.yaml", &text);
    project
        .run(["check"])
        .stderr_has(&[
            "lỗi[Y001]: 2 dòng dán từ Excel",
            "viết mỗi dòng như `Phòng Một: [1250, 1100]`",
            "`rows: {file: ten-tep.xlsx}`",
            "18 ~       Phòng Một: [1250, 1100]",
        ])
        .fails(1);
    // A point may be a decimal mark.
    assert_eq!(expect::fixed(&text), text);
}

#[test]
fn a_conflict_names_both_sides_and_the_rest_is_examined() {
    let sides = "<<<<<<< HEAD\nplace: An Lạc\n||||||| tổ tiên\nplace: An\n=======\n\
                 place: An Hòa\n>>>>>>> nhánh\nplase: x";
    let text = damaged("place: An Lạc", sides);
    let wanted = "3:1: error[Y016]: tệp còn một chỗ gộp chưa xong (xung đột git): dòng 4 là bản của \
                  `HEAD`, dòng 8 là bản của `nhánh`\n10:1: error[Y003]: không có khóa `plase`\n";
    assert_eq!(found(text.as_bytes()), wanted);
    assert!(expect::fixed(&text).contains("<<<<<<< HEAD"), "a side is not chosen by a program");
    let text = damaged("  Đề nghị", "<<<<<<< HEAD\n  Đề nghị");
    assert!(found(text.as_bytes()).starts_with("24:1: error[Y016]: dòng `<<<<<<<` còn sót lại"));
}

#[test]
fn files_in_encodings_of_windows_are_named_and_converted() {
    let utf_16: Vec<u8> = WHOLE.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let utf_16 = [&[0xff, 0xfe], &utf_16[..]].concat();
    let project = Project::new().bytes("data/a.yaml", &utf_16);
    let wanted = "data/a.yaml:3:12: error[Y009]: tệp lưu bằng mã UTF-16, không phải UTF-8; dòng 3 \
                  đọc ra là `place: An Lạc`\n";
    project.run(["check", "--format", "short"]).stderr(wanted).fails(1);
    project.run(["check", "--fix"]).stderr("vanthu: đã sửa 1 chỗ trong `data/a.yaml`\n").succeeds();
    assert_eq!(project.output_file("data/a.yaml"), WHOLE);
}

#[test]
fn all_mistakes_of_a_file_are_told_in_one_run() {
    let text = damaged("place: An Lạc", "plase: An Lạc")
        .replace("date: 2026-03-18", "date: 18/3/2026")
        .replace("  cc: [Như trên]", "  cc: Như trên")
        .replace("    row_header: Đơn vị\n", "")
        .replace("các thôn thực", "các  thôn thực");
    let wanted = "\
3:1: error[Y003]: không có khóa `plase`
4:7: error[N002]: `18/3/2026` không phải là một ngày theo dạng năm-tháng-ngày
8:7: error[Y005]: đây là một dòng chữ, cần một danh sách
19:5: error[Y004]: thiếu khóa `row_header`
23:14: warning[D510]: có hai dấu cách liền nhau sau `các`
";
    assert_eq!(found(text.as_bytes()), wanted);
}

#[test]
fn texts_that_look_like_damage_are_none() {
    for line in [
        "subject: rà soát hộ nghèo # ngày 5",
        "subject: \"rà soát hộ nghèo #1\"",
        "subject: '\"Tuần lễ xanh\" lần hai'",
        "subject: “Tuần lễ xanh” lần hai",
        "subject: C#1 và F#2",
        "#subject: cũ\nsubject: mới",
        "subject: tỷ lệ 1:2",
        "subject: XÃ ĐÃ NÃO BÃI",
        "subject: a == b <<< c >>> d",
        "subject: >-\n  Tổ #1\n  và tổ #2",
        "subject: Zürich Ångström",
    ] {
        let text = MINIMAL.replace("subject: rà soát hộ nghèo", line);
        let said = found(text.as_bytes());
        assert!(!said.contains("[Y"), "{line}: {said}");
    }
    for body in ["Một\tHai./.", "=======\n\n  Hai./.", "<<< Một >>>./.", "Tổ #1, tổ #2./."]
    {
        let text = MINIMAL.replace("body: Đề nghị các xã rà soát hộ nghèo./.", "body: |");
        let said = found(format!("{text}  {body}\n").as_bytes());
        assert!(!said.contains("[Y"), "{body}: {said}");
    }
}
