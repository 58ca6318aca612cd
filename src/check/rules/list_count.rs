//! D550

use std::sync::LazyLock;

use regex::Regex;

use crate::check::numerals;
use crate::check::prose::Prose;
use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::diagnostic::Message;
use crate::model::block::{Block, Rank};
use crate::model::reference::Reference;

rule! {
    /// A number of things that is not the number of those listed behind it.
    ///
    /// ## Why
    /// `gồm 4 nội dung sau:` with three items behind it: one was forgotten, or the number was not
    /// changed.
    ///
    /// Looked at: a number and what is counted right before a colon, and the items below or the
    /// names behind it; and `gồm … chương, … điều`.
    ///
    /// ## Bad
    /// ```yaml
    /// body: |
    ///   Kế hoạch gồm 03 nội dung sau:
    ///
    ///   a) Rà soát;
    ///
    ///   b) Báo cáo./.
    /// ```
    ///
    /// ## Good
    /// ```yaml
    /// body: |
    ///   Kế hoạch gồm 02 nội dung sau:
    ///
    ///   a) Rà soát;
    ///
    ///   b) Báo cáo./.
    /// ```
    ///
    /// ## Basis
    /// What is counted is right or wrong.
    ///
    /// ## Là gì
    /// Số lượng ghi trước không bằng số mục được kể ra sau đó.
    ///
    /// ## Vì sao
    /// `gồm 4 nội dung sau:` mà chỉ kể ba: thiếu một mục, hoặc quên sửa số.
    ///
    /// Chỉ xét số và danh từ đếm ngay trước dấu hai chấm, với các mục ở dưới hoặc các tên ở sau; và
    /// `gồm … chương, … điều`.
    ///
    /// ## Căn cứ
    /// Số đếm được thì đúng hoặc sai.
    "D550" "list-count" Warning => check
}

/// A number, what is counted and a few words that say no more than which, up to a colon.
static LEAD: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(concat!(
        r"(?:^|[ (])([0-9]{1,2}|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười) ",
        r"(nội dung|nhiệm vụ|phần|nhóm|giải pháp|vấn đề|mục tiêu|chỉ tiêu|yêu cầu|bước|đợt|giai đoạn",
        r"|tiêu chí|đối tượng|thành phần|trường hợp|điều kiện|nguyên tắc|nguyên nhân|hạn chế|kiến nghị",
        r"|đề xuất|ý kiến|công việc|hoạt động|hạng mục|loại|hình thức|phương án|biện pháp|lĩnh vực",
        r"|cơ quan|đơn vị|thành viên|đồng chí|xã|phường|thôn|địa phương|sở|dự án|văn bản|tài liệu)",
        r"(?: (?:sau|sau đây|như sau|cụ thể|cụ thể như sau|cụ thể sau|chính|trọng tâm|chủ yếu|cơ bản|lớn",
        r"|quan trọng|dưới đây|trọng tâm sau|chủ yếu sau|chính sau|cơ bản sau|lớn sau|chính sau đây|trọng tâm sau đây|chủ yếu sau đây|gồm|là))?:",
    ))
    .expect("its fixture is tested")
});

/// `gồm 4 chương, 12 điều`
static PARTS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"gồm(?: có)? (?:([0-9]{1,2}) [Cc]hương(?:,| và) )?([0-9]{1,3}) [Đđ]iều")
        .expect("its fixture is tested")
});

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    let lists = lists(input);
    let looked_at = input.prose.iter().filter(|prose| prose.is_body() && prose.has(b':'));
    for (index, prose) in looked_at.enumerate() {
        let Some(captures) = LEAD.captures_iter(&prose.text).last() else { continue };
        let (Some(whole), Some(number)) = (captures.get(0), captures.get(1)) else { continue };
        let behind = prose.text[whole.end()..].trim();
        let listed = if behind.is_empty() { below(&lists, index) } else { named(behind) };
        let said = said(number.as_str());
        if let (Some(said), Some((least, most))) = (said, listed)
            && !(least..=most).contains(&said)
        {
            let words = prose.text[number.start()..whole.end()].trim_end_matches(':');
            let range = number.start()..number.start() + words.len();
            tell(prose, range, words, least, report);
        }
    }
    for prose in input.prose.iter().filter(|prose| prose.is_body() && prose.has_digit()) {
        some_of(prose, report);
        if prose.text.contains(" điều") || prose.text.contains(" Điều") {
            parts(prose, input, report);
        }
    }
}

