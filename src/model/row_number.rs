//! Numbers of rows as people write them: `A`, `II`, `3`, `1.2`, `a`, `-`, in a column of their own
//! or before the name.

/// The single letters that came last as numbers.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct LastLetters {
    capital: Option<char>,
    small: Option<char>,
}

impl LastLetters {
    /// Takes note of a number.
    pub(crate) fn note(&mut self, number: RowNumber) {
        match number {
            RowNumber::Letter(letter) => self.capital = Some(letter),
            RowNumber::Small(letter) => self.small = Some(letter),
            _ => {}
        }
    }
}

/// Numbering in front of a name or in a column of running numbers: `A`, `II`, `3`, `1.2`, `a`, `-`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum RowNumber {
    /// `A`, `B`.
    Letter(char),
    /// `I`, `II`.
    Roman,
    /// `1`, `2`.
    Number(u32),
    /// `1.2` has two parts.
    Dotted(usize),
    /// `a`, `b`.
    Small(char),
    /// `i`, `ii`.
    SmallRoman,
    /// `-`, `+`, `*`.
    Dash,
}

impl RowNumber {
    /// Reads the text of a cell of running numbers; `last` are the letters that came last.
    pub(crate) fn read(text: &str, last: LastLetters) -> Option<Self> {
        let text = text.trim().trim_start_matches('(').trim_end_matches(['.', ')', '/', ' ']);
        if matches!(text, "-" | "+" | "*" | "–" | "—" | "•") {
            return Some(Self::Dash);
        }
        let is_digits = |part: &str| {
            !part.is_empty() && part.len() <= 4 && part.bytes().all(|byte| byte.is_ascii_digit())
        };
        if is_digits(text) {
            return text.parse().ok().map(Self::Number);
        }
        // `2a` was put between 2 and 3.
        let before = text.strip_suffix(|sign: char| sign.is_ascii_lowercase());
        if let Some(number) = before.filter(|it| is_digits(it)).and_then(|it| it.parse().ok()) {
            return Some(Self::Number(number));
        }
        let parts: Vec<&str> = text.split(['.', ',']).collect();
        if parts.len() > 1 && parts.iter().all(|part| is_digits(part)) {
            return Some(Self::Dotted(parts.len()));
        }
        let mut letters = text.chars();
        match (letters.next(), letters.next()) {
            (Some(letter), None) if letter.is_ascii_uppercase() || letter == 'Đ' => {
                let is_next = last.capital.is_some_and(|last| follows(last, letter));
                let is_roman = matches!(letter, 'I' | 'V' | 'X') && !is_next;
                Some(if is_roman { Self::Roman } else { Self::Letter(letter) })
            }
            // `i` begins a list of its own where `h` does not stand before it.
            (Some(letter @ ('i' | 'v' | 'x')), None)
                if !last.small.is_some_and(|last| follows(last, letter)) =>
            {
                Some(Self::SmallRoman)
            }
            (Some(letter), None) if letter.is_lowercase() => Some(Self::Small(letter)),
            (Some(_), Some(_)) if is_roman(text) => Some(Self::Roman),
            (Some(_), Some(_)) if is_roman(&text.to_uppercase()) && is_lower(text) => {
                Some(Self::SmallRoman)
            }
            _ => None,
        }
    }

    /// What of it tells its level; numbers of one kind stand on one level.
    pub(crate) fn kind(self) -> (u8, usize) {
        match self {
            Self::Letter(_) => (0, 0),
            Self::Roman => (1, 0),
            Self::Number(_) => (2, 0),
            Self::Dotted(parts) => (3, parts),
            Self::Small(_) => (4, 0),
            Self::SmallRoman => (5, 0),
            Self::Dash => (6, 0),
        }
    }
}

fn follows(last: char, letter: char) -> bool {
    u32::from(last) + 1 == u32::from(letter)
}

fn is_lower(text: &str) -> bool {
    text.chars().all(char::is_lowercase)
}

fn is_roman(text: &str) -> bool {
    text.len() <= 8 && text.bytes().all(|byte| matches!(byte, b'I' | b'V' | b'X' | b'L' | b'C'))
}

/// The number in front of a name (`A. Khu vực thành thị`), and the name without it.
pub(crate) fn numbered(name: &str, last: LastLetters) -> Option<(RowNumber, &str)> {
    let (first, rest) = name.trim().split_once([' ', '\u{a0}'])?;
    if !first.ends_with(['.', ')', '/']) {
        return None;
    }
    RowNumber::read(first, last).map(|number| (number, rest.trim()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_by_what_came_before() {
        let capital = |letter| LastLetters { capital: Some(letter), small: None };
        let small = |letter| LastLetters { capital: None, small: Some(letter) };
        let none = LastLetters::default();
        for (text, last, mark) in [
            ("A", none, Some(RowNumber::Letter('A'))),
            ("I", none, Some(RowNumber::Roman)),
            ("I.", capital('H'), Some(RowNumber::Letter('I'))),
            ("IV", none, Some(RowNumber::Roman)),
            ("12.", none, Some(RowNumber::Number(12))),
            ("(3)", none, Some(RowNumber::Number(3))),
            ("1.2", none, Some(RowNumber::Dotted(2))),
            ("a)", none, Some(RowNumber::Small('a'))),
            ("i", none, Some(RowNumber::SmallRoman)),
            ("(ii)", none, Some(RowNumber::SmallRoman)),
            ("i", small('h'), Some(RowNumber::Small('i'))),
            ("x", small('v'), Some(RowNumber::SmallRoman)),
            ("-", none, Some(RowNumber::Dash)),
            ("Tổng cộng", none, None),
            ("xi măng", none, None),
            ("", none, None),
        ] {
            assert_eq!(RowNumber::read(text, last), mark, "{text}");
        }
    }
}
