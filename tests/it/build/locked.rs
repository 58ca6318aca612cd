//! Two builds at once.

use std::fs;
use std::io::Read as _;
use std::process::Stdio;
use std::time::Duration;

use super::{BUILD, built, three, write};
use crate::MINIMAL;

#[test]
fn a_second_build_waits_for_the_first_and_says_so() {
    let project = built();
    write(&project, "data/a.yaml", &MINIMAL.replace("nghèo", "cận nghèo"));
    let lock = fs::File::options().write(true).open(project.path("out/.vanthu/lock")).unwrap();
    lock.lock().unwrap();
    let mut child = project
        .command()
        .args(BUILD)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut said = [0; 64];
    let mut stderr = child.stderr.take().unwrap();
    let length = stderr.read(&mut said).unwrap();
    assert!(String::from_utf8_lossy(&said[..length]).starts_with("vanthu: một lần dựng khác"));
    std::thread::sleep(Duration::from_millis(200));
    assert!(child.try_wait().unwrap().is_none(), "it did not wait");
    assert!(!project.output_file("out/a.typ").contains("cận nghèo"));
    lock.unlock().unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success());
    assert!(project.output_file("out/a.typ").contains("cận nghèo"));
}

#[test]
fn many_builds_at_once_give_what_one_gives() {
    let expected = built();
    let project = three();
    let builds: Vec<_> = (0..6)
        .map(|_| {
            let mut command = project.command();
            command.args(BUILD).stdout(Stdio::piped()).stderr(Stdio::piped());
            command.spawn().unwrap()
        })
        .collect();
    for build in builds {
        let output = build.wait_with_output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        assert_eq!(output.stdout, b"out/a.typ\nout/b/b.typ\nout/c.typ\n");
    }
    assert_eq!(project.all_files("out"), expected.all_files("out"));
    for file in ["out/a.typ", "out/b/b.typ", "out/c.typ"] {
        assert_eq!(project.output_file(file), expected.output_file(file));
    }
}
