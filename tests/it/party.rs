//! Documents of the Party (R157): a rule set of its own, measured on the finished PDF.
#![expect(clippy::float_arithmetic, reason = "positions are measures, not amounts")]

use vanthu::model::kind::{Addressed, KINDS, Kind};
use vanthu::model::profile::Profile;
use vanthu::model::rule_set::RuleSet;

use crate::house;
use crate::nd30::{office_differences, office_press};
use crate::pdf::{Line, MM, Pdf};

const LONG: &str = "Các chi bộ trực thuộc báo cáo kết quả thực hiện về Đảng ủy xã trước ngày 20 \
                    hằng tháng để tổng hợp, báo cáo Ban Thường vụ Tỉnh ủy theo quy định";

/// Every kind the Party has.
fn kinds() -> impl Iterator<Item = &'static Kind> {
    KINDS.iter().filter(|kind| RuleSet::Hd05.has(kind))
}

fn directive(kind: &Kind) -> String {
    let code = RuleSet::Hd05.code(kind).expect("one of the Party");
    let is_addressed = kind.addressed == Addressed::Always;
    let to = if is_addressed { "to: [Ban Thường vụ Tỉnh ủy], " } else { "" };
    let first = if is_addressed { "Như trên" } else { "Thường trực Tỉnh ủy" };
    let authority =
        if kind.has_authority() { ", authority: Ban Chấp hành Đảng bộ xã" } else { "" };
    format!(
        "rules: hd05@2026-05-27\nkind: {}\nnumber: 7\nsymbol: {code}/ĐU\nplace: An Lạc\n\
         date: 2026-11-02\nissuer: {{parent: Đảng bộ tỉnh, name: Đảng ủy xã An Lạc{authority}}}\n\
         subject: học tập nghị quyết\nrecipients: {{{to}cc: [{first}], file: {{unit: Văn phòng}}}}\n\
         signatory: {{authority: [T/M Ban Thường vụ], title: Bí thư, name: Trần Thị Bình}}\n\
         body: |\n  {LONG}.\n\n  Đảng ủy xã giao Văn phòng theo dõi.\n",
        kind.id
    )
}

fn set(yaml: &str, profile: &Profile) -> Pdf {
    let outcome = house::build_in(yaml, profile, house::engine());
    let said = house::listed(&outcome.findings);
    assert_eq!(said, "", "{yaml}");
    Pdf::read(&outcome.pdf.unwrap_or_else(|| panic!("{yaml}\n{said}")))
}

#[track_caller]
fn look(line: &Line, size: f64, is_bold: bool, is_italic: bool) {
    for glyph in line.glyphs() {
        let found = (glyph.font.is_bold, glyph.font.is_italic);
        assert!((glyph.size - size).abs() < 0.05, "`{}`: {} pt", line.text(), glyph.size);
        assert_eq!(found, (is_bold, is_italic), "`{}`", line.text());
    }
}

fn has_line(pdf: &Pdf, start: &str) -> bool {
    pdf.pages[0].lines().iter().any(|line| line.text().starts_with(start))
}

#[test]
fn every_kind_of_the_party_is_set_as_its_rules_want() {
    for kind in kinds() {
        for profile in [Profile::WIDE, Profile::NARROW] {
            measure(&set(&directive(kind), &profile), kind);
        }
    }
}

