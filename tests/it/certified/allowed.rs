//! What is refused, and what is not.

use super::pdfs::{Sheet, pdf, pdf_with};
use super::{OF_DIRECTIVE, OF_PDF, copy, notice, of_directive, of_pdf};
use crate::project::Project;

/// The findings of `data/sao.yaml`: code and line of each.
fn found(project: &Project) -> Vec<String> {
    let (_, findings) = project.run(["check", "--format", "short", "data/sao.yaml"]).said();
    let code = |line: &str| {
        let (place, rest) = line.split_once(": ")?;
        let row = place.rsplit(':').nth(1)?;
        let code = rest.split(['[', ']']).nth(1)?;
        Some(format!("{code} {row}"))
    };
    findings.lines().filter_map(code).collect()
}

#[track_caller]
fn says(project: &Project, wanted: &[&str], what: &str) {
    assert_eq!(found(project), wanted, "{what}");
}

fn page() -> Sheet {
    Sheet::said("Lich tiem chung", 700)
}

#[test]
fn a_pdf_that_cannot_be_used_is_a_finding() {
    says(&of_pdf(), &[], "a good one");
    let with = |bytes: &[u8]| of_pdf().bytes("data/nguon.pdf", bytes);
    says(&with(b""), &["N031 10"], "an empty file");
    says(&with(b"%PDF-1.7 and no more"), &["N031 10"], "a cut one");
    says(&with(b"PK\x03\x04"), &["N031 10"], "another kind of file");
    says(&with(&pdf(&[])), &["N031 10"], "no pages");
    let locked = "/Encrypt<</Filter/Standard/V 1/R 2/O(0123456789abcdef0123456789abcdef)\
                  /U(0123456789abcdef0123456789abcdef)/P -4>>/ID[(a)(a)]";
    says(&with(&pdf_with(&[page()], locked)), &["N031 10"], "a password");
    let half = pdf(&[page()]);
    says(&with(&half[..half.len() / 2]), &["N031 10"], "half of one");
}

#[test]
fn a_file_that_is_not_there_or_outside_is_a_finding() {
    for (file, what) in [
        ("khac.pdf", "missing"),
        ("../../nguon.pdf", "outside of the project"),
        ("/etc/hosts.pdf", "elsewhere"),
        ("nguon.docx", "another kind"),
        ("nguon", "no kind"),
        ("khac.yaml", "no directive"),
        ("sao.yaml", "itself"),
    ] {
        let source = OF_PDF.replace("nguon.pdf", file);
        let project = of_pdf().file("data/sao.yaml", &copy("sao-y", 5, &source));
        says(&project, &["N031 10"], what);
    }
    let project =
        of_pdf().file("data/a/sao.yaml", &copy("sao-y", 5, &OF_PDF.replace("nguon", "../nguon")));
    project.run(["check", "data/a/sao.yaml"]).whatever().succeeds();
}

#[test]
fn only_an_issued_directive_without_errors_is_copied() {
    says(&of_directive(), &[], "a good one");
    let with = |text: &str| of_directive().file("data/thong-bao.yaml", text);
    says(&with(&notice("").replace("status: issued\n", "")), &["N031 10"], "a draft");
    says(&with(&notice("").replace("kind: ", "kinds: ")), &["N031 10"], "errors");
    says(&with("a: [\n"), &["N031 10"], "no YAML");
    let circle = copy("sao-luc", 5, "  file: a.yaml\n  from: paper\n");
    let back = copy("sao-luc", 6, "  file: sao.yaml\n  from: paper\n");
    let project = Project::new().file("data/sao.yaml", &circle).file("data/a.yaml", &back);
    says(&project, &["N031 10"], "a circle");
}

#[test]
fn paper_that_is_not_a4_is_told_and_copied_all_the_same() {
    for (size, is_told) in [
        ((595, 842), false),
        ((842, 595), false),
        ((596, 841), false),
        ((612, 792), true),
        ((842, 1191), true),
        ((420, 595), true),
    ] {
        let project = of_pdf().bytes("data/nguon.pdf", &pdf(&[page(), page().on(size)]));
        says(&project, if is_told { &["N033 10"] } else { &[] }, &format!("{size:?}"));
    }
}

