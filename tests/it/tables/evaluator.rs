//! Another reader and evaluator of formulas, on fractions of two `i128`, to compare with.

use std::cmp::Ordering;

/// A fraction in lowest terms, the divisor above zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Fraction {
    pub(super) over: i128,
    pub(super) under: i128,
}

/// Why there is no value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Failure {
    DivisionByZero,
    /// The evaluator's own limit: the case proves nothing.
    TooLarge,
}

type Value = Result<Option<Fraction>, Failure>;

impl Fraction {
    pub(super) fn new(over: i128, under: i128) -> Result<Self, Failure> {
        if under == 0 {
            return Err(Failure::DivisionByZero);
        }
        let (mut a, mut b) = (over.unsigned_abs(), under.unsigned_abs());
        while b != 0 {
            (a, b) = (b, a % b);
        }
        let divisor = i128::try_from(a).map_err(|_| Failure::TooLarge)? * under.signum();
        let found = Self { over: over / divisor, under: under / divisor };
        let most = i128::from(i64::MAX);
        let is_small = found.over.abs() <= most && found.under <= most;
        if is_small { Ok(found) } else { Err(Failure::TooLarge) }
    }

    fn plus(self, other: Self) -> Result<Self, Failure> {
        Self::new(self.over * other.under + other.over * self.under, self.under * other.under)
    }

    fn times(self, other: Self) -> Result<Self, Failure> {
        Self::new(self.over * other.over, self.under * other.under)
    }

    fn negative(self) -> Self {
        Self { over: -self.over, under: self.under }
    }

    fn compared(self, other: Self) -> Ordering {
        (self.over * other.under).cmp(&(other.over * self.under))
    }

    /// A half goes away from zero.
    fn round(self, decimals: u32) -> Result<Self, Failure> {
        let scale = 10i128.pow(decimals);
        let (over, under) = (self.over.abs() * scale, self.under);
        Self::new(self.over.signum() * ((2 * over + under) / (2 * under)), scale)
    }
}