#[track_caller]
fn measure(pdf: &Pdf, kind: &Kind) {
    let page = &pdf.pages[0];
    let party = page.line("ĐẢNG CỘNG SẢN VIỆT NAM");
    look(&party, 15.0, true, false);
    let rule = page.strokes().iter().find(|stroke| {
        let below = stroke.from.1 - party.y();
        (0.0..4.0).contains(&below) && stroke.from.0 > 105.0
    });
    let rule = rule.expect("a rule below the name of the Party");
    assert!(((rule.to.0 - rule.from.0) - party.width()).abs() < 1.0);
    look(&page.line("ĐẢNG BỘ TỈNH"), 14.0, false, false);
    let issuer = page.line("ĐẢNG ỦY XÃ AN LẠC");
    look(&issuer, 14.0, true, false);
    let mark = page.line("*");
    assert!(mark.y() > issuer.y() && (mark.center() - issuer.center()).abs() < 0.5);
    let code = RuleSet::Hd05.code(kind).expect("one of the Party");
    let number = page.line("Số ");
    assert_eq!(number.text(), format!("Số 07-{code}/ĐU"));
    look(&number, 14.0, false, false);
    for absent in ["CỘNG HÒA", "Độc lập", "Số:", "V/v"] {
        assert!(!has_line(pdf, absent), "{}: {absent}", kind.id);
    }
    if kind.has_title() {
        let name = kind.name.to_uppercase();
        let lines = page.lines();
        let title = lines.iter().find(|line| line.text() == name).expect("the name of the kind");
        look(title, 15.0, true, false);
        let (dashes, subject) = (page.line("-----"), page.line("học tập nghị quyết"));
        assert!(dashes.y() > subject.y());
    } else {
        look(&page.line("về việc học tập"), 12.0, false, true);
    }
    if kind.id == "to-trinh" {
        assert!(has_line(pdf, "Kính trình:"));
    }
    foot(pdf);
    text(pdf);
}

#[track_caller]
fn foot(pdf: &Pdf) {
    let page = pdf.pages.last().expect("a page");
    let heading = page.line("Nơi nhận:");
    look(&heading, 14.0, false, false);
    let line = page.strokes().iter().find(|stroke| {
        (0.0..3.0).contains(&(stroke.from.1 - heading.y())) && stroke.from.0 < heading.x1()
    });
    let line = line.expect("`Nơi nhận:` is underlined");
    assert!(((line.to.0 - line.from.0) - heading.width()).abs() < 1.0);
    let file = page.line("- Lưu");
    assert_eq!(file.text(), "- Lưu Văn phòng.");
    look(&file, 12.0, false, false);
    look(&page.line("T/M BAN THƯỜNG VỤ"), 14.0, true, false);
    look(&page.line("BÍ THƯ"), 14.0, false, false);
    look(&page.line("Trần Thị Bình"), 14.0, true, false);
}

/// Margins of 20, 20, 30 and 15 mm; lines exactly 18 points apart, whatever the office chose.
#[track_caller]
fn text(pdf: &Pdf) {
    let page = &pdf.pages[0];
    let first = page.line("Các chi bộ trực thuộc báo");
    let lines = page.lines();
    let at =
        lines.iter().position(|line| (line.y() - first.y()).abs() < 0.01).expect("it is there");
    let next = &lines[at + 1];
    let step = (next.y() - first.y()) / MM;
    assert!((step - 18.0).abs() < 0.05, "{step}");
    assert!((next.x0() - 30.0).abs() < 0.1 && (first.x1() - 195.0).abs() < 0.1);
}

#[test]
fn word_and_excel_say_what_is_printed() {
    let press = office_press();
    for kind in kinds() {
        assert_eq!(
            office_differences(&press, &directive(kind)),
            Vec::<String>::new(),
            "{}",
            kind.id
        );
    }
}

#[test]
fn the_rules_of_the_state_are_silent_on_party_documents_and_the_reverse() {
    for kind in kinds() {
        let outcome = house::examine(&directive(kind));
        assert_eq!(house::listed(&outcome.findings), "", "{}", kind.id);
    }
    let plan = directive(Kind::find("ke-hoach").expect("a kind"));
    let of_state = plan.replace("rules: hd05@2026-05-27\n", "");
    let found = |yaml: &str| -> Vec<&str> {
        house::examine(yaml).findings.iter().map(|finding| finding.code).collect()
    };
    let state = found(&of_state);
    for expected in ["D141", "D065", "D059"] {
        assert!(state.contains(&expected), "{state:?}");
    }
    assert_eq!(found(&of_state.replace("kind:", "rules: nd30@2020-03-05\nkind:")), state);
    let wrong = plan.replace("KH/ĐU", "KH-ĐU").replace("T/M", "TM.");
    let wrong = wrong.trim_end().trim_end_matches('.').to_owned() + "./.\n";
    assert_eq!(found(&wrong), ["D600", "D601", "D602"]);
}
