//! The named styles of a document, after the parts of the decree.

use super::measures::{Measures, single_line, tenths_of_millimetres};
use super::word::{
    Border, Defaults, Indent, Justify, LineHeight, NamedStyle, ParagraphProperties, RunProperties,
    Spacing, StyleId, TableBorders,
};

/// The style of a paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    Parent,
    Issuer,
    Nation,
    Motto,
    Number,
    Date,
    Subject,
    Stamp,
    TypeName,
    Abstract,
    Addressees,
    Addressee,
    Authority,
    Basis,
    Body,
    Continued,
    Lead,
    CentredLead,
    Division,
    Heading,
    Recipients,
    Recipient,
    Signature,
    Signer,
    Confirmation,
    AppendixLabel,
    AppendixTitle,
    Accompanies,
    TableHeader,
    TableCell,
    TableUnit,
    TableNote,
    TableNoteContinued,
    PageNumber,
    Contact,
    CopyName,
    CopyDate,
    CopyMark,
    Signed,
    Fingerprint,
    Note,
    Separator,
}

/// The lines of a table.
pub(super) const GRID: StyleId = StyleId("BangSoLieu");
/// A table that only places what is in it.
pub(super) const PLAIN: StyleId = StyleId("BangKhongVien");

/// Both kinds of tables.
pub(super) const TABLES: [(StyleId, &str, TableBorders); 2] =
    [(GRID, "Bảng số liệu", TableBorders::All), (PLAIN, "Bảng không viền", TableBorders::None)];

/// Type of a table that needs no smaller one, in half-points.
pub(super) const TABLE_SIZE: i64 = 26;

/// V/v, label of an appendix (R85), foot (R96), in half-points.
const SUBJECT_SIZE: i64 = 24;
pub(super) const LABEL_SIZE: i64 = 28;
const CONTACT_SIZE: i64 = 22;
const CONFIRMATION_SIZE: i64 = 22;

/// Place and date of a certified copy, in half-points.
const COPY_DATE_SIZE: i64 = 26;

/// The fingerprint of the sources, in half-points: no rule of the decree.
const FINGERPRINT_SIZE: i64 = 14;

/// Footnotes, for which the decree has no rule, in half-points.
const NOTE_SIZE: i64 = 20;

/// 6 pt.
const SIX: i64 = 120;

/// A line in the colour of mức độ khẩn and of the other stamps (R94, R95).
pub(super) const RED: &str = "FF0000";
pub(super) const BLACK: &str = "000000";

const ALL: [Style; 42] = [
    Style::Parent,
    Style::Issuer,
    Style::Nation,
    Style::Motto,
    Style::Number,
    Style::Date,
    Style::Subject,
    Style::Stamp,
    Style::TypeName,
    Style::Abstract,
    Style::Addressees,
    Style::Addressee,
    Style::Authority,
    Style::Basis,
    Style::Body,
    Style::Continued,
    Style::Lead,
    Style::CentredLead,
    Style::Division,
    Style::Heading,
    Style::Recipients,
    Style::Recipient,
    Style::Signature,
    Style::Signer,
    Style::Confirmation,
    Style::AppendixLabel,
    Style::AppendixTitle,
    Style::Accompanies,
    Style::TableHeader,
    Style::TableCell,
    Style::TableUnit,
    Style::TableNote,
    Style::TableNoteContinued,
    Style::PageNumber,
    Style::Contact,
    Style::CopyName,
    Style::CopyDate,
    Style::CopyMark,
    Style::Signed,
    Style::Fingerprint,
    Style::Note,
    Style::Separator,
];

impl Style {
    pub(super) fn id(self) -> StyleId {
        StyleId(self.names().0)
    }

