//! D561

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::check::citations::Cited;
use crate::check::rule::{RuleInput, RuleReport, rule};
use crate::diagnostic::{Message, Place};
use crate::model::symbol::Shape;

rule! {
    /// One document cited with two days, two issuers or two numbers.
    ///
    /// ## Why
    /// Two citations of one document contradict each other: one of them is wrong.
    ///
    /// Looked at: one number and symbol with two days of one year, or with one day and two issuers;
    /// and one kind, day, issuer and abstract with two numbers. Numbers begin anew each year, and
    /// each body has its own.
    ///
    /// ## Bad
    /// ```yaml
    /// body: |
    ///   Theo Kế hoạch số 07/KH-UBND ngày 05/3/2024 của UBND tỉnh về hộ nghèo.
    ///
    ///   Thực hiện Kế hoạch số 07/KH-UBND ngày 06/3/2024 của UBND tỉnh./.
    /// ```
    ///
    /// ## Good
    /// ```yaml
    /// body: |
    ///   Theo Kế hoạch số 07/KH-UBND ngày 05/3/2024 của UBND tỉnh về hộ nghèo.
    ///
    ///   Thực hiện Kế hoạch số 07/KH-UBND ngày 05/3/2024 của UBND tỉnh./.
    /// ```
    ///
    /// ## Basis
    /// NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 6 điểm b (R45)
    ///
    /// ## Là gì
    /// Một văn bản được viện dẫn với hai ngày, hai cơ quan ban hành hoặc hai số.
    ///
    /// ## Vì sao
    /// Hai chỗ viện dẫn cùng một văn bản trái nhau: một chỗ đã sai.
    ///
    /// Xét cùng số, ký hiệu mà hai ngày trong một năm, hoặc cùng ngày mà hai cơ quan; cùng tên
    /// loại, ngày, cơ quan và trích yếu mà hai số. Số bắt đầu lại mỗi năm, mỗi cơ quan một dãy số.
    "D561" "cited-differently" Warning => check
}

/// So many citations of one number, or of one day, are compared.
const MOST: usize = 20;

fn check(input: &RuleInput<'_>, report: &mut RuleReport<'_>) {
    // Only citations that have a number or a day in common can be of one document.
    let mut by_symbol: BTreeMap<&str, Vec<&Cited<'_>>> = BTreeMap::new();
    let mut by_day: BTreeMap<(&str, Date), Vec<&Cited<'_>>> = BTreeMap::new();
    for cited in input.citations {
        let Some(day) = day(cited) else { continue };
        let of_symbol = by_symbol.entry(&cited.citation.symbol).or_default();
        let of_day = by_day.entry((cited.citation.kind.word, day)).or_default();
        // One finding for each citation: against the first that contradicts it.
        let against = of_symbol
            .iter()
            .chain(of_day.iter())
            .find_map(|first| Some((*first, differ(first, cited)?)));
        for list in [of_symbol, of_day] {
            if list.len() < MOST {
                list.push(cited);
            }
        }
        let Some((first, (what, one, other))) = against else { continue };
        let message = Message::new("cited-differently")
            .with("what", what)
            .with("first", one)
            .with("second", other);
        let finding = report.emit(cited.span(), message);
        let label = Some(Message::new("cited-differently-first"));
        finding.related.push(Place { span: first.span(), label });
        finding.subject = Some(cited.words().to_owned());
    }
}

/// The day that stands beside a citation, or behind its issuer; not that of something further on.
fn day(cited: &Cited<'_>) -> Option<Date> {
    let date = cited.citation.date.as_ref()?;
    let between = &cited.prose.text[cited.citation.range.end..date.range.start];
    let is_beside =
        between.trim().is_empty() || between.starts_with(" của ") && !between.contains(" về ");
    date.date.filter(|_| is_beside)
}

