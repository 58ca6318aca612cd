//! Many directives: what is built anew, by whom, and what is left behind.

mod catalog;
mod incremental;
#[cfg(unix)]
mod locked;
#[cfg(unix)]
mod make;
mod parallel;
mod reach;
mod records;
mod shards;
mod stale;
mod verify;
mod watch;
#[cfg(unix)]
mod whole;

use crate::MINIMAL;
use crate::project::Project;

/// A directive of an issuer that stands in the catalog.
const AN_LAC: &str = "\
kind: ke-hoach
issuer: {id: ubnd-an-lac}
date: 2026-03
subject: Rà soát
body: Rà soát hộ nghèo./.
";

/// What is made where it does not matter: a PDF takes Typst, a text takes none.
const BUILD: [&str; 5] = ["build", "--emit", "typ", "--format", "short"];

/// What would be built, and why.
const DRY: [&str; 6] = ["build", "--emit", "typ", "--dry-run", "--format", "short"];

/// A directive with rows from a file, in whose text a figure of theirs stands.
const WITH_FILE: &str = "\
kind: cong-van
symbol: UBND-VX
subject: giao chỉ tiêu
targets:
  bang:
    title: Chỉ tiêu
    row_header: Xã
    columns:
      - {id: so, header: Số hộ}
    rows: {file: rows.csv}
    total: {label: Tổng}
body: Giao {{ bang.total.so }} hộ tại {{ appendix(\"bang\") }}./.
";

const ROWS: &str = "Xã,so\nXã A,10\nXã B,20\n";

/// Three directives, one with a file of rows.
fn three() -> Project {
    Project::new()
        .file("vanthu.yaml", "")
        .file("data/a.yaml", MINIMAL)
        .file("data/b/b.yaml", WITH_FILE)
        .file("data/b/rows.csv", ROWS)
        .file("data/c.yaml", MINIMAL)
}

/// The three, built.
fn built() -> Project {
    let project = three();
    project.run(BUILD).stdout("out/a.typ\nout/b/b.typ\nout/c.typ\n").succeeds();
    project
}

fn write(project: &Project, path: &str, text: &str) {
    let path = project.path(path);
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(path, text).unwrap();
}