/// R102: a digital copy is in colour, of 200 dpi or more.
#[test]
fn a_scan_for_an_electronic_copy_is_fine_and_in_colour() {
    let (portrait, landscape) = ((595, 842), (842, 595));
    for (paper, pixels, colours, is_told) in [
        (portrait, (1654, 2339), "/DeviceRGB", false),
        (portrait, (2480, 3508), "/DeviceRGB", false),
        (portrait, (1653, 2338), "/DeviceCMYK", false),
        (portrait, (1240, 1754), "/DeviceRGB", true),
        (portrait, (827, 1169), "/DeviceRGB", true),
        (portrait, (2480, 3508), "/DeviceGray", true),
        (landscape, (2339, 1654), "/DeviceRGB", false),
        (landscape, (1754, 1240), "/DeviceRGB", true),
        // Turned when it was scanned.
        (portrait, (1754, 1240), "/DeviceRGB", true),
        // No scan of the page: a coat of arms, a seal, a line.
        (portrait, (200, 200), "/DeviceRGB", false),
        (portrait, (300, 100), "/DeviceGray", false),
        (portrait, (1000, 2), "/DeviceGray", false),
    ] {
        let sheets = [page().pictured((2480, 3508), "/DeviceRGB"), page().on(paper)];
        let [first, second] = sheets;
        let bytes = pdf(&[first, second.pictured(pixels, colours)]);
        let of = |to: &str| {
            let source = format!("  file: nguon.pdf\n  from: paper\n{to}");
            of_pdf()
                .file("data/sao.yaml", &copy("sao-y", 5, &source))
                .bytes("data/nguon.pdf", &bytes)
        };
        let what = format!("{pixels:?} {colours}");
        let wanted: &[&str] = if is_told { &["N034 10"] } else { &[] };
        says(&of("  to: electronic\n"), wanted, &what);
        says(&of(""), &[], &what);
    }
}

/// Điều 25: which kinds there are between paper and file.
#[test]
fn directions_that_the_decree_does_not_know_are_refused() {
    for (kind, file, from, to, wanted) in [
        ("sao-y", "nguon.pdf", "paper", "paper", &[][..]),
        ("sao-y", "nguon.pdf", "electronic", "paper", &[]),
        ("sao-y", "nguon.pdf", "paper", "electronic", &[]),
        ("sao-y", "nguon.pdf", "electronic", "electronic", &["N032 12"]),
        ("sao-luc", "nguon.pdf", "paper", "paper", &[]),
        ("sao-luc", "nguon.pdf", "paper", "electronic", &[]),
        ("sao-luc", "nguon.pdf", "electronic", "paper", &[]),
        ("sao-luc", "nguon.pdf", "electronic", "electronic", &["N032 12"]),
        ("trich-sao", "thong-bao.yaml", "paper", "paper", &[]),
        ("trich-sao", "thong-bao.yaml", "electronic", "paper", &[]),
        ("trich-sao", "thong-bao.yaml", "paper", "electronic", &[]),
        ("trich-sao", "thong-bao.yaml", "electronic", "electronic", &[]),
        ("trich-sao", "nguon.pdf", "paper", "paper", &["N032 10"]),
        ("sao-y", "thong-bao.yaml", "paper", "electronic", &["N032 10"]),
    ] {
        let source = format!("  file: {file}\n  from: {from}\n  to: {to}\n");
        let project = of_pdf()
            .file("data/sao.yaml", &copy(kind, 5, &source))
            .file("data/thong-bao.yaml", &notice(""));
        says(&project, wanted, &format!("{kind} of {file}, {from} to {to}"));
    }
}

/// Điều 3 khoản 10–12: a sao lục is made from a bản sao y, the others from the original.
#[test]
fn a_copy_is_made_from_the_right_document() {
    let of = |kind: &str, of: &str| {
        let source = format!("{OF_PDF}  of: {of}\n");
        of_pdf().file("data/sao.yaml", &copy(kind, 5, &source))
    };
    says(&of("sao-y", "ban-goc"), &[], "sao y of a bản gốc");
    says(&of("sao-y", "ban-chinh"), &[], "sao y of a bản chính");
    says(&of("sao-y", "ban-sao-y"), &["N032 12"], "sao y of a bản sao y");
    says(&of("sao-luc", "ban-sao-y"), &[], "sao lục of a bản sao y");
    says(&of("sao-luc", "ban-chinh"), &["N032 12"], "sao lục of a bản chính");
    says(&of("sao-luc", "ban-sao"), &["N001 12"], "another word");
    let chain = |second: &str| {
        of_directive()
            .file("data/sao-y.yaml", &copy("sao-y", 4, OF_DIRECTIVE))
            .file("data/sao.yaml", &copy(second, 5, "  file: sao-y.yaml\n  from: paper\n"))
    };
    says(&chain("sao-luc"), &[], "sao lục of a directive sao y");
    says(&chain("sao-y"), &["N032 10"], "sao y of a directive sao y");
    says(&chain("trich-sao"), &["N032 10"], "trích sao of a directive sao y");
    let project = of_directive().file("data/sao.yaml", &copy("sao-luc", 5, OF_DIRECTIVE));
    says(&project, &["N032 10"], "sao lục of an original");
}