    /// The id, and what Word shows.
    fn names(self) -> (&'static str, &'static str) {
        match self {
            Self::Parent => ("CoQuanChuQuan", "Cơ quan chủ quản"),
            Self::Issuer => ("CoQuanBanHanh", "Cơ quan ban hành"),
            Self::Nation => ("QuocHieu", "Quốc hiệu"),
            Self::Motto => ("TieuNgu", "Tiêu ngữ"),
            Self::Number => ("SoKyHieu", "Số và ký hiệu"),
            Self::Date => ("DiaDanhThoiGian", "Địa danh và thời gian"),
            Self::Subject => ("TrichYeuCongVan", "Trích yếu công văn"),
            Self::Stamp => ("DauKhung", "Dấu khung"),
            Self::TypeName => ("TenLoai", "Tên loại"),
            Self::Abstract => ("TrichYeu", "Trích yếu"),
            Self::Addressees => ("KinhGui", "Kính gửi"),
            Self::Addressee => ("KinhGuiDanhSach", "Kính gửi - danh sách"),
            Self::Authority => ("ThamQuyen", "Thẩm quyền ban hành"),
            Self::Basis => ("CanCu", "Căn cứ"),
            Self::Body => ("NoiDung", "Nội dung"),
            Self::Continued => ("NoiDungTiep", "Nội dung - dòng tiếp"),
            Self::Lead => ("LoiDan", "Lời dẫn"),
            Self::CentredLead => ("LoiDanGiua", "Lời dẫn ở giữa"),
            Self::Division => ("PhanChuongMuc", "Phần - chương - mục"),
            Self::Heading => ("TieuDe", "Tiêu đề mục - điều - khoản"),
            Self::Recipients => ("NoiNhan", "Nơi nhận"),
            Self::Recipient => ("NoiNhanDanhSach", "Nơi nhận - danh sách"),
            Self::Signature => ("QuyenHanChucVu", "Quyền hạn và chức vụ"),
            Self::Signer => ("HoTenNguoiKy", "Họ và tên người ký"),
            Self::Confirmation => ("XacNhan", "Xác nhận"),
            Self::AppendixLabel => ("PhuLuc", "Phụ lục"),
            Self::AppendixTitle => ("TenPhuLuc", "Tên phụ lục"),
            Self::Accompanies => ("KemTheo", "Kèm theo"),
            Self::TableHeader => ("BangDauCot", "Bảng - đầu cột"),
            Self::TableCell => ("BangNoiDung", "Bảng - nội dung"),
            Self::TableUnit => ("BangDonViTinh", "Bảng - đơn vị tính"),
            Self::TableNote => ("BangGhiChu", "Bảng - ghi chú"),
            Self::TableNoteContinued => ("BangGhiChuTiep", "Bảng - ghi chú, dòng tiếp"),
            Self::PageNumber => ("SoTrang", "Số trang"),
            Self::Contact => ("DiaChiLienHe", "Địa chỉ liên hệ"),
            Self::CopyName => ("HinhThucSao", "Hình thức sao"),
            Self::CopyDate => ("NgaySao", "Địa danh và thời gian sao"),
            Self::CopyMark => ("DauSaoDienTu", "Dấu sao điện tử"),
            Self::Signed => ("DaKy", "Đã ký"),
            Self::Fingerprint => ("MaDoiChieuNguon", "Mã đối chiếu nguồn"),
            Self::Note => ("ChuThichCuoiTrang", "Chú thích cuối trang"),
            Self::Separator => ("NgatPhan", "Ngắt phần"),
        }
    }

    /// Size in half-points.
    pub(super) fn size(self, measures: &Measures) -> i64 {
        match self {
            Self::Parent | Self::Issuer => measures.names,
            Self::Nation => measures.national,
            Self::Subject => SUBJECT_SIZE,
            Self::TypeName => measures.type_name,
            Self::Motto | Self::Date | Self::Stamp => measures.motto,
            Self::Number => measures.number,
            Self::CopyDate => COPY_DATE_SIZE,
            Self::AppendixLabel => LABEL_SIZE,
            Self::Recipients => measures.recipients,
            Self::Recipient => measures.recipient,
            Self::Confirmation => CONFIRMATION_SIZE,
            Self::TableHeader
            | Self::TableCell
            | Self::TableUnit
            | Self::TableNote
            | Self::TableNoteContinued => TABLE_SIZE,
            Self::Contact => CONTACT_SIZE,
            Self::Note | Self::CopyMark => NOTE_SIZE,
            Self::Fingerprint => FINGERPRINT_SIZE,
            Self::Separator => 2,
            _ => measures.body,
        }
    }

    fn is_bold(self, measures: &Measures) -> bool {
        // `Nơi nhận:` of the Party is underlined alone (R157).
        if self == Self::Recipients && measures.is_party {
            return false;
        }
        matches!(
            self,
            Self::Issuer
                | Self::Nation
                | Self::Motto
                | Self::Stamp
                | Self::TypeName
                | Self::CopyName
                | Self::Abstract
                | Self::Authority
                | Self::Division
                | Self::Heading
                | Self::Recipients
                | Self::Signature
                | Self::Signer
                | Self::AppendixLabel
                | Self::AppendixTitle
                | Self::TableHeader
        )
    }

    fn is_italic(self, measures: &Measures) -> bool {
        if matches!(self, Self::Recipients | Self::Subject) {
            return measures.is_party == (self == Self::Subject);
        }
        matches!(
            self,
            Self::Date
                | Self::CopyDate
                | Self::Signed
                | Self::Basis
                | Self::Accompanies
                | Self::Confirmation
                | Self::TableUnit
                | Self::TableNote
                | Self::TableNoteContinued
        )
    }

