//! The fixed lines of Mẫu 1.7–1.10, around the text.

use super::block::Block;
use super::phrases::{dated, ended, own};
use super::run::{Line, Run};
use crate::model::Directive;
use crate::model::particulars::{Introduction, Invitation, Leave, Meeting, Minutes, Particulars};
use crate::model::text::Text;

/// What ends the text of every form (R59).
const END: &str = "./.";

/// `text` with the lines of `particulars` before and behind it.
pub(super) fn around(
    text: Vec<Block>,
    particulars: &Particulars,
    directive: &Directive,
) -> Vec<Block> {
    let (mut blocks, behind) = match particulars {
        Particulars::Invitation(it) => (invitation(it, directive, text.is_empty()), Vec::new()),
        Particulars::Minutes(it) => minutes(it),
        Particulars::Introduction(it) => introduction(it, directive),
        Particulars::Leave(it) => leave(it, directive),
    };
    blocks.extend(text);
    blocks.extend(behind);
    blocks
}

/// Mẫu 1.7. Where no text follows, the place ends it.
fn invitation(it: &Invitation, directive: &Directive, is_end: bool) -> Vec<Block> {
    let mut blocks = listed(issuer(directive).with(own(" trân trọng kính mời:")), &it.guests);
    blocks.push(labelled("Tới dự", &it.event));
    blocks.extend(it.chair.iter().map(|chair| labelled("Chủ trì:", chair)));
    blocks.push(labelled("Thời gian:", &it.time));
    let place = Line::from(own("Địa điểm: ")).with(Run::typed(&it.place));
    blocks.push(paragraph(if is_end { finished(place) } else { place }));
    blocks
}

/// Mẫu 1.9.
fn minutes(it: &Minutes) -> (Vec<Block>, Vec<Block>) {
    let (meeting, opening) = match it.meeting {
        Meeting::Meeting => ("cuộc họp", "Cuộc họp"),
        Meeting::Conference => ("hội nghị", "Hội nghị"),
        Meeting::Workshop => ("hội thảo", "Hội thảo"),
    };
    let mut before =
        vec![labelled("Thời gian bắt đầu:", &it.start), labelled("Địa điểm:", &it.place)];
    before.extend(listed(own("Thành phần tham dự:").into(), &it.attendees));
    before.push(labelled("Chủ trì (chủ tọa):", &it.chair));
    before.push(labelled("Thư ký (người ghi biên bản):", &it.secretary));
    before.push(paragraph(own(format!("Nội dung (theo diễn biến {meeting}):")).into()));
    let end = Line::from(own(format!("{opening} kết thúc vào "))).with(Run::typed(&it.end));
    let behind = match &it.closing {
        Some(closing) => vec![ended(end, 59, "."), finished(Line::typed(closing))],
        None => vec![finished(end)],
    };
    (before, behind.into_iter().map(paragraph).collect())
}

/// Mẫu 1.8.
fn introduction(it: &Introduction, directive: &Directive) -> (Vec<Block>, Vec<Block>) {
    let (whom, person) = addressed(&it.person);
    let lead = issuer(directive).with(own(" trân trọng giới thiệu:"));
    let before = vec![
        Block::Lead { is_centred: true, line: lead },
        paragraph(Line::from(own(format!("{whom} "))).with(person)),
        labelled("Chức vụ:", &it.position),
        labelled("Được cử đến:", &it.to),
        labelled("Về việc:", &directive.subject),
    ];
    let request = format!(
        "Đề nghị Quý cơ quan tạo điều kiện để {} có tên ở trên hoàn thành nhiệm vụ.",
        whom.to_lowercase()
    );
    let until = Line { runs: dated(34, "Giấy này có giá trị đến hết ngày", it.until) };
    (before, vec![paragraph(own(request).into()), paragraph(finished(until))])
}

/// Mẫu 1.10.
fn leave(it: &Leave, directive: &Directive) -> (Vec<Block>, Vec<Block>) {
    let (whom, person) = addressed(&it.person);
    let mut request =
        Line { runs: dated(34, "Xét Đơn đề nghị nghỉ phép ngày", it.requested) };
    let name = Run { text: name_of(&person.text).to_owned(), ..person.clone() };
    request = request.with(own(format!(" của {} ", whom.to_lowercase()))).with(name);
    let mut period =
        Line::from(own("Được nghỉ phép trong thời gian ")).with(Run::typed(&it.duration));
    period.runs.extend(dated(34, " kể từ ngày", it.from));
    period.runs.extend(dated(34, " đến hết ngày", it.until));
    let period = period.with(own(" tại ")).with(Run::typed(&it.place));
    let counted = own("Số ngày nghỉ phép nêu trên được tính vào thời gian ");
    let counted = Line::from(counted).with(Run::typed(&it.counted_as));
    let before = vec![
        paragraph(ended(request, 59, ".")),
        Block::Lead { is_centred: false, line: issuer(directive).with(own(" cấp cho:")) },
        paragraph(Line::from(own(format!("{whom}: "))).with(person)),
        labelled("Chức vụ:", &it.position),
        paragraph(ended(period, 59, ".")),
    ];
    (before, vec![paragraph(finished(counted))])
}

/// Who issues the document, as sentences name it.
fn issuer(directive: &Directive) -> Line {
    let name = directive.issuer.as_ref().map(|it| it.cited_as.as_ref().unwrap_or(&it.name));
    name.map(|name| Run::typed(name).into()).unwrap_or_default()
}

/// How a person is addressed (`Ông`, `Bà`, or both where the author says neither), and the rest.
fn addressed(person: &Text) -> (&'static str, Run) {
    for whom in ["Ông", "Bà"] {
        let rest = person.value.strip_prefix(whom).and_then(|rest| rest.strip_prefix(' '));
        if let Some(rest) = rest {
            return (whom, Run { text: rest.trim_start().to_owned(), ..Run::typed(person) });
        }
    }
    ("Ông (bà)", Run::typed(person))
}

/// The name of a person, without the office behind it.
fn name_of(person: &str) -> &str {
    person.split(',').next().unwrap_or(person).trim_end()
}

fn labelled(label: &str, text: &Text) -> Block {
    paragraph(Line::from(own(format!("{label} "))).with(Run::typed(text)))
}

/// One entry stands behind the words that lead it, several below, with dashes (R74, R75).
fn listed(lead: Line, entries: &[Text]) -> Vec<Block> {
    if let [entry] = entries {
        return vec![paragraph(lead.with(own(" ")).with(Run::typed(entry)))];
    }
    let last = entries.len().saturating_sub(1);
    let item = |(index, entry): (usize, &Text)| Block::Item {
        level: 1,
        marker: "-".to_owned(),
        line: ended(Line::typed(entry), 75, if index == last { "." } else { ";" }),
    };
    std::iter::once(paragraph(lead)).chain(entries.iter().enumerate().map(item)).collect()
}

fn paragraph(line: Line) -> Block {
    Block::Paragraph { level: 0, line }
}

/// The line with `./.` behind it, also where its author put a full stop.
fn finished(line: Line) -> Line {
    let text = line.text();
    if text.ends_with(END) {
        return line;
    }
    line.with(own(if text.ends_with('.') { "/." } else { END }))
}
