//! What is held, and what is not.

use proptest::prelude::*;

use super::*;
use crate::render::names::name;

/// The text with `~` for a held space.
fn shown(text: &str) -> String {
    running(text).replace(NBSP, "~")
}

#[test]
fn a_number_stays_with_what_names_it() {
    for (text, expected) in [
        (
            "Nghị quyết số 28-NQ/TW ngày 23 tháng 5 năm 2018",
            "Nghị quyết số~28-NQ/TW ngày~23 tháng~5 năm~2018",
        ),
        ("theo điểm đ khoản 2 Điều 15 Nghị định", "theo điểm~đ khoản~2 Điều~15 Nghị định"),
        ("Phụ lục II kèm theo, Mẫu số 05", "Phụ~lục~II kèm theo, Mẫu số~05"),
        ("quý I: 1,92%; quý IV: 1,15%", "quý~I: 1,92%; quý~IV: 1,15%"),
        ("lần thứ bảy khóa XII", "lần~thứ~bảy khóa~XII"),
        ("giai đoạn 2022-2025, từ 01/01 đến 30/6", "giai~đoạn~2022-2025, từ~01/01~đến~30/6"),
        ("từ 01/01/2024 đến 31/12/2024", "từ~01/01/2024 đến~31/12/2024"),
        ("giai đoạn 2021 - 2025", "giai~đoạn~2021~-~2025"),
        ("số …/KH-UBND ngày … tháng … năm …", "số~…/KH-UBND ngày~… tháng~… năm~…"),
    ] {
        assert_eq!(shown(text), expected);
    }
}

#[test]
fn an_amount_stays_with_its_unit() {
    for (text, expected) in [
        ("có thêm 18.304 (người) và 38.155 người,", "có thêm 18.304~(người) và 38.155~người,"),
        ("hỗ trợ 1.250 triệu đồng cho 12 lao động", "hỗ trợ 1.250~triệu~đồng cho 12~lao~động"),
        ("kế hoạch 5 năm 2021-2025", "kế hoạch 5~năm~2021-2025"),
        ("đạt 92 % của 3 xã", "đạt 92~% của 3~xã"),
        ("trong 30 ngày tháng", "trong 30~ngày tháng"),
    ] {
        assert_eq!(shown(text), expected);
    }
}

#[test]
fn a_title_stays_with_its_name_and_a_mark_with_what_is_before_it() {
    for (text, expected) in [
        ("ông Nguyễn Văn A, đ/c Minh, TP. Hải Dương", "ông~Nguyễn Văn A, đ/c~Minh, TP.~Hải Dương"),
        ("Lao động - Thương binh và Xã hội", "Lao động~- Thương binh và Xã hội"),
        ("xem xét, tháo gỡ ./.", "xem xét, tháo gỡ~./."),
    ] {
        assert_eq!(shown(text), expected);
    }
}

#[test]
fn words_that_only_look_like_labels_are_free() {
    for text in [
        "số người tham gia",
        "ngày càng tăng",
        "điểm ở xã",
        "năm qua",
        "mục tiêu",
        "ngày, 5",
        "nhiệm kỳ A",
    ] {
        assert_eq!(shown(text), text);
    }
}

fn texts() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        prop::sample::select(vec![
            "số", "Số:", "ngày", "tháng", "5", "2024", "năm", "người", "đồng", "triệu", "-",
            "điểm", "đ", "khoản", "./.", "từ", "đến", "Phụ", "lục", "II", "ông", "Minh", "",
            "28-NQ/TW", "(", "lần", "thứ", "bảy", "ỦY", "ban", "tỉnh", "Hải", "Dương", "và",
        ])
        .prop_map(str::to_owned),
        "[^\u{a0}]{0,6}",
    ];
    prop::collection::vec(word, 0..30).prop_map(|words| words.join(" "))
}

proptest! {
    #[test]
    fn a_held_space_is_a_space_of_the_text_and_groups_stay_short(text in texts()) {
        for (held, most) in [(running(&text), LONGEST_PAIR), (name(&text), LONGEST_PAIR)] {
            prop_assert_eq!(held.replace(NBSP, " "), text.as_str());
            for group in held.split(' ').filter(|group| group.contains(NBSP)) {
                prop_assert!(group.chars().count() <= most, "{}", group);
            }
        }
    }
}

/// Words of every kind that spaces are held for, and of none.
fn any_word() -> impl Strategy<Value = &'static str> {
    let lists = [TIMES, LABELS_OF_NUMBERS, ORDINALS, PERSONS, PLACES, ABBREVIATIONS, MULTIPLIERS];
    let pairs = LABELS.iter().copied().chain(UNITS.iter().copied());
    let mut all: Vec<&str> = lists.concat();
    all.extend(pairs.flat_map(|pair| pair.split(' ')));
    all.extend(["thứ", "lần", "kỳ", "khóa", "từ", "đến", "số", "và", "của", "ở", "ý", "a", "đ"]);
    all.extend([
        "5",
        "1.250",
        "2021-2025",
        "IV",
        "…",
        "–",
        "./.",
        "(",
        "An",
        "Lạc,",
        "(người)",
        "",
    ]);
    prop::sample::select(all)
}

proptest! {
    #[test]
    fn plain_words_are_held_by_nothing(texts in prop::collection::vec(any_word(), 4)) {
        let words: Vec<Word<'_>> = texts.iter().map(|text| Word::new(text)).collect();
        let is_gap = words[1].text.is_empty() || words[2].text.is_empty();
        let between = bond_between(&words[0], &words[1], &words[2], &words[3]);
        let expected = between.filter(|_| !is_gap);
        prop_assert_eq!(bond(&words, 2), expected);
        let is_plain = words.iter().all(|word| word.is_plain);
        prop_assert!(!is_plain || expected.is_none());
    }
}
