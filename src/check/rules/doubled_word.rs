//! D553

use crate::characters::{is_alphabetic, is_alphanumeric};
use crate::check::prose::{Part, Prose};
use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::diagnostic::Message;

rule! {
    /// A word or a group of words written twice in a row.
    ///
    /// ## Why
    /// `các các`, `Dự án Dự án` is left over from an edit.
    ///
    /// Looked at: groups of two to five words; single words that cannot be doubled, or that end a
    /// clause. `ngày ngày`, `từ từ`, `xanh xanh` and their like are Vietnamese.
    ///
    /// ## Bad
    /// ```yaml
    /// body: Đề nghị các các xã rà soát./.
    /// ```
    ///
    /// ## Good
    /// ```yaml
    /// body: Đề nghị các xã ngày ngày rà soát./.
    /// ```
    ///
    /// ## Basis
    /// A word is written once.
    ///
    /// ## Là gì
    /// Một từ hoặc cụm từ viết hai lần liền nhau.
    ///
    /// ## Vì sao
    /// `các các`, `Dự án Dự án` là sót lại khi sửa văn bản.
    ///
    /// Xét cụm hai đến năm chữ; chữ đơn không thể lặp, hoặc đứng cuối câu. `ngày ngày`, `từ từ`,
    /// `xanh xanh` và các từ láy khác là đúng.
    ///
    /// ## Căn cứ
    /// Mỗi từ viết một lần.
    "D553" "doubled-word" Warning => check
}

/// Words that never stand twice in a row, and the word before that makes the pair right: `tự do do`.
const SINGLE: [(&str, &[&str]); 32] = [
    ("các", &[]),
    ("những", &[]),
    ("và", &[]),
    ("của", &[]),
    ("là", &[]),
    ("được", &[]),
    ("bị", &[]),
    ("trong", &["bên"]),
    ("theo", &[]),
    ("để", &[]),
    ("đã", &[]),
    ("sẽ", &[]),
    ("đang", &[]),
    ("với", &[]),
    ("cho", &[]),
    ("tại", &["tồn", "hiện"]),
    ("về", &["trở", "đi", "quay"]),
    ("thì", &[]),
    ("mà", &[]),
    ("do", &["tự", "lý", "lí"]),
    ("nên", &["trở"]),
    ("này", &[]),
    ("khi", &[]),
    ("trên", &["cấp", "bên"]),
    ("dưới", &["cấp", "bên"]),
    ("nhằm", &[]),
    ("vào", &[]),
    ("như", &[]),
    ("phải", &[]),
    ("hoặc", &[]),
    ("đến", &[]),
    ("thuộc", &[]),
];

/// Verbs and nouns that are never said twice, and what makes another word of the first.
const VERBS: [(&str, &[&str]); 23] = [
    ("giao", &["bàn", "chuyển", "ngoại", "xã", "giao", "trao", "phân", "cấp"]),
    ("gửi", &["tiền", "ký", "kính"]),
    ("cần", &["nhu", "chuyên"]),
    ("nộp", &["thu"]),
    ("lập", &["thành", "độc", "thiết", "công", "trung", "xác", "tạo"]),
    ("trình", &["tờ", "chương", "quy", "công", "quá", "lộ", "tiến"]),
    ("phòng", &["văn", "quốc", "hải", "biên", "dự", "phòng"]),
    ("họp", &["cuộc", "hội"]),
    ("ký", &["đăng", "thư", "chữ"]),
    ("nêu", &[]),
    ("đưa", &[]),
    ("giúp", &[]),
    ("tổ", &["tiên", "thủy"]),
    ("bằng", &["công", "cân", "văn", "đồng"]),
    ("từng", &["đã"]),
    ("vì", &["bởi", "tại"]),
    ("nếu", &[]),
    ("cùng", &["vô", "cuối", "tận"]),
    ("hết", &["trước", "trên"]),
    ("không", &["hàng", "trống", "thông"]),
    ("cũng", &[]),
    ("còn", &[]),
    ("đó", &["ở", "tại", "do", "từ"]),
];

