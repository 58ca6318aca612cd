//! Changed files: as a hand, a merge or a disk would change them, and worse.

mod pieces;

use fastrand::Rng;

use super::corpus::{self, Input, Kind};
use pieces::{BODY, FORMULA, HOSTILE, NUMBERS, YAML};

/// No changed file is longer.
const MOST: usize = 64 << 10;

/// Makes one changed file after the other, always the same ones from one seed.
pub(super) struct Mutator {
    random: Rng,
    seeds: Vec<Input>,
    /// Changed files that became documents: what is changed further gets further.
    good: Vec<Input>,
}

/// No more of them are remembered.
const MOST_GOOD: usize = 200;

impl Mutator {
    pub(super) fn new(seed: u64) -> Self {
        Self { random: Rng::with_seed(seed), seeds: corpus::seeds(), good: Vec::new() }
    }

    pub(super) fn next(&mut self) -> Input {
        let mut input = self.seed();
        if !self.good.is_empty() && self.random.bool() {
            input = self.good[self.random.usize(..self.good.len())].clone();
        }
        if self.random.u8(..) == 0 {
            let length = self.random.usize(..400);
            input.bytes = (0..length).map(|_| self.random.u8(..)).collect();
            return input;
        }
        for _ in 0..=self.random.usize(..3) {
            input.bytes = self.change(&input);
            // A font ends with its glyphs.
            if input.kind != Kind::Font {
                input.bytes.truncate(MOST);
            }
        }
        input
    }

    /// Remembers an input that became a document.
    pub(super) fn learn(&mut self, input: Input) {
        if self.good.len() < MOST_GOOD {
            self.good.push(input);
        } else {
            let index = self.random.usize(..MOST_GOOD);
            self.good[index] = input;
        }
    }

    fn seed(&mut self) -> Input {
        let index = self.random.usize(..self.seeds.len());
        self.seeds[index].clone()
    }

    /// Words of another file of the same kind.
    fn other(&mut self, kind: Kind) -> String {
        let other = loop {
            let other = self.seed();
            if other.kind == kind {
                break other;
            }
        };
        String::from_utf8_lossy(&other.bytes).into_owned()
    }

    fn change(&mut self, input: &Input) -> Vec<u8> {
        let random = &mut self.random;
        if matches!(input.kind, Kind::Workbook | Kind::Font | Kind::Listing)
            || random.usize(..12) == 0
        {
            return bytes(random, input.bytes.clone());
        }
        let text = String::from_utf8_lossy(&input.bytes).into_owned();
        let changed = match self.random.usize(..12) {
            0 => splice(&mut self.random, &text, &text),
            1 => {
                let other = self.other(input.kind);
                splice(&mut self.random, &text, &other)
            }
            2 | 3 => lines(&mut self.random, &text),
            4 => numbers(&mut self.random, &text),
            5 => {
                let other = self.other(input.kind);
                scalars(&mut self.random, &text, &other)
            }
            6 => insert(&mut self.random, &text, HOSTILE),
            7 => insert(&mut self.random, &text, YAML),
            8 => formulas(&mut self.random, &text),
            9 | 10 => body(&mut self.random, &text),
            _ => many(&mut self.random, &text),
        };
        changed.into_bytes()
    }
}

fn pick<'a>(random: &mut Rng, words: &[&'a str]) -> &'a str {
    words[random.usize(..words.len())]
}

/// A place between two characters.
fn place(random: &mut Rng, text: &str) -> usize {
    let mut place = random.usize(..=text.len());
    while !text.is_char_boundary(place) {
        place -= 1;
    }
    place
}

fn bytes(random: &mut Rng, mut bytes: Vec<u8>) -> Vec<u8> {
    if bytes.is_empty() {
        return vec![random.u8(..)];
    }
    let at = random.usize(..bytes.len());
    let end = (at + random.usize(1..40)).min(bytes.len());
    match random.usize(..5) {
        0 => bytes[at] ^= 1 << random.u32(..8),
        1 => bytes[at] = random.u8(..),
        2 => drop(bytes.drain(at..end)),
        3 => {
            let part = bytes[at..end].to_vec();
            bytes.splice(at..at, part);
        }
        _ => bytes.truncate(at),
    }
    bytes
}

