//! What is handed out, and the words about it.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;

use crate::readme::text;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The packages hold what they should, and are the same the second time.
#[cfg(unix)]
#[test]
fn the_packages_of_a_program_are_whole_and_the_same_twice() {
    let mut python = Command::new("python3");
    python.args(["-m", "unittest", "packaging/tests/test_packages.py"]).current_dir(root());
    // Where there is no Python, nobody makes packages.
    let Ok(ended) = python.env("PYTHONDONTWRITEBYTECODE", "1").output() else { return };
    assert!(ended.status.success(), "{}", String::from_utf8_lossy(&ended.stderr));
}

/// The targets of the Makefile that stand alone, without the name of a file.
fn targets() -> BTreeSet<String> {
    let makefile = text("Makefile");
    let makefile = makefile.replace("\\\n", " ");
    let phony = makefile.lines().filter_map(|line| line.strip_prefix(".PHONY: "));
    phony.flat_map(str::split_whitespace).map(str::to_owned).collect()
}

/// The words of `document` in backticks or in blocks that begin with `make `.
fn told(document: &str) -> BTreeSet<String> {
    let in_line = document.split('`').filter_map(|part| part.strip_prefix("make "));
    let in_block = document.lines().filter_map(|line| line.trim_start().strip_prefix("make "));
    let words = in_line.chain(in_block).filter_map(|rest| rest.split_whitespace().next());
    let is_name = |word: &&str| word.chars().all(|ch| ch.is_ascii_lowercase() || ch == '-');
    words.filter(is_name).map(str::to_owned).collect()
}

#[test]
fn every_target_that_is_told_of_exists() {
    let targets = targets();
    // The Makefile of a new project has this one.
    let of_offices = ["diff".to_owned()];
    for page in
        ["README.md", "README.vi.md", "CONTRIBUTING.md", "docs/install.md", "tests/README.md"]
    {
        let told = told(&text(page));
        let is_known = |name: &&String| targets.contains(*name) || of_offices.contains(name);
        let unknown: Vec<_> = told.iter().filter(|name| !is_known(name)).collect();
        assert!(unknown.is_empty(), "{page}: {unknown:?}");
    }
    let help = told(&text("Makefile").replace('\'', "`"));
    for name in ["dist", "dist-linux", "dist-windows", "dist-smoke-linux", "dist-smoke-windows"] {
        assert!(targets.contains(name) && help.contains(name), "{name}");
        assert!(told(&text("docs/install.md")).contains(name), "docs/install.md: {name}");
    }
}

#[test]
fn every_script_that_is_called_exists() {
    let mut count = 0;
    for page in ["Makefile", ".github/workflows/release.yml", "docs/install.md"] {
        let text = text(page);
        for part in text.split("packaging/").skip(1) {
            let is_of_path = |ch: char| ch.is_ascii_alphanumeric() || "/._-".contains(ch);
            let path = part.split(|ch| !is_of_path(ch)).next().unwrap_or_default();
            let path = path.trim_end_matches(['.', '/']);
            assert!(root().join("packaging").join(path).exists(), "{page}: packaging/{path}");
            count += 1;
        }
    }
    assert!(count >= 6, "{count}");
}

/// What is handed out sets documents as fast as the release build: only parts that set no text are
/// made small.
#[test]
fn what_sets_text_is_not_made_small() {
    let manifest = text("Cargo.toml");
    let small: Vec<&str> = manifest
        .split("[profile.dist.package.")
        .skip(1)
        .filter_map(|part| part.split(']').next())
        .collect();
    assert!(small.len() >= 20, "{small:?}");
    for part in [
        "typst-library",
        "typst-layout",
        "typst-eval",
        "typst-pdf",
        "typst-syntax",
        "typst-realize",
        "krilla",
        "rustybuzz",
        "comemo",
        "tera",
        "serde-saphyr",
        "num-bigint",
        "subsetter",
    ] {
        assert!(!small.contains(&part), "{part}");
    }
}
