//! Files that take too much: each is named, and costs itself alone.

use std::io::Write as _;
use std::process::Command;

use flate2::Compression;
use flate2::write::DeflateEncoder;

use crate::MINIMAL;
use crate::project::Project;

/// A directive with rows in `file`.
fn with_rows(file: &str) -> String {
    format!(
        "{MINIMAL}targets:\n  t:\n    title: T\n    row_header: Xã\n    columns: [{{id: so, header: \
         Số}}]\n    rows: {{file: {file}}}\n"
    )
}

/// A directive of so many rows.
fn long(rows: usize) -> String {
    let rows: Vec<String> = (0..rows).map(|row| format!("      X{row}: [{row}]\n")).collect();
    let rows = rows.concat();
    let ranks: Vec<String> = (0..RANKS)
        .map(|column| {
            format!(", {{id: c{column}, header: C{column}, formula: rank(so) + {column}}}")
        })
        .collect();
    let ranks = ranks.concat();
    format!(
        "{MINIMAL}targets:\n  t:\n    title: T\n    row_header: Xã\n    columns: [{{id: so, header: \
         Số}}{ranks}]\n    rows:\n{rows}"
    )
}

/// So many columns of each row are computed.
const RANKS: usize = 30;

/// A file with a finding.
const BAD: &str = "kind: cong-van\nsymbol: UBND-VX\nbody: Đề nghị rà soát./.\n";

/// What is said of [`BAD`].
fn said(name: &str) -> String {
    format!("data/{name}.yaml:3:1: error[Y004]: thiếu khóa `subject`\n")
}

#[test]
fn a_file_beyond_its_limits_is_named_and_the_others_are_told_once() {
    for (variable, limit, words) in [
        ("VANTHU_TIME_LIMIT", "1", "error[P005]: đọc và kiểm tra tệp này quá 1 giây"),
        ("VANTHU_MEMORY_LIMIT", "64", "error[P006]: đọc và kiểm tra tệp này quá 64 MB bộ nhớ"),
    ] {
        let project = Project::new()
            .file("vanthu.yaml", "")
            .file("data/a.yaml", BAD)
            .file("data/b.yaml", &long(80_000))
            .file("data/c.yaml", BAD)
            .file("data/d.yaml", &long(80_000))
            .file("data/e.yaml", BAD)
            .env(variable, limit);
        let (stdout, stderr) = project.run(["check", "--format", "short"]).said();
        assert_eq!(stdout, "");
        let line = |name: &str| format!("data/{name}.yaml:1:1: {words} nên đã bị dừng\n");
        let wanted = [said("a"), line("b"), said("c"), line("d"), said("e")].concat();
        assert_eq!(stderr, wanted, "{variable}");
        project.run(["check", "--format", "short"]).stderr(&wanted).fails(1);
        let json = project.command().args(["check", "--format", "json"]).output().unwrap();
        let json = String::from_utf8(json.stdout).unwrap();
        assert_eq!(json.lines().count(), 5, "{json}");
        let sarif = project.command().args(["check", "--format", "sarif"]).output().unwrap();
        let sarif: serde_json::Value = serde_json::from_slice(&sarif.stdout).unwrap();
        assert_eq!(sarif["runs"][0]["results"].as_array().map(Vec::len), Some(5));
        // Commands that are about the file itself; what they need besides takes more memory.
        if variable == "VANTHU_MEMORY_LIMIT" {
            continue;
        }
        for command in [
            &["issue", "data/b.yaml", "--number", "1", "--date", "2023-02-10", "--allow-dirty"][..],
            &["explain", "data/b.yaml", "so"],
        ] {
            project.run(command).stderr_has(&[&words[6..10], "nên đã bị dừng"]).fails(1);
        }
        let draft = project.output_file("data/b.yaml");
        assert!(!draft.contains("issued"));
    }
}

