//! One amount spread over the units of a table: in proportion to weights, within bounds, in
//! whole units of what the column prints, the parts adding up to the amount exactly.

use super::largest_remainder;
use crate::diagnostic::Message;
use crate::model::allocation::{Allocation, Ties};
use crate::model::amount::Amount;
use crate::model::target::Target;

/// How an amount was spread.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Working {
    /// Index of the column.
    pub column: usize,
    /// What was spread.
    pub amount: Amount,
    /// The parts, in the order of the lines.
    pub shares: Vec<Share>,
}

/// The part of one unit, and how it came about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Share {
    /// Index of the line.
    pub line: usize,
    /// Its weight; a settled part needs none.
    pub weight: Option<Amount>,
    /// Its part before rounding.
    pub exact: Amount,
    /// What holds it.
    pub bound: Bound,
    /// Its part.
    pub result: Amount,
}

/// What holds a part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bound {
    /// Nothing: it is proportional.
    Free,
    /// It would have been less.
    Floor,
    /// It would have been more.
    Cap,
    /// It was settled beforehand.
    Fixed,
}

/// A unit that takes part.
struct Claim {
    line: usize,
    weight: Amount,
    exact: Amount,
    bound: Bound,
}

/// Spreads `amount` over the units of `weights`; those with a blank weight take no part.
pub(super) fn allocate(
    spread: &Allocation,
    amount: Option<Amount>,
    weights: &[(usize, Option<Amount>)],
    target: &Target,
    column: usize,
) -> Result<Working, Message> {
    let unit = Amount::power_of_ten(target.columns[column].kind.decimals());
    let amount = amount.ok_or_else(|| Message::new("allocate-blank"))?;
    if !(&amount * &unit).is_integer() || amount < Amount::zero() {
        return Err(Message::new("allocate-amount").with("amount", &amount));
    }
    let fixed: Amount = spread.fixed.iter().fold(Amount::zero(), |sum, (_, part)| &sum + part);
    let is_fixed = |line: usize| spread.fixed.iter().any(|(fixed, _)| *fixed == line);
    let mut claims = Vec::new();
    for (line, weight) in weights.iter().filter(|(line, _)| !is_fixed(*line)) {
        let Some(weight) = weight else { continue };
        if *weight < Amount::zero() {
            let name = &target.lines[*line].name.value;
            return Err(Message::new("allocate-negative").with("name", name));
        }
        let (exact, bound) = (Amount::zero(), Bound::Free);
        claims.push(Claim { line: *line, weight: weight.clone(), exact, bound });
    }
    let rest = &amount - &fixed;
    fits(spread, &rest, claims.len(), &amount)?;
    proportion(&mut claims, &rest, spread)?;
    let shares = shares(&claims, spread, weights, target, &unit);
    Ok(Working { column, amount, shares })
}

/// Whether the bounds leave room for the amount at all.
fn fits(spread: &Allocation, rest: &Amount, count: usize, amount: &Amount) -> Result<(), Message> {
    let count = Amount::from(i64::try_from(count).unwrap_or(i64::MAX));
    let least = spread.floor.as_ref().map_or_else(Amount::zero, |floor| floor * &count);
    if *rest < least {
        return Err(Message::new("allocate-too-little")
            .with("amount", amount)
            .with("least", &(&least + &(amount - rest))));
    }
    let most = spread.cap.as_ref().map(|cap| cap * &count);
    match most {
        Some(most) if *rest > most => Err(Message::new("allocate-too-much")
            .with("amount", amount)
            .with("most", &(&most + &(amount - rest)))),
        _ => Ok(()),
    }
}

