//! Twenty pages of correct administrative Vietnamese, and sixty mistakes planted in them.
//!
//! `tests/cases/administration/` holds ten documents of ten kinds. Nothing is found in them; each
//! mistake below is found at its place, with what was meant.

use std::fmt::Write as _;
use std::fs;

use serde_json::Value;

use crate::project::{Project, files_of};

/// A mistake: document, the right words, the wrong ones that take their place, the code of the
/// rule, what its finding begins at, and what the finding says to write.
type Mistake = (&'static str, &'static str, &'static str, &'static str, &'static str, &'static str);

#[rustfmt::skip]
const MISTAKES: &[Mistake] = &[
    ("cong-van", "thứ Hai, ngày 23", "thứ Ba, ngày 23", "D540", "thứ Ba", "thứ Hai"),
    ("cong-van", "từ ngày 10/3/2026 đến hết ngày 20/3/2026", "từ ngày 20/3/2026 đến hết ngày 10/3/2026", "D541", "20/3/2026 đến", "từ `10/3/2026` đến `20/3/2026`"),
    ("cong-van", "Mười lăm triệu đồng", "Năm mươi triệu đồng", "D545", "Năm mươi", "mười lăm triệu"),
    ("cong-van", "3,5 triệu", "3.5 triệu", "D546", "3.5", "3,5"),
    ("cong-van", "hỗ trợ 36 hộ (25", "hỗ trợ 35 hộ (25", "D547", "35 hộ", "36"),
    ("cong-van", "đạt 90% (36/40 hộ)", "đạt 98% (36/40 hộ)", "D516", "98%", "90%"),
    ("cong-van", "03 nội dung sau", "04 nội dung sau", "D550", "04 nội", "03"),
    ("cong-van", "ở 4 thôn", "ở 5 thôn", "D551", "5 thôn", "4"),
    ("cong-van", "xã đề nghị các phòng chuyên môn", "xã đềnghị các phòng chuyên môn", "D552", "đềnghị", "đề nghị"),
    ("cong-van", "chữ ký của Trưởng thôn", "chữ ký của của Trưởng thôn", "D553", "của của", "bỏ một lần"),
    ("cong-van", "3866 254) để", "3866 254 để", "D554", "(đồng chí", "thêm `)`"),
    ("cong-van", "tập huấn. Việc", "tập huấn.Việc", "D555", "huấn.Việc", "huấn. Việc"),
    ("cong-van", "118/SNNMT-PTNT", "118 /SNNMT-PTNT", "D556", "118 /", "118/SNNMT-PTNT"),
    ("cong-van", "của Ủy ban nhân dân tỉnh Lào Cai về giảm", "của Hội đồng nhân dân tỉnh Lào Cai về giảm", "D559", "Hội đồng nhân dân tỉnh", "Ủy ban nhân dân"),
    ("cong-van", "place: Yên Phú", "place: Nam Sơn", "D563", "Nam Sơn", "Yên Phú"),
    ("cong-van", "place: Yên Phú", "place: yên Phú", "D174", "yên Phú", "Yên Phú"),
    ("cong-van", "[TM. Ủy ban nhân dân, KT. Chủ tịch]", "[KT. Chủ tịch]", "D185", "KT. Chủ tịch", "TM. Ủy ban nhân dân"),
    ("cong-van", "name: Nguyễn Thị Hồng Vân", "name: NGUYỄN THỊ HỒNG VÂN", "D566", "NGUYỄN", "Nguyễn Thị Hồng Vân"),
    ("cong-van", "  to:\n    - Các phòng chuyên môn thuộc xã\n    - Các trường học trên địa bàn xã\n    - Trưởng các thôn\n  cc:\n    - Như trên\n", "  cc:\n", "D175", "Thường trực Đảng", "to: […]"),
    ("cong-van", "- Trưởng các thôn\n", "- Trưởng các thôn.\n", "D077", "Trưởng các thôn.", "Trưởng các thôn"),
    ("cong-van", "{{ ho.total.can }}", "1.151", "D549", "1.151", "ho.total.can"),
    ("cong-van", "{{ ho.total.ngheo }}", "{ ho.total.ngheo }", "D573", "{ ho", "{{ ho.total.ngheo }}"),
    ("cong-van", "Ủy ban nhân dân xã đề nghị các phòng", "Ủy ban Nhân dân xã đề nghị các phòng", "D113", "Ủy ban Nhân", "Ủy ban nhân dân"),
    ("cong-van", "chậm nhất ngày 30 tháng 3 năm 2026", "chậm nhất ngày 30 tháng 3 năm 2025", "D514", "30 tháng 3 năm 2025", "thời hạn"),
    ("cong-van", "ngày 23 tháng 3 năm 2026", "ngày 23 tháng 02 năm 2026", "D514", "23 tháng 02", "thời hạn"),
    ("cong-van", "Lý Thị Mai", "Lý thị Mai", "D110", "Lý thị", "Lý Thị Mai"),
    ("quyet-dinh", "Như Điều 3", "Như Điều 5", "D567", "Như Điều 5", "Như Điều 3"),
    ("quyet-dinh", "địa phương ngày 16 tháng 6 năm 2025", "địa phương", "D560", "Luật Tổ chức", "ngày … tháng … năm …"),
    ("quyet-dinh", "ngày 05 tháng 3 năm 2020", "ngày 05 tháng 3 năm 2021", "D543", "Nghị định số 30", "văn bản năm 2020"),
    ("quyet-dinh", "  Điều 1. Ban hành", "  QUYẾT ĐỊNH:\n\n  Điều 1. Ban hành", "D572", "QUYẾT ĐỊNH:", "xóa dòng này"),
    ("quyet-dinh", "authority: Ủy ban", "authority: Chủ tịch Ủy ban", "D191", "TM. Ủy ban", "bỏ dòng"),
    ("quyet-dinh", "symbol: QĐ-UBND", "symbol: QĐ-HĐND", "D558", "QĐ-HĐND", "QĐ-UBND"),
    ("quyet-dinh", "3 chương, 7 điều", "3 chương, 8 điều", "D550", "gồm 3", "7"),
    ("quyet-dinh", "subject: Ban hành Quy chế", "subject: Quy chế", "D192", "Quy chế", "Ban hành"),
    ("quyet-dinh", "khoản 3 Điều 4", "khoản 3 điều 4", "D117", "khoản 3 điều", "khoản 3 Điều 4"),
    ("quyet-dinh", "khoản 3 Điều 4", "khoản 3, Điều 4", "D178", "khoản 3,", "khoản 3 Điều 4"),
    ("quyet-dinh", "tự nguyện, đi", "tự nguyện,đi", "D555", "nguyện,đi", "nguyện, đi"),
    ("quyet-dinh", "Quy chế làm việc của Tổ", "**Quy chế** làm việc của Tổ", "D574", "**Quy", "bỏ dấu `**`"),
    ("quyet-dinh", "của Ủy ban nhân dân tỉnh Lào Cai", "của Ủy ban nhân dân huyện Bảo Thắng", "D562", "Kế hoạch số 45", "xem lại ngày"),
    ("ke-hoach", "subject: Tổ chức “", "subject: Về việc tổ chức “", "D568", "Về việc", "Tổ chức “"),
    ("ke-hoach", "Kế hoạch tổ chức “Tuần lễ Văn hóa", "Kế hoạch tổ chức “Tuần lễ văn hóa", "D557", "Tuần lễ văn hóa", "thống nhất một cách"),
    ("ke-hoach", "05 ngày, từ", "07 ngày, từ", "D544", "10/6/2026 đến", "5 ngày"),
    ("ke-hoach", "lúc 20 giờ 00", "lúc 20 giờ 75", "D542", "20 giờ 75", "xem lại giờ"),
    ("ke-hoach", "từ 14 giờ 00 đến 17 giờ 00", "từ 17 giờ 00 đến 14 giờ 00", "D541", "từ 17", "đổi chỗ"),
    ("ke-hoach", "03 xã: Y Tý", "04 xã: Y Tý", "D550", "04 xã", "03"),
    ("ke-hoach", "60 gian hàng, gồm", "65 gian hàng, gồm", "D517", "65", "60"),
    ("ke-hoach", "{title: Giám đốc", "{authority: [TM. Sở Văn hóa], title: Giám đốc", "D184", "TM. Sở", "bỏ dòng"),
    ("ke-hoach", "- UBND tỉnh (để b/c)\n", "- UBND các xã, phường\n    - UBND tỉnh\n", "D571", "UBND tỉnh", "lên trước"),
    ("ke-hoach", "gửi Giám đốc Sở", "gửi giám đốc Hoàng Thị Thu Hà", "D115", "giám đốc Hoàng", "Giám đốc"),
    ("ke-hoach", "thứ Tư, ngày 10", "thứ tư, ngày 10", "D118", "thứ tư", "thứ Tư"),
    ("ke-hoach", "name: \"Sở Văn hóa, Thể thao và Du lịch\"", "name: Sở VHTTDL", "D022", "Sở VHTTDL", "đầy đủ"),
    ("bao-cao", "Tết Nguyên đán", "Tết Nguyên Đán", "D118", "Tết Nguyên Đán", "Tết Nguyên đán"),
    ("bao-cao", "tỷ lệ người dân", "tỷ lệ ngườ i dân", "D552", "ngườ i", "người"),
    ("bao-cao", "bốn tỷ năm trăm triệu", "bốn tỷ năm mươi triệu", "D545", "bốn tỷ", "bốn tỷ năm trăm triệu"),
    ("bao-cao", "cấp học. Công tác", "cấp học. công tác", "D109", "công tác phổ", "Công"),
    ("to-trinh", "Các ý kiến thẩm định được", "Báo cáo số 25/BC-STP ngày 06 tháng 3 năm 2026 được", "D561", "Báo cáo số 25/BC-STP ngày 06", "thống nhất"),
    ("to-trinh", "năm 2025 của Chính phủ", "năm 2025 của Bộ Nội vụ", "D559", "Bộ Nội vụ", "Chính phủ"),
    ("to-trinh", "tại Báo cáo số", "tại báo cáo số", "D116", "báo cáo số", "Báo cáo"),
    ("to-trinh", "[KT. Giám đốc]", "[TUQ. Giám đốc]", "D187", "Phó Giám đốc", "TL."),
    ("to-trinh", "bảo đảm an toàn thông tin", "bảo đảm bảo đảm an toàn thông tin", "D553", "bảo đảm bảo đảm", "bỏ một lần"),
    ("nghi-quyet", "(đạt 87,5%)", "(đạt 85,7%)", "D516", "14/16", "87,5%"),
    ("nghi-quyet", "thực hiện Nghị quyết này; báo cáo", "thực hiện chỉ tiêu kèm theo Nghị quyết này; báo cáo", "D570", "kèm theo Nghị", "enacts"),
    ("nghi-quyet", "ngày Thương binh", "ngày thương binh", "D118", "ngày thương", "ngày Thương binh"),
    ("chuong-trinh", "Từ năm 2027 đến năm 2029", "Từ năm 2029 đến năm 2027", "D541", "Từ năm 2029", "đổi chỗ"),
    ("chuong-trinh", "385 tỷ đồng (210", "395 tỷ đồng (210", "D547", "395", "385"),
    ("chuong-trinh", "vùng Tây Bắc", "vùng tây bắc", "D112", "tây bắc", "Tây Bắc"),
    ("cong-dien", "đến ngày 08/8/2026", "đến ngày 31/9/2026", "D513", "31/9/2026", "xem lại ngày"),
    ("thong-bao", "105 (một trăm linh năm)", "105 (một trăm năm mươi)", "D545", "một trăm năm mươi", "một trăm linh năm"),
    ("thong-bao", "thứ Hai, ngày 23 tháng 02", "thứ Sáu, ngày 23 tháng 02", "D540", "thứ Sáu", "thứ Hai"),
    ("huong-dan", "60.000.000 đồng (sáu", "6.000.000 đồng (sáu", "D545", "sáu mươi", "sáu triệu"),
    ("huong-dan", "cho 3 xã", "cho 4 xã", "D551", "4 xã", "3"),
    ("huong-dan", "03 loại: (1)", "04 loại: (1)", "D550", "04 loại", "03"),
];

