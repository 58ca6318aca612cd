//! Words of two syllables that administrative documents have on every page.
//!
//! They tell which of two spellings is meant: `đềnghị` is `đề nghị`, not `đền ghị`. The list is our
//! own, of words in the decree and in the examples of this project.

use super::spelling::is_syllable;

/// In the order of their bytes.
const COMPOUNDS: &[&str] = &[
    "an ninh",
    "an toàn",
    "ban chỉ",
    "ban hành",
    "bàn giao",
    "báo cáo",
    "bảo hiểm",
    "bảo trợ",
    "bảo vệ",
    "bảo đảm",
    "bằng chứng",
    "bố trí",
    "bồi dưỡng",
    "bồi thường",
    "bổ nhiệm",
    "bổ sung",
    "bộ máy",
    "cam kết",
    "can thiệp",
    "chi tiêu",
    "chi tiết",
    "chuyên môn",
    "chuyên viên",
    "chuyển đổi",
    "chuẩn bị",
    "chính phủ",
    "chính quyền",
    "chính sách",
    "chính thức",
    "chính trị",
    "chương trình",
    "chấp hành",
    "chấp thuận",
    "chất lượng",
    "chỉ thị",
    "chỉ tiêu",
    "chỉ đạo",
    "chống tham",
    "chủ trì",
    "chủ trương",
    "chủ tịch",
    "chủ yếu",
    "chức danh",
    "chức năng",
    "chức trách",
    "chức vụ",
    "chứng nhận",
    "chứng thực",
    "cung cấp",
    "cuộc họp",
    "cá nhân",
    "cán bộ",
    "công bố",
    "công chức",
    "công dân",
    "công khai",
    "công trình",
    "công tác",
    "công văn",
    "công điện",
    "cơ quan",
    "cơ sở",
    "cương quyết",
    "cấp dưới",
    "cấp phát",
    "cấp phép",
    "cấp thiết",
    "cần thiết",
    "cập nhật",
    "cụ thể",
    "danh mục",
    "danh sách",
    "di tích",
    "diện tích",
    "doanh nghiệp",
    "dân cư",
    "dân số",
    "dân tộc",
    "dịch bệnh",
    "dịch vụ",
    "dự báo",
    "dự kiến",
    "dự thảo",
    "dự toán",
    "dự án",
    "gia đình",
    "giai đoạn",
    "giao thông",
    "giá trị",
    "giám sát",
    "giám đốc",
    "giáo dục",
    "giải pháp",
    "giải phóng",
    "giải quyết",
    "giảm nghèo",
    "giấy phép",
    "góp phần",
    "góp ý",
    "hiện trạng",
    "hiệu lực",
    "hiệu quả",
    "hoàn chỉnh",
    "hoàn thiện",
    "hoàn thành",
    "hoạt động",
    "huyện ủy",
    "hành chính",
    "hành động",
    "hình thức",
    "hướng dẫn",
    "hạ tầng",
    "hạn chế",
    "hằng năm",
    "hồ sơ",
    "hỗ trợ",
    "hộ nghèo",
    "hội nghị",
    "hội đồng",
    "hợp tác",
    "hợp đồng",
    "khai thác",
    "khen thưởng",
    "khiếu nại",
    "khoa học",
    "khuyến khích",
    "khó khăn",
    "khảo sát",
    "khẩn trương",
    "khắc phục",
    "kinh doanh",
    "kinh phí",
    "kinh tế",
    "kiến nghị",
    "kiểm kê",
    "kiểm soát",
    "kiểm tra",
    "kiện toàn",
    "kế hoạch",
    "kết luận",
    "kết nối",
    "kết quả",
    "kịp thời",
    "kỷ luật",
    "kỹ thuật",
    "lao động",
    "liên hệ",
    "liên quan",
    "lãnh đạo",
    "lĩnh vực",
    "lưu trữ",
    "lấy ý",
    "lập kế",
    "lực lượng",
    "môi trường",
    "mục tiêu",
    "mục đích",
    "nghiêm túc",
    "nghiên cứu",
    "nghiệm thu",
    "nghiệp vụ",
    "nghĩa vụ",
    "nghề nghiệp",
    "nghị quyết",
    "nghị định",
    "nguyên nhân",
    "nguyên tắc",
    "nguồn lực",
    "ngành nghề",
    "ngân hàng",
    "ngân sách",
    "người dân",
    "nhiệm vụ",
    "nhà nước",
    "nhân dân",
    "nhân lực",
    "nâng cao",
    "nông dân",
    "nông nghiệp",
    "nông thôn",
    "năng lực",
    "nội bộ",
    "nội dung",
    "nội vụ",
    "phong trào",
    "pháp luật",
    "phát hiện",
    "phát sinh",
    "phát triển",
    "phân bổ",
    "phân công",
    "phân cấp",
    "phân tích",
    "phê duyệt",
    "phòng ban",
    "phòng chống",
    "phó chủ",
    "phương hướng",
    "phương pháp",
    "phương thức",
    "phương tiện",
    "phương án",
    "phạm vi",
    "phản ánh",
    "phấn đấu",
    "phối hợp",
    "phụ lục",
    "phụ trách",
    "phục vụ",
    "quan trọng",
    "quan tâm",
    "quy chuẩn",
    "quy chế",
    "quy hoạch",
    "quy mô",
    "quy trình",
    "quy định",
    "quyết toán",
    "quyết định",
    "quyền hạn",
    "quá trình",
    "quân sự",
    "quản lý",
    "rà soát",
    "sinh hoạt",
    "soạn thảo",
    "sáp nhập",
    "sắp xếp",
    "số liệu",
    "sửa chữa",
    "sửa đổi",
    "tham gia",
    "tham mưu",
    "thanh niên",
    "thanh toán",
    "thanh tra",
    "theo dõi",
    "thi công",
    "thi hành",
    "thi đua",
    "thiết bị",
    "thiết kế",
    "thu hút",
    "thu hồi",
    "thuận lợi",
    "thành lập",
    "thành phần",
    "thành phố",
    "thành tích",
    "thành viên",
    "thôn bản",
    "thông báo",
    "thông qua",
    "thông tin",
    "thường trực",
    "thường xuyên",
    "thẩm quyền",
    "thẩm tra",
    "thẩm định",
    "thế mạnh",
    "thống kê",
    "thống nhất",
    "thời gian",
    "thời hạn",
    "thủ trưởng",
    "thủ tục",
    "thực hiện",
    "thực trạng",
    "thực tế",
    "tin học",
    "tiêu chuẩn",
    "tiêu chí",
    "tiến hành",
    "tiến độ",
    "tiếp công",
    "tiếp cận",
    "tiếp nhận",
    "tiếp tục",
    "triển khai",
    "trung học",
    "trung tâm",
    "trung ương",
    "truyền thông",
    "trách nhiệm",
    "trình duyệt",
    "trình độ",
    "trường học",
    "trường hợp",
    "trật tự",
    "trực thuộc",
    "trực tiếp",
    "trực tuyến",
    "tuyên truyền",
    "tuyến đường",
    "tuyển dụng",
    "tài chính",
    "tài liệu",
    "tài nguyên",
    "tài sản",
    "tình hình",
    "tích cực",
    "tăng cường",
    "tư pháp",
    "tập huấn",
    "tập thể",
    "tập trung",
    "tố cáo",
    "tổ chức",
    "tổng hợp",
    "tổng kết",
    "tỷ lệ",
    "vi phạm",
    "viên chức",
    "việc làm",
    "văn bản",
    "văn hóa",
    "văn phòng",
    "văn thư",
    "vận động",
    "xem xét",
    "xác nhận",
    "xác định",
    "xây dựng",
    "xã hội",
    "xử lý",
    "xử phạt",
    "y tế",
    "yêu cầu",
    "ý kiến",
    "ý thức",
    "điều chỉnh",
    "điều hành",
    "điều kiện",
    "điện tử",
    "đoàn thể",
    "đào tạo",
    "đánh giá",
    "đôn đốc",
    "đúng quy",
    "đơn vị",
    "đại biểu",
    "đại diện",
    "đảm bảo",
    "đất đai",
    "đầu tư",
    "đề nghị",
    "đề xuất",
    "đề án",
    "địa bàn",
    "địa phương",
    "định kỳ",
    "đối chiếu",
    "đối tượng",
    "đồng bộ",
    "đồng chí",
    "đồng thời",
    "đột xuất",
    "ưu tiên",
    "ủy ban",
    "ủy quyền",
    "ứng dụng",
];

