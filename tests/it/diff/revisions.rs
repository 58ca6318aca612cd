//! Where the two states come from: revisions, the work tree, bare and shallow repositories.

use super::Repository;
use crate::project::Project;

const LETTER: &str = "\
kind: cong-van
symbol: UBND-VX
subject: rà soát hộ nghèo
body: Đề nghị các xã rà soát hộ nghèo./.
";

/// Three commits of one letter, with a name that needs care.
fn three_commits() -> Repository {
    let repository = Repository::of(Project::new().file(NAME, LETTER));
    repository.commit("first");
    repository.replace(NAME, "các xã", "các phường");
    repository.commit("second");
    repository.replace(NAME, "các phường", "các phường, xã");
    repository.commit("third");
    repository
}

const NAME: &str = "data/xã Tân Phú/rà soát \"hộ nghèo\".yaml";

#[test]
fn the_files_as_they_are_are_compared_with_head() {
    let repository = three_commits();
    repository.replace(NAME, "hộ nghèo./.", "hộ cận nghèo./.");
    let told = repository.told(&[]);
    let expected = "\
data/xã Tân Phú/rà soát \"hộ nghèo\".yaml
Công văn: rà soát hộ nghèo
  Người soạn sửa
    Đoạn 1: Đề nghị các phường, xã rà soát hộ {+cận +}nghèo./.

1 văn bản khác đi trên giấy
";
    assert_eq!(told, expected);
    assert_eq!(repository.git(&["status", "--porcelain"]).lines().count(), 1);
}

#[test]
fn revisions_are_named_as_in_git() {
    let repository = three_commits();
    let second_to_third = "Đoạn 1: Đề nghị các phường{+, xã+} rà soát hộ nghèo./.";
    for words in [
        vec!["HEAD~1"],
        vec!["HEAD~1", "HEAD"],
        vec!["HEAD~1.."],
        vec!["HEAD~1..HEAD"],
        vec!["main~1...main"],
        vec!["HEAD~1", "data"],
        vec!["HEAD~1", "--", NAME],
    ] {
        let told = repository.told(&words);
        assert!(told.contains(second_to_third), "{words:?}: {told}");
    }
    let all = repository.told(&["HEAD~2", "HEAD"]);
    assert!(all.contains("Đề nghị các {+phường, +}xã rà soát"), "{all}");
}

#[test]
fn what_goes_three_dots_back_is_where_both_came_from() {
    let repository = three_commits();
    repository.git(&["switch", "--quiet", "--create", "nhanh", "HEAD~2"]);
    repository.replace(NAME, "Đề nghị các xã", "Yêu cầu các xã");
    repository.commit("branch");
    let two = repository.told(&["main..nhanh"]);
    assert!(two.contains("[-Đề nghị-]{+Yêu cầu+} các[- phường,-] xã"), "{two}");
    let three = repository.told(&["main...nhanh"]);
    assert!(three.contains("[-Đề nghị-]{+Yêu cầu+} các xã"), "{three}");
}

#[test]
fn a_repository_without_a_work_tree_is_read_as_any_other() {
    let repository = three_commits();
    repository.git(&["clone", "--quiet", "--bare", ".", "bare.git"]);
    let bare = repository.project.path("bare.git");
    let folder = bare.to_str().expect("a path is a text");
    let told = repository.told(&["-C", folder, "HEAD~1", "HEAD"]);
    assert!(told.contains("Đề nghị các phường{+, xã+} rà soát"), "{told}");
    let (said, code) = repository.diff(&["-C", folder]);
    assert_eq!(code, Some(2));
    assert_eq!(
        said,
        "vanthu: lỗi: kho git không có thư mục làm việc: hãy nêu hai phiên bản, ví dụ `vanthu \
         diff HEAD~1 HEAD`\n"
    );
}

#[test]
fn what_a_shallow_clone_lacks_is_named() {
    let repository = three_commits();
    let here = format!("file://{}", repository.project.path("").display());
    repository.git(&["clone", "--quiet", "--depth=2", &here, "shallow"]);
    let folder = repository.project.path("shallow");
    let folder = folder.to_str().expect("a path is a text");
    let told = repository.told(&["-C", folder, "HEAD~1", "HEAD"]);
    assert!(told.contains("Đề nghị các phường{+, xã+} rà soát"), "{told}");
    let (said, code) = repository.diff(&["-C", folder, "HEAD~2", "HEAD"]);
    assert_eq!(code, Some(2));
    assert_eq!(
        said,
        "vanthu: lỗi: không có phiên bản `HEAD~2`: kho git này chỉ có một phần lịch sử; lấy thêm \
         bằng `git fetch --unshallow`\n"
    );
}

