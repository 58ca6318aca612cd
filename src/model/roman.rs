//! Roman numerals: mục (R53) and appendices (R84).

/// `number` in Roman numerals, for numbers below 4,000.
#[must_use]
pub fn roman(mut number: usize) -> String {
    const SIGNS: [(usize, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    let mut numeral = String::new();
    for (value, sign) in SIGNS {
        while number >= value {
            numeral.push_str(sign);
            number -= value;
        }
    }
    numeral
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numerals_are_those_of_the_decree() {
        for (number, numeral) in [(1, "I"), (4, "IV"), (9, "IX"), (14, "XIV"), (49, "XLIX")] {
            assert_eq!(roman(number), numeral);
        }
    }
}