/// Whether two syllables, in small letters, are one of the words.
pub(super) fn is_compound(one: &str, other: &str) -> bool {
    let word = format!("{one} {other}");
    COMPOUNDS.binary_search(&word.as_str()).is_ok()
}

/// Where `word` parts into one of the words: `đề nghị`.
pub(super) fn parted(word: &str) -> Option<String> {
    let cuts = word.char_indices().map(|(at, _)| at).filter(|at| *at > 0);
    let mut words = cuts.map(|at| word.split_at(at));
    words.find(|(one, other)| is_compound(one, other)).map(|(one, other)| format!("{one} {other}"))
}

/// What is meant by `word`, which is no syllable that is used: one that makes a word of the list
/// with the one before or behind, or one that is spelt with another consonant.
pub(super) fn meant(word: &str, before: Option<&str>, behind: Option<&str>) -> Option<String> {
    let makes_a_word = |it: &String| {
        let small = |word: &str| word.to_lowercase();
        behind.is_some_and(|next| is_compound(it, &small(next)))
            || before.is_some_and(|last| is_compound(&small(last), it))
    };
    let respelt = respelt(word);
    respelt.filter(|it| is_syllable(it)).or_else(|| candidates(word).into_iter().find(makes_a_word))
}

/// The same sound in the spelling that goes with its vowel: `nghành`, `kó`, `gê`.
fn respelt(word: &str) -> Option<String> {
    const PAIRS: [(&str, &str); 6] =
        [("ngh", "ng"), ("gh", "g"), ("ng", "ngh"), ("k", "c"), ("c", "k"), ("g", "gh")];
    PAIRS.iter().find_map(|(wrong, right)| {
        let respelt = format!("{right}{}", word.strip_prefix(wrong)?);
        is_syllable(&respelt).then_some(respelt)
    })
}

