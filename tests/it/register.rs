//! `vanthu register`: the register of outgoing documents.

use crate::project::Project;

fn document(kind: &str, number: &str, day: &str, symbol: &str, subject: &str) -> String {
    format!(
        "kind: {kind}\nstatus: issued\nissuer: {{name: Trung tâm Y tế}}\nnumber: {number}\nsymbol: \
         {symbol}\nplace: Yên Phong\ndate: {day}\nsubject: {subject}\nrecipients:\n  cc: [Các \
         trạm y tế, Sở Y tế]\n  file: {{unit: KH, drafter: Lan, copies: 5}}\nbody: |\n  1. Rà \
         soát./.\nsignatory: {{title: Giám đốc, name: Nguyễn Văn A}}\n"
    )
}

const HEADINGS: &str = "\u{feff}\"Số, ký hiệu văn bản\";\"Ngày tháng văn bản\";\"Tên loại và trích yếu \
    nội dung văn bản\";\"Người ký\";\"Nơi nhận văn bản\";\"Đơn vị, người nhận bản lưu\";\"Số lượng \
    bản\";\"Ngày chuyển\";\"Ký nhận\";\"Ghi chú\"\n";

fn row(symbol: &str, day: &str, title: &str, note: &str) -> String {
    format!(
        "\"{symbol}\";\"{day}\";\"{title}\";\"Nguyễn Văn A\";\"Các trạm y tế; Sở Y tế\";\"KH; \
         Lan\";\"5\";\"\";\"\";\"{note}\"\n"
    )
}

/// NĐ 30/2020/NĐ-CP, Điều 15 khoản 1 (R193, R194).
#[test]
fn the_register_tells_numbers_out_of_order_and_missing_ones() {
    let of = |number: &str, day: &str| document("ke-hoach", number, day, "KH-TTYT", "Rà soát");
    let project = Project::new()
        .file("data/a.yaml", &of("1", "2023-02-10"))
        .file("data/b.yaml", &of("2", "2023-03-01"))
        .file("data/c.yaml", &of("5", "2023-02-20"))
        .file("data/d.yaml", &of("7", "2024-01-05").replace("issued", "draft"));
    project
        .run(["register", "--format", "short", "--lang", "en"])
        .stdout_has(&["05/KH-TTYT"])
        .stderr(
            "data/c.yaml:1:1: warning[I003]: 05/KH-TTYT (`data/c.yaml`) is of 20/02/2023, before 02/KH-TTYT \
             (`data/b.yaml`) of 01/03/2023\n\
             data/c.yaml:1:1: info[I004]: in 2023 no document of `Trung tâm Y tế` has the number: 3–4\n\
             vanthu: 3 issued documents\n",
        )
        .succeeds();
}

/// NĐ 30/2020/NĐ-CP, Điều 15 khoản 1 (R193).
#[test]
fn a_number_is_taken_in_the_order_of_days() {
    let of = |number: &str, day: &str| document("ke-hoach", number, day, "KH-TTYT", "Rà soát");
    let draft = of("7", "2023-02-10").replace("status: issued\n", "");
    let project = Project::new()
        .file("data/a.yaml", &of("5", "2023-02-20"))
        .file("data/b.yaml", &of("9", "2023-03-01"))
        .file("data/new.yaml", &draft);
    let issue = ["issue", "data/new.yaml", "--allow-dirty", "--format", "short", "--lang", "en"];
    project
        .run(issue)
        .stderr_has(&[
            "warning[I003]: 07/KH-TTYT (`data/new.yaml`) is of 10/02/2023, before 05/KH-TTYT",
        ])
        .fails(1);
    let project = project.file("data/new.yaml", &draft.replace("02-10", "03-02"));
    project
        .run(issue)
        .stderr_has(&[
            "warning[I003]: 09/KH-TTYT (`data/b.yaml`) is of 01/03/2023, before 07/KH-TTYT",
        ])
        .fails(1);
    let project = project.file("data/new.yaml", &draft.replace("02-10", "02-20"));
    project
        .run(issue)
        .stdout("data/new.yaml\nissued/2023.jsonl\n")
        .stderr_has(&["07/KH-TTYT"])
        .succeeds();
}

/// NĐ 30/2020/NĐ-CP, Điều 16 khoản 2 (R201): ten columns; the order is that of days and numbers.
#[test]
fn issued_documents_stand_in_the_register_in_their_order() {
    let plan = document("ke-hoach", "7", "2023-02-10", "KH-TTYT", "Rà soát hộ nghèo");
    let report = document("bao-cao", "12", "2023-02-10", "BC-TTYT", "Kết quả; \"rà soát\"");
    let late = document("ke-hoach", "1", "2024-01-05", "KH-TTYT", "Tiêm chủng");
    let draft = plan.replace("status: issued", "status: draft");
    let record = r#"{"path":"data/b.yaml","document":"07/KH-TTYT","date":"2023-02-10","state":"withdrawn","meaning":"1-00000000000000000000000000000000","source":"00000000000000000000000000000000","program":"vanthu","reasons":["Thông báo số 9/TB-TTYT"]}"#;
    let project = Project::new()
        .file("data/a.yaml", &report)
        .file("data/b.yaml", &plan)
        .file("data/c.yaml", &late)
        .file("data/d.yaml", &draft)
        .file("issued/2023.jsonl", &format!("{record}\n"));
    let first = row(
        "07/KH-TTYT",
        "10/02/2023",
        "Kế hoạch Rà soát hộ nghèo",
        "Đã thu hồi: Thông báo số 9/TB-TTYT",
    );
    let second = row("12/BC-TTYT", "10/02/2023", "Báo cáo Kết quả; \"\"rà soát\"\"", "");
    let third = row("01/KH-TTYT", "05/01/2024", "Kế hoạch Tiêm chủng", "");
    project
        .run(["register"])
        .stdout(&format!("{HEADINGS}{first}{second}{third}"))
        .stderr_has(&["năm 2023 không có văn bản nào của `Trung tâm Y tế` mang số: 1–6, 8–11"])
        .succeeds();
    project
        .run(["register", "--year", "2024"])
        .stdout(&format!("{HEADINGS}{third}"))
        .stderr("vanthu: 1 văn bản đã ban hành\n")
        .succeeds();
    project.run(["register", "--year", "24"]).stderr_has(&["--year"]).fails(2);
    // A file that cannot be read is told; the others are listed.
    let project = project.file("data/a.yaml", "kind: [");
    project
        .run(["register"])
        .stdout_has(&["07/KH-TTYT", "01/KH-TTYT"])
        .stderr_has(&["data/a.yaml"])
        .fails(1);
}
