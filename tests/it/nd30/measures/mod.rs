//! The rules of the decree that are about what is on paper: each is one function of its name.

pub(super) mod appendix;
pub(super) mod articles;
pub(super) mod body;
pub(super) mod derived;
pub(super) mod foot;
pub(super) mod forms;
pub(super) mod letterhead;
pub(super) mod marks;
pub(super) mod numbers;
pub(super) mod order;
pub(super) mod page;
pub(super) mod spacing;
pub(super) mod title;

use super::paper::Paper;
use super::verdict::Verdict;

/// A rule and the function that measures it.
pub(crate) struct Measure {
    /// Its number in the specification; that of a fact of the forms (M…) and 1000.
    pub(crate) rule: u16,
    /// The file of the function.
    pub(crate) file: &'static str,
    /// Measures one document.
    pub(crate) run: fn(&Paper<'_>) -> Verdict,
}

/// `R27`, `M36`
pub(crate) fn name(rule: u16) -> String {
    if rule > 1000 { format!("M{}", rule - 1000) } else { format!("R{rule}") }
}

macro_rules! measures {
    ($($module:ident: $($number:literal $function:ident),+;)+) => {
        &[$($(Measure { rule: $number, file: stringify!($module), run: $module::$function }),+),+]
    };
}

/// Every measure, in the order of the specification.
pub(crate) static MEASURES: &[Measure] = measures![
    page: 6 r6, 7 r7, 8 r8, 9 r9, 10 r10;
    numbers: 11 r11, 12 r12;
    letterhead: 13 r13, 16 r16, 17 r17, 18 r18, 19 r19, 20 r20, 21 r21, 22 r22, 23 r23, 24 r24,
        25 r25, 27 r27, 28 r28, 29 r29, 33 r33, 34 r34;
    title: 38 r38, 39 r39, 40 r40, 41 r41;
    articles: 43 r43, 48 r48, 49 r49, 50 r50;
    body: 51 r51, 52 r52, 53 r53, 54 r54;
    spacing: 55 r55, 56 r56, 57 r57, 58 r58;
    body: 59 r59;
    foot: 65 r65, 66 r66, 67 r67, 70 r70, 73 r73, 74 r74, 75 r75, 76 r76, 77 r77, 78 r78, 82 r82;
    appendix: 84 r84, 85 r85, 86 r86, 87 r87, 88 r88, 89 r89;
    numbers: 90 r90;
    page: 91 r91;
    articles: 92 r92;
    marks: 94 r94, 95 r95, 96 r96, 97 r97;
    order: 106 r106;
    articles: 123 r123;
    spacing: 159 r159, 160 r160, 161 r161;
    page: 162 r162;
    derived: 163 r163, 164 r164, 165 r165, 166 r166;
    numbers: 167 r167;
    page: 168 r168, 169 r169;
    body: 170 r170;
    forms: 1002 m2, 1023 m23, 1036 m36, 1041 m41, 1046 m46, 1071 m71, 1072 m72;
];
