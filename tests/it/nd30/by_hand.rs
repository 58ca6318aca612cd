//! Forms: dots, lines and boxes to be filled in by hand, in all notations, in all places and in all
//! formats. No rule takes them for a mistake, no word beside them is lost, none leaves the page.

use std::fmt::Write as _;

use vanthu::model::blank::{Blank, LeaderSign};
use vanthu::printed::Document;
use vanthu::printed::run::Run;

use super::asked::{Asked, NARROW, WIDE};
use super::press::Press;
use super::{consistency, excel, office_press, word};
use crate::pdf::{Color, Pdf, Stroke};
use crate::project::Project;

/// What is typed for a blank.
const NOTATIONS: [&str; 19] = [
    "....",
    "..........",
    "…………",
    "……",
    ". . . .",
    ". . . . . . . . . .",
    "..... ..... ….",
    "______",
    "___",
    "....40mm....",
    "__25mm__",
    "....999mm....",
    "../../....",
    "…/…/……",
    "[ ]",
    "[x]",
    "☐",
    "☑",
    "□",
];

/// Words around blanks.
const SENTENCES: [&str; 9] = [
    "Họ và tên: {}",
    "Họ và tên: {} Ngày sinh: {}",
    "Số hộ ({}) của thôn",
    "Thôn {}; xã {}",
    "Kết luận: {}.",
    "**Đề nghị:** {} và **cam kết** {}",
    "Từ {} đến {} tại thôn {} của xã Tân Hòa, gồm các hộ dân sau đây thuộc diện được hỗ trợ: {}",
    "Tôi tên là {}, sinh ngày {}, thường trú tại {}",
    "{}",
];

/// All sentences with all notations, and with runs as long as people type them.
fn sentences() -> Vec<String> {
    let long = [".".repeat(200), "_".repeat(150), "..... ".repeat(30).trim_end().to_owned()];
    let notations = NOTATIONS.iter().map(|it| (*it).to_owned()).chain(long);
    let all = notations.flat_map(|it| SENTENCES.map(|sentence| sentence.replace("{}", &it)));
    all.filter(|it| !it.starts_with(['[', '☐', '☑', '□'])).collect()
}

const HEAD: &str = "\
kind: cong-van
status: issued
number: 12
symbol: UBND-VX
place: Tân Hòa
date: 2026-03-05
issuer: {name: Ủy ban nhân dân xã Tân Hòa}
subject: hướng dẫn lập hồ sơ
recipients: {to: [Trưởng các thôn], cc: [Như trên], file: {unit: VX}}
signatory: {authority: [TM. Ủy ban nhân dân], title: Chủ tịch, name: Nguyễn Văn A}
";

const BODY: &str = "body: |\n  Lập hồ sơ theo {{ appendix(\"mau\") }}./.\n";

/// The sentences as a text, each behind its marker.
fn text(marker: impl Fn(usize) -> String) -> String {
    let sentences = sentences().into_iter().enumerate();
    let lines = sentences.map(|(index, it)| format!("      {}{it}\n", marker(index + 1)));
    let end = "      Xin cảm ơn./.\n".to_owned();
    lines.chain([end]).collect::<Vec<_>>().join("\n")
}

fn body(text: &str) -> String {
    format!("{HEAD}form: true\nbody: |\n{text}")
}

fn appended(text: &str) -> String {
    let key = "appendices:\n  - id: mau\n    title: Tờ khai\n    body: |\n";
    format!("{HEAD}{BODY}{key}{text}")
}

fn table(rows: &[String], notes: &[String]) -> String {
    let notes =
        if notes.is_empty() { String::new() } else { format!("    note: |\n{}", notes.concat()) };
    format!(
        "{HEAD}{BODY}targets:\n  mau:\n    title: Tờ khai\n    form: true\n    row_header: Nội dung\n    \
         columns: [{{id: a, header: Thông tin, type: text}}]\n{notes}    rows:\n{}",
        rows.concat()
    )
}

/// Directives that have the sentences in one place each.
fn places() -> Vec<(&'static str, String)> {
    let sentences = sentences();
    let cells = sentences.iter().enumerate();
    let cells = cells.map(|(index, it)| format!("      Mục thứ {index}: ['{it}']\n"));
    // Words in bold are for cells alone.
    let plain = || sentences.iter().filter(|it| !it.contains('*'));
    let names = plain().map(|it| format!("      - {{name: '{it}', values: {{}}}}\n"));
    let notes: Vec<String> = plain().map(|it| format!("      {it}\n")).collect();
    let row = "      Mục một: ['....']\n".to_owned();
    vec![
        ("body", body(&text(|_| String::new()))),
        ("items", body(&text(|index| format!("{index}. ")))),
        ("dashes", body(&text(|_| "- ".to_owned()))),
        ("articles", body(&text(|index| format!("Điều {index}. ")))),
        ("appendix", appended(&text(|_| String::new()))),
        ("items of an appendix", appended(&text(|index| format!("{index}. ")))),
        ("cells", table(&cells.collect::<Vec<_>>(), &[])),
        ("names of rows", table(&names.collect::<Vec<_>>(), &[])),
        ("notes", table(&[row], &notes)),
    ]
}

