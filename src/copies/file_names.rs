//! Names of files that every system takes, each once.

use std::collections::BTreeSet;

use unicode_normalization::UnicodeNormalization;

use crate::nearest::folded;

/// No name is longer, in bytes and in the units that Windows counts: a path of 260 has room for it.
const LONGEST: usize = 100;

/// Names that Windows keeps for devices, whatever stands behind a dot.
const RESERVED: [&str; 6] = ["con", "prn", "aux", "nul", "conin$", "conout$"];

/// The names so far.
pub(super) struct FileNames {
    /// In small letters: Windows and macOS do not tell them apart by capitals.
    taken: BTreeSet<String>,
    /// The digits of the greatest number.
    width: usize,
}

impl FileNames {
    /// None of `count` names yet.
    pub(super) fn new(count: usize) -> Self {
        Self { taken: BTreeSet::new(), width: count.max(10).to_string().len() }
    }

    /// A number with as many digits as the last one has.
    pub(super) fn count(&self, number: usize) -> String {
        format!("{number:0width$}", width = self.width)
    }

    /// A name made of `parts`, those that are to be so in letters without marks. Where another one
    /// has it already, or nothing is left, the number stands behind it.
    pub(super) fn unique(&mut self, parts: &[(String, bool)], number: usize) -> String {
        let joined: String = parts
            .iter()
            .map(|(part, is_plain)| if *is_plain { plain(part) } else { part.clone() })
            .collect();
        let name = valid(&joined, LONGEST);
        let mut candidates = std::iter::once(name.clone()).chain((number..).map(|count| {
            let behind = format!("-{count}");
            format!("{}{behind}", valid(&joined, LONGEST - behind.len()))
        }));
        let is_free = |name: &String| !name.is_empty() && !self.taken.contains(&key(name));
        let found = candidates.find(is_free).unwrap_or(name);
        self.taken.insert(key(&found));
        found
    }
}

/// What two names have in common that one folder cannot hold both of.
fn key(name: &str) -> String {
    name.nfkd().flat_map(char::to_lowercase).collect::<String>().nfkc().collect()
}

/// Letters without marks and digits, joined by `-`.
fn plain(words: &str) -> String {
    let mut plain = String::new();
    for sign in folded(words).chars() {
        match sign {
            sign if sign.is_ascii_alphanumeric() => plain.push(sign),
            _ if !plain.is_empty() && !plain.ends_with('-') => plain.push('-'),
            _ => {}
        }
    }
    plain.trim_end_matches('-').to_owned()
}

/// `words` as a name that Windows takes, too, of at most `most` bytes; perhaps nothing.
fn valid(words: &str, most: usize) -> String {
    let is_bad = |sign: char| sign.is_control() || "<>:\"/\\|?*{}".contains(sign);
    let words = words.nfc().map(|sign| if is_bad(sign) { '-' } else { sign });
    let mut name = String::new();
    for sign in words {
        if name.len() + sign.len_utf8() > most - 1 {
            break;
        }
        name.push(sign);
    }
    // `_` begins the names of the files that are about all copies.
    let name = name.trim_start_matches([' ', '.', '_', '-', '~']).trim_end_matches([' ', '.', '-']);
    if is_reserved(name) { format!("{name}-") } else { name.to_owned() }
}

fn is_reserved(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().trim_end().to_lowercase();
    let port = ["com", "lpt"].iter().find_map(|port| stem.strip_prefix(port));
    let is_port = port.is_some_and(|rest| {
        let mut signs = rest.chars();
        signs.next().is_some_and(|sign| "0123456789¹²³".contains(sign)) && signs.next().is_none()
    });
    is_port || RESERVED.contains(&stem.as_str())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn named(names: &[&str]) -> Vec<String> {
        let mut all = FileNames::new(names.len());
        (1..).zip(names).map(|(at, name)| all.unique(&[((*name).to_owned(), false)], at)).collect()
    }

    #[test]
    fn a_name_is_one_that_every_system_takes() {
        for (words, name) in [
            ("Xã An Lạc", "Xã An Lạc"),
            ("a/b:c", "a-b-c"),
            ("tên.", "tên"),
            ("CON", "CON-"),
            ("con.pdf", "con.pdf-"),
            ("com¹", "com¹-"),
            ("common", "common"),
            ("_register", "register"),
            ("...", "-1"),
        ] {
            assert_eq!(named(&[words]), [name], "{words}");
        }
        assert_eq!(plain("Xã Đông Sơn (mới)"), "xa-dong-son-moi");
    }

    #[test]
    fn two_names_that_one_folder_cannot_hold_differ() {
        assert_eq!(named(&["Xã A", "XÃ A", "xa\u{303} a"]), ["Xã A", "XÃ A-2", "xã a-3"]);
        assert_eq!(named(&["a-2", "a", "A"]), ["a-2", "a", "A-3"]);
    }

    proptest! {
        #[test]
        fn names_are_valid_and_different(words in proptest::collection::vec("\\PC{0,130}", 1..40)) {
            let names = named(&words.iter().map(String::as_str).collect::<Vec<_>>());
            let keys: BTreeSet<String> = names.iter().map(|name| key(name)).collect();
            prop_assert_eq!(keys.len(), names.len());
            for name in names {
                prop_assert!(!name.is_empty() && name.len() <= LONGEST, "{}", name);
                prop_assert!(!name.contains(['<', '>', ':', '"', '/', '\\', '|', '?', '*']));
                prop_assert!(!name.ends_with([' ', '.']) && !name.starts_with([' ', '.', '_']));
                prop_assert!(!name.contains(char::is_control) && !is_reserved(&name), "{}", name);
            }
        }
    }
}
