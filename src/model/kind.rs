//! The kinds of document (Điều 7 and Phụ lục III).

/// A kind of document and what follows from it.
#[derive(Debug, PartialEq, Eq)]
pub struct Kind {
    /// What the YAML says.
    pub id: &'static str,
    /// Its name within a sentence.
    pub name: &'static str,
    /// Its code in the symbol (R107); a công văn has none.
    pub code: Option<&'static str>,
    /// The template that sets it.
    pub template: &'static str,
}

/// Every kind there is a template for: Mẫu 1.4 (R120) and Mẫu 1.5 (R121).
pub static KINDS: &[Kind] = &[
    kind("bao-cao", "Báo cáo", Some("BC"), "ten-loai.typ"),
    kind("chi-thi", "Chỉ thị", Some("CT"), "ten-loai.typ"),
    kind("chuong-trinh", "Chương trình", Some("CTr"), "ten-loai.typ"),
    kind("cong-van", "Công văn", None, "cong-van.typ"),
    kind("de-an", "Đề án", Some("ĐA"), "ten-loai.typ"),
    kind("du-an", "Dự án", Some("DA"), "ten-loai.typ"),
    kind("giay-uy-quyen", "Giấy ủy quyền", Some("GUQ"), "ten-loai.typ"),
    kind("huong-dan", "Hướng dẫn", Some("HD"), "ten-loai.typ"),
    kind("ke-hoach", "Kế hoạch", Some("KH"), "ke-hoach.typ"),
    kind("phieu-bao", "Phiếu báo", Some("PB"), "ten-loai.typ"),
    kind("phieu-chuyen", "Phiếu chuyển", Some("PC"), "ten-loai.typ"),
    kind("phieu-gui", "Phiếu gửi", Some("PG"), "ten-loai.typ"),
    kind("phuong-an", "Phương án", Some("PA"), "ten-loai.typ"),
    kind("quy-che", "Quy chế", Some("QC"), "ten-loai.typ"),
    kind("quy-dinh", "Quy định", Some("QyĐ"), "ten-loai.typ"),
    kind("thong-bao", "Thông báo", Some("TB"), "ten-loai.typ"),
    kind("thong-cao", "Thông cáo", Some("TC"), "ten-loai.typ"),
    kind("to-trinh", "Tờ trình", Some("TTr"), "ten-loai.typ"),
];

/// Kinds of the decree (Điều 7) that there is no template for yet.
pub static KINDS_TO_COME: &[&str] = &[
    "ban-ghi-nho",
    "ban-thoa-thuan",
    "bien-ban",
    "cong-dien",
    "giay-gioi-thieu",
    "giay-moi",
    "giay-nghi-phep",
    "hop-dong",
    "nghi-quyet",
    "quyet-dinh",
    "thu-cong",
];

const fn kind(
    id: &'static str,
    name: &'static str,
    code: Option<&'static str>,
    template: &'static str,
) -> Kind {
    Kind { id, name, code, template }
}

impl Kind {
    /// The kind the YAML calls `id`.
    #[must_use]
    pub fn find(id: &str) -> Option<&'static Self> {
        KINDS.iter().find(|kind| kind.id == id)
    }

    /// Whether its name stands as a title above the trích yếu (ô 5a).
    #[must_use]
    pub fn has_title(&self) -> bool {
        self.code.is_some()
    }
}