/// `04 trong 07 dự án còn chậm tiến độ: A, B và C`
static SOME: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"([0-9]{1,2}) trong (?:tổng số )?[0-9]{1,3} [^0-9.,;:()]{2,60}: ([^.:()0-9;]*[^.:();]* và [^.,:();]+)[.]")
        .expect("its fixture is tested")
});

/// Some of a greater number, and their names behind a colon, the last of them behind `và`.
fn some_of(prose: &Prose, report: &mut RuleReport<'_>) {
    for captures in SOME.captures_iter(&prose.text) {
        let (Some(number), Some(names)) = (captures.get(1), captures.get(2)) else { continue };
        let count = names.as_str().split(", ").count() + 1;
        let is_plain = names.as_str().matches(" và ").count() == 1;
        let said = number.as_str().parse().unwrap_or(0);
        if is_plain && said != count {
            let end = prose.text[number.end()..names.start()].trim_end_matches([':', ' ']).len();
            let range = number.start()..number.end() + end;
            let words = prose.text[range.clone()].to_owned();
            tell(prose, range, &words, count, report);
        }
    }
}

fn tell(
    prose: &Prose,
    range: std::ops::Range<usize>,
    words: &str,
    count: usize,
    report: &mut RuleReport<'_>,
) {
    let message = Message::new("list-count")
        .with("words", words)
        .with("count", count)
        .with("right", format!("{count:02}"));
    let finding = report.emit(prose.span(range), message);
    finding.subject = Some(words.to_owned());
    finding.found = Some(count.to_string());
}

fn said(words: &str) -> Option<usize> {
    let number = words.parse().ok();
    number.or_else(|| numerals::parse(words).and_then(|number| usize::try_from(number).ok()))
}

/// How many names or parts stand behind the colon, at least and at most: `và` may be within a
/// name.
fn named(behind: &str) -> Option<(usize, usize)> {
    let end = behind.find(['.', '(', '\n']).unwrap_or(behind.len());
    let list = behind[..end].trim_end_matches(';').trim();
    let has_more = list.contains("…") || list.ends_with("v.v");
    let numbered = (1..=20).take_while(|number| behind.contains(&format!("({number})"))).count();
    if numbered > 1 {
        return Some((numbered, numbered));
    }
    if has_more || list.is_empty() || behind[end..].starts_with('(') {
        return None;
    }
    if list.contains(';') {
        let count = list.split(';').count();
        return Some((count, count));
    }
    let parts: Vec<&str> = list.split(", ").collect();
    let are_names = parts.iter().all(|part| part.trim().starts_with(char::is_uppercase));
    let ands = list.matches(" và ").count();
    (are_names && parts.len() + ands > 1)
        .then_some((parts.len() + ands.min(1), parts.len() + ands))
        .map(
            |(least, most)| {
                if ands == 0 { (parts.len(), most) } else { (least.min(parts.len()), most) }
            },
        )
}

/// For each paragraph of the bodies that has a colon, in reading order: how many items follow it.
fn lists(input: &RuleInput<'_>) -> Vec<Option<usize>> {
    let mut found = Vec::new();
    for body in input.directive.bodies() {
        walk(body, &mut found);
    }
    found
}

