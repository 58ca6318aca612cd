//! The test of the measures: one place of a file is changed, and exactly the measures of the rules
//! that this breaks fail.

/// A deliberate mistake.
pub(super) struct Break {
    /// The part it is in.
    pub(super) part: &'static str,
    /// Stands there at least once …
    pub(super) from: &'static str,
    /// … and becomes this, the first time.
    pub(super) to: &'static str,
    /// The rules whose measures must fail, and no others.
    pub(super) rules: &'static [u16],
}

const DOCUMENT: &str = "word/document.xml";
const STYLES: &str = "word/styles.xml";

const fn of(
    part: &'static str,
    from: &'static str,
    to: &'static str,
    rules: &'static [u16],
) -> Break {
    Break { part, from, to, rules }
}

/// Seen on a decision that has everything.
pub(super) static BREAKS: &[Break] = &[
    of(DOCUMENT, "w:w=\"11906\" w:h=\"16838\"", "w:w=\"12240\" w:h=\"15840\"", &[6]),
    of(DOCUMENT, "w:h=\"16838\"", "w:h=\"16838\" w:orient=\"landscape\"", &[7]),
    of(DOCUMENT, "w:top=\"1134\"", "w:top=\"1021\"", &[8]),
    of(STYLES, "w:ascii=\"Times New Roman\"", "w:ascii=\"Arial\"", &[9]),
    of(STYLES, "w:val=\"vi-VN\"", "w:val=\"en-US\"", &[9]),
    of(DOCUMENT, "<w:titlePg/>", "", &[11]),
    of("word/header1.xml", " PAGE ", " NUMPAGES ", &[11]),
    of(DOCUMENT, "CỘNG HÒA", "CỘNG HOÀ", &[16]),
    of(DOCUMENT, "Độc lập - Tự do", "Độc lập – Tự do", &[17]),
    of(DOCUMENT, "w:start=\"1\"", "w:start=\"2\"", &[90]),
];

/// A style loses what makes it: its id, what is changed in it, and the rules.
pub(super) static STYLE_BREAKS: &[(&str, &str, &str, &[u16])] = &[
    ("QuocHieu", "<w:b/>", "", &[16]),
    ("TieuNgu", "<w:jc w:val=\"center\"/>", "", &[17]),
    ("CoQuanChuQuan", "<w:sz w:val=\"26\"/>", "<w:sz w:val=\"28\"/>", &[21]),
    ("CoQuanBanHanh", "<w:b/>", "", &[22]),
    ("SoKyHieu", "<w:sz w:val=\"26\"/>", "<w:sz w:val=\"28\"/>", &[27]),
    ("DiaDanhThoiGian", "<w:i/>", "", &[33]),
    ("TenLoai", "<w:b/>", "", &[38]),
    ("TrichYeu", "<w:b/>", "", &[39]),
    ("CanCu", "<w:i/>", "", &[43]),
    ("NoiDung", "<w:jc w:val=\"both\"/>", "<w:jc w:val=\"left\"/>", &[55]),
    ("NoiDung", "w:firstLine=\"567\"", "w:firstLine=\"720\"", &[56]),
    ("NoiDung", "w:before=\"120\"", "w:before=\"60\"", &[57]),
    ("NoiDung", "w:line=\"251\"", "w:line=\"400\"", &[58]),
    ("PhanChuongMuc", "<w:keepNext/>", "", &[48]),
    ("TieuDe", "<w:b/>", "", &[53]),
    ("QuyenHanChucVu", "<w:b/>", "", &[65]),
    ("HoTenNguoiKy", "<w:b/>", "", &[66]),
    ("NoiNhan", "<w:i/>", "", &[76]),
    ("NoiNhanDanhSach", "<w:sz w:val=\"22\"/>", "<w:sz w:val=\"24\"/>", &[77]),
    ("PhuLuc", "<w:b/>", "", &[85]),
    ("TenPhuLuc", "<w:b/>", "", &[86]),
    ("KemTheo", "<w:i/>", "", &[87]),
    ("DiaChiLienHe", "<w:sz w:val=\"22\"/>", "<w:sz w:val=\"28\"/>", &[96]),
];

/// The text of `styles.xml` in which the style `id` has `to` in the place of `from`.
pub(super) fn broken_style(styles: &str, id: &str, from: &str, to: &str) -> String {
    let start = styles.find(&format!("w:styleId=\"{id}\"")).expect("the style is there");
    let end = start + styles[start..].find("</w:style>").expect("it ends");
    let style = &styles[start..end];
    assert!(style.contains(from), "no {from} in {style}");
    format!("{}{}{}", &styles[..start], style.replacen(from, to, 1), &styles[end..])
}