/// Words that are doubled on purpose.
const REDUPLICATED: [&str; 112] = [
    "ngày",
    "từ",
    "xanh",
    "luôn",
    "thường",
    "dần",
    "đời",
    "người",
    "nhà",
    "ai",
    "nơi",
    "mãi",
    "rất",
    "hay",
    "đều",
    "dài",
    "lâu",
    "nhanh",
    "khá",
    "vừa",
    "cao",
    "thấp",
    "nhỏ",
    "to",
    "gần",
    "xa",
    "năm",
    "ba",
    "sáu",
    "mười",
    "chuồn",
    "oai",
    "đẹp",
    "thơm",
    "vui",
    "riêng",
    "chung",
    "hoài",
    "suốt",
    "tỷ",
    "nghiêng",
    "lao",
    "xôn",
    "ầm",
    "rầm",
    "đùng",
    "sừng",
    "lững",
    "rưng",
    "nhè",
    "su",
    "cào",
    "đu",
    "chôm",
    "châu",
    "ve",
    "quốc",
    "cuốc",
    "chim",
    "le",
    "đa",
    "bông",
    "giun",
    "lăng",
    "lâng",
    "mơ",
    "thoang",
    "ào",
    "rào",
    "xào",
    "đều",
    "đêm",
    "tháng",
    "lần",
    "lượt",
    "chốn",
    "ngành",
    "nước",
    "làng",
    "tầng",
    "lớp",
    "hàng",
    "trùng",
    "điệp",
    "chiều",
    "sáng",
    "tối",
    "sớm",
    "chậm",
    "nhẹ",
    "mạnh",
    "khẽ",
    "khe",
    "xinh",
    "tươi",
    "vàng",
    "đen",
    "trắng",
    "tím",
    "hồng",
    "nâu",
    "xám",
    "lơ",
    "dửng",
    "chập",
    "chằm",
    "đăm",
    "phăng",
    "lừ",
    "hừng",
    "tưng",
    "bừng",
];

/// Nouns behind which no word with the one before them is made: `Công an an tỉnh`.
const UNITS: [&str; 6] = ["tỉnh", "xã", "phường", "huyện", "thôn", "bộ"];

/// Groups of words that may stand twice: `xã hội xã hội chủ nghĩa`.
const GROUPS: [&str; 3] = ["xã hội", "từng bước", "rất nhiều"];

/// The longest group of words that is looked for.
const MOST: usize = 5;

/// A word and where it begins; its letters in small ones, and what marks stand at its ends.
struct Word<'a> {
    start: usize,
    text: &'a str,
    lower: String,
    is_open: bool,
    ends: bool,
}

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    let is_looked_at =
        |prose: &&Prose| !matches!(prose.part, Part::Other | Part::Table | Part::Cell);
    for prose in input.prose.iter().filter(is_looked_at) {
        marks(prose, report);
        if !may_have(&prose.text) {
            continue;
        }
        let words = words(&prose.text);
        let mut at = 0;
        while at < words.len() {
            let Some(count) = (1..=MOST).find(|count| is_double(&words, at, *count)) else {
                at += 1;
                continue;
            };
            let last = &words[at + 2 * count - 1];
            let range = words[at].start..last.start + last.text.len();
            let once = &words[at + count - 1];
            let once = &prose.text[words[at].start..once.start + once.text.len()];
            let message = Message::new("doubled-word").with("words", once);
            report.emit(prose.span(range), message).subject = Some(once.to_owned());
            at += 2 * count;
        }
    }
}

/// Two marks where one is meant: `,,`, `..`, `;;`, `, ,`, `;.`; three dots and `./.` are none.
fn marks(prose: &Prose, report: &mut RuleReport<'_>) {
    let bytes = prose.text.as_bytes();
    for (at, pair) in bytes.windows(2).enumerate() {
        let is_mark = |sign: u8| b",.;:".contains(&sign);
        // `, ,` with a space between.
        let is_apart = pair == b", " && bytes.get(at + 2) == Some(&b',');
        if !is_mark(pair[0]) || !is_mark(pair[1]) && !is_apart {
            continue;
        }
        let end = at + if is_apart { 3 } else { 2 };
        let before = &prose.text[..at];
        let after = bytes.get(end).copied().unwrap_or(b' ');
        let is_word =
            before.ends_with(|sign: char| sign.is_alphanumeric() || ")”\"%".contains(sign));
        // `v.v.,` and `TP.,` end an abbreviation; `...` and blanks are more than two.
        let word = before.rsplit([' ', '(']).next().unwrap_or_default();
        let is_short = pair[0] == b'.'
            && (pair[1] != b'.' || word.ends_with("v.v"))
            && (word.contains('.') || word.chars().count() <= 4);
        let is_more = is_mark(after) || after == b'/' || after == b'.';
        let is_colon = pair.contains(&b':');
        let is_in_blank = prose.is_filled_in(at..end);
        // `std::fmt`, `ngày..tháng`: no marks of a sentence.
        let goes_on = !matches!(after, b' ' | b'\n');
        if !is_word || is_short || is_more || goes_on || is_colon && pair != b"::" || is_in_blank {
            continue;
        }
        // Of two marks the one that ends more is meant.
        let strongest = [b'.', b';', b':', b','].into_iter().find(|it| pair.contains(it));
        let right = char::from(strongest.unwrap_or(pair[0])).to_string();
        let words = &prose.text[at..end];
        let message = Message::new("doubled-word-mark").with("mark", words).with("right", &right);
        let finding = report.emit(prose.span(at..end), message);
        finding.subject = Some(words.to_owned());
        finding.edits.extend(prose.edit(at..end, &right));
    }
}

