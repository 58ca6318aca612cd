//! Mẫu 1.7–1.10, and the kinds that the decree has no form for.

use super::{LONG_SUBJECT, Sheet, both, text};

const INVITATION: &str = "\
invitation:
  guests: [Ủy ban nhân dân các xã, Trạm Y tế các xã]
  event: Hội nghị triển khai công tác y tế dự phòng năm 2024
  chair: \"Ông Nguyễn Văn Hòa, Giám đốc Sở\"
  time: \"8 giờ 00 phút, thứ Sáu, ngày 15 tháng 3 năm 2024\"
  place: \"Hội trường tầng 2, trụ sở Sở Y tế\"
";

/// One guest, no chair, no text.
const ONE_GUEST: &str = "\
invitation:
  guests: [\"Ông Trần Văn Bình, Trưởng phòng Nghiệp vụ Y, Sở Y tế tỉnh Hải Dương\"]
  event: cuộc họp giao ban công tác tháng 3 năm 2024
  time: 14 giờ 00 phút ngày 15 tháng 3 năm 2024
  place: Phòng họp số 1
";

const MINUTES: &str = "\
minutes:
  start: 8 giờ 00 phút, ngày 05 tháng 3 năm 2024
  place: Hội trường tầng 2, trụ sở Sở Y tế
  attendees:
    - Lãnh đạo Sở Y tế
    - Trưởng các phòng chuyên môn thuộc Sở, Giám đốc các trung tâm y tế và bệnh viện trên địa bàn toàn tỉnh Hải Dương
  chair: Ông Nguyễn Văn Hòa, Giám đốc Sở
  secretary: Bà Trần Thị Bình, Chánh Văn phòng Sở
  end: 11 giờ 30 phút cùng ngày
signatories:
  - {title: Thư ký, name: Trần Thị Bình}
  - {title: Chủ tọa, office: Giám đốc Sở, name: Nguyễn Văn Hòa}
";

const CONFERENCE: &str = "\
minutes:
  meeting: hoi-nghi
  start: 8 giờ 00 phút, ngày 05 tháng 3 năm 2024
  place: Hội trường tầng 2, trụ sở Sở Y tế
  attendees: [Các phòng chuyên môn]
  chair: Ông Nguyễn Văn Hòa
  secretary: Bà Trần Thị Bình
  end: 11 giờ 30 phút, ngày 05 tháng 3 năm 2024
  closing: Biên bản đã được đọc cho mọi người dự họp cùng nghe và thống nhất
signatories:
  - {title: Thư ký, name: Trần Thị Bình}
  - {title: Chủ tọa, name: Nguyễn Văn Hòa}
  - {authority: [Đại diện], title: Các phòng, name: Lê Văn Cường}
";

const INTRODUCTION: &str = "\
introduction:
  person: \"Ông Trần Văn Bình, Phòng Nghiệp vụ Y, Sở Y tế\"
  position: Chuyên viên
  to: Ủy ban nhân dân xã An Lạc
  until: 2024-03-31
";

const LEAVE: &str = "\
leave:
  requested: 2024-03-01
  person: \"Bà Lê Thị Hoa, Văn phòng Sở\"
  position: Chuyên viên
  duration: 05 ngày
  from: 2024-03-11
  until: 2024-03-15
  place: xã Tân Dân, tỉnh Hải Dương
  counted_as: nghỉ hằng năm có lương
  confirmation: true
";

/// Without room to confirm, days still open.
const OPEN_LEAVE: &str = "\
leave:
  requested: 2024-03
  person: Lê Thị Hoa
  position: Chuyên viên
  duration: 05 ngày
  place: xã Tân Dân
  counted_as: nghỉ việc riêng hưởng nguyên lương
";

const PARTIES: &str = "\
signatories:
  - {authority: [Đại diện Bên A], title: Giám đốc, name: Nguyễn Văn Hòa}
  - {authority: [Đại diện Bên B, KT. Giám đốc], title: Phó Giám đốc, name: Trần Thị Bình}
";

const FOUR: &str = "\
signatories:
  - {title: Đại diện Bên A, name: Nguyễn Văn Hòa}
  - {title: Đại diện Bên B, name: Trần Thị Bình}
  - {title: Đại diện Bên C, office: Giám đốc Trung tâm, name: Lê Văn Cường}
  - {title: Đại diện Bên D, name: Phạm Văn Dũng}
";

/// What an ordinary document of a kind has beside the keys of all.
pub(crate) fn more(kind: &str) -> &'static str {
    match kind {
        "giay-moi" => INVITATION,
        "bien-ban" => MINUTES,
        "giay-gioi-thieu" => INTRODUCTION,
        "giay-nghi-phep" => LEAVE,
        "hop-dong" | "ban-ghi-nho" | "ban-thoa-thuan" => PARTIES,
        _ => "",
    }
}

/// The text of an ordinary document of a kind.
pub(crate) fn body(kind: &str) -> String {
    match kind {
        "giay-gioi-thieu" | "giay-nghi-phep" => String::new(),
        "bien-ban" => text::paragraphs(3).replace("./.", "."),
        "hop-dong" | "ban-ghi-nho" | "ban-thoa-thuan" => contract(),
        _ => text::paragraphs(3),
    }
}

fn contract() -> String {
    let parts = [
        "Hôm nay, ngày 05 tháng 3 năm 2024, tại Sở Y tế tỉnh Hải Dương, chúng tôi gồm:",
        "**BÊN A: SỞ Y TẾ TỈNH HẢI DƯƠNG**",
        "Đại diện: Ông Nguyễn Văn Hòa; chức vụ: Giám đốc",
        "**BÊN B: TRUNG TÂM Y TẾ**",
        "Hai bên thống nhất như sau:",
        "### Điều 1. Nội dung",
        &text::paragraph(1),
        "### Điều 2. Điều khoản thi hành",
        &text::paragraph(2),
    ];
    text::ended(&parts.join("\n\n"))
}

/// Everything of this file.
pub(super) fn forms() -> Vec<Sheet> {
    let of = |kind, name: &str, more: &str| {
        Sheet::new(kind).named(name).with(|sheet| more.clone_into(&mut sheet.more))
    };
    let mut sheets = vec![
        of("giay-moi", "one guest, no text", ONE_GUEST).with(|sheet| sheet.body = String::new()),
        of("bien-ban", "a conference, three sign", CONFERENCE),
        of("hop-dong", "four parties", FOUR),
        of("ban-thoa-thuan", "four parties, a long name", FOUR)
            .with(|sheet| sheet.subject = LONG_SUBJECT),
        Sheet::new("hop-dong").named("a long name of a contract").with(|sheet| {
            sheet.subject = LONG_SUBJECT;
        }),
        Sheet::new("thu-cong").named("a long letter of thanks").with(|sheet| {
            sheet.subject = "Thư cảm ơn các tập thể, cá nhân đã tham gia phòng, chống dịch bệnh";
        }),
        of("giay-nghi-phep", "a leave without confirmation", OPEN_LEAVE).draft(),
        Sheet::new("bien-ban").named("minutes of three pages").with(|sheet| {
            sheet.body = text::paragraphs(24).replace("./.", ".");
        }),
    ];
    sheets.push(of("bien-ban", "no issuer", MINUTES).draft().with(|sheet| sheet.issuer = None));
    both(sheets)
}