/// Some lines of `other` in the place of some of `text`.
fn splice(random: &mut Rng, text: &str, other: &str) -> String {
    let (mine, theirs): (Vec<&str>, Vec<&str>) =
        (text.split_inclusive('\n').collect(), other.split_inclusive('\n').collect());
    let start = random.usize(..=mine.len());
    let end = (start + random.usize(..6)).min(mine.len());
    let from = random.usize(..=theirs.len());
    let to = (from + random.usize(..20)).min(theirs.len());
    [&mine[..start], &theirs[from..to], &mine[end..]].concat().concat()
}

/// A line is lost, twice, elsewhere, indented anew, or much of it.
fn lines(random: &mut Rng, text: &str) -> String {
    let mut lines: Vec<String> = text.split_inclusive('\n').map(str::to_owned).collect();
    if lines.is_empty() {
        return text.to_owned();
    }
    let at = random.usize(..lines.len());
    match random.usize(..6) {
        0 => drop(lines.remove(at)),
        1 => lines.insert(at, lines[at].clone()),
        2 => {
            let line = lines.remove(at);
            lines.insert(random.usize(..=lines.len()), line);
        }
        3 => lines[at].insert_str(0, &" ".repeat(random.usize(1..9))),
        4 => {
            let bare = lines[at].trim_start().to_owned();
            lines[at] = bare;
        }
        _ => {
            let line = lines[at].clone();
            let times = random.usize(2..400);
            let copies = (0..times).map(|count| line.replacen(':', &format!("{count}:"), 1));
            let copies: Vec<String> = copies.collect();
            lines.splice(at..at, copies);
        }
    }
    lines.concat()
}

/// Where the runs of digits of `text` are.
fn runs_of_digits(text: &str) -> Vec<std::ops::Range<usize>> {
    let mut runs: Vec<std::ops::Range<usize>> = Vec::new();
    for (index, byte) in text.bytes().enumerate().filter(|(_, byte)| byte.is_ascii_digit()) {
        let _ = byte;
        match runs.last_mut() {
            Some(run) if run.end == index => run.end = index + 1,
            _ => runs.push(index..index + 1),
        }
    }
    runs
}

fn numbers(random: &mut Rng, text: &str) -> String {
    let runs = runs_of_digits(text);
    if runs.is_empty() {
        return text.to_owned();
    }
    let run = runs[random.usize(..runs.len())].clone();
    let number = match random.usize(..4) {
        0 => random.u64(..).to_string(),
        1 => random.u8(..).to_string(),
        _ => pick(random, NUMBERS).to_owned(),
    };
    format!("{}{number}{}", &text[..run.start], &text[run.end..])
}

/// What stands behind `: ` or `- `, and where.
fn values(text: &str) -> Vec<(usize, &str)> {
    let mut values = Vec::new();
    let mut offset = 0;
    for line in text.split_inclusive('\n') {
        let start = line.find(": ").or_else(|| line.find("- ")).map(|at| at + 2);
        if let Some(start) = start {
            values.push((offset + start, line[start..].trim_end()));
        }
        offset += line.len();
    }
    values
}

/// A value becomes another one: of this file, of another one, or hostile.
fn scalars(random: &mut Rng, text: &str, other: &str) -> String {
    let (mine, theirs) = (values(text), values(other));
    if mine.is_empty() || theirs.is_empty() {
        return insert(random, text, YAML);
    }
    let (at, old) = mine[random.usize(..mine.len())];
    let new = match random.usize(..4) {
        0 => mine[random.usize(..mine.len())].1.to_owned(),
        1 => theirs[random.usize(..theirs.len())].1.to_owned(),
        2 => serde_json::to_string(pick(random, HOSTILE)).unwrap_or_default(),
        _ => pick(random, YAML).to_owned(),
    };
    format!("{}{new}{}", &text[..at], &text[at + old.len()..])
}

