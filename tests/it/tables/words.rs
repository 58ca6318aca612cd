//! Numbers in words, read back by a reader that knows the words and nothing of the writer.

use vanthu::model::words::in_words;

/// The number that `words` say, below a million.
fn read(words: &str) -> Option<u32> {
    let mut number = 0;
    // What was said of the present three digits, and whether a digit waits for its place.
    let (mut group, mut digit) = (0, None);
    for word in words.split(' ') {
        let value = match word {
            "không" => 0,
            "một" | "mốt" => 1,
            "hai" => 2,
            "ba" => 3,
            "bốn" => 4,
            "năm" | "lăm" => 5,
            "sáu" => 6,
            "bảy" => 7,
            "tám" => 8,
            "chín" => 9,
            "trăm" => {
                group += 100 * digit.take()?;
                continue;
            }
            "mươi" => {
                group += 10 * digit.take()?;
                continue;
            }
            "mười" if digit.is_none() => {
                group += 10;
                continue;
            }
            "linh" if digit.is_none() => continue,
            "nghìn" => {
                number = 1000 * (group + digit.take().unwrap_or(0));
                group = 0;
                continue;
            }
            _ => return None,
        };
        if digit.replace(value).is_some() {
            return None;
        }
    }
    Some(number + group + digit.unwrap_or(0))
}

#[test]
fn every_number_below_a_million_reads_back() {
    for number in 0..1_000_000 {
        let words = in_words(&number.to_string());
        assert_eq!(read(&words), Some(number), "{words}");
    }
}

#[test]
fn the_words_obey_the_rules_of_speech() {
    for number in 0..1_000_000 {
        let words = format!(" {} ", in_words(&number.to_string()));
        // Twenty-one is `mốt`, fifteen `lăm`; ten is `mười`, and never `một mươi`.
        for wrong in [" mươi một ", " mươi năm ", " mười năm ", " một mươi ", " không mươi "]
        {
            // `mươi năm nghìn` would be wrong, too: the word is the same before a unit.
            assert!(!words.contains(wrong), "{number}: {words}");
        }
        assert!(!words.contains("  "), "{number}: {words}");
        // A thousand and five has its empty hundred: `một nghìn không trăm linh năm`.
        let tail = number % 1000;
        if number >= 1000 && (1..100).contains(&tail) {
            assert!(words.contains("nghìn không trăm "), "{number}: {words}");
        }
    }
}