fn walk(blocks: &[Block<Reference>], found: &mut Vec<Option<usize>>) {
    for (index, block) in blocks.iter().enumerate() {
        match block {
            Block::Paragraph(_) | Block::Heading { .. } => {
                if has_colon(block) {
                    found.push(items(&blocks[index + 1..]));
                }
            }
            Block::Item { blocks: inner, .. } => walk(inner, found),
            Block::Note { .. } => {}
        }
    }
}

fn has_colon(block: &Block<Reference>) -> bool {
    let mut has = false;
    block.walk(&mut |inline| {
        if let crate::model::block::Inline::Text { text, .. } = inline {
            has |= text.contains(':');
        }
    });
    has
}

/// How many items of one form follow: smaller ones between them are theirs; a greater one, a
/// heading, or the first number again ends the list.
fn items(blocks: &[Block<Reference>]) -> Option<usize> {
    if let Some(Block::Heading { rank, .. }) = blocks.first() {
        let same = |block: &&Block<Reference>| matches!(block, Block::Heading { rank: other, .. } if other == rank);
        // What a heading opens may run on over many blocks.
        return Some(blocks.iter().filter(same).count());
    }
    let marker = |block: &Block<Reference>| match block {
        Block::Item { marker, .. } => Some(marker.text.clone()),
        Block::Heading { .. } | Block::Paragraph(_) | Block::Note { .. } => None,
    };
    let first = marker(blocks.first()?)?;
    let form = class(&first);
    let mut count = 0;
    for block in blocks {
        if matches!(block, Block::Heading { .. }) {
            break;
        }
        let Some(own) = marker(block) else { continue };
        let is_again = count > 0 && form < DASH && own == first;
        if is_again || class(&own) < form {
            break;
        }
        count += usize::from(class(&own) == form);
    }
    Some(count)
}

/// The form of items that begin with a dash.
const DASH: u8 = 3;

/// The form of a marker, greater parts first: Roman or capital, digit, small letter, dash.
fn class(marker: &str) -> u8 {
    match marker.trim_end_matches(['.', ')', '/']).chars().last() {
        Some(sign) if sign.is_uppercase() => 0,
        Some('0'..='9') => 1,
        Some(sign) if sign.is_alphabetic() => 2,
        _ => DASH,
    }
}

/// What stands below the paragraph of this index.
fn below(lists: &[Option<usize>], index: usize) -> Option<(usize, usize)> {
    let count = (*lists.get(index)?)?;
    Some((count, count))
}

/// `gồm 4 chương, 12 điều`, of the text itself or of what it puts into force.
fn parts(prose: &Prose, input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    for captures in PARTS.captures_iter(&prose.text) {
        let counts: Vec<(usize, usize)> = input
            .directive
            .bodies()
            .map(|body| (count(body, Rank::Chapter), count(body, Rank::Article)))
            .filter(|(_, articles)| *articles > 0)
            .collect();
        let number =
            |group: usize| captures.get(group).and_then(|it| it.as_str().parse::<usize>().ok());
        let Some(articles) = number(2) else { continue };
        let chapters = number(1);
        let fits = |(of_chapters, of_articles): &(usize, usize)| {
            *of_articles == articles && chapters.is_none_or(|count| count == *of_chapters)
        };
        // The body of what is put into force, where there is one.
        let Some((of_chapters, of_articles)) = counts.last() else { continue };
        if counts.iter().any(fits) {
            continue;
        }
        let Some(whole) = captures.get(0) else { continue };
        let wrong = if *of_articles == articles { *of_chapters } else { *of_articles };
        tell(prose, whole.range(), whole.as_str(), wrong, report);
    }
}

fn count(blocks: &[Block<Reference>], rank: Rank) -> usize {
    let label = if rank == Rank::Chapter { "Chương " } else { "Điều " };
    blocks
        .iter()
        .map(|block| match block {
            Block::Heading { rank: other, .. } => usize::from(*other == rank),
            Block::Item { marker, blocks } => {
                usize::from(marker.text.starts_with(label)) + count(blocks, rank)
            }
            Block::Paragraph(_) | Block::Note { .. } => 0,
        })
        .sum()
}
