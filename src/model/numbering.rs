//! What stands in the column of running numbers, level by level: `A/I/1/-`.

use super::roman::roman;

/// How lines are numbered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Numbering {
    /// Groups A, I, 1; units by what stands beside them: the numbering unless the author has
    /// another.
    Auto,
    /// The sign of each level, from the outermost on; deeper levels have none.
    Levels(Vec<Sign>),
}

/// The sign of one level.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sign {
    /// `A`, `B`
    Letter,
    /// `I`, `II`
    Roman,
    /// `1`, `2`
    Number,
    /// `a`, `b`
    Small,
    /// `-`
    Dash,
    /// `1.1`, `1.1.1`: the numbers of so many levels.
    Dotted(usize),
    /// `1`, `2`, … through all groups; units alone.
    Running,
    /// Nothing.
    None,
}

impl Numbering {
    /// Samples of what the YAML says.
    pub const SAMPLES: [&str; 6] =
        ["A/I/1/-", "I/1/a", "1/1.1/1.1.1", "A/running", "running", "none"];

    /// Reads `A/I/1/-`.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let signs: Option<Vec<Sign>> =
            text.split('/').map(|part| Sign::read(part.trim())).collect();
        signs.filter(|signs| signs.len() <= MOST_LEVELS).map(Self::Levels)
    }

    /// As the YAML says it; nothing where it says nothing.
    #[must_use]
    pub fn written(&self) -> Option<String> {
        let Self::Levels(signs) = self else { return None };
        let signs: Vec<String> = signs.iter().map(|sign| sign.written()).collect();
        Some(signs.join("/"))
    }

    /// Whether no line has a number.
    #[must_use]
    pub fn is_none(&self) -> bool {
        matches!(self, Self::Levels(signs) if signs.iter().all(|sign| *sign == Sign::None))
    }
}

/// No numbering has more levels.
const MOST_LEVELS: usize = 7;

impl Sign {
    fn written(self) -> String {
        match self {
            Self::Letter => "A".to_owned(),
            Self::Roman => "I".to_owned(),
            Self::Number => "1".to_owned(),
            Self::Small => "a".to_owned(),
            Self::Dash => "-".to_owned(),
            Self::Dotted(parts) => vec!["1"; parts].join("."),
            Self::Running => "running".to_owned(),
            Self::None => "none".to_owned(),
        }
    }

    fn read(text: &str) -> Option<Self> {
        Some(match text {
            "A" => Self::Letter,
            "I" => Self::Roman,
            "1" => Self::Number,
            "a" => Self::Small,
            "-" => Self::Dash,
            "running" => Self::Running,
            "none" => Self::None,
            _ => {
                let parts: Vec<&str> = text.split('.').collect();
                let is_dotted = parts.len() > 1 && parts.iter().all(|part| *part == "1");
                return is_dotted.then_some(Self::Dotted(parts.len()));
            }
        })
    }
}

/// `A`, `B`, … `Z`, `AA`; `first` is `A` or `a`.
#[must_use]
pub fn letter(count: usize, first: u8) -> String {
    let index = (count.max(1) - 1) % 26;
    let letter = u8::try_from(index).map_or('?', |index| char::from(first + index));
    letter.to_string().repeat((count.max(1) - 1) / 26 + 1)
}

/// Counts lines and gives each its number.
#[derive(Debug, Default)]
pub struct Counter {
    counts: Vec<usize>,
    running: usize,
}

/// From this level on lines have a dash.
const AUTO_LEVELS: usize = 3;

impl Counter {
    /// The number of the next line, at `level`; `is_beside_groups` is whether groups stand in the
    /// same group as it.
    pub fn next(
        &mut self,
        numbering: &Numbering,
        level: usize,
        (is_group, is_beside_groups): (bool, bool),
    ) -> String {
        self.counts.resize(level + 1, 0);
        self.counts[level] += 1;
        let count = self.counts[level];
        let signs = match numbering {
            Numbering::Levels(signs) => signs,
            Numbering::Auto => {
                return match (is_beside_groups, level) {
                    (true, 0) => letter(count, b'A'),
                    (true, 1) => roman(count),
                    (_, level) if level >= AUTO_LEVELS => "-".to_owned(),
                    _ => count.to_string(),
                };
            }
        };
        let is_running = signs.contains(&Sign::Running);
        match signs.get(level) {
            _ if is_running && !is_group => {
                self.running += 1;
                self.running.to_string()
            }
            Some(Sign::Letter) => letter(count, b'A'),
            Some(Sign::Roman) => roman(count),
            Some(Sign::Number) => count.to_string(),
            Some(Sign::Small) => letter(count, b'a'),
            Some(Sign::Dash) => "-".to_owned(),
            Some(Sign::Dotted(parts)) => {
                let from = (level + 1).saturating_sub(*parts);
                let numbers = self.counts[from..=level].iter().map(usize::to_string);
                numbers.collect::<Vec<_>>().join(".")
            }
            Some(Sign::Running | Sign::None) | None => String::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_numbered_by_level() {
        let lines =
            [(0, true), (1, true), (2, false), (2, false), (1, true), (2, false), (0, true)];
        for (text, wanted) in [
            ("A/I/1", ["A", "I", "1", "2", "II", "1", "B"]),
            ("I/1/a", ["I", "1", "a", "b", "2", "a", "II"]),
            ("1/1.1/1.1.1", ["1", "1.1", "1.1.1", "1.1.2", "1.2", "1.2.1", "2"]),
            ("I/1/1.1", ["I", "1", "1.1", "1.2", "2", "2.1", "II"]),
            ("A/I/running", ["A", "I", "1", "2", "II", "3", "B"]),
            ("running", ["", "", "1", "2", "", "3", ""]),
            ("none", ["", "", "", "", "", "", ""]),
            ("A/I/-", ["A", "I", "-", "-", "II", "-", "B"]),
        ] {
            let numbering = Numbering::read(text).expect("a numbering");
            let mut counter = Counter::default();
            let found: Vec<String> = lines
                .iter()
                .map(|(level, is_group)| counter.next(&numbering, *level, (*is_group, *is_group)))
                .collect();
            assert_eq!(found, wanted, "{text}");
            assert_eq!(numbering.written().as_deref(), Some(text));
        }
        for text in ["", "B", "A//1", "1.2", "2", "A/I/1/-/a/1/1/1"] {
            assert_eq!(Numbering::read(text), None, "{text}");
        }
        assert!(Numbering::SAMPLES.iter().all(|text| Numbering::read(text).is_some()));
    }
}
