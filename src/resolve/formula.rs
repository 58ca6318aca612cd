//! Formulas: parsed by precedence climbing, names looked up among the columns.

use crate::diagnostic::Message;
use crate::model::amount::{Amount, FigureError};
use crate::model::formula::{Formula, Operator};
use crate::nearest::{listed, nearest};

/// No formula needs to be nested deeper.
const DEEPEST: usize = 50;

/// Why a formula cannot be read, and what to do.
pub(super) type Unreadable = (Message, Option<Message>);

/// Parses `text`; `columns` are the names it may use.
pub(super) fn parse(text: &str, columns: &[&str]) -> Result<Formula, Unreadable> {
    let mut parser = Parser { rest: text, columns, depth: 0 };
    let formula = parser.sum()?;
    match parser.peek() {
        None => Ok(formula),
        Some(sign) => Err(unexpected(sign)),
    }
}

struct Parser<'a> {
    rest: &'a str,
    columns: &'a [&'a str],
    depth: usize,
}

impl<'a> Parser<'a> {
    fn peek(&mut self) -> Option<char> {
        self.rest = self.rest.trim_start();
        self.rest.chars().next()
    }

    fn take(&mut self, wanted: &[(char, Operator)]) -> Option<Operator> {
        let sign = self.peek()?;
        let (_, operator) = wanted.iter().find(|(known, _)| *known == sign)?;
        self.rest = &self.rest[sign.len_utf8()..];
        Some(*operator)
    }

    fn sum(&mut self) -> Result<Formula, Unreadable> {
        let signs = [('+', Operator::Add), ('-', Operator::Subtract), ('−', Operator::Subtract)];
        let mut left = self.product()?;
        while let Some(operator) = self.take(&signs) {
            left = Formula::Binary(operator, Box::new(left), Box::new(self.product()?));
        }
        Ok(left)
    }

    fn product(&mut self) -> Result<Formula, Unreadable> {
        let signs = [('*', Operator::Multiply), ('/', Operator::Divide)];
        let mut left = self.factor()?;
        while let Some(operator) = self.take(&signs) {
            left = Formula::Binary(operator, Box::new(left), Box::new(self.factor()?));
        }
        Ok(left)
    }

    fn factor(&mut self) -> Result<Formula, Unreadable> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err((Message::new("formula-deep"), None));
        }
        let factor = match self.peek() {
            Some('-') => {
                self.rest = &self.rest[1..];
                Formula::Negative(Box::new(self.factor()?))
            }
            Some('(') => {
                self.rest = &self.rest[1..];
                let inner = self.sum()?;
                match self.peek() {
                    Some(')') => self.rest = &self.rest[1..],
                    _ => return Err((Message::new("formula-open"), None)),
                }
                inner
            }
            Some(sign) if sign.is_ascii_digit() => self.number()?,
            Some(sign) if sign.is_alphabetic() => self.column()?,
            Some(sign) => return Err(unexpected(sign)),
            None => return Err((Message::new("formula-short"), None)),
        };
        self.depth -= 1;
        Ok(factor)
    }

    fn number(&mut self) -> Result<Formula, Unreadable> {
        let text = self.word(|sign| sign.is_ascii_digit() || ".,".contains(sign));
        match Amount::from_figure(text) {
            Ok(amount) => Ok(Formula::Number(amount)),
            Err(FigureError::NotANumber) => {
                Err((Message::new("figure-not-a-number").with("value", text), None))
            }
            Err(FigureError::Ambiguous(readings)) => Err((
                Message::new("figure-ambiguous").with("value", text),
                Some(
                    Message::new("figure-readings")
                        .with("readings", listed(readings.iter().map(String::as_str))),
                ),
            )),
        }
    }

    fn column(&mut self) -> Result<Formula, Unreadable> {
        let name = self.word(|sign| sign.is_alphanumeric() || sign == '_');
        if let Some(index) = self.columns.iter().position(|known| *known == name) {
            return Ok(Formula::Column(index));
        }
        let help = match nearest(name, self.columns.iter().copied()) {
            Some(known) => Message::new("formula-nearest").with("nearest", known),
            None => {
                Message::new("formula-known").with("known", listed(self.columns.iter().copied()))
            }
        };
        Err((Message::new("formula-unknown").with("name", name), Some(help)))
    }

    fn word(&mut self, belongs: impl Fn(char) -> bool) -> &'a str {
        let length = self.rest.find(|sign| !belongs(sign)).unwrap_or(self.rest.len());
        let (word, rest) = self.rest.split_at(length);
        self.rest = rest;
        word
    }
}

fn unexpected(sign: char) -> Unreadable {
    (Message::new("formula-sign").with("sign", sign), None)
}
