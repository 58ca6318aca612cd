//! The same sources give the same bytes, wherever and however they are built.

use crate::house;
use crate::office::{Office, Run, directive};
use crate::pdf::Pdf;

type Files = Vec<(String, Vec<u8>)>;

fn office() -> Office {
    let office = Office::with_examples();
    office.write("data/moi/a.yaml", &directive("thong-bao", 2, 5));
    office
}

#[track_caller]
fn built(office: &Office, run: Run) -> Files {
    let ended = run.end();
    assert_eq!(ended.code, Some(0), "{}", ended.stderr);
    let files = office.files("out");
    assert!(files.len() > 2, "{}", ended.stderr);
    files
}

fn plain() -> Files {
    let office = office();
    built(&office, office.run(&["build"]))
}

#[track_caller]
fn same(found: &Files, what: &str) {
    let expected = plain();
    let names = |files: &Files| files.iter().map(|(name, _)| name.clone()).collect::<Vec<_>>();
    assert_eq!(names(found), names(&expected), "{what}");
    assert!(*found == expected, "{what}: other bytes");
}

#[test]
fn another_folder_gives_the_same_bytes() {
    same(&plain(), "another folder");
}

#[test]
fn the_surroundings_do_not_matter() {
    for (key, value) in [
        ("TZ", "Asia/Ho_Chi_Minh"),
        ("TZ", "America/New_York"),
        ("LANG", "vi_VN.UTF-8"),
        ("LANG", "tr_TR.UTF-8"),
        ("LC_ALL", "C"),
        ("HOME", "/nonexistent"),
        ("USER", "x"),
        ("TMPDIR", "/tmp/."),
        ("TYPST_FONT_PATHS", "/usr/share/fonts"),
        ("TYPST_ROOT", "/"),
        ("RAYON_NUM_THREADS", "1"),
        ("VANTHU_LANG", "en"),
    ] {
        let office = office();
        let run = office.run(&["build"]).env(key, value);
        same(&built(&office, run), &format!("{key}={value}"));
    }
}

/// A document built like the one before it is laid out from what that one said of itself.
#[cfg(feature = "embedded")]
#[test]
fn what_was_set_before_does_not_matter() {
    let (library, fonts) = house::library_and_fonts();
    let engine = || vanthu::compile::EmbeddedEngine::new(library, fonts);
    let alike = |words: usize| {
        directive("thong-bao", 2, 5).replace("Nội dung thử.", "Nội dung thử. ".repeat(words).trim())
    };
    let mut all: Vec<String> = [1, 2, 900, 3, 700, 1].map(alike).into();
    all.extend([0, 1, 3].map(|appendices| directive("ke-hoach", appendices, 40)));
    all.extend([39, 40].map(|rows| directive("cong-van", 1, rows)));
    let alone: Vec<_> = all.iter().map(|yaml| house::build_with(yaml, &engine()).pdf).collect();
    assert!(alone.iter().all(Option::is_some));
    let one = engine();
    let order = (0..all.len()).chain((0..all.len()).rev());
    for place in order {
        let pdf = house::build_with(&all[place], &one).pdf;
        assert!(pdf == alone[place], "document {place} differs by what was set before it");
    }
}

#[test]
fn the_umask_does_not_matter() {
    let office = office();
    let program = env!("CARGO_BIN_EXE_vanthu");
    let script = office.script("build", &format!("umask 077; exec {program} build"));
    let output = std::process::Command::new(script).current_dir(office.path("")).output();
    assert!(output.expect("the shell can be started").status.success());
    same(&office.files("out"), "umask 077");
}

