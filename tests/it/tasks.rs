//! `vanthu tasks`: what is due, over all plans of a folder.

use crate::project::Project;

const PLAN: &str = "\
kind: ke-hoach
symbol: KH-UBND
date: 2026-03-05
subject: Cải cách hành chính năm 2026
targets:
  nv:
    row_header: Nhiệm vụ
    tasks: {lead: ct, support: ph, due: th, output: sp}
    columns:
      - {id: ct, header: Chủ trì, type: text}
      - {id: ph, header: Phối hợp, type: text}
      - {id: th, header: Thời hạn, type: text}
      - {id: sp, header: Sản phẩm, type: text}
    rows:
      Thể chế:
        Rà soát thủ tục: [Sở Nội vụ, \"Sở Tư pháp, Sở Tài chính\", Quý II, Danh mục]
        Đăng tin: [Văn phòng, ~, Thường xuyên, Tin bài]
      Báo cáo: [Sở Nội vụ, ~, 15/6/2026, \"Báo cáo; phụ lục\"]
body: |
  Phân công như sau:

  {{ table(\"nv\") }}
";

fn project() -> Project {
    let other = PLAN
        .replace("number: 1", "number: 2")
        .replace("Rà soát thủ tục", "Tập huấn")
        .replace("Quý II", "Tháng 9/2026");
    Project::new().file("data/a.yaml", PLAN).file("data/b.yaml", &other)
}

#[test]
fn tasks_are_listed_by_their_last_days() {
    project().run(["tasks"]).stdout(
        "6/2026\n\
         \u{20} 15/06/2026  Báo cáo  [Sở Nội vụ]  (data/a.yaml)\n\
         \u{20} 15/06/2026  Báo cáo  [Sở Nội vụ]  (data/b.yaml)\n\
         \u{20} 30/06/2026  Rà soát thủ tục  [Sở Nội vụ] + Sở Tư pháp, Sở Tài chính  (data/a.yaml)\n\
         \n9/2026\n\
         \u{20} 30/09/2026  Tập huấn  [Sở Nội vụ] + Sở Tư pháp, Sở Tài chính  (data/b.yaml)\n\
         \nkhông có hạn cuối\n\
         \u{20} Thường xuyên  Đăng tin  [Văn phòng]  (data/a.yaml)\n\
         \u{20} Thường xuyên  Đăng tin  [Văn phòng]  (data/b.yaml)\n",
    )
    .succeeds();
}

#[test]
fn one_unit_and_one_month_are_asked_for() {
    project().run(["tasks", "--unit", "sở tư pháp", "--month", "2026-09"]).stdout(
        "9/2026\n  30/09/2026  Tập huấn  [Sở Nội vụ] + Sở Tư pháp, Sở Tài chính  (data/b.yaml)\n",
    )
    .succeeds();
    project().run(["tasks", "--month", "2026-13"]).stderr_has(&["`2026-13`"]).fails(2);
}

#[test]
fn a_spreadsheet_and_a_calendar_get_the_same_tasks() {
    let (csv, _) = project().run(["tasks", "--as", "csv", "data/a.yaml"]).said();
    assert!(csv.starts_with("\u{feff}\"Thời hạn\";\"Hạn cuối\";\"Nhiệm vụ\";"), "{csv}");
    assert!(csv.contains("\"Quý II\";\"2026-06-30\";\"Rà soát thủ tục\";\"Sở Nội vụ\""), "{csv}");
    assert_eq!(csv.lines().count(), 4, "{csv}");
    let (calendar, _) = project().run(["tasks", "--as", "ics", "data/a.yaml"]).said();
    assert!(calendar.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"), "{calendar}");
    assert_eq!(calendar.matches("BEGIN:VEVENT").count(), 2, "{calendar}");
    assert!(calendar.contains("DTSTART;VALUE=DATE:20260630\r\nDTEND;VALUE=DATE:20260701\r\n"));
    assert!(calendar.contains("Báo cáo\\; phụ lục"), "{calendar}");
}
