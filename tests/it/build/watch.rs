//! Documents anew as often as something is saved.

use std::fs;
use std::io::{BufRead as _, BufReader};
use std::process::{Child, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use super::{ROWS, built, write};
use crate::MINIMAL;
use crate::project::Project;

/// More than a busy machine takes for one document.
const PATIENCE: Duration = Duration::from_mins(1);

/// `vanthu watch`, and what it says, line by line.
struct Watch {
    child: Child,
    lines: Receiver<String>,
}

impl Watch {
    fn start(project: &Project) -> Self {
        let mut child = project
            .command()
            .args(["watch", "--emit", "typ", "--format", "short", "--lang", "en"])
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let (sender, lines) = channel();
        let streams: [Box<dyn std::io::Read + Send>; 2] =
            [Box::new(child.stdout.take().unwrap()), Box::new(child.stderr.take().unwrap())];
        for stream in streams {
            let sender = sender.clone();
            std::thread::spawn(move || {
                for line in BufReader::new(stream).lines().map_while(Result::ok) {
                    let _ = sender.send(line);
                }
            });
        }
        let watch = Self { child, lines };
        watch.until("vanthu: watching ");
        // Figures are learned while nothing is saved.
        std::thread::sleep(Duration::from_millis(500));
        watch
    }

    /// Waits for a line that begins like this, and gives it.
    #[track_caller]
    fn until(&self, start: &str) -> String {
        loop {
            let line = self.lines.recv_timeout(PATIENCE);
            let line = line.unwrap_or_else(|_| panic!("no line begins with `{start}`"));
            if line.starts_with(start) {
                return line;
            }
        }
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn a_change_is_built_and_its_figures_are_told() {
    let project = built();
    let watch = Watch::start(&project);
    write(&project, "data/b/rows.csv", &ROWS.replace("20", "25"));
    watch.until("out/b/b.typ (");
    assert_eq!(watch.until("  "), "  Xã B · Số hộ: 20 → 25 (+5; +25,00%)");
    assert_eq!(watch.until("  "), "  Tổng · Số hộ: 30 → 35 (+5; +16,67%)");
    assert!(project.output_file("out/b/b.typ").contains("35"));
}

#[test]
fn an_error_ends_nothing_and_the_last_good_document_stays() {
    let project = built();
    let good = project.output_file("out/a.typ");
    let watch = Watch::start(&project);
    write(&project, "data/a.yaml", "kind: cong-van\n");
    watch.until("data/a.yaml:1:1: error[Y004]");
    watch.until("vanthu: `out/a.typ` is still of an earlier version of its source");
    assert_eq!(project.output_file("out/a.typ"), good);
    write(&project, "vanthu.yaml", "profile: wide\nkhong-co: 1\n");
    watch.until("vanthu.yaml:2:1: error[Y003]");
    write(&project, "vanthu.yaml", "profile: narrow\n");
    watch.until("out/c.typ (");
    write(&project, "data/a.yaml", &MINIMAL.replace("nghèo", "cận nghèo"));
    watch.until("out/a.typ (");
    assert!(project.output_file("out/a.typ").contains("cận nghèo"));
}

#[test]
fn new_directives_and_templates_are_seen() {
    let project = built();
    let watch = Watch::start(&project);
    fs::create_dir_all(project.path("data/moi")).unwrap();
    write(&project, "data/moi/d.yaml", MINIMAL);
    watch.until("out/moi/d.typ (");
    fs::create_dir_all(project.path("templates")).unwrap();
    write(&project, "templates/cong-van.typ", "{% extends \"khong-co.typ\" %}\n");
    watch.until("templates/cong-van.typ:1:1: error[T001]");
    write(&project, "templates/cong-van.typ", "{% extends \"van-ban.typ\" %}\n{# của cơ quan #}\n");
    watch.until("out/a.typ (");
    assert!(project.path("out/moi/d.typ").exists());
}