/// In what two citations of one document differ, and how.
fn differ(first: &Cited<'_>, other: &Cited<'_>) -> Option<(&'static str, String, String)> {
    let dates = (first.citation.date.as_ref()?, other.citation.date.as_ref()?);
    let (one, two) = (dates.0.date?, dates.1.date?);
    let issuers = (issuer(first), issuer(other));
    let are_other = matches!(&issuers, (Some(one), Some(two)) if one != two);
    if first.citation.symbol == other.citation.symbol {
        let is_normative = matches!(first.citation.shape, Shape::Normative { .. });
        // Numbers begin anew each year.
        let is_slip = one.year() == two.year();
        if one != two {
            let is_one = !are_other && (is_normative || is_slip);
            let words = |cited: &Cited<'_>, range: &std::ops::Range<usize>| {
                cited.prose.text[range.clone()].to_owned()
            };
            let words = (words(first, &dates.0.range), words(other, &dates.1.range));
            return is_one.then_some(("date", words.0, words.1));
        }
        let (Some(one), Some(two)) = issuers else { return None };
        // `UBND tỉnh` and `UBND tỉnh Lào Cai` are one.
        let is_other =
            !one.starts_with(&two) && !two.starts_with(&one) && written(&one) != written(&two);
        return is_other.then_some(("issuer", one, two));
    }
    let is_same = first.citation.kind == other.citation.kind
        && one == two
        && issuers.0.is_some()
        && !are_other
        && have_one_abstract(first, other);
    is_same.then(|| ("number", first.citation.symbol.clone(), other.citation.symbol.clone()))
}

/// The issuer a citation names: the words behind `của`.
fn issuer(cited: &Cited<'_>) -> Option<String> {
    let rest = cited.rest().trim_start_matches([' ', ',']);
    let words = rest.strip_prefix("của ")?;
    let ends = [
        " về ",
        " ban hành",
        " quy ",
        " phê ",
        " giao ",
        " hướng ",
        " sửa ",
        " tại ",
        " và ",
        ",",
        ".",
        ")",
    ];
    let end = ends.iter().filter_map(|end| words.find(end)).min().unwrap_or(words.len());
    let name = words[..end].trim();
    (!name.is_empty()).then(|| name.to_owned())
}

/// A name with its abbreviations written out.
fn written(name: &str) -> String {
    let name = name.to_lowercase().replace("uỷ ban", "ủy ban");
    let name = name.replace("ubnd", "ủy ban nhân dân").replace("hđnd", "hội đồng nhân dân");
    name.replace("ủy ban nhân dân thành phố", "ủy ban nhân dân tp")
}

/// Whether two citations say that they are about the same: the words behind ` về ` are one up to
/// the end of a clause. `… năm 2025` and `… năm 2026` are two documents.
fn have_one_abstract(first: &Cited<'_>, other: &Cited<'_>) -> bool {
    /// Fewer words say too little.
    const LEAST: usize = 4;
    /// A comma may stand within an abstract: so many words before it are enough.
    const BEFORE_COMMA: usize = 7;
    let (one, other) = (abstract_of(first), abstract_of(other));
    let bare = |word: &str| word.trim_matches(['.', ',', ';', '/', ')', '(']).to_lowercase();
    let pairs = one.iter().zip(&other);
    let count = pairs.take_while(|(one, other)| bare(one) == bare(other)).count();
    if count <= LEAST {
        return false;
    }
    let ends = |words: &[&str]| {
        let last = words[count - 1];
        words.len() == count
            || last.ends_with([';', '.', ')'])
            || last.ends_with(',') && count > BEFORE_COMMA
    };
    // Where one ends with its text, the other may go on with words of the sentence.
    one.len() == count || other.len() == count || ends(&one) && ends(&other)
}

/// The first words of what a document is about; none where it is not said.
fn abstract_of<'a>(cited: &'a Cited<'_>) -> Vec<&'a str> {
    const MOST_WORDS: usize = 60;
    let rest = cited.rest();
    let about = rest.find(" về ").map_or("", |at| &rest[at..]);
    about.split_whitespace().take(MOST_WORDS).collect()
}
