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
    /// Mẫu 1.7: whom, to what, when and where (`model::particulars`), then the text, if any.
    Invitation,
    /// Mẫu 1.8: no trích yếu under the title; who is sent, where to and what for.
    Introduction,
    /// Mẫu 1.9: no place and date; the text between the beginning and the end of a meeting.
    Minutes,
    /// Mẫu 1.10: no trích yếu under the title; who is on leave, and when.
    Leave,
    /// No form in the decree: Quốc hiệu in the middle, the number under the title, parties that
    /// sign side by side.
    Contract,
    /// No form in the decree: no number; the title says what it is about.
    Personal,
    /// Mẫu 3.1 and 3.2: the pages of another document, and below them who copied it.
    Certified(Certified),
}

/// What a certified copy is made of (Điều 3 khoản 10–12).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Certified {
    /// Sao y: all of an original.
    Whole,
    /// Sao lục: all of a bản sao y.
    OfCopy,
    /// Trích sao: a part of an original.
    Extract,
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
use Form::{
    Certified as CopyOf, Contract, Enacting, Introduction, Invitation, Leave, Letter, Minutes,
    Personal, Telegram, Titled,
};

/// Every kind of the decree (Điều 7; R107, R108, R120–R123).
pub static KINDS: &[Kind] = &[
    kind("ban-ghi-nho", "Bản ghi nhớ", "BGN", "hop-dong.typ", Contract, Never),
    kind("ban-thoa-thuan", "Bản thỏa thuận", "BTT", "hop-dong.typ", Contract, Never),
    kind("bao-cao", "Báo cáo", "BC", "ten-loai.typ", Titled, Upwards),
    kind("bien-ban", "Biên bản", "BB", "ten-loai.typ", Minutes, Never),
    kind("chi-thi", "Chỉ thị", "CT", "ten-loai.typ", Titled, Never),
    kind("chuong-trinh", "Chương trình", "CTr", "ten-loai.typ", Titled, Never),
    kind("cong-dien", "Công điện", "CĐ", "cong-dien.typ", Telegram, Always),
    Kind { code: None, ..kind("cong-van", "Công văn", "", "cong-van.typ", Letter, Always) },
    kind("de-an", "Đề án", "ĐA", "ten-loai.typ", Titled, Never),
    kind("du-an", "Dự án", "DA", "ten-loai.typ", Titled, Never),
    kind("giay-gioi-thieu", "Giấy giới thiệu", "GGT", "ten-loai.typ", Introduction, Never),
    kind("giay-moi", "Giấy mời", "GM", "ten-loai.typ", Invitation, Never),
    kind("giay-nghi-phep", "Giấy nghỉ phép", "GNP", "ten-loai.typ", Leave, Never),
    kind("giay-uy-quyen", "Giấy ủy quyền", "GUQ", "ten-loai.typ", Titled, Never),
    kind("hop-dong", "Hợp đồng", "HĐ", "hop-dong.typ", Contract, Never),
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
    Kind { code: None, ..kind("thu-cong", "Thư công", "", "thu-cong.typ", Personal, Never) },
    kind("to-trinh", "Tờ trình", "TTr", "ten-loai.typ", Titled, Always),
];

/// The kinds of certified copies (Điều 25; R104), which are no kinds of document of their own.
pub static CERTIFIED: &[Kind] = &[
    kind("sao-luc", "Bản sao lục", "SL", "ban-sao.typ", CopyOf(Certified::OfCopy), Never),
    kind("sao-y", "Bản sao y", "SY", "ban-sao.typ", CopyOf(Certified::Whole), Never),
    kind("trich-sao", "Bản trích sao", "TrS", "ban-sao.typ", CopyOf(Certified::Extract), Never),
];

/// All kinds that a directive can be of.
pub fn all() -> impl Iterator<Item = &'static Kind> + Clone {
    KINDS.iter().chain(CERTIFIED)
}

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
        all().find(|kind| kind.id == id)
    }

    /// What it is made of, of a certified copy.
    #[must_use]
    pub fn certified(&self) -> Option<Certified> {
        if let CopyOf(certified) = self.form { Some(certified) } else { None }
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

    /// Whether it bears a number and a symbol; a thư công has none (R108).
    #[must_use]
    pub fn has_number(&self) -> bool {
        self.form != Personal
    }

    /// Whether it can do without a symbol, and then is printed without a number.
    #[must_use]
    pub fn may_lack_symbol(&self) -> bool {
        !self.has_number() || ["ban-ghi-nho", "ban-thoa-thuan"].contains(&self.id)
    }

    /// Whether place and date stand at its head (ô 4).
    #[must_use]
    pub fn has_date_line(&self) -> bool {
        !matches!(self.form, Minutes | Contract)
    }

    /// Whether its trích yếu stands below the name of the kind.
    #[must_use]
    pub fn has_titled_subject(&self) -> bool {
        !matches!(self.form, Letter | Introduction | Leave | Personal | CopyOf(_))
    }

    /// The key of what it says in fixed lines, if it does.
    #[must_use]
    pub fn particulars(&self) -> Option<&'static str> {
        match self.form {
            Invitation => Some("invitation"),
            Introduction => Some("introduction"),
            Minutes => Some("minutes"),
            Leave => Some("leave"),
            _ => None,
        }
    }

    /// Whether it says something without a text of its own.
    #[must_use]
    pub fn may_lack_body(&self) -> bool {
        matches!(self.form, Invitation | Introduction | Leave | CopyOf(_))
    }

    /// Whether the program prints the last sentence, with its `./.`.
    #[must_use]
    pub fn has_fixed_end(&self) -> bool {
        matches!(self.form, Introduction | Minutes | Leave)
    }

    /// Whether more than two can sign, two in a row.
    #[must_use]
    pub fn has_many_signers(&self) -> bool {
        matches!(self.form, Minutes | Contract)
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
