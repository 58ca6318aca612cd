//! The number and symbol of a document, such as `07/KH-UBND`: which system it is of (R124–R129).

/// Codes of kinds of state documents (R107, R108).
pub const STATE_CODES: &[&str] = &[
    "NQ", "QĐ", "CT", "QC", "QyĐ", "TC", "TB", "HD", "CTr", "KH", "PA", "ĐA", "DA", "BC", "BB",
    "TTr", "HĐ", "CĐ", "BGN", "BTT", "GUQ", "GM", "GGT", "GNP", "PG", "PC", "PB", "SY", "TrS",
    "SL",
];

/// Codes of kinds of Party documents (R129).
const PARTY_CODES: &[&str] = &[
    "NQ", "CT", "KL", "QC", "QĐ", "QĐi", "QyĐ", "TB", "BC", "KH", "CTr", "TTr", "HD", "CV", "BB",
    "ĐA", "PA", "TT",
];

/// Codes of Party organs, which no state symbol ends with (R129).
const PARTY_ORGANS: &[&str] = &["TW", "TU", "ĐU", "HU", "VPTW", "BCĐTW"];

/// What a symbol is by its shape. The order of trial is that of R129: Party, normative, state,
/// công văn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shape {
    /// `28-NQ/TW`: hyphen first, slash before the organ.
    Party {
        /// `NQ`
        code: String,
    },
    /// `30/2020/NĐ-CP`, `72/2025/QH15`.
    Normative {
        /// `NĐ`; of a law or resolution of Quốc hội its `QH15`.
        code: String,
    },
    /// `07/KH-UBND`
    State {
        /// `KH`
        code: String,
    },
    /// `12/UBND-VX`: of a công văn, or with a code that Phụ lục III does not have.
    Letter {
        /// `UBND`
        first: String,
        /// Whether a second group follows.
        has_unit: bool,
    },
    /// `05/KH/TU`, `28/NQ-TW`: a Party organ behind the slash of a state symbol, or the reverse.
    Mixed,
    /// `5106/QĐ-`, `5106/QĐ`: the issuer is missing.
    Incomplete,
    /// Nothing that is known.
    Unknown,
}

/// The shape of `symbol`, number and all, written without spaces.
#[must_use]
pub fn shape(symbol: &str) -> Shape {
    party(symbol).or_else(|| normative(symbol)).unwrap_or_else(|| {
        let Some((number, rest)) = symbol.split_once('/') else { return Shape::Unknown };
        if is_number(number) { of_groups(rest) } else { Shape::Unknown }
    })
}

/// The shape of what stands behind the first slash of a state symbol.
#[must_use]
pub fn of_groups(rest: &str) -> Shape {
    let groups: Vec<&str> = rest.split('-').collect();
    let (first, is_code) = (groups[0], STATE_CODES.contains(&groups[0]));
    if rest.contains('/') {
        let is_organ = rest.split('/').nth(1).is_some_and(is_party_organ);
        return if is_organ { Shape::Mixed } else { Shape::Unknown };
    }
    let is_empty = groups.iter().any(|group| group.is_empty());
    if is_empty || is_code && groups.len() == 1 {
        return if first.is_empty() { Shape::Unknown } else { Shape::Incomplete };
    }
    if is_code && is_party_organ(groups[1]) {
        return Shape::Mixed;
    }
    if is_code {
        return Shape::State { code: first.to_owned() };
    }
    let begins = first.chars().next().is_some_and(char::is_uppercase);
    if begins {
        Shape::Letter { first: first.to_owned(), has_unit: groups.len() > 1 }
    } else {
        Shape::Unknown
    }
}

fn is_party_organ(group: &str) -> bool {
    PARTY_ORGANS.contains(&group)
}

fn is_number(text: &str) -> bool {
    let digits = text.split('.').next().unwrap_or_default();
    !digits.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
}

fn party(symbol: &str) -> Option<Shape> {
    let (front, organ) = symbol.split_once('/')?;
    let (number, code) = front.split_once('-')?;
    let is_party = is_number(number) && !organ.is_empty() && PARTY_CODES.contains(&code);
    is_party.then(|| Shape::Party { code: code.to_owned() })
}

fn normative(symbol: &str) -> Option<Shape> {
    let mut parts = symbol.splitn(3, '/');
    let (number, year, rest) = (parts.next()?, parts.next()?, parts.next()?);
    let is_year = year.len() == 4 && (year.starts_with("19") || year.starts_with("20"));
    if !is_number(number) || !is_year || !is_number(year) {
        return None;
    }
    let (code, issuer) = rest.split_once('-').unwrap_or((rest, ""));
    let is_assembly = ["QH", "UBTVQH"].into_iter().any(|body| {
        code.strip_prefix(body).is_some_and(|term| !term.is_empty() && is_number(term))
    });
    let is_complete = is_assembly || !issuer.is_empty() && !issuer.ends_with('-');
    if !is_complete {
        return Some(Shape::Incomplete);
    }
    Some(Shape::Normative { code: code.to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(symbol: &str) -> &'static str {
        match shape(symbol) {
            Shape::Party { .. } => "party",
            Shape::Normative { .. } => "normative",
            Shape::State { .. } => "state",
            Shape::Letter { .. } => "letter",
            Shape::Mixed => "mixed",
            Shape::Incomplete => "incomplete",
            Shape::Unknown => "unknown",
        }
    }

    #[test]
    fn every_symbol_of_the_specification_is_of_its_system() {
        let table = [
            ("15/QĐ-BNV", "state"),
            ("07/KH-UBND", "state"),
            ("1076/CTr-BCĐ", "state"),
            ("749/CĐ-BCĐQG", "state"),
            ("141/KH-BCĐTKNQ18", "state"),
            ("1751/KH-BCĐTƯATTP", "state"),
            ("2616/KH-BNN-TCLN", "state"),
            ("125/NQ-CP", "state"),
            ("12/UBND-VX", "letter"),
            ("89/BHXH-TST", "letter"),
            ("221/CVT&LTNN-NV", "letter"),
            ("125/NĐ-CP", "letter"),
            ("2230/CTHĐ-BCĐ", "letter"),
            ("30/2020/NĐ-CP", "normative"),
            ("72/2025/QH15", "normative"),
            ("09/2020/NQ-HĐND", "normative"),
            ("66.17/2026/NQ-CP", "normative"),
            ("28-NQ/TW", "party"),
            ("109-KH/TU", "party"),
            ("05-KH/BCĐTW", "party"),
            ("59-CV/BCĐ", "party"),
            ("399-QĐ/TW", "party"),
            ("05-HD/VPTW", "party"),
            ("28/NQ-TW", "mixed"),
            ("05/KH/TU", "mixed"),
            ("5106/QĐ-", "incomplete"),
            ("5106/QĐ", "incomplete"),
            ("30/2020/NĐ", "incomplete"),
            ("/BCĐ", "unknown"),
            ("12/x", "unknown"),
            ("", "unknown"),
        ];
        for (symbol, system) in table {
            assert_eq!(name(symbol), system, "{symbol}");
        }
    }
}
