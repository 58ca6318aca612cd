//! D552

use std::cell::RefCell;

use crate::check::legacy;
use crate::check::prose::{Part, Prose};
use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::check::syllables;
use crate::diagnostic::Message;
use crate::model::names::hash;

rule! {
    /// A word that is no Vietnamese syllable: two joined, one broken, or a tone in a wrong place.
    ///
    /// ## Why
    /// Vietnamese syllables are a closed set, built of an onset, a rime and a tone. `cơquan` is two
    /// of them, `ngườ i` are the parts of one, `hòan` has its tone on the wrong letter.
    ///
    /// Looked at: words with Vietnamese letters. Names, foreign words, abbreviations and what is
    /// joined by a hyphen are none.
    ///
    /// ## Bad
    /// ```yaml
    /// body: Đề nghị các cơquan rà soát hộ nghèo./.
    /// ```
    ///
    /// ## Good
    /// ```yaml
    /// body: Đề nghị các cơ quan rà soát hộ nghèo./.
    /// ```
    ///
    /// ## Basis
    /// Vietnamese spelling: a syllable is an onset, a rime and a tone.
    ///
    /// ## Là gì
    /// Chữ không phải là âm tiết tiếng Việt: hai chữ dính nhau, một chữ bị tách đôi, hoặc đặt sai
    /// dấu.
    ///
    /// ## Vì sao
    /// Âm tiết tiếng Việt là tập hợp đóng, gồm âm đầu, vần và thanh. `cơquan` là hai âm tiết, `ngườ
    /// i` là một âm tiết bị tách, `hòan` đặt dấu sai chỗ.
    ///
    /// Chỉ xét chữ có dấu tiếng Việt. Tên riêng, tiếng nước ngoài, chữ viết tắt, chữ có gạch nối
    /// không xét.
    ///
    /// ## Căn cứ
    /// Chính tả tiếng Việt: âm tiết gồm âm đầu, vần và thanh.
    "D552" "unknown-syllable" Warning => check
}

/// How many words are remembered.
const REMEMBERED: usize = 2_048;

thread_local! {
    /// Words that are right anywhere: texts have few words, many times each. Of one hash it is the
    /// last one.
    static RIGHT: RefCell<Vec<Box<str>>> = RefCell::new(vec!["".into(); REMEMBERED]);
}

/// [`syllables::is_right_anywhere`], remembered.
fn is_right(word: &str) -> bool {
    RIGHT.with_borrow_mut(|right| {
        let remembered = &mut right[hash(word) as usize % REMEMBERED];
        if **remembered == *word {
            return true;
        }
        let is_right = syllables::is_right_anywhere(word);
        if is_right {
            *remembered = word.into();
        }
        is_right
    })
}

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    for prose in input.prose.iter().filter(|prose| prose.part != Part::Other) {
        let mut words = syllables::words(&prose.text).peekable();
        let mut previous: Option<(usize, &str)> = None;
        let mut found_here = Vec::new();
        while let Some((start, word)) = words.next() {
            let next = words.peek().copied();
            let beside = previous.replace((start, word));
            if is_right(word) {
                continue;
            }
            found_here.extend(syllables::look(&prose.text, (start, word), beside, next));
        }
        // Text in an encoding from before Unicode is D531.
        if !found_here.is_empty() && legacy::find(&prose.text).is_empty() {
            found_here.iter().for_each(|found| tell(prose, found, report));
        }
    }
}

fn tell(prose: &Prose, found: &syllables::Found, report: &mut RuleReport<'_>) {
    let word = &prose.text[found.range.clone()];
    let right = found.right.as_deref().unwrap_or("none");
    let message = Message::new("unknown-syllable").with("word", word).with("right", right);
    let finding = report.emit(prose.span(found.range.clone()), message);
    finding.subject = Some(word.to_owned());
}