/// Parts in proportion to the weights, held by floor and cap; their sum is `rest`.
///
/// Each round sets the parts of those still free, then holds fast those on the side where the
/// bounds are passed by more in all; what they leave is spread anew.
fn proportion(claims: &mut [Claim], rest: &Amount, spread: &Allocation) -> Result<(), Message> {
    let floor = spread.floor.clone().unwrap_or_else(Amount::zero);
    loop {
        let sum = |amounts: &mut dyn Iterator<Item = &Amount>| {
            amounts.fold(Amount::zero(), |sum, one| &sum + one)
        };
        let held = sum(&mut claims.iter().filter(|c| c.bound != Bound::Free).map(|c| &c.exact));
        let weight = sum(&mut claims.iter().filter(|c| c.bound == Bound::Free).map(|c| &c.weight));
        let left = rest - &held;
        // What passes a bound is added up by weight: the weights are short, the parts are not.
        let (mut low, mut high) = ((0, Amount::zero()), (0, Amount::zero()));
        for claim in claims.iter_mut().filter(|claim| claim.bound == Bound::Free) {
            let part = (&claim.weight * &left).checked_div(&weight);
            claim.exact = part.unwrap_or_else(Amount::zero);
            if claim.exact < floor {
                low = (low.0 + 1, &low.1 + &claim.weight);
            }
            if spread.cap.as_ref().is_some_and(|cap| claim.exact > *cap) {
                high = (high.0 + 1, &high.1 + &claim.weight);
            }
        }
        let parts =
            |weights: &Amount| (weights * &left).checked_div(&weight).unwrap_or_else(Amount::zero);
        let lacking = &(&floor * &Amount::from(low.0)) - &parts(&low.1);
        let caps = spread.cap.as_ref().map(|cap| cap * &Amount::from(high.0));
        let exceeding = &parts(&high.1) - &caps.unwrap_or_else(Amount::zero);
        let is_low = lacking >= exceeding;
        let mut is_settled = true;
        for claim in claims.iter_mut().filter(|claim| claim.bound == Bound::Free) {
            if is_low && claim.exact < floor {
                (claim.exact, claim.bound) = (floor.clone(), Bound::Floor);
                is_settled = false;
            } else if let Some(cap) =
                spread.cap.as_ref().filter(|cap| !is_low && claim.exact > **cap)
            {
                (claim.exact, claim.bound) = (cap.clone(), Bound::Cap);
                is_settled = false;
            }
        }
        if is_settled {
            // Without a unit that has a weight, the rest cannot be given to any.
            let is_given = weight != Amount::zero() || left == Amount::zero();
            return if is_given { Ok(()) } else { Err(Message::new("allocate-no-weight")) };
        }
    }
}

fn shares(
    claims: &[Claim],
    spread: &Allocation,
    weights: &[(usize, Option<Amount>)],
    target: &Target,
    unit: &Amount,
) -> Vec<Share> {
    let exact: Vec<Amount> = claims.iter().map(|claim| &claim.exact * unit).collect();
    let results = largest_remainder(&exact, &priority(claims, spread.ties, target));
    let mut shares: Vec<Share> = claims
        .iter()
        .zip(results)
        .map(|(claim, result)| Share {
            line: claim.line,
            weight: Some(claim.weight.clone()),
            exact: claim.exact.clone(),
            bound: claim.bound,
            result: result.checked_div(unit).unwrap_or(result),
        })
        .collect();
    for (line, part) in &spread.fixed {
        let weight = weights.iter().find(|(known, _)| known == line);
        shares.push(Share {
            line: *line,
            weight: weight.and_then(|(_, weight)| weight.clone()),
            exact: part.clone(),
            bound: Bound::Fixed,
            result: part.clone(),
        });
    }
    shares.sort_by_key(|share| share.line);
    shares
}

/// Who comes first at a tie: the place of each claim.
fn priority(claims: &[Claim], ties: Ties, target: &Target) -> Vec<usize> {
    let mut order: Vec<usize> = (0..claims.len()).collect();
    if ties == Ties::Name {
        order.sort_by_key(|index| target.lines[claims[*index].line].name.value.as_str());
    }
    let mut priority = vec![0; claims.len()];
    for (place, index) in order.into_iter().enumerate() {
        priority[index] = place;
    }
    priority
}