fn insert(random: &mut Rng, text: &str, words: &[&str]) -> String {
    let mut text = text.to_owned();
    for _ in 0..=random.usize(..3) {
        let at = place(random, &text);
        text.insert_str(at, pick(random, words));
    }
    text
}

/// The tokens of one formula, or of one reference in the body, are changed.
fn formulas(random: &mut Rng, text: &str) -> String {
    let ends: [(&str, &[char]); 4] = [
        ("formula: ", &['\n', '}']),
        ("total: ", &['\n', ',']),
        ("amount: ", &['\n', ',']),
        ("{{", &['}']),
    ];
    let mut found = Vec::new();
    for (start, end) in ends {
        for (at, _) in text.match_indices(start) {
            let from = at + start.len();
            let to = text[from..].find(end).map_or(text.len(), |length| from + length);
            found.push(from..to);
        }
    }
    if found.is_empty() {
        return insert(random, text, FORMULA);
    }
    let range = found[random.usize(..found.len())].clone();
    let mut tokens = tokens(&text[range.clone()]);
    for _ in 0..=random.usize(..4) {
        let at = random.usize(..=tokens.len());
        match random.usize(..5) {
            0 if at < tokens.len() => drop(tokens.remove(at)),
            1 if at < tokens.len() => pick(random, FORMULA).clone_into(&mut tokens[at]),
            2 if !tokens.is_empty() => {
                let from = random.usize(..tokens.len());
                tokens.insert(at, tokens[from].clone());
            }
            3 => {
                let depth = random.usize(1..200);
                tokens.insert(0, pick(random, &["(", "-", "if(", "round("]).repeat(depth));
                tokens.push(")".repeat(depth));
            }
            _ => tokens.insert(at, pick(random, FORMULA).to_owned()),
        }
    }
    format!("{}{}{}", &text[..range.start], tokens.concat(), &text[range.end..])
}

/// Words, numbers and signs.
fn tokens(formula: &str) -> Vec<String> {
    let mut tokens: Vec<String> = Vec::new();
    let mut was_word = false;
    for sign in formula.chars() {
        let is_word = sign.is_alphanumeric() || sign == '_';
        match tokens.last_mut() {
            Some(token) if is_word && was_word => token.push(sign),
            _ => tokens.push(sign.to_string()),
        }
        was_word = is_word;
    }
    tokens
}

/// Pieces of Markdown within the body, or anywhere where there is none.
fn body(random: &mut Rng, text: &str) -> String {
    let start = text.find("body: |").map_or(0, |at| at + "body: |".len());
    let mut changed = text.to_owned();
    for _ in 0..=random.usize(..4) {
        let at = start + place(random, &changed[start..]);
        let times = if random.usize(..8) == 0 { random.usize(2..300) } else { 1 };
        changed.insert_str(at, &pick(random, BODY).repeat(times));
    }
    changed
}

/// A part of the text, very often.
fn many(random: &mut Rng, text: &str) -> String {
    let (one, two) = (place(random, text), place(random, text));
    let (start, end) = (one.min(two), one.max(two));
    let end = (start..=(start + 80).min(end)).rev().find(|end| text.is_char_boundary(*end));
    let end = end.unwrap_or(start);
    let times = random.usize(2..200);
    format!("{}{}{}", &text[..start], text[start..end].repeat(times), &text[end..])
}

/// The input without as much as can be taken from it while it still `fails`.
pub(super) fn smaller(input: &Input, fails: &dyn Fn(&Input) -> bool) -> Input {
    let mut best = input.clone();
    let mut tries = 400;
    let mut part = best.bytes.len() / 2;
    while part > 0 && tries > 0 {
        let mut at = 0;
        while at < best.bytes.len() && tries > 0 {
            let mut less = best.clone();
            less.bytes.drain(at..(at + part).min(best.bytes.len()));
            tries -= 1;
            if fails(&less) {
                best = less;
            } else {
                at += part;
            }
        }
        part /= 2;
    }
    best
}
