//! What is found of units, and what is left alone.

use super::*;

/// Names and what took their place.
fn found(text: &str, day: &str, home: &str) -> Vec<String> {
    let day = day.parse().expect("a day");
    let found = find(text, day, province_of([home]));
    found.iter().map(|it| format!("{}: {}", &text[it.range.clone()], it.successor)).collect()
}

#[test]
fn all_provinces_of_before_are_known() {
    let names = "Hà Giang, Yên Bái, Bắc Kạn, Vĩnh Phúc, Hòa Bình, Bắc Giang, Thái Bình, Hải Dương, \
        Hà Nam, Nam Định, Quảng Bình, Quảng Nam, Kon Tum, Bình Định, Ninh Thuận, Đắk Nông, \
        Bình Thuận, Phú Yên, Bình Phước, Bà Rịa - Vũng Tàu, Bình Dương, Long An, Tiền Giang, \
        Bến Tre, Trà Vinh, Kiên Giang, Hậu Giang, Sóc Trăng, Bạc Liêu";
    assert_eq!(names.split(", ").count(), 29);
    for name in names.split(", ") {
        for text in [
            format!("UBND tỉnh {name} phối hợp"),
            format!("Tỉnh {name}"),
            format!("tỉnh {}", name.replace(" - ", "-")),
            format!("các tỉnh Vĩnh Long, {name} và Cà Mau"),
        ] {
            assert_eq!(found(&text, "2026-03-18", "").len(), 1, "{text}");
            assert_eq!(found(&text, "2025-06-30", "").len(), 0, "{text}");
        }
    }
    assert_eq!(found("tỉnh Hà Nam Ninh, tỉnh Hà Tây", "2026-03-18", "").len(), 0);
}

#[test]
fn what_took_the_place_of_a_unit_is_named() {
    for (text, home, expected) in [
        ("tỉnh Bến Tre", "", "tỉnh Bến Tre: tỉnh Vĩnh Long"),
        (
            "UBND huyện Nam Sách rà soát",
            "",
            "huyện Nam Sách: xã Nam Sách, xã Hợp Tiến, xã Trần Phú, xã Thái Tân, xã An Phú, \
             xã Nam An Phụ, xã Lai Khê (thành phố Hải Phòng)",
        ),
        (
            "xã Nam Hưng",
            "UBND tỉnh Hải Dương",
            // Two of this name lay in what is one province now.
            "xã Nam Hưng: xã Hợp Tiến (thành phố Hải Phòng); \
             xã Chấn Hưng (thành phố Hải Phòng)",
        ),
        ("xã Nam Hưng", "", "xã Nam Hưng: "),
        (
            "Quận 1 rà soát",
            "",
            "Quận 1: phường Tân Định, phường Sài Gòn, phường Bến Thành, \
          phường Cầu Ông Lãnh (Thành phố Hồ Chí Minh)",
        ),
        ("huyện Châu Thành", "", "huyện Châu Thành: "),
    ] {
        let found = found(text, "2026-03-18", home);
        assert_eq!(found, [expected], "{text}");
    }
    let of_home = found("huyện Châu Thành", "2026-03-18", "UBND tỉnh Tây Ninh");
    assert!(of_home[0].ends_with("(tỉnh Tây Ninh)"), "{of_home:?}");
    let of_text = found("huyện Châu Thành, tỉnh Bến Tre", "2026-03-18", "");
    assert!(of_text[0].ends_with("(tỉnh Vĩnh Long)"), "{of_text:?}");
}

#[test]
fn units_follow_the_acts_of_2026() {
    let days = ["2025-07-01", "2026-04-29", "2026-04-30", "2026-09-01", "2026-09-20"];
    let absent = |text: &str| days.map(|day| found(text, day, "").len());
    assert_eq!(absent("tỉnh Đồng Nai"), [0, 0, 1, 1, 1]);
    assert_eq!(absent("thành phố Đồng Nai"), [0, 0, 0, 0, 0]);
    assert_eq!(absent("tỉnh Quảng Ninh"), [0, 0, 0, 1, 1]);
    assert_eq!(absent("thành phố Quảng Ninh"), [0, 0, 0, 0, 0]);
    assert_eq!(absent("tỉnh Bắc Ninh"), [0, 0, 0, 0, 1]);
    assert_eq!(absent("thành phố Bắc Ninh"), [1, 1, 1, 1, 0]);
    assert_eq!(absent("xã Trảng Bom, tỉnh"), [0, 0, 1, 1, 1]);
    assert_eq!(absent("phường Trảng Bom"), [0, 0, 0, 0, 0]);
    assert_eq!(absent("tỉnh Thừa Thiên Huế"), [1, 1, 1, 1, 1]);
}

#[test]
fn units_that_are_there_and_other_words_are_left_alone() {
    for text in [
        "thành phố Hà Nội, Thành phố Hồ Chí Minh, TP. Hồ Chí Minh, TP Huế, thành phố Cần Thơ",
        "tỉnh Vĩnh Long, tỉnh Gia Lai, Tỉnh Lâm Đồng, các tỉnh Cà Mau, An Giang và Đồng Tháp",
        "phường Hải Dương, phường Bến Tre, xã Nam Sách, đặc khu Côn Đảo, xã An Lạc",
        "toàn xã, các phường, cấp xã, cấp tỉnh, xã Hội, tỉnh lộ 5, quận công",
        "xã hội hóa, thị trường, thành phố thông minh, Đảng ủy xã, huyện lỵ",
        "sông Hải Dương, đường Nam Định, cầu Bến Tre, phố Hà Giang",
        "Nguyễn Quận, ông Tỉnh, bà Xã",
        "thôn Nam Hưng, khu phố 1, tổ dân phố 3, ấp Bình Phước",
        "UBND xã An Lạc, HĐND phường Ba Đình, Ủy ban nhân dân thành phố Hà Nội",
        "TT 30/2020, TP số 5, thị trấn, UBND cấp xã",
    ] {
        assert_eq!(found(text, "2026-10-01", ""), Vec::<String>::new(), "{text}");
    }
}