#[test]
fn the_way_the_project_is_named_does_not_matter() {
    let office = office();
    let folder = office.path("");
    let absolute = folder.to_str().expect("temporary folders are UTF-8");
    let elsewhere = Office::new();
    let run = office.run(&["build", "-C", absolute]).from(&elsewhere.path(""));
    same(&built(&office, run), "-C with an absolute path");

    let office = self::office();
    let run = office.run(&["build", "-C", "../.."]).from(&office.path("data/moi"));
    same(&built(&office, run), "-C with a relative path");

    let office = self::office();
    let run = office.run(&["build"]).from(&office.path("data/moi"));
    same(&built(&office, run), "from a folder within");
}

#[test]
fn one_by_one_is_as_all_at_once() {
    let office = office();
    let mut names: Vec<String> = crate::examples::all().into_keys().collect();
    names.push("data/moi/a.yaml".to_owned());
    for name in names.iter().rev() {
        let path = office.path(name);
        let absolute = path.to_str().expect("temporary folders are UTF-8");
        let ended = office.run(&["build", absolute]).end();
        assert_eq!(ended.code, Some(0), "{}", ended.stderr);
    }
    same(&office.files("out"), "one by one");
}

#[test]
fn building_again_touches_nothing() {
    let office = office();
    let first = built(&office, office.run(&["build"]));
    let second = built(&office, office.run(&["build"]));
    assert!(first == second);
}

#[test]
fn the_epoch_does_not_touch_a_document_with_a_date() {
    let office = Office::new();
    office.write("data/a.yaml", &directive("ke-hoach", 1, 3));
    let mut files = Vec::new();
    for epoch in ["0", "1700000000", "4102444800"] {
        let ended = office.run(&["build"]).env("SOURCE_DATE_EPOCH", epoch).end();
        assert_eq!(ended.code, Some(0), "{}", ended.stderr);
        files.push(office.files("out"));
    }
    assert!(files[0] == files[1] && files[1] == files[2]);
    assert_eq!(Pdf::read(&files[0][0].1).created.as_deref(), Some("2024-02-29T00:00:00"));
}

/// Where a draft has no date, the metadata has that of the epoch, or of the decree; the year or
/// month that is known is never replaced.
#[test]
fn the_epoch_is_the_date_of_a_document_without_one() {
    for (date, epoch, expected) in [
        ("", None, "2020-03-05T00:00:00"),
        ("", Some("1700000000"), "2023-11-14T00:00:00"),
        ("2024", None, "2024-01-01T00:00:00"),
        ("2024", Some("1700000000"), "2024-01-01T00:00:00"),
        ("2024-03", Some("1700000000"), "2024-03-01T00:00:00"),
    ] {
        let office = Office::new();
        let yaml = directive("ke-hoach", 0, 0).replace("2024-02-29", date);
        office.write("data/a.yaml", &yaml);
        let mut run = office.run(&["build"]);
        if let Some(epoch) = epoch {
            run = run.env("SOURCE_DATE_EPOCH", epoch);
        }
        let ended = run.end();
        assert_eq!(ended.code, Some(0), "{}", ended.stderr);
        let pdf = Pdf::read(&office.files("out")[0].1);
        assert_eq!(pdf.created.as_deref(), Some(expected), "{date} {epoch:?}");
        // What is printed comes from the directive alone.
        let printed = Pdf::read(&house::build(&yaml).pdf.expect("a document"));
        assert_eq!(pdf.text(), printed.text());
    }
}

/// The program cannot be shown another time of day here; so it is seen not to ask for one.
#[test]
fn nothing_in_the_sources_asks_the_clock() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut folders = vec![root.join("src"), root.join("templates")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("the sources can be read") {
            let path = entry.expect("the sources can be read").path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let text =
                String::from_utf8_lossy(&std::fs::read(&path).expect("readable")).into_owned();
            for clock in ["SystemTime::now", "Timestamp::now", "Zoned::now", "datetime.today()"] {
                let is_said = text
                    .lines()
                    .any(|line| line.contains(clock) && !line.trim_start().starts_with("//"));
                assert!(!is_said, "{} asks {clock}", path.display());
            }
        }
    }
}
