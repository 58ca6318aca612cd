//! `vanthu verify FILE.pdf`.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::io::Read as _;

use super::forged::{Stream, plain, with_files};
use super::{DIRECTIVE, ROWS, SETTINGS, bytes, project};
use crate::pdf::Pdf;
use crate::project::{Project, of_project};

/// Changes the files inside.
type Spoil = fn(&mut BTreeMap<String, Vec<u8>>);

/// What `verify` says of PDFs in a folder of their own, in English, and its exit code.
struct Verified {
    code: Option<i32>,
    said: String,
    complaints: String,
    /// What was left behind, there and where temporary files are.
    left: Vec<String>,
}

fn verify_with(pdf: &[u8], more: &[&str]) -> Verified {
    let place = Project::new().folder("tmp").bytes("a.pdf", pdf);
    let mut command = place.command();
    command.env("TMPDIR", place.path("tmp")).args(["verify", "--lang", "en"]).args(more);
    let output = command.arg("a.pdf").output().expect("the program starts");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
    let mut left = place.all_files("");
    left.retain(|file| !file.ends_with("a.pdf"));
    Verified {
        code: output.status.code(),
        said: text(output.stdout),
        complaints: text(output.stderr),
        left,
    }
}

fn verify(pdf: &[u8]) -> Verified {
    let verified = verify_with(pdf, &[]);
    assert!(verified.left.is_empty(), "{:?} was left behind", verified.left);
    verified
}

/// What it says of a PDF that is not what it should be.
fn verdict(pdf: &[u8]) -> String {
    let Verified { code, said, complaints, .. } = verify(pdf);
    assert_eq!(code, Some(1), "{said}{complaints}");
    said
}

/// The files inside a PDF, to be changed and put into another one.
fn files(pdf: &[u8]) -> BTreeMap<String, Vec<u8>> {
    Pdf::read(pdf).attached.into_iter().map(|(name, file)| (name, file.bytes)).collect()
}

fn forged(pdf: &[u8], files: BTreeMap<String, Vec<u8>>) -> Vec<u8> {
    let files: Vec<(String, Stream)> =
        files.into_iter().map(|(name, bytes)| (name, plain(bytes))).collect();
    with_files(pdf, &files)
}

/// The list with other values.
fn with_list(files: &mut BTreeMap<String, Vec<u8>>, change: impl FnOnce(&mut serde_json::Value)) {
    let list = files.get_mut("vanthu.json").expect("a list");
    let mut value = serde_json::from_slice(list).expect("JSON");
    change(&mut value);
    *list = serde_json::to_vec(&value).expect("JSON");
}

fn digest(bytes: &[u8]) -> String {
    blake3::hash(bytes).to_hex()[..32].to_owned()
}

/// Names and contents, each behind its length.
fn fingerprint(files: &BTreeMap<String, Vec<u8>>, names: &[String]) -> String {
    let mut hasher = blake3::Hasher::new();
    for name in names {
        for part in [name.as_bytes(), &files[name]] {
            hasher.update(&(part.len() as u64).to_le_bytes());
            hasher.update(part);
        }
    }
    hasher.finalize().to_hex()[..32].to_owned()
}

/// A list that agrees with all files but itself and the ones of the office.
fn relist(files: &mut BTreeMap<String, Vec<u8>>) {
    let is_source =
        |name: &&String| !["vanthu.json", "giao.docx", "giao.xlsx"].contains(&name.as_str());
    let names: Vec<String> = files.keys().filter(is_source).cloned().collect();
    let digests: BTreeMap<&String, String> =
        names.iter().map(|name| (name, digest(&files[name]))).collect();
    let (digests, print) = (serde_json::to_value(digests).unwrap(), fingerprint(files, &names));
    with_list(files, |list| {
        list["files"] = digests;
        list["sources"] = print.into();
    });
}

#[test]
fn a_document_is_what_the_sources_inside_it_give_wherever_it_is() {
    let pdf = bytes(&project(SETTINGS));
    let Verified { code, said, complaints, .. } = verify(&pdf);
    assert_eq!((code, complaints.as_str()), (Some(0), ""), "{said}");
    let list: serde_json::Value = serde_json::from_slice(&files(&pdf)["vanthu.json"]).unwrap();
    assert_eq!(said.matches(list["sources"].as_str().unwrap()).count(), 1, "{said}");
    let project = Project::new().bytes("a.pdf", &pdf);
    project
        .run(["verify", "a.pdf", "--lang", "vi"])
        .stdout_has(&["`a.pdf` giống hệt, từng byte"])
        .succeeds();
    project.run(["verify", "--quiet", "a.pdf"]).whatever().succeeds();
}