/// M57: the law on state secrets governs their copies.
#[test]
fn a_document_with_a_mark_of_secrecy_is_refused() {
    let said = |words: &[(&str, u32)]| {
        let line = |(word, left): &(&str, u32)| {
            let units: Vec<String> = word.encode_utf16().map(|it| format!("{it:04x}")).collect();
            let units = units.concat();
            format!("BT /F1 14 Tf {left} 700 Td <{units}> Tj ET\n")
        };
        let content: String = words.iter().map(line).collect();
        of_pdf().bytes("data/nguon.pdf", &wide_pdf(&content))
    };
    says(&said(&[("MẬT", 72)]), &["N032 10"], "mật");
    says(&said(&[("TỐI", 72), ("MẬT", 104)]), &["N032 10"], "tối mật");
    says(&said(&[("TUYỆT", 72), ("MẬT", 134)]), &["N032 10"], "tuyệt mật");
    says(
        &said(&[("BẢO", 72), ("VỆ", 112), ("BÍ", 146), ("MẬT", 180)]),
        &[],
        "a title about secrets",
    );
    says(&said(&[("MẬT", 72), ("NƯỚC", 104)]), &[], "other words beside it");
    says(&said(&[("Mật", 72)]), &[], "a word in small letters");
}

/// A page in a typeface with two bytes for a sign, each of which is its own text.
fn wide_pdf(content: &str) -> Vec<u8> {
    let bytes = pdf(&[page().drawn(content)]);
    let text = String::from_utf8(bytes).unwrap();
    let map = "1 begincodespacerange <0000> <ffff> endcodespacerange \
               1 beginbfrange <0000> <ffff> <0000> endbfrange";
    let face = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>";
    let wide = "<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/DescendantFonts[<</Type\
                /Font/Subtype/CIDFontType2/BaseFont/A/DW 700>>]/ToUnicode 99 0 R>>";
    let object = format!("99 0 obj\n<</Length {}>>\nstream\n{map}\nendstream\nendobj\n", map.len());
    // The places of objects are other ones now: whoever reads it looks for them.
    text.replace(face, wide).replace("xref\n0 ", &format!("{object}xref\n0 ")).into_bytes()
}

#[test]
fn a_copy_has_nothing_of_its_own_and_others_copy_nothing() {
    let with = |more: &str| of_pdf().file("data/sao.yaml", &(copy("sao-y", 5, OF_PDF) + more));
    says(&with("body: Nội dung./.\n"), &["N018 16"], "a text");
    says(&with("urgency: khan\n"), &["N018 16"], "urgency");
    says(&with("legal_bases: [Luật Thú y]\n"), &["N018 16"], "bases");
    let other = notice("").replace("body:", "source:\n  file: nguon.pdf\n  from: paper\nbody:");
    says(&of_pdf().file("data/sao.yaml", &other), &["N018 13"], "another kind");
    let lacking = copy("sao-y", 5, "").replace("source:\n", "");
    says(&of_pdf().file("data/sao.yaml", &lacking), &["Y004 1"], "no source");
    let parts = format!("{OF_PDF}  extract: [Điều 2]\n");
    says(&of_pdf().file("data/sao.yaml", &copy("sao-y", 5, &parts)), &["N032 12"], "parts");
}

#[test]
fn the_time_of_signing_is_one_of_vietnam_and_for_files_alone() {
    let with = |to: &str, time: &str| {
        let source = format!("  file: nguon.pdf\n  from: paper\n  to: {to}\n  signed_at: {time}\n");
        of_pdf().file("data/sao.yaml", &copy("sao-y", 5, &source))
    };
    says(&with("electronic", "2026-04-02T17:08:02+07:00"), &[], "a good one");
    says(&with("paper", "2026-04-02T17:08:02+07:00"), &["N032 13"], "on paper");
    says(&with("electronic", "2026-04-02"), &["N032 13"], "a day alone");
    says(&with("electronic", "2026-04-02T17:08:02Z"), &["N032 13"], "another zone");
}

/// M58: one series of numbers for the three kinds.
#[test]
fn copies_of_all_kinds_are_numbered_together() {
    let project = of_directive()
        .file("data/trich.yaml", &copy("trich-sao", 5, OF_DIRECTIVE))
        .file("data/van-ban.yaml", &notice("").replace("number: 7", "number: 5"));
    let (_, findings) = project.run(["check", "--format", "short"]).said();
    let taken: Vec<&str> = findings.lines().filter(|line| line.contains("D028")).collect();
    assert_eq!(taken.len(), 1, "{findings}");
    assert!(taken[0].starts_with("data/trich.yaml"), "{findings}");
}