#[test]
fn a_project_may_be_a_folder_of_its_repository() {
    let project =
        Project::new().file("văn thư/vanthu.yaml", "").file("văn thư/data/a.yaml", LETTER);
    let repository = Repository::of(project.file("data/b.yaml", "no directive of this project\n"));
    repository.commit("first");
    repository.replace("văn thư/data/a.yaml", "các xã", "các phường");
    let folder = repository.project.path("văn thư");
    let (said, code) = repository.diff(&["-C", folder.to_str().expect("a text"), "--no-pages"]);
    assert_eq!(code, Some(0));
    assert!(said.contains("\ndata/a.yaml\nCông văn: rà soát hộ nghèo\n"), "{said}");
    assert!(!said.contains("b.yaml"), "{said}");
}

#[test]
fn a_path_limits_what_is_compared() {
    let project = Project::new().file("data/a/1.yaml", LETTER).file("data/b/2.yaml", LETTER);
    let repository = Repository::of(project);
    repository.commit("first");
    repository.replace("data/a/1.yaml", "các xã", "các phường");
    repository.replace("data/b/2.yaml", "các xã", "các thôn");
    let told = repository.told(&["data/a"]);
    assert!(told.contains("data/a/1.yaml") && !told.contains("data/b/2.yaml"), "{told}");
    let told = repository.told(&["HEAD", "data/b/2.yaml"]);
    assert!(told.contains("data/b/2.yaml") && !told.contains("data/a/1.yaml"), "{told}");
    let (said, code) = repository.diff(&["--", "data/c"]);
    assert_eq!(code, Some(2));
    assert_eq!(said, "vanthu: lỗi: không có `data/c` ở cả hai trạng thái\n");
}

#[test]
fn git_is_named_when_it_is_what_is_missing() {
    let repository = three_commits();
    let run = |arguments: &[&str], variables: &[(&str, &str)]| {
        let mut command = repository.project.command();
        command.arg("diff").args(arguments).envs(variables.iter().copied());
        let output = command.output().expect("the program starts");
        (String::from_utf8_lossy(&output.stderr).into_owned(), output.status.code())
    };
    let (said, code) = run(&[], &[("PATH", "")]);
    assert_eq!(code, Some(2));
    assert!(said.starts_with("vanthu: lỗi: không chạy được `git` ("), "{said}");
    assert!(said.contains("`vanthu diff --no-index CŨ MỚI`"), "{said}");
    let (said, code) = run(&["HEAD~9"], &[]);
    assert_eq!(code, Some(2));
    assert!(said.contains("`HEAD~9` không phải phiên bản git"), "{said}");
    let (said, code) = run(&["no..such"], &[]);
    assert_eq!(code, Some(2));
    assert_eq!(said, "vanthu: lỗi: không có phiên bản `no` trong kho git\n");
}

#[test]
fn a_folder_that_is_no_repository_is_said_to_be_none() {
    let project = Project::new().file("data/a.yaml", LETTER);
    let said = "vanthu: lỗi: `.` không nằm trong kho git nào: chạy trong kho git, hoặc so hai \
                tệp, hai thư mục bằng `vanthu diff --no-index CŨ MỚI`\n";
    project.run(["diff"]).stderr(said).breaks(2);
    let empty = Repository::of(Project::new().file("data/a.yaml", LETTER));
    let (said, code) = empty.diff(&[]);
    assert_eq!(
        (said.as_str(), code),
        ("vanthu: lỗi: kho git chưa có phiên bản nào để so\n", Some(2))
    );
}

#[test]
fn nothing_of_the_repository_is_touched() {
    let repository = three_commits();
    repository.replace(NAME, "các phường, xã", "các thôn");
    // A program that the repository's settings name is not run.
    repository.git(&["config", "core.fsmonitor", "touch fsmonitor-ran"]);
    repository.git(&["config", "core.pager", "touch pager-ran"]);
    let before = repository.project.all_files(".git");
    let index = std::fs::read(repository.project.path(".git/index")).expect("an index");
    let stamp = |path: &str| {
        let facts = std::fs::metadata(repository.project.path(path)).expect("a file");
        facts.modified().expect("a time")
    };
    let stamps = (stamp(".git/index"), stamp(NAME));
    let (_, code) = repository.diff(&["HEAD~1"]);
    assert_eq!(code, Some(0));
    assert_eq!(repository.project.all_files(".git"), before);
    assert_eq!(std::fs::read(repository.project.path(".git/index")).expect("an index"), index);
    assert_eq!((stamp(".git/index"), stamp(NAME)), stamps);
    assert_eq!(repository.project.listing(".").iter().filter(|f| f.contains("-ran")).count(), 0);
}