/// What a test makes formulas of.
#[derive(Debug, Clone)]
pub(super) enum Tree {
    /// So many hundredths.
    Number(u32),
    /// The column of this place: `a`, `b`, `c`.
    Column(usize),
    Negative(Box<Tree>),
    Binary(char, Box<Tree>, Box<Tree>),
    Round(Box<Tree>, u32),
    Least(Vec<Tree>),
    Greatest(Vec<Tree>),
    If(&'static str, Box<[Tree; 4]>),
    /// `~`
    Blank,
    /// `sum`, `count` or `average` of the values that are there.
    Filled(&'static str, Vec<Tree>),
    /// By how many per cent the first is more than the second.
    Growth(Box<Tree>, Box<Tree>),
}

impl Tree {
    /// The formula in words. Parentheses stand only where they are needed: so the reader's order
    /// of operations is proved as well.
    pub(super) fn text(&self) -> String {
        let list = |parts: &[Self]| parts.iter().map(Self::text).collect::<Vec<_>>().join(", ");
        match self {
            Self::Number(hundredths) => format!("{}.{:02}", hundredths / 100, hundredths % 100),
            Self::Column(column) => ["a", "b", "c"][*column].to_owned(),
            Self::Negative(inner) => format!("-{}", inner.held(3)),
            Self::Binary(sign, left, right) => {
                let binding = self.binding();
                format!("{} {sign} {}", left.held(binding), right.held(binding + 1))
            }
            Self::Round(inner, decimals) => format!("round({}, {decimals})", inner.text()),
            Self::Least(parts) => format!("min({})", list(parts)),
            Self::Greatest(parts) => format!("max({})", list(parts)),
            Self::Blank => "~".to_owned(),
            Self::Filled(name, parts) => format!("{name}({})", list(parts)),
            Self::Growth(now, before) => format!("growth({}, {})", now.text(), before.text()),
            Self::If(sign, parts) => {
                let [left, right, yes, no] = parts.each_ref().map(Self::text);
                format!("if({left} {sign} {right}, {yes}, {no})")
            }
        }
    }

    fn binding(&self) -> u8 {
        match self {
            Self::Binary('+' | '-', ..) => 1,
            Self::Binary(..) => 2,
            _ => 3,
        }
    }

    fn held(&self, outer: u8) -> String {
        if self.binding() < outer { format!("({})", self.text()) } else { self.text() }
    }

    /// The value over a row of three cells.
    pub(super) fn value(&self, row: &[Option<Fraction>; 3]) -> Value {
        match self {
            Self::Number(hundredths) => Fraction::new(i128::from(*hundredths), 100).map(Some),
            Self::Column(column) => Ok(row[*column]),
            Self::Negative(inner) => Ok(inner.value(row)?.map(Fraction::negative)),
            Self::Binary(sign, left, right) => {
                let (Some(left), Some(right)) = (left.value(row)?, right.value(row)?) else {
                    return Ok(None);
                };
                match sign {
                    '+' => left.plus(right),
                    '-' => left.plus(right.negative()),
                    '*' => left.times(right),
                    _ => Fraction::new(left.over * right.under, left.under * right.over),
                }
                .map(Some)
            }
            Self::Round(inner, decimals) => {
                inner.value(row)?.map(|value| value.round(*decimals)).transpose()
            }
            Self::Least(parts) => extreme(parts, row, Ordering::Less),
            Self::Greatest(parts) => extreme(parts, row, Ordering::Greater),
            Self::Blank => Ok(None),
            Self::Filled(name, parts) => filled(name, parts, row),
            Self::Growth(now, before) => match (now.value(row)?, before.value(row)?) {
                (Some(now), Some(before)) if before.over != 0 => {
                    let more = now.plus(before.negative())?.times(Fraction::new(100, 1)?)?;
                    Fraction::new(more.over * before.under, more.under * before.over).map(Some)
                }
                _ => Ok(None),
            },
            Self::If(sign, parts)
                if matches!(parts[0], Self::Blank) || matches!(parts[1], Self::Blank) =>
            {
                let is_same = parts[0].value(row)? == parts[1].value(row)?;
                match *sign {
                    "=" if is_same => parts[2].value(row),
                    "<>" if !is_same => parts[2].value(row),
                    "=" | "<>" => parts[3].value(row),
                    _ => Ok(None),
                }
            }
            Self::If(sign, parts) => {
                let [left, right, yes, no] = parts.as_ref();
                let (Some(left), Some(right)) = (left.value(row)?, right.value(row)?) else {
                    return Ok(None);
                };
                let order = left.compared(right);
                let holds = match *sign {
                    "=" => order == Ordering::Equal,
                    "<>" => order != Ordering::Equal,
                    "<" => order == Ordering::Less,
                    "<=" => order != Ordering::Greater,
                    ">" => order == Ordering::Greater,
                    _ => order != Ordering::Less,
                };
                if holds { yes.value(row) } else { no.value(row) }
            }
        }
    }
}

fn filled(name: &str, parts: &[Tree], row: &[Option<Fraction>; 3]) -> Value {
    let values: Vec<Option<Fraction>> =
        parts.iter().map(|part| part.value(row)).collect::<Result<_, _>>()?;
    let values: Vec<Fraction> = values.into_iter().flatten().collect();
    let count = Fraction::new(i128::try_from(values.len()).expect("there are few"), 1)?;
    if name == "count" {
        return Ok(Some(count));
    }
    let mut sum: Option<Fraction> = None;
    for value in values {
        sum = Some(match sum {
            Some(sum) => sum.plus(value)?,
            None => value,
        });
    }
    match (name, sum) {
        ("average", Some(sum)) => Fraction::new(sum.over, sum.under * count.over).map(Some),
        _ => Ok(sum),
    }
}

fn extreme(parts: &[Tree], row: &[Option<Fraction>; 3], wanted: Ordering) -> Value {
    let values: Vec<Option<Fraction>> =
        parts.iter().map(|part| part.value(row)).collect::<Result<_, _>>()?;
    let Some(values) = values.into_iter().collect::<Option<Vec<_>>>() else { return Ok(None) };
    Ok(values.into_iter().reduce(
        |found, value| {
            if value.compared(found) == wanted { value } else { found }
        },
    ))
}