/// Syllables that differ from `word` in one mark of a vowel, or in the last letter that it lacks.
fn candidates(word: &str) -> Vec<String> {
    const MARKS: [&str; 12] = [
        "aáàảãạăắằẳẵặâấầẩẫậ",
        "eéèẻẽẹêếềểễệ",
        "iíìỉĩị",
        "oóòỏõọôốồổỗộơớờởỡợ",
        "uúùủũụưứừửữự",
        "yýỳỷỹỵ",
        "ăắằẳẵặaáàảãạ",
        "âấầẩẫậaáàảãạ",
        "êếềểễệeéèẻẽẹ",
        "ôốồổỗộoóòỏõọ",
        "ơớờởỡợoóòỏõọ",
        "ưứừửữựuúùủũụ",
    ];
    let letters: Vec<char> = word.chars().collect();
    let mut found: Vec<String> =
        ["g", "h", "n", "c", "i"].iter().map(|it| format!("{word}{it}")).collect();
    for (at, letter) in letters.iter().enumerate() {
        let others = MARKS.iter().filter(|marks| marks.contains(*letter));
        for other in others.flat_map(|marks| marks.chars()) {
            let mut letters = letters.clone();
            letters[at] = other;
            found.push(letters.into_iter().collect());
        }
    }
    found.retain(|it| it != word && is_syllable(it));
    found
}

/// Rimes that few syllables have, and these.
const RARE: [(&str, &[&str]); 3] = [
    (
        "ươn",
        &[
            "vươn", "vườn", "vượn", "vưỡn", "lươn", "lườn", "lượn", "mượn", "mướn", "mươn", "sườn",
            "sượn", "sươn", "trườn", "rướn", "rườn", "rượn", "dượn", "đượn", "ươn", "ướn", "ưỡn",
            "hườn", "thườn", "chườn", "gườn", "bươn", "xườn", "tườn", "nhườn",
        ],
    ),
    ("ưi", &["gửi", "ngửi", "chửi", "cửi", "hửi", "khửi", "mửi"]),
    ("ươu", &["rượu", "bướu", "hươu", "khướu", "bươu", "tườu", "mươu", "ươu"]),
];

/// Whether `word` has a rime that few syllables have, and is none of them: `phươn`, `gưi`.
pub(super) fn is_unused(word: &str) -> bool {
    let plain = |sign: char| match sign {
        'ứ' | 'ừ' | 'ử' | 'ữ' | 'ự' => 'ư',
        'ớ' | 'ờ' | 'ở' | 'ỡ' | 'ợ' => 'ơ',
        other => other,
    };
    let bare: String = word.chars().map(plain).collect();
    RARE.iter().any(|(rime, used)| bare.ends_with(rime) && !used.contains(&word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_stand_in_the_order_of_their_bytes_and_are_syllables() {
        assert!(COMPOUNDS.is_sorted_by(|one, next| one < next));
        for word in COMPOUNDS {
            assert!(word.split(' ').all(is_syllable) && word.split(' ').count() == 2, "{word}");
        }
    }

    #[test]
    fn what_is_meant_is_told_by_the_words_beside() {
        for (before, word, behind, right) in [
            (None, "nghiêp", Some("vụ"), Some("nghiệp")),
            (Some("danh"), "sach", None, Some("sách")),
            (None, "phươn", Some("tiện"), Some("phương")),
            (Some("các"), "nghành", None, Some("ngành")),
            (None, "thưc", Some("hiện"), Some("thực")),
            (None, "sach", Some("cũ"), None),
        ] {
            assert_eq!(meant(word, before, behind).as_deref(), right, "{word}");
        }
        assert!(is_unused("phươn") && is_unused("gưi") && !is_unused("vườn") && !is_unused("gửi"));
        assert_eq!(parted("đềnghị").as_deref(), Some("đề nghị"));
    }
}