/// An archive with one part of `length` times `piece`, as a workbook is packed.
fn archive(name: &str, piece: &[u8], length: usize) -> Vec<u8> {
    // A piece that was flushed stands alone: it is packed once and said again and again.
    let mut packer = DeflateEncoder::new(Vec::new(), Compression::best());
    let block = piece.repeat((1 << 20) / piece.len());
    packer.write_all(&block).unwrap();
    packer.flush().unwrap();
    let end = [3, 0];
    let packed = [packer.get_ref().repeat(length / block.len()), end.to_vec()].concat();
    let word = |number: usize| u32::try_from(number).unwrap().to_le_bytes();
    let half = |number: usize| u16::try_from(number).unwrap().to_le_bytes();
    // Lies about its size: what counts is what comes out.
    let facts =
        [&[20, 0, 0, 0, 8, 0, 0, 0, 0, 0][..], &word(0), &word(packed.len()), &word(9)].concat();
    let local = [b"PK\x03\x04", &facts[..], &half(name.len()), &half(0), name.as_bytes()].concat();
    let central =
        [b"PK\x01\x02\x14\x00", &facts[..], &half(name.len()), &[0; 12], &word(0), name.as_bytes()]
            .concat();
    let at = local.len() + packed.len();
    let end =
        [b"PK\x05\x06\0\0\0\0\x01\0\x01\0", &word(central.len())[..], &word(at), &half(0)].concat();
    [local, packed, central, end].concat()
}

#[test]
fn a_workbook_that_expands_is_refused_before_it_is_kept() {
    for (name, piece, length) in [
        ("xl/worksheets/sheet1.xml", &b"<c/>"[..], 1 << 30),
        ("xl/sharedStrings.xml", b"<si/>", 30_000_000 * 5),
        ("xl/styles.xml", b"<xf/>", 6_000_000 * 5),
    ] {
        let bytes = archive(name, piece, length);
        assert!(bytes.len() < 2_000_000, "{}", bytes.len());
        let project = Project::new()
            .file("vanthu.yaml", "")
            .file("data/a.yaml", &with_rows("a.xlsx"))
            .bytes("data/a.xlsx", &bytes)
            .file("data/b.yaml", BAD)
            .env("VANTHU_MEMORY_LIMIT", "200");
        let (_, stderr) = project.run(["check", "--format", "short"]).said();
        let words =
            "error[N015]: tệp số liệu `a.xlsx` khi giải nén lớn quá 128 MB hoặc có quá nhiều";
        assert!(stderr.contains(words) && stderr.ends_with(&said("b")), "{name}: {stderr}");
    }
}

#[test]
fn files_of_rows_without_end_are_refused() {
    let cells = "a,".repeat(300_000);
    let large = "a\n".repeat(9 << 20);
    for (text, words) in [(&cells, "quá nhiều ô"), (&large, "lớn quá 16 MB")] {
        Project::new()
            .file("data/a.yaml", &with_rows("a.csv"))
            .file("data/a.csv", text)
            .file("data/b.yaml", BAD)
            .run(["check", "--format", "short"])
            .stderr_has(&["error[N015]", words, &said("b")])
            .fails(1);
    }
}

#[test]
fn a_file_of_gigabytes_in_a_revision_is_not_read() {
    let project = Project::new()
        .file("vanthu.yaml", "")
        .file("data/a.yaml", MINIMAL)
        .sparse("data/b.yaml", 100_000_000)
        .env("VANTHU_MEMORY_LIMIT", "300");
    let git = |arguments: &[&str]| {
        let (command, rest) = arguments.split_first().unwrap();
        let mut git = Command::new("git");
        git.current_dir(project.path("")).args(["-c", "user.name=A"]);
        git.args(["-c", "user.email=a@example.com", "-c", "core.compression=1", command])
            .args(rest);
        assert!(git.output().unwrap().status.success(), "{arguments:?}");
    };
    git(&["init", "-q"]);
    git(&["add", "-A"]);
    git(&["commit", "-q", "-m", "x"]);
    project.write("data/a.yaml", &MINIMAL.replace("hộ nghèo", "hộ cận nghèo"));
    project.write("data/b.yaml", MINIMAL);
    let (stdout, stderr) = project.run(["diff", "--no-pages"]).said();
    assert!(stdout.contains("data/a.yaml") && stdout.contains("data/b.yaml"), "{stdout}{stderr}");
}
