//! Runs of text: what is printed, in which style, and where it comes from.

use std::num::NonZeroU32;

use crate::model::blank::Blank;
use crate::model::reference::Reference;
use crate::model::text::Text;
use crate::span::Span;

/// Text in one style that comes from one source.
///
/// Two runs are equal when they print the same; the source does not count.
#[derive(Debug, Clone)]
pub struct Run {
    /// With ordinary spaces, in the letters of its author: see [`Run::printed`].
    pub text: String,
    /// How it looks beside the text around it.
    pub style: Style,
    /// Where it comes from.
    pub source: Source,
    /// Set by who wants to find this run on the pages: `render` prints it behind the text in
    /// characters that have no width. It is no part of the text.
    pub mark: Option<NonZeroU32>,
}

/// How a run looks beside the text around it.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Style {
    /// `**…**`
    pub strong: bool,
    /// `*…*`
    pub emphasis: bool,
    /// Printed in capitals (IN HOA), whatever its author typed.
    pub capitals: bool,
}

/// Where a run comes from.
#[derive(Debug, Clone)]
pub enum Source {
    /// The author typed it here.
    Typed(Span),
    /// A `{{ … }}`: a figure, a citation, the name of an appendix, bases.
    Reference(Box<Reference>),
    /// A cell of the table a grid shows: the row and the column say which.
    Cell,
    /// A part of number or date.
    Field(Field),
    /// A part of number, place or date that is not known: room to write, printed as spaces.
    Blank(Field),
    /// A fixed phrase, and the rule of the decree that asks for it (R16, …); `None` where it is
    /// the program's own.
    Phrase(Option<u16>),
    /// The raised number of a footnote, which the author named here.
    Note(Span),
    /// A place that the author leaves to be filled in by hand: dots, a line, a box.
    ByHand(Blank),
    /// A forced line break.
    Break,
}

/// What a draft can leave open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    /// The number of the document.
    Number,
    /// The place of issue.
    Place,
    /// The day of issue.
    Day,
    /// The month.
    Month,
    /// The year.
    Year,
}

impl Run {
    /// A run in plain style.
    #[must_use]
    pub fn new(text: impl Into<String>, source: Source) -> Self {
        Self { text: text.into(), style: Style::default(), source, mark: None }
    }

    /// What an author typed, on as many lines as it needs.
    #[must_use]
    pub fn typed(text: &Text) -> Self {
        Self::new(&text.value, Source::Typed(text.span))
    }

    /// The text as it stands on paper.
    #[must_use]
    pub fn printed(&self) -> String {
        if self.style.capitals { self.text.to_uppercase() } else { self.text.clone() }
    }

    /// The field that has room here because it is not known.
    #[must_use]
    pub fn blank(&self) -> Option<Field> {
        if let Source::Blank(field) = self.source { Some(field) } else { None }
    }

    /// What it leaves to be filled in by hand.
    #[must_use]
    pub fn by_hand(&self) -> Option<Blank> {
        if let Source::ByHand(blank) = self.source { Some(blank) } else { None }
    }

    /// Whether it is the number of a footnote.
    #[must_use]
    pub fn is_note(&self) -> bool {
        matches!(self.source, Source::Note(_))
    }

    /// Whether it is a forced line break.
    #[must_use]
    pub fn is_break(&self) -> bool {
        matches!(self.source, Source::Break)
    }
}

impl PartialEq for Run {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
            && self.style == other.style
            && self.blank() == other.blank()
            && self.by_hand() == other.by_hand()
            && self.is_note() == other.is_note()
            && self.is_break() == other.is_break()
    }
}

impl Eq for Run {}

/// Runs that follow each other: a line of the letterhead, a paragraph, a title.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Line {
    /// In reading order.
    pub runs: Vec<Run>,
}

impl Line {
    /// What an author typed, with the ends of lines that he set by hand.
    #[must_use]
    pub fn typed(text: &Text) -> Self {
        let mut runs = Vec::new();
        let mut from = 0;
        for at in &text.breaks {
            runs.push(Run::new(&text.value[from..*at], Source::Typed(text.span)));
            runs.push(Run::new("\n", Source::Break));
            from = at + 1;
        }
        runs.push(Run::new(&text.value[from..], Source::Typed(text.span)));
        Self { runs }
    }

    /// The same line in capitals.
    #[must_use]
    pub fn in_capitals(mut self) -> Self {
        self.runs.iter_mut().for_each(|run| run.style.capitals = true);
        self
    }

    /// The line with `run` behind it.
    #[must_use]
    pub fn with(mut self, run: Run) -> Self {
        self.runs.push(run);
        self
    }

    /// The text as it stands on paper; a forced line break is `\n`.
    #[must_use]
    pub fn printed(&self) -> String {
        self.runs.iter().map(Run::printed).collect()
    }

    /// The same as it is read from paper: room to write in is a space.
    #[must_use]
    pub fn read(&self) -> String {
        let is_leader = |run: &Run| matches!(run.source, Source::ByHand(Blank::Leader(_)));
        let read = |run: &Run| if is_leader(run) { " ".to_owned() } else { run.printed() };
        self.runs.iter().map(read).collect()
    }

    /// Whether it prints nothing.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.runs.iter().all(|run| run.text.is_empty() && run.blank().is_none())
    }

    /// The text in the letters of its author.
    #[must_use]
    pub fn text(&self) -> String {
        self.runs.iter().map(|run| run.text.as_str()).collect()
    }
}

impl From<Run> for Line {
    fn from(run: Run) -> Self {
        Self { runs: vec![run] }
    }
}