    fn justify(self) -> Option<Justify> {
        match self {
            Self::Body
            | Self::Continued
            | Self::Lead
            | Self::Basis
            | Self::Heading
            | Self::Note => Some(Justify::Both),
            Self::TableUnit => Some(Justify::Right),
            Self::Addressees
            | Self::Addressee
            | Self::Recipients
            | Self::Recipient
            | Self::TableCell
            | Self::TableNote
            | Self::TableNoteContinued
            | Self::Contact
            | Self::CopyMark
            | Self::Fingerprint
            | Self::Separator => None,
            _ => Some(Justify::Center),
        }
    }

    /// Space in twips before and after.
    fn around(self, measures: &Measures) -> (i64, i64) {
        let gap = measures.gap;
        match self {
            Self::Basis | Self::Body | Self::Lead | Self::CentredLead | Self::Heading => (gap, 0),
            Self::Division | Self::Authority => (2 * gap, 0),
            Self::Subject | Self::Stamp | Self::TableNote => (SIX, 0),
            Self::TypeName => (3 * SIX, 0),
            Self::Addressees => (3 * SIX, SIX / 2),
            Self::Addressee => (0, SIX / 2),
            Self::TableUnit => (gap, 80),
            _ => (0, 0),
        }
    }

    fn line(self, measures: &Measures) -> Option<LineHeight> {
        match self {
            Self::Basis
            | Self::Body
            | Self::Continued
            | Self::Lead
            | Self::CentredLead
            | Self::Heading => Some(LineHeight::Auto(measures.step)),
            // Number and date stand on one line (R33), Nơi nhận on that of the authority (R76).
            Self::Number | Self::CopyDate => Some(LineHeight::AtLeast(single_line(measures.motto))),
            Self::Recipients => Some(LineHeight::AtLeast(single_line(measures.body))),
            Self::Stamp => Some(LineHeight::Exact(tenths_of_millimetres(80))),
            Self::Separator => Some(LineHeight::Exact(20)),
            _ => None,
        }
    }

    /// Whether it stays on the page of what follows it.
    fn keeps_next(self) -> bool {
        matches!(
            self,
            Self::TypeName
                | Self::Authority
                | Self::Lead
                | Self::CentredLead
                | Self::Division
                | Self::Heading
                | Self::AppendixLabel
                | Self::AppendixTitle
                | Self::Accompanies
                | Self::TableUnit
        )
    }

    fn named(self, measures: &Measures) -> NamedStyle {
        let (before, after) = self.around(measures);
        let some = |value: i64| (value != 0).then_some(value);
        let spacing =
            Spacing { before: some(before), after: some(after), line: self.line(measures) };
        let is_running = matches!(self, Self::Body | Self::Basis | Self::Heading);
        let first_line = is_running.then_some(measures.indent);
        let (id, name) = self.names();
        NamedStyle {
            id: StyleId(id),
            name,
            paragraph: ParagraphProperties {
                keep_next: self.keeps_next(),
                keep_lines: self.keeps_next(),
                border: (self == Self::Stamp).then_some(Border { thickness: 6, color: BLACK }),
                spacing,
                indent: Indent { first_line, ..Indent::default() },
                justify: self.justify(),
                ..ParagraphProperties::default()
            },
            run: RunProperties {
                bold: self.is_bold(measures).then_some(true),
                italic: self.is_italic(measures).then_some(true),
                underline: self == Self::Recipients && measures.is_party,
                size: some(self.size(measures)).filter(|size| *size != measures.body),
                ..RunProperties::default()
            },
        }
    }
}

/// Every style.
pub(super) fn styles(measures: &Measures) -> Vec<NamedStyle> {
    ALL.iter().map(|style| style.named(measures)).collect()
}

/// What every style begins with: the typeface (R9), the size of the text, Vietnamese, single
/// lines, no line of a paragraph alone on a page.
pub(super) fn defaults(family: &str, measures: &Measures) -> Defaults {
    Defaults {
        run: RunProperties {
            font: Some(family.to_owned()),
            color: Some(BLACK),
            size: Some(measures.body),
            language: Some("vi-VN"),
            ..RunProperties::default()
        },
        paragraph: ParagraphProperties {
            widow_control: true,
            spacing: Spacing { before: Some(0), after: Some(0), line: Some(LineHeight::Auto(240)) },
            ..ParagraphProperties::default()
        },
    }
}
