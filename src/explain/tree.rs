//! What is known of a figure, as a tree of lines.

use std::collections::BTreeSet;

use super::branch::Branch;
use super::{
    Allocated, CellId, DeclaredAs, Derivation, Evaluation, Explanation, Node, Part, Print, Shaper,
};
use crate::compute::Bound;
use crate::diagnostic::Message;
use crate::messages::Catalog;
use crate::model::formula::{Aggregate, Extreme};
use crate::printed::Sentence;
use crate::printed::numbers;
use crate::span::Span;

/// Puts trees into words.
pub(crate) struct TreeFormatter<'a> {
    /// The directive.
    pub(crate) shaper: Shaper<'a>,
    /// The sentences.
    pub(crate) catalog: &'a Catalog,
    /// The pages of each figure; nothing where nobody asks for them.
    pub(crate) pages: Option<&'a Pages>,
    /// So many rows of a sum are told, and so many figures of a list.
    pub(crate) most: usize,
    /// The sentence for those that are not told.
    pub(crate) more: &'static str,
}

/// The pages on which figures are printed, or why they are not known.
pub(crate) struct Pages {
    /// How many the document has.
    pub(crate) count: Option<usize>,
    /// Of each figure the pages of each of its prints.
    pub(crate) of: Vec<Vec<BTreeSet<usize>>>,
    /// Why they are not known.
    pub(crate) why: Option<Message>,
}

impl Pages {
    /// Those of figures of which only the reason is known why they have none.
    pub(crate) fn unknown(why: Message) -> Self {
        Self { count: None, of: Vec::new(), why: Some(why) }
    }

    /// The pages of each print of the figure `index`.
    pub(crate) fn of(&self, index: usize) -> &[BTreeSet<usize>] {
        self.of.get(index).map_or(&[], Vec::as_slice)
    }
}

/// So many signs of a sentence are shown on each side of its figure, unless all are asked for.
const AROUND: usize = 60;

