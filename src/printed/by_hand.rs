//! What a text leaves to be filled in by hand, as runs of their own.

use super::run::{Line, Run, Source};
use crate::model::blank::{BOXES, Blank, blanks};

impl Line {
    /// The line with its blanks as runs of their own: of what its author typed, and of cells.
    pub(super) fn with_blanks(mut self) -> Self {
        self.part_blanks();
        self
    }

    /// The same in its place.
    pub(super) fn part_blanks(&mut self) {
        let is_typed = |run: &Run| matches!(run.source, Source::Typed(_) | Source::Cell);
        let has_blank = |run: &Run| is_typed(run) && !blanks(&run.text).is_empty();
        if !self.runs.iter().any(has_blank) {
            return;
        }
        let runs = std::mem::take(&mut self.runs);
        for run in runs {
            if has_blank(&run) { parts(&run, &mut self.runs) } else { self.runs.push(run) }
        }
    }
}

/// The words of `run`, and its blanks between them.
fn parts(run: &Run, runs: &mut Vec<Run>) {
    let with = |text: &str, source| Run { style: run.style, ..Run::new(text, source) };
    let words = |text: &str| (!text.is_empty()).then(|| with(text, run.source.clone()));
    let mut at = 0;
    for (range, blank) in blanks(&run.text) {
        runs.extend(words(&run.text[at..range.start]));
        at = range.end;
        let typed = &run.text[range];
        let text = match blank {
            Blank::Leader(_) => {
                // The width is not printed.
                typed.chars().filter(|sign| matches!(sign, '.' | '…' | '_' | ' ')).collect()
            }
            Blank::CheckBox { is_checked } => BOXES[usize::from(is_checked)].to_string(),
        };
        runs.push(with(&text, Source::ByHand(blank)));
    }
    runs.extend(words(&run.text[at..]));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_before_and_behind_a_blank_are_kept_as_they_are() {
        let mut line = Line::from(Run::new("Tên: ..30mm.., [x] Nam", Source::Cell));
        line.runs[0].style.strong = true;
        let line = line.with_blanks();
        let texts: Vec<&str> = line.runs.iter().map(|run| run.text.as_str()).collect();
        assert_eq!(texts, ["Tên: ", "....", ", ", "☑", " Nam"]);
        assert!(line.runs.iter().all(|run| run.style.strong));
        let by_hand = line.runs.iter().filter(|run| run.by_hand().is_some()).count();
        assert_eq!(by_hand, 2);
    }

    #[test]
    fn phrases_of_the_program_have_no_blanks() {
        let line = Line::from(Run::new("Số: ......", Source::Phrase(None)));
        assert_eq!(line.clone().with_blanks(), line);
    }
}
