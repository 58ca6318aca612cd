//! Ends of lines in names, titles and headings of tables.

use super::{body_lines, built, within_margins};
use crate::pdf::{Line, Pdf};

/// Words of one compound, which no line parts.
const COMPOUNDS: &[(&str, &str)] = &[
    ("nhân", "dân"),
    ("ủy", "ban"),
    ("ban", "nhân"),
    ("thị", "xã"),
    ("thành", "phố"),
    ("bảo", "hiểm"),
    ("xã", "hội"),
    ("giáo", "dục"),
    ("đào", "tạo"),
    ("chỉ", "đạo"),
    ("đối", "tượng"),
    ("tham", "gia"),
    ("tự", "nguyện"),
    ("gia", "đình"),
    ("thất", "nghiệp"),
    ("bắt", "buộc"),
    ("phát", "triển"),
    ("thực", "hiện"),
    ("nông", "nghiệp"),
    ("môi", "trường"),
    ("hải", "dương"),
    ("trà", "vinh"),
    ("hồ", "chí"),
    ("chí", "minh"),
    ("thới", "đông"),
    ("và", "đào"),
    ("và", "môi"),
    ("về", "chính"),
];

/// Compounds that are parted between two lines one above the other.
fn parted(pdf: &Pdf) -> Vec<String> {
    let mut parted = Vec::new();
    for page in &pdf.pages {
        let lines = body_lines(page);
        for line in &lines {
            let next = lines
                .iter()
                .filter(|next| is_below(line, next))
                .min_by(|a, b| a.y().total_cmp(&b.y()));
            let Some(next) = next else { continue };
            let last = line.words[line.words.len() - 1].text.to_lowercase();
            let first = next.words[0].text.to_lowercase();
            let first = first.trim_matches(|sign: char| !sign.is_alphanumeric());
            if COMPOUNDS.contains(&(last.as_str(), first)) {
                parted.push(format!("{} / {}", line.text(), next.text()));
            }
        }
    }
    parted
}

/// Whether `next` is the line below `line` in the same name: centred under it.
fn is_below(line: &Line, next: &Line) -> bool {
    let step = next.y() - line.y();
    step > 1.0 && step < 8.0 && (line.center() - next.center()).abs() < 0.3
}

fn letterhead(parent: &str, name: &str, subject: &str) -> String {
    format!(
        "kind: cong-van\nsymbol: BCĐ\nissuer: {{parent: {parent}, name: {name}}}\nsubject: {subject}\n\
         body: Đề nghị các đơn vị thực hiện./.\nsignatory: {{authority: [TM. {name}], title: {name}, name: Nguyễn Văn A}}\n"
    )
}

const OFFICES: &[&str] = &[
    "Ủy ban nhân dân xã An Thới Đông",
    "Ủy ban nhân dân thành phố Hồ Chí Minh",
    "Sở Giáo dục và Đào tạo tỉnh Hải Dương",
    "Sở Nông nghiệp và Môi trường thành phố Hồ Chí Minh",
    "Ban Chỉ đạo phát triển đối tượng tham gia bảo hiểm xã hội tỉnh Hải Dương",
    "Bảo hiểm xã hội thị xã Kinh Môn",
    "Ban Chỉ đạo thực hiện chính sách bảo hiểm xã hội và bảo hiểm thất nghiệp thành phố Trà Vinh",
];

#[test]
fn names_of_offices_break_between_word_groups() {
    for parent in OFFICES {
        for name in OFFICES {
            let subject = "phát triển đối tượng tham gia bảo hiểm xã hội tự nguyện hộ gia đình";
            let pdf = built(&letterhead(parent, name, subject));
            assert_eq!(parted(&pdf), Vec::<String>::new());
            within_margins(&pdf);
        }
    }
}

/// From one line to five, whatever is at their ends.
#[test]
fn titles_break_between_word_groups_into_lines_of_nearly_one_length() {
    let words: Vec<&str> = "Phát triển người tham gia bảo hiểm xã hội tự nguyện, bảo hiểm thất nghiệp về \
        chính sách hộ gia đình của Ủy ban nhân dân thành phố Trà Vinh thực hiện kế hoạch bắt buộc đối \
        tượng giáo dục và đào tạo trên địa bàn thị xã Kinh Môn năm 2023"
        .split_whitespace().collect();
    for count in 3..=words.len() {
        let title = words[..count].join(" ");
        let pdf = built(&format!(
            "kind: ke-hoach\nsymbol: KH-UBND\nsubject: {title}\nbody: Theo {{{{ appendix(\"bang\") }}}}./.\n\
             targets:\n  bang:\n    title: {title}\n    row_header: Xã\n    columns: [{{id: a, header: Số}}]\n    rows: {{A: [1]}}\n"
        ));
        assert_eq!(parted(&pdf), Vec::<String>::new());
        within_margins(&pdf);
        let lines = pdf.pages[0].lines();
        let from = lines.iter().position(|line| line.text() == "KẾ HOẠCH").unwrap_or_default() + 1;
        let title: Vec<&Line> = lines[from..]
            .iter()
            .take_while(|line| line.center() > 112.0 && line.center() < 113.0)
            .collect();
        let widths: Vec<f64> = title.iter().map(|line| line.width()).collect();
        let (least, most) =
            widths.iter().fold((f64::MAX, 0.0_f64), |(l, m), w| (l.min(*w), m.max(*w)));
        assert!(least > 0.4 * most, "{widths:?}\n{}", pdf.pages[0].text());
    }
}

