//! `vanthu explain FILE FIGURE`: the tree of a figure is true, and is told whole.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use serde_json::Value;
use vanthu::compute::Tables;
use vanthu::diagnostic::Report;
use vanthu::explain::{Derivation, Evaluation, Node, Part, Shaper, explain, find, form};
use vanthu::model::amount::Amount;
use vanthu::model::catalog::Catalog;
use vanthu::model::cell_id::CellId;
use vanthu::pipeline::{self, Examined};
use vanthu::printed::Document;
use vanthu::schema::SchemaKind;
use vanthu::source::Sources;

use crate::project::{Project, of_project};
#[cfg(feature = "embedded")]
use crate::project::{files_of, same_as_file};
use crate::schema::Validator;

const HAI_DUONG: &str = "data/hai-duong/2024/phat-trien-doi-tuong.yaml";

/// A directive of the project, its tables computed.
fn examined(path: &PathBuf) -> Option<(Sources, Examined)> {
    let mut sources = Sources::default();
    let source = sources.add("a.yaml", fs::read_to_string(path).unwrap());
    let folder = path.parent().unwrap().to_owned();
    let read_file = |name: &str| Ok(fs::read(folder.join(name)).ok());
    let mut report = Report::default();
    let catalog = Catalog::default();
    let found = pipeline::computed(&mut sources, source, &read_file, &catalog, &mut report);
    Some((sources, found.unwrap()?))
}

/// Every directive with tables among examples and fixtures.
fn all() -> BTreeMap<PathBuf, (Sources, Examined)> {
    let folders = ["data", "tests/cases/tables", "tests/cases/render", "tests/cases/check"];
    let files = folders.iter().flat_map(|folder| walkdir::WalkDir::new(of_project(folder)));
    let files = files.map(|entry| entry.unwrap().into_path());
    let files = files.filter(|path| path.extension().is_some_and(|it| it == "yaml"));
    let files = files.filter(|path| !path.starts_with(of_project("data/catalog")));
    files
        .filter_map(|path| Some((path.clone(), examined(&path)?)))
        .filter(|(_, (_, examined))| !examined.directive.targets.is_empty())
        .collect()
}

/// As it stands on paper, a draft without its mark.
fn printed(examined: &Examined) -> Document {
    vanthu::printed::print(&examined.directive, &examined.tables, false)
}

fn spots(examined: &Examined) -> Vec<CellId> {
    let mut spots = Vec::new();
    for (target, table) in examined.directive.targets.iter().enumerate() {
        let total = table.total.iter().map(|_| None);
        for line in (0..table.lines.len()).map(Some).chain(total) {
            spots.extend((0..table.columns.len()).map(|column| CellId { target, line, column }));
        }
    }
    spots
}

fn amount(spot: CellId, tables: &Tables) -> Option<Amount> {
    tables.cell(spot).value.amount().cloned()
}

/// What does not add up in a tree.
fn contradictions(node: &Node, examined: &Examined, wrong: &mut Vec<String>) {
    let tables = &examined.tables;
    let own = amount(node.spot, tables);
    let path = node.spot.path(&examined.directive);
    let mut check = |what: &str, found: Option<Amount>| {
        if found != own {
            wrong.push(format!("{path} is {own:?}, {what} is {found:?}"));
        }
    };
    let mut formulas: Vec<&Evaluation> = Vec::new();
    match &node.made {
        Derivation::Formula(worked) => {
            check("the formula", worked.value.clone());
            formulas.push(worked);
        }
        Derivation::Rows { rows, across, how, .. } => {
            let amounts: Vec<Amount> = rows.iter().filter_map(|row| amount(*row, tables)).collect();
            assert_eq!(amounts.len(), rows.len(), "{path} has blank rows");
            let made = match how {
                vanthu::model::formula::Aggregate::Sum => {
                    amounts.into_iter().reduce(|sum, one| &sum + &one)
                }
                vanthu::model::formula::Aggregate::Count => {
                    i64::try_from(amounts.len()).ok().map(Amount::from)
                }
                vanthu::model::formula::Aggregate::Average => {
                    let count = Amount::from(i64::try_from(amounts.len()).unwrap());
                    let sum = amounts.into_iter().reduce(|sum, one| &sum + &one);
                    sum.and_then(|sum| sum.checked_div(&count))
                }
                vanthu::model::formula::Aggregate::Extreme(it) => {
                    let is_least = *it == vanthu::model::formula::Extreme::Least;
                    if is_least { amounts.into_iter().min() } else { amounts.into_iter().max() }
                }
            };
            check("of its rows", made);
            if let Some(worked) = across {
                check("across", worked.value.clone());
                formulas.push(worked);
            }
        }
        Derivation::Adjusted { worked, .. } => formulas.push(worked),
        Derivation::Allocated(it) => {
            let unit = examined.directive.targets[node.spot.target].columns[node.spot.column]
                .kind
                .decimals();
            let one = Amount::from(1).checked_div(&Amount::power_of_ten(unit)).unwrap();
            let more = if it.gets_one { one } else { Amount::zero() };
            check("rounded", Some(&it.whole + &more));
            if let (vanthu::compute::Bound::Free, Some(weight)) = (it.bound, &it.weight) {
                let part = (weight * &it.left).checked_div(&it.weights);
                assert_eq!(part.unwrap_or_else(Amount::zero), it.exact, "{path}");
            }
            formulas.push(&it.amount);
        }
        Derivation::Input | Derivation::Above | Derivation::Nothing => {}
    }
    for node in formulas.into_iter().flat_map(|formula| figures(&formula.parts)) {
        contradictions(node, examined, wrong);
    }
}

