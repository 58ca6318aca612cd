//! What the author wrote in a cell of a table.

use jiff::civil::Date;

use super::amount::Amount;
use super::text::Text;

/// What the author wrote in a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Input {
    /// Nothing: prints blank and counts as nothing.
    Blank,
    /// A figure.
    Amount(Amount),
    /// A figure with a mark that leads to a note: `1250 (1)`.
    Noted(Box<NotedAmount>),
    /// A day.
    Date(Date),
    /// Words; a line break is `\n`, and `**…**` is bold.
    Text(Text),
    /// A mark in place of a figure.
    Mark(Mark),
}

/// A figure with a mark that leads to a note below the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotedAmount {
    /// The figure.
    pub amount: Amount,
    /// The mark, as it is printed behind the figure.
    pub mark: String,
    /// The whole cell as it is written.
    pub cell: Text,
}

/// What stands in place of a figure. It is no figure: sums pass over it, formulas see a blank.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// `x`: no figure belongs here.
    Cross,
    /// `-`: there is none.
    None,
    /// `…`: there is one, but it is not known.
    Unknown,
}

impl Mark {
    /// How it is written, and printed first of all.
    const SIGNS: [(Self, &[&str]); 3] = [
        (Self::Cross, &["x", "X"]),
        (Self::None, &["-", "–", "—"]),
        (Self::Unknown, &["…", "..."]),
    ];

    /// Reads a cell that holds a mark alone.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let has = |(_, signs): &&(Self, &[&str])| signs.contains(&text.trim());
        Self::SIGNS.iter().find(has).map(|(mark, _)| *mark)
    }

    /// As it is printed.
    #[must_use]
    pub fn sign(self) -> &'static str {
        match self {
            Self::Cross => "x",
            Self::None => "-",
            Self::Unknown => "…",
        }
    }
}
