//! D605

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::characters::capital;
use crate::check::prose::{Part, Prose};
use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::check::wordings::report_wording;
use crate::model::names::Names;

rule! {
    /// A word that is written as another one: `bổ xung`, `sử lý`, `hổ trợ`.
    ///
    /// ## Why
    /// Each syllable is right, the word is none; readers see a mistake of spelling in a signed
    /// document.
    ///
    /// Looked at: a list of words that officers confuse, none of which means anything as it is
    /// written.
    ///
    /// ## Bad
    /// ```yaml
    /// body: Đề nghị các xã bổ xung danh sách hộ nghèo./.
    /// ```
    ///
    /// ## Good
    /// ```yaml
    /// body: Đề nghị các xã bổ sung danh sách hộ nghèo./.
    /// ```
    ///
    /// ## Basis
    /// Vietnamese spelling: dictionaries have the one word and not the other.
    ///
    /// ## Là gì
    /// Từ viết sai chính tả do lẫn âm hoặc thiếu dấu: `bổ xung`, `sử lý`, `hổ trợ`.
    ///
    /// ## Vì sao
    /// Từng chữ thì có, nhưng từ thì không; văn bản đã ký mà còn sai chính tả.
    ///
    /// Chỉ xét một danh sách những từ hay lẫn, từ viết sai không có nghĩa nào khác.
    ///
    /// ## Căn cứ
    /// Chính tả tiếng Việt: từ điển có từ này, không có từ kia.
    "D605" "confused-word" Warning => check
}

/// What is written and what is meant, in the order of the first.
const CONFUSED: &[(&str, &str)] = &[
    ("an nình", "an ninh"),
    ("ban hanh", "ban hành"),
    ("bão đảm", "bảo đảm"),
    ("bảo đãm", "bảo đảm"),
    ("bồi thưởng giải phóng", "bồi thường giải phóng"),
    ("bổ xong", "bổ sung"),
    ("bổ xung", "bổ sung"),
    ("chi đạo", "chỉ đạo"),
    ("chuẩn đoán", "chẩn đoán"),
    ("chỉnh sữa", "chỉnh sửa"),
    ("chức vu", "chức vụ"),
    ("chử ký", "chữ ký"),
    ("cãi cách", "cải cách"),
    ("cãi tạo", "cải tạo"),
    ("cũng cố", "củng cố"),
    ("di rời", "di dời"),
    ("giãi quyết", "giải quyết"),
    ("giải phòng mặt bằng", "giải phóng mặt bằng"),
    ("hiệu quã", "hiệu quả"),
    ("hướng dẩn", "hướng dẫn"),
    ("hổ trợ", "hỗ trợ"),
    ("khen thường", "khen thưởng"),
    ("khắt phục", "khắc phục"),
    ("kiến nghi", "kiến nghị"),
    ("kiễm tra", "kiểm tra"),
    ("kết quã", "kết quả"),
    ("liên quang", "liên quan"),
    ("lảnh đạo", "lãnh đạo"),
    ("mỡ rộng", "mở rộng"),
    ("nghi định", "nghị định"),
    ("nghĩ hưu", "nghỉ hưu"),
    ("nghĩ phép", "nghỉ phép"),
    ("nghỉa vụ", "nghĩa vụ"),
    ("nhiêm vụ", "nhiệm vụ"),
    ("nhiệm vu", "nhiệm vụ"),
    ("nổ lực", "nỗ lực"),
    ("phát hiên", "phát hiện"),
    ("phòng chóng", "phòng chống"),
    ("phòng, chóng", "phòng, chống"),
    ("quang trọng", "quan trọng"),
    ("rỏ ràng", "rõ ràng"),
    ("suất sắc", "xuất sắc"),
    ("sát nhập", "sáp nhập"),
    ("sơ xuất", "sơ suất"),
    ("sản suất", "sản xuất"),
    ("sắp sếp", "sắp xếp"),
    ("sử lý", "xử lý"),
    ("sửa chửa", "sửa chữa"),
    ("sữa chữa", "sửa chữa"),
    ("sữa đổi", "sửa đổi"),
    ("tham muu", "tham mưu"),
    ("thăm quan", "tham quan"),
    ("thẩm quyên", "thẩm quyền"),
    ("thực hiên", "thực hiện"),
    ("tiếp tực", "tiếp tục"),
    ("trung tân", "trung tâm"),
    ("trách nhiêm", "trách nhiệm"),
    ("tuyên truyên", "tuyên truyền"),
    ("vân động", "vận động"),
    ("vướng mắt", "vướng mắc"),
    ("xuất sắt", "xuất sắc"),
    ("xuất xắc", "xuất sắc"),
    ("xát nhập", "sáp nhập"),
    ("xây dưng", "xây dựng"),
    ("xúc tiếng", "xúc tiến"),
    ("xơ kết", "sơ kết"),
    ("xắp sếp", "sắp xếp"),
    ("xắp xếp", "sắp xếp"),
    ("xữ lý", "xử lý"),
    ("đãm bảo", "đảm bảo"),
    ("đề nghi", "đề nghị"),
    ("đề suất", "đề xuất"),
    ("để dành thắng lợi", "để giành thắng lợi"),
    ("đột suất", "đột xuất"),
    ("ũy ban", "ủy ban"),
];

/// Words behind that make two words of what is written: `cũng cố gắng`, `vấn đề suất ăn`.
const RIGHT: &[(&str, &[&str])] = &[
    ("chi đạo", &["cụ", "diễn", "đức"]),
    ("chuẩn đoán", &["định", "trước"]),
    ("cũng cố", &["gắng", "ý", "định", "tình", "hết", "làm", "giữ", "tìm"]),
    ("hổ trợ", &["giúp"]),
    ("khen thường", &["xuyên", "niên", "kỳ"]),
    ("kiến nghi", &["ngờ", "vấn", "ngại"]),
    ("sữa đổi", &["lấy", "màu", "vị"]),
    ("thăm quan", &["chức", "tài"]),
    ("xuất sắt", &["thép", "phế", "vụn"]),
    ("đề nghi", &["ngờ", "vấn", "ngại"]),
    ("đề suất", &["ăn", "cơm", "quà", "đầu", "học"]),
];

/// Whether `found` is right with the word behind it.
fn is_right(found: &str, behind: &str) -> bool {
    let found = found.to_lowercase();
    let next = behind.trim_start().split(|sign: char| !sign.is_alphabetic()).next();
    RIGHT.iter().any(|(words, more)| *words == found && next.is_some_and(|it| more.contains(&it)))
}

/// The same, and with a capital at the beginning.
static WORDS: LazyLock<Names<String>> = LazyLock::new(|| {
    let mut words = BTreeMap::new();
    for (wrong, right) in CONFUSED {
        words.insert((*wrong).to_owned(), (*right).to_owned());
        words.insert(capital(wrong), capital(right));
    }
    Names::new(words.into_iter().collect())
});

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    let is_looked_at = |prose: &&Prose| prose.part != Part::Other && !prose.text.is_ascii();
    for prose in input.prose.iter().filter(is_looked_at) {
        let text = &prose.text;
        for (range, right) in WORDS.find_in(text, prose.word_starts()) {
            if prose.is_quoted(range.start) || is_right(&text[range.clone()], &text[range.end..]) {
                continue;
            }
            report_wording("confused-word", prose, range, right, report);
        }
    }
}
