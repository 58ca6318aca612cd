//! What a kind says in fixed lines of its own: Mẫu 1.7–1.10.

use super::date::IssueDate;
use super::text::Text;

/// The fixed lines of a document.
#[derive(Debug, Clone)]
pub enum Particulars {
    /// Of a giấy mời (Mẫu 1.7).
    Invitation(Invitation),
    /// Of a biên bản (Mẫu 1.9).
    Minutes(Box<Minutes>),
    /// Of a giấy giới thiệu (Mẫu 1.8).
    Introduction(Introduction),
    /// Of a giấy nghỉ phép (Mẫu 1.10).
    Leave(Box<Leave>),
}

/// Who is invited, to what, when and where.
#[derive(Debug, Clone)]
pub struct Invitation {
    /// At least one.
    pub guests: Vec<Text>,
    /// What they are invited to.
    pub event: Text,
    /// Who chairs it.
    pub chair: Option<Text>,
    /// When it is.
    pub time: Text,
    /// Where it is.
    pub place: Text,
}

/// The frame of a record of a meeting.
#[derive(Debug, Clone)]
pub struct Minutes {
    /// What the meeting is called.
    pub meeting: Meeting,
    /// When it began.
    pub start: Text,
    /// Where it was.
    pub place: Text,
    /// Who took part; at least one.
    pub attendees: Vec<Text>,
    /// Who chaired it.
    pub chair: Text,
    /// Who kept the record.
    pub secretary: Text,
    /// When it ended.
    pub end: Text,
    /// What is said behind the end, such as that the record was read to all.
    pub closing: Option<Text>,
}

/// What a meeting is called (Mẫu 1.9).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meeting {
    /// `cuộc họp`
    Meeting,
    /// `hội nghị`
    Conference,
    /// `hội thảo`
    Workshop,
}

impl Meeting {
    /// What the YAML says, and what it means.
    pub const KNOWN: [(&str, Self); 3] =
        [("cuoc-hop", Self::Meeting), ("hoi-nghi", Self::Conference), ("hoi-thao", Self::Workshop)];
}

/// Who is introduced, and to whom. What for is the trích yếu.
#[derive(Debug, Clone)]
pub struct Introduction {
    /// Name, and office where wanted.
    pub person: Text,
    /// Chức vụ.
    pub position: Text,
    /// The agency that the person is sent to.
    pub to: Text,
    /// The last day on which the paper is valid.
    pub until: IssueDate,
}

/// Who is on leave, and when.
#[derive(Debug, Clone)]
pub struct Leave {
    /// The day of the application.
    pub requested: IssueDate,
    /// Name, and office where wanted.
    pub person: Text,
    /// Chức vụ.
    pub position: Text,
    /// How long, such as `05 ngày`.
    pub duration: Text,
    /// The first day.
    pub from: IssueDate,
    /// The last day.
    pub until: IssueDate,
    /// Where the leave is spent.
    pub place: Text,
    /// What the days are counted as, such as `nghỉ hằng năm có lương`.
    pub counted_as: Text,
    /// Whether there is room for the confirmation of the place where the leave is spent.
    pub confirmation: bool,
}

impl Particulars {
    /// Every text of it, in reading order.
    #[must_use]
    pub fn texts(&self) -> Vec<&Text> {
        match self {
            Self::Invitation(Invitation { guests, event, chair, time, place }) => {
                let rest = [event].into_iter().chain(chair).chain([time, place]);
                guests.iter().chain(rest).collect()
            }
            Self::Minutes(minutes) => {
                let Minutes { start, place, attendees, chair, secretary, end, closing, .. } =
                    &**minutes;
                let rest = [chair, secretary, end].into_iter().chain(closing);
                [start, place].into_iter().chain(attendees).chain(rest).collect()
            }
            Self::Introduction(Introduction { person, position, to, .. }) => {
                vec![person, position, to]
            }
            Self::Leave(leave) => {
                let Leave { person, position, duration, place, counted_as, .. } = &**leave;
                vec![person, position, duration, place, counted_as]
            }
        }
    }

    /// Its dates, each with its key.
    #[must_use]
    pub fn dates(&self) -> Vec<(&'static str, IssueDate)> {
        match self {
            Self::Invitation(_) | Self::Minutes(_) => Vec::new(),
            Self::Introduction(it) => vec![("introduction.until", it.until)],
            Self::Leave(it) => vec![
                ("leave.requested", it.requested),
                ("leave.from", it.from),
                ("leave.until", it.until),
            ],
        }
    }
}
