//! The distances: a table, and so longer than other files.

use super::super::body::Kind;
use super::super::paper::Paper;
use super::super::runs::middle;
use super::Position;
use super::find::{
    before_the_foot, below, below_the_title, first_line, frame_of_urgency, gap_of_the_columns,
    lines_too_many, middle_of_date, several, step, width,
};
use crate::pdf::Line;

/// Every position, from the top of the page to its foot.
pub(super) static POSITIONS: &[Position] = &[
    Position {
        element: "rule below Tiêu ngữ",
        sample: "4.0",
        practice: "1.7–3.9",
        asked: 2.0..=4.0,
        reason: "",
        find: |paper| below(paper, std::slice::from_ref(&paper.head.motto)),
    },
    Position {
        element: "rule below the issuer",
        sample: "3.7",
        practice: "1.1–5.5",
        asked: 2.0..=4.0,
        reason: "",
        find: |paper| below(paper, &paper.head.issuer),
    },
    Position {
        element: "rule below trích yếu",
        sample: "4.0",
        practice: "2.3–4.6",
        asked: 2.0..=4.0,
        reason: "",
        find: |paper| below(paper, paper.title.as_ref().map_or(&[], |title| title.last())),
    },
    Position {
        element: "names to Quốc hiệu, white between",
        sample: "8.1–10.5",
        practice: "7.1–11.2",
        asked: 7.0..=60.0,
        reason: "",
        find: gap_of_the_columns,
    },
    Position {
        element: "Tiêu ngữ → place and date",
        sample: "11.3",
        practice: "8.0–13.6",
        asked: 8.0..=13.6,
        reason: "",
        find: |paper| {
            // Names of three lines and more push the number down, and the date stands beside it.
            let has_few = paper.head.parent.len() + paper.head.issuer.len() < 3;
            step(Some(&paper.head.motto), paper.head.date.as_ref().filter(|_| has_few))
        },
    },
    Position {
        element: "middle of place and date, from that of Quốc hiệu",
        sample: "0",
        practice: "0–0.6",
        asked: 0.0..=0.6,
        reason: "",
        find: middle_of_date,
    },
    Position {
        element: "number → V/v",
        sample: "4.9",
        practice: "5.5",
        asked: 6.8..=7.4,
        reason: "the decree's own text wants 6 pt between them (R41)",
        find: |paper| step(paper.head.number.as_ref(), paper.head.subject.first()),
    },
    Position {
        element: "V/v, width of its column",
        sample: "≤ 64",
        practice: "≤ 64",
        asked: 0.0..=67.5,
        reason: "as wide as the names above it",
        find: |paper| {
            let subject = &paper.head.subject;
            if subject.is_empty() { Vec::new() } else { vec![width(subject)] }
        },
    },
    Position {
        element: "V/v or number → Kính gửi of a công văn",
        sample: "19.6",
        practice: "12.4",
        asked: 11.0..=20.0,
        reason: "",
        find: |paper| {
            let head = &paper.head;
            let first = paper.addressees.as_ref().and_then(|lines| lines.first());
            let is_letter = paper.title.is_none() && paper.directive.urgency.is_none();
            step(head.subject.last(), first.filter(|_| is_letter))
        },
    },
    Position {
        element: "frame of HỎA TỐC, from the left edge of the text",
        sample: "0",
        practice: "0",
        asked: 0.0..=0.5,
        reason: "",
        find: frame_of_urgency,
    },
    Position {
        element: "place and date → type name",
        sample: "15.9–18.0",
        practice: "12.9–17.8",
        asked: 15.0..=17.0,
        reason: "",
        find: |paper| {
            let is_marked = paper.directive.draft_mark.unwrap_or(paper.asked.draft_mark);
            let first = paper.title.as_ref().and_then(|title| title.name.first());
            step(paper.head.date.as_ref(), first.filter(|_| !is_marked))
        },
    },
    Position {
        element: "trích yếu → who decides, or the text",
        sample: "13.4–17.1",
        practice: "12.0–18.3",
        asked: 13.0..=16.0,
        reason: "",
        find: |paper| {
            let above = paper.title.as_ref().filter(|title| !title.subject.is_empty());
            step(above.and_then(|title| title.last().last()), below_the_title(paper))
        },
    },
    Position {
        element: "who decides → căn cứ",
        sample: "7.8–8.9",
        practice: "9.6–13.1",
        asked: 7.8..=13.1,
        reason: "",
        find: |paper| {
            let above = paper.preamble.as_ref().and_then(|preamble| preamble.authority.last());
            let is_basis = |paper: &&Paper<'_>| {
                paper.paragraphs.first().is_some_and(|first| matches!(first.kind, Kind::Basis(_)))
            };
            step(above, Some(paper).filter(is_basis).and_then(first_line))
        },
    },
    Position {
        element: "Kính gửi of several → first of them",
        sample: "5.7",
        practice: "5.3",
        asked: 5.3..=5.9,
        reason: "",
        find: |paper| several(paper).first().copied().into_iter().collect(),
    },
    Position {
        element: "one of several → the next",
        sample: "5.7",
        practice: "5.7",
        asked: 5.3..=5.9,
        reason: "",
        find: |paper| several(paper).into_iter().skip(1).collect(),
    },
    Position {
        element: "last of several → text",
        sample: "15.7",
        practice: "11.9",
        asked: 11.0..=16.0,
        reason: "",
        find: |paper| {
            let lines = paper.addressees.as_deref().filter(|_| !several(paper).is_empty());
            step(lines.and_then(<[Line]>::last), first_line(paper))
        },
    },
    Position {
        element: "last line → Nơi nhận",
        sample: "9.9–17.2",
        practice: "7.2–19",
        asked: 9.5..=19.0,
        reason: "",
        find: before_the_foot,
    },
    Position {
        element: "Nơi nhận, width of its column",
        sample: "52.8–63.5",
        practice: "≤ 72",
        asked: 0.0..=73.0,
        reason: "",
        find: |paper| {
            let lines: Vec<Line> = paper.foot.recipients.iter().flatten().cloned().collect();
            let is_beside = paper.foot.signers.len() == 1 && !lines.is_empty();
            if is_beside { vec![width(&lines)] } else { Vec::new() }
        },
    },
    Position {
        element: "title → name of who signs",
        sample: "24.3–44.3",
        practice: "31.9–35.2",
        asked: 31.0..=38.0,
        reason: "further above an office of several lines",
        find: |paper| {
            let signers = paper.foot.signers.iter();
            let alone = signers.filter(|signer| signer.office.is_none());
            let steps = alone.flat_map(|signer| {
                let above = signer.above.last().and_then(|lines| lines.last());
                step(above, signer.name.as_ref().and_then(|lines| lines.first()))
            });
            if paper.foot.signers.len() == 1 { steps.collect() } else { Vec::new() }
        },
    },
    Position {
        element: "middle of the signature, from the right edge of the text",
        sample: "40.8–48.6",
        practice: "31–40",
        asked: 40.8..=48.6,
        reason: "as on the sample: a title of 85 mm still has one line",
        find: |paper| {
            let signers = paper.foot.signers.iter().filter(|_| paper.foot.signers.len() == 1);
            let names = signers.filter_map(|signer| signer.name.as_ref());
            names.map(|name| 210.0 - paper.asked.right - middle(name)).collect()
        },
    },
    Position {
        element: "lines of `(Kèm theo …)` more than its words need",
        sample: "0",
        practice: "0",
        asked: 0.0..=0.0,
        reason: "",
        find: lines_too_many,
    },
];