/// All examples, from the program's own data.
#[test]
fn every_example_is_verified_from_its_pdf_alone() {
    let project =
        Project::new().file("vanthu.yaml", "pdf: {attach: [source]}\nsource_fingerprint: true\n");
    for entry in walkdir::WalkDir::new(of_project("data")) {
        let entry = entry.unwrap();
        if entry.file_type().is_file() {
            let name = entry.path().strip_prefix(of_project("")).unwrap();
            let target = project.path(&name.display().to_string());
            fs::create_dir_all(target.parent().unwrap()).unwrap();
            fs::copy(entry.path(), target).unwrap();
        }
    }
    project.run(["build", "--quiet"]).said();
    let mut pdfs = project.listing("out");
    pdfs.retain(|name| name.contains(".pdf") && !name.contains(".copies/"));
    assert!(pdfs.len() >= 40, "{pdfs:?}");
    let words = ["verify".to_owned(), "--lang".to_owned(), "en".to_owned()];
    let (said, complaints) = project.run(words.into_iter().chain(pdfs.clone())).said();
    // Certified copies have the pages or parts of other documents.
    let is_copy = |line: &str| {
        ["sao-y.pdf", "sao-luc.pdf", "trich-sao.pdf"].iter().any(|name| line.contains(name))
    };
    let is_right = |line: &&str| {
        line.contains(if is_copy(line) { "no sources inside" } else { "byte for byte" })
    };
    let wrong: Vec<&str> = said.lines().filter(|line| !is_right(line)).collect();
    assert!(wrong.is_empty(), "{wrong:#?}\n{complaints}");
    assert_eq!(said.lines().count(), pdfs.len());
    let copy = project.output_file("data/vi-du/sao-y.yaml");
    project.write("data/vi-du/sao-y.yaml", &format!("{copy}pdf: {{attach: [docx]}}\n"));
    let (_, said) = project.run(["check", "--lang", "en", "data/vi-du/sao-y.yaml"]).said();
    assert!(said.contains("[N050]") && said.contains("certified copy"), "{said}");
}

#[test]
fn a_figure_that_the_sources_do_not_give_is_named_with_its_row() {
    let honest = bytes(&project(SETTINGS));
    let other = bytes(&project(SETTINGS).file("data/xa/so-lieu/ho.csv", &ROWS.replace("95", "59")));
    // The pages of one, the sources of the other.
    let pdf = forged(&other, files(&honest));
    let Verified { code, said, complaints, .. } = verify(&pdf);
    assert_eq!(code, Some(1));
    assert!(said.contains("its pages say something else"), "{said}");
    for words in ["error[P015]", "`Thôn Hai`", "`Số hộ`", "`95", "--> data/xa/so-lieu"] {
        assert!(complaints.contains(words), "no {words}: {complaints}");
    }
    // The total of the table and the sentence that says it.
    assert!(complaints.contains("215"), "{complaints}");
    let text = DIRECTIVE.replace("hộ tại", "gia đình tại");
    let other = bytes(&project(SETTINGS).file("data/xa/giao.yaml", &text));
    let Verified { complaints, .. } = verify(&forged(&other, files(&honest)));
    assert!(
        complaints.contains("body: `Giao 215") && complaints.contains("hộ tại"),
        "{complaints}"
    );
}

#[test]
fn what_is_other_than_the_text_is_named() {
    let pdf = bytes(&project(SETTINGS));
    let appended = [pdf.as_slice(), b"\n% a signature\n"].concat();
    let said = verdict(&appended);
    assert!(said.contains("15 bytes were added") && said.contains("say the same"), "{said}");
    let mut other = files(&pdf);
    other.insert("giao.xlsx".to_owned(), b"PK".to_vec());
    let said = verdict(&forged(&pdf, other));
    assert!(said.contains("the file `giao.xlsx` inside is another one"), "{said}");
    let mut other = files(&pdf);
    with_list(&mut other, |list| list["program"] = "vanthu 0.0.1, typst 0.15.1".into());
    let said = verdict(&forged(&pdf, other));
    assert!(said.contains("made by vanthu 0.0.1, typst 0.15.1, this is vanthu"), "{said}");
    let mut other = files(&pdf);
    with_list(&mut other, |list| {
        list["fonts"] = digest(b"").into();
        list["font"] = "Times New Roman".into();
    });
    let said = verdict(&forged(&pdf, other));
    assert!(said.contains("another typeface (`Times New Roman`, here"), "{said}");
}

#[test]
fn without_sources_or_with_bad_ones_nothing_is_compared() {
    let bare = bytes(&project("pdf: {attach: [docx, xlsx]}\n"));
    assert!(verdict(&bare).contains("no sources inside"));
    assert!(verdict(b"no PDF").contains("it is no PDF"));
    let pdf = bytes(&project(SETTINGS));
    let spoils: [Spoil; 7] = [
        |files| _ = files.remove("data/xa/so-lieu/ho.csv"),
        |files| _ = files.insert("data/xa/giao.yaml".into(), b"kind: cong-van".to_vec()),
        |files| _ = files.insert("vanthu.json".into(), b"{}".to_vec()),
        |files| with_list(files, |list| list["document"] = "data/other.yaml".into()),
        |files| with_list(files, |list| list["form"] = "vanthu-sources-9".into()),
        |files| with_list(files, |list| list["fallback_date"] = serde_json::json!([1, 13, 77])),
        |files| with_list(files, |list| list["sources"] = digest(b"x").into()),
    ];
    for spoil in spoils {
        let mut other = files(&pdf);
        spoil(&mut other);
        let said = verdict(&forged(&pdf, other));
        assert!(said.contains("not those of their list"), "{said}");
    }
    let place = Project::new().file("data/a.yaml", crate::MINIMAL).bytes("a.pdf", &pdf);
    place.run(["verify", "gone.pdf"]).whatever().breaks(2);
    place.run(["verify", "--lang", "en", "a.pdf", "data/a.yaml"]).whatever().breaks(2);
}