/// The cells among what a formula reads.
fn figures(parts: &[Part]) -> impl Iterator<Item = &Node> {
    parts.iter().filter_map(|part| if let Part::Figure(node) = part { Some(&**node) } else { None })
}

#[test]
fn every_tree_of_every_table_adds_up_and_every_path_leads_back() {
    let (mut count, mut wrong) = (0, Vec::new());
    for (path, (sources, examined)) in all() {
        let document = printed(&examined);
        for spot in spots(&examined) {
            contradictions(&explain(&examined, &document, spot).root, &examined, &mut wrong);
            let target = &examined.directive.targets[spot.target];
            let names = |line| target.line_at(&target.path_of(Some(line))) == Ok(line);
            if spot.line.is_some_and(|line| !names(line)) {
                // Two rows of one group have one name: nothing names one of them.
                continue;
            }
            for words in [spot.path(&examined.directive), spot.accept_path(&examined.directive)] {
                let found = find(&words, &examined, &sources);
                if !matches!(&found, Ok(found) if *found == [spot]) {
                    wrong.push(format!("{}: {words} leads to {found:?}", path.display()));
                }
            }
            count += 1;
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(count > 1_500, "only {count} figures");
}

#[test]
fn every_figure_is_found_by_what_is_printed() {
    let (mut count, mut wrong) = (0, Vec::new());
    for (path, (sources, examined)) in all() {
        for spot in spots(&examined) {
            let column = &examined.directive.targets[spot.target].columns[spot.column];
            if amount(spot, &examined.tables).is_none() || !column.kind.is_figure() {
                continue;
            }
            let printed = vanthu::printed::numbers::at(spot, &examined.tables);
            if !find(&printed, &examined, &sources).is_ok_and(|found| found.contains(&spot)) {
                wrong.push(format!("{}: {printed}", path.display()));
            }
            count += 1;
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(count > 1_000, "only {count} figures");
}

#[test]
fn every_tree_has_the_published_form() {
    let validator = Validator::new(SchemaKind::Explanation);
    for (path, (sources, examined)) in all() {
        let shaper = Shaper { examined: &examined, sources: &sources };
        let document = printed(&examined);
        let explained = |spot| explain(&examined, &document, spot);
        let figures = spots(&examined).into_iter().take(40);
        let form = form::Form {
            schema: 1,
            file: "a.yaml".to_owned(),
            asked: "x".to_owned(),
            page_count: None,
            figures: figures.map(|it| shaper.figure(&explained(it), &[], true)).collect(),
            typed: Vec::new(),
        };
        let form: Value = serde_json::to_value(&form).unwrap();
        assert_eq!(validator.complaint_about(&form), None, "{}", path.display());
    }
    let wrong = serde_json::json!({"schema": 1, "file": "a", "figures": []});
    assert!(validator.complaint_about(&wrong).is_some());
}

/// Name of the expected file, the directive, and what is asked.
#[cfg(feature = "embedded")]
const TOLD: [(&str, &str, &[&str]); 14] = [
    ("total", HAI_DUONG, &["chi_tieu.total.tn_tang"]),
    ("total-en", HAI_DUONG, &["chi_tieu.total.tn_tang", "--lang", "en"]),
    ("total-all", HAI_DUONG, &["18.304", "--all"]),
    // As it is printed in the signed copy.
    ("total", HAI_DUONG, &["18.305"]),
    ("unit", HAI_DUONG, &["chi-tieu.huyen nam sach.tn_tang"]),
    ("row", HAI_DUONG, &["huyen nam sach"]),
    ("json", HAI_DUONG, &["{{ chi_tieu[\"Huyện Nam Sách\"].tn_tang | so }}", "--format", "json"]),
    ("json-list", HAI_DUONG, &["Huyện Gia Lộc", "--format", "json"]),
    ("shares", "tests/cases/tables/11-shares-that-add-up/input.yaml", &["@first"]),
    (
        "cap",
        "tests/cases/tables/40-allocation-with-its-working/input.yaml",
        &["dan_so[\"Xã Long Đức\"].giao"],
    ),
    (
        "settled",
        "tests/cases/tables/40-allocation-with-its-working/input.yaml",
        &["dan_so[\"Phường 2\"].giao"],
    ),
    (
        "group",
        "tests/cases/tables/40-allocation-with-its-working/input.yaml",
        &["dan-so.khối xã.giao"],
    ),
    ("other-table", "tests/cases/tables/18-other-tables/input.yaml", &["@last"]),
    ("rank", "tests/cases/tables/13-rank-with-ties/input.yaml", &["@last"]),
];

#[cfg(feature = "embedded")]
#[test]
fn the_whole_tree_is_told() {
    let project = project_of_examples();
    let mut wrong = String::new();
    let mut names = Vec::new();
    for (name, file, asked) in TOLD {
        let path = of_project(file);
        let words: Vec<String> = asked.iter().map(|word| asked_for(word, &path)).collect();
        let arguments = ["explain", "-C", ".", file].map(str::to_owned).into_iter().chain(words);
        let (stdout, stderr) = project.run(arguments).said();
        assert_eq!(stderr, "", "{name}");
        let expected = of_project("tests/cases/explain").join(format!("{name}.txt"));
        wrong.extend(same_as_file(&expected, &stdout).err());
        names.push(name.to_owned());
    }
    names.sort();
    names.dedup();
    let there = files_of("tests/cases/explain", "txt").into_iter().map(|(name, _)| name);
    assert_eq!(there.collect::<Vec<_>>(), names);
    assert!(wrong.is_empty(), "{wrong}");
}

/// `@first` and `@last` are figures of the first and the last row of the last table.
#[cfg(feature = "embedded")]
fn asked_for(word: &str, path: &PathBuf) -> String {
    let Some(which) = word.strip_prefix('@') else { return word.to_owned() };
    let (_, examined) = examined(path).unwrap();
    let mut spots = spots(&examined);
    spots.retain(|spot| spot.target + 1 == examined.directive.targets.len());
    let document = printed(&examined);
    let made = |spot: &&CellId| {
        let node = explain(&examined, &document, **spot).root;
        spot.line.is_some() && !matches!(node.made, Derivation::Input | Derivation::Nothing)
    };
    let made: Vec<&CellId> = spots.iter().filter(made).collect();
    let spot = if which == "first" { made.first() } else { made.last() };
    spot.unwrap().path(&examined.directive)
}

/// A folder with a copy of what [`TOLD`] names.
fn project_of_examples() -> Project {
    let mut project = Project::new();
    for folder in ["data", "tests/cases/tables"] {
        for entry in walkdir::WalkDir::new(of_project(folder)) {
            let path = entry.unwrap().into_path();
            if path.is_file() {
                let name = path.strip_prefix(of_project("")).unwrap().display().to_string();
                project = project.bytes(&name, &fs::read(&path).unwrap());
            }
        }
    }
    project
}

/// Two tables on two pages, a figure in three forms, one of them typed by hand.
const THREE_FORMS: &str = "\
kind: ke-hoach
symbol: KH-UBND
subject: giao chỉ tiêu
targets:
  giao:
    title: Giao chỉ tiêu
    row_header: Đơn vị
    columns:
      - {id: so, header: Số người}
      - {id: ty_le, header: Tỷ lệ, type: percent(1), formula: so / total.so * 100}
    rows:
      Phường 1: [1250]
      Phường 2: [2500]
    total: {label: Tổng cộng}
body: |
  Giao {{ giao.total.so }} người. Bằng chữ: {{ giao.total.so | bang_chu }}, trong đó Phường 1 chiếm **{{ giao[\"Phường 1\"].ty_le | phan_tram(2) }}**, xem {{ appendix(\"giao\") }}.

  Như trên là 3.750 người./.
";

#[cfg(feature = "embedded")]
#[test]
fn a_figure_is_found_in_every_form_it_is_printed_in() {
    let project = Project::new().file("data/a.yaml", THREE_FORMS);
    project
        .run(["explain", "data/a.yaml", "3.750"])
        .stdout(
            "\
giao.total.so = 3.750
├─ Tổng cộng · Số người · Giao chỉ tiêu
├─ cộng 2 dòng (data/a.yaml:12–13)
│  ├─ Phường 1: 1.250
│  └─ Phường 2: 2.500
└─ in tại
   ├─ data/a.yaml:16, trang 1/2: “Giao [3.750] người.”
   ├─ data/a.yaml:16, trang 1/2: “Bằng chữ: [ba nghìn bảy trăm năm mươi], trong đó Phường 1 chiếm 33,33%, xem Phụ lục.”
   └─ Phụ lục, trang 2/2
3.750 còn được gõ tay tại data/a.yaml:18, không theo bảng nào
",
        )
        .succeeds();
    project
        .run(["explain", "data/a.yaml", "33,33%", "--lang", "en"])
        .stdout(
            "\
giao[\"Phường 1\"].ty_le = 33,3 (rounded, exactly 33,333333…)
├─ Phường 1 · Tỷ lệ · Giao chỉ tiêu
├─ formula `so / total.so * 100` (data/a.yaml:10): 1.250 / 3.750 × 100 = 33,333333…
│  ├─ giao[\"Phường 1\"].so = 1.250 · Số người
│  │  └─ written by the author at data/a.yaml:12
│  └─ giao.total.so = 3.750 · Số người
│     └─ sum of 2 rows (data/a.yaml:12–13)
└─ printed in
   ├─ data/a.yaml:16, page 1/2: “… chữ: ba nghìn bảy trăm năm mươi, trong đó Phường 1 chiếm [33,33%], xem Phụ lục.”
   └─ Phụ lục, page 2/2
",
        )
        .succeeds();
}

#[cfg(feature = "embedded")]
#[test]
fn marks_leave_the_pages_as_they_are_and_each_is_on_one_of_them() {
    use vanthu::explain::{Print, mark, seen_on};
    let (templates, fonts, engine) = crate::house::shared();
    let style = vanthu::render::Style {
        font: &fonts.family,
        profile: vanthu::model::profile::Profile::WIDE,
        draft_mark: false,
        fallback_date: (2020, 3, 5),
    };
    let house = pipeline::RenderContext { templates, fonts, style, engine: None };
    let mut count = 0;
    for (path, (_, examined)) in all() {
        let render = |document: &Document| {
            let (sources, report) = (&mut Sources::default(), &mut Report::default());
            pipeline::render(document, &house, sources, report).unwrap().unwrap().typst
        };
        let mut document = printed(&examined);
        // Every seventh figure tells as much as all of them.
        let spots = spots(&examined).into_iter().step_by(7).take(12);
        let prints: Vec<(CellId, Vec<Print>)> = spots
            .filter(|spot| amount(*spot, &examined.tables).is_some())
            .map(|spot| (spot, explain(&examined, &document, spot).prints))
            .collect();
        let prints: Vec<(CellId, &Print)> =
            prints.iter().flat_map(|(spot, all)| all.iter().map(|it| (*spot, it))).collect();
        let plain = render(&document);
        mark(&mut document, &prints);
        let text = render(&document);
        let pages = engine.pages(&text).unwrap_or_else(|| panic!("{}", path.display()));
        let is_mark = |sign: char| ('\u{fe00}'..='\u{fe0f}').contains(&sign);
        let without = pages.iter().map(|page| page.replace(is_mark, "")).collect::<Vec<_>>();
        assert_eq!(Some(without), engine.pages(&plain), "{}", path.display());
        for ((spot, _), on) in prints.iter().zip(seen_on(&pages, prints.len())) {
            let path = format!("{} {}", path.display(), spot.path(&examined.directive));
            assert_eq!(on.len(), 1, "{path}");
            count += 1;
        }
    }
    assert!(count > 150, "only {count} prints");
}

#[cfg(feature = "embedded")]
#[test]
fn a_row_of_a_long_table_is_found_on_its_page() {
    use std::fmt::Write as _;

    let mut rows = String::new();
    for row in 1..=900 {
        let _ = writeln!(rows, "      Thôn {row}: [{}]", row * 7);
    }
    let text = THREE_FORMS.replace("      Phường 1: [1250]\n      Phường 2: [2500]\n", &rows);
    let text = text.replace("giao[\"Phường 1\"]", "giao[\"Thôn 1\"]");
    let project = Project::new().file("data/a.yaml", &text);
    let page = |row: usize| {
        let path = format!("giao[\"Thôn {row}\"].so");
        let arguments = ["explain", "data/a.yaml", &path, "--format", "json"];
        let (stdout, _) = project.run(arguments).said();
        let told: Value = serde_json::from_str(&stdout).unwrap();
        let print = &told["figures"][0]["printed_in"][0];
        assert_eq!(print["kind"], "table");
        assert_eq!(print["pages"].as_array().unwrap().len(), 1, "{stdout}");
        (print["pages"][0].as_u64().unwrap(), told["page_count"].as_u64().unwrap())
    };
    let (first, count) = page(1);
    let (last, _) = page(900);
    assert_eq!(first, 2);
    assert_eq!(last, count);
    assert!(count > 10 && page(450).0 > 5);
    let (excerpt, _) = project.run(["explain", "data/a.yaml", "giao.total.so"]).said();
    assert!(excerpt.contains("├─ cộng 900 dòng (data/a.yaml:12–911)\n"), "{excerpt}");
    assert!(excerpt.contains("└─ … còn 890 dòng; thêm `--all` để in hết\n"), "{excerpt}");
    let (all, _) = project.run(["explain", "data/a.yaml", "giao.total.so", "--all"]).said();
    assert!(all.contains("└─ Thôn 900: 6.300\n"), "{all}");
}

#[cfg(not(feature = "embedded"))]
#[test]
fn without_typst_the_page_is_not_known_and_that_is_said() {
    let project = project_of_examples();
    let (stdout, _) = project.run(["explain", HAI_DUONG, "18.304"]).said();
    assert!(stdout.contains("không rõ trang: chương trình này không có Typst bên trong"));
    assert!(!stdout.contains("trang 1"));
}

#[test]
fn what_is_not_there_is_answered_with_what_is() {
    let project = Project::new().file("data/a.yaml", THREE_FORMS);
    for (asked, said) in [
        ("99", "không có số nào in ra là `99`"),
        ("giao.Phường 3.so", "bảng không có dòng `Phường 3`\nvanthu: ý bạn là `Phường 1`?"),
        ("giao.total.xo", "bảng không có cột số `xo`\nvanthu: ý bạn là `so`?"),
        ("gia.total.so", "không có bảng `gia` trong `targets`\nvanthu: ý bạn là `giao`?"),
        (
            "hai dương",
            "không hiểu `hai dương`; ghi `bang.dòng.cot`, `bang.total.cot`, tên một dòng, hoặc một \
             số như đã in\nvanthu: chọn một trong: `giao`, `Phường 1`, `Phường 2`",
        ),
    ] {
        let said = format!("vanthu: lỗi: {said}\n");
        project.run(["explain", "data/a.yaml", asked]).stderr(&said).breaks(2);
    }
    project
        .run(["explain", "data", "99"])
        .stderr("vanthu: lỗi: `data` là thư mục; ghi tên một tệp văn bản\n")
        .breaks(2);
    Project::new()
        .file("data/a.yaml", crate::MINIMAL)
        .run(["explain", "data/a.yaml", "99"])
        .stderr("vanthu: lỗi: văn bản này không có bảng nào\n")
        .breaks(2);
}

#[test]
fn a_document_with_mistakes_is_told_what_they_are() {
    let text = THREE_FORMS.replace("[1250]", "[1,5, x]");
    let project = Project::new().file("data/a.yaml", &text);
    let (stdout, stderr) =
        project.run(["explain", "data/a.yaml", "99", "--format", "short"]).said();
    assert_eq!(stdout, "");
    assert!(stderr.starts_with("data/a.yaml:12:"), "{stderr}");
    project.run(["explain", "data/a.yaml", "99"]).whatever().fails(1);
    // What a rule has to say of the figures is no reason to say nothing of them.
    let text = THREE_FORMS.replace("body:", "    declared: {so: 3751}\nbody:");
    let project = Project::new().file("data/a.yaml", &text);
    let (stdout, _) = project.run(["explain", "data/a.yaml", "giao.total.so"]).said();
    assert!(
        stdout.contains("├─ số khai 3.751 (data/a.yaml:15): không khớp, lệch +1\n"),
        "{stdout}"
    );
}
