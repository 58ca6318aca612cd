use super::*;

/// The blanks of a text: `.`, `_` and their lengths, `[ ]`, `[x]`.
fn found(text: &str) -> Vec<String> {
    let one = |(range, blank): (Range<usize>, Blank)| match blank {
        Blank::Leader(Leader { sign, length, width }) => {
            let sign = if sign == LeaderSign::Dots { '.' } else { '_' };
            let width = width.map(|width| format!(" {width}mm")).unwrap_or_default();
            format!("{}: {sign}{length}{width}", &text[range])
        }
        Blank::CheckBox { is_checked } => format!("{}: {is_checked}", &text[range]),
    };
    blanks(text).into_iter().map(one).collect()
}

#[test]
fn dots_and_underscores_are_one_blank_however_they_are_typed() {
    assert_eq!(found("Họ và tên: ....."), [".....: .5"]);
    assert_eq!(found("Họ và tên:....."), [".....: .5"]);
    assert_eq!(found("Họ và tên: ……………"), ["……………: .15"]);
    assert_eq!(found("Họ và tên: . . . ."), [". . . .: .4"]);
    assert_eq!(found("Họ và tên: ..... ..... …."), ["..... ..... ….: .14"]);
    assert_eq!(found("Họ và tên: ______"), ["______: _6"]);
    assert_eq!(found("Tên: .... Tuổi: ...."), ["....: .4", "....: .4"]);
    assert_eq!(found("(…….)"), ["…….: .7"]);
    assert_eq!(found("___/___/______"), ["___: _3", "___: _3", "______: _6"]);
    assert_eq!(found("ngày ..../..../......"), ["....: .4", "....: .4", "......: .6"]);
    assert_eq!(found("ngày ../../...."), ["..: .2", "..: .2", "....: .4"]);
    assert_eq!(found("ngày …/…/……"), ["…: .3", "…: .3", "……: .6"]);
}

#[test]
fn a_width_stands_within_the_signs() {
    assert_eq!(found("Số: ....40mm.... nhé"), ["....40mm....: .8 40mm"]);
    assert_eq!(found("Số: __25mm__"), ["__25mm__: _4 25mm"]);
    assert_eq!(found("rộng 40mm"), [""; 0]);
    assert_eq!(found("....0mm...."), ["....: .4"]);
}

#[test]
fn the_end_mark_and_the_end_of_a_sentence_are_no_part_of_a_blank() {
    assert_eq!(found("Địa chỉ: ....../."), [".....: .6"]);
    assert_eq!(found("Địa chỉ: …………./."), ["…………: .13"]);
    for text in [
        "v.v...",
        "v.v….",
        "v.v....",
        "thu, chi…",
        "Sách....",
        "…",
        "số …/KH",
        "a. ...",
        "1. 2. 3.",
        "x_y_z",
        "từ 1/2/2026.",
        "…/KH-UBND ngày …/3/2026",
        "hết. … Nay",
    ] {
        assert_eq!(found(text), [""; 0], "{text}");
    }
}

#[test]
fn boxes_are_typed_in_several_ways() {
    assert_eq!(found("[ ] Nam [x] Nữ"), ["[ ]: false", "[x]: true"]);
    assert_eq!(found("☐ a ☑ b □ c ☒ d [X]").len(), 5);
    for text in ["a[x]", "[1]", "[ghi rõ]", "[]", "mảng a[ ]"] {
        assert_eq!(found(text), [""; 0], "{text}");
    }
}