/// Whatever a PDF says its sources are called, nothing is written but below a folder that goes.
#[test]
fn names_that_lead_elsewhere_are_refused() {
    let pdf = bytes(&project(SETTINGS));
    for name in [
        "../evil.yaml",
        "data/../../evil.yaml",
        "/tmp/evil.yaml",
        "C:/evil.yaml",
        "data\\..\\..\\evil.yaml",
        "data//evil.yaml",
        "./evil.yaml",
        "data/nul",
        "evil.yaml\0",
        "",
        "data/evil.yaml/",
        "~/evil.yaml\n",
    ] {
        let mut other = files(&pdf);
        other.insert(name.to_owned(), b"kind: cong-van\n".to_vec());
        relist(&mut other);
        let said = verdict(&forged(&pdf, other));
        assert!(said.contains("not those of their list"), "{name}: {said}");
    }
    // A list that agrees with honest sources is believed.
    let mut other = files(&pdf);
    other.insert("data/more.yaml".to_owned(), b"kind: cong-van\n".to_vec());
    relist(&mut other);
    assert!(verdict(&forged(&pdf, other)).contains("`vanthu.json` inside is another one"));
}

#[test]
fn settings_inside_name_no_folder_and_start_no_program() {
    let pdf = bytes(&project(SETTINGS));
    let mut other = files(&pdf);
    let settings = "engine: typst-cli\nfont_paths: [/nowhere]\noutside_paths: [/]\n";
    let own = String::from_utf8(other["vanthu.yaml"].clone()).unwrap();
    other.insert("vanthu.yaml".to_owned(), format!("{settings}{own}").into_bytes());
    relist(&mut other);
    let Verified { code, said, complaints, .. } = verify(&forged(&pdf, other));
    assert_eq!(code, Some(1), "{said}{complaints}");
    assert!(!complaints.contains("nowhere") && !complaints.contains("typst"), "{complaints}");
}

fn deflated(data: impl std::io::Read) -> Stream {
    let mut data_out = Vec::new();
    let mut encoder = flate2::read::ZlibEncoder::new(data, flate2::Compression::fast());
    encoder.read_to_end(&mut data_out).expect("memory takes all");
    Stream { data: data_out, dict: "/Filter/FlateDecode" }
}

#[test]
fn bombs_and_thousands_of_files_are_refused_at_once() {
    let pdf = bytes(&project("pdf: {attach: [source]}\n"));
    let gigabyte = deflated(std::io::repeat(0).take(1 << 30));
    let bomb = with_files(&pdf, &[("vanthu.json".to_owned(), gigabyte)]);
    assert!(bomb.len() < 16_000_000);
    assert!(verdict(&bomb).contains("more or larger"));
    let many: Vec<(String, Stream)> =
        (0..20_000).map(|number| (format!("data/{number}.yaml"), plain("a"))).collect();
    assert!(verdict(&with_files(&pdf, &many)).contains("more or larger"));
    let odd = Stream { data: b"x".to_vec(), dict: "/Filter/LZWDecode" };
    assert!(verdict(&with_files(&pdf, &[("a".to_owned(), odd)])).contains("not written as vanthu"));
}

#[test]
fn sources_that_take_too_long_are_a_finding_and_leave_nothing() {
    let pdf = bytes(&project("pdf: {attach: [source]}\n"));
    let mut other = files(&pdf);
    let rows = (0..60_000).fold(String::new(), |mut rows, row| {
        let _ = writeln!(rows, "Thôn {row},{row}");
        rows
    });
    other.insert("data/xa/so-lieu/ho.csv".to_owned(), format!("Thôn,Số hộ\n{rows}").into_bytes());
    relist(&mut other);
    let Verified { code, said, complaints, left } =
        verify_with(&forged(&pdf, other), &["--time-limit", "1"]);
    assert_eq!(code, Some(1), "{said}{complaints}");
    assert!(complaints.contains("[P005]") || complaints.contains("[Y008]"), "{complaints}");
    assert!(left.is_empty(), "{left:?}");
}

#[test]
fn a_letter_has_no_sources_and_its_general_document_has() {
    let project = Project::new()
        .file("vanthu.yaml", "pdf: {attach: [source, xlsx]}\n")
        .file("data/giao.yaml", &crate::copies::directive(3, crate::copies::COPIES));
    project.run(["build", "--quiet"]).whatever().succeeds();
    let general = fs::read(project.path("out/giao.pdf")).unwrap();
    assert_eq!(verify(&general).code, Some(0));
    let mut letters = project.listing("out/giao.copies");
    letters.retain(|name| name.contains(".pdf") && !name.contains("/_"));
    let letter = fs::read(project.path(&letters[0])).unwrap();
    assert!(verdict(&letter).contains("a copy for one recipient never does"));
}
