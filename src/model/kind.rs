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
    /// How it is built.
    pub form: Form,
    /// Whether it has a Kính gửi.
    pub addressed: Addressed,
}

/// How a document is built.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Mẫu 1.5: no title, trích yếu under the number.
    Letter,
    /// Mẫu 1.4: the name of the kind and the trích yếu as a title.
    Titled,
    /// Mẫu 1.1–1.3: under the title who resolves or decides, căn cứ, and then this verb.
    Enacting(&'static str),
    /// Mẫu 1.6: under the title who wires whom.
    Telegram,
}

/// Whether a kind names its addressees above the text (Kính gửi, R72).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Addressed {
    /// Every document of the kind.
    Always,
    /// Those that go to a superior.
    Upwards,
    /// None.
    Never,
}

use Addressed::{Always, Never, Upwards};
use Form::{Enacting, Letter, Telegram, Titled};

/// Every kind there is a template for: Mẫu 1.1–1.6 (R120–R123).
pub static KINDS: &[Kind] = &[
    kind("bao-cao", "Báo cáo", "BC", "ten-loai.typ", Titled, Upwards),
    kind("chi-thi", "Chỉ thị", "CT", "ten-loai.typ", Titled, Never),
    kind("chuong-trinh", "Chương trình", "CTr", "ten-loai.typ", Titled, Never),
    kind("cong-dien", "Công điện", "CĐ", "cong-dien.typ", Telegram, Always),
    Kind { code: None, ..kind("cong-van", "Công văn", "", "cong-van.typ", Letter, Always) },
    kind("de-an", "Đề án", "ĐA", "ten-loai.typ", Titled, Never),
    kind("du-an", "Dự án", "DA", "ten-loai.typ", Titled, Never),
    kind("giay-uy-quyen", "Giấy ủy quyền", "GUQ", "ten-loai.typ", Titled, Never),
    kind("huong-dan", "Hướng dẫn", "HD", "ten-loai.typ", Titled, Never),
    kind("ke-hoach", "Kế hoạch", "KH", "ke-hoach.typ", Titled, Never),
    kind("nghi-quyet", "Nghị quyết", "NQ", "quyet-dinh.typ", Enacting("Quyết nghị"), Never),
    kind("phieu-bao", "Phiếu báo", "PB", "ten-loai.typ", Titled, Never),
    kind("phieu-chuyen", "Phiếu chuyển", "PC", "ten-loai.typ", Titled, Never),
    kind("phieu-gui", "Phiếu gửi", "PG", "ten-loai.typ", Titled, Never),
    kind("phuong-an", "Phương án", "PA", "ten-loai.typ", Titled, Never),
    kind("quy-che", "Quy chế", "QC", "ten-loai.typ", Titled, Never),
    kind("quy-dinh", "Quy định", "QyĐ", "ten-loai.typ", Titled, Never),
    kind("quyet-dinh", "Quyết định", "QĐ", "quyet-dinh.typ", Enacting("Quyết định"), Never),
    kind("thong-bao", "Thông báo", "TB", "ten-loai.typ", Titled, Never),
    kind("thong-cao", "Thông cáo", "TC", "ten-loai.typ", Titled, Never),
    kind("to-trinh", "Tờ trình", "TTr", "ten-loai.typ", Titled, Always),
];

/// Kinds of the decree (Điều 7) that there is no template for yet.
pub static KINDS_TO_COME: &[&str] = &[
    "ban-ghi-nho",
    "ban-thoa-thuan",
    "bien-ban",
    "giay-gioi-thieu",
    "giay-moi",
    "giay-nghi-phep",
    "hop-dong",
    "thu-cong",
];

const fn kind(
    id: &'static str,
    name: &'static str,
    code: &'static str,
    template: &'static str,
    form: Form,
    addressed: Addressed,
) -> Kind {
    Kind { id, name, code: Some(code), template, form, addressed }
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
        self.form != Letter
    }

    /// Whether it names who resolves, decides or wires.
    #[must_use]
    pub fn has_authority(&self) -> bool {
        matches!(self.form, Enacting(_) | Telegram)
    }

    /// Whether it can put other documents into force.
    #[must_use]
    pub fn can_enact(&self) -> bool {
        matches!(self.form, Enacting(_))
    }

    /// Whether a decision can put it into force.
    #[must_use]
    pub fn can_be_enacted(&self) -> bool {
        self.form == Titled
    }
}
