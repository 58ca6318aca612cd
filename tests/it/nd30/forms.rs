//! The fixed lines of Mẫu 1.7–1.10, worded here anew from the model.

use vanthu::model::Directive;
use vanthu::model::particulars::{Introduction, Invitation, Leave, Meeting, Minutes, Particulars};
use vanthu::model::text::Text;

use super::facts::date;

/// A fixed line.
pub(crate) struct Fixed {
    /// `-`
    pub(crate) marker: Option<&'static str>,
    /// Of a line that is no paragraph: whether it stands in the middle.
    pub(crate) lead: Option<bool>,
    pub(crate) words: String,
}

fn plain(words: String) -> Fixed {
    Fixed { marker: None, lead: None, words }
}

/// The lines before the text, and those behind it.
pub(crate) fn lines(directive: &Directive) -> (Vec<Fixed>, Vec<Fixed>) {
    match &directive.particulars {
        None => (Vec::new(), Vec::new()),
        Some(Particulars::Invitation(it)) => (invitation(it, directive), Vec::new()),
        Some(Particulars::Minutes(it)) => minutes(it),
        Some(Particulars::Introduction(it)) => introduction(it, directive),
        Some(Particulars::Leave(it)) => leave(it, directive),
    }
}

fn issuer(directive: &Directive) -> &str {
    directive
        .issuer
        .as_ref()
        .map_or("", |it| it.cited_as.as_ref().unwrap_or(&it.name).value.as_str())
}

fn several(lead: String, entries: &[Text]) -> Vec<Fixed> {
    if entries.len() == 1 {
        return vec![plain(format!("{lead} {}", entries[0].value))];
    }
    let mut all = vec![plain(lead)];
    for (index, entry) in entries.iter().enumerate() {
        let mark = if index + 1 == entries.len() { "." } else { ";" };
        all.push(Fixed { marker: Some("-"), lead: None, words: format!("{}{mark}", entry.value) });
    }
    all
}

fn invitation(it: &Invitation, directive: &Directive) -> Vec<Fixed> {
    let mut all = several(format!("{} trân trọng kính mời:", issuer(directive)), &it.guests);
    all.push(plain(format!("Tới dự {}", it.event.value)));
    all.extend(it.chair.iter().map(|chair| plain(format!("Chủ trì: {}", chair.value))));
    all.push(plain(format!("Thời gian: {}", it.time.value)));
    let end = if directive.body.is_empty() { "./." } else { "" };
    all.push(plain(format!("Địa điểm: {}{end}", it.place.value)));
    all
}

fn minutes(it: &Minutes) -> (Vec<Fixed>, Vec<Fixed>) {
    let (within, first) = match it.meeting {
        Meeting::Meeting => ("cuộc họp", "Cuộc họp"),
        Meeting::Conference => ("hội nghị", "Hội nghị"),
        Meeting::Workshop => ("hội thảo", "Hội thảo"),
    };
    let mut before = vec![
        plain(format!("Thời gian bắt đầu: {}", it.start.value)),
        plain(format!("Địa điểm: {}", it.place.value)),
    ];
    before.extend(several("Thành phần tham dự:".to_owned(), &it.attendees));
    before.push(plain(format!("Chủ trì (chủ tọa): {}", it.chair.value)));
    before.push(plain(format!("Thư ký (người ghi biên bản): {}", it.secretary.value)));
    before.push(plain(format!("Nội dung (theo diễn biến {within}):")));
    let end = format!("{first} kết thúc vào {}.", it.end.value);
    let behind = match &it.closing {
        Some(closing) => vec![plain(end), plain(format!("{}./.", closing.value))],
        None => vec![plain(format!("{end}/."))],
    };
    (before, behind)
}

/// `Ông`, `Bà` or both; the same within a sentence; and the name.
fn whom(person: &str) -> (&'static str, &'static str, &str) {
    if let Some(name) = person.strip_prefix("Ông ") {
        ("Ông", "ông", name)
    } else if let Some(name) = person.strip_prefix("Bà ") {
        ("Bà", "bà", name)
    } else {
        ("Ông (bà)", "ông (bà)", person)
    }
}

fn introduction(it: &Introduction, directive: &Directive) -> (Vec<Fixed>, Vec<Fixed>) {
    let (first, within, name) = whom(&it.person.value);
    let lead = format!("{} trân trọng giới thiệu:", issuer(directive));
    let before = vec![
        Fixed { marker: None, lead: Some(true), words: lead },
        plain(format!("{first} {name}")),
        plain(format!("Chức vụ: {}", it.position.value)),
        plain(format!("Được cử đến: {}", it.to.value)),
        plain(format!("Về việc: {}", directive.subject.value)),
    ];
    let behind = vec![
        plain(format!(
            "Đề nghị Quý cơ quan tạo điều kiện để {within} có tên ở trên hoàn thành nhiệm vụ."
        )),
        plain(format!("Giấy này có giá trị đến hết {}./.", date(it.until))),
    ];
    (before, behind)
}

fn leave(it: &Leave, directive: &Directive) -> (Vec<Fixed>, Vec<Fixed>) {
    let (first, within, name) = whom(&it.person.value);
    let alone = name.split(',').next().unwrap_or_default();
    let before = vec![
        plain(format!("Xét Đơn đề nghị nghỉ phép {} của {within} {alone}.", date(it.requested))),
        Fixed {
            marker: None, lead: Some(false), words: format!("{} cấp cho:", issuer(directive))
        },
        plain(format!("{first}: {name}")),
        plain(format!("Chức vụ: {}", it.position.value)),
        plain(format!(
            "Được nghỉ phép trong thời gian {} kể từ {} đến hết {} tại {}.",
            it.duration.value,
            date(it.from),
            date(it.until),
            it.place.value
        )),
    ];
    let counted = &it.counted_as.value;
    let end = format!("Số ngày nghỉ phép nêu trên được tính vào thời gian {counted}./.");
    (before, vec![plain(end)])
}