/// How many of the mistakes may be missed.
const MOST_MISSED: usize = 3;

fn text_of(name: &str) -> String {
    let files = files_of("tests/cases/administration", "yaml");
    let file = files.into_iter().find(|(file, _)| file == name);
    fs::read_to_string(file.expect("the document of a mistake").1).unwrap()
}

#[test]
fn nothing_is_found_in_correct_documents_of_ten_kinds() {
    let files = files_of("tests/cases/administration", "yaml");
    assert_eq!(files.len(), 10);
    let project = files.iter().fold(Project::new(), |project, (name, _)| {
        project.file(&format!("data/{name}.yaml"), &text_of(name))
    });
    let (_, said) = project.run(["check", "--format", "short"]).said();
    let findings: Vec<&str> = said.lines().filter(|line| line.starts_with("data/")).collect();
    assert!(findings.is_empty(), "{findings:#?}");
}

#[test]
#[expect(clippy::print_stderr, reason = "says how many mistakes were found")]
fn mistakes_planted_in_them_are_found_at_their_places_with_what_was_meant() {
    let mut project = Project::new();
    let mut texts = Vec::new();
    for (index, (name, right, wrong, ..)) in MISTAKES.iter().enumerate() {
        let text = text_of(name);
        let start = text.find(right).unwrap_or_else(|| panic!("`{right}` is not in {name}"));
        let text = format!("{}{wrong}{}", &text[..start], &text[start + right.len()..]);
        project = project.file(&format!("data/m{index:02}.yaml"), &text);
        texts.push((text, start));
    }
    let (found, _) = project.run(["check", "--format", "json"]).said();
    let found: Vec<Value> =
        found.lines().filter_map(|line| serde_json::from_str(line).ok()).collect();
    let mut missed = String::new();
    let mut count = 0;
    for (index, (mistake, (text, start))) in MISTAKES.iter().zip(&texts).enumerate() {
        let own = format!("data/m{index:02}.yaml");
        let of_file: Vec<&Value> = found.iter().filter(|finding| finding["file"] == *own).collect();
        if of_file.iter().any(|finding| is_told(finding, mistake, text, *start)) {
            count += 1;
        } else {
            let _ = writeln!(missed, "{mistake:?}");
            for finding in of_file {
                let _ = writeln!(
                    missed,
                    "    {} {}:{} {} | {}",
                    finding["code"],
                    finding["line"],
                    finding["column"],
                    finding["message"],
                    finding["help"]
                );
            }
        }
    }
    let mut classes: Vec<&str> = MISTAKES.iter().map(|mistake| mistake.3).collect();
    classes.sort_unstable();
    classes.dedup();
    eprintln!("{count} of {} mistakes of {} classes found", MISTAKES.len(), classes.len());
    assert!(MISTAKES.len() >= 60 && classes.len() >= 40);
    assert!(count + MOST_MISSED >= MISTAKES.len(), "{count} of {}\n{missed}", MISTAKES.len());
}

/// Whether a finding is that of the mistake, at its place, and says what was meant.
fn is_told(finding: &Value, mistake: &Mistake, text: &str, start: usize) -> bool {
    let (.., code, at, meant) = mistake;
    // The place nearest to the change.
    let place = text.match_indices(at).map(|(place, _)| place).min_by_key(|it| it.abs_diff(start));
    let Some(place) = place else { return false };
    let before = &text[..place];
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    let words = |key: &str| finding[key].as_str().unwrap_or_default().to_owned();
    finding["code"] == **code
        && finding["line"] == line
        && finding["column"] == column
        && (words("help").contains(meant) || words("message").contains(meant))
}