#[test]
fn no_rule_takes_what_is_filled_in_by_hand_for_a_mistake() {
    let mut project = Project::new();
    for (index, (name, yaml)) in places().into_iter().enumerate() {
        let yaml = yaml.replace("number: 12", &format!("number: {}", index + 12));
        project = project.file(&format!("data/{}.yaml", name.replace(' ', "-")), &yaml);
    }
    let (out, said) = project.run(["build", "--format", "short"]).said();
    let findings: Vec<&str> =
        said.lines().chain(out.lines()).filter(|it| it.contains('[')).collect();
    assert!(
        findings.is_empty(),
        "{} findings: {:?}",
        findings.len(),
        &findings[..findings.len().min(20)]
    );
    assert_eq!(project.listing("out").len(), places().len());
}

#[test]
fn words_beside_blanks_stand_in_every_format_and_blanks_on_the_page() {
    let press = office_press();
    let mut wrong = String::new();
    for (name, yaml) in places() {
        for asked in [&WIDE, &NARROW] {
            for difference in differences(&press, &yaml, asked) {
                let _ = writeln!(wrong, "{name}, {}: {difference}", asked.name);
            }
        }
    }
    let lines: Vec<&str> = wrong.lines().take(40).collect();
    assert!(wrong.is_empty(), "\n{}\n({} lines)", lines.join("\n"), wrong.lines().count());
}

fn differences(press: &Press, yaml: &str, asked: &Asked) -> Vec<String> {
    let set = match press.set(yaml, asked) {
        Ok(set) => set,
        Err(findings) => return vec![findings],
    };
    let pdf = Pdf::read(&set.pdf);
    let mut wrong = consistency::differences(&set.document, &pdf);
    wrong.extend(on_paper(&set.document, &pdf, asked));
    let word = press.word(yaml, asked).expect("it was set");
    wrong.extend(word::differences(&word));
    let excel = press.excel(yaml, asked).expect("it was set");
    wrong.extend(excel::differences(&excel));
    wrong
}

/// Places to write on of at least 10 mm within the margins, as many as are printed.
fn on_paper(document: &Document, pdf: &Pdf, asked: &Asked) -> Vec<String> {
    let mut wrong = Vec::new();
    let blanks: Vec<Blank> = runs(document).filter_map(Run::by_hand).collect();
    let count = |sign| {
        let is = |blank: &&Blank| matches!(blank, Blank::Leader(leader) if leader.sign == sign);
        blanks.iter().filter(is).count()
    };
    let strokes = |is_solid: bool| {
        let is_level = |it: &&Stroke| (it.from.1 - it.to.1).abs() < 0.01;
        // Rules and lines of tables are of other strength.
        let is_leader = move |it: &&Stroke| {
            if is_solid { (it.width - 0.6).abs() < 0.01 } else { it.width > 1.1 && !it.is_solid }
        };
        let pages = pdf.pages.iter();
        pages.flat_map(move |page| {
            let of_page = page.strokes().iter().filter(is_level).filter(is_leader);
            of_page.map(|stroke| (page.width, stroke))
        })
    };
    for (is_solid, sign) in [(false, LeaderSign::Dots), (true, LeaderSign::Line)] {
        let (found, wanted) = (strokes(is_solid).count(), count(sign));
        if found != wanted {
            wrong.push(format!("{found} places to write on for {wanted}: {sign:?}"));
        }
        for (width, stroke) in strokes(is_solid) {
            let (from, to) = (stroke.from.0.min(stroke.to.0), stroke.from.0.max(stroke.to.0));
            let is_inside = from > asked.left - 0.1 && to < width - asked.right + 0.1;
            if !is_inside || to - from < 9.9 || stroke.color != Color::BLACK {
                wrong.push(format!("{sign:?} from {from} to {to} at {}", stroke.from.1));
            }
        }
    }
    wrong
}

/// Every run of the texts and tables.
fn runs(document: &Document) -> impl Iterator<Item = &Run> {
    let lines = document.texts().flatten().filter_map(|block| block.line());
    let cells = document.grids().flat_map(|(_, grid)| {
        let cells = grid.rows.iter().flat_map(|row| &row.cells).map(|cell| &cell.text);
        cells.chain(&grid.notes)
    });
    lines.chain(cells).flat_map(|line| &line.runs)
}

#[test]
fn a_line_that_ends_in_dots_ends_there_and_lines_of_dots_go_on_with_it() {
    let body = "form: true\nbody: |\n  Họ và tên: .....\n  Ngày sinh: .....\n  Lý do: .....\n  \
                ..........\n  [ ] Đồng ý\n  [x] Không đồng ý\n  với lý do nêu trên./.\n";
    let set = office_press().set(&format!("{HEAD}{body}"), &WIDE).expect("it can be set");
    let lines: Vec<String> =
        set.document.blocks.iter().filter_map(|block| Some(block.line()?.printed())).collect();
    assert_eq!(
        lines,
        [
            "Họ và tên: .....",
            "Ngày sinh: .....",
            "Lý do: .....\n..........",
            "☐ Đồng ý",
            "☑ Không đồng ý với lý do nêu trên./.",
        ]
    );
}

#[test]
fn a_forgotten_blank_is_told_where_nothing_says_that_it_is_a_form() {
    let body = "body: |\n  Có ...... hộ, ____ khẩu./.\n";
    let project = Project::new().file("data/a.yaml", &format!("{HEAD}{body}"));
    let (out, said) = project.run(["check", "--format", "short"]).said();
    assert_eq!(format!("{out}{said}").matches("error[D508]").count(), 2, "{out}{said}");
}