impl TreeFormatter<'_> {
    fn say(&self, message: &Message) -> String {
        self.catalog.say(message)
    }

    fn leaf(&self, message: &Message) -> Branch {
        Branch::leaf(self.say(message))
    }

    /// `data/a.yaml:12`
    pub(crate) fn place(&self, span: Span) -> String {
        let place = self.shaper.place(span);
        format!("{}:{}", place.file, place.line)
    }

    /// All of one figure, the one of this index.
    pub(crate) fn whole(&self, told: &Explanation, index: usize) -> Branch {
        let mut under = vec![Branch::leaf(self.names(told.root.spot))];
        under.extend(self.made(&told.root, self.most));
        under.extend(told.declared.iter().map(|declared| self.declared(declared)));
        under.push(self.prints(told, index));
        Branch { line: self.head(&told.root), under }
    }

    /// Several figures, each with where it is printed.
    pub(crate) fn list(&self, told: &[Explanation]) -> Vec<Branch> {
        let figure = |(index, told): (usize, &Explanation)| Branch {
            line: self.head(&told.root),
            under: vec![Branch::leaf(self.names(told.root.spot)), self.prints(told, index)],
        };
        let mut list: Vec<Branch> = told.iter().enumerate().take(self.most).map(figure).collect();
        if told.len() > self.most {
            list.push(self.more(told.len() - self.most));
        }
        list
    }

    fn more(&self, count: usize) -> Branch {
        self.leaf(&Message::new(self.more).with("count", count))
    }

    /// `chi_tieu.total.tn_tang = 18.304`
    fn head(&self, node: &Node) -> String {
        let path = node.spot.path(&self.shaper.examined.directive);
        let blank = || self.say(&Message::new("told-blank"));
        let printed = if node.printed.is_empty() { blank() } else { node.printed.clone() };
        let exact = node.value.amount().filter(|_| node.is_rounded).map(|amount| {
            self.say(&Message::new("told-rounded").with("exact", amount.exact_vietnamese()))
        });
        let exact = exact.map(|words| format!(" ({words})")).unwrap_or_default();
        format!("{path} = {printed}{exact}")
    }

    /// Row, column and table as they are printed.
    fn names(&self, spot: CellId) -> String {
        let directive = &self.shaper.examined.directive;
        let target = &directive.targets[spot.target];
        let title = target.title.as_ref().map_or("", |title| title.value.as_str());
        let header = spot.header(directive);
        let names = [spot.row_name(directive), &header, title];
        let names: Vec<&str> = names.into_iter().filter(|name| !name.is_empty()).collect();
        names.join(" · ")
    }

    fn node(&self, node: &Node) -> Branch {
        let header = node.spot.header(&self.shaper.examined.directive);
        // The rows of the figure that was asked for are enough.
        let most = if self.most == usize::MAX { self.most } else { 0 };
        Branch { line: format!("{} · {header}", self.head(node)), under: self.made(node, most) }
    }

    /// What made a figure; of a sum `most` rows.
    fn made(&self, node: &Node, most: usize) -> Vec<Branch> {
        match &node.made {
            Derivation::Input => {
                let span = node.spot.row_span(&self.shaper.examined.directive);
                vec![self.leaf(&Message::new("told-input").with("place", self.place(span)))]
            }
            Derivation::Formula(worked) => vec![self.worked("told-formula", worked)],
            Derivation::Adjusted { worked, .. } => {
                vec![self.leaf(&Message::new("told-adjusted")), self.worked("told-formula", worked)]
            }
            Derivation::Rows { how, rows, blank, across } => {
                let mut branches = vec![self.rows(*how, rows, *blank, most)];
                branches.extend(across.iter().map(|worked| self.worked("told-across", worked)));
                branches
            }
            Derivation::Allocated(allocated) => vec![self.allocated(allocated, node)],
            Derivation::Above => vec![self.leaf(&Message::new("told-above"))],
            Derivation::Nothing => vec![self.leaf(&Message::new("told-nothing"))],
        }
    }

    fn rows(&self, how: Aggregate, rows: &[CellId], blank: usize, most: usize) -> Branch {
        let id = match how {
            Aggregate::Sum => "told-sum",
            Aggregate::Extreme(Extreme::Least) => "told-least",
            Aggregate::Extreme(Extreme::Greatest) => "told-greatest",
            Aggregate::Average => "told-average",
            Aggregate::Count => "told-count",
        };
        let examined = self.shaper.examined;
        let row = |spot: &CellId| {
            let name = spot.row_name(&examined.directive);
            Branch::leaf(format!("{name}: {}", numbers::at(*spot, &examined.tables)))
        };
        let mut under: Vec<Branch> = rows.iter().take(most).map(row).collect();
        if most > 0 && rows.len() > most {
            under.push(self.more(rows.len() - most));
        }
        if blank > 0 {
            under.push(self.leaf(&Message::new("told-blank-rows").with("count", blank)));
        }
        let message = Message::new(id).with("count", rows.len());
        Branch { line: format!("{}{}", self.say(&message), self.lines_of(rows)), under }
    }

    /// ` (data/a.yaml:51–62)`
    fn lines_of(&self, rows: &[CellId]) -> String {
        let place = |row: &CellId| self.shaper.place(row.row_span(&self.shaper.examined.directive));
        match (rows.first().map(place), rows.last().map(place)) {
            (Some(first), Some(last)) if first.line == last.line => {
                format!(" ({}:{})", first.file, first.line)
            }
            (Some(first), Some(last)) => format!(" ({}:{}–{})", first.file, first.line, last.line),
            _ => String::new(),
        }
    }

    fn worked(&self, id: &'static str, worked: &Evaluation) -> Branch {
        let message =
            Message::new(id).with("formula", &worked.text).with("place", self.place(worked.span));
        let mut line = self.say(&message);
        match (&worked.figures, &worked.value) {
            (Some(figures), Some(value)) if *figures == value.to_string() => {}
            (Some(figures), Some(value)) => {
                line = format!("{line}: {figures} = {}", value.exact_vietnamese());
            }
            _ => line = format!("{line}: {}", self.say(&Message::new("told-with-blank"))),
        }
        Branch { line, under: worked.parts.iter().map(|part| self.part(part)).collect() }
    }

    fn part(&self, part: &Part) -> Branch {
        let (how, column, value) = match part {
            Part::Figure(node) => return self.node(node),
            Part::Column { how, column, value } => (how, column, value),
        };
        let id = match how {
            Some(Aggregate::Sum) => "told-column-sum",
            Some(Aggregate::Extreme(Extreme::Least)) => "told-column-least",
            Some(Aggregate::Extreme(Extreme::Greatest)) => "told-column-greatest",
            Some(Aggregate::Average) => "told-column-average",
            Some(Aggregate::Count) => "told-column-count",
            None => "told-column-rank",
        };
        let target = &self.shaper.examined.directive.targets[column.target];
        let value = value.as_ref().map(ToString::to_string).unwrap_or_default();
        let column = format!("{}.{}", target.id.value, target.columns[column.column].id.value);
        self.leaf(&Message::new(id).with("column", column).with("value", value))
    }

    fn allocated(&self, it: &Allocated, node: &Node) -> Branch {
        let directive = &self.shaper.examined.directive;
        let by = &directive.targets[it.by.target].columns[it.by.column];
        let exact = it.exact.exact_vietnamese();
        let mut under = vec![self.worked("told-amount", &it.amount)];
        let held = match it.bound {
            Bound::Free => {
                let weight = it.weight.as_ref().map(ToString::to_string).unwrap_or_default();
                Message::new("told-share")
                    .with("left", &it.left)
                    .with("weight", weight)
                    .with("weights", &it.weights)
                    .with("by", &by.header)
                    .with("exact", &exact)
            }
            Bound::Floor => Message::new("told-floor").with("exact", &exact),
            Bound::Cap => Message::new("told-cap").with("exact", &exact),
            Bound::Fixed => Message::new("told-fixed").with("exact", &exact),
        };
        under.push(self.leaf(&held));
        if it.whole != it.exact {
            let id = if it.gets_one { "told-remainder-up" } else { "told-remainder-down" };
            let message = Message::new(id)
                .with("whole", &it.whole)
                .with("count", it.left_over)
                .with("result", &node.printed);
            under.push(self.leaf(&message));
        }
        Branch { line: self.say(&Message::new("told-allocated").with("by", &by.header)), under }
    }

    fn declared(&self, declared: &DeclaredAs) -> Branch {
        let id = if declared.difference.is_some() { "told-differs" } else { "told-agrees" };
        let message = Message::new(id)
            .with("declared", &declared.printed)
            .with("difference", declared.difference.clone().unwrap_or_default())
            .with("place", self.place(declared.span));
        let accepted = |why: &String| self.leaf(&Message::new("told-accepted").with("why", why));
        let under = declared.accepted.iter().map(accepted).collect();
        Branch { line: self.say(&message), under }
    }

    fn prints(&self, told: &Explanation, index: usize) -> Branch {
        if told.prints.is_empty() {
            return self.leaf(&Message::new("told-not-printed"));
        }
        let pages = self.pages.map_or(&[][..], |pages| pages.of(index));
        let count = self.pages.and_then(|pages| pages.count);
        let line = |(at, print): (usize, &Print)| {
            let on = pages.get(at).into_iter().flatten().map(usize::to_string);
            let on: Vec<String> = on.collect();
            let page = match count {
                None => String::new(),
                Some(_) if on.is_empty() => self.say(&Message::new("told-no-page")),
                Some(of) => {
                    let message = Message::new("told-page").with("pages", on.join(", "));
                    self.say(&message.with("of", of))
                }
            };
            let comma = if page.is_empty() { "" } else { ", " };
            Branch::leaf(self.print(print, &format!("{comma}{page}")))
        };
        let mut under: Vec<Branch> = told.prints.iter().enumerate().map(line).collect();
        let why = self.pages.and_then(|pages| pages.why.as_ref());
        under.extend(why.map(|why| self.leaf(why)));
        Branch { line: self.say(&Message::new("told-printed")), under }
    }

    fn print(&self, print: &Print, page: &str) -> String {
        match print {
            Print::Sentence(sentence) => {
                let place = self.place(sentence.span);
                let marker = sentence.marker.as_deref().unwrap_or_default();
                let space = if marker.is_empty() { "" } else { " " };
                format!("{place}{page}: {marker}{space}{}", self.around(sentence))
            }
            Print::Table { appendix: None, .. } => {
                format!("{}{page}", self.say(&Message::new("told-table")))
            }
            Print::Table { appendix: Some(appendix), .. } => format!("{appendix}{page}"),
            Print::Working { appendix, .. } => {
                let message = Message::new("told-working").with("appendix", appendix);
                format!("{}{page}", self.say(&message))
            }
        }
    }

    /// The sentence, its figure in brackets.
    fn around(&self, sentence: &Sentence) -> String {
        let (before, rest) = sentence.text.split_at(sentence.figure.start);
        let (figure, behind) = rest.split_at(sentence.figure.len());
        let most = if self.most == usize::MAX { usize::MAX } else { AROUND };
        let skipped = before.chars().count().saturating_sub(most);
        let (mut start, mut end) = (before.to_owned(), behind.to_owned());
        if skipped > 0 {
            let cut: String = before.chars().skip(skipped).collect();
            start = format!("… {}", cut.split_once(' ').map_or(cut.as_str(), |(_, rest)| rest));
        }
        if behind.chars().count() > most {
            let cut: String = behind.chars().take(most).collect();
            end = format!("{} …", cut.rsplit_once(' ').map_or(cut.as_str(), |(rest, _)| rest));
        }
        format!("“{start}[{figure}]{end}”")
    }
}