/// Whether some word stands again within a few words: no allocation where none does.
fn may_have(text: &str) -> bool {
    let mut last = [""; MOST];
    for (index, word) in text.split(' ').enumerate() {
        let bare = word.trim_matches(|sign: char| !is_alphabetic(sign));
        if !bare.is_empty() && last.iter().any(|other| is_same(other, bare)) {
            return true;
        }
        last[index % MOST] = bare;
    }
    false
}

/// Whether two words are one but for the case of their letters. They differ in their last letters
/// most often.
fn is_same(one: &str, other: &str) -> bool {
    let small = |sign: char| sign.to_lowercase().next();
    one.len() == other.len()
        && one.chars().rev().zip(other.chars().rev()).all(|(a, b)| a == b || small(a) == small(b))
}

fn words(text: &str) -> Vec<Word<'_>> {
    let mut found = Vec::new();
    let mut start = 0;
    for piece in text.split(' ') {
        let bare = piece.trim_start_matches(['(', '“', '"']);
        let is_open = bare.len() < piece.len();
        let text = bare.trim_end_matches(|sign: char| !is_alphanumeric(sign));
        found.push(Word {
            start: start + piece.len() - bare.len(),
            text,
            lower: text.to_lowercase(),
            is_open,
            ends: text.len() < bare.len(),
        });
        start += piece.len() + 1;
    }
    found
}

/// Whether the `count` words from `at` on stand again right behind them.
fn is_double(words: &[Word<'_>], at: usize, count: usize) -> bool {
    let Some(pair) = words.get(at..at + 2 * count) else { return false };
    let (first, second) = pair.split_at(count);
    if first.iter().zip(second).any(|(one, other)| one.lower != other.lower) {
        return false;
    }
    let is_plain = pair.iter().all(|word| is_word(&word.lower))
        && pair[..2 * count - 1].iter().all(|word| !word.ends)
        && pair[1..].iter().all(|word| !word.is_open);
    if !is_plain {
        return false;
    }
    if count > 1 {
        let group: Vec<&str> = first.iter().map(|word| word.lower.as_str()).collect();
        return !GROUPS.contains(&group.join(" ").as_str()) && group[0] != group[1];
    }
    let word = first[0].lower.as_str();
    let before = at.checked_sub(1).map_or("", |index| words[index].lower.as_str());
    // A capital may begin a name: `thành phố Phố Hiến`.
    let is_other_case = first[0].text != second[0].text && at > 0;
    // `đi đi lại lại`: two words that are each said twice.
    let is_pair = |first: usize| {
        let words = words.get(first..first + 2);
        words.is_some_and(|pair| pair[0].lower == pair[1].lower && !pair[0].ends)
    };
    if is_pair(at + 2) || at > 1 && is_pair(at - 2) {
        return false;
    }
    let never = SINGLE.iter().find(|(single, _)| *single == word);
    let never = never.or_else(|| VERBS.iter().find(|(verb, _)| *verb == word && !is_other_case));
    let closes = pair[1].ends
        || words.get(at + 2).is_none_or(|next| {
            SINGLE.iter().any(|(it, _)| *it == next.lower) || UNITS.contains(&next.lower.as_str())
        });
    match never {
        Some((_, right_behind)) => !right_behind.contains(&before),
        None => {
            closes && !is_other_case && !REDUPLICATED.contains(&word) && word.chars().count() > 1
        }
    }
}

fn is_word(word: &str) -> bool {
    !word.is_empty() && word.chars().all(is_alphabetic)
}
