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
        .stderr("vanthu: 3 văn bản đã ban hành\n")
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
