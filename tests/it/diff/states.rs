//! What of a state reaches a document, and states with errors.

use super::Repository;
use crate::project::Project;

const LETTER: &str = "\
kind: cong-van
symbol: UBND-VX
subject: rà soát hộ nghèo
body: Đề nghị các xã rà soát hộ nghèo./.
";

const TABLE: &str = "\
kind: ke-hoach
symbol: KH-UBND
subject: Rà soát hộ nghèo
targets:
  ho:
    title: Số hộ
    row_header: Xã
    columns:
      - {id: so, header: Số hộ}
      - {id: ty_le, header: Tỷ lệ, type: percent(1), formula: share(so), adds_up: true}
    rows: {file: ho.csv}
    total: {label: Tổng cộng}
body: |
  Rà soát {{ ho.total.so }} hộ theo {{ appendix(\"ho\") }}./.
";

#[test]
fn a_file_of_rows_reaches_the_documents_that_name_it() {
    let project = Project::new()
        .file("data/a.yaml", TABLE)
        .file("data/b.yaml", LETTER)
        .file("data/ho.csv", "xa,so\nTân Phú,40\nTân An,60\n");
    let repository = Repository::of(project);
    repository.commit("first");
    repository.write("data/ho.csv", "xa,so\nTân Phú,50\nTân An,60\n");
    let expected = "\
data/a.yaml
Kế hoạch: Rà soát hộ nghèo
  Tệp này không sửa; đổi theo data/ho.csv
  Người soạn sửa
    Tân Phú · Số hộ: 40 → 50 (+10; +25,00%)
  Kéo theo
    Tân Phú · Tỷ lệ: 40,0 → 45,5 (+5,5 điểm %)
    Tân An · Tỷ lệ: 60,0 → 54,5 (-5,5 điểm %)
    Tổng cộng · Số hộ: 100 → 110 (+10; +10,00%)
    Đoạn 1: Rà soát [-100-]{+110+} hộ theo Phụ lục./.

1 văn bản khác đi trên giấy
";
    assert_eq!(repository.told(&[]), expected);
    repository.commit("second");
    assert_eq!(repository.told(&["HEAD~1", "HEAD"]), expected);
}

#[test]
fn an_entry_of_the_catalog_reaches_the_documents_that_name_it() {
    let catalog = "\
legal_documents:
  nd-30-2020:
    type: Nghị định
    number: 30/2020/NĐ-CP
    date: 2020-03-05
    issuer: Chính phủ
    subject: về công tác văn thư
";
    let cites = "{kind: cong-van, symbol: UBND-VX, subject: rà soát, body: \"Thực hiện \
                 {{ cite(\\\"nd-30-2020\\\") }}./.\"}\n";
    let project = Project::new()
        .file("data/catalog/documents.yaml", catalog)
        .file("data/a.yaml", cites)
        .file("data/b.yaml", LETTER);
    let repository = Repository::of(project);
    repository.commit("first");
    repository.replace("data/catalog/documents.yaml", "về công tác văn thư", "về văn thư");
    let expected = "\
Dùng chung đã đổi: data/catalog/documents.yaml

data/a.yaml
Công văn: rà soát
  Tệp này không sửa; đổi theo data/catalog/documents.yaml
  Kéo theo
    Đoạn 1: … tháng 3 năm 2020 của Chính phủ về [-công tác -]văn thư./.

1 văn bản khác đi trên giấy
";
    assert_eq!(repository.told(&[]), expected);
}

#[test]
fn a_setting_reaches_what_it_changes_and_no_more() {
    let project =
        Project::new().file("vanthu.yaml", "draft_mark: false\n").file("data/a.yaml", LETTER);
    let issued = "\
kind: cong-van
status: issued
issuer: {parent: UBND huyện Kim Thành, name: Văn phòng}
number: 5
symbol: VP-TH
place: Kim Thành
date: 2024-03-05
subject: rà soát hộ nghèo
recipients: {to: [UBND các xã], cc: [Như trên], file: {unit: TH}}
body: Đề nghị các xã rà soát hộ nghèo./.
signatory: {title: Chánh Văn phòng, name: Nguyễn Văn A}
";
    let repository = Repository::of(project.file("data/b.yaml", issued));
    repository.commit("first");
    repository.write("vanthu.yaml", "draft_mark: true\n");
    let told = repository.told(&[]);
    assert!(told.starts_with("Dùng chung đã đổi: vanthu.yaml\n"), "{told}");
    assert!(told.contains("data/a.yaml\n"), "{told}");
    assert!(told.contains("Đổi cách trình bày: mẫu, kiểu chữ hoặc khổ chữ"), "{told}");
    assert!(!told.contains("data/b.yaml"), "{told}");
    repository.write("vanthu.yaml", "# no mark\ndraft_mark: no-such\n");
    let (said, code) = repository.diff(&["--no-pages"]);
    assert_eq!(code, Some(1), "{said}");
    assert!(said.contains("Cài đặt của các tệp hiện có có lỗi: "), "{said}");
}

#[test]
fn a_document_that_is_new_gone_or_has_another_name_is_said_to_be_so() {
    let project = Project::new().file("data/cu.yaml", LETTER).file("data/bo.yaml", TABLE);
    let repository = Repository::of(project.file("data/ho.csv", "xa,so\nTân An,60\n"));
    repository.commit("first");
    repository.git(&["mv", "data/cu.yaml", "data/moi.yaml"]);
    repository.replace("data/moi.yaml", "các xã", "các thôn");
    std::fs::remove_file(repository.project.path("data/bo.yaml")).expect("it is there");
    let notice = "kind: thong-bao\nsymbol: TB-UBND\nsubject: Lịch tiếp công dân\nbody: |\n  Sáng \
                  thứ hai, tại trụ sở.\n\n  Chiều thứ năm, tại nhà văn hóa./.\n";
    repository.write("data/them.yaml", notice);
    let expected = "\
data/bo.yaml
Kế hoạch: Rà soát hộ nghèo
  Bỏ văn bản này: 1 đoạn văn, 1 bảng
  Người soạn sửa
    Bỏ phụ lục “Số hộ”, 2 dòng, 2 cột (Số hộ | Tỷ lệ): Tân An 60 | 100,0; Tổng cộng 60 | 100,0

data/them.yaml
Thông báo: Lịch tiếp công dân
  Văn bản mới: 2 đoạn văn, 0 bảng

data/moi.yaml
Công văn: rà soát hộ nghèo
  Đổi tên tệp, trước là data/cu.yaml
  Người soạn sửa
    Đoạn 1: Đề nghị các [-xã-]{+thôn+} rà soát hộ nghèo./.

3 văn bản khác đi trên giấy
";
    assert_eq!(repository.told(&[]), expected);
}

#[test]
fn of_a_file_with_errors_its_findings_are_told_and_what_can_be_read() {
    let repository = Repository::of(Project::new().file("data/a.yaml", LETTER));
    repository.commit("first");
    repository.write("data/a.yaml", "<<<<<<< HEAD\nkind: cong-van\n=======\n");
    let (said, code) = repository.diff(&[]);
    assert_eq!(code, Some(1), "what is there now cannot be built: {said}");
    assert!(
        said.contains("Nay tệp có lỗi, chưa lập được văn bản: không so được nội dung"),
        "{said}"
    );
    assert!(said.contains("+ lỗi Y0"), "{said}");
    assert!(said.ends_with("\n1 văn bản chưa biết có khác trên giấy không\n"), "{said}");
    // What was wrong before stops nobody.
    repository.commit("bad");
    repository.write("data/a.yaml", LETTER);
    let (said, code) = repository.diff(&[]);
    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains("Trước đây tệp có lỗi"), "{said}");
    assert!(said.contains("- lỗi Y0"), "{said}");
}

#[test]
fn an_exit_code_tells_of_a_difference_on_paper_when_it_is_asked_for() {
    let repository = Repository::of(Project::new().file("data/a.yaml", LETTER));
    repository.commit("first");
    assert_eq!(repository.diff(&["--exit-code"]).1, Some(0));
    repository.write("data/a.yaml", &format!("# a remark\n{LETTER}"));
    let (said, code) = repository.diff(&["--exit-code"]);
    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains("  Trên giấy không có gì đổi\n"), "{said}");
    repository.replace("data/a.yaml", "các xã", "các thôn");
    assert_eq!(repository.diff(&[]).1, Some(0));
    assert_eq!(repository.diff(&["--exit-code"]).1, Some(1));
}

#[test]
fn two_files_and_two_folders_need_no_git() {
    let other = LETTER.replace("các xã", "các thôn");
    let project = Project::new()
        .file("cu.yaml", LETTER)
        .file("mới/bản mới.yaml", &other)
        .file("a/x.yaml", LETTER)
        .file("b/x.yaml", &other)
        .file("b/y.yaml", LETTER);
    let changed = "Đoạn 1: Đề nghị các [-xã-]{+thôn+} rà soát hộ nghèo./.";
    let (said, _) =
        project.run(["diff", "--no-index", "--no-pages", "cu.yaml", "mới/bản mới.yaml"]).said();
    let expected = format!(
        "So cu.yaml với mới/bản mới.yaml\n\nbản mới.yaml\nCông văn: rà soát hộ nghèo\n  Người \
         soạn sửa\n    {changed}\n\n1 văn bản khác đi trên giấy\n"
    );
    assert_eq!(said, expected);
    let (said, _) = project.run(["diff", "--no-pages", "a", "b"]).said();
    assert!(said.contains(changed) && said.contains("y.yaml\n"), "{said}");
    assert!(said.contains("Văn bản mới: 1 đoạn văn, 0 bảng"), "{said}");
    project
        .run(["diff", "--no-index", "a", "cu.yaml"])
        .stderr("vanthu: lỗi: so hai tệp hoặc hai thư mục cần đúng hai đường dẫn cùng loại\n")
        .breaks(2);
}