#[test]
fn the_title_of_an_example_breaks_where_its_source_does() {
    let pdf = built(
        "kind: ke-hoach\nsymbol: KH-BCĐ\nbody: Triển khai./.\nsubject: Phát triển người tham gia BHXH, \
         BHYT, BHTN trên địa bàn thành phố Trà Vinh năm 2023\n",
    );
    let page = &pdf.pages[0];
    page.line("Phát triển người tham gia BHXH, BHYT, BHTN");
    page.line("trên địa bàn thành phố Trà Vinh năm 2023");
}

/// A group that is wider than its column breaks rather than runs over the lines beside it.
#[test]
fn headings_of_narrow_columns_break_within_a_group_before_they_overflow() {
    for count in 2..=13 {
        let column =
            |column| format!("      - {{id: c{column}, header: Bảo hiểm thất nghiệp bắt buộc}}\n");
        let columns = (0..count).map(column).collect::<Vec<_>>().concat();
        let cells = vec!["1"; count].join(", ");
        let pdf = built(&format!(
            "kind: ke-hoach\nsymbol: KH-UBND\nsubject: thu\nbody: Theo {{{{ appendix(\"bang\") }}}}./.\ntargets:\n  bang:\n    \
             title: Thu\n    row_header: Huyện, thị xã\n    orientation: portrait\n    columns:\n{columns}    rows: {{Xã A: [{cells}]}}\n"
        ));
        let page = &pdf.pages[1];
        let edges: Vec<f64> = page
            .strokes()
            .iter()
            .filter(|s| (s.from.0 - s.to.0).abs() < 0.01)
            .map(|s| s.from.0)
            .collect();
        for line in
            body_lines(page).iter().filter(|line| line.text().to_lowercase().contains("bảo"))
        {
            let crossed =
                edges.iter().filter(|x| **x > line.x0() + 0.1 && **x < line.x1() - 0.1).count();
            assert!(crossed == 0 || line.y() < 45.0, "{count} columns: {}", line.text());
        }
        if count <= 5 {
            assert_eq!(parted(&pdf), Vec::<String>::new(), "{count} columns");
        }
    }
}

/// Lines that an author writes below each other stand so on paper, also where fewer would do.
#[test]
fn lines_of_names_and_titles_set_by_hand_are_kept() {
    let plan = "kind: ke-hoach\nsymbol: KH-UBND\nissuer:\n  parent: |\n    Ủy ban nhân dân\n    \
                xã Yên Phú\n  name: |\n    Trung tâm Phục vụ\n    hành chính công\nsubject: |\n  \
                Rà soát hộ nghèo\n  năm 2026\nbody: Đề nghị các đơn vị thực hiện./.\nsignatory:\n  \
                title: |\n    Giám đốc\n    Trung tâm\n  name: Nguyễn Văn A\n";
    let letter = "kind: cong-van\nsymbol: UBND-VX\nsubject: |\n  rà soát\n\n  hộ nghèo\n\
                  body: Đề nghị các đơn vị thực hiện./.\n";
    let wanted: [(&str, &[&str]); 2] = [
        (
            plan,
            &[
                "ỦY BAN NHÂN DÂN",
                "XÃ YÊN PHÚ",
                "TRUNG TÂM PHỤC VỤ",
                "HÀNH CHÍNH CÔNG",
                "Rà soát hộ nghèo",
                "năm 2026",
                "GIÁM ĐỐC",
                "TRUNG TÂM",
            ],
        ),
        (letter, &["V/v rà soát", "hộ nghèo"]),
    ];
    let press = crate::nd30::office_press();
    for (yaml, wanted) in wanted {
        let lines = body_lines(&built(yaml).pages[0]);
        let texts: Vec<String> = lines.iter().map(Line::text).collect();
        for line in wanted {
            assert!(texts.contains(&(*line).to_owned()), "`{line}` is no line: {texts:?}");
        }
        assert_eq!(crate::nd30::office_differences(&press, yaml), Vec::<String>::new());
    }
}
